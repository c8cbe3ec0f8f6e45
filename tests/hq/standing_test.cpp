// Applications, groups and campaigns between tills and headquarters (S001-104, S001-40, S001-38).
#include "core/hq/standing.hpp"

#include "core/hq/campaigns.hpp"
#include "core/hq/hand_tiers.hpp"
#include "core/hq/projector.hpp"
#include "core/journal/draft.hpp"
#include "tests/hq/chain_fixture.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

using member::MemberStatus;

member::MemberNo apply(HqChain& chain, ChainTill& till, int card) {
  ports::MemberToJoin wanted = member(card, "ORD");
  wanted.profile.phone = "1390000" + std::to_string(1000 + card);
  wanted.pending = true;
  std::vector<ports::Store::JoinError> errors;
  const base::WallTime now = chain.hq.clock.now();
  const auto numbers = till.store().joinMembers({&wanted, 1}, now, now.local().date(), errors);
  REQUIRE(numbers);
  REQUIRE(errors.empty());
  return numbers->front();
}

void rounds(HqChain& chain, std::initializer_list<ChainTill*> tills) {
  for (int round = 0; round < 3; ++round) {
    for (ChainTill* till : tills) till->sync();
    chain.work();
  }
  for (ChainTill* till : tills) till->sync();
}

ports::JoinGift twenty() {
  ports::JoinGift gift;
  gift.points = base::Points(20);
  return gift;
}

MemberStatus statusAt(ChainTill& till, int card) { return till.memberNow(card).status; }

}  // namespace

TEST_CASE("S001-104 headquarters refuses and approves, the gift comes once at the till of joining", "[both]") {
  HqChain chain("2026-03-10T09:00:00");
  ChainTill one(chain, 1, 1), two(chain, 1, 2);
  const auto no = apply(chain, one, 1);
  rounds(chain, {&one, &two});
  CHECK(statusAt(two, 1) == MemberStatus::Pending);
  auto waiting = hq::applicants(*chain.hq.store);
  REQUIRE(waiting);
  REQUIRE(waiting->size() == 1);
  CHECK(waiting->front().status == "PENDING");
  const std::string id = waiting->front().id;
  CHECK_FALSE(hq::judgeMember(*chain.hq.store, {id, false, "", "Li"}));  // no reason
  REQUIRE(hq::judgeMember(*chain.hq.store, {id, false, "not of the mall", "Li"}));
  CHECK_FALSE(hq::judgeMember(*chain.hq.store, {id, false, "again", "Li"}));
  rounds(chain, {&one, &two});
  for (ChainTill* till : {&one, &two}) {
    CHECK(statusAt(*till, 1) == MemberStatus::Refused);
    const auto refused = till->desk().memberByCard(cardOf(1), ports::Trust::Claim);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().detail == "not of the mall");
  }
  REQUIRE(hq::judgeMember(*chain.hq.store, {id, true, "", "Li"}));
  rounds(chain, {&one, &two});
  CHECK(statusAt(one, 1) == MemberStatus::Active);
  CHECK(statusAt(two, 1) == MemberStatus::Active);
  CHECK(hq::applicants(*chain.hq.store)->empty());
  // Only where he joined.
  CHECK(two.store().joinGiftsDue(10)->empty());
  REQUIRE(*one.store().joinGiftsDue(10) == std::vector{no});
  const auto gift = twenty();
  const auto now = chain.hq.clock.now();
  for (int twice = 0; twice < 2; ++twice) REQUIRE(one.store().giveJoinGift(no, &gift, "hq", now, now.local().date()));
  CHECK(one.store().joinGiftsDue(10)->empty());
  rounds(chain, {&one, &two});
  for (ChainTill* till : {&one, &two}) {
    CHECK(till->memberNow(1).points() == base::Points(20));
    CHECK(till->problems().empty());
  }
  // What headquarters decided stands after everything is folded anew.
  hq::Projector projector(*chain.hq.store, chain.hq.clock, "test");
  REQUIRE(projector.rebuild());
  CHECK(hq::applicants(*chain.hq.store)->empty());
  chain.hq.in([&](ports::HqTransaction& tx) { CHECK(tx.member(id)->status == "ACTIVE"); });
}

TEST_CASE("S001-104 an approval at another till stands beside a refusal of headquarters, in either order", "[both]") {
  for (const bool refused_first : {true, false}) {
    HqChain chain("2026-03-10T09:00:00");
    ChainTill one(chain, 1, 1), two(chain, 1, 2);
    const auto no = apply(chain, one, 1);
    rounds(chain, {&one, &two});
    const auto now = chain.hq.clock.now();
    const std::string id = hq::applicants(*chain.hq.store)->front().id;
    REQUIRE(two.store().judgeMember({no, true, "", "9001", ""}, nullptr, now, now.local().date()));
    if (refused_first) REQUIRE(hq::judgeMember(*chain.hq.store, {id, false, "no", "Li"}));
    rounds(chain, {&two, &one});
    if (!refused_first) CHECK_FALSE(hq::judgeMember(*chain.hq.store, {id, false, "no", "Li"}));
    rounds(chain, {&one, &two});
    CHECK(statusAt(one, 1) == MemberStatus::Active);
    CHECK(statusAt(two, 1) == MemberStatus::Active);
    CHECK(one.store().joinGiftsDue(10)->size() == 1);
    for (ChainTill* till : {&one, &two}) CHECK(till->problems().empty());
  }
}

TEST_CASE("S001-40 a group that one till set is the member's at the next one, and so is leaving it", "[both]") {
  HqChain chain("2026-03-10T09:00:00", R"({"groups": [{"code": "PKU", "name": "北大", "rate_bp": 8000}]})");
  ChainTill one(chain, 1, 1), two(chain, 1, 2);
  chain.join({member(1, "ORD")});
  rounds(chain, {&one, &two});
  const auto put = [&](ChainTill& till, const char* group) {
    const auto now = chain.hq.clock.now();
    const auto who = till.memberNow(1);
    base::SeededRandom random(static_cast<std::uint64_t>(till.roll(1000)));
    REQUIRE(till.store().append(
        journal::makeDraft(now, now.local().date(), {}, random,
                           journal::MemberGrouped{who.no.value(), who.id, group, "student card", "9001", ""})));
  };
  put(one, "PKU");
  rounds(chain, {&one, &two});
  CHECK(two.memberNow(1).group == "PKU");
  const auto sold = two.sell({{"S1", 1}}, 1);
  REQUIRE(sold);
  CHECK(sold->result.lines.front().layer == pricing::Layer::Group);
  CHECK(sold->result.total == base::Money(9876));  // 123.45 at 80 %
  rounds(chain, {&one, &two});
  // Headquarters prices it by the same group: no difference is booked.
  chain.hq.in([&](ports::HqTransaction& tx) {
    for (const auto& flag : tx.flags()) {
      CHECK(flag.kind != "earn_differs");
      CHECK(flag.kind != "not_repriced");
    }
  });
  put(two, "");
  rounds(chain, {&one, &two});
  CHECK(one.memberNow(1).group.empty());
  for (ChainTill* till : {&one, &two}) CHECK(till->problems().empty());
}

TEST_CASE("S001-38 headquarters approves a campaign by name, and its tills have it by the dates", "[both]") {
  const std::string rules = R"({"promotions": [{"id": "half", "kind": "ITEM_RATE", "rate_bp": 5000}], "campaigns": [
    {"id": "spring", "name": "春茶节", "from": "2026-03-12", "to": "2026-03-13", "promotions": ["half"]}]})";
  HqChain chain("2026-03-10T09:00:00", rules);
  ChainTill one(chain, 1, 1);
  rounds(chain, {&one});
  const auto now = [&] { return chain.hq.clock.now().local(); };
  auto rows = hq::campaigns(*chain.hq.store, now());
  REQUIRE(rows);
  REQUIRE(rows->size() == 1);
  CHECK(rows->front().stage == programme::CampaignStage::Draft);
  REQUIRE(rows->front().warning);
  CHECK(rows->front().warning->days == 2);
  CHECK_FALSE(hq::changeCampaign(*chain.hq.store, {"spring", true, false, ""}, now(), 1));
  REQUIRE(*hq::changeCampaign(*chain.hq.store, {"spring", true, false, "Li"}, now(), 1) == 1);
  chain.setTime("2026-03-10T09:01:00");
  REQUIRE(*hq::changeCampaign(*chain.hq.store, {"spring", false, true, ""}, now(), 2) == 1);
  rows = hq::campaigns(*chain.hq.store, now());
  REQUIRE(rows->size() == 1);
  CHECK(rows->front().campaign.approved_by == "Li");
  CHECK_FALSE(rows->front().warning);
  rounds(chain, {&one});
  one.open();
  const auto layer = [&] { return one.sell({{"S1", 1}})->result.lines.front().layer; };
  CHECK(layer() == pricing::Layer::Retail);  // not begun
  chain.setTime("2026-03-12T09:00:00");
  CHECK(layer() == pricing::Layer::Promo);
  chain.setTime("2026-03-14T09:00:00");
  CHECK(layer() == pricing::Layer::Retail);
  CHECK(one.problems().empty());
}

namespace {

void giveAt(HqChain& chain, ChainTill& till, int card, const char* tier, const char* until) {
  const auto now = chain.hq.clock.now();
  const auto who = till.memberNow(card);
  base::SeededRandom random(static_cast<std::uint64_t>(till.roll(1000)));
  journal::TierByHand hand{who.no.value(), who.id, false, who.tier, tier, "guest of the house"};
  hand.until = base::BusinessDate::parse(until);
  hand.operator_code = "9001";
  REQUIRE(till.store().append(journal::makeDraft(now, now.local().date(), {}, random, std::move(hand))));
}

int flagsOf(HqChain& chain, const std::string& kind) {
  int found = 0;
  chain.hq.in([&](ports::HqTransaction& tx) {
    for (const auto& flag : tx.flags()) found += flag.kind == kind ? 1 : 0;
  });
  return found;
}

}  // namespace

TEST_CASE("S001-96 manual gold until 31 Dec returns on 1 Jan at all tills of a chain", "[both]") {
  HqChain chain("2026-12-20T09:00:00");
  ChainTill one(chain, 1, 1), two(chain, 1, 2);
  chain.join({member(1, "ORD")});
  rounds(chain, {&one, &two});
  giveAt(chain, one, 1, "GLD", "2026-12-31");
  one.sync();  // what headquarters said before does not take it away again
  CHECK(one.memberNow(1).tier == "GLD");
  rounds(chain, {&one, &two});
  for (ChainTill* till : {&one, &two}) {
    CHECK(till->memberNow(1).tier == "GLD");
    CHECK(till->memberNow(1).tier_until == base::BusinessDate::of(2026, 12, 31));
  }
  const auto sold = two.sell({{"S1", 1}}, 1);
  REQUIRE(sold);
  CHECK(sold->result.total == base::Money(11110));  // at 90 %
  rounds(chain, {&one, &two});
  CHECK(flagsOf(chain, "earn_differs") == 0);
  chain.setTime("2026-12-31T23:00:00");
  rounds(chain, {&one, &two});
  CHECK(one.memberNow(1).tier == "GLD");
  chain.setTime("2027-01-01T00:30:00");
  rounds(chain, {&one, &two});
  for (ChainTill* till : {&one, &two}) {
    CHECK(till->memberNow(1).tier == "ORD");
    CHECK_FALSE(till->memberNow(1).tier_by_hand);
    const auto changes = till->store().memberChanges(till->memberNow(1).no, 10);
    REQUIRE(changes);
    const auto* last = std::get_if<journal::TierByHand>(&changes->front().payload);
    REQUIRE(last != nullptr);
    CHECK(last->ended);
    CHECK(till->problems().empty());
  }
  CHECK(flagsOf(chain, "tier_by_hand_ended") == 1);
}

TEST_CASE("S001-96 headquarters gives a tier and ends it, the rules go on below it, and a rebuild says the same",
          "[both]") {
  HqChain chain("2026-03-10T09:00:00");
  ChainTill one(chain, 1, 1), two(chain, 1, 2);
  chain.join({member(1, "ORD"), member(2, "GLD")});
  rounds(chain, {&one, &two});
  const auto no = one.memberNow(1).no.text();
  const auto now = [&] { return chain.hq.clock.now(); };
  auto& store = *chain.hq.store;
  CHECK_FALSE(hq::giveHandTier(store, {no, "GLD", {}, "", "Li"}, now()));          // no reason
  CHECK_FALSE(hq::giveHandTier(store, {no, "NONE", {}, "partner", "Li"}, now()));  // no such tier
  CHECK_FALSE(hq::giveHandTier(store, {no, "ORD", {}, "partner", "Li"}, now()));   // it is his already
  CHECK_FALSE(hq::giveHandTier(store, {no, "", {}, "", "Li"}, now()));             // nothing to end
  REQUIRE(hq::giveHandTier(store, {no, "PLT", {}, "partner", "Li"}, now()));
  rounds(chain, {&one, &two});
  CHECK(two.memberNow(1).tier == "PLT");
  CHECK_FALSE(two.memberNow(1).tier_until);
  REQUIRE(two.sell({{"S1", 10}}, 1));  // 1049.32 at platinum: silver by the rules
  rounds(chain, {&one, &two});
  CHECK(one.memberNow(1).tier == "PLT");
  const auto rulesTier = [&] {
    std::string tier;
    chain.hq.in([&](ports::HqTransaction& tx) { tier = tx.member(one.memberNow(1).id.hex())->tier; });
    return tier;
  };
  CHECK(rulesTier() == "SLV");
  REQUIRE(chain.hq.projector.rebuild());
  rounds(chain, {&one, &two});
  CHECK(rulesTier() == "SLV");
  CHECK(one.memberNow(1).tier == "PLT");
  REQUIRE(hq::giveHandTier(store, {no, "", {}, "", "Li"}, now()));
  rounds(chain, {&one, &two});
  for (ChainTill* till : {&one, &two}) {
    CHECK(till->memberNow(1).tier == "SLV");
    CHECK(till->problems().empty());
  }
}

}  // namespace kahui::test
