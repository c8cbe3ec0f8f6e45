#include "core/sync/envelope.hpp"

#include "core/sync/limits.hpp"
#include "core/sync/wire_json.hpp"

namespace kahui::sync {

base::Result<Envelope> parseEnvelope(std::string_view line) {
  return readMessage(line, kMostLine_bytes, [](const nlohmann::json& object) {
    Envelope envelope;
    (void)numberIn(object, "ev", journal::kEnvelopeVersion, journal::kEnvelopeVersion);
    envelope.id = journal::identity(object, "id");
    envelope.terminal = nameIn(object, "t", 64);
    envelope.incarnation = incarnationIn(object, "inc");
    envelope.seq = sequenceIn(object, "seq");
    envelope.store_no = nameIn(object, "st", 16);
    envelope.position = nameIn(object, "pos", 16);
    envelope.business_date = journal::date(object, "bd");
    envelope.utc_ms = numberIn(object, "ts", 0, (std::int64_t{1} << 48) - 1);
    envelope.zone_min = static_cast<int>(numberIn(object, "tz", -1080, 1080));
    envelope.hlc = journal::number(object, "hlc");
    envelope.type = nameIn(object, "type", 64);
    envelope.sv = static_cast<int>(numberIn(object, "sv", 1, 1'000'000));
    if (const auto cfg = object.find("cfg"); cfg != object.end() && cfg->is_object())
      envelope.rules_version = journal::text(*cfg, "rules", "");
    if (object.contains("cause")) envelope.cause = journal::identity(object, "cause");
    if (!journal::at(object, "p").is_object()) throw journal::Malformed{"not an object: p"};
    return envelope;
  });
}

}  // namespace kahui::sync
