// What the club is asked for: events and their guests, tags, days to remember, friends who were named, draws. What the
// screen submits, and what `kahuictl club` asks of a store or of the till that holds it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/member/member.hpp"

namespace kahui::till {

enum class ClubAct {
  Plan,      // S000-18: a new event, or what changes of one
  Call,      // an event is off
  Invite,    // members of a list who agreed to be addressed (L4)
  Book,      // a seat for one member
  Decline,   // the member does not come; the seat is free again
  CheckIn,   // at the door
  Agree,     // S000-04: to a profile of interests, or not any more: the tags go then
  Tag,       // on or off
  KeepDate,  // S003-02: a wedding day, a child's birthday; without a date it goes
  Lead,      // S003-117: `members` names the telephone number of a friend
  Draw,      // S003-27: one of the entries wins
};

struct ClubRequest {
  std::string ref{};
  std::string operator_code{};  // on a screen: whoever is signed in
  std::string approver{};
  ClubAct act{};
  std::string event{};                      // id; Plan: empty for a new one
  std::string name{}, place{};              // Plan; name 1 .. 60 bytes, place at most 60
  std::optional<base::LocalTime> at{};      // Plan
  std::optional<int> seats{};               // Plan, 1 .. 10,000
  std::optional<bool> publish{};            // Plan, S000-87: to all members, or to the staff alone again
  std::vector<member::MemberNo> members{};  // all but Invite: one
  std::string source{};                     // Invite: list that the members come from
  std::string tag{};                        // code of the care plan
  bool on = true;                           // Agree, Tag
  member::DateKind kind{};                  // KeepDate
  std::optional<member::Birthday> date{};   // KeepDate
  std::string phone{};                      // Lead
  std::string draw{};                       // benefit of the care plan
};

struct ClubDone {
  ClubAct act{};
  std::string event;                          // its id
  int count = 0;                              // members served
  int passed_over = 0;                        // left out: did not agree, not active, on the list already
  std::int64_t left = 0;                      // seats that are free; Draw: entries that were in it
  std::string who;                            // CheckIn, Draw: masked name, or masked number
  std::optional<base::BusinessDate> until{};  // Lead
};
using ClubAnswer = base::Result<ClubDone>;

}  // namespace kahui::till
