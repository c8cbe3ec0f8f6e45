// The use cases of the manager's work. On the engine thread; shared by the screen and `kahuictl tasks`.
#pragma once

#include "core/programme/care_plan.hpp"
#include "core/till/member_desk.hpp"
#include "core/till/talk_view.hpp"
#include "core/till/task_request.hpp"
#include "core/till/task_view.hpp"

namespace kahui::till {

class TaskDesk {
 public:
  TaskDesk(ports::Store& store, SaleDesk& sales, base::RandomSource& random, base::WallTime at)
      : m_store(store), m_sales(sales), m_random(random), m_at(at) {}

  // NoRight (Right::ManageWork: a selection, coupons, targets, the plan), BadInput, OutOfRange, UnknownMember;
  // RuleRejected: UNKNOWN_TASK, TASK_CLOSED, TASK_CONFIRM, TASK_SCORE, NO_TEMPLATE, TEMPLATE_RUNS, NO_BENEFIT,
  // BENEFIT_LIMIT, BENEFIT_HOLIDAY, BENEFIT_TIER, BENEFIT_DAY, BENEFIT_STOCK, BENEFIT_POINTS, DRAW_HELD, NOBODY_LEFT,
  // NOT_A_DRAFT, NO_PHONE, UNKNOWN_COMMENT, COMMENT_GUEST, COMMENT_CLOSED, COMMENT_ROLE, COMMENT_ANSWERED.
  TaskAnswer act(const TaskRequest& request, const Signers& signers);

  base::Result<TaskDeskView> view(const ports::TaskFilter& filter);
  // What was said; `about` and `key` may be empty.
  base::Result<TalkView> talk(const std::string& about, const std::string& key, const ports::Staff& by);
  // S003-61: the points of a member's first card of the day, given in one act; 0: the store gives none, or gave them.
  base::Result<base::Points> signIn(const member::Member& member, const std::string& operator_code);
  // S000-08: the use that makes entries of a draw of it, or gives them back (`quantity` < 0), judged and not written.
  base::Result<std::vector<journal::Draft>> drawEntries(const std::string& draw, const member::Member& member,
                                                        int quantity, const Signers& signers);
  // What a member may still have of the care plan today, each that the tier has.
  base::Result<std::vector<BenefitView>> benefitsOf(const member::Member& member, const programme::CarePlan& care);

 private:
  struct Case;

  base::Result<programme::CarePlan> plan();
  base::Result<member::Member> activeMember(member::MemberNo no);
  [[nodiscard]] bool isDayOf(const programme::CareBenefit& benefit, const member::Member& member,
                             base::BusinessDate day) const;
  base::Result<std::int64_t> usedOf(const programme::CareBenefit& benefit, member::MemberNo no, base::BusinessDate day);
  base::Status fillTask(TaskView& view, const ports::StoredTask& task, const programme::CarePlan& plan);
  void sortByTier(std::vector<TaskView>& tasks) const;
  // talk_cases.cpp. RuleRejected: NO_EVENT, UNKNOWN_TASK, UNKNOWN_NEWS; BadInput.
  base::Result<bool> membersSee(const std::string& about, const std::string& key);
  base::Status checkTalk(const std::string& about, const std::string& key, ports::StoredTask* feedback);
  base::Result<bool> isOpenTalk(const std::string& about, const std::string& key);
  base::Status fillTalkItems(TalkView& view);
  base::Status fillComments(TalkView& view);

  ports::Store& m_store;
  SaleDesk& m_sales;
  base::RandomSource& m_random;
  base::WallTime m_at;
};

}  // namespace kahui::till
