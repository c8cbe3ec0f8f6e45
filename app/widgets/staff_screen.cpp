#include "app/widgets/staff_screen.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "app/models/presenters.hpp"
#include "app/models/staff_text.hpp"

namespace kahui::widgets {
namespace {

constexpr int kStaffScreenLongestCode = 16;
constexpr int kStaffScreenLongestName = 20;
constexpr int kStaffScreenLongestPin = 12;

void put(std::vector<std::string>& names, const std::string& name, bool there) {
  std::erase(names, name);
  if (there) names.push_back(name);
}

}  // namespace

StaffScreen::StaffScreen(Look look, models::TillModel& till, QWidget* parent)
    : Page(parent),
      m_look(look),
      m_till(till),
      m_head(makeHead(look, QStringLiteral("staffBack"))),
      m_notice(new NoticeBar(look, QStringLiteral("staff"))) {
  auto* columns = new QHBoxLayout;
  columns->setSpacing(kMargin_px);
  columns->addWidget(makePeople(), 1);
  columns->addWidget(makeForm(), 1);
  arrange(m_head, nullptr, columns, m_notice);
  connect(&look.theme, &Theme::changed, this, [this] { chooseRole(m_role); });
  retranslate();
}

CodeEdit* StaffScreen::line(const char* name, CodeEdit::Ime ime, int longest) {
  auto* made = new CodeEdit(m_look, QString::fromLatin1(name), ime);
  made->setMaxLength(longest);
  made->setMinimumHeight(kTouch_px);
  connect(made, &CodeEdit::entered, this, &StaffScreen::save);
  return made;
}

QWidget* StaffScreen::makePeople() {
  auto* card = new Card(m_look);
  auto* layout = new QVBoxLayout(card);
  layout->setContentsMargins(4, 8, 4, 8);
  layout->setSpacing(kGap_px);
  m_people = new TwoLineList(m_look, QStringLiteral("staff"));
  m_add = lettered(m_look, ActionButton::Kind::Plain, "staffAdd", "N");
  m_change = lettered(m_look, ActionButton::Kind::Plain, "staffChange", "C");
  m_badge = lettered(m_look, ActionButton::Kind::Plain, "staffBadge", "B");
  m_drop = lettered(m_look, ActionButton::Kind::Plain, "staffDropBadge", "X");
  m_own = lettered(m_look, ActionButton::Kind::Plain, "staffOwnPin", "P");
  auto* acts = new QGridLayout;
  acts->setContentsMargins(8, 0, 8, 0);
  acts->setSpacing(kGap_px);
  acts->addWidget(m_add, 0, 0);
  acts->addWidget(m_change, 0, 1);
  acts->addWidget(m_badge, 1, 0);
  acts->addWidget(m_drop, 1, 1);
  acts->addWidget(m_own, 2, 0, 1, 2);
  layout->addWidget(m_people, 1);
  layout->addLayout(acts);
  connect(m_add, &QAbstractButton::clicked, this, [this] { begin(Task::Add); });
  connect(m_change, &QAbstractButton::clicked, this, [this] { begin(Task::Change); });
  connect(m_own, &QAbstractButton::clicked, this, [this] { begin(Task::OwnPin); });
  connect(m_badge, &QAbstractButton::clicked, this, [this] {
    if (const auto* row = chosen(); row != nullptr) m_till.submit(till::AwaitBadge{row->code});
  });
  connect(m_drop, &QAbstractButton::clicked, this, [this] {
    if (const auto* row = chosen(); row != nullptr) m_till.submit(till::DropBadge{row->code});
  });
  connect(m_people->selectionModel(), &QItemSelectionModel::currentChanged, this, &StaffScreen::fit);
  return card;
}

QWidget* StaffScreen::makeForm() {
  m_form = new Card(m_look);
  auto* layout = new QVBoxLayout(m_form);
  layout->setContentsMargins(16, 12, 16, 14);
  layout->setSpacing(kGap_px);
  m_title = new TextLabel(m_look, 18, TextLabel::Weight::Bold, &Tokens::text);
  m_hint = new TextLabel(m_look, 14, TextLabel::Weight::Normal, &Tokens::secondary);
  m_hint->setWordWrap(true);
  m_code = line("staffCode", CodeEdit::Ime::Refused, kStaffScreenLongestCode);
  m_name = line("staffName", CodeEdit::Ime::Allowed, kStaffScreenLongestName);
  m_old_pin = line("staffOldPin", CodeEdit::Ime::Refused, kStaffScreenLongestPin);
  m_pin = line("staffPin", CodeEdit::Ime::Refused, kStaffScreenLongestPin);
  for (CodeEdit* secret : {m_old_pin, m_pin}) secret->setEchoMode(QLineEdit::Password);
  auto* roles = new QHBoxLayout;
  roles->setSpacing(kGap_px);
  const std::pair<ports::StaffRole, const char*> all[] = {{ports::StaffRole::Cashier, "staffCashier"},
                                                          {ports::StaffRole::Leader, "staffLeader"},
                                                          {ports::StaffRole::Manager, "staffManager"}};
  for (const auto& [role, name] : all) {
    auto* one = new ActionButton(m_look, ActionButton::Kind::Plain, QString::fromLatin1(name));
    one->setCheckable(true);
    connect(one, &QAbstractButton::clicked, this, [this, role = role] { chooseRole(role); });
    m_roles.emplace_back(role, one);
    roles->addWidget(one, 1);
  }
  m_rights = new TwoLineList(m_look, QStringLiteral("staffRights"));
  connect(m_rights, &QListView::doubleClicked, this, &StaffScreen::toggleRight);
  m_save = new ActionButton(m_look, ActionButton::Kind::Primary, QStringLiteral("staffSave"));
  m_save->setCap(QStringLiteral("Enter"));
  connect(m_save, &QAbstractButton::clicked, this, &StaffScreen::save);
  for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_hint, m_code, m_name, m_old_pin, m_pin})
    layout->addWidget(part);
  layout->addLayout(roles);
  layout->addWidget(m_rights, 1);
  layout->addStretch(0);
  layout->addWidget(m_save);
  return m_form;
}

void StaffScreen::open() {
  m_till.submit(till::OpenStaffDesk{});
  begin(Task::Choose);
}

void StaffScreen::leave() {
  begin(Task::Choose);
  m_till.submit(till::CloseStaffDesk{});
}

void StaffScreen::show(const till::Snapshot& snapshot) {
  m_view = snapshot.staff_desk.value_or(till::StaffDeskView());
  std::vector<TwoLineRow> rows;
  for (const till::StaffRow& row : m_view.people)
    rows.push_back({models::text(row.name), models::StaffText::detail(row), models::text(row.code)});
  m_people->show(std::move(rows));
  if (snapshot.notice && snapshot.notice->serial != m_seen) {
    m_seen = snapshot.notice->serial;
    const bool done = snapshot.notice->code == till::NoticeCode::StaffDone &&
                      (snapshot.notice->args.front() == till::name(till::StaffDone::Saved) ||
                       snapshot.notice->args.front() == till::name(till::StaffDone::PinChanged));
    if (done) begin(Task::Choose);
    if (snapshot.notice->error) m_save->setEnabled(true);
  }
  fit();
}

const till::StaffRow* StaffScreen::chosen() const {
  const auto row = static_cast<std::size_t>(std::max(0, m_people->row()));
  return row < m_view.people.size() ? &m_view.people[row] : nullptr;
}

void StaffScreen::begin(Task task) {
  m_task = task;
  for (CodeEdit* edit : {m_code, m_name, m_old_pin, m_pin}) edit->clear();
  m_granted.clear();
  m_denied.clear();
  m_role = ports::StaffRole::Cashier;
  if (const auto* row = chosen(); task == Task::Change && row != nullptr) {
    m_code->setText(models::text(row->code));
    m_name->setText(models::text(row->name));
    m_granted = row->granted;
    m_denied = row->denied;
    m_role = row->role;
  }
  m_save->setEnabled(true);
  retranslate();
  chooseRole(m_role);
  switch (task) {
    case Task::Choose: m_people->setFocus(); break;
    case Task::Add: m_code->setFocus(Qt::TabFocusReason); break;
    case Task::Change: m_name->setFocus(Qt::TabFocusReason); break;
    case Task::OwnPin: m_old_pin->setFocus(Qt::TabFocusReason); break;
  }
}

void StaffScreen::save() {
  // Enter leads through the empty lines first.
  for (CodeEdit* edit : {m_code, m_name, m_old_pin, m_pin}) {
    const bool may_be_empty = edit == m_pin && m_task == Task::Change;
    if (edit->isVisible() && edit->text().trimmed().isEmpty() && !may_be_empty)
      return edit->setFocus(Qt::TabFocusReason);
  }
  const std::string pin = m_pin->text().toStdString();
  if (m_task == Task::OwnPin) {
    m_till.submit(till::ChangeOwnPin{m_old_pin->text().toStdString(), pin});
  } else if (m_task != Task::Choose) {
    m_till.submit(till::PutStaff{m_task == Task::Add, m_code->text().trimmed().toStdString(),
                                 m_name->text().trimmed().toStdString(), m_role, m_granted, m_denied, pin});
  }
  for (CodeEdit* secret : {m_old_pin, m_pin}) secret->clear();
}

void StaffScreen::chooseRole(ports::StaffRole role) {
  m_role = role;
  for (const auto& [one, tile] : m_roles) {
    tile->setChecked(one == role);
    tile->setTint(one == role ? std::optional(m_look.tokens().info) : std::nullopt);
    tile->update();
  }
  fillRights();
}

// Of a right: what the role says, or what this person has beside or without it.
void StaffScreen::toggleRight() {
  const auto rights = till::allRights();
  const auto row = static_cast<std::size_t>(std::max(0, m_rights->row()));
  if (row >= rights.size()) return;
  const std::string name(till::name(rights[row]));
  const bool by_role = till::mayDo(m_role, rights[row]);
  ports::Staff now;
  now.role = m_role;
  now.granted = m_granted;
  now.denied = m_denied;
  const bool wanted = !till::mayDo(now, rights[row]);
  put(m_granted, name, wanted && !by_role);
  put(m_denied, name, !wanted && by_role);
  fillRights();
}

void StaffScreen::fillRights() {
  ports::Staff now;
  now.role = m_role;
  now.granted = m_granted;
  now.denied = m_denied;
  std::vector<TwoLineRow> rows;
  for (const till::Right right : till::allRights()) {
    const bool may = till::mayDo(now, right);
    const bool by_role = may == till::mayDo(m_role, right);
    rows.push_back({models::StaffText::right(right), by_role ? tr("by the role") : tr("for this person alone"),
                    may ? tr("yes") : tr("no")});
  }
  m_rights->show(std::move(rows));
}

void StaffScreen::fit() {
  const till::StaffRow* row = chosen();
  const bool form = m_task != Task::Choose;
  const bool person = m_task == Task::Add || m_task == Task::Change;
  m_add->setVisible(m_view.manages);
  m_change->setVisible(m_view.manages);
  m_badge->setVisible(m_view.manages);
  m_drop->setVisible(m_view.manages);
  m_change->setEnabled(row != nullptr);
  m_badge->setEnabled(row != nullptr);
  m_drop->setEnabled(row != nullptr && row->has_badge);
  m_code->setVisible(person);
  m_code->setEnabled(m_task == Task::Add);
  m_name->setVisible(person);
  m_old_pin->setVisible(m_task == Task::OwnPin);
  m_pin->setVisible(form);
  for (const auto& [role, tile] : m_roles) tile->setVisible(person);
  m_rights->setVisible(person);
  m_save->setVisible(form);
}

bool StaffScreen::takeKey(int key) {
  if (key == Qt::Key_Up || key == Qt::Key_Down) {
    (m_rights->hasFocus() ? m_rights : m_people)->move(key == Qt::Key_Up ? -1 : 1);
    return true;
  }
  if (m_rights->hasFocus() && (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter)) {
    toggleRight();
    return true;
  }
  const std::pair<int, ActionButton*> keys[] = {
      {Qt::Key_N, m_add}, {Qt::Key_C, m_change}, {Qt::Key_B, m_badge}, {Qt::Key_X, m_drop}, {Qt::Key_P, m_own}};
  for (const auto& [letter, one] : keys) {
    if (letter != key || !one->isVisible() || !one->isEnabled()) continue;
    one->click();
    return true;
  }
  return false;
}

bool StaffScreen::back() {
  if (m_task == Task::Choose) return false;
  begin(Task::Choose);
  return true;
}

void StaffScreen::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() != QEvent::LanguageChange) return;
  retranslate();
  show(m_till.now());
  fillRights();
}

void StaffScreen::retranslate() {
  m_head->setTitle(tr("Staff"));
  m_people->setAccessibleName(tr("People of the store"));
  m_rights->setAccessibleName(tr("Rights of this person"));
  const std::pair<ActionButton*, QString> words[] = {
      {m_add, tr("Somebody new")},         {m_change, tr("Change")},         {m_badge, tr("Give a badge")},
      {m_drop, tr("Take the badge away")}, {m_own, tr("Change my own PIN")}, {m_save, tr("Save")}};
  for (const auto& [one, text] : words) {
    one->setText(text);
    one->setAccessibleName(text);
  }
  for (const auto& [role, tile] : m_roles) {
    tile->setText(models::StaffText::role(role));
    tile->setAccessibleName(tile->text());
  }
  const std::pair<CodeEdit*, QString> lines[] = {
      {m_code, tr("Staff code")},
      {m_name, tr("Name")},
      {m_old_pin, tr("PIN until now")},
      {m_pin, m_task == Task::Change ? tr("New PIN, or empty: as it is") : tr("New PIN, 4 to 12 digits")}};
  for (const auto& [edit, text] : lines) {
    edit->setPlaceholderText(text);
    edit->setAccessibleName(text);
  }
  switch (m_task) {
    case Task::Choose:
      m_title->setText(tr("Who works here"));
      m_hint->setText(tr("Each act at the till carries the name of who did it. A badge signs in without typing."));
      break;
    case Task::Add:
      m_title->setText(tr("Somebody new"));
      m_hint->setText(tr("Space on a right gives or takes it for this person alone."));
      break;
    case Task::Change:
      m_title->setText(tr("Change %1").arg(m_name->text()));
      m_hint->setText(tr("Space on a right gives or takes it for this person alone."));
      break;
    case Task::OwnPin:
      m_title->setText(tr("Change my own PIN"));
      m_hint->setText(tr("Nobody else needs to know it."));
      break;
  }
  m_notice->setHint(tr("Esc goes back."));
  fit();
}

}  // namespace kahui::widgets
