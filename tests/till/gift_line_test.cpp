// Goods of the points catalogue as lines of a bill (S003-94), catalogue prices of a period (S003-23), entries of draws
// (S000-08), and what a return says it gives back.
#include "core/store/import.hpp"
#include "core/till/task_desk.hpp"
#include "tests/till/member_desk_fixture.hpp"
#include "tests/till/tender_fixture.hpp"

using namespace kahui;
using base::Money;
using base::Points;
using base::Quantity;
using test::goods;
using test::kGold;
using test::kRegular;
using test::MemberDeskFixture;
using test::reasonOf;
using till::MemberAct;
using What = till::ReturnAlso::What;

namespace {

// kGold has 120 points; S3 costs 70.00 without a member discount.
const char* const kRules = R"({"catalogue": [
  {"code": "R-CUP", "name": "保温杯", "group": "GLD", "points": 50, "sku": "CUP", "price_fen": 990},
  {"code": "TEA", "name": "茶叶", "group": "GLD", "points": 100,
   "periods": [{"from": "2025-03-10T00:00:00", "to": "2025-03-17T00:00:00", "points": 80}]},
  {"code": "LUCKY", "name": "抽奖", "group": "GLD", "points": 10, "draw": "spring"}]})";
const char* const kPlan = R"({"schema": 1, "benefits": [{"code": "spring", "name": {"zh": "抽奖", "en": "Draw"},
  "unit": {"zh": "次", "en": "entry"}, "entries": {"GLD": 2, "BLK": 3}, "prize_fen": 100000}]})";

till::SellLine gift(std::int64_t pieces = 1) {
  till::SellLine line;
  line.gift = "R-CUP";
  line.quantity = Quantity(pieces * 1000);
  return line;
}

struct GiftFixture : MemberDeskFixture {
  explicit GiftFixture(const char* over = kRules) : MemberDeskFixture(over) {
    const auto report = store::importProducts(store(),
                                              "sku,barcode,name,category,price_fen,flags\n"
                                              "CUP,6901234567892,保温杯,HOME,5990,\n"
                                              "RICE,,大米,FOOD,9010,no_member_discount\n",
                                              false);
    REQUIRE(report);
    REQUIRE(report->bad.empty());
  }
  till::MemberDesk now() { return {store(), desk(), random, desk().timeNow()}; }
  till::MemberAnswer exchange(const char* code, int quantity = 1, int member = kGold) {
    auto request = on(member, MemberAct::Exchange);
    request.gifts = {{code, quantity}};
    return now().act(request, signer("1001"));
  }
  [[nodiscard]] Points points(int member = kGold) { return memberNow(member).points(); }
  [[nodiscard]] till::SaleDesk::AlsoBack also(const std::string& receipt, std::vector<sale::ReturnLine> lines) {
    const auto settlement = desk().settle(receipt, lines);
    REQUIRE(settlement);
    return *desk().alsoBack(*settlement);
  }
};

const till::ReturnAlso* row(const till::SaleDesk::AlsoBack& back, What what) {
  const auto found =
      std::find_if(back.rows.begin(), back.rows.end(), [&](const auto& one) { return one.what == what; });
  return found == back.rows.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("50 points and 9.90 are booked in one line, and a return gives both back (S003-94)") {
  GiftFixture fixture;
  const auto sold = fixture.sell({gift(), goods("RICE")}, kGold);
  REQUIRE(sold);
  CHECK(sold->result.total == Money(990 + 9010));
  CHECK(sold->result.lines[0].final == Money(990));
  CHECK(sold->result.lines[0].gift_points == Points(50));
  CHECK(sold->result.points_used == Points(50));
  // The money part counts in N2 as a line of A5 does: 90.10 alone would not reach the 100.00 of N1.
  const auto rice = fixture.sell({goods("RICE")}, kGold);
  REQUIRE(rice);
  CHECK(rice->result.points_earned == Points{});
  CHECK(sold->result.points_earned > Points{});
  CHECK(fixture.points() == Points(120 - 50) + sold->result.points_earned);
  const auto stored = *fixture.store().saleByReceipt(sold->receipt_no);
  const auto& line = std::get<journal::SaleCompleted>(stored->event.payload).lines[0];
  CHECK(line.sku == "CUP");
  CHECK(line.terms.gift == "R-CUP");
  CHECK(line.terms.gift_points == Points(50));
  CHECK(line.final == Money(990));
  const auto receipt = *fixture.desk().receipt(sold->receipt_no);
  CHECK(renderText(receipt, sale::ReceiptLanguage::Chinese, 48).find("50 积分 + 9.90") != std::string::npos);
  CHECK(renderText(receipt, sale::ReceiptLanguage::English, 48).find("50 points + 9.90") != std::string::npos);
  CHECK(receipt.savings.gifts == Money(5000));
  CHECK(receipt.savings.price == Money{});
  CHECK(fixture.problems().empty());

  const auto back = fixture.giveBack(sold->receipt_no, {{0, Quantity(1000)}});
  REQUIRE(back);
  CHECK(back->document.refund == Money(990));
  REQUIRE(back->document.member);
  REQUIRE(back->document.member->restored.size() == 1);
  CHECK(back->document.member->restored.front().points == Points(50));
  CHECK(fixture.points() == Points(120));
  CHECK(fixture.problems().empty());
}

TEST_CASE("two pieces double points and money, and each comes back alone (S003-94)") {
  GiftFixture fixture;
  const auto sold = fixture.sell({gift(2)}, kGold);
  REQUIRE(sold);
  CHECK(sold->result.total == Money(1980));
  CHECK(sold->result.points_used == Points(100));
  for (int piece = 1; piece <= 2; ++piece) {
    const auto also = fixture.also(sold->receipt_no, {{0, Quantity(1000)}});
    REQUIRE(row(also, What::GiftPoints) != nullptr);
    CHECK(row(also, What::GiftPoints)->points == Points(50));
    CHECK(row(also, What::SharePoints) == nullptr);
    const auto back = fixture.giveBack(sold->receipt_no, {{0, Quantity(1000)}});
    REQUIRE(back);
    CHECK(back->document.refund == Money(990));
    CHECK(fixture.points() == Points(20 + piece * 50));
  }
  CHECK(fixture.problems().empty());
}

TEST_CASE("a line of the catalogue leaves the points that pay what is left, and no discount touches it (S003-94)") {
  GiftFixture fixture;
  till::SellRequest rest;
  rest.points_max = true;
  rest.bill_discount.minus = Money(1000);
  rest.operator_code = "9001";
  const auto sold = fixture.sell({gift(), goods("RICE")}, kGold, rest);
  REQUIRE(sold);
  REQUIRE(reasonOf(sold) == "done");
  CHECK(sold->result.lines[0].final == Money(990));  // neither the bill's discount nor points that pay
  CHECK(sold->result.lines[1].bill == Money(1000));
  const Points paying(sold->result.lines[1].points.value() / 100);
  CHECK(paying > Points{});
  CHECK(sold->result.points_used == paying + Points(50));
  const auto also = fixture.also(sold->receipt_no, {{0, Quantity(1000)}, {1, Quantity(1000)}});
  REQUIRE(row(also, What::GiftPoints) != nullptr);
  CHECK(row(also, What::GiftPoints)->points == Points(50));
  REQUIRE(row(also, What::SharePoints) != nullptr);
  CHECK(row(also, What::SharePoints)->points == paying);
  REQUIRE(fixture.giveBack(sold->receipt_no, {{1, Quantity(1000)}}));
  CHECK(fixture.points() == Points(70));
  REQUIRE(fixture.giveBack(sold->receipt_no, {{0, Quantity(1000)}}));
  CHECK(fixture.points() == Points(120));
  CHECK(fixture.problems().empty());
}

TEST_CASE("who may not have it is told why (S003-94)") {
  GiftFixture fixture;
  CHECK(reasonOf(fixture.sell({gift()})) == "GIFT_NEEDS_MEMBER");
  CHECK(reasonOf(fixture.sell({gift()}, kRegular)) == "POINTS_INSUFFICIENT");
  CHECK(reasonOf(fixture.sell({gift(3)}, kGold)) == "POINTS_INSUFFICIENT");
  till::SellLine unknown;
  unknown.gift = "TEA";  // handed out at the desk, no line of a bill
  CHECK(reasonOf(fixture.sell({unknown}, kGold)) == "unknown_product");
  fixture.givePin(kGold);
  CHECK(reasonOf(fixture.sell({gift(2)}, kGold)) == "MEMBER_PIN_NEEDED");  // I4: beyond 50 points
  till::SellRequest proven;
  proven.member_pin = "4711";
  CHECK(reasonOf(fixture.sell({gift(2)}, kGold, proven)) == "done");
  CHECK(fixture.points() == Points(20));
  CHECK(fixture.problems().empty());
}

TEST_CASE("without the line a catalogue line is bounded as points that pay are (O2, S003-94)") {
  GiftFixture fixture;
  fixture.desk().setOffline(true);
  CHECK(reasonOf(fixture.sell({gift(2)}, kGold)) == "GRADE_OFFLINE_LIMIT");
  CHECK(reasonOf(fixture.sell({gift()}, kGold)) == "done");
  CHECK(fixture.points() == Points(70));
  CHECK(fixture.problems().empty());
}

TEST_CASE("a catalogue line counts in the month's exchanges, and what came back counts no more (N9)") {
  GiftFixture fixture;  // gold: one exchange a month, of two pieces at most
  CHECK(reasonOf(fixture.exchange("R-CUP")) == "GIFT_ON_BILL");
  const auto sold = fixture.sell({gift()}, kGold);
  REQUIRE(sold);
  CHECK(reasonOf(fixture.sell({gift()}, kGold)) == "MONTH_LIMIT");
  CHECK(reasonOf(fixture.exchange("LUCKY")) == "MONTH_LIMIT");
  REQUIRE(fixture.giveBack(sold->receipt_no, {{0, Quantity(1000)}}));
  CHECK(reasonOf(fixture.sell({gift()}, kGold)) == "done");
  CHECK(fixture.problems().empty());
}

TEST_CASE("an item of 100 points costs 80 in the week, its first second in and the end out (S003-23)") {
  GiftFixture fixture;
  const auto priced = [&](const char* at) {
    fixture.setTime(at);
    const auto page = fixture.now().page(fixture.no(kGold));
    REQUIRE(page);
    const auto tea =
        std::find_if(page->catalogue.begin(), page->catalogue.end(), [](const auto& one) { return one.code == "TEA"; });
    REQUIRE(tea != page->catalogue.end());
    CHECK(tea->normally == (tea->points == Points(100) ? std::nullopt : std::optional(Points(100))));
    return tea->points;
  };
  CHECK(priced("2025-03-09T23:59:59") == Points(100));
  CHECK(priced("2025-03-10T00:00:00") == Points(80));
  CHECK(priced("2025-03-16T23:59:59") == Points(80));
  const auto done = fixture.exchange("TEA");
  REQUIRE(done);
  CHECK(done->points == Points(80));
  CHECK(fixture.points() == Points(40));
  CHECK(priced("2025-03-17T00:00:00") == Points(100));
  CHECK(fixture.problems().empty());
}

TEST_CASE("a draw entry of 10 points posts -10, as often as the tier may (S000-08, S003-27)") {
  GiftFixture fixture(R"({"catalogue": [
    {"code": "LUCKY", "name": "抽奖", "group": "GLD", "points": 10, "draw": "spring"}]})");
  till::TaskRequest plan;
  plan.act = till::TaskAct::SetPlan;
  plan.json = kPlan;
  REQUIRE(till::TaskDesk(fixture.store(), fixture.desk(), fixture.random, fixture.desk().timeNow())
              .act(plan, fixture.signer("9001")));
  const auto page = *fixture.now().page(fixture.no(kGold));
  REQUIRE(page.catalogue.size() == 1);
  CHECK(page.catalogue.front().draw == "spring");
  CHECK(page.catalogue.front().entries_left == 2);
  const auto first = fixture.exchange("LUCKY");
  REQUIRE(first);
  CHECK(fixture.points() == Points(110));
  CHECK(fixture.now().page(fixture.no(kGold))->moves.front().points == Points(-10));
  CHECK(fixture.store().benefitUsers("spring", "2025")->size() == 1);
  CHECK(fixture.now().page(fixture.no(kGold))->catalogue.front().entries_left == 1);
  fixture.setTime("2025-04-02T10:00:00");  // N9: another month
  CHECK(reasonOf(fixture.exchange("LUCKY", 2)) == "BENEFIT_LIMIT");
  CHECK(fixture.points() == Points(110));  // neither points nor entry
  REQUIRE(fixture.exchange("LUCKY"));
  fixture.setTime("2025-05-02T10:00:00");
  CHECK(reasonOf(fixture.exchange("LUCKY")) == "BENEFIT_LIMIT");
  CHECK(fixture.points() == Points(100));
  // What is taken back of this month gives points and entry back.
  fixture.setTime("2025-04-30T10:00:00");
  auto cancel = fixture.on(kGold, MemberAct::CancelExchange);
  REQUIRE(fixture.now().act(cancel, fixture.signer("9001")));
  CHECK(fixture.points() == Points(110));
  CHECK(fixture.now().page(fixture.no(kGold))->catalogue.front().entries_left == 1);
  CHECK(fixture.problems().empty());
}

TEST_CASE("the sheet of a return names the gift of who was brought, and the amount that is booked (S000-17)") {
  GiftFixture fixture(R"({"referral": {"gift": {"points": 20}}})");
  auto request = test::joining();
  request.referrer = fixture.no(kRegular).text();
  const auto joined = fixture.join(request);
  REQUIRE(joined);
  till::SellRequest rest;
  rest.card = till::SellCard{till::SellCard::Kind::Phone, test::kFreshPhone};
  const auto sold = fixture.sell({goods("S1", 10'000)}, {}, rest);  // to silver: 158 points for the referrer
  REQUIRE(sold);
  const auto also = fixture.also(sold->receipt_no, {{0, Quantity(10'000)}});
  REQUIRE(row(also, What::RefereeGift) != nullptr);
  CHECK(row(also, What::RefereeGift)->points == Points(20));
  REQUIRE(row(also, What::Referral) != nullptr);
  CHECK(row(also, What::Referral)->points == Points(158));
  CHECK(row(also, What::Referral)->text == fixture.no(kRegular).masked());
  REQUIRE(fixture.giveBack(sold->receipt_no, {{0, Quantity(10'000)}}));
  CHECK(fixture.memberNow(kRegular).cashable == Points{});
  const auto after = **fixture.store().memberByNo(joined->member_no);
  CHECK(also.balance_after == after.points());
  // Half of it keeps the gift.
  CHECK(fixture.problems().empty());
}

TEST_CASE("in a chain the sheet of a return says that headquarters takes back rewards for friends and rebates") {
  GiftFixture fixture(R"({"rebates": [{"id": "SPRING", "from": "2025-03-01", "to": "2025-04-01",
      "levels": [{"at_fen": 9000, "points": 50}]}]})");
  const auto sold = fixture.sell({goods("RICE")}, kGold);
  REQUIRE(sold);
  const std::vector<sale::ReturnLine> lines{{0, Quantity(1000)}};
  CHECK(row(fixture.also(sold->receipt_no, lines), What::ChainRewards) == nullptr);
  REQUIRE(fixture.store().adopt(fixture.store().info(), 9'000'000));
  const auto also = fixture.also(sold->receipt_no, lines);
  CHECK(row(also, What::ChainRewards) != nullptr);
  CHECK(row(also, What::Rebate) == nullptr);
}

TEST_CASE("the sheet of a return names goods that were given and a rebate that falls (A4, S001-59)") {
  GiftFixture fixture(R"({"rebates": [{"id": "SPRING", "from": "2025-03-01", "to": "2025-04-01",
      "levels": [{"at_fen": 9000, "points": 50}]}],
    "promotions": [{"id": "FREE", "kind": "GIFT", "threshold_fen": 9000, "sku": "CUP", "qty_milli": 1000}]})");
  till::SellLine cup = goods("CUP");
  cup.offer = "FREE";
  const auto sold = fixture.sell({goods("RICE"), cup}, kGold);
  REQUIRE(sold);
  const Points before = fixture.points();
  const auto also = fixture.also(sold->receipt_no, {{0, Quantity(1000)}, {1, Quantity(1000)}});
  REQUIRE(row(also, What::Gift) != nullptr);
  CHECK(row(also, What::Gift)->text == "保温杯");
  REQUIRE(row(also, What::Rebate) != nullptr);
  CHECK(row(also, What::Rebate)->points == Points(50));
  CHECK(row(fixture.also(sold->receipt_no, {{1, Quantity(1000)}}), What::Rebate) == nullptr);
  REQUIRE(fixture.giveBack(sold->receipt_no, {{0, Quantity(1000)}, {1, Quantity(1000)}}));
  CHECK(fixture.points() == *also.balance_after);
  CHECK(fixture.points() <= before - Points(50));
  CHECK(fixture.problems().empty());
}

namespace {

const char* const kGiven = R"({"refund": {"gift": "CHARGE"},
  "promotions": [{"id": "FREE", "kind": "GIFT", "threshold_fen": 9000, "sku": "CUP", "qty_milli": 1000}]})";

}  // namespace

TEST_CASE("S000-39: the sheet says which gift is to be brought back and what is held back, and the journal keeps it") {
  GiftFixture fixture(kGiven);
  till::SellLine cup = goods("CUP");
  cup.offer = "FREE";
  const auto sold = fixture.sell({goods("RICE"), cup});
  REQUIRE(sold);
  const auto also = fixture.also(sold->receipt_no, {{0, Quantity(1000)}});
  REQUIRE(row(also, What::GiftKept) != nullptr);
  CHECK(row(also, What::GiftKept)->text == "保温杯");
  CHECK(row(also, What::GiftKept)->quantity == base::kOnePiece);
  CHECK(row(also, What::GiftKept)->money == Money(5990));
  CHECK(row(fixture.also(sold->receipt_no, {{0, Quantity(1000)}, {1, Quantity(1000)}}), What::GiftKept) == nullptr);

  const auto goods_back = fixture.giveBack(sold->receipt_no, {{0, Quantity(1000)}});
  REQUIRE(goods_back);
  CHECK(goods_back->document.value == Money(9010));
  CHECK(goods_back->document.refund == Money(9010 - 5990));
  REQUIRE(goods_back->document.kept_gifts.size() == 1);
  CHECK(goods_back->document.kept_gifts[0].held == Money(5990));
  fixture.reopen();  // read from the journal again
  const auto paper = [&](const std::string& receipt, sale::ReceiptLanguage language) {
    return sale::renderText(*fixture.desk().receipt(receipt), language, 48);
  };
  CHECK(paper(goods_back->receipt_no, sale::ReceiptLanguage::Chinese).find("赠品待退回：保温杯 × 1") !=
        std::string::npos);
  CHECK(paper(goods_back->receipt_no, sale::ReceiptLanguage::English).find("-59.90") != std::string::npos);

  const auto came = fixture.also(sold->receipt_no, {{1, Quantity(1000)}});
  REQUIRE(row(came, What::GiftPaid) != nullptr);
  CHECK(row(came, What::GiftPaid)->money == Money(5990));
  const auto gift_back = fixture.giveBack(sold->receipt_no, {{1, Quantity(1000)}});
  REQUIRE(gift_back);
  CHECK(gift_back->document.refund == Money(5990));
  CHECK(goods_back->document.refund + gift_back->document.refund == sold->result.total);
  CHECK(fixture.problems().empty());
}

TEST_CASE("S000-39: a bill whose rules are silent pays the goods in full and only says that the gift is missing") {
  GiftFixture fixture(
      R"({"promotions": [{"id": "FREE", "kind": "GIFT", "threshold_fen": 9000, "sku": "CUP", "qty_milli": 1000}]})");
  till::SellLine cup = goods("CUP");
  cup.offer = "FREE";
  const auto sold = fixture.sell({goods("RICE"), cup}, kGold);
  REQUIRE(sold);
  const auto also = fixture.also(sold->receipt_no, {{0, Quantity(1000)}});
  REQUIRE(row(also, What::GiftKept) != nullptr);
  CHECK(row(also, What::GiftKept)->money == Money());
  const auto back = fixture.giveBack(sold->receipt_no, {{0, Quantity(1000)}});
  REQUIRE(back);
  CHECK(back->document.refund == sold->result.total);
  CHECK(fixture.problems().empty());
}

TEST_CASE("S000-39: by the receipt the gift is named with the goods, and one command takes it along") {
  test::TenderFixture till(std::make_shared<sim::SimPayments>(), R"({"refund": {"gift": "CHARGE"},
    "promotions": [{"id": "FREE", "kind": "GIFT", "threshold_fen": 10000, "sku": "S3", "qty_milli": 1000}]})");
  till.signIn();
  till.after(till::Enter{"S1"});
  REQUIRE(till.after(till::TakeOffer{"FREE"})->lines.size() == 2);
  till.after(till::BeginTender{});
  auto now = till.after(till::PayCash{Money(10000)});
  REQUIRE(now->receipt);
  const std::string receipt = now->receipt->receipt_no;
  till.after(till::NextSale{});
  till.after(till::BeginReturn{receipt});
  now = till.after(till::SetReturnQuantity{0, base::kOnePiece});
  REQUIRE(now->returning);
  CHECK(now->returning->refund == Money(3000));
  REQUIRE(now->returning->also.size() == 1);
  CHECK(now->returning->also[0].what == What::GiftKept);
  now = till.after(till::TakeGiftsBack{});
  CHECK(now->returning->lines[1].quantity == base::kOnePiece);
  CHECK(now->returning->refund == Money(10000));
  REQUIRE(now->returning->also.size() == 1);
  CHECK(now->returning->also[0].what == What::Gift);
  CHECK(till.after(till::TakeGiftsBack{})->returning->lines[1].quantity == base::kOnePiece);
  now = till.after(till::ConfirmReturn{});
  REQUIRE(now->phase == till::Phase::Receipt);
  CHECK(now->receipt->total == Money(10000));
  CHECK(now->receipt->kept_gifts.empty());
  CHECK(till.problems().empty());
}
