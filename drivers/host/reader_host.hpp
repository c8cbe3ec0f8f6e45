// All readers of this machine behind one ports::CardReaderService.
#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "core/ports/card_reader.hpp"
#include "drivers/host/event_queue.hpp"

namespace kahui::host {

// Shared, because a demo panel keeps its hand on the reader that the host runs.
using ReaderSource = std::shared_ptr<ports::CardReaderService>;

// Merges sources into one stream. The sink is called from the host's one dispatcher thread; a sink that is slow only
// delays the events. start(), stop() and the destructor belong to one thread, which is not the dispatcher.
class ReaderHost final : public ports::CardReaderService {
 public:
  explicit ReaderHost(std::vector<ReaderSource> sources);
  ~ReaderHost() override;
  ReaderHost(const ReaderHost&) = delete;
  ReaderHost& operator=(const ReaderHost&) = delete;

  void start(ports::ReaderEventSink sink) override;
  void stop() override;
  // Done by a thread of the host's own: whoever asks may be whom the sink waits for.
  void lookAgain() override;

 private:
  void lookOut();

  const std::vector<ReaderSource> m_sources;
  EventQueue m_queue;
  std::thread m_dispatcher;
  std::thread m_looker;
  std::mutex m_mutex;  // guards what follows
  std::condition_variable m_asked;
  bool m_look = false;
  bool m_stopping = false;
};

// Marks a card that comes back to the same reader within kRepeat of its removal (cards.md section 6, debounce). One
// thread.
class RepeatMark {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;
  static constexpr std::chrono::milliseconds kRepeat{1000};

  void apply(ports::ReaderEvent& event, TimePoint now);

 private:
  struct Last {
    std::string credential;
    TimePoint removed_at = TimePoint::max();  // max: still there
  };
  std::map<std::string, Last> m_last;  // by reader
};

}  // namespace kahui::host
