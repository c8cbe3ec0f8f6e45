// What the settlement sheet of a return says beside its sums.
#pragma once

#include <string>

#include "core/base/numbers.hpp"

namespace kahui::till {

// What goes back beside the goods' money, as takeBack() books it.
struct ReturnAlso {
  enum class What {
    Gift,           // goods that were given with the purchase (A4); `text` names them, they must come back
    GiftPoints,     // points of the catalogue lines (S003-94); part of `restored`
    SharePoints,    // points that paid (P8); part of `restored`
    RefereeGift,    // S000-17: points
    RefereeCoupon,  // S000-17: the coupon, which is cancelled; `money` is its face
    Referral,       // F3: points of the referrer; `text` is his masked number
    Rebate,         // S001-59: points
    Coupon,         // X4: a coupon is good again; `text` is its serial
    CountCard,      // V5: uses go back; `text` names the goods, `points` counts uses
    Term,           // S003-04: a paid membership gets shorter; `points` counts months
    GiftKept,       // A4: `text` is to be brought back, `quantity` of it; `money` of the refund is held back for it
    GiftPaid,       // it came back after all: `money` that was held back is paid
    ChainRewards,   // for friends and rebates: in a chain headquarters counts and takes them back (reward_desk.cpp)
  };
  What what{};
  base::Points points{};
  base::Money money{};
  std::string text{};
  base::Quantity quantity{};
  bool operator==(const ReturnAlso&) const = default;
};

}  // namespace kahui::till
