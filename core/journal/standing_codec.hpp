// The payloads of standing_event.hpp in their line. Internal to this room; throws Malformed where a line cannot be
// read.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "core/base/json_writer.hpp"
#include "core/journal/event.hpp"

namespace kahui::journal {

void writePayload(base::JsonWriter& json, const MemberJudged& judged);
void writePayload(base::JsonWriter& json, const MemberGrouped& grouped);
void writePayload(base::JsonWriter& json, const TierByHand& hand);

// nullopt: the type is none of these.
std::optional<Payload> readStandingEvent(std::string_view type, const nlohmann::json& payload);

}  // namespace kahui::journal
