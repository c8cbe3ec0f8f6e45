#include "core/base/clock.hpp"

#include <date/tz.h>
#include <time.h>

#include "core/base/zone.hpp"

namespace kahui::base {

namespace {

constexpr int kChinaOffset_min = 480;

const void* findZone(const std::string& name) {
  try {
    return ::date::locate_zone(name);
  } catch (const std::exception&) {
    return nullptr;
  }
}

}  // namespace

bool zoneExists(const std::string& name) { return findZone(name) != nullptr; }

LocalTime WallTime::local() const {
  const std::int64_t local_ms = utc_ms + std::int64_t{offset_min} * 60'000;
  const std::int64_t seconds = local_ms >= 0 ? local_ms / 1000 : (local_ms - 999) / 1000;
  return LocalTime(std::chrono::local_seconds(std::chrono::seconds(seconds)));
}

SystemClock::SystemClock(const std::string& zone) : m_zone(findZone(zone)) {}

WallTime SystemClock::now() const {
  const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  int offset_min = kChinaOffset_min;
  if (m_zone != nullptr) {
    const auto info = static_cast<const ::date::time_zone*>(m_zone)->get_info(now);
    offset_min = static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(info.offset).count());
  }
  return {now.time_since_epoch().count(), offset_min};
}

// Goes on while the machine sleeps, which the steady clock of the library does not.
std::chrono::steady_clock::time_point SystemClock::steadyNow() const {
  timespec now{};
  if (clock_gettime(CLOCK_BOOTTIME, &now) != 0) return std::chrono::steady_clock::now();
  return std::chrono::steady_clock::time_point(std::chrono::seconds(now.tv_sec) +
                                               std::chrono::nanoseconds(now.tv_nsec));
}

ManualClock::ManualClock(LocalTime start, int offset_min) : m_now{0, offset_min} { set(start); }

void ManualClock::set(LocalTime time) {
  const std::int64_t before_ms = m_now.utc_ms;
  jump(time);
  m_steady += std::chrono::milliseconds(m_now.utc_ms - before_ms);
}

void ManualClock::jump(LocalTime time) { m_now.utc_ms = (time.seconds() - std::int64_t{m_now.offset_min} * 60) * 1000; }

void ManualClock::advance(std::chrono::milliseconds by) {
  m_now.utc_ms += by.count();
  m_steady += by;
}

}  // namespace kahui::base
