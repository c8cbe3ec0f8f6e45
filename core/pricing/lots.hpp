// Points in lots: what is usable, and which lots are spent first (rulebook N6, N7).
#pragma once

#include <vector>

#include "core/pricing/priced_bill.hpp"

namespace kahui::pricing {

// Lots whose expiry day has not passed; debts stay in.
std::vector<PointsLot> usableLots(const std::vector<PointsLot>& lots, base::BusinessDate day);

// Sum of the lots, debts included: may be negative.
base::Points balanceOf(const std::vector<PointsLot>& lots);

// What may be spent: all points less frozen, debts included, not below 0 (P8).
base::Points availableOf(const std::vector<PointsLot>& lots, base::Points frozen);

// Takes `points` from the lots in the order of N6: class order, earliest expiry (never = last), lot id. `points` must
// not exceed the sum of the positive lots.
std::vector<LotSpend> spendLots(std::vector<PointsLot>& lots, base::Points points,
                                const std::vector<programme::PointsClass>& order);

}  // namespace kahui::pricing
