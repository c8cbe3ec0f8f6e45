// S001-96: what the rules give when a tier by hand ends.
#pragma once

#include "core/journal/standing_event.hpp"
#include "core/ports/store.hpp"
#include "core/programme/rule_pack.hpp"
#include "core/till/year_spending.hpp"

namespace kahui::till {

// As if nobody had signed for it. WrongState: the member has no tier by hand. `spending` serves all who end on a day.
base::Result<journal::TierByHand> endOfHandTier(ports::Store& store, member::MemberNo no,
                                                const programme::RulePack& rules, base::BusinessDate today,
                                                YearSpending& spending);

}  // namespace kahui::till
