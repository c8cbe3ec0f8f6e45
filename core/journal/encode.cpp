#include "core/base/json_writer.hpp"
#include "core/base/text.hpp"
#include "core/journal/campaign_codec.hpp"
#include "core/journal/clock_codec.hpp"
#include "core/journal/club_codec.hpp"
#include "core/journal/codec.hpp"
#include "core/journal/load_codec.hpp"
#include "core/journal/member_codec.hpp"
#include "core/journal/reward_codec.hpp"
#include "core/journal/rights_codec.hpp"
#include "core/journal/sale_codec.hpp"
#include "core/journal/shift_codec.hpp"
#include "core/journal/standing_codec.hpp"
#include "core/journal/talk_codec.hpp"
#include "core/journal/task_codec.hpp"

namespace kahui::journal {

namespace {

using base::JsonWriter;

void writeCard(JsonWriter& json, const IssuedCard& card) {
  json.field("kind", card.kind);
  json.field("key", card.key);
  json.field("st", card.status);
}

void writeBound(JsonWriter& json, const CardBound& bound) {
  json.field("no", bound.member);
  writeCard(json, bound.card);
  json.field("op", bound.operator_code);
  json.field("sealed", bound.sealed);
}

struct WritePayload {
  JsonWriter& json;

  template <class Event>
  void operator()(const Event& event) const {
    writePayload(json, event);
  }

  void operator()(const MemberRegistered& member) const {
    json.field("no", member.no);
    json.field("id", member.id.hex());
    json.field("tier", member.tier);
    json.fieldIfAny("ph", member.phone_key);
    json.fieldIfAny("p4", member.tail4_key);
    json.fieldIfAny("p6", member.tail6_key);
    json.field("sealed", member.sealed);
    json.fieldIfAny("consent", member.consent);
    json.field("src", member.source);
    json.field("jd", member.joined.iso());
    json.field("pts", member.opening.value());
    json.field("lt", member.lifetime.value());
    if (member.opening_expires) json.field("ex", member.opening_expires->iso());
    json.beginArray("cards");
    for (const IssuedCard& card : member.cards) {
      json.beginObject();
      writeCard(json, card);
      json.endObject();
    }
    json.endArray();
    json.fieldIfAny("op", member.operator_code);
    json.fieldIfAny("via", member.via);
    if (member.marketing) json.field("mk", std::int64_t{1});
    if (member.company) json.field("co", std::int64_t{1});
    if (member.referrer != 0) json.field("rf", member.referrer);
    if (!member.referrer_id.isNull()) json.field("rfi", member.referrer_id.hex());
    json.fieldIfAny("form", member.form);
    if (member.pending) json.field("pd", std::int64_t{1});
    json.fieldIfAny("jr", member.receipt);
  }

  void operator()(const CardStatusChanged& card) const {
    json.field("no", card.member);
    json.field("key", card.key);
    json.field("st", card.status);
    json.field("why", card.reason);
    json.fieldIfAny("op", card.operator_code);
  }

  void operator()(const CardBound& bound) const { writeBound(json, bound); }

  void operator()(const CardReplaced& replaced) const {
    writeBound(json, replaced.fresh);
    json.field("old", replaced.old_key);
    json.field("why", replaced.reason);
  }

  void operator()(const ShiftOpened& shift) const {
    json.field("sh", shift.shift);
    json.field("op", shift.operator_code);
    json.field(kOpeningFloatKey, shift.opening_float.value());
  }

  void operator()(const ShiftClosed& shift) const {
    json.field("sh", shift.shift);
    json.field("op", shift.operator_code);
    json.field("why", shift.reason);
    json.field("bills", shift.bills);
    json.field("total", shift.total.value());
    if (shift.count) writeCount(json, *shift.count);
  }

  void operator()(const LogNote& note) const {
    json.field("by", note.actor);
    json.field("what", note.what);
  }

  void operator()(const EraseDone& erased) const {
    json.field("no", erased.member);
    json.field("id", erased.id.hex());
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
  if (event.offset_ms)
    json.field("off", *event.offset_ms);
  else
    json.null("off");
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

std::string encodeTerms(const CouponTerms& terms) {
  std::string text;
  JsonWriter json(text);
  json.beginObject();
  writeTerms(json, terms);
  json.endObject();
  return text;
}

}  // namespace kahui::journal
