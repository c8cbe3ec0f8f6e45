#include "drivers/pcsc/core.hpp"

#include <algorithm>
#include <thread>

namespace kahui::pcsc {

using std::chrono::steady_clock;
using namespace std::chrono_literals;

namespace {

// How long stop() waits for threads that are in a call. What is not back by then is left behind.
constexpr auto kStopPatience = 500ms;
constexpr auto kTroubledWait = 250ms;

}  // namespace

void PcscReaders::Core::launch(void (Core::*body)()) {
  ++m_live;
  std::thread([self = shared_from_this(), body] {
    ((*self).*body)();
    const std::lock_guard lock(self->m_mutex);
    --self->m_live;
    self->m_changed.notify_all();
  }).detach();
}

void PcscReaders::Core::start(ports::ReaderEventSink sink) {
  const Lock lock(m_mutex);
  KAHUI_ASSERT(!m_board && !m_stopping);
  m_board.emplace(m_options.names, m_options.retry, std::move(sink));
  m_back_off = m_options.back_off_first;
  m_watching = true;
  launch(&Core::watch);
  launch(&Core::guard);
}

void PcscReaders::Core::stop() {
  Lock lock(m_mutex);
  m_stopping = true;
  m_changed.notify_all();
  m_changed.wait_for(lock, kStopPatience, [this] { return m_live == 0; });
}

void PcscReaders::Core::lookAgain() {
  const Lock lock(m_mutex);
  if (!m_board || m_stopping) return;
  m_board->lookAgain(steady_clock::now());
  m_changed.notify_all();
}

int PcscReaders::Core::abandoned() {
  const Lock lock(m_mutex);
  return m_abandoned;
}

void PcscReaders::Core::watch() {
  Context context(m_functions);
  Lock lock(m_mutex);
  while (!m_stopping) {
    if (!wantService(lock, context)) continue;
    if (watchOnce(lock, context)) continue;
    if (m_stopping) break;
    m_board->serviceLost(ports::ReaderAdvice::StartService);
    tendWorkers();
    callWatching(lock, 0ms, [&] {
      context.drop();
      return SCARD_S_SUCCESS;
    });
    backOff(lock);
  }
  lock.unlock();
  context.drop();
  lock.lock();
  m_watching = false;
  m_changed.notify_all();
}

// Makes a call without the lock and lets the watchdog know when it should be over.
LONG PcscReaders::Core::callWatching(Lock& lock, std::chrono::milliseconds takes, const std::function<LONG()>& call) {
  m_watch_deadline = steady_clock::now() + takes + m_options.deadline;
  alertGuard(*m_watch_deadline);
  lock.unlock();
  const LONG code = call();
  lock.lock();
  m_watch_deadline.reset();
  return code;
}

// True with a context; otherwise waits for the next try.
bool PcscReaders::Core::wantService(Lock& lock, Context& context) {
  if (context.isThere()) return true;
  const LONG code = callWatching(lock, 0ms, [&] { return context.establish(); });
  if (m_stopping) return false;
  if (code == SCARD_S_SUCCESS) return true;
  m_board->serviceLost(serviceAdvice(code));
  backOff(lock);
  return false;
}

// Ever longer, until a wait has succeeded again: a service that lets itself be established and then fails must not be
// hammered.
void PcscReaders::Core::backOff(Lock& lock) {
  m_changed.wait_for(lock, m_back_off, [this] { return m_stopping; });
  m_back_off = std::min(2 * m_back_off, m_options.back_off_longest);
}

// One listing and one wait. False when the context is worthless.
bool PcscReaders::Core::watchOnce(Lock& lock, Context& context) {
  std::vector<std::string> names;
  LONG code = callWatching(lock, 0ms, [&] { return context.listReaders(names); });
  if (m_stopping) return true;
  if (code != SCARD_S_SUCCESS) return false;
  m_board->listed(names);
  tendWorkers();
  std::vector<WatchedReader> readers = m_board->watched();
  const auto wait =
      m_board->isTroubled() ? std::min<std::chrono::milliseconds>(kTroubledWait, m_options.wait) : m_options.wait;
  m_waiting_in = context.handle();
  const auto before = steady_clock::now();
  code = callWatching(lock, wait, [&] {
    return waitForChange(*m_functions, context.handle(), static_cast<DWORD>(wait.count()), readers, true);
  });
  m_waiting_in.reset();
  if (m_stopping) return true;
  const Verdict verdict = verdictOf(code);
  if (verdict == Verdict::ServiceLost) return false;
  const auto now = steady_clock::now();
  if (verdict == Verdict::Done || verdict == Verdict::TimedOut) {
    m_back_off = m_options.back_off_first;
    m_board->observed(readers, now);
    tendWorkers();
    m_changed.notify_all();
  } else if (now - before <
             10ms) {  // a reader vanished from under the call, or an unknown fault: list again, but do not spin
    m_changed.wait_for(lock, 20ms, [this] { return m_stopping; });
  }
  return true;
}

// Gives each reader a worker, takes leave of those whose reader is gone, and replaces a hung one when its reader shows
// life.
void PcscReaders::Core::tendWorkers() {
  const auto readers = m_board->watched();
  for (auto at = m_workers.begin(); at != m_workers.end();) {
    const bool listed =
        std::any_of(readers.begin(), readers.end(), [&](const WatchedReader& r) { return r.name == at->first; });
    const bool revived = at->second->overdue && !m_board->hangs(at->first);
    const bool too_many = m_abandoned >= kMaxAbandoned;
    if (revived && too_many) m_board->readerHangs(at->first, true);
    if (listed && (!revived || too_many)) {
      ++at;
      continue;
    }
    retire(at->second);
    at = m_workers.erase(at);
  }
  for (const WatchedReader& reader : readers) {
    WorkerPtr& worker = m_workers[reader.name];
    if (worker) continue;
    worker = std::make_shared<Worker>(Worker{.reader = reader.name});
    ++m_live;
    std::thread([self = shared_from_this(), mine = worker] { self->work(mine); }).detach();
  }
}

// A worker in a call is not waited for any more, at once: its answer would belong to a reader that is no longer there.
void PcscReaders::Core::retire(const WorkerPtr& worker) {
  worker->retired = true;
  if (worker->busy_since) {
    --m_live;
    ++m_abandoned;
  }
  m_changed.notify_all();
}

void PcscReaders::Core::work(const WorkerPtr& worker) {
  Context context(m_functions);
  Lock lock(m_mutex);
  while (!m_stopping && !worker->retired) {
    const auto job = m_board->job(worker->reader);
    if (!job) {
      m_changed.wait(lock);
    } else if (job->not_before > steady_clock::now()) {
      m_changed.wait_until(lock, job->not_before);
    } else {
      readOne(lock, *worker, context, *job);
    }
  }
  const bool left_behind = worker->retired && worker->busy_since.has_value();
  lock.unlock();
  context.drop();
  lock.lock();
  (left_behind ? m_abandoned : m_live) -= 1;
  m_changed.notify_all();
}

void PcscReaders::Core::readOne(Lock& lock, Worker& worker, Context& context, const Job& job) {
  worker.busy_since = steady_clock::now();
  alertGuard(*worker.busy_since + m_options.deadline);
  lock.unlock();
  const Reading reading = readCard(*m_functions, *m_options.identifier, context, worker.reader, job.counter);
  lock.lock();
  if (worker.retired) return;  // busy_since stays: work() counts by it
  worker.busy_since.reset();
  if (m_stopping) return;
  if (worker.overdue) m_board->readerHangs(worker.reader, false);
  worker.overdue = false;
  m_board->concluded(worker.reader, job.generation, reading, steady_clock::now());
}

void PcscReaders::Core::guard() {
  Lock lock(m_mutex);
  while (!m_stopping) {
    findOverdue(steady_clock::now());
    m_guard_sleeps_until = nextDeadline();
    if (m_guard_sleeps_until == TimePoint::max()) {
      m_changed.wait(lock);
    } else {
      m_changed.wait_until(lock, m_guard_sleeps_until);
    }
  }
  cancelWatcher(lock);
}

void PcscReaders::Core::alertGuard(TimePoint deadline) {
  if (deadline < m_guard_sleeps_until) m_changed.notify_all();
}

void PcscReaders::Core::findOverdue(TimePoint now) {
  for (const auto& [reader, worker] : m_workers) {
    if (!worker->busy_since || worker->overdue || now < *worker->busy_since + m_options.deadline) continue;
    worker->overdue = true;
    m_board->readerHangs(reader, true);
  }
  if (m_watch_deadline && now >= *m_watch_deadline) {
    m_watch_deadline.reset();
    m_board->serviceHangs();
  }
}

TimePoint PcscReaders::Core::nextDeadline() const {
  TimePoint next = m_watch_deadline.value_or(TimePoint::max());
  for (const auto& [reader, worker] : m_workers)
    if (worker->busy_since && !worker->overdue) next = std::min(next, *worker->busy_since + m_options.deadline);
  return next;
}

// A cancel that comes before the wait is lost, so it is repeated until the watcher is out. Against a frozen daemon it
// hangs itself; then this thread is left behind with the watcher.
void PcscReaders::Core::cancelWatcher(Lock& lock) {
  while (m_watching) {
    if (const auto context = m_waiting_in) {
      lock.unlock();
      m_functions->cancel(*context);
      lock.lock();
    }
    m_changed.wait_for(lock, 5ms, [this] { return !m_watching; });
  }
}

PcscReaders::PcscReaders(Options options, FunctionsPtr functions)
    : m_core(std::make_shared<Core>(std::move(options), std::move(functions))) {}

PcscReaders::~PcscReaders() { stop(); }

void PcscReaders::start(ports::ReaderEventSink sink) { m_core->start(std::move(sink)); }
void PcscReaders::stop() { m_core->stop(); }
void PcscReaders::lookAgain() { m_core->lookAgain(); }
int PcscReaders::abandonedThreads() const { return m_core->abandoned(); }

}  // namespace kahui::pcsc
