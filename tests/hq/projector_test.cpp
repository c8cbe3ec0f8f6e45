// From the inbox to facts (protocol.md, scenarios S07, S08, S18, S22, S24, S28, and the rows of "Authority").
#include <algorithm>
#include <set>

#include "core/hq/feeds.hpp"
#include "core/hq/terminals.hpp"
#include "core/journal/codec.hpp"
#include "tests/hq/two_stores.hpp"

namespace kahui::test {

namespace {

using base::Points;

journal::PointsRedeemed redeemed(std::int64_t no, std::int64_t points) {
  journal::PointsRedeemed event;
  event.member = no;
  event.lots = {{"1.0", false, Points(points), std::nullopt}};
  return event;
}

bool has(const std::vector<std::string>& list, const std::string& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

// A day with its shift, closed rightly.
void sellDay(TillLog& log, std::initializer_list<std::int64_t> totals) {
  log.add(journal::ShiftOpened{1, "1001", base::Money{}});
  std::int64_t sum = 0;
  for (const std::int64_t total : totals) {
    log.add(saleOf(total));
    sum += total;
  }
  log.add(journal::ShiftClosed{1, "1001", "rollover", static_cast<std::int64_t>(totals.size()), base::Money(sum)});
}

}  // namespace

TEST_CASE("hq: the ledger follows the member desk, a freeze of the account and an erasure too") {
  TwoStores chain;
  const base::Id other = idOf(8);
  chain.one.add(registered(900001, chain.member, 100));
  chain.one.add(registered(900002, other, 0));
  chain.one.add(journal::PointsGranted{900001, Points(20), std::nullopt, "JOIN_GIFT", "1001"});
  chain.one.add(
      journal::PointsTransferred{900001, 900002, {{"1.0", false, Points(30), std::nullopt}}, false, "9001", ""});
  chain.one.add(journal::PointsCashed{
      900001, Points(10), base::Money(1000), {{"1.0", false, Points(10), std::nullopt}}, 1, "2001", ""});
  chain.one.add(journal::PointsExchanged{900001, "CATALOGUE", {}, {{"1.0", false, Points(5), std::nullopt}}, "1001"});
  chain.one.add(journal::ExchangeCancelled{900001, {{"1.0", false, Points(5), std::nullopt}}, "2001", ""});
  chain.one.add(journal::PointsVoided{900001, {{"1.0", false, Points(15), std::nullopt}}, "FRAUD", "", "9001", ""});
  chain.one.add(journal::PointsFrozen{900001, false, true, Points{}, "DISPUTE", "", "9001", ""});
  chain.one.add(journal::EraseDone{900002, other});
  chain.sendAll();
  CHECK(chain.balance() == 100 + 20 - 30 - 10 - 15);
  chain.in([&](ports::HqTransaction& tx) {
    CHECK(tx.member(other.hex())->noncash == Points(30));
    CHECK(tx.member(other.hex())->status == "CANCELLED");
    CHECK(tx.member(other.hex())->sealed.empty());
    CHECK(tx.member(chain.member.hex())->status == "FROZEN");
  });
  CHECK(has(chain.flags(), "frozen"));
  CHECK_FALSE(has(chain.flags(), "overdraft"));
}

TEST_CASE("points of two tills come together in one ledger, once however often a batch is sent", "[both]") {
  TwoStores chain;
  chain.one.add(registered(42, chain.member, 50));
  chain.one.add(saleOf(10000, std::pair(42, chain.member), 10));
  chain.two.add(saleOf(20000, std::pair(42, chain.member), 20));
  chain.two.add(redeemed(42, 30));
  chain.sendAll();
  chain.sendAll();
  CHECK(chain.balance() == 50 + 10 + 20 - 30);
  CHECK(chain.exported(hq::ExportWhat::Facts).size() == 2);
  CHECK(chain.exported(hq::ExportWhat::Ledger).size() == 4);
  CHECK(chain.exported(hq::ExportWhat::Members).size() == 1);
}

TEST_CASE("a member's sale that comes before its registration waits in suspense and is its own afterwards", "[both]") {
  TwoStores chain;
  chain.two.add(saleOf(20000, std::pair(42, chain.member), 20));
  chain.sendAll();
  chain.in([&](ports::HqTransaction& tx) { CHECK(tx.member(chain.member.hex())->status == "SUSPENSE"); });
  chain.one.add(registered(42, chain.member, 5));
  chain.sendAll();
  chain.in([&](ports::HqTransaction& tx) { CHECK(tx.member(chain.member.hex())->status == "ACTIVE"); });
  CHECK(chain.balance() == 25);
}

TEST_CASE("points spent twice are both posted and the account goes below nothing, flagged", "[both]") {
  TwoStores chain;
  chain.one.add(registered(42, chain.member, 50));
  chain.one.add(redeemed(42, 50));
  chain.two.add(saleOf(100, std::pair(42, chain.member)));
  chain.two.add(redeemed(42, 50));
  chain.sendAll();
  CHECK(chain.balance() == -50);
  CHECK(has(chain.flags(), "overdraft"));
}

TEST_CASE("S18 of a coupon used twice the first posted stands and the second is flagged", "[both]") {
  TwoStores chain;
  journal::CouponIssued issued;
  issued.origin = "MONTHLY";
  issued.terms.type = "CASH";
  issued.terms.face = base::Money(500);
  issued.parts = {{"C1", 42}};
  chain.one.add(registered(42, chain.member));
  chain.one.add(issued);
  chain.one.add(journal::CouponUsed{"C1", 42, base::Money(500)});
  chain.two.add(journal::CouponUsed{"C1", 42, base::Money(500)});
  REQUIRE(chain.send(chain.two, 1, 1));
  chain.project();
  REQUIRE(chain.send(chain.one, 1, 3));
  chain.project();
  CHECK(has(chain.flags(), "coupon_twice"));
  chain.in([&](ports::HqTransaction& tx) {
    CHECK(tx.coupon("C1")->status == "USED");
    CHECK(tx.coupon("C1")->used_by == "t2/1/1");
  });
}

TEST_CASE("S07 a poison event is set aside, the others go on, and its release makes the day match", "[both]") {
  TwoStores chain;
  chain.clock.set(*base::LocalTime::parse("2025-03-13T09:00:00"));
  chain.one.add(journal::ShiftOpened{1, "1001", base::Money{}});
  chain.one.add(saleOf(100));
  auto poison = saleOf(200);
  poison.lines.front().final = base::Money(-200);
  chain.one.add(poison);
  const base::Id poisoned = chain.one.last_id;
  chain.one.add(saleOf(300));
  chain.one.add(journal::ShiftClosed{1, "1001", "rollover", 3, base::Money(600)});
  chain.sendAll();
  const auto before = chain.recon("t1", "2025-03-12");
  CHECK(before.state == hq::ReconState::Mismatch);
  CHECK(before.facts.bills == 2);
  CHECK(before.facts.quarantined == 1);
  CHECK(std::any_of(before.reasons.begin(), before.reasons.end(),
                    [&](const auto& reason) { return reason.find(poisoned.hex()) != std::string::npos; }));
  CHECK_FALSE(chain.projector.release({"t1", 1, 2}));
  REQUIRE(chain.projector.release({"t1", 1, 3}));
  CHECK(chain.recon("t1", "2025-03-12").state == hq::ReconState::Match);
  REQUIRE(chain.projector.rebuild());
  CHECK(chain.recon("t1", "2025-03-12").state == hq::ReconState::Match);
}

TEST_CASE("S08 an event of a type that is not known is parked, and the rest goes on", "[both]") {
  TwoStores chain;
  auto unknown = *journal::encode(chain.one.event(journal::LogNote{"9001", "x"}));
  unknown.replace(unknown.find("log.note"), 8, "new.type");
  chain.one.addLine(unknown);
  auto newer = *journal::encode(chain.one.event(saleOf(100)));
  newer.replace(newer.find("\"sv\":1"), 6, "\"sv\":9");
  chain.one.addLine(newer);
  chain.one.add(saleOf(300));
  chain.sendAll();
  CHECK(chain.exported(hq::ExportWhat::Facts).size() == 1);
  chain.in([&](ports::HqTransaction& tx) {
    const auto aside = tx.quarantine();
    REQUIRE(aside.size() == 2);
    CHECK(aside[0].parked);
    CHECK(aside[1].parked);
  });
  CHECK(*chain.projector.replayParked() == 0);
  // What an upgrade would do: the parked lines are read by a version that knows them.
  CHECK_FALSE(chain.projector.release({"t1", 1, 1}));
}

TEST_CASE("S22 a business date far from today is set aside", "[both]") {
  TwoStores chain;
  chain.one.setTime("1970-01-02T10:00:00");
  chain.one.add(saleOf(100));
  chain.one.setTime("2027-03-12T10:00:00");
  chain.one.add(saleOf(100));
  chain.one.setTime("2025-03-12T10:00:00");
  chain.one.add(saleOf(100));
  chain.sendAll();
  CHECK(chain.exported(hq::ExportWhat::Facts).size() == 1);
  chain.in([&](ports::HqTransaction& tx) { CHECK(tx.quarantine().size() == 2); });
}

TEST_CASE("S22 a till whose clock jumped is flagged, and its night has one slot whatever its zone does", "[both]") {
  TwoStores chain;
  chain.one.add(journal::ClockJumped{"HQ", 63'072'000'000, {}});
  chain.sendAll();
  chain.in([&](ports::HqTransaction& tx) {
    const auto flags = tx.flags();
    CHECK(std::any_of(flags.begin(), flags.end(), [](const auto& flag) {
      return flag.kind == "clock_jumped" && flag.key.terminal == "t1" && flag.detail == "HQ 63072000000";
    }));
  });
  // Berlin sets its clocks back on 2025-10-26 at 01:00 UTC: 02:30 is there twice, the slot is not.
  sync::Hello said;
  said.terminal = "t1";
  said.boot = "b";
  std::set<int> slots;
  for (int hour = 0; hour < 48; ++hour) {
    const std::int64_t now_ms = base::LocalTime::parse("2025-10-25T12:00:00")->seconds() * 1000 + hour * 3'600'000;
    said.now_ms = now_ms;
    const auto answer = hq::hello(*chain.store, hq::Identity{}, "t1", said, now_ms);
    REQUIRE(answer);
    REQUIRE(answer->slot_min);
    slots.insert(*answer->slot_min);
  }
  CHECK(slots.size() == 1);
  chain.in([&](ports::HqTransaction& tx) { CHECK(tx.terminal("t1")->offset_ms == 0); });
}

TEST_CASE("S28 a day matches, a fact that is gone is named with its amount, and a rebuild repairs it", "[both]") {
  TwoStores chain;
  sellDay(chain.one, {100, 200, 300});
  sellDay(chain.two, {1000});
  chain.sendAll();
  CHECK(chain.recon("t1", "2025-03-12").state == hq::ReconState::Match);
  CHECK(chain.recon("t2", "2025-03-12").state == hq::ReconState::Match);
  chain.store->database().script("DELETE FROM fact_sale WHERE total = 200");
  const auto broken = chain.recon("t1", "2025-03-12");
  CHECK(broken.state == hq::ReconState::Mismatch);
  CHECK(has(broken.reasons, "total: events 600, facts 400"));
  CHECK(chain.recon("t2", "2025-03-12").state == hq::ReconState::Match);
  REQUIRE(chain.projector.rebuild());
  CHECK(chain.recon("t1", "2025-03-12").state == hq::ReconState::Match);
}

TEST_CASE("an altered inbox, a shift left open and events on their way have their own names", "[both]") {
  TwoStores chain;
  sellDay(chain.one, {100});
  chain.two.add(journal::ShiftOpened{1, "1001", base::Money{}});
  chain.two.add(saleOf(500));
  chain.sendAll();
  CHECK(chain.recon("t2", "2025-03-12").state == hq::ReconState::Open);
  chain.clock.set(*base::LocalTime::parse("2025-03-14T09:00:00"));
  CHECK(chain.recon("t2", "2025-03-12").state == hq::ReconState::NoZ);
  chain.in([&](ports::HqTransaction& tx) {
    auto terminal = *tx.terminal("t2");
    terminal.unsent = 3;
    tx.putTerminal(terminal);
  });
  CHECK(chain.recon("t2", "2025-03-12").state == hq::ReconState::WaitEvents);
  chain.in([&](ports::HqTransaction& tx) {
    auto batch = tx.inboxFrom("t1", 1, 1, 1).front();
    batch.hashes[40] ^= 1;
    chain.store->database().run("DELETE FROM inbox WHERE terminal = 't1'", {});
    tx.putInbox(batch);
  });
  const auto altered = chain.recon("t1", "2025-03-12");
  CHECK(altered.state == hq::ReconState::Mismatch);
}

TEST_CASE("a till's confirmation of headquarters' figure is no posting and no change", "[both]") {
  TwoStores chain;
  chain.one.add(registered(42, chain.member, 50));
  chain.sendAll();
  chain.sequence();
  journal::PointsConfirmed confirmed;
  confirmed.parts = {{42, {"", false, Points(70), std::nullopt}, Points(70)}};
  chain.one.add(confirmed);
  chain.sendAll();
  CHECK(chain.balance() == 50);
  CHECK(chain.exported(hq::ExportWhat::Ledger).size() == 1);
  chain.in([](ports::HqTransaction& tx) { CHECK(tx.takeMarks(10).empty()); });
}

TEST_CASE("a card issued later is known, and leaves a profile that headquarters sealed as it is", "[both]") {
  TwoStores chain;
  chain.one.add(registered(42, chain.member));
  chain.sendAll();
  const auto sealed = [&] {
    std::string text;
    chain.in([&](ports::HqTransaction& tx) { text = tx.member(chain.member.hex())->sealed; });
    return text;
  };
  const auto statusOf = [&](const std::string& key) {
    std::string status;
    chain.in([&](ports::HqTransaction& tx) {
      for (const auto& card : tx.cardsByKey("t1/" + key)) status = card.status;
    });
    return status;
  };
  const auto bound = [](const char* key, const char* profile) {
    return journal::CardBound{42, {"uid", key, "ACTIVE"}, "2001", profile};
  };
  chain.one.add(bound("c1", "by-the-till"));
  chain.sendAll();
  CHECK(statusOf("c1") == "ACTIVE");
  CHECK(sealed() == "by-the-till");
  chain.in([&](ports::HqTransaction& tx) {
    auto member = *tx.member(chain.member.hex());
    member.chain_sealed = true;
    member.sealed = "for-all-tills";
    tx.putMember(member);
  });
  chain.one.add(journal::CardReplaced{bound("c2", "by-the-till-again"), "c1", "lost"});
  chain.sendAll();
  CHECK(statusOf("c1") == "REPLACED");
  CHECK(statusOf("c2") == "ACTIVE");
  CHECK(sealed() == "for-all-tills");
}

TEST_CASE("events that come again in a new incarnation are facts once", "[both]") {
  TwoStores chain;
  chain.one.add(saleOf(100));
  const auto again = journal::decode(chain.one.line(1));
  REQUIRE(again);
  REQUIRE(chain.send(chain.one, 1, 1));
  TillLog later("t1", 2);
  later.add(journal::TillIncarnated{"behind_high_water", 1});
  auto event = *again;
  event.incarnation = 2;
  event.seq = 2;
  later.addLine(*journal::encode(event));
  REQUIRE(chain.send(later, 1, 2));
  chain.project();
  CHECK(chain.exported(hq::ExportWhat::Facts).size() == 1);
}

TEST_CASE("a projector that lost its lease writes nothing", "[both]") {
  TwoStores chain;
  chain.one.add(saleOf(100));
  REQUIRE(chain.send(chain.one, 1, 1));
  const auto other = chain.engine.open();
  hq::Projector second(*other, chain.clock, "other");
  CHECK(*second.step() == 1);
  chain.one.add(saleOf(100));
  REQUIRE(chain.send(chain.one, 2, 2));
  CHECK(*chain.projector.step() == 0);  // the other holds the shard
  chain.clock.advance(std::chrono::minutes(1));
  CHECK(*chain.projector.step() == 1);
  CHECK(chain.exported(hq::ExportWhat::Facts).size() == 2);
}

TEST_CASE("S30 where headquarters' rules differ the difference is a posting of its own", "[both]") {
  TwoStores chain;
  chain.one.add(registered(42, chain.member));
  chain.one.add(saleOf(100000, std::pair(42, chain.member), 1), "other");
  chain.publish();
  chain.sendAll();
  const auto ledger = chain.exported(hq::ExportWhat::Ledger);
  REQUIRE(ledger.size() == 2);
  CHECK(ledger.back().find("ADJUSTMENT") != std::string::npos);
  CHECK(has(chain.flags(), "earn_differs"));
  CHECK(chain.balance() > 1);
  chain.in([&](ports::HqTransaction& tx) { CHECK(tx.member(chain.member.hex())->tier != "ORD"); });
}

TEST_CASE("what changed comes down in positions without holes, and a cursor from elsewhere is sent to the snapshot",
          "[both]") {
  TwoStores chain;
  chain.one.add(registered(42, chain.member, 50));
  chain.one.add(saleOf(10000, std::pair(42, chain.member), 10));
  chain.sendAll();
  chain.publish();
  chain.sequence();
  const auto page = hq::changesAfter(*chain.store, "members/0001", 1, {0, 0}, 10);
  REQUIRE(page);
  REQUIRE(*page);
  REQUIRE((*page)->items.size() == 1);
  const auto record = sync::parseMember((*page)->items.front().data);
  REQUIRE(record);
  CHECK(record->no == 42);
  CHECK(record->noncash == 60);
  REQUIRE(record->seen.size() == 1);
  CHECK(record->seen.front() == sync::SeenEvent{"t1", 1, 2});
  CHECK_FALSE(*hq::changesAfter(*chain.store, "members/0001", 1, {1, (*page)->next}, 10));  // nothing new
  CHECK(hq::changesAfter(*chain.store, "members/0001", 1, {1, 99}, 10).error().status == 410);
  CHECK(hq::changesAfter(*chain.store, "members/0001", 1, {7, 1}, 10).error().body.error == "gone");
  const auto rules = hq::changesAfter(*chain.store, hq::kRulesFeed, 1, {1, 0}, 10);
  REQUIRE(rules);
  REQUIRE(*rules);
  CHECK(sync::parseRules((*rules)->items.front().data));
}

}  // namespace kahui::test
