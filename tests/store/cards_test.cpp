// Cards that come after their member, and what of cards outlives a process.
#include <sys/wait.h>
#include <unistd.h>

#include "core/journal/codec.hpp"
#include "core/store/card_memory.hpp"
#include "core/store/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/crash_vfs.hpp"
#include "tests/support/store_fixture.hpp"

using namespace kahui;
using base::ErrorCode;

namespace {

struct Members {
  test::StoreFixture fixture;
  std::unique_ptr<store::SqliteStore> store = fixture.open();
  member::MemberNo first = joined(1);
  member::MemberNo second = joined(2);

  member::MemberNo joined(int number) {
    const auto joining = test::member(number, "ORD");
    std::vector<ports::Store::JoinError> errors;
    return store->joinMembers({&joining, 1}, now(), day(), errors)->front();
  }
  [[nodiscard]] base::WallTime now() const { return fixture.clock->now(); }
  [[nodiscard]] base::BusinessDate day() const { return now().local().date(); }
  base::Status bind(member::MemberNo no, const member::Credential& card,
                    std::optional<member::Credential> replaces = {}) {
    return store->bindCard({no, card, std::move(replaces), "2001", "worn out"}, now(), day());
  }
  [[nodiscard]] member::CardStatus statusOf(const member::Credential& card) {
    return (*store->memberByCard(card))->status;
  }
  [[nodiscard]] std::vector<store::Problem> problems() { return store::verify(*store)->problems; }
};

const member::Credential kFresh{member::CredentialKind::Uid, "04AABBCCDDEE01"};
const member::Credential kOther{member::CredentialKind::Uid, "04AABBCCDDEE02"};

ports::PurseIntent intentOf(int number, const std::string& uid = "04AABBCCDDEE01") {
  base::Id::Raw raw{};
  raw[15] = static_cast<std::uint8_t>(number);
  return {{base::Id(raw), uid, ports::PurseMove::Debit, 300, 7, 9}, 4, 1000};
}

}  // namespace

TEST_CASE("a card is issued to a member who is there, and the sealed profile knows it") {
  Members members;
  REQUIRE(members.bind(members.first, kFresh));
  const auto hit = members.store->memberByCard(kFresh);
  REQUIRE(*hit);
  CHECK((*hit)->member.no == members.first);
  CHECK((*hit)->status == member::CardStatus::Active);
  CHECK((*hit)->member.profile.cards.back() == kFresh);
  CHECK((*hit)->member.profile.phone == test::member(1, "ORD").profile.phone);
  CHECK(members.bind(members.second, kFresh).error().code == ErrorCode::CardTaken);
  CHECK(members.bind(members.first, kFresh).error().code == ErrorCode::CardTaken);
  CHECK(members.bind(member::MemberNo::fromBody(123456), kOther).error().code == ErrorCode::UnknownMember);
  CHECK(members.problems().empty());
}

TEST_CASE("a replaced card points to the new one, the member stays as he was") {
  Members members;
  const auto before = **members.store->memberByNo(members.first);
  CHECK(members.bind(members.first, kFresh, test::cardOf(2)).error().code == ErrorCode::UnknownCard);
  CHECK_FALSE(*members.store->memberByCard(kFresh));
  REQUIRE(members.bind(members.first, kFresh, test::cardOf(1)));
  CHECK(members.statusOf(test::cardOf(1)) == member::CardStatus::Replaced);
  CHECK(members.statusOf(kFresh) == member::CardStatus::Active);
  CHECK(members.statusOf(test::cardOf(2)) == member::CardStatus::Active);
  const auto after = **members.store->memberByNo(members.first);
  CHECK(after.points() == before.points());
  CHECK(after.joined == before.joined);
  CHECK(after.tier_since == before.tier_since);
  CHECK(members.problems().empty());
}

TEST_CASE("lines of cards are read as they were written") {
  base::ManualClock clock(*base::LocalTime::parse("2026-11-24T10:00:00"));
  base::SeededRandom random(3);
  const journal::CardBound bound{9001, {"uid", std::string(32, 'a'), "ACTIVE"}, "2001", "c2VhbGVk"};
  for (const journal::Payload& payload :
       {journal::Payload(bound), journal::Payload(journal::CardReplaced{bound, std::string(32, 'b'), "worn"}),
        journal::Payload(journal::CardStatusChanged{9001, std::string(32, 'b'), "LOST", "phoned", "9001"})}) {
    journal::Event event;
    event.id = base::Id::make(1, random);
    event.at = clock.now();
    event.business_date = event.at.local().date();
    event.payload = payload;
    const auto line = journal::encode(event);
    REQUIRE(line);
    const auto read = journal::decode(*line);
    REQUIRE(read);
    CHECK(read->payload == payload);
  }
}

TEST_CASE("counters and used codes are remembered by the file, and by no name") {
  Members members;
  {
    const auto memory = *members.store->openCardMemory();
    CHECK(memory->rises("04AABBCCDDEE01", 5));
    CHECK_FALSE(memory->rises("04AABBCCDDEE01", 5));
    CHECK_FALSE(memory->rises("04AABBCCDDEE01", 4));
    CHECK(memory->rises("04AABBCCDDEE02", 1));
    CHECK(memory->isFirstUse("9001000001", 1000, 999));
  }
  members.store = nullptr;
  members.store = members.fixture.open();
  const auto memory = *members.store->openCardMemory();
  CHECK_FALSE(memory->rises("04AABBCCDDEE01", 5));
  CHECK(memory->rises("04AABBCCDDEE01", 6));
  CHECK_FALSE(memory->isFirstUse("9001000001", 1000, 999));
  CHECK(memory->isFirstUse("9001000001", 1001, 999));
  CHECK_FALSE(memory->isFirstUse("9001000001", 1000, 1050));  // a clock that was set back makes nothing good
  CHECK(memory->isFirstUse("9001000001", 2000, 1999));
  CHECK(members.store->connection().database().execAndGet("SELECT count(*) FROM code_used").getInt() == 1);
  CHECK(members.problems().empty());
}

TEST_CASE("sales and the memory of cards share one file") {
  Members members;
  const auto memory = *members.store->openCardMemory();
  for (std::uint32_t i = 1; i <= 20; ++i) {
    REQUIRE(memory->rises("04AABBCCDDEE01", i));
    REQUIRE(members.store->append(test::saleDraft(*members.fixture.clock, *members.fixture.random)));
    if (i % 7 == 0) REQUIRE(members.store->checkpoint());
  }
  CHECK(members.problems().empty());
}

TEST_CASE("a move of points that has no end is in doubt after the restart, and is found by its card") {
  Members members;
  REQUIRE(members.bind(members.first, kFresh));
  {
    const auto memory = *members.store->openCardMemory();
    REQUIRE(memory->begin(intentOf(1)));
    REQUIRE(memory->begin(intentOf(2)));
    REQUIRE(memory->begin(intentOf(3, kOther.value)));
    CHECK_FALSE(memory->begin(intentOf(1)));
    REQUIRE(memory->end(intentOf(2).order.transaction, ports::PurseEnd::Done));
  }
  members.store = nullptr;
  members.store = members.fixture.open();
  const auto memory = *members.store->openCardMemory();
  CHECK(*memory->openOf(kFresh.value) == std::vector{intentOf(1)});
  const auto doubts = *members.store->purseDoubts();
  REQUIRE(doubts.size() == 2);
  CHECK(doubts[0].member == members.first.value());
  CHECK(doubts[0].amount == 300);
  CHECK(doubts[1].member == 0);
  REQUIRE(memory->end(intentOf(1).order.transaction, ports::PurseEnd::InDoubt));
  REQUIRE(memory->end(intentOf(1).order.transaction, ports::PurseEnd::NotDone));
  CHECK(memory->openOf(kFresh.value)->empty());
  // What was found out is never another end.
  CHECK(memory->end(intentOf(1).order.transaction, ports::PurseEnd::Done).error().code == ErrorCode::WrongState);
  CHECK(memory->end(intentOf(2).order.transaction, ports::PurseEnd::InDoubt).error().code == ErrorCode::WrongState);
}

TEST_CASE("a full disk: no counter rises, no code is good and no move begins unremembered") {
  test::StoreFixture fixture;
  test::CrashDisk disk;
  store::NewStore fresh;
  fresh.info.store_no = "0001";
  fresh.info.position = "03";
  fresh.rule_pack = {"{}", "1", "2000-01-01T00:00:00"};
  const auto path = fixture.folder.path() / "crash";
  REQUIRE(store::SqliteStore::create(path, fresh, *fixture.random, test::CrashDisk::kName));
  store::SqliteStore::Options options;
  options.vfs = test::CrashDisk::kName;
  options.clock = fixture.clock;
  auto store = *store::SqliteStore::open(path, options);
  const auto memory = *store->openCardMemory();
  REQUIRE(memory->rises("04AABBCCDDEE01", 5));
  disk.fullAfter(1);
  CHECK_FALSE(memory->rises("04AABBCCDDEE01", 6));
  CHECK_FALSE(memory->isFirstUse("9001000001", 1000, 999));
  CHECK_FALSE(memory->begin(intentOf(1)));
  disk.fullAfter(0);
  CHECK(memory->rises("04AABBCCDDEE01", 6));
  CHECK(memory->isFirstUse("9001000001", 1000, 999));
  CHECK(memory->openOf("04AABBCCDDEE01")->empty());
}
