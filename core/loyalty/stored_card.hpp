// Stored-value cards (rulebook V1 to V4) and count cards (V5).
#pragma once

#include "core/base/result.hpp"
#include "core/pricing/sale_input.hpp"

namespace kahui::loyalty {

// V1: the balance after topping up `pay` with `gift`. RuleRejected: CARD_LIMIT, NEEDS_ONLINE.
base::Result<base::Money> topUp(bool named, const pricing::StoredBalance& balance, base::Money pay, base::Money gift,
                                bool offline, const programme::RulePack& pack);

// V3: the rule that a payment reaches; nullptr: none.
const programme::TopUpRule* topUpRule(base::Money pay, const programme::RulePack& pack);

// V4: what closing a card pays out: the principal. RuleRejected: NEEDS_ONLINE.
base::Result<base::Money> closeCard(const pricing::StoredBalance& balance, bool offline);

// V5: one use of a count card. RuleRejected: COUNT_USED_UP, CARD_EXPIRED.
struct CountCard {
  int left = 0;
  base::BusinessDate expires;  // last good day
};
base::Status useCountCard(CountCard& card, base::BusinessDate day);
void returnCountUse(CountCard& card);

}  // namespace kahui::loyalty
