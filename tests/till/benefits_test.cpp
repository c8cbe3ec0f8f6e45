#include "tests/support/catch.hpp"
#include "tests/support/desk_fixture.hpp"

using namespace kahui;
using base::ErrorCode;
using base::Money;
using base::Points;
using base::Quantity;
using test::goods;

namespace {

std::vector<ports::StoredCoupon> couponsOf(test::DeskFixture& fixture, int member) {
  return *fixture.store().couponsOf(fixture.no(member), fixture.desk().today());
}

till::SellRequest withCoupon(const std::string& serial) {
  till::SellRequest request;
  request.coupons = {serial};
  return request;
}

}  // namespace

TEST_CASE("monthly coupons are issued once, over crashes and days, and end with the month") {
  test::DeskFixture fixture;
  REQUIRE(fixture.sell({goods("S1")}));
  fixture.reopen();
  fixture.finishJobs();
  const auto gold = couponsOf(fixture, test::kGold);
  REQUIRE(gold.size() == 3);
  CHECK(gold[0].terms.rate == 8000);
  CHECK(gold[0].expires == base::BusinessDate::of(2025, 3, 31));
  CHECK(couponsOf(fixture, test::kRegular).size() == 1);
  REQUIRE(couponsOf(fixture, test::kBlack).size() == 1);
  CHECK(couponsOf(fixture, test::kBlack)[0].unlimited);

  fixture.setTime("2025-03-13T09:00:00");
  REQUIRE(fixture.sell({goods("S1")}));
  fixture.finishJobs();
  CHECK(couponsOf(fixture, test::kGold).size() == 3);
  fixture.setTime("2025-04-02T09:00:00");
  REQUIRE(fixture.sell({goods("S1")}));
  fixture.finishJobs();
  CHECK(couponsOf(fixture, test::kGold).size() == 3);
  CHECK(couponsOf(fixture, test::kGold)[0].expires == base::BusinessDate::of(2025, 4, 30));
  CHECK(fixture.problems().empty());
}

TEST_CASE("a member who comes before the month's job has reached him has his coupons, and not twice") {
  test::DeskFixture fixture;
  REQUIRE(fixture.sell({goods("S1")}));
  auto member = fixture.desk().memberByCard(test::cardOf(test::kGold), ports::Trust::Claim);
  REQUIRE(member);
  REQUIRE(fixture.desk().loadBenefits(*member));
  CHECK(member->coupons.empty());
  CHECK(fixture.desk().issueCoupons(*member) == true);
  CHECK(member->coupons.size() == 3);
  CHECK(fixture.desk().issueCoupons(*member) == false);
  fixture.finishJobs();
  CHECK(couponsOf(fixture, test::kGold).size() == 3);
  CHECK(couponsOf(fixture, test::kRegular).size() == 1);
  CHECK(fixture.problems().empty());
}

TEST_CASE("a coupon is good once, for its member, and comes back with the last of its goods") {
  test::DeskFixture fixture;
  REQUIRE(fixture.sell({goods("S1")}));
  fixture.finishJobs();
  const std::string serial = couponsOf(fixture, test::kGold)[0].serial;
  CHECK(fixture.sell({goods("S1")}, test::kRegular, withCoupon(serial)).error() ==
        base::Error{ErrorCode::CouponNotUsable, "OTHER_MEMBER"});
  CHECK(fixture.sell({goods("S1")}, {}, withCoupon(serial)).error() ==
        base::Error{ErrorCode::CouponNotUsable, "NEEDS_MEMBER"});
  CHECK(fixture.sell({goods("S1")}, test::kGold, withCoupon("12345678901234567890")).error().code ==
        ErrorCode::UnknownCoupon);
  till::SellRequest twice = withCoupon(serial);
  twice.coupons.push_back(serial);
  CHECK(fixture.sell({goods("S1")}, test::kGold, twice).error() == base::Error{ErrorCode::CouponNotUsable, "TWICE"});

  const auto sold = fixture.sell({goods("S1", 2000)}, test::kGold, withCoupon(serial));
  REQUIRE(sold);
  CHECK(sold->result.total == Money(16000));
  CHECK(fixture.sell({goods("S1")}, test::kGold, withCoupon(serial)).error() ==
        base::Error{ErrorCode::CouponNotUsable, "USED"});
  REQUIRE(fixture.giveBack(sold->receipt_no, {{0, Quantity(1000)}})->document.coupon == "KEPT");
  REQUIRE(fixture.giveBack(sold->receipt_no, {{0, Quantity(1000)}})->document.coupon == "RETURNED");
  CHECK(couponsOf(fixture, test::kGold).size() == 3);
  CHECK(fixture.sell({goods("S1")}, test::kGold, withCoupon(serial)));
  CHECK(fixture.problems().empty());
}

TEST_CASE("evening gift: the coupon is given with the bill, once a day, and goes with the goods") {
  test::DeskFixture fixture(R"({"evening_gift": {"enabled": true}})");
  fixture.setTime("2025-04-05T18:30:00");
  const auto sold = fixture.sell({goods("S1", 2000)}, test::kGold);
  REQUIRE(sold);
  REQUIRE(sold->coupons_issued.size() == 1);
  CHECK(fixture.sell({goods("S1", 2000)}, test::kGold)->coupons_issued.empty());
  const auto back = fixture.giveBack(sold->receipt_no, {{0, Quantity(2000)}});
  REQUIRE(back);
  CHECK(back->document.gift == "VOIDED");
  CHECK(fixture.sell({goods("S1")}, test::kGold, withCoupon(sold->coupons_issued[0])).error() ==
        base::Error{ErrorCode::CouponNotUsable, "VOIDED"});
  CHECK(fixture.problems().empty());
}

TEST_CASE("a promotion limited per member and day stops at its limit, and begins again the next day") {
  test::DeskFixture fixture(
      R"({"promotions": [{"id": "P", "kind": "THRESHOLD_MINUS", "threshold_fen": 5000, "minus_fen": 1000,
          "member_only": true, "per_member_day": 1, "per_member": 2}]})");
  const auto promo = [&](std::optional<int> member) {
    const auto sold = fixture.sell({goods("S3")}, member);
    return sold ? sold->result.lines[0].promo : Money(-1);
  };
  CHECK(promo({}) == Money(0));
  CHECK(promo(test::kGold) == Money(1000));
  CHECK(promo(test::kGold) == Money(0));
  CHECK(promo(test::kBlack) == Money(1000));
  fixture.setTime("2025-03-13T09:00:00");
  CHECK(promo(test::kGold) == Money(1000));
  fixture.setTime("2025-03-14T09:00:00");
  CHECK(promo(test::kGold) == Money(0));
  CHECK(fixture.problems().empty());
}

TEST_CASE("a discount by hand stops at the operator's right") {
  test::DeskFixture fixture;
  const auto allowed = [&](const char* who, std::int64_t rate, std::int64_t quantity) {
    till::SellRequest request;
    request.operator_code = who;
    request.bill_discount.rate = base::Rate(rate);
    return fixture.sell({goods("S1", quantity)}, {}, request).has_value();
  };
  CHECK(allowed("1001", 9000, 1000));
  CHECK_FALSE(allowed("1001", 8900, 1000));
  CHECK_FALSE(allowed("1001", 9000, 6000));  // 60.00 is over the cashier's 50.00
  CHECK(allowed("2001", 8000, 6000));
  CHECK_FALSE(allowed("2001", 7900, 1000));
  CHECK(allowed("9001", 1000, 1000));
  till::SellRequest cheap;
  auto line = goods("S1");
  line.override_price = Money(8999);
  CHECK(fixture.sell({line}).error() == base::Error{ErrorCode::NoRight, "override_price"});
  line.override_price = Money(9000);
  CHECK(fixture.sell({line})->result.total == Money(9000));
  line.override_price = Money(10001);
  CHECK(fixture.sell({line}).error() == base::Error{ErrorCode::RuleRejected, "OVERRIDE_ABOVE_RETAIL"});
}

TEST_CASE("points end after their last day, once, and a sale of that morning does not see them") {
  test::DeskFixture fixture;
  fixture.setTime("2026-03-02T09:00:00");  // a till that slept longer than 400 days asks about its clock
  REQUIRE(fixture.sell({goods("S1")}));
  fixture.setTime("2026-12-31T20:00:00");
  till::SellRequest max;
  max.points_max = true;
  REQUIRE(fixture.sell({goods("S1")}, test::kGold, max)->result.points_used == Points(18));
  fixture.setTime("2027-01-01T09:00:00");
  const auto sold = fixture.sell({goods("S1")}, test::kGold, max);
  REQUIRE(sold);
  CHECK(sold->result.points_used == Points(0));
  CHECK(fixture.memberNow(test::kGold).noncash == sold->result.points_earned);
  CHECK(fixture.store().dayTotals(base::BusinessDate::of(2027, 1, 1))->expired == Points(102));
  fixture.reopen();
  REQUIRE(fixture.sell({goods("S1")}, test::kGold));
  fixture.finishJobs();
  CHECK(fixture.store().dayTotals(base::BusinessDate::of(2027, 1, 1))->expired == Points(102));
  CHECK(fixture.problems().empty());
}

TEST_CASE(
    "retention: the year's purchases are judged on the first day of the next, once, and re-promotion clears the flag") {
  test::DeskFixture fixture;
  REQUIRE(fixture.sell({goods("S1")}, test::kBlack));  // 2025: the store's first year judges nobody
  fixture.setTime("2025-12-01T10:00:00");
  REQUIRE(fixture.sell({goods("S1")}));
  fixture.setTime("2026-06-01T10:00:00");
  REQUIRE(fixture.sell({goods("S1")}, test::kBlack));
  CHECK(fixture.memberNow(test::kBlack).tier == "BLK");  // promoted in 2025: exempt
  fixture.setTime("2027-01-02T10:00:00");
  const auto sold = fixture.sell({goods("S1")}, test::kBlack);
  REQUIRE(sold);
  CHECK(fixture.memberNow(test::kBlack).tier == "GLD");
  CHECK(fixture.memberNow(test::kBlack).demoted_from == "BLK");
  CHECK(fixture.memberNow(test::kBlack).since_demotion == sold->result.total);
  CHECK(fixture.problems().empty());
  fixture.setTime("2027-02-01T10:00:00");
  REQUIRE(fixture.sell({goods("S1", 250000)}, test::kBlack));
  CHECK(fixture.memberNow(test::kBlack).tier == "BLK");
  CHECK(fixture.memberNow(test::kBlack).demoted_from.empty());
  CHECK(fixture.problems().empty());
}

TEST_CASE("birthday coupons: of the day or of the month, solar and lunar, once a benefit key") {
  const auto birthdayCoupons = [](test::DeskFixture& fixture, int member) {
    auto coupons = couponsOf(fixture, member);
    std::erase_if(coupons, [](const auto& coupon) { return coupon.origin != "BIRTHDAY"; });
    return coupons;
  };
  test::DeskFixture day(R"({"birthday": {"coupon": {"face_fen": 5000, "min_fen": 10000}}})");
  REQUIRE(day.sell({goods("S1")}));
  day.finishJobs();
  CHECK(birthdayCoupons(day, test::kGold).empty());
  REQUIRE(birthdayCoupons(day, test::kBlack).size() == 1);
  const auto coupon = birthdayCoupons(day, test::kBlack)[0];
  CHECK(coupon.expires == base::BusinessDate::of(2025, 3, 12));
  day.setTime("2025-03-13T09:00:00");
  CHECK(day.sell({goods("S1", 2000)}, test::kBlack, withCoupon(coupon.serial)).error() ==
        base::Error{ErrorCode::RuleRejected, "COUPON_EXPIRED"});
  CHECK(day.problems().empty());

  test::DeskFixture month(R"({"birthday": {"coupon": {"rate_bp": 8000, "valid": "MONTH"}}})");
  for (const char* morning : {"2025-03-12T11:00:00", "2025-03-13T09:00:00", "2025-03-20T09:00:00"}) {
    month.setTime(morning);
    REQUIRE(month.sell({goods("S1")}));
    month.reopen();
    month.finishJobs();
  }
  CHECK(birthdayCoupons(month, test::kBlack).size() == 1);
  REQUIRE(birthdayCoupons(month, test::kGold).size() == 1);
  CHECK(birthdayCoupons(month, test::kGold)[0].expires == base::BusinessDate::of(2025, 3, 31));
  CHECK(
      month.sell({goods("S1")}, test::kGold, withCoupon(birthdayCoupons(month, test::kGold)[0].serial))->result.total ==
      Money(8000));
}

TEST_CASE(
    "S000-15, S000-33: a birthday's voucher is there from 00:00 of its day or the 1st of its month, and ends with it") {
  const auto birthdayCoupon = [](test::DeskFixture& fixture) {
    REQUIRE(fixture.sell({goods("S1")}));  // the day's first bill
    fixture.finishJobs();
    for (const auto& coupon : couponsOf(fixture, test::kGold))
      if (coupon.origin == "BIRTHDAY") return coupon.serial;
    return std::string();
  };
  test::DeskFixture day(R"({"birthday": {"coupon": {"face_fen": 5000}}})");  // born on 20 March
  day.setTime("2026-03-19T23:59:59");
  CHECK(birthdayCoupon(day).empty());
  day.setTime("2026-03-20T00:00:00");
  const std::string of_day = birthdayCoupon(day);
  REQUIRE_FALSE(of_day.empty());
  day.setTime("2026-03-21T00:00:00");
  CHECK(day.sell({goods("S1")}, test::kGold, withCoupon(of_day)).error().detail == "COUPON_EXPIRED");

  const char* const kMonth = R"({"birthday": {"coupon": {"face_fen": 5000, "valid": "MONTH"}}})";
  test::DeskFixture first(kMonth);
  first.setTime("2026-02-28T23:59:59");
  CHECK(birthdayCoupon(first).empty());
  first.setTime("2026-03-01T00:00:00");
  CHECK(first.sell({goods("S1")}, test::kGold, withCoupon(birthdayCoupon(first)))->result.total == Money(4000));
  test::DeskFixture last(kMonth);
  last.setTime("2026-03-01T00:00:00");
  const std::string of_month = birthdayCoupon(last);
  last.setTime("2026-04-01T00:00:00");
  CHECK(last.sell({goods("S1")}, test::kGold, withCoupon(of_month)).error().detail == "COUPON_EXPIRED");
  last.setTime("2026-03-31T23:59:59");
  CHECK(last.sell({goods("S1")}, test::kGold, withCoupon(of_month))->result.total == Money(4000));
}

TEST_CASE("S003-49: the month's coupon may be for named goods alone") {
  test::DeskFixture fixture(R"({"monthly_coupons": {"ORD": {"count": 1, "rate_bp": 9000, "skus": ["S3"]}}})");
  REQUIRE(fixture.sell({goods("S1")}));
  fixture.finishJobs();
  const auto coupons = couponsOf(fixture, test::kRegular);
  REQUIRE(coupons.size() == 1);
  CHECK(fixture.sell({goods("S1")}, test::kRegular, withCoupon(coupons[0].serial)).error().detail == "COUPON_SCOPE");
  const auto sold = fixture.sell({goods("S1"), goods("S3")}, test::kRegular, withCoupon(coupons[0].serial));
  REQUIRE(sold);
  CHECK(sold->result.lines[0].final == Money(10000));
  CHECK(sold->result.lines[1].final == Money(6300));
}
