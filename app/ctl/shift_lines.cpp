#include "app/ctl/shift_lines.hpp"

#include "app/local/demo_clock.hpp"
#include "core/store/history.hpp"

namespace kahui::ctl {

using nlohmann::ordered_json;

base::Result<report::ShiftSlip> slipOfShift(store::SqliteStore& store, std::int64_t shift) {
  report::ShiftBook book(shift);
  KAHUI_TRY(store::forEachEvent(store, {}, [&](const journal::Event& event, const std::string&) {
    book.add(event);
    return base::Status{};
  }));
  const auto points = store.shiftPoints(shift);
  if (!points) return tl::unexpected(points.error());
  const ports::StoreInfo& info = store.info();
  report::ShiftSheet sheet = book.sheet();
  report::ShiftSlip slip;
  slip.store_name = info.store_name;
  slip.position = info.position;
  slip.operator_name = sheet.closed_by.empty() ? sheet.operator_code : sheet.closed_by;
  slip.at = sheet.closed ? sheet.closed->local() : local::openClock(info.zone, info.demo)->now().local();
  slip.demo = info.demo;
  slip.training = info.training;
  if (sheet.count) {
    slip.left = sheet.count->left;
    slip.reason = sheet.count->reason;
  }
  slip.sheet = std::move(sheet);
  slip.points = *points;
  return slip;
}

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
                   {"points_paid_out", figures.paid_out.value()},
                   {"stored_topped_up", figures.topped_up.value()},
                   {"stored_paid_out", figures.stored_paid_out.value()},
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
