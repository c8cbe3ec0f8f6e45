#include "app/models/tender_text.hpp"

#include "app/models/return_text.hpp"
#include "core/sale/payment_code.hpp"

namespace kahui::models {

bool TenderText::isPaymentCode(const QString& typed) {
  return sale::paymentCode(typed.toStdString()) != sale::PaymentCode::None;
}

QString TenderText::kind(till::TenderKind kind) {
  switch (kind) {
    case till::TenderKind::Cash: return tr("Cash");
    case till::TenderKind::BankCard: return tr("Bank card");
    case till::TenderKind::Stored: return tr("Stored value");
    case till::TenderKind::Voucher: return tr("Voucher");
    case till::TenderKind::Split: return tr("Split");
  }
  return {};
}

QString TenderText::shortKind(till::TenderKind kind) {
  if (kind == till::TenderKind::BankCard) return tr("Card");
  return kind == till::TenderKind::Stored ? tr("Stored") : TenderText::kind(kind);
}

QString TenderText::taken(const till::TakenView& taken, Formatter formatter) {
  const QString what = ReturnText::tender(taken.type) + QLatin1Char(' ') + formatter.money(taken.amount);
  return taken.reference.empty() ? what : tr("%1, ref. %2").arg(what, text(taken.reference));
}

QString TenderText::stage(till::PaymentView::Stage stage) {
  switch (stage) {
    case till::PaymentView::Stage::Asking: return tr("The code is being charged.");
    case till::PaymentView::Stage::Waiting: return tr("The customer confirms on the telephone.");
    case till::PaymentView::Stage::Reversing: return tr("The payment is being reversed.");
    case till::PaymentView::Stage::Unknown: return tr("Nobody knows yet whether it was paid.");
  }
  return {};
}

QString TenderText::stage(const till::PaymentView& payment) {
  if (payment.provider != till::kPurseTender) return stage(payment.stage);
  switch (payment.stage) {
    case till::PaymentView::Stage::Asking:
    case till::PaymentView::Stage::Waiting: return tr("Lay the card on the reader and leave it there.");
    case till::PaymentView::Stage::Reversing: return tr("The payment is being reversed.");
    case till::PaymentView::Stage::Unknown:
      return tr("The card left too early: lay it on the reader again. Never take the money twice.");
  }
  return {};
}

QString TenderText::open(const ports::OpenPayment& payment) {
  if (payment.provider == ports::kCardLoad)
    return payment.refund
               ? tr("Taken off the card if it got them: lay it on the reader")
               : tr("Not known whether the card got them: lay it on the reader, or a manager gives them back");
  if (payment.provider == till::kPurseTender) {
    if (payment.refund) return tr("Owed to the card: lay it on the reader");
    return payment.paid ? tr("Paid by the card, its bill is not finished")
                        : tr("Not known whether the card paid: lay it on the reader, or a manager lets the bill go");
  }
  if (payment.refund) return tr("Refund, not confirmed yet");
  return payment.paid ? tr("Paid, its bill is not finished") : tr("Not known whether it was paid");
}

QString TenderText::why(const ports::ValueRow& row) {
  if (row.why == "TOP_UP") return tr("Top-up");
  if (row.why == "PAY") return tr("Paid with");
  if (row.why == "REFUND") return tr("Given back");
  if (row.why == "CLOSE") return tr("Closed");
  if (row.why == "SOLD") return tr("Count card sold");
  if (row.why == "USED") return tr("Used");
  if (row.why == "CONFIRMED") return tr("Other tills, by headquarters");
  if (row.why == "GIVEN_BACK") return tr("Use given back");
  if (row.why == "RETURNED") return tr("Count card returned");
  return text(row.why);
}

QString TenderText::moved(const ports::ValueRow& row, Formatter formatter) {
  if (!row.card.empty())
    return (row.count > 0 ? QStringLiteral("+%1") : QStringLiteral("−%1")).arg(std::abs(row.count));
  const base::Money change = row.principal + row.bonus;
  return change < base::Money{} ? formatter.saving(base::Money{} - change) : QLatin1Char('+') + formatter.money(change);
}

QString TenderText::after(const ports::ValueRow& row, Formatter formatter) {
  return row.card.empty() ? formatter.money(row.balance_after) : tr("%1 left").arg(row.left_after);
}

QString TenderText::count(const ports::OwnedCount& card, Formatter formatter) {
  const QString left = tr("%1 of %2 left").arg(card.left).arg(card.sold);
  return card.expires ? tr("%1, until %2").arg(left, formatter.date(*card.expires)) : left;
}

}  // namespace kahui::models
