#include "core/loyalty/stored_card.hpp"

namespace kahui::loyalty {

using base::ErrorCode;
using base::Money;

base::Result<Money> topUp(bool named, const pricing::StoredBalance& balance, Money pay, Money gift, bool offline,
                          const programme::RulePack& pack) {
  if (offline) return base::fail(ErrorCode::RuleRejected, "NEEDS_ONLINE");
  const Money after = balance.principal + balance.bonus + pay + gift;
  if (after > (named ? pack.stored.limit_named : pack.stored.limit_unnamed))
    return base::fail(ErrorCode::RuleRejected, "CARD_LIMIT");
  return after;
}

const programme::TopUpRule* topUpRule(Money pay, const programme::RulePack& pack) {
  const programme::TopUpRule* reached = nullptr;
  for (const auto& rule : pack.stored.top_up)
    if (rule.pay <= pay) reached = &rule;
  return reached;
}

base::Result<Money> closeCard(const pricing::StoredBalance& balance, bool offline) {
  if (offline) return base::fail(ErrorCode::RuleRejected, "NEEDS_ONLINE");
  return balance.principal;
}

base::Status useCountCard(CountCard& card, base::BusinessDate day) {
  if (day > card.expires) return base::fail(ErrorCode::RuleRejected, "CARD_EXPIRED");
  if (card.left <= 0) return base::fail(ErrorCode::RuleRejected, "COUNT_USED_UP");
  --card.left;
  return {};
}

void returnCountUse(CountCard& card) { ++card.left; }

}  // namespace kahui::loyalty
