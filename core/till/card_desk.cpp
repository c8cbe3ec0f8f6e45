#include "core/till/card_desk.hpp"

#include <algorithm>

#include "core/base/bytes.hpp"

namespace kahui::till {

namespace {

using base::ErrorCode;
using base::Status;
using member::CardStatus;
using member::Credential;
using member::CredentialKind;
using member::MemberStatus;

constexpr std::size_t kMostNumber = 64;

}  // namespace

Status normaliseCard(Credential& card) {
  if (card.kind != CredentialKind::Uid) {
    const bool digits = !card.value.empty() && card.value.size() <= kMostNumber &&
                        std::all_of(card.value.begin(), card.value.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits ? Status{} : base::fail(ErrorCode::BadInput, "card: a number is expected");
  }
  const auto uid = base::fromHex(card.value);
  if (!uid || (uid->size() != 4 && uid->size() != 7 && uid->size() != 10))
    return base::fail(ErrorCode::BadInput, "card: a UID has 8, 14 or 20 hex digits");
  if (uid->size() == 4 && uid->front() == 0x08) return base::fail(ErrorCode::CardRandomUid);
  for (char& c : card.value) c = c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
  return {};
}

namespace {

// Whether a card may still change; a state that ends its life says so.
Status stillChanges(CardStatus status) {
  switch (status) {
    case CardStatus::Active:
    case CardStatus::Lost:
    case CardStatus::Blocked: return {};
    case CardStatus::Replaced: return base::fail(ErrorCode::CardReplaced);
    case CardStatus::Cancelled: return base::fail(ErrorCode::CardCancelled);
  }
  return base::fail(ErrorCode::CardCancelled);
}

class CardDesk {
 public:
  CardDesk(ports::Store& store, const CardRequest& request, const base::WallTime& at, base::BusinessDate day,
           const CardReward& reward, const CardFee& fee)
      : m_store(store), m_request(request), m_at(at), m_day(day), m_reward(reward), m_fee(fee) {}

  CardAnswer run() {
    if (!m_request.card && m_request.act != CardAct::Change) return base::fail(ErrorCode::BadInput, "card: missing");
    switch (m_request.act) {
      case CardAct::Look: return look();
      case CardAct::Issue: return issue();
      case CardAct::Replace: return replace();
      case CardAct::Change: return change();
    }
    return base::fail(ErrorCode::BadInput);
  }

 private:
  CardAnswer look() {
    const auto hit = m_store.memberByCard(*m_request.card);
    if (!hit) return tl::unexpected(hit.error());
    if (!*hit) return CardDone{.card = *m_request.card};
    return CardDone{.member_no = (*hit)->member.no.text(), .card = *m_request.card, .status = (*hit)->status};
  }

  base::Result<member::Member> wanted() {
    const auto no = member::MemberNo::parse(m_request.member_no);
    if (!no) return base::fail(ErrorCode::BadInput, "member: a member number is expected");
    auto found = m_store.memberByNo(*no);
    if (!found) return tl::unexpected(found.error());
    if (!*found) return base::fail(ErrorCode::UnknownMember, no->masked());
    return **std::move(found);
  }

  // A member whose only card was lost gets a new one (I3).
  base::Result<member::Member> wantedAlive() {
    auto member = wanted();
    if (!member) return member;
    if (member->status == MemberStatus::Frozen || member->status == MemberStatus::Cancelled)
      return base::fail(ErrorCode::MemberFrozen, member->no.masked());
    return member;
  }

  CardAnswer issue() {
    const auto member = wantedAlive();
    if (!member) return tl::unexpected(member.error());
    const auto hit = m_store.memberByCard(*m_request.card);
    if (!hit) return tl::unexpected(hit.error());
    const bool there = *hit && (*hit)->member.no == member->no && (*hit)->status == CardStatus::Active;
    CardDone done{
        .member_no = member->no.text(), .card = *m_request.card, .status = CardStatus::Active, .repeated = there};
    if (!there) KAHUI_TRY(bind(*member, std::nullopt, {}, done));
    return done;
  }

  CardAnswer replace() {
    const auto member = wantedAlive();
    if (!member) return tl::unexpected(member.error());
    const auto now = m_store.memberByCard(*m_request.card);
    if (!now) return tl::unexpected(now.error());
    CardDone done{.member_no = member->no.text(), .card = *m_request.card, .status = CardStatus::Active};
    if (m_request.old_card) {
      const auto old = m_store.memberByCard(*m_request.old_card);
      if (!old) return tl::unexpected(old.error());
      if (!*old || (*old)->member.no != member->no) return base::fail(ErrorCode::UnknownCard, "the old card");
      const bool repeated = (*old)->status == CardStatus::Replaced && *now && (*now)->member.no == member->no &&
                            (*now)->status == CardStatus::Active;
      done.repeated = repeated;
      if (!repeated) KAHUI_TRY(stillChanges((*old)->status));
    }
    done.replaced = m_request.old_card;
    if (done.repeated) return done;
    if (*now) return base::fail(ErrorCode::CardTaken, "member " + (*now)->member.no.masked());
    if (!done.replaced) {
      auto only = onlyCard(*member);
      if (!only) return tl::unexpected(only.error());
      done.replaced = *std::move(only);
    }
    const auto reward = rewardOf(*member);
    if (!reward) return tl::unexpected(reward.error());
    if (*reward) done.reward = (*reward)->points;
    KAHUI_TRY(bind(*member, done.replaced, *reward, done));
    return done;
  }

  CardAnswer change() {
    if (m_request.status == CardStatus::Replaced)
      return base::fail(ErrorCode::BadInput, "status: LOST, CANCELLED, BLOCKED or ACTIVE is expected");
    std::optional<Credential> card = m_request.card;
    if (!card) {
      const auto member = wanted();
      if (!member) return tl::unexpected(member.error());
      auto only = onlyCard(*member);
      if (!only) return tl::unexpected(only.error());
      card = *std::move(only);
    }
    const auto hit = m_store.memberByCard(*card);
    if (!hit) return tl::unexpected(hit.error());
    if (!*hit) return base::fail(ErrorCode::UnknownCard);
    CardDone done{.member_no = (*hit)->member.no.text(), .card = *card, .status = m_request.status};
    done.repeated = (*hit)->status == m_request.status;
    if (done.repeated) return done;
    KAHUI_TRY(stillChanges((*hit)->status));
    KAHUI_TRY(m_store.changeCard({*card, m_request.status, m_request.reason, m_request.operator_code}, m_at, m_day));
    return done;
  }

  // The one card of a member that has not come to its end.
  base::Result<Credential> onlyCard(const member::Member& member) {
    std::optional<Credential> only;
    for (const Credential& card : member.profile.cards) {
      const auto hit = m_store.memberByCard(card);
      if (!hit) return tl::unexpected(hit.error());
      if (!*hit || (*hit)->member.no != member.no || !stillChanges((*hit)->status)) continue;
      if (only) return base::fail(ErrorCode::BadInput, "the member has several cards: name the one that is meant");
      only = card;
    }
    if (!only) return base::fail(ErrorCode::UnknownCard, "the member has no card in use");
    return *only;
  }

  // Once a member, whatever became of it.
  base::Result<std::optional<journal::PointsRewarded>> rewardOf(const member::Member& member) {
    if (m_reward.points == base::Points{}) return std::optional<journal::PointsRewarded>();
    const auto given = m_store.rewardsBy(member.no);
    if (!given) return tl::unexpected(given.error());
    for (const auto& one : *given)
      if (one.why == journal::kCardReward) return std::optional<journal::PointsRewarded>();
    journal::PointsRewarded reward;
    reward.member = member.no.value();
    reward.why = journal::kCardReward;
    reward.key = member::name(CardStatus::Replaced);
    reward.points = m_reward.points;
    reward.expires = m_reward.expires;
    return std::optional(std::move(reward));
  }

  Status bind(const member::Member& member, std::optional<Credential> replaces,
              std::optional<journal::PointsRewarded> reward, CardDone& done) {
    ports::CardToBind wanted{member.no, *m_request.card, std::move(replaces), m_request.operator_code,
                             m_request.reason};
    wanted.reward = std::move(reward);
    wanted.rules_version = m_reward.rules_version;
    if (!m_fee.pay) return m_store.bindCard(wanted, m_at, m_day);
    return bindPaid(wanted, done);
  }

  Status bindPaid(const ports::CardToBind& wanted, CardDone& done) {
    const bool due = m_fee.due > base::Money{};
    if (!due && !m_request.tenders.empty()) return base::fail(ErrorCode::RuleRejected, "CARD_FEE_NONE");
    if (!due) return m_store.bindCard(wanted, m_at, m_day);
    if (m_request.tenders.empty())
      return base::fail(ErrorCode::RuleRejected, "CARD_FEE_DUE " + std::to_string(m_fee.due.value()));
    auto binding = m_store.cardBinding(wanted);
    if (!binding) return tl::unexpected(binding.error());
    auto receipt = m_fee.pay(wanted.member, *std::move(binding));
    if (!receipt) return tl::unexpected(receipt.error());
    done.fee = m_fee.due;
    done.receipt_no = *std::move(receipt);
    return {};
  }

  ports::Store& m_store;
  const CardRequest& m_request;
  const base::WallTime m_at;
  const base::BusinessDate m_day;
  const CardReward& m_reward;
  const CardFee& m_fee;
};

}  // namespace

CardAnswer changeCard(ports::Store& store, const ports::Staff& staff, CardRequest request, const base::WallTime& at,
                      base::BusinessDate day, const CardReward& reward, const CardFee& fee) {
  if (staff.role == ports::StaffRole::Cashier) return base::fail(ErrorCode::NoRight, "card");
  for (auto* card : {&request.card, &request.old_card})
    if (*card) KAHUI_TRY(normaliseCard(**card));
  return CardDesk(store, request, at, day, reward, fee).run();
}

}  // namespace kahui::till
