// Targets and the care plan edited in the manager's view, by keys.
#include "app/models/plan_text.hpp"
#include "core/programme/care_plan.hpp"
#include "tests/gui/bench.hpp"
#include "tests/gui/demo_store.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using models::PlanText;
using test::Bench;
using till::TaskAct;

namespace {

void open(Bench& bench, bool plan) {
  bench.signInManager();
  for (const Qt::Key key : {Qt::Key_F10, Qt::Key_A, Qt::Key_6, Qt::Key_E}) bench.key(key);
  if (plan) bench.key(Qt::Key_T);
}

std::size_t wishes(Bench& bench) {
  return static_cast<std::size_t>(
      std::count_if(bench.till.asked.begin(), bench.till.asked.end(),
                    [](const till::Command& one) { return std::holds_alternative<till::ActOnTasks>(one); }));
}

// The onboarding of what the last wish would set.
programme::CareTemplate wished(Bench& bench) {
  REQUIRE(bench.wish<till::ActOnTasks>().act == TaskAct::SetPlan);
  const auto plan = programme::parseCarePlan(bench.wish<till::ActOnTasks>().json);
  REQUIRE(plan);
  CHECK(plan->benefits.size() == 6);  // what is not edited stays
  CHECK(bench.wish<till::ActOnTasks>().json.find("Onboarding of seed 003") != std::string::npos);
  const auto* onboarding = plan->find("onboarding");
  REQUIRE(onboarding != nullptr);
  return *onboarding;
}

QAbstractItemModel& list(Bench& bench) { return *bench.find<widgets::TwoLineList>("planTwoLineList").model(); }

}  // namespace

TEST_CASE("plan: targets stand beside what came of the month, and are set and taken away", "[plan]") {
  Bench bench;
  open(bench, false);
  CHECK(list(bench).rowCount() == 6);
  CHECK(bench.label("planSubtitleTextLabel") == QStringLiteral("2026-03"));
  for (int i = 0; i < 3; ++i) bench.key(Qt::Key_Down);
  auto& field = bench.edit("planField0CodeEdit");
  CHECK(field.text() == QStringLiteral("55"));  // member share, set in the shop with a history
  bench.key(Qt::Key_Return);
  bench.type("x");
  bench.key(Qt::Key_Return);
  CHECK(wishes(bench) == 0);
  CHECK(bench.notice("managerNoticeBar").contains(QStringLiteral("no target")));
  field.setText(QStringLiteral("57.5"));
  bench.key(Qt::Key_Return);
  CHECK(bench.wish<till::ActOnTasks>().act == TaskAct::SetTarget);
  CHECK(bench.wish<till::ActOnTasks>().month == "2026-03");
  CHECK(bench.wish<till::ActOnTasks>().figure == "member_share");
  CHECK(bench.wish<till::ActOnTasks>().value == 5750);
  field.clear();
  bench.key(Qt::Key_Return);
  CHECK(bench.wish<till::ActOnTasks>().value == 0);
  bench.find<widgets::TwoLineList>("planTwoLineList").setFocus();
  bench.key(Qt::Key_Plus);
  CHECK(bench.label("planSubtitleTextLabel") == QStringLiteral("2026-04"));
  bench.key(Qt::Key_Escape);
  CHECK(bench.label("managerTitleTextLabel") == QStringLiteral("Month"));
}

TEST_CASE("plan: a step is changed, and the other language's words stay", "[plan]") {
  Bench bench;
  open(bench, true);
  CHECK(list(bench).rowCount() == 12);
  CHECK(bench.label("planTitleTextLabel") == QStringLiteral("Care plan"));
  for (int i = 0; i < 2; ++i) bench.key(Qt::Key_Down);  // week_before, 7 days before
  CHECK(bench.edit("planField2CodeEdit").text() == QStringLiteral("-7"));
  bench.edit("planField0CodeEdit").setText(QStringLiteral("Remind them"));
  bench.edit("planField2CodeEdit").setText(QStringLiteral("soon"));
  bench.click("planSaveActionButton");
  CHECK(wishes(bench) == 0);
  CHECK(bench.notice("managerNoticeBar").contains(QStringLiteral("no time")));
  bench.edit("planField2CodeEdit").setText(QStringLiteral("-9"));
  bench.click("planSaveActionButton");
  const auto onboarding = wished(bench);
  REQUIRE(onboarding.steps.size() == 12);
  CHECK(onboarding.steps[2].key == "week_before");
  CHECK(onboarding.steps[2].days == -9);
  CHECK(onboarding.steps[2].title.en == "Remind them");
  CHECK(onboarding.steps[2].title.zh == "首次服务前一周提醒");
}

TEST_CASE("plan: steps are added, moved, and removed by a second press", "[plan]") {
  Bench bench;
  open(bench, true);
  bench.key(Qt::Key_J);
  CHECK(wished(bench).steps.front().key == "waiting_call");
  bench.key(Qt::Key_X);
  CHECK(wishes(bench) == 1);
  bench.key(Qt::Key_X);
  CHECK(wished(bench).steps.size() == 11);
  CHECK(wished(bench).step("signing") == nullptr);
  bench.key(Qt::Key_N);
  bench.type("Thank you card");
  bench.key(Qt::Key_Return);
  bench.key(Qt::Key_Return);
  bench.edit("planField2CodeEdit").setText(QStringLiteral("2m 7"));
  bench.key(Qt::Key_Return);
  const auto added = wished(bench).steps;
  REQUIRE(added.size() == 13);
  CHECK(added.back().key == "step13");
  CHECK(added.back().months == 2);
  CHECK(added.back().days == 7);
  CHECK(added.back().title.zh == "Thank you card");
  CHECK(added.back().from == programme::CareStep::From::FirstUse);
}

TEST_CASE("plan: a store without a plan gets one with its first step", "[plan]") {
  const test::DemoStore store;
  Bench bench;
  bench.report_store = store.folder();
  open(bench, true);
  CHECK(list(bench).rowCount() == 0);
  bench.key(Qt::Key_N);
  bench.type("Call");
  bench.edit("planField2CodeEdit").setText(QStringLiteral("48h"));
  bench.click("planSaveActionButton");
  REQUIRE(bench.wish<till::ActOnTasks>().act == TaskAct::SetPlan);
  const auto plan = programme::parseCarePlan(bench.wish<till::ActOnTasks>().json);
  REQUIRE(plan);
  REQUIRE(plan->templates.size() == 1);
  CHECK(plan->templates.front().steps.front().hours == 48);
}

TEST_CASE("plan: when a step is due, as typed and as said", "[plan]") {
  programme::CareStep step;
  for (const char* typed : {"7", "-7", "2m", "2m 7", "-1m", "48h", "0"}) {
    REQUIRE(PlanText::readWhen(QString::fromLatin1(typed), step));
    CHECK(PlanText::whenTyped(step) == QString::fromLatin1(typed));
    CHECK_FALSE(PlanText::when(step).isEmpty());
  }
  for (const char* typed : {"", " ", "h", "m", "7d", "400", "-400", "99m", "9999h", "7 2m", "--7"}) {
    INFO(typed);
    CHECK_FALSE(PlanText::readWhen(QString::fromLatin1(typed), step));
  }
  CHECK(PlanText::readTarget("net", QStringLiteral("1234.5")) == 123450);
  CHECK(PlanText::readTarget("joins", QStringLiteral("80")) == 80);
  CHECK(PlanText::readTarget("joins", QString()) == 0);
  CHECK_FALSE(PlanText::readTarget("joins", QStringLiteral("8.5")));
  CHECK_FALSE(PlanText::readTarget("member_share", QStringLiteral("101")));
}

TEST_CASE("plan: tags, benefits, draws and rules are edited on screen, and all else stays", "[plan]") {
  Bench bench;
  open(bench, true);
  bench.key(Qt::Key_T);  // tags
  CHECK(bench.label("planTitleTextLabel") == QStringLiteral("Tags of interests"));
  bench.key(Qt::Key_N);
  bench.click("planItemsSaveActionButton");
  CHECK(wishes(bench) == 0);  // a tag has a name
  bench.edit("planItem0CodeEdit").setText(QStringLiteral("Tea"));
  bench.click("planItemsSaveActionButton");
  auto plan = *programme::parseCarePlan(bench.wish<till::ActOnTasks>().json);
  CHECK(bench.wish<till::ActOnTasks>().act == TaskAct::SetPlan);
  REQUIRE(plan.tags.size() == 1);
  CHECK(plan.tags[0].code == "tag1");
  CHECK(plan.tags[0].name.zh == "Tea");
  CHECK(plan.benefits.size() == 6);
  CHECK(plan.templates.size() == 1);

  bench.find<widgets::TwoLineList>("planItemsTwoLineList").setFocus();
  bench.key(Qt::Key_T);  // benefits: the first is free parking, 3 hours a month
  CHECK(bench.edit("planItem2CodeEdit").text() == QStringLiteral("3m"));
  bench.edit("planItem2CodeEdit").setText(QStringLiteral("5 days"));
  bench.click("planItemsSaveActionButton");
  CHECK(wishes(bench) == 1);
  bench.edit("planItem2CodeEdit").setText(QStringLiteral("1/30"));
  bench.edit("planItem3CodeEdit").setText(QStringLiteral("200"));
  bench.edit("planItem4CodeEdit").setText(QStringLiteral("gld plt"));
  bench.click("planItemsSaveActionButton");
  plan = *programme::parseCarePlan(bench.wish<till::ActOnTasks>().json);
  REQUIRE(plan.benefits.size() == 6);
  CHECK(plan.benefits[0].code == "parking");
  CHECK(plan.benefits[0].name.zh == "免费停车");
  CHECK(plan.benefits[0].limit == 1);
  CHECK(plan.benefits[0].per == programme::CareBenefit::Per::Days);
  CHECK(plan.benefits[0].days == 30);
  CHECK(plan.benefits[0].stock == 200);
  CHECK(plan.benefits[0].tiers == std::vector<std::string>{"GLD", "PLT"});
  CHECK(plan.benefits[3].not_on_holidays);  // what the form does not show stays
  const auto saved = wishes(bench);
  bench.edit("planItem5CodeEdit").setText(QStringLiteral("some day"));
  bench.click("planItemsSaveActionButton");
  CHECK(wishes(bench) == saved);
  bench.edit("planItem5CodeEdit").setText(QStringLiteral("Birthday month"));  // S003-73
  bench.click("planItemsSaveActionButton");
  plan = *programme::parseCarePlan(bench.wish<till::ActOnTasks>().json);
  CHECK(plan.benefits[0].on == programme::CareBenefit::On::BirthdayMonth);
  bench.find<widgets::TwoLineList>("planItemsTwoLineList").setFocus();
  const auto before = wishes(bench);
  bench.key(Qt::Key_X);
  CHECK(wishes(bench) == before);
  bench.key(Qt::Key_X);
  CHECK(programme::parseCarePlan(bench.wish<till::ActOnTasks>().json)->benefits.size() == 5);
}

TEST_CASE("plan: draws are added within the law, and a follow-up is set", "[plan]") {
  Bench bench;
  open(bench, true);
  for (int i = 0; i < 3; ++i) bench.key(Qt::Key_T);
  CHECK(bench.label("planTitleTextLabel") == QStringLiteral("Draws"));
  bench.key(Qt::Key_N);
  const char* typed[] = {"Spring draw", "50000.01", "SLV 1, gld 3", "1y", ""};
  for (int i = 0; i < 5; ++i)
    bench.edit(qPrintable(QStringLiteral("planItem%1CodeEdit").arg(i))).setText(QString::fromUtf8(typed[i]));
  const auto draws = wishes(bench);
  bench.click("planItemsSaveActionButton");
  CHECK(wishes(bench) == draws);  // more than the law allows
  bench.edit("planItem1CodeEdit").setText(QStringLiteral("50000"));
  bench.click("planItemsSaveActionButton");
  auto plan = *programme::parseCarePlan(bench.wish<till::ActOnTasks>().json);
  REQUIRE(plan.benefit("draw1") != nullptr);
  CHECK(plan.benefit("draw1")->isDraw());
  CHECK(plan.benefit("draw1")->prize == base::Money(5'000'000));
  CHECK(plan.benefit("draw1")->limitOf("GLD") == 3);

  bench.find<widgets::TwoLineList>("planItemsTwoLineList").setFocus();
  bench.key(Qt::Key_T);  // rules
  bench.edit("planItem0CodeEdit").setText(QStringLiteral("2000"));
  bench.click("planItemsSaveActionButton");
  plan = *programme::parseCarePlan(bench.wish<till::ActOnTasks>().json);
  REQUIRE(plan.follow_up);
  CHECK(plan.follow_up->least == base::Money(200'000));
  CHECK(plan.follow_up->days == 7);
  bench.find<widgets::TwoLineList>("planItemsTwoLineList").setFocus();
  bench.key(Qt::Key_T);
  CHECK(bench.label("planTitleTextLabel") == QStringLiteral("Targets"));
}
