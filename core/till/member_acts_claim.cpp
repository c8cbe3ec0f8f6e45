// A forgotten card: points of a receipt, of this till or, through headquarters, of another one.
#include "core/loyalty/earning.hpp"
#include "core/loyalty/expiry.hpp"
#include "core/loyalty/points_services.hpp"
#include "core/sale/claimed_points.hpp"
#include "core/till/member_case.hpp"

namespace kahui::till {

using base::Points;
using base::Status;

Status MemberDesk::Case::claimable(const ports::ClaimAnswer& answer) const {
  switch (answer.state) {
    case ports::ClaimState::Granted: return {};
    case ports::ClaimState::Done: return refuse("CLAIM_DONE");
    case ports::ClaimState::Returned: return refuse("CLAIM_RETURNED");
    case ports::ClaimState::Member: return refuse("CLAIM_MEMBER_SALE");
    case ports::ClaimState::Unknown: return refuse("CLAIM_UNKNOWN");
    case ports::ClaimState::Waiting:
      return refuse(("CLAIM_WAITS " + base::WallTime{answer.at_ms, desk.m_at.offset_min}.local().iso()).c_str());
  }
  return {};
}

base::Result<MemberDesk::Case::Claimed> MemberDesk::Case::findClaimed() {
  auto receipt = store().receiptOfClaim(request.code);
  if (!receipt) return tl::unexpected(receipt.error());
  if (!*receipt) *receipt = desk.m_sales.ownReceiptOf(request.code);
  if (*receipt) {
    auto past = desk.m_sales.pastSale(**receipt);
    if (!past) return tl::unexpected(past.error());
    return Claimed{*std::move(past)};
  }
  if (!desk.m_sales.isClaimCode(request.code)) return tl::unexpected(refuse("CLAIM_CODE").error());
  const base::Id attempt = base::Id::make(desk.m_at.utc_ms, desk.m_random);
  const auto answer = desk.m_sales.askForClaim(attempt, request.code);
  if (!answer) return tl::unexpected(answer.error());
  if (const auto good = claimable(*answer); !good) return tl::unexpected(good.error());
  auto past = desk.m_sales.pastSaleIn(answer->line);
  if (!past) return tl::unexpected(past.error());
  return Claimed{*std::move(past), attempt, true};
}

Status MemberDesk::Case::unclaimed(const Claimed& one, const std::string& receipt_no) {
  if (one.away) {
    const auto before = store().claimedAway(one.past.stored.event.id);
    if (!before) return tl::unexpected(before.error());
    return *before ? refuse("CLAIM_DONE") : Status{};
  }
  const auto before = store().claimOf(receipt_no);
  if (!before) return tl::unexpected(before.error());
  if (*before) return refuse("CLAIM_DONE");
  const auto returns = store().returnsOf(receipt_no);
  if (!returns) return tl::unexpected(returns.error());
  return returns->empty() ? Status{} : refuse("CLAIM_RETURNED");
}

Status MemberDesk::Case::askForOwn(Claimed& one, const std::string& receipt_no) {
  const std::string code = desk.m_sales.claimCodeOf(receipt_no);
  if (code.empty()) return {};
  const base::Id attempt = base::Id::make(desk.m_at.utc_ms, desk.m_random);
  const auto answer = desk.m_sales.askForClaim(attempt, code);
  if (!answer || answer->state == ports::ClaimState::Unknown) return {};
  KAHUI_TRY(claimable(*answer));
  one.attempt = attempt;
  return {};
}

Status MemberDesk::Case::claim() {
  if (applies()) return refuse("NOT_APPROVED");
  if (member().status != member::MemberStatus::Active) return refuse("FROZEN");
  auto one = findClaimed();
  if (!one) return tl::unexpected(one.error());
  const journal::Event& event = one->past.stored.event;
  const auto& sold = std::get<journal::SaleCompleted>(event.payload);
  if (sold.member) return refuse("CLAIM_MEMBER_SALE");
  const base::BusinessDate bought = event.at.local().date();
  const programme::RulePack& pack = *one->past.rules;
  if (today() > bought.plusDays(pack.desk.claim_days)) return refuse("CLAIM_TOO_LATE");
  KAHUI_TRY(unclaimed(*one, sold.receipt_no));
  const int rank = pack.rankOf(member().tier).value_or(0);
  pricing::SaleInput input = one->past.record.input;
  input.member = view();
  const int multiplier = loyalty::multiplierPct(input, pack, rank);
  done.points = sale::claimedPoints(one->past.record, pack, {}, rank, multiplier);
  if (done.points <= Points{}) return refuse("CLAIM_NOTHING");
  if (!one->away) KAHUI_TRY(askForOwn(*one, sold.receipt_no));
  auto entry =
      draft(journal::PointsClaimed{member().no.value(), sold.receipt_no, done.points, pack.tier(rank).code, multiplier,
                                   loyalty::expiryDate(pack.points.expiry_noncash, bought), signers.by.code,
                                   one->attempt.isNull() ? std::string() : one->attempt.hex(), one->away});
  entry.cause = event.id;
  const auto appended = store().append(std::move(entry));
  return appended ? Status{} : tl::unexpected(appended.error());
}

}  // namespace kahui::till
