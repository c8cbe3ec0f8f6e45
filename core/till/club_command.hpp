// The club from the screen.
#pragma once

#include "core/till/approval.hpp"
#include "core/till/club_request.hpp"

namespace kahui::till {

// Shows Snapshot::club; a card that is read while it is shown checks in at the door, or shows its member.
struct ShowClub {
  std::string event{};   // id; empty: the list of events
  bool door = false;     // of the event
  std::string member{};  // member number or full telephone number; empty: nobody
};
struct ActOnClub {
  ClubRequest request;
  Approval approval{};
};
struct LeaveClub {};

}  // namespace kahui::till
