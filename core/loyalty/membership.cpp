#include "core/loyalty/membership.hpp"

#include <algorithm>

namespace kahui::loyalty {

using base::BusinessDate;

namespace {

// The day before the one of the same name `months` later; the last day of a month that has none of the name.
BusinessDate endOf(BusinessDate first, int months) {
  const std::chrono::year_month_day then = first.ymd() + std::chrono::months(months);
  if (then.ok()) return BusinessDate(std::chrono::sys_days(then)).plusDays(-1);
  return BusinessDate(std::chrono::sys_days(then.year() / then.month() / std::chrono::last));
}

}  // namespace

Term termOn(BusinessDate day, const std::optional<BusinessDate>& until, const programme::MembershipRules& rules) {
  if (!until) return {};
  Term term{TermState::Ended, until, false};
  if (day <= *until)
    term.state = TermState::Paid;
  else if (day <= until->plusDays(rules.grace_days))
    term.state = TermState::Grace;
  term.may_renew =
      term.state == TermState::Grace || (term.state == TermState::Paid && day >= until->plusDays(-rules.renew_days));
  return term;
}

bool hasBenefits(const Term& term, const programme::MembershipRules& rules) {
  return rules.plans.empty() || term.state == TermState::Paid || term.state == TermState::Grace;
}

BusinessDate renewedUntil(const std::optional<BusinessDate>& until, BusinessDate day, int months) {
  return endOf(until && *until >= day ? until->plusDays(1) : day, months);
}

BusinessDate shortenedUntil(BusinessDate until, int months) {
  const std::chrono::year_month_day then = until.plusDays(1).ymd() - std::chrono::months(months);
  const auto first =
      then.ok() ? std::chrono::sys_days(then) : std::chrono::sys_days(then.year() / then.month() / std::chrono::last);
  return BusinessDate(first).plusDays(-1);
}

base::Money deliveryFee(const programme::DeliveryRules& rules, std::optional<int> rank, base::Money goods) {
  const auto& terms = rank ? rules.tiers.at(static_cast<std::size_t>(*rank)) : rules.guests;
  return terms.free_from && goods >= *terms.free_from ? base::Money{} : terms.fee;
}

const programme::DeliveryClass* deliveryClass(const programme::DeliveryRules& rules, std::optional<int> rank) {
  const auto& terms = rank ? rules.tiers.at(static_cast<std::size_t>(*rank)) : rules.guests;
  return terms.how ? &*terms.how : nullptr;
}

}  // namespace kahui::loyalty
