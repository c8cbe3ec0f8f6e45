// Returns by receipt (rulebook section 9, X1 to X8). Pure: the sale as it was priced, the rule pack of that day, the
// returns before this one as a state, and the goods that come back give the settlement: money, points, coupon,
// benefits, tier.
#pragma once

#include <optional>
#include <vector>

#include "core/sale/evaluate_sale.hpp"

namespace kahui::sale {

struct ReturnLine {
  std::size_t line = 0;       // index into SaleInput::basket
  base::Quantity quantity{};  // > 0
};

struct ReturnRequest {
  base::LocalTime at;
  std::vector<ReturnLine> lines;
  bool gift_used = false;           // the evening gift's coupon has been spent (X5)
  bool return_coupon_used = false;  // the spend-return's coupon has been spent (X5)
};

// What earlier returns of the same bill have left. Made by startReturns(), carried from return to return; replaying the
// returns makes it again.
struct ReturnState {
  std::vector<base::Quantity> returned;      // a line
  std::vector<base::Money> tender_left;      // a tender of the bill
  std::vector<pricing::LotSpend> lots_left;  // points spent on the bill that have not come back
  base::Points points_returned{};
  base::Points earned_left{};
  base::Points return_points_left{};  // C4
  base::Money return_coupon_left{};
  bool gift_alive = false;  // given and not yet taken back
  base::Points referral_left{};
  base::Money stored_refunded{};
  base::Money stored_bonus_refunded{};
  base::Points noncash_balance{};      // the member's, may be negative
  std::vector<base::Money> gift_held;  // a line: kept back for a gift that did not come back (A4)
};

enum class Fate { Kept, Returned, Voided, Deducted };
std::string_view fateName(Fate fate);

// A4 "returned with the goods": a gift that what is left of the bill does not reach.
struct KeptGift {
  std::size_t line = 0;
  base::Quantity quantity{};  // to be brought back, 0: it came back now
  base::Money held{};         // of the refund, by `refund.gift`; < 0: paid back, since it came later
};

struct Refund {
  base::Money value_of_goods{};                    // X1
  std::vector<pricing::LotSpend> points_returned;  // X3
  base::Points points_reversed{};                  // X2 and X5
  base::Points points_charged{};                   // X6: taken from the money instead
  base::Points noncash_balance_after{};
  base::Money refund{};
  std::vector<pricing::TenderPaid> tenders;  // X8
  base::Money stored_principal{};
  base::Money stored_bonus{};
  std::optional<Fate> coupon;  // X4
  std::optional<base::BusinessDate> coupon_expires;
  std::optional<Fate> gift;  // X5
  std::optional<Fate> return_coupon;
  base::Money return_coupon_face{};               // still good for
  std::optional<int> tier_after;                  // X7
  std::optional<base::Points> referral_reversed;  // F3; absent if the bill rewarded nobody
  std::vector<KeptGift> kept_gifts;               // by line
};

// `noncash_balance`: the member's NONCASH balance now, after the sale and whatever came since.
ReturnState startReturns(const pricing::SaleInput& input, const SaleResult& sold, base::Points noncash_balance);

// The NONCASH balance right after the sale, if nothing else moved it.
base::Points noncashAfterSale(const pricing::SaleInput& input, const SaleResult& sold);

//   RuleRejected  RETURN_EXCEEDS_SOLD
//   OutOfRange    a line that the bill does not have, a quantity below 1
base::Result<Refund> returnGoods(const pricing::SaleInput& input, const SaleResult& sold,
                                 const programme::RulePack& pack, ReturnState& state, const ReturnRequest& request);

}  // namespace kahui::sale
