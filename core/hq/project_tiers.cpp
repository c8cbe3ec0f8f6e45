#include "core/hq/project_tiers.hpp"

#include <algorithm>

#include "core/hq/feeds.hpp"
#include "core/hq/hand_tiers.hpp"
#include "core/loyalty/tiers.hpp"

namespace kahui::hq {

namespace {

using base::BusinessDate;
using base::Money;
using loyalty::Standing;
using loyalty::TierVerdict;
using ports::HqPaidBill;
using programme::RulePack;

constexpr BusinessDate kFirstDay = BusinessDate::of(2000, 1, 1);
constexpr BusinessDate kLastDay = BusinessDate::of(2100, 12, 31);

// T6: what the sale counts toward the old tier.
Money measureOf(const journal::Event& event) {
  Money sum;
  for (const auto& line : std::get<journal::SaleCompleted>(event.payload).lines) sum += line.tier_measure;
  return sum;
}

// Of the bills whose window ends on `day`.
pricing::BuyingRecord recordOn(BusinessDate day, const std::vector<HqPaidBill>& bills, int referrals,
                               const RulePack& pack, const std::string& but_not = {}) {
  const BusinessDate from = loyalty::windowStart(day, pack).value_or(kFirstDay);
  pricing::BuyingRecord record;
  for (const HqPaidBill& bill : bills)
    if (bill.day >= from && bill.day <= day && bill.left > Money{} && bill.event != but_not)
      record = loyalty::withBill(record, bill.left);
  record.referrals = referrals;
  return record;
}

std::vector<HqPaidBill> billsAround(ports::HqTransaction& tx, const std::string& member, BusinessDate day,
                                    const RulePack& pack) {
  return tx.paidBills(member, loyalty::windowStart(day, pack).value_or(kFirstDay), kLastDay);
}

Standing standingOf(const ports::HqMember& member, BusinessDate day, int rank, const RulePack& pack) {
  Standing standing{rank, std::nullopt, member.since_demotion, loyalty::memberMonths(member.joined, day), {}};
  if (!member.demoted_from.empty()) standing.demoted_from = pack.rankOf(member.demoted_from);
  return standing;
}

void put(const Projection& to, BusinessDate day, ports::HqMember& member, const Standing& standing, int rank,
         const RulePack& pack) {
  member.tier = pack.tier(rank).code;
  member.tier_since = day;
  if (standing.demoted_from && rank >= *standing.demoted_from) member.demoted_from.clear();
  to.tx.putMember(member);
  markMember(to.tx, member.id);
}

constexpr const char* kLift = "LIFT";  // HqReward::why: its key is the tier that referrals gave, `at` the one before

// A lift after a lift goes on from the tier before the first.
void noteLift(ports::HqTransaction& tx, const ports::HqMember& member, const std::string& tier) {
  const auto earlier = tx.reward(member.id, kLift, member.tier);
  tx.putReward({member.id, kLift, tier, member.id, {}, {}, earlier ? earlier->at : member.tier});
}

// S001-96: the bill was sold at a tier that somebody gave, and did not lift above it: the tier by the rules is judged
// as if it had not been given.
bool soldByHand(ports::HqTransaction& tx, const journal::Event& event, const std::string& member, int by_rules,
                const sale::SaleResult& anew, const RulePack& pack) {
  if (!std::get<journal::SaleCompleted>(event.payload).channel.empty()) return true;  // S001-86: nothing was priced
  const auto& said = *std::get<journal::SaleCompleted>(event.payload).member;
  const auto sold = pack.rankOf(said.tier_before.empty() ? said.bill_tier : said.tier_before);
  if (!sold || *sold <= by_rules) return false;
  std::vector<std::string> all = tx.mergedInto(member);
  all.push_back(member);
  const bool given = std::any_of(all.begin(), all.end(), [&](const auto& one) { return tx.handTier(one).has_value(); });
  return given && (!anew.tier_after || *anew.tier_after <= *sold);
}

}  // namespace

BoughtBefore boughtBefore(ports::HqTransaction& tx, const std::string& member, const journal::Event& sale,
                          const RulePack& pack) {
  const auto bills = tx.paidBills(member, kFirstDay, kLastDay);
  const std::string own = sale.id.hex();
  BoughtBefore before;
  before.record = recordOn(sale.business_date, bills, tx.referralsBy(member), pack, own);
  before.first = std::none_of(bills.begin(), bills.end(), [&](const HqPaidBill& bill) { return bill.event != own; });
  return before;
}

void raiseTier(const Projection& to, const journal::Event& event, const RulePack& pack, const sale::SaleResult& anew,
               ports::HqMember& member) {
  const auto rank = pack.rankOf(member.tier);
  if (!rank) return;
  const Standing standing = standingOf(member, event.business_date, *rank, pack);
  TierVerdict verdict{*rank, loyalty::TierRule::None};
  const Money measure = measureOf(event);
  if (soldByHand(to.tx, event, member.id, *rank, anew, pack)) {
    verdict = loyalty::judgeBySpend(standing, measure, pack);
  } else if (anew.tier_after && *anew.tier_after > verdict.rank) {
    verdict.rank = *anew.tier_after;
  }
  if (pack.countsPurchases()) {
    const auto bills = billsAround(to.tx, member.id, event.business_date, pack);
    const int referrals = to.tx.referralsBy(member.id);
    std::vector<BusinessDate> ends{event.business_date};
    for (const HqPaidBill& bill : bills)
      if (bill.day > ends.back()) ends.push_back(bill.day);
    for (const BusinessDate end : ends) {
      const Money own = end == event.business_date ? measure : Money{};
      verdict = loyalty::judgeByRecord(standing, verdict, {own, member.lifetime, recordOn(end, bills, referrals, pack)},
                                       pack);
    }
  } else {
    verdict = loyalty::judgeByRecord(standing, verdict, {measure, member.lifetime, {}}, pack);
  }
  if (standing.demoted_from) {
    const auto& old = pack.tier(*standing.demoted_from);
    member.since_demotion += measure;
    if (old.repromote_cum && member.since_demotion >= *old.repromote_cum)
      verdict.rank = std::max(verdict.rank, *standing.demoted_from);
  }
  if (verdict.rank == *rank) {
    if (standing.demoted_from) to.tx.putMember(member);
    // The till took the member for more than he is: it hears so.
    const auto& said = *std::get<journal::SaleCompleted>(event.payload).member;
    if (const auto at_till = pack.rankOf(said.tier_after); at_till && *at_till > *rank) markMember(to.tx, member.id);
    return;
  }
  put(to, event.business_date, member, standing, verdict.rank, pack);
}

void raiseReferrer(const Projection& to, const journal::Event& event, const std::string& referrer,
                   const RulePack& pack) {
  const bool asked = std::any_of(pack.tiers.begin(), pack.tiers.end(),
                                 [](const programme::Tier& tier) { return tier.referrals.has_value(); });
  auto member = to.tx.member(referrer);
  if (!asked || !member) return;
  countBought(to, referrer, pack);
  const auto rank = pack.rankOf(member->tier);
  if (!rank) return;
  const Standing standing = standingOf(*member, event.business_date, *rank, pack);
  const auto bills = billsAround(to.tx, referrer, event.business_date, pack);
  const loyalty::AfterBill now{Money{}, member->lifetime,
                               recordOn(event.business_date, bills, to.tx.referralsBy(referrer), pack)};
  const auto verdict = loyalty::judgeByRecord(standing, {*rank, loyalty::TierRule::None}, now, pack);
  if (verdict.rank <= *rank) return;
  noteLift(to.tx, *member, pack.tier(verdict.rank).code);
  put(to, event.business_date, *member, standing, verdict.rank, pack);
}

void lowerReferrer(const Projection& to, const journal::Event& event, const std::string& referrer,
                   const RulePack& pack) {
  auto member = to.tx.member(referrer);
  const auto lift = member ? to.tx.reward(referrer, kLift, member->tier) : std::nullopt;
  if (!lift) return;
  const auto rank = pack.rankOf(member->tier), before = pack.rankOf(lift->at);
  if (!rank || !before) return;
  Standing standing = standingOf(*member, event.business_date, *before, pack);
  const auto bills = billsAround(to.tx, referrer, event.business_date, pack);
  const loyalty::AfterBill now{Money{}, member->lifetime,
                               recordOn(event.business_date, bills, to.tx.referralsBy(referrer), pack)};
  const auto verdict = loyalty::judgeByRecord(standing, {*before, loyalty::TierRule::None}, now, pack);
  if (verdict.rank >= *rank) return;
  const std::string from = lift->at;
  member->tier = pack.tier(verdict.rank).code;
  member->tier_since = event.business_date;
  if (verdict.rank > *before) to.tx.putReward({referrer, kLift, member->tier, referrer, {}, {}, from});
  to.tx.putMember(*member);
  markMember(to.tx, referrer);
}

void countBought(const Projection& to, const std::string& member, const RulePack& pack) {
  if (!pack.countsPurchases()) return;
  const auto bills = billsAround(to.tx, member, to.today, pack);
  const auto record = recordOn(to.today, bills, to.tx.referralsBy(member), pack);
  const ports::HqBought now{record.bills, record.spent, record.referrals, to.tx.largestBill(member)};
  if (to.tx.bought(member) == now) return;
  to.tx.putBought(member, now);
  markMember(to.tx, member);
}

void riseTo(const Projection& to, const journal::Event& event, const std::string& member, const std::string& tier) {
  auto found = to.tx.member(member);
  const RulePack* pack = to.packs.inForce(event.at.local().iso());
  if (!found || pack == nullptr) return;
  const auto rank = pack->rankOf(found->tier), wanted = pack->rankOf(tier);
  if (!rank || !wanted || *wanted <= *rank) return;
  put(to, event.business_date, *found, standingOf(*found, event.business_date, *rank, *pack), *wanted, *pack);
}

}  // namespace kahui::hq
