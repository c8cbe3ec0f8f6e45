#include "app/widgets/talk_screen.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QVBoxLayout>

#include "app/models/task_text.hpp"
#include "app/widgets/card.hpp"

namespace kahui::widgets {

using till::TaskAct;

namespace {
constexpr int kTalkLongest = 130;  // signs; the till takes 400 bytes
constexpr int kTalkPageRows = 8;
}  // namespace

TalkScreen::TalkScreen(Look look, models::TillModel& till, QWidget* parent)
    : Page(parent),
      m_look(look),
      m_till(till),
      m_head(makeHead(look, QStringLiteral("talkBack"))),
      m_words(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::secondary)),
      m_list(new TwoLineList(look, QStringLiteral("talk"))),
      m_title(new TextLabel(look, 20, TextLabel::Weight::Bold, &Tokens::text)),
      m_detail(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary)),
      m_text(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::text)),
      m_comments(new TwoLineList(look, QStringLiteral("talkComments"))),
      m_member(new CodeEdit(look, QStringLiteral("talkMember"), CodeEdit::Ime::Refused)),
      m_entry(new CodeEdit(look, QStringLiteral("talkText"), CodeEdit::Ime::Allowed)),
      m_send(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("talkSend"))),
      m_notice(new NoticeBar(look, QStringLiteral("talk"))) {
  setFocusPolicy(Qt::ClickFocus);
  m_words->setObjectName(QStringLiteral("talkCountTextLabel"));
  m_words->setWordWrap(true);
  auto* card = new Card(look);
  auto* inside = new QVBoxLayout(card);
  inside->setContentsMargins(2, 6, 2, 6);
  inside->addWidget(m_list);
  auto* columns = new QHBoxLayout;
  columns->setSpacing(kMargin_px);
  columns->addWidget(card, 2);
  columns->addWidget(makePane(), 3);
  arrange(m_head, m_words, columns, m_notice);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &TalkScreen::choose);
  connect(m_comments->selectionModel(), &QItemSelectionModel::currentChanged, this, &TalkScreen::enable);
  connect(m_member, &CodeEdit::entered, this, [this] { m_entry->setFocus(); });
  connect(m_entry, &CodeEdit::entered, this, &TalkScreen::send);
  connect(m_send, &QAbstractButton::clicked, this, &TalkScreen::send);
  retranslate();
}

ActionButton* TalkScreen::addButton(QLayout& layout, const char* name, Qt::Key key, void (TalkScreen::*press)()) {
  auto* made = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("talk") + QLatin1String(name));
  made->setCap(QKeySequence(key).toString());
  layout.addWidget(made);
  connect(made, &QAbstractButton::clicked, this, press);
  m_keys.emplace_back(key, made);
  return made;
}

QWidget* TalkScreen::makePane() {
  auto* card = new Card(m_look);
  auto* layout = new QVBoxLayout(card);
  layout->setContentsMargins(14, 12, 14, 12);
  layout->setSpacing(kGap_px);
  m_title->setObjectName(QStringLiteral("talkTitleTextLabel"));
  for (TextLabel* one : {m_title, m_detail, m_text}) {
    one->setTextFormat(Qt::PlainText);
    one->setWordWrap(true);
    layout->addWidget(one);
  }
  layout->addWidget(m_comments, 1);
  m_member->setMaxLength(20);
  m_entry->setMaxLength(kTalkLongest);
  layout->addWidget(m_member);
  layout->addWidget(m_entry);
  m_send->setCap(QStringLiteral("Enter"));
  m_send->setIconName(QStringLiteral("check"));
  layout->addWidget(m_send);
  auto* first = new QHBoxLayout;
  first->setSpacing(kGap_px);
  layout->addLayout(first);
  m_customer = addButton(*first, "Customer", Qt::Key_K, &TalkScreen::sayForCustomer);
  m_answer = addButton(*first, "Answer", Qt::Key_A, &TalkScreen::answer);
  auto* second = new QHBoxLayout;
  second->setSpacing(kGap_px);
  layout->addLayout(second);
  m_shop = addButton(*second, "Shop", Qt::Key_N, &TalkScreen::sayForShop);
  m_open = addButton(*second, "Open", Qt::Key_P, &TalkScreen::turnOpen);
  return card;
}

void TalkScreen::open() {
  m_mode = Mode::None;
  m_till.submit(till::ShowTalk{});
  m_list->setFocus();
}

void TalkScreen::leave() {
  static_cast<void>(back());
  m_till.submit(till::LeaveTalk{});
}

const till::TalkItem* TalkScreen::current() const {
  const int row = m_list->row();
  return row >= 0 && row < std::ssize(m_view.items) ? &m_view.items[static_cast<std::size_t>(row)] : nullptr;
}

const till::CommentView* TalkScreen::waiting() const {
  const int row = m_comments->row();
  if (row >= 0 && row < std::ssize(m_view.comments) && m_view.comments[static_cast<std::size_t>(row)].waits)
    return &m_view.comments[static_cast<std::size_t>(row)];
  for (const till::CommentView& one : m_view.comments)
    if (one.waits) return &one;
  return nullptr;
}

QString TalkScreen::aboutName(const till::TalkItem& item) {
  if (item.about == journal::kAboutNews) return tr("announcement");
  if (item.about == journal::kAboutEvent) return tr("event");
  return tr("feedback");
}

void TalkScreen::show(const till::Snapshot& snapshot) {
  if (!snapshot.talk) return;
  m_view = *snapshot.talk;
  if (m_sent && m_view.comments.size() > *m_sent) back();
  fill();
}

void TalkScreen::fill() {
  const models::Formatter formatter = m_look.formatter();
  std::vector<TwoLineRow> rows;
  for (const till::TalkItem& item : m_view.items) {
    QString detail = aboutName(item) + QStringLiteral(" · ") + formatter.shortDate(item.at.date()) + QLatin1Char(' ') +
                     formatter.time(item.at);
    if (!item.who.empty()) detail += QStringLiteral(" · ") + models::text(item.who);
    rows.push_back({models::TaskText::say(item.title, formatter), detail,
                    item.waiting > 0    ? tr("%n waiting", nullptr, item.waiting)
                    : item.comments > 0 ? QString::number(item.comments)
                                        : QStringLiteral("–"),
                    item.waiting > 0});
  }
  m_list->show(std::move(rows));
  rows.clear();
  for (const till::CommentView& one : m_view.comments)
    rows.push_back({one.text.empty() ? tr("gone with the member") : models::text(one.text),
                    models::text(one.who) + QStringLiteral(" · ") + formatter.shortDate(one.at.date()) +
                        QLatin1Char(' ') + formatter.time(one.at),
                    one.waits    ? tr("waits")
                    : one.answer ? tr("answer")
                    : one.member ? tr("answered")
                                 : tr("shop"),
                    one.waits});
  m_comments->show(std::move(rows));
  m_words->setText(m_view.items.empty() ? tr("Nothing is announced, planned or complained of.")
                                        : tr("Waiting for an answer: %1").arg(m_view.waiting));
  enable();
}

// Rows move when something is answered: the pane follows the row, and asks for it once.
void TalkScreen::choose() {
  const till::TalkItem* item = current();
  if (item == nullptr || (item->about == m_view.about && item->key == m_view.key)) return enable();
  m_till.submit(till::ShowTalk{item->about, item->key});
}

void TalkScreen::begin(Mode mode) {
  const till::TalkItem* item = current();
  if (item == nullptr || (mode == Mode::Answer && waiting() == nullptr)) return;
  m_mode = mode;
  m_sent.reset();
  enable();
  (mode == Mode::Customer ? m_member : m_entry)->setFocus();
}

void TalkScreen::turnOpen() {
  const till::TalkItem* item = current();
  if (item == nullptr) return;
  till::TaskRequest request;
  request.act = TaskAct::OpenTalk;
  request.about = item->about;
  request.key = item->key;
  request.open = !item->open;
  m_till.submit(till::ActOnTasks{std::move(request), {}});
}

void TalkScreen::send() {
  const till::TalkItem* item = current();
  const QString typed = m_entry->text().trimmed();
  if (item == nullptr || m_mode == Mode::None) return;
  if (typed.isEmpty()) return m_entry->setFocus();
  till::TaskRequest request;
  request.act = m_mode == Mode::Answer ? TaskAct::Answer : TaskAct::Comment;
  request.about = item->about;
  request.key = item->key;
  request.comment = typed.toStdString();
  request.by_customer = m_mode == Mode::Customer;
  if (m_mode == Mode::Answer) {
    const till::CommentView* one = waiting();
    if (one == nullptr) return;
    request.task = one->id.hex();
  }
  if (const QString number = m_member->text().trimmed(); m_mode == Mode::Customer && !number.isEmpty()) {
    const auto no = member::MemberNo::parse(number.toStdString());
    if (!no) {
      m_member->setFocus();
      return m_notice->show({till::NoticeKind::Error, tr("This is no member number."),
                             tr("Type the number on the card; a guest has none."), false});
    }
    request.members = {*no};
  }
  m_sent = m_view.comments.size();
  m_till.submit(till::ActOnTasks{std::move(request), {}});
}

bool TalkScreen::back() {
  m_sent.reset();
  if (m_mode == Mode::None) return false;
  m_mode = Mode::None;
  m_entry->clear();
  m_member->clear();
  enable();
  m_list->setFocus();
  return true;
}

void TalkScreen::enable() {
  const till::TalkItem* item = current();
  const bool there = item != nullptr && item->about == m_view.about && item->key == m_view.key;
  const models::Formatter formatter = m_look.formatter();
  m_title->setText(item == nullptr ? QString() : models::TaskText::say(item->title, formatter));
  m_detail->setText(item == nullptr                      ? QString()
                    : item->about == journal::kAboutTask ? tr("Its own member may comment")
                    : item->open                         ? tr("Members may comment")
                                                         : tr("Members may not comment"));
  m_text->setText(item == nullptr ? QString() : models::text(item->detail));
  m_text->setVisible(!m_text->text().isEmpty());
  m_member->setVisible(m_mode == Mode::Customer);
  m_entry->setVisible(m_mode != Mode::None);
  m_send->setVisible(m_mode != Mode::None);
  for (ActionButton* one : {m_shop, m_customer, m_answer, m_open}) one->setVisible(m_mode == Mode::None);
  m_shop->setEnabled(there && m_view.may_comment);
  m_customer->setEnabled(there);
  m_answer->setEnabled(there && m_view.may_answer && waiting() != nullptr);
  m_open->setEnabled(there && m_view.may_open && item->about != journal::kAboutTask);
  const bool open = there && item->open;
  m_open->setText(open ? tr("Close to members") : tr("Open to members"));
  m_open->setAccessibleName(open ? tr("Members may not comment any more") : tr("Members may comment"));
  QString hint = tr("What is to be said for the shop");
  if (m_mode == Mode::Customer) hint = tr("What the customer says");
  if (m_mode == Mode::Answer) hint = tr("The answer to the member");
  m_entry->setPlaceholderText(hint);
  m_entry->setAccessibleName(hint);
}

bool TalkScreen::takeKey(int key) {
  switch (key) {
    case Qt::Key_Up: m_list->move(-1); return true;
    case Qt::Key_Down: m_list->move(1); return true;
    case Qt::Key_PageUp: m_list->move(-kTalkPageRows); return true;
    case Qt::Key_PageDown: m_list->move(kTalkPageRows); return true;
    default: break;
  }
  for (const auto& [letter, button] : m_keys) {
    if (letter != key) continue;
    if (button->isEnabled() && button->isVisibleTo(this)) button->click();
    return true;
  }
  return false;
}

void TalkScreen::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void TalkScreen::retranslate() {
  const auto say = [](ActionButton* one, const QString& words, const QString& spoken) {
    one->setText(words);
    one->setAccessibleName(spoken);
  };
  m_head->setTitle(tr("Comments and feedback"));
  m_list->setAccessibleName(tr("Announcements, events and feedback"));
  m_notice->setHint(tr("Up and Down choose, letters on the buttons work at once, Esc goes back."));
  m_comments->setAccessibleName(tr("Comments, oldest first"));
  m_member->setPlaceholderText(tr("Member number; a guest has none"));
  m_member->setAccessibleName(tr("Member number of the customer"));
  say(m_send, tr("Save"), tr("Save the comment"));
  say(m_shop, tr("For the shop"), tr("Comment for the shop"));
  say(m_customer, tr("Customer says"), tr("A customer comments"));
  say(m_answer, tr("Answer"), tr("Answer the member"));
  fill();
}

}  // namespace kahui::widgets
