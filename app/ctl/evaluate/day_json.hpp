// D1 by the names of contracts.md: what `kahuictl evaluate` answers and `kahuictl report` begins with.
#pragma once

#include <nlohmann/json.hpp>

#include "core/report/figures.hpp"

namespace kahui::ctl {

inline nlohmann::ordered_json dayJson(const report::DayFigures& day) {
  return {{"net_total", day.net_total.value()},
          {"net_member", day.net_member.value()},
          {"net_guest", day.net_guest.value()},
          {"member_share_bp", day.member_share_bp},
          {"share_alert", day.share_alert},
          {"bills", day.bills},
          {"member_bills", day.member_bills},
          {"refund_bills", day.refund_bills},
          {"avg_ticket", day.avg_ticket.value()},
          {"member_avg_ticket", day.member_avg_ticket.value()},
          {"items_per_bill_x100", day.items_per_bill_x100},
          {"distinct_members", day.distinct_members},
          {"points_issued", day.points_issued.value()},
          {"points_reversed", day.points_reversed.value()},
          {"points_redeemed", day.points_redeemed.value()}};
}

}  // namespace kahui::ctl
