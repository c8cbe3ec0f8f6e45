// Who a member is, as headquarters knows it: tills send profiles beside their logs, headquarters seals them for the
// chain and gives them to every store that the member visits. The same telephone from two stores makes one member of
// two, or a question for a person (protocol.md, "Authority"; S16).
#pragma once

#include <string>
#include <vector>

#include "core/base/random.hpp"
#include "core/hq/terminals.hpp"
#include "core/sync/messages.hpp"

namespace kahui::hq {

// Puts them down as they came; takeProfiles() opens them once their members are known.
base::Status keepProfiles(ports::HqStore& store, std::string_view terminal, const std::vector<sync::ProfileBox>& boxes);

// One bounded transaction; how many profiles it looked at. Runs under the lease "profiles".
base::Result<int> takeProfiles(ports::HqStore& store, const Identity& identity, std::string_view owner,
                               std::int64_t now_ms, base::RandomSource& random);

// The second becomes the first: points are the sum, cards and telephone lead to the first, postings stay where they
// were. BadInput: no such members, or one of them is merged or erased already.
base::Status mergeMembers(ports::HqStore& store, const Identity& identity, const std::string& survivor,
                          const std::string& other, base::RandomSource& random);
// Two again; what was bought and earned since the merge stays with the first.
base::Status unmergeMember(ports::HqStore& store, const Identity& identity, const std::string& other,
                           base::RandomSource& random);

}  // namespace kahui::hq
