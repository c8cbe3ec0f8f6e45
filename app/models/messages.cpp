#include "app/models/messages.hpp"

#include <algorithm>
#include <array>

#include "app/models/chain_refusals.hpp"
#include "app/models/shift_text.hpp"
#include "core/pricing/price_bill.hpp"

namespace kahui::models {
namespace {

using base::ErrorCode;
using till::NoticeCode;

struct Words {
  ErrorCode code;
  const char* what;
  const char* next;
};

// One row a code, in the order of the enumeration, which the assertion below holds: a new code without words does not
// build.
constexpr std::array kErrors{
    Words{ErrorCode::BadInput, QT_TRANSLATE_NOOP("Messages", "This entry cannot be read."),
          QT_TRANSLATE_NOOP("Messages", "Check it and type it again.")},
    Words{ErrorCode::OutOfRange, QT_TRANSLATE_NOOP("Messages", "This number is outside the allowed range."),
          QT_TRANSLATE_NOOP("Messages", "Check the number and type it again.")},
    Words{ErrorCode::UnknownKey, QT_TRANSLATE_NOOP("Messages", "The input has a field that is not known."),
          QT_TRANSLATE_NOOP("Messages", "Remove the field, or update the program.")},
    Words{ErrorCode::UnknownProduct, QT_TRANSLATE_NOOP("Messages", "No item has this code."),
          QT_TRANSLATE_NOOP("Messages", "Scan it again, or find it by name with F3.")},
    Words{ErrorCode::ProductNotForSale, QT_TRANSLATE_NOOP("Messages", "This item is not for sale."),
          QT_TRANSLATE_NOOP("Messages", "Put it aside and ask the shift leader.")},
    Words{ErrorCode::UnknownCard, QT_TRANSLATE_NOOP("Messages", "This card is not known."),
          QT_TRANSLATE_NOOP("Messages", "Find the member by phone with F2, or go on without a card.")},
    Words{ErrorCode::UnknownMember, QT_TRANSLATE_NOOP("Messages", "No member has this number."),
          QT_TRANSLATE_NOOP("Messages", "Check the number with the customer, or go on without a member.")},
    Words{ErrorCode::CardBlocked, QT_TRANSLATE_NOOP("Messages", "This card is blocked."),
          QT_TRANSLATE_NOOP("Messages", "Go on without it, and send the customer to the service desk.")},
    Words{ErrorCode::CardLost, QT_TRANSLATE_NOOP("Messages", "This card was reported lost."),
          QT_TRANSLATE_NOOP("Messages", "Keep the card and call the shift leader.")},
    Words{ErrorCode::CardReplaced, QT_TRANSLATE_NOOP("Messages", "This card was replaced by a new one."),
          QT_TRANSLATE_NOOP("Messages", "Ask for the new card, or find the member by phone with F2.")},
    Words{ErrorCode::CardCancelled, QT_TRANSLATE_NOOP("Messages", "This card was cancelled."),
          QT_TRANSLATE_NOOP("Messages", "Find the member by phone with F2, or go on without a card.")},
    Words{ErrorCode::CardTaken, QT_TRANSLATE_NOOP("Messages", "This card belongs to a member already."),
          QT_TRANSLATE_NOOP("Messages", "Take another card.")},
    Words{ErrorCode::PhoneTaken, QT_TRANSLATE_NOOP("Messages", "A member has this phone number already."),
          QT_TRANSLATE_NOOP("Messages", "Find that member, or ask for another number.")},
    Words{ErrorCode::CardRandomUid, QT_TRANSLATE_NOOP("Messages", "This is a phone or a bank card, not a member card."),
          QT_TRANSLATE_NOOP("Messages", "Ask for the member card, or find the member by phone with F2.")},
    Words{ErrorCode::MemberFrozen, QT_TRANSLATE_NOOP("Messages", "This membership is suspended."),
          QT_TRANSLATE_NOOP("Messages", "Go on without it, and send the customer to the service desk.")},
    Words{ErrorCode::MemberPending, QT_TRANSLATE_NOOP("Messages", "This application is not approved yet."),
          QT_TRANSLATE_NOOP("Messages", "Sell without it. A manager can approve it at the member desk.")},
    Words{ErrorCode::MemberRefused, QT_TRANSLATE_NOOP("Messages", "This application was refused."),
          QT_TRANSLATE_NOOP("Messages",
                            "Sell without it. The member desk shows the reason; a manager may still approve.")},
    Words{ErrorCode::BadPhone, QT_TRANSLATE_NOOP("Messages", "This is not a full phone number."),
          QT_TRANSLATE_NOOP("Messages", "Type all 11 digits.")},
    Words{ErrorCode::AmbiguousMember, QT_TRANSLATE_NOOP("Messages", "More than one member has this number."),
          QT_TRANSLATE_NOOP("Messages", "Ask for the card, or type the member number.")},
    Words{ErrorCode::UnknownOperator, QT_TRANSLATE_NOOP("Messages", "No staff member has this code."),
          QT_TRANSLATE_NOOP("Messages", "Check the code and try again.")},
    Words{ErrorCode::WrongPin, QT_TRANSLATE_NOOP("Messages", "Wrong PIN."),
          QT_TRANSLATE_NOOP("Messages", "Type it again; after several wrong tries the till waits.")},
    Words{ErrorCode::PinLocked, QT_TRANSLATE_NOOP("Messages", "Too many wrong PINs."),
          QT_TRANSLATE_NOOP("Messages", "Wait a little, then try again.")},
    Words{ErrorCode::NotSignedIn, QT_TRANSLATE_NOOP("Messages", "Nobody is signed in."),
          QT_TRANSLATE_NOOP("Messages", "Sign in with staff code and PIN.")},
    Words{ErrorCode::NoRight, QT_TRANSLATE_NOOP("Messages", "Your role does not allow this."),
          QT_TRANSLATE_NOOP("Messages", "Ask the shift leader to sign in for it.")},
    Words{ErrorCode::EmptyBasket, QT_TRANSLATE_NOOP("Messages", "There is nothing to pay yet."),
          QT_TRANSLATE_NOOP("Messages", "Scan the first item.")},
    Words{ErrorCode::BasketFull, QT_TRANSLATE_NOOP("Messages", "The bill has no room for another line."),
          QT_TRANSLATE_NOOP("Messages", "Take payment for this bill, then start the next.")},
    Words{ErrorCode::UnknownLine, QT_TRANSLATE_NOOP("Messages", "This line is no longer on the bill."),
          QT_TRANSLATE_NOOP("Messages", "Choose a line and try again.")},
    Words{ErrorCode::ShortCash, QT_TRANSLATE_NOOP("Messages", "The cash is too little."),
          QT_TRANSLATE_NOOP("Messages", "Take the rest and type the full amount, or press Esc to go back.")},
    Words{ErrorCode::WrongTender, QT_TRANSLATE_NOOP("Messages", "This bill cannot be paid in this way."),
          QT_TRANSLATE_NOOP("Messages", "Press Esc and choose another way to pay.")},
    Words{ErrorCode::RuleRejected, QT_TRANSLATE_NOOP("Messages", "A rule of the programme does not allow this."),
          QT_TRANSLATE_NOOP("Messages", "Go on without it, or ask the shift leader.")},
    Words{ErrorCode::UnknownCoupon, QT_TRANSLATE_NOOP("Messages", "No coupon has this number."),
          QT_TRANSLATE_NOOP("Messages", "Scan it again, or go on without it.")},
    Words{ErrorCode::CouponNotUsable, QT_TRANSLATE_NOOP("Messages", "This coupon cannot be used."),
          QT_TRANSLATE_NOOP("Messages", "Go on without it, or choose another coupon.")},
    Words{ErrorCode::RulesMissing, QT_TRANSLATE_NOOP("Messages", "The price rules of that day are not on this till."),
          QT_TRANSLATE_NOOP("Messages", "Take the goods back at the till that sold them, or call support.")},
    Words{ErrorCode::RefConflict,
          QT_TRANSLATE_NOOP("Messages", "A sale with this reference exists, with other content."),
          QT_TRANSLATE_NOOP("Messages", "Use a new reference.")},
    Words{ErrorCode::UnknownReceipt, QT_TRANSLATE_NOOP("Messages", "There is no such receipt on this till."),
          QT_TRANSLATE_NOOP("Messages", "Finish a sale first, or check the receipt number.")},
    Words{ErrorCode::WrongState, QT_TRANSLATE_NOOP("Messages", "This cannot be done now."),
          QT_TRANSLATE_NOOP("Messages", "Finish the present step, or press Esc to go back.")},
    Words{ErrorCode::StoreMissing, QT_TRANSLATE_NOOP("Messages", "There is no store in this folder."),
          QT_TRANSLATE_NOOP("Messages",
                            "Check the folder after --store, or make a demo store with: kahuictl demo --store DIR")},
    Words{ErrorCode::StoreExists, QT_TRANSLATE_NOOP("Messages", "This folder already holds a store."),
          QT_TRANSLATE_NOOP("Messages", "Open it as it is, or choose an empty folder.")},
    Words{ErrorCode::StoreLocked, QT_TRANSLATE_NOOP("Messages", "Another program has this store open."),
          QT_TRANSLATE_NOOP("Messages", "Close the other till on this machine, then start again.")},
    Words{ErrorCode::StoreNewer, QT_TRANSLATE_NOOP("Messages", "This store was made by a newer version of Kahui."),
          QT_TRANSLATE_NOOP("Messages", "Update this program; nothing was changed.")},
    Words{ErrorCode::StoreCorrupt, QT_TRANSLATE_NOOP("Messages", "The store file is damaged."),
          QT_TRANSLATE_NOOP("Messages",
                            "Do not sell on it. Call support, or restore the last backup with: kahuictl restore")},
    Words{ErrorCode::StoreFull, QT_TRANSLATE_NOOP("Messages", "The disk is full; this was not saved."),
          QT_TRANSLATE_NOOP("Messages", "Call support to free space, then try again. The bill is still here.")},
    Words{ErrorCode::StoreIo, QT_TRANSLATE_NOOP("Messages", "The disk did not take the data; this was not saved."),
          QT_TRANSLATE_NOOP("Messages",
                            "The bill is still here: try again. If it repeats, the disk is read-only or broken: call "
                            "support, and sell at another till.")},
    Words{ErrorCode::StoreKey,
          QT_TRANSLATE_NOOP("Messages", "The key of this store is missing or belongs to another store."),
          QT_TRANSLATE_NOOP("Messages", "Put the key file back from its safe copy, or call support.")},
    Words{ErrorCode::DeviceGone, QT_TRANSLATE_NOOP("Messages", "A device is not connected."),
          QT_TRANSLATE_NOOP("Messages", "Check its cable and plug it in again. Selling goes on.")},
    Words{ErrorCode::DeviceBusy, QT_TRANSLATE_NOOP("Messages", "A device is used by another program."),
          QT_TRANSLATE_NOOP("Messages", "Close the other program. Selling goes on.")},
    Words{ErrorCode::DeviceFault, QT_TRANSLATE_NOOP("Messages", "A device does not answer."),
          QT_TRANSLATE_NOOP("Messages", "Unplug it, wait a moment and plug it in again. Selling goes on.")},
    Words{ErrorCode::ServiceDown, QT_TRANSLATE_NOOP("Messages", "The card service of this machine does not run."),
          QT_TRANSLATE_NOOP("Messages", "Call support; until then find members by phone with F2.")},
    Words{ErrorCode::PeerFailed, QT_TRANSLATE_NOOP("Messages", "The other side did not answer."),
          QT_TRANSLATE_NOOP("Messages", "Try again later. Selling goes on.")},
    Words{ErrorCode::PeerUntrusted, QT_TRANSLATE_NOOP("Messages", "Headquarters could not prove who it is."),
          QT_TRANSLATE_NOOP("Messages", "Call support. Selling goes on; nothing was sent.")},
    Words{ErrorCode::PeerRefused, QT_TRANSLATE_NOOP("Messages", "Headquarters refuses this till."),
          QT_TRANSLATE_NOOP("Messages", "Call headquarters. Selling goes on; nothing is lost.")},
    Words{ErrorCode::NotEnrolled, QT_TRANSLATE_NOOP("Messages", "This till is not connected to headquarters."),
          QT_TRANSLATE_NOOP("Messages", "Ask headquarters for an enrolment code. Selling goes on.")},
};

// What a rule says when it refuses; those of headquarters stand in chain_refusals.hpp.
constexpr std::array kMessagesRefusals{
    Refusal{"COUPON_LIMIT", QT_TRANSLATE_NOOP("Messages", "This bill takes no more coupons."),
            QT_TRANSLATE_NOOP("Messages", "Take another coupon off first, or keep this one for the next bill.")},
    Refusal{"COUPON_EXPIRED", QT_TRANSLATE_NOOP("Messages", "The coupon has expired."),
            QT_TRANSLATE_NOOP("Messages", "Choose another coupon, or go on without one.")},
    Refusal{"COUPON_SCOPE", QT_TRANSLATE_NOOP("Messages", "The coupon is not for these goods."),
            QT_TRANSLATE_NOOP("Messages", "Scan an item that it is for, or choose another coupon.")},
    Refusal{"COUPON_MIN_SPEND", QT_TRANSLATE_NOOP("Messages", "The bill is too small for the coupon."),
            QT_TRANSLATE_NOOP("Messages", "Add goods until its least amount is reached, or go on without it.")},
    Refusal{"COUPON_NO_BENEFIT", QT_TRANSLATE_NOOP("Messages", "The coupon would make nothing cheaper."),
            QT_TRANSLATE_NOOP("Messages", "Prices are lower already; the customer keeps it for another day.")},
    Refusal{"OFFER_NOT_REACHED", QT_TRANSLATE_NOOP("Messages", "The bill does not reach the offer."),
            QT_TRANSLATE_NOOP("Messages", "Keep the goods of the offer here, or add goods until it is reached.")},
    Refusal{"RETURN_EXCEEDS_SOLD", QT_TRANSLATE_NOOP("Messages", "More would come back than was sold."),
            QT_TRANSLATE_NOOP("Messages", "Choose at most what is left of the line.")},
    Refusal{"OVERRIDE_ABOVE_RETAIL", QT_TRANSLATE_NOOP("Messages", "The price would be above the full price."),
            QT_TRANSLATE_NOOP("Messages", "Type a price that is not higher.")},
    Refusal{"TENDER_EXCEEDS_DUE", QT_TRANSLATE_NOOP("Messages", "This is more than is left to pay."),
            QT_TRANSLATE_NOOP("Messages", "Type at most the rest of the bill.")},
    Refusal{"TENDER_SHORT", QT_TRANSLATE_NOOP("Messages", "The parts do not pay the whole bill."),
            QT_TRANSLATE_NOOP("Messages", "Take the rest, in cash or otherwise.")},
    Refusal{"TENDER_NOTHING_LEFT", QT_TRANSLATE_NOOP("Messages", "Nothing is left to pay."),
            QT_TRANSLATE_NOOP("Messages", "Press Enter to save the bill.")},
    Refusal{"TENDER_REFERENCE", QT_TRANSLATE_NOOP("Messages", "The number of the slip or voucher is missing."),
            QT_TRANSLATE_NOOP("Messages", "Type 4 to 12 digits or letters of it; never the number of a bank card.")},
    Refusal{"NOT_A_PAYMENT_CODE", QT_TRANSLATE_NOOP("Messages", "This is not a payment code; nothing was paid."),
            QT_TRANSLATE_NOOP("Messages", "Scan the customer's code, or press Esc to go on with goods.")},
    Refusal{"PAYMENT_CODE_EARLY", QT_TRANSLATE_NOOP("Messages", "This is a payment code; nothing was paid yet."),
            QT_TRANSLATE_NOOP("Messages", "Press + when all goods are on the bill, then scan it again.")},
    Refusal{"NO_PAYMENT_SERVICE", QT_TRANSLATE_NOOP("Messages", "This till takes no payment codes."),
            QT_TRANSLATE_NOOP("Messages", "Take cash, or a bank card with F12.")},
    Refusal{"PAYMENT_UNDER_WAY", QT_TRANSLATE_NOOP("Messages", "A payment of this bill is not finished."),
            QT_TRANSLATE_NOOP("Messages", "Wait for it, or reverse it; a bill is never paid twice.")},
    Refusal{"PAYMENT_PAID", QT_TRANSLATE_NOOP("Messages", "This part is paid by code already."),
            QT_TRANSLATE_NOOP("Messages", "Take the rest, or press R to reverse it first.")},
    Refusal{"PAYMENT_NOT_PAID", QT_TRANSLATE_NOOP("Messages", "It is not known yet whether this was paid."),
            QT_TRANSLATE_NOOP("Messages", "Ask again first.")},
    Refusal{"PAYMENT_UNKNOWN_TOO", QT_TRANSLATE_NOOP("Messages", "Another payment of the same bill is not known yet."),
            QT_TRANSLATE_NOOP("Messages", "Ask about that one first.")},
    Refusal{"PAYMENT_BILL_CHANGED",
            QT_TRANSLATE_NOOP("Messages", "Prices changed since; the bill comes to another sum."),
            QT_TRANSLATE_NOOP("Messages", "Reverse the payment and ring the goods up again.")},
    Refusal{"NO_STORED_VALUE", QT_TRANSLATE_NOOP("Messages", "There is no stored value."),
            QT_TRANSLATE_NOOP("Messages", "Top it up with F10 V, or choose another way to pay.")},
    Refusal{"VALUE_NEEDS_MEMBER", QT_TRANSLATE_NOOP("Messages", "There is no member on the bill."),
            QT_TRANSLATE_NOOP("Messages", "Go back, tap the member's card, then come here again.")},
    Refusal{"CARD_LIMIT", QT_TRANSLATE_NOOP("Messages", "The stored value would be above its legal limit."),
            QT_TRANSLATE_NOOP("Messages", "Top up less; what is there and the bonus count too.")},
    Refusal{"NEEDS_ONLINE", QT_TRANSLATE_NOOP("Messages", "This needs the line to headquarters."),
            QT_TRANSLATE_NOOP("Messages", "Try again when the line is back. Selling goes on.")},
    Refusal{"OFFLINE_LIMIT", QT_TRANSLATE_NOOP("Messages", "Without the line, this is above the limit of the day."),
            QT_TRANSLATE_NOOP("Messages", "Take less of it and the rest in cash, until the line is back.")},
    Refusal{"COUNT_USED_UP", QT_TRANSLATE_NOOP("Messages", "The count card has not so many uses left."),
            QT_TRANSLATE_NOOP("Messages", "Use fewer, or sell a new card.")},
    Refusal{"CARD_EXPIRED", QT_TRANSLATE_NOOP("Messages", "The count card has expired."),
            QT_TRANSLATE_NOOP("Messages", "Sell the service at its price, or a new card.")},
    Refusal{"COUNT_CARD_NEEDS_MEMBER", QT_TRANSLATE_NOOP("Messages", "A count card is sold to a member."),
            QT_TRANSLATE_NOOP("Messages", "Go back, tap the member's card or find the member with F2.")},
    Refusal{"COUNT_CARD_USED", QT_TRANSLATE_NOOP("Messages", "The count card has been used."),
            QT_TRANSLATE_NOOP("Messages", "Take back the uses first; a used card itself does not come back.")},
    Refusal{"STORED_INSUFFICIENT", QT_TRANSLATE_NOOP("Messages", "The stored value is too little."),
            QT_TRANSLATE_NOOP("Messages", "Take the rest in cash, or choose another way to pay.")},
    // I4: what a card alone may not do.
    Refusal{
        "MEMBER_PIN_NEEDED", QT_TRANSLATE_NOOP("Messages", "So much needs the member's PIN."),
        QT_TRANSLATE_NOOP("Messages",
                          "The member types it where points (Alt+P, Alt+X) or stored value are paid, or pays less with "
                          "them.")},
    Refusal{"MEMBER_PIN_LOCKED", QT_TRANSLATE_NOOP("Messages", "The member's PIN was wrong five times."),
            QT_TRANSLATE_NOOP("Messages", "Take fewer points or cash; it can be tried again tomorrow.")},
    Refusal{"NO_MEMBER_PIN", QT_TRANSLATE_NOOP("Messages", "The member has no PIN yet."),
            QT_TRANSLATE_NOOP("Messages", "Pay with fewer points; the service desk sets a PIN.")},
    Refusal{"GRADE_OFFLINE_LIMIT", QT_TRANSLATE_NOOP("Messages", "So much needs the line to headquarters."),
            QT_TRANSLATE_NOOP("Messages", "Pay with fewer points until the line is back.")},
    // O2: without the line.
    Refusal{"OFFLINE_LIMIT",
            QT_TRANSLATE_NOOP("Messages", "Without the line the member has paid with enough points today."),
            QT_TRANSLATE_NOOP("Messages", "Pay with fewer points (Alt+P shows how many), or wait for the line.")},
    Refusal{"CACHE_TOO_OLD", QT_TRANSLATE_NOOP("Messages", "The balance is too old to pay with points."),
            QT_TRANSLATE_NOOP("Messages", "Take another means of payment until headquarters has been reached.")},
    Refusal{"CARD_NOT_PROVEN", QT_TRANSLATE_NOOP("Messages", "This card alone does not show who the member is."),
            QT_TRANSLATE_NOOP("Messages", "Tap the member's chip card, or go on without a member.")},
    // Of the shift and of bills that are taken up again.
    Refusal{"CLOCK_BEHIND",
            QT_TRANSLATE_NOOP("Messages", "This machine's clock stands before the last sale: no day can begin."),
            QT_TRANSLATE_NOOP("Messages",
                              "Set the clock right in the system's settings. If it is right, a manager signs in now.")},
    Refusal{"CLOCK_AHEAD",
            QT_TRANSLATE_NOOP("Messages", "This machine's clock is far ahead of the last sale: no day can begin."),
            QT_TRANSLATE_NOOP("Messages",
                              "Set the clock right in the system's settings. If it is right, a manager signs in now.")},
    Refusal{"OPEN_BILL", QT_TRANSLATE_NOOP("Messages", "A bill is open."),
            QT_TRANSLATE_NOOP("Messages", "Take payment for it, hold it with F7 or empty it with Shift+F6 first.")},
    Refusal{"RULES_AT_HQ", QT_TRANSLATE_NOOP("Messages", "The rules of this store come from headquarters."),
            QT_TRANSLATE_NOOP("Messages", "Ask headquarters to change them; they come by themselves.")},
    Refusal{"CARD_TOO_LITTLE", QT_TRANSLATE_NOOP("Messages", "The points on the card are too few for this."),
            QT_TRANSLATE_NOOP("Messages", "Take a part with Shift+F12 first, or choose another way to pay.")},
    Refusal{"NO_CARD_PURSE", QT_TRANSLATE_NOOP("Messages", "This card has no points on it that could pay."),
            QT_TRANSLATE_NOOP("Messages", "Tap the member's chip card again, or choose another way to pay.")},
    Refusal{"HELD_BILLS", QT_TRANSLATE_NOOP("Messages", "Bills are still held."),
            QT_TRANSLATE_NOOP("Messages", "Press F8: take each one up again, or cancel it.")},
    Refusal{"HELD_NEEDS_LINE", QT_TRANSLATE_NOOP("Messages", "Headquarters cannot be asked for this bill now."),
            QT_TRANSLATE_NOOP("Messages", "Take it up at its own till, or try again when the line is back.")},
    Refusal{"HELD_GONE", QT_TRANSLATE_NOOP("Messages", "This bill is not held any more."),
            QT_TRANSLATE_NOOP("Messages", "Its own till or another one has it; press F8 to see the others.")},
    Refusal{"BILL_TAKEN", QT_TRANSLATE_NOOP("Messages", "This bill was taken over here before."),
            QT_TRANSLATE_NOOP("Messages", "Press F8: it is among this till's bills, or it was taken up already.")},
    Refusal{"NOT_THIS_SHIFT", QT_TRANSLATE_NOOP("Messages", "This is not a sale of the open shift."),
            QT_TRANSLATE_NOOP("Messages", "Take the goods back with F9 instead.")},
    Refusal{"RETURNED_ALREADY", QT_TRANSLATE_NOOP("Messages", "Some goods of this bill came back already."),
            QT_TRANSLATE_NOOP("Messages", "Take the rest back with F9 instead.")},
    Refusal{"VOIDED_ALREADY", QT_TRANSLATE_NOOP("Messages", "This bill was voided already."),
            QT_TRANSLATE_NOOP("Messages", "Look for the bill that took its place.")},
    // Of a coupon that is known but cannot be used.
    Refusal{"USED", QT_TRANSLATE_NOOP("Messages", "The coupon was used before."),
            QT_TRANSLATE_NOOP("Messages", "Go on without it; each coupon counts once.")},
    Refusal{"VOIDED", QT_TRANSLATE_NOOP("Messages", "The coupon was cancelled."),
            QT_TRANSLATE_NOOP("Messages", "Go on without it, and send the customer to the service desk.")},
    Refusal{"NEEDS_MEMBER", QT_TRANSLATE_NOOP("Messages", "The coupon belongs to a member."),
            QT_TRANSLATE_NOOP("Messages", "Tap the member's card first, then scan the coupon again.")},
    Refusal{"OTHER_MEMBER", QT_TRANSLATE_NOOP("Messages", "The coupon belongs to another member."),
            QT_TRANSLATE_NOOP("Messages", "Tap the card of its member, or go on without it.")},
    Refusal{"TWICE", QT_TRANSLATE_NOOP("Messages", "The coupon is on this bill already."),
            QT_TRANSLATE_NOOP("Messages", "Go on; it counts once.")},
};

const Refusal* refusalOf(const std::string& reason) {
  const Refusal* found = findRefusal(kMessagesRefusals, reason);
  return found != nullptr ? found : findRefusal(kChainRefusals, reason);
}

constexpr bool everyCodeHasWords() {
  for (std::size_t at = 0; at < kErrors.size(); ++at) {
    if (static_cast<std::size_t>(kErrors[at].code) != at) return false;
  }
  return kErrors.size() == static_cast<std::size_t>(ErrorCode::NotEnrolled) + 1;
}
static_assert(everyCodeHasWords());

std::optional<std::int64_t> positive(const std::string& detail) {
  bool ok = false;
  const qlonglong value = text(detail).toLongLong(&ok);
  return ok && value > 0 ? std::optional<std::int64_t>(value) : std::nullopt;
}

int small(std::int64_t figure) { return static_cast<int>(std::min<std::int64_t>(figure, 24 * 3600)); }

QString argument(const till::Notice& notice, std::size_t index) {
  return index < notice.args.size() ? text(notice.args[index]) : QString();
}

// The core sends thousandths.
QString quantityText(const QString& milli, Formatter formatter) {
  return formatter.quantity(base::Quantity(milli.toLongLong()));
}

}  // namespace

Message Messages::error(const base::Error& error, Formatter formatter) {
  const Words& words = kErrors[static_cast<std::size_t>(error.code)];
  QString what = tr(words.what);
  QString next = tr(words.next);
  const auto figure = positive(error.detail);
  if (figure && error.code == ErrorCode::ShortCash) {
    what = tr("The cash is %1 short.").arg(formatter.money(base::Money(*figure)));
  } else if (figure && error.code == ErrorCode::WrongPin) {
    next = tr("Type it again; %n try(s) left before the till waits.", nullptr, small(*figure));
  } else if (figure && error.code == ErrorCode::PinLocked) {
    next = tr("Wait %n second(s), then try again.", nullptr, small(*figure));
  }
  const bool by_rule = error.code == ErrorCode::RuleRejected || error.code == ErrorCode::CouponNotUsable ||
                       error.code == ErrorCode::WrongTender;
  if (const Refusal* refusal = by_rule ? refusalOf(error.detail) : nullptr; refusal != nullptr)
    return Message::trouble(tr(refusal->what), tr(refusal->next));
  if (error.code == ErrorCode::RuleRejected && error.detail.starts_with(pricing::kCouponTier))
    return couponOfTiers(error.detail.substr(pricing::kCouponTier.size()), formatter);
  if (error.code == ErrorCode::RuleRejected) {
    if (auto refusal = deskRefusal(error.detail, formatter)) return *std::move(refusal);
    for (auto* refusals : {&Messages::staffRefusal, &Messages::extrasRefusal})
      if (auto refusal = refusals(error.detail)) return *std::move(refusal);
  }
  if (error.code == ErrorCode::PhoneTaken && !error.detail.empty())
    what = tr("%1 has this phone number already.").arg(text(error.detail));
  if (error.code == ErrorCode::MemberRefused && !error.detail.empty())
    what = tr("This application was refused: %1").arg(text(error.detail));
  return Message::trouble(what, next);
}

std::optional<Message> Messages::refusalWords(std::span<const Refusal> refusals, const std::string& reason) {
  const Refusal* found = findRefusal(refusals, reason);
  if (found == nullptr) return std::nullopt;
  return Message::trouble(tr(found->what), tr(found->next));
}

Message Messages::memberAttached(const till::Notice& notice, Formatter formatter) {
  const QString name = argument(notice, 0), what = argument(notice, 1);
  if (what == QStringLiteral("BUSY"))
    return Message::news(tr("Member %1 has many bills today: ask whether the card is the customer's own.").arg(name));
  if (what == QStringLiteral("LOW"))
    return Message::news(tr("Member %1 has %2 left on the card: a top-up is Alt+T.")
                             .arg(name, formatter.money(base::Money(argument(notice, 2).toLongLong()))));
  return Message::news(tr("Member %1; prices are up to date.").arg(name));
}

Message Messages::notice(const till::Notice& notice, Formatter formatter) {
  return worded(notice, argument(notice, 0), formatter);
}

Message Messages::worded(const till::Notice& notice, const QString& first, Formatter formatter) {
  switch (notice.code) {
    case NoticeCode::SignedIn: return Message::news(tr("Hello, %1. Scan the first item, or tap a card.").arg(first));
    case NoticeCode::ItemAdded: return Message::news(tr("Added: %1").arg(first));
    case NoticeCode::QuantityChanged: return quantityChanged(first, argument(notice, 1), formatter);
    case NoticeCode::LineVoided: return Message::news(tr("Removed: %1").arg(first));
    case NoticeCode::SaleCancelled: return Message::news(tr("The bill was emptied."));
    case NoticeCode::UndoDone: return Message::news(tr("Taken back."));
    case NoticeCode::MemberAttached: return memberAttached(notice, formatter);
    case NoticeCode::MemberDetached: return Message::news(tr("Sale without a member; prices are up to date."));
    case NoticeCode::SaleDone: return Message::news(tr("Paid and saved. Receipt %1").arg(first));
    case NoticeCode::PointsUsed:
    case NoticeCode::CouponTaken:
    case NoticeCode::CouponLeft:
    case NoticeCode::CouponDropped:
    case NoticeCode::DiscountGiven:
    case NoticeCode::DiscountTaken:
    case NoticeCode::OfferTaken: return benefit(notice, formatter);
    case NoticeCode::FloatSet:
    case NoticeCode::CashMoved:
    case NoticeCode::DrawerOpened:
    case NoticeCode::DrawerCounted:
    case NoticeCode::ShiftClosed:
    case NoticeCode::BillHeld:
    case NoticeCode::BillRecalled:
    case NoticeCode::BillDropped:
    case NoticeCode::BillTakenOver:
    case NoticeCode::BillTwice:
    case NoticeCode::Reprinted:
    case NoticeCode::BillReopened:
    case NoticeCode::PriceChanged: return ShiftText::notice(notice, formatter);
    case NoticeCode::ReturnDone: return Message::news(tr("Refunded and saved. Receipt %1").arg(first));
    case NoticeCode::ReaderReady: return Message::news(tr("The card reader is ready."));
    case NoticeCode::ReaderLost: return readerLost(first, argument(notice, 1));
    case NoticeCode::CardRefused: return refused(first);
    case NoticeCode::CardIgnored: return cardIgnored();
    case NoticeCode::TenderTaken:
    case NoticeCode::TenderLeft:
    case NoticeCode::PaymentUnpaid:
    case NoticeCode::PaymentUnknown:
    case NoticeCode::PaymentSettled:
    case NoticeCode::PaymentAside:
    case NoticeCode::PurseOwed:
    case NoticeCode::PaymentsOpen:
    case NoticeCode::TopUpDone:
    case NoticeCode::StoredClosed:
    case NoticeCode::CountUsed: return tendered(notice, formatter);
    case NoticeCode::MemberJoined: return memberJoined(first, argument(notice, 1), argument(notice, 2), formatter);
    case NoticeCode::MemberDeskDone: return deskDone(first, argument(notice, 1), formatter);
    case NoticeCode::MemberCardDone: return cardDone(first, argument(notice, 1), formatter);
    case NoticeCode::TasksDone: return tasksDone(notice);
    case NoticeCode::ClubDone:
    case NoticeCode::SignedInToday: return clubDone(notice);
    case NoticeCode::ShiftPrinted: return Message::news(tr("The slip of shift %1 goes to the printer.").arg(first));
    case NoticeCode::DeskCardWaits: return Message::news(tr("The card %1 is nobody's and waits here.").arg(first));
    case NoticeCode::StaffDone: return staffDone(first, argument(notice, 1));
    case NoticeCode::RightGiven: return Message::news(tr("Allowed."));
    case NoticeCode::SettingsSaved: return Message::news(tr("Saved; it holds from now on."));
    case NoticeCode::DeliverySet:
    case NoticeCode::CardFeeAdded: return extras(notice, formatter);
    case NoticeCode::CardSuspect: return cardSuspect(first);
    case NoticeCode::CardNotWritten: return cardNotWritten(first, argument(notice, 1));
    case NoticeCode::CardLoaded:
    case NoticeCode::CardNotLoaded:
    case NoticeCode::CardLoadUnknown:
    case NoticeCode::CardOwes: return cardLoad(notice, formatter);
    case NoticeCode::Failed: break;
  }
  return error(notice.error.value_or(base::Error{ErrorCode::WrongState, {}}), formatter);
}

Message Messages::quantityChanged(const QString& product, const QString& quantity, Formatter formatter) {
  return Message::news(tr("%1: quantity %2").arg(product, quantityText(quantity, formatter)));
}

Message Messages::benefit(const till::Notice& notice, Formatter formatter) {
  const QString first = argument(notice, 0);
  const NoticeCode code = notice.code;
  if (code == NoticeCode::PointsUsed) {
    const base::Points used(first.toLongLong());
    return Message::news(used == base::Points() ? tr("No points are used on this bill.")
                                                : tr("%1 points are used on this bill.").arg(formatter.points(used)));
  }
  if (code == NoticeCode::CouponTaken) return Message::news(tr("The coupon is used; prices are up to date."));
  if (code == NoticeCode::CouponLeft) return Message::news(tr("The coupon stays with the customer."));
  if (code == NoticeCode::CouponDropped && first == QStringLiteral("OFFER_NOT_REACHED"))
    return Message::trouble(tr("The goods of an offer were taken off: the bill no longer reaches it."),
                            tr("Keep them here, or add goods and take the offer again."));
  if (code == NoticeCode::CouponDropped && isGiftReason(first.toStdString())) return giftsDropped();
  if (code == NoticeCode::CouponDropped) {
    const Refusal* refusal = refusalOf(first.toStdString());
    return Message::trouble(tr("The coupon was taken off the bill. %1")
                                .arg(refusal != nullptr ? tr(refusal->what) : tr("It does not fit any more.")),
                            tr("Tell the customer, who keeps it."));
  }
  if (code == NoticeCode::DiscountGiven)
    return Message::news(tr("The bill is %1 lower.").arg(formatter.money(base::Money(first.toLongLong()))));
  if (code == NoticeCode::DiscountTaken) return Message::news(tr("The bill has no discount by hand any more."));
  if (code == NoticeCode::OfferTaken && notice.args.size() > 2) return extras(notice, formatter);
  if (code == NoticeCode::OfferTaken) return Message::news(tr("Added from the offer: %1").arg(first));
  return error({ErrorCode::WrongState, {}}, formatter);
}

}  // namespace kahui::models
