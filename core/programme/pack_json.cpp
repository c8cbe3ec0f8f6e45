// The inverse of parseRulePack(): one function a group of parameters, in the order of rule_pack.hpp.
#include "core/programme/expiry_policy.hpp"
#include "core/programme/pack_names.hpp"

namespace kahui::programme {

using nlohmann::json;

namespace {

json catalogueJson(const Catalogue& catalogue) {
  return {{"groups", catalogue.groups}, {"times", catalogue.times}, {"items", catalogue.items}};
}

template <class T>
void putIf(json& out, const char* key, const std::optional<T>& value) {
  if (value) out[key] = value->value();
}

json tierJson(const RulePack& pack, const Tier& tier) {
  json single = json::object();
  for (std::size_t from = 0; from < pack.tiers.size(); ++from)
    putIf(single, pack.tiers[from].code.c_str(), tier.single_from[from]);
  json out{{"code", tier.code},
           {"name", tier.name},
           {"rate_bp", tier.rate.value()},
           {"earn", tier.earn},
           {"single_from", std::move(single)},
           {"catalogue", catalogueJson(tier.catalogue)},
           {"cash_out", tier.cash_out},
           {"own_lane", tier.own_lane},
           {"min_member_months", tier.min_member_months},
           {"combine", nameOf(kCombineWays, tier.needs_all)},
           {"first_bill_pct", tier.first_bill_pct},
           {"tour_days", tier.tour_days},
           {"yearly_gift_fen", tier.yearly_gift.value()}};
  putIf(out, "lifetime", tier.lifetime);
  if (tier.entry > base::Money{}) out["entry_fen"] = tier.entry.value();
  if (tier.bills) out["bills"] = *tier.bills;
  putIf(out, "spent_fen", tier.spent);
  if (tier.referrals) out["referrals"] = *tier.referrals;
  putIf(out, "rise_points", tier.rise_points);
  putIf(out, "point_value_fen", tier.point_value);
  putIf(out, "retain_fen", tier.retain);
  putIf(out, "repromote_cum_fen", tier.repromote_cum);
  putIf(out, "repromote_single_fen", tier.repromote_single);
  const std::pair<const char*, const Words*> words[] = {{"badge", &tier.badge}, {"greeting", &tier.greeting}};
  for (const auto& [key, said] : words)
    if (!said->zh.empty()) out[key] = {{"zh", said->zh}, {"en", said->en}};
  if (tier.demote_to) out["demote_to"] = pack.tier(*tier.demote_to).code;
  return out;
}

json tierRulesJson(const TierRules& rules) {
  auto sources = json::array({"EARN"});
  if (rules.lifetime_from_referral) sources.push_back("REFERRAL");
  return {{"single_measure", nameOf(kMeasures, rules.single_measure)},
          {"apply_to_current_bill", nameOf(kApply, rules.apply_to_current_bill)},
          {"lifetime_sources", std::move(sources)},
          {"exempt_year_of_promotion", rules.exempt_year_of_promotion},
          {"window_months", rules.window_months}};
}

json pointsJson(const PointsRules& rules) {
  auto order = json::array();
  for (const auto cls : rules.spend_order) order.push_back(pointsClassName(cls));
  return {
      {"unit_fen", rules.unit.value()},
      {"earn_mode", nameOf(kEarnModes, rules.earn_mode)},
      {"value_fen", rules.value.value()},
      {"redeem_step", rules.redeem_step.value()},
      {"default_pay_pct", rules.default_pay_pct},
      {"spend_order", std::move(order)},
      {"multiplier_combine", nameOf(kCombines, rules.multiplier_combine)},
      {"earn_on_stored_bonus", rules.earn_on_stored_bonus},
      {"expiry",
       {{"NONCASH", expiryPolicyName(rules.expiry_noncash)}, {"CASHABLE", expiryPolicyName(rules.expiry_cashable)}}},
      {"notice_days", rules.notice_days}};
}

json memberDayJson(const RulePack& pack, const MemberDay& day) {
  auto tiers = json::array();
  for (const int rank : day.tiers) tiers.push_back(pack.tier(rank).code);
  json out{{"tiers", std::move(tiers)}};
  if (day.dom) out["dom"] = *day.dom;
  if (day.dom_to) out["dom_to"] = *day.dom_to;
  if (day.mult_pct) out["mult_pct"] = *day.mult_pct;
  putIf(out, "rate_bp", day.rate);
  putWindow(out, day.window);
  return out;
}

void putOccasions(json& out, const RulePack& pack) {
  auto& days = out["member_day"] = json::array();
  for (const auto& day : pack.member_day) days.push_back(memberDayJson(pack, day));
  out["birthday"] = {{"mult_pct", pack.birthday.mult_pct},
                     {"min_tier", pack.tier(pack.birthday.min_tier).code},
                     {"feb29", nameOf(kLeapBirthdays, pack.birthday.feb29)}};
  if (const auto& coupon = pack.birthday.coupon; coupon) {
    auto& json = out["birthday"]["coupon"];
    json = {{"min_fen", coupon->min.value()}, {"valid", nameOf(kBirthdayValidity, coupon->month)}};
    if (coupon->rate)
      json["rate_bp"] = coupon->rate->value();
    else
      json["face_fen"] = coupon->face.value();
  }
  const auto& gift = pack.evening_gift;
  out["evening_gift"] = {{"enabled", gift.enabled},
                         {"dom", gift.dom},
                         {"from", hourMinuteText(gift.from_s)},
                         {"to", hourMinuteText(gift.to_s)},
                         {"min_fen", gift.min.value()},
                         {"face_fen", gift.face.value()},
                         {"per_day", gift.per_day}};
  const auto& back = pack.spend_return;
  out["spend_return"] = {{"enabled", back.enabled},
                         {"step_fen", back.step.value()},
                         {"return_fen", back.back.value()},
                         {"repeat", back.repeat},
                         {"form", nameOf(kReturnForms, back.form)}};
}

void putPricing(json& out, const RulePack& pack) {
  out["price"] = {{"layer", nameOf(kLayers, pack.price.layer)},
                  {"line_round", nameOf(kLineRounds, pack.price.line_round)}};
  out["bill_round"] = {{"mode", nameOf(kRoundModes, pack.bill_round.mode)},
                       {"apply", nameOf(kRoundApply, pack.bill_round.apply)}};
  out["coupon"] = {{"max_per_bill", pack.coupon.max_per_bill}, {"grace_days", pack.coupon.grace_days}};
  out["manual_discount"] = {{"cashier_rate_bp", pack.manual_discount.cashier_rate.value()},
                            {"cashier_minus_fen", pack.manual_discount.cashier_minus.value()},
                            {"leader_rate_bp", pack.manual_discount.leader_rate.value()}};
}

void putMoneyRules(json& out, const RulePack& pack) {
  out["stored"] = {{"spend", nameOf(kStoredSpends, pack.stored.spend)},
                   {"limit_named_fen", pack.stored.limit_named.value()},
                   {"limit_unnamed_fen", pack.stored.limit_unnamed.value()}};
  if (!pack.stored.top_up.empty()) {
    auto& steps = out["stored"]["top_up"] = json::array();
    for (const auto& rule : pack.stored.top_up)
      steps.push_back({{"id", rule.id}, {"pay_fen", rule.pay.value()}, {"bonus_fen", rule.bonus.value()}});
  }
  out["refund"] = {{"shortfall", nameOf(kShortfalls, pack.refund.shortfall)},
                   {"gift", nameOf(kGiftBacks, pack.refund.gift)},
                   {"tender_order", pack.refund.tender_order}};
  out["offline"] = {{"points_per_day", pack.offline.points_per_day.value()},
                    {"stored_per_day_fen", pack.offline.stored_per_day.value()},
                    {"max_age_hours", pack.offline.max_age_hours},
                    {"goodwill_points", pack.offline.goodwill.value()},
                    {"goodwill_till_points", pack.offline.goodwill_till.value()},
                    {"rights_home_pct", pack.offline.rights_home_pct},
                    {"rights_second_pct", pack.offline.rights_second_pct},
                    {"rights_step", pack.offline.rights_step.value()}};
  out["report"] = {{"share_alert_bp", pack.report.share_alert.value()},
                   {"dormant_days", pack.report.dormant_days},
                   {"lost_days", pack.report.lost_days}};
  out["business_day_start"] = hourMinuteText(pack.business_day_start_s);
}

json gradeJson(const GradeRules& rules) {
  return {{"benefits", rules.benefits},
          {"points_without_pin", rules.without_pin.points.value()},
          {"stored_without_pin_fen", rules.without_pin.stored.value()},
          {"offline_points", rules.offline.points.value()},
          {"offline_stored_fen", rules.offline.stored.value()}};
}

void putGrades(json& out, const Grades& grades) {
  out["grades"] = {{"pin_required", grades.pin_required},
                   {"claim", gradeJson(grades.claim)},
                   {"genuine", gradeJson(grades.genuine)},
                   {"authenticated", gradeJson(grades.authenticated)}};
}

json giftJson(const JoinGift& gift) {
  json out{{"min_fen", gift.min.value()}, {"valid_days", gift.valid_days}};
  if (gift.points > base::Points{})
    out["points"] = gift.points.value();
  else
    out["face_fen"] = gift.face.value();
  if (gift.from) out["from"] = gift.from->iso();
  if (gift.to) out["to"] = gift.to->iso();
  return out;
}

json monthlyJson(const MonthlyCoupons& monthly) {
  if (!monthly.own_tier && monthly.scope.everything()) return json::array({monthly.count, monthly.rate.value()});
  return {{"count", monthly.count},     {"rate_bp", monthly.rate.value()},        {"own_tier", monthly.own_tier},
          {"skus", monthly.scope.skus}, {"categories", monthly.scope.categories}, {"brands", monthly.scope.brands}};
}

void putMembership(json& out, const RulePack& pack) {
  auto& referral = out["referral"] = {{"mode", nameOf(kReferralModes, pack.referral.mode)}, {"table", json::object()}};
  if (pack.referral.gift) referral["gift"] = giftJson(*pack.referral.gift);
  auto& coupons = out["monthly_coupons"] = json::object();
  for (std::size_t from = 0; from < pack.tiers.size(); ++from) {
    const auto& code = pack.tiers[from].code;
    auto& row = referral["table"][code] = json::object();
    for (std::size_t to = 0; to < pack.tiers.size(); ++to)
      putIf(row, pack.tiers[to].code.c_str(), pack.referral.table[from][to]);
    const auto& monthly = pack.monthly_coupons[from];
    coupons[code] = monthlyJson(monthly);
  }
  out["cash_out"] = {{"min_points", pack.cash_out.min.value()},
                     {"step", pack.cash_out.step.value()},
                     {"manager_from_fen", pack.cash_out.manager_from.value()}};
  out["transfer"] = {{"min_points", pack.transfer.min.value()},
                     {"to_class", nameOf(kTransferClasses, pack.transfer.to_class)}};
  out["quarter_exchange"] = {{"last_days", pack.quarter_exchange.last_days},
                             {"points", pack.quarter_exchange.points.value()},
                             {"coupon_fen", pack.quarter_exchange.coupon.value()},
                             {"valid_days", pack.quarter_exchange.valid_days}};
}

json catalogueGiftJson(const CatalogueGift& item) {
  json out{{"code", item.code}, {"name", item.name}, {"group", item.group}, {"points", item.points.value()}};
  if (!item.sku.empty()) out["sku"] = item.sku;
  if (item.price > base::Money{}) out["price_fen"] = item.price.value();
  if (!item.draw.empty()) out["draw"] = item.draw;
  for (const auto& period : item.periods) {
    json one{{"points", period.price.points.value()}, {"price_fen", period.price.money.value()}};
    putWindow(one, period.window);
    out["periods"].push_back(std::move(one));
  }
  return out;
}

void putDesk(json& out, const RulePack& pack) {
  if (pack.join_gift) out["join_gift"] = giftJson(*pack.join_gift);
  auto& catalogue = out["catalogue"] = json::array();
  for (const auto& item : pack.catalogue) catalogue.push_back(catalogueGiftJson(item));
  if (pack.card_fee.fee > base::Money{}) {
    out["card_fee"] = {{"fee_fen", pack.card_fee.fee.value()}};
    if (pack.card_fee.free) {
      out["card_fee"]["free"] = json::object();
      putWindow(out["card_fee"]["free"], *pack.card_fee.free);
    }
  }
  out["desk"] = {{"consent", pack.desk.consent},
                 {"claim_days", pack.desk.claim_days},
                 {"join_prompt_fen", pack.desk.join_prompt.value()},
                 {"approve_joins", pack.desk.approve_joins},
                 {"join_purchase_fen", pack.desk.join_purchase.value()},
                 {"card_points", pack.desk.card_points.value()}};
  if (!pack.desk.terms_zh.empty()) out["desk"]["terms"] = {{"zh", pack.desk.terms_zh}, {"en", pack.desk.terms_en}};
}

json deliveryJson(const DeliveryTerms& terms) {
  json out{{"fee_fen", terms.fee.value()}};
  putIf(out, "free_from_fen", terms.free_from);
  if (terms.how) out["class"] = {{"zh", terms.how->zh}, {"en", terms.how->en}};
  return out;
}

void putExtras(json& out, const RulePack& pack) {
  for (const auto& rebate : pack.rebates) {
    json levels = json::array();
    for (const auto& level : rebate.levels)
      levels.push_back({{"at_fen", level.at.value()}, {"points", level.points.value()}});
    out["rebates"].push_back(
        {{"id", rebate.id}, {"from", rebate.from.iso()}, {"to", rebate.to.iso()}, {"levels", std::move(levels)}});
  }
  if (pack.delivery) {
    out["delivery"] = deliveryJson(pack.delivery->guests);
    for (std::size_t rank = 0; rank < pack.tiers.size(); ++rank)
      out["delivery"]["tiers"][pack.tiers[rank].code] = deliveryJson(pack.delivery->tiers[rank]);
  }
  for (const auto& upgrade : pack.upgrades) {
    json tiers = json::array();
    for (const int rank : upgrade.tiers) tiers.push_back(pack.tier(rank).code);
    out["upgrades"].push_back({{"from", upgrade.from}, {"to", upgrade.to}, {"tiers", std::move(tiers)}});
  }
  auto& membership = out["membership"] = {
      {"plans", json::array()}, {"renew_days", pack.membership.renew_days}, {"grace_days", pack.membership.grace_days}};
  for (const auto& plan : pack.membership.plans) {
    json one{{"sku", plan.sku}, {"months", plan.months}};
    putIf(one, "renewal_fen", plan.renewal);
    membership["plans"].push_back(std::move(one));
  }
}

json groupJson(const Group& group) {
  json out{{"code", group.code}, {"name", group.name}, {"name_en", group.name_en}};
  if (group.from) out["from"] = group.from->iso();
  if (group.to) out["to"] = group.to->iso();
  if (group.rate) out["rate_bp"] = group.rate->value();
  for (const GroupPrice& price : group.prices) {
    json one = json::object();
    one[price.sku.empty() ? "category" : "sku"] = price.sku.empty() ? price.category : price.sku;
    putIf(one, "price_fen", price.price);
    if (price.rate) one["rate_bp"] = price.rate->value();
    out["prices"].push_back(std::move(one));
  }
  return out;
}

void putGroups(json& out, const RulePack& pack) {
  for (const Group& group : pack.groups) out["groups"].push_back(groupJson(group));
  for (const PackCampaign& one : pack.campaigns)
    out["campaigns"].push_back({{"id", one.id},
                                {"name", one.name},
                                {"from", one.from.iso()},
                                {"to", one.to.iso()},
                                {"promotions", one.promotions},
                                {"state", nameOf(kCampaignStates, one.state)},
                                {"prepared", one.prepared},
                                {"approved_by", one.approved_by}});
}

}  // namespace

json packJson(const RulePack& pack) {
  json out{{"schema", 1}, {"name", pack.name}, {"version", pack.version}};
  if (pack.valid_from) out["valid_from"] = pack.valid_from->iso();
  auto& tiers = out["tiers"] = json::array();
  for (const auto& tier : pack.tiers) tiers.push_back(tierJson(pack, tier));
  out["tier_rules"] = tierRulesJson(pack.tier_rules);
  out["points"] = pointsJson(pack.points);
  putPricing(out, pack);
  putOccasions(out, pack);
  putMoneyRules(out, pack);
  putGrades(out, pack.grades);
  putMembership(out, pack);
  putDesk(out, pack);
  putExtras(out, pack);
  putGroups(out, pack);
  auto& promotions = out["promotions"] = json::array();
  for (const auto& promotion : pack.promotions->all()) promotions.push_back(promotionJson(promotion));
  return out;
}

}  // namespace kahui::programme
