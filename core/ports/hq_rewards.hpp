// Who brought whom, and what rewards came to, at headquarters; a part of HqTransaction. Points whole, money in fen.
// Thread rule and errors as hq_store.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/numbers.hpp"

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
};

}  // namespace kahui::ports
