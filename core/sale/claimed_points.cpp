#include "core/sale/claimed_points.hpp"

#include "core/loyalty/earning.hpp"

namespace kahui::sale {

base::Points claimedPoints(const SaleRecord& past, const programme::RulePack& rules,
                           const std::vector<base::Quantity>& returned, int rank, int multiplier_pct) {
  const auto& [input, sold] = past;
  std::vector<base::Money> finals;
  for (std::size_t i = 0; i < sold.lines.size(); ++i) {
    const base::Quantity gone = i < returned.size() ? returned[i] : base::Quantity{};
    finals.push_back(sold.lines[i].final - base::Money(base::mulDivFloor(sold.lines[i].final.value(), gone.value(),
                                                                         input.basket[i].quantity.value())));
  }
  const base::Money earned_on =
      loyalty::pointsBase(input, sold.lines, finals, sold.stored_bonus_used, sold.total, rules);
  return loyalty::earnedPoints(earned_on, rank, multiplier_pct, rules);
}

}  // namespace kahui::sale
