// Members as figures (rulebook D2, D3; requirements S001-42, S001-83, S002-10): tiers, states, segments, the share of
// the best, what the points are worth. Pure. Money in fen, rates in basis points.
#pragma once

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/ports/report_source.hpp"
#include "core/programme/rule_pack.hpp"
#include "core/report/figures.hpp"
#include "core/report/today.hpp"

namespace kahui::report {

struct TierMembers {
  std::string tier;
  std::int64_t members = 0;                                   // not cancelled
  std::int64_t active = 0, dormant = 0, lost = 0, never = 0;  // D2 on the day; never: no purchase known here
  std::int64_t buyers = 0;                                    // in the span
  std::int64_t repeat = 0;                                    // of those, with two bills or more
  std::int64_t bills = 0;
  base::Money net{};                // refunds taken off
  std::int64_t frequency_x100 = 0;  // bills a buyer, floor
  base::Money year_value{};         // S001-120: net of the 365 days before the day, a member, floor
};

// Recency, frequency and amount of the 365 days before the day, in words that a shop uses. Recent: a visit within the
// days of D2 (dormant_days). Often: more bills than the median buyer. Big: of the fifth of buyers that spent most.
enum class Segment {
  Best,        // recent, often, big
  Loyal,       // recent, often
  BigSpender,  // recent, big, not often
  Fresh,       // first visit within the last 60 days, not often, not big
  Occasional,  // recent, neither
  WinBack,     // not recent, but big
  Slipping,    // not recent, not lost (D2)
  Lost,        // D2
  Silent,      // no visit in 365 days
};
std::string_view segmentName(Segment segment);  // BEST …
inline constexpr std::size_t kSegments = 9;

struct SegmentSums {
  std::int64_t members = 0;
  std::int64_t bills = 0;
  base::Money net{};
};

struct Decile {  // of the buyers, those who spent most first
  std::int64_t members = 0;
  base::Money net{};
  std::int64_t cumulative_bp = 0;  // of all buyers' net
};

struct Liability {
  bool cashable = false;
  std::string month;  // of expiry, "2026-12"; empty: never
  base::Points points{};
  base::Money value{};
};

struct AgeBand {         // S001-02: whole years on the day, of members who told the year of birth
  int from = 0, to = 0;  // both included; to 0: no end
  std::int64_t members = 0;
};
inline constexpr int kTargetFrom = 18, kTargetTo = 50;

struct Completeness {  // S003-41, of the members that are not cancelled
  std::int64_t birthday = 0, phone_confirmed = 0, phone_dead = 0;
  std::int64_t both = 0;  // birthday and a confirmed telephone
};

struct MemberExtras {  // what is known of members beside their figures
  std::vector<ports::ReportBirthday> birthdays;
  std::unordered_map<std::int64_t, std::string> phones;
  std::vector<ports::BenefitUse> benefits;
  ports::StoredSum stored{};
  std::vector<ports::JoinedBy> joined_by{};
};

struct Members {
  ports::DaySpan span;
  base::BusinessDate day;  // of states and segments
  std::int64_t members = 0;
  std::vector<TierMembers> tiers;  // by rank; the last: sum
  std::array<SegmentSums, kSegments> segments{};
  std::array<Decile, 10> deciles{};
  std::int64_t top_fifth_bp = 0;  // share of the net that the first two deciles brought (80/20)
  std::vector<Liability> liability;
  base::Money liability_value{};
  std::vector<KeyCount> joins;   // of the span, by source
  std::int64_t card_use_bp = 0;  // member bills / bills of the span (S001-16)
  base::Money saving{};          // of the span: members' bills against a guest's prices
  base::Money saving_each{};     // a buyer, floor
  std::vector<AgeBand> ages;
  std::int64_t age_known = 0;
  std::int64_t age_target = 0;  // from kTargetFrom to kTargetTo
  Completeness complete;
  base::Money year_value{};  // S001-120: net of the 365 days a member, floor
  std::vector<ports::BenefitUse> benefits;
  ports::StoredSum stored;                 // S000-26: beside the points, as it stands now
  std::vector<ports::JoinedBy> joined_by;  // of the span
};

// One member's visits of the 365 days before the day.
struct MemberYear {
  std::int64_t member = 0;
  std::int64_t bills = 0;
  std::int64_t visit_days = 0;  // with a bill
  base::Money net{};
  base::BusinessDate first, last;   // days with a bill
  base::Money recent{}, earlier{};  // net of the last 90 days and of the 90 before
};
inline constexpr int kYear_days = 365;
// By member number, those with a bill. `book`: visits of at least the 365 days that end on `day`.
std::vector<MemberYear> memberYears(const ports::TradeBook& book, base::BusinessDate day);

struct Segmented {
  std::int64_t member = 0;
  Segment segment{};
};
// Every member that is not cancelled, in the order of `members`.
std::vector<Segmented> segmentsOf(const std::vector<ports::ReportMember>& members, const std::vector<MemberYear>& years,
                                  base::BusinessDate day, const programme::RulePack& pack);

// `book`: visits of the year before `day` and of the span, hours and facts of the span.
Members members(const ports::TradeBook& book, const ports::DaySpan& span, base::BusinessDate day,
                const std::vector<ports::ReportMember>& list, const std::vector<ports::LotSum>& lots,
                const programme::RulePack& pack, const MemberExtras& extras = {});

}  // namespace kahui::report
