// Ways up beside one purchase and points: how often and how much a member bought, whom he brought (S000-23, S000-75),
// the entry condition (S000-29), tiers for points (S003-61).
#include <algorithm>

#include "core/loyalty/expiry.hpp"
#include "core/loyalty/tiers.hpp"
#include "core/till/member_view.hpp"
#include "core/till/sale_desk.hpp"

namespace kahui::till {

using base::Money;
using base::Points;

namespace {

bool hasEntered(const AttachedMember& attached, const programme::RulePack& rules) {
  const Money entry = rules.tiers.front().entry;
  if (entry == Money{} || rules.rankOf(attached.member.tier) != 0) return true;
  // Who was taken over from an earlier system with points bought before.
  if (attached.member.lifetime > Points{}) return true;
  return attached.bought && attached.bought->largest >= entry;
}

}  // namespace

base::Status SaleDesk::loadBought(AttachedMember& attached) {
  if (!m_rules->countsPurchases()) return {};
  auto bought = m_store->boughtSoFar(attached.member.no, loyalty::windowStart(today(), *m_rules));
  if (!bought) return tl::unexpected(bought.error());
  attached.bought = *bought;
  return {};
}

void SaleDesk::tellBought(const AttachedMember& attached, pricing::MemberView& view) const {
  view.entered = hasEntered(attached, *m_rules);
  const auto rank = m_rules->rankOf(attached.member.tier);
  if (!attached.bought || !rank) return;
  const ports::BoughtSoFar& bought = *attached.bought;
  view.record =
      pricing::BuyingRecord{bought.bills, std::clamp(bought.spent, Money{}, base::kMaxAmount), bought.referrals};
  view.first_bill = bought.largest == Money{} && m_rules->tier(*rank).first_bill_pct != 100;
}

std::optional<Money> SaleDesk::entryOf(const AttachedMember& attached) const {
  return hasEntered(attached, *m_rules) ? std::nullopt : std::optional(m_rules->tiers.front().entry);
}

std::optional<NextTier> SaleDesk::nextTier(const AttachedMember& attached, const sale::SaleResult* priced) const {
  if (!m_rules->rankOf(attached.member.tier) || entryOf(attached)) return std::nullopt;
  std::optional<loyalty::NextTier> next;
  if (priced != nullptr) {
    next = priced->to_next_tier;
  } else {
    pricing::MemberView view = memberView(attached);
    tellBought(attached, view);
    const loyalty::Standing standing = loyalty::standingOf(view, today(), *m_rules);
    next = loyalty::nextTier(standing, standing.rank, {Money{}, attached.member.lifetime, standing.record}, *m_rules);
  }
  if (!next) return std::nullopt;
  const programme::Tier& tier = m_rules->tier(next->rank);
  return NextTier{tier.code,
                  tier.name,
                  next->missing_purchase,
                  next->missing_points,
                  next->missing_months,
                  next->missing_bills,
                  next->missing_spent,
                  next->missing_referrals,
                  next->all};
}

CardReward SaleDesk::cardReward() const {
  return {m_rules->desk.card_points, loyalty::expiryDate(m_rules->points.expiry_noncash, today()), m_rules->version};
}

std::vector<RiseOffer> SaleDesk::risesOf(const member::Member& member) const {
  std::vector<RiseOffer> offers;
  const auto rank = m_rules->rankOf(member.tier);
  if (!rank) return offers;
  for (std::size_t at = static_cast<std::size_t>(*rank) + 1; at < m_rules->tiers.size(); ++at)
    if (const auto& tier = m_rules->tiers[at]; tier.rise_points)
      offers.push_back({tier.code, tier.name, *tier.rise_points});
  return offers;
}

base::Status SaleDesk::liftReferrer(member::MemberNo no, bool counts, Points lifetime,
                                    std::vector<journal::Payload>& also) const {
  const bool asked = std::any_of(m_rules->tiers.begin(), m_rules->tiers.end(),
                                 [](const programme::Tier& tier) { return tier.referrals.has_value(); });
  if (!asked) return {};
  const auto found = m_store->memberByNo(no);
  if (!found) return tl::unexpected(found.error());
  if (!*found || !m_rules->rankOf((*found)->tier)) return {};
  AttachedMember referrer{**found, {}};
  const auto bought = m_store->boughtSoFar(no, loyalty::windowStart(today(), *m_rules));
  if (!bought) return tl::unexpected(bought.error());
  referrer.bought = *bought;
  if (counts) ++referrer.bought->referrals;
  pricing::MemberView view = memberView(referrer);
  tellBought(referrer, view);
  const loyalty::Standing standing = loyalty::standingOf(view, today(), *m_rules);
  const loyalty::AfterBill now{Money{}, referrer.member.lifetime + lifetime, standing.record};
  const auto verdict = loyalty::judgeByRecord(standing, {standing.rank, loyalty::TierRule::None}, now, *m_rules);
  if (verdict.rank <= standing.rank) return {};
  also.emplace_back(
      journal::TierChanged{std::string(journal::kByReferrals), {{no.value(), m_rules->tier(verdict.rank).code, {}}}});
  return {};
}

// As after any return (X7): down to the best that what is left still gives, never below the tier before the friends.
base::Status SaleDesk::lowerReferrer(const member::Member& referrer, Points lifetime,
                                     std::vector<journal::Payload>& also) const {
  const auto lift = m_store->referralLift(referrer.no);
  if (!lift) return tl::unexpected(lift.error());
  if (!*lift) return {};
  const auto rank = m_rules->rankOf(referrer.tier), before = m_rules->rankOf((*lift)->second);
  if (!rank || !before) return {};
  AttachedMember attached{referrer, {}};
  const auto bought = m_store->boughtSoFar(referrer.no, loyalty::windowStart(today(), *m_rules));
  if (!bought) return tl::unexpected(bought.error());
  attached.bought = *bought;
  attached.bought->referrals = std::max(0, attached.bought->referrals - 1);
  pricing::MemberView view = memberView(attached);
  tellBought(attached, view);
  loyalty::Standing standing = loyalty::standingOf(view, today(), *m_rules);
  standing.rank = *before;
  const loyalty::AfterBill now{Money{}, referrer.lifetime + lifetime, standing.record};
  const auto verdict = loyalty::judgeByRecord(standing, {*before, loyalty::TierRule::None}, now, *m_rules);
  if (verdict.rank >= *rank) return {};
  also.emplace_back(journal::TierChanged{std::string(journal::kReferralsBack),
                                         {{referrer.no.value(), m_rules->tier(verdict.rank).code, {}}}});
  return {};
}

}  // namespace kahui::till
