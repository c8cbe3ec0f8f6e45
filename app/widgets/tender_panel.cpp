#include "app/widgets/tender_panel.hpp"

#include <QHBoxLayout>

#include "app/models/key_map.hpp"
#include "app/models/return_text.hpp"
#include "app/models/tender_text.hpp"

namespace kahui::widgets {
namespace {

using till::TenderKind;

constexpr int kTenderPanelLongestAmount = 9;  // 999999.99; a barcode has at least eight digits and no point
constexpr int kMostWholeYuan = 6;
constexpr std::size_t kQuickButtons = 4;
constexpr int kKind_px = 56;
constexpr int kTenderPanelLongestEntry = 40;

struct Kind {
  TenderKind kind;
  const char* stem;
  const char* cap;
  const char* icon;
  int share;  // of the row: the longer word needs more
};
constexpr Kind kTenderPanelKinds[] = {{TenderKind::Cash, "tenderCash", "F11", "cash", 5},
                                      {TenderKind::BankCard, "tenderCard", "F12", "card", 5},
                                      {TenderKind::Stored, "tenderStored", "⇧F11", "points", 6},
                                      {TenderKind::Voucher, "tenderVoucher", "Alt+V", "gift", 7},
                                      {TenderKind::Split, "tenderSplit", "⇧F12", "more", 5}};

bool looksScanned(const QString& typed) {
  return typed.size() > kTenderPanelLongestAmount ||
         (typed.size() > kMostWholeYuan && !typed.contains(QLatin1Char('.')));
}

}  // namespace

TenderPanel::TenderPanel(Look look, QWidget* parent)
    : SidePanel(look, QStringLiteral("tender"), parent),
      m_due_title(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_due(new TextLabel(look, 30, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_rounding(new TextLabel(look, 13, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_taken(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::text, this)),
      m_kinds(new QWidget(this)),
      m_entry(new CodeEdit(look, QStringLiteral("received"), CodeEdit::Ime::Refused, this)),
      m_pin_key(new CustomerPin(look, QStringLiteral("tender"), this)),
      m_quick_row(new QWidget(this)),
      m_hint(new TextLabel(look, 13, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_purse(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("cardPurse"), this)),
      m_pad(new NumberPad(look, QStringLiteral("tenderPad"), NumberPad::Extra::Point, this)),
      m_payment(new QWidget(this)),
      m_change_row(new QWidget(this)),
      m_change_title(new TextLabel(look, 16, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_change(new TextLabel(look, 40, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_pay(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("pay"), this)) {
  m_due->setObjectName(QStringLiteral("tenderDueTextLabel"));
  m_change->setObjectName(QStringLiteral("tenderChangeTextLabel"));
  m_taken->setObjectName(QStringLiteral("tenderTakenTextLabel"));
  m_hint->setObjectName(QStringLiteral("tenderHintTextLabel"));
  m_hint->setWordWrap(true);
  for (TextLabel* figure : {m_due, m_change}) {
    figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    figure->setShrinking(22);
  }
  m_entry->setFont(typeface(24, true));
  m_entry->setMinimumHeight(kTouch_px);
  m_entry->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_entry->setMaxLength(kTenderPanelLongestEntry);
  m_pad->setTarget(m_entry);
  m_pay->setIconName(QStringLiteral("check"));
  m_pay->setCap(QStringLiteral("Enter"));
  makeKinds();
  makeQuickButtons();
  makePayment();

  auto* due = new QHBoxLayout;
  auto* due_words = new QVBoxLayout;
  due_words->setSpacing(0);
  due_words->addWidget(m_due_title);
  due_words->addWidget(m_rounding);
  due->addLayout(due_words);
  due->addWidget(m_due, 1);
  auto* change = new QHBoxLayout(m_change_row);
  change->setContentsMargins(0, 0, 0, 0);
  change->addWidget(m_change_title);
  change->addWidget(m_change, 1);
  body()->setSpacing(6);
  body()->addWidget(m_kinds);
  body()->addLayout(due);
  body()->addWidget(m_taken);
  body()->addWidget(m_purse);
  body()->addWidget(m_entry);
  body()->addWidget(m_pin_key);
  body()->addWidget(m_quick_row);
  body()->addWidget(m_hint);
  body()->addWidget(m_pad, 1);
  body()->addWidget(m_payment, 1);
  body()->addWidget(m_change_row);
  body()->addWidget(m_pay);
  connect(m_entry, &QLineEdit::textChanged, this, &TenderPanel::refresh);
  connect(m_entry, &CodeEdit::entered, this, &TenderPanel::pay);
  connect(m_pay, &QAbstractButton::clicked, this, &TenderPanel::pay);
  connect(m_pin_key, &CustomerPin::typed, this, &TenderPanel::pay);
  TenderPanel::retranslate();
}

void TenderPanel::makeKinds() {
  auto* row = new QHBoxLayout(m_kinds);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  for (const Kind& kind : kTenderPanelKinds) {
    auto* button = new ActionButton(m_look, ActionButton::Kind::Function, QString::fromLatin1(kind.stem), m_kinds);
    button->setCap(QString::fromUtf8(kind.cap));
    button->setIconName(QString::fromLatin1(kind.icon));
    button->setFixedHeight(kKind_px);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(button, &QAbstractButton::clicked, this, [this, chosen = kind.kind] { emit kindAsked(chosen); });
    row->addWidget(button, kind.share);
    m_kind_buttons.push_back({kind.kind, button});
  }
  m_purse->setIconName(QStringLiteral("card"));
  m_purse->setCap(QStringLiteral("Alt+K"));
  m_purse->setFixedHeight(kTouch_px);
  connect(m_purse, &QAbstractButton::clicked, this, &TenderPanel::purseAsked);
}

void TenderPanel::makeQuickButtons() {
  auto* row = new QHBoxLayout(m_quick_row);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(6);
  for (std::size_t at = 0; at < kQuickButtons; ++at) {
    auto* button = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("quick%1").arg(at), m_quick_row);
    button->setFixedHeight(kTouch_px);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(button, &QAbstractButton::clicked, this, [this, at] {
      if (at < m_tender.quick_amounts.size())
        m_entry->setText(m_look.formatter().amount(m_tender.quick_amounts[at]).remove(QLatin1Char(',')));
    });
    row->addWidget(button, at == 0 ? 4 : 3);  // the exact amount has fen
    m_quick.push_back(button);
  }
}

void TenderPanel::makePayment() {
  auto* column = new QVBoxLayout(m_payment);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGap_px);
  m_payment_title = new TextLabel(m_look, 20, TextLabel::Weight::Bold, &Tokens::text, m_payment);
  m_payment_title->setObjectName(QStringLiteral("paymentTitleTextLabel"));
  m_payment_title->setShrinking(14);
  m_payment_words = new TextLabel(m_look, 16, TextLabel::Weight::Normal, &Tokens::secondary, m_payment);
  m_payment_words->setObjectName(QStringLiteral("paymentTextLabel"));
  m_payment_words->setWordWrap(true);
  m_ask = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("paymentAsk"), m_payment);
  m_ask->setCap(QStringLiteral("A"));
  m_reverse = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("paymentReverse"), m_payment);
  m_reverse->setCap(QStringLiteral("R"));
  m_aside = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("paymentAside"), m_payment);
  m_aside->setCap(QStringLiteral("S"));
  column->addStretch(1);
  for (QWidget* part : std::initializer_list<QWidget*>{m_payment_title, m_payment_words, m_ask, m_reverse, m_aside})
    column->addWidget(part);
  column->addStretch(2);
  connect(m_ask, &QAbstractButton::clicked, this, &TenderPanel::askAsked);
  connect(m_reverse, &QAbstractButton::clicked, this, &TenderPanel::reverseAsked);
  connect(m_aside, &QAbstractButton::clicked, this, &TenderPanel::asideAsked);
}

void TenderPanel::open(const till::TenderView& tender) {
  m_tender = tender;
  m_waiting = false;
  m_entry->clear();
  retranslate();
}

void TenderPanel::show(const till::TenderView& tender, bool by_code) {
  const bool other = tender.kind != m_tender.kind || tender.next != m_tender.next ||
                     tender.payment.has_value() != m_tender.payment.has_value() ||
                     tender.pin_needed != m_tender.pin_needed;
  m_tender = tender;
  m_by_code = by_code;
  m_waiting = false;
  if (other) m_entry->clear();
  retranslate();
  if (other) takeFocus();
}

// While a payment is under way no button has the focus: an Enter out of habit must not reverse it.
void TenderPanel::takeFocus() {
  if (m_tender.payment)
    setFocus();
  else
    (m_entry->isHidden() ? static_cast<QWidget*>(m_pay) : m_entry)->setFocus();
}

bool TenderPanel::takeKey(int key) {
  if (!m_tender.payment && !isSettled()) return false;
  for (ActionButton* button : {m_ask, m_reverse, m_aside}) {
    const bool mine = (button == m_ask && key == Qt::Key_A) || (button == m_reverse && key == Qt::Key_R) ||
                      (button == m_aside && key == Qt::Key_S);
    if (!mine) continue;
    if (button->isVisible() && button->isEnabled()) button->click();
    return true;
  }
  return false;
}

bool TenderPanel::isSettled() const { return m_tender.rest == base::Money() && !m_tender.taken.empty(); }

std::optional<base::Money> TenderPanel::given() const {
  return m_entry->text().isEmpty() ? m_tender.due : models::parseMoney(m_entry->text());
}

// What belongs to the way that is chosen, and to a payment under way.
void TenderPanel::arrange() {
  const bool paying = m_tender.payment.has_value();
  const bool cash = m_tender.kind == TenderKind::Cash;
  const bool typed = !paying && !isSettled();
  const bool stored = m_tender.kind == TenderKind::Stored;
  m_kinds->setVisible(typed);
  m_purse->setVisible(typed && m_tender.purse && m_tender.purse->worth > base::Money());
  m_entry->setVisible(typed && (!stored || m_tender.pin_needed));
  m_pin_key->serve(typed && stored && m_tender.pin_needed ? m_entry : nullptr);
  m_entry->setEchoMode(stored ? QLineEdit::Password : QLineEdit::Normal);
  m_entry->setIconName(cash || m_tender.kind == TenderKind::Split ? QStringLiteral("cash") : QStringLiteral("receipt"));
  m_quick_row->setVisible(typed && cash && m_tender.taken.empty());
  m_pad->setVisible(typed && (!stored || m_tender.pin_needed));
  m_payment->setVisible(paying || !typed || (stored && !m_tender.pin_needed));
  m_change_row->setVisible(typed && cash);
  m_pay->setVisible(!paying);
  m_hint->setVisible(typed && !m_hint->text().isEmpty());
}

void TenderPanel::fillTaken() {
  QStringList lines;
  for (const till::TakenView& one : m_tender.taken) lines << models::TenderText::taken(one, m_look.formatter());
  m_taken->setText(lines.join(QLatin1Char('\n')));
  m_taken->setAccessibleName(lines.isEmpty() ? QString() : tr("Taken: %1").arg(lines.join(QStringLiteral(", "))));
  m_taken->setVisible(!lines.isEmpty());
}

void TenderPanel::fillPayment() {
  using Stage = till::PaymentView::Stage;
  const models::Formatter formatter = m_look.formatter();
  const auto& payment = m_tender.payment;
  const bool unknown = payment && payment->stage == Stage::Unknown;
  const bool electronic = !payment && !m_tender.taken.empty() && m_tender.taken.back().electronic;
  m_ask->setVisible(unknown);
  m_aside->setVisible(unknown || (electronic && isSettled()));
  m_reverse->setVisible(payment || electronic);
  m_reverse->setEnabled(!payment || payment->stage != Stage::Reversing);
  m_payment_words->setVisible(true);
  if (payment) {
    m_payment_title->setText(models::ReturnText::tender(payment->provider) + QLatin1Char(' ') +
                             formatter.money(payment->amount));
    const QString stage = models::TenderText::stage(*payment);
    m_payment_words->setText(payment->code.empty() ? stage
                                                   : models::text(payment->code) + QStringLiteral("  ") + stage);
    m_payment_words->setInk(unknown ? &Tokens::price : &Tokens::secondary);
  } else if (isSettled()) {
    m_payment_title->setText(tr("All is paid"));
    m_payment_words->setText(tr("The bill is not saved yet: press Enter."));
  } else {
    m_payment_title->setText(m_tender.stored ? tr("Stored value %1").arg(formatter.money(*m_tender.stored))
                                             : tr("No stored value"));
    m_payment_words->setText(m_tender.stored ? tr("It pays as much as there is; the rest stays open.")
                                             : tr("Tap the member's card before payment, or top it up first."));
    m_payment_words->setInk(&Tokens::secondary);
  }
}

QString TenderPanel::payWords() const {
  const models::Formatter formatter = m_look.formatter();
  if (isSettled()) return tr("Save the bill");
  switch (m_tender.kind) {
    case TenderKind::Cash: break;
    case TenderKind::BankCard:
    case TenderKind::Voucher: return tr("Take %1").arg(formatter.money(m_tender.next));
    case TenderKind::Stored:
      return tr("Take %1").arg(formatter.money(std::min(m_tender.next, m_tender.stored.value_or(base::Money()))));
    case TenderKind::Split: return tr("Pay this part next");
  }
  return tr("Take payment");
}

void TenderPanel::refresh() {
  const models::TenderVm vm = models::Presenters::tender(m_tender, given(), m_look.formatter());
  const bool cash = m_tender.kind == TenderKind::Cash && !m_tender.payment;  // a code pays to the fen
  const QString due =
      cash ? vm.due : m_look.formatter().money(m_tender.payment ? m_tender.payment->amount : m_tender.next);
  m_due->setText(due);
  m_due->setAccessibleName(tr("To pay %1").arg(due));
  const bool rounded = cash && !vm.rounding.isEmpty();
  m_rounding->setText(rounded ? tr("rounded %1").arg(vm.rounding) : QString());
  m_rounding->setVisible(rounded);
  m_change_title->setText(vm.enough ? tr("Change") : tr("Missing"));
  m_change->setText(vm.change);
  m_change->setInk(vm.enough ? &Tokens::text : &Tokens::price);
  m_change->setAccessibleName(m_change_title->text() + QLatin1Char(' ') + vm.change);
  m_pay->setText(payWords());
  m_pay->setAccessibleName(m_pay->text());
  m_pay->setEnabled(!m_waiting);
}

// Short cash goes to the till all the same: the refusal and its words come from one place.
void TenderPanel::pay() {
  if (m_waiting || m_tender.payment || m_pin_key->runs()) return;
  if (isSettled()) return emit finishAsked();
  const QString typed = m_entry->text().trimmed();
  if (models::TenderText::isPaymentCode(typed)) {
    m_entry->clear();
    return emit codeScanned(typed);
  }
  switch (m_tender.kind) {
    case TenderKind::Cash: return payCash();
    case TenderKind::BankCard:
    case TenderKind::Voucher:
    case TenderKind::Stored: return takeOther(typed);
    case TenderKind::Split: break;
  }
  const auto amount = looksScanned(typed) ? std::nullopt : models::parseMoney(typed);
  m_entry->clear();
  if (!amount) return emit unreadable();
  emit splitAsked(*amount);
}

void TenderPanel::payCash() {
  if (looksScanned(m_entry->text())) {
    m_entry->clear();
    return emit scanned();
  }
  const auto money = given();
  if (!money) return emit unreadable();
  m_waiting = true;
  refresh();
  emit payAsked(*money);
}

void TenderPanel::takeOther(const QString& typed) {
  till::TakeTender tender;
  tender.kind = m_tender.kind;
  if (m_tender.kind == TenderKind::Stored) {
    tender.member_pin = typed.toStdString();
    m_entry->clear();
  } else {
    tender.reference = typed.toStdString();
  }
  m_waiting = true;
  refresh();
  emit taken(std::move(tender));
}

void TenderPanel::retranslate() {
  const models::Formatter formatter = m_look.formatter();
  setTitle(m_tender.payment ? models::ReturnText::tender(m_tender.payment->provider)
                            : models::TenderText::kind(m_tender.kind));
  m_due_title->setText(m_tender.taken.empty() && m_tender.next == m_tender.rest ? tr("To pay")
                       : m_tender.next == m_tender.rest                         ? tr("Still to pay")
                                                                                : tr("This part"));
  for (const KindButton& one : m_kind_buttons) {
    one.button->setText(models::TenderText::shortKind(one.kind));
    one.button->setAccessibleName(tr("Pay by: %1").arg(models::TenderText::kind(one.kind)));
    const bool chosen = one.kind == m_tender.kind;
    one.button->setInk(chosen ? &Tokens::primary : nullptr);
    one.button->setEnabled(one.kind != TenderKind::Stored || m_tender.stored.has_value());
  }
  if (m_tender.purse) {
    const QString held = formatter.points(m_tender.purse->points);
    m_purse->setText(tr("Points on card: %1").arg(held));
    m_purse->setAccessibleName(
        tr("Pay with the %1 points on the card, worth %2").arg(held, formatter.money(m_tender.purse->worth)));
  }
  m_hint->setText(m_by_code ? tr("Or scan the customer's payment code.") : QString());
  switch (m_tender.kind) {
    case TenderKind::Cash:
      m_entry->setPlaceholderText(formatter.amount(m_tender.due));
      m_entry->setAccessibleName(tr("Cash received"));
      break;
    case TenderKind::BankCard:
      m_entry->setPlaceholderText(tr("Slip number"));
      m_entry->setAccessibleName(tr("Reference number of the card slip"));
      m_hint->setText(tr("Reference number of the terminal's slip, 4 to 12 signs. Never the card number."));
      break;
    case TenderKind::Voucher:
      m_entry->setPlaceholderText(tr("Voucher number"));
      m_entry->setAccessibleName(tr("Number of the voucher"));
      m_hint->setText(tr("Its number, 4 to 12 signs. Its value is split off first where it is less."));
      break;
    case TenderKind::Stored:
      m_entry->setPlaceholderText(tr("Member's PIN"));
      m_entry->setAccessibleName(tr("Member's PIN"));
      break;
    case TenderKind::Split:
      m_entry->setPlaceholderText(formatter.amount(m_tender.rest));
      m_entry->setAccessibleName(tr("Amount of the next part"));
      m_hint->setText(tr("Type the next part, then choose how it is paid or scan a code."));
      break;
  }
  for (std::size_t at = 0; at < m_quick.size(); ++at) {
    const bool used = at < m_tender.quick_amounts.size();
    m_quick[at]->setVisible(used);
    if (!used) continue;
    const QString amount = formatter.money(m_tender.quick_amounts[at]);
    m_quick[at]->setText(amount.endsWith(QLatin1String(".00")) ? amount.chopped(3) : amount);
    m_quick[at]->setAccessibleName(at == 0 ? tr("Exact: %1").arg(amount) : tr("Received %1").arg(amount));
  }
  m_ask->setText(tr("Ask again"));
  m_ask->setAccessibleName(tr("Ask again whether it was paid"));
  m_reverse->setText(tr("Reverse the payment"));
  m_reverse->setAccessibleName(m_reverse->text());
  m_aside->setText(tr("Set the bill aside"));
  m_aside->setAccessibleName(tr("Set the bill aside until it is known"));
  fillTaken();
  fillPayment();
  arrange();
  refresh();
}

}  // namespace kahui::widgets
