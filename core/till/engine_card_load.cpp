// Points from the account onto the card (cards.md section 5). The account gives them up in the act that says what the
// card is to get; the card takes them while it lies there, or they come back: an open payment keeps them until one of
// both is known. Two purses never share points.
#include <algorithm>

#include "core/base/text.hpp"
#include "core/journal/draft.hpp"
#include "core/pricing/lots.hpp"
#include "core/sale/sale_record.hpp"
#include "core/till/card_load_text.hpp"
#include "core/till/engine.hpp"
#include "core/till/grade_rights.hpp"
#include "core/till/member_view.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Money;
using base::Points;
using ports::PaymentOutcome;

// A card that proved itself at the member desk, with what it holds. True: the desk has dealt with it.
bool Till::Engine::purseAtDesk(const ports::CardRead& event) {
  if (!m_ports.purse || !event.purse || event.card_class != ports::CardClass::Desfire ||
      event.trust != ports::Trust::Authenticated)
    return false;
  const auto hit = m_ports.store->memberByCard({member::CredentialKind::Uid, event.credential});
  if (!hit || !*hit || (*hit)->status != member::CardStatus::Active) return false;
  m_desk_purse = DeskPurse{event.credential, (*hit)->member.no, Points(*event.purse)};
  if (m_loading_card != event.credential || !loadView()) return false;
  if (m_loading)
    m_loading->seen = true;
  else
    m_loading_card.clear();
  return true;  // its member is shown, and the notice says what became of the points
}

bool Till::Engine::canLoad() const {
  return m_ports.purse && m_ports.purse->loadCap() > Points{} && m_desk.rules().points.value > Money{};
}

// Of the shown member; nothing where the till puts no points on cards, or his card was not seen.
std::optional<CardLoadView> Till::Engine::loadView() const {
  if (!m_member_desk || !m_member_desk->page || !canLoad()) return std::nullopt;
  if (!m_desk_purse || m_desk_purse->member.text() != m_member_desk->page->head.member_no) return std::nullopt;
  CardLoadView view{.masked = maskCredential({member::CredentialKind::Uid, m_desk_purse->uid})};
  view.on_card = m_desk_purse->points;
  view.room = std::max(Points{}, m_ports.purse->loadCap() - m_desk_purse->points);
  if (m_loading) view.running = CardLoadView::Running{m_loading->points, m_loading->stage};
  return view;
}

void Till::Engine::handle(LoadCard& command) {
  const bool ready = readyForBasket();
  const auto begun = ready ? beginLoading(command) : base::Status{};
  base::wipe(command.member_pin);
  base::wipe(command.approval.pin);
  if (!begun) failed(begun.error());
}

base::Status Till::Engine::mayLoad(const AttachedMember& member, const LoadCard& command) {
  if (command.points <= Points{} || command.points.value() > INT32_MAX)
    return base::fail(ErrorCode::OutOfRange, "points");
  if (member.member.status != member::MemberStatus::Active)
    return base::fail(ErrorCode::MemberFrozen, member.member.no.masked());
  const auto hit = m_ports.store->memberByCard({member::CredentialKind::Uid, m_desk_purse->uid});
  if (!hit) return tl::unexpected(hit.error());
  const bool own = *hit && (*hit)->member.no == member.member.no && (*hit)->status == member::CardStatus::Active;
  if (!own) return base::fail(ErrorCode::UnknownCard, "not this member's");
  if (command.points > m_ports.purse->loadCap() - m_desk_purse->points)
    return base::fail(ErrorCode::RuleRejected, "CARD_FULL");
  const auto usable = pricing::usableLots(memberView(member).lots, m_desk.today());
  if (command.points > pricing::availableOf(usable, member.member.frozen))
    return base::fail(ErrorCode::RuleRejected, "POINTS_INSUFFICIENT");
  MemberPin pin = member.has_pin ? MemberPin::NotShown : MemberPin::None;
  if (member.has_pin && !command.member_pin.empty()) {
    KAHUI_TRY(m_ports.store->verifyMemberPin(member.member.no, command.member_pin, m_desk.businessDate()));
    pin = MemberPin::Shown;
  }
  return mayPayWith({command.points, {}}, m_desk.rules().grades, ports::Trust::Authenticated, pin, m_desk.isOffline());
}

base::Status Till::Engine::beginLoading(LoadCard& command) {
  if (!m_member_desk || !m_member_desk->page || m_loading || m_writing || !m_staff)
    return base::fail(ErrorCode::WrongState);
  if (!canLoad() || !m_payments) return base::fail(ErrorCode::RuleRejected, "NO_CARD_PURSE");
  if (!loadView()) return base::fail(ErrorCode::RuleRejected, "CARD_NOT_SEEN");
  const auto approver = permit(Right::TopUp, std::move(command.approval));
  if (!approver) return tl::unexpected(approver.error());
  auto found = m_ports.store->memberByNo(m_desk_purse->member);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return base::fail(ErrorCode::UnknownMember, m_desk_purse->member.masked());
  AttachedMember attached{**std::move(found), {}};
  auto lots = m_ports.store->pointsLots(attached.member.no);
  if (!lots) return tl::unexpected(lots.error());
  attached.lots = *std::move(lots);
  const auto has_pin = m_ports.store->hasMemberPin(attached.member.no);
  if (!has_pin) return tl::unexpected(has_pin.error());
  attached.has_pin = *has_pin;
  KAHUI_TRY(mayLoad(attached, command));
  const auto allowed = m_desk.askForCard(attached.member, command.points);
  if (!allowed) return tl::unexpected(allowed.error());
  auto stored = storeLoad(attached, command.points, *approver, *allowed);
  if (!stored && *allowed) m_desk.giveUpForCard(attached.member, **allowed);
  return stored;
}

// The intent and the account's part in one act; from here on it is open until its end is known.
base::Status Till::Engine::storeLoad(const AttachedMember& attached, Points points, const std::string& approver,
                                     const std::optional<base::Id>& attempt) {
  const base::WallTime now = m_ports.clock->now();
  CardLoad load{attached.member.no.value(), {}};
  auto usable = pricing::usableLots(memberView(attached).lots, m_desk.today());
  for (const auto& spend : pricing::spendLots(usable, points, m_desk.rules().points.spend_order))
    load.lots.push_back(sale::lotPartOf(spend));
  journal::PaymentBegun begun;
  begun.payment = base::Id::make(now.utc_ms, *m_ports.random).hex();
  begun.provider = std::string(ports::kCardLoad);
  begun.amount = Money(points.value() * m_desk.rules().points.value.value());
  begun.code = maskCredential({member::CredentialKind::Uid, m_desk_purse->uid});
  begun.operator_code = m_staff->code;
  begun.content = cardLoadText(load);
  journal::PointsLoaded loaded{load.member,   begun.payment, false, load.lots,
                               m_staff->code, approver,      {},    attempt ? attempt->hex() : std::string()};
  const ports::PaymentOrder order{begun.payment, begun.provider, begun.amount};
  std::vector<journal::Draft> drafts{m_desk.draftNow(std::move(begun)), m_desk.draftNow(std::move(loaded))};
  drafts[1].cause = drafts[0].id;
  if (const auto appended = m_ports.store->appendAll(drafts); !appended) return tl::unexpected(appended.error());
  m_loading = Loading{order, points, PaymentView::Stage::Asking};
  m_loading_card = m_desk_purse->uid;
  lookAtOpenPaymentsQuietly();  // it stands among them until its end, and is asked about when its card is seen
  m_payments->ask(PaymentStep::Pay, order, m_desk_purse->uid + ":" + std::to_string(points.value()));
  m_notice.reset();
  showMoved(attached.member.no);
  return {};
}

void Till::Engine::handle(const StopLoading&) {
  if (!m_loading || !m_payments) return failed({ErrorCode::WrongState, {}});
  m_loading->stage = PaymentView::Stage::Reversing;
  m_payments->cancel(m_loading->order.payment);
}

// Of the load under way; true: the news was its.
bool Till::Engine::loadNews(const PaymentNews& news) {
  if (!m_loading || m_loading->order.payment != news.payment) return false;
  const bool asked = m_loading->stage == PaymentView::Stage::Asking;
  if (news.stage == PaymentStage::Ended) {
    // The reader tells of the card that got them before or after this.
    if (m_loading->seen || news.outcome != PaymentOutcome::Paid) m_loading_card.clear();
    m_loading.reset();
    settleOpen(news);
    return true;
  }
  m_loading->stage =
      news.stage == PaymentStage::Reversing ? PaymentView::Stage::Reversing : PaymentView::Stage::Waiting;
  if (asked) lookAtCards();
  return true;
}

// The end of a load in one act: the card has them, or the account has them again.
void Till::Engine::settleLoad(const ports::OpenPayment& one, const PaymentNews& news) {
  const auto load = parseCardLoad(one.content);
  if (!load) return failed(load.error());
  const std::vector<std::string> args{std::to_string(load->points().value()), one.code, news.reason};
  if (news.outcome == PaymentOutcome::Unknown) {
    lookAtOpenPaymentsQuietly();
    return notify(NoticeKind::Warning, NoticeCode::CardLoadUnknown, args);
  }
  const bool done = news.outcome == PaymentOutcome::Paid;
  std::vector<journal::Draft> drafts{m_desk.draftNow(journal::PaymentEnded{one.payment,
                                                                           done            ? "LOADED"
                                                                           : news.reversed ? "REVERSED"
                                                                                           : "UNPAID",
                                                                           news.transaction, news.reason})};
  if (!done) {
    drafts.push_back(m_desk.draftNow(
        journal::PointsLoaded{load->member, one.payment, true, load->lots, one.operator_code, {}, {}, {}}));
    drafts[1].cause = drafts[0].id;
  }
  if (const auto appended = m_ports.store->appendAll(drafts); !appended) return failed(appended.error());
  lookAtOpenPaymentsQuietly();
  showMoved(member::MemberNo(load->member));
  if (done)
    notify(NoticeKind::Good, NoticeCode::CardLoaded, args);
  else
    notify(NoticeKind::Warning, NoticeCode::CardNotLoaded, args);
}

// Points of a member moved: the desk and the bill show what there is now.
void Till::Engine::showMoved(member::MemberNo no) {
  if (m_basket.member() && m_basket.member()->member.no == no) refreshMember();
  if (m_member_desk && m_member_desk->page && m_member_desk->page->head.member_no == no.text()) showMember(no);
}

// A manager gives the account its points again; the card, if it got them, gives them back when it is seen.
base::Result<std::vector<journal::Payload>> Till::Engine::loadBack(const ports::OpenPayment& one,
                                                                   const std::string& approver,
                                                                   const std::string& reason) const {
  const auto load = parseCardLoad(one.content);
  if (!load) return tl::unexpected(load.error());
  std::vector<journal::Payload> also;
  also.emplace_back(
      journal::PointsLoaded{load->member, one.payment, true, load->lots, m_staff->code, approver, reason, {}});
  return also;
}

}  // namespace kahui::till
