// What the till makes of its clock (protocol.md, "Clock skew"; reliability.md, T7, I19). A day is not begun by a clock
// that cannot be right: a manager who signs in after the till has said so confirms it.
#include <cstdlib>

#include "core/till/rights.hpp"
#include "core/till/sale_desk.hpp"

namespace kahui::till {

using base::ErrorCode;

namespace {

constexpr std::int64_t kMinute_ms = 60'000;
constexpr std::int64_t kBehind_ms = 10 * kMinute_ms;
constexpr std::int64_t kDay_ms = 24 * 60 * kMinute_ms;
constexpr std::int64_t kWrongDay_ms = kDay_ms / 2;        // from here on it is corrected
constexpr std::int64_t kLongestPause_ms = 400 * kDay_ms;  // as headquarters looks back

}  // namespace

bool SaleDesk::clockIsWrong(std::int64_t by_ms) const { return std::abs(m_clock_ahead_ms) > by_ms; }

base::WallTime SaleDesk::timeNow() const {
  base::WallTime now = m_clock->now();
  if (clockIsWrong(kWrongDay_ms)) now.utc_ms -= m_clock_ahead_ms;
  return now;
}

base::Result<bool> SaleDesk::clockConfirmed(const ports::Staff& staff) {
  if (m_store->info().demo) return false;  // its days are made up
  const auto last_ms = m_store->lastEventMs();
  if (!last_ms) return tl::unexpected(last_ms.error());
  const std::int64_t now_ms = timeNow().utc_ms;
  const bool behind = *last_ms > 0 && now_ms < *last_ms - kBehind_ms;
  const bool ahead = *last_ms > 0 && now_ms > *last_ms + kLongestPause_ms;
  if (!behind && !ahead) {
    m_clock_told = false;
    return false;
  }
  if (!m_clock_told || !mayDo(staff, Right::ManageSettings)) {
    m_clock_told = true;
    return base::fail(ErrorCode::RuleRejected, behind ? "CLOCK_BEHIND" : "CLOCK_AHEAD");
  }
  KAHUI_TRY(note(journal::ClockJumped{"CONFIRMED", now_ms - *last_ms, staff.code}));
  m_clock_told = false;
  return true;
}

}  // namespace kahui::till
