// Rulebook I4: what a card of each grade may pay with, and the member's PIN.
#include "core/programme/json_object.hpp"
#include "core/till/grade_rights.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/desk_fixture.hpp"
#include "tests/till/till_fixture.hpp"

using namespace kahui;
using base::ErrorCode;
using base::Points;
using ports::Trust;
using test::goods;
using till::MemberPin;

namespace {

std::string refusal(const base::Status& status) { return status ? std::string("allowed") : status.error().detail; }

till::SellRequest points(std::int64_t count, const std::string& pin = {}) {
  till::SellRequest request;
  request.points = Points(count);
  request.member_pin = pin;
  return request;
}

}  // namespace

TEST_CASE("grades: beyond 50 points a number alone asks the PIN, a proven card goes as far as O2") {
  const programme::Grades grades;
  const auto paying = [&](std::int64_t count, Trust trust, MemberPin pin, bool offline = false) {
    return refusal(till::mayPayWith({Points(count), {}}, grades, trust, pin, offline));
  };
  CHECK(paying(50, Trust::Claim, MemberPin::NotShown) == "allowed");
  CHECK(paying(51, Trust::Claim, MemberPin::NotShown) == "MEMBER_PIN_NEEDED");
  CHECK(paying(51, Trust::Genuine, MemberPin::NotShown) == "MEMBER_PIN_NEEDED");
  CHECK(paying(51, Trust::Claim, MemberPin::Shown) == "allowed");
  CHECK(paying(51, Trust::Claim, MemberPin::None) == "allowed");
  CHECK(paying(200, Trust::Authenticated, MemberPin::NotShown) == "allowed");
  CHECK(paying(201, Trust::Authenticated, MemberPin::NotShown) == "MEMBER_PIN_NEEDED");
  CHECK(paying(51, Trust::Claim, MemberPin::Shown, true) == "GRADE_OFFLINE_LIMIT");
  CHECK(paying(200, Trust::Authenticated, MemberPin::NotShown, true) == "allowed");
  CHECK(refusal(till::mayPayWith({{}, base::Money(20001)}, grades, Trust::Claim, MemberPin::NotShown, false)) ==
        "MEMBER_PIN_NEEDED");
  programme::Grades strict;
  strict.pin_required = true;
  CHECK(refusal(till::mayPayWith({Points(51), {}}, strict, Trust::Claim, MemberPin::None, false)) == "NO_MEMBER_PIN");
}

TEST_CASE("grades: a sale beyond the limit takes the member's PIN, five wrong ones lock it for the day") {
  test::DeskFixture fixture(R"({"grades": {"claim": {"points_without_pin": 5}}})");
  REQUIRE(fixture.sell({goods("S1")}, test::kGold, points(8)));  // no PIN, none asked
  const ports::Staff manager{"9001", "张", ports::StaffRole::Manager, {}};
  CHECK(fixture.store().setMemberPin(fixture.no(test::kGold), "12", manager).error().code == ErrorCode::BadInput);
  REQUIRE(fixture.store().setMemberPin(fixture.no(test::kGold), "2580", manager));
  CHECK(fixture.sell({goods("S1")}, test::kGold, points(6)).error().detail == "MEMBER_PIN_NEEDED");
  REQUIRE(fixture.sell({goods("S1")}, test::kGold, points(5)));
  REQUIRE(fixture.sell({goods("S1")}, test::kGold, points(6, "2580")));
  for (int left = 4; left > 0; --left) {
    const auto wrong = fixture.sell({goods("S1")}, test::kGold, points(6, "0000"));
    CHECK(wrong.error().code == ErrorCode::WrongPin);
    CHECK(wrong.error().detail == std::to_string(left));
    fixture.reopen();
  }
  CHECK(fixture.sell({goods("S1")}, test::kGold, points(6, "0000")).error().detail == "MEMBER_PIN_LOCKED");
  CHECK(fixture.sell({goods("S1")}, test::kGold, points(6, "2580")).error().detail == "MEMBER_PIN_LOCKED");
  fixture.setTime("2025-03-13T09:00:00");
  CHECK(fixture.sell({goods("S1")}, test::kGold, points(1, "2580")));
  CHECK(fixture.problems().empty());
}

TEST_CASE("grades: a till that headquarters has not answered for minutes is offline, one without is not") {
  test::TillFixture fixture;
  auto seen = fixture.signedIn();
  CHECK_FALSE(seen->hq);
  const std::int64_t now_ms = fixture.store.clock->now().utc_ms;
  constexpr std::int64_t kMinute_ms = 60'000;
  seen = fixture.after(till::HqNews{0, 0, now_ms - 2 * kMinute_ms, false});
  CHECK(seen->hq == till::HqView{});
  seen = fixture.after(till::HqNews{7, now_ms - 40 * kMinute_ms, now_ms - 6 * kMinute_ms, false});
  CHECK(seen->hq == till::HqView{.offline = true, .unsent = 7, .oldest_min = 40});
  test::DeskFixture desk;
  desk.desk().setOffline(true);
  CHECK(desk.sell({goods("S1", 9000)}, test::kGold, points(51)).error().detail == "GRADE_OFFLINE_LIMIT");
  desk.desk().setOffline(false);
  CHECK(desk.sell({goods("S1", 9000)}, test::kGold, points(51)));
}

TEST_CASE("grades: a pack may want a PIN of everybody, and more than a number for a member's prices") {
  test::DeskFixture wants_pin(R"({"grades": {"pin_required": true, "claim": {"points_without_pin": 10}}})");
  CHECK(wants_pin.sell({goods("S1")}, test::kGold, points(11)).error().detail == "NO_MEMBER_PIN");
  CHECK(wants_pin.sell({goods("S1")}, test::kGold, points(10)));
  test::DeskFixture wants_chip(R"({"grades": {"claim": {"benefits": false}}})");
  CHECK(wants_chip.sell({goods("S1")}, test::kGold).error().detail == "CARD_NOT_PROVEN");
  CHECK(wants_chip.desk().memberByCard(test::cardOf(test::kGold), Trust::Genuine));
}

TEST_CASE("offline: points are bounded by the day and by the age of the balance (O2)") {
  test::DeskFixture fixture(
      R"({"offline": {"points_per_day": 30, "max_age_hours": 72}, "grades": {"claim": {"offline_points": 100}}})");
  const auto left = [&] { return (*fixture.desk().offlinePoints(fixture.memberNow(test::kGold)))->points(); };
  CHECK_FALSE(*fixture.desk().offlinePoints(fixture.memberNow(test::kGold)));  // the line is up: nothing bounds it
  fixture.desk().setOffline(true);
  CHECK(left() == Points(30));
  REQUIRE(fixture.sell({goods("S1")}, test::kGold, points(18)));
  CHECK(left() == Points(12));
  CHECK(fixture.sell({goods("S1")}, test::kGold, points(13)).error().detail == "OFFLINE_LIMIT");
  REQUIRE(fixture.sell({goods("S1")}, test::kGold, points(12)));
  CHECK(left() == Points(0));
  CHECK(fixture.sell({goods("S1")}, test::kGold, points(1)).error().detail == "OFFLINE_LIMIT");
  REQUIRE(fixture.sell({goods("S1")}, test::kGold));  // selling and earning go on
  fixture.setTime("2025-03-13T09:00:00");             // another day, another allowance
  REQUIRE(fixture.sell({goods("S1")}, test::kGold, points(5)));
  CHECK(left() == Points(25));
}
