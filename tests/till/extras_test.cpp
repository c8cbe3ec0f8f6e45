// Goods for some members or some days only, deliveries, upgrades, paid membership, and what joining would give.
#include "core/store/import.hpp"
#include "tests/till/member_desk_fixture.hpp"
#include "tests/till/tender_fixture.hpp"

using namespace kahui;
using base::ErrorCode;
using base::Money;
using base::Points;
using base::Quantity;
using test::goods;
using test::MemberDeskFixture;
using test::reasonOf;

namespace {

const char* const kDelivery =
    R"({"delivery": {"fee_fen": 1000, "free_from_fen": 9900, "tiers": {"SLV": {"fee_fen": 0}}}})";
const char* const kMembership =
    R"({"membership": {"plans": [{"sku": "S3", "months": 12, "renewal_fen": 5000}], "grace_days": 7}})";

base::BusinessDate day(const char* iso) { return *base::BusinessDate::parse(iso); }

void put(MemberDeskFixture& fixture, const char* csv) {
  const auto report = store::importProducts(fixture.store(), csv, false);
  REQUIRE(report);
  REQUIRE(report->bad.empty());
}

// An open bill without a window.
struct Bill {
  MemberDeskFixture& fixture;
  till::Basket basket;
  std::vector<pricing::Tender> tenders{{"CASH", std::nullopt, std::nullopt}};

  explicit Bill(MemberDeskFixture& at) : fixture(at) {}
  void attach(int member) {
    auto found = fixture.desk().memberByCard(test::cardOf(member), ports::Trust::Claim);
    REQUIRE(found);
    REQUIRE(fixture.desk().loadBenefits(*found));
    basket.attach(*std::move(found));
  }
  void add(const char* sku, std::int64_t milli = 1000) {
    REQUIRE(basket.append(*fixture.desk().product(sku), Quantity(milli)));
  }
  [[nodiscard]] till::OpenBill open() const { return {basket.lines(), basket.member(), basket.wish()}; }
  [[nodiscard]] Money total() { return fixture.desk().price(open())->total; }
  base::Result<journal::Event> pay() {
    return fixture.desk().complete({basket.lines(), basket.member(), basket.wish(), tenders},
                                   *fixture.desk().staff("1001"));
  }
};

}  // namespace

TEST_CASE("birthday goods go to a member in the month of the birthday alone (S000-15)") {
  MemberDeskFixture fixture;  // kGold was born on 20 March, kBlack by the lunar calendar in March 2025
  put(fixture, "sku,name,category,price_fen,flags\nCAKE,蛋糕,FOOD,3000,birthday_only\n");
  CHECK(reasonOf(fixture.sell({goods("CAKE")})) == "BIRTHDAY_ONLY");
  CHECK(reasonOf(fixture.sell({goods("CAKE")}, test::kRegular)) == "BIRTHDAY_ONLY");  // no birthday is known
  CHECK(reasonOf(fixture.sell({goods("CAKE")}, test::kBlack)) == "done");
  CHECK(reasonOf(fixture.sell({goods("CAKE")}, test::kGold)) == "done");
  fixture.setTime("2025-03-31T23:00:00");
  CHECK(reasonOf(fixture.sell({goods("CAKE")}, test::kGold)) == "done");
  fixture.setTime("2025-04-01T00:00:01");
  CHECK(reasonOf(fixture.sell({goods("CAKE")}, test::kGold)) == "BIRTHDAY_ONLY");
  fixture.setTime("2026-03-01T08:00:00");
  CHECK(reasonOf(fixture.sell({goods("CAKE")}, test::kGold)) == "done");
  CHECK(fixture.problems().empty());
}

TEST_CASE("a new product is sold to members first, to guests from its day (S000-16, S003-63)") {
  MemberDeskFixture fixture;  // 12 March
  put(fixture,
      "sku,name,category,price_fen,members_from,guests_from\n"
      "NEW,新品,FOOD,3000,2025-03-12,2025-03-19\nLATER,新品,FOOD,3000,2025-03-13,2025-03-20\n");
  CHECK(reasonOf(fixture.sell({goods("NEW")})) == "MEMBERS_FIRST");
  CHECK(reasonOf(fixture.sell({goods("NEW")}, test::kRegular)) == "done");
  CHECK(reasonOf(fixture.sell({goods("LATER")}, test::kRegular)) == "NOT_ON_SALE_YET");
  // It holds for the bill when the card is taken off again, before any money is asked for.
  Bill bill(fixture);
  bill.attach(test::kRegular);
  bill.add("NEW");
  CHECK(fixture.desk().mayBuy(bill.open()));
  bill.basket.attach(std::nullopt);
  CHECK(reasonOf(fixture.desk().mayBuy(bill.open()).error()) == "MEMBERS_FIRST");
  CHECK(reasonOf(fixture.desk().mayComplete(bill.open(), *fixture.desk().staff("1001")).error()) == "MEMBERS_FIRST");
  fixture.setTime("2025-03-18T23:59:59");
  CHECK(reasonOf(fixture.sell({goods("NEW")})) == "MEMBERS_FIRST");
  fixture.setTime("2025-03-19T00:00:00");
  CHECK(reasonOf(fixture.sell({goods("NEW")})) == "done");
}

TEST_CASE("a row that puts guests before members is refused with its line") {
  MemberDeskFixture fixture;
  const auto report = store::importProducts(fixture.store(),
                                            "sku,name,category,price_fen,members_from,guests_from\n"
                                            "A,a,F,1,2025-03-12,2025-03-11\nB,b,F,1,12.3.2025,\n",
                                            false);
  REQUIRE(report);
  REQUIRE(report->bad.size() == 2);
  CHECK(report->bad[0].line == 2);
  CHECK(report->bad[0].reason.find("guests_from") != std::string::npos);
  CHECK(report->bad[1].reason.find("members_from") != std::string::npos);
}

TEST_CASE("a higher tier's goods go by a better delivery for the same fee (S003-55)") {
  MemberDeskFixture fixture(
      R"({"delivery": {"fee_fen": 1000, "class": {"zh": "普通快递", "en": "Standard"},
          "tiers": {"GLD": {"class": {"zh": "顺丰特快", "en": "SF Express"}}}}})");
  const auto sent = [&](std::optional<int> member) {
    Bill bill(fixture);
    if (member) bill.attach(*member);
    bill.add("S3");
    REQUIRE(bill.basket.deliver(fixture.desk().deliveryProduct(), "张三 人民路 1 号"));
    const auto* how = fixture.desk().deliveryClass(bill.open());
    REQUIRE(how != nullptr);
    const auto sold = bill.pay();
    REQUIRE(sold);
    const auto& line = std::get<journal::SaleCompleted>(sold->payload).lines.at(1);
    CHECK(line.final == Money(1000));  // the upgrade is free
    const auto receipt = fixture.desk().receiptOf(*sold);
    REQUIRE(receipt);
    CHECK(line.name == "送货费 · " + how->zh);  // on the receipt, and in the journal
    return receipt->delivery;                   // the note that goes with the goods
  };
  CHECK(sent({}) == "普通快递 · 张三 人民路 1 号");
  CHECK(sent(test::kRegular) == "普通快递 · 张三 人民路 1 号");
  CHECK(sent(test::kGold) == "顺丰特快 · 张三 人民路 1 号");
  CHECK(fixture.problems().empty());
}

TEST_CASE("the delivery fee follows tier and amount, and the address stands in no event (S002-23, S003-10)") {
  MemberDeskFixture fixture(kDelivery);
  put(fixture, "sku,name,category,price_fen\nX1,茶,FOOD,9899\nX2,茶,FOOD,9900\nX3,茶,FOOD,5000\n");
  std::vector<ports::Store::JoinError> errors;
  const std::vector silver{test::member(7, "SLV")};
  REQUIRE(fixture.store().joinMembers(silver, {0, 480}, day("2025-03-12"), errors));
  const auto costs = [&](const char* sku, std::optional<int> member) {
    Bill bill(fixture);
    if (member) bill.attach(*member);
    bill.add(sku);
    const Money without = bill.total();
    REQUIRE(bill.basket.deliver(fixture.desk().deliveryProduct(), "人民路 1 号"));
    return bill.total() - without;
  };
  CHECK(costs("X1", {}) == Money(1000));
  CHECK(costs("X2", {}) == Money{});
  CHECK(costs("X3", test::kRegular) == Money(1000));
  CHECK(costs("X3", 7) == Money{});
  CHECK(costs("X2", test::kGold) == Money(1000));  // 89.10 is paid for the goods

  Bill bill(fixture);
  bill.attach(test::kRegular);
  bill.add("X3", 2000);
  REQUIRE(bill.basket.deliver(fixture.desk().deliveryProduct(), "张三 人民路 1 号"));
  REQUIRE(bill.basket.voidLine(0));
  bill.add("X3");
  REQUIRE(bill.total() == Money(6000));
  const auto sold = bill.pay();
  REQUIRE(sold);
  const auto& document = std::get<journal::SaleCompleted>(sold->payload);
  REQUIRE(document.lines.size() == 2);
  CHECK(document.lines[0].sku == "DELIVERY");
  CHECK(document.lines[0].unit_price == Money(1000));
  CHECK(document.member->earned == Points{});  // 50.00 of goods; the fee earns nothing
  CHECK(*fixture.store().deliveryNote(sold->id) == "张三 人民路 1 号");
  const auto receipt = *fixture.desk().receiptOf(*sold);
  CHECK(receipt.delivery == "张三 人民路 1 号");
  CHECK(sale::renderText(receipt, sale::ReceiptLanguage::Chinese, 48).find("送货：张三 人民路 1 号") !=
        std::string::npos);
  // The goods come back without the fee, the fee by its own line, and the member's erasure takes the address.
  const auto back = fixture.giveBack(document.receipt_no, {{1, Quantity(1000)}});
  REQUIRE(back);
  CHECK(back->document.refund == Money(5000));
  CHECK(fixture.problems().empty());
  till::MemberRequest erase;
  erase.act = till::MemberAct::Erase;
  erase.member_no = fixture.no(test::kRegular).text();
  REQUIRE(fixture.act(erase));
  CHECK(fixture.store().deliveryNote(sold->id)->empty());
}

TEST_CASE("taking the fee's line off the bill takes the delivery off") {
  MemberDeskFixture fixture(kDelivery);
  Bill bill(fixture);
  bill.add("S1");
  REQUIRE(bill.basket.deliver(fixture.desk().deliveryProduct(), "A"));
  REQUIRE(bill.basket.deliver(fixture.desk().deliveryProduct(), "B"));  // in its place
  CHECK(bill.basket.lines().size() == 2);
  CHECK(bill.basket.wish().delivery == "B");
  CHECK_FALSE(bill.basket.setQuantity(1, Quantity(2000)));
  REQUIRE(bill.basket.voidLine(1));
  CHECK(bill.basket.wish().delivery.empty());
  REQUIRE(bill.basket.undo());
  CHECK(bill.basket.wish().delivery == "B");
}

TEST_CASE("a tier has the large drink at the small one's price (S003-72)") {
  MemberDeskFixture fixture(R"({"upgrades": [{"from": "TEA-S", "to": "TEA-L", "tiers": ["GLD", "PLT"]}]})");
  put(fixture, "sku,name,category,price_fen\nTEA-S,小杯,TEA,1800\nTEA-L,大杯,TEA,2300\n");
  const auto sold = fixture.sell({goods("TEA-L")}, test::kGold);
  REQUIRE(sold);
  CHECK(sold->result.total == Money(1800));
  CHECK(sold->result.lines.front().layer == pricing::Layer::MemberPrice);
  CHECK(fixture.sell({goods("TEA-S")}, test::kGold)->result.total == Money(1620));
  CHECK(fixture.sell({goods("TEA-L")}, test::kRegular)->result.total == Money(2300));
  CHECK(fixture.sell({goods("TEA-L")})->result.total == Money(2300));
  const auto back = fixture.giveBack(sold->receipt_no, {{0, Quantity(1000)}});
  REQUIRE(back);
  CHECK(back->document.refund == Money(1800));
  CHECK(fixture.problems().empty());
}

TEST_CASE("benefits are had while the membership is paid for (S003-13, S003-04, S003-77)") {
  MemberDeskFixture fixture(kMembership);
  CHECK(fixture.sell({goods("S1")}, test::kGold)->result.total == Money(10'000));  // never paid: a guest's price
  CHECK(fixture.sell({goods("S1")}, test::kGold)->result.points_earned == Points{});
  CHECK(reasonOf(fixture.sell({goods("S3")})) == "TERM_NEEDS_MEMBER");
  const auto fee = fixture.sell({goods("S3")}, test::kGold);
  REQUIRE(fee);
  CHECK(fee->result.total == Money(7000));
  CHECK(*fixture.store().membershipUntil(fixture.no(test::kGold)) == day("2026-03-11"));
  CHECK(fixture.sell({goods("S1")}, test::kGold)->result.total == Money(9000));
  CHECK(fixture.sell({goods("S3")}, test::kRegular)->result.total == Money(7000));
  CHECK(fixture.problems().empty());

  const auto costs = [&] {
    REQUIRE(fixture.sell({goods("S1")}));  // the day begins with its first bill
    Bill bill(fixture);
    bill.attach(test::kGold);
    bill.add("S3");
    return bill.total();
  };
  fixture.setTime("2026-02-08T10:00:00");  // 31 days before the end
  CHECK(costs() == Money(7000));
  fixture.setTime("2026-02-09T10:00:00");
  CHECK(costs() == Money(5000));
  fixture.setTime("2026-02-20T10:00:00");
  const auto renewed = fixture.sell({goods("S3")}, test::kGold);
  REQUIRE(renewed);
  CHECK(renewed->result.total == Money(5000));
  CHECK(*fixture.store().membershipUntil(fixture.no(test::kGold)) == day("2027-03-11"));
  REQUIRE(fixture.giveBack(renewed->receipt_no, {{0, Quantity(1000)}}));
  CHECK(*fixture.store().membershipUntil(fixture.no(test::kGold)) == day("2026-03-11"));
  CHECK(fixture.problems().empty());

  fixture.setTime("2026-03-18T10:00:00");  // the last day of grace
  CHECK(fixture.sell({goods("S1")}, test::kGold)->result.total == Money(9000));
  fixture.setTime("2026-03-19T10:00:00");
  CHECK(fixture.sell({goods("S1")}, test::kGold)->result.total == Money(10'000));
  const auto again = fixture.sell({goods("S3")}, test::kGold);
  REQUIRE(again);
  CHECK(again->result.total == Money(7000));
  CHECK(*fixture.store().membershipUntil(fixture.no(test::kGold)) == day("2027-03-18"));
  CHECK(fixture.problems().empty());
  const auto page = *fixture.at().page(fixture.no(test::kGold));
  CHECK(std::count_if(page.changes.begin(), page.changes.end(),
                      [](const auto& change) { return change.field == "membership"; }) == 4);
}

TEST_CASE("terms follow on one another while the last has not ended (S003-77)") {
  using loyalty::renewedUntil;
  using loyalty::shortenedUntil;
  const auto end = day("2025-03-31");
  CHECK(renewedUntil(end, day("2025-03-20"), 12) == day("2026-03-31"));  // runs from 1 April
  CHECK(renewedUntil(end, day("2025-04-10"), 12) == day("2026-04-09"));  // runs from 10 April
  CHECK(renewedUntil(end, end, 1) == day("2025-04-30"));
  CHECK(renewedUntil(std::nullopt, day("2025-01-31"), 1) == day("2025-02-28"));
  CHECK(renewedUntil(std::nullopt, day("2024-02-29"), 12) == day("2025-02-28"));
  CHECK(shortenedUntil(day("2026-03-31"), 12) == end);
  const programme::MembershipRules rules{{{"FEE", 12, {}}}, 30, 7};
  CHECK(loyalty::termOn(day("2025-03-31"), end, rules).state == loyalty::TermState::Paid);
  CHECK(loyalty::termOn(day("2025-04-07"), end, rules).state == loyalty::TermState::Grace);
  CHECK(loyalty::termOn(day("2025-04-08"), end, rules).state == loyalty::TermState::Ended);
  CHECK(loyalty::termOn(day("2025-02-28"), end, rules).may_renew == false);
  CHECK(loyalty::termOn(day("2025-03-01"), end, rules).may_renew);
}

TEST_CASE("a guest's bill of some size says what joining would have given (S000-64)") {
  MemberDeskFixture fixture(R"({"desk": {"join_prompt_fen": 20000}, "join_gift": {"points": 20}})");
  put(fixture, "sku,name,category,price_fen,promo_price_fen,flags\nCARD,茶,FOOD,10000,9000,promo_needs_card\n");
  Bill bill(fixture);
  bill.add("S1");
  CHECK_FALSE(fixture.desk().joinOffer(bill.open(), bill.total()));
  bill.add("S1");
  const auto plain = fixture.desk().joinOffer(bill.open(), bill.total());
  REQUIRE(plain);
  CHECK(*plain == till::JoinOffer{Money{}, Points(2), Points(20), Money{}});
  bill.add("CARD");
  CHECK(fixture.desk().joinOffer(bill.open(), bill.total()) ==
        till::JoinOffer{Money(1000), Points(2), Points(20), Money{}});
  bill.attach(test::kRegular);
  CHECK_FALSE(fixture.desk().joinOffer(bill.open(), bill.total()));
  MemberDeskFixture without;
  Bill other(without);
  other.add("S1", 5000);
  CHECK_FALSE(without.desk().joinOffer(other.open(), other.total()));
}

TEST_CASE("the counter shows what joining would give, and the bill keeps its lines when the guest joins (S000-64)") {
  test::TenderFixture fixture(std::make_shared<sim::SimPayments>(),
                              R"({"desk": {"join_prompt_fen": 20000}, "join_gift": {"points": 20}})");
  fixture.signIn();
  CHECK_FALSE(fixture.after(till::Enter{"S1"})->extras);
  const auto prompted = fixture.after(till::Enter{"S1"});
  REQUIRE(prompted->extras);
  CHECK(prompted->extras->join_offer == till::JoinOffer{Money{}, Points(2), Points(20), Money{}});
  fixture.after(till::OpenMemberDesk{});
  till::JoinMember join;
  join.request = test::joining();
  const auto joined = fixture.after(join);
  REQUIRE(joined->member);
  REQUIRE(joined->lines.size() == 1);
  CHECK(joined->lines.front().quantity == Quantity(2000));
  CHECK_FALSE(joined->extras);
  CHECK(joined->notice->code == till::NoticeCode::MemberJoined);
  CHECK(fixture.problems().empty());
}

TEST_CASE("a delivery on the counter is a line with its fee, kept with the sale and told on the receipt (S002-23)") {
  test::TenderFixture fixture(std::make_shared<sim::SimPayments>(), kDelivery);
  fixture.signIn();
  CHECK(fixture.after(till::DeliverBill{"A"})->notice->error->code == ErrorCode::EmptyBasket);
  fixture.after(till::Enter{"S3"});
  const auto set = fixture.after(till::DeliverBill{"人民路 1 号"});
  REQUIRE(set->notice);
  CHECK(set->notice->code == till::NoticeCode::DeliverySet);
  CHECK(set->extras->delivery == till::DeliveryView{Money(1000), "人民路 1 号"});
  CHECK(set->totals.due == Money(8000));
  REQUIRE(set->lines.size() == 2);
  CHECK(set->lines.back().unit_price == Money(1000));
  CHECK(fixture.after(till::Enter{"S3"})->totals.due == Money(14'000));  // 140.00 of goods: free
  const auto left = fixture.after(till::DeliverBill{""});
  CHECK(left->notice->code == till::NoticeCode::DeliverySet);
  CHECK(left->notice->args.empty());
  CHECK(fixture.look()->lines.size() == 2);
  fixture.after(till::DeliverBill{"人民路 1 号"});
  fixture.after(till::BeginTender{});
  const auto paid = fixture.after(till::PayCash{Money(14'000)});
  REQUIRE(paid->receipt);
  CHECK(paid->receipt->delivery == "人民路 1 号");
  CHECK(fixture.journalText().find("人民路") == std::string::npos);
  CHECK(fixture.problems().empty());
}

TEST_CASE("goods for members are refused at the counter, and when the card goes the bill is not paid (S000-16)") {
  test::TenderFixture fixture;
  fixture.onStore([](store::SqliteStore& store) {
    REQUIRE(store::importProducts(
        store, "sku,name,category,price_fen,guests_from,members_from\nNEW,新,F,500,2099-01-01,2000-01-01\n", false));
  });
  fixture.signIn();
  const auto guest = fixture.after(till::Enter{"NEW"});
  REQUIRE(guest->notice->error);
  CHECK(guest->notice->error->detail == "MEMBERS_FIRST");
  CHECK(guest->lines.empty());
  fixture.reader->tap(test::cardOf(test::kGoldCard));
  CHECK(fixture.after(till::Enter{"NEW"})->lines.size() == 1);
  const auto gone = fixture.after(till::DetachMember{});
  CHECK(gone->notice->error->detail == "MEMBERS_FIRST");
  const auto refused = fixture.after(till::BeginTender{});
  CHECK(refused->phase == till::Phase::Selling);
  CHECK(refused->notice->error->detail == "MEMBERS_FIRST");
}
