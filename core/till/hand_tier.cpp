#include "core/till/hand_tier.hpp"

#include <algorithm>

#include "core/loyalty/hand_tier.hpp"

namespace kahui::till {

base::Result<journal::TierByHand> endOfHandTier(ports::Store& store, member::MemberNo no,
                                                const programme::RulePack& rules, base::BusinessDate today,
                                                YearSpending& spending) {
  const auto hand = store.handTier(no);
  if (!hand) return tl::unexpected(hand.error());
  const auto member = store.memberByNo(no);
  if (!member) return tl::unexpected(member.error());
  if (!*hand || !*member) return base::fail(base::ErrorCode::WrongState, "no tier by hand");
  const auto bought = store.boughtSoFar(no, loyalty::windowStart(today, rules));
  if (!bought) return tl::unexpected(bought.error());
  loyalty::RuleTier then{rules.rankOf((*hand)->base).value_or(0), (*hand)->base_since, std::nullopt,
                         (*hand)->since_demotion};
  if (!(*hand)->demoted_from.empty()) then.demoted_from = rules.rankOf((*hand)->demoted_from);
  loyalty::MeanwhileSeen seen{(*hand)->since, {}, (*member)->lifetime, {}, 0, {}};
  for (const auto& bill : (*hand)->bills) seen.bills.push_back({bill.day, bill.measure});
  seen.record = {bought->bills, std::clamp(bought->spent, base::Money{}, base::kMaxAmount), bought->referrals};
  seen.member_months = loyalty::memberMonths((*member)->joined, today);
  if (seen.given.year() < today.year()) {
    const auto spent = spending.of(store, no, today.year() - 1);
    if (!spent) return tl::unexpected(spent.error());
    seen.last_year = *spent;
  }
  const loyalty::RuleTier now = loyalty::tierByRules(then, seen, today, rules);
  journal::TierByHand end{no.value(), (*member)->id, true, (*member)->tier, rules.tier(now.rank).code, {}, {}};
  end.since = now.since;
  if (now.demoted_from) end.demoted_from = rules.tier(*now.demoted_from).code;
  end.since_demotion = now.since_demotion;
  // Who has risen above it meanwhile stays there: that tier is the rules' own.
  const auto held = rules.rankOf((*hand)->tier), has = rules.rankOf((*member)->tier);
  if (held && has && *has > *held && *has > now.rank) {
    end.tier = (*member)->tier;
    end.since = (*member)->tier_since;
    end.demoted_from = (*member)->demoted_from;
    end.since_demotion = (*member)->since_demotion;
  }
  return end;
}

}  // namespace kahui::till
