// How long points live (rulebook N5 to N7).
#pragma once

#include <optional>
#include <vector>

#include "core/pricing/sale_input.hpp"

namespace kahui::loyalty {

// The last usable day of points earned on a day; nullopt = never ends. ROLLING_MONTHS keeps the day of the month, or
// the month's last day where it is shorter.
std::optional<base::BusinessDate> expiryDate(const programme::ExpiryPolicy& policy, base::BusinessDate earned);
std::optional<base::BusinessDate> expiryDate(programme::PointsClass cls, base::BusinessDate earned,
                                             const programme::RulePack& pack);

// N7: the job after the close of `day`. Empties the lots whose last day it was or has been, frozen ones too; answers
// what expired.
base::Points expireLots(std::vector<pricing::PointsLot>& lots, base::BusinessDate day);

}  // namespace kahui::loyalty
