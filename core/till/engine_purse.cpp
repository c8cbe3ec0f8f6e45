// Points on the member's card as a tender (cards.md section 5). It has the shape of a payment by code: what may have
// been taken is on disk before the card is asked, stays in the list until a bill holds it or it is known not to have
// happened, and goes back as a refund that the list keeps until the card is seen again.
#include <algorithm>

#include "core/journal/draft.hpp"
#include "core/till/card_load_text.hpp"
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

// A card that is owed something and still lies there gets it at once. Not while a bill is open, which might be somebody
// else's: the card would come onto it.
void Till::Engine::lookForOwed(const ports::OpenPayment& owed) {
  const bool no_bill = m_phase == Phase::Receipt || (m_member_desk && m_member_desk->open);
  if (!owed.refund || !ofCard(owed.provider) || !no_bill) return;
  if (m_looked_for.insert(owed.payment).second) lookAtCards();
}

// An NTAG21x that still lies there after its bill gets what the account holds now (cards.md section 5). Its reader
// writes it by itself while it tells of the card again; that telling is for nobody.
void Till::Engine::renewHint() {
  if (!m_hint_card) return;
  m_renewing = m_hint_card->second;
  lookAtCards();
}

bool Till::Engine::toldByRenewal(const ports::ReaderEvent& event) {
  if (const auto* removed = std::get_if<ports::CardRemoved>(&event)) {
    if (m_hint_card && m_hint_card->first == removed->at) m_hint_card.reset();
  }
  if (std::holds_alternative<ports::CardRefused>(event) && !m_renewing.empty()) {
    const bool torn = std::get<ports::CardRefused>(event).reason == ports::RefuseReason::Torn;
    m_renewing.clear();
    return torn;
  }
  const auto* read = std::get_if<ports::CardRead>(&event);
  if (read == nullptr) return false;
  if (read->card_class == ports::CardClass::Ntag21x) m_hint_card = std::pair(read->at, read->credential);
  const bool ours = read->repeated && read->credential == m_renewing;
  if (read->credential == m_renewing) m_renewing.clear();
  return ours;
}

void Till::Engine::askOpenPurses() {
  for (const ports::OpenPayment& one : m_open_payments) {
    if (!ofCard(one.provider) || (one.paid && !one.refund)) continue;
    if (m_tendering && m_tendering->holds(one.payment)) continue;
    if (m_loading && m_loading->order.payment == one.payment) {
      m_payments->hurry(one.payment);
      continue;
    }
    const ports::PaymentOrder order{one.payment, one.provider, one.amount};
    if (one.refund)
      m_payments->ask(PaymentStep::Refund, order, {}, one.of);
    else
      m_payments->ask(PaymentStep::Query, order);
  }
}

// The bill does without it, and the card is owed what was taken of it: both in one act, or neither.
base::Status Till::Engine::giveBack(const ports::OpenPayment& one, const std::string& reason,
                                    std::vector<journal::Payload> also) {
  const base::WallTime now = m_ports.clock->now();
  journal::PaymentBegun owed;
  owed.payment = base::Id::make(now.utc_ms, *m_ports.random).hex();
  owed.refund = true;
  owed.provider = one.provider;
  owed.amount = one.amount;
  owed.operator_code = m_staff->code;
  owed.of = one.payment;
  const auto draft = [&](journal::Payload payload) {
    return journal::makeDraft(now, m_desk.businessDate(), m_desk.rules().version, *m_ports.random, std::move(payload));
  };
  std::vector<journal::Draft> drafts{draft(journal::PaymentEnded{one.payment, "REVERSED", {}, reason}),
                                     draft(std::move(owed))};
  for (journal::Payload& more : also) {
    drafts.push_back(draft(std::move(more)));
    drafts.back().cause = drafts.front().id;
  }
  if (const auto appended = m_ports.store->appendAll(drafts); !appended) return tl::unexpected(appended.error());
  lookAtOpenPayments(false);
  return {};
}

void Till::Engine::handle(GiveBackPayment& command) {
  const auto done = giveBackByHand(command);
  if (!done) return failed(done.error());
  const bool load = done->provider == ports::kCardLoad;
  notify(NoticeKind::Info, load ? NoticeCode::CardOwes : NoticeCode::PurseOwed, {std::to_string(done->amount.value())});
}

// Nobody knows whether the card paid: a manager lets the bill go, and the next sighting of the card gives back what was
// taken, or finds that nothing was.
base::Result<ports::OpenPayment> Till::Engine::giveBackByHand(GiveBackPayment& command) {
  if (!m_staff) return base::fail(ErrorCode::NotSignedIn);
  const auto open = m_ports.store->openPayment(command.payment);
  if (!open) return tl::unexpected(open.error());
  const bool held = (m_tendering && m_tendering->holds(command.payment)) ||
                    (m_loading && m_loading->order.payment == command.payment);
  if (!*open || (*open)->refund || !ofCard((*open)->provider) || held) return base::fail(ErrorCode::WrongState);
  if (command.reason.empty()) return base::fail(ErrorCode::RuleRejected, "BAD_REASON");
  const auto approver = permit(Right::AdjustPoints, std::move(command.approval));
  if (!approver) return tl::unexpected(approver.error());
  const std::string& who = approver->empty() ? m_staff->code : *approver;
  std::vector<journal::Payload> also;
  if ((*open)->provider == ports::kCardLoad) {
    auto back = loadBack(**open, who, command.reason);
    if (!back) return tl::unexpected(back.error());
    also = *std::move(back);
  }
  KAHUI_TRY(giveBack(**open, "by " + who + ": " + command.reason, std::move(also)));
  if (const auto load = parseCardLoad((*open)->content)) showMoved(member::MemberNo(load->member));
  return **open;
}

// The last part of an open bill, paid from the card: it goes back there.
void Till::Engine::reversePurse() {
  const pricing::Tender last = m_tendering->taken.back();
  ports::OpenPayment one;
  one.payment = last.payment;
  one.provider = last.type;
  one.amount = *last.amount;
  if (const auto done = giveBack(one, {}); !done) return failed(done.error());
  m_tendering->taken.pop_back();
  if (m_tendering->taken.empty()) m_tendering->at.reset();
  if (redrawTender()) notify(NoticeKind::Info, NoticeCode::PurseOwed, {std::to_string(last.amount->value())});
}

}  // namespace kahui::till
