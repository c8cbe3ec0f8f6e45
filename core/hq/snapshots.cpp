#include "core/hq/snapshots.hpp"

#include <algorithm>

#include "core/sync/compression.hpp"

namespace kahui::hq {

namespace {

std::string metaKey(std::string_view feed) { return "snapshot/" + std::string(feed); }

}  // namespace

std::optional<sync::SnapshotManifest> latestSnapshot(ports::HqTransaction& tx, std::string_view feed) {
  const auto text = tx.meta(metaKey(feed));
  if (!text) return std::nullopt;
  auto manifest = sync::parseManifest(*text);
  return manifest ? std::optional(std::move(*manifest)) : std::nullopt;
}

void withdrawSnapshot(ports::HqTransaction& tx, std::string_view feed) { tx.setMeta(metaKey(feed), ""); }

std::string snapshotOf(ports::HqTransaction& tx, std::string_view feed) {
  const auto manifest = latestSnapshot(tx, feed);
  return manifest ? manifest->id : std::string();
}

base::Result<std::optional<Snapshot>> makeSnapshot(ports::HqStore& store, std::string_view feed, std::string_view scope,
                                                   std::int64_t epoch) {
  constexpr int kPage = 2000;
  std::string lines;
  std::int64_t position = 0;
  bool fresh = true;
  KAHUI_TRY(store.transaction([&](ports::HqTransaction& tx) -> base::Status {
    lines.clear();
    position = tx.feedBounds(feed).last;
    const auto last = latestSnapshot(tx, feed);
    fresh = position > 0 && (!last || last->epoch != epoch || last->position != position);
    if (!fresh) return {};
    std::string after;
    for (;;) {
      const auto page = tx.latestChanges(feed, after, kPage);
      for (const auto& change : page) {
        if (!change.item.empty())
          lines += sync::encode(sync::ChangeItem{change.pos, change.key, change.pos, change.item}) + '\n';
        after = change.key;
      }
      if (std::ssize(page) < kPage) return {};
    }
  }));
  if (!fresh) return std::optional<Snapshot>();
  Snapshot snapshot;
  snapshot.bytes = sync::compress(lines);
  const base::Sha256 sum = base::sha256({base::asBytes(snapshot.bytes)});
  std::string name(feed);
  std::replace(name.begin(), name.end(), '/', '.');
  snapshot.manifest.id =
      name + "-" + std::to_string(epoch) + "-" + std::to_string(position) + "-" + base::toHex(sum).substr(0, 12);
  snapshot.manifest.scope = scope;
  snapshot.manifest.epoch = epoch;
  snapshot.manifest.position = position;
  snapshot.manifest.files.push_back({kSnapshotFile, static_cast<std::int64_t>(snapshot.bytes.size()), sum});
  return std::optional(std::move(snapshot));
}

base::Status publishSnapshot(ports::HqStore& store, std::string_view feed, const sync::SnapshotManifest& manifest) {
  return store.transaction([&](ports::HqTransaction& tx) -> base::Status {
    tx.setMeta(metaKey(feed), sync::encode(manifest));
    return {};
  });
}

}  // namespace kahui::hq
