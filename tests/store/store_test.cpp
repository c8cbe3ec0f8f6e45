#include <fstream>

#include "core/journal/codec.hpp"
#include "core/store/schema.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/store_fixture.hpp"

using namespace kahui;
using base::ErrorCode;

TEST_CASE("a sale is stored with its number, its journal line and the day's totals") {
  test::StoreFixture fixture;
  auto store = fixture.open();
  const auto first = store->append(test::saleDraft(*fixture.clock, *fixture.random));
  const auto second = store->append(test::saleDraft(*fixture.clock, *fixture.random, "bill-2"));
  REQUIRE(first);
  REQUIRE(second);
  CHECK(first->receipt_no == "0001-03-1-000001");
  CHECK(second->receipt_no == "0001-03-1-000002");
  CHECK(second->seq == 2);

  const auto found = store->saleByReceipt("0001-03-1-000002");
  REQUIRE(found);
  REQUIRE(*found);
  CHECK(std::get<journal::SaleCompleted>((*found)->event.payload).ref == "bill-2");
  CHECK((*store->saleByRef("bill-2"))->event.id == (*found)->event.id);
  CHECK_FALSE(*store->saleByRef("bill-3"));
  CHECK_FALSE(*store->saleByReceipt("0001-03-1-000003"));
  CHECK_FALSE(*store->saleByReceipt("nonsense"));

  const auto totals = store->dayTotals(fixture.clock->now().local().date());
  REQUIRE(totals);
  CHECK(totals->bills == 2);
  CHECK(totals->net == base::Money(1400));
  CHECK(totals->pieces == 4);
}

TEST_CASE("a day's totals are the same before and after they were folded, and folded once") {
  test::StoreFixture fixture;
  const auto day = fixture.clock->now().local().date();
  auto store = fixture.open();
  for (int i = 0; i < 3; ++i) REQUIRE(store->append(test::saleDraft(*fixture.clock, *fixture.random)));
  const auto folded = [&] {
    return store->connection().database().execAndGet("SELECT ifnull(sum(bills), 0) FROM day_total").getInt();
  };
  const auto before = *store->dayTotals(day);
  CHECK(before.bills == 3);
  CHECK(folded() == 0);
  for (int i = 0; i < 2; ++i) {
    REQUIRE(store->checkpoint());
    CHECK(folded() == 3);
    CHECK(*store->dayTotals(day) == before);
  }
  REQUIRE(store->append(test::saleDraft(*fixture.clock, *fixture.random)));
  CHECK(store->dayTotals(day)->bills == 4);
  store.reset();
  store = fixture.open();
  CHECK(folded() == 4);
  CHECK(store->dayTotals(day)->bills == 4);
}

TEST_CASE("numbers go on after the store was closed") {
  test::StoreFixture fixture;
  REQUIRE(fixture.open()->append(test::saleDraft(*fixture.clock, *fixture.random)));
  const auto next = fixture.open()->append(test::saleDraft(*fixture.clock, *fixture.random));
  REQUIRE(next);
  CHECK(next->receipt_no == "0001-03-1-000002");
}

TEST_CASE("the journal cannot be changed or deleted") {
  test::StoreFixture fixture;
  auto store = fixture.open();
  REQUIRE(store->append(test::saleDraft(*fixture.clock, *fixture.random)));
  auto& database = store->connection().database();
  CHECK_THROWS(database.exec("UPDATE journal SET line='x'"));
  CHECK_THROWS(database.exec("DELETE FROM journal"));
  CHECK_THROWS(database.exec("INSERT OR REPLACE INTO journal VALUES(1, 'x', x'00')"));
  CHECK_THROWS(database.exec("DELETE FROM incarnation"));
}

TEST_CASE("members are found by card, telephone, last digits and number, and are sealed in the file") {
  test::StoreFixture fixture;
  auto store = fixture.open();
  auto joining = test::member(6021, "GLD");
  joining.opening = base::Points(120);
  joining.lifetime = base::Points(320);
  joining.profile.birthday = member::Birthday{member::BirthdayCalendar::Lunar, 8, 15, false};
  std::vector<ports::Store::JoinError> errors;
  const auto numbers =
      store->joinMembers(std::span(&joining, 1), fixture.clock->now(), fixture.clock->now().local().date(), errors);
  REQUIRE(numbers);
  REQUIRE(errors.empty());

  const auto hit = store->memberByCard(test::cardOf(6021));
  REQUIRE(hit);
  REQUIRE(*hit);
  const member::Member& member = (*hit)->member;
  CHECK((*hit)->status == member::CardStatus::Active);
  CHECK(member.tier == "GLD");
  CHECK(member.profile == joining.profile);
  CHECK(member.points() == base::Points(120));
  CHECK(member.lifetime == base::Points(320));
  CHECK((*store->memberByPhone("13800006021"))->no == member.no);
  CHECK((*store->memberByNo(member.no))->id == member.id);
  CHECK(store->membersByPhoneTail("6021", 10)->size() == 1);
  CHECK(store->membersByPhoneTail("006021", 10)->size() == 1);
  CHECK(store->membersByPhoneTail("6022", 10)->empty());
  CHECK_FALSE(*store->memberByCard(test::cardOf(1)));

  store.reset();
  for (const auto& entry : std::filesystem::directory_iterator(fixture.path())) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    CHECK(bytes.find("王小芳") == std::string::npos);
    CHECK(bytes.find("13800006021") == std::string::npos);
    CHECK(bytes.find(test::cardOf(6021).value) == std::string::npos);
  }
}

TEST_CASE("a telephone number or card in use is refused by row, the other rows go in") {
  test::StoreFixture fixture;
  auto store = fixture.open();
  std::vector<ports::MemberToJoin> rows{test::member(1, "ORD"), test::member(2, "ORD"), test::member(1, "ORD"),
                                        test::member(3, "ORD")};
  rows[1].profile.cards = rows[0].profile.cards;
  std::vector<ports::Store::JoinError> errors;
  const auto numbers = store->joinMembers(rows, fixture.clock->now(), fixture.clock->now().local().date(), errors);
  REQUIRE(numbers);
  CHECK(numbers->size() == 2);
  REQUIRE(errors.size() == 2);
  CHECK(errors[0].row == 1);
  CHECK(errors[1].row == 2);
}

TEST_CASE("a blocked card says so") {
  test::StoreFixture fixture;
  auto store = fixture.open();
  auto joining = test::member(5, "SLV");
  std::vector<ports::Store::JoinError> errors;
  REQUIRE(
      store->joinMembers(std::span(&joining, 1), fixture.clock->now(), fixture.clock->now().local().date(), errors));
  REQUIRE(store->changeCard({test::cardOf(5), member::CardStatus::Blocked, "stolen"}, fixture.clock->now(),
                            fixture.clock->now().local().date()));
  CHECK((*store->memberByCard(test::cardOf(5)))->status == member::CardStatus::Blocked);
}

TEST_CASE("a second writer is told who holds the store, a reader may look") {
  test::StoreFixture fixture;
  store::SqliteStore::Options options;
  options.program = "kahui-till";
  auto writer = fixture.open(options);
  const auto second = store::SqliteStore::open(fixture.path(), {});
  REQUIRE_FALSE(second);
  CHECK(second.error().code == ErrorCode::StoreLocked);
  CHECK(second.error().detail.starts_with("kahui-till "));
  store::SqliteStore::Options reading;
  reading.read_only = true;
  auto reader = fixture.open(reading);
  REQUIRE(writer->append(test::saleDraft(*fixture.clock, *fixture.random)));
  CHECK(reader->dayTotals(fixture.clock->now().local().date())->bills == 1);
}

TEST_CASE("missing, existing, newer, corrupt, keyless: each has its own answer") {
  test::StoreFixture fixture;
  const auto open = [&] { return store::SqliteStore::open(fixture.path(), {}); };
  CHECK(store::SqliteStore::open(fixture.path() / "no", {}).error().code == ErrorCode::StoreMissing);
  store::NewStore again;
  CHECK(store::SqliteStore::create(fixture.path(), again, *fixture.random).error().code == ErrorCode::StoreExists);

  SECTION("newer") {
    auto store = fixture.open();
    const std::string newer = std::to_string(store::kSchemaVersion + 1);
    store->connection().database().exec("PRAGMA user_version=" + newer + "; UPDATE meta SET value='" + newer +
                                        "' WHERE key='min_compatible'");
    store.reset();
    CHECK(open().error().code == ErrorCode::StoreNewer);
  }
  SECTION("corrupt") {
    std::fstream file(store::databasePath(fixture.path()), std::ios::in | std::ios::out | std::ios::binary);
    file << std::string(100, 'x');
    file.close();
    CHECK(open().error().code == ErrorCode::StoreCorrupt);
  }
  SECTION("keyless") {
    std::filesystem::remove_all(fixture.folder.path() / "keys");
    CHECK(open().error().code == ErrorCode::StoreKey);
  }
}

TEST_CASE("a database behind the high-water file begins a new incarnation and uses no number twice") {
  test::StoreFixture fixture;
  REQUIRE(fixture.open()->append(test::saleDraft(*fixture.clock, *fixture.random)));
  const auto backup = fixture.folder.path() / "old.db";
  std::filesystem::copy_file(store::databasePath(fixture.path()), backup);
  REQUIRE(fixture.open()->append(test::saleDraft(*fixture.clock, *fixture.random)));
  std::filesystem::copy_file(backup, store::databasePath(fixture.path()),
                             std::filesystem::copy_options::overwrite_existing);
  auto store = fixture.open();
  CHECK(store->info().incarnation == 2);
  const auto next = store->append(test::saleDraft(*fixture.clock, *fixture.random));
  REQUIRE(next);
  CHECK(next->receipt_no == "0001-03-2-000001");
  CHECK(next->seq == 2);  // after till.incarnated
  store.reset();
  CHECK(fixture.open()->info().incarnation == 2);
}

TEST_CASE("wrong PINs lock, the lock outlives a restart, the right PIN opens after the wait") {
  test::StoreFixture fixture;
  std::int64_t now_ms = 1'000'000;
  {
    auto store = fixture.open();
    REQUIRE(store->putStaff({"1001", "李", ports::StaffRole::Cashier, {}}, "123456"));
    CHECK(store->verifyPin(**store->staffByCode("1001"), "123456", now_ms));
    for (int left = 4; left > 0; --left) {
      const auto wrong = store->verifyPin(**store->staffByCode("1001"), "000000", now_ms);
      CHECK(wrong.error() == base::Error{ErrorCode::WrongPin, std::to_string(left)});
    }
    CHECK(store->verifyPin(**store->staffByCode("1001"), "000000", now_ms).error() ==
          base::Error{ErrorCode::PinLocked, "30"});
  }
  auto store = fixture.open();
  CHECK(store->verifyPin(**store->staffByCode("1001"), "123456", now_ms + 1000).error() ==
        base::Error{ErrorCode::PinLocked, "29"});
  CHECK(store->verifyPin(**store->staffByCode("1001"), "123456", now_ms + 30'000));
  CHECK_FALSE(*store->staffByCode("9"));
}

TEST_CASE("products are found by barcode, sku, part of the name and initials") {
  test::StoreFixture fixture;
  auto store = fixture.open();
  auto milk = test::product(1, base::Money(350));
  milk.name = "纯牛奶";
  milk.pinyin = "cnn";
  milk.promo_price = base::Money(300);
  milk.no_member_discount = true;
  milk.pay_pct = 0;
  const auto water = test::product(2, base::Money(200));
  REQUIRE(store->putProducts(std::vector{milk, water}));
  CHECK(**store->productByBarcode(milk.barcode) == milk);
  CHECK(**store->productBySku("S2") == water);
  CHECK_FALSE(*store->productBySku("S3"));
  milk.price = base::Money(360);
  REQUIRE(store->putProducts(std::vector{milk}));
  CHECK((*store->productBySku("S1"))->price == milk.price);
  CHECK((*store->productByBarcode(milk.barcode))->price == milk.price);
  CHECK(store->searchProducts("cn", 10)->size() == 1);
  CHECK(store->searchProducts("牛", 10)->size() == 1);
  CHECK(store->searchProducts("s", 1)->size() == 1);
  CHECK(store->searchProducts("%", 10)->empty());
}

TEST_CASE("the cache of products keeps those that sell and lets go of the others") {
  store::ProductCache cache;
  const auto one = std::make_shared<const catalog::Product>(test::product(1, base::Money(100)));
  cache.put("S1", one);
  for (int i = 0; i < 20'000; ++i) {
    cache.put("other " + std::to_string(i), one);
    if (i % 1000 == 0) REQUIRE(cache.find("S1") == one);
  }
  CHECK(cache.find("other 0") == nullptr);
  CHECK(cache.find("other 19999") == one);
  cache.clear();
  CHECK(cache.find("S1") == nullptr);
}
