#include <algorithm>

#include "core/programme/json_object.hpp"
#include "core/programme/pack_readers.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::programme {

using base::ErrorCode;
using nlohmann::json;

const GiftPeriod* CatalogueGift::periodAt(base::LocalTime at) const {
  const auto holds = [moment = Moment(at)](const GiftPeriod& one) { return one.window.holds(moment); };
  const auto found = std::find_if(periods.begin(), periods.end(), holds);
  return found == periods.end() ? nullptr : &*found;
}

GiftPrice CatalogueGift::priceAt(base::LocalTime at) const {
  const GiftPeriod* period = periodAt(at);
  return period != nullptr ? period->price : normal();
}

const CatalogueGift* RulePack::gift(std::string_view code) const {
  const auto found =
      std::find_if(catalogue.begin(), catalogue.end(), [&](const auto& one) { return one.code == code; });
  return found == catalogue.end() ? nullptr : &*found;
}

std::optional<int> RulePack::rankOf(std::string_view code) const {
  for (std::size_t i = 0; i < tiers.size(); ++i)
    if (tiers[i].code == code) return static_cast<int>(i);
  return std::nullopt;
}

const Group* RulePack::group(std::string_view code) const {
  const auto found = std::find_if(groups.begin(), groups.end(), [&](const Group& one) { return one.code == code; });
  return found == groups.end() || code.empty() ? nullptr : &*found;
}

bool RulePack::countsPurchases() const {
  return std::any_of(tiers.begin(), tiers.end(), [](const Tier& tier) {
    return tier.bills || tier.spent || tier.referrals || tier.entry > base::Money{} || tier.first_bill_pct != 100;
  });
}

bool holds(const MemberDay& day, const Moment& moment, int rank) {
  const int dom = static_cast<int>(moment.at.date().day());
  if (day.dom && (dom < *day.dom || dom > day.dom_to.value_or(*day.dom))) return false;
  if (!day.tiers.empty() && std::find(day.tiers.begin(), day.tiers.end(), rank) == day.tiers.end()) return false;
  return day.window.holds(moment);
}

base::BusinessDate businessDate(const RulePack& pack, base::LocalTime at) {
  return at.plusSeconds(-pack.business_day_start_s).date();
}

namespace {

// Parameters that name a tier which an override of `tiers` has taken away go with it, unless the override names it
// itself.
void dropLostTiers(json& table, const json* over, const json& tiers) {
  if (!table.is_object() || !tiers.is_array()) return;
  for (auto it = table.begin(); it != table.end();) {
    const bool known = std::any_of(tiers.begin(), tiers.end(), [&](const json& tier) {
      return tier.is_object() && tier.value("code", json()) == it.key();
    });
    const bool asked = over != nullptr && over->is_object() && over->contains(it.key());
    it = known || asked ? std::next(it) : table.erase(it);
  }
}

const json* find(const json& value, std::string_view key) {
  if (!value.is_object()) return nullptr;
  const auto found = value.find(key);
  return found == value.end() ? nullptr : &*found;
}

void mergeInto(json& base, const json& over) {
  if (!base.is_object() || !over.is_object()) {
    base = over;
    return;
  }
  for (const auto& [key, value] : over.items()) {
    if (base.contains(key))
      mergeInto(base[key], value);
    else
      base[key] = value;
  }
}

}  // namespace

json mergeConfig(json base, const json& over) {
  mergeInto(base, over);
  const auto* tiers = find(over, "tiers");
  if (tiers == nullptr) return base;
  if (base.contains("monthly_coupons")) dropLostTiers(base["monthly_coupons"], find(over, "monthly_coupons"), *tiers);
  if (auto* referral = base.contains("referral") ? &base["referral"] : nullptr;
      referral != nullptr && referral->contains("table")) {
    const auto* own = find(over, "referral");
    const auto* own_table = own == nullptr ? nullptr : find(*own, "table");
    auto& table = (*referral)["table"];
    dropLostTiers(table, own_table, *tiers);
    for (auto& [key, row] : table.items())
      dropLostTiers(row, own_table == nullptr ? nullptr : find(*own_table, key), *tiers);
  }
  if (auto* delivery = base.contains("delivery") ? &base["delivery"] : nullptr;
      delivery != nullptr && delivery->contains("tiers")) {
    const auto* own = find(over, "delivery");
    dropLostTiers((*delivery)["tiers"], own == nullptr ? nullptr : find(*own, "tiers"), *tiers);
  }
  const auto* birthday = find(over, "birthday");
  if (base.contains("birthday") && (birthday == nullptr || find(*birthday, "min_tier") == nullptr)) {
    json names = json::object();
    if (const auto* least = find(base["birthday"], "min_tier"); least != nullptr && least->is_string()) {
      names[least->get<std::string>()] = true;
      dropLostTiers(names, nullptr, *tiers);
      if (names.empty()) base["birthday"].erase("min_tier");
    }
  }
  return base;
}

base::Result<RulePack> parseRulePack(std::string_view text) {
  const auto value = parseJson(text);
  if (!value) return tl::unexpected(value.error());
  return parseRulePack(*value);
}

base::Result<RulePack> parseRulePack(const json& value) {
  JsonProblem problem;
  auto pack = readRulePack(value, problem);
  KAHUI_TRY(problem.status());
  return pack;
}

RulePack readRulePack(const json& value, JsonProblem& problem) {
  JsonObject object(value, "", problem);
  RulePack pack;
  object.integer("schema", 1, 1, 1);
  pack.name = object.text("name");
  pack.version = object.text("version");
  pack.valid_from = object.time("valid_from");
  readTiers(object, pack);
  if (pack.tiers.empty()) return pack;  // every name of a tier would be unknown
  readPricing(object, pack);
  readPoints(object, pack);
  readOccasions(object, pack);
  readMoneyRules(object, pack);
  readGrades(object, pack);
  readMembership(object, pack);
  readDesk(object, pack);
  readExtras(object, pack);
  readGroups(object, pack);

  std::vector<std::string> codes;
  for (const auto& tier : pack.tiers) codes.push_back(tier.code);
  std::vector<Promotion> promotions;
  forEachElement(object, "promotions", [&](const json& promotion, const std::string& path) {
    promotions.push_back(readPromotion(promotion, path, codes, problem));
  });
  object.finish({"about", "note"});
  bindCampaigns(pack, promotions, problem);
  validatePack(pack, promotions, problem);
  pack.promotions = std::make_shared<PromotionBook>(std::move(promotions));
  return pack;
}

}  // namespace kahui::programme
