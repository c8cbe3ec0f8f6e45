#include "core/loyalty/offline.hpp"

#include <unordered_set>

namespace kahui::loyalty {

using base::ErrorCode;

namespace {

base::Status withinLimit(std::int64_t amount, std::int64_t today, std::int64_t limit, int age_hours,
                         int max_age_hours) {
  if (age_hours > max_age_hours) return base::fail(ErrorCode::RuleRejected, "CACHE_TOO_OLD");
  if (today + amount > limit) return base::fail(ErrorCode::RuleRejected, "OFFLINE_LIMIT");
  return {};
}

}  // namespace

base::Status offlineAllowed(OfflineAct act, std::int64_t amount, std::int64_t today, int age_hours,
                            const programme::RulePack& pack) {
  const auto& rules = pack.offline;
  switch (act) {
    case OfflineAct::Sale:
    case OfflineAct::Price:
    case OfflineAct::Earn:
    case OfflineAct::Coupon: return {};
    case OfflineAct::Points:
      return withinLimit(amount, today, rules.points_per_day.value(), age_hours, rules.max_age_hours);
    case OfflineAct::Stored:
      return withinLimit(amount, today, rules.stored_per_day.value(), age_hours, rules.max_age_hours);
    case OfflineAct::CashOut:
    case OfflineAct::Transfer:
    case OfflineAct::TopUp:
    case OfflineAct::StoredRefund:
    case OfflineAct::Catalogue:
    case OfflineAct::Merge: break;
  }
  return base::fail(ErrorCode::RuleRejected, "NEEDS_ONLINE");
}

MergedBalance mergeEvents(base::Points balance, std::span<const BalanceEvent> events) {
  MergedBalance merged{.balance = balance};
  std::unordered_set<std::string_view> seen;
  for (const auto& event : events) {
    if (!seen.insert(event.id).second) {
      ++merged.duplicates;
      continue;
    }
    ++merged.applied;
    merged.balance += event.delta;
  }
  return merged;
}

}  // namespace kahui::loyalty
