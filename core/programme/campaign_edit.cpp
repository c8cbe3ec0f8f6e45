#include "core/programme/campaign_edit.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/programme/json_object.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::programme {

namespace {

constexpr std::size_t kLongestBy = 60;
constexpr const char* kStem = "+c";  // 2026-11+c20261201093000

// Rises with time as text, too: of two packs with one beginning the higher version holds.
std::string nextVersion(const std::string& version, base::LocalTime now) {
  std::string digits = now.iso();
  std::erase_if(digits, [](char one) { return one < '0' || one > '9'; });
  const std::string next = version.substr(0, version.find(kStem)) + kStem + digits;
  return next > version ? next : version + ".2";
}

}  // namespace

base::Result<ChangedPack> changeCampaign(std::string_view text, const CampaignChange& change, base::LocalTime now) {
  const auto pack = parseRulePack(text);
  if (!pack) return tl::unexpected(pack.error());
  if (change.approve && (change.by.empty() || change.by.size() > kLongestBy || !base::isCleanUtf8(change.by)))
    return base::fail(base::ErrorCode::BadInput, "--by: the name of who approves is expected, at most 60 bytes");
  auto json = parseJson(text);
  if (!json) return tl::unexpected(json.error());
  const auto known = std::find_if(pack->campaigns.begin(), pack->campaigns.end(),
                                  [&](const PackCampaign& one) { return one.id == change.id; });
  if (known == pack->campaigns.end())
    return base::fail(base::ErrorCode::BadInput, "no campaign of the rules is called " + change.id);
  auto& one = (*json)["campaigns"][static_cast<std::size_t>(known - pack->campaigns.begin())];
  const bool approves = change.approve && known->state == CampaignState::Draft;
  const bool prepares = change.prepared && !known->prepared;
  if (!approves && !prepares)
    return base::fail(base::ErrorCode::BadInput, "campaign " + change.id + " is that already; nothing is changed");
  if (approves) {
    one["state"] = "APPROVED";
    one["approved_by"] = change.by;
  }
  if (prepares) one["prepared"] = true;
  ChangedPack changed;
  changed.version = nextVersion(pack->version, now);
  changed.valid_from = std::max(now, pack->valid_from.value_or(now)).iso();
  (*json)["version"] = changed.version;
  (*json)["valid_from"] = changed.valid_from;
  changed.json = json->dump();
  return changed;
}

}  // namespace kahui::programme
