// Headquarters' own work on members: taking them in, and blocking cards.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/base/random.hpp"
#include "core/hq/terminals.hpp"
#include "core/ports/store.hpp"

namespace kahui::hq {

struct JoinProblem {
  std::size_t row = 0;
  std::string reason;
};

struct Joining {
  base::BusinessDate day;
  std::int64_t now_ms = 0;
  std::string home;  // store; empty: every store gets them
};

// All of the members but those with a problem: a number, telephone or card that another member has. One transaction.
base::Result<std::vector<JoinProblem>> joinMembers(ports::HqStore& store, const Identity& identity,
                                                   const Joining& joining, std::span<const ports::MemberToJoin> members,
                                                   base::RandomSource& random);

// Every card of a member, by its number here or at a till, or by its id. How many changed; BadInput: there is no such
// member.
base::Result<int> setCardsOfMember(ports::HqStore& store, const std::string& member, const std::string& status);
// One card, known or not: tills block it when they see it.
base::Status setCard(ports::HqStore& store, const Identity& identity, const member::Credential& card,
                     const std::string& status);

}  // namespace kahui::hq
