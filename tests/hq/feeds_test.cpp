// The way down with the real till and the real client: pruned feeds, cursors that lead nowhere, snapshots that are
// ordered, broken off or replaced (protocol.md, S13, S15).
#include "core/hq/orders.hpp"
#include "core/hq/snapshots.hpp"
#include "tests/hq/chain_fixture.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

struct Feeds : HqChain {
  std::unique_ptr<ChainTill> one, two;
  Feeds() : HqChain("2025-12-10T09:00:00") {
    one = std::make_unique<ChainTill>(*this, 1, 1);
    two = std::make_unique<ChainTill>(*this, 1, 2);
    join({member(1, "ORD"), member(2, "ORD")});
    work();
  }
  std::int64_t rows(const char* feed) {
    return hq.store->database()
        .run("SELECT count(*) FROM change_feed WHERE feed = $1", {std::string(feed)})
        .front()
        .number(0);
  }
  std::int64_t prune() { return *hq::pruneFeeds(*hq.store, identity.epoch, hq.clock.now().utc_ms); }
  // The member's record changes so many times, each time in a position of its own.
  void change(int times) {
    for (int i = 0; i < times; ++i) {
      one->sell({{"S1", 1}}, 1);
      one->sync();
      work();
    }
  }
  void settle() {
    for (ChainTill* till : {one.get(), two.get()}) {
      till->sync();
      work();
      till->sync();
    }
  }
};

}  // namespace

TEST_CASE("a feed is pruned behind the slowest till and its snapshot, and nobody misses anything", "[both]") {
  Feeds chain;
  chain.settle();
  chain.change(5);
  const std::int64_t all = chain.rows("members/0001");
  CHECK(all > 5);
  CHECK(chain.prune() == 0);  // no snapshot: a till that is sent to one would find none
  chain.makeSnapshots();
  const std::int64_t gone = chain.prune();
  CHECK(gone > 0);
  CHECK(chain.rows("members/0001") == all - gone);
  // The second till stood far behind; nothing after its cursor went, so it goes on page by page.
  const int snapshots = chain.snapshots_served;
  chain.settle();
  CHECK(chain.snapshots_served == snapshots);
  CHECK(chain.one->memberNow(1).points() == chain.two->memberNow(1).points());
  chain.makeSnapshots();
  CHECK(chain.prune() > 0);
  // Now each member has its one record, and a new till begins with the snapshot.
  ChainTill three(chain, 1, 3);
  three.sync();
  CHECK(chain.snapshots_served > snapshots);
  CHECK(three.memberNow(1).points() == chain.one->memberNow(1).points());
}

TEST_CASE("S15 a cursor that was pruned, lies beyond the end or is of another epoch heals by itself", "[both]") {
  Feeds chain;
  chain.settle();
  chain.change(3);
  chain.makeSnapshots();
  const auto heal = [&](ports::FeedCursor cursor) {
    REQUIRE(chain.two->store().applyFeed({std::move(cursor), false, {}}));
    const int snapshots = chain.snapshots_served, requests = chain.changes_asked;
    chain.two->sync();
    CHECK(chain.snapshots_served == snapshots + 1);
    // 410 and, after the snapshot, the page behind it; twice the six scopes, since what came down made events.
    CHECK(chain.changes_asked - requests <= 14);
    CHECK(chain.two->memberNow(1).points() == chain.one->memberNow(1).points());
    const int healed = chain.snapshots_served;
    chain.two->sync();
    CHECK(chain.snapshots_served == healed);
  };
  chain.settle();
  heal({"members", 1, 1'000'000});
  heal({"members", 7, 3});
  CHECK(chain.prune() > 0);
  heal({"members", 1, 1});
}

TEST_CASE("headquarters orders a till to load its snapshot anew, once", "[both]") {
  Feeds chain;
  chain.settle();
  chain.change(2);
  base::SeededRandom random(3);
  const auto order = [&](const std::string& terminal, const std::string& scope) {
    return hq::orderResnapshot(*chain.hq.store, terminal, scope, "test", chain.hq.clock.now().utc_ms, random);
  };
  const std::string name = chain.two->store().info().terminal;
  CHECK(order("nobody", "members").error().code == base::ErrorCode::BadInput);
  CHECK(order(name, "sales").error().code == base::ErrorCode::BadInput);
  REQUIRE(order(name, "members"));
  const int before = chain.snapshots_served;
  chain.two->sync();
  CHECK(chain.snapshots_served == before);  // none is made yet
  chain.makeSnapshots();
  // What the till has is wrong: a figure that headquarters never said.
  chain.two->sync(100);  // every answer is lost: the order stands
  CHECK(*order(name, "members") == 1);
  chain.two->sync();
  CHECK(chain.snapshots_served > before);
  chain.hq.in([&](ports::HqTransaction& tx) {
    CHECK(tx.orders(name, true).empty());
    CHECK(tx.orders(name, false).size() == 1);
  });
  const int after = chain.snapshots_served;
  chain.two->sync();
  CHECK(chain.snapshots_served == after);
  CHECK(chain.two->memberNow(1).points() == chain.one->memberNow(1).points());
}

}  // namespace kahui::test
