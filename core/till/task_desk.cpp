#include "core/till/task_desk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/journal/draft.hpp"
#include "core/loyalty/coupon_serial.hpp"
#include "core/member/name.hpp"
#include "core/till/task_cases.hpp"

namespace kahui::till {

using base::ErrorCode;

base::Result<programme::CarePlan> TaskDesk::plan() {
  const auto json = m_store.carePlan();
  if (!json) return tl::unexpected(json.error());
  return programme::parseCarePlan(*json);
}

base::Result<member::Member> TaskDesk::activeMember(member::MemberNo no) {
  auto found = m_store.memberByNo(no);
  if (!found) return tl::unexpected(found.error());
  if (!*found || (*found)->status == member::MemberStatus::Cancelled)
    return base::fail(ErrorCode::UnknownMember, no.masked());
  return **std::move(found);
}

TaskAnswer TaskDesk::act(const TaskRequest& request, const Signers& signers) {
  const bool selection = request.act == TaskAct::Add && request.members.size() > 1;
  const bool managers = selection || request.act == TaskAct::IssueCoupons || request.act == TaskAct::SetTarget ||
                        request.act == TaskAct::SetPlan || request.act == TaskAct::SetCampaign ||
                        request.act == TaskAct::DropCampaigns || request.act == TaskAct::OpenTalk ||
                        (request.act == TaskAct::Drop && request.drop.size() > 1);
  if (managers && !signers.may(Right::ManageWork)) return base::fail(ErrorCode::NoRight, "manage_work");
  if (request.act == TaskAct::CheckPhone && !signers.may(Right::CorrectMember))
    return base::fail(ErrorCode::NoRight, "correct_member");
  Case one{*this, request, signers, {request.act, {}, 0, 0, 0}};
  KAHUI_TRY(one.run());
  return std::move(one.done);
}

base::Status TaskDesk::fillTask(TaskView& view, const ports::StoredTask& task, const programme::CarePlan& plan) {
  view.id = task.id;
  view.kind = task.kind;
  view.plan = task.plan;
  view.step = task.step;
  view.title = {task.text.title, task.text.title};
  const programme::CareTemplate* from = plan.find(task.plan);
  if (const auto* step = from == nullptr ? nullptr : from->step(task.step); step != nullptr) {
    view.title = step->title;
    view.how = step->how;
    view.confirm = step->confirm;
    view.channel = step->channel;
  } else if (task.plan == programme::kBillFollowUp) {
    const programme::CareText words = plan.follow_up.value_or(programme::CareFollowUp{}).title;
    view.title = {words.zh + " " + task.step, words.en + " " + task.step};
  } else if (view.title.zh.empty()) {
    view.title = {task.step, task.step};  // the plan has changed since
  }
  view.due = task.due;
  view.state = task.state;
  view.overdue = journal::isOpen(task.state) && m_at.local() > task.due;
  constexpr std::int64_t kWeek_ms = 7LL * 24 * 3600 * 1000;
  view.unrated =
      task.kind == "REQUEST" && task.state == journal::TaskState::Done && m_at.utc_ms - task.changed_ms > kWeek_ms;
  view.score = task.score;
  view.result = task.text.result;
  view.source = task.source;
  view.opened_by = task.opened_by;
  view.changed_by = task.changed_by;
  if (task.member.value() == 0) return {};
  view.member_no = task.member.text();
  const auto member = m_store.memberByNo(task.member);
  if (!member) return tl::unexpected(member.error());
  if (!*member) return {};
  view.masked_name = member::maskName((*member)->profile.name);
  if (const auto rank = m_sales.rules().rankOf((*member)->tier)) {
    view.tier_name = m_sales.rules().tier(*rank).name;
    view.rank = *rank;
  }
  return {};
}

// S003-50: what is due by today comes first, members of higher tiers before the others; then day by day likewise.
void TaskDesk::sortByTier(std::vector<TaskView>& tasks) const {
  const auto today = m_at.local().date();
  const auto day = [&](const TaskView& task) { return std::max(task.due.date(), today); };
  std::stable_sort(tasks.begin(), tasks.end(), [&](const TaskView& a, const TaskView& b) {
    if (const bool open = journal::isOpen(a.state); open != journal::isOpen(b.state)) return open;
    if (!journal::isOpen(a.state)) return false;
    if (day(a) != day(b)) return day(a) < day(b);
    return a.rank > b.rank;
  });
}

base::Result<std::vector<BenefitView>> TaskDesk::benefitsOf(const member::Member& member,
                                                            const programme::CarePlan& care) {
  std::vector<BenefitView> benefits;
  const auto day = m_sales.businessDate();
  for (const programme::CareBenefit& one : care.benefits) {
    if (isCounted(one.code)) continue;
    const auto used = usedOf(one, member.no, day);
    if (!used) return tl::unexpected(used.error());
    const int limit = one.limitOf(member.tier);
    if (limit == 0 && *used == 0) continue;
    benefits.push_back({one.code, one.name, one.unit, *used, limit, one.period(day)});
    benefits.back().today = isDayOf(one, member, day);
    benefits.back().draw = one.isDraw();
    benefits.back().on = one.on;
  }
  return benefits;
}

base::Result<TaskDeskView> TaskDesk::view(const ports::TaskFilter& filter) {
  const auto care = plan();
  if (!care) return tl::unexpected(care.error());
  TaskDeskView view;
  view.filter = filter;
  const auto read = m_store.readTogether([&]() -> base::Status {
    const auto tasks = m_store.tasks(filter);
    if (!tasks) return tl::unexpected(tasks.error());
    for (const ports::StoredTask& task : *tasks) KAHUI_TRY(fillTask(view.tasks.emplace_back(), task, *care));
    sortByTier(view.tasks);
    const auto counts = m_store.taskCounts(m_at.local(), m_at.utc_ms);
    if (!counts) return tl::unexpected(counts.error());
    view.counts = *counts;
    if (filter.member.value() == 0) return {};
    const auto member = m_store.memberByNo(filter.member);
    if (!member) return tl::unexpected(member.error());
    if (!*member) return {};
    auto benefits = benefitsOf(**member, *care);
    if (!benefits) return tl::unexpected(benefits.error());
    view.benefits = *std::move(benefits);
    return {};
  });
  if (!read) return tl::unexpected(read.error());
  for (const programme::CareTemplate& one : care->templates) view.templates.emplace_back(one.id, one.title);
  return view;
}

}  // namespace kahui::till
