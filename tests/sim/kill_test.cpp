// kill -9 of the real programs at random points (reliability.md, I1 to I3): what was answered is there once, nothing is
// there twice, and the books hold. KAHUI_KILLS raises the number of kills for a long run.
#include <fmt/format.h>
#include <signal.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "app/local/handover.hpp"
#include "core/journal/codec.hpp"
#include "core/store/verify.hpp"
#include "core/till/sale_desk.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/store_fixture.hpp"

using namespace kahui;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

int kills(int usual) {
  const char* more = std::getenv("KAHUI_KILLS");
  return more != nullptr ? std::max(usual, std::atoi(more)) : usual;
}

struct KilledStore {
  test::TempFolder folder;
  std::set<std::string> answered;
  base::SeededRandom random{20250312};

  explicit KilledStore(int members = 50) {
    setenv("KAHUI_KEY_DIR", (folder.path() / "keys").c_str(), 1);
    test::ChildProcess demo({KAHUI_BIN_DIR "/kahuictl", "demo", "--store", path(), "--members", std::to_string(members),
                             "--products", "50", "--days", "0"});
    REQUIRE(demo.wait(60s) == 0);
  }

  [[nodiscard]] std::string path() const { return (folder.path() / "store").string(); }

  std::string saleLine(const std::string& ref, const std::vector<std::string>& skus) {
    json lines = json::array();
    for (std::uint64_t i = 0; i <= random.below(5); ++i) lines.push_back({{"sku", skus[random.below(skus.size())]}});
    const json request = {{"ref", ref},
                          {"operator", "1001"},
                          {"card", {{"uid", "04000000000180"}}},
                          {"lines", lines},
                          {"tenders", {{{"type", "CASH"}, {"given_fen", 10'000'000}}}}};
    return request.dump();
  }

  std::vector<std::string> skus() {
    std::vector<std::string> all;
    auto store = open();
    auto rows = store->connection().statement("SELECT sku FROM product");
    while (rows.executeStep()) all.push_back(rows.getColumn(0).getString());
    return all;
  }

  std::unique_ptr<store::SqliteStore> open() {
    auto opened = store::SqliteStore::open(path(), {});
    REQUIRE(opened);
    return std::move(*opened);
  }

  void takeAnswer(const std::string& line) {
    const json answer = json::parse(line);
    REQUIRE(answer["ok"] == true);
    answered.insert(answer["ref"].get<std::string>());
  }

  // Every answered ref once, no ref twice, everything holds.
  void check() {
    auto store = open();
    const auto report = store::verify(*store);
    REQUIRE(report);
    for (const auto& problem : report->problems) UNSCOPED_INFO(problem.where << ": " << problem.what);
    REQUIRE(report->ok());
    std::map<std::string, int> stored;
    auto rows = store->connection().statement("SELECT line FROM journal");
    while (rows.executeStep()) {
      const auto event = journal::decode(rows.getColumn(0).getString());
      REQUIRE(event);
      if (const auto* sale = std::get_if<journal::SaleCompleted>(&event->payload); sale != nullptr) ++stored[sale->ref];
    }
    for (const auto& [ref, times] : stored) REQUIRE(times == 1);
    for (const std::string& ref : answered) REQUIRE(stored.count(ref) == 1);
  }
};

}  // namespace

TEST_CASE("kahuictl sell, killed at random points: every answered sale is there once") {
  KilledStore store;
  const auto skus = store.skus();
  const int rounds = kills(160);
  for (int round = 0; round < rounds; ++round) {
    const auto input = store.folder.path() / "sales.jsonl";
    {
      std::ofstream file(input);
      for (int i = 0; i < 60; ++i) file << store.saleLine(fmt::format("r{}-{}", round, i), skus) << '\n';
    }
    test::ChildProcess sell({KAHUI_BIN_DIR "/kahuictl", "sell", "--store", store.path(), "--in", input.string()});
    const std::uint64_t answers = store.random.below(20);
    for (std::uint64_t i = 0; i < answers; ++i) {
      const auto line = sell.line();
      REQUIRE(line);
      store.takeAnswer(*line);
    }
    std::this_thread::sleep_for(std::chrono::microseconds(store.random.below(4000)));
    sell.send(SIGKILL);
    // Answers that were already in the pipe were given too.
    while (const auto line = sell.line(2s)) {
      if (line->ends_with("}")) store.takeAnswer(*line);
    }
    sell.wait();
    if (round % 40 == 39) store.check();
  }
  store.check();
  CHECK(store.answered.size() > static_cast<std::size_t>(rounds));
}

TEST_CASE("the month's coupons, killed at random points: every member has his number of them once") {
  constexpr const char* kMorning = "2026-03-02T09:00:00";
  setenv("KAHUI_NOW", "2026-02-20T09:00:00", 1);
  KilledStore store(2000);
  setenv("KAHUI_NOW", kMorning, 1);
  const auto skus = store.skus();
  const std::string never_killed = (store.folder.path() / "never-killed").string();
  std::filesystem::copy(store.path(), never_killed, std::filesystem::copy_options::recursive);

  const auto couponsByMember = [](store::SqliteStore& opened) {
    std::map<std::int64_t, std::int64_t> counts;
    auto rows = opened.connection().statement("SELECT member, count(*) FROM coupon WHERE key='2026-03' GROUP BY 1");
    while (rows.executeStep()) counts[rows.getColumn(0).getInt64()] = rows.getColumn(1).getInt64();
    return counts;
  };
  std::set<std::size_t> places;  // how many members had theirs when it was killed
  for (int round = 0; round < kills(20); ++round) {
    const auto input = store.folder.path() / "sales.jsonl";
    {
      std::ofstream file(input);
      for (int i = 0; i < 60; ++i) file << store.saleLine(fmt::format("j{}-{}", round, i), skus) << '\n';
    }
    test::ChildProcess sell({KAHUI_BIN_DIR "/kahuictl", "sell", "--store", store.path(), "--in", input.string()});
    REQUIRE(sell.line());
    std::this_thread::sleep_for(std::chrono::microseconds(store.random.below(3000)));
    sell.send(SIGKILL);
    sell.wait();
    places.insert(couponsByMember(*store.open()).size());
  }
  CHECK(places.size() > 2);

  const auto finished = [&](const std::string& path) {
    store::SqliteStore::Options options;
    const auto clock = std::make_shared<base::ManualClock>(*base::LocalTime::parse(kMorning));
    options.clock = clock;
    auto opened = store::SqliteStore::open(path, options);
    REQUIRE(opened);
    auto desk = till::SaleDesk::open(**opened, *clock, store.random);
    REQUIRE(desk);
    REQUIRE(desk->shiftFor(*desk->staff("1001")));
    while (*desk->jobStep()) {
    }
    CHECK(store::verify(**opened)->ok());
    return couponsByMember(**opened);
  };
  const auto expected = finished(never_killed);
  CHECK(expected.size() > 1000);
  CHECK(finished(store.path()) == expected);
  unsetenv("KAHUI_NOW");
}

#ifdef KAHUI_WITH_GUI
TEST_CASE("kahui-till without a screen, killed at random points: every answered sale is there once") {
  KilledStore store;
  setenv("QT_QPA_PLATFORM", "offscreen", 1);
  const auto skus = store.skus();
  const int rounds = kills(50);
  for (int round = 0; round < rounds; ++round) {
    test::ChildProcess till({KAHUI_BIN_DIR "/kahui-till", "--store", store.path(), "--demo"});
    std::optional<base::Result<local::LineChannel>> channel;
    const auto end = std::chrono::steady_clock::now() + 20s;
    while (!channel || !*channel) {
      REQUIRE(std::chrono::steady_clock::now() < end);
      std::this_thread::sleep_for(5ms);
      channel.emplace(local::connectTo(store.path()));
    }
    REQUIRE(local::ask(**channel, local::orderFor(local::LineWork::Sell, "", "")));
    const std::uint64_t answers = store.random.below(15);
    for (std::uint64_t i = 0; i < answers; ++i) {
      REQUIRE((*channel)->writeLine(store.saleLine(fmt::format("t{}-{}", round, i), skus)));
      const auto line = (*channel)->readLine();
      REQUIRE(line);
      store.takeAnswer(*line);
    }
    // One more that nobody waits for: it is there whole or not at all.
    (*channel)->writeLine(store.saleLine(fmt::format("t{}-last", round), skus));
    std::this_thread::sleep_for(std::chrono::microseconds(store.random.below(3000)));
    till.send(SIGKILL);
    till.wait();
    if (round % 25 == 24) store.check();
  }
  store.check();
  CHECK(store.answered.size() > static_cast<std::size_t>(rounds));
}
#endif
