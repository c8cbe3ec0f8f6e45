// A forgotten card: points that are claimed later, at any till of the chain, and goods of such a bill that come back.
#include <fmt/format.h>

#include <algorithm>

#include "core/base/check_digit.hpp"
#include "core/base/text.hpp"
#include "core/journal/codec.hpp"
#include "core/sale/claimed_points.hpp"
#include "core/till/sale_desk.hpp"
#include "core/till/take_points.hpp"

namespace kahui::till {

base::Result<std::optional<journal::ClaimReversed>> SaleDesk::claimBack(const std::string& receipt_no,
                                                                        std::vector<base::Quantity> returned,
                                                                        const journal::SaleReturned& document) {
  const auto claim = m_store->claimOf(receipt_no);
  if (!claim) return tl::unexpected(claim.error());
  if (!*claim) return std::optional<journal::ClaimReversed>();
  const auto past = pastSale(receipt_no);
  if (!past) return tl::unexpected(past.error());
  const journal::PointsClaimed& what = (*claim)->what;
  for (const journal::ReturnedLine& line : document.lines)
    returned[static_cast<std::size_t>(line.line)] += line.quantity;
  const int rank = past->rules->rankOf(what.tier).value_or(0);
  const base::Points left = sale::claimedPoints(past->record, *past->rules, returned, rank, what.multiplier_pct);
  const base::Points back = what.points - left - (*claim)->reversed;
  if (back <= base::Points{}) return std::optional<journal::ClaimReversed>();
  const auto lots = m_store->pointsLots(member::MemberNo(what.member));
  if (!lots) return tl::unexpected(lots.error());
  return std::optional(journal::ClaimReversed{what.member, receipt_no, back, takeFrom(*lots, (*claim)->entry, back)});
}

// 5 digits name the till, 2 its incarnation, 8 the receipt; 8 sign, 1 checks.
bool SaleDesk::isClaimCode(std::string_view claim_code) const {
  constexpr std::size_t kDigits = 24;
  return claimDesk() != nullptr && claim_code.size() == kDigits && base::allDigits(claim_code) &&
         base::validLuhn(claim_code);
}

// What is made of a number of this till's own tells whether the code is of one.
std::optional<std::string> SaleDesk::ownReceiptOf(std::string_view claim_code) const {
  if (!isClaimCode(claim_code)) return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t digits) {
    return std::stol(std::string(claim_code.substr(from, digits)));
  };
  const std::string receipt_no =
      fmt::format("{}-{}-{}-{:06}", m_store->info().store_no, m_store->info().position, number(5, 2), number(7, 8));
  return claimCodeOf(receipt_no) == claim_code ? std::optional(receipt_no) : std::nullopt;
}

base::Result<ports::ClaimAnswer> SaleDesk::askForClaim(const base::Id& attempt, const std::string& claim_code) {
  constexpr int kLeast = 31, kMost = 366;  // the pack of the sale may have been more patient
  if (!mayAskHq() || claimDesk() == nullptr) return base::fail(base::ErrorCode::RuleRejected, "CLAIM_NEEDS_LINE");
  auto answer = claimDesk()->claim(attempt, claim_code, std::clamp(m_rules->desk.claim_days, kLeast, kMost));
  if (answer) return answer;
  hqWasSilent();
  return base::fail(base::ErrorCode::RuleRejected, "CLAIM_NEEDS_LINE");
}

base::Result<PastSale> SaleDesk::pastSaleIn(const std::string& line) {
  auto event = journal::decode(line);
  if (!event) return base::fail(base::ErrorCode::BadInput, event.error().detail);
  return pastSaleOf({std::move(*event), 0});
}

}  // namespace kahui::till
