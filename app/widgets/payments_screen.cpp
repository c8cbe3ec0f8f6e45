#include "app/widgets/payments_screen.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "app/models/return_text.hpp"
#include "app/models/tender_text.hpp"
#include "app/widgets/card.hpp"

namespace kahui::widgets {
namespace {

constexpr int kList = 0;
constexpr int kWhy = 1;
constexpr int kPaymentsScreenSign = 2;

}  // namespace

PaymentsScreen::PaymentsScreen(Look look, models::TillModel& till, QWidget* parent)
    : Page(parent),
      m_look(look),
      m_till(till),
      m_head(makeHead(look, QStringLiteral("paymentsBack"))),
      m_words(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::secondary)),
      m_list(new TwoLineList(look, QStringLiteral("payments"))),
      m_ask(lettered(look, ActionButton::Kind::Plain, "paymentsAsk", "A")),
      m_finish(lettered(look, ActionButton::Kind::Plain, "paymentsFinish", "F")),
      m_reverse(lettered(look, ActionButton::Kind::Plain, "paymentsReverse", "R")),
      m_release(lettered(look, ActionButton::Kind::Plain, "paymentsRelease", "G")),
      m_steps(new QStackedWidget),
      m_why_words(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::secondary)),
      m_why(new CodeEdit(look, QStringLiteral("paymentsWhy"), CodeEdit::Ime::Allowed)),
      m_approval(new ApprovalForm(look, QStringLiteral("payments"))),
      m_notice(new NoticeBar(look, QStringLiteral("payments"))) {
  m_words->setWordWrap(true);
  auto* card = new Card(look);
  auto* inside = new QVBoxLayout(card);
  inside->setContentsMargins(2, 6, 2, 6);
  inside->addWidget(m_list);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(kGap_px);
  m_why->setMaxLength(60);
  m_why_words->setWordWrap(true);
  auto* why = new Card(look);
  auto* asked = new QVBoxLayout(why);
  asked->setContentsMargins(16, 12, 16, 14);
  asked->setSpacing(kGap_px);
  asked->addWidget(m_why_words);
  asked->addWidget(m_why);
  asked->addStretch(1);
  auto* sign = new Card(look);
  auto* signs = new QVBoxLayout(sign);
  signs->setContentsMargins(16, 12, 16, 14);
  signs->addWidget(m_approval);
  for (QWidget* step : std::initializer_list<QWidget*>{card, why, sign}) m_steps->addWidget(step);
  connect(m_release, &QAbstractButton::clicked, this, &PaymentsScreen::beginRelease);
  connect(m_why, &CodeEdit::entered, this, [this] { release({}); });
  connect(m_approval, &ApprovalForm::signedBy, this, &PaymentsScreen::release);
  for (ActionButton* one : {m_ask, m_finish, m_reverse, m_release}) buttons->addWidget(one, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(kMargin_px, kMargin_px, kMargin_px, kMargin_px);
  layout->setSpacing(kGap_px);
  layout->addWidget(m_head);
  layout->addWidget(m_words);
  layout->addWidget(m_steps, 1);
  layout->addLayout(buttons);
  layout->addWidget(m_notice);
  connect(m_ask, &QAbstractButton::clicked, this, &PaymentsScreen::ask);
  connect(m_finish, &QAbstractButton::clicked, this, &PaymentsScreen::finish);
  connect(m_reverse, &QAbstractButton::clicked, this, &PaymentsScreen::reverse);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PaymentsScreen::enable);
  retranslate();
}

void PaymentsScreen::open() {
  m_steps->setCurrentIndex(kList);
  m_answered = m_till.now().notice ? m_till.now().notice->serial : 0;
  m_list->setFocus();
}

bool PaymentsScreen::back() {
  if (m_steps->currentIndex() == kList) return false;
  m_steps->setCurrentIndex(kList);
  m_list->setFocus();
  return true;
}

void PaymentsScreen::beginRelease() {
  const auto* one = current();
  if (one == nullptr) return;
  m_asked = one->payment;
  m_loads = one->provider == ports::kCardLoad;
  retranslate();
  m_why->clear();
  m_steps->setCurrentIndex(kWhy);
  m_why->setFocus();
}

void PaymentsScreen::release(const till::Approval& approval) {
  m_till.submit(till::GiveBackPayment{m_asked, m_why->text().trimmed().toStdString(), approval});
}

// The bill is let go, or it needs somebody's signature.
void PaymentsScreen::answer(const till::Snapshot& snapshot) {
  if (!snapshot.notice || snapshot.notice->serial == m_answered) return;
  m_answered = snapshot.notice->serial;
  if (m_steps->currentIndex() == kList) return;
  if (!snapshot.notice->error) {
    back();
    return;
  }
  if (m_steps->currentIndex() == kPaymentsScreenSign) return m_approval->refused();
  if (snapshot.notice->error->code != base::ErrorCode::NoRight) return;
  m_approval->setWanted(m_loads ? tr("Give the points back") : tr("Let the bill go"));
  m_approval->open();
  m_steps->setCurrentIndex(kPaymentsScreenSign);
  m_approval->entry()->setFocus();
}

void PaymentsScreen::show(const till::Snapshot& snapshot) {
  m_open = snapshot.tenders ? snapshot.tenders->open : std::vector<ports::OpenPayment>();
  std::vector<TwoLineRow> rows;
  for (const ports::OpenPayment& one : m_open) {
    QString title = models::ReturnText::tender(one.provider);
    if (!one.code.empty()) title += QLatin1Char(' ') + models::text(one.code);
    const base::WallTime begun{one.begun_ms, snapshot.tenders->offset_min};
    const QString when =
        m_look.formatter().shortDate(begun.local().date()) + QLatin1Char(' ') + m_look.formatter().time(begun.local());
    rows.push_back(
        {title, when + QStringLiteral("  ") + models::TenderText::open(one), m_look.formatter().money(one.amount)});
  }
  m_list->show(std::move(rows));
  m_words->setText(m_open.empty()
                       ? tr("Nothing is open: every payment by code is settled.")
                       : tr("Ask until it is known. A paid one is finished with its bill, or reversed; it is "
                            "never taken twice."));
  answer(snapshot);
  // The bill came back: the tender step is at the checkout.
  if (snapshot.phase == till::Phase::Tendering || snapshot.phase == till::Phase::Receipt) emit backAsked();
  enable();
}

const ports::OpenPayment* PaymentsScreen::current() const {
  const auto row = static_cast<std::size_t>(std::max(0, m_list->row()));
  return row < m_open.size() ? &m_open[row] : nullptr;
}

void PaymentsScreen::ask() {
  if (const auto* one = current(); one != nullptr) m_till.submit(till::AskOpenPayment{one->payment});
}

void PaymentsScreen::finish() {
  if (const auto* one = current(); one != nullptr) m_till.submit(till::ResumePayment{one->payment});
}

void PaymentsScreen::reverse() {
  if (const auto* one = current(); one != nullptr) m_till.submit(till::ReverseOpenPayment{one->payment});
}

void PaymentsScreen::enable() {
  const auto* one = current();
  m_ask->setEnabled(one != nullptr);
  m_finish->setEnabled(one != nullptr && one->paid && !one->refund);
  m_reverse->setEnabled(one != nullptr && !one->refund);
  m_release->setEnabled(one != nullptr && !one->refund && !one->paid && till::ofCard(one->provider));
}

bool PaymentsScreen::takeKey(int key) {
  if (m_steps->currentIndex() != kList) return false;
  switch (key) {
    case Qt::Key_Up: m_list->move(-1); return true;
    case Qt::Key_Down: m_list->move(1); return true;
    case Qt::Key_A: m_ask->click(); return true;
    case Qt::Key_F: m_finish->click(); return true;
    case Qt::Key_R: m_reverse->click(); return true;
    case Qt::Key_G: m_release->click(); return true;
    default: return false;
  }
}

void PaymentsScreen::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void PaymentsScreen::retranslate() {
  m_head->setTitle(tr("Open payments by code and by card"));
  m_list->setAccessibleName(tr("Open payments"));
  m_ask->setText(tr("Ask again"));
  m_ask->setAccessibleName(tr("Ask again whether it was paid"));
  m_finish->setText(tr("Finish its bill"));
  m_finish->setAccessibleName(m_finish->text());
  m_reverse->setText(tr("Reverse it"));
  m_reverse->setAccessibleName(m_reverse->text());
  m_release->setText(tr("Let the bill go"));
  m_release->setAccessibleName(tr("Let the bill go; the card gets back what was taken"));
  m_why_words->setText(
      m_loads ? tr("The card is not here, and nobody knows whether it got the points. Say why the account gets them "
                   "back; when the card is seen again they are taken off it.")
              : tr("The card is not here, and nobody knows whether it paid. Say why the bill goes without it; when "
                   "the card is seen again it gets back what was taken."));
  m_why->setPlaceholderText(tr("Why, then Enter"));
  m_why->setAccessibleName(tr("Why the bill goes without the card"));
  m_notice->setHint(tr("Esc goes back to the bill."));
  show(m_till.now());
}

}  // namespace kahui::widgets
