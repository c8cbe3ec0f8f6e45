// Bills that wait, seen from the store's other tills: headquarters keeps who has one. A bill is offered as soon
// as it is held; its till takes it up again only with headquarters' word, or, without the line,
// alone: that is in the journal, and headquarters is told as soon as it answers. Questions are asked on a thread of
// their own, one after the other, so an offer comes before what takes it back. Nothing is kept for an answer that does
// not come: a bill that was granted is granted again, and one that was withdrawn stays this till's.
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

// What is said and asked in one round, and what was answered.
struct Till::Engine::FollowRound {
  struct Offer {
    ports::HeldBill bill;
    base::Id who;
  };
  std::vector<Offer> offers;
  std::vector<base::Id> owed;
  bool list = false;

  std::vector<std::string> offered;
  std::vector<std::pair<base::Id, ports::HeldAnswer>> told;
  std::optional<ports::HeldList> known;
  bool silent = false;

  void ask(ports::HeldBoard& board) {
    for (const Offer& one : offers) {
      const auto done = board.offer(one.bill, one.who);
      silent = !done && done.error().code == ErrorCode::ServiceDown;
      if (silent) return;
      offered.push_back(one.bill.id.hex());  // also one that is too large to travel: it stays here
    }
    if (!list) return;
    for (const base::Id& bill : owed) {
      const auto answer = board.withdraw(bill);
      silent = !answer;
      if (silent) return;
      told.emplace_back(bill, *answer);
    }
    auto answer = board.list();
    silent = !answer;
    if (answer) known = std::move(*answer);
  }
};

void Till::Engine::askShop(HeldAsker::Question question) {
  ++m_shop_asks;
  m_asker->ask(std::move(question));
}

void Till::Engine::askDue() {
  if (m_shop_due == ShopDue::Nothing || m_following) return;
  const ShopDue due = std::exchange(m_shop_due, ShopDue::Nothing);
  if (!m_asker) return;
  if (m_desk.mayAskHq()) return followHeld(due);
  m_away_state = HeldAwayView::State::Offline;
}

void Till::Engine::followHeld(ShopDue due) {
  FollowRound round;
  const auto held = m_held > 0 ? heldBills() : base::Result<std::vector<ports::HeldBill>>();
  if (!held) return;
  for (const ports::HeldBill& bill : *held) {
    if (m_offered.contains(bill.id.hex())) continue;
    base::Id who;
    if (bill.member.value() != 0)
      if (const auto member = m_ports.store->memberByNo(bill.member); member && *member) who = (*member)->id;
    // Written down before it is said: an answer that gets lost may have been a yes.
    if (!bill.offered && !m_ports.store->markOffered(bill.id)) return;
    round.offers.push_back({bill, who});
  }
  if (due == ShopDue::Follow) {
    round.owed = m_ports.store->owedBills().value_or(std::vector<base::Id>{});
    round.list = (m_list && m_list->held) || m_held > 0 || !round.owed.empty();
  }
  if (round.offers.empty() && !round.list) return;
  m_following = true;
  askShop([this, round = std::move(round)](ports::HeldBoard& board) mutable -> HeldAsker::Then {
    round.ask(board);
    return [this, round = std::move(round)] { followed(round); };
  });
}

void Till::Engine::followed(const FollowRound& round) {
  m_following = false;
  m_offered.insert(round.offered.begin(), round.offered.end());
  if (round.silent) m_desk.hqWasSilent();
  if (!round.list) return;
  m_away_state = HeldAwayView::State::Offline;
  for (const auto& [bill, answer] : round.told) {
    if (answer.state == HeldState::Taken)
      notify(NoticeKind::Warning, NoticeCode::BillTwice, {answer.position, localIso(answer.at_ms, *m_ports.clock)});
    if (!m_ports.store->owedTold(bill)) return;
  }
  if (!round.known) return;
  m_away_state = HeldAwayView::State::Known;
  const auto held = heldBills();
  if (!held) return;
  for (const ports::HeldBill& bill : *held)
    for (const ports::HeldTaken& taken : round.known->taken)
      if (taken.bill == bill.id && !passOn(bill, taken.position, taken.at_ms)) return;
  m_away.clear();
  for (const ports::HeldParcel& parcel : round.known->others)
    if (const auto taken = m_ports.store->tookOver(parcel.bill.id); taken && !*taken) m_away.push_back(parcel);
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

std::uint64_t Till::Engine::waitFor(const base::Id& bill) {
  m_held_wait = HeldWait{bill, ++m_held_asks, m_staff->code};
  return m_held_asks;
}

bool Till::Engine::stillWaits(std::uint64_t serial) {
  if (!m_held_wait || m_held_wait->serial != serial) return false;
  const std::string operator_code = m_held_wait->operator_code;
  m_held_wait.reset();
  return m_staff && m_staff->code == operator_code;
}

void Till::Engine::giveUp(HeldAct act, const ports::HeldBill& bill) {
  if (m_held_wait && m_held_wait->bill == bill.id) return;  // a second key
  if (!bill.offered) return givenUp(act, bill, false);
  if (!m_asker || !m_desk.mayAskHq()) return givenUp(act, bill, true);
  askShop([this, act, id = bill.id, serial = waitFor(bill.id)](ports::HeldBoard& board) -> HeldAsker::Then {
    return [this, act, id, serial, answer = board.withdraw(id)] { withdrawn(act, id, serial, answer); };
  });
}

void Till::Engine::givenUp(HeldAct act, const ports::HeldBill& bill, bool alone) {
  switch (act) {
    case HeldAct::Recall: return takeUp(bill, alone, {});
    case HeldAct::Drop: return dropHeld(bill, alone);
  }
}

void Till::Engine::withdrawn(HeldAct act, const base::Id& id, std::uint64_t serial,
                             const base::Result<ports::HeldAnswer>& answer) {
  const bool waits = stillWaits(serial);
  if (!answer) m_desk.hqWasSilent();
  const auto held = heldBills();
  if (!held) return failed(held.error());
  const auto bill = std::find_if(held->begin(), held->end(), [&](const auto& one) { return one.id == id; });
  if (bill == held->end()) return;  // a round that came before heard of it
  if (answer && answer->state == HeldState::Taken) {
    if (const auto passed = passOn(*bill, answer->position, answer->at_ms); !passed) return failed(passed.error());
    m_notice->kind = NoticeKind::Warning;
    return;
  }
  const bool free = m_phase == Phase::Selling || m_phase == Phase::Receipt;
  if (!waits || !free || !readyForBasket()) return;
  if (act == HeldAct::Recall && !m_basket.lines().empty()) return failed({ErrorCode::RuleRejected, "OPEN_BILL"});
  givenUp(act, *bill, !answer || answer->state == HeldState::Unknown);
}

void Till::Engine::handle(const TakeBill& command) {
  if (!readyForBasket()) return;
  if (!m_basket.lines().empty()) return failed({ErrorCode::RuleRejected, "OPEN_BILL"});
  if (m_held_wait && m_held_wait->bill == command.bill) return;
  const auto parcel = std::find_if(m_away.begin(), m_away.end(), [&](const ports::HeldParcel& one) {
    return one.holder == command.holder && one.bill.id == command.bill;
  });
  if (parcel == m_away.end()) return failed({ErrorCode::RuleRejected, "HELD_GONE"});
  if (const auto shift = m_desk.shiftFor(*m_staff); !shift) return failed(shift.error());
  if (!m_asker || !m_desk.mayAskHq()) return failed({ErrorCode::RuleRejected, "HELD_NEEDS_LINE"});
  const bool stranger = parcel->bill.member.value() != 0 && !knowsOwner(*parcel);
  askShop(
      [this, parcel = *parcel, stranger, serial = waitFor(command.bill)](ports::HeldBoard& board) -> HeldAsker::Then {
        Taken heard{board.take(parcel), {}};
        if (stranger && heard.answer && heard.answer->state == HeldState::Granted)
          heard.owner = board.ownerOf(parcel.bill.member);
        return [this, parcel, serial, heard = std::move(heard)] { takenOver(parcel, serial, heard); };
      });
}

// A number means somebody only together with its id.
bool Till::Engine::knowsOwner(const ports::HeldParcel& parcel) {
  const auto member = m_ports.store->memberByNo(parcel.bill.member);
  return member && *member && (*member)->id == parcel.member;
}

// Granted, it is this till's, whether somebody still waits or not: its holder lets go of it.
void Till::Engine::takenOver(const ports::HeldParcel& taken, std::uint64_t serial, const Taken& heard) {
  const bool waits = stillWaits(serial);
  const auto& answer = heard.answer;
  if (!answer) {
    m_desk.hqWasSilent();
    if (waits) failed({ErrorCode::RuleRejected, "HELD_NEEDS_LINE"});
    return;
  }
  const auto known_here = m_ports.store->tookOver(taken.bill.id);
  if (!known_here) return failed(known_here.error());
  if (*known_here || !m_staff) return;  // asked twice; or nobody is here: it is granted again
  const auto shift = m_desk.shiftFor(*m_staff);
  if (!shift) return failed(shift.error());
  std::erase_if(m_away, [&](const ports::HeldParcel& one) { return one.bill.id == taken.bill.id; });
  if (answer->state != HeldState::Granted) {
    if (waits) failed({ErrorCode::RuleRejected, "HELD_GONE"});
    return;
  }
  // Under an id of its own: it may go on to a third till.
  ports::HeldBill bill = taken.bill;
  bill.id = base::Id::make(m_ports.clock->now().utc_ms, *m_ports.random);
  bill.offered = false;
  std::vector<std::string> lost;
  if (heard.owner && *heard.owner)
    if (const auto kept = m_ports.store->keepMember(**heard.owner); !kept) return failed(kept.error());
  if (bill.member.value() != 0 && !knowsOwner(taken)) {
    bill.member = member::MemberNo();
    bill.wish.credential.clear();
    lost.emplace_back("MEMBER");
  }
  const journal::BillHeld event{bill.id,    shift->id,      m_staff->code, std::ssize(bill.lines),
                                bill.total, taken.position, taken.holder,  taken.bill.id};
  if (const auto kept = m_ports.store->takeOverBill(bill, taken.bill.id, m_desk.draftNow(event)); !kept)
    return failed(kept.error());
  ++m_held;
  if (m_list && m_list->held) m_list->held->push_back(heldView(bill));
  const bool here = waits && m_phase == Phase::Selling && !m_returning && m_basket.lines().empty();
  if (!here) return notify(NoticeKind::Info, NoticeCode::BillHeld, {bill.note});
  takeUp(bill, false, std::move(lost));  // where it cannot be (an item that is not sold here) it is this till's now
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
  if (!m_list || !m_list->held || !m_asker) return;
  HeldAwayView view{m_away_state, {}};
  if (m_held_wait) view.asking = m_held_wait->bill;
  if (m_away_state == HeldAwayView::State::Known)
    for (const ports::HeldParcel& parcel : m_away) {
      view.bills.push_back({parcel.holder, parcel.position, heldView(parcel.bill)});
      const auto member = m_ports.store->memberByNo(parcel.bill.member);
      if (!member || !*member || (*member)->id != parcel.member) view.bills.back().bill.masked_name.clear();
    }
  snapshot.held_away = std::move(view);
}

}  // namespace kahui::till
