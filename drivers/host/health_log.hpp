// What state each reader was in, when, and how often: kept per till, bounded, without anything of a card. One thread at
// a time.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/ports/device_desk.hpp"

namespace kahui::host {

class HealthLog {
 public:
  static constexpr std::size_t kMost = 256;  // the oldest go
  static constexpr std::int64_t kTogether_ms = 60 * 60 * 1000;

  HealthLog() = default;
  explicit HealthLog(std::vector<ports::HealthEntry> entries);

  // A state that comes back within kTogether_ms is counted; otherwise it gets an entry of its own.
  void add(const ports::ReaderChanged& change, std::int64_t utc_ms);
  [[nodiscard]] const std::vector<ports::HealthEntry>& entries() const { return m_entries; }  // the newest first

 private:
  std::vector<ports::HealthEntry> m_entries;
};

// {"version":1,"entries":[{"reader","state","advice","first_ms","last_ms","count"}]}
std::string toJson(const HealthLog& log);
// Errors: BadInput; the detail names the key.
base::Result<HealthLog> parseHealthLog(std::string_view json);

}  // namespace kahui::host
