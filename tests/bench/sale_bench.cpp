// A durable sale through core/till (workload S: 8 lines, member, points, cash, journal line) beside a raw append and
// fdatasync in the same run, quiet and beside a background writer; WAL pages a sale. BENCH_ROUNDS, BENCH_MEMBERS,
// BENCH_STORED (sales in the file before).
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

#include "core/till/sale_desk.hpp"
#include "core/till/till.hpp"
#include "tests/bench/figures.hpp"
#include "tests/support/member_loader.hpp"

using namespace kahui;

namespace {

constexpr int kProducts = 20'000;
constexpr int kLines = 8;

// Numbers 1 … n, the first ones drawn most often: rank r with weight 1 / r^s.
class Zipf {
 public:
  Zipf(std::int64_t n, double s) {
    double sum = 0;
    for (std::int64_t rank = 1; rank <= n; ++rank) m_up_to.push_back(sum += std::pow(static_cast<double>(rank), -s));
  }
  std::int64_t draw(base::SeededRandom& random) const {
    constexpr std::uint64_t kSteps = std::uint64_t{1} << 53;
    const double at = static_cast<double>(random.below(kSteps)) / static_cast<double>(kSteps) * m_up_to.back();
    return 1 + (std::upper_bound(m_up_to.begin(), m_up_to.end() - 1, at) - m_up_to.begin());
  }

 private:
  std::vector<double> m_up_to;
};

class RawFile {
 public:
  explicit RawFile(const std::filesystem::path& path)
      : m_descriptor(::open(path.c_str(), O_CREAT | O_RDWR | O_TRUNC, 0644)) {}
  ~RawFile() { ::close(m_descriptor); }
  void append() {
    KAHUI_ASSERT(::pwrite(m_descriptor, m_block.data(), m_block.size(), m_offset) ==
                 static_cast<ssize_t>(m_block.size()));
    m_offset += static_cast<off_t>(m_block.size());
    KAHUI_ASSERT(::fdatasync(m_descriptor) == 0);
  }

 private:
  int m_descriptor;
  off_t m_offset = 0;
  std::string m_block = std::string(1024, 'x');
};

struct Bench {
  test::StoreFixture fixture;
  std::shared_ptr<store::WriterGate> gate = std::make_shared<store::WriterGate>();
  std::shared_ptr<base::Clock> clock = std::make_shared<base::SystemClock>();
  std::shared_ptr<base::RandomSource> chance = std::make_shared<base::SystemRandom>();
  base::SeededRandom random{7};
  std::int64_t members = bench::fromEnvironment("BENCH_MEMBERS", 100'000);
  Zipf some_product{kProducts, 0.9};
  Zipf some_member{members, 0.6};

  Bench() {
    KAHUI_ASSERT(test::loadMembers(fixture, members));
    auto opened = open();
    std::vector<catalog::Product> products;
    for (int i = 1; i <= kProducts; ++i)
      products.push_back(test::product(i, base::Money(static_cast<std::int64_t>(50 + random.below(5000)))));
    KAHUI_ASSERT(opened->putProducts(products));
    KAHUI_ASSERT(opened->putStaff({"1001", "李", ports::StaffRole::Cashier, {}}, "123456"));
  }

  std::unique_ptr<store::SqliteStore> open() {
    store::SqliteStore::Options options;
    options.gate = gate;
    options.clock = clock;
    return fixture.open(options);
  }

  till::SellRequest request() {
    till::SellRequest request;
    request.operator_code = "1001";
    request.card = till::SellCard{till::SellCard::Kind::Uid, test::loadedCard(some_member.draw(random)).value};
    for (int i = 0; i < kLines; ++i) {
      till::SellLine line;
      line.sku = "S" + std::to_string(some_product.draw(random));
      line.quantity = base::Quantity(1000 + 1000 * static_cast<std::int64_t>(random.below(3)));
      request.lines.push_back(std::move(line));
    }
    request.tenders = {{"CASH", std::nullopt, base::Money(100'000'000)}};
    return request;
  }

  // Microseconds of one sale; what the till does between sales is not in them.
  template <class Sell>
  double timed(Sell&& sell) {
    const till::SellRequest one = request();
    const double start = bench::now_us();
    const auto answer = sell(one);
    const double took = bench::now_us() - start;
    KAHUI_ASSERT(answer);
    return took;
  }
};

// The use case itself, on its own thread: look-ups, rules, journal line, projections, commit.
struct DeskSales {
  explicit DeskSales(Bench& all) : bench(all), store(all.open()) {
    auto opened = till::SaleDesk::open(*store, *all.clock, *all.chance);
    KAHUI_ASSERT(opened);
    desk.emplace(std::move(*opened));
    sell();
    while (*desk->jobStep()) {
    }
  }

  double sell() {
    const double took = bench.timed([&](const till::SellRequest& request) { return desk->sell(request); });
    KAHUI_ASSERT(store->maintain());
    return took;
  }

  void countPages() {
    std::vector<double> pages;
    for (int i = 0; i < 300; ++i) {
      const int before = store->connection().walPages();
      bench.timed([&](const till::SellRequest& request) { return desk->sell(request); });
      const int after = store->connection().walPages();
      if (after > before) pages.push_back(after - before);
      KAHUI_ASSERT(store->maintain());
    }
    double sum = 0;
    for (const double count : pages) sum += count;
    std::printf("WAL pages a sale: median %.0f, mean %.2f (4 KiB each)\n", bench::median(pages),
                sum / static_cast<double>(pages.size()));
  }

  Bench& bench;
  std::unique_ptr<store::SqliteStore> store;
  std::optional<till::SaleDesk> desk;
};

// The same over the queue to the engine thread and back, as a command line beside the screen sells.
struct TillSales {
  explicit TillSales(Bench& all) : bench(all) {
    till::Till::Ports ports;
    ports.store = all.open();
    ports.clock = all.clock;
    ports.random = all.chance;
    till = std::move(*till::Till::open(std::move(ports)));
    till->start();
    KAHUI_ASSERT(till->authorize("1001", "123456"));
  }

  double sell() {
    return bench.timed([&](const till::SellRequest& request) { return till->sell(request); });
  }

  // At a shop's pace the caches are cold and the clock of the core is down: the pause belongs to the comparison.
  double sellAfterPause() {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    return sell();
  }

  Bench& bench;
  std::unique_ptr<till::Till> till;
};

void besideRaw(Bench& bench, std::int64_t rounds) {
  RawFile raw(bench.fixture.folder.path() / "raw");
  DeskSales sales(bench);
  for (std::int64_t i = bench::fromEnvironment("BENCH_STORED", 500); i > 0; --i) sales.sell();
  std::vector<double> raw_all, sale_all, ratios;
  for (std::int64_t round = 0; round < rounds; ++round) {
    std::vector<double> raw_round, sale_round;
    for (int i = 0; i < 100; ++i) {
      const double start = bench::now_us();
      raw.append();
      raw_round.push_back(bench::now_us() - start);
      sale_round.push_back(sales.sell());
    }
    ratios.push_back(bench::median(raw_round) / bench::median(sale_round));
    raw_all.insert(raw_all.end(), raw_round.begin(), raw_round.end());
    sale_all.insert(sale_all.end(), sale_round.begin(), sale_round.end());
  }
  bench::row("raw append 1 KiB + fdatasync (anchor)", raw_all);
  bench::row("durable sale through core/till", sale_all);
  std::printf("ratio to the anchor: %.3f +-%.3f (now >= 0.75, goal 0.90)\n", bench::median(ratios),
              bench::noise(ratios) * bench::median(ratios));
  sales.countPages();
}

void besideWriter(Bench& bench, std::int64_t rounds) {
  TillSales sales(bench);
  std::vector<double> handed, quiet, beside;
  for (std::int64_t i = 0; i < rounds * 100; ++i) handed.push_back(sales.sell());
  bench::row("the same handed to the engine thread and back", handed);

  std::atomic<bool> stop = false;
  std::atomic<bool> busy = false;
  std::atomic<std::int64_t> rows = 0;
  std::thread background([&] {
    auto writer = test::BalanceWriter::open(bench.fixture.path(), bench.gate);
    KAHUI_ASSERT(writer);
    constexpr int kBatch = 100;
    for (std::int64_t first = 1; !stop; first = first + 2 * kBatch > bench.members ? 1 : first + kBatch) {
      while (!busy && !stop) std::this_thread::sleep_for(std::chrono::milliseconds(1));
      KAHUI_ASSERT(writer->change(first, kBatch));
      rows += kBatch;
    }
  });
  double busy_s = 0;
  for (std::int64_t round = 0; round < rounds; ++round) {
    busy = false;
    for (int i = 0; i < 50; ++i) quiet.push_back(sales.sellAfterPause());
    busy = true;
    const double start = bench::now_us();
    for (int i = 0; i < 50; ++i) beside.push_back(sales.sellAfterPause());
    busy_s += (bench::now_us() - start) / 1e6;
  }
  stop = true;
  background.join();
  bench::row("a sale each 2 ms, quiet", quiet);
  bench::row("a sale each 2 ms beside a writer (batches of 100)", beside);
  std::printf("p50 beside / quiet: %.2f (<= 1.15), max %.1f ms (<= 25), background %.0f rows/s\n",
              bench::median(beside) / bench::median(quiet), bench::percentile(beside, 1) / 1000,
              static_cast<double>(rows) / busy_s);
}

}  // namespace

int main() {
  Bench bench;
  const std::int64_t rounds = bench::fromEnvironment("BENCH_ROUNDS", 15);
  besideRaw(bench, rounds);
  besideWriter(bench, rounds);
  return 0;
}
