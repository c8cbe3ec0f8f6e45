// The thread of the printer, the drawer and the line display: the sale never waits for paper. What cannot be printed
// now stays at the head of the queue and is tried again until it is printed, thrown away, or the till ends.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "core/ports/cash_drawer.hpp"
#include "core/ports/customer_display.hpp"
#include "core/ports/pos_printer.hpp"

namespace kahui::printer {

struct CounterState {
  ports::PrinterState printer = ports::PrinterState::Released;
  std::size_t waiting = 0;      // sheets that are not printed
  bool display_failed = false;  // its last figure did not get there
  std::uint64_t printed = 0;    // sheets since the start
  bool operator==(const CounterState&) const = default;
};

class CounterWorker {
 public:
  static constexpr std::size_t kMostWaiting = 200;
  using Listener = std::function<void(CounterState)>;  // on the worker's thread, when it changes

  explicit CounterWorker(Listener listener, std::chrono::milliseconds retry = std::chrono::milliseconds(2000));
  ~CounterWorker();
  CounterWorker(const CounterWorker&) = delete;
  CounterWorker& operator=(const CounterWorker&) = delete;

  // Any of them may be null: there is none. Takes the place of what was there; sheets that wait go to the new printer.
  void setPrinter(std::shared_ptr<ports::PosPrinter> printer);
  void setDrawer(std::shared_ptr<ports::CashDrawer> drawer);
  void setDisplay(std::shared_ptr<ports::CustomerDisplay> display);

  // Any thread; none of them waits. print() is false where there is no printer, or kMostWaiting wait already.
  bool print(base::Bytes sheet);
  void openDrawer();
  void show(ports::DisplayWhat what, base::Money amount);
  void clearDisplay();
  void throwAway();  // what waits
  void tryNow();     // without waiting for the next look
  [[nodiscard]] CounterState state() const;

 private:
  struct Figure {
    ports::DisplayWhat what{};
    base::Money amount{};
  };

  void loop();
  void printHead(std::unique_lock<std::mutex>& lock);
  void showFigure(std::unique_lock<std::mutex>& lock);
  void tell(std::unique_lock<std::mutex>& lock);

  Listener m_listener;
  const std::chrono::milliseconds m_retry;
  mutable std::mutex m_mutex;
  std::condition_variable m_wake;
  std::shared_ptr<ports::PosPrinter> m_printer;
  std::shared_ptr<ports::CashDrawer> m_drawer;
  std::shared_ptr<ports::CustomerDisplay> m_display;
  std::deque<base::Bytes> m_sheets;
  std::chrono::steady_clock::time_point m_next_try{};
  int m_kicks = 0;
  std::optional<Figure> m_figure;  // the newest alone: an older one has no use
  bool m_clear = false;
  CounterState m_state;
  CounterState m_told;
  bool m_stopping = false;
  std::thread m_thread;
};

}  // namespace kahui::printer
