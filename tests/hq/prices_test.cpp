// Prices of headquarters: ahead of their time, at their time, and late (protocol.md, S21).
#include "core/hq/price_list.hpp"
#include "tests/hq/chain_fixture.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

base::Money totalOf(const till::SellAnswer& sold) {
  REQUIRE(sold);
  return sold->result.total;
}

void publish(HqChain& chain, std::int64_t fen, const char* from) {
  const std::vector<ports::HqPrice> prices{{"S1", from, base::Money(fen), {}, base::Money(fen - 100)}};
  REQUIRE(hq::publishPrices(*chain.hq.store, prices));
  chain.work();
}

}  // namespace

TEST_CASE("S21 a price changes at midnight at the till that has it, later at the one that was away", "[both]") {
  HqChain chain("2026-03-10T09:00:00");
  ChainTill has(chain, 1, 1), away(chain, 2, 1);
  publish(chain, 9'900, "2026-03-12T00:00:00");
  has.sync();
  chain.setTime("2026-03-11T23:59:58");
  CHECK(totalOf(has.sell({{"S1", 1}})) == base::Money(12'345));
  CHECK(totalOf(away.sell({{"S1", 1}})) == base::Money(12'345));
  chain.setTime("2026-03-12T00:00:00");
  CHECK(totalOf(has.sell({{"S1", 1}})) == base::Money(9'900));
  CHECK(totalOf(away.sell({{"S1", 1}})) == base::Money(12'345));  // it got no feed: it sells the old price
  away.sync();
  CHECK(totalOf(away.sell({{"S1", 1}})) == base::Money(9'900));
  CHECK(totalOf(away.sell({{"S2", 1}})) == base::Money(19'999));
  // The next one replaces it, and a start of the program keeps it.
  publish(chain, 8'800, "2026-03-12T00:00:05");
  has.sync();
  chain.setTime("2026-03-12T00:00:10");
  has.open();
  CHECK(totalOf(has.sell({{"S1", 1}})) == base::Money(8'800));
  has.sync();
  away.sync();
  chain.work();
  // Headquarters alters no sale.
  std::int64_t sum = 0;
  chain.hq.in([&](ports::HqTransaction& tx) {
    sum = 0;
    for (const auto& sale : tx.salesAfter({}, 100)) sum += sale.total.value();
  });
  CHECK(sum == 3 * 12'345 + 2 * 9'900 + 19'999 + 8'800);
  CHECK(has.problems().empty());
}

TEST_CASE("a rule pack that comes down while the till runs is in force between two bills", "[both]") {
  HqChain chain("2026-03-10T09:00:00");
  ChainTill till(chain, 1, 1);
  till.sync();
  chain.setTime("2026-03-10T10:00:00");
  chain.hq.publish(R"({"version":"half","valid_from":"2026-03-10T09:30:00",
    "promotions":[{"id":"P","kind":"ITEM_RATE","rate_bp":5000,"scope":{"skus":["S3"]}}]})");
  chain.work();
  CHECK(totalOf(till.sell({{"S3", 1}})) == base::Money(780));
  till.sync();
  CHECK(totalOf(till.sell({{"S3", 1}})) == base::Money(390));
}

}  // namespace kahui::test
