// Collects a service's events for tests; waits for one with a deadline instead of sleeping.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

#include "core/ports/card_reader.hpp"

namespace kahui::test {

class EventLog {
 public:
  using Match = std::function<bool(const ports::ReaderEvent&)>;

  [[nodiscard]] ports::ReaderEventSink sink() {
    return [this](ports::ReaderEvent event) {
      const std::lock_guard lock(m_mutex);
      m_events.push_back(std::move(event));
      m_changed.notify_all();
    };
  }

  // The first event at or after the mark that matches; the mark then stands behind it.
  std::optional<ports::ReaderEvent> next(const Match& match,
                                         std::chrono::milliseconds limit = std::chrono::seconds(8)) {
    std::unique_lock lock(m_mutex);
    const auto deadline = std::chrono::steady_clock::now() + limit;
    for (std::size_t at = m_mark;;) {
      for (; at < m_events.size(); ++at)
        if (match(m_events[at])) {
          m_mark = at + 1;
          return m_events[at];
        }
      if (m_changed.wait_until(lock, deadline) == std::cv_status::timeout && at == m_events.size()) return std::nullopt;
    }
  }

  template <class T>
  std::optional<T> nextOf(
      const std::function<bool(const T&)>& match = [](const T&) { return true; },
      std::chrono::milliseconds limit = std::chrono::seconds(8)) {
    const auto event =
        next([&](const ports::ReaderEvent& e) { return std::holds_alternative<T>(e) && match(std::get<T>(e)); }, limit);
    if (!event) return std::nullopt;
    return std::get<T>(*event);
  }

  void clear() {
    const std::lock_guard lock(m_mutex);
    m_events.clear();
    m_mark = 0;
  }

  [[nodiscard]] std::vector<ports::ReaderEvent> all() {
    const std::lock_guard lock(m_mutex);
    return m_events;
  }

 private:
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::vector<ports::ReaderEvent> m_events;
  std::size_t m_mark = 0;
};

}  // namespace kahui::test
