// Prices a bill by rules P1 to P12 and A1 to A6. Pure: the same basket, member, rule pack and time give the same bill,
// on the till, at HQ, in `kahuictl evaluate` and in the tests.
#pragma once

#include <optional>

#include "core/base/result.hpp"
#include "core/pricing/bill_memory.hpp"
#include "core/pricing/priced_bill.hpp"
#include "core/pricing/sale_input.hpp"

namespace kahui::pricing {

// S000-34: what the reason begins with where a coupon is not for the bill's tier; the names of the tiers that it is for
// follow, with commas between them.
inline constexpr std::string_view kCouponTier = "COUPON_TIER:";

// Checks ranges and names; the detail names the field, for example "basket[1].price_fen: must be from 0 to 1000000000".
// Lines that `known` holds were checked when they came into it.
//   EmptyBasket, OutOfRange, BadInput
base::Status validate(const SaleInput& input, const programme::RulePack& pack, const BillMemory& known = {});

// Steps P1 to P9. `tier` is the rank to price at; nullopt prices as a guest, whatever `input.member` says. The input
// must have passed validate(). The total is what is due before rounding; tenders are not looked at. `memory`: of this
// bill as it was priced last by this pack, or empty.
//   RuleRejected  detail is the rule's reason: OVERRIDE_ABOVE_RETAIL, COUPON_LIMIT, COUPON_EXPIRED, COUPON_SCOPE,
//                 COUPON_TIER (see kCouponTier), COUPON_MIN_SPEND, COUPON_NO_BENEFIT, OFFER_NOT_REACHED
//   OutOfRange    a bill above kMaxAmount
base::Result<PricedBill> priceBill(const SaleInput& input, const programme::RulePack& pack, std::optional<int> tier,
                                   BillMemory& memory);

// Steps P10 and P12: rounds down what is left for cash, shares the dropped fen, pays with the tenders of the input.
//   RuleRejected  STORED_INSUFFICIENT
//   ShortCash     detail is the fen missing
//   WrongTender   tenders that do not add up to the total
base::Status settle(PricedBill& bill, const SaleInput& input, const programme::RulePack& pack);

}  // namespace kahui::pricing
