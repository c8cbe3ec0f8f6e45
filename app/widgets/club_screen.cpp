#include "app/widgets/club_screen.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <utility>

#include "app/models/club_text.hpp"
#include "app/models/task_text.hpp"
#include "app/models/tier_text.hpp"

namespace kahui::widgets {

using models::ClubText;
using models::TaskText;
using till::ClubAct;

namespace {

constexpr int kClubScreenRight_px = 400;
constexpr int kClubScreenPageRows = 8;
constexpr int kActsPage = 0, kSignPage = 2;
constexpr std::array kDates{member::DateKind::Wedding, member::DateKind::Child};

template <class T>
const T* at(const std::vector<T>& rows, int row) {
  return row >= 0 && row < std::ssize(rows) ? &rows[static_cast<std::size_t>(row)] : nullptr;
}

}  // namespace

ClubScreen::ClubScreen(Look look, models::TillModel& till, QWidget* parent)
    : Page(parent),
      m_look(look),
      m_till(till),
      m_head(makeHead(look, QStringLiteral("clubBack"))),
      m_words(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::secondary)),
      m_find(new CodeEdit(look, QStringLiteral("clubFind"), CodeEdit::Ime::Refused)),
      m_list(new TwoLineList(look, QStringLiteral("club"))),
      m_steps(new QStackedWidget),
      m_form(new ClubForm(look)),
      m_sign(new ApprovalForm(look, QStringLiteral("club"))),
      m_notice(new NoticeBar(look, QStringLiteral("club"))) {
  setFocusPolicy(Qt::ClickFocus);
  m_words->setObjectName(QStringLiteral("clubWordsTextLabel"));
  m_words->setWordWrap(true);
  m_find->setMaxLength(24);
  m_find->setIconName(QStringLiteral("search"));
  m_steps->addWidget(makeActs());
  m_steps->addWidget(m_form);
  m_steps->addWidget(m_sign);
  auto* list_card = new Card(look);
  auto* list_layout = new QVBoxLayout(list_card);
  list_layout->setContentsMargins(8, 8, 8, 6);
  list_layout->addWidget(m_find);
  list_layout->addWidget(m_list);
  auto* right = new Card(look);
  right->setFixedWidth(kClubScreenRight_px);
  auto* inside = new QVBoxLayout(right);
  inside->setContentsMargins(14, 12, 14, 14);
  inside->addWidget(m_steps);
  auto* columns = new QHBoxLayout;
  columns->setSpacing(kMargin_px);
  columns->addWidget(list_card, 1);
  columns->addWidget(right);
  arrange(m_head, m_words, columns, m_notice);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ClubScreen::showCurrent);
  connect(m_list, &QAbstractItemView::activated, this, &ClubScreen::enter);
  connect(m_find, &CodeEdit::entered, this, &ClubScreen::find);
  connect(m_form, &ClubForm::filled, this, &ClubScreen::save);
  connect(m_form, &ClubForm::left, this, &ClubScreen::toActs);
  connect(m_sign, &ApprovalForm::signedBy, this, [this](const till::Approval& approval) {
    if (m_asked) m_till.submit(till::ActOnClub{*m_asked, approval});
  });
  retranslate();
}

ActionButton* ClubScreen::addButton(QLayout& layout, const char* name, Qt::Key key, std::function<void()> press) {
  auto* made = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("club") + QLatin1String(name));
  made->setCap(QKeySequence(key).toString());
  layout.addWidget(made);
  connect(made, &QAbstractButton::clicked, this, std::move(press));
  m_keys.emplace_back(key, made);
  return made;
}

QWidget* ClubScreen::makeActs() {
  auto* acts = new QWidget;
  auto* layout = new QVBoxLayout(acts);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  m_title = new TextLabel(m_look, 20, TextLabel::Weight::Bold, &Tokens::text);
  m_detail = new TextLabel(m_look, 15, TextLabel::Weight::Normal, &Tokens::secondary);
  for (TextLabel* label : {m_title, m_detail}) {
    label->setWordWrap(true);
    layout->addWidget(label);
  }
  m_enter = new ActionButton(m_look, ActionButton::Kind::Primary, QStringLiteral("clubEnter"));
  m_enter->setCap(QStringLiteral("Enter"));
  connect(m_enter, &QAbstractButton::clicked, this, &ClubScreen::enter);
  layout->addWidget(m_enter);
  m_invite = addButton(*layout, "Invite", Qt::Key_V, [this] {
    till::ClubRequest request;
    request.act = ClubAct::Invite;
    request.members = m_selection;
    request.source = m_source;
    submit(std::move(request));
  });
  m_book = addButton(*layout, "Book", Qt::Key_B, [this] { act(ClubAct::Book); });
  m_decline = addButton(*layout, "Decline", Qt::Key_Y, [this] { act(ClubAct::Decline); });
  m_door = addButton(*layout, "Door", Qt::Key_T, [this] {
    if (m_view) m_till.submit(till::ShowClub{m_view->event, !m_view->door, {}});
  });
  m_draw = addButton(*layout, "Draw", Qt::Key_D, [this] {
    if (!std::exchange(m_sure, true)) return showButtons();
    till::ClubRequest request;
    request.act = ClubAct::Draw;
    request.draw = draw()->code;
    submit(std::move(request));
  });
  layout->addStretch();
  m_friend = addButton(*layout, "Friend", Qt::Key_R, [this] { fillIn(Form::Friend); });
  m_new = addButton(*layout, "New", Qt::Key_N, [this] { fillIn(Form::New); });
  m_change = addButton(*layout, "Change", Qt::Key_C, [this] { fillIn(Form::Change); });
  m_off = addButton(*layout, "Off", Qt::Key_X, [this] {
    if (!std::exchange(m_sure, true)) return showButtons();
    till::ClubRequest request;
    request.act = ClubAct::Call;
    submit(std::move(request));
  });
  return acts;
}

void ClubScreen::invite(std::vector<member::MemberNo> members, std::string source) {
  m_selection = std::move(members);
  m_source = std::move(source);
}

void ClubScreen::open() {
  m_notice->clear();
  m_find->clear();
  m_sure = false;
  m_steps->setCurrentIndex(kActsPage);
  m_till.submit(till::ShowClub{});
  m_list->setFocus();
}

void ClubScreen::leave() {
  m_form->wipe();
  m_find->clear();
  m_selection.clear();
  m_asked.reset();
  m_view.reset();
  m_till.submit(till::LeaveClub{});
}

ClubScreen::View ClubScreen::view() const {
  if (!m_view) return View::Events;
  return m_view->member ? View::Member : m_view->event.empty() ? View::Events : View::Guests;
}

bool ClubScreen::back() {
  if (m_steps->currentIndex() != kActsPage) {
    toActs();
    return true;
  }
  if (std::exchange(m_sure, false)) {
    showButtons();
    return true;
  }
  if (view() == View::Events) return false;
  m_till.submit(till::ShowClub{view() == View::Member ? m_view->event : std::string(), false, {}});
  m_list->setFocus();
  return true;
}

const ports::StoredEvent* ClubScreen::event() const {
  if (!m_view) return nullptr;
  if (m_view->event.empty()) return view() == View::Events ? at(m_view->events, m_list->row()) : nullptr;
  for (const auto& one : m_view->events)
    if (one.id == m_view->event) return &one;
  return nullptr;
}

const till::DrawView* ClubScreen::draw() const {
  if (view() != View::Events || !m_view) return nullptr;
  return at(m_view->draws, m_list->row() - static_cast<int>(m_view->events.size()));
}

const till::GuestView* ClubScreen::guest() const {
  return view() == View::Guests ? at(m_view->guests, m_list->row()) : nullptr;
}

const ClubScreen::Fact* ClubScreen::fact() const {
  return view() == View::Member ? at(m_facts, m_list->row()) : nullptr;
}

std::optional<member::MemberNo> ClubScreen::chosen() const {
  if (view() == View::Member) return member::MemberNo::parse(m_view->member->head.member_no);
  const auto* one = guest();
  return one == nullptr ? std::nullopt : member::MemberNo::parse(one->member_no);
}

void ClubScreen::submit(till::ClubRequest request) {
  m_sure = false;
  if (request.event.empty() && request.act != ClubAct::Plan && event() != nullptr) request.event = event()->id;
  if (request.members.empty())
    if (const auto no = chosen()) request.members = {*no};
  m_asked = request;
  m_till.submit(till::ActOnClub{std::move(request), {}});
}

void ClubScreen::act(ClubAct act) {
  till::ClubRequest request;
  request.act = act;
  submit(std::move(request));
}

// What Enter does depends on the row.
void ClubScreen::enter() {
  if (!m_enter->isEnabled()) return;
  if (view() == View::Events && event() != nullptr) {
    m_till.submit(till::ShowClub{event()->id, false, {}});
  } else if (view() == View::Guests) {
    act(ClubAct::CheckIn);
  } else {
    enterFact();
  }
}

void ClubScreen::enterFact() {
  const Fact* one = fact();
  if (one == nullptr) return;
  const till::ClubMemberView& member = *m_view->member;
  till::ClubRequest request;
  switch (one->kind) {
    case Fact::Kind::Consent:
      // Taking it back takes the tags, so it is asked twice.
      if (member.agreed && !std::exchange(m_sure, true)) return showButtons();
      request.act = ClubAct::Agree;
      request.on = !member.agreed;
      return submit(std::move(request));
    case Fact::Kind::Tag:
      request.act = ClubAct::Tag;
      request.tag = member.tags[one->at].code;
      request.on = !member.tags[one->at].on;
      return submit(std::move(request));
    case Fact::Kind::Date: m_date = kDates.at(one->at); return fillIn(Form::Date);
    case Fact::Kind::Benefit: return useBenefit(member.benefits[one->at]);
  }
}

void ClubScreen::useBenefit(const till::BenefitView& benefit) {
  till::TaskRequest request;
  request.act = till::TaskAct::UseBenefit;
  request.members = {*chosen()};
  request.benefit = benefit.code;
  m_till.submit(till::ActOnTasks{std::move(request), {}});
}

// At the door a number checks in as a card does; else it shows its member.
void ClubScreen::find() {
  const std::string typed = m_find->text().trimmed().toStdString();
  if (typed.empty() || !m_view) return;
  m_find->clear();
  m_till.submit(till::ShowClub{m_view->event, false, typed});
  m_list->setFocus();
}

void ClubScreen::toActs() {
  m_filling = Form::None;
  m_asked.reset();
  m_form->wipe();
  m_steps->setCurrentIndex(kActsPage);
  m_list->setFocus();
}

void ClubScreen::show(const till::Snapshot& snapshot) {
  if (snapshot.phase == till::Phase::SignedOut || !snapshot.club) return;
  const View before = view();
  m_view = snapshot.club;
  if (snapshot.notice && snapshot.notice->serial != m_notice_serial) {
    m_notice_serial = snapshot.notice->serial;
    if (snapshot.notice->code == till::NoticeCode::ClubDone) {
      if (m_asked && m_asked->act == ClubAct::Invite) m_selection.clear();
      if (m_steps->currentIndex() != kActsPage) toActs();
      m_asked.reset();
    } else if (snapshot.notice->error && m_asked) {
      const bool right = snapshot.notice->error->code == base::ErrorCode::NoRight;
      if (right && m_steps->currentIndex() != kSignPage) {
        m_sign->setWanted(m_title->text());
        m_steps->setCurrentIndex(kSignPage);
        m_sign->open();
        m_sign->entry()->setFocus();
      } else if (m_steps->currentIndex() == kSignPage) {
        m_sign->refused();
        m_sign->entry()->setFocus();
      }
    }
  }
  switch (view()) {
    case View::Events: fillEvents(); break;
    case View::Guests: fillGuests(); break;
    case View::Member: fillMember(); break;
  }
  if (before != view() || m_list->row() < 0) m_list->setCurrentIndex(m_list->model()->index(0, 0));
  showCurrent();
}

void ClubScreen::fillEvents() {
  const auto formatter = m_look.formatter();
  std::vector<TwoLineRow> rows;
  for (const auto& one : m_view->events)
    rows.push_back({models::text(one.name), ClubText::eventDetail(one), ClubText::when(one, formatter), one.cancelled});
  for (const auto& one : m_view->draws)
    rows.push_back(
        {TaskText::say(one.name, formatter), ClubText::drawDetail(one, formatter), ClubText::drawFigure(one), false});
  m_list->show(std::move(rows));
  const int count = static_cast<int>(m_selection.size());
  m_words->setText(count == 0 ? tr("Events and draws. Type a member's number or show a card to see the member.")
                              : tr("%n member(s) of a list wait: choose the event and press V.", nullptr, count));
}

void ClubScreen::fillGuests() {
  const auto formatter = m_look.formatter();
  std::vector<TwoLineRow> rows;
  for (const auto& one : m_view->guests)
    rows.push_back(
        {models::text(one.masked_name), models::tierText(one.tier_name, formatter), ClubText::state(one.state), false});
  m_list->show(std::move(rows));
  m_words->setText(m_view->door ? tr("The door is open: each card that is shown checks its member in.")
                                : tr("The guests of this event. Type a member's number to give a seat."));
}

void ClubScreen::fillMember() {
  const auto formatter = m_look.formatter();
  const till::ClubMemberView& member = *m_view->member;
  m_facts.clear();
  std::vector<TwoLineRow> rows;
  m_facts.push_back({Fact::Kind::Consent, 0});
  rows.push_back(
      {tr("Consent to a profile of interests"),
       member.agreed && !member.favourites.empty()
           ? tr("buys most: %1").arg(ClubText::joined(member.favourites, formatter)) +
                 (member.brands.empty() ? QString()
                                        : QStringLiteral(" · ") + ClubText::topBrand(member.brands.front(), formatter))
           : tr("without it there are no tags, and nothing is counted"),
       member.agreed ? tr("yes") : tr("no"), false});
  for (std::size_t i = 0; i < member.tags.size() && member.agreed; ++i) {
    m_facts.push_back({Fact::Kind::Tag, i});
    rows.push_back({TaskText::say(member.tags[i].name, formatter), tr("tag"),
                    member.tags[i].on ? tr("on") : QStringLiteral("–"), false});
  }
  for (std::size_t i = 0; i < kDates.size(); ++i) {
    m_facts.push_back({Fact::Kind::Date, i});
    const bool known = std::find(member.dates.begin(), member.dates.end(), kDates.at(i)) != member.dates.end();
    rows.push_back(
        {ClubText::date(kDates.at(i)), tr("day to remember"), known ? tr("known") : QStringLiteral("–"), false});
  }
  for (std::size_t i = 0; i < member.benefits.size(); ++i) {
    m_facts.push_back({Fact::Kind::Benefit, i});
    const auto& one = member.benefits[i];
    rows.push_back({TaskText::say(one.name, formatter), ClubText::benefitDetail(one, formatter),
                    tr("%1 left").arg(std::max<std::int64_t>(0, one.limit - one.used)), false});
  }
  m_list->show(std::move(rows));
  m_words->setText(models::text(member.head.masked_name) + QLatin1Char(' ') + models::text(member.head.masked_phone));
}

void ClubScreen::showCurrent() {
  m_sure = false;
  showButtons();
}

void ClubScreen::showButtons() {
  const auto formatter = m_look.formatter();
  const auto say = [](ActionButton* one, bool shown, const QString& words, bool enabled = true) {
    one->setVisible(shown);
    one->setText(words);
    one->setAccessibleName(words);
    one->setEnabled(enabled);
  };
  const View now = view();
  const auto* of = event();
  const auto* won = draw();
  const auto* who = guest();
  const Fact* known = fact();
  const bool open = of != nullptr && !of->cancelled;
  const bool seated = who != nullptr && journal::hasSeat(who->state);
  m_title->setText(of != nullptr         ? models::text(of->name)
                   : won != nullptr      ? TaskText::say(won->name, formatter)
                   : now == View::Member ? models::text(m_view->member->head.masked_name)
                                         : tr("No events yet."));
  m_detail->setText(of != nullptr ? ClubText::when(*of, formatter) + QStringLiteral(" · ") + ClubText::seats(*of) +
                                        QLatin1Char('\n') + ClubText::eventDetail(*of)
                    : won != nullptr
                        ? ClubText::drawDetail(*won, formatter) + QLatin1Char('\n') + ClubText::drawFigure(*won)
                        : QString());
  m_detail->setVisible(!m_detail->text().isEmpty());
  QString enter = tr("Guests and door");
  if (now == View::Guests) enter = tr("Is present");
  if (known != nullptr) {
    const auto& member = *m_view->member;
    if (known->kind == Fact::Kind::Consent)
      enter = !member.agreed ? tr("Note the consent") : m_sure ? tr("Press again: tags go") : tr("Consent taken back");
    if (known->kind == Fact::Kind::Tag)
      enter = member.tags[known->at].on ? tr("Take the tag off") : tr("Put the tag on");
    if (known->kind == Fact::Kind::Date) enter = tr("Type the day");
    if (known->kind == Fact::Kind::Benefit)
      enter = member.benefits[known->at].draw ? tr("Give a chance") : tr("Hand it out");
  }
  const bool there = now == View::Guests   ? open && who != nullptr && who->state != journal::GuestState::Present
                     : now == View::Events ? of != nullptr
                                           : known != nullptr;
  say(m_enter, won == nullptr, enter, there);
  const bool events = now == View::Events;
  say(m_invite, events && !m_selection.empty(),
      tr("Invite %n member(s)", nullptr, static_cast<int>(m_selection.size())), open);
  say(m_book, now == View::Guests || (now == View::Member && of != nullptr), tr("Give a seat"),
      open && !seated && (now == View::Member || who != nullptr));
  say(m_decline, now == View::Guests, tr("Does not come"),
      open && who != nullptr && !(who->state == journal::GuestState::Present));
  say(m_door, now == View::Guests, m_view && m_view->door ? tr("Close the door") : tr("Open the door"), open);
  say(m_draw, won != nullptr, m_sure ? tr("Press again: one wins") : tr("Draw the winner"),
      won != nullptr && won->winner.empty() && won->entries > 0);
  say(m_friend, now == View::Member, tr("Note a friend"));
  say(m_new, events, tr("New event"));
  say(m_change, now != View::Member && of != nullptr, tr("Change it"), open);
  say(m_off, now != View::Member && of != nullptr, m_sure ? tr("Press again: called off") : tr("Call it off"), open);
}

bool ClubScreen::takeKey(int key) {
  if (m_steps->currentIndex() != kActsPage) return false;
  switch (key) {
    case Qt::Key_Up: m_list->move(-1); return true;
    case Qt::Key_Down: m_list->move(1); return true;
    case Qt::Key_PageUp: m_list->move(-kClubScreenPageRows); return true;
    case Qt::Key_PageDown: m_list->move(kClubScreenPageRows); return true;
    case Qt::Key_F: m_find->setFocus(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (qobject_cast<QAbstractButton*>(focusWidget()) != nullptr) return false;
      enter();
      return true;
    default: break;
  }
  for (const auto& [letter, button] : m_keys) {
    if (letter != key) continue;
    if (button->isVisibleTo(this) && button->isEnabled()) button->click();
    return true;
  }
  if (key < Qt::Key_0 || key > Qt::Key_9) return false;
  m_find->setFocus();  // a number belongs to the line
  m_find->insert(QString(QChar(key)));
  return true;
}

void ClubScreen::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void ClubScreen::retranslate() {
  m_head->setTitle(tr("Club: events, interests, draws"));
  m_find->setPlaceholderText(tr("F: member number or telephone"));
  m_find->setAccessibleName(tr("Show a member by number or telephone"));
  m_list->setAccessibleName(tr("Events, guests, or what is known of the member"));
  m_notice->setHint(tr("Up and Down choose a row, Enter acts on it; a card shows its member or checks in."));
  if (m_till.now().club)
    show(m_till.now());
  else
    showCurrent();
}

}  // namespace kahui::widgets
