#include "core/journal/rights_codec.hpp"

#include "core/journal/json_reader.hpp"

namespace kahui::journal {

void writePayload(base::JsonWriter& json, const RightsPlaced& placed) {
  json.field("e", placed.epoch);
  json.field("from", placed.first);
  json.beginArray("parts");
  for (const auto& part : placed.parts) {
    json.beginObject();
    json.field("no", part.member);
    json.field("p", part.points.value());
    json.endObject();
  }
  json.endArray();
}

void writePayload(base::JsonWriter& json, const AnnouncementRead& read) {
  json.field("k", read.key);
  json.field("op", read.operator_code);
}

RightsPlaced readRightsPlaced(const nlohmann::json& p) {
  RightsPlaced placed{number(p, "e"), number(p, "from"), {}};
  for (const auto& part : array(p, "parts")) placed.parts.push_back({number(part, "no"), points(part, "p")});
  return placed;
}

}  // namespace kahui::journal
