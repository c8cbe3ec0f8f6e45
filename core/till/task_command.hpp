// The manager's work from the screen.
#pragma once

#include "core/till/approval.hpp"
#include "core/till/task_request.hpp"

namespace kahui::till {

struct ListTasks {  // shows Snapshot::task_desk
  ports::TaskFilter filter{};
};
struct ActOnTasks {
  TaskRequest request;
  Approval approval{};
};
struct LeaveTasks {};
// A receipt of this till by number, to look at: neither printed nor counted. UnknownReceipt. Right::ReadReports.
struct ShowReceipt {
  std::string receipt_no;
};
// The slip of the open shift (X) or of one that is closed, once more; Snapshot::shift_print has it. Right::ReadShift.
struct PrintShift {
  std::int64_t shift = 0;  // 0: the open one; < 0: the last that was closed
  Approval approval{};
};

}  // namespace kahui::till
