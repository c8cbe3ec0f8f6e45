// Bills of other channels than the stores (S001-86); terms and sale dates that travel (S000-10, S001-23).
#include <sstream>

#include "core/hq/channel_bills.hpp"

#include "core/hq/chain_report.hpp"
#include "core/hq/export.hpp"
#include "core/hq/price_list.hpp"
#include "core/hq/recon.hpp"
#include "tests/hq/chain_fixture.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

using base::Money;
using base::Points;

std::string order(const std::string& number, const std::string& member, int fen, const char* at = "2026-03-10T12:00:00",
                  const char* more = "") {
  return R"({"order":")" + number + R"(","at":")" + at + R"(","member":")" + member +
         R"(","lines":[{"sku":"S1","qty_milli":1000,"amount_fen":)" + std::to_string(fen) +
         R"(}],"paid":[{"type":"WECHAT","amount_fen":)" + std::to_string(fen) + "}]" + more + "}\n";
}

hq::ChannelImport take(HqChain& chain, const std::string& text) {
  base::SeededRandom random(41);
  const auto done = hq::importChannelBills(*chain.hq.store, "site", text, chain.hq.clock.now(), random);
  REQUIRE(done);
  return *done;
}

void settle(HqChain& chain, std::initializer_list<ChainTill*> tills) {
  for (int round = 0; round < 3; ++round) {
    for (ChainTill* till : tills) till->sync();
    chain.work();
  }
  for (ChainTill* till : tills) till->sync();
}

int factsOf(HqChain& chain, const char* channel) {
  int lines = 0;
  REQUIRE(hq::exportLines(
      *chain.hq.store, hq::ExportWhat::Facts, [&](const std::string&) { ++lines; }, channel));
  return lines;
}

}  // namespace

TEST_CASE("S001-86 a bill of the site earns and lifts once, is told apart in report and export, and tills show it",
          "[both]") {
  HqChain chain("2026-03-10T18:00:00");
  ChainTill till(chain, 1, 1);
  chain.join({member(1, "ORD")});
  settle(chain, {&till});
  const auto no = till.memberNow(1).no.text();
  REQUIRE(till.sell({{"S2", 1}}, 1));
  const std::string text =
      order("W-1", no, 120'000, "2026-03-10T12:00:00", R"(,"pickup":"001")") + order("W-2", no, 5'000);
  const auto first = take(chain, text);
  CHECK(first.imported == 2);
  CHECK(first.bad.empty());
  const auto again = take(chain, text);  // before anything was projected
  CHECK(again.imported == 0);
  CHECK(again.repeated == 2);
  settle(chain, {&till});
  const auto known = till.memberNow(1);
  CHECK(known.noncash == Points(1 + 12));  // whole hundreds at 1 point: 199.99, 1200.00, 50.00
  CHECK(known.tier == "SLV");              // one purchase of 1000.00
  CHECK(take(chain, text).repeated == 2);
  settle(chain, {&till});
  CHECK(till.memberNow(1).noncash == Points(13));

  const auto bills = till.store().salesOf(known.no, base::BusinessDate::of(2026, 1, 1), 10);
  REQUIRE(bills);
  REQUIRE(bills->size() == 3);
  const auto& site =
      *std::find_if(bills->begin(), bills->end(), [](const auto& one) { return one.receipt_no == "site/W-1"; });
  CHECK(site.channel == "site");
  CHECK(site.pickup == "001");
  CHECK(site.total == Money(120'000));
  CHECK(site.earned == Points(12));

  const auto day = base::BusinessDate::of(2026, 3, 10);
  const auto only = hq::chainDays(*chain.hq.store, day, day, "site");
  REQUIRE(only);
  REQUIRE(only->size() == 1);
  CHECK(only->front().sums.bills == 2);
  CHECK(only->front().sums.total == Money(125'000));
  CHECK(hq::chainDays(*chain.hq.store, day, day, "store")->front().sums.bills == 1);
  CHECK(hq::chainDays(*chain.hq.store, day, day)->size() == 2);
  CHECK(factsOf(chain, "site") == 2);
  CHECK(factsOf(chain, "store") == 1);
  CHECK(factsOf(chain, "") == 3);
  const auto rows = hq::reconcile(*chain.hq.store, day, day.plusDays(1));
  REQUIRE(rows);
  for (const auto& row : *rows)
    if (hq::isChannel(row.terminal)) CHECK(row.state == hq::ReconState::Match);
  chain.hq.in([&](ports::HqTransaction& tx) { CHECK(tx.terminals().size() == 1); });  // a channel is no till
  REQUIRE(chain.hq.projector.rebuild());
  settle(chain, {&till});
  CHECK(till.memberNow(1).noncash == Points(13));
  CHECK(till.problems().empty());
}

TEST_CASE("S001-86 bad rows of a channel's file are named by line, and the good ones go in", "[both]") {
  HqChain chain("2026-03-10T18:00:00");
  chain.join({member(1, "GLD")});
  std::string no;
  chain.hq.in([&](ports::HqTransaction& tx) { no = std::to_string(tx.membersAfter("", 1).front().no); });
  const std::string text =
      order("A", no, 10'000) +                                      // 1
      order("A", no, 20'000) +                                      // 2: other content
      order("B", "123456", 10'000) +                                // 3: nobody
      "{\n" +                                                       // 4
      order("C", no, 10'000, "2026-03-12T12:00:00") +               // 5: the future
      order("D", no, 10'000, "2026-03-10T12:00:00", R"(,"x":1)") +  // 6: a key
      R"({"order":"E","at":"2026-03-10T12:00:00","lines":[{"sku":"S1","qty_milli":1000,"amount_fen":5}],)"
      R"("paid":[{"type":"CASH","amount_fen":4}]})"
      "\n";  // 7: not paid
  const auto done = take(chain, text);
  CHECK(done.rows == 7);
  CHECK(done.imported == 1);
  std::vector<int> lines;
  for (const auto& bad : done.bad) lines.push_back(bad.line);
  CHECK(lines == std::vector<int>{2, 3, 4, 5, 6, 7});
  CHECK(done.bad[4].reason == "order: the key x is not known");
  base::SeededRandom random(1);
  CHECK_FALSE(hq::importChannelBills(*chain.hq.store, "store", text, chain.hq.clock.now(), random));
  chain.work();
  chain.hq.in([&](ports::HqTransaction& tx) { CHECK(tx.membersAfter("", 1).front().noncash == Points(3)); });
}

TEST_CASE("S000-10 terms that were accepted at one till are not asked for at another", "[both]") {
  HqChain chain("2026-03-10T09:00:00");
  ChainTill one(chain, 1, 1), two(chain, 1, 2);
  ports::MemberToJoin wanted = member(1, "ORD");
  wanted.operator_code = "1001";
  wanted.consent = "v1";
  std::vector<ports::Store::JoinError> errors;
  const auto now = chain.hq.clock.now();
  const auto numbers = one.store().joinMembers({&wanted, 1}, now, now.local().date(), errors);
  REQUIRE(numbers);
  settle(chain, {&one, &two});
  const auto no = two.memberNow(1).no;
  CHECK(two.store().memberFile(no)->consent == "v1");
  chain.setTime("2026-03-11T10:00:00");
  ports::MemberCorrection agreed;
  agreed.no = no;
  agreed.terms = "v2";
  agreed.operator_code = "1001";
  const auto then = chain.hq.clock.now();
  REQUIRE(two.store().correctMember(agreed, then, then.local().date()));
  settle(chain, {&one, &two});
  for (ChainTill* till : {&one, &two}) {
    const auto file = till->store().memberFile(no);
    REQUIRE(file);
    CHECK(file->consent == "v2");
    CHECK(file->consent_ms == then.utc_ms);
    CHECK(till->problems().empty());
  }
  REQUIRE(chain.hq.projector.rebuild());
  chain.hq.in([&](ports::HqTransaction& tx) { CHECK(tx.acceptedTerms(two.memberNow(1).id.hex())->first == "v2"); });
}

TEST_CASE("S001-23 from when members may buy comes down with the prices, and a list without dates leaves them",
          "[both]") {
  HqChain chain("2026-03-10T09:00:00");
  ChainTill till(chain, 1, 1);
  chain.join({member(1, "ORD")});
  ports::HqPrice price{"S1", "2026-03-10T09:00:00", Money(9'900)};
  price.dated = true;
  price.members_from = base::BusinessDate::of(2026, 3, 12);
  price.guests_from = base::BusinessDate::of(2026, 3, 14);
  REQUIRE(hq::publishPrices(*chain.hq.store, {&price, 1}));
  settle(chain, {&till});
  const auto saleTo = [&](std::optional<int> who) {
    const auto sold = till.sell({{"S1", 1}}, who);
    return sold ? std::string("sold") : sold.error().detail;
  };
  CHECK(saleTo(1) == "NOT_ON_SALE_YET");
  chain.setTime("2026-03-12T10:00:00");
  CHECK(saleTo(1) == "sold");
  CHECK(saleTo({}) == "MEMBERS_FIRST");
  const ports::HqPrice later{"S1", "2026-03-12T10:30:00", Money(8'800)};
  REQUIRE(hq::publishPrices(*chain.hq.store, {&later, 1}));
  settle(chain, {&till});
  chain.setTime("2026-03-12T11:00:00");
  till.open();
  CHECK(saleTo({}) == "MEMBERS_FIRST");
  CHECK(till.sell({{"S1", 1}}, 1)->result.total == Money(8'800));
  ports::HqPrice open{"S1", "2026-03-12T11:30:00", Money(8'800)};
  open.dated = true;
  REQUIRE(hq::publishPrices(*chain.hq.store, {&open, 1}));
  settle(chain, {&till});
  chain.setTime("2026-03-12T12:00:00");
  till.open();  // a screen looks again after each session
  CHECK(saleTo({}) == "sold");
  CHECK(till.problems().empty());
}

}  // namespace kahui::test
