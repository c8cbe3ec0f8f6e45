// The bill while it is being priced: each step takes it and lowers `current`. Internal to this room.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/base/result.hpp"
#include "core/pricing/priced_bill.hpp"

namespace kahui::pricing {

// floor or half-up of x * bp / 10000, by price.line_round (section 0). x <= kMaxAmount, so that 64 bits hold the
// product.
inline std::int64_t rateOf(std::int64_t x, base::Rate rate, programme::LineRound round) {
  const std::int64_t product = x * rate.value();
  return round == programme::LineRound::Floor ? product / 10000 : (product * 2 + 10000) / 20000;
}

// Unit price times quantity, half-up to the fen (P1).
inline std::int64_t extended(base::Money unit, base::Quantity quantity) {
  return (unit.value() * quantity.value() * 2 + 1000) / 2000;
}

struct Match {
  std::uint32_t line;
  PromotionRef promotion;
};

// The promotions in force that one step of the bill asks about.
struct InForce {
  std::vector<PromotionRef> everywhere;  // those that cover every line
  std::vector<Match> scoped;             // the others, by line
};

struct Bill {
  const SaleInput& input;
  const programme::RulePack& pack;
  std::optional<int> tier;
  programme::Moment moment;
  PricedBill out;
  std::vector<std::int64_t> current;   // what the customer still pays for each line
  std::vector<const Coupon*> coupons;  // in the order of P7
  programme::PromotionBook extra;      // index over SaleInput::promotions
  InForce item{};                      // A1, priced in P2
  InForce multi{};                     // A2
  InForce threshold{};                 // P5, A3
  InForce offer{};                     // A4, A5
  InForce points{};                    // A6

  [[nodiscard]] bool isMember() const { return tier.has_value(); }
  [[nodiscard]] const LineInput& line(std::size_t i) const { return input.basket[i]; }
  [[nodiscard]] std::size_t size() const { return current.size(); }
  [[nodiscard]] const programme::Promotion& promotion(PromotionRef ref) const;
  [[nodiscard]] const programme::PromotionBrief& brief(PromotionRef ref) const {
    const auto own = pack.promotions->all().size();
    const auto index = static_cast<std::size_t>(ref);
    return index < own ? pack.promotions->brief(static_cast<std::uint32_t>(index))
                       : extra.brief(static_cast<std::uint32_t>(index - own));
  }
  [[nodiscard]] bool isOffer(std::size_t i) const { return !input.basket[i].offer.empty(); }
  [[nodiscard]] bool promotable(std::size_t i) const { return !input.basket[i].no_promotion && !isOffer(i); }
  [[nodiscard]] std::int64_t rate(std::int64_t x, base::Rate r) const { return rateOf(x, r, pack.price.line_round); }
  // Applications of a promotion that its limits still allow on this bill.
  [[nodiscard]] std::int64_t allowance(const programme::Promotion& promotion) const;

  // Place in SaleInput::coupons of the coupon at `place` in `coupons`; -1 stays -1.
  [[nodiscard]] std::int32_t couponIndex(std::int32_t place) const {
    return place < 0 ? -1 : static_cast<std::int32_t>(coupons[static_cast<std::size_t>(place)] - input.coupons.data());
  }

  // Counts applications of a promotion, if it is limited; what the bill has of it so far.
  void countUse(PromotionRef ref, int times = 1);
  [[nodiscard]] int usesOf(PromotionRef ref) const;

  void note(const Trial& trial) { out.trials.push_back(trial); }
  // Shares `total` over `weights` (P9), takes the shares off `current` and adds them to the lines' `cut`.
  void share(std::int64_t total, std::span<const std::int64_t> weights, base::Money PricedLine::*cut);
};

void matchPromotions(Bill& bill);  // which promotions are in force for which line

base::Status priceLayer(Bill& bill);    // P1 to P4, P11, A1
void multiBuy(Bill& bill);              // A2 (step P4b)
void thresholdPromotion(Bill& bill);    // P5, A3
void billDiscount(Bill& bill);          // P6
base::Status orderCoupons(Bill& bill);  // P7: count, dates, order, scope and minimum of RETAIL-based rate coupons
base::Status applyCoupons(Bill& bill);  // P7: stackable rate coupons and cash coupons
base::Status judgeOffers(Bill& bill);   // A4, A5
void payWithPoints(Bill& bill);         // P8
void pointsMultipliers(Bill& bill);     // A6

}  // namespace kahui::pricing
