// What coupons of partners saved on bills, and what of it goods that come back take with them (requirements S001-20).
// Internal to this room.
#pragma once

#include "core/hq/project_event.hpp"

namespace kahui::hq {

// A use that counts (the first posted), at what it really took off the bill.
void notePartnerSaving(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                       const journal::CouponUsed& used);
// A return: the part of the saving that lay on the goods, to the fen; the last of them takes the rest.
void takePartnerSaving(const Projection& to, const ports::HqEventKey& key, const journal::Event& event);

}  // namespace kahui::hq
