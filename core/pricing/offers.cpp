// A4 gifts and A5 exchanges: what the bill offers, and whether the lines taken from offers are covered. A6: lines with
// more points.
#include <algorithm>

#include "core/pricing/bill.hpp"

namespace kahui::pricing {

using base::ErrorCode;
using programme::Promotion;
using programme::PromotionKind;

namespace {

std::int64_t inScopeTotal(const Bill& bill, PromotionRef ref) {
  std::int64_t sum = 0;
  if (bill.promotion(ref).scope.everything()) {
    for (std::size_t i = 0; i < bill.size(); ++i)
      if (!bill.isOffer(i)) sum += bill.current[i];
    return sum;
  }
  for (const auto& match : bill.scoped(Place::Offer))
    if (match.promotion == ref) sum += bill.current[match.line];
  return sum;
}

void judgeOffer(Bill& bill, PromotionRef ref) {
  const auto& p = bill.promotion(ref);
  const std::int64_t total = inScopeTotal(bill, ref);
  const std::int64_t threshold = p.threshold.value();
  if (total < threshold) {
    bill.note({.step = Step::Offer, .reason = Reason::BelowThreshold, .promotion = ref, .missing = threshold - total});
    return;
  }
  std::int64_t times = p.kind == PromotionKind::Gift ? (p.repeat ? total / threshold : 1) : p.limit.value_or(1);
  times = std::min({times, bill.allowance(p), base::kMaxLines});
  bill.note({.step = Step::Offer, .reason = times > 0 ? Reason::Applied : Reason::LimitReached, .promotion = ref});
  if (times > 0) bill.out.offers.push_back({ref, static_cast<int>(times)});
}

// The lines taken from one offer may not hold more than it gives.
base::Status checkTaken(const Bill& bill, std::size_t line) {
  const auto ref = bill.out.lines[line].layer_promotion;
  std::int64_t taken = 0;
  for (std::size_t i = 0; i < bill.size(); ++i)
    if (bill.isOffer(i) && bill.out.lines[i].layer_promotion == ref) taken += bill.line(i).quantity.value();
  for (const auto& offer : bill.out.offers)
    if (offer.promotion == ref && taken <= offer.times * bill.promotion(ref).quantity.value()) return {};
  return base::fail(ErrorCode::RuleRejected, "OFFER_NOT_REACHED");
}

}  // namespace

base::Status judgeOffers(Bill& bill) {
  const auto everywhere = bill.everywhere(Place::Offer);
  std::vector<PromotionRef> offers(everywhere.begin(), everywhere.end());
  for (const auto& match : bill.scoped(Place::Offer)) offers.push_back(match.promotion);
  std::sort(offers.begin(), offers.end());
  offers.erase(std::unique(offers.begin(), offers.end()), offers.end());
  for (const auto ref : offers) judgeOffer(bill, ref);
  for (std::size_t i = 0; i < bill.size(); ++i) {
    if (!bill.isOffer(i) || bill.out.lines[i].layer_promotion == kNoPromotion) continue;
    KAHUI_TRY(checkTaken(bill, i));
    const auto ref = bill.out.lines[i].layer_promotion;
    bill.countUse(ref, static_cast<int>(bill.line(i).quantity.value() / bill.promotion(ref).quantity.value()));
  }
  return {};
}

void pointsMultipliers(Bill& bill) {
  constexpr int kNone = -1;
  const auto multiplier = [&](PromotionRef ref) { return static_cast<int>(bill.brief(ref).value); };
  struct Best {
    int pct = kNone;
    PromotionRef by = kNoPromotion;
  };
  const auto raise = [&](Best& best, PromotionRef ref) {
    if (const int pct = multiplier(ref); pct > best.pct) best = {pct, ref};
  };
  Best everywhere;
  for (const auto ref : bill.everywhere(Place::Points)) raise(everywhere, ref);
  const auto scoped = bill.scoped(Place::Points);
  if (everywhere.pct == kNone && scoped.empty()) return;
  std::vector<Best> best(bill.size(), everywhere);
  for (const auto& match : scoped) raise(best[match.line], match.promotion);
  for (std::size_t i = 0; i < bill.size(); ++i) {
    if (best[i].pct == kNone || bill.isOffer(i)) continue;
    bill.out.lines[i].points_mult_pct = best[i].pct;
    bill.out.lines[i].points_promotion = best[i].by;
  }
}

}  // namespace kahui::pricing
