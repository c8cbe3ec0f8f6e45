// Cards of members: issuing, replacing, blocking. On the engine thread.
#pragma once

#include "core/base/clock.hpp"
#include "core/ports/store.hpp"
#include "core/till/card_request.hpp"

namespace kahui::till {

// S001-71: what the first replaced card brings the member; 0 points: nothing.
struct CardReward {
  base::Points points{};
  std::optional<base::BusinessDate> expires{};
  std::string rules_version{};
};

// `staff` is a leader or a manager: the operator, or whoever signs for him. Done once, a request may come again: it
// then answers `repeated`.
//   NoRight        a cashier
//   BadInput       a form; several cards and none named
//   CardTaken      it is or was a member's
//   CardRandomUid  another number at each tap
//   UnknownCard, UnknownMember, MemberFrozen
//   CardReplaced, CardCancelled  it has come to its end and stays there
[[nodiscard]] CardAnswer changeCard(ports::Store& store, const ports::Staff& staff, CardRequest request,
                                    const base::WallTime& at, base::BusinessDate day, const CardReward& reward);

// Upper-case UID, digits of a stripe or code. BadInput, CardRandomUid.
[[nodiscard]] base::Status normaliseCard(member::Credential& card);

}  // namespace kahui::till
