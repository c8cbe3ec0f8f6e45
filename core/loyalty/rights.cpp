#include "core/loyalty/rights.hpp"

#include <algorithm>

namespace kahui::loyalty {

using base::ErrorCode;
using base::Points;

namespace {

const char* reason(OfflineBound bound) {
  switch (bound) {
    case OfflineBound::Age: return "CACHE_TOO_OLD";
    case OfflineBound::Hold: return "MEMBER_ON_HOLD";
    case OfflineBound::Behind: return "TILL_BEHIND";
    case OfflineBound::Balance:
    case OfflineBound::Member:
    case OfflineBound::Till:
    case OfflineBound::Day:
    case OfflineBound::Barred: break;
  }
  return "OFFLINE_LIMIT";
}

}  // namespace

OfflineLimit offlineLimit(const OfflineMember& member, const OfflineTill& till, const programme::OfflineRules& rules) {
  const Points none;
  if (till.behind) return {none, none, OfflineBound::Behind};
  if (member.hold) return {none, none, OfflineBound::Hold};
  OfflineLimit limit{std::clamp(member.balance, none, std::max(none, member.rights)), none, OfflineBound::Balance};
  if (member.barred) return {limit.rights, none, OfflineBound::Barred};
  if (member.age_hours > rules.max_age_hours) return {limit.rights, none, OfflineBound::Age};
  limit.goodwill = member.balance - limit.rights;
  const auto bounded = [&](Points most, OfflineBound bound) {
    if (most >= limit.goodwill) return;
    limit.goodwill = most;
    limit.bound = bound;
  };
  bounded(rules.goodwill - member.open, OfflineBound::Member);
  bounded(rules.goodwill_till - till.open, OfflineBound::Till);
  bounded(rules.points_per_day - member.today, OfflineBound::Day);
  limit.goodwill = std::max(none, limit.goodwill);
  return limit;
}

base::Result<OfflineSpend> spendOffline(Points points, const OfflineMember& member, const OfflineTill& till,
                                        const programme::OfflineRules& rules) {
  const OfflineLimit limit = offlineLimit(member, till, rules);
  if (points > limit.points()) return base::fail(ErrorCode::RuleRejected, reason(limit.bound));
  const Points rights = std::min(points, limit.rights);
  return OfflineSpend{rights, points - rights};
}

Points PlacedRights::held() const { return lost ? Points{} : std::max(Points{}, granted - used - returned); }

Points PlacedRights::exposed() const { return lost ? std::max(Points{}, granted - used - returned) : Points{}; }

bool covers(const CreditState& state, Points points) { return points <= state.available(); }

bool onHold(const CreditState& state) { return state.available() < Points{}; }

Points placement(const CreditState& state, Points held, Points asked, int percent, Points step) {
  const Points none;
  const Points target = std::max(none, Points(state.balance.value() * percent / 100));
  const Points left = held - asked;
  if (left > none && (left - target >= step || target == none || onHold(state)))
    return none - std::max(left - target, std::min(left, none - state.available()));
  const Points more = std::min(target - held, state.available());
  return more >= std::max(step, Points(1)) ? more : none;
}

Deficits judged(Deficits before, const CreditState& state) {
  const bool below = onHold(state);
  if (below && !before.below) ++before.count;
  before.below = below;
  return before;
}

}  // namespace kahui::loyalty
