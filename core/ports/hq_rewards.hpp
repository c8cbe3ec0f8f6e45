// Who brought whom, what rewards came to, terms of paid membership and days of signing in, at headquarters; a part of
// HqTransaction. Points whole, money in fen.
// Thread rule and errors as hq_store.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/numbers.hpp"
#include "core/ports/hq_records.hpp"

namespace kahui::ports {

struct HqReward {
  std::string subject;  // the member whose bills earn it
  std::string why;      // as journal::PointsRewarded; COUNTED: a bill that counts toward a rebate
  std::string key;      // tier, sale, campaign; of COUNTED campaign/sale
  std::string member;   // whose account it moved
  base::Points points{};
  base::Money net{};  // REBATE: of all bills that count; REFEREE_GIFT, COUNTED: of the bill, less what came back
  std::string at{};   // COUNTED: when the bill was settled, local time, ISO
};

struct HqPaidBill {  // of more than nothing
  std::string event;
  base::BusinessDate day;
  base::Money paid{};
  base::Money left{};  // less the value of goods that came back
};

// As ports::BoughtSoFar, for the chain, counted when the member's last bill or return came.
struct HqBought {
  int bills = 0;
  base::Money spent{};
  int referrals = 0;
  base::Money largest{};
  bool operator==(const HqBought&) const = default;
};

struct HqHandTier {  // S001-96
  std::string member;
  std::string tier;                           // empty: it was ended by hand
  std::optional<base::BusinessDate> until{};  // last day
  std::string reason, who;
  std::int64_t at_ms = 0;
  HqEventKey by;  // terminal empty: headquarters itself
};

struct HqChannelBill {          // S001-86
  std::string channel, number;  // of the order, in its channel
  HqEventKey key;
  std::string member;
  std::string receipt_no, pickup;
  std::int64_t at_ms = 0;
  int offset_min = 0;
  base::BusinessDate day;
  base::Money total{};
  base::Points earned{};
  int lines = 0;
};

// Points that were posted within some days, by what they were for; both above 0.
struct HqPointsSum {
  std::string account;  // of the posting
  int kind = 0;         // of rewards that headquarters gave: posting number / kRewardKind
  base::Points given{}, taken{};
};
inline constexpr int kFirstReward = 200'000;  // posting numbers from here on are rewards
inline constexpr int kRewardKind = 10'000;    // so many of each kind

class HqRewards {
 public:
  virtual ~HqRewards() = default;

  virtual void putReferrer(std::string_view member, std::string_view referrer) = 0;
  virtual std::optional<std::string> referrerOf(std::string_view member) = 0;
  virtual void putReward(const HqReward& reward) = 0;  // in the place of what stood under its subject, why and key
  virtual std::optional<HqReward> reward(std::string_view subject, std::string_view why, std::string_view key) = 0;
  virtual std::vector<HqReward> rewards(std::string_view subject, std::string_view why) = 0;  // by key
  virtual void forgetRewards() = 0;                                                           // before a fold anew
  virtual std::vector<HqPaidBill> paidBills(std::string_view member, base::BusinessDate from,
                                            base::BusinessDate to) = 0;  // both included; by day, then as they came in
  virtual base::Money largestBill(std::string_view member) = 0;
  virtual int referralsBy(std::string_view referrer) = 0;  // members who earned him points that were not taken back
  virtual void putBought(std::string_view member, const HqBought& bought) = 0;
  virtual std::optional<HqBought> bought(std::string_view member) = 0;
  virtual std::vector<std::string> refereesOf(std::string_view referrer) = 0;  // by id
  virtual std::vector<std::string> mergedInto(std::string_view survivor) = 0;  // by id

  // The last day that is paid for; nullopt: never paid. The events that moved it stand beside it, under their member.
  virtual std::optional<base::BusinessDate> term(std::string_view member) = 0;
  virtual void putTerm(std::string_view member, base::BusinessDate until, const HqEventKey& by) = 0;
  virtual std::vector<HqEventKey> lastTermMoves(std::string_view member) = 0;  // of each terminal

  virtual std::vector<HqPointsSum> pointsBetween(base::BusinessDate from, base::BusinessDate to) = 0;  // by account

  // The word that was said last counts, in whatever order they come.
  virtual void putHandTier(const HqHandTier& hand) = 0;
  virtual std::optional<HqHandTier> handTier(std::string_view member) = 0;
  // Members whose last day is in [from, before), by id.
  virtual std::vector<std::string> handTiersEnded(base::BusinessDate from, base::BusinessDate before,
                                                  std::string_view after, int limit) = 0;
  // nullopt: nobody has the number, or several tills gave it.
  virtual std::optional<std::string> onlyMemberNumbered(std::int64_t no) = 0;
  // S000-10: the text that was agreed to last.
  virtual void putTerms(std::string_view member, std::string_view version, std::int64_t at_ms) = 0;
  virtual std::optional<std::pair<std::string, std::int64_t>> acceptedTerms(std::string_view member) = 0;
  virtual void putChannelBill(const HqChannelBill& bill) = 0;
  virtual std::vector<HqChannelBill> channelBills(std::string_view member, int limit) = 0;  // newest first

  // False: the member had signed in on that day already, by another event.
  virtual bool signIn(std::string_view member, base::BusinessDate day, const HqEventKey& by) = 0;
};

}  // namespace kahui::ports
