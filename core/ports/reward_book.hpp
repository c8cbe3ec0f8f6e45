// What the store knows of rewards that stand beside a bill's own points, of paid membership and of deliveries. Part of
// ports::Store, with its thread rule and errors.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/journal/event.hpp"
#include "core/member/member.hpp"

namespace kahui::ports {

struct GivenReward {        // the sum of what was given and taken back under one key
  std::string why, key;     // journal::PointsRewarded
  member::MemberNo member;  // whose account
  base::Points points{};
};

struct ReferralSum {
  int members = 0;  // who earned it for this referrer
  base::Points points{};
};

// What a member bought and whom he brought, here and, in a chain, as headquarters said last.
struct BoughtSoFar {
  int bills = 0;          // paid, with goods left of them, since a day
  base::Money spent{};    // what is left of them
  int referrals = 0;      // members whose bills earned this one points that were not taken back (F1, F3)
  base::Money largest{};  // the largest bill ever, whatever came back of it; 0: never bought
  bool operator==(const BoughtSoFar&) const = default;
};

class RewardBook {
 public:
  virtual ~RewardBook() = default;

  // What a member's own bills earned: for the referrer, and for himself.
  virtual base::Result<std::vector<GivenReward>> rewardsBy(member::MemberNo no) = 0;
  virtual base::Result<ReferralSum> referralsOf(member::MemberNo referrer) = 0;
  // nullopt: bills of all days.
  virtual base::Result<BoughtSoFar> boughtSoFar(member::MemberNo no, std::optional<base::BusinessDate> from) = 0;
  // S001-59: net purchases of bills settled in [from_ms, to_ms) UTC, less what came back of them at any time.
  virtual base::Result<base::Money> netBetween(member::MemberNo no, std::int64_t from_ms, std::int64_t to_ms) = 0;

  // The last day of the term that is paid for; nullopt: never paid.
  virtual base::Result<std::optional<base::BusinessDate>> membershipUntil(member::MemberNo no) = 0;

  // Where a bill goes (S002-23): sealed under the sale's id, in no event. Empty: it is not delivered.
  virtual base::Result<std::string> deliveryNote(const base::Id& sale) = 0;
  // The drafts as one act, with the note of the first, a sale.
  virtual base::Status appendDelivered(std::span<journal::Draft> drafts, const std::string& note) = 0;
  // The begin of a payment, with the note of its bill: under the bill's id, until no payment of the bill is open.
  virtual base::Status appendPaymentOf(journal::Draft draft, const base::Id& bill, std::int64_t member,
                                       const std::string& note) = 0;
};

}  // namespace kahui::ports
