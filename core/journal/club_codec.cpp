#include "core/journal/club_codec.hpp"

#include <array>

#include "core/journal/json_reader.hpp"

namespace kahui::journal {

namespace {

using base::JsonWriter;
using nlohmann::json;

constexpr std::array<std::string_view, 4> kGuestStates{"INVITED", "COMING", "PRESENT", "AWAY"};

EventPlanned readPlanned(const json& p) {
  const auto at = base::LocalTime::parse(text(p, "at"));
  if (!at) throw Malformed{"at is no time"};
  return {text(p, "id"),  text(p, "n"),  text(p, "pl", ""), *at, static_cast<int>(number(p, "seats")),
          flag(p, "off"), text(p, "op"), flag(p, "mb")};
}

GuestsMarked readMarked(const json& p) {
  const auto state = guestStateByName(text(p, "s"));
  if (!state) throw Malformed{"s is no state of a guest"};
  GuestsMarked marked{text(p, "id"), *state, text(p, "src", ""), text(p, "op"), {}};
  for (const json& one : array(p, "no")) {
    if (!one.is_number_integer()) throw Malformed{"no holds numbers"};
    marked.members.push_back(one.get<std::int64_t>());
  }
  return marked;
}

}  // namespace

std::string_view guestStateName(GuestState state) { return kGuestStates.at(static_cast<std::size_t>(state)); }

std::optional<GuestState> guestStateByName(std::string_view name) {
  for (std::size_t i = 0; i < kGuestStates.size(); ++i)
    if (kGuestStates.at(i) == name) return static_cast<GuestState>(i);
  return std::nullopt;
}

void writePayload(JsonWriter& out, const MemberTagged& tagged) {
  out.field("no", tagged.member);
  if (tagged.agreed) out.field("ok", std::int64_t{1});
  if (!tagged.tags.empty()) {
    out.beginArray("tg");
    for (const std::string& tag : tagged.tags) out.element(std::string_view(tag));
    out.endArray();
  }
  out.field("op", tagged.operator_code);
}

void writePayload(JsonWriter& out, const EventPlanned& planned) {
  out.field("id", planned.event);
  out.field("n", planned.name);
  out.fieldIfAny("pl", planned.place);
  out.field("at", planned.at.iso());
  out.field("seats", std::int64_t{planned.seats});
  if (planned.cancelled) out.field("off", std::int64_t{1});
  out.field("op", planned.operator_code);
  if (planned.members) out.field("mb", std::int64_t{1});
}

void writePayload(JsonWriter& out, const GuestsMarked& marked) {
  out.field("id", marked.event);
  out.field("s", guestStateName(marked.state));
  out.fieldIfAny("src", marked.source);
  out.field("op", marked.operator_code);
  out.beginArray("no");
  for (const std::int64_t member : marked.members) out.element(member);
  out.endArray();
}

void writePayload(JsonWriter& out, const LeadRecorded& lead) {
  out.field("ph", lead.phone_key);
  out.field("rf", lead.referrer);
  out.field("ex", lead.until.iso());
  out.field("op", lead.operator_code);
}

void writePayload(JsonWriter& out, const DrawHeld& held) {
  out.field("k", held.draw);
  out.field("per", held.period);
  out.field("no", held.winner);
  out.field("n", held.entries);
  out.field("op", held.operator_code);
}

std::optional<Payload> readClubEvent(std::string_view type, const json& p) {
  if (type == "member.tagged") return MemberTagged{number(p, "no"), flag(p, "ok"), texts(p, "tg"), text(p, "op")};
  if (type == "event.planned") return readPlanned(p);
  if (type == "event.guests") return readMarked(p);
  if (type == "lead.recorded") return LeadRecorded{text(p, "ph"), number(p, "rf"), date(p, "ex"), text(p, "op")};
  if (type == "draw.held")
    return DrawHeld{text(p, "k"), text(p, "per"), number(p, "no"), number(p, "n"), text(p, "op")};
  return std::nullopt;
}

}  // namespace kahui::journal
