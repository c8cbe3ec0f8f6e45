// What the world can do wrong, as a value. Words for people are made by the applications from code and fields; `detail`
// is for the log and for support staff and is never shown alone.
#pragma once

#include <string>
#include <string_view>

namespace kahui::base {

enum class ErrorCode {
  // input
  BadInput,    // a file, an argument or a message that cannot be read; detail names the place
  OutOfRange,  // a number outside its stated range
  UnknownKey,  // a key that the form does not have
  // catalogue, member, staff
  UnknownProduct,
  ProductNotForSale,
  UnknownCard,
  UnknownMember,
  CardBlocked,
  CardLost,
  CardReplaced,
  CardCancelled,
  CardTaken,      // it is a member's already, or was one's
  PhoneTaken,     // an active member has the number; detail is the holder, masked
  CardRandomUid,  // the card draws another number at each tap (phones, bank cards)
  MemberFrozen,
  MemberPending,  // S001-104: nobody has judged the application yet
  MemberRefused,  // S001-104; detail is the reason in words, may be empty
  BadPhone,
  AmbiguousMember,
  UnknownOperator,
  WrongPin,
  PinLocked,  // too many wrong tries; retry after `detail` seconds
  NotSignedIn,
  NoRight,  // the act needs a right that the operator lacks
  // bill
  EmptyBasket,
  BasketFull,
  UnknownLine,
  ShortCash,  // detail: fen missing
  WrongTender,
  RuleRejected,  // a rule of the rulebook refuses; detail is the rule's reason, for example COUPON_MIN_SPEND
  UnknownCoupon,
  CouponNotUsable,  // detail: USED, VOIDED, NEEDS_MEMBER, OTHER_MEMBER, TWICE
  RulesMissing,     // the rule pack a stored sale was priced with is not here; detail is its version
  RefConflict,      // the caller's ref is known with other content
  UnknownReceipt,
  WrongState,  // the command does not fit the state of the sale
  // store
  StoreMissing,
  StoreExists,
  StoreLocked,  // another process writes this store; detail names it
  StoreNewer,   // made by a newer version of the program
  StoreCorrupt,
  StoreFull,  // disk full
  StoreIo,
  StoreKey,  // the key file is missing, unreadable or of another store
  // device and peer
  DeviceGone,
  DeviceBusy,
  DeviceFault,
  ServiceDown,
  PeerFailed,
  PeerUntrusted,  // its certificate is not the one that was expected
  PeerRefused,    // headquarters says no; detail is its word
  NotEnrolled,    // this store knows no headquarters
};

// Stable lower_snake name, part of the public interface of kahuictl --json.
std::string_view codeName(ErrorCode code);

struct Error {
  ErrorCode code{};
  std::string detail{};

  bool operator==(const Error&) const = default;
};

}  // namespace kahui::base
