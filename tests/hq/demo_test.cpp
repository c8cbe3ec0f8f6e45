// A demo till's whole journal through headquarters: nothing is set aside, the sums are the till's, every balance and
// tier is the till's, and the same rules find no difference in a single point (protocol.md, S28 and S30).
// KAHUI_PARITY_BILLS=20000 makes it so many bills.
#include <cstdlib>
#include <map>

#include "core/store/history.hpp"
#include "core/store/sqlite_store.hpp"
#include "tests/hq/hq_fixture.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/child_process.hpp"

namespace kahui::test {

namespace {

constexpr int kDays = 8;

struct Sums {
  std::int64_t bills = 0, total = 0, earned = 0, used = 0;
  bool operator==(const Sums&) const = default;
};

std::unique_ptr<store::SqliteStore> demoStore(const TempFolder& folder) {
  setenv("KAHUI_KEY_DIR", (folder.path() / "keys").c_str(), 1);
  setenv("KAHUI_NOW", "2025-03-12T10:15:00", 1);
  std::vector<std::string> command{KAHUI_BIN_DIR "/kahuictl",
                                   "demo",
                                   "--store",
                                   (folder.path() / "store").string(),
                                   "--members",
                                   "300",
                                   "--products",
                                   "120",
                                   "--days",
                                   std::to_string(kDays),
                                   "--seed",
                                   "5"};
  if (const char* bills = std::getenv("KAHUI_PARITY_BILLS"); bills != nullptr)
    command.insert(command.end(), {"--bills", std::to_string(std::atoi(bills) / kDays)});
  ChildProcess demo(command);
  REQUIRE(demo.wait(std::chrono::seconds(300)) == 0);
  unsetenv("KAHUI_NOW");
  store::SqliteStore::Options options;
  options.read_only = true;
  auto store = store::SqliteStore::open(folder.path() / "store", std::move(options));
  REQUIRE(store);
  return std::move(*store);
}

// The till's own figures, by its own events.
Sums sumsOf(store::SqliteStore& till, TillLog& log) {
  Sums sums;
  const auto read =
      store::forEachEvent(till, {}, [&](const journal::Event& event, const std::string& line) -> base::Status {
        log.addLine(line);
        if (const auto* sale = std::get_if<journal::SaleCompleted>(&event.payload); sale != nullptr) {
          ++sums.bills;
          sums.total += sale->total.value();
          if (sale->member) {
            sums.earned += sale->member->earned.value();
            sums.used += sale->member->used.value();
          }
        }
        return {};
      });
  REQUIRE(read);
  return sums;
}

}  // namespace

TEST_CASE("a demo till's history is at headquarters what it is at the till", "[both]") {
  const TempFolder folder;
  const auto till = demoStore(folder);
  TillLog log(till->info().terminal);
  const Sums expected = sumsOf(*till, log);
  HqFixture hq;
  hq.publish();
  hq.know(log.terminal(), "0001", "1");
  for (std::uint64_t first = 1; first <= log.head(); first += 400)
    REQUIRE(hq.send(log, first, std::min(first + 399, log.head())));
  hq.project();
  Sums found;
  std::map<std::string, int> flags;
  hq.in([&](ports::HqTransaction& tx) {
    found = {};
    flags.clear();
    for (const auto& row : tx.quarantine()) FAIL(row.reason);
    for (const auto& flag : tx.flags()) ++flags[flag.kind];
    for (const auto& sale : tx.salesAfter({}, 100'000)) {
      ++found.bills;
      found.total += sale.total.value();
      found.earned += sale.earned.value();
      found.used += sale.used.value();
    }
  });
  CHECK(found == expected);
  CHECK(expected.bills > 200);
  for (const auto& [kind, count] : flags) FAIL_CHECK(kind << " " << count);
  int members = 0;
  hq.in([&](ports::HqTransaction& tx) {
    members = 0;
    for (const auto& row : tx.membersAfter("", 10'000)) {
      const auto own = till->memberByNo(member::MemberNo(row.no));
      REQUIRE(own);
      REQUIRE(*own);
      CHECK((*own)->points() == row.noncash + row.cashable);
      CHECK((*own)->lifetime == row.lifetime);
      CHECK((*own)->tier == row.tier);
      ++members;
    }
  });
  CHECK(members == 300);
  CHECK(hq.recon(log.terminal(), "2025-03-08").state == hq::ReconState::Match);
}

}  // namespace kahui::test
