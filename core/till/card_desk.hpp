// Cards of members: issuing, replacing, blocking. On the engine thread.
#pragma once

#include <functional>

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

// S000-13: what a card costs now, and the sale of it, which holds the card's own events: one act. Without a sale
// nothing is asked for: the fee then stands on the bill of a window.
struct CardFee {
  base::Money due{};
  std::function<base::Result<std::string>(member::MemberNo, std::vector<journal::Payload>)> pay{};  // receipt number
};

// `staff` is a leader or a manager: the operator, or whoever signs for him. Done once, a request may come again: it
// then answers `repeated`.
//   NoRight        a cashier
//   BadInput       a form; several cards and none named
//   CardTaken      it is or was a member's
//   CardRandomUid  another number at each tap
//   UnknownCard, UnknownMember, MemberFrozen
//   RuleRejected   "CARD_FEE_DUE n": fen n are due, and nothing was given for them; CARD_FEE_NONE: nothing is due
//   CardReplaced, CardCancelled  it has come to its end and stays there
[[nodiscard]] CardAnswer changeCard(ports::Store& store, const ports::Staff& staff, CardRequest request,
                                    const base::WallTime& at, base::BusinessDate day, const CardReward& reward,
                                    const CardFee& fee = {});

// Upper-case UID, digits of a stripe or code. BadInput, CardRandomUid.
[[nodiscard]] base::Status normaliseCard(member::Credential& card);

}  // namespace kahui::till
