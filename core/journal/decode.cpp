#include <nlohmann/json.hpp>

#include "core/journal/codec.hpp"

namespace kahui::journal {

namespace {

using nlohmann::json;

// Thrown inside this file only; decode() turns it into an Error.
struct Malformed {
  std::string what;
};

const json& at(const json& object, const char* key) {
  const auto it = object.find(key);
  if (it == object.end()) throw Malformed{std::string("key missing: ") + key};
  return *it;
}

std::int64_t number(const json& object, const char* key) {
  const json& value = at(object, key);
  if (!value.is_number_integer()) throw Malformed{std::string("not an integer: ") + key};
  return value.get<std::int64_t>();
}

std::int64_t number(const json& object, const char* key, std::int64_t fallback) {
  return object.contains(key) ? number(object, key) : fallback;
}

std::string text(const json& object, const char* key) {
  const json& value = at(object, key);
  if (!value.is_string()) throw Malformed{std::string("not a string: ") + key};
  return value.get<std::string>();
}

std::string text(const json& object, const char* key, const char* fallback) {
  return object.contains(key) ? text(object, key) : fallback;
}

base::Id identity(const json& object, const char* key) {
  const auto id = base::Id::parse(text(object, key));
  if (!id) throw Malformed{std::string("not an id: ") + key};
  return *id;
}

base::BusinessDate date(const json& object, const char* key) {
  const auto value = base::BusinessDate::parse(text(object, key));
  if (!value) throw Malformed{std::string("not a date: ") + key};
  return *value;
}

std::optional<base::BusinessDate> optionalDate(const json& object, const char* key) {
  return object.contains(key) ? std::optional(date(object, key)) : std::nullopt;
}

const json& array(const json& object, const char* key) {
  const json& value = at(object, key);
  if (!value.is_array()) throw Malformed{std::string("not an array: ") + key};
  return value;
}

SoldLine readLine(const json& object) {
  SoldLine line;
  line.sku = text(object, "k");
  line.barcode = text(object, "b", "");
  line.name = text(object, "n");
  line.unit = text(object, "u", "");
  line.quantity = base::Quantity(number(object, "q"));
  line.unit_price = base::Money(number(object, "p"));
  line.gross = base::Money(number(object, "g"));
  line.layer = text(object, "y");
  line.after_price = base::Money(number(object, "a", line.gross.value()));
  line.final = base::Money(number(object, "f", line.after_price.value()));
  if (object.contains("c")) {
    const json& cuts = array(object, "c");
    base::Money* const parts[] = {&line.multi, &line.promo, &line.bill, &line.coupon, &line.points, &line.round};
    if (cuts.size() != std::size(parts)) throw Malformed{"cuts of a line: not six"};
    for (std::size_t i = 0; i < std::size(parts); ++i) {
      if (!cuts[i].is_number_integer()) throw Malformed{"cuts of a line: not integers"};
      *parts[i] = base::Money(cuts[i].get<std::int64_t>());
    }
  }
  line.tier_measure = base::Money(number(object, "m", line.final.value()));
  return line;
}

SoldMember readMember(const json& object) {
  SoldMember member;
  member.no = number(object, "no");
  member.id = identity(object, "id");
  member.credential = text(object, "by");
  member.bill_tier = text(object, "bt", "");
  member.tier_after = text(object, "ta");
  member.tier_rule = text(object, "tr", "");
  member.earned = base::Points(number(object, "e"));
  member.used = base::Points(number(object, "u"));
  member.multiplier_pct = static_cast<int>(number(object, "x"));
  member.lifetime_after = base::Points(number(object, "lt"));
  member.balance_after = base::Points(number(object, "ba"));
  member.lot_expires = optionalDate(object, "ex");
  member.next_tier = text(object, "nt", "");
  if (object.contains("nm")) member.next_purchase = base::Money(number(object, "nm"));
  if (object.contains("np")) member.next_points = base::Points(number(object, "np"));
  return member;
}

SaleCompleted readSale(const json& p) {
  SaleCompleted sale;
  sale.receipt_no = text(p, "rn");
  sale.ref = text(p, "ref", "");
  sale.ref_digest = text(p, "rd", "");
  sale.shift = number(p, "sh");
  sale.operator_code = text(p, "op");
  sale.operator_name = text(p, "on");
  for (const json& line : array(p, "l")) sale.lines.push_back(readLine(line));
  for (const json& tender : array(p, "x")) {
    const auto given = tender.contains("g") ? std::optional(base::Money(number(tender, "g"))) : std::nullopt;
    sale.tenders.push_back({text(tender, "t"), base::Money(number(tender, "a")), given});
  }
  sale.gross = base::Money(number(p, "g"));
  sale.total = base::Money(number(p, "t"));
  sale.rounding = base::Money(number(p, "r"));
  sale.change = base::Money(number(p, "ch"));
  if (p.contains("mb")) sale.member = readMember(at(p, "mb"));
  return sale;
}

MemberRegistered readMemberRegistered(const json& p) {
  MemberRegistered member;
  member.no = number(p, "no");
  member.id = identity(p, "id");
  member.tier = text(p, "tier");
  member.phone_key = text(p, "ph", "");
  member.tail4_key = text(p, "p4", "");
  member.tail6_key = text(p, "p6", "");
  member.sealed = text(p, "sealed");
  member.consent = text(p, "consent", "");
  member.source = text(p, "src");
  member.joined = date(p, "jd");
  member.opening = base::Points(number(p, "pts"));
  member.lifetime = base::Points(number(p, "lt"));
  member.opening_expires = optionalDate(p, "ex");
  for (const json& card : array(p, "cards"))
    member.cards.push_back({text(card, "kind"), text(card, "key"), text(card, "st")});
  return member;
}

Payload readPayload(const std::string& type, const json& p) {
  if (type == "sale.completed") return readSale(p);
  if (type == "member.registered") return readMemberRegistered(p);
  if (type == "card.blocked") return CardStatusChanged{number(p, "no"), text(p, "key"), text(p, "st"), text(p, "why")};
  if (type == "shift.opened") return ShiftOpened{number(p, "sh"), text(p, "op"), base::Money(number(p, "float"))};
  if (type == "shift.closed") {
    return ShiftClosed{number(p, "sh"), text(p, "op"), text(p, "why"), number(p, "bills"),
                       base::Money(number(p, "total"))};
  }
  if (type == "till.incarnated") return TillIncarnated{text(p, "why"), static_cast<std::uint64_t>(number(p, "from"))};
  if (type == "log.note") return LogNote{text(p, "by"), text(p, "what")};
  throw Malformed{"unknown event type " + type};
}

}  // namespace

base::Result<Event> decode(std::string_view line) {
  const json object = json::parse(line, nullptr, false);
  if (!object.is_object()) return base::fail(base::ErrorCode::BadInput, "journal line is not a JSON object");
  try {
    Event event;
    event.id = identity(object, "id");
    event.terminal = text(object, "t");
    event.incarnation = static_cast<std::uint32_t>(number(object, "inc"));
    event.seq = static_cast<std::uint64_t>(number(object, "seq"));
    event.store_no = text(object, "st");
    event.position = text(object, "pos");
    event.business_date = date(object, "bd");
    event.at = {number(object, "ts"), static_cast<int>(number(object, "tz"))};
    event.hlc = number(object, "hlc");
    event.rules_version = text(at(object, "cfg"), "rules");
    if (object.contains("cause")) event.cause = identity(object, "cause");
    event.payload = readPayload(text(object, "type"), at(object, "p"));
    return event;
  } catch (const Malformed& malformed) {
    return base::fail(base::ErrorCode::BadInput, malformed.what);
  } catch (const json::exception& error) {
    return base::fail(base::ErrorCode::BadInput, error.what());
  }
}

}  // namespace kahui::journal
