// The payloads of member_event.hpp in their line. Internal to this room; throws Malformed where a line cannot be read.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "core/base/json_writer.hpp"
#include "core/journal/event.hpp"

namespace kahui::journal {

void writePayload(base::JsonWriter& json, const MemberCorrected& event);
void writePayload(base::JsonWriter& json, const MemberRevealed& event);
void writePayload(base::JsonWriter& json, const PointsGranted& event);
void writePayload(base::JsonWriter& json, const PointsClaimed& event);
void writePayload(base::JsonWriter& json, const ClaimReversed& event);
void writePayload(base::JsonWriter& json, const PointsTransferred& event);
void writePayload(base::JsonWriter& json, const PointsCashed& event);
void writePayload(base::JsonWriter& json, const PointsExchanged& event);
void writePayload(base::JsonWriter& json, const ExchangeCancelled& event);
void writePayload(base::JsonWriter& json, const PointsFrozen& event);
void writePayload(base::JsonWriter& json, const PointsVoided& event);

// nullopt: none of these types.
std::optional<Payload> readMemberEvent(const std::string& type, const nlohmann::json& payload);

}  // namespace kahui::journal
