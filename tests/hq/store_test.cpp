// The storage port, on each engine.
#include <thread>

#include "tests/hq/engines.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

using ports::HqTransaction;

base::Status in(hqdb::SqlHqStore& store, const std::function<void(HqTransaction&)>& work) {
  return store.transaction([&](HqTransaction& tx) -> base::Status {
    work(tx);
    return {};
  });
}

base::Sha256 hashOf(std::uint8_t byte) {
  base::Sha256 hash{};
  hash.fill(byte);
  return hash;
}

}  // namespace

TEST_CASE("what a transaction wrote is there for another connection and gone after an error", "[both]") {
  HqEngine engine;
  const auto one = engine.open(), two = engine.open();
  REQUIRE(in(*one, [](HqTransaction& tx) { tx.setMeta("a", "1"); }));
  const auto undone = one->transaction([](HqTransaction& tx) -> base::Status {
    tx.setMeta("a", "2");
    return base::fail(base::ErrorCode::WrongState);
  });
  CHECK_FALSE(undone);
  REQUIRE(in(*two, [](HqTransaction& tx) { CHECK(tx.meta("a") == "1"); }));
}

TEST_CASE("an inbox gives back its bytes and each event's hash", "[both]") {
  HqEngine engine;
  const auto store = engine.open();
  base::Bytes hashes;
  for (std::uint8_t i = 4; i <= 6; ++i) {
    const auto hash = hashOf(i);
    hashes.insert(hashes.end(), hash.begin(), hash.end());
  }
  const std::string bytes("\0\xff line", 7);
  REQUIRE(in(*store, [&](HqTransaction& tx) {
    tx.putInbox({"t", 1, 4, 6, 9, bytes, hashes});
    tx.putIncarnation({"t", 1, hashOf(0), 6, hashOf(6), 0, 0});
  }));
  REQUIRE(in(*store, [&](HqTransaction& tx) {
    CHECK(tx.hashAt("t", 1, 4) == hashOf(4));
    CHECK(tx.hashAt("t", 1, 6) == hashOf(6));
    CHECK_FALSE(tx.hashAt("t", 1, 3));
    CHECK_FALSE(tx.hashAt("t", 1, 7));
    CHECK_FALSE(tx.hashAt("t", 2, 5));
    const auto batches = tx.inboxFrom("t", 1, 5, 10);
    REQUIRE(batches.size() == 1);
    CHECK(batches.front().lines == bytes);
    CHECK(batches.front().hashes == hashes);
    CHECK(tx.incarnation("t", 1)->acked_hash == hashOf(6));
    REQUIRE(tx.backlog(5).size() == 1);
    tx.setProjected("t", 1, 6);
    CHECK(tx.backlog(5).empty());
  }));
}

TEST_CASE("a lease has one holder and its token rises with the next", "[both]") {
  HqEngine engine;
  const auto store = engine.open();
  REQUIRE(in(*store, [](HqTransaction& tx) {
    const auto first = tx.takeLease("p", "a", 100, 200);
    REQUIRE(first);
    CHECK_FALSE(tx.takeLease("p", "b", 150, 250));
    CHECK(tx.takeLease("p", "a", 150, 250) == first);
    const auto second = tx.takeLease("p", "b", 251, 350);
    REQUIRE(second);
    CHECK(*second > *first);
    CHECK_FALSE(tx.holdsLease("p", *first));
    CHECK(tx.holdsLease("p", *second));
  }));
}

TEST_CASE("a feed's positions have no holes however many write it", "[both]") {
  HqEngine engine;
  static constexpr int kThreads = 4, kEach = 25;
  std::vector<std::unique_ptr<hqdb::SqlHqStore>> stores;
  for (int i = 0; i < kThreads; ++i) stores.push_back(engine.open());
  std::vector<std::thread> threads;
  std::atomic<int> failed{0};
  for (auto& store : stores)
    threads.emplace_back([&failed, &store] {
      for (int i = 0; i < kEach; ++i)
        if (!in(*store, [&](HqTransaction& tx) { tx.appendChange("f", std::to_string(i), "{}"); })) ++failed;
    });
  for (auto& thread : threads) thread.join();
  CHECK(failed == 0);
  REQUIRE(in(*stores.front(), [](HqTransaction& tx) {
    CHECK(tx.feedBounds("f").last == kThreads * kEach);
    const auto changes = tx.changesAfter("f", 0, 1000);
    REQUIRE(changes.size() == kThreads * kEach);
    for (std::size_t i = 0; i < changes.size(); ++i) CHECK(changes[i].pos == static_cast<std::int64_t>(i + 1));
    CHECK(tx.latestChanges("f", "", 1000).size() == kEach);
  }));
}

TEST_CASE("a mark that is set while marks are taken is not lost", "[both]") {
  HqEngine engine;
  const auto one = engine.open(), two = engine.open();
  constexpr int kRounds = 60;
  std::atomic<bool> done{false};
  std::thread writer([&] {
    for (int i = 1; i <= kRounds; ++i)
      CHECK(in(*two, [&](HqTransaction& tx) {
        tx.setMeta("state", std::to_string(i));
        tx.mark("f", "k");
      }));
    done = true;
  });
  std::string seen;
  const auto take = [&] {
    std::string now;
    bool marked = false;
    CHECK(in(*one, [&](HqTransaction& tx) {
      marked = !tx.takeMarks(10).empty();
      now = tx.meta("state").value_or("");
    }));
    if (marked) seen = now;
  };
  while (!done) take();
  writer.join();
  take();
  CHECK(seen == std::to_string(kRounds));
}

TEST_CASE("facts, ledger and members add up and come back in pages", "[both]") {
  HqEngine engine;
  const auto store = engine.open();
  const auto day = base::BusinessDate::of(2025, 3, 12);
  REQUIRE(in(*store, [&](HqTransaction& tx) {
    for (std::uint64_t seq = 1; seq <= 3; ++seq) {
      ports::HqSale sale;
      sale.key = {"t", 1, seq};
      sale.type = "sale";
      sale.day = day;
      sale.total = base::Money(100);
      sale.earned = base::Points(2);
      tx.putSale(sale);
      tx.putLines(sale.key, day, {{"S1", base::Quantity(1000), base::Money(100), base::Money(100)}});
      tx.putPayments(sale.key, day, {{"CASH", base::Money(100)}});
      tx.putPosting({sale.key, 0, "m", "PROGRAMME", false, base::Points(2), base::Points(2), day, std::nullopt, ""});
    }
    ports::HqMember member;
    member.id = "m";
    tx.putMember(member);
    tx.addToMember("m", base::Points(6), base::Points(0), base::Points(6));
    member.tier = "GLD";
    tx.putMember(member);
  }));
  REQUIRE(in(*store, [&](HqTransaction& tx) {
    CHECK(tx.factSums("t", day) == ports::HqDaySums{3, base::Money(300), base::Points(6), base::Points(0), 0});
    CHECK(tx.salesAfter({"t", 1, 1}, 10).size() == 2);
    CHECK(tx.salesAfter({}, 2).size() == 2);
    CHECK(tx.postingsAfter({}, 10).size() == 3);
    CHECK(tx.member("m")->noncash == base::Points(6));
    CHECK(tx.member("m")->tier == "GLD");
    REQUIRE(tx.lastPostings("m").size() == 1);
    CHECK(tx.lastPostings("m").front().seq == 3);
    CHECK(tx.firstSight("t", base::Id(), 1, 1));
    CHECK_FALSE(tx.firstSight("t", base::Id(), 2, 1));
    tx.forgetFacts();
    CHECK(tx.salesAfter({}, 10).empty());
    CHECK(tx.postingsAfter({}, 10).empty());
  }));
}

}  // namespace kahui::test
