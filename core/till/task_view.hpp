// What screens know of the manager's work.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/ports/task_book.hpp"
#include "core/programme/care_plan.hpp"
#include "core/report/shift_slip.hpp"

namespace kahui::till {

struct TaskView {
  base::Id id;
  std::string kind, plan, step;
  programme::CareText title;  // of the template, or as it was typed in both
  programme::CareText how;    // what the step asks for; may be empty
  bool confirm = false;       // closing asks whether all of `how` was done
  programme::CareStep::Channel channel{};
  std::string member_no;  // empty: nobody's
  std::string masked_name;
  std::string tier_name;
  int rank = -1;  // of the tier; S003-50: of what is due alike a higher one comes first
  base::LocalTime due;
  bool overdue = false;
  bool unrated = false;  // a request that was done a week ago (S003-22)
  journal::TaskState state{};
  int score = 0;
  std::string result;
  std::string source;
  std::string opened_by, changed_by;
};

struct BenefitView {
  std::string code;
  programme::CareText name, unit;
  std::int64_t used = 0, limit = 0;
  std::string period;
  bool today = true;  // not one of another day (birthday, anniversary)
  bool draw = false;  // its uses are entries of a draw
  programme::CareBenefit::On on{};
};

struct TaskDeskView {
  ports::TaskFilter filter;
  std::vector<TaskView> tasks;
  ports::TaskCounts counts;
  std::vector<BenefitView> benefits;                                   // of the member that the filter names
  std::vector<std::pair<std::string, programme::CareText>> templates;  // id and title
};

struct ShiftPrint {  // a slip on its way to the printer; CounterModel prints each serial once
  report::ShiftSlip slip;
  int copy = 0;  // 0: the first; else so many times printed before
  std::uint64_t serial = 0;
};

}  // namespace kahui::till
