#include "app/ctl/shift_lines.hpp"

namespace kahui::ctl {

using nlohmann::ordered_json;

ordered_json shiftFiguresJson(const report::ShiftSlip& slip) {
  const report::ShiftSheet& sheet = slip.sheet;
  const report::ShiftFigures& figures = sheet.figures;
  const ports::PointsBook& points = slip.points;
  ordered_json out{{"opened_by", sheet.operator_code},
                   {"closed_by", sheet.closed_by.empty() ? ordered_json() : ordered_json(sheet.closed_by)},
                   {"close_reason", sheet.close_reason.empty() ? ordered_json() : ordered_json(sheet.close_reason)},
                   {"first_receipt", sheet.first_receipt},
                   {"last_receipt", sheet.last_receipt},
                   {"opening_float", figures.opening_float.value()},
                   {"shift_net", figures.net.value()},
                   {"cash_in", figures.cash_in.amount.value()},
                   {"cash_out", figures.cash_out.amount.value()},
                   {"drops", figures.drops.amount.value()},
                   {"drawer_openings", figures.openings},
                   {"voids", sheet.voids},
                   {"points_opening", points.opening.value()},
                   {"points_earned", points.earned.value()},
                   {"points_given_back", points.restored.value()},
                   {"points_taken_back", points.reversed.value()},
                   {"points_used", points.redeemed.value()},
                   {"points_ended", points.expired.value()},
                   {"points_adjusted", points.adjusted.value()},
                   {"points_closing", points.closing.value()}};
  if (figures.cash)
    out.update({{"cash_expected", figures.cash->expected.value()},
                {"cash_counted", figures.cash->counted.value()},
                {"cash_over_short", figures.cash->over_short.value()}});
  if (sheet.count) out.update({{"cash_left", sheet.count->left.value()}, {"count_reason", sheet.count->reason}});
  return out;
}

ordered_json shiftListsJson(const report::ShiftSlip& slip) {
  ordered_json openings = ordered_json::array();
  for (const auto& opening : slip.sheet.figures.openings_for_reason)
    openings.push_back({{"reason", opening.reason}, {"times", opening.times}});
  return {{"openings_for_reason", openings}};
}

}  // namespace kahui::ctl
