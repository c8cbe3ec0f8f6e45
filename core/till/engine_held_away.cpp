// Bills that wait, seen from the store's other tills: headquarters keeps who has one. A bill is offered after the
// screen has shown that it is held; its till takes it up again only with headquarters' word, or, without the line,
// alone: that is in the journal, and headquarters is told as soon as it answers.
#include <algorithm>

#include "core/member/name.hpp"
#include "core/till/engine.hpp"

namespace kahui::till {

using base::ErrorCode;
using ports::HeldState;

namespace {

std::string localIso(std::int64_t utc_ms, const base::Clock& clock) {
  return base::WallTime{utc_ms, clock.now().offset_min}.local().iso();
}

}  // namespace

bool Till::Engine::shopDone() {
  const ShopDue due = std::exchange(m_shop_due, ShopDue::Nothing);
  if (due == ShopDue::Nothing || m_ports.hq == nullptr) return false;
  offerHeld();
  if (due == ShopDue::Offer) return false;
  const bool shown = m_list && m_list->held;
  const auto owed = m_ports.store->owedBills();
  if (!shown && m_held == 0 && (!owed || owed->empty())) return false;
  followHeld();
  return true;
}

void Till::Engine::offerHeld() {
  ports::HeldBoard* board = m_desk.heldBoard();
  if (board == nullptr || m_held == 0) return;
  const auto held = heldBills();
  if (!held) return;
  for (const ports::HeldBill& bill : *held) {
    if (m_offered.contains(bill.id.hex())) continue;
    base::Id who;
    if (bill.member.value() != 0)
      if (const auto member = m_ports.store->memberByNo(bill.member); member && *member) who = (*member)->id;
    // Written down before it is said: an answer that gets lost may have been a yes.
    if (!bill.offered && !m_ports.store->markOffered(bill.id)) return;
    const auto offered = board->offer(bill, who);
    if (!offered && offered.error().code == ErrorCode::ServiceDown) return m_desk.hqWasSilent();
    m_offered.insert(bill.id.hex());  // also one that is too large to travel: it stays here
  }
}

bool Till::Engine::followHeld() {
  m_away_state = HeldAwayView::State::Offline;
  ports::HeldBoard* board = m_desk.heldBoard();
  if (board == nullptr) return false;
  const auto owed = m_ports.store->owedBills();
  for (const base::Id& bill : owed.value_or(std::vector<base::Id>{})) {
    const auto answer = board->withdraw(bill);
    if (!answer) return m_desk.hqWasSilent(), false;
    if (answer->state == HeldState::Taken)
      notify(NoticeKind::Warning, NoticeCode::BillTwice, {answer->position, localIso(answer->at_ms, *m_ports.clock)});
    if (!m_ports.store->owedTold(bill)) return false;
  }
  const auto list = board->list();
  if (!list) return m_desk.hqWasSilent(), false;
  m_away_state = HeldAwayView::State::Known;
  const auto held = heldBills();
  if (!held) return false;
  for (const ports::HeldBill& bill : *held)
    for (const ports::HeldTaken& taken : list->taken)
      if (taken.bill == bill.id && !passOn(bill, taken.position, taken.at_ms)) return false;
  m_away.clear();
  for (const ports::HeldParcel& parcel : list->others)
    if (const auto taken = m_ports.store->tookOver(parcel.bill.id); taken && !*taken) m_away.push_back(parcel);
  return true;
}

// Another till has the bill: it is none of this one's any more, whoever is signed in.
base::Status Till::Engine::passOn(const ports::HeldBill& bill, const std::string& position, std::int64_t at_ms) {
  const std::int64_t shift = m_desk.shift() ? m_desk.shift()->id : 0;
  const journal::HeldBillEnded event{bill.id, shift, bill.operator_code, false, position, false};
  KAHUI_TRY(m_ports.store->endHeldBill(bill.id, m_desk.draftNow(event)));
  m_held = std::max(0, m_held - 1);
  if (m_list && m_list->held)
    std::erase_if(*m_list->held, [&](const HeldBillView& row) { return row.bill == bill.id; });
  notify(NoticeKind::Info, NoticeCode::BillTakenOver, {bill.note, position, localIso(at_ms, *m_ports.clock)});
  return {};
}

base::Result<Till::Engine::GivenUp> Till::Engine::giveUp(const ports::HeldBill& bill) {
  if (!bill.offered) return GivenUp{};
  ports::HeldBoard* board = m_desk.heldBoard();
  if (board == nullptr) return GivenUp{false, true};
  const auto answer = board->withdraw(bill.id);
  if (!answer) m_desk.hqWasSilent();
  if (!answer) return GivenUp{false, true};
  if (answer->state != HeldState::Taken) return GivenUp{false, answer->state == HeldState::Unknown};
  if (const auto passed = passOn(bill, answer->position, answer->at_ms); !passed) return tl::unexpected(passed.error());
  m_notice->kind = NoticeKind::Warning;
  return GivenUp{true, false};
}

void Till::Engine::handle(const TakeBill& command) {
  if (!readyForBasket()) return;
  if (!m_basket.lines().empty()) return failed({ErrorCode::RuleRejected, "OPEN_BILL"});
  const auto parcel = std::find_if(m_away.begin(), m_away.end(), [&](const ports::HeldParcel& one) {
    return one.holder == command.holder && one.bill.id == command.bill;
  });
  if (parcel == m_away.end()) return failed({ErrorCode::RuleRejected, "HELD_GONE"});
  const auto shift = m_desk.shiftFor(*m_staff);
  if (!shift) return failed(shift.error());
  ports::HeldBoard* board = m_desk.heldBoard();
  if (board == nullptr) return failed({ErrorCode::RuleRejected, "HELD_NEEDS_LINE"});
  const auto answer = board->take(*parcel);
  if (!answer) m_desk.hqWasSilent();
  if (!answer) return failed({ErrorCode::RuleRejected, "HELD_NEEDS_LINE"});
  const ports::HeldParcel taken = *parcel;
  m_away.erase(parcel);
  if (answer->state != HeldState::Granted) return failed({ErrorCode::RuleRejected, "HELD_GONE"});
  // Under an id of its own: it may go on to a third till.
  ports::HeldBill bill = taken.bill;
  bill.id = base::Id::make(m_ports.clock->now().utc_ms, *m_ports.random);
  bill.offered = false;
  std::vector<std::string> lost;
  // A number means somebody only together with its id.
  const auto known = [&] {
    const auto member = m_ports.store->memberByNo(bill.member);
    return member && *member && (*member)->id == taken.member;
  };
  if (bill.member.value() != 0 && !known() && (!m_desk.bringByNo(bill.member) || !known())) {
    bill.member = member::MemberNo();
    bill.wish.credential.clear();
    lost.emplace_back("MEMBER");
  }
  const journal::BillHeld event{bill.id,    shift->id,      m_staff->code, std::ssize(bill.lines),
                                bill.total, taken.position, taken.holder,  taken.bill.id};
  if (const auto kept = m_ports.store->takeOverBill(bill, taken.bill.id, m_desk.draftNow(event)); !kept)
    return failed(kept.error());
  ++m_held;
  handle(ListHeld{});  // where it cannot be taken up (an item that is not sold here) it is this till's now
  takeUp(bill, false, std::move(lost));
}

HeldBillView Till::Engine::heldView(const ports::HeldBill& bill) {
  HeldBillView row;
  row.bill = bill.id;
  row.note = bill.note;
  row.at = base::WallTime{bill.at_ms, m_ports.clock->now().offset_min}.local();
  row.operator_code = bill.operator_code;
  row.lines = static_cast<int>(bill.lines.size());
  row.total = bill.total;
  if (bill.member.value() != 0) {
    const auto member = m_ports.store->memberByNo(bill.member);
    if (member && *member) row.masked_name = member::maskName((*member)->profile.name);
  }
  return row;
}

void Till::Engine::drawAway(Snapshot& snapshot) {
  if (!m_list || !m_list->held || m_ports.hq == nullptr) return;
  HeldAwayView view{m_away_state, {}};
  if (m_away_state == HeldAwayView::State::Known)
    for (const ports::HeldParcel& parcel : m_away) {
      view.bills.push_back({parcel.holder, parcel.position, heldView(parcel.bill)});
      const auto member = m_ports.store->memberByNo(parcel.bill.member);
      if (!member || !*member || (*member)->id != parcel.member) view.bills.back().bill.masked_name.clear();
    }
  snapshot.held_away = std::move(view);
}

}  // namespace kahui::till
