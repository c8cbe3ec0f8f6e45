// The payloads of rights_event.hpp in their line. Internal to this room; throws Malformed where a line cannot be read.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/base/json_writer.hpp"
#include "core/journal/rights_event.hpp"

namespace kahui::journal {

void writePayload(base::JsonWriter& json, const RightsPlaced& placed);
void writePayload(base::JsonWriter& json, const AnnouncementRead& read);
RightsPlaced readRightsPlaced(const nlohmann::json& payload);

}  // namespace kahui::journal
