#include "core/report/figures.hpp"

#include <unordered_set>

namespace kahui::report {

using base::Money;
using base::Points;

void setShare(DayFigures& day, const programme::RulePack& pack) {
  if (day.net_total > Money(0) && day.net_member > Money(0))
    day.member_share_bp = shareBp(day.net_member.value(), day.net_total.value());
  if (day.net_total > Money(0)) {
    // member / total < alert, exactly: below the smallest whole amount that reaches the alert's share of the total.
    const std::int64_t total = day.net_total.value();
    const std::int64_t rest_bp = (base::kFullRate - pack.report.share_alert).value();
    day.share_alert = day.net_member.value() < total - base::mulDivFloor(total, rest_bp, base::kFullRate.value());
  }
}

DayFigures dayFigures(std::span<const DayBill> bills, const programme::RulePack& pack) {
  DayFigures day;
  Money sold;
  Money sold_to_members;
  std::int64_t items = 0;
  std::unordered_set<std::string_view> members;
  for (const auto& bill : bills) {
    (bill.member ? day.net_member : day.net_guest) += bill.net;
    if (bill.member) members.insert(*bill.member);
    (bill.earned < Points(0) ? day.points_reversed : day.points_issued) += bill.earned;
    day.points_redeemed += bill.used;
    if (bill.net < Money(0)) {
      ++day.refund_bills;
      continue;
    }
    ++day.bills;
    sold += bill.net;
    items += bill.items;
    if (!bill.member) continue;
    ++day.member_bills;
    sold_to_members += bill.net;
  }
  day.net_total = day.net_member + day.net_guest;
  day.distinct_members = static_cast<std::int64_t>(members.size());
  setShare(day, pack);
  if (day.bills > 0) day.avg_ticket = Money(sold.value() / day.bills);
  if (day.member_bills > 0) day.member_avg_ticket = Money(sold_to_members.value() / day.member_bills);
  if (day.bills > 0) day.items_per_bill_x100 = items * 100 / day.bills;
  return day;
}

MemberActivity memberActivity(base::BusinessDate last_purchase, base::BusinessDate today,
                              const programme::RulePack& pack) {
  const int days = today.days() - last_purchase.days();
  const auto state = days > pack.report.lost_days      ? MemberState::Lost
                     : days > pack.report.dormant_days ? MemberState::Dormant
                                                       : MemberState::Active;
  return {days, state};
}

std::string_view memberStateName(MemberState state) {
  switch (state) {
    case MemberState::Active: return "ACTIVE";
    case MemberState::Dormant: return "DORMANT";
    case MemberState::Lost: return "LOST";
  }
  return {};
}

std::int64_t shareBp(std::int64_t part, std::int64_t whole) {
  return whole <= 0 ? 0 : base::mulDivHalfUp(part, base::kFullRate.value(), whole);
}

}  // namespace kahui::report
