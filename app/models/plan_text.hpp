// Words of the care plan's steps and of targets, and what a person types for them.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <optional>
#include <string_view>

#include "app/models/formatter.hpp"
#include "core/programme/care_plan.hpp"

namespace kahui::models {

class PlanText {
  Q_DECLARE_TR_FUNCTIONS(PlanText)

 public:
  static QString when(const programme::CareStep& step);       // 7 days before the first use
  static QString whenTyped(const programme::CareStep& step);  // as it is typed: -7, 2m 7, 48h
  // Sets months, days and hours from "-7", "2m", "2m 7" or "48h". False: it is none of them, or beyond the limits.
  static bool readWhen(const QString& typed, programme::CareStep& step);
  static QString repeats(const programme::CareStep& step);  // of its button: once, weekly to the first use, ...

  // In the figure's unit: fen, basis points or a count.
  static QString target(std::string_view figure, std::int64_t value, Formatter formatter);
  static QString reached(std::int64_t actual, std::int64_t target);  // 99.7%, half-up; target > 0
  static QString targetTyped(std::string_view figure, std::int64_t value);
  static std::optional<std::int64_t> readTarget(std::string_view figure, const QString& typed);  // empty: 0, none
};

}  // namespace kahui::models
