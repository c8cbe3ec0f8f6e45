// Members who join at a till are known in the chain, and one who joined twice becomes one (protocol.md, S16).
#include "core/hq/profiles.hpp"

#include <map>

#include "core/hq/duplicates.hpp"
#include "core/hq/erasure.hpp"
#include "core/member/member.hpp"
#include "tests/hq/chain_fixture.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

void join(HqChain& chain, ChainTill& till, const ports::MemberToJoin& wanted) {
  std::vector<ports::Store::JoinError> errors;
  const base::WallTime now = chain.hq.clock.now();
  REQUIRE(till.store().joinMembers({&wanted, 1}, now, now.local().date(), errors));
  REQUIRE(errors.empty());
}

// A person with a card of this number and a telephone of his own or of another number.
ports::MemberToJoin person(int card, int phone, const char* name) {
  auto wanted = member(card, "ORD");
  wanted.profile.name = name;
  wanted.profile.phone = "1390000" + std::to_string(1000 + phone);
  return wanted;
}

base::Points pointsOf(ChainTill& till, int card) { return till.memberNow(card).points(); }

void roundTrip(HqChain& chain, std::initializer_list<ChainTill*> tills) {
  for (int round = 0; round < 3; ++round) {
    for (ChainTill* till : tills) till->sync();
    chain.work();
  }
  for (ChainTill* till : tills) till->sync();
}

}  // namespace

TEST_CASE("who joins at one till is known by card and telephone at the next one of the store", "[both]") {
  HqChain chain("2026-03-10T09:00:00");
  ChainTill one(chain, 1, 1), two(chain, 1, 2), other(chain, 2, 1);
  auto joining = person(1, 1, "王小芳");
  joining.company = true;  // S001-102: what a company has travels with the rest of what is sealed
  joining.profile.tax_no = "914403001922038216";
  joining.profile.contact = "李娜";
  join(chain, one, joining);
  REQUIRE(one.sell({{"S1", 3}}, 1));
  roundTrip(chain, {&one, &two, &other});
  CHECK(two.memberNow(1).profile.name == "王小芳");
  CHECK(two.memberNow(1).profile.tax_no == "914403001922038216");
  CHECK(two.memberNow(1).profile.contact == "李娜");
  CHECK(two.memberNow(1).no == one.memberNow(1).no);
  CHECK(pointsOf(two, 1) == base::Points(3));
  CHECK((*two.store().memberByPhone("13900001001"))->no == one.memberNow(1).no);
  CHECK_FALSE(*other.store().memberByPhone("13900001001"));  // never was there: not this store's business
  // A card that he gets at the second till is good at the first.
  REQUIRE(two.store().bindCard({two.memberNow(1).no, cardOf(77), {}, "1001"}, chain.hq.clock.now(),
                               chain.hq.clock.now().local().date()));
  roundTrip(chain, {&one, &two});
  CHECK(one.memberNow(77).no == one.memberNow(1).no);
  for (ChainTill* till : {&one, &two, &other}) CHECK(till->problems().empty());
}

TEST_CASE("S16 the same telephone in two stores is one member, whoever comes first, and can be two again", "[both]") {
  for (const bool first_store_first : {true, false}) {
    HqChain chain("2026-03-10T09:00:00");
    ChainTill one(chain, 1, 1), two(chain, 2, 1);
    join(chain, one, person(1, 9, "王小芳"));
    join(chain, two, person(2, 9, ""));
    REQUIRE(one.sell({{"S1", 3}}, 1));  // 370.35: 3 points
    REQUIRE(two.sell({{"S2", 2}}, 2));  // 399.98: 3 points
    ChainTill& before = first_store_first ? one : two;
    ChainTill& after = first_store_first ? two : one;
    before.sync();
    chain.work();
    after.sync();
    chain.work();
    roundTrip(chain, {&one, &two});
    for (ChainTill* till : {&one, &two}) {
      CHECK(till->memberNow(1).no == till->memberNow(2).no);
      CHECK(pointsOf(*till, 1) == base::Points(6));
      CHECK(till->memberNow(2).profile.name == "王小芳");
      CHECK(till->problems().empty());
    }
    CHECK(two.memberNow(1).no == before.memberNow(1).no);
    // Both cards go on earning for the one.
    REQUIRE(two.sell({{"S1", 1}}, 2));
    roundTrip(chain, {&one, &two});
    CHECK(pointsOf(one, 1) == base::Points(7));
    std::string merged;
    chain.hq.in([&](ports::HqTransaction& tx) {
      for (const auto& row : tx.membersAfter("", 10))
        if (!row.merged_into.empty()) merged = row.id;
    });
    base::SeededRandom random(3);
    REQUIRE(hq::unmergeMember(*chain.hq.store, chain.identity, merged, random));
    CHECK_FALSE(hq::unmergeMember(*chain.hq.store, chain.identity, merged, random));
    chain.work();
    roundTrip(chain, {&one, &two});
    CHECK(one.memberNow(1).no != two.memberNow(2).no);
    CHECK(pointsOf(one, 1) + pointsOf(two, 2) == base::Points(7));
  }
}

TEST_CASE("two names under one telephone stay two members, and the second's telephone is not confirmed", "[both]") {
  HqChain chain("2026-03-10T09:00:00");
  ChainTill one(chain, 1, 1), two(chain, 2, 1);
  join(chain, one, person(1, 9, "王小芳"));
  join(chain, two, person(2, 9, "李明"));
  roundTrip(chain, {&one});
  roundTrip(chain, {&two});
  int twice = 0;
  chain.hq.in([&](ports::HqTransaction& tx) {
    twice = 0;
    for (const auto& flag : tx.flags()) twice += flag.kind == "phone_twice" ? 1 : 0;
  });
  CHECK(twice == 1);
  CHECK(two.memberNow(2).profile.phone.empty());
  CHECK(one.memberNow(1).profile.phone == "13900001009");
}

TEST_CASE("what a till still sends of an erased member is not taken", "[both]") {
  HqChain chain("2026-03-10T09:00:00");
  ChainTill one(chain, 1, 1), two(chain, 1, 2);
  join(chain, one, person(1, 1, "王小芳"));
  roundTrip(chain, {&one, &two});
  const std::string id = one.memberNow(1).id.hex();
  REQUIRE(hq::eraseMember(*chain.hq.store, id, chain.hq.clock.now().utc_ms));
  REQUIRE(two.store().bindCard({two.memberNow(1).no, cardOf(78), {}, "1001"}, chain.hq.clock.now(),
                               chain.hq.clock.now().local().date()));
  two.sync();  // the card goes up before the order comes down
  roundTrip(chain, {&one, &two});
  chain.hq.in([&](ports::HqTransaction& tx) {
    CHECK(tx.member(id)->sealed.empty());
    CHECK(tx.waitingProfiles(10).empty());
  });
  for (ChainTill* till : {&one, &two}) {
    CHECK_FALSE(*till->store().memberByCard(cardOf(1)));
    CHECK_FALSE(*till->store().memberByPhone("13900001001"));
    CHECK(till->problems().empty());
  }
}

TEST_CASE("registrations that may be one person are named, and become one with all their points", "[both]") {
  HqChain chain("2026-03-10T09:00:00");
  ChainTill one(chain, 1, 1);
  auto a = person(1, 1, "王小芳"), b = person(2, 2, "王小芳"), c = person(3, 3, "王小芳"), d = person(4, 4, "李明");
  a.opening = base::Points(30);
  b.opening = base::Points(20);
  const member::Birthday day{member::BirthdayCalendar::Solar, 5, 17};
  for (auto* who : {&a, &b, &d}) who->profile.birthday = day;
  a.opening_expires = base::BusinessDate::of(2026, 12, 31);
  b.opening_expires = base::BusinessDate::of(2027, 12, 31);
  chain.join({a, b, c, d});
  roundTrip(chain, {&one});
  for (const int who : {1, 2}) REQUIRE(one.sell({{"S1", 1}}, who));  // 123.45: 1 point each
  roundTrip(chain, {&one});
  const auto pairs = hq::findDuplicates(*chain.hq.store, chain.identity);
  REQUIRE(pairs);
  REQUIRE(pairs->size() == 1);  // the third one's birthday is not known, the fourth one has another name
  CHECK(pairs->front().why == "NAME_BIRTHDAY");
  base::SeededRandom random(8);
  REQUIRE(hq::mergeMembers(*chain.hq.store, chain.identity, pairs->front().first, pairs->front().second, random));
  CHECK(hq::findDuplicates(*chain.hq.store, chain.identity)->empty());
  roundTrip(chain, {&one});
  CHECK(one.memberNow(1).no == one.memberNow(2).no);
  CHECK(pointsOf(one, 1) == base::Points(52));
  CHECK(one.problems().empty());
  chain.hq.in(
      [&](ports::HqTransaction& tx) {  // S001-115: the lots keep their ends, and one history leads to all of them
        std::map<std::string, std::int64_t> lots;
        const auto kept = one.memberNow(1).no.value();
        std::string id;
        for (const auto& row : tx.membersAfter("", 10))
          if (row.no == kept && row.merged_into.empty()) id = row.id;
        for (const auto& row : tx.membersAfter("", 10)) {
          if (row.id != id && row.merged_into != id) continue;
          for (const auto& posting : tx.postingsOf(row.id))
            if (posting.expires) lots[posting.expires->iso()] += posting.points.value();
        }
        CHECK(lots == std::map<std::string, std::int64_t>{{"2026-12-31", 30}, {"2027-12-31", 22}});
      });
}

TEST_CASE("points that were earned in one store pay in another one once both have synced (S002-42)", "[both]") {
  HqChain chain("2026-03-10T09:00:00");
  ChainTill one(chain, 1, 1), two(chain, 2, 1);
  chain.join({person(1, 1, "王小芳")});
  roundTrip(chain, {&one, &two});
  REQUIRE(one.sell({{"S1", 9}}, 1));  // 1,111.05: 11 points
  const auto pay = [&] {
    till::SellRequest request;
    request.points = base::Points(10);
    const auto sold = two.sell({{"S3", 9}}, 1, request);  // 70.20: earns nothing
    REQUIRE(sold);
    return sold->result.points_used.value();
  };
  CHECK(pay() == 0);  // has not heard of them yet
  roundTrip(chain, {&one, &two});
  CHECK(pay() == 10);
  roundTrip(chain, {&one, &two});
  CHECK(pointsOf(one, 1) == base::Points(1));
  CHECK(pointsOf(one, 1) == pointsOf(two, 1));
  for (ChainTill* till : {&one, &two}) CHECK(till->problems().empty());
}

namespace {

std::string idOf(ChainTill& till, int card) { return till.memberNow(card).id.hex(); }

// Three registrations of one person; card and number of each.
struct Three {
  HqChain chain{"2026-03-10T09:00:00"};
  ChainTill till{chain, 1, 1}, other{chain, 1, 2};
  base::SeededRandom random{5};
  std::vector<std::string> ids, numbers;

  Three() {
    for (const int card : {1, 2, 3}) join(chain, till, person(card, card, ""));
    for (const int card : {1, 2, 3}) REQUIRE(till.sell({{"S1", card}}, card));  // 1, 2 and 3 points
    roundTrip(chain, {&till, &other});
    for (const int card : {1, 2, 3}) {
      ids.push_back(idOf(till, card));
      numbers.push_back(till.memberNow(card).no.text());
    }
  }
  void merge(int survivor, int other_one) {
    REQUIRE(hq::mergeMembers(*chain.hq.store, chain.identity, ids[static_cast<std::size_t>(survivor - 1)],
                             ids[static_cast<std::size_t>(other_one - 1)], random));
    chain.work();
    roundTrip(chain, {&till, &other});
  }
  void unmerge(int one) {
    REQUIRE(hq::unmergeMember(*chain.hq.store, chain.identity, ids[static_cast<std::size_t>(one - 1)], random));
    chain.work();
    roundTrip(chain, {&till, &other});
  }
  // Who is found by the old card and the old number of each, and with how many points; both tills agree.
  void finds(const std::vector<int>& who, const std::vector<int>& points) {
    for (ChainTill* one : {&till, &other}) {
      for (std::size_t card = 0; card < 3; ++card) {
        INFO(one->name() << " card " << card + 1);
        const std::string wanted = ids[static_cast<std::size_t>(who[card] - 1)];
        CHECK(idOf(*one, static_cast<int>(card + 1)) == wanted);
        CHECK(pointsOf(*one, static_cast<int>(card + 1)) == base::Points(points[card]));
        const auto numbered = one->desk().memberByText(numbers[card]);
        REQUIRE(numbered);
        CHECK(numbered->member.id.hex() == wanted);
      }
      CHECK(one->problems().empty());
    }
  }
};

}  // namespace

TEST_CASE("who was merged and merged again is found by every old card and number, and each step can be taken back",
          "[both]") {
  for (const bool last_step_first : {true, false}) {
    Three three;
    three.finds({1, 2, 3}, {1, 2, 3});
    three.merge(2, 1);
    three.finds({2, 2, 3}, {3, 3, 3});
    three.merge(3, 2);
    three.finds({3, 3, 3}, {6, 6, 6});
    if (last_step_first) {
      three.unmerge(2);
      three.finds({2, 2, 3}, {3, 3, 3});
      three.unmerge(1);
    } else {
      three.unmerge(1);
      three.finds({1, 3, 3}, {1, 5, 5});
      three.unmerge(2);
    }
    three.finds({1, 2, 3}, {1, 2, 3});
  }
}

}  // namespace kahui::test
