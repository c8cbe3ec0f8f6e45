// P5 threshold promotion with the bill kinds of A3, P6 whole bill.
#include <algorithm>
#include <numeric>

#include "core/base/numbers.hpp"
#include "core/pricing/bill.hpp"

namespace kahui::pricing {

using base::Money;
using programme::Promotion;
using programme::PromotionKind;

namespace {

struct Contender {
  PromotionRef ref = kNoPromotion;
  std::int64_t base = 0;
  std::int64_t quantity = 0;
  std::int64_t saving = 0;
};

// How often a promotion applies whose threshold is reached; a rate applies once.
std::int64_t timesOf(const Bill& bill, const Promotion& p, const Contender& c) {
  const bool repeats = p.kind == PromotionKind::ThresholdMinus && p.repeat;
  return std::min(repeats ? c.base / p.threshold.value() : 1, bill.allowance(p));
}

// Saving of a promotion on its base, or how far the base is from the threshold.
std::int64_t savingOf(const Bill& bill, const Promotion& p, const Contender& c, std::int64_t& missing) {
  const bool by_count = p.kind == PromotionKind::CountRate;
  const std::int64_t reached = by_count ? c.quantity : c.base;
  const std::int64_t threshold = by_count ? p.threshold_qty.value() : p.threshold.value();
  missing = std::max<std::int64_t>(0, threshold - reached);
  if (missing > 0) return 0;
  const std::int64_t times = timesOf(bill, p, c);
  if (p.kind != PromotionKind::ThresholdMinus) return times > 0 ? c.base - bill.rate(c.base, p.rate) : 0;
  return std::min(c.base, base::mulDivFloor(p.minus.value(), times, 1));
}

// The bill promotions in force, each with the sum of its lines that promotions may touch.
std::vector<Contender> contenders(const Bill& bill) {
  std::vector<Contender> list;
  list.reserve(bill.everywhere(Place::Threshold).size() + bill.scoped(Place::Threshold).size());
  Contender all;
  for (std::size_t i = 0; i < bill.size(); ++i) {
    if (!bill.promotable(i)) continue;
    all.base += bill.current[i];
    all.quantity += bill.facts(i).quantity;
  }
  for (const auto ref : bill.everywhere(Place::Threshold)) {
    list.push_back(all);
    list.back().ref = ref;
  }
  for (const auto& match : bill.scoped(Place::Threshold)) {
    if (!bill.promotable(match.line)) continue;
    if (list.empty() || list.back().ref != match.promotion) list.push_back({.ref = match.promotion});
    list.back().base += bill.current[match.line];
    list.back().quantity += bill.facts(match.line).quantity;
  }
  return list;
}

}  // namespace

void thresholdPromotion(Bill& bill) {
  auto list = contenders(bill);
  const Contender* best = nullptr;
  for (auto& c : list) {
    const auto& p = bill.promotion(c.ref);
    std::int64_t missing = 0;
    c.saving = savingOf(bill, p, c, missing);
    if (c.saving == 0) {
      const Reason reason = missing == 0 ? (bill.allowance(p) > 0 ? Reason::NoSaving : Reason::LimitReached)
                            : p.kind == PromotionKind::CountRate ? Reason::TooFewPieces
                                                                 : Reason::BelowThreshold;
      bill.note({.step = Step::Threshold, .reason = reason, .promotion = c.ref, .missing = missing});
    } else if (best == nullptr || c.saving > best->saving ||
               (c.saving == best->saving && p.id < bill.promotion(best->ref).id)) {
      best = &c;
    }
  }
  if (best == nullptr) return;
  for (const auto& c : list)
    if (c.saving > 0)
      bill.note({.step = Step::Threshold,
                 .reason = &c == best ? Reason::Applied : Reason::SmallerSaving,
                 .promotion = c.ref,
                 .amount = c.saving});

  std::vector<std::int64_t> weights(bill.size(), 0);
  if (bill.promotion(best->ref).scope.everything()) {
    for (std::size_t i = 0; i < bill.size(); ++i)
      if (bill.promotable(i)) weights[i] = bill.current[i];
  } else {
    for (const auto& match : bill.scoped(Place::Threshold))
      if (match.promotion == best->ref && bill.promotable(match.line)) weights[match.line] = bill.current[match.line];
  }
  bill.share(best->saving, weights, &PricedLine::promo);
  bill.out.promotion = best->ref;
  bill.countUse(best->ref, static_cast<int>(timesOf(bill, bill.promotion(best->ref), *best)));
}

void billDiscount(Bill& bill) {
  const auto& discount = bill.input.bill_discount;
  if (!discount.rate && !discount.minus) return;
  std::vector<std::int64_t> weights(bill.size(), 0);
  for (std::size_t i = 0; i < bill.size(); ++i)
    if (bill.facts(i).takes_bill_discount) weights[i] = bill.current[i];
  const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  const std::int64_t saving =
      discount.rate ? sum - bill.rate(sum, *discount.rate) : std::min(sum, discount.minus->value());
  bill.share(saving, weights, &PricedLine::bill);
  bill.note({.step = Step::BillDiscount, .reason = saving > 0 ? Reason::Applied : Reason::NoSaving, .amount = saving});
}

}  // namespace kahui::pricing
