// Synchronisation inside a running till: a thread of its own that goes to headquarters about every minute, and at once
// when kahuictl asks. It reaches the store only between two commands of the engine, for one page or one batch at a
// time, so a sale waits for at most that; the network is waited for on its own thread.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "app/local/sync_run.hpp"
#include "core/ports/sync_store.hpp"
#include "core/till/till.hpp"

namespace kahui::local {

class TillSync {
 public:
  // `store` is the till's own, and lives as long as it. Both outlive this object.
  TillSync(till::Till& till, ports::SyncStore& store, std::shared_ptr<base::Clock> clock);
  ~TillSync();
  TillSync(const TillSync&) = delete;
  TillSync& operator=(const TillSync&) = delete;

  // Called on the thread of this object, after each session and each minute. Before start().
  void onNews(std::function<void(const till::HqNews&)> listener) { m_listener = std::move(listener); }
  void start();

  // One session now; any thread but the engine's. Waits for one that is under way.
  base::Result<SyncReport> now();

 private:
  void run(const std::stop_token& stop);
  void tell();

  std::shared_ptr<base::Clock> m_clock;
  std::unique_ptr<ports::SyncStore> m_store;  // the till's, reached through its engine
  std::function<void(const till::HqNews&)> m_listener;
  SyncCancel m_cancel;
  std::mutex m_session;
  std::mutex m_mutex;
  std::condition_variable_any m_wake;
  std::jthread m_thread;
};

}  // namespace kahui::local
