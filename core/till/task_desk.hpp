// The use cases of the manager's work. On the engine thread; shared by the screen and `kahuictl tasks`.
#pragma once

#include "core/programme/care_plan.hpp"
#include "core/till/member_desk.hpp"
#include "core/till/task_request.hpp"
#include "core/till/task_view.hpp"

namespace kahui::till {

class TaskDesk {
 public:
  TaskDesk(ports::Store& store, SaleDesk& sales, base::RandomSource& random, base::WallTime at)
      : m_store(store), m_sales(sales), m_random(random), m_at(at) {}

  // NoRight (Right::ManageWork: a selection, coupons, targets, the plan), BadInput, OutOfRange, UnknownMember;
  // RuleRejected: UNKNOWN_TASK, TASK_CLOSED, TASK_CONFIRM, TASK_SCORE, NO_TEMPLATE, TEMPLATE_RUNS, NO_BENEFIT,
  // BENEFIT_LIMIT, BENEFIT_HOLIDAY, BENEFIT_TIER, NOBODY_LEFT, NOT_A_DRAFT, NO_PHONE.
  TaskAnswer act(const TaskRequest& request, const Signers& signers);

  base::Result<TaskDeskView> view(const ports::TaskFilter& filter);

 private:
  struct Case;

  base::Result<programme::CarePlan> plan();
  base::Result<member::Member> activeMember(member::MemberNo no);
  base::Status fillTask(TaskView& view, const ports::StoredTask& task, const programme::CarePlan& plan);

  ports::Store& m_store;
  SaleDesk& m_sales;
  base::RandomSource& m_random;
  base::WallTime m_at;
};

}  // namespace kahui::till
