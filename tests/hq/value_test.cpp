// Stored value and count cards of a chain: two tills, one account.
#include "core/hq/export.hpp"
#include "tests/hq/hq_fixture.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

struct Chain : HqFixture {
  TillLog one{"t1"}, two{"t2"};
  base::Id member = [] {
    base::Id::Raw raw{};
    raw.fill(7);
    return base::Id(raw);
  }();
  Chain() {
    know("t1", "0001", "01");
    know("t2", "0002", "01");
    one.add(registered(42, member));
    two.add(registered(42, member));
  }
  void sendAll(bool reversed) {
    const auto push = [&](const TillLog& log) {
      REQUIRE(send(log, 1, log.head()));
      project();
    };
    push(reversed ? two : one);
    push(reversed ? one : two);
  }
  std::vector<std::string> kinds() {
    std::vector<std::string> kinds;
    in([&](ports::HqTransaction& tx) {
      kinds.clear();
      for (const auto& flag : tx.flags()) kinds.push_back(flag.kind);
    });
    return kinds;
  }
};

journal::StoredMoved stored(const char* why, int principal, int bonus) {
  journal::StoredMoved moved;
  moved.member = 42;
  moved.why = why;
  moved.principal = base::Money(principal);
  moved.bonus = base::Money(bonus);
  return moved;
}

journal::CountMoved count(const char* why, int change) {
  journal::CountMoved moved;
  moved.member = 42;
  moved.card = std::string(32, 'a');
  moved.why = why;
  moved.sku = "S9";
  moved.name = "洗车十次";
  moved.change = change;
  return moved;
}

}  // namespace

TEST_CASE("what two tills spent of one stored value offline both stands, and is a debt", "[both]") {
  for (const bool reversed : {false, true}) {
    Chain chain;
    chain.one.add(stored("TOP_UP", 10'000, 1'000));
    chain.one.add(stored("PAY", -8'000, -1'000));
    chain.two.add(stored("PAY", -5'000, 0));
    chain.two.add(stored("REFUND", 500, 0));
    chain.sendAll(reversed);
    chain.in([&](ports::HqTransaction& tx) {
      const auto account = tx.stored(chain.member.hex());
      REQUIRE(account);
      CHECK(account->principal == base::Money(-2'500));
      CHECK(account->bonus == base::Money(0));
      CHECK(tx.valueMoves(chain.member.hex()).size() == 4);
    });
    const auto kinds = chain.kinds();
    CHECK(std::count(kinds.begin(), kinds.end(), "stored_overdrawn") >= 1);
    // Folded anew it is the same: nothing counts twice.
    REQUIRE(chain.projector.rebuild());
    std::vector<std::string> lines;
    REQUIRE(
        hq::exportLines(*chain.store, hq::ExportWhat::Stored, [&](const std::string& one) { lines.push_back(one); }));
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().find(R"("principal":-2500,"bonus":0)") != std::string::npos);
  }
}

TEST_CASE("a count card used at two tills is counted once for the chain, in any order", "[both]") {
  for (const bool reversed : {false, true}) {
    Chain chain;
    chain.one.add(count("SOLD", 3));
    chain.one.add(count("USED", -1));
    chain.two.add(count("USED", -1));
    chain.sendAll(reversed);
    chain.in([&](ports::HqTransaction& tx) {
      const auto card = tx.countCard(std::string(32, 'a'));
      REQUIRE(card);
      CHECK(card->sold == 3);
      CHECK(card->uses == 1);
      CHECK(card->name == "洗车十次");
    });
    CHECK(chain.kinds().empty());
    const std::uint64_t head = chain.two.head();
    chain.two.add(count("USED", -2));
    REQUIRE(chain.send(chain.two, head + 1, chain.two.head()));
    chain.project();
    CHECK(chain.kinds() == std::vector<std::string>{"count_overused"});
  }
}

TEST_CASE("a stored value that was topped up and closed is nothing and no debt", "[both]") {
  Chain chain;
  chain.one.add(stored("TOP_UP", 10'000, 1'000));
  chain.one.add(stored("CLOSE", -10'000, -1'000));
  chain.sendAll(false);
  chain.in([&](ports::HqTransaction& tx) { CHECK(tx.stored(chain.member.hex())->principal == base::Money(0)); });
  CHECK(chain.kinds().empty());
}

}  // namespace kahui::test
