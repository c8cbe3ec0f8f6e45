#include "core/report/shift.hpp"

#include <map>
#include <string_view>

namespace kahui::report {

using base::Money;

namespace {

std::vector<TenderFigures> tenderFigures(const ShiftEvents& events) {
  std::map<std::string_view, TenderFigures> by_type;
  const auto add = [&](const ShiftTender& tender) {
    auto& figures = by_type[tender.type];
    figures.type = tender.type;
    ++figures.times;
    if (tender.amount < Money(0))
      figures.given_back -= tender.amount;
    else
      figures.taken += tender.amount;
  };
  for (const auto& bill : events.bills)
    for (const auto& tender : bill.tenders) add(tender);
  for (const auto& tender : events.stored) add(tender);
  std::vector<TenderFigures> list;
  for (auto& [type, figures] : by_type) list.push_back(std::move(figures));
  return list;
}

std::vector<OpeningFigures> openingFigures(std::span<const DrawerOpening> openings) {
  std::map<std::string_view, std::int64_t> by_reason;
  for (const auto& opening : openings)
    if (!opening.reason.empty()) ++by_reason[opening.reason];
  std::vector<OpeningFigures> list;
  for (const auto& [reason, times] : by_reason) list.push_back({std::string(reason), times});
  return list;
}

Money cashExpected(const ShiftFigures& figures) {
  Money cash = figures.opening_float - figures.paid_out + figures.cash_in.amount - figures.cash_out.amount -
               figures.drops.amount;
  for (const auto& tender : figures.tenders)
    if (tender.type == kCashTender) cash += tender.taken - tender.given_back;
  return cash;
}

}  // namespace

ShiftFigures shiftFigures(const ShiftEvents& events, std::optional<Money> counted) {
  ShiftFigures figures;
  figures.opening_float = events.opening_float;
  for (const auto& bill : events.bills) {
    const bool refund = bill.refund || bill.net < Money(0);
    ++(refund ? figures.refund_bills : figures.bills);
    if (refund) figures.refunded -= bill.net;
    figures.net += bill.net;
  }
  figures.tenders = tenderFigures(events);
  for (const auto& tender : events.stored)
    tender.amount < Money(0) ? figures.stored_paid_out -= tender.amount : figures.topped_up += tender.amount;
  for (const auto& pay_out : events.pay_outs) {
    ++figures.pay_outs;
    figures.points_paid_out += pay_out.points;
    figures.paid_out += pay_out.paid;
  }
  for (const auto& move : events.moves) {
    auto& sum = move.kind == CashMoveKind::In    ? figures.cash_in
                : move.kind == CashMoveKind::Out ? figures.cash_out
                                                 : figures.drops;
    ++sum.times;
    sum.amount += move.amount;
  }
  figures.openings = static_cast<std::int64_t>(events.openings.size());
  figures.openings_for_reason = openingFigures(events.openings);
  if (counted) {
    const Money expected = cashExpected(figures);
    figures.cash = CashCount{.expected = expected, .counted = *counted, .over_short = *counted - expected};
  }
  return figures;
}

}  // namespace kahui::report
