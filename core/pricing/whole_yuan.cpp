#include "core/pricing/whole_yuan.hpp"

namespace kahui::pricing {

base::Points wholeYuanPoints(base::Money due, base::Points usable, base::Money one,
                             const programme::PointsRules& rules) {
  constexpr std::int64_t kYuan = 100;  // fen
  const std::int64_t step = rules.redeem_step.value();
  std::int64_t points = usable.value() - usable.value() % step;
  // What is left repeats after at most a hundred steps.
  for (std::int64_t tries = 0; tries < kYuan && points > 0; ++tries, points -= step)
    if ((due.value() - points * one.value()) % kYuan == 0) return base::Points(points);
  return usable;
}

}  // namespace kahui::pricing
