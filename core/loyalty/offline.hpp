// What a till may do without the network, and how histories merge (rulebook O1 to O3).
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "core/base/result.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::loyalty {

enum class OfflineAct {
  Sale,
  Price,
  Earn,
  Coupon,
  Points,
  Stored,
  CashOut,
  Transfer,
  TopUp,
  StoredRefund,
  Catalogue,
  Merge
};

// O1, O2: `amount` and `today` are points (Points) or fen (Stored) of one member or card in the business day,
// `age_hours` the age of the cached balance. RuleRejected: NEEDS_ONLINE, CACHE_TOO_OLD, OFFLINE_LIMIT.
base::Status offlineAllowed(OfflineAct act, std::int64_t amount, std::int64_t today, int age_hours,
                            const programme::RulePack& pack);

struct BalanceEvent {
  std::string id;  // till and sequence
  base::Points delta{};
};

struct MergedBalance {
  base::Points balance{};
  int applied = 0;
  int duplicates = 0;

  [[nodiscard]] bool overdrawn() const { return balance < base::Points(0); }
  [[nodiscard]] base::Points available() const { return overdrawn() ? base::Points(0) : balance; }
};

// O3: each event once, in any order, with the same result. A balance below zero is flagged, no sale is undone.
MergedBalance mergeEvents(base::Points balance, std::span<const BalanceEvent> events);

}  // namespace kahui::loyalty
