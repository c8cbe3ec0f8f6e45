// The drawer and the shift of who is signed in (rulebook D4; section 14: 交接班, 钱箱).
#include <algorithm>
#include <cstring>

#include "core/till/engine.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Money;

namespace {

constexpr Money kMostCash(100'000'000);  // a million yuan: more than a drawer holds
constexpr std::size_t kEngineShiftLongestReason = 120;
constexpr std::string_view kDrawerReasons[] = {"change", "check", "receipt", "test"};

const char* kindName(MoveCash::Kind kind) {
  switch (kind) {
    case MoveCash::Kind::In: return "IN";
    case MoveCash::Kind::Out: return "OUT";
    case MoveCash::Kind::Drop: return "DROP";
  }
  return "OUT";
}

void wipe(Approval& approval) { explicit_bzero(approval.pin.data(), approval.pin.size()); }

bool inDrawer(Money amount) { return amount >= Money{} && amount <= kMostCash; }

}  // namespace

void Till::Engine::handle(const SetFloat& command) {
  if (!readyForBasket()) return;
  if (!inDrawer(command.amount)) return failed({ErrorCode::OutOfRange, "opening_float"});
  if (const auto set = m_desk.setFloat(command.amount, *m_staff); !set) return failed(set.error());
  if (m_sheet) showSheet(std::nullopt);
  notify(NoticeKind::Good, NoticeCode::FloatSet, {std::to_string(command.amount.value())});
}

void Till::Engine::handle(MoveCash& command) {
  if (!readyForBasket()) return wipe(command.approval);
  const bool usable = inDrawer(command.amount) && command.amount > Money{};
  if (!usable || command.reason.empty() || command.reason.size() > kEngineShiftLongestReason) {
    wipe(command.approval);
    return failed({usable ? ErrorCode::BadInput : ErrorCode::OutOfRange, usable ? "reason" : "amount"});
  }
  const auto approver = permit(Right::MoveCash, std::move(command.approval));
  if (!approver) return failed(approver.error());
  if (const auto shift = m_desk.shiftFor(*m_staff); !shift) return failed(shift.error());
  const std::string kind = kindName(command.kind);
  const auto moved = m_desk.moveCash({0, kind, command.amount, command.reason, m_staff->code, *approver});
  if (!moved) return failed(moved.error());
  if (m_sheet) showSheet(std::nullopt);
  notify(NoticeKind::Good, NoticeCode::CashMoved, {kind, std::to_string(command.amount.value())});
}

void Till::Engine::handle(OpenDrawer& command) {
  const bool known =
      std::find(std::begin(kDrawerReasons), std::end(kDrawerReasons), command.reason) != std::end(kDrawerReasons);
  if (!known || !readyForBasket()) {
    wipe(command.approval);
    return known ? void() : failed({ErrorCode::BadInput, "reason"});
  }
  const auto approver = permit(Right::OpenDrawer, std::move(command.approval));
  if (!approver) return failed(approver.error());
  if (const auto shift = m_desk.shiftFor(*m_staff); !shift) return failed(shift.error());
  if (const auto opened = m_desk.openDrawer({0, command.reason, m_staff->code, *approver}); !opened)
    return failed(opened.error());
  if (m_sheet) showSheet(std::nullopt);
  notify(NoticeKind::Good, NoticeCode::DrawerOpened, {command.reason});
}

void Till::Engine::showSheet(std::optional<Money> counted) {
  auto slip = m_desk.slip(*m_staff, counted);
  if (!slip) return failed(slip.error());
  m_sheet = std::move(*slip);
}

void Till::Engine::handle(ReadShift& command) {
  if (!readyForBasket()) return wipe(command.approval);
  const auto approver = permit(Right::ReadShift, std::move(command.approval));
  if (!approver) return failed(approver.error());
  if (const auto shift = m_desk.shiftFor(*m_staff); !shift) return failed(shift.error());
  showSheet(std::nullopt);
}

base::Status Till::Engine::nothingWaits() {
  if (!m_basket.lines().empty()) return base::fail(ErrorCode::RuleRejected, "OPEN_BILL");
  if (m_held > 0) m_shop_due = ShopDue::Follow;  // what another till took over is not waiting any more
  const auto held = heldBills();
  if (!held) return tl::unexpected(held.error());
  return held->empty() ? base::Status{} : base::fail(ErrorCode::RuleRejected, "HELD_BILLS");
}

void Till::Engine::handle(CountDrawer& command) {
  if (m_phase != Phase::Selling || !m_staff) {
    wipe(command.approval);
    return failed({m_staff ? ErrorCode::WrongState : ErrorCode::NotSignedIn, {}});
  }
  const auto approver = permit(Right::CloseShift, std::move(command.approval));
  if (!approver) return failed(approver.error());
  if (!inDrawer(command.counted)) return failed({ErrorCode::OutOfRange, "counted"});
  if (const auto free = nothingWaits(); !free) return failed(free.error());
  if (const auto shift = m_desk.shiftFor(*m_staff); !shift) return failed(shift.error());
  showSheet(command.counted);
  if (m_sheet && m_sheet->sheet.figures.cash) notify(NoticeKind::Info, NoticeCode::DrawerCounted);
}

// What was sold since the count, by the command line for example, makes another sheet: it is shown before it is signed.
void Till::Engine::handle(CloseShift& command) {
  const bool counted = m_phase == Phase::Selling && m_staff && m_sheet && m_sheet->sheet.figures.cash;
  const base::Status signed_by = counted ? verify(m_staff->code, command.pin) : base::Status{};
  explicit_bzero(command.pin.data(), command.pin.size());
  if (!counted) return failed({ErrorCode::WrongState, "nothing was counted"});
  if (!signed_by) return failed(signed_by.error());
  const report::CashCount shown = *m_sheet->sheet.figures.cash;
  if (!inDrawer(command.left) || command.left > shown.counted) return failed({ErrorCode::OutOfRange, "left"});
  if (command.reason.size() > kEngineShiftLongestReason) return failed({ErrorCode::BadInput, "reason"});
  if (const auto free = nothingWaits(); !free) return failed(free.error());
  const std::int64_t number = m_sheet->sheet.shift;
  if (!m_desk.shift() || m_desk.shift()->id != number) return failed({ErrorCode::WrongState, "another shift"});
  showSheet(shown.counted);
  if (m_sheet->sheet.figures.cash->expected != shown.expected)
    return failed({ErrorCode::WrongState, "something was sold since the count"});
  m_sheet->left = command.left;
  m_sheet->reason = command.reason;
  if (const auto closed = m_desk.closeShift(*m_sheet, *m_staff); !closed) return failed(closed.error());
  printSlip(*m_sheet, 0);  // Z, once it stands in the journal
  m_basket.reset();
  repriced();
  handle(SignOut{});
  notify(NoticeKind::Good, NoticeCode::ShiftClosed, {std::to_string(number)});
}

void Till::Engine::handle(const LeaveShift&) { m_sheet.reset(); }

void Till::Engine::drawShift(Snapshot& snapshot) {
  if (!m_staff || !m_desk.shift()) return;
  ShiftView view;
  view.shift = m_desk.shift()->id;
  const auto asks = m_desk.asksFloat();
  view.asks_float = asks && *asks;
  if (view.asks_float) view.proposed_float = m_desk.proposedFloat();
  view.held_bills = m_held;
  view.sheet = m_sheet;
  snapshot.shift = std::move(view);
}

}  // namespace kahui::till
