// Calendar values without a clock: a business date and a local time of the store's zone, both ISO 8601 in text.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kahui::base {

// A calendar day of the store (ARTS BusinessDayDate). Stored as days since 1970-01-01. Range 1900-01-01 to 9999-12-31.
class BusinessDate {
 public:
  constexpr BusinessDate() = default;
  constexpr explicit BusinessDate(std::chrono::sys_days day) : m_day(day) {}
  static constexpr BusinessDate fromDays(std::int32_t days) {
    return BusinessDate(std::chrono::sys_days(std::chrono::days(days)));
  }
  static constexpr BusinessDate of(int year, unsigned month, unsigned day) {
    return BusinessDate(
        std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)));
  }
  static std::optional<BusinessDate> parse(std::string_view iso);  // "2025-03-12", real dates only

  [[nodiscard]] constexpr std::int32_t days() const {
    return static_cast<std::int32_t>(m_day.time_since_epoch().count());
  }
  [[nodiscard]] constexpr std::chrono::sys_days sysDays() const { return m_day; }
  [[nodiscard]] constexpr std::chrono::year_month_day ymd() const { return std::chrono::year_month_day(m_day); }
  [[nodiscard]] constexpr int year() const { return static_cast<int>(ymd().year()); }
  [[nodiscard]] constexpr unsigned month() const { return static_cast<unsigned>(ymd().month()); }
  [[nodiscard]] constexpr unsigned day() const { return static_cast<unsigned>(ymd().day()); }
  [[nodiscard]] constexpr unsigned isoWeekday() const {
    return std::chrono::weekday(m_day).iso_encoding();
  }  // 1 = Monday
  [[nodiscard]] constexpr BusinessDate plusDays(int count) const {
    return BusinessDate(m_day + std::chrono::days(count));
  }
  [[nodiscard]] std::string iso() const;

  constexpr auto operator<=>(const BusinessDate&) const = default;

 private:
  std::chrono::sys_days m_day{};
};

// Wall time of the store without an offset, to the second: what the rules are judged by (rulebook section 0).
class LocalTime {
 public:
  constexpr LocalTime() = default;
  constexpr explicit LocalTime(std::chrono::local_seconds time) : m_time(time) {}
  static std::optional<LocalTime> parse(std::string_view iso);  // "2025-03-12T10:15:00" or "2025-03-12"

  [[nodiscard]] constexpr BusinessDate date() const {
    return BusinessDate(std::chrono::sys_days(std::chrono::floor<std::chrono::days>(m_time).time_since_epoch()));
  }
  [[nodiscard]] constexpr int secondOfDay() const {
    return static_cast<int>((m_time - std::chrono::floor<std::chrono::days>(m_time)).count());
  }
  [[nodiscard]] constexpr std::int64_t seconds() const { return m_time.time_since_epoch().count(); }
  [[nodiscard]] constexpr LocalTime plusSeconds(std::int64_t count) const {
    return LocalTime(m_time + std::chrono::seconds(count));
  }
  static constexpr LocalTime latest() { return LocalTime(std::chrono::local_seconds::max()); }
  [[nodiscard]] std::string iso() const;         // 2025-03-12T10:15:00
  [[nodiscard]] std::string minuteText() const;  // 2025-03-12 10:15, as receipts show it (M7)

  constexpr auto operator<=>(const LocalTime&) const = default;

 private:
  std::chrono::local_seconds m_time{};
};

}  // namespace kahui::base
