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

TEST_CASE("rows that are held back are there for whoever asks, and after the commit", "[both]") {
  HqEngine engine;
  const auto store = engine.open();
  hqdb::Database& database = store->database();
  database.begin();
  database.script("CREATE TABLE plain(a BIGINT, b TEXT, c BYTEA); CREATE TABLE named(a TEXT PRIMARY KEY, b BIGINT)");
  database.commit();
  const std::string odd = "t\tab, line\n, back\\slash, 中文, \\.";
  const hqdb::Blob bytes{std::string("\0\xff\n", 3)};
  std::int64_t expected = 0;
  const auto count = [&] { return database.run("SELECT count(*) FROM plain", {}).front().number(0); };
  database.begin();
  for (const int rows : {1, 5, 300}) {  // alone, as a set, by COPY
    for (int i = 0; i < rows; ++i)
      database.put("INSERT INTO plain VALUES($1, $2, $3)",
                   {++expected, odd, i % 2 == 0 ? hqdb::Value(bytes) : hqdb::Value()});
    CHECK(count() == expected);
  }
  for (const std::int64_t value : {1, 2, 3})
    for (const char* name : {"x", "y"})
      database.put("INSERT INTO named VALUES($1, $2) ON CONFLICT(a) DO UPDATE SET b = excluded.b",
                   {std::string(name), value}, 1);
  database.put("INSERT INTO named VALUES($1, $2) ON CONFLICT(a) DO NOTHING", {std::string("x"), std::int64_t{9}});
  database.put("INSERT INTO named VALUES($1, $2) ON CONFLICT(a) DO NOTHING", {std::string("z"), std::int64_t{9}});
  database.put("INSERT INTO plain VALUES($1, $2, $3)", {std::int64_t{-7}, hqdb::Value(), hqdb::Value()});
  database.commit();
  CHECK(count() == expected + 1);
  const auto rows = database.run("SELECT a, b, c FROM plain ORDER BY a", {});
  CHECK(rows.front().number(0) == -7);
  CHECK(rows.front().isNull(1));
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].text(1) != odd || rows[i].number(0) != static_cast<std::int64_t>(i)) FAIL("row " << i);
    if (rows[i].isNull(2) ? !rows[i].blob(2).empty() : rows[i].blob(2) != bytes.bytes) FAIL("bytes of row " << i);
  }
  const auto named = database.run("SELECT a, b FROM named ORDER BY a", {});
  REQUIRE(named.size() == 3);
  CHECK(named[0].number(1) == 3);
  CHECK(named[1].number(1) == 3);
  CHECK(named[2].number(1) == 9);
}

TEST_CASE("rows that are held back are gone with their transaction", "[both]") {
  HqEngine engine;
  const auto store = engine.open();
  const auto undone = store->transaction([](HqTransaction& tx) -> base::Status {
    for (int i = 0; i < 30; ++i) tx.mark("f", std::to_string(i));
    return base::fail(base::ErrorCode::WrongState);
  });
  CHECK_FALSE(undone);
  REQUIRE(in(*store, [](HqTransaction& tx) { tx.mark("f", "own"); }));
  REQUIRE(in(*store, [](HqTransaction& tx) { CHECK(tx.takeMarks(100).size() == 1); }));
}

TEST_CASE("an event is first once, expected with its page or not", "[both]") {
  HqEngine engine;
  const auto store = engine.open();
  base::SeededRandom random(3);
  std::vector<base::Id> ids;
  for (int i = 0; i < 40; ++i) ids.push_back(base::Id::make(1'000 + i, random));
  REQUIRE(in(*store, [&](HqTransaction& tx) { CHECK(tx.firstSight("t", ids[0], 1, 1)); }));
  REQUIRE(in(*store, [&](HqTransaction& tx) {
    tx.expectPage("t", ids, {});
    CHECK_FALSE(tx.firstSight("t", ids[0], 2, 1));
    for (std::size_t i = 1; i < ids.size(); ++i) CHECK(tx.firstSight("t", ids[i], 2, i + 1));
    CHECK_FALSE(tx.firstSight("t", ids[7], 2, 50));
    CHECK(tx.firstSight("other", ids[7], 1, 1));
  }));
  REQUIRE(in(*store, [&](HqTransaction& tx) {
    for (const base::Id& id : ids) CHECK_FALSE(tx.firstSight("t", id, 3, 1));
  }));
}

TEST_CASE("a member's points that two add to at once are added twice", "[both]") {
  HqEngine engine;
  const auto one = engine.open(), two = engine.open();
  ports::HqMember member;
  member.id = "m";
  member.status = "ACTIVE";
  member.noncash = base::Points(5);
  REQUIRE(in(*one, [&](HqTransaction& tx) {
    tx.putMember(member);
    tx.addToMember("m", base::Points(1), {}, {});
    tx.addToMember("nobody", base::Points(1), {}, {});
    member.noncash = base::Points(1000);  // of a member who is known only addToMember moves points
    tx.putMember(member);
    CHECK(tx.member("m")->noncash == base::Points(6));
    CHECK_FALSE(tx.member("nobody"));
  }));
  constexpr int kEach = 20;
  std::atomic<int> failed{0};
  const auto add = [&](hqdb::SqlHqStore& store) {
    for (int i = 0; i < kEach; ++i)
      if (!in(store, [](HqTransaction& tx) { tx.addToMember("m", base::Points(1), base::Points(2), base::Points(3)); }))
        ++failed;
  };
  std::thread other([&] { add(*two); });
  add(*one);
  other.join();
  CHECK(failed == 0);
  REQUIRE(in(*one, [&](HqTransaction& tx) {
    CHECK(tx.member("m")->noncash == base::Points(6 + 2 * kEach));
    CHECK(tx.member("m")->cashable == base::Points(4 * kEach));
    CHECK(tx.member("m")->lifetime == base::Points(6 * kEach));
    CHECK_FALSE(tx.member("nobody"));
  }));
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
