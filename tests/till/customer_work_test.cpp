// Work with customers: follow-up of large bills, tasks by tier, comments and their answers.
#include "core/store/history.hpp"
#include "core/till/task_desk.hpp"
#include "tests/till/member_desk_fixture.hpp"
#include "tests/till/till_fixture.hpp"

using namespace kahui;
using base::BusinessDate;
using base::Money;
using test::goods;
using test::reasonOf;
using till::TaskAct;
using till::TaskRequest;

namespace {

struct WorkFixture : test::MemberDeskFixture {
  base::LocalTime now = *base::LocalTime::parse("2025-03-12T10:00:00");

  explicit WorkFixture(const char* plan = R"({"schema": 1, "follow_up": {"least_fen": 200000, "days": 7}})") {
    setPlan(plan);
  }
  till::TaskDesk tasks() { return {store(), desk(), random, base::WallTime{(now.seconds() - 480 * 60) * 1000, 480}}; }
  till::TaskAnswer act(const TaskRequest& request, const char* by = "1001") { return tasks().act(request, signer(by)); }
  void setPlan(const char* json) {
    TaskRequest request;
    request.act = TaskAct::SetPlan;
    request.json = json;
    REQUIRE(act(request, "9001"));
  }
  // The next business day, with its jobs.
  void day(const char* local) {
    setTime(local);
    now = *base::LocalTime::parse(local);
    REQUIRE(desk().shiftFor(*desk().staff("1001")));
    finishJobs();
  }
  std::vector<till::TaskView> open(const char* plan = "") {
    ports::TaskFilter filter;
    filter.plan = plan;
    const auto view = tasks().view(filter);
    REQUIRE(view);
    return view->tasks;
  }
  std::string bill(int member, std::int64_t milli) {  // S3 is 70.00 a piece, and no member has it for less
    const auto sold = sell({goods("S3", milli)}, member);
    REQUIRE(sold);
    return sold->receipt_no;
  }
  base::Id task(const char* title, int member, const char* kind) {
    TaskRequest request;
    request.act = TaskAct::Add;
    request.title = title;
    request.kind = kind;
    request.members = {no(member)};
    const auto done = act(request);
    REQUIRE(done);
    return done->tasks.at(0);
  }
  TaskRequest say(const char* about, const std::string& key, const char* text) {
    TaskRequest request;
    request.act = TaskAct::Comment;
    request.about = about;
    request.key = key;
    request.comment = text;
    return request;
  }
  TaskRequest customer(TaskRequest request, int member = 0) {
    request.by_customer = true;
    if (member != 0) request.members = {no(member)};
    return request;
  }
  till::TalkView talk(const std::string& about = {}, const std::string& key = {}, const char* by = "1001") {
    const auto view = tasks().talk(about, key, *desk().staff(by));
    REQUIRE(view);
    return *view;
  }
};

}  // namespace

TEST_CASE("a bill of 2,000.00 or more is followed up after 7 days, once (S001-13)", "[follow_up]") {
  WorkFixture shop;
  shop.day("2025-03-27T10:00:00");
  const std::string big = shop.bill(test::kGold, 29'000);    // 2,030.00
  shop.bill(test::kGold, 28'000);                            // 1,960.00
  const std::string back = shop.bill(test::kBlack, 30'000);  // comes back below the amount
  REQUIRE(shop.sell({goods("S3", 40'000)}));                 // of nobody
  shop.day("2025-04-02T10:00:00");
  REQUIRE(shop.giveBack(back, {{0, base::Quantity(2'000)}}));  // 1,960.00 are left
  CHECK(shop.open().empty());                                  // the sixth day
  shop.day("2025-04-03T10:00:00");
  const auto found = shop.open();
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == "FOLLOW_UP");
  CHECK(found[0].member_no == shop.no(test::kGold).text());
  CHECK(found[0].due.iso() == "2025-04-03T23:59:59");  // over the month's end
  CHECK(found[0].title.zh == "消费回访 " + big);
  shop.finishJobs();
  shop.reopen();
  shop.finishJobs();
  shop.day("2025-04-04T10:00:00");
  CHECK(shop.open().size() == 1);
  CHECK(shop.problems().empty());
}

TEST_CASE("a bill of exactly the amount is followed up, one of a fen less is not (S001-13)", "[follow_up]") {
  WorkFixture shop;
  shop.day("2025-03-25T10:00:00");
  shop.bill(test::kGold, 29'000);
  const auto bills = [&](std::int64_t least) {
    const BusinessDate day = BusinessDate::of(2025, 3, 25);
    return shop.store().bigBills(0, day, day, Money(least), 10)->bills.size();
  };
  CHECK(bills(203'000) == 1);
  CHECK(bills(203'001) == 0);
  shop.day("2025-04-01T10:00:00");
  REQUIRE(shop.open().size() == 1);
  CHECK(shop.open()[0].due.iso() == "2025-04-01T23:59:59");
}

TEST_CASE("who does not want to be addressed is not followed up, and a store that was closed catches up (S001-13)",
          "[follow_up]") {
  WorkFixture shop;
  till::MemberRequest no = shop.on(test::kBlack, till::MemberAct::Correct);
  no.marketing = false;
  REQUIRE(shop.MemberDeskFixture::act(no));
  shop.day("2025-03-12T10:00:00");
  shop.bill(test::kGold, 30'000);
  shop.bill(test::kBlack, 30'000);
  shop.day("2025-03-19T10:00:00");
  CHECK(shop.open().size() == 1);
  shop.bill(test::kGold, 31'000);
  shop.day("2025-04-06T10:00:00");  // closed since
  const auto found = shop.open();
  REQUIRE(found.size() == 2);
  CHECK(found[1].due.iso() == "2025-03-26T23:59:59");
  CHECK(found[1].overdue);
  CHECK(shop.problems().empty());
}

TEST_CASE("without a follow-up in the care plan no bill opens a task", "[follow_up]") {
  WorkFixture shop(R"({"schema": 1})");
  shop.day("2025-03-12T10:00:00");
  shop.bill(test::kGold, 40'000);
  shop.day("2025-03-19T10:00:00");
  CHECK(shop.open().empty());
  for (const char* wrong :
       {R"({"schema": 1, "follow_up": {"days": 0}})", R"({"schema": 1, "follow_up": {"least_fen": 0}})",
        R"({"schema": 1, "high_value_pct": 101})", R"({"schema": 1, "talk": {"staff": "boss"}})",
        R"({"schema": 1, "answer_hours": {"GLD": 0}})",
        R"({"schema": 1, "templates": [{"id": "bill", "title": {"zh": "a", "en": "a"}, "steps": []}]})"})
    CHECK_FALSE(programme::parseCarePlan(wrong));
}

TEST_CASE("goods that are reserved for a member stand with the member's tasks (S001-13)", "[follow_up]") {
  WorkFixture shop;
  const base::Id note = shop.task("留 2 盒明前龙井", test::kGold, "PREORDER");
  ports::TaskFilter filter;
  filter.member = shop.no(test::kGold);
  const auto view = shop.tasks().view(filter);
  REQUIRE(view);
  REQUIRE(view->tasks.size() == 1);
  CHECK(view->tasks[0].id == note);
  CHECK(view->tasks[0].kind == "PREORDER");
  CHECK(view->tasks[0].title.zh == "留 2 盒明前龙井");
}

TEST_CASE("of what is due alike members of higher tiers come first, and are answered sooner (S003-50)", "[tiers]") {
  WorkFixture shop(R"({"schema": 1, "answer_hours": {"BLK": 4, "GLD": 24, "ORD": 72}})");
  const base::Id ordinary = shop.task("a", test::kRegular, "CARE");
  const base::Id gold = shop.task("b", test::kGold, "CARE");
  const base::Id black = shop.task("c", test::kBlack, "CARE");
  const auto ids = [&] {
    std::vector<base::Id> found;
    for (const auto& task : shop.open()) found.push_back(task.id);
    return found;
  };
  CHECK(ids() == std::vector{black, gold, ordinary});
  TaskRequest late;  // what is for another day waits for it, whoever it is of
  late.act = TaskAct::Move;
  late.task = black.hex();
  late.due = base::LocalTime::parse("2025-03-14T09:00:00");
  REQUIRE(shop.act(late));
  CHECK(ids() == std::vector{gold, ordinary, black});
  shop.now = *base::LocalTime::parse("2025-03-15T10:00:00");  // all are overdue
  CHECK(ids() == std::vector{black, gold, ordinary});

  shop.now = *base::LocalTime::parse("2025-03-12T10:00:00");
  const auto due = [&](int member, const char* kind) {
    const base::Id id = shop.task("帮忙", member, kind);
    for (const auto& task : shop.open())
      if (task.id == id) return task.due.iso();
    return std::string();
  };
  CHECK(due(test::kBlack, "REQUEST") == "2025-03-12T14:00:00");
  CHECK(due(test::kGold, "REQUEST") == "2025-03-13T10:00:00");
  CHECK(due(test::kRegular, "REQUEST") == "2025-03-15T10:00:00");
  CHECK(due(test::kBlack, "COMPLAINT") == "2025-03-12T14:00:00");
  CHECK(due(test::kRegular, "COMPLAINT") == "2025-03-14T10:00:00");  // S000-62: 48 hours at the latest
}

TEST_CASE("a comment of a non-member is refused, a member's only where the talk is public (S000-90)", "[talk]") {
  WorkFixture shop;
  journal::EventPlanned tasting{"0a0b0c0d", "品茶会", "二楼", *base::LocalTime::parse("2025-03-20T14:00:00"),
                                20,         false,    "9001"};
  const auto plan = [&] {
    return shop.store().append(
        journal::makeDraft({0, 480}, shop.desk().businessDate(), {}, shop.random, journal::Payload(tasting)));
  };
  REQUIRE(plan());
  const TaskRequest comment = shop.say(journal::kAboutEvent, "0a0b0c0d", "可以带朋友吗");
  CHECK(reasonOf(shop.act(shop.customer(comment))) == "COMMENT_GUEST");
  CHECK(reasonOf(shop.act(shop.customer(comment, test::kGold))) == "COMMENT_CLOSED");
  TaskRequest open;
  open.act = TaskAct::OpenTalk;
  open.about = journal::kAboutEvent;
  open.key = "0a0b0c0d";
  CHECK(reasonOf(shop.act(open)) == "no_right");
  CHECK(reasonOf(shop.act(open, "9001")) == "COMMENT_STAFF_ONLY");  // S000-87
  tasting.members = true;
  REQUIRE(plan());
  REQUIRE(shop.act(open, "9001"));
  CHECK(reasonOf(shop.act(shop.customer(comment))) == "COMMENT_GUEST");  // public is for members
  CHECK(reasonOf(shop.act(shop.customer(comment, test::kGold))) == "done");
  open.open = false;
  REQUIRE(shop.act(open, "9001"));
  CHECK(reasonOf(shop.act(shop.customer(comment, test::kGold))) == "COMMENT_CLOSED");
  CHECK(reasonOf(shop.act(shop.say(journal::kAboutEvent, "ffffffff", "x"))) == "NO_EVENT");
  CHECK(reasonOf(shop.act(shop.say(journal::kAboutNews, "none", "x"))) == "UNKNOWN_NEWS");
  CHECK(reasonOf(shop.act(shop.say("OTHER", "none", "x"))) == "bad_input");
  CHECK(reasonOf(shop.act(shop.say(journal::kAboutEvent, "0a0b0c0d", ""))) == "bad_input");
  const auto view = shop.talk(journal::kAboutEvent, "0a0b0c0d");
  REQUIRE(view.comments.size() == 1);
  CHECK(view.comments[0].text == "可以带朋友吗");
  CHECK(view.comments[0].member);
  CHECK(view.comments[0].who != "0");
  CHECK(shop.problems().empty());
  REQUIRE(store::forEachEvent(shop.store(), {}, [](const journal::Event&, const std::string& line) {
    CHECK(line.find("带朋友") == std::string::npos);  // the words stand in no event
    return base::Status{};
  }));
}

TEST_CASE("the inbox counts what waits, and one less when it is answered (S000-81, S000-62)", "[talk]") {
  WorkFixture shop(R"({"schema": 1, "talk": {"staff": "leader", "answer": "manager"}})");
  const base::Id complaint = shop.task("等得太久", test::kGold, "COMPLAINT");
  const std::string key = complaint.hex();
  CHECK(shop.talk().waiting == 1);
  // A complaint is its own member's to talk about, and nobody else's.
  const TaskRequest comment = shop.say(journal::kAboutTask, key, "还没有人联系我");
  CHECK(reasonOf(shop.act(shop.customer(comment, test::kBlack))) == "COMMENT_CLOSED");
  const auto said = shop.act(shop.customer(comment, test::kGold));
  REQUIRE(said);
  CHECK(shop.talk().waiting == 2);
  CHECK(shop.talk().items.at(0).waiting == 1);
  // By role: the shop's own comments from a leader on, answers by the manager.
  CHECK(reasonOf(shop.act(comment)) == "COMMENT_ROLE");
  CHECK(reasonOf(shop.act(comment, "2001")) == "done");
  CHECK(shop.talk().waiting == 2);  // the shop's own waits for nobody
  shop.now = shop.now.plusSeconds(60);
  TaskRequest answer = shop.say(journal::kAboutTask, key, "今天下午致电");
  answer.act = TaskAct::Answer;
  answer.task = said->tasks.at(0).hex();
  CHECK(reasonOf(shop.act(answer, "2001")) == "COMMENT_ROLE");
  CHECK(shop.talk(journal::kAboutTask, key, "9001").may_answer);
  CHECK(!shop.talk(journal::kAboutTask, key, "2001").may_answer);
  REQUIRE(shop.act(answer, "9001"));
  CHECK(shop.talk().waiting == 1);  // S000-81
  CHECK(reasonOf(shop.act(answer, "9001")) == "COMMENT_ANSWERED");
  answer.task = std::string(32, 'a');
  CHECK(reasonOf(shop.act(answer, "9001")) == "UNKNOWN_COMMENT");
  const auto view = shop.talk(journal::kAboutTask, key);
  REQUIRE(view.comments.size() == 3);
  CHECK(!view.comments[0].waits);
  CHECK(view.comments[2].answer);
  TaskRequest done;
  done.act = TaskAct::Done;
  done.task = key;
  REQUIRE(shop.act(done));
  CHECK(shop.talk().waiting == 0);
  CHECK(shop.problems().empty());
}

TEST_CASE("what a member said goes with the member (S000-90)", "[talk]") {
  WorkFixture shop;
  const std::string key = shop.task("空调太冷", test::kGold, "REQUEST").hex();
  REQUIRE(shop.act(shop.customer(shop.say(journal::kAboutTask, key, "靠窗更冷"), test::kGold)));
  REQUIRE(shop.store().eraseMember(shop.no(test::kGold), "9001", {shop.now.seconds() * 1000, 480}, shop.now.date()));
  const auto said = shop.store().comments(journal::kAboutTask, key);
  REQUIRE(said);
  REQUIRE(said->size() == 1);
  CHECK(said->at(0).text.empty());
  CHECK(shop.problems().empty());
}

TEST_CASE("the screen shows what was said, and what is new at once (S000-90)", "[talk]") {
  member::MemberNo gold;
  test::TillFixture counter({}, [&](store::SqliteStore& filled) {
    gold = filled.memberByCard(test::cardOf(test::kGoldCard)).value()->member.no;
  });
  counter.signedIn();
  const auto fresh = counter.after(till::ShowTalk{});
  REQUIRE(fresh->talk);
  CHECK(fresh->talk->items.empty());
  TaskRequest add;
  add.act = TaskAct::Add;
  add.kind = "COMPLAINT";
  add.title = "漏装一件";
  add.members = {gold};
  auto now = counter.after(till::ActOnTasks{add, {}});
  REQUIRE(now->talk);
  REQUIRE(now->talk->items.size() == 1);
  CHECK(now->talk->waiting == 1);
  TaskRequest comment;
  comment.act = TaskAct::Comment;
  comment.about = now->talk->items[0].about;
  comment.key = now->talk->items[0].key;
  comment.comment = "已联系仓库";
  counter.after(till::ShowTalk{comment.about, comment.key});
  now = counter.after(till::ActOnTasks{comment, {}});
  REQUIRE(now->talk->comments.size() == 1);
  CHECK(now->talk->comments[0].text == "已联系仓库");
  CHECK(!counter.after(till::LeaveTalk{})->talk);
}

TEST_CASE("a sale says what each promotion of items saved and what points it added, to the fen (A1, A2, A6)",
          "[campaign]") {
  test::MemberDeskFixture shop(R"({"promotions": [
      {"id": "MINUS", "kind": "ITEM_MINUS", "minus_fen": 2000, "scope": {"skus": ["S1"]}},
      {"id": "HALF", "kind": "NTH_PIECE", "n": 2, "rate_bp": 5000, "scope": {"skus": ["S3"]}},
      {"id": "DOUBLE", "kind": "POINTS_X", "mult_pct": 200, "scope": {"skus": ["S1"]}}]})");
  const auto savings = [&](std::optional<int> member) {
    const auto sold = shop.sell({goods("S1", 5'000), goods("S3", 2'000)}, member);
    REQUIRE(sold);
    const auto stored = shop.store().saleByReceipt(sold->receipt_no);
    REQUIRE(stored);
    REQUIRE(*stored);
    return std::get<journal::SaleCompleted>((*stored)->event.payload).savings;
  };
  // A guest pays 80.00 instead of 100.00 five times, and 35.00 for the second piece of 70.00.
  const auto guest = savings({});
  REQUIRE(guest.size() == 2);
  CHECK(guest[0] == journal::PromotionSaving{"HALF", Money(3'500), {}});
  CHECK(guest[1] == journal::PromotionSaving{"MINUS", Money(10'000), {}});
  // Gold would have had them at 90.00 anyway. 400.00 + 105.00 are 5 units of 3 points; with 400.00 twice 9 of 3.
  const auto gold = savings(test::kGold);
  REQUIRE(gold.size() == 3);
  CHECK(gold[0] == journal::PromotionSaving{"DOUBLE", {}, base::Points(12)});
  CHECK(gold[1] == journal::PromotionSaving{"HALF", Money(3'500), {}});
  CHECK(gold[2] == journal::PromotionSaving{"MINUS", Money(5'000), {}});
  CHECK(shop.problems().empty());
}
