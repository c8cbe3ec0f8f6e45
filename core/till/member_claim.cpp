// Goods of a bill whose points were claimed come back: the points go with them.
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
  const base::Points left = claimedPoints(*past, returned, rank, what.multiplier_pct);
  const base::Points back = what.points - left - (*claim)->reversed;
  if (back <= base::Points{}) return std::optional<journal::ClaimReversed>();
  const auto lots = m_store->pointsLots(member::MemberNo(what.member));
  if (!lots) return tl::unexpected(lots.error());
  return std::optional(journal::ClaimReversed{what.member, receipt_no, back, takeFrom(*lots, (*claim)->entry, back)});
}

}  // namespace kahui::till
