#include "core/hq/campaigns.hpp"

#include <algorithm>
#include <map>

#include "core/base/json_writer.hpp"
#include "core/hq/feeds.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::hq {

namespace {

using ports::HqTransaction;

// In force now, and those that follow; in the order in which they come into force.
std::vector<ports::HqPack> packsThatCount(HqTransaction& tx, const std::string& now) {
  std::vector<ports::HqPack> packs = tx.packs();
  const auto first_waiting =
      std::find_if(packs.begin(), packs.end(), [&](const ports::HqPack& pack) { return pack.valid_from > now; });
  if (first_waiting != packs.begin()) packs.erase(packs.begin(), std::prev(first_waiting));
  return packs;
}

}  // namespace

base::Result<std::vector<CampaignRow>> campaigns(ports::HqStore& store, base::LocalTime now) {
  std::map<std::string, CampaignRow> rows;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    rows.clear();
    for (const ports::HqPack& published : packsThatCount(tx, now.iso())) {
      const auto pack = programme::parseRulePack(std::string_view(published.json));
      if (!pack) continue;
      for (const auto& one : pack->campaigns)
        rows[one.id] = {one, programme::stageOf(one, now.date()), programme::warningOf(one, now.date()),
                        published.version};
    }
    return {};
  }));
  std::vector<CampaignRow> list;
  for (auto& [id, row] : rows) list.push_back(std::move(row));
  std::stable_sort(list.begin(), list.end(),
                   [](const CampaignRow& a, const CampaignRow& b) { return a.campaign.from < b.campaign.from; });
  return list;
}

std::string campaignsJson(const std::vector<CampaignRow>& rows) {
  return base::jsonObject([&](base::JsonWriter& json) {
    json.beginArray("campaigns");
    for (const CampaignRow& row : rows) {
      json.beginObject();
      json.field("id", row.campaign.id);
      json.field("name", row.campaign.name);
      json.field("from", row.campaign.from.iso());
      json.field("to", row.campaign.to.iso());
      json.field("stage", programme::name(row.stage));
      json.flag("prepared", row.campaign.prepared);
      json.field("approved_by", row.campaign.approved_by);
      json.field("version", row.version);
      if (row.warning) {
        json.field("days", std::int64_t{row.warning->days});
        json.flag("not_approved", row.warning->not_approved);
        json.flag("not_prepared", row.warning->not_prepared);
      }
      json.endObject();
    }
    json.endArray();
  });
}

base::Result<int> changeCampaign(ports::HqStore& store, const programme::CampaignChange& change, base::LocalTime now,
                                 std::int64_t now_ms) {
  int changed = 0;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    changed = 0;
    base::Status last = base::fail(base::ErrorCode::BadInput, "no campaign of the rules is called " + change.id);
    for (const ports::HqPack& published : packsThatCount(tx, now.iso())) {
      const auto next = programme::changeCampaign(published.json, change, now);
      if (!next) {
        last = tl::unexpected(next.error());
        continue;
      }
      tx.putPack({next->version, std::max(next->valid_from, published.valid_from), next->json, now_ms});
      tx.mark(kRulesFeed, next->version);
      ++changed;
    }
    return changed > 0 ? base::Status{} : last;
  }));
  return changed;
}

}  // namespace kahui::hq
