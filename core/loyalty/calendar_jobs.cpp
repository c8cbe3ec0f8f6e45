#include "core/loyalty/calendar_jobs.hpp"

#include <algorithm>

namespace kahui::loyalty {

using base::BusinessDate;
using base::Money;

RetentionVerdict judgeRetention(int rank, Money year_spend, std::optional<BusinessDate> promoted_on, BusinessDate day,
                                const programme::RulePack& pack) {
  const auto& tier = pack.tier(rank);
  if (!tier.retain) return {Retention::Kept, rank};
  const bool fresh = promoted_on && promoted_on->year() >= day.year() - 1;
  if (pack.tier_rules.exempt_year_of_promotion && fresh) return {Retention::Exempt, rank};
  if (year_spend >= *tier.retain) return {Retention::Kept, rank};
  return {Retention::Demoted, *tier.demote_to};
}

int tourDays(int rank, std::optional<int> repromoted_year, int year, const programme::RulePack& pack) {
  return repromoted_year == year ? 0 : pack.tier(rank).tour_days;
}

CouponIssue monthlyCoupons(int rank, int already, std::chrono::year_month month, const programme::RulePack& pack) {
  const auto& rule = pack.monthly_coupons[static_cast<std::size_t>(rank)];
  const BusinessDate last{std::chrono::sys_days(month / std::chrono::last)};
  return {rule.count < 0 ? -1 : std::max(0, rule.count - already), rule.rate, last};
}

}  // namespace kahui::loyalty
