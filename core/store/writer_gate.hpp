// One writer at a time inside the process, sales first. SQLite's busy handler sleeps and retries, it does not queue:
// beside a busy background writer it starves the till for seconds (performance.md, section 1). What background work has
// written since the last sale is flushed by the next sale's sync, so while sales come close together it gets a turn now
// and then, and the whole disk when they do not. Any thread; not recursive.
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace kahui::store {

class WriterGate {
 public:
  enum class Priority { Sale, Background };  // background work holds the gate for at most 500 rows

  class Pass {
   public:
    Pass(WriterGate& gate, Priority priority) : m_gate(&gate), m_priority(priority) {}
    Pass(Pass&& other) noexcept : m_gate(std::exchange(other.m_gate, nullptr)), m_priority(other.m_priority) {}
    Pass& operator=(Pass&&) = delete;
    ~Pass() {
      if (m_gate != nullptr) m_gate->leave(m_priority);
    }

   private:
    WriterGate* m_gate;
    Priority m_priority;
  };

  [[nodiscard]] Pass enter(Priority priority) {
    std::unique_lock lock(m_mutex);
    if (priority == Priority::Sale) {
      ++m_waiting_sales;
      m_changed.wait(lock, [&] { return !m_taken; });
      --m_waiting_sales;
    } else {
      waitForTurn(lock);
    }
    m_taken = true;
    return {*this, priority};
  }

 private:
  using Steady = std::chrono::steady_clock;
  static constexpr std::chrono::milliseconds kQuiet_ms{5};  // since the last sale: nobody is waiting for the disk
  static constexpr std::chrono::milliseconds kTurn_ms{20};  // since the last turn: the work must go on all the same

  void waitForTurn(std::unique_lock<std::mutex>& lock) {
    for (;;) {
      m_changed.wait(lock, [&] { return !m_taken && m_waiting_sales == 0; });
      const auto turn = std::min(m_last_sale + kQuiet_ms, m_last_turn + kTurn_ms);
      if (Steady::now() >= turn) return;
      m_changed.wait_until(lock, turn);
    }
  }

  void leave(Priority priority) {
    {
      const std::lock_guard lock(m_mutex);
      m_taken = false;
      (priority == Priority::Sale ? m_last_sale : m_last_turn) = Steady::now();
    }
    m_changed.notify_all();
  }

  std::mutex m_mutex;
  std::condition_variable m_changed;
  int m_waiting_sales = 0;
  bool m_taken = false;
  Steady::time_point m_last_sale{};  // long ago
  Steady::time_point m_last_turn{};
};

}  // namespace kahui::store
