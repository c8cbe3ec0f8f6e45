#include "core/journal/reward_codec.hpp"

#include "core/journal/json_reader.hpp"
#include "core/journal/sale_codec.hpp"

namespace kahui::journal {

namespace {

void writeDate(base::JsonWriter& json, std::string_view key, const std::optional<base::BusinessDate>& day) {
  if (day) json.field(key, day->iso());
}

}  // namespace

void writePayload(base::JsonWriter& json, const PointsRewarded& rewarded) {
  json.field("no", rewarded.member);
  if (rewarded.of != 0) json.field("of", rewarded.of);
  json.field("why", rewarded.why);
  json.field("k", rewarded.key);
  if (rewarded.cashable) json.field("c", std::int64_t{1});
  json.field("p", rewarded.points.value());
  if (rewarded.lifetime != base::Points{}) json.field("lt", rewarded.lifetime.value());
  writeDate(json, "ex", rewarded.expires);
  writeLots(json, "lots", rewarded.lots);
}

void writePayload(base::JsonWriter& json, const MembershipMoved& moved) {
  json.field("no", moved.member);
  if (moved.returned) json.field("un", std::int64_t{1});
  json.field("k", moved.sku);
  json.field("m", std::int64_t{moved.months});
  writeDate(json, "b", moved.before);
  writeDate(json, "u", moved.until);
}

void writePayload(base::JsonWriter& json, const TierBought& bought) {
  json.field("no", bought.member);
  json.field("tb", bought.before);
  json.field("t", bought.tier);
  writeLots(json, "lots", bought.lots);
  json.field("op", bought.operator_code);
}

PointsRewarded readPointsRewarded(const nlohmann::json& p) {
  return {number(p, "no"),
          number(p, "of", 0),
          text(p, "why"),
          text(p, "k"),
          flag(p, "c"),
          points(p, "p"),
          base::Points(number(p, "lt", 0)),
          optionalDate(p, "ex"),
          readLots(p, "lots")};
}

MembershipMoved readMembershipMoved(const nlohmann::json& p) {
  return {number(p, "no"),      flag(p, "un"),       text(p, "k"), static_cast<int>(number(p, "m")),
          optionalDate(p, "b"), optionalDate(p, "u")};
}

TierBought readTierBought(const nlohmann::json& p) {
  return {number(p, "no"), text(p, "tb"), text(p, "t"), readLots(p, "lots"), text(p, "op")};
}

}  // namespace kahui::journal
