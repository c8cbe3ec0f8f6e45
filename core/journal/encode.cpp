#include "core/base/json_writer.hpp"
#include "core/base/text.hpp"
#include "core/journal/codec.hpp"

namespace kahui::journal {

namespace {

using base::JsonWriter;

void optionalText(JsonWriter& json, std::string_view key, std::string_view value) {
  if (!value.empty()) json.field(key, value);
}

void writeLine(JsonWriter& json, const SoldLine& line) {
  json.beginObject();
  json.field("k", line.sku);
  optionalText(json, "b", line.barcode);
  json.field("n", line.name);
  optionalText(json, "u", line.unit);
  json.field("q", line.quantity.value());
  json.field("p", line.unit_price.value());
  json.field("g", line.gross.value());
  json.field("y", line.layer);
  if (line.after_price != line.gross) json.field("a", line.after_price.value());
  const std::int64_t cuts[] = {line.multi.value(),  line.promo.value(),  line.bill.value(),
                               line.coupon.value(), line.points.value(), line.round.value()};
  if (line.final != line.after_price) {
    json.beginArray("c");
    for (const std::int64_t cut : cuts) json.element(cut);
    json.endArray();
    json.field("f", line.final.value());
  }
  if (line.tier_measure != line.final) json.field("m", line.tier_measure.value());
  json.endObject();
}

void writeMember(JsonWriter& json, const SoldMember& member) {
  json.beginObject("mb");
  json.field("no", member.no);
  json.field("id", member.id.hex());
  json.field("by", member.credential);
  optionalText(json, "bt", member.bill_tier);
  json.field("ta", member.tier_after);
  optionalText(json, "tr", member.tier_rule);
  json.field("e", member.earned.value());
  json.field("u", member.used.value());
  json.field("x", std::int64_t{member.multiplier_pct});
  json.field("lt", member.lifetime_after.value());
  json.field("ba", member.balance_after.value());
  if (member.lot_expires) json.field("ex", member.lot_expires->iso());
  optionalText(json, "nt", member.next_tier);
  if (member.next_purchase) json.field("nm", member.next_purchase->value());
  if (member.next_points) json.field("np", member.next_points->value());
  json.endObject();
}

struct WritePayload {
  JsonWriter& json;

  void operator()(const SaleCompleted& sale) const {
    json.field("rn", sale.receipt_no);
    optionalText(json, "ref", sale.ref);
    optionalText(json, "rd", sale.ref_digest);
    json.field("sh", sale.shift);
    json.field("op", sale.operator_code);
    json.field("on", sale.operator_name);
    json.beginArray("l");
    for (const SoldLine& line : sale.lines) writeLine(json, line);
    json.endArray();
    json.beginArray("x");
    for (const SoldTender& tender : sale.tenders) {
      json.beginObject();
      json.field("t", tender.type);
      json.field("a", tender.amount.value());
      if (tender.given) json.field("g", tender.given->value());
      json.endObject();
    }
    json.endArray();
    json.field("g", sale.gross.value());
    json.field("t", sale.total.value());
    json.field("r", sale.rounding.value());
    json.field("ch", sale.change.value());
    if (sale.member) writeMember(json, *sale.member);
  }

  void operator()(const MemberRegistered& member) const {
    json.field("no", member.no);
    json.field("id", member.id.hex());
    json.field("tier", member.tier);
    optionalText(json, "ph", member.phone_key);
    optionalText(json, "p4", member.tail4_key);
    optionalText(json, "p6", member.tail6_key);
    json.field("sealed", member.sealed);
    optionalText(json, "consent", member.consent);
    json.field("src", member.source);
    json.field("jd", member.joined.iso());
    json.field("pts", member.opening.value());
    json.field("lt", member.lifetime.value());
    if (member.opening_expires) json.field("ex", member.opening_expires->iso());
    json.beginArray("cards");
    for (const IssuedCard& card : member.cards) {
      json.beginObject();
      json.field("kind", card.kind);
      json.field("key", card.key);
      json.field("st", card.status);
      json.endObject();
    }
    json.endArray();
  }

  void operator()(const CardStatusChanged& card) const {
    json.field("no", card.member);
    json.field("key", card.key);
    json.field("st", card.status);
    json.field("why", card.reason);
  }

  void operator()(const ShiftOpened& shift) const {
    json.field("sh", shift.shift);
    json.field("op", shift.operator_code);
    json.field("float", shift.opening_float.value());
  }

  void operator()(const ShiftClosed& shift) const {
    json.field("sh", shift.shift);
    json.field("op", shift.operator_code);
    json.field("why", shift.reason);
    json.field("bills", shift.bills);
    json.field("total", shift.total.value());
  }

  void operator()(const LogNote& note) const {
    json.field("by", note.actor);
    json.field("what", note.what);
  }

  void operator()(const TillIncarnated& till) const {
    json.field("why", till.reason);
    json.field("from", static_cast<std::int64_t>(till.lost_from));
  }
};

}  // namespace

base::Result<std::string> encode(const Event& event) {
  std::string line;
  line.reserve(2048);
  JsonWriter json(line);
  json.beginObject();
  json.field("ev", std::int64_t{kEnvelopeVersion});
  json.field("id", event.id.hex());
  json.field("t", event.terminal);
  json.field("inc", std::int64_t{event.incarnation});
  json.field("seq", static_cast<std::int64_t>(event.seq));
  json.field("st", event.store_no);
  json.field("pos", event.position);
  json.field("bd", event.business_date.iso());
  json.field("ts", event.at.utc_ms);
  json.field("tz", std::int64_t{event.at.offset_min});
  json.null("off");  // the offset to headquarters' clock is unknown before the first contact
  json.field("hlc", event.hlc);
  json.field("type", typeName(event.payload));
  json.field("sv", std::int64_t{kPayloadVersion});
  json.beginObject("cfg");
  json.field("rules", event.rules_version);
  json.endObject();
  if (event.cause) json.field("cause", event.cause->hex());
  json.beginObject("p");
  std::visit(WritePayload{json}, event.payload);
  json.endObject();
  json.endObject();
  if (line.size() > kMaxLineBytes) return base::fail(base::ErrorCode::OutOfRange, "event line over 256 KiB");
  if (!base::isCleanUtf8(line)) return base::fail(base::ErrorCode::BadInput, "event text is not UTF-8 or holds a NUL");
  return line;
}

}  // namespace kahui::journal
