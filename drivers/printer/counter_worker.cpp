#include "drivers/printer/counter_worker.hpp"

#include <utility>

namespace kahui::printer {

using ports::PrinterState;

CounterWorker::CounterWorker(Listener listener, std::chrono::milliseconds retry)
    : m_listener(std::move(listener)), m_retry(retry) {
  m_thread = std::thread([this] { loop(); });
}

CounterWorker::~CounterWorker() {
  {
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
  }
  m_wake.notify_all();
  m_thread.join();
}

void CounterWorker::setPrinter(std::shared_ptr<ports::PosPrinter> printer) {
  const std::lock_guard lock(m_mutex);
  m_printer = std::move(printer);
  m_next_try = {};
  m_state.printer = m_printer ? PrinterState::Ready : PrinterState::Released;
  m_wake.notify_all();
}

void CounterWorker::setDrawer(std::shared_ptr<ports::CashDrawer> drawer) {
  const std::lock_guard lock(m_mutex);
  m_drawer = std::move(drawer);
}

void CounterWorker::setDisplay(std::shared_ptr<ports::CustomerDisplay> display) {
  const std::lock_guard lock(m_mutex);
  m_display = std::move(display);
  m_state.display_failed = false;
  m_wake.notify_all();
}

bool CounterWorker::print(base::Bytes sheet) {
  const std::lock_guard lock(m_mutex);
  if (!m_printer || m_sheets.size() >= kMostWaiting) return false;
  m_sheets.push_back(std::move(sheet));
  m_state.waiting = m_sheets.size();
  m_wake.notify_all();
  return true;
}

void CounterWorker::openDrawer() {
  const std::lock_guard lock(m_mutex);
  if (!m_drawer) return;
  ++m_kicks;
  m_wake.notify_all();
}

void CounterWorker::show(ports::DisplayWhat what, base::Money amount) {
  const std::lock_guard lock(m_mutex);
  if (!m_display) return;
  m_figure = Figure{what, amount};
  m_clear = false;
  m_wake.notify_all();
}

void CounterWorker::clearDisplay() {
  const std::lock_guard lock(m_mutex);
  if (!m_display) return;
  m_figure.reset();
  m_clear = true;
  m_wake.notify_all();
}

void CounterWorker::throwAway() {
  const std::lock_guard lock(m_mutex);
  m_sheets.clear();
  m_state.waiting = 0;
  m_wake.notify_all();
}

void CounterWorker::tryNow() {
  const std::lock_guard lock(m_mutex);
  m_next_try = {};
  m_wake.notify_all();
}

CounterState CounterWorker::state() const {
  const std::lock_guard lock(m_mutex);
  return m_state;
}

void CounterWorker::tell(std::unique_lock<std::mutex>& lock) {
  if (m_state == m_told) return;
  m_told = m_state;
  const CounterState state = m_state;
  lock.unlock();
  if (m_listener) m_listener(state);
  lock.lock();
}

// Asked before each sheet: bytes that are sent without paper are lost on many printers.
void CounterWorker::printHead(std::unique_lock<std::mutex>& lock) {
  const auto printer = m_printer;
  const base::Bytes sheet = m_sheets.front();
  lock.unlock();
  PrinterState state = printer->state();
  const bool can = state == PrinterState::Ready || state == PrinterState::PaperNearEnd;
  const bool done = can && printer->print(sheet).has_value();
  if (can && !done) state = PrinterState::Offline;
  lock.lock();
  if (printer != m_printer) return;
  m_state.printer = state;
  if (done && !m_sheets.empty()) {
    m_sheets.pop_front();
    ++m_state.printed;
  }
  m_state.waiting = m_sheets.size();
  if (!done) m_next_try = std::chrono::steady_clock::now() + m_retry;
}

void CounterWorker::showFigure(std::unique_lock<std::mutex>& lock) {
  const auto display = m_display;
  const auto figure = std::exchange(m_figure, std::nullopt);
  m_clear = false;
  lock.unlock();
  const base::Status shown = figure ? display->show(figure->what, figure->amount) : display->clear();
  lock.lock();
  m_state.display_failed = !shown && shown.error().code != base::ErrorCode::OutOfRange;
}

void CounterWorker::loop() {
  std::unique_lock lock(m_mutex);
  while (!m_stopping) {
    tell(lock);
    if (m_kicks > 0 && m_drawer) {  // first: the cashier's hand is at it
      --m_kicks;
      const auto drawer = m_drawer;
      lock.unlock();
      static_cast<void>(drawer->openDrawer());  // it has a key of its own
      lock.lock();
      continue;
    }
    if (m_display && (m_figure || m_clear)) {
      showFigure(lock);
      continue;
    }
    const bool due = m_printer && !m_sheets.empty();
    if (due && std::chrono::steady_clock::now() >= m_next_try) {
      printHead(lock);
      continue;
    }
    if (m_state != m_told) continue;
    if (due)
      m_wake.wait_until(lock, m_next_try);
    else
      m_wake.wait(lock);
  }
}

}  // namespace kahui::printer
