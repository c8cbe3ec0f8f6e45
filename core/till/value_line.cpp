// Stored value and count cards are headquarters' in a chain: what other tills topped up and used is fetched before
// anything of it is spent, topped up or closed. Where headquarters cannot be asked, the till pays within the offline
// limits from what it knows (O1, O2).
#include <algorithm>

#include "core/loyalty/offline.hpp"
#include "core/till/sale_desk.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Money;

namespace {

constexpr std::chrono::seconds kFresh{10};  // several steps of one bill ask once

int ageOf(const ports::StoredAccount& account, std::int64_t now_ms) {
  constexpr std::int64_t kHour_ms = 3'600'000;
  // Of what headquarters has said nothing, the balance is this till's own, and new.
  const std::int64_t age_ms = account.hq ? now_ms - account.hq->as_of_ms : 0;
  return static_cast<int>(std::clamp<std::int64_t>((age_ms + kHour_ms - 1) / kHour_ms, 0, 1'000'000));
}

}  // namespace

base::Result<bool> SaleDesk::askForValue(const member::Member& member, member::MemberNo* merged) {
  if (m_hq == nullptr) return false;
  const auto now = std::chrono::steady_clock::now();
  if (m_value_asked && m_value_asked->member == member.no && now - m_value_asked->at < kFresh && !m_offline)
    return true;
  m_value_asked.reset();
  if (!mayAskHq()) return false;
  const auto found = m_hq->byNo(member.no);
  if (!found) {
    hqWasSilent();
    return false;
  }
  // Whom headquarters does not know yet joined here; under another's number he cannot be asked for, unless he became
  // that one.
  if (*found && (*found)->id != member.id) {
    if (merged == nullptr || member.status != member::MemberStatus::Cancelled) return false;
    *merged = (*found)->no;
  }
  if (*found) KAHUI_TRY(m_store->keepMember(**found));
  m_value_asked = ValueAsked{member.no, now};
  return true;
}

base::Status SaleDesk::freshValue(AttachedMember& member) {
  const auto asked = askForValue(member.member);
  if (!asked) return tl::unexpected(asked.error());
  return loadValue(member);
}

base::Status SaleDesk::allowStored(const AttachedMember& member, Money amount) {
  if (!m_offline && m_hq == nullptr) return {};  // a till on its own
  const auto asked = askForValue(member.member);
  if (!asked) return tl::unexpected(asked.error());
  const auto known = m_store->storedAccount(member.member.no, businessDate());
  if (!known) return tl::unexpected(known.error());
  const ports::StoredAccount account = known->value_or(ports::StoredAccount{});
  if (account.principal + account.bonus < amount) return base::fail(ErrorCode::RuleRejected, "STORED_INSUFFICIENT");
  if (*asked) return {};
  return loyalty::offlineAllowed(loyalty::OfflineAct::Stored, amount.value(), account.spent_on_day.value(),
                                 ageOf(account, timeNow().utc_ms), *m_rules);
}

std::optional<Money> SaleDesk::offlineValue(const ports::StoredAccount& account) const {
  if (!m_offline) return std::nullopt;
  if (ageOf(account, timeNow().utc_ms) > m_rules->offline.max_age_hours) return Money{};
  const Money left = m_rules->offline.stored_per_day - account.spent_on_day;
  return std::max(Money{}, std::min(left, account.principal + account.bonus));
}

// Topping up, closing and giving back want the balance of this moment.
base::Status SaleDesk::needsLine(const member::Member& member) {
  if (m_hq == nullptr) return {};  // the rules themselves judge m_offline
  const auto asked = askForValue(member);
  if (!asked) return tl::unexpected(asked.error());
  return *asked ? base::Status{} : base::fail(ErrorCode::RuleRejected, "NEEDS_ONLINE");
}

// O1: what goes back to stored value wants the line, and is booked on top of what headquarters says now.
base::Status SaleDesk::valueForRefund(member::MemberNo no, Money back, AttachedMember& member) {
  auto known = m_store->memberByNo(no);
  if (!known) return tl::unexpected(known.error());
  if (!*known) return base::fail(ErrorCode::UnknownMember);
  member.member = std::move(**known);
  if (m_hq == nullptr && m_offline)
    KAHUI_TRY(loyalty::offlineAllowed(loyalty::OfflineAct::StoredRefund, back.value(), 0, 0, *m_rules));
  member::MemberNo merged = no;
  const auto asked = m_hq == nullptr ? base::Result<bool>(true) : askForValue(member.member, &merged);
  if (!asked) return tl::unexpected(asked.error());
  if (!*asked) return base::fail(ErrorCode::RuleRejected, "NEEDS_ONLINE");
  if (merged != no) {
    auto survivor = m_store->memberByNo(merged);
    if (!survivor) return tl::unexpected(survivor.error());
    if (*survivor) member.member = std::move(**survivor);
  }
  return loadValue(member);
}

}  // namespace kahui::till
