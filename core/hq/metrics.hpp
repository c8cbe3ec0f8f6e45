// What is counted while headquarters runs (protocol.md, "Monitoring"), as Prometheus reads it. Counters may be raised
// from any thread.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>

#include "core/ports/hq_store.hpp"

namespace kahui::hq {

struct Metrics {
  std::atomic<std::int64_t> batches_stored{0};    // with something new
  std::atomic<std::int64_t> batches_repeated{0};  // all of it was here
  std::atomic<std::int64_t> events_stored{0}, events_repeated{0};
  std::atomic<std::int64_t> refused_gap{0}, refused_fork{0}, refused_broken{0}, refused_size{0}, refused_busy{0},
      refused_identity{0}, refused_slow{0}, refused_other{0};
  std::atomic<std::int64_t> hellos{0}, enrolments{0}, change_pages{0};
  std::atomic<std::int64_t> commit_us{0};  // of the last batch, from its arrival to its acknowledgement
  std::atomic<std::int64_t> connections{0}, bytes_in_flight{0};
  std::atomic<std::int64_t> handshakes_failed{0};
  std::atomic<std::int64_t> events_projected{0};

  void refused(int status, std::string_view error);
};

// Counters, and what the database says of tills and queues.
base::Result<std::string> metricsText(ports::HqStore& store, const Metrics& metrics, std::int64_t now_ms);

}  // namespace kahui::hq
