// Training: the same till on a store of its own. Nothing that is done there reaches the shop's books.
#include <filesystem>
#include <fstream>

#include "app/local/counter_files.hpp"
#include "app/local/demo_clock.hpp"
#include "app/local/new_store.hpp"
#include "app/till/practice.hpp"
#include "core/journal/draft.hpp"
#include "core/store/import.hpp"
#include "core/store/verify.hpp"
#include "tests/gui/bench.hpp"
#include "tests/gui/real_till.hpp"
#include "tests/support/temp_folder.hpp"

using namespace kahui;

namespace {

struct Shop {
  test::TempFolder ground;
  std::filesystem::path folder = ground.path() / "store";

  Shop() {
    qputenv("KAHUI_KEY_DIR", QByteArray::fromStdString((ground.path() / "keys").string()));
    base::SystemRandom random;
    REQUIRE(local::makeStore(folder, {"0007", "城东店", "02"}, random).has_value());
    REQUIRE(local::addFirstManager(folder, {"9001", "王", "2468"}).has_value());
    takeGoods("sku,name,category,price_fen\nA1,茶,01,1500\n");
  }
  void takeGoods(const char* csv) const {
    const auto store = store::SqliteStore::open(folder, {});
    REQUIRE(store.has_value());
    REQUIRE(store::importProducts(**store, csv, false).has_value());
  }
  [[nodiscard]] std::string practice() const { return practiceFolder(folder).string(); }
  // What the books say: lines of the journal.
  [[nodiscard]] std::int64_t entries(const std::filesystem::path& of) const {
    store::SqliteStore::Options options;
    options.read_only = true;
    const auto store = store::SqliteStore::open(of, std::move(options));
    REQUIRE(store.has_value());
    return (*store)->connection().database().execAndGet("SELECT count(*) FROM journal").getInt64();
  }
};

}  // namespace

TEST_CASE("training sells the shop's goods to the shop's people, and the shop's books stand still") {
  const Shop shop;
  local::CounterSettings counter;
  counter.printer = "file:/dev/null";
  REQUIRE(local::writeCounter(shop.folder, counter).has_value());
  {
    const auto store = store::SqliteStore::open(shop.folder, {});
    REQUIRE(store.has_value());
    const auto now = local::openClock("Asia/Shanghai", false)->now();
    base::SystemRandom random;
    REQUIRE(
        (*store)->putSetting("low_value_fen", "700",
                             journal::makeDraft(now, now.local().date(), {}, random, journal::LogNote{"9001", "x"})));
  }
  const auto before = shop.entries(shop.folder);
  REQUIRE(readyPractice(shop.folder).has_value());
  {
    test::RealTill till(shop.practice());
    CHECK(till.model.now().store.training);
    CHECK(till.model.now().settings->low_value == base::Money(700));
    CHECK(till.window.findChild<widgets::TrainingFrame*>()->isVisible());
    till.type(QStringLiteral("9001"));
    till.type(QStringLiteral("2468"));
    REQUIRE(till.until([](const auto& now) { return now.phase == till::Phase::Selling; }));
    till.type(QStringLiteral("A1"));
    REQUIRE(till.until([](const auto& now) { return now.lines.size() == 1; }));
    till.open.demo_reader->tap(till.open.demo_reader->cards().at(1));
    REQUIRE(till.until([](const auto& now) { return now.member.has_value(); }));
    till.press(Qt::Key_F11);
    REQUIRE(till.until([](const auto& now) { return now.phase == till::Phase::Tendering; }));
    till.press(Qt::Key_Return);
    REQUIRE(till.until([](const auto& now) { return now.phase == till::Phase::Receipt; }));
    const std::string paper = sale::renderText(*till.model.now().receipt, sale::ReceiptLanguage::Chinese, 32);
    CHECK(paper.find("练习单据，不作凭证") != std::string::npos);
  }
  CHECK(shop.entries(shop.folder) == before);
  CHECK(shop.entries(shop.practice()) > 0);
  CHECK_FALSE(local::readCounter(shop.practice())->drawer);
  CHECK(local::readCounter(shop.folder)->drawer);
}

TEST_CASE("training has today's goods each time, and its own history stays") {
  const Shop shop;
  REQUIRE(readyPractice(shop.folder).has_value());
  const auto entries = shop.entries(shop.practice());
  shop.takeGoods("sku,name,category,price_fen\nA2,杯,01,900\n");
  REQUIRE(readyPractice(shop.folder).has_value());
  CHECK(shop.entries(shop.practice()) == entries);  // the members are there already
  const auto practice = store::SqliteStore::open(shop.practice(), {});
  REQUIRE(practice.has_value());
  CHECK(*(*practice)->productBySku("A2") != nullptr);
  const auto verified = store::verify(**practice);
  REQUIRE(verified.has_value());
  CHECK(verified->ok());
}

TEST_CASE("training is asked for between two customers only") {
  test::Bench bench;
  bench.signIn();
  int asked = 0;
  bool begins = false;
  QObject::connect(&bench.window, &widgets::MainWindow::trainingAsked, [&](bool begin) {
    ++asked;
    begins = begin;
  });
  bench.scan("6900000002025");
  REQUIRE(bench.now().lines.size() == 1);
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_X);
  CHECK(asked == 0);
  CHECK(bench.notice().contains(QStringLiteral("between two customers")));
  bench.key(Qt::Key_F6, Qt::ShiftModifier);
  REQUIRE(bench.now().lines.empty());
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_X);
  CHECK(asked == 1);
  CHECK(begins);
}
