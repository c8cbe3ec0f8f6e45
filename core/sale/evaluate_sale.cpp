#include "core/sale/evaluate_sale.hpp"

#include "core/loyalty/earning.hpp"

namespace kahui::sale {

using base::Money;
using base::Points;
using loyalty::Standing;
using pricing::SaleInput;
using programme::RulePack;

namespace {

Money sum(const std::vector<Money>& amounts) {
  Money total;
  for (const auto amount : amounts) total += amount;
  return total;
}

std::vector<Money> measureOf(const SaleInput& input, const pricing::PricedBill& bill, const RulePack& pack) {
  std::vector<Money> measure;
  measure.reserve(bill.lines.size());
  for (std::size_t i = 0; i < bill.lines.size(); ++i)
    measure.push_back(loyalty::tierMeasure(input.basket[i], bill.lines[i], bill.lines[i].final, pack));
  return measure;
}

void earn(SaleResult& result, const SaleInput& input, const RulePack& pack) {
  std::vector<Money> finals;
  finals.reserve(result.lines.size());
  for (const auto& line : result.lines) finals.push_back(line.final);
  const Money base = loyalty::pointsBase(input, result.lines, finals, result.stored_bonus_used, result.total, pack);
  result.multiplier_pct = loyalty::multiplierPct(input, pack, *result.bill_tier);
  result.points_earned = loyalty::earnedPoints(base, *result.bill_tier, result.multiplier_pct, pack);
  result.lifetime_after = (input.member ? input.member->lifetime : Points(0)) + result.points_earned;
}

void giveBenefits(SaleResult& result, const SaleInput& input, const RulePack& pack) {
  if (const auto gift = loyalty::eveningGift(input.now, result.total, input.gifts_today, pack))
    result.benefits.push_back(*gift);
  if (const auto back = loyalty::spendReturn(result.total, pack)) result.benefits.push_back(*back);
}

void rewardReferrer(SaleResult& result, const SaleInput& input, const Standing& before, const RulePack& pack) {
  if (!input.member || !input.member->referrer) return;
  const auto& referrer = *input.member->referrer;
  const Points points = loyalty::referralPoints(referrer, before.rank, *result.tier_after, pack);
  if (points == Points(0)) return;
  result.referral =
      loyalty::ReferralReward{referrer.id, points, pack.tier_rules.lifetime_from_referral ? points : Points(0)};
}

// T6: the flag falls when the old tier, or a higher one, is reached again.
void carryFlag(SaleResult& result, const Standing& before, Money measure) {
  if (!before.demoted_from || *result.tier_after >= *before.demoted_from) return;
  result.demoted_from_after = before.demoted_from;
  result.since_demotion_after = before.since_demotion + measure;
}

SaleResult resultOf(pricing::PricedBill&& bill, const RulePack& pack) {
  SaleResult result;
  static_cast<pricing::PricedBill&>(result) = std::move(bill);
  result.pack_version = pack.version;
  return result;
}

base::Result<SaleResult> sellToGuest(const SaleInput& input, const RulePack& pack, pricing::BillMemory& memory) {
  auto bill = pricing::priceBill(input, pack, std::nullopt, memory);
  if (!bill) return tl::unexpected(bill.error());
  KAHUI_TRY(pricing::settle(*bill, input, pack));
  auto result = resultOf(std::move(*bill), pack);
  if (input.member) result.tier_after = pack.rankOf(input.member->tier);
  return result;
}

}  // namespace

std::optional<Standing> standingFor(const SaleInput& input, const RulePack& pack) {
  // S000-29: before the entry condition is met a member buys as a guest, and with the bill that meets it, too.
  const bool asks = pack.tiers.front().entry > Money(0);
  if (!input.member) return input.register_member && !asks ? std::optional(Standing{}) : std::nullopt;
  if (input.member->status != pricing::MemberStatus::Active) return std::nullopt;
  if (asks && !input.member->entered && pack.rankOf(input.member->tier) == 0) return std::nullopt;
  return loyalty::standingOf(*input.member, input.now.date(), pack);
}

base::Result<SaleResult> evaluateSale(const SaleInput& input, const RulePack& pack) {
  SaleMemory memory;
  memory.bill.serveOnce();
  memory.raised.serveOnce();
  return evaluateSale(input, pack, memory);
}

base::Result<SaleResult> evaluateSale(const SaleInput& input, const RulePack& pack, SaleMemory& memory) {
  KAHUI_TRY(pricing::validate(input, pack, memory.bill));
  const auto standing = standingFor(input, pack);
  if (!standing) return sellToGuest(input, pack, memory.bill);

  auto bill = pricing::priceBill(input, pack, standing->rank, memory.bill);
  if (!bill) return tl::unexpected(bill.error());
  auto measure = measureOf(input, *bill, pack);
  const Money measured = sum(measure);
  const auto by_spend = loyalty::judgeBySpend(*standing, measured, pack);
  const bool reprice = loyalty::appliesToCurrentBill(by_spend, pack);
  if (reprice) {
    bill = pricing::priceBill(input, pack, by_spend.rank, memory.raised);
    if (!bill) return tl::unexpected(bill.error());
  }
  KAHUI_TRY(pricing::settle(*bill, input, pack));

  auto result = resultOf(std::move(*bill), pack);
  result.earns = true;
  result.bill_tier = reprice ? by_spend.rank : standing->rank;
  result.tier_measure = std::move(measure);
  earn(result, input, pack);
  const loyalty::AfterBill after{measured, result.lifetime_after, loyalty::withBill(standing->record, result.total)};
  const auto verdict = loyalty::judgeByRecord(*standing, by_spend, after, pack);
  result.tier_after = verdict.rank;
  result.tier_rule = verdict.rule;
  giveBenefits(result, input, pack);
  rewardReferrer(result, input, *standing, pack);
  carryFlag(result, *standing, measured);
  result.to_next_tier = loyalty::nextTier(*standing, verdict.rank, after, pack);
  return result;
}

}  // namespace kahui::sale
