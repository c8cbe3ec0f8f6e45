// The care plan as data: templates of dated tasks for a member (seed 003's onboarding, requirements S003-108 to 122)
// and benefits with their limits (S001-54, S002-30). A store's own; a preset lies under resources/care. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/numbers.hpp"
#include "core/base/result.hpp"

namespace kahui::programme {

struct CareText {
  std::string zh, en;
};

struct CareStep {
  enum class From { Signed, FirstUse };
  enum class Channel { None, Phone, Message, Visit, Shop };  // None: whichever suits
  std::string key;                                           // within its template
  CareText title, how;                                       // how: what to say and to bring; may be empty
  From from = From::Signed;
  int months = 0, days = 0;    // after (before, if below 0) the day it is dated from
  std::optional<int> hours{};  // after the first use's end, to the minute; else the day's end
  bool weekly = false;         // again every seven days until `until`
  From until = From::Signed;   // weekly: FirstUse: the day of the first use; Signed: the template's end
  Channel channel = Channel::None;
  bool confirm = false;  // closing asks whether all of `how` was done (S003-111)
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
  enum class Per { Month, Year, Ever, Days };
  // BirthdayMonth: any day of the month that the birthday is in (S003-73). Anniversary: of joining (S001-93).
  enum class On { Any, Birthday, BirthdayMonth, Anniversary };
  std::string code;
  CareText name, unit;
  int limit = 0;  // in the unit
  Per per = Per::Year;
  int days = 1;                    // Per::Days: within so many days, the day of the use included (S000-36)
  std::vector<std::string> tiers;  // empty: all
  bool not_on_holidays = false;
  On on = On::Any;
  int stock = 0;  // for all members together, for good; 0: no end
  // A draw (S003-27): uses are entries, and one of them wins. `entries`: how many a tier has; a tier that is not named
  // has none.
  std::vector<std::pair<std::string, int>> entries;
  base::Money prize{};   // of a draw; at most 50,000.00 (L2)
  base::Points least{};  // of a draw: the points that a member must have

  [[nodiscard]] bool isDraw() const { return prize > base::Money{}; }
  [[nodiscard]] int limitOf(std::string_view tier) const;  // 0: the tier does not have it
  // That a use on the day counts to: 2026-03, 2026, ever or the day itself.
  [[nodiscard]] std::string period(base::BusinessDate day) const;
};

struct CareTag {  // S000-04
  std::string code;
  CareText name;
};

// Who buys often and little, so that pre-sales are for them (S001-84).
struct OftenAndSmall {
  int bills = 12;              // in 365 days, at least
  base::Money below{100'000};  // spent in them
};

// S001-13: who bought for so much is asked how it was, so many days later. A task a bill; its receipt stands in the
// step.
struct CareFollowUp {
  base::Money least{200'000};  // of a bill, less what came back; > 0
  int days = 7;                // 1 .. 366
  CareText title{"消费回访", "Follow-up of a purchase"};
};
inline constexpr const char* kBillFollowUp = "bill";  // TasksOpened::plan of such a task; no template may have it

// S000-90: who may comment. Staff from a role on; members where the talk of an announcement or event is public.
struct CareTalk {
  enum class Role { Cashier, Leader, Manager };
  Role staff = Role::Cashier;   // comments for the shop
  Role answer = Role::Cashier;  // answers a member
};

struct CarePlan {
  std::vector<CareTemplate> templates;
  std::vector<CareBenefit> benefits;
  std::vector<base::BusinessDate> holidays;
  std::vector<CareTag> tags;
  OftenAndSmall presale;
  int lead_days = 30;                                     // a friend who was named joins within so many (S003-117)
  int high_value_pct = 20;                                // of buyers, 1 .. 100: list of high-value members
  std::optional<CareFollowUp> follow_up{};                // none: no such tasks
  std::vector<std::pair<std::string, int>> answer_hours;  // S003-50: by tier, until a request is to be answered
  CareTalk talk{};

  [[nodiscard]] const CareTag* tag(std::string_view code) const;
  [[nodiscard]] const CareTemplate* find(std::string_view id) const;
  [[nodiscard]] const CareBenefit* benefit(std::string_view code) const;
  [[nodiscard]] bool isHoliday(base::BusinessDate day) const;
  [[nodiscard]] std::optional<int> answerHours(std::string_view tier) const;
};

// Empty text: a plan with nothing in it. BadInput, OutOfRange, UnknownKey; detail names the place.
base::Result<CarePlan> parseCarePlan(std::string_view json);

struct CareDate {
  std::string step;
  base::LocalTime due;
  bool operator==(const CareDate&) const = default;
};
[[nodiscard]] std::string_view channelName(CareStep::Channel channel);  // phone, message …; empty: None
// All tasks of a template, by due. `first_use`: the end of the first lesson or visit.
std::vector<CareDate> careDates(const CareTemplate& plan, base::BusinessDate signed_on, base::LocalTime first_use);

// The same day so many months later, the month's last where it is shorter.
base::BusinessDate plusMonths(base::BusinessDate day, int months);
base::LocalTime endOfDay(base::BusinessDate day);  // 23:59:59

}  // namespace kahui::programme
