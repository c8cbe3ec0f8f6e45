#include "core/loyalty/earning.hpp"

#include <algorithm>

#include "core/base/result.hpp"
#include "core/pricing/moment.hpp"

namespace kahui::loyalty {

using base::Money;
using base::Points;

member::LeapDay leapDay(programme::LeapBirthday rule) {
  switch (rule) {
    case programme::LeapBirthday::Feb28: return member::LeapDay::Feb28;
    case programme::LeapBirthday::Mar1: return member::LeapDay::Mar1;
    case programme::LeapBirthday::LeapYearsOnly: return member::LeapDay::LeapYearsOnly;
  }
  return member::LeapDay::Feb28;
}

namespace {

constexpr int kMaxMultiplierPct = 100'000;

}  // namespace

int multiplierPct(const pricing::SaleInput& input, const programme::RulePack& pack, int rank) {
  std::optional<int> combined;
  const auto add = [&](int pct) {
    if (!combined)
      combined = pct;
    else if (pack.points.multiplier_combine == programme::Combine::Max)
      combined = std::max(*combined, pct);
    else
      combined = static_cast<int>(std::min<std::int64_t>(kMaxMultiplierPct, std::int64_t{*combined} * pct / 100));
  };
  const programme::Moment moment = pricing::momentOf(input.now);
  for (const auto& day : pack.member_day)
    if (day.mult_pct && programme::holds(day, moment, rank)) add(*day.mult_pct);
  const bool celebrates = rank >= pack.birthday.min_tier && input.member && input.member->birthday;
  if (celebrates && member::isBirthday(input.now.date(), *input.member->birthday, leapDay(pack.birthday.feb29)))
    add(pack.birthday.mult_pct);
  const bool first = input.member ? input.member->first_bill : input.register_member;
  if (const int pct = pack.tier(rank).first_bill_pct; first && pct != 100) add(pct);  // S001-33
  return combined.value_or(100);
}

Money pointsBase(const pricing::SaleInput& input, std::span<const pricing::PricedLine> lines,
                 std::span<const Money> finals, Money bonus_used, Money total, const programme::RulePack& pack) {
  KAHUI_ASSERT(lines.size() == finals.size() && lines.size() == input.basket.size());
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (input.basket[i].no_points || lines[i].layer == pricing::Layer::Gift) continue;
    const std::int64_t paid = finals[i].value();
    sum += lines[i].points_mult_pct == 100 ? paid : base::mulDivFloor(paid, lines[i].points_mult_pct, 100);
  }
  if (bonus_used == Money(0) || pack.points.earn_on_stored_bonus) return Money(sum);
  return Money(total == Money(0) ? 0 : base::mulDivFloor(sum, (total - bonus_used).value(), total.value()));
}

Points earnedPoints(Money base, int rank, int multiplier_pct, const programme::RulePack& pack) {
  const std::int64_t unit = pack.points.unit.value();
  const std::int64_t each = pack.tier(rank).earn;
  switch (pack.points.earn_mode) {
    case programme::EarnMode::WholeUnits: {
      const std::int64_t units = base.value() / unit;
      return Points(base::mulDivFloor(units, each * multiplier_pct, 100));
    }
    case programme::EarnMode::Proportional:
      return Points(base::mulDivFloor(base.value(), each * multiplier_pct, unit * 100));
  }
  return Points(0);
}

}  // namespace kahui::loyalty
