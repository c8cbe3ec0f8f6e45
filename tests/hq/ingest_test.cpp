// What a batch meets at the door (protocol.md, scenarios S01 to S05, and reliability.md, T4, T5).
#include "core/hq/terminals.hpp"
#include "core/sync/batch.hpp"
#include "core/sync/compression.hpp"
#include "core/sync/limits.hpp"
#include "tests/hq/hq_fixture.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

struct Door : HqFixture {
  TillLog log{"t1"};
  Door() {
    know("t1", "0001", "01");
    for (int i = 1; i <= 6; ++i) log.add(saleOf(i * 100));
  }
  std::uint64_t stored() {
    std::uint64_t count = 0;
    in([&](ports::HqTransaction& tx) {
      count = 0;
      for (const auto& batch : tx.inboxFrom("t1", 1, 1, 1000)) count += batch.last - batch.first + 1;
    });
    return count;
  }
};

}  // namespace

TEST_CASE("S01 a batch that is sent again is stored once", "[both]") {
  Door door;
  const auto first = door.send(door.log, 1, 4);
  REQUIRE(first);
  CHECK(first->stored == 4);
  CHECK(first->acked == sync::ChainMark{4, door.log.hash(4)});
  const auto again = door.send(door.log, 1, 4);
  REQUIRE(again);
  CHECK(again->stored == 0);
  CHECK(again->dup == 4);
  CHECK(again->acked == first->acked);
  CHECK(door.stored() == 4);
}

TEST_CASE("S01 the same body is known by its digest, another one is read whatever its header says", "[both]") {
  Door door;
  const auto send = [&](const std::string& raw) {
    return hq::ingestBody(*door.store, "t1", sync::compress(raw), door.clock.now().utc_ms);
  };
  const std::string raw = door.log.batch(1, 4);
  REQUIRE(send(raw));
  const auto again = send(raw);
  REQUIRE(again);
  CHECK(again->stored == 0);
  CHECK(again->dup == 4);
  CHECK(again->acked == sync::ChainMark{4, door.log.hash(4)});
  // The header of what is stored over other lines: bytes were changed on the way, or somebody tries.
  std::string altered = raw;
  altered[altered.find("\"S1\"") + 2] = '2';
  CHECK(send(altered).error().status == 422);
  // A line that is no event, on a chain that holds together, is not taken for known either.
  TillLog other("t1");
  for (int i = 1; i <= 4; ++i) other.add(saleOf(i == 3 ? 999 : i * 100));
  CHECK(send(other.batch(1, 4)).error().body.error == "fork");
  CHECK(door.stored() == 4);
  // A body is known of the terminal that sent it alone, and of none that may not send.
  door.know("t2", "0001", "02");
  CHECK(hq::ingestBody(*door.store, "t2", sync::compress(raw), 1).error().status == 403);
  REQUIRE(hq::setTerminalState(*door.store, "t1", ports::HqTerminalState::Retired));
  CHECK(send(raw).error().status == 403);
}

TEST_CASE("S02 of an overlapping batch only the tail is stored", "[both]") {
  Door door;
  REQUIRE(door.send(door.log, 1, 4));
  const auto tail = door.send(door.log, 3, 6);
  REQUIRE(tail);
  CHECK(tail->stored == 2);
  CHECK(tail->dup == 2);
  CHECK(tail->acked.seq == 6);
  CHECK(door.stored() == 6);
  const auto inside = door.send(door.log, 2, 3);
  REQUIRE(inside);
  CHECK(inside->stored == 0);
}

TEST_CASE("S04 a gap is named and nothing is stored", "[both]") {
  Door door;
  const auto fresh = door.send(door.log, 2, 3);
  REQUIRE_FALSE(fresh);
  CHECK(fresh.error().body.expect == 1);
  REQUIRE(door.send(door.log, 1, 2));
  const auto gap = door.send(door.log, 4, 6);
  REQUIRE_FALSE(gap);
  CHECK(gap.error().status == 409);
  CHECK(gap.error().body.error == "gap");
  CHECK(gap.error().body.expect == 3);
  CHECK(door.stored() == 2);
}

TEST_CASE("S05 an altered byte is refused and the good batch after it passes", "[both]") {
  Door door;
  std::string raw = door.log.batch(1, 3);
  raw[raw.find("\"S1\"") + 2] = '2';
  const auto altered = door.sendRaw("t1", raw);
  REQUIRE_FALSE(altered);
  CHECK(altered.error().status == 422);
  CHECK(door.stored() == 0);
  CHECK(door.send(door.log, 1, 3));
}

TEST_CASE("another history under the same numbers is a fork, wherever it touches", "[both]") {
  Door door;
  REQUIRE(door.send(door.log, 1, 4));
  TillLog other("t1");
  for (int i = 1; i <= 6; ++i) other.add(saleOf(i == 3 ? 999 : i * 100));
  for (const auto& [first, last] : {std::pair<std::uint64_t, std::uint64_t>{3, 3}, {4, 6}, {5, 6}, {1, 6}}) {
    const auto fork = door.send(other, first, last);
    REQUIRE_FALSE(fork);
    CHECK(fork.error().status == 409);
    CHECK(fork.error().body.error == "fork");
    CHECK(fork.error().body.fork.hash == door.log.hash(fork.error().body.fork.seq));
  }
  CHECK(door.send(other, 1, 2));  // there they are still one
  CHECK(door.stored() == 4);
}

TEST_CASE("a batch of another terminal, of an unknown, retired or doubled one is refused", "[both]") {
  Door door;
  CHECK(door.sendRaw("t2", door.log.batch(1, 2)).error().status == 403);
  TillLog stranger("t9");
  stranger.add(saleOf(100));
  CHECK(door.send(stranger, 1, 1).error().body.error == "revoked");
  for (const auto state : {ports::HqTerminalState::Retired, ports::HqTerminalState::Quarantined}) {
    REQUIRE(hq::setTerminalState(*door.store, "t1", state));
    CHECK(door.send(door.log, 1, 2).error().status == 403);
  }
  REQUIRE(hq::setTerminalState(*door.store, "t1", ports::HqTerminalState::Active));
  CHECK(door.send(door.log, 1, 2));
  CHECK(door.stored() == 2);
}

TEST_CASE("a till gets its own events back byte by byte", "[both]") {
  Door door;
  REQUIRE(door.send(door.log, 1, 4));
  REQUIRE(door.send(door.log, 5, 6));
  const hq::Identity identity;
  std::uint64_t after = 1;
  std::vector<std::string> lines;
  while (after < 6) {
    const auto body = hq::logAfter(*door.store, identity, "t1", 1, after, 2);
    REQUIRE(body);
    const auto raw = sync::inflate(*body, sync::kMostRaw_bytes);
    REQUIRE(raw);
    const auto batch = sync::splitBatch(*raw);
    REQUIRE(batch);
    REQUIRE(sync::checkBatch(*batch));
    CHECK(batch->header.first == after + 1);
    for (const auto line : batch->lines) lines.emplace_back(line);
    after = batch->header.last;
  }
  REQUIRE(lines.size() == 5);
  for (std::uint64_t seq = 2; seq <= 6; ++seq) CHECK(lines[seq - 2] == door.log.line(seq));
  CHECK(hq::logAfter(*door.store, identity, "t1", 1, 6, 2)->empty());
}

TEST_CASE("hello compares the chains, and two running copies of one till are stopped", "[both]") {
  Door door;
  REQUIRE(door.send(door.log, 1, 4));
  const hq::Identity identity;
  sync::Hello said;
  said.terminal = "t1";
  said.boot = "b1";
  said.app = "test";
  said.incarnations = {{1, {6, door.log.hash(6)}, 4, {{4, door.log.hash(4)}}}};
  const auto ok = hq::hello(*door.store, identity, "t1", said, 5);
  REQUIRE(ok);
  REQUIRE(ok->incarnations.size() == 1);
  CHECK(ok->incarnations.front().verdict == sync::Verdict::Ok);
  said.incarnations = {{1, {2, door.log.hash(2)}, 2, {}}};
  CHECK(hq::hello(*door.store, identity, "t1", said, 5)->incarnations.front().verdict == sync::Verdict::RolledBack);
  said.incarnations = {{1, {2, door.log.hash(3)}, 2, {{1, door.log.hash(1)}}}};
  const auto forked = hq::hello(*door.store, identity, "t1", said, 5);
  CHECK(forked->incarnations.front().verdict == sync::Verdict::Forked);
  CHECK(forked->incarnations.front().common == 1);
  said.boot = "b2";
  CHECK(hq::hello(*door.store, identity, "t1", said, 5)->orders.empty());
  said.boot = "b1";  // it was followed by b2, and speaks again
  const auto twice = hq::hello(*door.store, identity, "t1", said, 5);
  REQUIRE(twice->orders.size() == 1);
  CHECK(twice->orders.front().what == "quarantine");
  CHECK(door.send(door.log, 5, 6).error().body.error == "quarantined");
}

}  // namespace kahui::test
