// A product as the catalogue feed gives it; prices are data, the rules that use them stand in pricing.
#pragma once

#include <optional>
#include <string>

#include "core/base/date.hpp"
#include "core/base/numbers.hpp"

namespace kahui::catalog {

struct Product {
  std::string sku;
  std::string barcode;  // EAN-13, EAN-8 or empty
  std::string name;
  std::string spec;  // pack size
  std::string category;
  std::string brand;
  std::string unit;     // 盒, kg …
  std::string pinyin;   // lower-case initials of the name
  base::Money price{};  // retail for one unit
  std::optional<base::Money> promo_price{};
  bool promo_needs_card = false;
  std::optional<base::Money> member_price{};
  std::optional<base::Money> cost{};  // what the shop pays for one unit; for margins alone
  base::Rate min_rate{0};             // rulebook P3
  std::optional<int> pay_pct{};       // P8
  bool weighed = false;               // quantity in thousandths of the unit, not whole pieces
  bool no_member_discount = false;
  bool no_points = false;
  bool no_promotion = false;
  bool no_bill_discount = false;
  bool no_coupon = false;
  bool no_tier_credit = false;
  bool birthday_only = false;  // S000-15: to a member in the month of the birthday
  // S000-16: on sale to members from the first day, to everybody from the second; none: always.
  std::optional<base::BusinessDate> members_from{}, guests_from{};
  int uses = 0;        // V5: sold as a count card with so many uses, 1 .. 9999; 0: ordinary goods
  int valid_days = 0;  // of a count card, from the day it is sold; 0: no end

  bool operator==(const Product&) const = default;
};

}  // namespace kahui::catalog
