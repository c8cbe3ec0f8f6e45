#include "core/loyalty/tiers.hpp"

#include <algorithm>

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

Standing standingOf(const pricing::MemberView& member, base::BusinessDate today, const programme::RulePack& pack) {
  const auto rank = pack.rankOf(member.tier);
  KAHUI_ASSERT(rank);
  Standing standing{.rank = *rank,
                    .demoted_from = std::nullopt,
                    .since_demotion = member.since_demotion,
                    .member_months = memberMonths(member.joined, today)};
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
    if (threshold && measure >= *threshold && long_enough) reach(rank, TierRule::Single);
  }
  if (standing.demoted_from) {
    const auto& old = pack.tier(*standing.demoted_from);
    if (old.repromote_cum && standing.since_demotion + measure >= *old.repromote_cum)
      reach(*standing.demoted_from, TierRule::RepromoteCum);
  }
  return verdict;
}

TierVerdict judgeByLifetime(const Standing& standing, TierVerdict by_spend, Points lifetime,
                            const programme::RulePack& pack) {
  TierVerdict verdict = by_spend;
  for (int rank = by_spend.rank + 1; rank < static_cast<int>(pack.tiers.size()); ++rank) {
    const auto& threshold = pack.tier(rank).lifetime;
    const bool shut = standing.demoted_from && rank <= *standing.demoted_from;  // T8
    const bool long_enough = standing.member_months >= pack.tier(rank).min_member_months;
    if (threshold && lifetime >= *threshold && !shut && long_enough) verdict = {rank, TierRule::Lifetime};
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

std::optional<NextTier> nextTier(const Standing& standing, int rank_after, Money measure, Points lifetime,
                                 const programme::RulePack& pack) {
  const int rank = rank_after + 1;
  if (rank >= static_cast<int>(pack.tiers.size())) return std::nullopt;
  const auto& tier = pack.tier(rank);
  NextTier next{.rank = rank, .missing_purchase = std::nullopt, .missing_points = std::nullopt};
  const auto offer = [&](Money amount) {
    if (amount > Money(0) && (!next.missing_purchase || amount < *next.missing_purchase))
      next.missing_purchase = amount;
  };
  if (const auto& single = tier.single_from[static_cast<std::size_t>(standing.rank)]) offer(*single - measure);
  const bool flagged = standing.demoted_from.has_value();
  if (flagged && rank == *standing.demoted_from) {
    if (tier.repromote_single) offer(*tier.repromote_single - measure);
    if (tier.repromote_cum) offer(*tier.repromote_cum - standing.since_demotion - measure);
  }
  if (tier.min_member_months > standing.member_months && !(flagged && rank == *standing.demoted_from))
    next.missing_months = tier.min_member_months - standing.member_months;
  const bool shut = flagged && rank <= *standing.demoted_from;
  if (tier.lifetime && !shut && *tier.lifetime > lifetime) next.missing_points = *tier.lifetime - lifetime;
  return next;
}

}  // namespace kahui::loyalty
