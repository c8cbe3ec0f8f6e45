// The manager's work by keys: tasks are closed, moved and added; a selection of a list gets coupons; slips are printed.
#include "app/models/task_text.hpp"
#include "tests/gui/bench.hpp"
#include "tests/gui/scenes.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using models::TaskText;
using test::Bench;
using till::TaskAct;

namespace {}  // namespace

TEST_CASE("tasks: dates are typed as a person says them", "[tasks]") {
  const auto today = base::BusinessDate::of(2026, 3, 5);
  const auto read = [&](const char* typed) {
    const auto due = TaskText::parseDue(QString::fromUtf8(typed), today);
    return due ? due->iso() : std::string();
  };
  CHECK(read("0315") == "2026-03-15T23:59:59");
  CHECK(read("0304") == "2027-03-04T23:59:59");
  CHECK(read("0315 1130") == "2026-03-15T11:30:00");
  CHECK(read("7") == "2026-03-12T23:59:59");
  CHECK(read("2026-04-01") == "2026-04-01T23:59:59");
  CHECK(read("").empty());
  CHECK(read("0230").empty());
  CHECK(read("0315 2460").empty());
  CHECK(read("soon").empty());
}

TEST_CASE("tasks: the list says what is overdue, and D closes with a result and the next", "[tasks]") {
  Bench bench;
  test::play(bench, "tasks");
  CHECK(bench.label("tasksCountsTextLabel").isEmpty() == false);
  bench.key(Qt::Key_D);
  bench.type("satisfied");
  bench.key(Qt::Key_Return);
  bench.type("send a sample");
  bench.key(Qt::Key_Return);
  bench.type("7");
  bench.key(Qt::Key_Return);
  const auto& wish = bench.wish<till::ActOnTasks>();
  CHECK(wish.act == TaskAct::Done);
  CHECK(wish.task.substr(0, 2) == "01");
  CHECK(wish.result == "satisfied");
  CHECK(wish.next == "send a sample");
  CHECK(wish.next_due.has_value());
}

TEST_CASE("surveys of 4 and 5 are 4.5 of two answers (S000-03)", "[tasks]") {
  const Bench bench;
  ports::TaskCounts counts;
  counts.scores = 2;
  counts.score_sum = 9;
  CHECK(TaskText::counts(counts).contains(QStringLiteral("4.5 of 2")));
}

TEST_CASE("tasks: a step that asks for all of it is confirmed", "[tasks]") {
  Bench bench;
  test::play(bench, "tasks-done");
  bench.find<QAbstractButton>("taskConfirmActionButton").click();
  bench.find<QAbstractButton>("taskChooseActionButton").click();
  bench.settle();
  CHECK(bench.wish<till::ActOnTasks>().confirmed);
}

TEST_CASE("tasks: what cannot be read is said, and Esc leads back", "[tasks]") {
  Bench bench;
  test::play(bench, "tasks-start");
  CHECK(bench.find<widgets::NoticeBar>("tasksNoticeBar").shown().has_value());
  bench.key(Qt::Key_Escape);
  CHECK_FALSE(bench.find<QAbstractButton>("taskChooseActionButton").isVisible());
  bench.key(Qt::Key_Escape);
  CHECK_FALSE(bench.window.findChild<widgets::TasksScreen*>()->isVisible());
}

TEST_CASE("tasks: a digit uses a benefit of the member", "[tasks]") {
  Bench bench;
  test::play(bench, "tasks-member");
  bench.key(Qt::Key_1);
  CHECK(bench.wish<till::ActOnTasks>().act == TaskAct::UseBenefit);
  CHECK(bench.wish<till::ActOnTasks>().benefit == "parking");
  CHECK_FALSE(bench.find<QAbstractButton>("tasksBenefit1ActionButton").isEnabled());  // used up
}

TEST_CASE("manager: coupons go to all of a list with amount and reason", "[tasks]") {
  Bench bench;
  test::play(bench, "manager-coupons");
  bench.type("10");
  bench.key(Qt::Key_Return);
  bench.key(Qt::Key_Return);
  bench.key(Qt::Key_Return);
  bench.type("thanks");
  bench.key(Qt::Key_Return);
  bench.type("gld plt");  // S000-34
  bench.key(Qt::Key_Return);
  const auto& wish = bench.wish<till::ActOnTasks>();
  CHECK(wish.act == TaskAct::IssueCoupons);
  CHECK(wish.coupon.face == base::Money(1000));
  CHECK(wish.reason == "thanks");
  CHECK(wish.coupon.tiers == std::vector<std::string>{"GLD", "PLT"});
  CHECK(!wish.members.empty());
  CHECK(wish.key.find("birthdays7-2026") == 0);
}

TEST_CASE("manager: R prints the report in short, and a slip of a shift is printed once", "[tasks]") {
  Bench bench;
  bench.counter.now.printer = "tcp:127.0.0.1";
  bench.counter.edit([] {});
  test::play(bench, "manager");
  bench.key(Qt::Key_R);
  REQUIRE(bench.counter.texts.size() == 1);
  CHECK(bench.counter.texts.front().find("Net sales") != std::string::npos);
  bench.till.edit([](till::Snapshot& now) { now.shift_print = till::ShiftPrint{{}, 1, 7}; });
  bench.settle();
  bench.till.edit([](till::Snapshot&) {});
  bench.settle();
  REQUIRE(bench.counter.slips.size() == 1);
  CHECK(bench.counter.slips.front().second == 1);
}

TEST_CASE("manager: a filter narrows goods, and a line of the log opens its receipt", "[tasks]") {
  Bench bench;
  test::play(bench, "manager-goods");
  auto& table = bench.find<widgets::ReportTable>("managerReportTable");
  const int all = table.model()->rowCount();
  bench.key(Qt::Key_F);
  bench.type("no such thing");
  bench.key(Qt::Key_Return);
  CHECK(table.model()->rowCount() < all);
  CHECK(bench.find<QAbstractButton>("managerTaskActionButton").isVisible() == false);
}

TEST_CASE("tasks: Space chooses drafts, and deleting them asks with their number (S000-86)", "[tasks]") {
  Bench bench;
  test::play(bench, "tasks");
  for (int i = 0; i < 3; ++i) {
    bench.key(Qt::Key_Space);
    bench.key(Qt::Key_Down);
  }
  bench.key(Qt::Key_Space);  // the fourth was agreed: no draft
  auto& button = bench.find<widgets::ActionButton>("tasksDeleteActionButton");
  CHECK(button.text() == QStringLiteral("Delete 3"));
  const auto before = bench.till.asked.size();
  bench.key(Qt::Key_Delete);
  CHECK(button.text() == QStringLiteral("Delete 3?"));
  CHECK(bench.till.asked.size() == before);
  bench.key(Qt::Key_Delete);
  const auto& wish = bench.wish<till::ActOnTasks>();
  CHECK(wish.act == TaskAct::Drop);
  CHECK(wish.drop.size() == 3);
}
