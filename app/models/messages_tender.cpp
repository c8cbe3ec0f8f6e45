// What the till says about tenders, payments by code, stored value and count cards.
#include "app/models/messages.hpp"
#include "app/models/return_text.hpp"

namespace kahui::models {

using till::NoticeCode;

Message Messages::purseRefused(const std::string& reason) {
  if (reason == "CARD_TOO_LITTLE")
    return Message::trouble(tr("There are too few points on the card; nothing was taken."),
                            tr("Tap it again to see what it holds, or choose another way to pay."));
  if (reason == "CARD_ROLLED_BACK")
    return Message::trouble(tr("The card stands before a payment that it made: it is a copy. Nothing was taken."),
                            tr("Keep it, and call a manager."));
  if (reason == "CARD_FULL")
    return Message::trouble(tr("There is no room on the card for what it is owed."),
                            tr("Spend points from it first, then lay it down again."));
  if (reason == "NO_CREDIT_KEY")
    return Message::trouble(tr("This till has no key to give points back to a card."),
                            tr("Lay the card down at a till that has it, or call a manager."));
  return Message::trouble(tr("Nothing was taken from the card."),
                          tr("Try again with the card on the reader, or choose another way to pay."));
}

Message Messages::tendered(const till::Notice& notice, Formatter formatter) {
  const auto argument = [&](std::size_t at) { return at < notice.args.size() ? notice.args[at] : std::string(); };
  const auto paid = [&] {
    return ReturnText::tender(argument(0)) + QLatin1Char(' ') +
           formatter.money(base::Money(text(argument(1)).toLongLong()));
  };
  if (notice.code == NoticeCode::TenderTaken)
    return Message::news(tr("Taken: %1. The rest is still open.").arg(paid()));
  if (notice.code == NoticeCode::TenderLeft) return Message::news(tr("Taken off again: %1.").arg(paid()));
  if (notice.code == NoticeCode::PurseOwed)
    return Message::trouble(
        tr("The card is owed what %1 was taken for.").arg(formatter.money(base::Money(text(argument(0)).toLongLong()))),
        tr("Lay it on the reader again; what was taken goes back at once."));
  if (argument(0) == ports::kCardLoad) return cardLoad(notice, formatter);
  if (notice.code == NoticeCode::PaymentUnpaid && argument(0) == till::kPurseTender) return purseRefused(argument(2));
  if (notice.code == NoticeCode::PaymentUnknown && argument(0) == till::kPurseTender)
    return Message::trouble(tr("Nobody can say yet whether the card paid %1.")
                                .arg(formatter.money(base::Money(text(argument(1)).toLongLong()))),
                            tr("Lay the same card on the reader again; do not take the money twice."));
  if (notice.code == NoticeCode::PaymentUnpaid && argument(2) == "REVERSED")
    return Message::trouble(tr("%1 was reversed; nothing was paid.").arg(paid()),
                            tr("Ask for a fresh code, or choose another way to pay."));
  if (notice.code == NoticeCode::PaymentUnpaid)
    return Message::trouble(tr("%1 was refused; nothing was paid.").arg(paid()),
                            tr("Ask for a fresh code, or choose another way to pay."));
  if (notice.code == NoticeCode::PaymentUnknown)
    return Message::trouble(tr("Nobody can say yet whether %1 was paid.").arg(paid()),
                            tr("Ask again, reverse it, or set the bill aside. Do not take the money twice."));
  if (notice.code == NoticeCode::PaymentSettled) {
    const std::string outcome = argument(2);
    if (outcome == "PAID")
      return Message::trouble(tr("%1 was paid.").arg(paid()), tr("Finish its bill, or reverse it (F10 O)."));
    if (outcome == "REFUNDED") return Message::news(tr("%1 is back with the customer.").arg(paid()));
    return Message::news(tr("%1 is settled: nothing was paid.").arg(paid()));
  }
  if (notice.code == NoticeCode::PaymentAside)
    return Message::trouble(tr("The bill waits among the open payments."), tr("Ask about it there: F10, then O."));
  if (notice.code == NoticeCode::PaymentsOpen)
    return Message::trouble(tr("%n payment(s) by code are not settled.", nullptr, text(argument(0)).toInt()),
                            tr("Look at them before the customers leave: F10, then O."));
  if (notice.code == NoticeCode::TopUpDone)
    return Message::news(tr("Topped up and saved. Slip %1").arg(text(argument(0))));
  if (notice.code == NoticeCode::StoredClosed)
    return Message::news(tr("Closed and saved; pay the principal out. Slip %1").arg(text(argument(0))));
  return Message::news(tr("%1: one use, %2 left.").arg(text(argument(0)), text(argument(1))));
}

}  // namespace kahui::models
