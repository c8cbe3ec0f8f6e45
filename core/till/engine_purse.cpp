// Points on the member's card as a tender (cards.md section 5). It has the shape of a payment by code: what may have
// been taken is on disk before the card is asked, stays in the list until a bill holds it or it is known not to have
// happened, and goes back as a refund that the list keeps until the card is seen again.
#include <algorithm>

#include "core/journal/draft.hpp"
#include "core/till/engine.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Money;

// Of the member whose card lies there; nothing where the till cannot take it.
std::optional<PurseView> Till::Engine::purseView() const {
  const auto& member = m_basket.member();
  const Money one = m_desk.rules().points.value;
  if (!m_ports.purse || !member || !member->purse || one <= Money{}) return std::nullopt;
  const base::Points points(std::max(0, member->purse->points));
  return PurseView{points, Money(points.value() * one.value())};
}

void Till::Engine::handle(const PayByPurse&) {
  const auto begun = payByPurse();
  if (!begun) failed(begun.error());
}

// As much as the card holds, in whole points.
base::Status Till::Engine::payByPurse() {
  if (m_phase != Phase::Tendering || !m_staff) return base::fail(ErrorCode::WrongState);
  if (m_tendering->running) return base::fail(ErrorCode::RuleRejected, "PAYMENT_UNDER_WAY");
  const auto view = purseView();
  if (!view || !m_payments) return base::fail(ErrorCode::RuleRejected, "NO_CARD_PURSE");
  const Money one = m_desk.rules().points.value;
  const std::int64_t points = std::min(m_tender->next, view->worth).value() / one.value();
  if (points <= 0) return base::fail(ErrorCode::RuleRejected, "CARD_TOO_LITTLE");
  const std::string uid = m_basket.member()->purse->uid;
  const std::string masked = maskCredential({member::CredentialKind::Uid, uid});
  m_paying_card = uid;
  return beginPaying(std::string(kPurseTender), masked, uid + ":" + std::to_string(points),
                     Money(points * one.value()));
}

// A card of the shop with points on it lies on a reader: what was open about it can be told now.
bool Till::Engine::purseSeen(const ports::CardRead& event) {
  if (!m_ports.purse || !m_payments || event.card_class != ports::CardClass::Desfire ||
      event.trust != ports::Trust::Authenticated)
    return false;
  askOpenPurses();
  const auto& member = m_basket.member();
  if (member && event.purse && member->purse && member->purse->uid == event.credential)
    m_basket.setPurse(CardPurse{event.credential, *event.purse});
  // The payment may be settled before the reader tells of the card that made it: its receipt stays.
  const bool paid_this = m_paying_card == event.credential;
  if (m_phase != Phase::Tendering) m_paying_card.clear();
  if (m_phase == Phase::Receipt) return paid_this;
  if (m_phase != Phase::Tendering) return false;
  if (m_tendering->running && m_tendering->running->order.provider == kPurseTender) {
    if (m_tendering->running->stage == PaymentView::Stage::Unknown) {
      handle(AskPayment{});
    } else {
      m_payments->hurry(m_tendering->running->order.payment);
    }
    return true;
  }
  if (!member || !event.purse) return false;
  const auto hit = m_ports.store->memberByCard({member::CredentialKind::Uid, event.credential});
  if (!hit || !*hit || (*hit)->member.no != member->member.no || (*hit)->status != member::CardStatus::Active)
    return false;
  m_basket.setPurse(CardPurse{event.credential, *event.purse});
  redrawTender();
  return true;
}

void Till::Engine::askOpenPurses() {
  for (const ports::OpenPayment& one : m_open_payments) {
    if (one.provider != kPurseTender || (one.paid && !one.refund)) continue;
    if (m_tendering && m_tendering->holds(one.payment)) continue;
    const ports::PaymentOrder order{one.payment, one.provider, one.amount};
    if (one.refund)
      m_payments->ask(PaymentStep::Refund, order, {}, one.of);
    else
      m_payments->ask(PaymentStep::Query, order);
  }
}

// The bill does without it, and the card is owed what was taken of it: both in one act, or neither.
base::Status Till::Engine::giveBack(const std::string& payment, Money amount, const std::string& reason) {
  const base::WallTime now = m_ports.clock->now();
  journal::PaymentBegun owed;
  owed.payment = base::Id::make(now.utc_ms, *m_ports.random).hex();
  owed.refund = true;
  owed.provider = kPurseTender;
  owed.amount = amount;
  owed.operator_code = m_staff->code;
  owed.of = payment;
  const auto draft = [&](journal::Payload payload) {
    return journal::makeDraft(now, m_desk.businessDate(), m_desk.rules().version, *m_ports.random, std::move(payload));
  };
  std::vector<journal::Draft> drafts{draft(journal::PaymentEnded{payment, "REVERSED", {}, reason}),
                                     draft(std::move(owed))};
  if (const auto appended = m_ports.store->appendAll(drafts); !appended) return tl::unexpected(appended.error());
  lookAtOpenPayments(false);
  return {};
}

void Till::Engine::handle(GiveBackPayment& command) {
  const auto done = giveBackByHand(command);
  if (!done) return failed(done.error());
  notify(NoticeKind::Info, NoticeCode::PurseOwed, {std::to_string(done->value())});
}

// Nobody knows whether the card paid: a manager lets the bill go, and the next sighting of the card gives back what was
// taken, or finds that nothing was.
base::Result<Money> Till::Engine::giveBackByHand(GiveBackPayment& command) {
  if (!m_staff) return base::fail(ErrorCode::NotSignedIn);
  const auto open = m_ports.store->openPayment(command.payment);
  if (!open) return tl::unexpected(open.error());
  const bool held = m_tendering && m_tendering->holds(command.payment);
  if (!*open || (*open)->refund || (*open)->provider != kPurseTender || held) return base::fail(ErrorCode::WrongState);
  if (command.reason.empty()) return base::fail(ErrorCode::RuleRejected, "BAD_REASON");
  const auto approver = permit(Right::AdjustPoints, std::move(command.approval));
  if (!approver) return tl::unexpected(approver.error());
  const std::string& who = approver->empty() ? m_staff->code : *approver;
  KAHUI_TRY(giveBack((*open)->payment, (*open)->amount, "by " + who + ": " + command.reason));
  return (*open)->amount;
}

// The last part of an open bill, paid from the card: it goes back there.
void Till::Engine::reversePurse() {
  const pricing::Tender last = m_tendering->taken.back();
  if (const auto done = giveBack(last.payment, *last.amount, {}); !done) return failed(done.error());
  m_tendering->taken.pop_back();
  if (m_tendering->taken.empty()) m_tendering->at.reset();
  if (redrawTender()) notify(NoticeKind::Info, NoticeCode::PurseOwed, {std::to_string(last.amount->value())});
}

}  // namespace kahui::till
