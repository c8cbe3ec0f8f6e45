// Announcements of headquarters: read from the store when somebody signs in and after each session.
#include "core/till/engine.hpp"

namespace kahui::till {

using base::ErrorCode;

void Till::Engine::lookForAnnouncements() {
  m_news.reset();
  m_for_members.clear();
  lookForEvents();
  if (!m_ports.store->info().enrolled) return;
  const auto list = m_ports.store->announcements(m_desk.businessDate(), m_staff ? m_staff->code : std::string());
  if (!list) return failed(list.error());
  NewsView view;
  const int offset_min = m_ports.clock->now().offset_min;
  for (const auto& one : *list) {
    view.list.push_back({one.key, one.title, one.text, one.from, one.until,
                         base::WallTime{one.at_ms, offset_min}.local(), one.read, one.members});
    if (one.members) m_for_members.push_back({one.title, one.text});
    if (!one.read) ++view.unread;
  }
  m_news = std::move(view);
}

// Those of the store that are still to come, the next first.
void Till::Engine::lookForEvents() {
  const auto events = m_ports.store->clubEvents();
  if (!events) return failed(events.error());
  for (auto one = events->rbegin(); one != events->rend(); ++one)
    if (one->members && !one->cancelled && one->at.date() >= m_desk.businessDate())
      m_for_members.push_back({one->name, one->place, one->at});
}

void Till::Engine::handle(const ReadAnnouncement& command) {
  if (!m_staff) return failed({ErrorCode::NotSignedIn, {}});
  if (!m_news) return;
  for (const AnnouncementView& one : m_news->list) {
    if (one.key != command.key || one.read) continue;
    if (const auto noted = m_desk.note(journal::AnnouncementRead{one.key, m_staff->code}); !noted)
      return failed(noted.error());
    return lookForAnnouncements();
  }
}

}  // namespace kahui::till
