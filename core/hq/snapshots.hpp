// Snapshots of a feed: every record as it stands, at a position after which the feed goes on. Content names itself: the
// same state gives the same id and the same bytes on every node.
#pragma once

#include <string>

#include "core/hq/feeds.hpp"

namespace kahui::hq {

inline constexpr const char* kSnapshotFile = "items.ndjson.zst";

struct Snapshot {
  sync::SnapshotManifest manifest;
  std::string bytes;  // of its one file
};

// nullopt: the feed has nothing, or nothing new since the last one.
base::Result<std::optional<Snapshot>> makeSnapshot(ports::HqStore& store, std::string_view feed, std::string_view scope,
                                                   std::int64_t epoch);

// Its file goes into the database, from which every node serves it; from now on tills are sent to it.
base::Status publishSnapshot(ports::HqStore& store, std::string_view feed, const Snapshot& snapshot,
                             std::int64_t now_ms);

// From now on no till is sent to the feed's snapshots, and no node serves them.
void withdrawSnapshot(ports::HqTransaction& tx, std::string_view feed);

std::optional<sync::SnapshotManifest> latestSnapshot(ports::HqTransaction& tx, std::string_view feed);
std::string snapshotOf(ports::HqTransaction& tx, std::string_view feed);  // its id; empty: none

}  // namespace kahui::hq
