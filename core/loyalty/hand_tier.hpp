// S001-96: a tier that was given by hand ends, and the rules decide again (rulebook T2 to T8).
#pragma once

#include <optional>
#include <vector>

#include "core/loyalty/tiers.hpp"

namespace kahui::loyalty {

// What the rules had when the tier was given, or have when it ends.
struct RuleTier {
  int rank = 0;
  base::BusinessDate since;
  std::optional<int> demoted_from{};  // T5
  base::Money since_demotion{};       // T6
};

struct BillSince {
  base::BusinessDate day;
  base::Money measure{};  // T2, of what is left of it
};

struct MeanwhileSeen {
  base::BusinessDate given;      // when the tier was given by hand
  std::vector<BillSince> bills;  // since then, oldest first
  base::Points lifetime{};
  pricing::BuyingRecord record{};
  int member_months = 0;
  base::Money last_year{};  // net purchases of the calendar year before `today`
};

// The bills are judged from `then` on as if nothing had been given, with the review of 1 January where one came
// between. Works from `today` on.
RuleTier tierByRules(RuleTier then, const MeanwhileSeen& seen, base::BusinessDate today,
                     const programme::RulePack& pack);

}  // namespace kahui::loyalty
