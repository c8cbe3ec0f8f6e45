// The payloads of task_event.hpp in their line. Internal to this room; throws Malformed where a line cannot be read.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "core/base/json_writer.hpp"
#include "core/journal/event.hpp"

namespace kahui::journal {

void writePayload(base::JsonWriter& json, const TasksOpened& opened);
void writePayload(base::JsonWriter& json, const TaskChanged& changed);
void writePayload(base::JsonWriter& json, const BenefitUsed& used);
void writePayload(base::JsonWriter& json, const CarePlanSet& set);
void writePayload(base::JsonWriter& json, const TargetSet& set);

// nullopt: the type is none of these.
std::optional<Payload> readTaskEvent(std::string_view type, const nlohmann::json& payload);

}  // namespace kahui::journal
