// A till's clock that moved although no time passed: noted once, shown until it is right again (protocol.md, S22).
#include <cstdlib>

#include "core/till/engine.hpp"

namespace kahui::till {

// Before each command: what passed by the wall clock against what passed by the one that nobody sets.
void Till::Engine::watchClock() {
  const std::int64_t wall_ms = m_ports.clock->now().utc_ms;
  const auto steady = m_ports.clock->steadyNow();
  const auto before = std::exchange(m_clock_seen, ClockSeen{wall_ms, steady});
  if (!before) return;
  const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(steady - before->steady).count();
  const std::int64_t jump_ms = wall_ms - before->wall_ms - passed;
  if (std::abs(jump_ms) <= journal::kClockJump_ms) return;
  m_clock_ahead_ms += jump_ms;
  m_desk.clockAhead(m_clock_ahead_ms);
  [[maybe_unused]] const auto noted =  // what cannot be put down now is said at the next start or session again
      m_desk.note(journal::ClockJumped{"MONOTONIC", jump_ms, {}});
}

// Headquarters' word replaces what was reckoned since; the store has noted it (SqliteStore::setContact).
void Till::Engine::clockBy(const HqNews& news) {
  constexpr std::int64_t kJustNow_ms = 2 * 60'000;  // what an earlier run heard was said of the clock of then
  if (news.contact_ms == 0 || news.contact_ms == m_clock_contact_ms) return;
  m_clock_contact_ms = news.contact_ms;
  if (std::abs(m_ports.clock->now().utc_ms - news.contact_ms) > kJustNow_ms) return;
  m_clock_ahead_ms = -news.offset_ms;
  m_desk.clockAhead(m_clock_ahead_ms);
}

std::optional<ClockView> Till::Engine::clockView() const {
  constexpr std::int64_t kMinute_ms = 60'000;
  if (!m_desk.clockIsWrong(journal::kClockJump_ms)) return std::nullopt;
  return ClockView{m_clock_ahead_ms / kMinute_ms};
}

}  // namespace kahui::till
