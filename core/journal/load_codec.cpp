#include "core/journal/load_codec.hpp"

#include "core/journal/json_reader.hpp"
#include "core/journal/sale_codec.hpp"

namespace kahui::journal {

void writePayload(base::JsonWriter& json, const PointsLoaded& loaded) {
  const auto optional = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) json.field(key, value);
  };
  json.field("no", loaded.member);
  json.field("pm", loaded.payment);
  if (loaded.back) json.field("un", std::int64_t{1});
  writeLots(json, "lots", loaded.lots);
  json.field("op", loaded.operator_code);
  optional("ap", loaded.approver);
  optional("why", loaded.reason);
  optional("au", loaded.attempt);
}

PointsLoaded readPointsLoaded(const nlohmann::json& p) {
  return {number(p, "no"), text(p, "pm"),     flag(p, "un"),      readLots(p, "lots"),
          text(p, "op"),   text(p, "ap", ""), text(p, "why", ""), text(p, "au", "")};
}

}  // namespace kahui::journal
