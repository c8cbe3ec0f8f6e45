// D4: the figures of a shift, worked out by hand.
#include "core/report/shift.hpp"
#include "tests/support/catch.hpp"

using namespace kahui::report;
using kahui::base::Money;
using kahui::base::Points;

namespace {

const TenderFigures& tender(const ShiftFigures& figures, std::string_view type) {
  for (const auto& one : figures.tenders)
    if (one.type == type) return one;
  FAIL("no tender " << type);
  throw 0;
}

// Float 300.00; 123.40 in cash; 80.00 mixed 50.00 WeChat and 30.00 cash; 10.00 stored value; 15.00 given back in cash,
// 20.00 to WeChat; 60 points paid out as 60.00.
struct Day {
  std::vector<ShiftBill> bills{{Money(12340), {{"CASH", Money(12340)}}},
                               {Money(8000), {{"WECHAT", Money(5000)}, {"CASH", Money(3000)}}},
                               {Money(1000), {{"STORED", Money(1000)}}},
                               {Money(-3500), {{"CASH", Money(-1500)}, {"WECHAT", Money(-2000)}}}};
  std::vector<PointsPayOut> pay_outs{{Points(50), Money(5000)}, {Points(10), Money(1000)}};
  std::vector<DrawerOpening> openings{{""}, {"change"}, {""}, {"test"}, {"change"}};

  [[nodiscard]] ShiftFigures figures(std::optional<Money> counted) const {
    return shiftFigures({Money(30000), bills, pay_outs, openings}, counted);
  }
};

}  // namespace

TEST_CASE("shift: bills, refunds, tenders, pay-outs and openings") {
  const auto figures = Day().figures(std::nullopt);
  CHECK(figures.opening_float == Money(30000));
  CHECK(figures.bills == 3);
  CHECK(figures.net == Money(17840));
  CHECK(figures.refund_bills == 1);
  CHECK(figures.refunded == Money(3500));
  REQUIRE(figures.tenders.size() == 3);
  CHECK(tender(figures, "CASH").taken == Money(15340));
  CHECK(tender(figures, "CASH").given_back == Money(1500));
  CHECK(tender(figures, "CASH").times == 3);
  CHECK(tender(figures, "WECHAT").taken == Money(5000));
  CHECK(tender(figures, "WECHAT").given_back == Money(2000));
  CHECK(tender(figures, "STORED").taken == Money(1000));
  CHECK(figures.pay_outs == 2);
  CHECK(figures.points_paid_out == Points(60));
  CHECK(figures.paid_out == Money(6000));
  CHECK(figures.openings == 5);
  REQUIRE(figures.openings_for_reason.size() == 2);
  CHECK(figures.openings_for_reason[0].reason == "change");
  CHECK(figures.openings_for_reason[0].times == 2);
  CHECK(figures.openings_for_reason[1].times == 1);
}

TEST_CASE("shift: the tenders of all bills sum to the net") {
  const auto figures = Day().figures(std::nullopt);
  Money sum;
  for (const auto& one : figures.tenders) sum += one.taken - one.given_back;
  CHECK(sum == figures.net);
}

TEST_CASE("shift: cash is expected only against a count") {
  CHECK_FALSE(Day().figures(std::nullopt).cash);
  const auto even = Day().figures(Money(37840));  // 300.00 + 153.40 - 15.00 - 60.00
  REQUIRE(even.cash);
  CHECK(even.cash->expected == Money(37840));
  CHECK(even.cash->over_short == Money(0));
  CHECK(Day().figures(Money(37850)).cash->over_short == Money(10));
  CHECK(Day().figures(Money(0)).cash->over_short == Money(-37840));
}

TEST_CASE("shift: cash that was moved by hand is expected, and each kind is summed") {
  const std::vector<CashMove> moves{{CashMoveKind::In, Money(5000)},
                                    {CashMoveKind::Out, Money(1200)},
                                    {CashMoveKind::Drop, Money(20000)},
                                    {CashMoveKind::Drop, Money(10000)}};
  const std::vector<ShiftBill> bills{{Money(40000), {{"CASH", Money(40000)}}}};
  const auto figures = shiftFigures({Money(10000), bills, {}, {}, moves}, Money(23700));
  CHECK(figures.cash_in.amount == Money(5000));
  CHECK(figures.cash_out.amount == Money(1200));
  CHECK(figures.drops.times == 2);
  CHECK(figures.drops.amount == Money(30000));
  CHECK(figures.cash->expected == Money(23800));  // 100.00 + 400.00 + 50.00 - 12.00 - 300.00
  CHECK(figures.cash->over_short == Money(-100));
}

TEST_CASE("shift: a return that paid nothing back is a return") {
  const std::vector<ShiftBill> bills{{Money(0), {}, true}};
  const auto figures = shiftFigures({Money(), bills, {}, {}}, std::nullopt);
  CHECK(figures.bills == 0);
  CHECK(figures.refund_bills == 1);
}

TEST_CASE("shift: nothing happened") {
  const auto figures = shiftFigures({Money(20000), {}, {}, {}}, Money(20000));
  CHECK(figures.bills == 0);
  CHECK(figures.tenders.empty());
  CHECK(figures.cash->expected == Money(20000));
  CHECK(figures.cash->over_short == Money(0));
}

TEST_CASE("shift: more may be paid out than the drawer took, and a bill of nothing is a bill") {
  const std::vector<ShiftBill> bills{{Money(0), {}}};
  const std::vector<PointsPayOut> pay_outs{{Points(100), Money(10000)}};
  const auto figures = shiftFigures({Money(5000), bills, pay_outs, {}}, Money(0));
  CHECK(figures.bills == 1);
  CHECK(figures.cash->expected == Money(-5000));
  CHECK(figures.cash->over_short == Money(5000));
}

TEST_CASE("shift: what stored value brought and cost is in the drawer and the tenders, and no sale") {
  const std::vector<ShiftTender> stored{{"CASH", Money(50000)}, {"BANKCARD", Money(20000)}, {"CASH", Money(-12000)}};
  const std::vector<PointsPayOut> pay_outs{{Points(158), Money(15800)}};
  const auto figures = shiftFigures({Money(30000), {}, pay_outs, {}, {}, stored}, Money(52200));
  CHECK(figures.net == Money());
  CHECK(figures.bills == 0);
  CHECK(figures.topped_up == Money(70000));
  CHECK(figures.stored_paid_out == Money(12000));
  REQUIRE(figures.cash);
  CHECK(figures.cash->expected == Money(30000 + 50000 - 12000 - 15800));
  CHECK(figures.cash->over_short == Money());
}
