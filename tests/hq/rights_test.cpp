// Points placed with tills, online redemption, deficits (issue 5, point 6), over real stores and the real client.
#include "core/hq/rights.hpp"
#include "core/hq/feeds.hpp"
#include "core/hq/members.hpp"
#include "tests/hq/chain_fixture.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

using base::Points;

// Nothing but the numbers of reliability.md bounds: the card's grade and the day are wide.
constexpr const char* kRules = R"({"version": "rights", "offline": {"points_per_day": 100000, "goodwill_points": 20,
  "goodwill_till_points": 50, "rights_home_pct": 50, "rights_second_pct": 20, "rights_step": 10},
  "grades": {"claim": {"offline_points": 100000, "points_without_pin": 100000}}})";

till::SellRequest paying(int points) {
  till::SellRequest request;
  request.points = Points(points);
  return request;
}

struct Chain {
  HqChain hq{"2026-03-10T09:00:00", kRules};
  ChainTill home{hq, 1, 1}, other{hq, 2, 1}, third{hq, 3, 1};
  std::string id;

  explicit Chain(std::int64_t points) {
    auto wanted = member(1, "ORD");
    wanted.opening = Points(points);
    wanted.profile.phone = "13900001001";
    hq.join({wanted}, "0001");
    for (const char* store : {"0002", "0003"})
      hq.hq.in([&](ports::HqTransaction& tx) {
        for (const auto& one : tx.membersAfter("", 10)) {
          id = one.id;
          tx.putVisit(one.id, store, hq.hq.clock.now().local().date());
          hq::markMember(tx, one.id);
        }
      });
    round();
    round();
  }
  void round() {
    hq.work();
    for (ChainTill* till : {&home, &other, &third}) till->sync();
    hq.work();
    for (ChainTill* till : {&home, &other, &third}) till->sync();
    hq.work();
  }
  Points rightsOf(ChainTill& till) {
    return (*till.store().offlineBook(till.memberNow(1).no, hq.hq.clock.now().local().date())).rights;
  }
  loyalty::CreditState credit() {
    loyalty::CreditState state;
    hq.hq.in([&](ports::HqTransaction& tx) { state = hq::creditOf(tx, *tx.member(id), hq.hq.clock.now().utc_ms); });
    return state;
  }
  void offline(bool yes) {
    for (ChainTill* till : {&home, &other, &third}) till->desk().setOffline(yes);
  }
  // Empty: it went through; else the reason.
  std::string pay(ChainTill& till, int points) {
    const auto sold = till.sell({{"S2", 99}}, 1, paying(points));
    return sold ? std::string() : sold.error().detail;
  }
};

}  // namespace

TEST_CASE("points are placed with the lead till of the home store and of the second one, and can be spent there",
          "[both]") {
  Chain chain(1000);
  CHECK(chain.rightsOf(chain.home) == Points(500));
  CHECK(chain.rightsOf(chain.other) == Points(200));
  CHECK(chain.rightsOf(chain.third) == Points(0));
  CHECK(chain.credit().available() == Points(300));
  chain.offline(true);
  CHECK(chain.pay(chain.home, 400).empty());  // of its rights
  CHECK(chain.pay(chain.home, 121) == "OFFLINE_LIMIT");
  CHECK(chain.pay(chain.home, 120).empty());  // 100 of rights, 20 of goodwill
  CHECK(chain.pay(chain.home, 1) == "OFFLINE_LIMIT");
  CHECK(chain.pay(chain.third, 21) == "OFFLINE_LIMIT");
  CHECK(chain.pay(chain.third, 20).empty());
  CHECK(chain.pay(chain.third, 1) == "OFFLINE_LIMIT");  // armed again only by the round trip
  chain.third.sync();                                   // sent, but the balance has not come back
  CHECK(chain.pay(chain.third, 1) == "OFFLINE_LIMIT");
  chain.round();
  CHECK(chain.pay(chain.third, 20).empty());
  chain.round();
  CHECK(chain.credit().balance >= Points(1000 - 560));  // and what the goods earned
  for (ChainTill* till : {&chain.home, &chain.other, &chain.third}) CHECK(till->problems().empty());
}

TEST_CASE("a till gives to all members together no more than its own bound", "[both]") {
  Chain chain(1000);
  std::vector<ports::MemberToJoin> more;
  for (int card = 2; card <= 4; ++card) {
    more.push_back(member(card, "ORD"));
    more.back().opening = Points(400);
  }
  chain.hq.join(more, "0001");
  chain.round();
  chain.hq.hq.in([&](ports::HqTransaction& tx) {
    for (const auto& one : tx.membersAfter("", 10)) {
      for (const char* store : {"0002", "0003"}) tx.putVisit(one.id, store, chain.hq.hq.clock.now().local().date());
      hq::markMember(tx, one.id);
    }
  });
  chain.round();
  chain.offline(true);
  const auto pay = [&](int card, int points) {
    const auto sold = chain.third.sell({{"S2", 9}}, card, paying(points));
    return sold ? std::string() : sold.error().detail;
  };
  CHECK(pay(1, 20).empty());
  CHECK(pay(2, 20).empty());
  CHECK(pay(3, 11) == "OFFLINE_LIMIT");
  CHECK(pay(3, 10).empty());
  CHECK(pay(4, 1) == "OFFLINE_LIMIT");
}

TEST_CASE("who drains headquarters and then all tills gets the bound and is held, and a second time costs the goodwill",
          "[both]") {
  Chain chain(100);  // 50 at home, 20 at the second store, 30 at headquarters
  for (ChainTill* till : {&chain.home, &chain.other, &chain.third}) till->counter(ChainTill::Counter::Up);
  const auto free = chain.credit().available();
  CHECK(chain.pay(chain.third, static_cast<int>(free.value())).empty());
  CHECK(chain.credit().available() == Points(0));
  CHECK(chain.pay(chain.third, 1) == "HQ_REFUSED");
  chain.offline(true);
  int over = 0;
  for (ChainTill* till : {&chain.home, &chain.other, &chain.third}) {
    const auto rights = static_cast<int>(chain.rightsOf(*till).value());
    for (int points = rights + 20; points > 0; --points) {
      if (!chain.pay(*till, points).empty()) continue;
      over += points - rights;
      break;
    }
    CHECK_FALSE(chain.pay(*till, 1).empty());
  }
  CHECK(over > 0);
  CHECK(over <= 3 * 20);
  chain.offline(false);
  chain.round();
  const auto state = chain.credit();
  CHECK(state.available() >= Points(-60));
  if (state.available() < Points(0)) {
    chain.offline(true);
    CHECK(chain.pay(chain.third, 1) == "MEMBER_ON_HOLD");
  }
}

TEST_CASE("one attempt is one redemption: a lost answer falls back with the same id", "[both]") {
  Chain chain(1000);
  chain.third.counter(ChainTill::Counter::Deaf);
  CHECK(chain.pay(chain.third, 15).empty());  // headquarters reserved it, the till could not know
  CHECK(chain.credit().reserved == Points(15));
  const auto before = chain.credit();
  chain.round();
  CHECK(chain.credit().reserved == Points(0));
  chain.hq.hq.in([&](ports::HqTransaction& tx) {
    Points spent;
    for (const auto& posting : tx.postingsOf(chain.id))
      if (posting.account == "REDEEMED") spent += posting.points;
    CHECK(spent == Points(-15));
  });
  CHECK(chain.credit().available() >= before.available());
}

TEST_CASE(
    "an id that was refused stays refused, one that was cancelled reserves nothing, one that was posted holds nothing",
    "[both]") {
  Chain chain(100);
  const auto& terminal = chain.home.store().info().terminal;
  const std::int64_t now = chain.hq.hq.clock.now().utc_ms;
  const auto ask = [&](hq::AuthAct act, const char* id, std::int64_t points) {
    return hq::authorise(*chain.hq.hq.store, terminal, act,
                         {std::string(id) + std::string(30, '0'), chain.id, Points(points)}, now)
        ->state;
  };
  CHECK(ask(hq::AuthAct::Redeem, "01", 1000) == "REFUSED");
  CHECK(ask(hq::AuthAct::Redeem, "01", 1) == "REFUSED");
  CHECK(ask(hq::AuthAct::Redeem, "02", 10) == "GRANTED");
  CHECK(ask(hq::AuthAct::Redeem, "02", 10) == "GRANTED");
  CHECK(chain.credit().reserved == Points(10));
  CHECK(ask(hq::AuthAct::Confirm, "02", 0) == "CONFIRMED");
  CHECK(ask(hq::AuthAct::Cancel, "02", 0) == "CANCELLED");
  CHECK(chain.credit().reserved == Points(0));
  CHECK(ask(hq::AuthAct::Cancel, "03", 0) == "CANCELLED");
  CHECK(ask(hq::AuthAct::Redeem, "03", 10) == "CANCELLED");
  CHECK(ask(hq::AuthAct::Confirm, "04", 0) == "UNKNOWN");
}

TEST_CASE("rights come back by the till's own entry when the balance is gone, and a dead till's are on view",
          "[both]") {
  Chain chain(1000);
  chain.hq.hq.in([&](ports::HqTransaction& tx) {
    tx.putPosting({{"", 0, 900},
                   0,
                   chain.id,
                   "ADJUSTMENT",
                   false,
                   Points(-900),
                   {},
                   chain.hq.hq.clock.now().local().date(),
                   {},
                   ""});
    tx.addToMember(chain.id, Points(-900), {}, {});
    hq::markMember(tx, chain.id);
  });
  CHECK(chain.credit().available() < Points(0));
  chain.round();
  chain.round();
  CHECK(chain.rightsOf(chain.home) <= Points(100));
  CHECK(chain.credit().available() >= Points(0));
  chain.hq.hq.in([&](ports::HqTransaction& tx) {
    CHECK(tx.deficits(chain.id).count == 0);  // nobody redeemed what was not there
    for (const auto& row : tx.rightsOf(chain.id)) CHECK(row.asked == Points(0));
  });
  const Points left = chain.rightsOf(chain.home);
  REQUIRE(left > Points(0));
  REQUIRE(hq::declareDead(*chain.hq.hq.store, chain.home.store().info().terminal));
  const auto report = hq::rightsReport(*chain.hq.hq.store, chain.hq.hq.clock.now().utc_ms);
  REQUIRE(report->exposures.size() == 1);
  CHECK(report->exposures.front().points == left);
}

TEST_CASE("grants are answered once, also after a rebuild and when headquarters forgot them", "[both]") {
  Chain chain(1000);
  const auto before = chain.credit();
  REQUIRE(chain.hq.hq.projector.rebuild());
  chain.round();
  CHECK(chain.credit().placed == before.placed);
  CHECK(chain.rightsOf(chain.home) == Points(500));
}

TEST_CASE("a restored till spends nothing without the line before headquarters has taken something of it", "[both]") {
  Chain chain(1000);
  REQUIRE(chain.home.store().beginIncarnation("behind_high_water", 1, 1));
  chain.offline(true);
  CHECK(chain.pay(chain.home, 1) == "TILL_BEHIND");
  chain.offline(false);
  chain.round();
  chain.offline(true);
  CHECK(chain.pay(chain.home, 100).empty());
}

TEST_CASE("a member whom a till never saw is found at headquarters while the line is up", "[both]") {
  HqChain chain("2026-03-10T09:00:00");
  ChainTill one(chain, 1, 1), two(chain, 2, 1);
  auto wanted = member(1, "ORD");
  wanted.opening = Points(70);
  wanted.profile.phone = "13900001001";
  wanted.profile.name = "王小芳";
  chain.join({wanted}, "0001");
  chain.work();
  one.sync();
  two.sync();
  const auto no = one.memberNow(1).no;
  CHECK(two.desk().memberByCard(cardOf(1), ports::Trust::Claim).error().code == base::ErrorCode::UnknownCard);
  two.counter(ChainTill::Counter::Down);
  CHECK(two.desk().memberByCard(cardOf(1), ports::Trust::Claim).error().detail == "MEMBER_NEEDS_LINE");
  two.counter(ChainTill::Counter::None);
  two.open();
  two.counter(ChainTill::Counter::Up);
  CHECK(two.desk().memberByCard(cardOf(9), ports::Trust::Claim).error().code == base::ErrorCode::UnknownCard);
  const auto found = two.desk().memberByCard(cardOf(1), ports::Trust::Claim);
  REQUIRE(found);
  CHECK(found->member.no == no);
  CHECK(found->member.profile.name == "王小芳");
  CHECK(found->member.points() == Points(70));
  two.counter(ChainTill::Counter::None);
  CHECK(two.desk().memberByText("13900001001"));  // he is kept, and comes with the feed from now on
  CHECK(two.desk().memberByText(no.text()));
  CHECK(two.problems().empty());
}

}  // namespace kahui::test
