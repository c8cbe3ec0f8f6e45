// The parameters of extras_rules.hpp.
#include <algorithm>

#include "core/programme/pack_readers.hpp"

namespace kahui::programme {

namespace {

using base::ErrorCode;
using base::Money;
using base::Points;
using nlohmann::json;

Rebate readRebate(const json& value, const std::string& path, JsonProblem& problem) {
  JsonObject o(value, path, problem);
  Rebate rebate;
  rebate.id = o.requiredText("id");
  const auto from = o.time("from"), to = o.time("to");
  if (!from || !to || *to <= *from)
    problem.note(ErrorCode::BadInput, o.pathOf("to"), "from and to are expected, to after from");
  rebate.from = from.value_or(base::LocalTime{});
  rebate.to = to.value_or(base::LocalTime{});
  forEachElement(o, "levels", [&](const json& element, const std::string& at) {
    JsonObject level(element, at, problem);
    RebateLevel read;
    read.at = Money(level.requiredInteger("at_fen", 1, base::kMaxAmount.value()));
    read.points = Points(level.requiredInteger("points", 1, base::kMaxPoints.value()));
    level.finish();
    if (!rebate.levels.empty() && rebate.levels.back().at >= read.at)
      problem.note(ErrorCode::BadInput, at + ".at_fen", "must be above the one before");
    rebate.levels.push_back(read);
  });
  if (rebate.levels.empty()) problem.note(ErrorCode::BadInput, o.pathOf("levels"), "is empty");
  o.finish({"name", "title", "note"});
  return rebate;
}

DeliveryTerms readTerms(JsonObject& o, const DeliveryTerms& otherwise) {
  DeliveryTerms terms;
  terms.fee = o.money("fee_fen", otherwise.fee);
  terms.free_from = o.optionalMoney("free_from_fen");
  if (!terms.free_from) terms.free_from = otherwise.free_from;
  terms.how = otherwise.how;
  group(o, "class", [&](JsonObject& how) {
    terms.how = DeliveryClass{how.requiredText("zh"), how.requiredText("en")};
  });
  return terms;
}

Upgrade readUpgrade(const json& value, const std::string& path, const RulePack& pack, JsonProblem& problem) {
  JsonObject o(value, path, problem);
  Upgrade upgrade;
  upgrade.from = o.requiredText("from");
  upgrade.to = o.requiredText("to");
  for (const std::string& code : o.texts("tiers")) {
    const auto rank = pack.rankOf(code);
    if (rank)
      upgrade.tiers.push_back(*rank);
    else
      problem.note(ErrorCode::BadInput, o.pathOf("tiers"), "unknown tier " + code);
  }
  if (upgrade.tiers.empty()) problem.note(ErrorCode::BadInput, o.pathOf("tiers"), "is empty");
  if (upgrade.from == upgrade.to) problem.note(ErrorCode::BadInput, o.pathOf("to"), "must be another product");
  o.finish({"note"});
  return upgrade;
}

MembershipPlan readPlan(const json& value, const std::string& path, JsonProblem& problem) {
  JsonObject o(value, path, problem);
  MembershipPlan plan;
  plan.sku = o.requiredText("sku");
  plan.months = o.small("months", 1, 120, plan.months);
  plan.renewal = o.optionalMoney("renewal_fen");
  o.finish({"name", "note"});
  return plan;
}

}  // namespace

void readExtras(JsonObject& pack_json, RulePack& pack) {
  auto& problem = pack_json.problem();
  forEachElement(pack_json, "rebates", [&](const json& value, const std::string& path) {
    auto rebate = readRebate(value, path, problem);
    const bool twice = std::any_of(pack.rebates.begin(), pack.rebates.end(),
                                   [&](const Rebate& other) { return other.id == rebate.id; });
    if (twice) problem.note(ErrorCode::BadInput, path + ".id", "stands twice");
    pack.rebates.push_back(std::move(rebate));
  });
  group(pack_json, "delivery", [&](JsonObject& o) {
    auto& rules = pack.delivery.emplace();
    rules.guests = readTerms(o, {});
    rules.tiers.assign(pack.tiers.size(), rules.guests);
    group(o, "tiers", [&](JsonObject& tiers) {
      for (std::size_t rank = 0; rank < pack.tiers.size(); ++rank)
        group(tiers, pack.tiers[rank].code,
              [&](JsonObject& terms) { rules.tiers[rank] = readTerms(terms, rules.guests); });
    });
  });
  forEachElement(pack_json, "upgrades", [&](const json& value, const std::string& path) {
    pack.upgrades.push_back(readUpgrade(value, path, pack, problem));
  });
  group(pack_json, "membership", [&](JsonObject& o) {
    auto& rules = pack.membership;
    rules.renew_days = o.small("renew_days", 0, 366, rules.renew_days);
    rules.grace_days = o.small("grace_days", 0, 366, rules.grace_days);
    forEachElement(o, "plans", [&](const json& value, const std::string& path) {
      auto plan = readPlan(value, path, problem);
      const bool twice = std::any_of(rules.plans.begin(), rules.plans.end(),
                                     [&](const MembershipPlan& other) { return other.sku == plan.sku; });
      if (twice) problem.note(ErrorCode::BadInput, path + ".sku", "stands twice");
      rules.plans.push_back(std::move(plan));
    });
  });
}

}  // namespace kahui::programme
