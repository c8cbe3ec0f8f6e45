// What a bill is priced from: basket, member view, asked benefits, tenders. Field names follow the examples file
// (rulebook section 16).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/date.hpp"
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
  bool no_member_discount = false;
  bool no_points = false;
  bool no_promotion = false;
  bool no_bill_discount = false;
  bool no_coupon = false;
  bool no_tier_credit = false;
};

struct Tender {
  std::string type;                   // CASH, WECHAT, ALIPAY, UNIONPAY, BANKCARD, STORED …
  std::optional<base::Money> amount;  // exact amounts of non-cash tenders
  std::optional<base::Money> given;   // cash handed over
};

}  // namespace kahui::pricing
