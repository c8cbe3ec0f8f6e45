#include "core/base/paper.hpp"
#include "core/programme/pack_names.hpp"
#include "core/programme/pack_readers.hpp"

namespace kahui::programme {

using base::ErrorCode;
using base::Money;
using nlohmann::json;

namespace {

constexpr std::size_t kMaxTiers = 31;  // one bit each in a promotion's mask, the last is the guest's

Catalogue readCatalogue(const json& value, const std::string& path, JsonProblem& problem) {
  JsonObject object(value, path, problem);
  Catalogue catalogue{object.texts("groups"), object.small("times", -1, 1000, 0), object.small("items", -1, 1000, 0)};
  object.finish();
  return catalogue;
}

// Beside T2 and T3.
void readFurtherWays(JsonObject& object, Tier& tier) {
  constexpr int kMostCount = 100'000;
  if (const auto bills = object.optionalInteger("bills", 1, kMostCount)) tier.bills = static_cast<int>(*bills);
  if (const auto spent = object.optionalInteger("spent_fen", 1, base::kMaxAmount.value())) tier.spent = Money(*spent);
  if (const auto brought = object.optionalInteger("referrals", 1, kMostCount))
    tier.referrals = static_cast<int>(*brought);
  tier.needs_all = object.oneOf("combine", kCombineWays, false);
  if (const auto price = object.optionalInteger("rise_points", 1, base::kMaxPoints.value()))
    tier.rise_points = base::Points(*price);
  tier.entry = object.money("entry_fen");
  tier.first_bill_pct = object.small("first_bill_pct", 100, 1000, 100);
}

// A text says the same in both languages.
Words readWords(JsonObject& tier, std::string_view key, int longest) {
  const auto* value = tier.child(key);
  if (value == nullptr) return {};
  Words words;
  if (value->is_string()) {
    words.zh = tier.text(key);
  } else {
    JsonObject object(*value, tier.pathOf(key), tier.problem());
    words = {object.requiredText("zh"), object.text("en")};
    object.finish();
  }
  for (const std::string* text : {&words.zh, &words.en})
    if (base::paperWidth(*text) > longest)
      tier.problem().note(ErrorCode::OutOfRange, tier.pathOf(key),
                          "must be at most " + std::to_string(longest) + " columns, 2 a Han character");
  return words;
}

void readTier(const json& value, const std::string& path, RulePack& pack, std::size_t rank, JsonProblem& problem) {
  JsonObject object(value, path, problem);
  Tier& tier = pack.tiers[rank];
  tier.name = object.text("name", tier.code);
  object.text("code");
  tier.rate = object.rate("rate_bp", base::kFullRate);
  tier.earn = object.integer("earn", 0, 100'000, 1);
  tier.single_from.resize(pack.tiers.size());
  if (const auto* from = object.child("single_from")) {
    JsonObject table(*from, object.pathOf("single_from"), problem);
    for (std::size_t i = 0; i < pack.tiers.size(); ++i) tier.single_from[i] = table.optionalMoney(pack.tiers[i].code);
    table.finish();
  }
  if (const auto lifetime = object.optionalInteger("lifetime", 0, base::kMaxPoints.value()))
    tier.lifetime = base::Points(*lifetime);
  tier.min_member_months = object.small("min_member_months", 0, 600, 0);
  readFurtherWays(object, tier);
  tier.point_value = object.optionalMoney("point_value_fen");
  if (tier.point_value && *tier.point_value < Money(1))
    problem.note(ErrorCode::OutOfRange, object.pathOf("point_value_fen"), "must be at least 1");
  if (const auto* catalogue = object.child("catalogue"))
    tier.catalogue = readCatalogue(*catalogue, object.pathOf("catalogue"), problem);
  tier.cash_out = object.flag("cash_out", false);
  tier.retain = object.optionalMoney("retain_fen");
  tier.demote_to = readTierName(object, "demote_to", pack);
  tier.repromote_cum = object.optionalMoney("repromote_cum_fen");
  tier.repromote_single = object.optionalMoney("repromote_single_fen");
  tier.tour_days = object.small("tour_days", 0, 366, 0);
  tier.yearly_gift = object.money("yearly_gift_fen");
  tier.badge = readWords(object, "badge", kLongestBadge);
  tier.greeting = readWords(object, "greeting", kLongestGreeting);
  tier.own_lane = object.flag("own_lane", false);
  object.finish({"note"});
}

void readTierRules(const json& value, RulePack& pack, JsonProblem& problem) {
  JsonObject object(value, "tier_rules", problem);
  auto& rules = pack.tier_rules;
  rules.single_measure = object.oneOf("single_measure", kMeasures, Measure::Net);
  rules.apply_to_current_bill = object.oneOf("apply_to_current_bill", kApply, ApplyTier::RepromoteOnly);
  rules.exempt_year_of_promotion = object.flag("exempt_year_of_promotion", true);
  rules.window_months = object.small("window_months", 0, 120, rules.window_months);
  for (const auto& source : object.texts("lifetime_sources")) {
    if (source == "REFERRAL")
      rules.lifetime_from_referral = true;
    else if (source != "EARN")
      problem.note(ErrorCode::BadInput, "tier_rules.lifetime_sources", "may hold EARN and REFERRAL");
  }
  object.finish();
}

}  // namespace

std::optional<int> readTierName(JsonObject& object, std::string_view key, const RulePack& pack) {
  if (!object.has(key)) return std::nullopt;
  const auto code = object.text(key);
  const auto rank = pack.rankOf(code);
  if (!rank) object.problem().note(ErrorCode::BadInput, object.pathOf(key), "unknown tier " + code);
  return rank;
}

void readTiers(JsonObject& pack_json, RulePack& pack) {
  auto& problem = pack_json.problem();
  const auto* list = pack_json.child("tiers");
  if (list == nullptr || !list->is_array() || list->empty() || list->size() > kMaxTiers) {
    problem.note(ErrorCode::BadInput, "tiers", "must be a list of 1 to 31 tiers, lowest first");
    return;
  }
  for (std::size_t i = 0; i < list->size(); ++i) {
    Tier tier;
    const auto path = "tiers[" + std::to_string(i) + "]";
    const auto& value = (*list)[i];
    if (value.is_object() && value.contains("code") && value["code"].is_string()) tier.code = value["code"];
    if (tier.code.empty() || tier.code == "GUEST")
      problem.note(ErrorCode::BadInput, path + ".code", "must name the tier, and not GUEST");
    else if (pack.rankOf(tier.code))
      problem.note(ErrorCode::BadInput, path + ".code", "tier " + tier.code + " stands twice");
    pack.tiers.push_back(std::move(tier));
  }
  for (std::size_t i = 0; i < list->size(); ++i)
    readTier((*list)[i], "tiers[" + std::to_string(i) + "]", pack, i, problem);
  if (const auto* rules = pack_json.child("tier_rules")) readTierRules(*rules, pack, problem);
}

}  // namespace kahui::programme
