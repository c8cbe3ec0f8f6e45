// P7 coupons. RETAIL-based rate coupons compete in the price layer (price_layer.cpp); the others act on the bill here.
#include <algorithm>
#include <numeric>

#include "core/pricing/bill.hpp"
#include "core/pricing/price_bill.hpp"

namespace kahui::pricing {

using base::ErrorCode;
using base::Money;

namespace {

// RATE before CASH, earlier expiry (never = last), id.
bool appliesBefore(const Coupon* a, const Coupon* b) {
  if (a->type != b->type) return a->type == CouponType::Rate;
  if (a->expires != b->expires) return a->expires && (!b->expires || *a->expires < *b->expires);
  return a->id < b->id;
}

base::Status checkScope(const Bill& bill, const Coupon& coupon) {
  for (std::size_t i = 0; i < bill.size(); ++i)
    if (eligible(coupon, bill.line(i))) return {};
  return base::fail(ErrorCode::RuleRejected, "COUPON_SCOPE");
}

// S000-34: the bill's tier must be among those that the coupon names; a guest has none.
base::Status checkTier(const Bill& bill, const Coupon& coupon) {
  if (coupon.tiers.empty()) return {};
  const auto& wanted = coupon.tiers;
  if (bill.tier && std::find(wanted.begin(), wanted.end(), bill.pack.tier(*bill.tier).code) != wanted.end()) return {};
  std::string names;
  for (const auto& code : wanted) {
    const auto rank = bill.pack.rankOf(code);
    names += (names.empty() ? "" : ",") + (rank ? bill.pack.tier(*rank).name : code);
  }
  return base::fail(ErrorCode::RuleRejected, std::string(kCouponTier) + names);
}

// Base of a RETAIL-based rate coupon: eligible gross.
std::int64_t eligibleGross(const Bill& bill, const Coupon& coupon) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < bill.size(); ++i) {
    const auto& line = bill.line(i);
    if (eligible(coupon, line)) sum += grossOf(line);
  }
  return sum;
}

std::int64_t savingOf(const Bill& bill, const Coupon& coupon, std::int64_t base) {
  if (coupon.type == CouponType::Cash) return std::min(coupon.face.value(), base);  // no change is given
  const std::int64_t saving = base - bill.rate(base, coupon.rate);
  return coupon.max_minus ? std::min(saving, coupon.max_minus->value()) : saving;
}

}  // namespace

base::Status orderCoupons(Bill& bill) {
  const auto& coupons = bill.input.coupons;
  if (coupons.size() > static_cast<std::size_t>(bill.pack.coupon.max_per_bill))
    return base::fail(ErrorCode::RuleRejected, "COUPON_LIMIT");
  for (const auto& coupon : coupons) bill.coupons.push_back(&coupon);
  std::sort(bill.coupons.begin(), bill.coupons.end(), appliesBefore);
  bill.out.coupon_savings.resize(bill.coupons.size());
  const auto today = bill.input.now.date();
  for (const auto* coupon : bill.coupons) {
    if (coupon->expires && *coupon->expires < today) return base::fail(ErrorCode::RuleRejected, "COUPON_EXPIRED");
    KAHUI_TRY(checkTier(bill, *coupon));
    KAHUI_TRY(checkScope(bill, *coupon));
    if (actsInLayer(*coupon) && eligibleGross(bill, *coupon) < coupon->min.value())
      return base::fail(ErrorCode::RuleRejected, "COUPON_MIN_SPEND");
  }
  return {};
}

base::Status applyCoupons(Bill& bill) {
  std::vector<std::int64_t> weights;
  for (std::size_t place = 0; place < bill.coupons.size(); ++place) {
    const auto& coupon = *bill.coupons[place];
    bill.out.coupons_used.push_back(coupon.id);
    if (actsInLayer(coupon)) continue;
    weights.assign(bill.size(), 0);
    const bool everything = coupon.scope.everything();
    for (std::size_t i = 0; i < bill.size(); ++i)
      if (bill.facts(i).takes_coupons && (everything || eligible(coupon, bill.line(i)))) weights[i] = bill.current[i];
    const std::int64_t base = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    if (base < coupon.min.value()) return base::fail(ErrorCode::RuleRejected, "COUPON_MIN_SPEND");
    const std::int64_t saving = savingOf(bill, coupon, base);
    bill.share(saving, weights, &PricedLine::coupon);
    bill.out.coupon_savings[place] = Money(saving);
    bill.note({.step = Step::Coupon,
               .reason = saving > 0 ? Reason::Applied : Reason::NoSaving,
               .coupon = bill.couponIndex(static_cast<std::int32_t>(place)),
               .amount = saving});
  }
  return {};
}

}  // namespace kahui::pricing
