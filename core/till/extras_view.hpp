// What the shop offers beside goods on the open bill: what joining would give, its delivery, the member's paid term.
#pragma once

#include <optional>
#include <string>
#include <vector>

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

struct GiftView {  // of the points catalogue, that the bill's member may have as a line (S003-94)
  std::string code, name;
  base::Points points{};                   // a piece, now
  base::Money money{};                     // a piece, beside them
  std::optional<base::Points> normally{};  // points outside the period that holds (S003-23)
  bool enough = false;                     // the member has so many points left on this bill
  bool operator==(const GiftView&) const = default;
};

struct ExtrasView {
  std::optional<JoinOffer> join_offer{};  // a guest's bill of some size
  bool may_deliver = false;               // the programme knows what it costs
  std::optional<DeliveryView> delivery{};
  std::vector<GiftView> gifts{};
  std::optional<loyalty::Term> term{};  // the programme sells membership, and a member is there
};

}  // namespace kahui::till
