// One act of the manager's work. Internal to TaskDesk.
#pragma once

#include "core/till/task_desk.hpp"

namespace kahui::till {

struct TaskDesk::Case {
  TaskDesk& desk;
  const TaskRequest& request;
  const Signers& signers;
  TaskDone done;

  base::Status run();

 private:
  [[nodiscard]] journal::Draft draft(journal::Payload payload) const;
  base::Status append(journal::Payload payload) const;
  [[nodiscard]] base::LocalTime dueOf() const;
  // Of `request.members` those who are there and, for a campaign, agreed; counts the others.
  base::Result<std::vector<member::Member>> served(bool campaign);
  base::Result<ports::StoredTask> task(bool open) const;

  base::Status add();
  base::Status change(journal::TaskState state);
  base::Status move();
  base::Status start();
  base::Status useBenefit();
  base::Status issueCoupons();
  base::Status setTarget();
  base::Status setPlan();
};

}  // namespace kahui::till
