// A forgotten card: a guest's receipt gives its points at any till of the chain, once.
#include "core/sync/claim_code.hpp"
#include "core/till/member_desk.hpp"
#include "tests/hq/chain_fixture.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

using base::Points;

struct Chain {
  HqChain hq{"2026-03-10T09:00:00"};
  ChainTill a{hq, 1, 1}, b{hq, 2, 1};
  std::string sold;  // the receipt of a guest at `a`
  std::string code;

  Chain() {
    hq.join({member(1, "GLD")});
    round();
    for (ChainTill* till : {&a, &b}) {
      REQUIRE(till->store().putStaff({"9001", "张", ports::StaffRole::Manager, {}}, "123456"));
      till->counter(ChainTill::Counter::Up);
    }
    const auto sale = a.sell({{"S1", 2}, {"S2", 1}});
    REQUIRE(sale);
    sold = sale->receipt_no;
    code = a.desk().claimCodeOf(sold);
    CHECK(code.size() == 24);
  }
  void round() {
    for (int i = 0; i < 2; ++i) {
      for (ChainTill* till : {&a, &b}) till->sync();
      hq.work();
    }
    for (ChainTill* till : {&a, &b}) till->sync();
  }
  // Empty: it went through; else the reason.
  std::string claim(ChainTill& till, const std::string& what, Points* points = nullptr) {
    base::SeededRandom random(77);
    till::MemberDesk desk(till.store(), till.desk(), random, hq.hq.clock.now());
    till::MemberRequest request;
    request.act = till::MemberAct::Claim;
    request.member_no = memberOf(till).no.text();
    request.code = what;
    const auto done = desk.act(request, {{"1001", "李", ports::StaffRole::Cashier, {}}});
    if (done && points != nullptr) *points = done->points;
    return done ? std::string() : done.error().detail;
  }
  member::Member memberOf(ChainTill& till) {
    if (!till.desk().memberByCard(cardOf(1), ports::Trust::Claim)) FAIL("member");
    return till.memberNow(1);
  }
  void giveBack(const std::vector<sale::ReturnLine>& lines) {
    till::ReturnRequest request;
    request.operator_code = request.approver = "9001";
    request.receipt_no = sold;
    request.lines = lines;
    const auto done = a.desk().giveBack(request);
    INFO((done ? std::string() : done.error().detail));
    REQUIRE(done);
  }
  Points atHeadquarters() {
    Points sum;
    hq.hq.in([&](ports::HqTransaction& tx) {
      sum = {};
      for (const auto& one : tx.membersAfter("", 10)) {
        sum += one.noncash + one.cashable;
        Points ledger;
        for (const auto& posting : tx.postingsOf(one.id)) ledger += posting.points;
        CHECK(ledger == one.noncash + one.cashable);
      }
    });
    return sum;
  }
  int flags(const std::string& kind) {
    int count = 0;
    hq.hq.in([&](ports::HqTransaction& tx) {
      count = 0;
      for (const auto& flag : tx.flags()) count += flag.kind == kind ? 1 : 0;
    });
    return count;
  }
  void holds(Points expected) {
    round();
    CHECK(atHeadquarters() == expected);
    for (ChainTill* till : {&a, &b}) {
      for (const std::string& problem : till->problems()) FAIL_CHECK(till->name() << ": " << problem);
      CHECK(memberOf(*till).points() == expected);
    }
    REQUIRE(hq.hq.projector.rebuild());
    hq.work();
    CHECK(atHeadquarters() == expected);
  }
};

}  // namespace

TEST_CASE("a receipt is claimed at another store for what its member would have earned, once in the chain", "[both]") {
  Chain chain;
  CHECK(chain.claim(chain.b, chain.code) == "CLAIM_UNKNOWN");  // its till has not sent it yet
  chain.round();
  std::string wrong = chain.code;
  wrong[0] = wrong[0] == '9' ? '0' : static_cast<char>(wrong[0] + 1);
  CHECK(chain.claim(chain.b, wrong) == "CLAIM_CODE");
  std::string made_up = chain.code;
  made_up.resize(23);
  made_up[20] = made_up[20] == '9' ? '0' : static_cast<char>(made_up[20] + 1);
  for (char c = '0'; c <= '9'; ++c)
    if (sync::parseClaimCode(made_up + c)) CHECK(chain.claim(chain.b, made_up + c) == "CLAIM_UNKNOWN");

  Points points;
  CHECK(chain.claim(chain.b, chain.code, &points).empty());
  CHECK(points > Points{});
  CHECK(chain.claim(chain.b, chain.code) == "CLAIM_DONE");
  CHECK(chain.claim(chain.a, chain.code) == "CLAIM_WAITS 2026-03-13T09:00:00");
  chain.holds(points);
  CHECK(chain.claim(chain.a, chain.code) == "CLAIM_DONE");
  CHECK(chain.flags("claim_twice") == 0);

  // As the same bill of the member himself. GLD pays less, so the points are those of the guest's money.
  HqChain alone("2026-03-10T09:00:00");
  ChainTill one(alone, 1, 1);
  const auto sale = one.sell({{"S1", 2}, {"S2", 1}});
  REQUIRE(sale);
  CHECK(one.desk().claimCodeOf(sale->receipt_no).empty());
}

TEST_CASE("a receipt of another till is claimed neither too late nor without the line", "[both]") {
  Chain chain;
  chain.round();
  SECTION("late") {
    chain.hq.setTime("2026-03-18T09:00:00");
    CHECK(chain.claim(chain.b, chain.code) == "CLAIM_TOO_LATE");
    CHECK(chain.claim(chain.a, chain.code) == "CLAIM_TOO_LATE");
  }
  SECTION("without the line") {
    chain.memberOf(chain.b);
    chain.b.counter(ChainTill::Counter::Down);
    CHECK(chain.claim(chain.b, chain.code) == "CLAIM_NEEDS_LINE");
  }
  SECTION("an answer that was lost is given again") {
    chain.memberOf(chain.b);
    chain.b.counter(ChainTill::Counter::Deaf);
    CHECK(chain.claim(chain.b, chain.code) == "CLAIM_NEEDS_LINE");
    CHECK(chain.claim(chain.a, chain.code) == "CLAIM_WAITS 2026-03-13T09:00:00");
    chain.b.open();
    chain.b.counter(ChainTill::Counter::Up);
    CHECK(chain.claim(chain.b, chain.code).empty());
  }
  SECTION("goods that came back") {
    chain.giveBack({{0, base::Quantity(1000)}});
    chain.round();
    CHECK(chain.claim(chain.b, chain.code) == "CLAIM_RETURNED");
  }
}

TEST_CASE("a receipt whose claim was answered into nothing is free once the till that asked has reported", "[both]") {
  Chain chain;
  chain.round();
  chain.memberOf(chain.b);
  const std::string waits = "CLAIM_WAITS 2026-03-13T09:00:00";
  Points points;
  SECTION("it did not book") {
    chain.b.counter(ChainTill::Counter::Deaf);
    CHECK(chain.claim(chain.b, chain.code) == "CLAIM_NEEDS_LINE");
    chain.b.sync();  // so soon it says nothing
    chain.hq.work();
    CHECK(chain.claim(chain.a, chain.code) == waits);
    chain.hq.setTime("2026-03-10T09:03:00");
    CHECK(chain.claim(chain.a, chain.code) == waits);
    chain.b.sync();
    chain.hq.work();
    CHECK(chain.claim(chain.a, chain.code, &points).empty());
    chain.b.open();
    chain.b.counter(ChainTill::Counter::Up);
    CHECK(chain.claim(chain.b, chain.code).starts_with("CLAIM_WAITS"));
    chain.holds(points);
    CHECK(chain.claim(chain.b, chain.code) == "CLAIM_DONE");
    CHECK(chain.flags("claim_twice") == 0);
  }
  SECTION("it booked, and its event is on the way") {
    CHECK(chain.claim(chain.b, chain.code, &points).empty());
    chain.hq.setTime("2026-03-10T09:03:00");
    chain.b.sync();
    CHECK(chain.claim(chain.a, chain.code) == waits);  // not projected yet
    chain.hq.work();
    CHECK(chain.claim(chain.a, chain.code) == "CLAIM_DONE");
    chain.holds(points);
  }
  SECTION("it booked and came back as a copy of before, after another one was allowed: one of them counts") {
    CHECK(chain.claim(chain.b, chain.code, &points).empty());
    chain.hq.setTime("2026-03-13T09:01:00");  // 72 hours later nobody waits
    CHECK(chain.claim(chain.a, chain.code).empty());
    chain.holds(points);
    CHECK(chain.flags("claim_twice") == 1);
  }
}

TEST_CASE("goods of a receipt that was claimed elsewhere take their points with them, in either order", "[both]") {
  Chain chain;
  chain.round();
  Points points;
  REQUIRE(chain.claim(chain.b, chain.code, &points).empty());
  const bool claim_first = GENERATE(true, false);
  const bool all = GENERATE(true, false);
  if (claim_first) chain.round();
  const std::vector<sale::ReturnLine> some{{0, base::Quantity(1000)}};
  const std::vector<sale::ReturnLine> whole{{0, base::Quantity(2000)}, {1, base::Quantity(1000)}};
  chain.giveBack(all ? whole : some);
  if (!claim_first) {
    chain.a.sync();
    chain.hq.work();
  }
  chain.round();
  const Points left = chain.atHeadquarters();
  if (all) CHECK(left == Points{});
  if (!all) CHECK(left > Points{});
  if (!all) CHECK(left < points);
  chain.holds(left);
  CHECK(chain.flags("claim_not_settled") == 0);
}

TEST_CASE("a receipt that its till gives points for without the line, and another one with it, counts once", "[both]") {
  Chain chain;
  chain.round();
  chain.memberOf(chain.a);
  chain.a.counter(ChainTill::Counter::Down);
  Points points;
  CHECK(chain.claim(chain.a, chain.code, &points).empty());
  SECTION("the other one was allowed before the first was posted") {
    CHECK(chain.claim(chain.b, chain.code).empty());
    chain.holds(points);
    CHECK(chain.flags("claim_twice") == 1);
  }
  SECTION("the other one asks afterwards") {
    chain.a.sync();
    chain.hq.work();
    CHECK(chain.claim(chain.b, chain.code) == "CLAIM_DONE");
    chain.holds(points);
    CHECK(chain.flags("claim_twice") == 0);
  }
}

}  // namespace kahui::test
