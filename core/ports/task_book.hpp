// What the manager's work asks of the store: tasks, uses of benefits, targets, the care plan. Part of ports::Store,
// with its thread rule and errors.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/journal/event.hpp"
#include "core/member/member.hpp"

namespace kahui::ports {

struct TaskText {      // what a person typed; sealed in the file, in no event
  std::string title;   // of a task by hand
  std::string result;  // what came of it
  bool operator==(const TaskText&) const = default;
};

struct StoredTask {
  base::Id id;
  std::string kind, plan, step, source;  // journal::TasksOpened
  member::MemberNo member;               // 0: nobody's
  std::int64_t opened_ms = 0;            // UTC
  std::string opened_by;
  base::LocalTime due;
  journal::TaskState state{};
  int score = 0;
  std::int64_t changed_ms = 0;
  std::string changed_by;
  TaskText text;
};

struct TaskFilter {
  member::MemberNo member{};  // 0: all
  std::string kind{};         // empty: all
  std::string plan{};
  bool open = true;  // New to Arranged
  bool closed = false;
  int limit = 200;  // 1 .. 2000
};

struct TaskCounts {
  int open = 0, overdue = 0;
  int unrated = 0;                         // requests, done for more than seven days, that nobody rated (S003-22)
  std::int64_t scores = 0, score_sum = 0;  // of surveys (S003-20)
};

struct StoredTarget {
  std::string month, figure;
  std::int64_t value = 0;
};

// A member's bill as a follow-up looks at it (S001-13).
struct BigBill {
  std::int64_t no = 0;  // rises with each sale of the till; what a job has done is said by it
  std::string receipt_no;
  member::MemberNo member;
  base::BusinessDate day;
};
struct BigBills {
  std::vector<BigBill> bills;
  std::int64_t upto = 0;  // the last sale that was looked at
  bool more = false;      // there may be more until the day
};

class TaskBook {
 public:
  virtual ~TaskBook() = default;

  virtual base::Result<std::vector<StoredTask>> tasks(const TaskFilter& filter) = 0;  // by due
  // By 32 hex digits or at least six that one task alone begins with; nullopt: there is none, or more than one.
  virtual base::Result<std::optional<StoredTask>> task(std::string_view id) = 0;
  virtual base::Result<TaskCounts> taskCounts(base::LocalTime now, std::int64_t now_ms) = 0;
  // The drafts hold TasksOpened and TaskChanged; `text` is set for its task. One transaction.
  struct SetText {
    base::Id task;
    TaskText text;
  };
  virtual base::Status appendTasks(std::span<journal::Draft> drafts, std::span<const SetText> texts) = 0;

  // Whether the member may be written to or called for a campaign (L4): as asked at the till, or, of one who was taken
  // over, if there is a consent at all.
  virtual base::Result<bool> mayAddress(member::MemberNo no) = 0;

  virtual base::Result<std::int64_t> benefitUsed(member::MemberNo no, std::string_view benefit,
                                                 std::string_view period) = 0;
  // Sales after `after` of business days from … to, both included, that came to `least` or more, less what came back;
  // at most `limit` of them.
  virtual base::Result<BigBills> bigBills(std::int64_t after, base::BusinessDate from, base::BusinessDate to,
                                          base::Money least, int limit) = 0;
  virtual base::Result<std::string> carePlan() = 0;  // JSON; empty: none was set
  virtual base::Result<std::vector<StoredTarget>> targets(std::string_view month) = 0;
  virtual base::Result<std::vector<journal::CampaignSet>> campaigns() = 0;  // newest first, without deleted ones
  // CONFIRMED, DEAD; empty: not checked (S001-09).
  virtual base::Result<std::string> phoneState(member::MemberNo no) = 0;
};

}  // namespace kahui::ports
