// What the shop offers beside goods on the open bill: what joining would give, its delivery, the member's paid term.
#pragma once

#include <optional>
#include <string>

#include "core/base/numbers.hpp"
#include "core/loyalty/membership.hpp"

namespace kahui::till {

struct JoinOffer {          // S000-64
  base::Money saved{};      // the bill would cost so much less
  base::Points points{};    // it would earn
  base::Points gift{};      // of joining (S000-38)
  base::Money gift_face{};  // or a coupon
  bool operator==(const JoinOffer&) const = default;
};

struct DeliveryView {
  base::Money fee{};
  std::string note;
  std::string how_zh{}, how_en{};  // S003-55: the class that the tier has; empty: there are none
  bool operator==(const DeliveryView&) const = default;
};

struct ExtrasView {
  std::optional<JoinOffer> join_offer{};  // a guest's bill of some size
  bool may_deliver = false;               // the programme knows what it costs
  std::optional<DeliveryView> delivery{};
  std::optional<loyalty::Term> term{};  // the programme sells membership, and a member is there
};

}  // namespace kahui::till
