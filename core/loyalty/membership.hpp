// Paid membership (S003-04, S003-77) and what a delivery costs (S002-23, S003-10). Pure; days are business days.
#pragma once

#include <optional>

#include "core/base/date.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::loyalty {

enum class TermState { None, Paid, Grace, Ended };  // None: never paid

struct Term {
  TermState state = TermState::None;
  std::optional<base::BusinessDate> until{};  // last day that is paid for
  bool may_renew = false;                     // now costs the renewal price
  bool operator==(const Term&) const = default;
};

Term termOn(base::BusinessDate day, const std::optional<base::BusinessDate>& until,
            const programme::MembershipRules& rules);

// Whether benefits are had: always where the programme sells no membership.
bool hasBenefits(const Term& term, const programme::MembershipRules& rules);

// The last day after a payment on `day`: the new term follows on one that has not ended, else it begins on the day.
base::BusinessDate renewedUntil(const std::optional<base::BusinessDate>& until, base::BusinessDate day, int months);
// The same back.
base::BusinessDate shortenedUntil(base::BusinessDate until, int months);

// `rank` is the member's tier; nullopt: a guest. `goods` is what is paid for them.
base::Money deliveryFee(const programme::DeliveryRules& rules, std::optional<int> rank, base::Money goods);
// S003-55: how the goods go; null: the shop does not tell deliveries apart.
const programme::DeliveryClass* deliveryClass(const programme::DeliveryRules& rules, std::optional<int> rank);

}  // namespace kahui::loyalty
