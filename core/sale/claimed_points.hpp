// Points of a guest's bill that are claimed afterwards (a forgotten card).
#pragma once

#include <vector>

#include "core/sale/sale_record.hpp"

namespace kahui::sale {

// What a bill would earn at a tier and a multiplier (percent), by the pack of the sale, without the goods that came
// back (quantities by line; missing ones are 0).
base::Points claimedPoints(const SaleRecord& past, const programme::RulePack& rules,
                           const std::vector<base::Quantity>& returned, int rank, int multiplier_pct);

}  // namespace kahui::sale
