// A store of an earlier version, frozen as SQL, is brought up to date whole and goes on selling.
#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>
#include <sstream>

#include "core/store/schema.hpp"
#include "core/store/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/store_fixture.hpp"

using namespace kahui;

namespace {

std::string frozen() {
  std::ifstream file(KAHUI_SOURCE_DIR "/tests/data/store-v1.sql");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// A store folder out of the frozen file. Its profiles cannot be opened: their key was not kept.
struct OldStore {
  test::TempFolder folder;
  std::filesystem::path path = folder.path() / "store";

  OldStore() {
    setenv("KAHUI_KEY_DIR", (folder.path() / "keys").c_str(), 1);
    std::filesystem::create_directories(path);
    SQLite::Database database(store::databasePath(path).string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("PRAGMA journal_mode=WAL");
    database.exec(frozen());
    database.exec("PRAGMA user_version=1");
    const std::string id = database.execAndGet("SELECT value FROM meta WHERE key='store_id'").getString();
    REQUIRE(store::writeKey(id, store::StoreKey{}));
  }
};

}  // namespace

TEST_CASE("a store of version 1 is migrated with everything in it, by a reader too") {
  for (const bool read_only : {false, true}) {
    OldStore old;
    store::SqliteStore::Options options;
    options.read_only = read_only;
    auto opened = store::SqliteStore::open(old.path, options);
    REQUIRE(opened);
    CHECK((*opened)->connection().database().execAndGet("PRAGMA user_version").getInt() == store::kSchemaVersion);
    const auto report = store::verify(**opened);
    REQUIRE(report);
    CHECK(report->problems.empty());
    CHECK(report->entries == 56);
    CHECK(report->sales == 49);
    CHECK(report->members == 6);
  }
}

TEST_CASE("a migrated store goes on: a sale, its return, and all holds") {
  OldStore old;
  auto opened = store::SqliteStore::open(old.path, {});
  REQUIRE(opened);
  base::ManualClock clock(*base::LocalTime::parse("2026-11-24T10:00:00"));
  base::SeededRandom random(1);
  journal::Draft sale = test::saleDraft(clock, random, "after");
  const auto sold = (*opened)->append(sale);
  REQUIRE(sold);
  journal::SaleReturned back;
  back.sale_receipt_no = sold->receipt_no;
  back.operator_code = "1001";
  back.value = back.refund = base::Money(700);
  back.lines = {{0, "S1", "纯牛奶", "盒", base::Quantity(2000), base::Money(700)}};
  back.tenders = {{"CASH", base::Money(700), std::nullopt}};
  sale.id = base::Id::make(2, random);
  sale.payload = back;
  REQUIRE((*opened)->append(sale));
  CHECK((*opened)->returnsOf(sold->receipt_no)->size() == 1);
  const auto report = store::verify(**opened);
  REQUIRE(report);
  CHECK(report->problems.empty());
  CHECK(report->sales == 51);
}

TEST_CASE("the index over members' bills goes, and what the rules count of a member stays") {
  OldStore old;
  base::Result<ports::BoughtSoFar> before;
  member::MemberNo busiest;
  {
    auto opened = store::SqliteStore::open(old.path, {});
    REQUIRE(opened);
    auto& database = (*opened)->connection().database();
    busiest = member::MemberNo(
        database.execAndGet("SELECT member FROM sale WHERE member>0 GROUP BY member ORDER BY count(*) DESC LIMIT 1"));
    before = (*opened)->boughtSoFar(busiest, std::nullopt);
    REQUIRE(before);
    REQUIRE(before->bills > 0);
    // As version 26 left it: without what came after.
    for (const char* table : {"tier_hand", "channel_bill", "referral_lift", "merged_no", "join_receipt"})
      database.exec(std::string("DROP TABLE ") + table);
    for (const char* column : {"dated", "members_from", "guests_from"})
      database.exec(std::string("ALTER TABLE price_due DROP COLUMN ") + column);
    database.exec("CREATE INDEX sale_member ON sale(member, day) WHERE member IS NOT NULL; PRAGMA user_version=26");
  }
  auto opened = store::SqliteStore::open(old.path, {});
  REQUIRE(opened);
  auto& database = (*opened)->connection().database();
  CHECK(database.execAndGet("PRAGMA user_version").getInt() == store::kSchemaVersion);
  CHECK(database.execAndGet("SELECT count(*) FROM sqlite_master WHERE name='sale_member'").getInt() == 0);
  const auto after = (*opened)->boughtSoFar(busiest, std::nullopt);
  REQUIRE(after);
  CHECK(*after == *before);
  // By the journal's rows alone: every bill of the member that was paid for.
  CHECK(after->bills ==
        database
            .execAndGet("SELECT count(*) FROM (SELECT sum(CASE WHEN of IS NULL THEN total ELSE gross END) AS net, "
                        "max(of IS NULL) AS own FROM sale WHERE member=" +
                        std::to_string(busiest.value()) + " GROUP BY ifnull(of, no)) WHERE own=1 AND net>0")
            .getInt());
}
