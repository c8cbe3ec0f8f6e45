#include "core/pricing/moment.hpp"

#include "core/member/lunar.hpp"

namespace kahui::pricing {

programme::Moment momentOf(base::LocalTime at) {
  constexpr int kMonthFactor = 100;
  programme::Moment moment(at);
  const auto day = member::toLunar(at.date());
  if (!day || day->leap) return moment;
  moment.lunar = static_cast<int>(day->month) * kMonthFactor + static_cast<int>(day->day);
  moment.lunar_last = member::lunarMonthDays(day->year, day->month, false) == day->day;
  return moment;
}

}  // namespace kahui::pricing
