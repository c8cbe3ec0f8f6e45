// Campaigns of the chain's rule packs (requirements S001-38): what somebody has to approve and prepare, and the act.
#pragma once

#include <string>
#include <vector>

#include "core/ports/hq_store.hpp"
#include "core/programme/campaign_edit.hpp"
#include "core/programme/group_rules.hpp"

namespace kahui::hq {

struct CampaignRow {
  programme::PackCampaign campaign;
  programme::CampaignStage stage{};
  std::optional<programme::CampaignWarning> warning{};
  std::string version;  // of its pack
};
// Of the pack in force and of those that wait; a campaign of several stands once, as the last of them says. By
// beginning.
base::Result<std::vector<CampaignRow>> campaigns(ports::HqStore& store, base::LocalTime now);
std::string campaignsJson(const std::vector<CampaignRow>& rows);  // one line

// The next version of every pack that has it and is in force or waits; how many. BadInput as
// programme::changeCampaign().
base::Result<int> changeCampaign(ports::HqStore& store, const programme::CampaignChange& change, base::LocalTime now,
                                 std::int64_t now_ms);

}  // namespace kahui::hq
