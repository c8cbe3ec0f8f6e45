// What a till asks headquarters while somebody waits: short questions, answered within about a second or not at all.
// Thread rule: one object, one thread (the engine's).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/id.hpp"
#include "core/base/numbers.hpp"
#include "core/base/result.hpp"
#include "core/member/member.hpp"
#include "core/ports/hq_shop.hpp"
#include "core/ports/sync_store.hpp"

namespace kahui::ports {

struct HqDecision {
  bool granted = false;
  bool known = true;         // false: headquarters has not heard of the member yet
  base::Points available{};  // of the member, where it is refused
};

class HqDesk {
 public:
  virtual ~HqDesk() = default;

  // All: ServiceDown when there is no answer; then it is not known whether headquarters took the request, and the same
  // attempt may be asked for again.
  virtual base::Result<HqDecision> redeem(const base::Id& attempt, const base::Id& member, base::Points points) = 0;
  virtual base::Status confirm(const base::Id& attempt, const base::Id& member) = 0;
  virtual base::Status cancel(const base::Id& attempt, const base::Id& member) = 0;

  // A coupon for a bill: nobody else of the chain may use it until its event comes, it is freed, or 72 hours are over.
  virtual base::Result<HqDecision> holdCoupon(const base::Id& attempt, const std::string& serial) = 0;
  virtual base::Status freeCoupon(const base::Id& attempt, const std::string& serial) = 0;

  // nullopt: headquarters knows nobody by it.
  virtual base::Result<std::optional<FeedMember>> byCard(const member::Credential& card) = 0;
  virtual base::Result<std::optional<FeedMember>> byPhone(std::string_view normalized_phone) = 0;
  virtual base::Result<std::optional<FeedMember>> byNo(member::MemberNo no) = 0;

  virtual ClaimDesk* claims() { return nullptr; }
};

}  // namespace kahui::ports
