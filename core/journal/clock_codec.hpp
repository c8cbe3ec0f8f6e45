// The payload of clock_event.hpp in its line. Internal to this room; throws Malformed where a line cannot be read.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/base/json_writer.hpp"
#include "core/journal/clock_event.hpp"

namespace kahui::journal {

void writePayload(base::JsonWriter& json, const ClockJumped& jumped);
ClockJumped readClockJumped(const nlohmann::json& payload);

}  // namespace kahui::journal
