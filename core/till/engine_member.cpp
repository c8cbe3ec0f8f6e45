// The member desk's commands.
#include <algorithm>

#include "core/base/text.hpp"
#include "core/till/card_desk.hpp"
#include "core/till/engine.hpp"
#include "core/till/member_desk.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::wipe;

namespace {

// What stands on the screen of what was looked for: a full number is not shown again.
std::string shownQuery(const std::string& text) {
  return text.size() <= 4 ? text : "****" + text.substr(text.size() - 4);
}

}  // namespace

MemberDesk Till::Engine::memberDesk() { return {*m_ports.store, m_desk, *m_ports.random, m_ports.clock->now()}; }

MemberDeskView& Till::Engine::deskView() {
  if (!m_member_desk) m_member_desk.emplace();
  m_member_desk->consent = m_desk.rules().desk.consent;
  m_member_desk->join_purchase = m_desk.rules().desk.join_purchase;
  m_member_desk->may_reveal = m_staff && mayDo(m_staff->role, Right::RevealMember);
  return *m_member_desk;
}

base::Result<Signers> Till::Engine::signersOf(Approval approval) {
  if (!m_staff) return base::fail(ErrorCode::NotSignedIn);
  Signers signers{*m_staff};
  if (approval.code.empty()) return signers;
  const auto verified = verify(approval.code, approval.pin);
  wipe(approval.pin);
  if (!verified) return tl::unexpected(verified.error());
  auto staff = m_desk.staff(approval.code);
  if (!staff) return tl::unexpected(staff.error());
  signers.approver = *std::move(staff);
  return signers;
}

bool Till::Engine::showMember(member::MemberNo no) {
  auto page = memberDesk().page(no);
  if (!page) {
    failed(page.error());
    return false;
  }
  MemberDeskView& view = deskView();
  const bool same = view.page && view.page->head.member_no == page->head.member_no;
  view.page = std::move(*page);
  view.hits.clear();
  if (same) return true;
  view.revealed.reset();
  view.voucher.reset();
  return true;
}

void Till::Engine::handle(const OpenMemberDesk&) {
  if (!readyForBasket()) return;
  deskView().open = true;
  m_member_desk->hits.clear();
  m_notice.reset();
  if (m_basket.member()) showMember(m_basket.member()->member.no);
}

void Till::Engine::handle(const CloseMemberDesk&) { m_member_desk.reset(); }

void Till::Engine::handle(const FindMembers& command) {
  if (!readyForBasket()) return;
  if (takeForm(command.text)) return;
  MemberDeskView& view = deskView();
  view.hits.clear();
  view.page.reset();
  view.revealed.reset();
  view.voucher.reset();
  view.asked = shownQuery(command.text);
  auto hits = memberDesk().find(command.text);
  if (!hits) return failed(hits.error());
  m_notice.reset();
  const bool one = hits->size() == 1 && command.text.size() > 4;  // four digits alone say nobody for certain
  if (one && view.open) {
    showMember(*member::MemberNo::parse(hits->front().member_no));
    return;
  }
  if (one) return handle(TakeMember{hits->front().member_no});
  view.hits = std::move(*hits);
}

void Till::Engine::handle(const ShowMember& command) {
  if (!readyForBasket()) return;
  MemberDeskView& view = deskView();
  if (command.member_no.empty()) {
    view.page.reset();
    view.revealed.reset();
    view.voucher.reset();
    return;
  }
  const auto no = member::MemberNo::parse(command.member_no);
  if (!no) return failed({ErrorCode::UnknownMember, {}});
  showMember(*no);
}

void Till::Engine::handle(const TakeMember& command) {
  if (!readyForBasket()) return;
  m_member_desk.reset();
  attach(m_desk.memberByText(command.member_no));
}

void Till::Engine::handle(JoinMember& command) {
  if (!readyForBasket()) return;
  const auto signers = signersOf({});
  if (!signers) return failed(signers.error());
  command.request.card.reset();
  if (command.with_card) command.request.card = m_desk_card;
  command.request.open_bill = m_priced && !m_basket.member() ? m_priced->total : base::Money{};
  const bool with_card = command.request.card.has_value();
  const auto done = memberDesk().join(command.request, *signers);
  wipe(command.request.phone);
  wipe(command.request.name);
  wipe(command.request.tax_no);
  wipe(command.request.contact);
  if (!done) return failed(done.error());
  m_member_desk.reset();
  m_desk_card.reset();
  const std::string who = done->masked_name.empty() ? done->masked_phone : done->masked_name;
  if (done->pending) return notify(NoticeKind::Info, NoticeCode::MemberJoined, {who, "PENDING", "0"});
  attach(m_desk.memberByText(done->member_no.text()));
  if (m_notice && m_notice->kind == NoticeKind::Error) return;
  notify(NoticeKind::Good, NoticeCode::MemberJoined,
         {who, std::to_string(done->gift.value()), done->gift_coupon.empty() ? "0" : "1"});
  if (with_card) chargeCard(done->member_no);
}

void Till::Engine::handle(ActOnMember& command) {
  if (!readyForBasket()) return;
  const auto signers = signersOf(std::move(command.approval));
  auto done = signers ? memberDesk().act(command.request, *signers) : MemberAnswer(tl::unexpected(signers.error()));
  wipe(command.request.member_pin);
  wipe(command.request.new_pin);
  if (!done) return failed(done.error());
  MemberDeskView& view = deskView();
  if (done->act == MemberAct::Erase) {
    if (m_basket.member() && m_basket.member()->member.no == done->member_no) m_basket.attach(std::nullopt);
    view.page.reset();
    view.revealed.reset();
    view.voucher.reset();
    repriced();
  } else {
    // The bill shows the member as he is now.
    if (m_basket.member() && m_basket.member()->member.no == done->member_no) refreshMember();
    showMember(done->member_no);
  }
  if (done->act == MemberAct::Reveal)
    view.revealed = view.revealed =
        RevealedView{done->clear_name, done->clear_phone, done->clear_tax_no, done->clear_contact};
  if (done->voucher) view.voucher = std::move(done->voucher);
  notify(NoticeKind::Good, NoticeCode::MemberDeskDone,
         {std::to_string(static_cast<int>(done->act)), std::to_string(done->points.value())});
}

// What a desk's act changed of the member whose bill is open.
void Till::Engine::refreshMember() {
  const AttachedMember before = *m_basket.member();
  auto found = m_desk.memberByText(before.member.no.text());
  if (!found) {
    m_basket.attach(std::nullopt);
    repriced();
    return failed(found.error());
  }
  found->credential = before.credential;
  found->trust = before.trust;
  found->purse = before.purse;
  if (const auto loaded = m_desk.loadBenefits(*found); !loaded) return failed(loaded.error());
  m_basket.attach(std::move(*found));
  repriced();
}

void Till::Engine::handle(ActOnCard& command) {
  if (!readyForBasket()) return;
  if (!m_member_desk || !m_member_desk->page) return failed({ErrorCode::WrongState, {}});
  const auto signers = signersOf(std::move(command.approval));
  if (!signers) return failed(signers.error());
  const auto no = *member::MemberNo::parse(m_member_desk->page->head.member_no);
  const auto member = m_ports.store->memberByNo(no);
  if (!member) return failed(member.error());
  CardRequest request{.act = command.act,
                      .operator_code = signers->by.code,
                      .member_no = no.text(),
                      .status = command.status,
                      .reason = command.reason};
  const auto& cards = (*member)->profile.cards;
  std::optional<member::Credential> chosen;
  if (command.card >= 0 && static_cast<std::size_t>(command.card) < cards.size())
    chosen = cards[static_cast<std::size_t>(command.card)];
  if (command.act == CardAct::Change) {
    request.card = chosen;
  } else {
    if (!m_desk_card) return failed({ErrorCode::UnknownCard, "no card was tapped"});
    request.card = m_desk_card;
    request.old_card = chosen;
  }
  if (command.act != CardAct::Change)
    if (const auto may = mayChargeCard(no); !may) return failed(may.error());
  const auto& signer = signers->approver ? *signers->approver : signers->by;
  const auto done = till::changeCard(*m_ports.store, signer, std::move(request), m_ports.clock->now(),
                                     m_desk.businessDate(), m_desk.cardReward());
  if (!done) return failed(done.error());
  m_desk_card.reset();
  m_member_desk->card.reset();
  showMember(no);
  notify(NoticeKind::Good, NoticeCode::MemberCardDone,
         {std::string(member::name(done->status)), std::to_string(done->reward.value())});
  if (command.act != CardAct::Change && !done->repeated) chargeCard(no);
}

void Till::Engine::handle(const DropDeskCard&) {
  m_desk_card.reset();
  if (m_member_desk) m_member_desk->card.reset();
}

void Till::Engine::handle(const HideRevealed&) {
  if (m_member_desk) m_member_desk->revealed.reset();
}

void Till::Engine::handle(const CloseVoucher&) {
  if (m_member_desk) m_member_desk->voucher.reset();
}

// A known card shows its member, another one waits to be given to somebody.
void Till::Engine::cardAtDesk(const member::Credential& card) {
  const auto hit = m_ports.store->memberByCard(card);
  if (!hit) return failed(hit.error());
  MemberDeskView& view = deskView();
  if (*hit) {
    m_desk_card.reset();
    view.card.reset();
    if (showMember((*hit)->member.no)) m_notice.reset();
    return;
  }
  m_desk_card = card;
  view.card = TappedCardView{card.kind, maskCredential(card)};
  notify(NoticeKind::Info, NoticeCode::DeskCardWaits, {view.card->masked});
}

}  // namespace kahui::till
