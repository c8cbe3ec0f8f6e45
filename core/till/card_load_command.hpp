// Points from a member's account onto his card, at the member desk.
#pragma once

#include <string>

#include "core/base/numbers.hpp"
#include "core/till/approval.hpp"

namespace kahui::till {

// Of the shown member, whose card proved itself at a reader. They leave the account at once, and are on the card when
// it has lain there. NoRight; WrongState; OutOfRange; MemberFrozen; UnknownCard; RuleRejected: NO_CARD_PURSE,
// CARD_NOT_SEEN, CARD_FULL, POINTS_INSUFFICIENT, NEEDS_ONLINE, HQ_REFUSED, and as of mayPayWith().
struct LoadCard {
  base::Points points{};
  std::string member_pin{};  // where it was asked for; wiped by the engine
  Approval approval{};       // its PIN likewise
};
struct StopLoading {};  // the card does not come: the points go back into the account

}  // namespace kahui::till
