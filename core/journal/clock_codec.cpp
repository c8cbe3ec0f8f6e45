#include "core/journal/clock_codec.hpp"

#include "core/journal/json_reader.hpp"

namespace kahui::journal {

void writePayload(base::JsonWriter& json, const ClockJumped& jumped) {
  json.field("of", jumped.against);
  json.field("by", jumped.by_ms);
  json.fieldIfAny("op", jumped.operator_code);
}

ClockJumped readClockJumped(const nlohmann::json& p) { return {text(p, "of"), number(p, "by"), text(p, "op", "")}; }

}  // namespace kahui::journal
