// What goes back beside the money of the goods, before it is done: the settlement sheet's further rows.
#include <algorithm>

#include "core/sale/sale_record.hpp"
#include "core/till/sale_desk.hpp"

namespace kahui::till {

using base::Points;
using BackWhat = ReturnAlso::What;

namespace {

int wholePieces(base::Quantity quantity) { return static_cast<int>(quantity.value() / base::kOnePiece.value()); }

// Of one line that comes back: goods that were given, points it took, uses of a count card.
void addLineBack(const journal::SoldLine& sold, base::Quantity before, base::Quantity now,
                 std::vector<ReturnAlso>& rows) {
  if (sold.layer == "GIFT") rows.push_back({BackWhat::Gift, {}, {}, sold.name});
  const Points gift = sale::giftPointsOf(sold);
  const auto part = [&](base::Quantity back) {
    return base::mulDivFloor(gift.value(), back.value(), sold.quantity.value());
  };
  if (gift > Points{}) rows.push_back({BackWhat::GiftPoints, Points(part(before + now) - part(before)), {}, sold.name});
  if (sold.count_change < 0) {
    const int each = -sold.count_change / std::max(1, wholePieces(sold.quantity));
    rows.push_back({BackWhat::CountCard, Points(each * wholePieces(now)), {}, sold.name});
  }
}

}  // namespace

base::Result<SaleDesk::AlsoBack> SaleDesk::alsoBack(const Settlement& settlement) const {
  const auto* sale = std::get_if<journal::SaleCompleted>(&settlement.sale.payload);
  AlsoBack back;
  if (sale == nullptr || settlement.document.lines.empty()) return back;
  std::vector<base::Quantity> returned = settlement.returned;
  Points gifts;
  for (const journal::ReturnedLine& line : settlement.document.lines) {
    const auto at = static_cast<std::size_t>(line.line);
    addLineBack(sale->lines[at], returned[at], line.quantity, back.rows);
    returned[at] += line.quantity;
  }
  for (const journal::KeptGift& gift : settlement.document.kept_gifts) {
    if (gift.quantity > base::Quantity{})
      back.rows.push_back({BackWhat::GiftKept, {}, gift.held, gift.name, gift.quantity});
    else
      back.rows.push_back({BackWhat::GiftPaid, {}, base::Money{} - gift.held, gift.name, {}});
  }
  for (const auto& row : back.rows)
    if (row.what == BackWhat::GiftPoints) gifts += row.points;
  Points restored;
  if (settlement.document.member)
    for (const auto& lot : settlement.document.member->restored) restored += lot.points;
  if (restored > gifts) back.rows.push_back({BackWhat::SharePoints, restored - gifts, {}, {}});
  for (const auto& coupon : settlement.coupons)
    if (coupon.status == "ISSUED") back.rows.push_back({BackWhat::Coupon, {}, {}, coupon.serial});

  Settlement planned = settlement;
  std::vector<journal::Payload> also;
  KAHUI_TRY(addRewardsBack(planned, also));
  KAHUI_TRY(addTermsBack(planned, also));
  for (const journal::Payload& payload : also) {
    if (const auto* reward = std::get_if<journal::PointsRewarded>(&payload); reward != nullptr) {
      const bool referral = reward->why == journal::kReferral;
      const BackWhat what = referral                               ? BackWhat::Referral
                            : reward->why == journal::kRefereeGift ? BackWhat::RefereeGift
                                                                   : BackWhat::Rebate;
      const std::string who = referral ? member::MemberNo(reward->member).masked() : std::string();
      back.rows.push_back({what, Points{} - reward->points, {}, who});
    } else if (const auto* coupon = std::get_if<journal::CouponChanged>(&payload); coupon != nullptr) {
      back.rows.push_back({BackWhat::RefereeCoupon, {}, sale->member->referral->gift_face, coupon->serial});
    } else if (const auto* term = std::get_if<journal::MembershipMoved>(&payload); term != nullptr) {
      back.rows.push_back({BackWhat::Term, Points(term->months), {}, {}});
    }
  }
  if (chainTakesRewards(settlement)) back.rows.push_back({BackWhat::ChainRewards, {}, {}, {}});
  if (planned.document.member) back.balance_after = planned.document.member->balance_after;
  return back;
}

}  // namespace kahui::till
