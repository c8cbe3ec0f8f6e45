// One line of a bill as the rules see it. Field names follow the examples file (rulebook section 16). Ranges as in
// sale_input.hpp.
#pragma once

#include <optional>
#include <string>

#include "core/base/numbers.hpp"

namespace kahui::pricing {

struct LineInput {
  std::string sku;
  std::string category;
  std::string brand;
  base::Money unit_price{};                   // retail, 0 .. kMaxUnitPrice
  std::optional<base::Money> amount;          // printed on a scale label, taken as it is (P1)
  base::Quantity quantity = base::kOnePiece;  // > 0
  std::optional<base::Money> promo_price;
  bool promo_needs_card = false;
  std::optional<base::Money> member_price;
  std::optional<base::Money> override_price;  // P4, a piece
  base::Rate min_rate{0};                     // P3
  std::optional<int> pay_pct;                 // P8, 0 .. 100
  std::string offer;                          // id of the GIFT or EXCHANGE promotion this line was taken from (A4, A5)
  // S003-94 (换购): of the points catalogue; a piece costs the member so many points and, beside them, so much money.
  // It stays out of every base of promotions, discounts and coupons, as a line of A5 does; whole pieces only.
  std::string gift{};
  base::Points gift_points{};  // > 0 with a gift
  base::Money gift_price{};
  bool no_member_discount = false;
  bool no_points = false;
  bool no_promotion = false;
  bool no_bill_discount = false;
  bool no_coupon = false;
  bool no_tier_credit = false;
};

}  // namespace kahui::pricing
