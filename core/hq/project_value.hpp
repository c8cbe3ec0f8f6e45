// Stored value and count cards: what tills moved, added up for the chain (rulebook V1 to V5). A sum needs no order, so
// tills may come late and in any order; what two of them spent offline both stands, and what is then below nothing is a
// debt that is flagged. Internal to this room.
#pragma once

#include "core/hq/project_event.hpp"

namespace kahui::hq {

void projectStored(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                   const journal::StoredMoved& moved);
void projectCount(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                  const journal::CountMoved& moved);

}  // namespace kahui::hq
