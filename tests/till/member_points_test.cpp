// What members do with points at the desk, on disk.
#include "tests/till/member_desk_fixture.hpp"

using namespace kahui;
using base::Money;
using base::Points;
using base::Quantity;
using test::goods;
using test::MemberDeskFixture;
using test::reasonOf;
using till::MemberAct;

namespace {

const char* const kCatalogue =
    R"({"catalogue": [{"code": "CUP", "name": "茶杯", "group": "GLD", "points": 30},
                      {"code": "POT", "name": "茶壶", "group": "BLK", "points": 500}]})";

}  // namespace

TEST_CASE("points go to another member and keep their ends, as NONCASH (N11)") {
  MemberDeskFixture fixture;
  fixture.givePin(test::kGold);
  auto request = fixture.on(test::kGold, MemberAct::Transfer, Points(50));
  request.to = fixture.no(test::kBlack).text();
  request.member_pin = "4711";
  const Points lifetime = fixture.memberNow(test::kBlack).lifetime;
  CHECK(reasonOf(fixture.act(request, "2001")) == "no_right");
  REQUIRE(fixture.act(request));
  CHECK(fixture.memberNow(test::kGold).points() == Points(70));
  CHECK(fixture.memberNow(test::kBlack).noncash == Points(50));
  CHECK(fixture.memberNow(test::kBlack).lifetime == lifetime);
  CHECK(fixture.store().pointsLots(fixture.no(test::kBlack))->front().expires == base::BusinessDate::of(2026, 12, 31));
  request.points = Points(9);
  CHECK(reasonOf(fixture.act(request)) == "BAD_AMOUNT");
  request.points = Points(71);
  CHECK(reasonOf(fixture.act(request)) == "POINTS_INSUFFICIENT");
  request.points = Points(10);
  request.member_pin = "0000";
  CHECK(reasonOf(fixture.act(request)) == "wrong_pin");
  request.to = fixture.no(test::kGold).text();
  CHECK(reasonOf(fixture.act(request)) == "SAME_MEMBER");
  fixture.desk().setOffline(true);
  request.to = fixture.no(test::kBlack).text();
  CHECK(reasonOf(fixture.act(request)) == "NEEDS_ONLINE");
  CHECK(fixture.problems().empty());
}

TEST_CASE("frozen points wait, come back or are void (N12)") {
  MemberDeskFixture fixture;
  auto request = fixture.on(test::kGold, MemberAct::Freeze, Points(100));
  CHECK(reasonOf(fixture.act(request)) == "BAD_REASON");
  request.reason = "OTHER";
  CHECK(reasonOf(fixture.act(request)) == "BAD_REASON");
  request.reason = "FRAUD";
  CHECK(reasonOf(fixture.act(request, "2001")) == "no_right");
  REQUIRE(fixture.act(request)->frozen == Points(100));
  CHECK(fixture.at().page(fixture.no(test::kGold))->available == Points(20));
  request = fixture.on(test::kGold, MemberAct::Unfreeze, Points(40));
  REQUIRE(fixture.act(request)->frozen == Points(60));
  CHECK(fixture.problems().empty());
  request = fixture.on(test::kGold, MemberAct::Void, Points(1000));
  request.reason = "FRAUD";
  const auto gone = fixture.act(request);
  REQUIRE(gone);
  CHECK(gone->points == Points(60));
  CHECK(gone->balance == Points(60));
  CHECK(gone->frozen == Points{});
  CHECK(fixture.problems().empty());

  request = fixture.on(test::kGold, MemberAct::Freeze);
  request.reason = "DISPUTE";
  REQUIRE(fixture.act(request));
  CHECK(fixture.memberNow(test::kGold).status == member::MemberStatus::Frozen);
  CHECK_FALSE(fixture.desk().memberByText(fixture.no(test::kGold).text()));
  REQUIRE(fixture.act(fixture.on(test::kGold, MemberAct::Unfreeze)));
  CHECK(fixture.desk().memberByText(fixture.no(test::kGold).text()));
}

TEST_CASE("cashable points are paid out with a voucher and a figure for the shift (N10)") {
  MemberDeskFixture fixture;
  fixture.givePin(test::kGold);
  // 900 cashable points, as a transfer that keeps the class would leave them.
  auto draft = journal::makeDraft(base::WallTime{1'741'744'800'000, 480}, fixture.desk().businessDate(), {},
                                  fixture.random, journal::PointsConfirmed{});
  std::get<journal::PointsConfirmed>(draft.payload).parts = {
      {fixture.no(test::kGold).value(), {"", true, Points(900), std::nullopt}, {}}};
  REQUIRE(fixture.store().append(std::move(draft)));
  auto request = fixture.on(test::kGold, MemberAct::CashOut, Points(158));
  CHECK(reasonOf(fixture.act(request, "1001")) == "no_right");
  CHECK(reasonOf(fixture.act(request, "2001")) == "wrong_pin");
  request.member_pin = "4711";
  const auto paid = fixture.act(request, "2001");
  REQUIRE(paid);
  REQUIRE(paid->voucher);
  CHECK(paid->voucher->paid == Money(15800));
  CHECK(fixture.memberNow(test::kGold).cashable == Points(742));
  CHECK(fixture.memberNow(test::kGold).noncash == Points(120));
  request.points = Points(500);
  CHECK(reasonOf(fixture.act(request, "2001")) == "no_right");  // from 500.00 a manager
  CHECK(reasonOf(fixture.act(request, "2001", "9001")) == "done");
  int events = 0;
  REQUIRE(
      store::forEachEvent(fixture.store(), {}, [&](const journal::Event& event, const std::string&) -> base::Status {
        if (const auto* cashed = std::get_if<journal::PointsCashed>(&event.payload)) {
          ++events;
          CHECK(cashed->shift > 0);
          CHECK(cashed->paid == Money(cashed->points.value() * 100));
        }
        return {};
      }));
  CHECK(events == 2);
  auto ordinary = fixture.on(test::kRegular, MemberAct::CashOut, Points(1));
  CHECK(reasonOf(fixture.act(ordinary)) == "TIER_NOT_ALLOWED");
  fixture.desk().setOffline(true);
  CHECK(reasonOf(fixture.act(request, "9001")) == "NEEDS_ONLINE");
  CHECK(fixture.problems().empty());
}

TEST_CASE("the catalogue counts by month, and a cancelled exchange gives all of it back (N9)") {
  MemberDeskFixture fixture(kCatalogue);
  const auto page = fixture.at().page(fixture.no(test::kGold));
  REQUIRE(page->catalogue.size() == 1);
  auto request = fixture.on(test::kGold, MemberAct::Exchange);
  request.gifts = {{"CUP", 3}};
  CHECK(reasonOf(fixture.act(request, "1001")) == "ITEM_LIMIT");
  request.gifts = {{"POT", 1}};
  CHECK(reasonOf(fixture.act(request, "1001")) == "ITEM_GROUP");
  request.gifts = {{"NONE", 1}};
  CHECK(reasonOf(fixture.act(request, "1001")) == "bad_input");
  request.gifts = {{"CUP", 1}};
  const auto done = fixture.act(request, "1001");
  REQUIRE(done);
  CHECK(done->balance == Points(90));
  CHECK(done->voucher->lines == std::vector<std::string>{"茶杯 × 1"});
  CHECK(reasonOf(fixture.act(request, "1001")) == "MONTH_LIMIT");
  auto back = fixture.on(test::kGold, MemberAct::CancelExchange);
  CHECK(reasonOf(fixture.act(back, "1001")) == "no_right");
  REQUIRE(fixture.act(back, "2001")->balance == Points(120));
  CHECK(reasonOf(fixture.act(back, "2001")) == "NO_EXCHANGE");
  Points by_end;
  const auto lots = *fixture.store().pointsLots(fixture.no(test::kGold));
  for (const auto& lot : lots) {
    CHECK(lot.expires == base::BusinessDate::of(2026, 12, 31));
    by_end += lot.points;
  }
  CHECK(by_end == Points(120));
  REQUIRE(fixture.act(request, "1001"));
  CHECK(fixture.problems().empty());
  fixture.reopen();
  CHECK(reasonOf(fixture.act(request, "1001")) == "MONTH_LIMIT");
  fixture.setTime("2025-04-01T09:00:00");
  CHECK(reasonOf(fixture.act(request, "1001")) == "done");
}

TEST_CASE("points beyond the limit of a number alone ask the member's PIN (I4)") {
  MemberDeskFixture fixture(kCatalogue);
  fixture.givePin(test::kGold);
  auto request = fixture.on(test::kGold, MemberAct::Exchange);
  request.gifts = {{"CUP", 2}};
  CHECK(reasonOf(fixture.act(request, "1001")) == "MEMBER_PIN_NEEDED");
  request.member_pin = "4711";
  CHECK(reasonOf(fixture.act(request, "1001")) == "done");
}

TEST_CASE("coupons for points in the last days of a quarter (N8)") {
  MemberDeskFixture fixture;
  auto request = fixture.on(test::kGold, MemberAct::Quarter, Points(100));
  CHECK(reasonOf(fixture.act(request, "1001")) == "CLOSED");
  fixture.setTime("2025-03-22T09:00:00");
  request.points = Points(150);
  CHECK(reasonOf(fixture.act(request, "1001")) == "BAD_AMOUNT");
  request.points = Points(200);
  CHECK(reasonOf(fixture.act(request, "1001")) == "POINTS_INSUFFICIENT");
  request.points = Points(100);
  const auto done = fixture.act(request, "1001");
  REQUIRE(done);
  CHECK(done->balance == Points(20));
  REQUIRE(done->voucher->coupons.size() == 1);
  const auto coupon = *fixture.store().couponBySerial(done->voucher->coupons[0]);
  REQUIRE(coupon);
  CHECK(coupon->terms.face == Money(1000));
  CHECK(coupon->expires == base::BusinessDate::of(2025, 6, 20));
  CHECK(fixture.problems().empty());
}

TEST_CASE("a guest's receipt gives its points once, to the member, by the rules of its day") {
  MemberDeskFixture fixture;
  const auto sold = fixture.sell({goods("S1", 6000)});
  REQUIRE(sold);
  const auto receipt = fixture.desk().receipt(sold->receipt_no);
  REQUIRE(receipt);
  REQUIRE(receipt->claim_code.size() == 19);
  CHECK(receipt->claim_until == base::BusinessDate::of(2025, 3, 19));
  const auto own = fixture.sell({goods("S1")}, test::kRegular);
  CHECK(fixture.desk().receipt(own->receipt_no)->claim_code.empty());

  auto request = fixture.on(test::kGold, MemberAct::Claim);
  request.code = receipt->claim_code;
  request.code[5] = request.code[5] == '9' ? '0' : '9';
  CHECK(reasonOf(fixture.act(request, "1001")) == "CLAIM_CODE");
  request.code = fixture.store().claimCode(own->receipt_no);
  CHECK(reasonOf(fixture.act(request, "1001")) == "CLAIM_MEMBER_SALE");
  request.code = receipt->claim_code;
  const Points lifetime = fixture.memberNow(test::kGold).lifetime;
  const auto done = fixture.act(request, "1001");
  REQUIRE(done);
  CHECK(done->points == Points(18));  // 600.00 at 3 a 100.00
  CHECK(fixture.memberNow(test::kGold).lifetime == lifetime + Points(18));
  CHECK(reasonOf(fixture.act(request, "1001")) == "CLAIM_DONE");
  request.member_no = fixture.no(test::kBlack).text();
  CHECK(reasonOf(fixture.act(request, "1001")) == "CLAIM_DONE");
  CHECK(fixture.problems().empty());

  // Half of the goods come back, then the rest.
  REQUIRE(fixture.giveBack(sold->receipt_no, {{0, Quantity(3000)}}));
  CHECK(fixture.memberNow(test::kGold).points() == Points(120 + 9));
  CHECK(fixture.memberNow(test::kGold).lifetime == lifetime + Points(9));
  REQUIRE(fixture.giveBack(sold->receipt_no, {{0, Quantity(3000)}}));
  CHECK(fixture.memberNow(test::kGold).points() == Points(120));
  CHECK(fixture.memberNow(test::kGold).lifetime == lifetime);
  CHECK(fixture.problems().empty());
}

TEST_CASE("a receipt is claimed within its days, and not after goods came back") {
  MemberDeskFixture fixture;
  const auto sold = fixture.sell({goods("S1", 6000)});
  const auto other = fixture.sell({goods("S1", 6000)});
  auto request = fixture.on(test::kGold, MemberAct::Claim);
  REQUIRE(fixture.giveBack(other->receipt_no, {{0, Quantity(1000)}}));
  request.code = fixture.store().claimCode(other->receipt_no);
  CHECK(reasonOf(fixture.act(request, "1001")) == "CLAIM_RETURNED");
  request.code = fixture.store().claimCode(sold->receipt_no);
  fixture.setTime("2025-03-20T09:00:00");
  CHECK(reasonOf(fixture.act(request, "1001")) == "CLAIM_TOO_LATE");
  fixture.setTime("2025-03-19T09:00:00");
  CHECK(reasonOf(fixture.act(request, "1001")) == "done");
}

TEST_CASE("S003-11, I7: points for an activity are a manager's, with words for what, and lift to no tier") {
  MemberDeskFixture fixture;
  auto request = fixture.on(test::kRegular, MemberAct::Grant, Points(30));
  CHECK(reasonOf(fixture.act(request)) == "BAD_REASON");
  request.text = "植树活动";
  CHECK(reasonOf(fixture.act(request, "1001")) == "no_right");
  CHECK(reasonOf(fixture.act(request, "2001")) == "no_right");
  request.points = Points(0);
  CHECK(reasonOf(fixture.act(request)) == "out_of_range");
  request.points = Points(100'001);
  CHECK(reasonOf(fixture.act(request)) == "out_of_range");
  request.points = Points(30);
  const auto done = fixture.act(request, "1001", "9001");
  REQUIRE(done);
  CHECK(done->balance == Points(30));
  const auto member = fixture.memberNow(test::kRegular);
  CHECK(member.noncash == Points(30));
  CHECK(member.lifetime == Points{});
  CHECK(member.tier == "ORD");
  CHECK(fixture.store().pointsLots(member.no)->front().expires == base::BusinessDate::of(2026, 12, 31));
  int events = 0;
  REQUIRE(
      store::forEachEvent(fixture.store(), {}, [&](const journal::Event& event, const std::string&) -> base::Status {
        if (const auto* granted = std::get_if<journal::PointsGranted>(&event.payload)) {
          ++events;
          CHECK(*granted == journal::PointsGranted{member.no.value(), Points(30), base::BusinessDate::of(2026, 12, 31),
                                                   "ACTIVITY", "1001", "植树活动", "9001"});
        }
        return {};
      }));
  CHECK(events == 1);
  CHECK(fixture.problems().empty());
}
