// The drawer and the shift: what is counted in, moved, counted out (rulebook D4, section 14).
#include "core/report/shift_book.hpp"
#include "core/till/sale_desk.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Money;

base::Status SaleDesk::act(journal::Payload payload) {
  KAHUI_ASSERT(m_shift);
  return appendShift(timeNow(), m_shift->business_date, std::move(payload));
}

base::Result<bool> SaleDesk::asksFloat() {
  if (!m_shift) return false;
  if (m_float_open) return *m_float_open;
  const auto open = m_store->openShift();
  if (!open) return tl::unexpected(open.error());
  // A day's journal is not read where its bills say it already.
  bool untouched = *open && (*open)->bills == 0 && (*open)->opening_float == Money{};
  if (!untouched) {
    m_float_open = false;
    return false;
  }
  const auto read = m_store->shiftEvents(m_shift->id, [&](const journal::Event& event) {
    const auto& what = event.payload;
    untouched = untouched && !std::holds_alternative<journal::FloatSet>(what) &&
                !std::holds_alternative<journal::CashMoved>(what) &&
                !std::holds_alternative<journal::SaleCompleted>(what) &&
                !std::holds_alternative<journal::SaleReturned>(what);
  });
  if (!read) return tl::unexpected(read.error());
  m_float_open = untouched;
  return untouched;
}

Money SaleDesk::proposedFloat() const {
  const auto last = m_store->lastClosedShift();
  return last && *last ? (*last)->left.value_or(Money{}) : Money{};
}

base::Status SaleDesk::setFloat(Money amount, const ports::Staff& staff) {
  const auto open = asksFloat();
  if (!open) return tl::unexpected(open.error());
  if (!*open) return base::fail(ErrorCode::WrongState, "the shift has begun");
  KAHUI_TRY(act(journal::FloatSet{m_shift->id, staff.code, amount}));
  m_float_open = false;
  return {};
}

base::Status SaleDesk::moveCash(journal::CashMoved moved) {
  moved.shift = m_shift->id;
  KAHUI_TRY(act(std::move(moved)));
  m_float_open = false;
  return {};
}

base::Status SaleDesk::openDrawer(journal::DrawerOpened opened) {
  opened.shift = m_shift->id;
  return act(std::move(opened));
}

// What the journal says of a shift, and which store's it is.
base::Result<report::ShiftSlip> SaleDesk::slipOf(std::int64_t shift, std::optional<Money> counted) {
  report::ShiftBook book(shift);
  KAHUI_TRY(m_store->shiftEvents(shift, [&](const journal::Event& event) { book.add(event); }));
  const auto points = m_store->shiftPoints(shift);
  if (!points) return tl::unexpected(points.error());
  report::ShiftSlip slip;
  slip.store_name = m_store->info().store_name;
  slip.position = m_store->info().position;
  slip.demo = m_store->info().demo;
  slip.training = m_store->info().training;
  slip.sheet = book.sheet(counted);
  slip.points = *points;
  return slip;
}

base::Result<report::ShiftSlip> SaleDesk::slip(const ports::Staff& staff, std::optional<Money> counted) {
  KAHUI_ASSERT(m_shift);
  auto slip = slipOf(m_shift->id, counted);
  if (!slip) return slip;
  slip->operator_name = staff.name;
  slip->at = timeNow().local();
  slip->left = counted.value_or(Money{});
  return slip;
}

base::Result<report::ShiftSlip> SaleDesk::closedSlip(std::int64_t shift) {
  auto slip = slipOf(shift, std::nullopt);
  if (!slip) return slip;
  const report::ShiftSheet& sheet = slip->sheet;
  if (!sheet.closed) return base::fail(ErrorCode::WrongState, "this shift is not closed");
  const std::string& by = sheet.closed_by.empty() ? sheet.operator_code : sheet.closed_by;
  const auto staff = m_store->staffByCode(by);
  slip->operator_name = staff && *staff ? (*staff)->name : by;
  slip->at = sheet.closed->local();
  if (sheet.count) {
    slip->left = sheet.count->left;
    slip->reason = sheet.count->reason;
  }
  return slip;
}

base::Status SaleDesk::closeShift(const report::ShiftSlip& slip, const ports::Staff& staff) {
  KAHUI_ASSERT(m_shift && slip.sheet.figures.cash);
  const auto totals = m_store->openShift();
  if (!totals) return tl::unexpected(totals.error());
  const ports::Shift shift = totals->value_or(*m_shift);
  const report::CashCount& cash = *slip.sheet.figures.cash;
  KAHUI_TRY(act(journal::ShiftClosed{shift.id, staff.code, "counted", shift.bills, shift.total,
                                     journal::ShiftCount{cash.counted, cash.expected, slip.left, slip.reason,
                                                         slip.points.opening, slip.points.closing}}));
  m_shift.reset();
  m_float_open.reset();
  return {};
}

}  // namespace kahui::till
