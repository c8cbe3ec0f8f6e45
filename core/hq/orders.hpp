// What headquarters asks of tills (protocol.md, "hello"): an order stands until the till says that it is done, so it
// outlives broken sessions on both sides. And where tills stand in the feeds, which says how far these may be pruned.
#pragma once

#include <string>
#include <vector>

#include "core/base/random.hpp"
#include "core/ports/hq_store.hpp"
#include "core/sync/messages.hpp"

namespace kahui::hq {

// Where the till says that it stands.
void keepCursors(ports::HqTransaction& tx, const ports::HqTerminal& terminal, const sync::Hello& said,
                 std::int64_t now_ms);
// Open orders into the answer. A snapshot that is not made yet is ordered when it is there.
void giveOrders(ports::HqTransaction& tx, const ports::HqTerminal& terminal, sync::HelloAnswer& answer);
void orderDone(ports::HqTransaction& tx, const std::string& terminal, const std::string& id, std::int64_t now_ms);

// Tills throw their cursor away and load the snapshot anew: `terminal` empty means all active ones, `scope` empty all
// scopes. How many orders were given; one that is open already counts, too. BadInput: no such till or scope.
base::Result<int> orderResnapshot(ports::HqStore& store, const std::string& terminal, const std::string& scope,
                                  const std::string& why, std::int64_t now_ms, base::RandomSource& random);

// Prunes the feeds behind the slowest till and behind their snapshots. A till that was silent for kSlowest_days is not
// waited for: its cursor is answered with 410, and it loads the snapshot. How many changes went.
inline constexpr int kSlowest_days = 60;
base::Result<std::int64_t> pruneFeeds(ports::HqStore& store, std::int64_t epoch, std::int64_t now_ms);

// Every feed that some terminal reads, with its scope.
std::vector<std::pair<std::string, std::string>> feedsInUse(ports::HqTransaction& tx);

}  // namespace kahui::hq
