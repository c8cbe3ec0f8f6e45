// What the till says about points that go onto a member's card.
#include "app/models/messages.hpp"

namespace kahui::models {

using till::NoticeCode;

Message Messages::cardLoad(const till::Notice& notice, Formatter formatter) {
  const auto argument = [&](std::size_t at) { return at < notice.args.size() ? notice.args[at] : std::string(); };
  // What a card has to give back, in the list of open payments.
  if (notice.code == NoticeCode::PaymentSettled)
    return Message::news(tr("Points onto the card are settled: card and account agree."));
  if (notice.code == NoticeCode::PaymentUnpaid)
    return Message::trouble(tr("The card holds fewer points than it has to give back; they stay owed."),
                            tr("Lay it down again when it holds more, or call a manager."));
  const auto number = text(argument(0)).toLongLong();
  if (notice.code == NoticeCode::CardOwes)
    return Message::trouble(tr("Points worth %1 are in the account again.").arg(formatter.money(base::Money(number))),
                            tr("If the card got them, they are taken off it when it lies on the reader again."));
  const QString points = formatter.points(base::Points(number));
  const QString card = text(argument(1));
  if (notice.code == NoticeCode::CardLoaded)
    return Message::news(tr("%1 points are on the card %2 now.").arg(points, card));
  if (notice.code == NoticeCode::CardLoadUnknown)
    return Message::trouble(tr("Nobody can say yet whether the card %2 got %1 points.").arg(points, card),
                            tr("Lay the same card on the reader again; then it is known. Until then they are neither "
                               "spent nor lost."));
  const std::string why = argument(2);
  if (why == "CARD_FULL")
    return Message::trouble(tr("There is no room on the card for %1 points; the account has them again.").arg(points),
                            tr("Put fewer onto it."));
  if (why == "CARD_ROLLED_BACK")
    return Message::trouble(
        tr("The card stands before a payment that it made: it is a copy. The account has its points again."),
        tr("Keep it, and call a manager."));
  return Message::trouble(tr("The card did not get %1 points; the account has them again.").arg(points),
                          tr("Try again with the card on the reader."));
}

}  // namespace kahui::models
