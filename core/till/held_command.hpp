// Held bills of the store's other tills (core/ports/hq_shop.hpp).
#pragma once

#include <string>

#include "core/base/id.hpp"

namespace kahui::till {

// Takes over and up a bill of Snapshot::held_away; the answer comes later. RuleRejected: HELD_NEEDS_LINE, HELD_GONE,
// BILL_TAKEN, OPEN_BILL.
struct TakeBill {
  std::string holder;
  base::Id bill;
};
// Headquarters' word on a bill (HeldAwayView::asking) is not waited for: the bill stays where it is held.
struct StopAsking {};

}  // namespace kahui::till
