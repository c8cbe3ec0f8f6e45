// Birthdays, solar and lunar (rulebook C6, C7).
#pragma once

#include <string>
#include <vector>

#include "core/base/date.hpp"

namespace kahui::member {

enum class BirthdayCalendar { Solar, Lunar };

// Where 29 February is kept in a common year.
enum class LeapDay { Feb28, Mar1, LeapYearsOnly };

struct Birthday {
  BirthdayCalendar calendar = BirthdayCalendar::Solar;
  unsigned month = 1;  // 1 .. 12
  unsigned day = 1;    // 1 .. 31 solar, 1 .. 30 lunar
  bool leap_month = false;
  int year = 0;  // of birth, where it was told (S001-02); 0: not known

  bool operator==(const Birthday&) const = default;
};

// True for a day that exists: 29 February and lunar day 30 do.
bool plausible(const Birthday& birthday);

struct BirthdayDate {
  base::BusinessDate date;
  std::string key;  // "S2025" or "L2026": a benefit is given once a key, because one solar year may hold two lunar
                    // birthdays or none
};

// The birthdays that fall into a solar year, in order: one if solar; none, one or two if lunar. Lunar day 30 is kept on
// day 29 of a short month; a birthday in a leap month is kept in the leap month where the year has it, else in the
// ordinary month.
std::vector<BirthdayDate> birthdaysIn(int year, const Birthday& birthday, LeapDay leap_day);

bool isBirthday(base::BusinessDate date, const Birthday& birthday, LeapDay leap_day);

// Whether a birthday falls into the date's month of the common calendar: a lunar one is in another month each year, and
// 29 February is in the month that it is kept in.
bool isBirthdayMonth(base::BusinessDate date, const Birthday& birthday, LeapDay leap_day);

}  // namespace kahui::member
