// The real store under the real client, against the naive headquarters: restores heal, balances are honest, and the
// verifier agrees afterwards.
#include <set>

#include "core/store/backup.hpp"
#include "core/store/verify.hpp"
#include "core/sync/drive.hpp"
#include "core/sync/rhythm.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/store_fixture.hpp"
#include "tests/sync/naive_hq.hpp"

using namespace kahui;
using namespace kahui::test;

namespace {

struct Direct final : ports::SyncTransport {
  NaiveHq& hq;
  explicit Direct(NaiveHq& peer) : hq(peer) {}
  base::Result<ports::SyncResponse> exchange(const ports::SyncRequest& request, ports::SyncResponse*) override {
    return hq.answer(request);
  }
};

struct Shop {
  StoreFixture fixture;
  NaiveHq hq;
  std::unique_ptr<store::SqliteStore> store = fixture.open();  // names its terminal itself
  std::filesystem::path file = fixture.folder.path() / "backup";

  Shop() { hq.terminal = store->info().terminal; }

  void sell(int times) {
    for (int i = 0; i < times; ++i) REQUIRE(store->append(saleDraft(*fixture.clock, *fixture.random)));
  }

  sync::SyncOutcome sync() {
    sync::Client client(*store, {"test", "boot", {}, {}, 0, true}, *fixture.clock, *fixture.random);
    Direct transport(hq);
    const auto done = sync::drive(client, transport, [](std::int64_t, int failures) { return failures < 3; });
    REQUIRE(done);
    return client.outcome();
  }

  void backUp() { REQUIRE(store::backup(*store, file)); }

  void restore(bool with_mark) {
    store.reset();
    std::filesystem::remove_all(fixture.path());
    REQUIRE(store::restore(file, fixture.path()));
    if (!with_mark) std::filesystem::remove(fixture.path() / "highwater");
    store = fixture.open();
  }

  // Headquarters holds just what the till holds, every event once, and the store's own verifier agrees.
  void allHolds(std::int64_t sales) {
    const auto chains = store->chains();
    REQUIRE(chains);
    const auto heads = hq.heads();
    for (const auto& chain : *chains) {
      CHECK(heads.at(chain.incarnation) == chain.head);
      CHECK(chain.acked == chain.head.seq);
    }
    for (const auto& [id, times] : hq.posted()) CHECK(times == 1);
    const auto report = store::verify(*store);
    REQUIRE(report);
    for (const auto& problem : report->problems) FAIL_CHECK(problem.what << " " << problem.where);
    CHECK(report->ok());
    CHECK(report->sales == sales);
    CHECK(store->unsent()->count == 0);
  }
};

}  // namespace

TEST_CASE("what was sold is sent once, in batches, and the second session sends nothing") {
  Shop shop;
  shop.sell(7);
  CHECK(shop.store->unsent()->count == 7);
  CHECK(shop.store->unsent()->oldest_ms == shop.fixture.clock->now().utc_ms);
  const auto outcome = shop.sync();
  CHECK(outcome.stop == sync::Stop::Done);
  CHECK(outcome.sent == 7);
  CHECK(shop.sync().batches == 0);
  shop.allHolds(7);
}

TEST_CASE("a restored till gets back what it lost, with the mark and without") {
  for (const bool with_mark : {true, false}) {
    Shop shop;
    shop.sell(3);
    shop.backUp();
    shop.sell(4);
    REQUIRE(shop.sync().stop == sync::Stop::Done);
    shop.restore(with_mark);
    const auto outcome = shop.sync();
    INFO(outcome.alarm);
    CHECK(outcome.stop == sync::Stop::Done);
    CHECK(outcome.fetched == 4);
    CHECK(shop.store->info().incarnation == 2);
    shop.sell(1);
    shop.sync();
    shop.allHolds(8);
  }
}

TEST_CASE("a branch that headquarters does not have is appended again and counts once") {
  Shop shop;
  shop.sell(3);
  shop.backUp();
  shop.sell(4);
  REQUIRE(shop.sync().stop == sync::Stop::Done);
  shop.restore(false);
  shop.sell(2);  // sequences 4 and 5 again
  const auto outcome = shop.sync();
  INFO(outcome.alarm);
  CHECK(outcome.stop == sync::Stop::Done);
  CHECK(outcome.moved == 1);
  CHECK(outcome.fetched == 4);
  shop.allHolds(9);
  const auto day = shop.store->dayTotals(shop.fixture.clock->now().local().date());
  CHECK(day->bills == 9);
}

TEST_CASE("a restored headquarters gets again what it lost") {
  Shop shop;
  shop.sell(3);
  shop.sync();
  const NaiveHq old = shop.hq;
  shop.sell(4);
  shop.sync();
  shop.hq.restored(old);
  CHECK(shop.sync().sent == 4);
  shop.allHolds(7);
  shop.hq.restored(NaiveHq());
  CHECK(shop.sync().sent == 7);
  shop.allHolds(7);
}

TEST_CASE("a headquarters that is busy is asked again, and what was sent before is not sent twice") {
  Shop shop;
  shop.sell(3);
  shop.hq.refuse_after = 1;  // it answers the hello and no more
  sync::Client client(*shop.store, {"test", "boot", {}, {}, 0, true}, *shop.fixture.clock, *shop.fixture.random);
  Direct transport(shop.hq);
  std::vector<std::int64_t> waits;
  const auto done = sync::drive(client, transport, [&](std::int64_t wait_ms, int failures) {
    waits.push_back(wait_ms);
    if (failures == 4) shop.hq.refuse_after = SIZE_MAX;
    return failures < 6;
  });
  REQUIRE(done);
  CHECK(waits.size() == 4);
  for (const std::int64_t wait_ms : waits) CHECK(wait_ms >= 1000);  // Retry-After: 1
  CHECK(client.outcome().sent == 3);
  shop.allHolds(3);
}

TEST_CASE("what came down and made an event goes up in the same session") {
  Shop shop;
  std::vector<ports::Store::JoinError> errors;
  const ports::MemberToJoin joining = test::member(1, "NORMAL");
  const auto at = shop.fixture.clock->now();
  REQUIRE(shop.store->joinMembers({&joining, 1}, at, at.local().date(), errors));
  const auto card = shop.store->sealer().cardKey(cardOf(1)).hex();
  shop.hq.block(shop.hq.terminal + "/" + card);
  const auto outcome = shop.sync();
  CHECK(outcome.sent == 2);  // the member, and the card that was blocked
  CHECK(shop.store->unsent()->count == 0);
  CHECK((*shop.store->memberByCard(cardOf(1)))->status == member::CardStatus::Lost);
}

TEST_CASE("an acknowledgement of another history moves nothing") {
  Shop shop;
  shop.sell(2);
  const auto refused = shop.store->setAcked(1, {2, base::Sha256{}}, 0, false);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == base::ErrorCode::WrongState);
  CHECK(shop.store->setAcked(1, {2, **shop.store->hashAt(1, 2)}, 0, false));
  CHECK(shop.store->setAcked(1, {1, **shop.store->hashAt(1, 1)}, 0, false));
  CHECK(shop.store->chains()->front().acked == 2);
}

TEST_CASE("a page and its cursor are one transaction") {
  Shop shop;
  for (int card = 0; card < 5; ++card) shop.hq.block("hash" + std::to_string(card));
  CHECK(shop.sync().changes == 5);
  CHECK(shop.store->cursors()->front() == ports::FeedCursor{"cards-blocked", 1, 5});
  ports::FeedPage bad{{"erase", 1, 1}, false, {{"no id"}}};
  bad.items[0].erase = true;
  CHECK_FALSE(shop.store->applyFeed(bad));
  CHECK(shop.store->cursors()->size() == 1);
}

TEST_CASE("the balance is headquarters' and what this till did since, and the journal explains it") {
  Shop shop;
  std::vector<ports::Store::JoinError> errors;
  ports::MemberToJoin joining = test::member(1, "NORMAL");
  joining.opening = base::Points(100);
  const auto at = shop.fixture.clock->now();
  const auto numbers = shop.store->joinMembers({&joining, 1}, at, at.local().date(), errors);
  REQUIRE(numbers);
  const auto known = *shop.store->memberByNo(numbers->front());
  ports::FeedMember said;
  said.id = known->id;
  said.no = known->no;
  said.tier = known->tier;
  said.tier_since = known->tier_since;
  said.joined = known->joined;
  said.noncash = base::Points(250);
  said.as_of_ms = 5;
  // Headquarters has not seen the opening balance: it comes on top.
  ports::FeedItem item{known->id.hex()};
  item.member = said;
  REQUIRE(shop.store->applyFeed({{"members", 1, 1}, false, {item}}));
  CHECK((*shop.store->memberByNo(known->no))->points() == base::Points(350));
  CHECK((*shop.store->confirmedBalance(known->no))->unsettled == base::Points(100));
  // Now it has, and says so; then it takes points away.
  item.member->seen_seq = 1;
  REQUIRE(shop.store->applyFeed({{"members", 1, 2}, false, {item}}));
  CHECK((*shop.store->memberByNo(known->no))->points() == base::Points(250));
  item.member->noncash = base::Points(30);
  REQUIRE(shop.store->applyFeed({{"members", 1, 3}, false, {item}}));
  CHECK((*shop.store->memberByNo(known->no))->points() == base::Points(30));
  CHECK((*shop.store->confirmedBalance(known->no))->confirmed == base::Points(30));
  const auto report = store::verify(*shop.store);
  for (const auto& problem : report->problems) FAIL_CHECK(problem.what << " " << problem.where);
}

TEST_CASE("a member whom only headquarters knew is found by card, until erased") {
  Shop shop;
  ports::FeedItem item{base::Id::make(7, *shop.fixture.random).hex()};
  ports::FeedMember said;
  said.id = *base::Id::parse(item.key);
  said.no = member::MemberNo::fromBody(123456789);
  said.tier = "NORMAL";
  said.noncash = base::Points(12);
  said.profile = member::Profile{"张伟", "13800000001", {}, {cardOf(9)}};
  item.member = said;
  REQUIRE(shop.store->applyFeed({{"members", 1, 1}, false, {item}}));
  const auto hit = shop.store->memberByCard(cardOf(9));
  REQUIRE(*hit);
  CHECK((*hit)->member.profile.name == "张伟");
  CHECK((*hit)->member.points() == base::Points(12));
  CHECK(*shop.store->memberByPhone("13800000001"));
  ports::FeedItem erase{item.key};
  erase.erase = true;
  REQUIRE(shop.store->applyFeed({{"erase", 1, 1}, false, {erase}}));
  CHECK_FALSE(*shop.store->memberByCard(cardOf(9)));
  CHECK_FALSE(*shop.store->memberByPhone("13800000001"));
  CHECK((*shop.store->memberByNo(said.no))->profile.name.empty());
  const auto report = store::verify(*shop.store);
  for (const auto& problem : report->problems) FAIL_CHECK(problem.what << " " << problem.where);
}

TEST_CASE("S16 a card that goes from one member to another is found, whichever record of the page stands first") {
  for (const bool winner_first : {true, false}) {
    Shop shop;
    const auto record = [&](int number, member::Profile profile) {
      ports::FeedItem item{base::Id::make(number, *shop.fixture.random).hex()};
      ports::FeedMember said;
      said.id = *base::Id::parse(item.key);
      said.no = member::MemberNo::fromBody(123456780 + number);
      said.tier = "NORMAL";
      said.profile = std::move(profile);
      item.member = said;
      return item;
    };
    auto loser = record(1, {"王小芳", "13800000001", {}, {cardOf(8), cardOf(9)}});
    auto winner = record(2, {"王小芳", "", {}, {}});
    REQUIRE(shop.store->applyFeed({{"members", 1, 1}, false, {loser, winner}}));
    REQUIRE((*shop.store->memberByCard(cardOf(9)))->member.no == loser.member->no);
    loser.member->profile = member::Profile{"王小芳", "", {}, {cardOf(8)}};
    winner.member->profile = member::Profile{"李小芳", "13800000001", {}, {cardOf(9)}};
    ports::FeedPage page{{"members", 1, 2}, false, {winner, loser}};
    if (!winner_first) std::swap(page.items.front(), page.items.back());
    REQUIRE(shop.store->applyFeed(page));
    const auto hit = shop.store->memberByCard(cardOf(9));
    REQUIRE(*hit);
    CHECK((*hit)->member.no == winner.member->no);
    CHECK((*shop.store->memberByCard(cardOf(8)))->member.no == loser.member->no);
    const auto called = shop.store->memberByPhone("13800000001");
    REQUIRE(*called);
    CHECK((*called)->no == winner.member->no);
    const auto report = store::verify(*shop.store);
    for (const auto& problem : report->problems) FAIL_CHECK(problem.what << " " << problem.where);
  }
}

TEST_CASE("Retry-After is waited for, and jitter stays under a quarter of an hour") {
  base::SeededRandom random(3);
  sync::Backoff backoff;
  CHECK(backoff.next(random, 120) >= 120'000);
  std::int64_t longest = 0;
  for (int i = 0; i < 200; ++i) {
    const std::int64_t wait_ms = backoff.next(random, std::nullopt);
    CHECK(wait_ms >= sync::Backoff::kLeast_ms);
    longest = std::max(longest, wait_ms);
  }
  CHECK(longest <= sync::Backoff::kMost_ms);
  CHECK(longest > 5 * 60'000);
}

namespace {

struct Line final : ports::SyncTransport {
  Direct hq;
  bool up = true;
  explicit Line(NaiveHq& peer) : hq(peer) {}
  base::Result<ports::SyncResponse> exchange(const ports::SyncRequest& request, ports::SyncResponse* partial) override {
    if (!up) return base::fail(base::ErrorCode::ServiceDown, "no line");
    return hq.exchange(request, partial);
  }
};

// A running till's sessions and the waits between them, by the fixture's clock.
struct Running {
  Shop shop;
  Line line{shop.hq};
  sync::Rhythm rhythm;

  std::int64_t now_ms() const { return shop.fixture.clock->now().utc_ms; }

  void wait(std::int64_t ms) { shop.fixture.clock->advance(std::chrono::milliseconds(ms)); }

  // A session; how long to wait after it.
  std::int64_t round() {
    sync::Client client(*shop.store, {"test", "boot", {}, {}, 0, true}, *shop.fixture.clock, *shop.fixture.random);
    const auto done = sync::drive(client, line, [&](std::int64_t wait_ms, int failures) {
      wait(wait_ms);
      return failures < 3;
    });
    return rhythm.afterSession(done.has_value(), *shop.fixture.random);
  }
};

}  // namespace

TEST_CASE("a sale goes to headquarters about a minute later while the line is up, each till at moments of its own") {
  Running till;
  std::set<std::int64_t> waits;
  for (int sales = 1; sales <= 25; ++sales) {
    const std::int64_t wait_ms = till.round();
    till.shop.sell(1);  // the worst moment: just after a session
    const std::int64_t sold_ms = till.now_ms();
    CHECK(till.shop.store->unsent()->count == 1);
    till.wait(wait_ms);
    static_cast<void>(till.round());
    CHECK(till.shop.store->unsent()->count == 0);
    CHECK(till.now_ms() - sold_ms <= 90'000);
    CHECK(wait_ms >= 30'000);
    waits.insert(wait_ms);
  }
  CHECK(waits.size() > 20);
  CHECK(*waits.begin() < 60'000);
  CHECK(*waits.rbegin() > 60'000);
  till.shop.allHolds(25);
}

TEST_CASE("while the line is down a till asks less and less, and when it is back everything goes up once") {
  Running till;
  till.shop.sell(2);
  static_cast<void>(till.round());
  till.line.up = false;
  std::int64_t every_ms = sync::Rhythm::kEvery_ms;
  for (int asked = 0; asked < 12; ++asked) {
    const std::int64_t wait_ms = till.round();
    CHECK(wait_ms >= every_ms / 2);
    CHECK(wait_ms <= every_ms / 2 * 3);
    every_ms = std::min(2 * every_ms, sync::Rhythm::kEveryDown_ms);
    till.wait(wait_ms);
    till.shop.sell(1);
  }
  CHECK(till.shop.store->unsent()->count == 12);
  till.line.up = true;
  const std::int64_t back_ms = till.now_ms();
  till.wait(till.rhythm.afterSession(false, *till.shop.fixture.random));
  const std::int64_t after_ms = till.round();
  CHECK(till.now_ms() - back_ms <= 270'000);
  till.shop.allHolds(14);
  CHECK(after_ms <= 90'000);  // and the minute is a minute again
}
