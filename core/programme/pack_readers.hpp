// The parts of parseRulePack(), one a group of parameters. Internal to this room.
#pragma once

#include "core/programme/json_object.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::programme {

void readTiers(JsonObject& pack_json, RulePack& pack);       // tiers, tier_rules
void readPricing(JsonObject& pack_json, RulePack& pack);     // price, bill_round, coupon, manual_discount
void readPoints(JsonObject& pack_json, RulePack& pack);      // points
void readOccasions(JsonObject& pack_json, RulePack& pack);   // member_day, birthday, evening_gift, spend_return
void readMoneyRules(JsonObject& pack_json, RulePack& pack);  // stored, refund, offline, report, business_day_start
void readGrades(JsonObject& pack_json, RulePack& pack);      // grades
void readMembership(JsonObject& pack_json,
                    RulePack& pack);  // referral, cash_out, transfer, monthly_coupons, quarter_exchange
void readDesk(JsonObject& pack_json, RulePack& pack);    // join_gift, catalogue, desk
void readExtras(JsonObject& pack_json, RulePack& pack);  // rebates, delivery, upgrades, membership
void readGroups(JsonObject& pack_json, RulePack& pack);  // groups, campaigns
// What campaigns say of promotions; unknown ids are noted.
void bindCampaigns(const RulePack& pack, std::vector<Promotion>& promotions, JsonProblem& problem);

// {"points": …} or {"face_fen": …, "min_fen": …}, "valid_days".
JoinGift readGift(JsonObject& object, std::string_view name);

// Contradictions between parameters, each in its own range: thresholds that do not rise, tiers that nothing leads to,
// doubled ids.
void validatePack(const RulePack& pack, const std::vector<Promotion>& promotions, JsonProblem& problem);

// Rank of the tier named under `key`; an unknown name is noted. nullopt if the key is missing.
std::optional<int> readTierName(JsonObject& object, std::string_view key, const RulePack& pack);

// Reads the object under `key`, if there, with f and refuses what f did not ask for.
template <class F>
void group(JsonObject& parent, std::string_view key, F&& f) {
  const auto* value = parent.child(key);
  if (value == nullptr) return;
  JsonObject object(*value, parent.pathOf(key), parent.problem());
  f(object);
  object.finish();
}

}  // namespace kahui::programme
