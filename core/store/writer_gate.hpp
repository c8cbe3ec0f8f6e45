// One writer at a time inside the process, sales first. SQLite's busy handler sleeps and retries, it does not queue:
// beside a busy background writer it starves the till for seconds (performance.md, section 1). Any thread; not
// recursive.
#pragma once

#include <condition_variable>
#include <mutex>
#include <utility>

namespace kahui::store {

class WriterGate {
 public:
  enum class Priority { Sale, Background };  // background work holds the gate for at most 500 rows

  class Pass {
   public:
    explicit Pass(WriterGate& gate) : m_gate(&gate) {}
    Pass(Pass&& other) noexcept : m_gate(std::exchange(other.m_gate, nullptr)) {}
    Pass& operator=(Pass&&) = delete;
    ~Pass() {
      if (m_gate != nullptr) m_gate->leave();
    }

   private:
    WriterGate* m_gate;
  };

  [[nodiscard]] Pass enter(Priority priority) {
    std::unique_lock lock(m_mutex);
    if (priority == Priority::Sale) ++m_waiting_sales;
    m_changed.wait(lock, [&] { return !m_taken && (priority == Priority::Sale || m_waiting_sales == 0); });
    if (priority == Priority::Sale) --m_waiting_sales;
    m_taken = true;
    return Pass(*this);
  }

 private:
  void leave() {
    {
      const std::lock_guard lock(m_mutex);
      m_taken = false;
    }
    m_changed.notify_all();
  }

  std::mutex m_mutex;
  std::condition_variable m_changed;
  int m_waiting_sales = 0;
  bool m_taken = false;
};

}  // namespace kahui::store
