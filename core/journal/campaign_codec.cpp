#include "core/journal/campaign_codec.hpp"

#include "core/journal/json_reader.hpp"

namespace kahui::journal {

namespace {

using base::JsonWriter;
using nlohmann::json;

void writeKeys(JsonWriter& out, const char* key, const std::vector<std::string>& list) {
  if (list.empty()) return;
  out.beginArray(key);
  for (const std::string& one : list) out.element(one);
  out.endArray();
}

void writeCost(JsonWriter& out, const char* key, base::Money amount) {
  if (amount != base::Money{}) out.field(key, amount.value());
}

CampaignSet readSet(const json& p) {
  CampaignSet set;
  set.code = text(p, "k");
  set.name = text(p, "n", "");
  set.from = date(p, "from");
  set.to = date(p, "to");
  if (p.contains("cb")) set.batches = texts(p, "cb");
  if (p.contains("pr")) set.promotions = texts(p, "pr");
  set.costs = {money(p, "cc", {}), money(p, "cg", {}), money(p, "con", {}), money(p, "cof", {})};
  set.removed = flag(p, "x");
  set.operator_code = text(p, "op");
  return set;
}

}  // namespace

void writePayload(JsonWriter& out, const CampaignSet& set) {
  out.field("k", set.code);
  out.fieldIfAny("n", set.name);
  out.field("from", set.from.iso());
  out.field("to", set.to.iso());
  writeKeys(out, "cb", set.batches);
  writeKeys(out, "pr", set.promotions);
  writeCost(out, "cc", set.costs.cards);
  writeCost(out, "cg", set.costs.gifts);
  writeCost(out, "con", set.costs.online);
  writeCost(out, "cof", set.costs.offline);
  if (set.removed) out.field("x", std::int64_t{1});
  out.field("op", set.operator_code);
}

void writePayload(JsonWriter& out, const PhoneChecked& checked) {
  out.field("no", checked.member);
  out.fieldIfAny("s", checked.state);
  out.field("op", checked.operator_code);
}

std::optional<Payload> readCampaignEvent(std::string_view type, const json& p) {
  if (type == "campaign.set") return readSet(p);
  if (type == "member.phone_checked") return PhoneChecked{number(p, "no"), text(p, "s", ""), text(p, "op")};
  return std::nullopt;
}

}  // namespace kahui::journal
