// Points that are spent at a till of a chain: headquarters is asked while the line is up, and where it cannot be, the
// till spends the rights it was given and a bounded goodwill (loyalty/rights.hpp). One attempt has one id in both.
#include <algorithm>

#include "core/member/phone.hpp"
#include "core/till/sale_desk.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Points;

namespace {

constexpr std::chrono::seconds kQuietAfterSilence{30};

}  // namespace

base::Result<SaleDesk::OfflineTerms> SaleDesk::offlineTerms(const member::Member& member) const {
  const auto confirmed = m_store->confirmedBalance(member.no);
  if (!confirmed) return tl::unexpected(confirmed.error());
  const auto book = m_store->offlineBook(member.no, businessDate());
  if (!book) return tl::unexpected(book.error());
  constexpr std::int64_t kHour_ms = 3'600'000;
  // A member of whom headquarters has said nothing joined here: the balance is this till's own, and new.
  const std::int64_t age_ms = *confirmed ? timeNow().utc_ms - (*confirmed)->as_of_ms : 0;
  OfflineTerms terms;
  terms.member = {book->rights,
                  member.points(),
                  book->open,
                  book->today,
                  static_cast<int>(std::clamp<std::int64_t>((age_ms + kHour_ms - 1) / kHour_ms, 0, 1'000'000)),
                  book->hold,
                  book->barred};
  terms.till = {book->open_all, book->behind};
  return terms;
}

base::Result<std::optional<loyalty::OfflineLimit>> SaleDesk::offlinePoints(const member::Member& member) const {
  if (!m_offline) return std::optional<loyalty::OfflineLimit>();
  const auto terms = offlineTerms(member);
  if (!terms) return tl::unexpected(terms.error());
  return std::optional(loyalty::offlineLimit(terms->member, terms->till, m_rules->offline));
}

bool SaleDesk::mayAskHq() const {
  return m_hq != nullptr && !m_offline && std::chrono::steady_clock::now() >= m_hq_quiet_until;
}

void SaleDesk::hqWasSilent() { m_hq_quiet_until = std::chrono::steady_clock::now() + kQuietAfterSilence; }

// Decided once for a member and a number of points; asked again where either changed.
base::Status SaleDesk::allowPoints(const member::Member& member, Points points) {
  if (m_spend && m_spend->member == member.no && m_spend->points == points && m_spend->online) return {};
  if (points == Points{}) return {};
  const bool again = m_spend && m_spend->member == member.no && m_spend->points == points;
  if (!again) forgetSpend();
  if (!m_offline && m_hq == nullptr) return {};  // nobody watches the line: as a till on its own
  const auto terms = offlineTerms(member);
  if (!terms) return tl::unexpected(terms.error());
  if (!again) m_spend = PointsSpend{member.no, member.id, points, {}, {}, base::Id::make(timeNow().utc_ms, *m_random)};
  const Points rights = std::min(points, loyalty::offlineLimit(terms->member, terms->till, m_rules->offline).rights);
  if (rights < points && mayAskHq()) {
    m_spend->asked = true;
    const auto decided = m_hq->redeem(m_spend->attempt, member.id, points - rights);
    if (!decided) hqWasSilent();
    if (decided && decided->known && !decided->granted) {
      m_spend.reset();  // this attempt stays refused
      return base::fail(ErrorCode::RuleRejected, "HQ_REFUSED");
    }
    if (decided && decided->granted) {
      m_spend->rights = rights;
      m_spend->goodwill = {};
      m_spend->online = true;
      return {};
    }
  }
  const auto spend = loyalty::spendOffline(points, terms->member, terms->till, m_rules->offline);
  if (!spend) return tl::unexpected(spend.error());
  m_spend->rights = spend->rights;
  m_spend->goodwill = spend->goodwill;
  return {};
}

// What was reserved and is not spent is free again; a cancellation that gets lost ends by itself at headquarters.
void SaleDesk::releasePoints() {
  forgetSpend();
  freeCoupons({});
}

void SaleDesk::forgetSpend() {
  if (!m_spend) return;
  const PointsSpend gone = *std::exchange(m_spend, std::nullopt);
  if (gone.asked && mayAskHq() && !m_hq->cancel(gone.attempt, gone.id)) hqWasSilent();
}

base::Result<std::optional<base::Id>> SaleDesk::askForCard(const member::Member& member, Points points) {
  if (!m_store->info().enrolled && m_hq == nullptr) return std::optional<base::Id>();
  if (!mayAskHq()) return base::fail(ErrorCode::RuleRejected, "NEEDS_ONLINE");
  const base::Id attempt = base::Id::make(timeNow().utc_ms, *m_random);
  const auto decided = m_hq->redeem(attempt, member.id, points);
  if (!decided) hqWasSilent();
  if (!decided || !decided->known) return base::fail(ErrorCode::RuleRejected, "NEEDS_ONLINE");
  if (!decided->granted) return base::fail(ErrorCode::RuleRejected, "HQ_REFUSED");
  return std::optional(attempt);
}

void SaleDesk::giveUpForCard(const member::Member& member, const base::Id& attempt) {
  if (mayAskHq() && !m_hq->cancel(attempt, member.id)) hqWasSilent();
}

void SaleDesk::fillSpend(journal::PointsRedeemed& redeemed) const {
  if (!m_spend || m_spend->member.value() != redeemed.member) return;
  redeemed.rights = m_spend->rights;
  redeemed.goodwill = m_spend->goodwill;
  redeemed.attempt = m_spend->attempt.hex();
  redeemed.online = m_spend->online;
}

// Somebody whom this till never saw: headquarters is asked once, and from then on the member is this store's, too.
template <class Ask>
base::Result<bool> SaleDesk::fetchMember(Ask&& ask) {
  if (m_hq == nullptr) return false;
  if (!mayAskHq()) return base::fail(ErrorCode::RuleRejected, "MEMBER_NEEDS_LINE");
  const auto found = ask(*m_hq);
  if (!found) {
    hqWasSilent();
    return base::fail(ErrorCode::RuleRejected, "MEMBER_NEEDS_LINE");
  }
  if (!*found) return false;
  KAHUI_TRY(m_store->keepMember(**found));
  return true;
}

base::Result<bool> SaleDesk::bringByCard(const member::Credential& card) {
  return fetchMember([&](ports::HqDesk& hq) { return hq.byCard(card); });
}

base::Result<bool> SaleDesk::bringByPhone(const std::string& phone) {
  return fetchMember([&](ports::HqDesk& hq) { return hq.byPhone(phone); });
}

base::Result<bool> SaleDesk::bringByNo(member::MemberNo no) {
  return fetchMember([&](ports::HqDesk& hq) { return hq.byNo(no); });
}

base::Result<bool> SaleDesk::bring(std::string_view phone_or_number) {
  if (const auto phone = member::normalizePhone(phone_or_number)) return bringByPhone(*phone);
  const auto no = member::MemberNo::parse(phone_or_number);
  return no ? bringByNo(*no) : base::Result<bool>(false);
}

}  // namespace kahui::till
