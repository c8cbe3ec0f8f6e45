// One session with headquarters over the network, for kahuictl and for the running till.
#pragma once

#include <atomic>
#include <mutex>
#include <string>

#include "app/local/hq_identity.hpp"
#include "app/net/http_transport.hpp"
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

// Ends a session from another thread: between two steps, in a wait, or in the middle of a request.
class SyncCancel {
 public:
  void cancel();
  [[nodiscard]] bool asked() const { return m_asked; }
  // Of the session that runs; nullptr: none.
  void watch(net::HttpTransport* transport);

 private:
  std::atomic<bool> m_asked = false;
  std::mutex m_mutex;
  net::HttpTransport* m_transport = nullptr;
};

// `cancel` may be nullptr. Errors: NotEnrolled, ServiceDown, PeerUntrusted, PeerRefused, and the store's own.
base::Result<SyncReport> runSync(ports::SyncStore& store, const base::Clock& clock, SyncPatience patience,
                                 SyncCancel* cancel);

// Asks the till that runs on this store to do it. StoreLocked if it takes no such order.
base::Result<SyncReport> syncThroughTill(const std::string& store_folder);

}  // namespace kahui::local
