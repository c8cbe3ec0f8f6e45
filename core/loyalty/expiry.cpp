#include "core/loyalty/expiry.hpp"

namespace kahui::loyalty {

std::optional<base::BusinessDate> expiryDate(const programme::ExpiryPolicy& policy, base::BusinessDate earned) {
  using Kind = programme::ExpiryPolicy::Kind;
  switch (policy.kind) {
    case Kind::EndOfNextYear: return base::BusinessDate::of(earned.year() + 1, 12, 31);
    case Kind::YearEnd: return base::BusinessDate::of(earned.year(), 12, 31);
    case Kind::Never: return std::nullopt;
    case Kind::RollingMonths: break;
  }
  // The same day of a later month, or that month's last day where it is shorter.
  const std::chrono::year_month_day same = earned.ymd() + std::chrono::months(policy.months);
  return base::BusinessDate(std::chrono::sys_days(same.ok() ? same : std::chrono::year_month_day(same.year() / same.month() / std::chrono::last)));
}

}  // namespace kahui::loyalty
