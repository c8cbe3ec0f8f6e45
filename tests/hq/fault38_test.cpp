// Fault 38 of the card notes: a member's card and a copy of it are used at two tills that are both away, or a card of
// an earlier day comes after a sync; then the tills come back in either order, twice. The ledger is a union of what
// happened, so the order changes nothing and a second coming adds nothing; what was spent twice is to be seen.
#include <map>

#include "tests/hq/chain_fixture.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

constexpr int kMember = 3;
constexpr std::int64_t kOpening = 50;
constexpr std::int64_t kSpent = 40;  // at each till

struct Ledger {
  std::int64_t balance = 0, lifetime = 0, used = 0, sales = 0, postings = 0;
  std::string tier;
  std::map<std::string, int> flags;
  bool operator==(const Ledger&) const = default;
};

Ledger ledgerOf(HqChain& chain) {
  Ledger ledger;
  chain.hq.in([&](ports::HqTransaction& tx) {
    ledger = {};
    CHECK(tx.quarantine().empty());
    for (const auto& row : tx.membersAfter("", 10)) {
      ledger.balance += (row.noncash + row.cashable).value();
      ledger.lifetime += row.lifetime.value();
      ledger.tier = row.tier;
      ledger.postings += std::ssize(tx.postingsOf(row.id));
    }
    for (const auto& sale : tx.salesAfter({}, 100)) {
      ++ledger.sales;
      ledger.used += sale.used.value();
    }
    for (const auto& flag : tx.flags()) ++ledger.flags[flag.kind];
  });
  return ledger;
}

// The card knows nothing of what it paid elsewhere: each till goes by what it heard last.
void spend(ChainTill& till) {
  till.desk().setOffline(true);
  till::SellRequest request;
  request.points = base::Points(kSpent);
  const auto sold = till.sell({{"S2", 2}}, kMember, request);
  INFO((sold ? "" : sold.error().detail));
  REQUIRE(sold);
}

struct Ended {
  Ledger once, twice;
  std::vector<std::int64_t> at_tills;
};

Ended live(bool first_comes_first) {
  HqChain chain("2026-03-02T09:00:00");
  ChainTill one(chain, 1, 1), other(chain, 2, 1);
  auto joining = member(kMember, "GLD");
  joining.opening = base::Points(kOpening);
  chain.join({joining});
  chain.work();
  for (ChainTill* till : {&one, &other}) till->sync();
  spend(one);
  spend(other);
  const auto come = [&](ChainTill& till) {
    till.desk().setOffline(false);
    till.sync();
    chain.work();
  };
  come(first_comes_first ? one : other);
  come(first_comes_first ? other : one);
  Ended ended;
  ended.once = ledgerOf(chain);
  for (int again = 0; again < 2; ++again) {
    come(first_comes_first ? one : other);
    come(first_comes_first ? other : one);
  }
  ended.twice = ledgerOf(chain);
  for (ChainTill* till : {&one, &other}) {
    ended.at_tills.push_back(till->memberNow(kMember).points().value());
    for (const std::string& problem : till->problems()) FAIL_CHECK(till->name() << ": " << problem);
  }
  return ended;
}

}  // namespace

TEST_CASE("one card and its copy at two tills that were away: both orders of coming back, twice", "[both]") {
  const Ended there = live(true);
  const Ended back = live(false);
  CHECK(there.once == back.once);
  CHECK(there.once == there.twice);
  CHECK(back.once == back.twice);
  CHECK(there.once.sales == 2);
  CHECK(there.once.used == 2 * kSpent);
  const std::int64_t earned = there.once.balance - (kOpening - 2 * kSpent);
  CHECK(earned >= 0);
  CHECK(there.once.balance < kOpening - kSpent + earned);  // both are taken, also what was not there any more
  for (const Ended* ended : {&there, &back})
    for (const std::int64_t balance : ended->at_tills) CHECK(balance == ended->once.balance);
}

TEST_CASE("what a card of an earlier day spends is spent once, whichever till hears of it first", "[both]") {
  for (const bool first : {true, false}) {
    HqChain chain("2026-03-02T09:00:00");
    ChainTill one(chain, 1, 1), other(chain, 2, 1);
    auto joining = member(kMember, "GLD");
    joining.opening = base::Points(kOpening);
    chain.join({joining});
    chain.work();
    for (ChainTill* till : {&one, &other}) till->sync();
    spend(one);
    one.sync();
    chain.work();
    // The other till has heard of it: an older card changes nothing of what it knows.
    for (int round = 0; round < 2; ++round) {
      other.sync();
      chain.work();
    }
    other.desk().setOffline(true);
    till::SellRequest request;
    request.points = base::Points(kSpent);
    const auto known = other.memberNow(kMember).points();
    CHECK(known < base::Points(kSpent));
    static_cast<void>(other.sell({{"S2", 2}}, kMember, request));  // takes no more than the till knows of
    other.desk().setOffline(false);
    ChainTill& leads = first ? one : other;
    ChainTill& follows = first ? other : one;
    for (int round = 0; round < 2; ++round) {
      leads.sync();
      follows.sync();
      chain.work();
    }
    leads.sync();
    follows.sync();
    CHECK(one.memberNow(kMember).points() == other.memberNow(kMember).points());
    CHECK(ledgerOf(chain).balance == one.memberNow(kMember).points().value());
    CHECK(ledgerOf(chain).balance >= 0);
  }
}

}  // namespace kahui::test
