#include "drivers/host/reader_host.hpp"

#include "core/base/result.hpp"

namespace kahui::host {

ReaderHost::ReaderHost(std::vector<ReaderSource> sources) : m_sources(std::move(sources)) {}

ReaderHost::~ReaderHost() { stop(); }

void ReaderHost::start(ports::ReaderEventSink sink) {
  KAHUI_ASSERT(!m_dispatcher.joinable());
  m_dispatcher = std::thread([this, sink = std::move(sink)] {
    RepeatMark repeats;
    while (auto event = m_queue.pop()) {
      repeats.apply(*event, std::chrono::steady_clock::now());
      sink(*std::move(event));
    }
  });
  for (const ReaderSource& source : m_sources)
    source->start([this](ports::ReaderEvent event) { m_queue.push(std::move(event)); });
  m_looker = std::thread([this] { lookOut(); });
}

void ReaderHost::lookAgain() {
  {
    const std::lock_guard lock(m_mutex);
    m_look = true;
  }
  m_asked.notify_one();
}

void ReaderHost::lookOut() {
  std::unique_lock lock(m_mutex);
  for (;;) {
    m_asked.wait(lock, [this] { return m_look || m_stopping; });
    if (m_stopping) return;
    m_look = false;
    lock.unlock();
    for (const ReaderSource& source : m_sources) source->lookAgain();
    lock.lock();
  }
}

void ReaderHost::stop() {
  m_queue.close();  // first, so that no source waits for room
  {
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
  }
  m_asked.notify_one();
  if (m_looker.joinable()) m_looker.join();
  for (const ReaderSource& source : m_sources) source->stop();
  if (m_dispatcher.joinable()) m_dispatcher.join();
}

void RepeatMark::apply(ports::ReaderEvent& event, TimePoint now) {
  if (auto* read = std::get_if<ports::CardRead>(&event)) {
    Last& last = m_last[read->at.reader];
    read->repeated =
        last.credential == read->credential && last.removed_at != TimePoint::max() && now - last.removed_at < kRepeat;
    last = {.credential = read->credential};
  } else if (const auto* removed = std::get_if<ports::CardRemoved>(&event)) {
    m_last[removed->at.reader].removed_at = now;
  }
}

}  // namespace kahui::host
