// The manager's work in its states, with tasks that a till would show.
#include "tests/gui/scenes.hpp"

namespace kahui::test {
namespace {

till::TaskView task(unsigned char number, const char* kind, const char* zh, const char* en, const char* due) {
  base::Id::Raw raw{};
  raw[0] = number;
  till::TaskView view;
  view.id = base::Id(raw);
  view.kind = kind;
  view.title = {zh, en};
  view.due = at(due);
  view.member_no = "1000000016";
  view.masked_name = "王**";
  view.tier_name = "黄金会员";
  view.opened_by = "9001";
  return view;
}

till::TaskDeskView work() {
  till::TaskDeskView view;
  auto late = task(1, "ONBOARDING", "48 小时内回访", "Follow-up within 48 hours", "2026-03-04T11:00:00");
  late.overdue = true;
  late.how = {"约 10 分钟；预约第二次服务，请提前 15 分钟到店。",
              "About 10 minutes; fix the second visit, 15 minutes early."};
  view.tasks.push_back(late);
  auto first = task(2, "ONBOARDING", "首次服务当天陪同", "First day", "2026-03-05T23:59:59");
  first.confirm = true;
  first.how = {"提前 1 至 2 小时致电；门口迎接；佩戴姓名牌；介绍；结束前 5 分钟到场；送别并与老师交接。",
               "Call 1 to 2 hours before; meet at the door; name badge; introduce; be there 5 minutes before the end; "
               "farewell and a note with the teacher."};
  view.tasks.push_back(first);
  view.tasks.push_back(task(3, "COMPLAINT", "退换货等待太久", "Waited long for an exchange", "2026-03-07T10:20:00"));
  auto request = task(4, "REQUEST", "代订周末包间", "Book a room for the weekend", "2026-03-08T23:59:59");
  request.state = journal::TaskState::Agreed;
  view.tasks.push_back(request);
  auto survey = task(5, "SURVEY", "满意度调查", "Satisfaction survey", "2026-03-12T23:59:59");
  view.tasks.push_back(survey);
  view.counts = {5, 1, 1, 12, 50};
  view.templates = {{"onboarding", {"新会员迎新", "Onboarding of a new member"}}};
  return view;
}

void openTasks(Bench& bench, const std::function<void(till::TaskDeskView&)>& more = {}) {
  bench.signIn();
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_W);
  bench.till.edit([&](till::Snapshot& now) {
    now.task_desk = work();
    if (more) more(*now.task_desk);
  });
  bench.settle();
}

}  // namespace

std::vector<Scene> taskScenes() {
  return {
      {"tasks", [](Bench& bench) { openTasks(bench); }},
      {"tasks-none", [](Bench& bench) { openTasks(bench, [](auto& view) { view = {}; }); }},
      {"tasks-done",
       [](Bench& bench) {
         openTasks(bench);
         bench.key(Qt::Key_Down);
         bench.key(Qt::Key_D);
       }},
      {"tasks-start",
       [](Bench& bench) {
         openTasks(bench);
         bench.key(Qt::Key_T);
         bench.type("12");
         bench.key(Qt::Key_Return);
         bench.key(Qt::Key_Return);
         bench.key(Qt::Key_Return);
       }},
      {"tasks-member",
       [](Bench& bench) {
         openTasks(bench, [](auto& view) {
           view.filter.member = member::MemberNo(1000000016);
           view.benefits = {{"parking", {"免费停车", "Free parking"}, {"小时", "h"}, 2, 3, "2026-03"},
                            {"drink", {"免费饮品", "Free drink"}, {"杯", "cups"}, 4, 4, "2026-03"},
                            {"gift", {"年度礼品", "Gift of the year"}, {"份", "pieces"}, 0, 1, "2026"},
                            {"visit", {"年度接待", "Yearly visit"}, {"天", "days"}, 0, 2, "2026"}};
         });
       }},
  };
}

}  // namespace kahui::test
