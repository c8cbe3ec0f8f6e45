#include <sstream>

#include "core/store/backup.hpp"
#include "core/store/export.hpp"
#include "core/store/import.hpp"
#include "core/store/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/store_fixture.hpp"

using namespace kahui;

namespace {

struct FilledStore : test::StoreFixture {
  std::unique_ptr<store::SqliteStore> store;

  FilledStore() : store(open()) {
    auto joining = test::member(1, "GLD");
    joining.opening = base::Points(120);
    std::vector<ports::Store::JoinError> errors;
    REQUIRE(store->joinMembers(std::span(&joining, 1), clock->now(), clock->now().local().date(), errors));
    for (int i = 0; i < 3; ++i) REQUIRE(store->append(test::saleDraft(*clock, *random, "r" + std::to_string(i))));
  }

  // Changes the file behind the store's back.
  store::VerifyReport tampered(const std::string& sql) {
    REQUIRE(store->checkpoint());  // day totals are there to be tampered with
    auto& database = store->connection().database();
    database.exec("DROP TRIGGER journal_no_update; DROP TRIGGER journal_no_delete; DROP TRIGGER incarnation_no_update");
    database.exec(sql);
    const auto report = store::verify(*store);
    REQUIRE(report);
    return *report;
  }
};

bool names(const store::VerifyReport& report, const std::string& where) {
  return std::any_of(report.problems.begin(), report.problems.end(),
                     [&](const store::Problem& problem) { return problem.where.find(where) != std::string::npos; });
}

}  // namespace

TEST_CASE("an untouched store holds") {
  FilledStore filled;
  const auto report = store::verify(*filled.store);
  REQUIRE(report);
  CHECK(report->ok());
  CHECK(report->entries == 4);
  CHECK(report->sales == 3);
  CHECK(report->members == 1);
  CHECK(report->points_outstanding == base::Points(120));
}

TEST_CASE("every kind of tampering is found and its place named") {
  FilledStore filled;
  struct Case {
    const char* sql;
    const char* where;
  };
  const Case tampering = GENERATE(
      Case{"UPDATE journal SET line=replace(line, '\"t\":700', '\"t\":701') WHERE entry=3", "entry 3"},
      Case{"UPDATE journal SET line=line||' ' WHERE entry=2", "entry 2"},
      Case{"DELETE FROM journal WHERE entry=3", "entry 4"}, Case{"DELETE FROM journal WHERE entry=4", "sale"},
      Case{"UPDATE incarnation SET statement='{}'", "incarnation 1"},
      Case{"UPDATE sale SET total=1 WHERE no=(SELECT max(no) FROM sale)", "sale"},
      Case{"UPDATE member SET noncash=noncash+1", "member"}, Case{"UPDATE member SET tier='BLK'", "member"},
      Case{"UPDATE points_move SET left=left-1", "member"}, Case{"UPDATE points_move SET points=points+5", "member"},
      Case{"UPDATE day_total SET net=net+1", "2025-03-12"}, Case{"UPDATE card SET status=4", "card"},
      Case{"DELETE FROM sale_ref", "sale_ref"}, Case{"DELETE FROM member", "member"});
  INFO(tampering.sql);
  const auto report = filled.tampered(tampering.sql);
  CHECK_FALSE(report.ok());
  CHECK(names(report, tampering.where));
}

TEST_CASE("any changed byte of a journal line is found") {
  FilledStore filled;
  auto& database = filled.store->connection().database();
  database.exec("DROP TRIGGER journal_no_update");
  const std::string line = database.execAndGet("SELECT line FROM journal WHERE entry=2").getString();
  for (std::size_t at = 0; at < line.size(); at += 7) {
    std::string changed = line;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    SQLite::Statement update(database, "UPDATE journal SET line=? WHERE entry=2");
    update.bind(1, changed);
    update.exec();
    CHECK_FALSE(store::verify(*filled.store)->ok());
  }
}

TEST_CASE("a backup is whole, is restored under the next incarnation and never over a store") {
  FilledStore filled;
  const auto file = filled.folder.path() / "backup.kahui";
  REQUIRE(store::backup(*filled.store, file));
  CHECK(store::backup(*filled.store, file).error().code == base::ErrorCode::StoreExists);
  CHECK(store::restore(file, filled.path()).error().code == base::ErrorCode::StoreLocked);
  const auto other = filled.folder.path() / "restored";
  REQUIRE(store::restore(file, other));
  CHECK(store::restore(file, other).error().code == base::ErrorCode::StoreExists);
  store::SqliteStore::Options options;
  options.clock = filled.clock;
  auto restored = store::SqliteStore::open(other, options);
  REQUIRE(restored);
  CHECK((*restored)->info().incarnation == 2);
  CHECK(store::verify(**restored)->ok());
  CHECK((*restored)->append(test::saleDraft(*filled.clock, *filled.random))->receipt_no == "0001-03-2-000001");
  CHECK(store::verify(**restored)->ok());
}

TEST_CASE("exports mask persons unless told otherwise, and CSV holds no formula") {
  FilledStore filled;
  auto trap = test::product(7, base::Money(100));
  trap.name = "=HYPERLINK(\"x\"),\"y\"";
  REQUIRE(filled.store->putProducts(std::span(&trap, 1)));
  const auto text = [&](store::ExportOptions options) {
    std::stringstream out;
    REQUIRE(store::exportRows(*filled.store, options, out));
    return out.str();
  };
  const auto masked = text({.what = store::ExportWhat::Members});
  CHECK(masked.find("王**") != std::string::npos);
  CHECK(masked.find("13800000001") == std::string::npos);
  CHECK(text({.what = store::ExportWhat::Members, .reveal = true}).find("13800000001") != std::string::npos);
  CHECK(text({.what = store::ExportWhat::Products, .format = store::ExportFormat::Csv})
            .find("\"'=HYPERLINK(\"\"x\"\"),\"\"y\"\"\"") != std::string::npos);
  const auto sales = text({.what = store::ExportWhat::Sales});
  CHECK(std::count(sales.begin(), sales.end(), '\n') == 3);
  CHECK(sales.find("\"ref\":\"r1\"") != std::string::npos);
  const auto tomorrow = filled.clock->now().local().date().plusDays(1);
  CHECK(text({.what = store::ExportWhat::Sales, .range = {.from = tomorrow, .to = {}}}).empty());
  CHECK(text({.what = store::ExportWhat::Points}).find("\"OPENING\"") != std::string::npos);
}

TEST_CASE("an import reads what Excel in China writes") {
  test::StoreFixture fixture;
  auto store = fixture.open();
  // GB18030: the name of D is in no GBK font, the last row is in no character set at all.
  const std::string gb =
      "sku,name,category,price_fen\r\n"
      "A,\xBF\xC9\xBF\xDA\xBF\xC9\xC0\xD6,\xD2\xFB\xC1\xCF,350\r\n"
      "B,\"\xC5\xA3\xC4\xCC,\xB4\xBF\",\xD2\xFB\xC1\xCF,400\r\n"
      "D,\x95\x34\xB0\x31,\xD2\xFB\xC1\xCF,500\r\n"
      "E,\xFF\xFF,\xD2\xFB\xC1\xCF,500\r\n";
  const auto products = store::importProducts(*store, gb, false);
  REQUIRE(products);
  CHECK(products->imported == 3);
  REQUIRE(products->bad.size() == 1);
  CHECK(products->bad[0].line == 5);
  CHECK((*store->productBySku("A"))->name == "可口可乐");
  CHECK((*store->productBySku("B"))->name == "牛奶,纯");
  CHECK((*store->productBySku("D"))->name == "𠮟");
  CHECK((*store->productBySku("A"))->category == "饮料");

  store::MemberImport joining;
  joining.tiers = {"ORD"};
  const auto members = store::readMembers("phone,name\n13800001234,\xCD\xF5\xD0\xA1\xC3\xF7\n", joining);
  REQUIRE(members);
  REQUIRE(members->good.size() == 1);
  CHECK(members->good[0].profile.name == "王小明");

  // UTF-8 stays UTF-8, with and without its mark; one spoilt row does not make Chinese of the others.
  const std::string utf8 = "sku,name,category,price_fen\nF,café,food,1\nG,牛奶,food,1\nH,\xE7\x89,food,1\n";
  for (const std::string& file : {utf8, "\xEF\xBB\xBF" + utf8}) {
    const auto read = store::importProducts(*store, file, false);
    REQUIRE(read);
    CHECK(read->bad.size() == 1);
    CHECK((*store->productBySku("F"))->name == "café");
    CHECK((*store->productBySku("G"))->name == "牛奶");
  }
}

TEST_CASE("imports take the good rows and name each bad one") {
  test::StoreFixture fixture;
  auto store = fixture.open();
  const auto products = store::importProducts(
      *store,
      "sku,name,category,price_fen,barcode,flags\n"
      "A,\"奶, 纯\",food,350,6900000000014,weighed|no_points\n"
      "B,水,food,-1,,\nC,茶,food,200,6900000000015,\nD,米,food,500,6900000000014,\nE,面,food,300,,cold\n",
      false);
  REQUIRE(products);
  CHECK(products->imported == 1);
  REQUIRE(products->bad.size() == 4);
  CHECK(products->bad[0].line == 3);
  CHECK(products->bad[2].reason.find("barcode") == 0);
  CHECK((*store->productBySku("A"))->name == "奶, 纯");
  CHECK((*store->productBySku("A"))->weighed);
  CHECK(store::importProducts(*store, "sku,colour\n", false).error().code == base::ErrorCode::UnknownKey);
  CHECK(store::importProducts(*store, "sku,name\n", false).error().code == base::ErrorCode::BadInput);
  CHECK(store::importProducts(*store, "sku,name,category,price_fen\n\"A", false).error().code ==
        base::ErrorCode::BadInput);

  store::MemberImport options;
  options.tiers = {"ORD", "SLV"};
  options.at = fixture.clock->now();
  options.day = options.at.local().date();
  const char* csv =
      "name,phone,tier,card,birthday,points\n王芳,138 0000 "
      "0001,SLV,04A1B2C3D4E5F6,03-12,50\n李娜,13800000001,,,,\n张伟,139,,,,\n"
      ",,,,,\n赵敏,13800000002,GLD,,,\n孙丽,13800000003,,,13-01,\n";
  options.dry_run = true;
  CHECK(store::importMembers(*store, csv, options)->imported == 1);
  CHECK_FALSE(*store->memberByPhone("13800000001"));
  options.dry_run = false;
  const auto members = store::importMembers(*store, csv, options);
  REQUIRE(members);
  CHECK(members->imported == 1);
  CHECK(members->bad.size() == 5);
  CHECK((*store->memberByPhone("13800000001"))->points() == base::Points(50));
  CHECK(store::importMembers(*store, csv, options)->imported == 0);
  CHECK(store::verify(*store)->ok());
}
