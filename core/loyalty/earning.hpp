// Points earned by a bill (rulebook N1 to N4, A6).
#pragma once

#include <span>

#include "core/pricing/priced_bill.hpp"

namespace kahui::loyalty {

// C6: the pack's rule for 29 February, as core/member speaks it.
member::LeapDay leapDay(programme::LeapBirthday rule);

// N4: percent by which the day multiplies points for a member of this rank: member day, birthday, first bill. 100 =
// none.
int multiplierPct(const pricing::SaleInput& input, const programme::RulePack& pack, int rank);

// N2, N3: what points are earned on. `finals` is what the customer pays for each line (or, after returns, has paid for
// what is left); `bonus_used` of `total` came from the bonus of stored value and earns nothing unless the pack says so.
base::Money pointsBase(const pricing::SaleInput& input, std::span<const pricing::PricedLine> lines,
                       std::span<const base::Money> finals, base::Money bonus_used, base::Money total,
                       const programme::RulePack& pack);

// N1: points for a base at a tier and a multiplier, once a bill.
base::Points earnedPoints(base::Money base, int rank, int multiplier_pct, const programme::RulePack& pack);

}  // namespace kahui::loyalty
