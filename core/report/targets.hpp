// Targets of a month beside what came of it (S000-09, S001-56, S003-40). Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/ports/task_book.hpp"
#include "core/report/period.hpp"

namespace kahui::report {

// joins, bills, member_bills: counts; net, member_net, stored_in: fen; member_share: basis points.
[[nodiscard]] std::span<const std::string_view> targetFigures();
[[nodiscard]] bool isTargetFigure(std::string_view figure);
[[nodiscard]] std::int64_t targetActual(std::string_view figure, const PeriodFigures& figures);

struct TargetRow {
  std::string figure;
  std::int64_t target = 0, actual = 0;
  std::int64_t reached_bp = 0;  // actual of target, half-up
  std::int64_t last_year = 0;   // what came of the same month a year before; 0: nothing is known (S003-40)
};
// In the order of targetFigures().
std::vector<TargetRow> targetRows(const PeriodFigures& figures, const std::vector<ports::StoredTarget>& targets,
                                  const PeriodFigures* last_year = nullptr);

}  // namespace kahui::report
