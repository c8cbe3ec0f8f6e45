// Words of the manager's work: kinds and states of tasks, when they are due, what a person types for a date.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <optional>

#include "app/models/formatter.hpp"
#include "core/till/task_view.hpp"

namespace kahui::models {

class TaskText {
  Q_DECLARE_TR_FUNCTIONS(TaskText)

 public:
  static QString kind(const std::string& code);
  static QString state(journal::TaskState state);
  static QString channel(programme::CareStep::Channel channel);
  static QString say(const programme::CareText& words, Formatter formatter);
  static QString due(base::LocalTime due, Formatter formatter);  // with the time where it is not the day's end
  static QString detail(const till::TaskView& task, Formatter formatter);  // whose, what kind, state or score
  static QString figure(const till::TaskView& task, Formatter formatter);  // when, or that it is overdue
  static QString counts(const ports::TaskCounts& counts);
  static QString benefit(const till::BenefitView& benefit, Formatter formatter);  // 免费停车 2 / 3 小时

  // 2026-03-15, 0315 (the next one), 0315 1130, or days from today: 7. nullopt: none of them.
  static std::optional<base::LocalTime> parseDue(const QString& typed, base::BusinessDate today);
};

}  // namespace kahui::models
