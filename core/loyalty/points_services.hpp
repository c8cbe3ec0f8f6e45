// What a member may do with points beside paying (rulebook N8 to N12). Each answers the reason as RuleRejected if it is
// refused:
//   NEEDS_ONLINE, FROZEN, TIER_NOT_ALLOWED, ITEM_GROUP, ITEM_LIMIT, MONTH_LIMIT, BAD_AMOUNT, CLOSED,
//   POINTS_INSUFFICIENT
#pragma once

#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/pricing/priced_bill.hpp"

namespace kahui::loyalty {

struct CatalogueItem {
  std::string group;
  int quantity = 1;       // > 0
  base::Points points{};  // a piece
};

// N9: whether the member's tier may have these items, `done` exchanges after the month's first. The points are spent by
// the caller.
base::Status checkExchange(const pricing::MemberView& member, const std::vector<CatalogueItem>& items, int done,
                           bool offline, base::BusinessDate day, const programme::RulePack& pack);
base::Points priceOf(const std::vector<CatalogueItem>& items);

// N10: points to cash, GLD and above by preset, CASHABLE lots only.
struct CashPaid {
  base::Money cash{};
  bool needs_manager = false;
  std::vector<pricing::LotSpend> spent;
};
base::Result<CashPaid> cashOut(const pricing::MemberView& member, base::Points points, bool offline,
                               base::BusinessDate day, const programme::RulePack& pack);

// N11: what the receiver gets, in lots that keep their expiry.
base::Result<std::vector<pricing::LotSpend>> transfer(const pricing::MemberView& from, base::Points points,
                                                      bool offline, base::BusinessDate day,
                                                      const programme::RulePack& pack);

// N8: coupons for points in the last days of a quarter.
struct QuarterCoupons {
  int count = 0;
  base::Money face{};
  base::BusinessDate expires;
};
base::Result<QuarterCoupons> quarterExchange(base::BusinessDate day, base::Points points,
                                             const programme::RulePack& pack);

// N12: an account under suspicion. Frozen points stay in the balance but cannot be used; voiding removes them for good.
struct Account {
  base::Points balance{};
  base::Points frozen{};

  [[nodiscard]] base::Points available() const;
};
bool freezeReasonKnown(std::string_view reason,
                       std::string_view text);  // IMPROPER, FRAUD, BREACH, DISPUTE, OTHER with a text
void freeze(Account& account, base::Points points);
void unfreeze(Account& account, base::Points points);    // at most what is frozen
void voidFrozen(Account& account, base::Points points);  // at most what is frozen

}  // namespace kahui::loyalty
