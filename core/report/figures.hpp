// Figures of the manager's reports (rulebook section 11): pure sums, no drawing and no store.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/date.hpp"
#include "core/base/numbers.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::report {

struct DayBill {
  std::optional<std::string> member{};  // nullopt = guest
  base::Money net{};                    // below 0 = a refund
  std::int64_t items = 0;
  base::Points earned{};  // below 0 = reversed
  base::Points used{};
};

struct DayFigures {  // D1
  base::Money net_total{};
  base::Money net_member{};
  base::Money net_guest{};
  std::int64_t member_share_bp = 0;  // half-up; 0 if nothing was sold
  bool share_alert = false;          // compared exactly, not on the rounded share
  std::int64_t bills = 0;            // without refunds
  std::int64_t member_bills = 0;
  std::int64_t refund_bills = 0;
  base::Money avg_ticket{};  // floor, without refunds
  base::Money member_avg_ticket{};
  std::int64_t items_per_bill_x100 = 0;
  std::int64_t distinct_members = 0;
  base::Points points_issued{};
  base::Points points_reversed{};  // <= 0
  base::Points points_redeemed{};
};

// Share and alert from the net amounts.
void setShare(DayFigures& day, const programme::RulePack& pack);

DayFigures dayFigures(std::span<const DayBill> bills, const programme::RulePack& pack);

// D2.
enum class MemberState { Active, Dormant, Lost };
std::string_view memberStateName(MemberState state);  // ACTIVE, DORMANT, LOST
struct MemberActivity {
  int days = 0;  // since the last purchase
  MemberState state = MemberState::Active;
};
MemberActivity memberActivity(base::BusinessDate last_purchase, base::BusinessDate today,
                              const programme::RulePack& pack);

// D3: share of members with two or more purchases, half-up to the basis point.
std::int64_t shareBp(std::int64_t part, std::int64_t whole);

}  // namespace kahui::report
