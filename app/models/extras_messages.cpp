// What the till says of goods for some members only, of deliveries and of paid membership.
#include <array>

#include "app/models/extras_text.hpp"
#include "app/models/messages.hpp"
#include "app/models/refusal.hpp"
#include "app/models/tier_text.hpp"

namespace kahui::models {

namespace {

constexpr std::array kRefusals{
    Refusal{"BIRTHDAY_ONLY",
            QT_TRANSLATE_NOOP("Messages", "This is sold to a member in the month of the birthday only."),
            QT_TRANSLATE_NOOP("Messages",
                              "Tap the member's card, or take the item off with F6; a missing birthday is written down "
                              "at the member desk.")},
    Refusal{
        "MEMBERS_FIRST", QT_TRANSLATE_NOOP("Messages", "This is sold to members first; guests wait some days."),
        QT_TRANSLATE_NOOP("Messages", "Tap the member's card or let the guest join, or take the item off with F6.")},
    Refusal{"NOT_ON_SALE_YET", QT_TRANSLATE_NOOP("Messages", "This is not on sale yet."),
            QT_TRANSLATE_NOOP("Messages", "Keep it back, and take the item off with F6.")},
    Refusal{"TERM_NEEDS_MEMBER", QT_TRANSLATE_NOOP("Messages", "A membership fee is sold to a member."),
            QT_TRANSLATE_NOOP("Messages", "Tap the card or let the guest join first, then take the fee.")},
    Refusal{"NO_DELIVERY", QT_TRANSLATE_NOOP("Messages", "This shop's rules say nothing of deliveries."),
            QT_TRANSLATE_NOOP("Messages", "A manager sets the fee in the rules; until then goods are taken along.")},
    Refusal{"GIFT_NEEDS_MEMBER", QT_TRANSLATE_NOOP("Messages", "Goods for points are for members."),
            QT_TRANSLATE_NOOP("Messages", "Tap the member's card or find the member with F2, then take it again.")},
    Refusal{"GIFT_ON_BILL", QT_TRANSLATE_NOOP("Messages", "This costs money beside the points."),
            QT_TRANSLATE_NOOP("Messages", "Put it on the member's bill with Alt+X.")},
    Refusal{"CARD_FEE_NONE", QT_TRANSLATE_NOOP("Messages", "No fee is due for this card."),
            QT_TRANSLATE_NOOP("Messages", "Give the money back, and give the card without payment.")},
    Refusal{"CARD_FEE_OTHER_BILL",
            QT_TRANSLATE_NOOP("Messages", "The card costs a fee, and another member's bill is open."),
            QT_TRANSLATE_NOOP("Messages", "Finish that bill or hold it with F7, then give the card.")},
};

}  // namespace

std::optional<Message> Messages::extrasRefusal(const std::string& reason) { return refusalWords(kRefusals, reason); }

Message Messages::cardIgnored() {
  return Message::trouble(tr("A card was shown, but it cannot be used at this step."),
                          tr("Show it again while items are being scanned."));
}

bool Messages::isGiftReason(const std::string& reason) {
  return reason == "GIFT_NEEDS_MEMBER" || reason == "POINTS_INSUFFICIENT";
}

Message Messages::giftsDropped() {
  return Message::trouble(tr("Goods for points were taken off: the member's points do not reach."),
                          tr("Keep them here, or sell them at their price."));
}

Message Messages::extras(const till::Notice& notice, Formatter formatter) {
  const auto number = [&](std::size_t at) { return text(notice.args.at(at)).toLongLong(); };
  if (notice.code == till::NoticeCode::OfferTaken)
    return Message::news(tr("%1: %2").arg(
        text(notice.args.at(0)), ExtrasText::giftPrice(base::Points(number(1)), base::Money(number(2)), formatter)));
  if (notice.code == till::NoticeCode::CardFeeAdded) {
    if (number(0) == 0) return Message::news(tr("The card is given; cards are free today."));
    return Message::news(
        tr("The card is given; its fee of %1 is on the bill.").arg(formatter.money(base::Money(number(0)))));
  }
  if (notice.args.empty()) return Message::news(tr("The goods are taken along; no fee."));
  const base::Money fee(text(notice.args.front()).toLongLong());
  if (fee == base::Money()) return Message::news(tr("The goods are delivered free of charge."));
  return Message::news(tr("The goods are delivered; the fee is %1.").arg(formatter.money(fee)));
}

// S000-34: for whom it is.
Message Messages::couponOfTiers(const std::string& names, Formatter formatter) {
  QStringList tiers;
  for (const auto& name : text(names).split(QLatin1Char(','))) tiers << tierText(name.toStdString(), formatter);
  return Message::trouble(tr("This coupon is for %1 only.").arg(tiers.join(tr(", ", "between tiers"))),
                          tr("Go on without it, or choose another coupon."));
}

}  // namespace kahui::models
