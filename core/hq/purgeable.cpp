#include "core/hq/purgeable.hpp"

#include <algorithm>

namespace kahui::hq {

namespace {

using ports::HqTransaction;

constexpr const char* kBackup = "backup_ms";
// A batch bears the time at which it came in; it may be committed this much later and then miss the backup.
constexpr std::int64_t kCommitLag_ms = 10 * 60'000;

std::uint64_t purgeableOf(HqTransaction& tx, const ports::HqIncarnation& known, std::int64_t backup_ms,
                          const std::vector<ports::HqQuarantine>& aside) {
  std::uint64_t most =
      std::min(known.projected, tx.receivedUntil(known.terminal, known.inc, backup_ms - kCommitLag_ms));
  if (const auto open = tx.firstUnsettled(known.terminal, known.inc)) most = std::min(most, *open - 1);
  for (const auto& row : aside)
    if (!row.released && row.key.terminal == known.terminal && row.key.inc == known.inc)
      most = std::min(most, row.key.seq - 1);
  return most;
}

}  // namespace

std::int64_t lastBackup(HqTransaction& tx) { return std::stoll(tx.meta(kBackup).value_or("0")); }

base::Status backupTaken(ports::HqStore& store, std::int64_t begun_ms, std::int64_t now_ms) {
  if (begun_ms > now_ms) return base::fail(base::ErrorCode::OutOfRange, "the backup's time lies in the future");
  return store.transaction([&](HqTransaction& tx) -> base::Status {
    if (begun_ms > lastBackup(tx)) tx.setMeta(kBackup, std::to_string(begun_ms));
    return {};
  });
}

base::Status movePurgeable(ports::HqStore& store) {
  std::vector<ports::HqTerminal> terminals;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    terminals = lastBackup(tx) > 0 ? tx.terminals() : std::vector<ports::HqTerminal>();
    return {};
  }));
  for (const auto& terminal : terminals) {
    KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
      const std::int64_t backup_ms = lastBackup(tx);
      const auto aside = tx.quarantine();
      if (!tx.lockTerminal(terminal.id)) return {};  // no batch moves `acked` meanwhile
      for (ports::HqIncarnation& known : tx.incarnations(terminal.id)) {
        const std::uint64_t upto = purgeableOf(tx, known, backup_ms, aside);
        if (upto <= known.purgeable) continue;
        known.purgeable = upto;
        tx.putIncarnation(known);
      }
      return {};
    }));
  }
  return {};
}

}  // namespace kahui::hq
