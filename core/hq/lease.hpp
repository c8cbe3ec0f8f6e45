// Who of several nodes does a job that only one may do. The holder's token goes into each of its transactions, so that
// a holder whose time ran out while it worked is refused by the database, not by a clock.
#pragma once

#include <optional>
#include <string_view>

#include "core/ports/hq_store.hpp"

namespace kahui::hq {

inline constexpr std::int64_t kLease_ms = 15'000;
inline constexpr std::string_view kOwnSource = "hq";  // of members that headquarters took in itself

// The sequence of a posting that headquarters makes itself: terminal "", incarnation 0.
std::uint64_t nextOwnPosting(ports::HqTransaction& tx);

// nullopt: somebody else holds it.
base::Result<std::optional<std::int64_t>> takeLease(ports::HqStore& store, std::string_view name,
                                                    std::string_view owner, std::int64_t now_ms);

}  // namespace kahui::hq
