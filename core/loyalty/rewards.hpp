// What rules give beside a bill's own points (rulebook F1 to F3, S000-17, S001-59), judged by what they gave so far.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/date.hpp"
#include "core/pricing/sale_input.hpp"

namespace kahui::loyalty {

struct ReferralGiven {  // for one referee, and not taken back
  int rank = 0;         // that the referee reached
  base::Points points{};
};

// What the rules ask of the referrer: whom, what was paid for this referee so far, and the highest tier paid for.
pricing::Referrer referrerOf(std::string id, std::string tier, std::span<const ReferralGiven> given,
                             const programme::RulePack& pack);

// F3: what goes back when the referee's tier falls to `left`: the excess over what that tier gives.
base::Points referralExcess(const std::string& referrer_tier, std::span<const ReferralGiven> given, int left,
                            const programme::RulePack& pack);

// S001-59: the points of all levels that the net purchases within the campaign reach.
base::Points rebateEarned(const programme::Rebate& rebate, base::Money net);

inline bool isOpen(const programme::Rebate& rebate, base::LocalTime at) { return at >= rebate.from && at < rebate.to; }

// S000-17, S000-38: the last day of a gift that is given on `day`; none: it does not end.
std::optional<base::BusinessDate> giftEnd(const programme::JoinGift& gift, base::BusinessDate day,
                                          const programme::RulePack& pack);

}  // namespace kahui::loyalty
