#include "core/member/lunar.hpp"
#include "core/member/birthday.hpp"
#include "core/programme/json_object.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/examples.hpp"

using namespace kahui::member;
using kahui::base::BusinessDate;

TEST_CASE("the lunar table agrees with the rulebook's (C7)") {
  const auto table = kahui::test::examples()["lunar_table"];
  REQUIRE(table.size() >= 17);
  for (const auto& [text, row] : table.items()) {
    const int year = std::stoi(text);
    INFO(year);
    CHECK(lunarNewYear(year)->iso() == row[0].get<std::string>());
    CHECK(lunarLeapMonth(year) == row[1].get<unsigned>());
    std::string lengths;
    for (unsigned month = 1; month <= 12; ++month) {
      lengths += *lunarMonthDays(year, month, false) == 30 ? '1' : '0';
      if (lunarLeapMonth(year) == month) lengths += *lunarMonthDays(year, month, true) == 30 ? '1' : '0';
    }
    CHECK(lengths == row[2].get<std::string>());
  }
}

TEST_CASE("published new years, and the two that ICU gets wrong") {
  const std::pair<int, const char*> published[] = {{1900, "1900-01-31"}, {1949, "1949-01-29"}, {1985, "1985-02-20"},
                                                   {2000, "2000-02-05"}, {2027, "2027-02-06"}, {2030, "2030-02-03"},
                                                   {2033, "2033-01-31"}, {2057, "2057-02-04"}, {2100, "2100-02-09"}};
  for (const auto& [year, day] : published) CHECK(lunarNewYear(year)->iso() == day);
  CHECK(lunarLeapMonth(2033) == 11U);
  CHECK_FALSE(lunarNewYear(1899));
  CHECK_FALSE(lunarNewYear(2101));
}

TEST_CASE("every year of the table ends where the next begins, and every day is found again") {
  for (int year = kFirstLunarYear; year < kLastLunarYear; ++year) {
    INFO(year);
    int days = 0;
    for (unsigned month = 1; month <= 12; ++month)
      days += static_cast<int>(*lunarMonthDays(year, month, false) + lunarMonthDays(year, month, true).value_or(0));
    CHECK(lunarNewYear(year)->plusDays(days) == *lunarNewYear(year + 1));
  }
  for (auto day = BusinessDate::of(1900, 1, 31); day < BusinessDate::of(2101, 1, 1); day = day.plusDays(13)) {
    const auto lunar = toLunar(day);
    REQUIRE(lunar);
    CHECK(toSolar(*lunar) == day);
  }
  CHECK(toLunar(BusinessDate::of(2025, 10, 6)) == LunarDate{2025, 8, false, 15});
  CHECK(toLunar(BusinessDate::of(2025, 7, 25)) == LunarDate{2025, 6, true, 1});
  CHECK_FALSE(toLunar(BusinessDate::of(1900, 1, 30)));
}

TEST_CASE("the month of a birthday is the one that it is kept in, by both calendars (S003-73)") {
  const auto in = [](const Birthday& birthday, int year, unsigned month, unsigned day, LeapDay leap = LeapDay::Feb28) {
    return isBirthdayMonth(BusinessDate::of(year, month, day), birthday, leap);
  };
  const Birthday march{BirthdayCalendar::Solar, 3, 12};
  CHECK(in(march, 2025, 3, 1));
  CHECK(in(march, 2025, 3, 31));
  CHECK_FALSE(in(march, 2025, 2, 28));
  CHECK_FALSE(in(march, 2025, 4, 1));

  const Birthday leap{BirthdayCalendar::Solar, 2, 29};
  CHECK(in(leap, 2025, 2, 1));
  CHECK_FALSE(in(leap, 2025, 3, 1));
  CHECK(in(leap, 2025, 3, 31, LeapDay::Mar1));
  CHECK_FALSE(in(leap, 2025, 2, 28, LeapDay::Mar1));
  CHECK_FALSE(in(leap, 2025, 2, 28, LeapDay::LeapYearsOnly));
  CHECK(in(leap, 2028, 2, 2, LeapDay::LeapYearsOnly));

  const Birthday autumn{BirthdayCalendar::Lunar, 8, 15};  // 6 October 2025, 25 September 2026
  CHECK(in(autumn, 2025, 10, 31));
  CHECK_FALSE(in(autumn, 2025, 9, 30));
  CHECK(in(autumn, 2026, 9, 1));
  CHECK_FALSE(in(autumn, 2026, 10, 1));
}

TEST_CASE("birthdays of a solar year: none, one or two of them lunar (E155)") {
  const auto dates = [](int year, const Birthday& birthday) {
    std::string text;
    for (const auto& day : birthdaysIn(year, birthday, LeapDay::Feb28)) text += day.date.iso() + " " + day.key + " ";
    return text;
  };
  const Birthday last{BirthdayCalendar::Lunar, 12, 1, false};
  CHECK(dates(2027, last) == "2027-01-08 L2026 2027-12-28 L2027 ");
  CHECK(dates(2028, last).empty());
  const Birthday thirtieth{BirthdayCalendar::Lunar, 1, 30, false};  // the first month of 2024 has 29 days
  CHECK(dates(2024, thirtieth) == "2024-03-09 L2024 ");
  const Birthday leap{BirthdayCalendar::Lunar, 6, 1, true};
  CHECK(dates(2025, leap) == "2025-07-25 L2025 ");  // has the leap month
  CHECK(dates(2026, leap) == "2026-07-14 L2026 ");  // has not
  const Birthday ordinary{BirthdayCalendar::Lunar, 6, 1, false};
  CHECK(dates(2025, ordinary) == "2025-06-25 L2025 ");
  const Birthday leap_day{BirthdayCalendar::Solar, 2, 29, false};
  CHECK(birthdaysIn(2025, leap_day, LeapDay::Mar1)[0].date.iso() == "2025-03-01");
  CHECK(birthdaysIn(2025, leap_day, LeapDay::LeapYearsOnly).empty());
  CHECK(isBirthday(BusinessDate::of(2027, 12, 28), last, LeapDay::Feb28));
  CHECK_FALSE(plausible({BirthdayCalendar::Solar, 2, 30, false}));
  CHECK_FALSE(plausible({BirthdayCalendar::Lunar, 2, 31, false}));
}
