// The helper for paying with points: as many as leave a round sum to pay.
#pragma once

#include "core/base/numbers.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::pricing {

// The largest number of points up to `usable`, in whole steps, after which what is left of `due` ends in whole yuan;
// where no number does that, `usable`. Which lots they come from is N6's: those that end soonest.
// `one`: what a point pays on this bill.
base::Points wholeYuanPoints(base::Money due, base::Points usable, base::Money one,
                             const programme::PointsRules& rules);

}  // namespace kahui::pricing
