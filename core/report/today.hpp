// The manager's day at a glance: D1, by hour, tier and operator, beside the same weekday of the last week and the mean
// of the last 30 days. Pure; money in fen.
#pragma once

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/report/period.hpp"

namespace kahui::report {

struct Brief {  // what a day is compared by
  base::Money net{}, member_net{};
  std::int64_t bills = 0, member_bills = 0;
  std::int64_t distinct_members = 0;
  std::int64_t new_members = 0;
  base::Points issued{}, redeemed{};
};

struct OperatorDay {
  std::string code, name;
  std::int64_t bills = 0;
  base::Money net{};  // of sales
  std::int64_t returns = 0;
  base::Money refunded{};
  std::int64_t discount_bills = 0;  // P4, P6 by hand
  base::Money discount{};
  base::Money rounding{};  // P10
};

struct KeyCount {
  std::string key;
  std::int64_t n = 0;
  base::Money amount{};
};

struct Today {
  base::BusinessDate day;
  PeriodFigures figures;
  base::BusinessDate last_week_day;
  Brief last_week;
  std::array<base::Money, 24> last_week_hours{};  // net
  int mean_days = 0;                              // of the 30 days before, those with a sale; 0: nothing to compare
  // Without distinct members.
  Brief mean;                                                  // floor
  std::vector<OperatorDay> operators;                          // by code
  std::vector<KeyCount> joins;                                 // by source
  std::vector<KeyCount> upgrades;                              // by tier reached
  base::Money saved_price{}, saved_coupons{}, saved_points{};  // what members had off (Fact::MemberCost)
  std::vector<KeyCount> promotions;                            // P5; n bills
};

// `book`: hours, facts, totals and visits from 30 days before `day` (items of the day alone are enough). `staff`:
// names.
Today today(const ports::TradeBook& book, base::BusinessDate day, const programme::RulePack& pack,
            const std::unordered_map<std::string, std::string>& staff);

inline constexpr int kMeanDays = 30;
inline constexpr int kDaysOfWeek = 7;

}  // namespace kahui::report
