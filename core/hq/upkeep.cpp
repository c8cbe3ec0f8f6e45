#include "core/hq/upkeep.hpp"

#include "core/hq/blobs.hpp"
#include "core/hq/day_lock.hpp"
#include "core/hq/lease.hpp"
#include "core/hq/orders.hpp"
#include "core/hq/purgeable.hpp"

namespace kahui::hq {

namespace {

// A till sends a batch again within a session or the next; later it is known by its chain.
constexpr std::int64_t kBodiesKept_ms = std::int64_t{35} * 86'400'000;

}  // namespace

base::Status upkeep(ports::HqStore& store, const Upkeep& at) {
  const auto lease = takeLease(store, "upkeep", at.owner, at.now_ms);
  if (!lease) return tl::unexpected(lease.error());
  if (!*lease) return {};
  if (const auto settled = settleDays(store, at.today, at.now_ms); !settled) return tl::unexpected(settled.error());
  KAHUI_TRY(movePurgeable(store));
  if (const auto pruned = pruneFeeds(store, at.epoch, at.now_ms); !pruned) return tl::unexpected(pruned.error());
  return store.transaction([&](ports::HqTransaction& tx) -> base::Status {
    tx.dropBodies(at.now_ms - kBodiesKept_ms);
    dropOldBlobs(tx, at.now_ms);
    return {};
  });
}

}  // namespace kahui::hq
