#include "app/widgets/member_desk_screen.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QShortcut>
#include <QVBoxLayout>
#include <utility>

#include "app/models/key_map.hpp"

namespace kahui::widgets {
namespace {

using models::DeskTask;
using models::MemberDeskText;

constexpr int kLeft_px = 400;
constexpr int kMostHits = 6, kMostCards = 4;
constexpr int kCall_px = 44;

std::optional<till::CardAct> cardActOf(DeskTask task) {
  if (task == DeskTask::CardGive) return till::CardAct::Issue;
  if (task == DeskTask::CardReplace) return till::CardAct::Replace;
  if (task == DeskTask::CardLost || task == DeskTask::CardFound) return till::CardAct::Change;
  return std::nullopt;
}

}  // namespace

MemberDeskScreen::MemberDeskScreen(Look look, models::TillModel& till, QWidget* parent)
    : Page(parent), m_look(look), m_till(till), m_notice(new NoticeBar(look, QStringLiteral("memberDesk"))) {
  auto* columns = new QHBoxLayout;
  columns->setSpacing(kMargin_px);
  columns->addWidget(makeLeft());
  columns->addWidget(makeRight(), 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(kMargin_px, kMargin_px, kMargin_px, kMargin_px);
  layout->setSpacing(kGap_px);
  m_head = makeHead(m_look, QStringLiteral("memberDeskBack"));
  layout->addWidget(m_head);
  layout->addLayout(columns, 1);
  layout->addWidget(m_notice);
  connect(&look.theme, &Theme::changed, this, &MemberDeskScreen::fill);
  retranslate();
}

QWidget* MemberDeskScreen::makeLeft() {
  auto* column = new QWidget;
  column->setFixedWidth(kLeft_px);
  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  m_find = new CodeEdit(m_look, QStringLiteral("memberDeskFind"), CodeEdit::Ime::Refused);
  m_find->setMaxLength(24);
  m_find->setIconName(QStringLiteral("search"));
  m_hint = new TextLabel(m_look, 14, TextLabel::Weight::Normal, &Tokens::secondary);
  m_hint->setWordWrap(true);
  m_left = new QStackedWidget;
  m_hits_page = makeHits();
  m_member_page = makeMember();
  m_left->addWidget(m_hits_page);
  m_left->addWidget(m_member_page);
  layout->addWidget(m_find);
  layout->addWidget(m_left, 1);
  connect(m_find, &CodeEdit::entered, this, &MemberDeskScreen::find);
  return column;
}

QWidget* MemberDeskScreen::makeHits() {
  auto* card = new Card(m_look);
  auto* layout = new QVBoxLayout(card);
  layout->setContentsMargins(14, 12, 14, 14);
  layout->setSpacing(kGap_px);
  layout->addWidget(m_hint);
  for (int at = 0; at < kMostHits; ++at) {
    auto* hit = new ActionButton(m_look, ActionButton::Kind::Tile, QStringLiteral("memberHit%1").arg(at));
    hit->setIconName(QStringLiteral("user"));
    hit->setElided(true);
    connect(hit, &QAbstractButton::clicked, this, [this, at] {
      if (m_view && static_cast<std::size_t>(at) < m_view->hits.size())
        m_till.submit(till::ShowMember{m_view->hits[static_cast<std::size_t>(at)].member_no});
    });
    layout->addWidget(hit);
    m_hits.push_back(hit);
  }
  layout->addStretch(1);
  m_blank = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("memberDeskBlank"));
  m_blank->setCap(QStringLiteral("Alt+F"));  // letters alone are typed into the line above
  m_blank->setFixedHeight(kCall_px);
  connect(m_blank, &QAbstractButton::clicked, this, [this] { m_till.submit(till::PrintForms{}); });
  auto* blank_key = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_F), m_blank);  // works while the button is seen
  blank_key->setAutoRepeat(false);
  connect(blank_key, &QShortcut::activated, m_blank, &QAbstractButton::click);
  layout->addWidget(m_blank);
  layout->addWidget(makeTasks("memberDesk", 1, {{DeskTask::Join, Qt::Key_J}}));
  m_tasks.back().button->setCap(models::KeyMap::key(models::Action::Join).cap);
  return card;
}

QWidget* MemberDeskScreen::makeTasks(const char* place, int columns,
                                     std::initializer_list<std::pair<DeskTask, int>> tasks) {
  auto* box = new QWidget;
  auto* grid = new QGridLayout(box);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(6);
  int at = 0;
  for (const auto& [task, key] : tasks) {
    auto* button =
        new ActionButton(m_look, ActionButton::Kind::Plain,
                         QStringLiteral("%1Task%2").arg(QString::fromLatin1(place)).arg(static_cast<int>(task)));
    button->setCap(QKeySequence(key).toString());
    button->setFixedHeight(kCall_px);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(button, &QAbstractButton::clicked, this, [this, one = task] { begin(one); });
    grid->addWidget(button, at / columns, at % columns);
    m_tasks.push_back({task, key, button});
    ++at;
  }
  return box;
}

QWidget* MemberDeskScreen::makeMember() {
  auto* card = new Card(m_look);
  auto* layout = new QVBoxLayout(card);
  layout->setContentsMargins(14, 12, 14, 14);
  layout->setSpacing(4);
  const auto label = [&](const char* name, int size_px, TextLabel::Weight weight, TextLabel::Ink ink) {
    auto* line = new TextLabel(m_look, size_px, weight, ink);
    line->setObjectName(QString::fromLatin1(name));
    layout->addWidget(line);
    return line;
  };
  m_who = label("memberDeskWhoTextLabel", 20, TextLabel::Weight::Bold, &Tokens::text);
  m_detail = label("memberDeskDetailTextLabel", 15, TextLabel::Weight::Normal, &Tokens::text);
  m_sums = label("memberDeskSumsTextLabel", 15, TextLabel::Weight::Bold, &Tokens::text);
  m_facts = label("memberDeskFactsTextLabel", 13, TextLabel::Weight::Normal, &Tokens::secondary);
  for (TextLabel* line : {m_who, m_detail, m_sums}) line->setElided(true);
  m_facts->setWordWrap(true);
  layout->addStretch(1);
  m_take = new ActionButton(m_look, ActionButton::Kind::Primary, QStringLiteral("memberDeskTake"));
  m_take->setIconName(QStringLiteral("receipt"));
  m_take->setCap(QStringLiteral("B"));
  connect(m_take, &QAbstractButton::clicked, this, [this] {
    if (page() != nullptr) m_till.submit(till::TakeMember{page()->head.member_no});
  });
  layout->addWidget(makeTasks("memberDesk", 2,
                              {{DeskTask::Correct, Qt::Key_C},
                               {DeskTask::Reveal, Qt::Key_V},
                               {DeskTask::Pin, Qt::Key_P},
                               {DeskTask::Messages, Qt::Key_M},
                               {DeskTask::Terms, Qt::Key_Y},
                               {DeskTask::Erase, Qt::Key_E},
                               {DeskTask::HandTier, Qt::Key_0},
                               {DeskTask::Group, Qt::Key_I},
                               {DeskTask::Approve, Qt::Key_9},
                               {DeskTask::Refuse, Qt::Key_Z}}));
  layout->addSpacing(4);
  layout->addWidget(m_take);
  return card;
}

QWidget* MemberDeskScreen::makeRight() {
  m_right = new QStackedWidget;
  m_lists_page = new Card(m_look);
  auto* layout = new QVBoxLayout(m_lists_page);
  layout->setContentsMargins(12, 12, 12, 8);
  layout->setSpacing(kGap_px);
  auto* tabs = new QHBoxLayout;
  tabs->setSpacing(6);
  int at = 0;
  for (const Tab tab : {Tab::Points, Tab::Purchases, Tab::Coupons, Tab::Cards, Tab::Changes, Tab::Gifts}) {
    auto* button = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("memberDeskTab%1").arg(at++));
    button->setFixedHeight(kTouch_px);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(button, &QAbstractButton::clicked, this, [this, tab] { choose(tab); });
    tabs->addWidget(button, 1);
    m_tabs.emplace_back(tab, button);
  }
  layout->addLayout(tabs);
  m_list = new NoteList(m_look, QStringLiteral("memberDesk"));
  layout->addWidget(m_list, 1);
  m_point_tasks = makeTasks("memberPoints", 3,
                            {{DeskTask::Claim, Qt::Key_L},
                             {DeskTask::Transfer, Qt::Key_T},
                             {DeskTask::CashOut, Qt::Key_O},
                             {DeskTask::Freeze, Qt::Key_F},
                             {DeskTask::Unfreeze, Qt::Key_U},
                             {DeskTask::Void, Qt::Key_X},
                             {DeskTask::Grant, Qt::Key_8},
                             {DeskTask::Quarter, Qt::Key_Q}});
  m_gift_tasks =
      makeTasks("memberGifts", 3,
                {{DeskTask::Exchange, Qt::Key_G}, {DeskTask::CancelExchange, Qt::Key_H}, {DeskTask::Rise, Qt::Key_7}});
  layout->addWidget(m_point_tasks);
  layout->addWidget(m_gift_tasks);
  m_card_tasks = new QWidget;
  auto* cards = new QVBoxLayout(m_card_tasks);
  cards->setContentsMargins(0, 0, 0, 0);
  cards->setSpacing(6);
  auto* chips = new QHBoxLayout;
  chips->setSpacing(6);
  for (int card = 0; card < kMostCards; ++card) {
    auto* chip = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("memberCard%1").arg(card));
    chip->setFixedHeight(kTouch_px);
    chip->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(chip, &QAbstractButton::clicked, this, [this, card] { chooseCard(card); });
    chips->addWidget(chip, 1);
    m_cards.push_back(chip);
  }
  cards->addLayout(chips);
  cards->addWidget(makeTasks("memberCard", 2,
                             {{DeskTask::CardLost, Qt::Key_K},
                              {DeskTask::CardFound, Qt::Key_N},
                              {DeskTask::CardReplace, Qt::Key_R},
                              {DeskTask::CardGive, Qt::Key_A},
                              {DeskTask::CardRewrite, Qt::Key_S},
                              {DeskTask::CardWrite, Qt::Key_W},
                              {DeskTask::CardLoad, Qt::Key_D}}));
  layout->addWidget(m_card_tasks);
  m_form = new MemberForm(m_look);
  m_right->addWidget(m_lists_page);
  m_load = new CardLoadForm(m_look);
  m_right->addWidget(m_form);
  m_right->addWidget(m_load);
  connectForm();
  connect(m_load, &CardLoadForm::asked, this, [this](const till::LoadCard& command) { m_till.submit(command); });
  connect(m_load, &CardLoadForm::unreadable, this, [this] { m_notice->show(models::Messages::fieldUnreadable()); });
  return m_right;
}

void MemberDeskScreen::connectForm() {
  connect(m_form, &MemberForm::confirmed, this, &MemberDeskScreen::perform);
  connect(m_form, &MemberForm::scanned, this,
          [this](const QString& text) { m_till.submit(till::Enter{text.toStdString()}); });
  connect(m_form, &MemberForm::customerSaid, m_notice, &NoticeBar::show);
}

void MemberDeskScreen::open() {
  m_seen = false;
  m_asked.clear();
  m_find->clear();
  m_tab = Tab::Points;
  m_answered = m_till.now().notice ? m_till.now().notice->serial : 0;
  m_notice->clear();
  m_right->setCurrentWidget(m_lists_page);
  m_till.submit(till::OpenMemberDesk{});
  m_find->setFocus();
}

void MemberDeskScreen::leave() {
  m_form->close();
  m_load->close();
  m_asked.clear();
  m_find->clear();
  if (m_seen) m_till.submit(till::CloseMemberDesk{});
  m_seen = false;
  m_join_next = false;
  m_view.reset();
}

void MemberDeskScreen::show(const till::Snapshot& snapshot) {
  const bool open = snapshot.member_desk && snapshot.member_desk->open;
  if (!open && m_seen) {  // the member is on the bill now
    m_seen = false;
    emit backAsked();
    return;
  }
  m_seen = m_seen || open;
  const bool had_page = page() != nullptr;
  const bool had_card = m_view && m_view->card;
  m_view = snapshot.member_desk;
  if (snapshot.notice && snapshot.notice->serial != m_answered) {
    m_answered = snapshot.notice->serial;
    answer(*snapshot.notice);
  }
  if (!had_card && page() != nullptr && m_view->card) m_tab = Tab::Cards;  // what a tapped card is for
  if (m_view)
    m_form->showCard(m_view->card, m_view->writing);
  else
    m_form->showCard(std::nullopt, std::nullopt);
  m_load->show(m_view ? m_view->load : std::nullopt, page() != nullptr ? page()->available : base::Points());
  if (loads() && !(m_view && m_view->load)) end();  // another member is shown
  if (had_page != (page() != nullptr)) m_find->clear();
  fill();
  if (open && std::exchange(m_join_next, false)) return begin(DeskTask::Join);
  if (m_view && m_view->form_serial > m_form_serial) {
    m_form_serial = m_view->form_serial;
    if (!forms() || m_form->task() != DeskTask::Join) begin(DeskTask::Join);
    return m_form->showForm(m_view->form);
  }
  if (!had_page && page() != nullptr && !forms()) m_take->setFocus(Qt::TabFocusReason);
  if (page() == nullptr && m_view && !m_view->hits.empty() && !m_hits.front()->hasFocus() && m_find->hasFocus())
    m_hits.front()->setFocus(Qt::TabFocusReason);
}

// A form ends when its task is done; one that is beyond the operator's right asks for a signature.
void MemberDeskScreen::answer(const till::Notice& notice) {
  if (loads()) return answerLoad(notice);
  if (m_form->customerTypes()) return;  // it speaks of a scan
  if (!notice.error) {
    const bool done =
        notice.code == till::NoticeCode::MemberDeskDone || notice.code == till::NoticeCode::MemberCardDone;
    if (done && forms()) end();
    return;
  }
  if (!forms()) {
    // Nobody has this telephone number: the next step is to join.
    const bool unknown = notice.error->code == base::ErrorCode::UnknownMember && m_asked.size() >= 11;
    if (unknown) begin(DeskTask::Join, m_asked);
    return;
  }
  m_form->refused();
  if (notice.error->code == base::ErrorCode::NoRight) m_form->askSignature();
}

void MemberDeskScreen::answerLoad(const till::Notice& notice) {
  if (!notice.error) {
    if (notice.code == till::NoticeCode::CardLoaded) end();
    return;
  }
  if (notice.error->code == base::ErrorCode::NoRight) return m_load->askSignature();
  m_load->refused();
}

void MemberDeskScreen::find() {
  const QString typed = m_find->text().trimmed();
  if (typed.isEmpty()) return;
  end();
  m_asked = typed;
  m_till.submit(till::FindMembers{typed.toStdString()});
}

void MemberDeskScreen::begin(DeskTask task, const QString& phone) {
  if (!m_view || (task != DeskTask::Join && page() == nullptr)) return;
  if (m_view->revealed) m_till.submit(till::HideRevealed{});
  if (task == DeskTask::CardLoad) {
    m_load->open();
    m_right->setCurrentWidget(m_load);
    return m_load->focusFirst();
  }
  m_form->open(task, *m_view, phone);
  m_right->setCurrentWidget(m_form);
  m_form->focusFirst();
}

void MemberDeskScreen::join() {
  if (page() == nullptr && !forms()) begin(DeskTask::Join);
}

void MemberDeskScreen::end() {
  m_form->close();
  m_load->close();
  m_right->setCurrentWidget(m_lists_page);
  (page() != nullptr ? static_cast<QWidget*>(m_take) : m_find)->setFocus(Qt::TabFocusReason);
}

void MemberDeskScreen::perform() {
  const DeskTask task = m_form->task();
  if (task == DeskTask::Join) {
    m_till.submit(till::JoinMember{m_form->joining(), m_view && m_view->card.has_value()});
    return;
  }
  if (page() == nullptr) return end();
  if (task == DeskTask::CardWrite || task == DeskTask::CardRewrite) {
    const auto act = task == DeskTask::CardWrite ? till::CardAct::Issue : till::CardAct::Replace;
    m_till.submit(till::WriteCard{act, m_chosen_card, m_form->approval()});
    return;
  }
  if (const auto act = cardActOf(task)) {
    till::ActOnCard command{*act, m_chosen_card, member::CardStatus::Lost, {}, m_form->approval()};
    if (task == DeskTask::CardFound) command.status = member::CardStatus::Active;
    if (task == DeskTask::CardGive) command.card = -1;
    m_till.submit(std::move(command));
    return;
  }
  const auto request = m_form->request(page()->head.member_no);
  if (!request) return m_notice->show(models::Messages::fieldUnreadable());
  m_till.submit(till::ActOnMember{*request, m_form->approval()});
}

void MemberDeskScreen::choose(Tab tab) {
  m_tab = tab;
  if (m_view && m_view->voucher) m_till.submit(till::CloseVoucher{});
  fill();
}

void MemberDeskScreen::chooseCard(int card) {
  m_chosen_card = card;
  fillCards();
}

void MemberDeskScreen::fill() {
  const bool member = page() != nullptr;
  m_left->setCurrentWidget(member ? m_member_page : m_hits_page);
  const std::size_t hits = m_view ? m_view->hits.size() : 0;
  for (std::size_t at = 0; at < m_hits.size(); ++at) {
    m_hits[at]->setVisible(at < hits);
    if (at >= hits) continue;
    const till::MemberHit& hit = m_view->hits[at];
    m_hits[at]->setText(MemberDeskText::who(hit));
    m_hits[at]->setDetail(MemberDeskText::detail(hit, m_look.formatter()));
    m_hits[at]->setAccessibleName(MemberDeskText::who(hit) + QStringLiteral(". ") +
                                  MemberDeskText::detail(hit, m_look.formatter()));
  }
  m_hint->setText(hits > m_hits.size() ? tr("More than %1 members; ask for the full number.").arg(kMostHits)
                  : hits > 0           ? tr("Choose by name. Ask the customer; do not read names out.")
                                       : tr("Full phone, its last four digits or member number; or tap the card. A "
                                                      "new phone number leads to joining."));
  for (const auto& [tab, button] : m_tabs) {
    button->setEnabled(member);
    button->setTint(tab == m_tab && member ? std::optional(m_look.tokens().info) : std::nullopt);
    button->update();
  }
  m_card_tasks->setVisible(member && m_tab == Tab::Cards);
  m_point_tasks->setVisible(member && m_tab == Tab::Points);
  m_gift_tasks->setVisible(member && m_tab == Tab::Gifts);
  if (!member) return m_list->show({});
  fillMember();
  fillCards();
  const models::Formatter formatter = m_look.formatter();
  if (m_view->voucher) return m_list->show(MemberDeskText::voucher(*m_view->voucher, formatter));
  switch (m_tab) {
    case Tab::Points: return m_list->show(MemberDeskText::points(*page(), formatter));
    case Tab::Purchases: return m_list->show(MemberDeskText::purchases(*page(), formatter));
    case Tab::Coupons: return m_list->show(MemberDeskText::coupons(*page(), formatter));
    case Tab::Cards: return m_list->show(MemberDeskText::cards(*page()));
    case Tab::Changes: return m_list->show(MemberDeskText::changes(*page(), formatter));
    case Tab::Gifts: return m_list->show(MemberDeskText::catalogue(*page(), formatter));
  }
}

void MemberDeskScreen::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void MemberDeskScreen::retranslate() {
  m_head->setTitle(tr("Member desk"));
  m_find->setPlaceholderText(tr("Phone, last four digits, number"));
  m_find->setAccessibleName(tr("Find a member by phone, last four digits or number"));
  m_take->setText(tr("Onto the bill"));
  m_take->setAccessibleName(tr("Put the member on the open bill"));
  m_blank->setText(tr("Print a blank form"));
  m_blank->setAccessibleName(tr("Print a blank application form"));
  m_list->setAccessibleName(tr("What the member has and did"));
  for (const Task& task : m_tasks) {
    task.button->setText(MemberDeskText::task(task.task));
    task.button->setAccessibleName(MemberDeskText::task(task.task) + QStringLiteral(". ") +
                                   MemberDeskText::what(task.task));
  }
  const std::pair<Tab, QString> names[] = {{Tab::Points, tr("Points")},   {Tab::Purchases, tr("Bills")},
                                           {Tab::Coupons, tr("Coupons")}, {Tab::Cards, tr("Cards")},
                                           {Tab::Changes, tr("Changes")}, {Tab::Gifts, tr("Gifts")}};
  for (std::size_t at = 0; at < m_tabs.size(); ++at) {
    m_tabs[at].second->setText(names[at].second);
    m_tabs[at].second->setAccessibleName(names[at].second);
  }
  m_notice->setHint(tr("Letters on the buttons and 1 to 6 work at once; Esc goes back a step."));
  fill();
}

}  // namespace kahui::widgets
