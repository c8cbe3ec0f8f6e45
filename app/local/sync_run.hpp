// One session with headquarters over the network, for kahuictl and for the running till.
#pragma once

#include <functional>
#include <string>

#include "app/local/hq_identity.hpp"
#include "core/base/clock.hpp"
#include "core/ports/sync_store.hpp"
#include "core/sync/client.hpp"

namespace kahui::local {

enum class SyncPatience {
  Short,  // three failures in a row end it
  Night,  // four hours: the window of protocol.md
};

struct SyncReport {
  bool clean = false;  // ended without an alarm, and not refused
  std::string text;    // one line in English
  std::string json;
};

// `cancelled` is asked between steps and while waiting; empty: never. Errors: NotEnrolled, ServiceDown, PeerUntrusted,
// PeerRefused, and the store's own.
base::Result<SyncReport> runSync(ports::SyncStore& store, const base::Clock& clock, SyncPatience patience,
                                 const std::function<bool()>& cancelled);

// Asks the till that runs on this store to do it. StoreLocked if it takes no such order.
base::Result<SyncReport> syncThroughTill(const std::string& store_folder);

}  // namespace kahui::local
