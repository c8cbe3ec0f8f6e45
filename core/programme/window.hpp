// When a rule holds: a period [from,to), days of the week, a day of the lunar year, hours of the day [from,to). Judged
// by the bill's settlement time.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "core/base/date.hpp"

namespace kahui::programme {

class JsonObject;

// A time taken apart once, because a bill asks every promotion about it.
struct Moment {
  base::LocalTime at;
  unsigned weekday = 1;  // 1 = Monday
  int second = 0;        // of the day
  // S001-26: lunar month × 100 + day, as pricing::momentOf() fills it in (this room knows no calendar); 0 in a leap
  // month, which has no feasts. `lunar_last`: the month's last day.
  int lunar = 0;
  bool lunar_last = false;

  Moment() = default;
  explicit Moment(base::LocalTime time) : at(time), weekday(time.date().isoWeekday()), second(time.secondOfDay()) {}
};

struct Window {
  std::optional<base::LocalTime> from;
  std::optional<base::LocalTime> to;
  unsigned weekdays = 0x7f;  // bit 0 = Monday
  int from_s = 0;            // seconds of the day; from_s > to_s runs over midnight
  int to_s = 86400;
  int lunar = 0;  // month × 100 + day, 101 .. 1230; 0: any day. A 30th is the 29th where the month is short

  bool operator==(const Window&) const = default;

  [[nodiscard]] bool holds(const Moment& moment) const {
    if ((from && moment.at < *from) || (to && moment.at >= *to)) return false;
    if ((weekdays >> (moment.weekday - 1) & 1U) == 0) return false;
    if (lunar != 0 && lunar != moment.lunar && !(moment.lunar_last && lunar == moment.lunar + 1)) return false;
    return from_s <= to_s ? moment.second >= from_s && moment.second < to_s
                          : moment.second >= from_s || moment.second < to_s;
  }
  // Until this time, which is later than `at` and not later than the next midnight, holds() answers as it does at `at`.
  [[nodiscard]] base::LocalTime nextChange(base::LocalTime at) const;
};

// Reads from, to, weekdays, hours, lunar ("08-15").
Window readWindow(JsonObject& object);

// Adds weekdays, and from, to, hours and lunar where they are limited.
void putWindow(nlohmann::json& out, const Window& window);

std::string lunarDayText(int lunar);  // 08-15

}  // namespace kahui::programme
