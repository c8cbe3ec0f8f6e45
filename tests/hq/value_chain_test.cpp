// Stored value, count cards and coupons that go through a chain: real stores, the real client, headquarters behind its
// endpoints. What one till takes in is spent at another one, by headquarters' figures while it can be asked.
#include "core/hq/coupon_holds.hpp"
#include "core/hq/feeds.hpp"
#include "core/hq/profiles.hpp"
#include "tests/hq/chain_fixture.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

using base::Money;

struct Chain {
  HqChain hq{"2026-03-10T09:00:00"};
  ChainTill a{hq, 1, 1}, b{hq, 2, 1};

  Chain() {
    hq.join({member(1, "ORD"), member(2, "ORD")});
    hq.hq.in([&](ports::HqTransaction& tx) {
      for (const auto& one : tx.membersAfter("", 10)) {
        for (const char* store : {"0001", "0002"}) tx.putVisit(one.id, store, hq.hq.clock.now().local().date());
        hq::markMember(tx, one.id);
      }
    });
    round();
    round();
  }
  void round() {
    hq.work();
    for (ChainTill* till : {&a, &b}) till->sync();
    hq.work();
    for (ChainTill* till : {&a, &b}) till->sync();
  }
  static ports::Staff manager() { return {"1001", "李", ports::StaffRole::Cashier, {}}; }
  till::AttachedMember attached(ChainTill& till, int who = 1) {
    auto found = till.desk().memberByCard(cardOf(who), ports::Trust::Claim);
    if (!found) throw std::runtime_error("member");
    return *found;
  }
  base::Status topUp(ChainTill& till, int fen, int who = 1) {
    const auto done = till.desk().topUp(attached(till, who), Money(fen), {"CASH", Money(fen), std::nullopt, {}, {}},
                                        manager(), "1001");
    return done ? base::Status{} : tl::unexpected(done.error());
  }
  // Empty: it went through; else the reason.
  static std::string pay(ChainTill& till, const char* sku, int count = 1, int who = 1) {
    till::SellRequest request;
    request.operator_code = "1001";
    request.card = till::SellCard{till::SellCard::Kind::Uid, cardOf(who).value};
    till::SellLine line;
    line.sku = sku;
    line.quantity = base::Quantity(count * 1000);
    request.lines.push_back(line);
    request.tenders = {{"STORED", std::nullopt, std::nullopt, {}, {}}};
    const auto sold = till.desk().sell(request);
    return sold ? std::string() : sold.error().detail + std::string(base::codeName(sold.error().code));
  }
  ports::StoredAccount account(ChainTill& till, int who = 1) { return accountOf(till, till.memberNow(who).no); }
  ports::StoredAccount accountOf(ChainTill& till, member::MemberNo no) {
    const auto found = till.store().storedAccount(no, hq.hq.clock.now().local().date());
    if (!found || !*found) return {};
    return **found;
  }
  Money held(ChainTill& till, int who = 1) { return account(till, who).principal + account(till, who).bonus; }
  Money atHeadquarters() {
    Money sum;
    hq.hq.in([&](ports::HqTransaction& tx) {
      sum = {};
      for (const auto& one : tx.membersAfter("", 10))
        if (const auto account = tx.stored(one.id)) sum += account->principal + account->bonus;
    });
    return sum;
  }
  void holds() {
    for (ChainTill* till : {&a, &b})
      for (const std::string& problem : till->problems()) FAIL_CHECK(till->name() << ": " << problem);
  }
};

}  // namespace

TEST_CASE("what is topped up in one store pays in another one, and all say the same", "[both]") {
  Chain chain;
  REQUIRE(chain.topUp(chain.a, 10'000));
  CHECK(chain.held(chain.b) == Money{});
  chain.round();
  CHECK(chain.held(chain.b) == chain.atHeadquarters());
  CHECK(chain.account(chain.b).hq->confirmed == chain.held(chain.b));
  CHECK(chain.account(chain.b).hq->unsettled == Money{});
  CHECK(Chain::pay(chain.b, "S3") == "");
  CHECK(chain.account(chain.b).hq->unsettled == Money(-780));
  CHECK(chain.account(chain.b).hq->confirmed == chain.atHeadquarters());
  chain.round();
  CHECK(chain.held(chain.a) == chain.held(chain.b));
  CHECK(chain.held(chain.a) == chain.atHeadquarters());
  CHECK(chain.account(chain.b).hq->unsettled == Money{});
  chain.round();  // a confirmation is no posting
  CHECK(chain.held(chain.a) == chain.atHeadquarters());
  chain.holds();
}

TEST_CASE("while headquarters is reached a till pays by its figures of this moment", "[both]") {
  Chain chain;
  REQUIRE(chain.topUp(chain.a, 10'000));
  chain.a.sync();
  chain.hq.work();
  chain.b.counter(ChainTill::Counter::Up);
  CHECK(Chain::pay(chain.b, "S3") == "");  // it had not heard of the top-up by its feed
  const Money left = chain.held(chain.b);
  CHECK(left > Money{});
  // Spent at the other till and sent up: here it is known before anything is paid.
  REQUIRE(chain.topUp(chain.a, 10'000));
  chain.round();
  while (chain.held(chain.a) >= Money(780)) REQUIRE(Chain::pay(chain.a, "S3") == "");
  chain.a.sync();
  chain.hq.work();
  chain.b.counter(ChainTill::Counter::Up);
  chain.hq.setTime("2026-03-10T10:00:00");
  chain.b.open();
  chain.b.counter(ChainTill::Counter::Up);
  CHECK(Chain::pay(chain.b, "S3") != "");
  chain.round();
  CHECK(chain.held(chain.a) == chain.held(chain.b));
  CHECK(chain.atHeadquarters() >= Money{});
  chain.holds();
}

TEST_CASE("without the line a till pays within the day's limit, by figures that are not too old", "[both]") {
  Chain chain;
  REQUIRE(chain.topUp(chain.a, 50'000));
  chain.round();
  chain.b.desk().setOffline(true);
  CHECK(Chain::pay(chain.b, "S1") == "");  // 123.45
  const std::string more = Chain::pay(chain.b, "S1");
  CHECK(more.find("OFFLINE") != std::string::npos);  // 200.00 a day
  CHECK(chain.topUp(chain.b, 10'000).error().detail == "NEEDS_ONLINE");
  chain.hq.setTime("2026-03-14T09:00:00");
  CHECK(Chain::pay(chain.b, "S3").find("CACHE_TOO_OLD") != std::string::npos);  // older than 72 hours
  chain.b.desk().setOffline(false);
  chain.round();
  CHECK(chain.held(chain.a) == chain.held(chain.b));
  chain.holds();
}

TEST_CASE("what two tills spent while away is a debt that both show, and a top-up makes it good", "[both]") {
  Chain chain;
  REQUIRE(chain.topUp(chain.a, 10'000));
  chain.round();
  for (ChainTill* till : {&chain.a, &chain.b}) {
    till->desk().setOffline(true);
    while (chain.held(*till) >= Money(780)) REQUIRE(Chain::pay(*till, "S3") == "");
    till->desk().setOffline(false);
  }
  chain.round();
  CHECK(chain.atHeadquarters() < Money{});
  CHECK(chain.held(chain.a) == chain.atHeadquarters());
  CHECK(chain.held(chain.b) == chain.atHeadquarters());
  CHECK(Chain::pay(chain.a, "S3") != "");
  REQUIRE(chain.topUp(chain.b, 20'000));
  chain.round();
  CHECK(chain.held(chain.a) == chain.atHeadquarters());
  CHECK(chain.held(chain.a) > Money{});
  chain.holds();
}

TEST_CASE("a count card goes through the chain with its uses", "[both]") {
  Chain chain;
  auto wash = product(9, Money(10'000));
  wash.uses = 3;
  for (ChainTill* till : {&chain.a, &chain.b}) REQUIRE(till->store().putProducts(std::vector{wash}));
  REQUIRE(chain.a.sell({{"S9", 1}}, 1));
  CHECK(chain.b.store().countCards(chain.b.memberNow(1).no)->empty());
  chain.round();
  const auto there = *chain.b.store().countCards(chain.b.memberNow(1).no);
  REQUIRE(there.size() == 1);
  CHECK(there.front().left == 3);
  CHECK(there.front().sku == "S9");
  chain.holds();
}

TEST_CASE("what goes back to stored value asks headquarters, and waits for it", "[both]") {
  Chain chain;
  REQUIRE(chain.topUp(chain.a, 10'000));
  chain.round();
  till::SellRequest request;
  request.operator_code = "1001";
  request.card = till::SellCard{till::SellCard::Kind::Uid, cardOf(1).value};
  till::SellLine line;
  line.sku = "S3";
  line.quantity = base::Quantity(1000);
  request.lines.push_back(line);
  request.tenders = {{"STORED", std::nullopt, std::nullopt, {}, {}}};
  const auto sold = chain.a.desk().sell(request);
  REQUIRE(sold);
  const auto back = [&] {
    auto settled = chain.a.desk().settle(sold->receipt_no, {{0, base::Quantity(1000)}});
    REQUIRE(settled);
    return chain.a.desk().takeBack(std::move(*settled), Chain::manager(), "1001");
  };
  const Money left = chain.held(chain.a);
  chain.a.desk().setOffline(true);
  CHECK(back().error().detail == "NEEDS_ONLINE");
  chain.a.desk().setOffline(false);
  chain.a.counter(ChainTill::Counter::Down);
  CHECK(back().error().detail == "NEEDS_ONLINE");
  CHECK(chain.held(chain.a) == left);
  // The other till topped up meanwhile: the slip says what there is now.
  REQUIRE(chain.topUp(chain.b, 5'000));
  chain.round();
  REQUIRE(chain.topUp(chain.b, 5'000));
  chain.b.sync();
  chain.hq.work();
  const Money before = chain.atHeadquarters();
  chain.a.open();
  chain.a.counter(ChainTill::Counter::Up);
  const auto done = back();
  REQUIRE(done);
  CHECK(std::get<journal::SaleReturned>(done->payload).member->stored_after == before + Money(780));
  chain.round();
  CHECK(chain.held(chain.a) == before + Money(780));
  CHECK(chain.held(chain.b) == chain.atHeadquarters());
  chain.holds();
}

TEST_CASE("two members who become one share stored value and count cards, and part with them again", "[both]") {
  Chain chain;
  auto wash = product(9, Money(10'000));
  wash.uses = 3;
  for (ChainTill* till : {&chain.a, &chain.b}) REQUIRE(till->store().putProducts(std::vector{wash}));
  REQUIRE(chain.topUp(chain.a, 10'000, 1));
  REQUIRE(chain.topUp(chain.b, 20'000, 2));
  REQUIRE(chain.b.sell({{"S9", 1}}, 2));
  chain.round();
  const auto one = chain.a.memberNow(1), two = chain.a.memberNow(2);
  const Money of_one = chain.held(chain.a, 1), of_two = chain.held(chain.a, 2);
  REQUIRE(of_one > Money{});
  REQUIRE(of_two > of_one);
  base::SeededRandom random(5);
  REQUIRE(hq::mergeMembers(*chain.hq.hq.store, chain.hq.identity, one.id.hex(), two.id.hex(), random));
  // A till that has not heard of it takes from the second one's.
  CHECK(Chain::pay(chain.b, "S3", 1, 2) == "");
  const auto shared = [&](Money sum, int left) {
    for (ChainTill* till : {&chain.a, &chain.b}) {
      CAPTURE(till->name());
      CHECK(till->memberNow(2).no == one.no);
      CHECK(chain.held(*till, 1) == sum);
      CHECK(chain.accountOf(*till, two.no).principal + chain.accountOf(*till, two.no).bonus == Money{});
      const auto cards = *till->store().countCards(one.no);
      REQUIRE(cards.size() == 1);
      CHECK(cards.front().left == left);
      CHECK(till->store().countCards(two.no)->empty());
    }
    CHECK(chain.atHeadquarters() == sum);
    chain.holds();
  };
  for (int i = 0; i < 2; ++i) chain.round();
  shared(of_one + of_two - Money(780), 3);
  CHECK(Chain::pay(chain.a, "S3", 1, 2) == "");  // by the second's card, of what both have
  chain.round();
  shared(of_one + of_two - Money(1'560), 3);
  REQUIRE(hq::unmergeMember(*chain.hq.hq.store, chain.hq.identity, two.id.hex(), random));
  for (int i = 0; i < 2; ++i) chain.round();
  for (ChainTill* till : {&chain.a, &chain.b}) {
    CAPTURE(till->name());
    CHECK(till->memberNow(2).no == two.no);
    CHECK(chain.held(*till, 2) == of_two);
    CHECK(chain.held(*till, 1) == of_one - Money(1'560));  // what was spent since stays with the first
    CHECK(till->store().countCards(one.no)->empty());
    REQUIRE(till->store().countCards(two.no)->size() == 1);
    CHECK(till->store().countCards(two.no)->front().left == 3);
  }
  chain.holds();
}

TEST_CASE("S18 a coupon is on one bill of the chain at a time, used once, and refused online afterwards", "[both]") {
  Chain chain;
  const std::string serial = "200000000018";
  chain.hq.hq.in([&](ports::HqTransaction& tx) {
    ports::HqCoupon coupon;
    coupon.serial = serial;
    coupon.status = "ISSUED";
    coupon.terms = "{}";
    tx.putCoupon(coupon);
  });
  const auto hold = [&](const char* id, std::int64_t now_ms) {
    const auto answer = hq::holdCoupon(*chain.hq.hq.store, "t", {id, serial}, now_ms);
    REQUIRE(answer);
    return answer->state;
  };
  const std::string one(32, '1'), two(32, '2');
  CHECK(hold(one.c_str(), 1000) == "GRANTED");
  CHECK(hold(one.c_str(), 2000) == "GRANTED");  // a lost answer is asked for again
  CHECK(hold(two.c_str(), 2000) == "REFUSED");
  REQUIRE(hq::freeCoupon(*chain.hq.hq.store, {two, serial}));  // not his
  CHECK(hold(two.c_str(), 2000) == "REFUSED");
  REQUIRE(hq::freeCoupon(*chain.hq.hq.store, {one, serial}));
  CHECK(hold(two.c_str(), 2000) == "GRANTED");
  CHECK(hold(one.c_str(), 2000 + hq::kCouponHold_ms - 1) == "REFUSED");
  CHECK(hold(one.c_str(), 2000 + hq::kCouponHold_ms) == "GRANTED");  // its event never came
  chain.hq.hq.in([&](ports::HqTransaction& tx) {
    auto coupon = *tx.coupon(serial);
    coupon.status = "USED";
    tx.putCoupon(coupon);
  });
  CHECK(hold(one.c_str(), 3000 + hq::kCouponHold_ms) == "REFUSED");
  CHECK(hq::holdCoupon(*chain.hq.hq.store, "t", {one, "none"}, 1)->state == "UNKNOWN");
  // Through the endpoint, as a till asks.
  ports::SyncRequest request;
  request.method = "POST";
  request.path = "/v1/auth/coupon";
  request.body = sync::encode(sync::CouponAuth{one, serial});
  const auto asked = chain.hq.exchange(chain.a.store().info().terminal, request);
  CHECK(asked.status == 200);
  CHECK(sync::parseAuthAnswer(asked.body)->state == "REFUSED");
}

}  // namespace kahui::test
