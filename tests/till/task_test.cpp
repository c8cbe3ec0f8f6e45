// The manager's work on a desk and on the engine: tasks, onboarding, benefits, coupons for a selection, slips of
// shifts.
#include <fstream>
#include <sstream>

#include "core/till/task_desk.hpp"
#include "tests/support/catch.hpp"
#include "tests/till/member_desk_fixture.hpp"
#include "tests/till/till_fixture.hpp"

using namespace kahui;
using journal::TaskState;
using test::reasonOf;
using till::TaskAct;
using till::TaskRequest;

namespace {

struct TaskFixture : test::MemberDeskFixture {
  base::LocalTime now = *base::LocalTime::parse("2025-03-12T10:00:00");

  till::TaskDesk tasks() {
    constexpr std::int64_t kOffset_s = 480 * 60;
    return {store(), desk(), random, base::WallTime{(now.seconds() - kOffset_s) * 1000, 480}};
  }
  till::TaskAnswer act(const TaskRequest& request, const char* by = "1001") { return tasks().act(request, signer(by)); }
  TaskRequest wish(TaskAct act, int member = 0) {
    TaskRequest request;
    request.act = act;
    if (member != 0) request.members = {no(member)};
    return request;
  }
  TaskRequest titled(const char* title, int member = 0, const char* kind = "CARE") {
    TaskRequest request = wish(TaskAct::Add, member);
    request.title = title;
    request.kind = kind;
    return request;
  }
  TaskRequest on(const base::Id& task, TaskAct act) {
    TaskRequest request = wish(act);
    request.task = task.hex();
    return request;
  }
  void setPlan() {
    std::ifstream file(KAHUI_SOURCE_DIR "/resources/care/onboarding.json");
    std::stringstream text;
    text << file.rdbuf();
    TaskRequest request = wish(TaskAct::SetPlan);
    request.json = text.str();
    REQUIRE(act(request, "9001"));
  }
  till::TaskDeskView view(ports::TaskFilter filter = {}) {
    auto shown = tasks().view(filter);
    REQUIRE(shown);
    return *std::move(shown);
  }
  till::TaskView only(const base::Id& task) {
    ports::TaskFilter filter;
    filter.closed = true;
    for (auto& one : view(filter).tasks)
      if (one.id == task) return one;
    FAIL("the task is not listed");
    return {};
  }
};

}  // namespace

TEST_CASE("a task is opened, overdue, moved, and closed with its result and the next", "[tasks]") {
  TaskFixture shop;
  const auto added = shop.act(shop.titled("回访王小姐", test::kGold, "FOLLOW_UP"));
  REQUIRE(added);
  const base::Id id = added->tasks.at(0);
  CHECK(shop.only(id).title.zh == "回访王小姐");
  CHECK(shop.only(id).due.iso() == "2025-03-12T23:59:59");
  CHECK(!shop.only(id).overdue);
  shop.now = *base::LocalTime::parse("2025-03-13T00:00:00");
  CHECK(shop.only(id).overdue);  // S000-05
  CHECK(shop.view().counts.overdue == 1);
  TaskRequest move = shop.on(id, TaskAct::Move);
  move.due = base::LocalTime::parse("2025-03-14T09:30:00");
  REQUIRE(shop.act(move));
  CHECK(!shop.only(id).overdue);
  TaskRequest done = shop.on(id, TaskAct::Done);
  done.result = "很满意";
  done.next = "送样品";
  const auto closed = shop.act(done);
  REQUIRE(closed);
  CHECK(shop.only(id).state == TaskState::Done);
  CHECK(shop.only(id).result == "很满意");
  CHECK(shop.only(id).title.zh == "回访王小姐");
  CHECK(shop.only(closed->tasks.at(0)).title.zh == "送样品");
  CHECK(shop.only(closed->tasks.at(0)).member_no == shop.no(test::kGold).text());
  CHECK(reasonOf(shop.act(done)) == "TASK_CLOSED");
  CHECK(reasonOf(shop.act(move)) == "TASK_CLOSED");
  move.task = "abcdef";
  CHECK(reasonOf(shop.act(move)) == "UNKNOWN_TASK");
  CHECK(shop.problems().empty());
}

TEST_CASE("a complaint is due after 48 hours and nothing typed stands in the journal", "[tasks]") {
  TaskFixture shop;
  const auto added = shop.act(shop.titled("欧阳锋投诉", test::kGold, "COMPLAINT"));
  REQUIRE(added);
  CHECK(shop.only(added->tasks.at(0)).due.iso() == "2025-03-14T10:00:00");  // S000-62
  REQUIRE(store::forEachEvent(shop.store(), {}, [](const journal::Event&, const std::string& line) {
    CHECK(line.find("欧阳锋") == std::string::npos);
    return base::Status{};
  }));
}

TEST_CASE("what was typed about a member goes with the member", "[tasks]") {
  TaskFixture shop;
  const auto added = shop.act(shop.titled("生日礼", test::kGold));
  REQUIRE(added);
  REQUIRE(shop.store().eraseMember(shop.no(test::kGold), "9001", {shop.now.seconds() * 1000, 480}, shop.now.date()));
  const auto left = shop.only(added->tasks.at(0));
  CHECK(left.title.zh.empty());
  CHECK(left.masked_name.empty());
  CHECK(shop.problems().empty());
}

TEST_CASE("surveys have a score from 1 to 5 and their mean is exact", "[tasks]") {
  TaskFixture shop;
  for (const int score : {4, 5, 3}) {
    const auto added = shop.act(shop.titled("满意度", test::kRegular, "SURVEY"));
    REQUIRE(added);
    TaskRequest done = shop.on(added->tasks.at(0), TaskAct::Done);
    CHECK(reasonOf(shop.act(done)) == "TASK_SCORE");
    done.score = 6;
    CHECK(reasonOf(shop.act(done)) == "out_of_range");
    done.score = score;
    REQUIRE(shop.act(done));
    CHECK(shop.only(added->tasks.at(0)).state == TaskState::Rated);
  }
  const auto counts = shop.view().counts;
  CHECK(counts.scores == 3);
  CHECK(counts.score_sum == 12);  // S003-20: 4.0 of 3
}

TEST_CASE("a survey is rewarded once in a quarter, and the second answer counts without points", "[tasks]") {
  TaskFixture shop;
  shop.setPlan();
  const auto answer = [&](int member) {
    const auto added = shop.act(shop.titled("满意度", member, "SURVEY"));
    REQUIRE(added);
    TaskRequest done = shop.on(added->tasks.at(0), TaskAct::Done);
    done.score = 5;
    return shop.act(done);
  };
  const auto points = [&] { return shop.memberNow(test::kGold).noncash; };
  const base::Points before = points();
  REQUIRE(answer(test::kGold));
  CHECK(points() == before + base::Points(20));
  const auto again = answer(test::kGold);
  REQUIRE(again);
  CHECK(again->passed_over == 1);  // S003-20: the second reward in the quarter is refused
  CHECK(points() == before + base::Points(20));
  CHECK(shop.view().counts.scores == 2);
  TaskRequest by_hand = shop.wish(TaskAct::UseBenefit, test::kGold);
  by_hand.benefit = "survey";
  CHECK(reasonOf(shop.act(by_hand)) == "NO_BENEFIT");
  CHECK(shop.problems().empty());
}

TEST_CASE("a yearly visit is taken in at most two parts", "[tasks]") {
  TaskFixture shop;
  shop.setPlan();
  TaskRequest visit = shop.wish(TaskAct::UseBenefit, test::kGold);
  visit.benefit = "visit";
  visit.on = base::BusinessDate::of(2025, 5, 6);
  CHECK(shop.act(visit)->left == 3);
  visit.on = base::BusinessDate::of(2025, 8, 6);
  CHECK(shop.act(visit)->left == 2);
  visit.on = base::BusinessDate::of(2025, 9, 6);
  CHECK(reasonOf(shop.act(visit)) == "BENEFIT_LIMIT");  // S002-37: a third booking
  visit.quantity = -2;
  CHECK(shop.act(visit)->left == 4);
  visit.quantity = 2;
  CHECK(shop.act(visit)->left == 2);
  CHECK(shop.act(visit)->left == 0);
  visit.quantity = 1;
  CHECK(reasonOf(shop.act(visit)) == "BENEFIT_LIMIT");
  visit.on = base::BusinessDate::of(2026, 5, 6);
  CHECK(shop.act(visit)->left == 3);  // another year
  CHECK(shop.problems().empty());
}

TEST_CASE("a request goes from new to rated, and is listed if nobody rates it in a week", "[tasks]") {
  TaskFixture shop;
  const base::Id id = shop.act(shop.titled("订餐厅", test::kGold, "REQUEST"))->tasks.at(0);
  REQUIRE(shop.act(shop.on(id, TaskAct::Agree)));
  REQUIRE(shop.act(shop.on(id, TaskAct::Arrange)));
  TaskRequest rate = shop.on(id, TaskAct::Rate);
  rate.score = 5;
  CHECK(reasonOf(shop.act(rate)) == "TASK_CLOSED");  // it is not done yet
  REQUIRE(shop.act(shop.on(id, TaskAct::Done)));
  CHECK(shop.view().counts.unrated == 0);
  shop.now = shop.now.plusSeconds(7 * 24 * 3600 + 1);
  CHECK(shop.view().counts.unrated == 1);  // S003-22
  CHECK(shop.only(id).unrated);
  REQUIRE(shop.act(rate));
  CHECK(shop.view().counts.unrated == 0);
}

TEST_CASE("onboarding is started once and follows a first use that is put off", "[tasks]") {
  TaskFixture shop;
  TaskRequest start = shop.wish(TaskAct::Start, test::kGold);
  start.plan = "onboarding";
  start.signed_on = base::BusinessDate::of(2025, 3, 1);
  start.first_use = base::LocalTime::parse("2025-03-15T11:00:00");
  CHECK(reasonOf(shop.act(start)) == "NO_TEMPLATE");
  shop.setPlan();
  const auto started = shop.act(start);
  REQUIRE(started);
  CHECK(started->tasks.size() == 21);
  const auto follow_up = [&](const char* step) {
    for (const auto& one : shop.view().tasks)
      if (one.step == step) return one;
    return till::TaskView{};
  };
  CHECK(follow_up("first_follow_up").due.iso() == "2025-03-17T11:00:00");
  shop.now = *base::LocalTime::parse("2025-03-17T11:00:00");
  CHECK(!follow_up("first_follow_up").overdue);
  shop.now = shop.now.plusSeconds(60);
  CHECK(follow_up("first_follow_up").overdue);  // S003-115: overdue at 11:01
  TaskRequest signing = shop.on(follow_up("signing").id, TaskAct::Done);
  CHECK(reasonOf(shop.act(signing)) == "TASK_CONFIRM");  // S003-111
  signing.confirmed = true;
  REQUIRE(shop.act(signing));
  CHECK(shop.act(start)->count == 0);  // nothing new
  start.first_use = base::LocalTime::parse("2025-03-22T11:00:00");
  REQUIRE(shop.act(start));
  CHECK(follow_up("first_follow_up").due.iso() == "2025-03-24T11:00:00");
  CHECK(follow_up("week_before").due.iso() == "2025-03-15T23:59:59");
  CHECK(follow_up("signing").step.empty());  // done stays done
  CHECK(shop.problems().empty());
}

TEST_CASE("a benefit has its limit, its period and no holidays", "[tasks]") {
  TaskFixture shop;
  shop.setPlan();
  TaskRequest park = shop.wish(TaskAct::UseBenefit, test::kGold);
  park.benefit = "parking";
  park.quantity = 2;
  CHECK(shop.act(park)->left == 1);  // S001-54: 2 h used of 3
  CHECK(reasonOf(shop.act(park)) == "BENEFIT_LIMIT");
  park.on = base::BusinessDate::of(2025, 4, 1);
  CHECK(shop.act(park)->left == 1);  // another month
  park.on.reset();
  park.quantity = -2;
  CHECK(shop.act(park)->left == 3);
  CHECK(reasonOf(shop.act(park)) == "BENEFIT_LIMIT");
  TaskRequest visit = shop.wish(TaskAct::UseBenefit, test::kGold);
  visit.benefit = "visit";
  visit.on = base::BusinessDate::of(2026, 10, 1);
  CHECK(reasonOf(shop.act(visit)) == "BENEFIT_HOLIDAY");  // S002-30
  visit.benefit = "other";
  CHECK(reasonOf(shop.act(visit)) == "NO_BENEFIT");
  ports::TaskFilter filter;
  filter.member = shop.no(test::kGold);
  CHECK(shop.view(filter).benefits.size() == 4);
  CHECK(shop.problems().empty());
}

TEST_CASE("a coupon batch gives each member of a selection one coupon and respects who does not want it", "[tasks]") {
  TaskFixture shop;
  REQUIRE(shop.store().correctMember({shop.no(test::kBlack), {}, {}, {}, {}, false, "9001", {}},
                                     {shop.now.seconds() * 1000, 480}, shop.now.date()));
  TaskRequest batch = shop.wish(TaskAct::IssueCoupons);
  batch.members = {shop.no(test::kRegular), shop.no(test::kGold), shop.no(test::kBlack)};
  batch.coupon.face = base::Money(1000);
  batch.coupon.min = base::Money(5000);
  batch.key = "dormant-2025-03";
  CHECK(reasonOf(shop.act(batch)) == "no_right");
  CHECK(reasonOf(shop.act(batch, "9001")) == "bad_input");  // no reason
  batch.reason = "沉睡唤回";
  const auto done = shop.act(batch, "9001");
  REQUIRE(done);
  CHECK(done->count == 2);
  CHECK(done->passed_over == 1);
  CHECK(shop.store().couponsOf(shop.no(test::kBlack), shop.now.date())->empty());  // L4
  const auto coupons = shop.store().couponsOf(shop.no(test::kGold), shop.now.date());
  REQUIRE(coupons->size() == 1);
  CHECK(coupons->front().terms.face == base::Money(1000));
  CHECK(reasonOf(shop.act(batch, "9001")) == "NOBODY_LEFT");  // each once
  batch.coupon.tiers = {"GOLD"};
  CHECK(reasonOf(shop.act(batch, "9001")) == "UNKNOWN_TIER");
  CHECK(shop.store().couponsOf(shop.no(test::kGold), shop.now.date())->size() == 1);
  CHECK(shop.problems().empty());
}

TEST_CASE("S002-38, S003-69, S003-14: a second yearly gift or birthday drink is refused, and each use is one row") {
  TaskFixture shop;
  TaskRequest plan = shop.wish(TaskAct::SetPlan);
  plan.json = R"({"schema":1,"benefits":[
    {"code":"gift","name":{"zh":"大礼包","en":"Package"},"unit":{"zh":"份","en":"p"},"limit":1,"per":"year","tiers":["BLK"]},
    {"code":"drink","name":{"zh":"饮品","en":"Drink"},"unit":{"zh":"杯","en":"c"},"limit":1,"per":"year","on":"birthday"}]})";
  REQUIRE(shop.act(plan, "9001"));
  TaskRequest use = shop.wish(TaskAct::UseBenefit, test::kBlack);
  use.benefit = "gift";
  REQUIRE(shop.act(use));
  CHECK(reasonOf(shop.act(use)) == "BENEFIT_LIMIT");
  use.on = base::BusinessDate::of(2025, 12, 31);
  CHECK(reasonOf(shop.act(use)) == "BENEFIT_LIMIT");
  use.on = base::BusinessDate::of(2026, 1, 1);
  CHECK(reasonOf(shop.act(use)) == "done");
  use.members = {shop.no(test::kGold)};
  CHECK(reasonOf(shop.act(use)) == "BENEFIT_TIER");
  use.benefit = "drink";  // born on 20 March
  use.on = base::BusinessDate::of(2025, 3, 19);
  CHECK(reasonOf(shop.act(use)) == "BENEFIT_DAY");
  use.on = base::BusinessDate::of(2025, 3, 20);
  REQUIRE(shop.act(use));
  CHECK(reasonOf(shop.act(use)) == "BENEFIT_LIMIT");
  std::vector<std::string> rows;
  REQUIRE(store::forEachEvent(shop.store(), {}, [&](const journal::Event& event, const std::string&) -> base::Status {
    if (const auto* used = std::get_if<journal::BenefitUsed>(&event.payload))
      rows.push_back(used->benefit + " " + used->operator_code);
    return {};
  }));
  CHECK(rows == std::vector<std::string>{"gift 1001", "gift 1001", "drink 1001"});
  CHECK(shop.problems().empty());
}

TEST_CASE("S000-34: a coupon batch for a tier passes over the members of others, and its coupons name the tier") {
  TaskFixture shop;
  TaskRequest batch = shop.wish(TaskAct::IssueCoupons);
  batch.members = {shop.no(test::kRegular), shop.no(test::kGold), shop.no(test::kBlack)};
  batch.coupon.face = base::Money(1000);
  batch.coupon.tiers = {"GLD", "DIA"};
  batch.key = "gold-2025-03";
  batch.reason = "黄金专享";
  CHECK(reasonOf(shop.act(batch, "9001")) == "UNKNOWN_TIER");  // there is no such tier
  batch.coupon.tiers = {"GLD"};
  const auto done = shop.act(batch, "9001");
  REQUIRE(done);
  CHECK(done->count == 1);
  CHECK(done->passed_over == 2);
  const auto coupons = shop.store().couponsOf(shop.no(test::kGold), shop.now.date());
  REQUIRE(coupons->size() == 1);
  CHECK(coupons->front().terms.tiers == batch.coupon.tiers);
  CHECK(shop.store().couponsOf(shop.no(test::kRegular), shop.now.date())->empty());
  CHECK(shop.problems().empty());
}

TEST_CASE("targets and the care plan are a manager's", "[tasks]") {
  TaskFixture shop;
  TaskRequest target = shop.wish(TaskAct::SetTarget);
  target.month = "2025-03";
  target.figure = "joins";
  target.value = 100;
  CHECK(reasonOf(shop.act(target)) == "no_right");
  REQUIRE(shop.act(target, "9001"));
  CHECK(shop.store().targets("2025-03")->at(0).value == 100);
  target.value = 0;
  REQUIRE(shop.act(target, "9001"));
  CHECK(shop.store().targets("2025-03")->empty());
  target.month = "March";
  CHECK(reasonOf(shop.act(target, "9001")) == "bad_input");
  CHECK(shop.problems().empty());
}

TEST_CASE("the screen lists tasks and acts on them", "[tasks]") {
  test::TillFixture shop;
  shop.signedIn();
  shop.after(till::ListTasks{});
  till::ActOnTasks add;
  add.request.act = TaskAct::Add;
  add.request.title = "整理货架";
  const auto now = shop.after(add);
  CHECK(test::noticeOf(*now) == till::NoticeCode::TasksDone);
  REQUIRE(now->task_desk);
  REQUIRE(now->task_desk->tasks.size() == 1);
  CHECK(now->task_desk->counts.open == 1);
  CHECK(!shop.after(till::LeaveTasks{})->task_desk);
}

TEST_CASE("the slip of a shift goes to the printer at its close, and later as a copy", "[tasks][shift]") {
  test::TillFixture shop;
  shop.signedIn();
  shop.after(till::SetFloat{base::Money(20000)});
  const auto x = shop.after(till::PrintShift{});
  REQUIRE(x->shift_print);
  CHECK(!x->shift_print->slip.sheet.figures.cash);  // blind: X says nothing of the drawer
  shop.after(till::CountDrawer{base::Money(20000)});
  const auto closed = shop.after(till::CloseShift{base::Money(10000), "", "123456"});
  REQUIRE(closed->shift_print);
  CHECK(closed->shift_print->serial > x->shift_print->serial);
  CHECK(closed->shift_print->copy == 0);
  CHECK(closed->shift_print->slip.left == base::Money(10000));
  shop.signedIn();
  const auto copy = shop.after(till::PrintShift{-1});
  REQUIRE(copy->shift_print);
  CHECK(copy->shift_print->copy == 1);
  CHECK(copy->shift_print->slip.left == base::Money(10000));
  CHECK(copy->shift_print->slip.sheet.shift == closed->shift_print->slip.sheet.shift);
}

TEST_CASE("drafts are deleted together or not at all, and only drafts (S000-86)", "[tasks]") {
  TaskFixture shop;
  std::vector<std::string> ids;
  for (const char* title : {"a", "b", "c", "d"})
    ids.push_back(shop.act(shop.titled(title, test::kGold, "REQUEST"))->tasks.at(0).hex());
  TaskRequest agree = shop.wish(TaskAct::Agree);
  agree.task = ids[3];
  REQUIRE(shop.act(agree));
  TaskRequest drop = shop.wish(TaskAct::Drop);
  drop.drop = ids;
  CHECK(shop.act(drop).error().code == base::ErrorCode::NoRight);  // a cashier deletes one, a manager many
  CHECK(reasonOf(shop.act(drop, "9001")) == "NOT_A_DRAFT");
  CHECK(shop.view().tasks.size() == 4);
  drop.drop.pop_back();
  const auto gone = shop.act(drop, "9001");
  REQUIRE(gone);
  CHECK(gone->count == 3);
  REQUIRE(shop.view().tasks.size() == 1);
  CHECK(shop.view().tasks.front().id.hex() == ids[3]);
  CHECK(reasonOf(shop.act(drop, "9001")) == "NOT_A_DRAFT");  // nor twice
  CHECK(shop.problems().empty());
}

TEST_CASE("a campaign is set anew as a whole, and deleted while it is a draft", "[campaign]") {
  TaskFixture shop;
  TaskRequest set = shop.wish(TaskAct::SetCampaign);
  set.set_campaign.emplace();
  auto& spring = *set.set_campaign;
  spring.code = "SPRING";
  spring.name = "春季活动";
  const base::BusinessDate today = shop.desk().businessDate();
  spring.from = today.plusDays(1);
  spring.to = today.plusDays(10);
  spring.batches = {"spring-a", "spring-b"};
  spring.costs.gifts = base::Money(12300);
  CHECK(shop.act(set).error().code == base::ErrorCode::NoRight);
  REQUIRE(shop.act(set, "9001"));
  spring.costs.cards = base::Money(100);
  REQUIRE(shop.act(set, "9001"));
  auto known = shop.store().campaigns();
  REQUIRE(known);
  REQUIRE(known->size() == 1);
  CHECK(known->front().name == "春季活动");
  CHECK(known->front().batches == spring.batches);
  CHECK(known->front().costs.sum() == base::Money(12400));
  spring.code = "NOW";
  spring.from = today;
  REQUIRE(shop.act(set, "9001"));
  spring.to = today.plusDays(-1);
  CHECK(shop.act(set, "9001").error().code == base::ErrorCode::BadInput);
  TaskRequest drop = shop.wish(TaskAct::DropCampaigns);
  drop.drop = {"SPRING", "NOW"};
  CHECK(reasonOf(shop.act(drop, "9001")) == "NOT_A_DRAFT");
  drop.drop = {"SPRING"};
  REQUIRE(shop.act(drop, "9001"));
  CHECK(shop.store().campaigns()->size() == 1);
  drop.drop = {"WINTER"};
  CHECK(reasonOf(shop.act(drop, "9001")) == "UNKNOWN_CAMPAIGN");
  CHECK(shop.problems().empty());
}

TEST_CASE("a dead telephone is noted, shown at the counter, and forgotten with the number (S001-09)", "[tasks]") {
  TaskFixture shop;
  TaskRequest call = shop.wish(TaskAct::CheckPhone, test::kGold);
  call.phone_state = "BUSY";
  CHECK(shop.act(call, "9001").error().code == base::ErrorCode::BadInput);
  call.phone_state = "DEAD";
  REQUIRE(shop.act(call, "9001"));
  CHECK(*shop.store().phoneState(shop.no(test::kGold)) == "DEAD");
  const auto attached = shop.desk().memberByText(shop.no(test::kGold).text());
  REQUIRE(attached);
  CHECK(attached->phone_dead);
  CHECK(shop.problems().empty());
  till::MemberRequest fresh;
  fresh.act = till::MemberAct::Correct;
  fresh.member_no = shop.no(test::kGold).text();
  fresh.phone = "13911112222";
  REQUIRE(shop.at().act(fresh, shop.signer("9001")));
  CHECK(shop.store().phoneState(shop.no(test::kGold))->empty());
  CHECK_FALSE(shop.desk().memberByText(shop.no(test::kGold).text())->phone_dead);
  CHECK(shop.problems().empty());
}
