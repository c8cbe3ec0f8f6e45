// Random baskets, members, promotions and coupons, small enough that ties and thresholds are met often.
#pragma once

#include <rapidcheck.h>

#include "core/sale/evaluate_sale.hpp"

namespace kahui::test {

// low .. high, evenly: RapidCheck's own growth with the size of a case would leave chances and prices near their low
// end.
inline std::int64_t pick(std::int64_t low, std::int64_t high) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::int64_t>(low, high + 1));
}
inline bool chance(int percent) { return pick(1, 100) <= percent; }
template <class T>
T oneOf(std::initializer_list<T> values) {
  return *rc::gen::elementOf(std::vector<T>(values));
}

inline std::optional<base::Money> maybePrice(int percent, std::int64_t high) {
  if (!chance(percent)) return std::nullopt;
  return base::Money(pick(0, high));
}

inline pricing::LineInput anyLine() {
  pricing::LineInput line;
  line.sku = oneOf<const char*>({"S1", "S2", "S3", "S4"});
  line.category = oneOf<const char*>({"food", "wear", "toys", ""});
  line.brand = oneOf<const char*>({"A", "B", ""});
  line.unit_price = base::Money(pick(0, 20000));
  line.quantity = base::Quantity(chance(80) ? 1000 * pick(1, 5) : pick(1, 3000));
  line.promo_price = maybePrice(20, 20000);
  line.promo_needs_card = chance(50);
  line.member_price = maybePrice(20, 20000);
  if (chance(10)) line.override_price = base::Money(pick(0, line.unit_price.value()));
  if (chance(20)) line.min_rate = base::Rate(pick(5000, 10000));
  if (chance(20)) line.pay_pct = static_cast<int>(pick(0, 100));
  line.no_member_discount = chance(10);
  line.no_points = chance(10);
  line.no_promotion = chance(10);
  line.no_bill_discount = chance(10);
  line.no_coupon = chance(10);
  line.no_tier_credit = chance(10);
  return line;
}

inline programme::Promotion anyPromotion(int number) {
  using Kind = programme::PromotionKind;
  programme::Promotion p;
  p.id = "P" + std::to_string(number);
  p.kind = oneOf<Kind>({Kind::ThresholdMinus, Kind::ThresholdRate, Kind::CountRate, Kind::ItemPrice, Kind::ItemRate,
                        Kind::ItemMinus, Kind::BuyNGetM, Kind::NthPiece, Kind::NForPrice, Kind::PointsX});
  p.threshold = base::Money(pick(1, 30000));
  p.threshold_qty = base::Quantity(pick(1, 6) * 1000);
  p.minus = base::Money(pick(0, 5000));
  p.price = base::Money(pick(0, 20000));
  p.rate = base::Rate(pick(0, 10000));
  p.repeat = chance(50);
  p.n = static_cast<int>(pick(1, 3));
  p.m = static_cast<int>(pick(1, 2));
  p.mult_pct = static_cast<int>(pick(50, 300));
  p.priority = static_cast<int>(pick(0, 2));
  if (chance(30)) p.scope.categories = {oneOf<const char*>({"food", "wear", "toys"})};
  if (chance(20)) p.scope.skus = {"S1", "S2"};
  if (chance(20)) p.tier_mask &= ~(1U << programme::Promotion::kGuestBit);  // members only
  if (chance(20)) p.per_bill = static_cast<int>(pick(1, 3));
  return p;
}

inline pricing::Coupon anyCoupon(int number) {
  pricing::Coupon coupon;
  coupon.id = "K" + std::to_string(number);
  coupon.type = chance(50) ? pricing::CouponType::Cash : pricing::CouponType::Rate;
  coupon.face = base::Money(pick(0, 10000));
  coupon.rate = base::Rate(pick(0, 10000));
  coupon.stackable = chance(50);
  if (chance(30)) coupon.expires = base::BusinessDate::of(2025, 3, static_cast<unsigned>(pick(12, 31)));
  if (chance(30)) coupon.max_minus = base::Money(pick(0, 5000));
  if (chance(30)) coupon.scope.categories = {"food"};
  return coupon;
}

inline pricing::MemberView anyMember() {
  pricing::MemberView member;
  member.tier = oneOf<const char*>({"ORD", "SLV", "GLD", "PLT", "BLK"});
  member.lots = {
      {"A", programme::PointsClass::NonCash, base::Points(pick(-20, 300)), base::BusinessDate::of(2025, 12, 31)},
      {"B", programme::PointsClass::NonCash, base::Points(pick(0, 300)), base::BusinessDate::of(2026, 12, 31)},
      {"C", programme::PointsClass::Cashable, base::Points(pick(0, 300)), std::nullopt}};
  member.lifetime = base::Points(pick(0, 3000));
  member.stored = pricing::StoredBalance{base::Money(pick(0, 100000)), base::Money(pick(0, 20000))};
  return member;
}

// A bill that may be refused by a coupon rule; callers discard those.
inline pricing::SaleInput anySale() {
  pricing::SaleInput input;
  input.now = *base::LocalTime::parse("2025-03-12T10:15:00");
  const auto lines = pick(1, 6);
  for (std::int64_t i = 0; i < lines; ++i) input.basket.push_back(anyLine());
  if (chance(80)) input.member = anyMember();
  const auto promotions = pick(0, 4);
  for (int i = 0; i < promotions; ++i) input.promotions.push_back(anyPromotion(i));
  const auto coupons = chance(50) ? pick(1, 3) : 0;
  for (int i = 0; i < coupons; ++i) input.coupons.push_back(anyCoupon(i));
  if (chance(30))
    input.bill_discount.rate = base::Rate(pick(5000, 10000));
  else if (chance(20))
    input.bill_discount.minus = base::Money(pick(0, 5000));
  input.points_max = chance(40);
  if (chance(30))
    input.tenders = {{"CASH", std::nullopt, std::nullopt}};
  else if (chance(30) && input.member)
    input.tenders = {{"STORED", base::Money(pick(0, 500)), std::nullopt}, {"CASH", std::nullopt, std::nullopt}};
  return input;
}

}  // namespace kahui::test
