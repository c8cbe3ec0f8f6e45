// How a bill moves a member's tier (rulebook T2 to T8). Tiers are ranks, 0 = lowest.
#pragma once

#include <optional>
#include <string_view>

#include "core/pricing/priced_bill.hpp"

namespace kahui::loyalty {

enum class TierRule { None, Single, Lifetime, RepromoteSingle, RepromoteCum, Bills, Spent, Referrals, All };
std::string_view tierRuleName(TierRule rule);  // empty for None

struct Standing {  // before the bill
  int rank = 0;
  std::optional<int> demoted_from;  // T5: flagged
  base::Money since_demotion{};     // net purchases of this year since then
  int member_months = 0;            // whole months since joining (S003-104)
  pricing::BuyingRecord record{};   // S000-23, S000-75
};

// The member with the bill counted.
struct AfterBill {
  base::Money measure{};  // T2, of this bill alone
  base::Points lifetime{};
  pricing::BuyingRecord record{};
};

struct TierVerdict {
  int rank = 0;
  TierRule rule = TierRule::None;
};

// S003-104: whole months from joining to `today`; somebody who joined on a 31st is a month older on the last day of a
// shorter one. 0 where the day of joining is not known or lies ahead.
int memberMonths(const std::optional<base::BusinessDate>& joined, base::BusinessDate today);

// The first day whose bills are counted on `day`; nullopt: all of them.
std::optional<base::BusinessDate> windowStart(base::BusinessDate day, const programme::RulePack& pack);

// `paid` is the bill's total: one of nothing is no purchase.
pricing::BuyingRecord withBill(pricing::BuyingRecord before, base::Money paid);

Standing standingOf(const pricing::MemberView& member, base::BusinessDate today, const programme::RulePack& pack);

// T2: what a line counts toward a tier; `paid` is what the customer pays for it before cash rounding.
base::Money tierMeasure(const pricing::LineInput& input, const pricing::PricedLine& line, base::Money paid,
                        const programme::RulePack& pack);

// T2, T6: by one purchase and, while flagged, by re-promotion; the highest wins. The rank stays if nothing is reached.
// A tier that needs several conditions at once is left to judgeByRecord().
TierVerdict judgeBySpend(const Standing& standing, base::Money measure, const programme::RulePack& pack);

// T3, S000-23, S001-127, S000-75: by what has come together, on top of what spending gave; while flagged not up to the
// old tier (T8).
TierVerdict judgeByRecord(const Standing& standing, TierVerdict by_spend, const AfterBill& after,
                          const programme::RulePack& pack);

// T4: whether the bill is priced again at the new tier.
bool appliesToCurrentBill(const TierVerdict& by_spend, const programme::RulePack& pack);

struct NextTier {
  int rank = 0;
  std::optional<base::Money> missing_purchase;  // on this bill, > 0
  std::optional<base::Points> missing_points;   // lifetime points, > 0
  std::optional<int> missing_months{};          // as a member, > 0: before them nothing lifts
  std::optional<int> missing_bills{};           // within the window, > 0
  std::optional<base::Money> missing_spent{};   // likewise
  std::optional<int> missing_referrals{};       // > 0
  bool all = false;                             // all of them are needed; else any one lifts

  bool operator==(const NextTier&) const = default;
};

// What lifts to the tier above `rank_after`, this bill counted. nullopt at the top.
std::optional<NextTier> nextTier(const Standing& standing, int rank_after, const AfterBill& after,
                                 const programme::RulePack& pack);

}  // namespace kahui::loyalty
