#include "core/base/date.hpp"

#include <fmt/format.h>

#include "core/base/check_digit.hpp"

namespace kahui::base {

namespace {

std::optional<int> number(std::string_view text) {
  if (!allDigits(text)) return std::nullopt;
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

std::optional<BusinessDate> BusinessDate::parse(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = number(iso.substr(0, 4));
  const auto month = number(iso.substr(5, 2));
  const auto day = number(iso.substr(8, 2));
  if (!year || !month || !day || *year < 1900) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                        std::chrono::day(static_cast<unsigned>(*day))};
  if (!ymd.ok()) return std::nullopt;
  return BusinessDate(std::chrono::sys_days(ymd));
}

std::string BusinessDate::iso() const { return fmt::format("{:04}-{:02}-{:02}", year(), month(), day()); }

std::optional<LocalTime> LocalTime::parse(std::string_view iso) {
  const auto date = BusinessDate::parse(iso.substr(0, 10));
  if (!date) return std::nullopt;
  int seconds = 0;
  if (iso.size() > 10) {
    if (iso.size() != 19 || (iso[10] != 'T' && iso[10] != ' ') || iso[13] != ':' || iso[16] != ':') return std::nullopt;
    const auto hour = number(iso.substr(11, 2));
    const auto minute = number(iso.substr(14, 2));
    const auto second = number(iso.substr(17, 2));
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    seconds = *hour * 3600 + *minute * 60 + *second;
  }
  return LocalTime(std::chrono::local_seconds(std::chrono::seconds(std::int64_t{date->days()} * 86400 + seconds)));
}

std::string LocalTime::iso() const {
  const int second = secondOfDay();
  return fmt::format("{}T{:02}:{:02}:{:02}", date().iso(), second / 3600, second / 60 % 60, second % 60);
}

std::string LocalTime::minuteText() const {
  const int second = secondOfDay();
  return fmt::format("{} {:02}:{:02}", date().iso(), second / 3600, second / 60 % 60);
}

}  // namespace kahui::base
