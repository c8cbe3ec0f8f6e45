#include "core/loyalty/benefits.hpp"

#include <algorithm>

namespace kahui::loyalty {

using base::Money;
using base::Points;

std::optional<Benefit> eveningGift(base::LocalTime now, Money net, int gifts_today, const programme::RulePack& pack) {
  const auto& gift = pack.evening_gift;
  const int second = now.secondOfDay();
  const bool open =
      gift.enabled && static_cast<int>(now.date().day()) == gift.dom && second >= gift.from_s && second < gift.to_s;
  if (!open || net < gift.min || gifts_today >= gift.per_day) return std::nullopt;
  return Benefit{.kind = BenefitKind::GiftCoupon, .face = gift.face, .points = {}};
}

std::optional<Benefit> spendReturn(Money net, const programme::RulePack& pack) {
  const auto& rule = pack.spend_return;
  if (!rule.enabled || net < rule.step) return std::nullopt;
  const std::int64_t times = rule.repeat ? net.value() / rule.step.value() : 1;
  const Money amount(base::mulDivFloor(rule.back.value(), times, 1));
  switch (rule.form) {
    case programme::ReturnForm::Points:
      return Benefit{
          .kind = BenefitKind::ReturnPoints, .face = {}, .points = Points(amount.value() / pack.points.value.value())};
    case programme::ReturnForm::Coupon: return Benefit{.kind = BenefitKind::ReturnCoupon, .face = amount, .points = {}};
  }
  return std::nullopt;
}

Points referralPoints(const pricing::Referrer& referrer, int before, int after, const programme::RulePack& pack) {
  if (after <= before) return Points(0);
  const auto from = pack.rankOf(referrer.tier);
  if (!from) return Points(0);
  const auto& reward = pack.referral.table[static_cast<std::size_t>(*from)][static_cast<std::size_t>(after)];
  if (!reward) return Points(0);
  const auto last = referrer.last.empty() ? std::nullopt : pack.rankOf(referrer.last);
  switch (pack.referral.mode) {
    case programme::ReferralMode::Difference: return std::max(Points(0), *reward - referrer.paid);
    case programme::ReferralMode::FirstOnly: return referrer.paid > Points(0) || last ? Points(0) : *reward;
    case programme::ReferralMode::EachFull: return last && *last >= after ? Points(0) : *reward;
  }
  return Points(0);
}

}  // namespace kahui::loyalty
