#include "app/widgets/setup_window.hpp"

#include <QCloseEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "app/models/presenters.hpp"

namespace kahui::widgets {
namespace {

using models::SetupStep;

constexpr QSize kSetupWindowLeastSize(1024, 720);
constexpr int kSetupWindowLongestName = 20;  // Han characters of three bytes
constexpr int kLongestPath = 400;
constexpr int kSetupWindowSheet_px = 760;
constexpr std::size_t kMostBad = 200;  // rows on the screen; kahuictl names them all

std::string typed(const CodeEdit* edit) { return edit->text().trimmed().toStdString(); }

}  // namespace

SetupWindow::SetupWindow(Look look, models::SetupModel& setup)
    : m_look(look),
      m_setup(setup),
      m_steps(new QStackedWidget),
      m_notice(new NoticeBar(look, QStringLiteral("setup"))) {
  setObjectName(QStringLiteral("SetupWindow"));
  setMinimumSize(kSetupWindowLeastSize);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(kMargin_px, kMargin_px, kMargin_px, kMargin_px);
  layout->setSpacing(kMargin_px);
  layout->addWidget(makeHead());
  for (QWidget* step : {makeStore(), makeManager(), makeHeadquarters(), makeData()}) {
    auto* page = new QWidget;
    auto* middle = new QHBoxLayout(page);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->addStretch(1);
    step->setFixedWidth(kSetupWindowSheet_px);
    middle->addWidget(step);
    middle->addStretch(1);
    m_steps->addWidget(page);
  }
  layout->addWidget(m_steps, 1);
  layout->addWidget(m_notice);
  layout->addWidget(makeFoot());
  connect(&setup, &models::SetupModel::changed, this, &SetupWindow::follow);
  connect(&setup, &models::SetupModel::said, this, [this](const models::NoticeVm& notice) { m_notice->show(notice); });
  connect(&setup, &models::SetupModel::ended, this, &SetupWindow::finished);
  connect(&look.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
  retranslate();
  m_shown = setup.step();
  follow();
  focusFirst();
}

void SetupWindow::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), m_look.tokens().background); }

void SetupWindow::closeEvent(QCloseEvent* event) {
  QWidget::closeEvent(event);
  emit closed();
}

TextLabel* SetupWindow::label(int size_px, TextLabel::Weight weight, TextLabel::Ink ink, Words words) {
  auto* made = new TextLabel(m_look, size_px, weight, ink);
  m_words.emplace_back([made, words = std::move(words)] { made->setText(words()); });
  return made;
}

ActionButton* SetupWindow::button(ActionButton::Kind kind, const QString& name, Words words) {
  auto* made = new ActionButton(m_look, kind, name);
  made->setFocusPolicy(Qt::StrongFocus);
  m_words.emplace_back([made, words = std::move(words)] {
    made->setText(words());
    made->setAccessibleName(made->text());
  });
  return made;
}

QGridLayout* SetupWindow::sheet(Card* card, Words title, Words hint) {
  auto* grid = new QGridLayout(card);
  grid->setContentsMargins(28, 22, 28, 24);
  grid->setHorizontalSpacing(16);
  grid->setVerticalSpacing(kGap_px);
  auto* words = label(15, TextLabel::Weight::Normal, &Tokens::secondary, std::move(hint));
  words->setWordWrap(true);
  grid->addWidget(label(22, TextLabel::Weight::Bold, &Tokens::text, std::move(title)), 0, 0, 1, 2);
  grid->addWidget(words, 1, 0, 1, 2);
  grid->setColumnMinimumWidth(0, 170);
  grid->setColumnStretch(1, 1);
  return grid;
}

CodeEdit* SetupWindow::field(QGridLayout* grid, const QString& name, CodeEdit::Ime ime, int longest, Words title) {
  auto* edit = new CodeEdit(m_look, name, ime);
  edit->setMaxLength(longest);
  edit->setMinimumHeight(kTouch_px);
  m_words.emplace_back([edit, title] { edit->setAccessibleName(title()); });
  const int row = grid->rowCount();
  grid->addWidget(label(15, TextLabel::Weight::Normal, &Tokens::text, std::move(title)), row, 0);
  grid->addWidget(edit, row, 1);
  connect(edit, &CodeEdit::entered, this, [this, edit] {
    // Enter goes on to the next line that is empty, and from the last one to the next step.
    for (QWidget* one = edit->nextInFocusChain(); one != edit; one = one->nextInFocusChain()) {
      auto* line = qobject_cast<CodeEdit*>(one);
      if (line != nullptr && line->isVisible() && line->text().isEmpty()) return line->setFocus(Qt::TabFocusReason);
    }
    next();
  });
  return edit;
}

QWidget* SetupWindow::makeHead() {
  auto* head = new QWidget;
  auto* layout = new QHBoxLayout(head);
  layout->setContentsMargins(4, 0, 0, 0);
  layout->setSpacing(kGap_px);
  layout->addWidget(label(22, TextLabel::Weight::Bold, &Tokens::text, [] { return tr("Set up this till"); }));
  layout->addSpacing(16);
  const Words steps[] = {[] { return tr("1 Store"); }, [] { return tr("2 Manager"); },
                         [] { return tr("3 Headquarters"); }, [] { return tr("4 Goods and members"); }};
  for (const Words& words : steps) {
    auto* mark = new Chip(
        m_look, [](const Theme& theme) { return theme.tokens().info; }, head);
    m_words.emplace_back([mark, words] { mark->setText(words()); });
    m_marks.push_back(mark);
    layout->addWidget(mark);
  }
  layout->addStretch(1);
  m_language = button(ActionButton::Kind::Quiet, QStringLiteral("setupLanguage"), [this] {
    return m_look.language.language() == models::Language::Chinese ? QStringLiteral("English") : QStringLiteral("中文");
  });
  m_language->setIconName(QStringLiteral("globe"));
  connect(m_language, &QAbstractButton::clicked, this, [this] {
    const bool chinese = m_look.language.language() == models::Language::Chinese;
    m_look.language.set(chinese ? models::Language::English : models::Language::Chinese);
  });
  layout->addWidget(m_language);
  return head;
}

QWidget* SetupWindow::makeStore() {
  auto* card = new Card(m_look);
  auto* grid = sheet(
      card, [] { return tr("The store"); },
      [] {
        return tr("As it stands on receipts. The rules can be changed later, without a change to what was sold.");
      });
  m_name = field(grid, QStringLiteral("setupName"), CodeEdit::Ime::Allowed, kSetupWindowLongestName,
                 [] { return tr("Name of the store"); });
  m_store_no =
      field(grid, QStringLiteral("setupStoreNo"), CodeEdit::Ime::Refused, 8, [] { return tr("Store number"); });
  m_position = field(grid, QStringLiteral("setupPosition"), CodeEdit::Ime::Refused, 4, [] { return tr("Register"); });
  m_store_no->setText(QStringLiteral("0001"));
  m_position->setText(QStringLiteral("01"));
  const int row = grid->rowCount();
  auto* title = label(15, TextLabel::Weight::Normal, &Tokens::text, [] { return tr("Rules to begin with"); });
  grid->addWidget(title, row, 0, Qt::AlignTop);
  m_presets = new PickList(m_look, QStringLiteral("setupPresets"));
  m_words.emplace_back([this] {
    m_presets->setAccessibleName(tr("Rules to begin with"));
    std::vector<PickRow> rows;
    for (const models::SetupPreset& preset : m_setup.presets()) {
      QStringList tiers;
      for (const std::string& tier : preset.tiers) tiers << models::text(tier);
      rows.push_back({models::SetupModel::presetTitle(preset.name), tiers.join(QStringLiteral(" · ")), {}, false});
    }
    m_presets->show(std::move(rows));
  });
  connect(m_presets, &PickList::chosen, this, &SetupWindow::next);
  grid->addWidget(m_presets, row, 1);
  grid->setRowStretch(row, 1);
  return card;
}

QWidget* SetupWindow::makeManager() {
  auto* card = new Card(m_look);
  auto* grid = sheet(
      card, [] { return tr("The first manager"); },
      [] {
        return tr("May do everything here, and lets others in. The PIN is kept nowhere in clear: note it safely.");
      });
  m_code = field(grid, QStringLiteral("setupCode"), CodeEdit::Ime::Refused, 16, [] { return tr("Staff code"); });
  m_code->setText(QStringLiteral("9001"));
  m_person = field(grid, QStringLiteral("setupPerson"), CodeEdit::Ime::Allowed, kSetupWindowLongestName,
                   [] { return tr("Name of the manager"); });
  m_pin = field(grid, QStringLiteral("setupPin"), CodeEdit::Ime::Refused, 12, [] { return tr("PIN, 4 to 12 digits"); });
  m_pin_again =
      field(grid, QStringLiteral("setupPinAgain"), CodeEdit::Ime::Refused, 12, [] { return tr("PIN again"); });
  for (CodeEdit* secret : {m_pin, m_pin_again}) secret->setEchoMode(QLineEdit::Password);
  grid->setRowStretch(grid->rowCount(), 1);
  return card;
}

QWidget* SetupWindow::makeHeadquarters() {
  auto* card = new Card(m_look);
  auto* grid = sheet(
      card, [] { return tr("Headquarters"); },
      [] {
        return tr("A chain's till gets its number and its members from there. A store of its own goes on without.");
      });
  m_url = field(grid, QStringLiteral("setupUrl"), CodeEdit::Ime::Refused, kLongestPath, [] { return tr("Address"); });
  m_url->setPlaceholderText(QStringLiteral("https://hq.example.com:8443"));
  m_enrol_code =
      field(grid, QStringLiteral("setupEnrolCode"), CodeEdit::Ime::Refused, kLongestPath, [] { return tr("Code"); });
  auto* hint = label(13, TextLabel::Weight::Normal, &Tokens::secondary,
                     [] { return tr("The word that headquarters gave for this register; good once, for 24 hours."); });
  hint->setWordWrap(true);
  grid->addWidget(hint, grid->rowCount(), 1);
  grid->setRowStretch(grid->rowCount(), 1);
  return card;
}

QWidget* SetupWindow::makeData() {
  auto* card = new Card(m_look);
  auto* grid = sheet(
      card, [] { return tr("Goods and members"); },
      [] { return tr("CSV files in UTF-8 with a header line. Good rows go in, the others are named below."); });
  m_file = field(grid, QStringLiteral("setupFile"), CodeEdit::Ime::Refused, kLongestPath, [] { return tr("File"); });
  auto* choose = button(ActionButton::Kind::Plain, QStringLiteral("setupChoose"), [] { return tr("Choose…"); });
  grid->addWidget(choose, grid->rowCount() - 1, 2);
  m_check = button(ActionButton::Kind::Plain, QStringLiteral("setupCheck"), [] { return tr("Only check the goods"); });
  m_goods = button(ActionButton::Kind::Plain, QStringLiteral("setupGoods"), [] { return tr("Take goods in"); });
  m_members = button(ActionButton::Kind::Plain, QStringLiteral("setupMembers"), [] { return tr("Take members in"); });
  auto* acts = new QHBoxLayout;
  acts->setSpacing(kGap_px);
  for (ActionButton* one : {m_goods, m_members, m_check}) acts->addWidget(one, 1);
  grid->addLayout(acts, grid->rowCount(), 1, 1, 2);
  m_rows = new NoteList(m_look, QStringLiteral("setupRows"));
  m_words.emplace_back([this] { m_rows->setAccessibleName(tr("Rows that did not go in")); });
  const int row = grid->rowCount();
  grid->addWidget(m_rows, row, 0, 1, 3);
  grid->setRowStretch(row, 1);
  connect(choose, &QAbstractButton::clicked, this, &SetupWindow::chooseFile);
  connect(m_goods, &QAbstractButton::clicked, this, [this] { take(models::SetupFile::Products, false); });
  connect(m_members, &QAbstractButton::clicked, this, [this] { take(models::SetupFile::Members, false); });
  connect(m_check, &QAbstractButton::clicked, this, [this] { take(models::SetupFile::Products, true); });
  return card;
}

QWidget* SetupWindow::makeFoot() {
  auto* foot = new QWidget;
  auto* layout = new QHBoxLayout(foot);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  m_skip = button(ActionButton::Kind::Plain, QStringLiteral("setupSkip"),
                  [this] { return m_setup.step() == SetupStep::Manager ? tr("Back") : tr("Go on without"); });
  m_next = button(ActionButton::Kind::Primary, QStringLiteral("setupNext"), [this] {
    switch (m_setup.step()) {
      case SetupStep::Store: return tr("Next");
      case SetupStep::Manager: return tr("Make the store");
      case SetupStep::Headquarters: return tr("Connect");
      case SetupStep::Data: return tr("Open the till");
    }
    return QString();
  });
  m_next->setIconName(QStringLiteral("next"));
  layout->addStretch(1);
  layout->addWidget(m_skip);
  layout->addWidget(m_next);
  connect(m_skip, &QAbstractButton::clicked, this, [this] {
    if (m_setup.step() == SetupStep::Manager)
      m_setup.back();
    else
      m_setup.skip();
  });
  connect(m_next, &QAbstractButton::clicked, this, &SetupWindow::next);
  return foot;
}

void SetupWindow::next() {
  m_notice->clear();
  switch (m_setup.step()) {
    case SetupStep::Store: {
      const int row = m_presets->current();
      const std::string preset = row < 0 ? std::string() : m_setup.presets()[static_cast<std::size_t>(row)].name;
      return speak(m_setup.store({typed(m_store_no), typed(m_name), typed(m_position),
                                  models::nameOf(m_look.language.language()).toStdString(), preset}));
    }
    case SetupStep::Manager: {
      speak(m_setup.manager({typed(m_code), typed(m_person), typed(m_pin)}, typed(m_pin_again)));
      for (CodeEdit* secret : {m_pin, m_pin_again}) secret->clear();
      if (m_setup.step() == SetupStep::Manager) m_pin->setFocus(Qt::TabFocusReason);
      return;
    }
    case SetupStep::Headquarters: return speak(m_setup.enrol(typed(m_url), typed(m_enrol_code)));
    case SetupStep::Data: return m_setup.skip();
  }
}

void SetupWindow::chooseFile() {
  const QString file = QFileDialog::getOpenFileName(this, tr("CSV file of goods or members"), m_file->text(),
                                                    tr("CSV files (*.csv);;All files (*)"));
  if (!file.isEmpty()) m_file->setText(file);
}

void SetupWindow::take(models::SetupFile what, bool dry_run) {
  m_notice->clear();
  speak(m_setup.take(what, typed(m_file), dry_run));
}

void SetupWindow::speak(const std::optional<models::NoticeVm>& notice) {
  if (!notice) return;
  m_notice->show(*notice);
  focusFirst();
}

void SetupWindow::follow() {
  const int step = static_cast<int>(m_setup.step());
  m_steps->setCurrentIndex(step);
  for (std::size_t i = 0; i < m_marks.size(); ++i) {
    const int place = static_cast<int>(i);
    m_marks[i]->setIcon(place < step ? QStringLiteral("check") : QString());
    m_marks[i]->setColors([=](const Theme& theme) {
      const Tokens& t = theme.tokens();
      if (place == step) return Tokens::Pair{t.primary, t.on_primary};
      return place < step ? t.good : Tokens::Pair{t.surface, t.secondary};
    });
  }
  m_skip->setVisible(m_setup.step() == SetupStep::Headquarters || m_setup.mayGoBack());
  // Buttons stay as they are, so that the focus does: what is pressed meanwhile is not heard.
  if (m_setup.busy()) m_notice->show({till::NoticeKind::Info, tr("One moment…"), {}, false});
  showRows();
  retranslate();
  if (m_shown == m_setup.step()) return;
  m_shown = m_setup.step();
  focusFirst();
}

void SetupWindow::showRows() {
  std::vector<models::NoteVm> notes;
  if (const auto& rows = m_setup.rows()) {
    for (const auto& bad : rows->bad) {
      if (notes.size() == kMostBad) break;
      notes.push_back({tr("Line %1").arg(bad.line), models::SetupModel::reason(bad.reason), models::Tone::Warning});
    }
    if (rows->bad.size() > kMostBad)
      notes.push_back({tr("%n more", nullptr, static_cast<int>(rows->bad.size() - kMostBad)),
                       tr("kahuictl import names them all."), models::Tone::Quiet});
  }
  m_rows->show(std::move(notes));
}

void SetupWindow::focusFirst() {
  CodeEdit* firsts[] = {m_name, m_person, m_url, m_file};
  firsts[static_cast<int>(m_setup.step())]->setFocus(Qt::TabFocusReason);
}

void SetupWindow::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() != QEvent::LanguageChange) return;
  m_setup.setFormatter(m_look.formatter());
  showRows();
  retranslate();
}

void SetupWindow::retranslate() {
  setWindowTitle(tr("Kahui till"));
  for (const auto& set : m_words) set();
  m_notice->setHint(tr("Enter goes on. What is left out now can be done later with kahuictl."));
}

}  // namespace kahui::widgets
