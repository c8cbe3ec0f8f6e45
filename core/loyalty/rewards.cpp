#include "core/loyalty/rewards.hpp"

#include <algorithm>

#include "core/loyalty/benefits.hpp"
#include "core/loyalty/expiry.hpp"

namespace kahui::loyalty {

using base::Points;

pricing::Referrer referrerOf(std::string id, std::string tier, std::span<const ReferralGiven> given,
                             const programme::RulePack& pack) {
  pricing::Referrer referrer{std::move(id), std::move(tier), {}, {}};
  std::optional<int> last;
  for (const ReferralGiven& one : given) {
    referrer.paid += one.points;
    if (one.points > Points{}) last = std::max(last.value_or(0), one.rank);
  }
  if (last) referrer.last = pack.tier(*last).code;
  return referrer;
}

Points referralExcess(const std::string& referrer_tier, std::span<const ReferralGiven> given, int left,
                      const programme::RulePack& pack) {
  Points above;
  std::vector<ReferralGiven> kept;
  for (const ReferralGiven& one : given) {
    if (one.rank > left)
      above += one.points;
    else
      kept.push_back(one);
  }
  constexpr int kBelowAll = -1;
  const Points deserved = referralPoints(referrerOf({}, referrer_tier, kept, pack), kBelowAll, left, pack);
  return std::max(Points{}, above - deserved);
}

Points rebateEarned(const programme::Rebate& rebate, base::Money net) {
  Points points;
  for (const auto& level : rebate.levels)
    if (net >= level.at) points += level.points;
  return points;
}

std::optional<base::BusinessDate> giftEnd(const programme::JoinGift& gift, base::BusinessDate day,
                                          const programme::RulePack& pack) {
  if (gift.valid_days > 0) return day.plusDays(gift.valid_days);
  if (gift.points > Points{}) return expiryDate(pack.points.expiry_noncash, day);
  return std::nullopt;
}

}  // namespace kahui::loyalty
