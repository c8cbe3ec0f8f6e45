#include "core/loyalty/hand_tier.hpp"

#include <utility>

#include "core/loyalty/calendar_jobs.hpp"

namespace kahui::loyalty {

namespace {

Standing standingOf(const RuleTier& tier, const MeanwhileSeen& seen) {
  return {tier.rank, tier.demoted_from, tier.since_demotion, seen.member_months, seen.record};
}

void judge(RuleTier& tier, base::BusinessDate day, base::Money measure, const MeanwhileSeen& seen,
           const programme::RulePack& pack) {
  const Standing standing = standingOf(tier, seen);
  const auto by_spend = judgeBySpend(standing, measure, pack);
  const auto verdict = judgeByRecord(standing, by_spend, {measure, seen.lifetime, seen.record}, pack);
  if (tier.demoted_from) tier.since_demotion += measure;
  if (verdict.rank <= tier.rank) return;
  tier.rank = verdict.rank;
  tier.since = day;
  if (tier.demoted_from && tier.rank >= *tier.demoted_from) tier.demoted_from.reset();
  if (!tier.demoted_from) tier.since_demotion = base::Money{};
}

// T5, and the accumulation of T6 that starts again.
void review(RuleTier& tier, base::BusinessDate new_year, const MeanwhileSeen& seen, const programme::RulePack& pack) {
  tier.since_demotion = base::Money{};
  const auto verdict = judgeRetention(tier.rank, seen.last_year, tier.since, new_year, pack);
  if (verdict.result != Retention::Demoted) return;
  tier.demoted_from = tier.rank;
  tier.rank = verdict.rank_after;
  tier.since = new_year;
}

}  // namespace

RuleTier tierByRules(RuleTier then, const MeanwhileSeen& seen, base::BusinessDate today,
                     const programme::RulePack& pack) {
  const auto new_year = base::BusinessDate::of(today.year(), 1, 1);
  bool reviewed = seen.given >= new_year;
  const auto reviewOnce = [&] {
    if (!std::exchange(reviewed, true)) review(then, new_year, seen, pack);
  };
  for (const BillSince& bill : seen.bills) {
    if (bill.day >= new_year) reviewOnce();
    judge(then, bill.day, bill.measure, seen, pack);
  }
  reviewOnce();
  judge(then, today, base::Money{}, seen, pack);  // what came together without a bill: referrals, points
  return then;
}

}  // namespace kahui::loyalty
