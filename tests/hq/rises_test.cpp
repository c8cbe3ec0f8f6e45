// How members join and rise in a chain: headquarters counts the bills of all stores and the friends of all members
// (S000-23, S000-75), gives the first bill and the first change of card their reward once (S001-33, S001-71), and takes
// over a tier that points bought (S003-61).
#include <random>

#include "core/hq/feeds.hpp"
#include "core/sync/changes.hpp"
#include "tests/hq/chain_fixture.hpp"
#include "tests/hq/two_stores.hpp"

namespace kahui::test {

using base::Money;
using base::Points;

namespace {

const std::string kTenBills = R"({"tiers": [{"code": "ORD"}, {"code": "GLD", "bills": 10}, {"code": "BLK"}]})";

struct Figures {
  std::string tier;
  ports::HqBought bought;
  bool operator==(const Figures&) const = default;
};

Figures figuresOf(TwoStores& chain, const base::Id& member) {
  Figures figures;
  chain.in([&](ports::HqTransaction& tx) {
    figures = {tx.member(member.hex())->tier, tx.bought(member.hex()).value_or(ports::HqBought{})};
  });
  return figures;
}

}  // namespace

TEST_CASE("ten bills at two stores lift, whichever store tells of them last (S000-23)", "[both]") {
  for (const bool one_first : {true, false}) {
    TwoStores chain;
    chain.publish(kTenBills);
    chain.one.add(registered(42, chain.member));
    auto joined = registered(77, chain.member);
    chain.two.add(joined);
    for (int bill = 0; bill < 5; ++bill) chain.one.add(saleOf(10'000, std::pair(42, chain.member), 1));
    for (int bill = 0; bill < 4; ++bill) chain.two.add(saleOf(10'000, std::pair(77, chain.member), 1));
    chain.sendAll();
    CHECK(figuresOf(chain, chain.member) == Figures{"ORD", {9, Money(90'000), 0, Money(10'000)}});
    std::string item;
    chain.in([&](ports::HqTransaction& tx) { item = hq::memberItem(tx, chain.member.hex(), 0); });
    const auto record = sync::parseMember(item);  // as it goes down
    REQUIRE(record);
    CHECK(record->bought == sync::BoughtRecord{9, 90'000, 0, 10'000});
    // One of them came back whole: nine again with the next.
    journal::SaleReturned back;
    back.receipt_no = "0001-01-1-9";
    back.sale_receipt_no = "0001-01-1-1";
    back.lines = {{0, "S1", "S1", "", base::kOnePiece, Money(10'000)}};
    back.value = back.refund = Money(10'000);
    back.tenders = {{"CASH", Money(10'000), std::nullopt}};
    back.member.emplace();
    back.member->no = 42;
    back.member->tier_before = back.member->tier_after = "ORD";
    chain.one.cause = chain.one.last_id;
    chain.one.add(back);
    chain.one.cause.reset();
    chain.sendAll();
    CHECK(figuresOf(chain, chain.member).bought.bills == 8);
    (one_first ? chain.one : chain.two).add(saleOf(10'000, std::pair(one_first ? 42 : 77, chain.member), 1));
    chain.sendAll();
    CHECK(figuresOf(chain, chain.member).tier == "ORD");
    (one_first ? chain.two : chain.one).add(saleOf(10'000, std::pair(one_first ? 77 : 42, chain.member), 1));
    chain.sendAll();
    const Figures gold{"GLD", {10, Money(100'000), 0, Money(10'000)}};
    CHECK(figuresOf(chain, chain.member) == gold);
    REQUIRE(chain.projector.rebuild());
    CHECK(figuresOf(chain, chain.member) == gold);
  }
}

TEST_CASE("a bill that comes late completes the count of a later day (S000-23, O4)", "[both]") {
  TwoStores chain;
  chain.publish(R"({"tiers": [{"code": "ORD"}, {"code": "GLD", "bills": 2}, {"code": "BLK"}],
    "tier_rules": {"window_months": 1}})");
  chain.one.add(registered(42, chain.member));
  chain.two.add(registered(77, chain.member));
  chain.two.setTime("2025-03-10T10:00:00");
  chain.two.add(saleOf(10'000, std::pair(77, chain.member), 1));
  chain.one.add(saleOf(10'000, std::pair(42, chain.member), 1));  // two days later
  REQUIRE(chain.send(chain.one, 1, chain.one.head()));
  chain.project();
  CHECK(figuresOf(chain, chain.member).tier == "ORD");
  REQUIRE(chain.send(chain.two, 1, chain.two.head()));
  chain.project();
  CHECK(figuresOf(chain, chain.member).tier == "GLD");
}

TEST_CASE("three friends who bought lift who brought them, wherever they bought (S000-75, S003-31)", "[both]") {
  TwoStores chain;
  chain.publish(R"({"tiers": [{"code": "ORD"}, {"code": "GLD", "single_from": {"ORD": 10000}},
    {"code": "BLK", "referrals": 3}]})");
  chain.one.add(registered(42, chain.member));
  base::Id lifting;
  for (std::uint8_t friend_no = 1; friend_no <= 3; ++friend_no) {
    auto joined = registered(100 + friend_no, idOf(friend_no));
    joined.referrer = 42;
    joined.referrer_id = chain.member;
    TillLog& till = friend_no == 2 ? chain.two : chain.one;
    till.add(joined);
    till.add(saleOf(10'000, std::pair(100 + friend_no, idOf(friend_no)), 1));
    lifting = till.last_id;
    till.add(saleOf(10'000, std::pair(100 + friend_no, idOf(friend_no)), 1));
    chain.sendAll();
    CHECK(figuresOf(chain, chain.member).bought.referrals == friend_no);
    CHECK(figuresOf(chain, chain.member).tier == (friend_no == 3 ? "BLK" : "ORD"));
  }
  REQUIRE(chain.projector.rebuild());
  CHECK(figuresOf(chain, chain.member).tier == "BLK");
  // The first bill of the third friend comes back whole: two are left (F3, X7).
  journal::SaleReturned back;
  back.receipt_no = "r1";
  back.lines = {{0, "S1", "goods", "", base::Quantity(1000), base::Money(10'000)}};
  back.value = back.refund = base::Money(10'000);
  back.tenders = {{"CASH", base::Money(10'000)}};
  back.member.emplace();
  back.member->no = 103;
  back.member->tier_before = "GLD";
  back.member->tier_after = "ORD";
  chain.one.cause = lifting;
  chain.one.add(back);
  chain.one.cause.reset();
  chain.sendAll();
  CHECK(figuresOf(chain, chain.member).bought.referrals == 2);
  CHECK(figuresOf(chain, chain.member).tier == "ORD");
  REQUIRE(chain.projector.rebuild());
  CHECK(figuresOf(chain, chain.member).tier == "ORD");
}

TEST_CASE("two tills that did not know of each other give the first bill and the changed card once (S001-33, S001-71)",
          "[both]") {
  TwoStores chain;
  chain.publish(R"({"tiers": [{"code": "ORD", "first_bill_pct": 200}, {"code": "GLD"}, {"code": "BLK"}]})");
  chain.one.add(registered(42, chain.member));
  chain.two.add(registered(77, chain.member));
  const auto first = [&](std::int64_t no) {
    auto sale = saleOf(30'000, std::pair(no, chain.member), 6);
    sale.member->first_bill = true;
    sale.member->multiplier_pct = 200;
    return sale;
  };
  chain.one.add(first(42));
  chain.sendAll();
  CHECK(chain.balance() == 6);
  chain.two.add(first(77));
  chain.sendAll();
  CHECK(chain.balance() == 6 + 3);

  const auto reward = [](std::int64_t no) {
    journal::PointsRewarded card;
    card.member = no;
    card.why = journal::kCardReward;
    card.key = "REPLACED";
    card.points = Points(30);
    return card;
  };
  chain.one.add(reward(42));
  chain.sendAll();
  CHECK(chain.balance() == 9 + 30);
  chain.two.add(reward(77));
  chain.sendAll();
  CHECK(chain.balance() == 9 + 30);
  const auto flags = chain.flags();
  CHECK(std::count(flags.begin(), flags.end(), "card_reward_twice") == 1);
  REQUIRE(chain.projector.rebuild());
  CHECK(chain.balance() == 9 + 30);
}

TEST_CASE("a tier that points bought is the chain's (S003-61)", "[both]") {
  TwoStores chain;
  chain.publish(R"({"tiers": [{"code": "ORD"}, {"code": "GLD", "rise_points": 100}, {"code": "BLK"}]})");
  chain.one.add(registered(42, chain.member, 120));
  journal::TierBought bought;
  bought.member = 42;
  bought.before = "ORD";
  bought.tier = "GLD";
  bought.lots = {{"", false, Points(100), std::nullopt}};
  bought.operator_code = "1001";
  chain.one.add(bought);
  chain.sendAll();
  CHECK(chain.balance() == 20);
  CHECK(figuresOf(chain, chain.member).tier == "GLD");
  REQUIRE(chain.projector.rebuild());
  CHECK(chain.balance() == 20);
  CHECK(figuresOf(chain, chain.member).tier == "GLD");
}

TEST_CASE("tills, headquarters and a naive count agree on bills, purchases and tier (S000-23, S000-30)", "[both]") {
  for (unsigned seed = 1; seed <= 3; ++seed) {
    INFO(seed);
    std::mt19937 chance(seed);
    HqChain chain("2025-03-12T09:00:00",
                  R"({"tiers": [{"code": "ORD"}, {"code": "GLD", "bills": 6, "spent_fen": 150000, "combine": "ALL"},
                                {"code": "BLK"}]})");
    ChainTill one(chain, 1, 1), two(chain, 2, 1);
    chain.join({member(1, "ORD")});
    chain.work();
    one.sync();
    two.sync();
    struct Bill {
      ChainTill* till;
      std::string receipt;
      Money paid;
      int pieces = 0, back = 0;
    };
    std::vector<Bill> bills;
    bool gold = false;
    for (int step = 0; step < 26; ++step) {
      ChainTill& till = chance() % 2 == 0 ? one : two;
      const bool returns = !bills.empty() && chance() % 3 == 0;
      if (returns) {
        Bill& bill = bills[chance() % bills.size()];
        if (gold || bill.back == bill.pieces) continue;  // what came back before the tier rose is counted alone
        till::ReturnRequest request;
        request.operator_code = "1001";
        request.receipt_no = bill.receipt;
        request.lines = {{0, base::Quantity(1000)}};
        REQUIRE(bill.till->desk().giveBack(request));
        ++bill.back;
      } else {
        const int pieces = 1 + static_cast<int>(chance() % 3);
        const auto sold = till.sell({{"S1", pieces}}, 1);
        INFO((sold ? std::string() : sold.error().detail));
        REQUIRE(sold);
        bills.push_back({&till, sold->receipt_no, sold->result.total, pieces});
      }
      one.sync();
      two.sync();
      chain.work();
      one.sync();
      two.sync();
      int count = 0;
      Money spent;
      for (const Bill& bill : bills) {
        const Money left = bill.paid - Money(base::mulDivFloor(bill.paid.value(), bill.back, bill.pieces));
        count += left > Money{} ? 1 : 0;
        spent += left;
      }
      gold = gold || (!returns && count >= 6 && spent >= Money(150'000));
      for (ChainTill* each : {&one, &two}) {
        const auto now = each->memberNow(1);
        const auto bought = *each->store().boughtSoFar(now.no, std::nullopt);
        CHECK(bought.bills == count);
        CHECK(bought.spent == spent);
        CHECK(now.tier == (gold ? "GLD" : "ORD"));
        CHECK(each->problems().empty());
      }
    }
    CHECK(gold);
  }
}

}  // namespace kahui::test
