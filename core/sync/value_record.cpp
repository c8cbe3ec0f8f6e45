#include "core/sync/value_record.hpp"

#include "core/sync/wire_json.hpp"

namespace kahui::sync {

namespace {

constexpr std::int64_t kMostFen = std::int64_t{1} << 53;
constexpr std::int64_t kMostUses = 1'000'000;

}  // namespace

void write(base::JsonWriter& json, std::string_view key, const ValueRecord& record) {
  json.beginObject(key);
  json.field("p", record.principal);
  json.field("b", record.bonus);
  json.beginArray("cc");
  for (const CountRecord& count : record.counts) {
    json.beginObject();
    json.field("c", count.card);
    json.field("k", count.sku);
    json.field("n", count.name);
    json.field("l", count.left);
    if (!count.expires.empty()) json.field("ex", count.expires);
    json.endObject();
  }
  json.endArray();
  json.endObject();
}

ValueRecord readValueRecord(const nlohmann::json& object) {
  ValueRecord record{numberIn(object, "p", -kMostFen, kMostFen), numberIn(object, "b", -kMostFen, kMostFen), {}};
  for (const auto& one : journal::array(object, "cc")) {
    CountRecord count{nameIn(one, "c", 64),
                      journal::text(one, "k"),
                      journal::text(one, "n"),
                      numberIn(one, "l", -kMostUses, kMostUses),
                      {}};
    if (const auto expires = journal::optionalDate(one, "ex"); expires) count.expires = expires->iso();
    record.counts.push_back(std::move(count));
  }
  return record;
}

}  // namespace kahui::sync
