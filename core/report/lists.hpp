// Members who need attention, one list a reason (requirements S000-70, S000-71, S001-30, S001-51, S001-83). Pure; a row
// names a member by number, the person is fetched masked for the rows that are shown.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/ports/report_source.hpp"
#include "core/programme/care_plan.hpp"
#include "core/programme/rule_pack.hpp"
#include "core/report/members.hpp"

namespace kahui::report {

enum class ListKind {
  Birthdays7,
  Birthdays30,
  Dormant,        // D2
  Lost,           // D2
  OffRhythm,      // later than twice the mean of the days between own visits, from four visits on
  PointsEnding,   // within 30 days
  TierToLose,     // T5: this year's purchases below the amount that keeps the tier
  TierInReach,    // T3: at most a fifth of the next tier's points is missing
  HighValue,      // the share of buyers that spent most; the fifth, or what the care plan says
  Rising,         // last 90 days at least half as much again as the 90 before (S001-51)
  Anniversaries,  // of joining, within 30 days (S001-93)
  OftenAndSmall,  // many bills and little spent: for pre-sales (S001-84)
  Everyone,       // to be narrowed by filters (S001-09)
  PhoneDead,      // a call found no such number (S001-09)
};
inline constexpr std::size_t kLists = 14;
std::string_view listName(ListKind kind);  // birthdays7 …
std::optional<ListKind> parseListKind(std::string_view name);

struct ListRow {
  std::int64_t member = 0;
  std::string tier;
  bool consent = false;
  std::optional<base::BusinessDate> last_purchase{};
  base::Money net_year{};  // of the 365 days before
  // What the list is sorted by and shows: the birthday, the last visit, the points' end, the year's end.
  std::optional<base::BusinessDate> date{};
  int days = 0;                                // until the date, or since it
  bool lunar = false;                          // birthdays
  std::optional<member::DateKind> occasion{};  // birthdays: of the wedding or of a child; none: the own one
  std::int64_t bills = 0;                      // in the 365 days
  std::vector<std::string> tags{};             // of members who agreed to a profile
  base::Points points{};                       // ending, or missing to the next tier
  base::Money amount{};                        // missing to keep the tier, or spent
  std::int64_t rhythm = 0;                     // mean days between visits, floor
  std::int64_t change_bp = 0;
  std::string next_tier;
  std::string phone;  // CONFIRMED, DEAD; empty: not checked
};

struct ListInput {
  base::BusinessDate day;
  const std::vector<ports::ReportMember>& members;
  const std::vector<MemberYear>& years;
  const std::vector<ports::ReportBirthday>& birthdays;
  const std::vector<ports::EndingPoints>& ending;              // until day + 30
  const std::unordered_map<std::int64_t, base::Money>& spent;  // in the calendar year of `day` , as T5 counts
  const programme::RulePack& pack;
  programme::OftenAndSmall presale{};
  const std::unordered_map<std::int64_t, std::string>* phones = nullptr;  // states by member; null: none was checked
  int high_value_pct = 20;                                                // programme::CarePlan
};

// Active members only; most urgent first.
std::vector<ListRow> memberList(ListKind kind, const ListInput& input);

struct ListFilter {
  std::string tier;               // empty: all
  base::Money least_year{};       // net of the 365 days
  bool bought_half_year = false;  // last purchase at most 183 days ago (S001-30)
  bool consent = false;
  std::string tag{};             // empty: all
  std::int64_t least_bills = 0;  // in the 365 days (S001-09)
  bool reachable = false;        // no number that a call found dead (S001-08)
};
std::vector<ListRow> filtered(std::vector<ListRow> rows, const ListFilter& filter, base::BusinessDate day);

inline constexpr int kSoon_days = 30;

}  // namespace kahui::report
