#include "app/local/error_text.hpp"

namespace kahui::local {

namespace {

struct Words {
  const char* what;
  const char* next;
};

constexpr const char* kAskForApproval = "sell without it; a manager may approve with 'kahuictl member approve'";

Words wordsFor(base::ErrorCode code) {
  using base::ErrorCode;
  switch (code) {
    case ErrorCode::BadInput: return {"the input cannot be read", "correct it as the message says"};
    case ErrorCode::OutOfRange: return {"a value is outside its range", "correct it as the message says"};
    case ErrorCode::UnknownKey: return {"unknown key", "remove it or correct its spelling"};
    case ErrorCode::UnknownProduct:
      return {"no product has this barcode or sku", "check the code or import the product"};
    case ErrorCode::ProductNotForSale: return {"this product is not for sale", "ask the manager"};
    case ErrorCode::UnknownCard: return {"no member has this card", "check the card or sell without it"};
    case ErrorCode::UnknownMember: return {"no member has this number", "check the number or sell without it"};
    case ErrorCode::CardBlocked: return {"the card is blocked", "sell without it and ask the manager"};
    case ErrorCode::CardLost: return {"the card was reported lost", "sell without it and ask the manager"};
    case ErrorCode::CardReplaced: return {"the card was replaced", "use the new card"};
    case ErrorCode::CardCancelled: return {"the card was cancelled", "sell without it"};
    case ErrorCode::PhoneTaken:
      return {"another member has this telephone number", "find that member, or ask for another number"};
    case ErrorCode::CardTaken: return {"this card is a member's already, or was one's", "use another card"};
    case ErrorCode::CardRandomUid: return {"this card shows another number each time", "use a member card"};
    case ErrorCode::MemberFrozen: return {"the member's account is not active", "sell without it and ask the manager"};
    case ErrorCode::MemberPending: return {"this application is not approved yet", kAskForApproval};
    case ErrorCode::MemberRefused: return {"this application was refused", kAskForApproval};
    case ErrorCode::BadPhone: return {"this is neither a telephone nor a member number", "type all 11 digits"};
    case ErrorCode::AmbiguousMember: return {"several members fit", "give the full number"};
    case ErrorCode::UnknownOperator: return {"no member of staff has this code", "check the operator's code"};
    case ErrorCode::WrongPin: return {"wrong PIN", "try again; the figure says how many tries are left"};
    case ErrorCode::PinLocked: return {"too many wrong PINs", "wait the seconds named, then try again"};
    case ErrorCode::NotSignedIn: return {"the operator is not signed in", "give --operator and --pin-file"};
    case ErrorCode::NoRight: return {"the operator may not do this", "ask someone with the right"};
    case ErrorCode::EmptyBasket: return {"the sale has no lines", "add a line"};
    case ErrorCode::BasketFull: return {"the sale has too many lines", "split it into two sales"};
    case ErrorCode::UnknownLine: return {"there is no such line", "check the line number"};
    case ErrorCode::ShortCash:
      return {"the cash given is too little; the figure is the fen missing", "take more or another tender"};
    case ErrorCode::WrongTender: return {"the tenders do not fit the total", "correct their amounts"};
    case ErrorCode::RuleRejected: return {"a rule of the programme refuses this", "see the reason named"};
    case ErrorCode::UnknownCoupon: return {"no coupon has this serial", "check the serial or sell without it"};
    case ErrorCode::CouponNotUsable: return {"this coupon cannot be used here", "sell without it; the word says why"};
    case ErrorCode::RulesMissing:
      return {"the rule pack of that sale is not in this store", "apply it again with 'kahuictl rules apply'"};
    case ErrorCode::RefConflict:
      return {"this ref is known with other content", "use a new ref or repeat the same content"};
    case ErrorCode::UnknownReceipt: return {"no sale has this receipt number", "check the number"};
    case ErrorCode::WrongState: return {"this cannot be done now", "finish or cancel what is open first"};
    case ErrorCode::StoreMissing:
      return {"there is no store in this folder", "check --store, or make one with 'kahuictl demo'"};
    case ErrorCode::StoreExists: return {"the target exists already", "choose another name or folder"};
    case ErrorCode::StoreLocked: return {"another program writes this store", "close it, then try again"};
    case ErrorCode::StoreNewer: return {"the store was made by a newer version", "update this program"};
    case ErrorCode::StoreCorrupt:
      return {"the store is damaged", "stop selling on it, keep its folder, restore the last backup beside it"};
    case ErrorCode::StoreFull: return {"the disk is full; nothing of this was stored", "free space, then repeat"};
    case ErrorCode::StoreIo:
      return {"the disk refused; nothing of this was stored", "check disk and permissions, then repeat"};
    case ErrorCode::StoreKey:
      return {"the key of this store is not usable on this device", "put the key file back (see KAHUI_KEY_DIR)"};
    case ErrorCode::DeviceGone: return {"the reader is not there", "plug it in"};
    case ErrorCode::DeviceBusy: return {"another program holds the reader", "close that program"};
    case ErrorCode::DeviceFault: return {"the reader does not answer", "unplug it and plug it in again"};
    case ErrorCode::ServiceDown: return {"the service does not answer", "start it, then try again"};
    case ErrorCode::PeerFailed: return {"the other side did not answer as it should", "try again later"};
    case ErrorCode::PeerUntrusted:
      return {"this is not the headquarters that was expected",
              "check the address; if it was set up anew, enrol again"};
    case ErrorCode::PeerRefused: return {"headquarters refuses", "see the word it gives, or ask headquarters"};
    case ErrorCode::NotEnrolled:
      return {"this store is not enrolled with a headquarters", "run 'kahuictl enrol' with a code from headquarters"};
  }
  return {"something went wrong", "try again"};
}

}  // namespace

std::string errorText(const base::Error& error) {
  const Words words = wordsFor(error.code);
  std::string text = words.what;
  if (!error.detail.empty()) text += " (" + error.detail + ")";
  return text + "; " + words.next;
}

}  // namespace kahui::local
