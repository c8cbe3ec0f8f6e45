// Payloads of the club: tags of members who agreed to it, events with their guests, friends who were named, draws
// (requirements S000-04, S000-18, S003-27, S003-117, S003-118).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.hpp"

namespace kahui::journal {

struct MemberTagged {  // all that holds after it
  std::int64_t member = 0;
  bool agreed = false;            // to a profile of interests; without it there are no tags
  std::vector<std::string> tags;  // codes of the care plan, ascending
  std::string operator_code;
  bool operator==(const MemberTagged&) const = default;
};

struct EventPlanned {  // a new one, or all that holds of it now
  std::string event;   // id, 8 hex digits
  std::string name, place;
  base::LocalTime at;
  int seats = 0;
  bool cancelled = false;
  std::string operator_code;
  bool members = false;  // S000-87: published to all members; else the staff alone see it
  bool operator==(const EventPlanned&) const = default;
};

enum class GuestState { Invited, Coming, Present, Away };         // Coming and Present have a seat
[[nodiscard]] std::string_view guestStateName(GuestState state);  // INVITED …
[[nodiscard]] std::optional<GuestState> guestStateByName(std::string_view name);
[[nodiscard]] constexpr bool hasSeat(GuestState state) {
  return state == GuestState::Coming || state == GuestState::Present;
}

struct GuestsMarked {
  std::string event;
  GuestState state{};
  std::string source;  // list that the members were taken from; empty: none
  std::string operator_code;
  std::vector<std::int64_t> members;
  bool operator==(const GuestsMarked&) const = default;
};

struct LeadRecorded {     // a friend whom a member named
  std::string phone_key;  // keyed hash, 32 hex digits
  std::int64_t referrer = 0;
  base::BusinessDate until;  // who joins later is nobody's
  std::string operator_code;
  bool operator==(const LeadRecorded&) const = default;
};

struct DrawHeld {
  std::string draw, period;  // benefit of the care plan, and the time that its entries are of
  std::int64_t winner = 0;
  std::int64_t entries = 0;  // all that were in it
  std::string operator_code;
  bool operator==(const DrawHeld&) const = default;
};

}  // namespace kahui::journal
