#include "core/hq/upkeep.hpp"

#include "core/hq/day_lock.hpp"
#include "core/hq/lease.hpp"

namespace kahui::hq {

namespace {

// A till sends a batch again within a session or the next; later it is known by its chain.
constexpr std::int64_t kBodiesKept_ms = std::int64_t{35} * 86'400'000;

}  // namespace

base::Status upkeep(ports::HqStore& store, const std::string& owner, base::BusinessDate today, std::int64_t now_ms) {
  const auto lease = takeLease(store, "upkeep", owner, now_ms);
  if (!lease) return tl::unexpected(lease.error());
  if (!*lease) return {};
  if (const auto settled = settleDays(store, today, now_ms); !settled) return tl::unexpected(settled.error());
  return store.transaction([&](ports::HqTransaction& tx) -> base::Status {
    tx.dropBodies(now_ms - kBodiesKept_ms);
    return {};
  });
}

}  // namespace kahui::hq
