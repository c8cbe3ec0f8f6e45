// Offline redemption against its adversaries (reliability.md, last section): the bound holds and is tight, and each
// guard that is left out is found by the adversary who looks for it.
#include <cstdlib>

#include "tests/property/redemption_model.hpp"
#include "tests/support/catch.hpp"

using namespace kahui::test;

namespace {

using Model = RedemptionModel;

// More with KAHUI_MODEL_SEEDS.
std::uint64_t seeds() {
  const char* more = std::getenv("KAHUI_MODEL_SEEDS");
  return more != nullptr ? std::strtoull(more, nullptr, 10) : 3000;
}

// Drains headquarters over all tills, so that each still believes in a balance, then every till.
void drainAll(Model& model, int member) {
  for (int till = 0; till < Model::kTills; ++till)
    model.spendOnline(till, member, model.rightsOf(till, member) + model.available(member) / (Model::kTills - till));
  for (int till = 0; till < Model::kTills; ++till)
    for (int points = model.spendable(till, member); points > 0; --points)
      if (model.spendOffline(till, member, points)) break;
}

// Leaves the rights of one till alone, so that there is a balance to be believed in; drains the rest, spends goodwill,
// syncs and comes again.
void repeatOffender(Model& model, int member) {
  model.place(member);
  model.heal();
  const int till = (member + 2) % Model::kTills;
  model.spendOnline(till, member, model.available(member));
  for (int round = 0; round < 12; ++round) {
    model.spendOffline(till, member, Model::kGoodwill);
    model.heal();
  }
}

// The till is silent until a clock would have taken its rights back.
void waitOutLease(Model& model, int member) {
  model.place(member);
  model.push(member);
  model.deliver(false);
  model.deliver(false);
  model.idle(100);
  model.deliver(false);
  drainAll(model, member);
}

void everythingTwice(Model& model, int member) {
  model.place(member);
  for (int till = 0; till < Model::kTills; ++till) {
    model.spendOffline(till, member, 3);
    model.push(till);
    model.deliverTwice(till);
  }
  drainAll(model, member);
}

void restoredTill(Model& model, int member) {
  model.spendOffline(1, member, 5);
  model.remember(1);
  model.spendOffline(1, member, 5);
  model.push(1);
  model.deliver(false);
  model.deliver(false);
  model.restore(1);
  model.spendOffline(1, (member + 1) % Model::kMembers, 7);
}

void lostAnswer(Model& model, int member) { model.spendOnline(2, member, 10, true); }

using Adversary = void (*)(Model&, int);

std::string outcome(Mutant mutant, Adversary adversary, std::uint64_t seed, int balance) {
  Model model(seed, mutant, balance);
  adversary(model, static_cast<int>(seed % Model::kMembers));
  model.heal();
  return model.broken(true);
}

}  // namespace

TEST_CASE("no schedule over a bad network spends more than the bound, and all books agree at rest", "[model]") {
  for (std::uint64_t seed = 1; seed <= seeds(); ++seed) {
    Model model(seed, Mutant::None);
    std::string broken;
    for (int step = 0; step < 200 && broken.empty(); ++step) {
      model.random();
      broken = model.broken(false);
    }
    if (broken.empty()) {
      model.heal();
      broken = model.broken(true);
    }
    INFO("seed " << seed);
    REQUIRE(broken == "");
  }
}

TEST_CASE("the bound is tight: who drains headquarters and then all tills gets exactly goodwill times tills",
          "[model]") {
  Model model(1, Mutant::None);
  drainAll(model, 0);
  model.heal();
  CHECK(model.available(0) == -Model::kBound);
  CHECK(model.broken(true) == "");
  for (int till = 0; till < Model::kTills; ++till) CHECK(model.spendable(till, 0) == 0);  // held everywhere
  // Rights that were placed before change nothing of it.
  Model placed(2, Mutant::None);
  placed.place(0);
  placed.heal();
  REQUIRE(placed.rightsOf(0, 0) == 50);
  drainAll(placed, 0);
  placed.heal();
  CHECK(placed.available(0) == -Model::kBound);
}

TEST_CASE("each guard that is left out is found by its own adversary, and only then", "[model]") {
  struct Case {
    const char* name;
    Mutant mutant;
    Adversary adversary;
    int balance;
  };
  const Case cases[] = {
      {"M1 rights taken back by the clock", Mutant::ReclaimByLease, waitOutLease, 400},
      {"M2 no dedup of entries", Mutant::NoDedup, everythingTwice, 100},
      {"M3 armed again without the hold", Mutant::RearmWithoutHold, repeatOffender, 400},
      {"M4 grants without numbers", Mutant::UnnumberedGrants, everythingTwice, 400},
      {"M5 a restored till goes on unnoticed", Mutant::RestoreUnnoticed, restoredTill, 100},
      {"another id in the fallback", Mutant::OtherIdInFallback, lostAnswer, 100},
  };
  for (const Case& one : cases) {
    INFO(one.name);
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
      INFO("seed " << seed);
      REQUIRE(outcome(Mutant::None, one.adversary, seed, one.balance) == "");
      REQUIRE(outcome(one.mutant, one.adversary, seed, one.balance) != "");
    }
  }
}
