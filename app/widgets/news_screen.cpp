#include "app/widgets/news_screen.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/widgets/card.hpp"

namespace kahui::widgets {

NewsScreen::NewsScreen(Look look, models::TillModel& till, QWidget* parent)
    : Page(parent),
      m_look(look),
      m_till(till),
      m_head(makeHead(look, QStringLiteral("newsBack"))),
      m_words(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::secondary)),
      m_list(new TwoLineList(look, QStringLiteral("news"))),
      m_title(new TextLabel(look, 20, TextLabel::Weight::Bold, &Tokens::text)),
      m_span(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary)),
      m_text(new TextLabel(look, 16, TextLabel::Weight::Normal, &Tokens::text)),
      m_read(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("newsRead"))),
      m_notice(new NoticeBar(look, QStringLiteral("news"))) {
  m_read->setCap(QStringLiteral("D"));
  m_words->setWordWrap(true);
  auto* card = new Card(look);
  auto* inside = new QVBoxLayout(card);
  inside->setContentsMargins(2, 6, 2, 6);
  inside->addWidget(m_list);
  auto* columns = new QHBoxLayout;
  columns->setSpacing(kMargin_px);
  columns->addWidget(card, 2);
  columns->addWidget(makeText(), 3);
  arrange(m_head, m_words, columns, m_notice);
  connect(m_read, &QAbstractButton::clicked, this, &NewsScreen::read);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &NewsScreen::enable);
  retranslate();
}

QWidget* NewsScreen::makeText() {
  auto* card = new Card(m_look);
  auto* layout = new QVBoxLayout(card);
  layout->setContentsMargins(16, 12, 16, 12);
  layout->setSpacing(kGap_px);
  m_title->setObjectName(QStringLiteral("newsTitleTextLabel"));
  m_text->setObjectName(QStringLiteral("newsTextTextLabel"));
  m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_text->setTextFormat(Qt::PlainText);
  m_title->setTextFormat(Qt::PlainText);
  for (TextLabel* one : {m_title, m_span, m_text}) one->setWordWrap(true);
  auto* scroll = new QScrollArea;
  scroll->setObjectName(QStringLiteral("newsQScrollArea"));
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(m_text);
  for (QWidget* one : std::initializer_list<QWidget*>{scroll->viewport(), m_text})
    one->setAutoFillBackground(false);  // the card shows
  layout->addWidget(m_title);
  layout->addWidget(m_span);
  layout->addWidget(scroll, 1);
  layout->addWidget(m_read);
  return card;
}

void NewsScreen::open() { m_list->setFocus(); }

// A text of another announcement at the same place is not kept from the screen by an unchanged list.
void NewsScreen::show(const till::Snapshot& snapshot) {
  m_news = snapshot.news.value_or(till::NewsView{});
  std::vector<TwoLineRow> rows;
  const models::Formatter formatter = m_look.formatter();
  for (const till::AnnouncementView& one : m_news.list)
    rows.push_back({models::text(one.title),
                    formatter.shortDate(one.published.date()) + QLatin1Char(' ') + formatter.time(one.published),
                    one.read ? tr("read") : tr("new")});
  m_list->show(std::move(rows));
  m_words->setText(m_news.list.empty() ? tr("Headquarters has announced nothing.")
                                       : tr("Unread: %1").arg(m_news.unread));
  enable();
}

const till::AnnouncementView* NewsScreen::current() const {
  const auto row = static_cast<std::size_t>(std::max(0, m_list->row()));
  return row < m_news.list.size() ? &m_news.list[row] : nullptr;
}

void NewsScreen::read() {
  if (const auto* one = current(); one != nullptr) m_till.submit(till::ReadAnnouncement{one->key});
}

void NewsScreen::enable() {
  const auto* one = current();
  const models::Formatter formatter = m_look.formatter();
  m_title->setText(one == nullptr ? QString() : models::text(one->title));
  m_text->setText(one == nullptr ? QString() : models::text(one->text));
  QString span;
  if (one != nullptr && one->members) span = tr("Members may see it.") + QLatin1Char(' ');
  if (one != nullptr)
    span += one->until ? tr("From %1 to %2").arg(formatter.shortDate(one->from), formatter.shortDate(*one->until))
                       : tr("From %1").arg(formatter.shortDate(one->from));
  m_span->setText(span);
  m_read->setEnabled(one != nullptr && !one->read);
  m_read->setText(one != nullptr && one->read ? tr("Read by you") : tr("I have read it"));
  m_read->setAccessibleName(m_read->text());
}

bool NewsScreen::takeKey(int key) {
  switch (key) {
    case Qt::Key_Up: m_list->move(-1); return true;
    case Qt::Key_Down: m_list->move(1); return true;
    case Qt::Key_D: m_read->click(); return true;
    default: return false;
  }
}

void NewsScreen::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void NewsScreen::retranslate() {
  m_head->setTitle(tr("Announcements"));
  m_list->setAccessibleName(tr("Announcements of headquarters"));
  m_notice->setHint(tr("Up and Down choose, D says that you have read it, Esc goes back."));
  show(m_till.now());
}

}  // namespace kahui::widgets
