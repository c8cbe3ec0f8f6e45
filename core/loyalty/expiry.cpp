#include "core/loyalty/expiry.hpp"

#include <algorithm>

namespace kahui::loyalty {

using base::BusinessDate;
using base::Points;

std::optional<BusinessDate> expiryDate(const programme::ExpiryPolicy& policy, BusinessDate earned) {
  using Kind = programme::ExpiryPolicy::Kind;
  switch (policy.kind) {
    case Kind::EndOfNextYear: return BusinessDate::of(earned.year() + 1, 12, 31);
    case Kind::YearEnd: return BusinessDate::of(earned.year(), 12, 31);
    case Kind::Never: return std::nullopt;
    case Kind::RollingMonths: break;
  }
  const auto ymd = earned.ymd();
  const auto month = std::chrono::year_month(ymd.year(), ymd.month()) + std::chrono::months(policy.months);
  const std::chrono::year_month_day_last last(month.year(), std::chrono::month_day_last(month.month()));
  return BusinessDate(std::chrono::sys_days(month / std::min(ymd.day(), last.day())));
}

std::optional<BusinessDate> expiryDate(programme::PointsClass cls, BusinessDate earned,
                                       const programme::RulePack& pack) {
  return expiryDate(cls == programme::PointsClass::NonCash ? pack.points.expiry_noncash : pack.points.expiry_cashable,
                    earned);
}

Points expireLots(std::vector<pricing::PointsLot>& lots, BusinessDate day) {
  Points expired;
  for (auto& lot : lots) {
    if (!lot.expires || *lot.expires > day || lot.points <= Points(0)) continue;
    expired += lot.points;
    lot.points = Points(0);
  }
  return expired;
}

}  // namespace kahui::loyalty
