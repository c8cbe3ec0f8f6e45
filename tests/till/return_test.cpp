#include "tests/support/catch.hpp"
#include "tests/support/desk_fixture.hpp"

using namespace kahui;
using base::ErrorCode;
using base::Money;
using base::Points;
using base::Quantity;
using test::goods;

TEST_CASE("return: money, spent points and earned points go back, lot by lot, and the sum is nothing") {
  test::DeskFixture fixture;
  till::SellRequest max;
  max.points_max = true;
  const auto sold = fixture.sell({goods("S1", 6000)}, test::kGold, max);
  REQUIRE(sold);
  // P8: 20 % of 540.00 in points of 1.00; N1 on the 432.00 that is left.
  CHECK(sold->result.points_used == Points(108));
  CHECK(sold->result.total == Money(43200));
  CHECK(sold->result.points_earned == Points(12));
  CHECK(fixture.memberNow(test::kGold).noncash == Points(120 - 108 + 12));

  const auto part = fixture.giveBack(sold->receipt_no, {{0, Quantity(2000)}});
  REQUIRE(part);
  CHECK(part->document.refund == Money(14400));
  CHECK(part->document.member->earned_reversed == Points(12 - 6));  // 288.00 left
  CHECK(part->document.member->restored.front().points == Points(36));
  CHECK(part->document.member->restored.front().expires == base::BusinessDate::of(2026, 12, 31));
  CHECK(fixture.problems().empty());
  const auto rest = fixture.giveBack(sold->receipt_no, {{0, Quantity(4000)}});
  REQUIRE(rest);
  CHECK(part->document.refund + rest->document.refund == sold->result.total);
  CHECK(fixture.memberNow(test::kGold).noncash == Points(120));
  CHECK(fixture.memberNow(test::kGold).lifetime == Points(320));
  CHECK(fixture.problems().empty());

  CHECK(fixture.giveBack(sold->receipt_no, {{0, Quantity(1)}}).error() ==
        base::Error{ErrorCode::RuleRejected, "RETURN_EXCEEDS_SOLD"});
  CHECK(fixture.giveBack(rest->receipt_no, {{0, Quantity(1)}}).error().code == ErrorCode::WrongState);
  CHECK(fixture.giveBack("0001-03-1-000099", {{0, Quantity(1)}}).error().code == ErrorCode::UnknownReceipt);
  CHECK(fixture.giveBack(sold->receipt_no, {{7, Quantity(1)}}).error().code == ErrorCode::OutOfRange);
  CHECK(fixture.giveBack(sold->receipt_no, {}).error().code == ErrorCode::EmptyBasket);
}

TEST_CASE("return: points that are spent already become a debt, which the next points fill first") {
  test::DeskFixture fixture(R"({"points": {"default_pay_pct": 100}})");
  const auto sold = fixture.sell({goods("S1", 40000)}, test::kRegular);
  REQUIRE(sold);
  const Points earned = sold->result.points_earned;
  REQUIRE(earned == Points(40));
  till::SellRequest max;
  max.points_max = true;
  REQUIRE(fixture.sell({goods("S1", 2000)}, test::kRegular, max)->result.points_used == earned);
  const auto member = fixture.memberNow(test::kRegular);
  const auto back = fixture.giveBack(sold->receipt_no, {{0, Quantity(40000)}});
  REQUIRE(back);
  CHECK(fixture.memberNow(test::kRegular).noncash == member.noncash - earned);
  CHECK(fixture.memberNow(test::kRegular).noncash < Points{});
  CHECK(fixture.problems().empty());

  REQUIRE(fixture.sell({goods("S1", 60000)}, test::kRegular));
  const auto lots = fixture.store().pointsLots(fixture.no(test::kRegular));
  Points open;
  for (const auto& lot : *lots) open += lot.points;
  CHECK(open == std::max(Points{}, fixture.memberNow(test::kRegular).noncash));
  CHECK(fixture.problems().empty());
}

TEST_CASE("return: a tier that the bill gave falls back, one that a later bill gave stays") {
  test::DeskFixture fixture;
  const auto first = fixture.sell({goods("S1", 10000)}, test::kRegular);
  REQUIRE(first);
  CHECK(fixture.memberNow(test::kRegular).tier == "SLV");
  REQUIRE(fixture.giveBack(first->receipt_no, {{0, Quantity(10000)}}));
  CHECK(fixture.memberNow(test::kRegular).tier == "ORD");

  const auto second = fixture.sell({goods("S1", 10000)}, test::kRegular);
  REQUIRE(fixture.sell({goods("S1", 30000)}, test::kRegular));
  CHECK(fixture.memberNow(test::kRegular).tier == "GLD");
  REQUIRE(fixture.giveBack(second->receipt_no, {{0, Quantity(10000)}}));
  CHECK(fixture.memberNow(test::kRegular).tier == "GLD");
  CHECK(fixture.problems().empty());
}

TEST_CASE("return: the pack of the sale settles it, whatever applies today") {
  test::DeskFixture fixture;
  const auto sold = fixture.sell({goods("S1", 3000)}, test::kGold);
  REQUIRE(sold);
  auto pack = fixture.store().rulePack()->json;
  pack.replace(pack.find("\"2025.1\""), 8, "\"2025.2\"");
  const auto unit = pack.find("\"unit_fen\":10000");
  REQUIRE(unit != std::string::npos);
  pack.replace(unit, 16, "\"unit_fen\":1000");
  const auto now = base::WallTime{1741745700000, 480};
  REQUIRE(
      fixture.store().applyRulePack({pack, "2025.2", "2025-03-01T00:00:00"}, now, base::BusinessDate::of(2025, 3, 12)));
  CHECK(fixture.store()
            .applyRulePack({pack, "2025.2", "2025-03-01T00:00:00"}, now, base::BusinessDate::of(2025, 3, 12))
            .error()
            .code == ErrorCode::StoreExists);
  fixture.reopen();
  CHECK(fixture.desk().rules().version == "2025.2");
  const auto back = fixture.giveBack(sold->receipt_no, {{0, Quantity(3000)}});
  REQUIRE(back);
  CHECK(back->document.member->earned_reversed == sold->result.points_earned);
  CHECK(fixture.problems().empty());
  const auto past = fixture.desk().pastSale(sold->receipt_no);
  REQUIRE(past);
  CHECK(past->rules->version == "2025.1");
  CHECK_FALSE(past->record.sold.trials.empty());
}

TEST_CASE("return: the same ref gives the first answer, another content is refused") {
  test::DeskFixture fixture;
  const auto sold = fixture.sell({goods("S1", 3000)});
  till::ReturnRequest request{"back-1", "1001", "2001", sold->receipt_no, {{0, Quantity(1000)}}};
  const auto first = fixture.desk().giveBack(request);
  REQUIRE(first);
  CHECK(first->document.approver == "2001");
  const auto again = fixture.desk().giveBack(request);
  REQUIRE(again);
  CHECK(again->repeated);
  CHECK(again->receipt_no == first->receipt_no);
  request.lines[0].quantity = Quantity(2000);
  CHECK(fixture.desk().giveBack(request).error().code == ErrorCode::RefConflict);
  request.ref.clear();
  request.approver = "1001";
  CHECK(fixture.desk().giveBack(request).error().code == ErrorCode::NoRight);
}
