// Optional parameters beside points and tiers: gifts, rebates, delivery, upgrades, paid membership. Ranks are
// those of the pack's tiers, 0 the lowest. Amounts in fen.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/numbers.hpp"
#include "core/programme/window.hpp"

namespace kahui::programme {

// S000-38, optional: {"points": 20} or {"face_fen": 1000, "min_fen": 5000}, "valid_days": 0 .. 3660, where 0 means as
// earned points (points) or no end (a coupon). Once a telephone number. Of joining alone: "from", "to" of the season in
// which it is given, [from, to) (S001-06).
struct JoinGift {
  base::Points points{};
  base::Money face{};
  base::Money min{};
  int valid_days = 0;
  std::optional<base::LocalTime> from{}, to{};

  [[nodiscard]] bool given(base::LocalTime at) const { return (!from || at >= *from) && (!to || at < *to); }
};

// S000-13, optional: "card_fee": {"fee_fen": 500, "free": {"from": "2026-12-01T00:00:00", "to":
// "2026-12-08T00:00:00"}}. What a card costs that is issued, replaced or given to a joining member at the desk; nothing
// while `free` holds.
struct CardFee {
  base::Money fee{};
  std::optional<Window> free{};

  [[nodiscard]] base::Money at(base::LocalTime at) const {
    return free && free->holds(Moment(at)) ? base::Money{} : fee;
  }
};

// S001-59, optional: "rebates": [{"id": "spring", "from": "2025-03-01", "to": "2025-04-01", "levels": [{"at_fen":
// 50000, "points": 50}]}]. Who buys for a level's amount within [from, to), all bills together and less what came back,
// has its points once.
struct RebateLevel {
  base::Money at{};       // > 0, rising
  base::Points points{};  // > 0, NONCASH, no lifetime points
};
struct Rebate {
  std::string id;
  base::LocalTime from, to;
  std::vector<RebateLevel> levels;
};

// S002-23, S003-10, optional: "delivery": {"fee_fen": 1000, "free_from_fen": 9900, "tiers": {"SLV": {"fee_fen": 0}}}.
// S003-55: "class": {"zh": "顺丰特快", "en": "Express"} beside the fee or of a tier: how the goods go; the fee stays.
struct DeliveryClass {
  std::string zh, en;
  bool operator==(const DeliveryClass&) const = default;
};
struct DeliveryTerms {
  base::Money fee{};
  std::optional<base::Money> free_from{};  // of the goods as they are paid
  std::optional<DeliveryClass> how{};      // none: the shop does not tell them apart
};
struct DeliveryRules {
  DeliveryTerms guests;
  std::vector<DeliveryTerms> tiers;  // by rank; what a tier does not say is as for guests
};

// S003-72, optional: "upgrades": [{"from": "TEA-S", "to": "TEA-L", "tiers": ["GLD"]}]: the second at the first's price.
struct Upgrade {
  std::string from, to;  // sku
  std::vector<int> tiers;
};

// S003-04, S003-77, optional: "membership": {"plans": [{"sku": "CLUB-12", "months": 12, "renewal_fen": 16800}],
// "renew_days": 30, "grace_days": 7}. With a plan, benefits are had only while a term is paid for.
struct MembershipPlan {
  std::string sku;
  int months = 12;
  std::optional<base::Money> renewal{};  // price within renew_days before the end, and in the grace days
};
struct MembershipRules {
  std::vector<MembershipPlan> plans;
  int renew_days = 30;
  int grace_days = 0;  // after the end, with the benefits
};

}  // namespace kahui::programme
