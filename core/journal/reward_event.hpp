// Payloads of what rules give beside a bill's own points: referral (F1 to F3), the gift of who was referred (S000-17),
// cumulative rebates (S001-59), and paid membership (S003-04, S003-77). Points whole, terms in months.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/numbers.hpp"
#include "core/journal/sale_event.hpp"

namespace kahui::journal {

inline constexpr std::string_view kReferral = "REFERRAL";
inline constexpr std::string_view kRefereeGift = "REFEREE_GIFT";
inline constexpr std::string_view kRebate = "REBATE";
inline constexpr std::string_view kCardReward = "CARD";        // S001-71: once, with the first card that was replaced
inline constexpr std::string_view kByReferrals = "REFERRALS";  // S000-75: TierChanged::why of a referrer who rises
// and of one who falls again, because the friend's goods came back
inline constexpr std::string_view kReferralsBack = "REFERRALS_BACK";

struct PointsRewarded {     // the envelope's cause is the sale, or the return that takes it back
  std::int64_t member = 0;  // whose account it moves
  std::int64_t of = 0;      // REFERRAL: whose bill earned it; 0: the member's own
  std::string why;          // one of the above
  std::string key;  // REFERRAL: code of the tier reached; REFEREE_GIFT: receipt; REBATE: the campaign; CARD: REPLACED
  bool cashable = false;
  base::Points points{};  // > 0 given, < 0 taken back
  base::Points lifetime{};
  std::optional<base::BusinessDate> expires{};  // of what is given
  std::vector<LotPart> lots{};                  // of what is taken back
  bool operator==(const PointsRewarded&) const = default;
};

struct MembershipMoved {  // the envelope's cause is the sale, or the return
  std::int64_t member = 0;
  bool returned = false;  // the fee came back
  std::string sku;        // of the fee
  int months = 0;
  std::optional<base::BusinessDate> before{};  // last day of the term before; none: there was none
  std::optional<base::BusinessDate> until{};   // last day of it now
  bool operator==(const MembershipMoved&) const = default;
};

// S003-61: a tier for points, redeemed. The flag of T5 falls, as with any tier that is reached.
struct TierBought {
  std::int64_t member = 0;
  std::string before, tier;  // codes
  std::vector<LotPart> lots;
  std::string operator_code;
  bool operator==(const TierBought&) const = default;
};

}  // namespace kahui::journal
