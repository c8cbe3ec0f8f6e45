#include "core/journal/member_codec.hpp"

#include "core/journal/json_reader.hpp"
#include "core/journal/sale_codec.hpp"

namespace kahui::journal {

namespace {

using base::JsonWriter;
using nlohmann::json;

void optionalFlag(JsonWriter& out, std::string_view key, const std::optional<bool>& value) {
  if (value) out.field(key, std::int64_t{*value ? 1 : 0});
}

void dateIfAny(JsonWriter& out, std::string_view key, const std::optional<base::BusinessDate>& value) {
  if (value) out.field(key, value->iso());
}

void writeSigners(JsonWriter& out, const std::string& op, const std::string& approver) {
  out.field("op", op);
  out.fieldIfAny("ap", approver);
}

std::optional<bool> optionalFlag(const json& p, const char* key) {
  return p.contains(key) ? std::optional(number(p, key) != 0) : std::nullopt;
}

MemberCorrected readCorrected(const json& p) {
  MemberCorrected event;
  event.member = number(p, "no");
  for (const json& change : array(p, "ch"))
    event.changes.push_back({text(change, "f"), text(change, "o", ""), text(change, "n", "")});
  event.operator_code = text(p, "op");
  event.approver = text(p, "ap", "");
  event.sealed = text(p, "sealed", "");
  event.phone_key = text(p, "ph", "");
  event.tail4_key = text(p, "p4", "");
  event.tail6_key = text(p, "p6", "");
  event.marketing = optionalFlag(p, "mk");
  event.company = optionalFlag(p, "co");
  return event;
}

PointsExchanged readExchanged(const json& p) {
  PointsExchanged event{number(p, "no"), text(p, "k"), {}, readLots(p, "lots"), text(p, "op")};
  for (const json& item : optionalArray(p, "it"))
    event.items.push_back({text(item, "k"), text(item, "n"), static_cast<int>(number(item, "q")), points(item, "p")});
  return event;
}

}  // namespace

void writePayload(JsonWriter& out, const MemberCorrected& event) {
  out.field("no", event.member);
  out.beginArray("ch");
  for (const auto& change : event.changes) {
    out.beginObject();
    out.field("f", change.field);
    out.fieldIfAny("o", change.before);
    out.fieldIfAny("n", change.after);
    out.endObject();
  }
  out.endArray();
  writeSigners(out, event.operator_code, event.approver);
  out.fieldIfAny("sealed", event.sealed);
  out.fieldIfAny("ph", event.phone_key);
  out.fieldIfAny("p4", event.tail4_key);
  out.fieldIfAny("p6", event.tail6_key);
  optionalFlag(out, "mk", event.marketing);
  optionalFlag(out, "co", event.company);
}

void writePayload(JsonWriter& out, const MemberRevealed& event) {
  out.field("no", event.member);
  writeSigners(out, event.operator_code, event.approver);
}

void writePayload(JsonWriter& out, const PointsGranted& event) {
  out.field("no", event.member);
  out.field("p", event.points.value());
  dateIfAny(out, "ex", event.expires);
  out.field("why", event.why);
  out.field("op", event.operator_code);
  out.fieldIfAny("tx", event.text);
  out.fieldIfAny("ap", event.approver);
}

void writePayload(JsonWriter& out, const PointsClaimed& event) {
  out.field("no", event.member);
  out.field("rn", event.receipt_no);
  out.field("p", event.points.value());
  out.field("tier", event.tier);
  out.field("x", std::int64_t{event.multiplier_pct});
  dateIfAny(out, "ex", event.expires);
  out.field("op", event.operator_code);
  out.fieldIfAny("au", event.attempt);
  if (event.away) out.field("aw", std::int64_t{1});
}

void writePayload(JsonWriter& out, const ClaimReversed& event) {
  out.field("no", event.member);
  out.field("rn", event.receipt_no);
  out.field("p", event.points.value());
  writeLots(out, "lots", event.lots);
}

void writePayload(JsonWriter& out, const PointsTransferred& event) {
  out.field("no", event.from);
  out.field("to", event.to);
  writeLots(out, "lots", event.lots);
  if (event.keeps_class) out.field("kc", std::int64_t{1});
  writeSigners(out, event.operator_code, event.approver);
}

void writePayload(JsonWriter& out, const PointsCashed& event) {
  out.field("no", event.member);
  out.field("p", event.points.value());
  out.field("paid", event.paid.value());
  writeLots(out, "lots", event.lots);
  out.field("sh", event.shift);
  writeSigners(out, event.operator_code, event.approver);
}

void writePayload(JsonWriter& out, const PointsExchanged& event) {
  out.field("no", event.member);
  out.field("k", event.kind);
  if (!event.items.empty()) {
    out.beginArray("it");
    for (const auto& item : event.items) {
      out.beginObject();
      out.field("k", item.code);
      out.field("n", item.name);
      out.field("q", std::int64_t{item.quantity});
      out.field("p", item.points.value());
      out.endObject();
    }
    out.endArray();
  }
  writeLots(out, "lots", event.lots);
  out.field("op", event.operator_code);
}

void writePayload(JsonWriter& out, const ExchangeCancelled& event) {
  out.field("no", event.member);
  writeLots(out, "lots", event.lots);
  writeSigners(out, event.operator_code, event.approver);
}

void writePayload(JsonWriter& out, const PointsFrozen& event) {
  out.field("no", event.member);
  if (event.release) out.field("un", std::int64_t{1});
  if (event.account) out.field("all", std::int64_t{1});
  out.field("p", event.points.value());
  out.fieldIfAny("why", event.reason);
  out.fieldIfAny("txt", event.text);
  writeSigners(out, event.operator_code, event.approver);
}

void writePayload(JsonWriter& out, const PointsVoided& event) {
  out.field("no", event.member);
  writeLots(out, "lots", event.lots);
  out.field("why", event.reason);
  out.fieldIfAny("txt", event.text);
  writeSigners(out, event.operator_code, event.approver);
}

std::optional<Payload> readMemberEvent(const std::string& type, const json& p) {
  if (type == "member.corrected") return readCorrected(p);
  if (type == "member.revealed") return MemberRevealed{number(p, "no"), text(p, "op"), text(p, "ap", "")};
  if (type == "points.granted")
    return PointsGranted{number(p, "no"), points(p, "p"),    optionalDate(p, "ex"), text(p, "why"),
                         text(p, "op"),   text(p, "tx", ""), text(p, "ap", "")};
  if (type == "points.claimed")
    return PointsClaimed{
        number(p, "no"),       text(p, "rn"), points(p, "p"),    text(p, "tier"), static_cast<int>(number(p, "x")),
        optionalDate(p, "ex"), text(p, "op"), text(p, "au", ""), flag(p, "aw")};
  if (type == "points.claim_reversed")
    return ClaimReversed{number(p, "no"), text(p, "rn"), points(p, "p"), readLots(p, "lots")};
  if (type == "points.transferred")
    return PointsTransferred{number(p, "no"), number(p, "to"), readLots(p, "lots"),
                             flag(p, "kc"),   text(p, "op"),   text(p, "ap", "")};
  if (type == "points.cashed")
    return PointsCashed{number(p, "no"), points(p, "p"), money(p, "paid"), readLots(p, "lots"),
                        number(p, "sh"), text(p, "op"),  text(p, "ap", "")};
  if (type == "points.exchanged") return readExchanged(p);
  if (type == "points.exchange_cancelled")
    return ExchangeCancelled{number(p, "no"), readLots(p, "lots"), text(p, "op"), text(p, "ap", "")};
  if (type == "points.frozen")
    return PointsFrozen{number(p, "no"),    flag(p, "un"),      flag(p, "all"), points(p, "p"),
                        text(p, "why", ""), text(p, "txt", ""), text(p, "op"),  text(p, "ap", "")};
  if (type == "points.voided")
    return PointsVoided{number(p, "no"),    readLots(p, "lots"), text(p, "why"),
                        text(p, "txt", ""), text(p, "op"),       text(p, "ap", "")};
  return std::nullopt;
}

}  // namespace kahui::journal
