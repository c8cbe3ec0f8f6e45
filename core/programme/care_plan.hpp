// The care plan as data: templates of dated tasks for a member (seed 003's onboarding, requirements S003-108 to 122)
// and benefits with their limits (S001-54, S002-30). A store's own; a preset lies under resources/care. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/result.hpp"

namespace kahui::programme {

struct CareText {
  std::string zh, en;
};

struct CareStep {
  enum class From { Signed, FirstUse };
  std::string key;      // within its template
  CareText title, how;  // how: what to say and to bring; may be empty
  From from = From::Signed;
  int months = 0, days = 0;    // after (before, if below 0) the day it is dated from
  std::optional<int> hours{};  // after the first use's end, to the minute; else the day's end
  bool weekly = false;         // again every seven days until `until`
  From until = From::Signed;   // weekly: FirstUse: the day of the first use; Signed: the template's end
  bool confirm = false;        // closing asks whether all of `how` was done (S003-111)
};

struct CareTemplate {
  std::string id;
  CareText title;
  std::string kind;           // journal::TasksOpened
  int months = 3;             // from the first use on
  bool whole_months = false;  // to the end of the last calendar month (S003-108)
  std::vector<CareStep> steps;

  [[nodiscard]] const CareStep* step(std::string_view key) const;
  // The last day: three months from 14 July are over on 13 October, in whole months on 31 October.
  [[nodiscard]] base::BusinessDate end(base::BusinessDate first_use) const;
};

struct CareBenefit {
  enum class Per { Month, Year, Ever };
  std::string code;
  CareText name, unit;
  int limit = 0;  // in the unit
  Per per = Per::Year;
  std::vector<std::string> tiers;  // empty: all
  bool not_on_holidays = false;

  // That a use on the day counts to: 2026-03, 2026 or ever.
  [[nodiscard]] std::string period(base::BusinessDate day) const;
};

struct CarePlan {
  std::vector<CareTemplate> templates;
  std::vector<CareBenefit> benefits;
  std::vector<base::BusinessDate> holidays;

  [[nodiscard]] const CareTemplate* find(std::string_view id) const;
  [[nodiscard]] const CareBenefit* benefit(std::string_view code) const;
  [[nodiscard]] bool isHoliday(base::BusinessDate day) const;
};

// Empty text: a plan with nothing in it. BadInput, OutOfRange, UnknownKey; detail names the place.
base::Result<CarePlan> parseCarePlan(std::string_view json);

struct CareDate {
  std::string step;
  base::LocalTime due;
  bool operator==(const CareDate&) const = default;
};
// All tasks of a template, by due. `first_use`: the end of the first lesson or visit.
std::vector<CareDate> careDates(const CareTemplate& plan, base::BusinessDate signed_on, base::LocalTime first_use);

// The same day so many months later, the month's last where it is shorter.
base::BusinessDate plusMonths(base::BusinessDate day, int months);
base::LocalTime endOfDay(base::BusinessDate day);  // 23:59:59

}  // namespace kahui::programme
