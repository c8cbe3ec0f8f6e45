// What tills need not keep any more (protocol.md, watermarks): events of settled days that a backup of headquarters
// covers. A till that holds all beyond can fill a headquarters that came back from that backup.
#pragma once

#include "core/ports/hq_store.hpp"

namespace kahui::hq {

// A backup that was begun at `begun_ms` is safe. Never goes back. OutOfRange: it lies in the future.
base::Status backupTaken(ports::HqStore& store, std::int64_t begun_ms, std::int64_t now_ms);
std::int64_t lastBackup(ports::HqTransaction& tx);  // 0: none

// Moves `purgeable` of every incarnation up to where it may stand; never back.
base::Status movePurgeable(ports::HqStore& store);

}  // namespace kahui::hq
