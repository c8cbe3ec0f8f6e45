// The parameters of group_rules.hpp.
#include <algorithm>

#include "core/programme/pack_names.hpp"
#include "core/programme/pack_readers.hpp"

namespace kahui::programme {

namespace {

using base::ErrorCode;
using nlohmann::json;

constexpr std::int64_t kHighestRate = 9999;  // more is no price of a group

std::optional<base::Rate> readRate(JsonObject& o) {
  const auto rate = o.optionalInteger("rate_bp", 1, kHighestRate);
  return rate ? std::optional(base::Rate(*rate)) : std::nullopt;
}

GroupPrice readPrice(const json& value, const std::string& path, JsonProblem& problem) {
  JsonObject o(value, path, problem);
  GroupPrice price{o.text("sku"), o.text("category"), o.optionalMoney("price_fen"), readRate(o)};
  if (price.sku.empty() == price.category.empty())
    problem.note(ErrorCode::BadInput, path, "must have one of sku and category");
  if (price.price.has_value() == price.rate.has_value())
    problem.note(ErrorCode::BadInput, path, "must have one of price_fen and rate_bp");
  o.finish({"note"});
  return price;
}

Group readGroup(const json& value, const std::string& path, JsonProblem& problem) {
  JsonObject o(value, path, problem);
  Group group;
  group.code = o.requiredText("code");
  group.name = o.requiredText("name");
  group.name_en = o.text("name_en");
  group.from = o.date("from");
  group.to = o.date("to");
  group.rate = readRate(o);
  forEachElement(o, "prices",
                 [&](const json& one, const std::string& at) { group.prices.push_back(readPrice(one, at, problem)); });
  if (group.from && group.to && *group.to < *group.from)
    problem.note(ErrorCode::BadInput, o.pathOf("to"), "must not be before from");
  if (!group.rate && group.prices.empty())
    problem.note(ErrorCode::BadInput, path, "must have rate_bp or prices: it would give nothing");
  o.finish({"note"});
  return group;
}

PackCampaign readCampaign(const json& value, const std::string& path, JsonProblem& problem) {
  JsonObject o(value, path, problem);
  PackCampaign campaign;
  campaign.id = o.requiredText("id");
  campaign.name = o.text("name");
  const auto from = o.date("from"), to = o.date("to");
  if (!from || !to || *to < *from)
    problem.note(ErrorCode::BadInput, o.pathOf("to"), "from and to are expected, to not before from");
  campaign.from = from.value_or(base::BusinessDate{});
  campaign.to = to.value_or(base::BusinessDate{});
  campaign.promotions = o.texts("promotions");
  campaign.state = o.oneOf("state", kCampaignStates, CampaignState::Draft);
  campaign.prepared = o.flag("prepared", false);
  campaign.approved_by = o.text("approved_by");
  o.finish({"note", "title"});
  return campaign;
}

}  // namespace

void readGroups(JsonObject& pack_json, RulePack& pack) {
  auto& problem = pack_json.problem();
  forEachElement(pack_json, "groups", [&](const json& value, const std::string& path) {
    auto group = readGroup(value, path, problem);
    if (pack.group(group.code) != nullptr) problem.note(ErrorCode::BadInput, path + ".code", "stands twice");
    pack.groups.push_back(std::move(group));
  });
  forEachElement(pack_json, "campaigns", [&](const json& value, const std::string& path) {
    auto campaign = readCampaign(value, path, problem);
    const bool twice = std::any_of(pack.campaigns.begin(), pack.campaigns.end(),
                                   [&](const PackCampaign& other) { return other.id == campaign.id; });
    if (twice) problem.note(ErrorCode::BadInput, path + ".id", "stands twice");
    pack.campaigns.push_back(std::move(campaign));
  });
}

void bindCampaigns(const RulePack& pack, std::vector<Promotion>& promotions, JsonProblem& problem) {
  for (std::size_t i = 0; i < pack.campaigns.size(); ++i) {
    const PackCampaign& campaign = pack.campaigns[i];
    const std::string path = "campaigns[" + std::to_string(i) + "].promotions";
    for (const std::string& id : campaign.promotions) {
      const auto found =
          std::find_if(promotions.begin(), promotions.end(), [&](const Promotion& one) { return one.id == id; });
      if (found == promotions.end()) {
        problem.note(ErrorCode::BadInput, path, "no promotion has the id " + id);
        continue;
      }
      if (found->campaign) problem.note(ErrorCode::BadInput, path, id + " belongs to another campaign");
      found->campaign = campaign.window();
      found->draft = campaign.state == CampaignState::Draft;
    }
  }
}

}  // namespace kahui::programme
