// The bill while it is being priced: each step takes it and lowers `current`. Internal to this room.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/base/result.hpp"
#include "core/pricing/bill_memory.hpp"
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

// P7: a rate coupon that does not stack competes in the price layer of its lines; all others act on the bill.
inline bool actsInLayer(const Coupon& coupon) { return coupon.type == CouponType::Rate && !coupon.stackable; }

inline bool eligible(const Coupon& coupon, const LineInput& line) {
  return !line.no_coupon && line.offer.empty() && line.gift.empty() &&
         coupon.scope.covers(line.sku, line.category, line.brand);
}

// P1: a scale label's amount is taken as it is.
inline std::int64_t grossOf(const LineInput& line) {
  return line.amount ? line.amount->value() : extended(line.unit_price, line.quantity);
}

struct Bill {
  const SaleInput& input;
  const programme::RulePack& pack;
  std::optional<int> tier;
  const programme::Group* group;  // S001-40: that the member is in, whether or not its days are on; null: none
  programme::Moment moment;
  BillMemory& memory;
  PricedBill out{};
  std::vector<std::int64_t> current{};      // what the customer still pays for each line
  std::vector<const Coupon*> coupons{};     // in the order of P7
  programme::PromotionBook extra{};         // index over SaleInput::promotions
  std::vector<Trial>* notes = &out.trials;  // where note() writes: a line's trials stay in the memory

  [[nodiscard]] bool isMember() const { return tier.has_value(); }
  [[nodiscard]] const LineInput& line(std::size_t i) const { return input.basket[i]; }
  [[nodiscard]] std::size_t size() const { return input.basket.size(); }
  // Promotions in force: those that cover every line, and the others with their lines; those of Multi and Threshold by
  // promotion, then line.
  [[nodiscard]] std::span<const PromotionRef> everywhere(Place place) const {
    return memory.m_everywhere[static_cast<std::size_t>(place)];
  }
  [[nodiscard]] std::span<const Match> scoped(Place place) const {
    return memory.m_scoped[static_cast<std::size_t>(place)].all();
  }
  [[nodiscard]] const programme::Promotion& promotion(PromotionRef ref) const;
  [[nodiscard]] const programme::PromotionBrief& brief(PromotionRef ref) const {
    const auto own = pack.promotions->all().size();
    const auto index = static_cast<std::size_t>(ref);
    return index < own ? pack.promotions->brief(static_cast<std::uint32_t>(index))
                       : extra.brief(static_cast<std::uint32_t>(index - own));
  }
  [[nodiscard]] const LineFacts& facts(std::size_t i) const { return memory.m_facts[i]; }
  [[nodiscard]] bool isOffer(std::size_t i) const { return facts(i).offer; }  // or of the catalogue: in no base
  [[nodiscard]] bool promotable(std::size_t i) const { return facts(i).promotable; }
  [[nodiscard]] std::int64_t rate(std::int64_t x, base::Rate r) const { return rateOf(x, r, pack.price.line_round); }
  // Of two multi-buy offers: higher priority, then the earlier id.
  [[nodiscard]] bool actsBefore(PromotionRef a, PromotionRef b) const;
  // Applications of a promotion that its limits still allow on this bill.
  [[nodiscard]] std::int64_t allowance(const programme::Promotion& promotion) const;

  // Place in SaleInput::coupons of the coupon at `place` in `coupons`; -1 stays -1.
  [[nodiscard]] std::int32_t couponIndex(std::int32_t place) const {
    return place < 0 ? -1 : static_cast<std::int32_t>(coupons[static_cast<std::size_t>(place)] - input.coupons.data());
  }

  // Counts applications of a promotion, if it is limited; what the bill has of it so far.
  void countUse(PromotionRef ref, int times = 1);
  [[nodiscard]] int usesOf(PromotionRef ref) const;

  // The lines' memory (bill_lines.cpp).
  void beginLines();                                // forgets what does not hold for this bill
  void dependsOn(const programme::Window& window);  // what is found now may be wrong when the window opens or closes
  void neverAgain() { memory.m_lasting = false; }   // what is found now may be wrong on the next bill
  void matchUnscoped();
  void matchLine(std::size_t i, std::vector<PromotionRef>& item);  // `item`: those of A1
  base::Status takeLines();                                        // every line: kept, or matched and priced

  void note(const Trial& trial) { notes->push_back(trial); }
  // Shares `total` over `weights` (P9), takes the shares off `current` and adds them to the lines' `cut`.
  void share(std::int64_t total, std::span<const std::int64_t> weights, base::Money PricedLine::*cut);
};

// P1 to P4, P11, A1: the price of a line before anything that looks at the bill as a whole.
class PriceLayer {
 public:
  explicit PriceLayer(Bill& bill);
  // `gross` as of P1; `scoped`: the item promotions in force that name the line's goods.
  base::Result<PricedLine> price(std::size_t i, std::int64_t gross, std::span<const PromotionRef> scoped);
  // P7: a rate coupon that lowered no line is not taken.
  [[nodiscard]] base::Status checkCoupons() const;

  struct Candidate {
    std::int64_t amount = 0;
    Layer layer = Layer::Retail;
    PromotionRef promotion = kNoPromotion;
    std::int32_t coupon = -1;  // index into bill.coupons
    bool floored = false;      // held at the item's lowest rate
  };

 private:
  void noteBarred(std::size_t i, Layer layer, Reason reason, PromotionRef promotion = kNoPromotion);
  void consider(std::size_t i, const Candidate& candidate);
  void noteCandidate(std::size_t i, const Candidate& candidate, Reason reason);
  void addItemPromotion(std::size_t i, std::int64_t gross, PromotionRef ref);
  void addPrices(std::size_t i, std::int64_t gross, std::span<const PromotionRef> scoped);
  [[nodiscard]] std::optional<base::Rate> groupRate(std::size_t i) const;
  void addGroupPrice(std::size_t i);
  template <class F>
  void memberRates(std::size_t i, F&& f);
  template <class F>
  void forEachRate(std::size_t i, F&& f);
  Candidate best(std::size_t i, std::int64_t gross);
  Candidate stack(std::size_t i, std::int64_t gross);
  base::Result<Candidate> offered(std::size_t i, std::int64_t gross) const;
  base::Result<Candidate> choose(std::size_t i, std::int64_t gross, std::span<const PromotionRef> scoped);

  Bill& m_bill;
  bool m_best;                                // BEST, else STACK (P2, P11)
  std::optional<base::Rate> m_member_day;     // lowest rate of the member days that hold (C5)
  const programme::Group* m_group = nullptr;  // whose days are on
  std::optional<Candidate> m_won;             // of the line at hand, so far
  std::size_t m_won_at = 0;                   // its place in the bill's notes
};

void multiBuy(Bill& bill);               // A2 (step P4b)
void thresholdPromotion(Bill& bill);     // P5, A3
void billDiscount(Bill& bill);           // P6
base::Status orderCoupons(Bill& bill);   // P7: count, dates, order, scope and minimum of RETAIL-based rate coupons
base::Status applyCoupons(Bill& bill);   // P7: stackable rate coupons and cash coupons
base::Status judgeOffers(Bill& bill);    // A4, A5
base::Status payWithPoints(Bill& bill);  // P8, and the points of catalogue lines (S003-94)
void pointsMultipliers(Bill& bill);      // A6

}  // namespace kahui::pricing
