// The whole of a sale by the rulebook: prices, tenders, points, tier, benefits. Pure; the till, HQ's re-check,
// `kahuictl evaluate` and the tests call this one function.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/loyalty/benefits.hpp"
#include "core/loyalty/tiers.hpp"
#include "core/pricing/price_bill.hpp"

namespace kahui::sale {

struct SaleResult : pricing::PricedBill {
  bool earns = false;             // an active or joining member: the fields below mean something
  std::optional<int> bill_tier;   // rank the bill was priced at; nullopt = as a guest
  std::optional<int> tier_after;  // also of a member who was priced as a guest
  loyalty::TierRule tier_rule = loyalty::TierRule::None;
  base::Points points_earned{};  // NONCASH, usable from the next bill
  int multiplier_pct = 100;
  base::Points lifetime_after{};
  std::vector<base::Money> tier_measure;  // a line; at the tier before the bill (T2)
  std::vector<loyalty::Benefit> benefits;
  std::optional<loyalty::ReferralReward> referral;
  std::optional<int> demoted_from_after;  // the flag of T5 after this bill
  base::Money since_demotion_after{};
  std::optional<loyalty::NextTier> to_next_tier;
  std::string pack_version;

  bool operator==(const SaleResult&) const = default;
};

// Errors as of pricing::validate(), priceBill() and settle(). RuleRejected: a rule of the rulebook says no, detail is
// its reason.
base::Result<SaleResult> evaluateSale(const pricing::SaleInput& input, const programme::RulePack& pack);

// What an open bill keeps from one change to the next, for one rule pack.
struct SaleMemory {
  pricing::BillMemory bill;    // at the member's tier, or as a guest
  pricing::BillMemory raised;  // at the tier that the bill itself reaches (T1)
};

// The same result, with only the lines that are not in the memory judged anew.
base::Result<SaleResult> evaluateSale(const pricing::SaleInput& input, const programme::RulePack& pack,
                                      SaleMemory& memory);

// The member as the rules see him: nothing for a guest and for any status but ACTIVE (I3); an ordinary member who just
// joined.
std::optional<loyalty::Standing> standingFor(const pricing::SaleInput& input, const programme::RulePack& pack);

}  // namespace kahui::sale
