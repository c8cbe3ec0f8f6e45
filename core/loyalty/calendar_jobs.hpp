// What the calendar does to members: retention (T5), tours (T7), monthly coupons (C2).
#pragma once

#include <optional>

#include "core/programme/rule_pack.hpp"

namespace kahui::loyalty {

enum class Retention { Kept, Exempt, Demoted };

struct RetentionVerdict {
  Retention result = Retention::Kept;
  int rank_after = 0;
};

// T5: the job of 1 January over the calendar year before `day`. Tiers without a retention amount are for life.
RetentionVerdict judgeRetention(int rank, base::Money year_spend, std::optional<base::BusinessDate> promoted_on,
                                base::BusinessDate day, const programme::RulePack& pack);

// T7: free days of a calendar year.
int tourDays(int rank, std::optional<int> repromoted_year, int year, const programme::RulePack& pack);

struct CouponIssue {
  int count = 0;  // -1 = no limit, one a bill
  base::Rate rate = base::kFullRate;
  base::BusinessDate expires;
};

// C2: on the 1st, on joining and on promotion: the tier's number less those already issued in the month.
CouponIssue monthlyCoupons(int rank, int already, std::chrono::year_month month, const programme::RulePack& pack);

}  // namespace kahui::loyalty
