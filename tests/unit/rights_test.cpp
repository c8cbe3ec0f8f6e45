// The decisions of offline redemption, one by one (reliability.md, last section).
#include "core/loyalty/rights.hpp"
#include "core/journal/rights_event.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using namespace kahui::loyalty;
using base::Points;

namespace {

programme::OfflineRules rules() {
  programme::OfflineRules rules;
  rules.goodwill = Points(20);
  rules.goodwill_till = Points(50);
  rules.points_per_day = Points(200);
  return rules;
}

OfflineMember member(std::int64_t rights, std::int64_t balance, std::int64_t open = 0) {
  return {Points(rights), Points(balance), Points(open), {}, 1, false, false};
}

CreditState credit(std::int64_t balance, std::int64_t placed, std::int64_t reserved = 0) {
  return {Points(balance), Points(placed), Points(reserved)};
}

}  // namespace

TEST_CASE("rights are spent first and freely, goodwill within each of its bounds, and the bound that holds is named") {
  const auto limit = [](const OfflineMember& who, const OfflineTill& till = {}) {
    const auto found = offlineLimit(who, till, rules());
    return std::tuple(found.rights.value(), found.goodwill.value(), found.bound);
  };
  CHECK(limit(member(300, 1000)) == std::tuple(300, 20, OfflineBound::Member));
  CHECK(limit(member(300, 1000, 15)) == std::tuple(300, 5, OfflineBound::Member));
  CHECK(limit(member(0, 7)) == std::tuple(0, 7, OfflineBound::Balance));
  CHECK(limit(member(300, 100)) == std::tuple(100, 0, OfflineBound::Balance));
  CHECK(limit(member(0, -5)) == std::tuple(0, 0, OfflineBound::Balance));
  CHECK(limit(member(0, 1000), {Points(45), false}) == std::tuple(0, 5, OfflineBound::Till));
  CHECK(limit(member(10, 1000), {{}, true}) == std::tuple(0, 0, OfflineBound::Behind));
  auto spent = member(10, 1000);
  spent.today = Points(195);
  CHECK(limit(spent) == std::tuple(10, 5, OfflineBound::Day));
  auto old = member(10, 1000);
  old.age_hours = 73;
  CHECK(limit(old) == std::tuple(10, 0, OfflineBound::Age));
  auto barred = member(10, 1000);
  barred.barred = true;
  CHECK(limit(barred) == std::tuple(10, 0, OfflineBound::Barred));
  auto held = member(10, 1000);
  held.hold = true;
  CHECK(limit(held) == std::tuple(0, 0, OfflineBound::Hold));

  const auto split = spendOffline(Points(310), member(300, 1000), {}, rules());
  REQUIRE(split);
  CHECK(split->rights == Points(300));
  CHECK(split->goodwill == Points(10));
  CHECK(spendOffline(Points(321), member(300, 1000), {}, rules()).error().detail == "OFFLINE_LIMIT");
  CHECK(spendOffline(Points(11), old, {}, rules()).error().detail == "CACHE_TOO_OLD");
  CHECK(spendOffline(Points(1), held, {}, rules()).error().detail == "MEMBER_ON_HOLD");
}

TEST_CASE("points are placed up to the share and what is free, and wanted back above it or below nothing") {
  const auto place = [](const CreditState& state, std::int64_t held, std::int64_t asked, int percent) {
    return placement(state, Points(held), Points(asked), percent, Points(100)).value();
  };
  CHECK(place(credit(1000, 0), 0, 0, 50) == 500);
  CHECK(place(credit(1000, 450), 450, 0, 50) == 0);     // not worth it
  CHECK(place(credit(1000, 0, 700), 0, 0, 50) == 300);  // no more than is free
  CHECK(place(credit(1000, 700), 700, 0, 50) == -200);
  CHECK(place(credit(1000, 700), 700, 200, 50) == 0);  // wanted already
  CHECK(place(credit(300, 500), 500, 0, 50) == -350);
  CHECK(place(credit(0, 40), 40, 0, 50) == -40);
  CHECK(place(credit(1000, 30), 30, 0, 0) == -30);  // not the lead any more
  CHECK(place(credit(90, 0), 0, 0, 50) == 0);
  CHECK(place(credit(-10, 0), 0, 0, 50) == 0);
}

TEST_CASE("a deficit is one fall, the second ends goodwill") {
  Deficits state;
  for (const auto& [available, count, barred] :
       {std::tuple(5, 0, false), std::tuple(-5, 1, false), std::tuple(-20, 1, false), std::tuple(0, 1, false),
        std::tuple(-1, 2, true), std::tuple(30, 2, true)}) {
    state = judged(state, credit(available, 0));
    CHECK(state.count == count);
    CHECK(state.barred() == barred);
  }
  CHECK(onHold(credit(10, 11)));
  CHECK_FALSE(covers(credit(100, 50, 20), Points(31)));
  CHECK(covers(credit(100, 50, 20), Points(30)));
}

TEST_CASE("a till that was declared dead holds nothing, and what it may still spend is on view") {
  PlacedRights placed{Points(100), Points(30), Points(10), false};
  CHECK(placed.held() == Points(60));
  CHECK(placed.exposed() == Points(0));
  placed.lost = true;
  CHECK(placed.held() == Points(0));
  CHECK(placed.exposed() == Points(60));
  placed = {Points(100), Points(130), {}, false};
  CHECK(placed.held() == Points(0));  // a copied till spent more than it had: that is in the balance already
}

TEST_CASE("grants are answered in the order of their numbers, a new epoch begins at one") {
  using journal::GrantOrder;
  CHECK(journal::grantOrder({1, 4}, {1, 5}) == GrantOrder::Next);
  CHECK(journal::grantOrder({1, 4}, {1, 4}) == GrantOrder::Seen);
  CHECK(journal::grantOrder({1, 4}, {1, 6}) == GrantOrder::Gap);
  CHECK(journal::grantOrder({1, 4}, {2, 1}) == GrantOrder::Next);
  CHECK(journal::grantOrder({1, 4}, {2, 2}) == GrantOrder::Gap);
  CHECK(journal::grantOrder({2, 1}, {1, 9}) == GrantOrder::Seen);
  CHECK(journal::answered(Points(-50), Points(20)) == Points(-20));
  CHECK(journal::answered(Points(-50), Points(-3)) == Points(0));
  CHECK(journal::answered(Points(50), Points(-3)) == Points(50));
}
