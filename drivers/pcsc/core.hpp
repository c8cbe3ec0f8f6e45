// The threads of PcscReaders. All of them are detached and share the Core, so that one which a driver never lets go can
// be left behind:
//
//   watcher   own context, lists readers and waits for changes; the only one that establishes the service anew
//   workers   one per reader, own context each, reads a card's UID
//   watchdog  makes no call that can hang but SCardCancel at the end; finds workers and watcher over their deadline
//
// One mutex guards everything but the calls to pcsc-lite, which are made without it. The sink is called under it.
#pragma once

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "drivers/pcsc/board.hpp"
#include "drivers/pcsc/pcsc_readers.hpp"

namespace kahui::pcsc {

class PcscReaders::Core : public std::enable_shared_from_this<Core> {
 public:
  Core(Options options, FunctionsPtr functions) : m_options(std::move(options)), m_functions(std::move(functions)) {}

  void start(ports::ReaderEventSink sink);
  void stop();
  void lookAgain();
  [[nodiscard]] int abandoned();

 private:
  struct Worker {
    std::string reader;
    std::optional<TimePoint> busy_since{};
    bool overdue = false;
    bool retired = false;
  };
  using WorkerPtr = std::shared_ptr<Worker>;
  using Lock = std::unique_lock<std::mutex>;

  // A daemon whose drivers hang again and again must not eat the process: beyond this a hung reader stays in fault.
  static constexpr int kMaxAbandoned = 8;

  void watch();
  bool wantService(Lock& lock, Context& context);
  bool watchOnce(Lock& lock, Context& context);
  void backOff(Lock& lock);
  LONG callWatching(Lock& lock, std::chrono::milliseconds takes, const std::function<LONG()>& call);
  void work(const WorkerPtr& worker);
  void readOne(Lock& lock, Worker& worker, Context& context, const Job& job);
  void guard();
  void alertGuard(TimePoint deadline);
  void findOverdue(TimePoint now);
  [[nodiscard]] TimePoint nextDeadline() const;
  void cancelWatcher(Lock& lock);
  void tendWorkers();
  void retire(const WorkerPtr& worker);
  void launch(void (Core::*body)());

  const Options m_options;
  const FunctionsPtr m_functions;

  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::optional<Board> m_board;
  std::map<std::string, WorkerPtr> m_workers;
  std::optional<SCARDCONTEXT> m_waiting_in;   // the watcher's context, while it waits in it
  std::optional<TimePoint> m_watch_deadline;  // of the watcher's present call
  TimePoint m_guard_sleeps_until{};           // max: until it is told
  std::chrono::milliseconds m_back_off{};
  bool m_stopping = false;
  bool m_watching = false;  // the watcher lives
  int m_live = 0;           // threads that stop() waits for
  int m_abandoned = 0;
};

}  // namespace kahui::pcsc
