// The payloads of campaign_event.hpp in their line. Internal to this room; throws Malformed where a line cannot be
// read.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "core/base/json_writer.hpp"
#include "core/journal/event.hpp"

namespace kahui::journal {

void writePayload(base::JsonWriter& json, const CampaignSet& set);
void writePayload(base::JsonWriter& json, const PhoneChecked& checked);

// nullopt: the type is none of these.
std::optional<Payload> readCampaignEvent(std::string_view type, const nlohmann::json& payload);

}  // namespace kahui::journal
