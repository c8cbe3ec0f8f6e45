// Change feeds (protocol.md, "Batch and endpoints"): marks of what changed become records at positions without holes,
// written by one sequencer; tills ask for what comes after their cursor. A feed of a store is named scope/store.
#pragma once

#include <string>

#include "core/hq/answer.hpp"
#include "core/ports/hq_store.hpp"
#include "core/sync/changes.hpp"

namespace kahui::hq {

inline constexpr std::string_view kRulesFeed = "points-rules";
inline constexpr std::string_view kPriceFeed = "price";
inline constexpr std::string_view kBlockedFeed = "cards-blocked";
inline constexpr std::string_view kEraseFeed = "erase";
// Marks of members whose points to place, and whose deficits, are to be looked at (rights.hpp); no till's.
inline constexpr std::string_view kRightsFeed = "rights";
std::string newsFeed(std::string_view store);
std::string membersFeed(std::string_view store);
std::string couponsFeed(std::string_view store);

// The feed that a terminal of `store` reads for a scope; empty: there is no such scope.
std::string feedOf(std::string_view scope, std::string_view store);

// The member's record as it is now; empty: there is no such member.
std::string memberItem(ports::HqTransaction& tx, const std::string& id, std::int64_t now_ms);

// Meta: whom a member was merged into who is one of his own again.
std::string unmergedKey(std::string_view member);

// The member's record goes to every store that it visited.
void markMember(ports::HqTransaction& tx, std::string_view member);

// Turns marks into changes, at most `limit`; how many it took. Runs under the lease "sequencer"; 0 without it.
base::Result<int> sequence(ports::HqStore& store, std::string_view owner, std::int64_t now_ms, int limit);

struct Cursor {
  std::int64_t epoch = 0, position = 0;
};

// nullopt: nothing after the cursor (304). Refusals: 404 no such scope · 410 gone: another epoch, pruned, or beyond the
// end; it names the snapshot if there is one.
Answer<std::optional<sync::ChangePage>> changesAfter(ports::HqStore& store, std::string_view feed, std::int64_t epoch,
                                                     Cursor cursor, int limit);

}  // namespace kahui::hq
