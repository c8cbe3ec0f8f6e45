// The bounded queue between the readers' threads and the one dispatcher.
//
// A card event is never dropped: while kMaxCards of them wait, the thread that brings the next one waits too. A
// reader's health is only worth knowing as it is now: of several changes in a row the newest stays, so there are never
// more of them than card events plus readers and they never wait. The order of one reader's events is kept.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>

#include "core/ports/card_reader.hpp"

namespace kahui::host {

class EventQueue {
 public:
  static constexpr std::size_t kMaxCards = 256;

  // Any thread. Answers false, and the event is gone, only after close().
  bool push(ports::ReaderEvent event);
  // The next event; waits for it. nullopt after close(), also when events are left.
  std::optional<ports::ReaderEvent> pop();
  void close();

 private:
  std::mutex m_mutex;
  std::condition_variable m_filled;
  std::condition_variable m_drained;
  std::deque<ports::ReaderEvent> m_events;
  std::size_t m_cards = 0;
  bool m_closed = false;
};

// The reader that an event is about.
const std::string& readerOf(const ports::ReaderEvent& event);

}  // namespace kahui::host
