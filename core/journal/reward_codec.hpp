// The payloads of reward_event.hpp in their line. Internal to this room; throws Malformed where a line cannot be read.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/base/json_writer.hpp"
#include "core/journal/reward_event.hpp"

namespace kahui::journal {

void writePayload(base::JsonWriter& json, const PointsRewarded& rewarded);
void writePayload(base::JsonWriter& json, const MembershipMoved& moved);
void writePayload(base::JsonWriter& json, const TierBought& bought);
PointsRewarded readPointsRewarded(const nlohmann::json& payload);
MembershipMoved readMembershipMoved(const nlohmann::json& payload);
TierBought readTierBought(const nlohmann::json& payload);

}  // namespace kahui::journal
