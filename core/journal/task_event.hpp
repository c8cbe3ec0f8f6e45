// Payloads of the manager's work: tasks, uses of benefits, targets, and the care plan that says what there is of them
// (requirements S000-05, S001-54, S000-09, S003-108 to 122). What a person typed about a member stands in no event.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/id.hpp"

namespace kahui::journal {

enum class TaskState { New, Agreed, Arranged, Done, Rated, Cancelled };  // S003-22
[[nodiscard]] std::string_view taskStateName(TaskState state);           // NEW …
[[nodiscard]] std::optional<TaskState> taskStateByName(std::string_view name);
[[nodiscard]] constexpr bool isOpen(TaskState state) { return state <= TaskState::Arranged; }

struct TasksOpened {
  struct Part {
    base::Id task;
    std::int64_t member = 0;  // 0: nobody's
    std::string step;         // of the template; empty: by hand, its title lies sealed in the store
    base::LocalTime due;      // overdue from the next second on
    bool operator==(const Part&) const = default;
  };
  std::string kind;    // CARE, FOLLOW_UP, ONBOARDING, COMPLAINT, SURVEY, REQUEST
  std::string plan;    // id of the care plan's template; empty: by hand
  std::string source;  // list that the members were taken from; empty: none
  std::string operator_code;
  std::vector<Part> parts;
  bool operator==(const TasksOpened&) const = default;
};

struct TaskChanged {
  base::Id task;
  TaskState state{};
  std::optional<base::LocalTime> due{};  // moved to
  int score = 0;                         // 1 to 5 (S003-20); 0: none was given
  std::string operator_code;
  bool operator==(const TaskChanged&) const = default;
};

struct BenefitUsed {
  std::int64_t member = 0;
  std::string benefit;        // code of the care plan
  std::int64_t quantity = 0;  // in the benefit's unit; < 0: taken back
  std::string period;         // that its limit is of: 2026, 2026-03
  std::string operator_code;
  bool operator==(const BenefitUsed&) const = default;
};

struct CarePlanSet {
  std::string json;  // programme::parseCarePlan()
  std::string operator_code;
  bool operator==(const CarePlanSet&) const = default;
};

struct TargetSet {
  std::string month;       // 2026-03
  std::string figure;      // of report::targetFigures()
  std::int64_t value = 0;  // in the figure's unit; 0: no target any more
  std::string operator_code;
  bool operator==(const TargetSet&) const = default;
};

}  // namespace kahui::journal
