#include "app/widgets/value_screen.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

#include "app/models/messages.hpp"
#include "app/models/tender_text.hpp"
#include "app/widgets/card.hpp"

namespace kahui::widgets {
namespace {

constexpr int kValueScreenLongestEntry = 12;

}  // namespace

ValueScreen::ValueScreen(Look look, models::TillModel& till, QWidget* parent)
    : Page(parent),
      m_look(look),
      m_till(till),
      m_head(makeHead(look, QStringLiteral("valueBack"))),
      m_notice(new NoticeBar(look, QStringLiteral("value"))) {
  auto* columns = new QHBoxLayout;
  columns->setSpacing(kMargin_px);
  columns->addWidget(makeTopUp(), 2);
  columns->addWidget(makeLists(), 3);
  arrange(m_head, nullptr, columns, m_notice);
  retranslate();
}

QWidget* ValueScreen::makeTopUp() {
  auto* card = new Card(m_look);
  auto* layout = new QVBoxLayout(card);
  layout->setContentsMargins(14, 12, 14, 14);
  layout->setSpacing(kGap_px);
  m_balance_title = new TextLabel(m_look, 15, TextLabel::Weight::Normal, &Tokens::secondary);
  m_balance = new TextLabel(m_look, 36, TextLabel::Weight::Bold, &Tokens::text);
  m_balance->setObjectName(QStringLiteral("valueBalanceTextLabel"));
  m_balance->setShrinking(20);
  m_balance_detail = new TextLabel(m_look, 14, TextLabel::Weight::Normal, &Tokens::secondary);
  m_honest = new TextLabel(m_look, 14, TextLabel::Weight::Normal, &Tokens::secondary);
  m_honest->setObjectName(QStringLiteral("valueHonestTextLabel"));
  m_honest->setWordWrap(true);
  m_honest->hide();
  m_ask = new TextLabel(m_look, 16, TextLabel::Weight::Bold, &Tokens::text);
  m_ask->setWordWrap(true);
  m_entry = new CodeEdit(m_look, QStringLiteral("value"), CodeEdit::Ime::Refused);
  m_entry->setFont(typeface(24, true));
  m_entry->setMinimumHeight(kTouch_px);
  m_entry->setMaxLength(kValueScreenLongestEntry);
  m_entry->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_plan = new TextLabel(m_look, 15, TextLabel::Weight::Normal, &Tokens::text);
  m_plan->setObjectName(QStringLiteral("valuePlanTextLabel"));
  m_plan->setWordWrap(true);
  m_pad = new NumberPad(m_look, QStringLiteral("valuePad"), NumberPad::Extra::Point);
  m_pad->setTarget(m_entry);
  m_cash = lettered(m_look, ActionButton::Kind::Primary, "valueCash", "Enter");
  m_card = lettered(m_look, ActionButton::Kind::Plain, "valueCard", "Alt+C");
  m_close = lettered(m_look, ActionButton::Kind::Plain, "valueClose", "Alt+X");
  for (QWidget* part :
       std::initializer_list<QWidget*>{m_balance_title, m_balance, m_balance_detail, m_honest, m_ask, m_entry, m_plan})
    layout->addWidget(part);
  layout->addWidget(m_pad, 1);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(kGap_px);
  buttons->addWidget(m_card, 1);
  buttons->addWidget(m_close, 1);
  layout->addLayout(buttons);
  layout->addWidget(m_cash);
  connect(m_entry, &CodeEdit::entered, this, &ValueScreen::entered);
  connect(m_entry, &QLineEdit::textChanged, this, &ValueScreen::plan);
  connect(m_cash, &QAbstractButton::clicked, this, [this] { entered(m_entry->text()); });
  connect(m_card, &QAbstractButton::clicked, this, [this] { topUp(till::TenderKind::BankCard); });
  connect(m_close, &QAbstractButton::clicked, this, &ValueScreen::closeAccount);
  return card;
}

QWidget* ValueScreen::makeLists() {
  auto* card = new Card(m_look);
  auto* layout = new QVBoxLayout(card);
  layout->setContentsMargins(10, 12, 10, 10);
  layout->setSpacing(kGap_px);
  m_counts_title = new TextLabel(m_look, 16, TextLabel::Weight::Bold, &Tokens::text);
  m_counts_list = new TwoLineList(m_look, QStringLiteral("valueCounts"));
  m_use = lettered(m_look, ActionButton::Kind::Plain, "valueUse", "Alt+U");
  m_history_title = new TextLabel(m_look, 16, TextLabel::Weight::Bold, &Tokens::text);
  m_history = new TwoLineList(m_look, QStringLiteral("valueHistory"));
  auto* head = new QHBoxLayout;
  head->addWidget(m_counts_title, 1);
  head->addWidget(m_use);
  layout->addLayout(head);
  layout->addWidget(m_counts_list, 1);
  layout->addWidget(m_history_title);
  layout->addWidget(m_history, 2);
  connect(m_use, &QAbstractButton::clicked, this, &ValueScreen::use);
  const std::pair<Qt::Key, ActionButton*> keys[] = {{Qt::Key_C, m_card}, {Qt::Key_X, m_close}, {Qt::Key_U, m_use}};
  for (const auto& [key, target] : keys) {
    auto* shortcut = new QShortcut(QKeySequence(Qt::ALT | key), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, target, &QAbstractButton::click);
  }
  return card;
}

void ValueScreen::open() {
  m_answered = m_till.now().notice ? m_till.now().notice->serial : 0;
  go(Step::Amount);
  m_till.submit(till::ShowValueHistory{});
  m_entry->setFocus();
}

void ValueScreen::leave() {
  go(Step::Amount);
  m_till.submit(till::PlanTopUp{});
  m_till.submit(till::ShowValueHistory{false});
}

bool ValueScreen::back() {
  if (m_step == Step::Amount) return false;
  go(Step::Amount);
  return true;
}

void ValueScreen::go(Step step) {
  m_step = step;
  if (step == Step::Amount) m_amount = {};
  m_entry->clear();
  m_entry->setEchoMode(step == Step::SignerPin ? QLineEdit::Password : QLineEdit::Normal);
  fill();
  m_entry->setFocus();
}

void ValueScreen::say(const QString& what, const QString& next) {
  m_notice->show({till::NoticeKind::Error, what, next, false});
}

void ValueScreen::plan() {
  if (m_step != Step::Amount) return;
  const auto amount = m_entry->text().isEmpty() ? std::nullopt : models::parseMoney(m_entry->text());
  m_till.submit(till::PlanTopUp{amount.value_or(base::Money())});
}

void ValueScreen::askAmount() {
  say(tr("This is not an amount of money."), tr("Type what the member pays, for example 500."));
}

void ValueScreen::entered(const QString& text) {
  const QString typed = text.trimmed();
  switch (m_step) {
    case Step::Amount: return topUp(till::TenderKind::Cash);
    case Step::Reference: {
      till::TopUp order{m_amount, till::TenderKind::BankCard, typed.toStdString(), {}};
      m_till.submit(std::move(order));
      return;
    }
    case Step::SignerCode:
      if (typed.isEmpty()) return;
      m_signer = typed.toStdString();
      return go(Step::SignerPin);
    case Step::SignerPin: break;
  }
  till::CloseStored order{{m_signer, typed.toStdString()}};
  go(Step::SignerCode);
  m_till.submit(std::move(order));
}

void ValueScreen::topUp(till::TenderKind kind) {
  if (m_step != Step::Amount) return;
  const auto amount = models::parseMoney(m_entry->text());
  if (!amount || *amount == base::Money()) return askAmount();
  if (kind == till::TenderKind::BankCard) {
    const base::Money kept = *amount;
    go(Step::Reference);
    m_amount = kept;
    return fill();
  }
  m_till.submit(till::TopUp{*amount, kind, {}, {}});
}

// V4: a manager's act; whoever signed in as one needs no second signature.
void ValueScreen::closeAccount() {
  if (m_till.now().op && m_till.now().op->role == till::Role::Manager) return m_till.submit(till::CloseStored{});
  go(Step::SignerCode);
}

void ValueScreen::use() {
  const auto row = static_cast<std::size_t>(std::max(0, m_counts_list->row()));
  if (row < m_counts.size()) m_till.submit(till::UseCount{m_counts[row].card});
}

void ValueScreen::show(const till::Snapshot& snapshot) {
  m_counts = snapshot.member ? snapshot.member->counts : std::vector<ports::OwnedCount>();
  if (snapshot.notice && snapshot.notice->serial != m_answered) {
    m_answered = snapshot.notice->serial;
    // A slip or a line of the bill is to be seen: back to the checkout.
    if (snapshot.notice->code == till::NoticeCode::CountUsed) emit backAsked();
  }
  if (snapshot.phase == till::Phase::Receipt) return emit backAsked();
  fill();
}

// Where the balance comes from, and what may be paid of it while headquarters cannot be asked.
QString ValueScreen::honesty() const {
  const till::Snapshot& now = m_till.now();
  if (!now.member || !now.tenders || !now.tenders->honest) return {};
  const models::Formatter formatter = m_look.formatter();
  const auto& honest = *now.tenders->honest;
  QStringList parts;
  parts << tr("Headquarters confirmed %1 (%2)")
               .arg(formatter.money(honest.said.confirmed),
                    formatter.shortDate(honest.at.date()) + QLatin1Char(' ') + formatter.time(honest.at));
  if (honest.said.unsettled != base::Money())
    parts << tr("this till since: %1").arg(formatter.money(honest.said.unsettled));
  if (honest.offline) parts << tr("offline now: %1 to pay with").arg(formatter.money(*honest.offline));
  return parts.join(tr(", "));
}

void ValueScreen::fill() {
  const models::Formatter formatter = m_look.formatter();
  const till::Snapshot& now = m_till.now();
  const bool member = now.member.has_value();
  const bool has = member && now.member->stored;
  m_head->setTitle(
      member ? tr("Stored value: %1")
                   .arg(models::text(now.member->masked_name.empty() ? now.member->member_no : now.member->masked_name))
             : tr("Stored value"));
  m_balance->setText(member ? formatter.money(now.member->stored.value_or(base::Money())) : QStringLiteral("—"));
  m_balance_detail->setText(!member ? tr("Tap the member's card at the checkout first.")
                            : has   ? tr("of it bonus %1").arg(formatter.money(now.member->stored_bonus))
                                    : tr("Nothing was ever topped up."));
  m_honest->setText(honesty());
  m_honest->setVisible(!m_honest->text().isEmpty());
  switch (m_step) {
    case Step::Amount: m_ask->setText(tr("Top up: what the member pays")); break;
    case Step::Reference:
      m_ask->setText(tr("%1 by bank card: reference of the slip").arg(formatter.money(m_amount)));
      break;
    case Step::SignerCode: m_ask->setText(tr("Close it: a manager's staff code")); break;
    case Step::SignerPin: m_ask->setText(tr("Close it: the manager's PIN")); break;
  }
  m_entry->setAccessibleName(m_ask->text());
  const auto& plan = now.tenders ? now.tenders->plan : std::nullopt;
  m_plan->setText(m_step != Step::Amount || !plan ? QString()
                  : plan->bonus == base::Money()
                      ? tr("No bonus; %1 afterwards.").arg(formatter.money(plan->after))
                      : tr("Bonus %1 (%2); %3 afterwards.")
                            .arg(formatter.money(plan->bonus), models::text(plan->rule), formatter.money(plan->after)));
  m_cash->setText(m_step == Step::Amount ? tr("Top up in cash") : tr("Go on"));
  m_cash->setAccessibleName(m_cash->text());
  m_cash->setEnabled(member);
  m_card->setEnabled(member && m_step == Step::Amount);
  m_close->setEnabled(has && m_step == Step::Amount);
  std::vector<TwoLineRow> counts;
  for (const ports::OwnedCount& card : m_counts)
    counts.push_back({models::text(card.name), models::TenderText::count(card, formatter), QString::number(card.left)});
  m_use->setEnabled(!counts.empty());
  m_counts_list->show(std::move(counts));
  std::vector<TwoLineRow> rows;
  if (now.tenders && now.tenders->history) {
    for (const ports::ValueRow& row : *now.tenders->history) {
      const QString what = models::TenderText::why(row);
      rows.push_back({row.name.empty() ? what : tr("%1: %2").arg(what, models::text(row.name)),
                      formatter.shortDate(row.day) + QStringLiteral("  ") + models::TenderText::moved(row, formatter),
                      models::TenderText::after(row, formatter)});
    }
  }
  m_history->show(std::move(rows));
}

bool ValueScreen::takeKey(int) { return false; }

void ValueScreen::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void ValueScreen::retranslate() {
  m_balance_title->setText(tr("Balance"));
  m_card->setText(tr("By bank card"));
  m_card->setAccessibleName(tr("Top up by bank card"));
  m_close->setText(tr("Close it"));
  m_close->setAccessibleName(tr("Close the stored value and pay out the principal"));
  m_counts_title->setText(tr("Count cards"));
  m_counts_list->setAccessibleName(tr("Count cards"));
  m_use->setText(tr("Use once"));
  m_use->setAccessibleName(tr("Use the chosen count card once"));
  m_history_title->setText(tr("History"));
  m_history->setAccessibleName(tr("History of stored value and count cards"));
  m_notice->setHint(tr("Enter tops up. Esc goes back."));
  fill();
}

}  // namespace kahui::widgets
