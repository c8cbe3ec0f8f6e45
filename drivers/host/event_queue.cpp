#include "drivers/host/event_queue.hpp"

#include <algorithm>

namespace kahui::host {
namespace {

bool isHealth(const ports::ReaderEvent& event) { return std::holds_alternative<ports::ReaderChanged>(event); }

struct ReaderName {
  const std::string& operator()(const ports::ReaderChanged& event) const { return event.reader; }
  const std::string& operator()(const ports::CardRead& event) const { return event.at.reader; }
  const std::string& operator()(const ports::CardRemoved& event) const { return event.at.reader; }
  const std::string& operator()(const ports::CardRefused& event) const { return event.reader; }
  const std::string& operator()(const ports::CodeScanned& event) const { return event.reader; }
};

}  // namespace

const std::string& readerOf(const ports::ReaderEvent& event) { return std::visit(ReaderName{}, event); }

bool EventQueue::push(ports::ReaderEvent event) {
  std::unique_lock lock(m_mutex);
  if (isHealth(event)) {
    if (m_closed) return false;
    const auto newest = std::find_if(m_events.rbegin(), m_events.rend(), [&](const ports::ReaderEvent& queued) {
      return readerOf(queued) == readerOf(event);
    });
    if (newest != m_events.rend() && isHealth(*newest)) {
      *newest = std::move(event);
      return true;
    }
  } else {
    m_drained.wait(lock, [this] { return m_closed || m_cards < kMaxCards; });
    if (m_closed) return false;
    ++m_cards;
  }
  m_events.push_back(std::move(event));
  m_filled.notify_one();
  return true;
}

std::optional<ports::ReaderEvent> EventQueue::pop() {
  std::unique_lock lock(m_mutex);
  m_filled.wait(lock, [this] { return m_closed || !m_events.empty(); });
  if (m_closed) return std::nullopt;
  ports::ReaderEvent event = std::move(m_events.front());
  m_events.pop_front();
  if (!isHealth(event)) {
    --m_cards;
    m_drained.notify_one();
  }
  return event;
}

void EventQueue::close() {
  {
    const std::lock_guard lock(m_mutex);
    m_closed = true;
  }
  m_filled.notify_all();
  m_drained.notify_all();
}

}  // namespace kahui::host
