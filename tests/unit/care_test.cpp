// The care plan: dates of seed 003's onboarding (requirements S003-108 to S003-121), limits of benefits, targets.
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/programme/care_plan.hpp"
#include "core/programme/care_plan_edit.hpp"
#include "core/report/targets.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using base::BusinessDate;
using base::LocalTime;

namespace {

std::string presetText() {
  std::ifstream file(KAHUI_SOURCE_DIR "/resources/care/onboarding.json");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

programme::CarePlan preset() {
  auto plan = programme::parseCarePlan(presetText());
  REQUIRE(plan);
  return *std::move(plan);
}

std::vector<std::string> duesOf(const std::vector<programme::CareDate>& dates, const std::string& step) {
  std::vector<std::string> dues;
  for (const auto& one : dates)
    if (one.step == step) dues.push_back(one.due.iso());
  return dues;
}

}  // namespace

TEST_CASE("a benefit of the birthday month is had once in it, unless the plan says otherwise (S003-73)", "[care]") {
  const auto read = [](const std::string& more) {
    return programme::parseCarePlan(R"({"schema":1,"benefits":[{"code":"p","name":{"zh":"礼","en":"P"},)"
                                    R"("unit":{"zh":"份","en":"p"},"on":"birthday_month")" +
                                    more + "}]}");
  };
  const auto plan = read("");
  REQUIRE(plan);
  CHECK(plan->benefits[0].on == programme::CareBenefit::On::BirthdayMonth);
  CHECK(plan->benefits[0].period(BusinessDate::of(2027, 1, 9)) == "2027-01");  // two lunar birthdays in 2027 are two
  CHECK(plan->benefits[0].period(BusinessDate::of(2027, 12, 29)) == "2027-12");
  CHECK(read(R"(,"per":"year")")->benefits[0].period(BusinessDate::of(2027, 1, 9)) == "2027");
  const auto again = programme::parseCarePlan(*programme::withBenefits("", plan->benefits));
  REQUIRE(again);
  CHECK(again->benefits[0].on == programme::CareBenefit::On::BirthdayMonth);
  CHECK(again->benefits[0].per == programme::CareBenefit::Per::Month);
}

TEST_CASE("onboarding is dated from the signing day and the first use", "[care]") {
  const auto plan = preset();
  const auto* onboarding = plan.find("onboarding");
  REQUIRE(onboarding != nullptr);
  const auto dates =
      programme::careDates(*onboarding, BusinessDate::of(2026, 3, 1), *LocalTime::parse("2026-03-15T11:00:00"));
  using Dues = std::vector<std::string>;
  CHECK(duesOf(dates, "signing") == Dues{"2026-03-01T23:59:59"});
  CHECK(duesOf(dates, "waiting_call") == Dues{"2026-03-08T23:59:59", "2026-03-15T23:59:59"});  // S003-112
  CHECK(duesOf(dates, "week_before") == Dues{"2026-03-08T23:59:59"});                          // S003-113
  CHECK(duesOf(dates, "day_before") == Dues{"2026-03-14T23:59:59"});
  CHECK(duesOf(dates, "first_day") == Dues{"2026-03-15T23:59:59"});
  CHECK(duesOf(dates, "first_follow_up") == Dues{"2026-03-17T11:00:00"});  // S003-115
  CHECK(duesOf(dates, "second_follow_up") == Dues{"2026-03-24T11:00:00"});
  const Dues weekly = duesOf(dates, "weekly_call");  // S003-119: at least eight, none after the end
  CHECK(weekly.size() == 9);
  CHECK(weekly.front() == "2026-04-15T23:59:59");
  CHECK(weekly.back() <= "2026-06-14T23:59:59");
  CHECK(std::is_sorted(dates.begin(), dates.end(), [](const auto& a, const auto& b) { return a.due < b.due; }));
}

TEST_CASE("onboarding ends three months after the first use less a day, or with the third whole month", "[care]") {
  programme::CareTemplate plan;
  plan.months = 3;
  CHECK(plan.end(BusinessDate::of(2019, 7, 14)).iso() == "2019-10-13");  // S003-108
  plan.whole_months = true;
  CHECK(plan.end(BusinessDate::of(2019, 7, 14)).iso() == "2019-10-31");
  CHECK(programme::plusMonths(BusinessDate::of(2024, 1, 31), 1).iso() == "2024-02-29");
  CHECK(programme::plusMonths(BusinessDate::of(2024, 1, 31), -1).iso() == "2023-12-31");
}

TEST_CASE("a care plan says where it is wrong", "[care]") {
  const auto detail = [](const char* json) {
    const auto read = programme::parseCarePlan(json);
    return read ? std::string("read") : read.error().detail;
  };
  CHECK(detail("") == "read");
  CHECK(detail("{") == "the care plan is no JSON");
  CHECK(detail(R"({"schema":1,"templates":[{"id":"a","title":{"zh":"甲","en":"A"},"kind":"WHAT"}]})").find("kind") !=
        std::string::npos);
  CHECK(
      detail(
          R"({"schema":1,"benefits":[{"code":"p","name":{"zh":"停","en":"P"},"unit":{"zh":"时","en":"h"},"limit":0}]})")
          .find("benefits[0].limit") != std::string::npos);
  CHECK(detail(R"({"schema":1,"holidays":["2026-02-30"]})").find("2026-02-30") != std::string::npos);
  CHECK(detail(R"({"schema":1,"other":1})").find("other") != std::string::npos);
}

TEST_CASE("a step has its channel, and a draw its chances by tier", "[care]") {
  const auto plan = preset();
  using Channel = programme::CareStep::Channel;
  CHECK(plan.find("onboarding")->step("waiting_call")->channel == Channel::Phone);
  CHECK(plan.find("onboarding")->step("day_before")->channel == Channel::Message);
  CHECK(plan.find("onboarding")->step("month_two")->channel == Channel::None);
  programme::CareBenefit draw;
  draw.entries = {{"GLD", 3}};
  CHECK(draw.limitOf("GLD") == 3);
  CHECK(draw.limitOf("ORD") == 0);
  const auto broken = programme::parseCarePlan(
      R"({"schema":1,"benefits":[{"code":"d","name":{"zh":"抽","en":"D"},"unit":{"zh":"次","en":"c"},"prize_fen":100}]})");
  REQUIRE(!broken);
  CHECK(broken.error().detail.find("entries") != std::string::npos);
}

TEST_CASE("a benefit counts to its month or year", "[care]") {
  const auto plan = preset();
  const auto day = BusinessDate::of(2026, 10, 1);
  CHECK(plan.benefit("parking")->period(day) == "2026-10");
  CHECK(plan.benefit("visit")->period(day) == "2026");
  CHECK(plan.isHoliday(day));
  CHECK(!plan.isHoliday(day.plusDays(-1)));
}

TEST_CASE("targets stand beside what came of them", "[care]") {
  report::PeriodFigures figures;
  figures.totals.new_members = 80;
  figures.day.net_total = base::Money(25'000);
  const auto rows =
      report::targetRows(figures, {{"2026-03", "joins", 100}, {"2026-03", "net", 100'000}, {"2026-03", "bills", 0}});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].reached_bp == 8000);  // S000-09
  CHECK(rows[1].reached_bp == 2500);  // S001-56
}

TEST_CASE("the steps of a template are written as they were read, and all else stays", "[care]") {
  const auto plan = preset();
  const auto* onboarding = plan.find("onboarding");
  REQUIRE(onboarding != nullptr);
  const auto json = programme::withSteps(presetText(), *onboarding);
  REQUIRE(json);
  CHECK(nlohmann::json::parse(*json)["title"] == nlohmann::json::parse(presetText())["title"]);
  CHECK(nlohmann::json::parse(*json)["benefits"] == nlohmann::json::parse(presetText())["benefits"]);
  const auto again = programme::parseCarePlan(*json);
  REQUIRE(again);
  const auto day = BusinessDate::of(2026, 3, 1);
  const auto first_use = *LocalTime::parse("2026-03-15T11:00:00");
  CHECK(programme::careDates(*again->find("onboarding"), day, first_use) ==
        programme::careDates(*onboarding, day, first_use));
  for (std::size_t i = 0; i < onboarding->steps.size(); ++i) {
    const auto& before = onboarding->steps[i];
    const auto& after = again->find("onboarding")->steps.at(i);
    CHECK(after.title.zh == before.title.zh);
    CHECK(after.how.en == before.how.en);
    CHECK(after.confirm == before.confirm);
    CHECK(after.channel == before.channel);
  }
  CHECK(onboarding->step(programme::freshKey(*onboarding)) == nullptr);
  CHECK_FALSE(programme::withSteps("[", *onboarding));
  CHECK_FALSE(programme::withSteps("{\"templates\": 3}", *onboarding));
}
