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

void withdrawSnapshot(ports::HqTransaction& tx, std::string_view feed) {
  tx.setMeta(metaKey(feed), "");
  for (const std::string& id : tx.snapshotsKept(feed)) tx.dropSnapshot(feed, id);
}

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

// The one before stays for who is in the middle of it.
base::Status publishSnapshot(ports::HqStore& store, std::string_view feed, const Snapshot& snapshot,
                             std::int64_t now_ms) {
  constexpr std::size_t kPart_bytes = std::size_t{1} << 20;
  constexpr std::size_t kKept = 2;
  const std::string& id = snapshot.manifest.id;
  return store.transaction([&](ports::HqTransaction& tx) -> base::Status {
    for (std::size_t at = 0; at < snapshot.bytes.size(); at += kPart_bytes)
      tx.addSnapshotPart(feed, id, static_cast<std::int64_t>(at), snapshot.bytes.substr(at, kPart_bytes), now_ms);
    const auto kept = tx.snapshotsKept(feed);
    for (std::size_t i = 0; i + kKept < kept.size(); ++i)
      if (kept[i] != id) tx.dropSnapshot(feed, kept[i]);
    tx.setMeta(metaKey(feed), sync::encode(snapshot.manifest));
    return {};
  });
}

}  // namespace kahui::hq
