// Coupons in a chain: while headquarters can be asked, each is on one bill at a time. Where it cannot, the till's own
// list decides, and the first one posted wins (C1, protocol.md S18).
#include <algorithm>

#include "core/till/sale_desk.hpp"

namespace kahui::till {

using base::ErrorCode;

base::Status SaleDesk::allowCoupons(const BillWish& wish) {
  std::vector<std::string> wanted;
  for (const ports::StoredCoupon& coupon : wish.coupons)
    if (!coupon.unlimited) wanted.push_back(coupon.serial);
  freeCoupons(wanted);
  for (const std::string& serial : wanted) {
    const bool held = std::any_of(m_coupons_held.begin(), m_coupons_held.end(),
                                  [&](const CouponHeld& one) { return one.serial == serial; });
    if (held || !mayAskHq()) continue;
    // Written down before it is asked: an answer that gets lost may have been a yes, and is then freed with the others.
    m_coupons_held.push_back({serial, base::Id::make(timeNow().utc_ms, *m_random)});
    const auto decided = m_hq->holdCoupon(m_coupons_held.back().attempt, serial);
    if (!decided) {
      hqWasSilent();
      continue;
    }
    if (decided->granted) continue;
    m_coupons_held.pop_back();
    if (decided->known) return base::fail(ErrorCode::CouponNotUsable, "USED");
  }
  return {};
}

void SaleDesk::freeCoupons(const std::vector<std::string>& but_not) {
  std::erase_if(m_coupons_held, [&](const CouponHeld& one) {
    if (std::find(but_not.begin(), but_not.end(), one.serial) != but_not.end()) return false;
    // A word that gets lost ends by itself at headquarters.
    if (mayAskHq() && !m_hq->freeCoupon(one.attempt, one.serial)) hqWasSilent();
    return true;
  });
}

}  // namespace kahui::till
