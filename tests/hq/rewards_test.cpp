// Rewards beside a bill's own points, given by headquarters (rulebook F1 to F3; requirements S000-17, S001-59).
#include "core/hq/chain_report.hpp"
#include "tests/hq/two_stores.hpp"

namespace kahui::test {

using base::Points;

TEST_CASE("referral, gift and rebate are headquarters' own in a chain, once, and go back (F1 to F3, S000-17, S001-59)",
          "[both]") {
  TwoStores chain;
  chain.publish(R"({"referral": {"gift": {"points": 20}}, "rebates": [{"id": "R", "from": "2025-03-01",
    "to": "2025-04-01", "levels": [{"at_fen": 120000, "points": 50}]}]})");
  const base::Id referee = idOf(9);
  chain.one.add(registered(42, chain.member));
  auto joined = registered(77, referee);  // at another store, which has the referrer under a number of its own
  joined.referrer = 1042;
  joined.referrer_id = chain.member;
  chain.two.add(joined);
  const auto figures = [&] {
    std::vector<std::int64_t> list;
    chain.in([&](ports::HqTransaction& tx) {
      const auto by = *tx.member(chain.member.hex()), of = *tx.member(referee.hex());
      list = {by.cashable.value(), by.noncash.value(), of.noncash.value()};
    });
    return list;
  };
  chain.two.add(saleOf(100'000, std::pair(77, referee), 10));  // silver
  const base::Id silver = chain.two.last_id;
  chain.sendAll();
  CHECK(figures() == std::vector<std::int64_t>{158, 0, 10 + 20});
  chain.sendAll();
  CHECK(figures() == std::vector<std::int64_t>{158, 0, 10 + 20});
  chain.one.add(saleOf(20'000, std::pair(1077, referee), 2));  // the other store: the level of the rebate
  chain.sendAll();
  CHECK(figures() == std::vector<std::int64_t>{158, 0, 10 + 20 + 2 + 50});

  journal::SaleReturned back;
  back.receipt_no = "0002-01-1-9";
  back.sale_receipt_no = "0002-01-1-1";
  back.lines = {{0, "S1", "S1", "", base::kOnePiece, base::Money(100'000)}};
  back.value = back.refund = base::Money(100'000);
  back.tenders = {{"CASH", base::Money(100'000), std::nullopt}};
  back.member.emplace();
  back.member->no = 77;
  back.member->tier_before = "SLV";
  back.member->tier_after = "ORD";
  chain.two.cause = silver;
  chain.two.add(back);
  chain.sendAll();
  CHECK(figures() == std::vector<std::int64_t>{0, 0, 10 + 2});
  // The chain's report names them, as a till's own sheet does.
  const auto day = base::BusinessDate::of(2025, 3, 12);
  const auto sheet = hq::chainPoints(*chain.store, day, day);
  REQUIRE(sheet);
  CHECK(*sheet == std::vector<hq::ChainPoints>{{"PURCHASE", Points(12), Points{}},
                                               {"REBATE", Points(50), Points(50)},
                                               {"REFEREE_GIFT", Points(20), Points(20)},
                                               {"REFERRAL", Points(158), Points(158)}});
  chain.in([&](ports::HqTransaction& tx) { CHECK(tx.member(referee.hex())->tier == "ORD"); });
  REQUIRE(chain.projector.rebuild());
  CHECK(figures() == std::vector<std::int64_t>{0, 0, 10 + 2});
}

TEST_CASE("what a till gave while it was on its own counts as given", "[both]") {
  TwoStores chain;
  chain.publish(R"({"referral": {"gift": {"points": 20}}})");
  const base::Id referee = idOf(9);
  chain.one.add(registered(42, chain.member));
  auto joined = registered(77, referee);
  joined.referrer = 42;
  chain.one.add(joined);
  auto sale = saleOf(100'000, std::pair(77, referee), 10);
  sale.member->own_rewards = true;
  chain.one.add(sale);
  const std::string sale_id = chain.one.last_id.hex();
  journal::PointsRewarded reward;
  reward.member = 42;
  reward.of = 77;
  reward.why = journal::kReferral;
  reward.key = "SLV";
  reward.cashable = true;
  reward.points = Points(158);
  chain.one.add(reward);
  journal::PointsRewarded gift;
  gift.member = 77;
  gift.why = journal::kRefereeGift;
  gift.key = sale_id;
  gift.points = Points(20);
  chain.one.add(gift);
  chain.one.add(saleOf(300'000, std::pair(77, referee), 30));  // in the chain by now: gold, the difference
  chain.sendAll();
  chain.in([&](ports::HqTransaction& tx) {
    CHECK(tx.member(chain.member.hex())->cashable == Points(388));
    CHECK(tx.member(referee.hex())->noncash == Points(10 + 20 + 30));
  });
}

}  // namespace kahui::test
