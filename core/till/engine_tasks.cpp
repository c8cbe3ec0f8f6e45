// The manager's work on the screen, and slips of shifts for the printer.
#include <cstring>

#include "core/till/engine.hpp"
#include "core/till/task_desk.hpp"

namespace kahui::till {

using base::ErrorCode;

TaskDesk Till::Engine::taskDesk() { return {*m_ports.store, m_desk, *m_ports.random, m_ports.clock->now()}; }

void Till::Engine::showTasks(const ports::TaskFilter& filter) {
  auto view = taskDesk().view(filter);
  if (!view) return failed(view.error());
  m_task_desk = *std::move(view);
}

void Till::Engine::handle(const ListTasks& command) {
  if (!readyForBasket()) return;
  showTasks(command.filter);
}

void Till::Engine::handle(ActOnTasks& command) {
  if (!readyForBasket()) return explicit_bzero(command.approval.pin.data(), command.approval.pin.size());
  const auto signers = signersOf(std::move(command.approval));
  const auto done = signers ? taskDesk().act(command.request, *signers) : TaskAnswer(tl::unexpected(signers.error()));
  if (!done) return failed(done.error());
  if (m_task_desk) showTasks(ports::TaskFilter(m_task_desk->filter));
  if (m_talk) showTalk(std::string(m_talk->about), std::string(m_talk->key));
  if (m_club) showClub({m_club->event, m_club->door, m_club->member ? m_club->member->head.member_no : std::string()});
  // A coupon that was just given is there for the open bill.
  if (done->act == TaskAct::IssueCoupons && m_basket.member()) refreshMember();
  notify(NoticeKind::Good, NoticeCode::TasksDone,
         {std::to_string(static_cast<int>(done->act)), std::to_string(done->count), std::to_string(done->passed_over),
          std::to_string(done->left)});
}

void Till::Engine::handle(const LeaveTasks&) { m_task_desk.reset(); }

void Till::Engine::showTalk(const std::string& about, const std::string& key) {
  auto view = taskDesk().talk(about, key, *m_staff);
  if (!view) return failed(view.error());
  m_talk = *std::move(view);
}

void Till::Engine::handle(const ShowTalk& command) {
  if (!readyForBasket()) return;
  showTalk(command.about, command.key);
}

void Till::Engine::handle(const LeaveTalk&) { m_talk.reset(); }

void Till::Engine::printSlip(report::ShiftSlip slip, int copy) {
  m_shift_print = ShiftPrint{std::move(slip), copy, ++m_print_serial};
}

void Till::Engine::handle(PrintShift& command) {
  if (!readyForBasket()) return explicit_bzero(command.approval.pin.data(), command.approval.pin.size());
  const auto approver = permit(Right::ReadShift, std::move(command.approval));
  if (!approver) return failed(approver.error());
  if (command.shift == 0) {
    if (const auto shift = m_desk.shiftFor(*m_staff); !shift) return failed(shift.error());
    auto slip = m_sheet ? base::Result<report::ShiftSlip>(*m_sheet) : m_desk.slip(*m_staff, std::nullopt);
    if (!slip) return failed(slip.error());
    printSlip(*std::move(slip), 0);
    return notify(NoticeKind::Good, NoticeCode::ShiftPrinted, {std::to_string(m_shift_print->slip.sheet.shift)});
  }
  std::int64_t number = command.shift;
  if (number < 0) {
    const auto last = m_ports.store->lastClosedShift();
    if (!last) return failed(last.error());
    if (!*last) return failed({ErrorCode::WrongState, "no shift was closed yet"});
    number = (*last)->id;
  }
  auto slip = m_desk.closedSlip(number);
  if (!slip) return failed(slip.error());
  // Counted in the journal before it is on paper, as copies of receipts are.
  const auto noted =
      m_desk.note(journal::LogNote{m_staff->code, "shift slip printed again: " + std::to_string(number)});
  if (!noted) return failed(noted.error());
  printSlip(*std::move(slip), 1);
  notify(NoticeKind::Good, NoticeCode::ShiftPrinted, {std::to_string(number)});
}

void Till::Engine::handle(const ShowReceipt& command) {
  if (!readyForBasket()) return;
  if (!mayDo(*m_staff, Right::ReadReports)) return failed({ErrorCode::NoRight, "read_reports"});
  auto receipt = m_desk.receipt(command.receipt_no);
  if (!receipt) return failed(receipt.error());
  m_receipt = *std::move(receipt);
  m_change = m_receipt->change;
  m_phase = Phase::Receipt;
}

}  // namespace kahui::till
