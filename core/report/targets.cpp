#include "core/report/targets.hpp"

#include <algorithm>
#include <array>

namespace kahui::report {

namespace {

constexpr std::array<std::string_view, 6> kFigures{"joins",        "net",   "member_net",
                                                   "member_share", "bills", "member_bills"};

}  // namespace

std::int64_t targetActual(std::string_view figure, const PeriodFigures& figures) {
  if (figure == "joins") return figures.totals.new_members;
  if (figure == "net") return figures.day.net_total.value();
  if (figure == "member_net") return figures.day.net_member.value();
  if (figure == "member_share") return figures.day.member_share_bp;
  if (figure == "bills") return figures.day.bills;
  return figures.day.member_bills;
}

std::span<const std::string_view> targetFigures() { return kFigures; }

bool isTargetFigure(std::string_view figure) {
  return std::find(kFigures.begin(), kFigures.end(), figure) != kFigures.end();
}

std::vector<TargetRow> targetRows(const PeriodFigures& figures, const std::vector<ports::StoredTarget>& targets,
                                  const PeriodFigures* last_year) {
  std::vector<TargetRow> rows;
  for (const std::string_view figure : kFigures) {
    const auto set =
        std::find_if(targets.begin(), targets.end(), [&](const auto& one) { return one.figure == figure; });
    if (set == targets.end() || set->value <= 0) continue;
    const std::int64_t actual = targetActual(figure, figures);
    rows.push_back({std::string(figure), set->value, actual, shareBp(std::max<std::int64_t>(actual, 0), set->value),
                    last_year == nullptr ? 0 : std::max<std::int64_t>(targetActual(figure, *last_year), 0)});
  }
  return rows;
}

}  // namespace kahui::report
