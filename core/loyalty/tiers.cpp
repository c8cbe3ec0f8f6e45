#include "core/loyalty/tiers.hpp"

#include <algorithm>
#include <array>

#include "core/base/result.hpp"

namespace kahui::loyalty {

using base::Money;
using base::Points;

std::string_view tierRuleName(TierRule rule) {
  switch (rule) {
    case TierRule::None: return {};
    case TierRule::Single: return "SINGLE";
    case TierRule::Lifetime: return "LIFETIME";
    case TierRule::RepromoteSingle: return "REPROMOTE_SINGLE";
    case TierRule::RepromoteCum: return "REPROMOTE_CUM";
    case TierRule::Bills: return "BILLS";
    case TierRule::Spent: return "SPENT";
    case TierRule::Referrals: return "REFERRALS";
    case TierRule::All: return "ALL";
  }
  return {};
}

int memberMonths(const std::optional<base::BusinessDate>& joined, base::BusinessDate today) {
  if (!joined || *joined >= today) return 0;
  const auto from = joined->ymd(), to = today.ymd();
  const auto months =
      (std::chrono::year_month(to.year(), to.month()) - std::chrono::year_month(from.year(), from.month())).count();
  const auto last = std::chrono::year_month_day_last(to.year(), std::chrono::month_day_last(to.month())).day();
  return static_cast<int>(months) - (to.day() < std::min(from.day(), last) ? 1 : 0);
}

std::optional<base::BusinessDate> windowStart(base::BusinessDate day, const programme::RulePack& pack) {
  const int months = pack.tier_rules.window_months;
  if (months == 0) return std::nullopt;
  const auto now = day.ymd();
  const auto then = std::chrono::year_month(now.year(), now.month()) - std::chrono::months(months);
  const auto last = std::chrono::year_month_day_last(then.year(), std::chrono::month_day_last(then.month())).day();
  const base::BusinessDate same{std::chrono::sys_days(then / std::min(now.day(), last))};
  return same.plusDays(1);
}

pricing::BuyingRecord withBill(pricing::BuyingRecord before, Money paid) {
  if (paid <= Money(0)) return before;
  ++before.bills;
  before.spent += paid;
  return before;
}

Standing standingOf(const pricing::MemberView& member, base::BusinessDate today, const programme::RulePack& pack) {
  const auto rank = pack.rankOf(member.tier);
  KAHUI_ASSERT(rank);
  Standing standing{.rank = *rank,
                    .demoted_from = std::nullopt,
                    .since_demotion = member.since_demotion,
                    .member_months = memberMonths(member.joined, today),
                    .record = member.record.value_or(pricing::BuyingRecord{})};
  if (!member.demoted_from.empty()) standing.demoted_from = pack.rankOf(member.demoted_from);
  return standing;
}

Money tierMeasure(const pricing::LineInput& input, const pricing::PricedLine& line, Money paid,
                  const programme::RulePack& pack) {
  if (input.no_tier_credit) return Money(0);
  return pack.tier_rules.single_measure == programme::Measure::Gross ? line.gross : paid;
}

TierVerdict judgeBySpend(const Standing& standing, Money measure, const programme::RulePack& pack) {
  TierVerdict verdict{standing.rank, TierRule::None};
  const auto reach = [&](int rank, TierRule rule) {
    if (rank > verdict.rank) verdict = {rank, rule};
  };
  // Equal tiers: re-promotion in one purchase first, because only it prices this bill again.
  if (standing.demoted_from) {
    const auto& old = pack.tier(*standing.demoted_from);
    if (old.repromote_single && measure >= *old.repromote_single)
      reach(*standing.demoted_from, TierRule::RepromoteSingle);
  }
  for (int rank = standing.rank + 1; rank < static_cast<int>(pack.tiers.size()); ++rank) {
    const auto& threshold = pack.tier(rank).single_from[static_cast<std::size_t>(standing.rank)];
    const bool long_enough = standing.member_months >= pack.tier(rank).min_member_months;
    const bool alone = !pack.tier(rank).needs_all;
    if (threshold && measure >= *threshold && long_enough && alone) reach(rank, TierRule::Single);
  }
  if (standing.demoted_from) {
    const auto& old = pack.tier(*standing.demoted_from);
    if (old.repromote_cum && standing.since_demotion + measure >= *old.repromote_cum)
      reach(*standing.demoted_from, TierRule::RepromoteCum);
  }
  return verdict;
}

namespace {

struct Way {
  TierRule rule;
  bool asked = false, reached = false;
};

// The conditions of a tier but T2 alone, in the order in which they are named as the reason.
std::array<Way, 4> waysTo(const programme::Tier& tier, const AfterBill& after) {
  return {Way{TierRule::Lifetime, tier.lifetime.has_value(), tier.lifetime && after.lifetime >= *tier.lifetime},
          Way{TierRule::Bills, tier.bills.has_value(), tier.bills && after.record.bills >= *tier.bills},
          Way{TierRule::Spent, tier.spent.has_value(), tier.spent && after.record.spent >= *tier.spent},
          Way{TierRule::Referrals, tier.referrals.has_value(),
              tier.referrals && after.record.referrals >= *tier.referrals}};
}

TierRule reachedBy(const Standing& standing, const programme::Tier& tier, const AfterBill& after) {
  const auto ways = waysTo(tier, after);
  if (!tier.needs_all) {
    const auto found = std::find_if(ways.begin(), ways.end(), [](const Way& way) { return way.reached; });
    return found == ways.end() ? TierRule::None : found->rule;
  }
  const bool asks_single =
      std::any_of(tier.single_from.begin(), tier.single_from.end(), [](const auto& one) { return one.has_value(); });
  const auto& single = tier.single_from[static_cast<std::size_t>(standing.rank)];
  const bool any = asks_single || std::any_of(ways.begin(), ways.end(), [](const Way& way) { return way.asked; });
  const bool all = any && (!asks_single || (single && after.measure >= *single)) &&
                   std::all_of(ways.begin(), ways.end(), [](const Way& way) { return !way.asked || way.reached; });
  return all ? TierRule::All : TierRule::None;
}

}  // namespace

TierVerdict judgeByRecord(const Standing& standing, TierVerdict by_spend, const AfterBill& after,
                          const programme::RulePack& pack) {
  TierVerdict verdict = by_spend;
  for (int rank = by_spend.rank + 1; rank < static_cast<int>(pack.tiers.size()); ++rank) {
    const bool shut = standing.demoted_from && rank <= *standing.demoted_from;  // T8
    const bool long_enough = standing.member_months >= pack.tier(rank).min_member_months;
    if (shut || !long_enough) continue;
    if (const TierRule rule = reachedBy(standing, pack.tier(rank), after); rule != TierRule::None)
      verdict = {rank, rule};
  }
  return verdict;
}

bool appliesToCurrentBill(const TierVerdict& by_spend, const programme::RulePack& pack) {
  switch (pack.tier_rules.apply_to_current_bill) {
    case programme::ApplyTier::None: return false;
    case programme::ApplyTier::RepromoteOnly: return by_spend.rule == TierRule::RepromoteSingle;
    case programme::ApplyTier::Always: return by_spend.rule != TierRule::None;
  }
  return false;
}

std::optional<NextTier> nextTier(const Standing& standing, int rank_after, const AfterBill& after,
                                 const programme::RulePack& pack) {
  const int rank = rank_after + 1;
  if (rank >= static_cast<int>(pack.tiers.size())) return std::nullopt;
  const auto& tier = pack.tier(rank);
  NextTier next{.rank = rank, .missing_purchase = std::nullopt, .missing_points = std::nullopt};
  const auto offer = [&](Money amount) {
    if (amount > Money(0) && (!next.missing_purchase || amount < *next.missing_purchase))
      next.missing_purchase = amount;
  };
  if (const auto& single = tier.single_from[static_cast<std::size_t>(standing.rank)]) offer(*single - after.measure);
  const bool flagged = standing.demoted_from.has_value();
  if (flagged && rank == *standing.demoted_from) {
    if (tier.repromote_single) offer(*tier.repromote_single - after.measure);
    if (tier.repromote_cum) offer(*tier.repromote_cum - standing.since_demotion - after.measure);
  }
  if (tier.min_member_months > standing.member_months && !(flagged && rank == *standing.demoted_from))
    next.missing_months = tier.min_member_months - standing.member_months;
  const bool shut = flagged && rank <= *standing.demoted_from;
  next.all = tier.needs_all;
  if (shut) return next;
  const pricing::BuyingRecord& record = after.record;
  if (tier.lifetime && *tier.lifetime > after.lifetime) next.missing_points = *tier.lifetime - after.lifetime;
  if (tier.bills && *tier.bills > record.bills) next.missing_bills = *tier.bills - record.bills;
  if (tier.spent && *tier.spent > record.spent) next.missing_spent = *tier.spent - record.spent;
  if (tier.referrals && *tier.referrals > record.referrals) next.missing_referrals = *tier.referrals - record.referrals;
  return next;
}

}  // namespace kahui::loyalty
