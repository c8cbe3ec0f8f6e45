#include "core/base/error.hpp"

namespace kahui::base {

std::string_view codeName(ErrorCode code) {
  switch (code) {
    case ErrorCode::BadInput: return "bad_input";
    case ErrorCode::OutOfRange: return "out_of_range";
    case ErrorCode::UnknownKey: return "unknown_key";
    case ErrorCode::UnknownProduct: return "unknown_product";
    case ErrorCode::ProductNotForSale: return "product_not_for_sale";
    case ErrorCode::UnknownCard: return "unknown_card";
    case ErrorCode::UnknownMember: return "unknown_member";
    case ErrorCode::CardBlocked: return "card_blocked";
    case ErrorCode::CardLost: return "card_lost";
    case ErrorCode::CardReplaced: return "card_replaced";
    case ErrorCode::CardCancelled: return "card_cancelled";
    case ErrorCode::CardTaken: return "card_taken";
    case ErrorCode::PhoneTaken: return "phone_taken";
    case ErrorCode::CardRandomUid: return "card_random_uid";
    case ErrorCode::MemberFrozen: return "member_frozen";
    case ErrorCode::MemberPending: return "member_pending";
    case ErrorCode::MemberRefused: return "member_refused";
    case ErrorCode::BadPhone: return "bad_phone";
    case ErrorCode::AmbiguousMember: return "ambiguous_member";
    case ErrorCode::UnknownOperator: return "unknown_operator";
    case ErrorCode::WrongPin: return "wrong_pin";
    case ErrorCode::PinLocked: return "pin_locked";
    case ErrorCode::NotSignedIn: return "not_signed_in";
    case ErrorCode::NoRight: return "no_right";
    case ErrorCode::EmptyBasket: return "empty_basket";
    case ErrorCode::BasketFull: return "basket_full";
    case ErrorCode::UnknownLine: return "unknown_line";
    case ErrorCode::ShortCash: return "short_cash";
    case ErrorCode::WrongTender: return "wrong_tender";
    case ErrorCode::RuleRejected: return "rule_rejected";
    case ErrorCode::UnknownCoupon: return "unknown_coupon";
    case ErrorCode::CouponNotUsable: return "coupon_not_usable";
    case ErrorCode::RulesMissing: return "rules_missing";
    case ErrorCode::RefConflict: return "ref_conflict";
    case ErrorCode::UnknownReceipt: return "unknown_receipt";
    case ErrorCode::WrongState: return "wrong_state";
    case ErrorCode::StoreMissing: return "store_missing";
    case ErrorCode::StoreExists: return "store_exists";
    case ErrorCode::StoreLocked: return "store_locked";
    case ErrorCode::StoreNewer: return "store_newer";
    case ErrorCode::StoreCorrupt: return "store_corrupt";
    case ErrorCode::StoreFull: return "store_full";
    case ErrorCode::StoreIo: return "store_io";
    case ErrorCode::StoreKey: return "store_key";
    case ErrorCode::DeviceGone: return "device_gone";
    case ErrorCode::DeviceBusy: return "device_busy";
    case ErrorCode::DeviceFault: return "device_fault";
    case ErrorCode::ServiceDown: return "service_down";
    case ErrorCode::PeerFailed: return "peer_failed";
    case ErrorCode::PeerUntrusted: return "peer_untrusted";
    case ErrorCode::PeerRefused: return "peer_refused";
    case ErrorCode::NotEnrolled: return "not_enrolled";
  }
  return "unknown";
}

}  // namespace kahui::base
