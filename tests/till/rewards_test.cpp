// What rules give beside a bill's own points, on disk: referral (F1 to F3), the gift of who was referred (S000-17),
// cumulative rebates (S001-59).
#include "tests/till/member_desk_fixture.hpp"

using namespace kahui;
using base::Money;
using base::Points;
using base::Quantity;
using test::goods;
using test::joining;
using test::kFreshPhone;
using test::MemberDeskFixture;

namespace {

const char* const kGift = R"({"referral": {"gift": {"points": 20}}})";
const char* const kRebate = R"({"rebates": [{"id": "SPRING", "from": "2025-03-01", "to": "2025-04-01",
  "levels": [{"at_fen": 50000, "points": 50}, {"at_fen": 100000, "points": 80}]}]})";

struct ReferredFixture : MemberDeskFixture {
  int referrer;
  member::MemberNo referee{};

  explicit ReferredFixture(int by = test::kRegular, const std::string& over = kGift)
      : MemberDeskFixture(over), referrer(by) {
    auto request = joining();
    request.referrer = no(by).text();
    const auto done = join(request);
    REQUIRE(done);
    referee = done->member_no;
  }
  till::SellAnswer buy(std::vector<till::SellLine> lines) {
    till::SellRequest request;
    request.card = till::SellCard{till::SellCard::Kind::Phone, kFreshPhone};
    return sell(std::move(lines), {}, std::move(request));
  }
  [[nodiscard]] member::Member refereeNow() { return **store().memberByNo(referee); }
  [[nodiscard]] Points cashable() { return memberNow(referrer).cashable; }
};

}  // namespace

TEST_CASE("who is brought lifts the referrer's points as the tiers rise, the difference alone (F1, F2, E104, E106)") {
  ReferredFixture fixture;
  const Points lifetime = fixture.memberNow(test::kRegular).lifetime;
  REQUIRE(fixture.buy({goods("S1", 1000)}));  // 100.00: no tier, no reward
  CHECK(fixture.cashable() == Points{});
  const auto silver = fixture.buy({goods("S1", 10'000)});
  REQUIRE(silver);
  CHECK(fixture.refereeNow().tier == "SLV");
  CHECK(fixture.cashable() == Points(158));
  REQUIRE(silver->result.referral);
  CHECK(silver->result.referral->points == Points(158));
  CHECK(silver->result.referral->to == fixture.no(test::kRegular).text());
  const auto lots = *fixture.store().pointsLots(fixture.no(test::kRegular));
  REQUIRE(lots.size() == 1);
  CHECK(lots.front().cashable);
  CHECK_FALSE(lots.front().expires);  // cashable points never end

  REQUIRE(fixture.buy({goods("S1", 27'000)}));  // 2,565.00 at silver: gold
  CHECK(fixture.refereeNow().tier == "GLD");
  CHECK(fixture.cashable() == Points(388));
  CHECK(fixture.memberNow(test::kRegular).lifetime == lifetime);  // purchases alone count (15.5)
  CHECK(fixture.problems().empty());

  const auto page = *fixture.at().page(fixture.no(test::kRegular));
  CHECK(page.referrals == 1);
  CHECK(page.referral_points == Points(388));
  REQUIRE(page.moves.size() == 2);
  CHECK(page.moves.front().type == "points.rewarded");
  CHECK(page.moves.front().why == "REFERRAL");
  CHECK(page.moves.front().points == Points(230));
}

TEST_CASE("a higher referrer has twenty more, and the receipt says it (F1, E105)") {
  ReferredFixture fixture(test::kGold);
  const auto sold = fixture.buy({goods("S1", 10'000)});
  REQUIRE(sold);
  CHECK(fixture.cashable() == Points(178));
  const auto receipt = *fixture.desk().receipt(sold->receipt_no);
  REQUIRE(receipt.member);
  CHECK(receipt.member->referral == Points(178));
  CHECK(receipt.member->referrer == fixture.no(test::kGold).masked());
  REQUIRE(receipt.member->benefits.size() == 1);
  CHECK(receipt.member->benefits.front().kind == "REFEREE_GIFT");
  CHECK(receipt.member->benefits.front().points == Points(20));
  CHECK(receipt.member->balance == fixture.refereeNow().points());
  const std::string paper = sale::renderText(receipt, sale::ReceiptLanguage::Chinese, 48);
  CHECK(paper.find("得 178 分") != std::string::npos);
  CHECK(paper.find("被推荐礼积分") != std::string::npos);
}

TEST_CASE("who was brought has the gift once, at the first bill that is paid (S000-17)") {
  ReferredFixture fixture;
  CHECK(fixture.refereeNow().points() == Points{});
  const auto first = fixture.buy({goods("S1", 1000)});
  REQUIRE(first);
  CHECK(fixture.refereeNow().points() == Points(1 + 20));
  CHECK(fixture.refereeNow().lifetime == Points(1));
  REQUIRE(fixture.buy({goods("S1", 1000)}));
  CHECK(fixture.refereeNow().points() == Points(2 + 20));
  // It goes with the last of the bill's goods, and does not come again.
  REQUIRE(fixture.giveBack(first->receipt_no, {{0, Quantity(1000)}}));
  CHECK(fixture.refereeNow().points() == Points(1));
  CHECK(fixture.problems().empty());
  REQUIRE(fixture.buy({goods("S1", 1000)}));
  CHECK(fixture.refereeNow().points() == Points(2));
  REQUIRE(fixture.sell({goods("S1", 1000)}, test::kGold));  // nobody brought this one
  CHECK(fixture.store().rewardsBy(fixture.no(test::kGold))->empty());
  CHECK(fixture.problems().empty());
}

TEST_CASE("the gift of who was brought may be a coupon, which is void when the bill comes back") {
  ReferredFixture fixture(test::kRegular,
                          R"({"referral": {"gift": {"face_fen": 1000, "min_fen": 5000, "valid_days": 30}}})");
  const auto first = fixture.buy({goods("S1", 1000)});
  REQUIRE(first);
  const auto coupons = *fixture.store().couponsOf(fixture.referee, fixture.desk().today());
  const auto gift =
      std::find_if(coupons.begin(), coupons.end(), [](const auto& coupon) { return coupon.origin == "REFEREE_GIFT"; });
  REQUIRE(gift != coupons.end());
  CHECK(gift->terms.face == Money(1000));
  CHECK(gift->expires == fixture.desk().today().plusDays(30));
  REQUIRE(fixture.giveBack(first->receipt_no, {{0, Quantity(1000)}}));
  CHECK((*fixture.store().couponBySerial(gift->serial))->status == ports::CouponStatus::Voided);
  REQUIRE(fixture.buy({goods("S1", 1000)}));
  CHECK(*fixture.store().couponsIssued(fixture.referee, "REFEREE_GIFT", {}) == 1);
  CHECK(fixture.problems().empty());
}

TEST_CASE("a tier that falls with a refund takes the excess of the reward back, below zero if need be (F3)") {
  ReferredFixture fixture(test::kRegular, R"({"points": {"default_pay_pct": 100}})");
  const auto silver = fixture.buy({goods("S1", 10'000)});
  const auto gold = fixture.buy({goods("S1", 27'000)});
  REQUIRE(gold);
  REQUIRE(fixture.cashable() == Points(388));
  // The first bill's goods come back: gold stays, and so does the reward.
  REQUIRE(fixture.giveBack(silver->receipt_no, {{0, Quantity(10'000)}}));
  CHECK(fixture.refereeNow().tier == "GLD");
  CHECK(fixture.cashable() == Points(388));
  till::SellRequest with_points;
  with_points.points = Points(300);
  REQUIRE(fixture.sell({goods("S1", 4000)}, test::kRegular, with_points)->result.points_used == Points(300));
  CHECK(fixture.cashable() == Points(88));
  REQUIRE(fixture.giveBack(gold->receipt_no, {{0, Quantity(27'000)}}));
  CHECK(fixture.refereeNow().tier == "SLV");
  CHECK(fixture.cashable() == Points(88 - 230));
  CHECK(fixture.store().referralsOf(fixture.no(test::kRegular))->points == Points(158));
  CHECK(fixture.problems().empty());
}

TEST_CASE("a jump over tiers that falls to a middle one leaves that tier's reward (F3)") {
  ReferredFixture fixture;
  const auto sold = fixture.buy({goods("S1", 30'000)});  // 3,000.00: ORD to GLD at once
  REQUIRE(sold);
  CHECK(fixture.cashable() == Points(388));
  REQUIRE(fixture.giveBack(sold->receipt_no, {{0, Quantity(15'000)}}));  // 1,500.00 left: silver
  CHECK(fixture.refereeNow().tier == "SLV");
  CHECK(fixture.cashable() == Points(158));
  REQUIRE(fixture.giveBack(sold->receipt_no, {{0, Quantity(15'000)}}));
  CHECK(fixture.refereeNow().tier == "ORD");
  CHECK(fixture.cashable() == Points{});
  CHECK(fixture.problems().empty());
}

TEST_CASE("a referrer who is frozen earns nothing (I3)") {
  ReferredFixture fixture;
  auto freeze = fixture.on(test::kRegular, till::MemberAct::Freeze);
  freeze.reason = "DISPUTE";
  REQUIRE(fixture.act(freeze));
  REQUIRE(fixture.buy({goods("S1", 10'000)}));
  CHECK((*fixture.store().memberByNo(member::MemberNo(fixture.store().memberFile(fixture.referee)->referrer)))
            ->cashable == Points{});
}

TEST_CASE("a rebate comes with the bill that reaches the level, and goes with a refund below it (S001-59)") {
  MemberDeskFixture fixture(kRebate);
  const auto balance = [&] { return fixture.memberNow(test::kRegular).points(); };
  auto part = goods("S2", 1000);
  part.amount = Money(5000);
  REQUIRE(fixture.sell({goods("S1", 3000)}, test::kRegular));  // 300.00
  CHECK(balance() == Points(3));
  const auto second = fixture.sell({goods("S1", 2000), part}, test::kRegular);  // 250.00
  REQUIRE(second);
  CHECK(balance() == Points(3 + 2 + 50));
  const auto receipt = *fixture.desk().receipt(second->receipt_no);
  REQUIRE(receipt.member->benefits.size() == 1);
  CHECK(receipt.member->benefits.front().kind == "REBATE");
  CHECK(receipt.member->balance == balance());
  CHECK(fixture.problems().empty());
  REQUIRE(fixture.giveBack(second->receipt_no, {{0, Quantity(1000)}}));  // 450.00 left
  CHECK(balance() == Points(3 + 1));
  CHECK(fixture.problems().empty());
  REQUIRE(fixture.sell({goods("S1", 1000)}, test::kRegular));  // 550.00
  CHECK(balance() == Points(3 + 1 + 1 + 50));
  REQUIRE(fixture.sell({goods("S1", 1000)}, test::kRegular));  // 650.00: each level once
  CHECK(balance() == Points(3 + 1 + 2 + 50));
  REQUIRE(fixture.sell({goods("S1", 4000)}, test::kRegular));  // 1,050.00: the second level
  CHECK(balance() == Points(3 + 1 + 2 + 50 + 4 + 80));
  CHECK(fixture.problems().empty());
}

TEST_CASE("what is bought outside the period does not count toward a rebate") {
  MemberDeskFixture fixture(kRebate);
  REQUIRE(fixture.sell({goods("S1", 3000)}, test::kRegular));
  fixture.setTime("2025-04-01T00:00:00");
  REQUIRE(fixture.sell({goods("S1", 3000)}, test::kRegular));
  CHECK(fixture.memberNow(test::kRegular).points() == Points(6));
  REQUIRE(fixture.sell({goods("S1", 9000)}, {}));
  CHECK(fixture.problems().empty());
}
