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

class HqRewards {
 public:
  virtual ~HqRewards() = default;

  virtual void putReferrer(std::string_view member, std::string_view referrer) = 0;
  virtual std::optional<std::string> referrerOf(std::string_view member) = 0;
  virtual void putReward(const HqReward& reward) = 0;  // in the place of what stood under its subject, why and key
  virtual std::optional<HqReward> reward(std::string_view subject, std::string_view why, std::string_view key) = 0;
  virtual std::vector<HqReward> rewards(std::string_view subject, std::string_view why) = 0;  // by key
  virtual void forgetRewards() = 0;                                                           // before a fold anew
  virtual std::vector<std::string> refereesOf(std::string_view referrer) = 0;                 // by id
  virtual std::vector<std::string> mergedInto(std::string_view survivor) = 0;                 // by id

  // The last day that is paid for; nullopt: never paid. The events that moved it stand beside it, under their member.
  virtual std::optional<base::BusinessDate> term(std::string_view member) = 0;
  virtual void putTerm(std::string_view member, base::BusinessDate until, const HqEventKey& by) = 0;
  virtual std::vector<HqEventKey> lastTermMoves(std::string_view member) = 0;  // of each terminal

  // False: the member had signed in on that day already, by another event.
  virtual bool signIn(std::string_view member, base::BusinessDate day, const HqEventKey& by) = 0;
};

}  // namespace kahui::ports
