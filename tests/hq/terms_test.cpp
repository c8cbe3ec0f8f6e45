// What a member has everywhere: the term of a paid membership, kept days, points for signing in once a day.
#include "core/hq/profiles.hpp"
#include "core/journal/draft.hpp"
#include "tests/hq/chain_fixture.hpp"
#include "tests/hq/two_stores.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

using base::Points;

base::BusinessDate day(const char* iso) { return *base::BusinessDate::parse(iso); }

struct Pair {
  HqChain chain;
  ChainTill one, two;
  explicit Pair(const char* rules = "{}") : chain("2026-03-10T09:00:00", rules), one(chain, 1, 1), two(chain, 1, 2) {
    chain.join({member(1, "GLD")});
    round();
    for (ChainTill* till : {&one, &two})
      REQUIRE(till->store().putStaff({"9001", "张", ports::StaffRole::Manager, {}}, "123456"));
  }
  void round() {
    for (int i = 0; i < 3; ++i) {
      for (ChainTill* till : {&one, &two}) till->sync();
      chain.work();
    }
    for (ChainTill* till : {&one, &two}) till->sync();
  }
  void holds() {
    for (ChainTill* till : {&one, &two})
      for (const std::string& problem : till->problems()) FAIL_CHECK(till->name() << ": " << problem);
  }
  std::optional<base::BusinessDate> until(ChainTill& till) {
    return *till.store().membershipUntil(till.memberNow(1).no);
  }
};

}  // namespace

TEST_CASE("a membership that was paid at one till is had at the others, and what two sold counts together (S003-77)",
          "[both]") {
  Pair shop(R"({"membership": {"plans": [{"sku": "S3", "months": 12}]}})");
  CHECK_FALSE(shop.until(shop.two));
  REQUIRE(shop.one.sell({{"S3", 1}}, 1));
  CHECK(shop.until(shop.one) == day("2027-03-09"));
  shop.round();
  CHECK(shop.until(shop.two) == day("2027-03-09"));
  CHECK(shop.two.sell({{"S1", 1}}, 1)->result.total < base::Money(12'345));  // a member's price
  // Both renew before either hears of the other.
  REQUIRE(shop.one.sell({{"S3", 2}}, 1));
  const auto renewed = shop.two.sell({{"S3", 1}}, 1);
  REQUIRE(renewed);
  shop.one.sync();
  shop.chain.work();
  shop.two.sync();  // headquarters' word is older than what was paid here
  CHECK(shop.until(shop.two) == day("2028-03-09"));
  shop.round();
  CHECK(shop.until(shop.one) == day("2030-03-09"));
  CHECK(shop.until(shop.two) == day("2030-03-09"));
  shop.holds();
  till::ReturnRequest request;
  request.operator_code = request.approver = "9001";
  request.receipt_no = renewed->receipt_no;
  request.lines = {{0, base::Quantity(1000)}};
  REQUIRE(shop.two.desk().giveBack(request));
  shop.round();
  CHECK(shop.until(shop.one) == day("2029-03-09"));
  CHECK(shop.until(shop.two) == day("2029-03-09"));
  REQUIRE(shop.chain.hq.projector.rebuild());
  shop.chain.work();
  shop.round();
  CHECK(shop.until(shop.one) == day("2029-03-09"));
  shop.holds();
}

TEST_CASE("a till that is new in the chain learns of paid memberships from the snapshot", "[both]") {
  Pair shop(R"({"membership": {"plans": [{"sku": "S3", "months": 12}]}})");
  REQUIRE(shop.one.sell({{"S3", 1}}, 1));
  shop.round();
  shop.chain.makeSnapshots();
  ChainTill fresh(shop.chain, 1, 3);
  shop.chain.hq.in([](ports::HqTransaction& tx) {
    const auto bounds = tx.feedBounds("members/0001");
    tx.pruneFeed("members/0001", bounds.last);
  });
  fresh.sync();
  CHECK(shop.chain.snapshots_served > 0);
  CHECK(shop.until(fresh) == day("2027-03-09"));
  CHECK(fresh.problems().empty());
}

TEST_CASE("days that a member keeps come to the other tills, and in no log (S003-02)", "[both]") {
  Pair shop;
  const member::KeptDate wedding{member::DateKind::Wedding, {member::BirthdayCalendar::Solar, 5, 20}};
  const auto keep = [&](ChainTill& till, std::vector<member::KeptDate> dates) {
    ports::MemberCorrection wanted;
    wanted.no = till.memberNow(1).no;
    wanted.operator_code = "1001";
    wanted.dates = std::move(dates);
    const base::WallTime now = shop.chain.hq.clock.now();
    REQUIRE(till.store().correctMember(wanted, now, now.local().date()));
  };
  keep(shop.one, {wedding});
  shop.round();
  CHECK(shop.two.memberNow(1).profile.dates == std::vector{wedding});
  keep(shop.two, {});
  shop.round();
  CHECK(shop.one.memberNow(1).profile.dates.empty());
  shop.holds();
}

TEST_CASE("signing in gives its points once a day in the chain, whoever tells first (S003-61)", "[both]") {
  Pair shop;
  const auto signIn = [&](ChainTill& till) {
    const base::WallTime now = shop.chain.hq.clock.now();
    base::SeededRandom random(static_cast<std::uint64_t>(now.utc_ms) + (&till == &shop.one ? 1 : 2));
    REQUIRE(till.store().append(journal::makeDraft(
        now, now.local().date(), "", random,
        journal::PointsGranted{till.memberNow(1).no.value(), Points(5), std::nullopt, "SIGN_IN", "1001"})));
  };
  signIn(shop.one);
  signIn(shop.two);
  const bool second_first = GENERATE(false, true);
  for (ChainTill* till : second_first ? std::vector{&shop.two, &shop.one} : std::vector{&shop.one, &shop.two}) {
    till->sync();
    shop.chain.work();
  }
  const auto everywhere = [&](Points expected) {
    shop.round();
    for (ChainTill* till : {&shop.one, &shop.two}) CHECK(till->memberNow(1).points() == expected);
    int twice = 0;
    shop.chain.hq.in([&](ports::HqTransaction& tx) {
      twice = 0;
      for (const auto& flag : tx.flags()) twice += flag.kind == "signin_twice" ? 1 : 0;
    });
    CHECK(twice == 1);
    shop.holds();
  };
  everywhere(Points(5));
  shop.chain.setTime("2026-03-11T09:00:00");
  signIn(shop.two);
  everywhere(Points(10));
  REQUIRE(shop.chain.hq.projector.rebuild());
  shop.chain.work();
  everywhere(Points(10));
}

TEST_CASE("members who become one take their rewards and who brought them along, and two again have their own",
          "[both]") {
  TwoStores chain;
  chain.publish(R"({"referral": {"gift": {"points": 20}}})");
  const base::Id referee = idOf(9), double_id = idOf(10), other_referrer = idOf(11);
  chain.one.add(registered(42, chain.member));
  chain.one.add(registered(43, other_referrer));
  auto joined = registered(77, referee);
  joined.referrer = 42;
  joined.referrer_id = chain.member;
  chain.one.add(joined);
  chain.one.add(registered(88, double_id));
  chain.one.add(saleOf(100'000, std::pair(77, referee), 10));  // silver
  chain.sendAll();
  const auto points = [&](const base::Id& id) {
    Points sum;
    chain.in([&](ports::HqTransaction& tx) {
      const auto row = *tx.member(id.hex());
      sum = row.noncash + row.cashable;
      Points ledger;
      for (const auto& posting : tx.postingsOf(id.hex())) ledger += posting.points;
      if (row.merged_into.empty() && tx.mergedInto(id.hex()).empty()) CHECK(ledger == sum);
    });
    return sum;
  };
  CHECK(points(chain.member) == Points(158));
  CHECK(points(referee) == Points(10 + 20));
  const hq::Identity identity;
  base::SeededRandom random(4);
  REQUIRE(hq::mergeMembers(*chain.store, identity, double_id.hex(), referee.hex(), random));
  CHECK(points(double_id) == Points(30));
  chain.one.add(saleOf(100'000, std::pair(88, double_id), 10));  // silver was rewarded, the gift given
  chain.sendAll();
  CHECK(points(chain.member) == Points(158));
  CHECK(points(double_id) == Points(40));
  // Whoever brought him becomes another one, too: what comes now is that one's.
  REQUIRE(hq::mergeMembers(*chain.store, identity, other_referrer.hex(), chain.member.hex(), random));
  CHECK(points(other_referrer) == Points(158));
  chain.one.add(saleOf(300'000, std::pair(88, double_id), 30));  // gold: the difference
  chain.sendAll();
  CHECK(points(other_referrer) == Points(388));
  CHECK(points(double_id) == Points(70));

  REQUIRE(hq::unmergeMember(*chain.store, identity, referee.hex(), random));
  REQUIRE(hq::unmergeMember(*chain.store, identity, chain.member.hex(), random));
  CHECK(points(referee) == Points(30));
  CHECK(points(double_id) == Points(40));
  CHECK(points(chain.member) == Points(158));
  CHECK(points(other_referrer) == Points(230));
  chain.in([&](ports::HqTransaction& tx) {
    CHECK(tx.referrerOf(referee.hex()) == chain.member.hex());
    CHECK_FALSE(tx.referrerOf(double_id.hex()));
    CHECK(tx.reward(referee.hex(), journal::kReferral, "SLV")->points == Points(158));
  });
  chain.one.add(saleOf(300'000, std::pair(77, referee), 30));  // gold, of his own
  chain.sendAll();
  CHECK(points(chain.member) == Points(388));
  CHECK(points(other_referrer) == Points(230));
}

}  // namespace kahui::test
