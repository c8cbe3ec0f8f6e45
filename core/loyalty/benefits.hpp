// What a settled bill gives on top: evening gift (C3), spend-return (C4), referral (F1 to F3).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/pricing/priced_bill.hpp"

namespace kahui::loyalty {

enum class BenefitKind { GiftCoupon, ReturnPoints, ReturnCoupon };

struct Benefit {
  BenefitKind kind{};
  base::Money face{};     // coupons; usable from the next bill
  base::Points points{};  // NONCASH, not lifetime

  bool operator==(const Benefit&) const = default;
};

// C3: the coupon, if the bill is settled in the evening window by a member who had fewer than per_day.
std::optional<Benefit> eveningGift(base::LocalTime now, base::Money net, int gifts_today,
                                   const programme::RulePack& pack);

// C4: what the bill's net total returns.
std::optional<Benefit> spendReturn(base::Money net, const programme::RulePack& pack);

struct ReferralReward {
  std::string to;
  base::Points points{};  // CASHABLE
  base::Points lifetime_change{};

  bool operator==(const ReferralReward&) const = default;
};

// F1, F2: CASHABLE points for the referrer when a bill lifts the referee from `before` to `after`; 0 if nothing is due.
base::Points referralPoints(const pricing::Referrer& referrer, int before, int after, const programme::RulePack& pack);

}  // namespace kahui::loyalty
