// Scenarios of protocol.md with real stores and the real client: S12, S13, S19, S25.
#include <functional>
#include <set>

#include "core/hq/feeds.hpp"
#include "core/hq/orders.hpp"
#include "core/hq/terminals.hpp"
#include "core/store/history.hpp"
#include "tests/hq/chain_fixture.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

// A line that breaks at a random byte, of what goes up or of what comes down.
class CutLine final : public ports::SyncTransport {
 public:
  CutLine(HqChain& chain, ChainTill& till, int percent)
      : m_chain(chain), m_till(till), m_terminal(till.store().info().terminal), m_percent(percent) {}

  base::Result<ports::SyncResponse> exchange(const ports::SyncRequest& request, ports::SyncResponse* partial) override {
    ++requests;
    const bool batch = request.path == "/v1/batches";
    if (batch) largest = std::max(largest, request.body.size());
    const bool cut = m_till.roll(100) < m_percent;
    if (cut) ++cuts;
    const auto upto = [&](std::size_t size) {
      return size == 0 ? 0 : static_cast<std::size_t>(m_till.roll(30'000)) % size;
    };
    if (cut && m_till.roll(2) == 0) {  // going up: headquarters never has the whole of it
      if (batch) wasted += upto(request.body.size());
      return base::fail(base::ErrorCode::ServiceDown, "cut going up");
    }
    ports::SyncResponse answer = m_chain.exchange(m_terminal, request);
    if (!cut) return answer;
    if (batch) wasted += request.body.size();  // it is stored, and goes up again
    answer.body.resize(upto(answer.body.size()));
    if (partial != nullptr) *partial = std::move(answer);
    return base::fail(base::ErrorCode::ServiceDown, "cut coming down");
  }

  int requests = 0, cuts = 0;
  std::size_t wasted = 0, largest = 0;

 private:
  HqChain& m_chain;
  ChainTill& m_till;
  const std::string m_terminal;
  const int m_percent;
};

// The first file is cut at 30 %; what follows is asked elsewhere.
class BrokenDownload final : public ports::SyncTransport {
 public:
  BrokenDownload(HqChain& chain, ChainTill& till) : m_chain(chain), m_terminal(till.store().info().terminal) {}

  base::Result<ports::SyncResponse> exchange(const ports::SyncRequest& request, ports::SyncResponse* partial) override {
    ports::SyncResponse answer = m_chain.exchange(m_terminal, request);
    const bool file = request.path.starts_with("/v1/snapshots/members.") && !request.path.ends_with("/latest");
    if (!file) return answer;
    statuses.push_back(answer.status);
    ranges.push_back(request.range_from);
    if (statuses.size() > 1) return answer;
    whole = answer.body.size();
    answer.body.resize(whole * 3 / 10);
    *partial = std::move(answer);
    if (meanwhile) meanwhile();
    return base::fail(base::ErrorCode::ServiceDown, "cut at 30 %");
  }

  std::function<void()> meanwhile;
  std::vector<int> statuses;
  std::vector<std::int64_t> ranges;
  std::size_t whole = 0;

 private:
  HqChain& m_chain;
  const std::string m_terminal;
};

struct Sums {
  std::int64_t sales = 0, total = 0;
  bool operator==(const Sums&) const = default;
};

Sums sumsOf(HqChain& chain) {
  Sums sums;
  chain.hq.in([&](ports::HqTransaction& tx) {
    sums = {};
    for (const auto& sale : tx.salesAfter({}, 100'000)) {
      ++sums.sales;
      sums.total += sale.total.value();
    }
  });
  return sums;
}

Sums sumsOf(ChainTill& till) {
  Sums sums;
  REQUIRE(store::forEachEvent(till.store(), {}, [&](const journal::Event& event, const std::string&) -> base::Status {
    if (const auto* sale = std::get_if<journal::SaleCompleted>(&event.payload)) {
      ++sums.sales;
      sums.total += sale->total.value();
    }
    return {};
  }));
  return sums;
}

std::vector<ports::MemberToJoin> members(int count) {
  std::vector<ports::MemberToJoin> list;
  for (int i = 1; i <= count; ++i) list.push_back(member(i, "ORD"));
  return list;
}

// A till that begins with the snapshot, for the feed before it is gone.
struct Downloading : HqChain {
  std::unique_ptr<ChainTill> old, fresh;
  Downloading() : HqChain("2025-12-10T09:00:00") {
    old = std::make_unique<ChainTill>(*this, 1, 1);
    join(members(60));
    work();
    old->sync();
    makeSnapshots();
    REQUIRE(hq::pruneFeeds(*hq.store, identity.epoch, hq.clock.now().utc_ms));
    old->sell({{"S1", 1}}, 1);
    old->sync();
    work();
    old->sync();
    fresh = std::make_unique<ChainTill>(*this, 1, 2);
    hq.store->database().script("INSERT INTO feed_floor VALUES('members/0001', 1) ON CONFLICT(feed) DO NOTHING");
  }
  void whole() {
    for (int i = 1; i <= 60; ++i) CHECK(fresh->memberNow(i).points() == old->memberNow(i).points());
  }
};

}  // namespace

TEST_CASE("S12 a link that is cut at random bytes costs a batch a cut, and everything arrives once", "[both]") {
  HqChain chain("2025-12-10T09:00:00");
  ChainTill till(chain, 1, 1);
  chain.join(members(20));
  chain.work();
  CutLine line(chain, till, 20);
  int uploads = 0;
  for (int round = 0; round < 50; ++round) {
    chain.hq.clock.advance(std::chrono::minutes(1));
    till.sell({{"S1", 1}, {"S3", 2}}, round < 3 ? std::nullopt : std::optional(1 + round % 20));
    uploads += static_cast<int>(till.syncOver(line, 40).batches);
    chain.work();
  }
  till.syncOver(line, 40);
  chain.work();
  till.sync();
  INFO(line.requests << " requests, " << line.cuts << " cuts");
  CHECK(line.requests > 200);
  CHECK(line.cuts > 40);
  CHECK(uploads >= 50);
  CHECK(line.wasted <= static_cast<std::size_t>(line.cuts) * line.largest);
  CHECK(sumsOf(chain) == sumsOf(till));
  CHECK(till.problems().empty());
  chain.hq.in([&](ports::HqTransaction& tx) {
    for (int i = 1; i <= 20; ++i) {
      const auto own = till.memberNow(i);
      const auto there = tx.member(own.id.hex());
      REQUIRE(there);
      CHECK(there->noncash + there->cashable == own.points());
    }
  });
}

TEST_CASE("S13 a snapshot broken off at 30 % goes on where it broke, on any node", "[both]") {
  Downloading chain;
  BrokenDownload line(chain, *chain.fresh);
  chain.fresh->syncOver(line);
  REQUIRE(line.statuses.size() == 2);
  CHECK(line.statuses == std::vector<int>{200, 206});
  CHECK(line.ranges.back() == static_cast<std::int64_t>(line.whole * 3 / 10));
  chain.whole();
}

TEST_CASE("S13 a snapshot that is replaced meanwhile is begun anew, and what the till had stays until then", "[both]") {
  Downloading chain;
  BrokenDownload line(chain, *chain.fresh);
  line.meanwhile = [&] {
    // Nothing of the half file is in the till.
    const auto cursors = chain.fresh->store().cursors();
    for (const auto& cursor : *cursors) CHECK(cursor.scope != "members");
    const auto hit = chain.fresh->store().memberByCard(cardOf(1));
    REQUIRE(hit);
    CHECK_FALSE(hit->has_value());
    chain.old->sell({{"S2", 1}}, 2);
    chain.old->sync();
    chain.work();
    chain.old->sync();
    std::erase_if(chain.snapshot_files, [](const auto& file) { return file.first.starts_with("members."); });
    chain.makeSnapshots();
  };
  chain.fresh->syncOver(line);
  REQUIRE(line.statuses.size() == 3);
  CHECK(line.statuses == std::vector<int>{200, 404, 200});
  CHECK(line.ranges.back() == 0);
  chain.whole();
}

TEST_CASE("S19 a blocked card used offline: the sale stands, and who bears it follows from what the till had",
          "[both]") {
  HqFixture hq;
  base::Id::Raw raw{};
  raw.fill(7);
  const base::Id id(raw);
  std::vector<std::unique_ptr<TillLog>> logs;
  hq.clock.set(*base::LocalTime::parse("2025-03-12T09:00:00"));
  for (const char* name : {"t1", "t2", "t3"}) {
    hq.know(name, "0001", name + 1);
    logs.push_back(std::make_unique<TillLog>(name));
    logs.back()->setTime("2025-03-12T08:30:00");
    logs.back()->add(registered(42, id, 100));
    REQUIRE(hq.send(*logs.back(), 1, 1));
  }
  hq.project();
  hq.clock.set(*base::LocalTime::parse("2025-03-12T10:00:00"));
  hq.in([&](ports::HqTransaction& tx) {
    tx.putCard({"K1", id.hex(), "uid", "LOST"});
    tx.mark(hq::kBlockedFeed, "K1");
  });
  hq.sequence();
  hq.clock.set(*base::LocalTime::parse("2025-03-12T12:00:00"));
  // t1 was offline since 9, t2 got the list after 10, t3 sold before 10 and says so only now.
  const std::vector<std::pair<const char*, std::int64_t>> tills{
      {"2025-03-12T11:00:00", 0}, {"2025-03-12T11:00:00", 1}, {"2025-03-12T09:30:00", 1}};
  for (std::size_t i = 0; i < tills.size(); ++i) {
    TillLog& log = *logs[i];
    log.setTime(tills[i].first);
    log.add(saleOf(5'000, std::pair(std::int64_t{42}, id), 0, 20));
    sync::Hello said;
    said.terminal = log.terminal();
    said.boot = "b";
    said.app = "test";
    said.incarnations = {{1, {log.head(), log.hash(log.head())}, 1, {}}};
    said.cursors = {{"cards-blocked", 1, tills[i].second}};
    REQUIRE(hq::hello(*hq.store, {}, log.terminal(), said, hq.clock.now().utc_ms));
    REQUIRE(hq.send(log, 2, log.head()));
  }
  hq.project();
  const auto cases = [&] {
    std::vector<std::string> details;
    hq.in([&](ports::HqTransaction& tx) {
      details.clear();
      for (const auto& flag : tx.flags())
        if (flag.kind == "blocked_card_redeemed") details.push_back(flag.key.terminal + " " + flag.detail);
      CHECK(tx.salesAfter({}, 100).size() == 3);
    });
    return details;
  };
  const std::vector<std::string> expected{"t1 LOST, headquarters: the till had not heard of the block",
                                          "t2 LOST, store: its till had the block",
                                          "t3 LOST, nobody: sold before the block"};
  CHECK(cases() == expected);
}

TEST_CASE("S25 a disk image that runs twice is stopped, nothing is overwritten, and all sales are recovered",
          "[both]") {
  HqChain chain("2025-12-10T09:00:00");
  ChainTill one(chain, 1, 1);
  chain.join(members(5));
  chain.work();
  one.boot = "first";
  one.sell({{"S1", 1}});
  one.sync();
  ChainTill copy(chain, one);
  copy.sell({{"S2", 1}});
  copy.sell({{"S3", 1}});
  copy.sync();  // could be the same till after a restart
  for (int i = 0; i < 3; ++i) one.sell({{"S1", 2}});
  CHECK_THROWS(one.sync());  // the earlier process speaks again
  CHECK_THROWS(copy.sync());
  chain.work();
  CHECK(sumsOf(chain).sales == 3);
  for (ChainTill* till : {&one, &copy}) CHECK_FALSE(till->store().contact()->alarm.empty());
  copy.sell({{"S3", 3}});  // both go on selling
  REQUIRE(hq::setTerminalState(*chain.hq.store, one.store().info().terminal, ports::HqTerminalState::Active));
  one.sync();
  chain.work();
  CHECK(sumsOf(chain).sales == 6);
  // A person takes the copy out of service; what it sold since goes up once more, as that of the same terminal.
  REQUIRE(hq::setTerminalState(*chain.hq.store, one.store().info().terminal, ports::HqTerminalState::Active));
  copy.boot = "copy, let in again";
  copy.sync();
  chain.work();
  CHECK(sumsOf(chain).sales == 7);
  CHECK(sumsOf(chain).total == 12'345 + 19'999 + 780 + 3 * 2 * 12'345 + 3 * 780);
  chain.hq.in([&](ports::HqTransaction& tx) {
    std::set<std::string> ids;
    for (const auto& sale : tx.salesAfter({}, 100)) ids.insert(sale.event.hex());
    CHECK(ids.size() == 7);
  });
}

}  // namespace kahui::test
