#include "core/member/birthday.hpp"

#include <algorithm>

#include "core/member/lunar.hpp"

namespace kahui::member {

using base::BusinessDate;

namespace {

std::optional<BusinessDate> solarBirthday(int year, const Birthday& birthday, LeapDay leap_day) {
  const bool leap_year = std::chrono::year(year).is_leap();
  if (birthday.month == 2 && birthday.day == 29 && !leap_year) {
    switch (leap_day) {
      case LeapDay::Feb28: return BusinessDate::of(year, 2, 28);
      case LeapDay::Mar1: return BusinessDate::of(year, 3, 1);
      case LeapDay::LeapYearsOnly: return std::nullopt;
    }
  }
  return BusinessDate::of(year, birthday.month, birthday.day);
}

std::optional<BusinessDate> lunarBirthday(int lunar_year, const Birthday& birthday) {
  const bool leap = birthday.leap_month && lunarMonthDays(lunar_year, birthday.month, true).has_value();
  const auto days = lunarMonthDays(lunar_year, birthday.month, leap);
  if (!days) return std::nullopt;
  return toSolar({lunar_year, birthday.month, leap, std::min(birthday.day, *days)});
}

}  // namespace

bool plausible(const Birthday& birthday) {
  if (birthday.month < 1 || birthday.month > 12 || birthday.day < 1) return false;
  if (birthday.calendar == BirthdayCalendar::Lunar) return birthday.day <= 30;
  constexpr std::chrono::year kLeapYear{2000};
  return !birthday.leap_month && (kLeapYear / std::chrono::month(birthday.month) / std::chrono::day(birthday.day)).ok();
}

std::vector<BirthdayDate> birthdaysIn(int year, const Birthday& birthday, LeapDay leap_day) {
  std::vector<BirthdayDate> dates;
  if (birthday.calendar == BirthdayCalendar::Solar) {
    if (const auto date = solarBirthday(year, birthday, leap_day)) dates.push_back({*date, "S" + std::to_string(year)});
    return dates;
  }
  for (const int lunar_year : {year - 1, year}) {
    const auto date = lunarBirthday(lunar_year, birthday);
    if (date && date->year() == year) dates.push_back({*date, "L" + std::to_string(lunar_year)});
  }
  return dates;
}

bool isBirthday(BusinessDate date, const Birthday& birthday, LeapDay leap_day) {
  if (birthday.calendar == BirthdayCalendar::Solar) return solarBirthday(date.year(), birthday, leap_day) == date;
  return lunarBirthday(date.year(), birthday) == date || lunarBirthday(date.year() - 1, birthday) == date;
}

bool isBirthdayMonth(BusinessDate date, const Birthday& birthday, LeapDay leap_day) {
  const auto days = birthdaysIn(date.year(), birthday, leap_day);
  return std::any_of(days.begin(), days.end(),
                     [&](const BirthdayDate& one) { return one.date.month() == date.month(); });
}

}  // namespace kahui::member
