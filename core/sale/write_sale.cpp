#include "core/programme/expiry_policy.hpp"
#include "core/sale/sale_json.hpp"

namespace kahui::sale {

using base::Money;
using nlohmann::json;
using pricing::PricedBill;
using pricing::SaleInput;
using programme::RulePack;

namespace {

json codeOf(std::optional<int> rank, const RulePack& pack) {
  return rank ? json(pack.tier(*rank).code) : json(nullptr);
}

json dateOf(const std::optional<base::BusinessDate>& date) { return date ? json(date->iso()) : json(nullptr); }

json lineJson(const pricing::PricedLine& line) {
  json out{{"gross", line.gross.value()},
           {"layer", pricing::layerName(line.layer)},
           {"after_price", line.after_price.value()},
           {"promo", line.promo.value()},
           {"bill", line.bill.value()},
           {"coupon", line.coupon.value()},
           {"points", line.points.value()},
           {"round", line.round.value()},
           {"final", line.final.value()}};
  if (line.in_multi) out["multi"] = line.multi.value();
  if (line.gift_points > base::Points(0)) out["gift_points"] = line.gift_points.value();
  return out;
}

json benefitJson(const loyalty::Benefit& benefit) {
  switch (benefit.kind) {
    case loyalty::BenefitKind::GiftCoupon: return {{"kind", "GIFT_COUPON"}, {"face_fen", benefit.face.value()}};
    case loyalty::BenefitKind::ReturnPoints: return {{"kind", "RETURN_POINTS"}, {"points", benefit.points.value()}};
    case loyalty::BenefitKind::ReturnCoupon: return {{"kind", "RETURN_COUPON"}, {"face_fen", benefit.face.value()}};
  }
  return nullptr;
}

json offersJson(const PricedBill& bill, const SaleInput& input, const RulePack& pack) {
  json list = json::array();
  for (const auto& offer : bill.offers) {
    const auto& p = pricing::promotionAt(offer.promotion, input, pack);
    list.push_back({{"promotion", p.id},
                    {"kind", p.kind == programme::PromotionKind::Gift ? "GIFT" : "EXCHANGE"},
                    {"sku", p.sku},
                    {"qty_milli", p.quantity.value()},
                    {"price_fen", p.price.value()},
                    {"times", offer.times}});
  }
  return list;
}

// What only an earning member's bill says.
void addEarnings(json& out, const SaleResult& result, const RulePack& pack) {
  out["multiplier_pct"] = result.multiplier_pct;
  out["lifetime_after"] = result.lifetime_after.value();
  out["tier_measure"] = json::array();
  for (const auto amount : result.tier_measure) out["tier_measure"].push_back(amount.value());
  out["benefits"] = json::array();
  for (const auto& benefit : result.benefits) out["benefits"].push_back(benefitJson(benefit));
  if (result.referral)
    out["referral"] = {{"to", result.referral->to},
                       {"points", result.referral->points.value()},
                       {"cls", "CASHABLE"},
                       {"lifetime_change", result.referral->lifetime_change.value()}};
  if (result.demoted_from_after) {
    out["demoted_from_after"] = codeOf(result.demoted_from_after, pack);
    out["since_demotion_after"] = result.since_demotion_after.value();
  }
  if (!result.to_next_tier) return;
  json next{{"tier", codeOf(result.to_next_tier->rank, pack)}};
  if (result.to_next_tier->missing_purchase) next["missing_fen"] = result.to_next_tier->missing_purchase->value();
  if (result.to_next_tier->missing_points) next["missing_points"] = result.to_next_tier->missing_points->value();
  if (result.to_next_tier->missing_months) next["missing_months"] = *result.to_next_tier->missing_months;
  if (result.to_next_tier->missing_bills) next["missing_bills"] = *result.to_next_tier->missing_bills;
  if (result.to_next_tier->missing_spent) next["missing_spent_fen"] = result.to_next_tier->missing_spent->value();
  if (result.to_next_tier->missing_referrals) next["missing_referrals"] = *result.to_next_tier->missing_referrals;
  if (result.to_next_tier->all) next["all"] = true;
  out["to_next_tier"] = std::move(next);
}

}  // namespace

json toJson(const std::vector<pricing::LotSpend>& lots) {
  json list = json::array();
  for (const auto& lot : lots)
    list.push_back({{"id", lot.id},
                    {"cls", programme::pointsClassName(lot.cls)},
                    {"points", lot.points.value()},
                    {"expires", dateOf(lot.expires)}});
  return list;
}

json toJson(const SaleResult& result, const SaleInput& input, const RulePack& pack) {
  json out;
  out["lines"] = json::array();
  for (const auto& line : result.lines) out["lines"].push_back(lineJson(line));
  out["gross"] = result.gross.value();
  out["total"] = result.total.value();
  out["rounding"] = result.rounding.value();
  out["tenders"] = json::array();
  for (const auto& tender : result.tenders)
    out["tenders"].push_back({{"type", tender.type}, {"amount", tender.amount.value()}});
  out["change"] = result.change.value();
  out["stored_principal_used"] = result.stored_principal_used.value();
  out["stored_bonus_used"] = result.stored_bonus_used.value();
  out["coupons_used"] = result.coupons_used;
  out["promotion"] = result.promotion == pricing::kNoPromotion
                         ? json(nullptr)
                         : json(pricing::promotionAt(result.promotion, input, pack).id);
  out["points_used"] = result.points_used.value();
  if (!result.points_spent.empty()) out["points_spent"] = toJson(result.points_spent);
  out["bill_tier"] = codeOf(result.bill_tier, pack);
  out["points_earned"] = result.points_earned.value();
  out["tier_after"] = codeOf(result.tier_after, pack);
  const auto rule = loyalty::tierRuleName(result.tier_rule);
  out["tier_rule"] = rule.empty() ? json(nullptr) : json(rule);
  if (result.earns) addEarnings(out, result, pack);
  if (!result.offers.empty()) out["offers"] = offersJson(result, input, pack);
  if (!result.pack_version.empty()) out["pack_version"] = result.pack_version;
  return out;
}

json explanation(const PricedBill& bill, const SaleInput& input, const RulePack& pack) {
  json list = json::array();
  for (const auto& trial : bill.trials) {
    json entry{
        {"line", trial.line}, {"step", pricing::stepName(trial.step)}, {"reason", pricing::reasonName(trial.reason)}};
    if (trial.step == pricing::Step::Layer) entry["layer"] = pricing::layerName(trial.layer);
    if (trial.promotion != pricing::kNoPromotion)
      entry["promotion"] = pricing::promotionAt(trial.promotion, input, pack).id;
    if (trial.coupon >= 0) entry["coupon"] = input.coupons[static_cast<std::size_t>(trial.coupon)].id;
    if (trial.amount != 0) entry["amount"] = trial.amount;
    if (trial.missing != 0) entry["missing"] = trial.missing;
    list.push_back(std::move(entry));
  }
  return list;
}

}  // namespace kahui::sale
