// What the manager's work is asked for: tasks, uses of benefits, coupons for a selection, targets, the care plan. What
// the screen submits, and what `kahuictl tasks` asks of a store or of the till that holds it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/ports/task_book.hpp"

namespace kahui::till {

enum class TaskAct {
  Add,      // by hand, for each of `members` or, without any, one for nobody
  Done,     // result, score; with a next task
  Move,     // to another due time
  Agree,    // S003-22
  Arrange,  //
  Rate,     // a score for one that is done
  Cancel,
  Start,          // a template of the care plan for a member
  UseBenefit,     // S001-54; quantity < 0 takes back
  IssueCoupons,   // a batch for `members`, each once for its key
  SetTarget,      // S000-09
  SetPlan,        // the care plan
  Drop,           // tasks that nobody has touched: `drop` has their ids; all of them or none (S000-86)
  SetCampaign,    // S001-62
  DropCampaigns,  // that have not begun: `drop` has their codes; all of them or none
  CheckPhone,     // S001-09: what a call to the one member's number showed
  Comment,        // S000-90: on `about` and `key`; of the shop, or of the one member
  Answer,         // S000-81: a member's comment; `task` has its id
  OpenTalk,       // members may comment on `about` and `key`, or not any more
};

struct CouponWish {
  base::Money face{};                // of a cash coupon, > 0; or
  std::optional<base::Rate> rate{};  // of a rate coupon
  base::Money min{};                 // least bill
  int days = 30;                     // good for so many days, today included; 1 .. 366
  // S000-34: codes of the tiers that it is for; members of others are passed over, and the coupon is refused to who has
  // another tier by then. Empty: everybody.
  std::vector<std::string> tiers{};
};

struct TaskRequest {
  std::string ref{};
  std::string operator_code{};  // on a screen: whoever is signed in
  std::string approver{};
  TaskAct act{};
  std::string task{};                         // id, or its beginning
  std::string kind{};                         // Add: CARE where it is empty
  std::vector<member::MemberNo> members{};    // Start, UseBenefit: one
  std::string title{};                        // Add, 1 .. 120 bytes
  std::optional<base::LocalTime> due{};       // Add: today's end; a complaint 48 hours (S000-62)
  std::string source{};                       // list that the members come from
  bool campaign = false;                      // Add: only members who agreed to be addressed (L4)
  std::string result{};                       // Done, Rate, Cancel; at most 400 bytes
  int score = 0;                              // 1 .. 5
  bool confirmed = false;                     // what the step asks for was all done
  std::string next{};                         // Done: title of the task that follows
  std::optional<base::LocalTime> next_due{};  // a week from now
  std::string plan{};                         // Start: id of the template
  std::optional<base::BusinessDate> signed_on{};
  std::optional<base::LocalTime> first_use{};
  std::string benefit{};
  std::int64_t quantity = 1;
  std::optional<base::BusinessDate> on{};  // UseBenefit: today
  CouponWish coupon{};
  std::string key{};     // IssueCoupons: name of the batch, 1 .. 60 bytes; a member gets one coupon of it
  std::string reason{};  // IssueCoupons, 1 .. 120 bytes
  std::string month{}, figure{};
  std::int64_t value = 0;
  std::string json{};               // SetPlan
  std::vector<std::string> drop{};  // Drop, DropCampaigns; 1 .. 500
  std::optional<journal::CampaignSet> set_campaign{};
  std::string phone_state{};  // CheckPhone: CONFIRMED, DEAD; empty: not known
  std::string about{};        // Comment, OpenTalk: journal::kAboutNews …; its key is `key`
  std::string comment{};      // Comment, Answer: 1 .. 400 bytes
  bool by_customer = false;   // Comment: somebody at the desk says it; without `members` a guest
  bool open = true;           // OpenTalk
};

struct TaskDone {
  TaskAct act{};
  std::vector<base::Id> tasks;  // opened
  int count = 0;                // members served, tasks opened or changed
  int passed_over = 0;          // members left out: not active, did not agree, had it before
  std::int64_t left = 0;        // of a benefit in its period
};
using TaskAnswer = base::Result<TaskDone>;

}  // namespace kahui::till
