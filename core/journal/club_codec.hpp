// The payloads of club_event.hpp in their line. Internal to this room; throws Malformed where a line cannot be read.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "core/base/json_writer.hpp"
#include "core/journal/event.hpp"

namespace kahui::journal {

void writePayload(base::JsonWriter& json, const MemberTagged& tagged);
void writePayload(base::JsonWriter& json, const EventPlanned& planned);
void writePayload(base::JsonWriter& json, const GuestsMarked& marked);
void writePayload(base::JsonWriter& json, const LeadRecorded& lead);
void writePayload(base::JsonWriter& json, const DrawHeld& held);

// nullopt: the type is none of these.
std::optional<Payload> readClubEvent(std::string_view type, const nlohmann::json& payload);

}  // namespace kahui::journal
