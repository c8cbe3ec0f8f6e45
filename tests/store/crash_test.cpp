// Power loss at every kind of moment, on a disk in memory: an acknowledged sale survives, a half one never shows. Each
// guard that the store relies on is taken away once, and then the same run must fail. KAHUI_CRASHES raises the number
// of crashes for a long run.
#include <sqlite3.h>

#include <cstdlib>
#include <functional>

#include "core/journal/codec.hpp"
#include "core/store/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/crash_vfs.hpp"
#include "tests/support/store_fixture.hpp"

using namespace kahui;

namespace {

using Weaken = std::function<void(SQLite::Database&)>;

int crashes(int usual) {
  const char* more = std::getenv("KAHUI_CRASHES");
  return more != nullptr ? std::max(usual, std::atoi(more)) : usual;
}

store::SqliteStore::Options onDisk() {
  store::SqliteStore::Options options;
  options.vfs = test::CrashDisk::kName;
  return options;
}

void createOnDisk(test::StoreFixture& fixture) {
  store::NewStore fresh;
  fresh.info.store_no = "0001";
  fresh.info.position = "03";
  fresh.rule_pack.json = "{}";
  fresh.rule_pack.version = "1";
  fresh.rule_pack.valid_from = "2000-01-01T00:00:00";
  REQUIRE(store::SqliteStore::create(fixture.folder.path() / "crash", fresh, *fixture.random, test::CrashDisk::kName));
}

std::unique_ptr<store::SqliteStore> openOnDisk(test::StoreFixture& fixture) {
  auto options = onDisk();
  options.clock = fixture.clock;
  options.random = fixture.random;
  auto opened = store::SqliteStore::open(fixture.folder.path() / "crash", std::move(options));
  return opened ? std::move(*opened) : nullptr;
}

// Runs of sales, each cut off by a power loss. Answers what broke first, or nothing.
std::string runCrashes(std::uint64_t seed, int rounds, const Weaken& weaken) {
  test::StoreFixture fixture;
  test::CrashDisk disk;
  createOnDisk(fixture);
  base::SeededRandom random(seed);
  std::vector<std::string> answered;
  for (int round = 0; round < rounds; ++round) {
    auto store = openOnDisk(fixture);
    if (!store) return "the store does not open after a crash";
    if (weaken) weaken(store->connection().database());
    disk.crashAfter(static_cast<std::int64_t>(random.below(120)));
    for (int i = 0; !disk.isOff(); ++i) {
      const std::string ref = std::to_string(round) + "-" + std::to_string(i);
      if (store->append(test::saleDraft(*fixture.clock, *fixture.random, ref))) answered.push_back(ref);
      if (i % 7 == 6 && store->checkpoint()) {
      }
    }
    store.reset();
    disk.restart(random);

    store = openOnDisk(fixture);
    if (!store) return "the store does not open after a crash";
    const auto report = store::verify(*store);
    if (!report) return "the store cannot be verified: " + report.error().detail;
    if (!report->ok()) return report->problems[0].where + ": " + report->problems[0].what;
    for (const std::string& ref : answered) {
      const auto sale = store->saleByRef(ref);
      if (!sale || !*sale) return "an answered sale is gone";
    }
    if (store->info().incarnation != 1) return "the database fell behind what was answered";
  }
  return answered.empty() ? "no sale was answered" : std::string();
}

}  // namespace

TEST_CASE("power loss at random moments loses no answered sale and leaves no half one") {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    INFO("seed " << seed);
    CHECK(runCrashes(seed, crashes(60), {}).empty());
  }
}

TEST_CASE("control: without synchronous=FULL the same run must fail") {
  bool failed = false;
  for (std::uint64_t seed = 1; seed <= 8 && !failed; ++seed) {
    failed =
        !runCrashes(seed, 60, [](SQLite::Database& database) { database.exec("PRAGMA synchronous=NORMAL"); }).empty();
  }
  CHECK(failed);
}

TEST_CASE("control: without the transaction the same run must fail") {
  const auto ignore_transactions = [](void*, int action, const char*, const char*, const char*, const char*) {
    return action == SQLITE_TRANSACTION ? SQLITE_IGNORE : SQLITE_OK;
  };
  bool failed = false;
  for (std::uint64_t seed = 1; seed <= 8 && !failed; ++seed) {
    failed = !runCrashes(seed, 60, [&](SQLite::Database& database) {
                sqlite3_set_authorizer(database.getHandle(), ignore_transactions, nullptr);
              }).empty();
  }
  CHECK(failed);
}

TEST_CASE("a full disk refuses the sale by name, keeps what was there, and sells again when there is room") {
  test::StoreFixture fixture;
  test::CrashDisk disk;
  createOnDisk(fixture);
  for (std::int64_t nth = 1; nth <= 12; ++nth) {
    auto store = openOnDisk(fixture);
    REQUIRE(store);
    const auto before = store::verify(*store)->sales;
    disk.fullAfter(nth);
    const auto refused = store->append(test::saleDraft(*fixture.clock, *fixture.random));
    disk.fullAfter(0);
    if (!refused) CHECK(refused.error().code == base::ErrorCode::StoreFull);
    REQUIRE(store->append(test::saleDraft(*fixture.clock, *fixture.random)));
    const auto after = store::verify(*store);
    REQUIRE(after);
    CHECK(after->ok());
    CHECK(after->sales == before + (refused ? 2 : 1));
  }
}

TEST_CASE("a sale costs exactly one write of the log and one sync, whatever came before it") {
  test::StoreFixture fixture;
  test::CrashDisk disk;
  createOnDisk(fixture);
  auto store = openOnDisk(fixture);
  REQUIRE(store);
  for (int i = 0; i < 40; ++i) {
    const auto syncs = disk.syncs();
    const auto operations = disk.operations();
    REQUIRE(store->append(test::saleDraft(*fixture.clock, *fixture.random)));
    CHECK(disk.syncs() == syncs + 1);
    CHECK(disk.operations() == operations + 2);
    if (i % 10 == 9) REQUIRE(store->checkpoint());
  }
}
