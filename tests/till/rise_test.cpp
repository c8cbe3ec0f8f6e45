// How one joins and rises, on disk: bills and purchases that are counted, whom a member brought, the entry conditions,
// a tier for points, the first bill, the first change of card.
#include "core/till/card_desk.hpp"
#include "tests/till/member_desk_fixture.hpp"

using namespace kahui;
using base::Money;
using base::Points;
using base::Quantity;
using test::goods;
using test::joining;
using test::kFreshPhone;
using test::kGold;
using test::kRegular;
using test::MemberDeskFixture;
using test::reasonOf;

namespace {

// Three tiers of which ORD is the lowest; `ord`, `gld` and `blk` are what they ask and give.
std::string tiers(const std::string& ord, const std::string& gld, const std::string& blk,
                  const std::string& more = {}) {
  const auto tier = [](const char* code, const std::string& keys) {
    return std::string(R"({"code": ")") + code + '"' + (keys.empty() ? "" : ", " + keys) + '}';
  };
  return R"({"tiers": [)" + tier("ORD", ord) + ", " + tier("GLD", gld) + ", " + tier("BLK", blk) + "]" + more + "}";
}

struct RiseFixture : MemberDeskFixture {
  using MemberDeskFixture::MemberDeskFixture;

  member::MemberNo joins(const char* phone = kFreshPhone, int referrer = 0) {
    auto request = joining(phone);
    if (referrer != 0) request.referrer = no(referrer).text();
    const auto done = join(request);
    REQUIRE(done);
    return done->member_no;
  }
  till::SellAnswer buys(const char* phone, std::vector<till::SellLine> lines) {
    till::SellRequest request;
    request.card = till::SellCard{till::SellCard::Kind::Phone, phone};
    return sell(std::move(lines), {}, std::move(request));
  }
  [[nodiscard]] member::Member now(member::MemberNo member) { return **store().memberByNo(member); }
  [[nodiscard]] std::optional<till::NextTier> next(int member) { return at().page(no(member))->next_tier; }
  till::CardAnswer replace(int fresh, int old) {
    till::CardRequest request;
    request.act = till::CardAct::Replace;
    request.operator_code = "2001";
    request.member_no = no(old).text();
    request.card = test::cardOf(fresh);
    request.old_card = test::cardOf(old);
    return till::changeCard(store(), *desk().staff("2001"), request, at_time(), desk().today(), desk().cardReward());
  }
  [[nodiscard]] base::WallTime at_time() { return {desk().today().days() * 86'400'000LL + 2 * 3'600'000, 480}; }
};

}  // namespace

TEST_CASE("the tenth bill lifts, not the ninth, and its return takes the tier along (S000-23, X7)") {
  RiseFixture fixture(tiers("", R"("bills": 10)", ""));
  std::vector<std::string> receipts;
  for (int bill = 1; bill <= 9; ++bill) receipts.push_back(fixture.sell({goods("S1")}, kRegular)->receipt_no);
  CHECK(fixture.memberNow(kRegular).tier == "ORD");
  REQUIRE(fixture.next(kRegular));
  CHECK(fixture.next(kRegular)->missing_bills == 1);
  // A bill that came back whole is none any more; a part of one still is.
  REQUIRE(fixture.giveBack(receipts[0], {{0, Quantity(1000)}}));
  CHECK(fixture.next(kRegular)->missing_bills == 2);
  const auto ninth = fixture.sell({goods("S1", 2000)}, kRegular);
  CHECK(fixture.memberNow(kRegular).tier == "ORD");
  REQUIRE(fixture.giveBack(ninth->receipt_no, {{0, Quantity(1000)}}));
  const auto tenth = fixture.sell({goods("S1")}, kRegular);
  REQUIRE(tenth);
  CHECK(tenth->result.tier_rule == loyalty::TierRule::Bills);
  CHECK(fixture.memberNow(kRegular).tier == "GLD");
  // The bill before it does not take back what this one gave; its own return does.
  REQUIRE(fixture.giveBack(receipts[1], {{0, Quantity(1000)}}));
  CHECK(fixture.memberNow(kRegular).tier == "GLD");
  REQUIRE(fixture.giveBack(tenth->receipt_no, {{0, Quantity(1000)}}));
  CHECK(fixture.memberNow(kRegular).tier == "ORD");
  CHECK(fixture.problems().empty());
}

TEST_CASE("S001-96 members are classified by frequency, by amount or by points, each by itself") {
  const std::pair<const char*, loyalty::TierRule> kRules[] = {{R"("bills": 3)", loyalty::TierRule::Bills},
                                                              {R"("spent_fen": 30000)", loyalty::TierRule::Spent},
                                                              {R"("lifetime": 3)", loyalty::TierRule::Lifetime}};
  for (const auto& [rule, by] : kRules) {
    INFO(rule);
    RiseFixture fixture(tiers("", rule, ""));
    for (int bill = 1; bill <= 2; ++bill) REQUIRE(fixture.sell({goods("S1")}, kRegular));  // 100.00 and one point each
    CHECK(fixture.memberNow(kRegular).tier == "ORD");
    const auto third = fixture.sell({goods("S1")}, kRegular);
    REQUIRE(third);
    CHECK(third->result.tier_rule == by);
    CHECK(fixture.memberNow(kRegular).tier == "GLD");
    CHECK(fixture.problems().empty());
  }
}

TEST_CASE("bills and purchases count for twelve months (S000-23, S000-30)") {
  RiseFixture fixture(tiers("", R"("spent_fen": 500000)", R"("bills": 3, "spent_fen": 600000, "combine": "ALL")"));
  fixture.setTime("2025-03-12T10:15:00");
  REQUIRE(fixture.sell({goods("S1", 20'000)}, kRegular));  // 2,000.00
  fixture.setTime("2026-03-11T10:15:00");                  // the last day on which it counts
  CHECK(fixture.next(kRegular)->missing_spent == Money(300'000));
  REQUIRE(fixture.sell({goods("S2", 150'000)}, kRegular));  // 2,997.00
  CHECK(fixture.memberNow(kRegular).tier == "ORD");
  CHECK(fixture.next(kRegular)->missing_spent == Money(300));
  const auto gold = fixture.sell({goods("S1")}, kRegular);
  REQUIRE(gold);
  CHECK(gold->result.tier_rule == loyalty::TierRule::Spent);
  REQUIRE(fixture.next(kRegular));
  CHECK(fixture.next(kRegular)->all);
  CHECK_FALSE(fixture.next(kRegular)->missing_bills);
  CHECK(fixture.next(kRegular)->missing_spent == Money(600'000 - 509'700));
  fixture.setTime("2026-03-12T10:15:00");  // the first bill counts no longer
  REQUIRE(fixture.sell({goods("S3")}, kRegular));
  CHECK(fixture.next(kRegular)->missing_spent == Money(600'000 - 309'700 - 7'000));
  CHECK(fixture.problems().empty());
}

TEST_CASE("the third friend whose bill earned points lifts the referrer in the same act (S000-75, S003-31)") {
  RiseFixture fixture(tiers("", R"("single_from": {"ORD": 10000})", R"("referrals": 3)"));
  const char* const phones[] = {"13900001111", "13900002222", "13900003333"};
  for (const char* phone : phones) fixture.joins(phone, kGold);
  REQUIRE(fixture.buys(phones[0], {goods("S1")}));
  REQUIRE(fixture.buys(phones[0], {goods("S1")}));  // the same friend again
  REQUIRE(fixture.buys(phones[1], {goods("S2")}));  // too small a bill to earn anybody anything
  REQUIRE(fixture.buys(phones[1], {goods("S1")}));
  CHECK(fixture.memberNow(kGold).tier == "GLD");
  CHECK(fixture.next(kGold)->missing_referrals == 1);
  const auto third = fixture.buys(phones[2], {goods("S1")});
  REQUIRE(third);
  CHECK(fixture.memberNow(kGold).tier == "BLK");
  // The friend's goods come back: two are left, and the tier is judged as after any return.
  REQUIRE(fixture.giveBack(third->receipt_no, {{0, Quantity(1000)}}));
  CHECK(fixture.memberNow(kGold).tier == "GLD");
  REQUIRE(fixture.buys(phones[2], {goods("S1")}));
  CHECK(fixture.memberNow(kGold).tier == "BLK");
  CHECK(fixture.problems().empty());
}

TEST_CASE("without a purchase there are no benefits, and a bill of 1.00 brings them (S000-29)") {
  RiseFixture fixture(tiers(R"("rate_bp": 9500, "entry_fen": 100)", "", ""));
  const auto no = fixture.joins();
  CHECK(fixture.at().page(no)->entry == Money(100));
  const auto first = fixture.buys(kFreshPhone, {goods("S2", 40)});  // 0.80
  REQUIRE(first);
  CHECK_FALSE(first->result.bill_tier);
  const auto second = fixture.buys(kFreshPhone, {goods("S2", 50)});  // 1.00
  REQUIRE(second);
  CHECK(second->result.total == Money(100));
  CHECK(second->result.points_earned == Points{});
  CHECK_FALSE(fixture.at().page(no)->entry);
  CHECK(fixture.buys(kFreshPhone, {goods("S1")})->result.total == Money(9500));
  // What was paid was paid: goods that come back do not shut the door again.
  REQUIRE(fixture.giveBack(second->receipt_no, {{0, Quantity(50)}}));
  CHECK(fixture.buys(kFreshPhone, {goods("S1")})->result.total == Money(9500));
  CHECK(fixture.problems().empty());
}

TEST_CASE("joining takes a purchase of 500.00 on the day: 499.99 refuses the card (S001-11)") {
  RiseFixture fixture(R"({"desk": {"join_purchase_fen": 50000}})");
  auto request = joining();
  CHECK(reasonOf(fixture.join(request)) == "JOIN_PURCHASE 50000");
  request.open_bill = Money(49'999);
  CHECK(reasonOf(fixture.join(request)) == "JOIN_PURCHASE 1");
  request.open_bill = Money(50'000);
  CHECK(fixture.join(request));

  // Paid already: a guest's whole receipt of today.
  auto by_receipt = joining("13900002222");
  by_receipt.receipt = fixture.sell({goods("S1", 5000)})->receipt_no;
  const std::string used = fixture.sell({goods("S1", 5000)})->receipt_no;
  REQUIRE(fixture.giveBack(used, {{0, Quantity(1000)}}));
  auto come_back = joining("13900003333");
  come_back.receipt = used;
  CHECK(reasonOf(fixture.join(come_back)) == "JOIN_RECEIPT");
  come_back.receipt = fixture.sell({goods("S1", 5000)}, kGold)->receipt_no;
  CHECK(reasonOf(fixture.join(come_back)) == "JOIN_RECEIPT");
  CHECK(fixture.join(by_receipt));
  come_back.receipt = by_receipt.receipt;  // one receipt, one joining
  CHECK(reasonOf(fixture.join(come_back)) == "JOIN_RECEIPT_USED");
  CHECK(fixture.problems().empty());
  auto later = joining("13900004444");
  later.receipt = fixture.sell({goods("S1", 5000)})->receipt_no;
  fixture.setTime("2025-03-13T10:00:00");
  REQUIRE(fixture.sell({goods("S1")}));
  CHECK(reasonOf(fixture.join(later)) == "JOIN_RECEIPT");
}

TEST_CASE("points buy a tier once, which works from the next bill (S003-61)") {
  RiseFixture fixture(tiers("", "", R"("rate_bp": 8000, "rise_points": 100)"));
  auto rise = fixture.on(kGold, till::MemberAct::Rise, Points(100));
  rise.tier = "GLD";
  CHECK(reasonOf(fixture.act(rise)) == "TIER_NOT_OFFERED");
  rise.tier = "BLK";
  rise.points = Points(90);  // it was another price when the member agreed
  CHECK(fixture.act(rise).error().code == base::ErrorCode::WrongState);
  auto poor = fixture.on(kRegular, till::MemberAct::Rise);
  poor.tier = "BLK";
  CHECK(reasonOf(fixture.act(poor)) == "POINTS_INSUFFICIENT");
  rise.points = Points(100);
  fixture.givePin(kGold);
  CHECK(reasonOf(fixture.act(rise)) == "MEMBER_PIN_NEEDED");
  rise.member_pin = "4711";
  const auto page = *fixture.at().page(fixture.no(kGold));
  REQUIRE(page.rises.size() == 1);
  CHECK(page.rises.front().points == Points(100));

  const auto done = fixture.act(rise, "1001");
  REQUIRE(done);
  CHECK(done->balance == Points(20));
  const auto member = fixture.memberNow(kGold);
  CHECK(member.tier == "BLK");
  CHECK(member.tier_since == fixture.desk().today());  // the year of it is exempt from retention, as after a purchase
  CHECK(member.lifetime == Points(320));
  CHECK(reasonOf(fixture.act(rise)) == "TIER_REACHED");
  CHECK(fixture.sell({goods("S1")}, kGold)->result.total == Money(8000));
  const auto changes = fixture.at().page(fixture.no(kGold))->changes;
  CHECK(std::any_of(changes.begin(), changes.end(), [](const auto& one) { return one.field == "tier"; }));
  CHECK(fixture.store().dayTotals(fixture.desk().today())->redeemed == Points(100));
  CHECK(fixture.problems().empty());
}

TEST_CASE("the first bill earns double, and only one bill is the first (S001-33)") {
  RiseFixture fixture(tiers(R"("first_bill_pct": 200)", "", ""));
  fixture.joins();
  const auto first = fixture.buys(kFreshPhone, {goods("S1", 3000)});
  REQUIRE(first);
  CHECK(first->result.points_earned == Points(6));
  CHECK(fixture.buys(kFreshPhone, {goods("S1", 3000)})->result.points_earned == Points(3));
  REQUIRE(fixture.giveBack(first->receipt_no, {{0, Quantity(3000)}}));
  CHECK(fixture.buys(kFreshPhone, {goods("S1", 3000)})->result.points_earned == Points(3));
  CHECK(fixture.problems().empty());
}

TEST_CASE("a first bill that comes back whole and alone is not followed by another first one (S001-33)") {
  RiseFixture fixture(tiers(R"("first_bill_pct": 200)", "", ""));
  const auto no = fixture.joins();
  const auto first = fixture.buys(kFreshPhone, {goods("S1", 3000)});
  REQUIRE(fixture.giveBack(first->receipt_no, {{0, Quantity(3000)}}));
  CHECK(fixture.now(no).points() == Points{});
  CHECK(fixture.buys(kFreshPhone, {goods("S1", 3000)})->result.points_earned == Points(3));
}

TEST_CASE("a replaced card is rewarded once, not at the second replacement (S001-71)") {
  RiseFixture fixture(R"({"desk": {"card_points": 30}})");
  const auto first = fixture.replace(50, kRegular);
  REQUIRE(first);
  CHECK(first->reward == Points(30));
  const auto lots = *fixture.store().pointsLots((*fixture.store().memberByCard(test::cardOf(50)))->member.no);
  REQUIRE(lots.size() == 1);
  CHECK(lots.front().points == Points(30));
  CHECK_FALSE(lots.front().cashable);
  CHECK(lots.front().expires);
  CHECK(fixture.replace(50, kRegular)->repeated);  // asked again after a crash
  const auto second = fixture.replace(51, 50);
  REQUIRE(second);
  CHECK(second->reward == Points{});
  CHECK((*fixture.store().memberByCard(test::cardOf(51)))->member.points() == Points(30));
  CHECK(fixture.problems().empty());

  RiseFixture none;
  REQUIRE(none.replace(50, kRegular));
  CHECK((*none.store().memberByCard(test::cardOf(50)))->member.points() == Points{});
}
