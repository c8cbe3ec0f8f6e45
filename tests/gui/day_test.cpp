// A scripted day at the real window: bills by keys and taps, returns, a held bill, cash moved, count and close. The
// books must say what the script says. KAHUI_DAY_BILLS=1500 makes it a whole day; key to painted window and memory are
// printed.
#include <QFile>
#include <algorithm>
#include <cstdio>
#include <fstream>

#include "app/widgets/paint_probe.hpp"
#include "core/store/sqlite_store.hpp"
#include "core/store/verify.hpp"
#include "tests/gui/bench.hpp"
#include "tests/gui/demo_store.hpp"
#include "tests/gui/real_till.hpp"

using namespace kahui;
using test::RealTill;
using till::Phase;

namespace {

constexpr int kUsualBills = 40;
constexpr int kSettledBills = 500;  // by then pools and caches have their size
constexpr std::int64_t kMostGrowth_kib = 12 * 1024;
constexpr int kReturnEvery = 25;

std::int64_t residentKib() {
  std::ifstream file("/proc/self/statm");
  std::int64_t pages = 0;
  file >> pages >> pages;
  return pages * 4;
}

// Lines "painted KIND µs" of the probe.
std::vector<std::int64_t> paintedTimes(const QString& log) {
  QFile file(log);
  std::vector<std::int64_t> times;
  if (!file.open(QIODevice::ReadOnly)) return times;
  while (!file.atEnd()) {
    const QList<QByteArray> words = file.readLine().trimmed().split(' ');
    if (words.size() == 3 && words[0] == "painted" && words[1] == "key") times.push_back(words[2].toLongLong());
  }
  std::sort(times.begin(), times.end());
  return times;
}

class Script {
 public:
  explicit Script(RealTill& till) : m_till(till) {
    for (const char* sku : {"15001", "16001", "20005", "15012", "18021", "19022"}) m_goods.push_back(sku);
  }

  void bill(int number) {
    const int items = 1 + number % 5;
    for (int item = 0; item < items; ++item) {
      // The first item of a bill takes the last one's receipt off the screen.
      const bool receipt = m_till.model.now().phase == Phase::Receipt;
      const std::size_t lines = receipt ? 0 : m_till.model.now().lines.size();
      const int pieces = receipt ? 0 : m_till.model.now().totals.pieces;
      m_till.type(QString::fromLatin1(m_goods[static_cast<std::size_t>(number + item * 7) % m_goods.size()]));
      REQUIRE(m_till.until([&](const auto& now) {
        return now.phase == Phase::Selling && (now.lines.size() > lines || now.totals.pieces > pieces);
      }));
    }
    if (number % 2 == 0) {
      m_till.open.demo_reader->tap(m_till.open.demo_reader->cards().at(static_cast<std::size_t>(number / 2 % 5)));
      REQUIRE(m_till.until([](const auto& now) { return now.member.has_value(); }));
      m_till.open.demo_reader->remove();
    }
    if (number % 9 == 0) holdAndRecall();
    m_till.press(Qt::Key_F11);
    REQUIRE(m_till.until([](const auto& now) { return now.phase == Phase::Tendering; }));
    m_till.press(Qt::Key_Return);
    REQUIRE(m_till.until([](const auto& now) { return now.phase == Phase::Receipt; }));
    total += m_till.model.now().receipt->total;
    ++sales;
    m_last = m_till.model.now().receipt->receipt_no;
    if (number % kReturnEvery == kReturnEvery - 1) takeBack();
  }

  base::Money total{};
  int sales = 0;
  int returns = 0;

 private:
  void holdAndRecall() {
    const std::size_t lines = m_till.model.now().lines.size();
    m_till.press(Qt::Key_F7);
    m_till.press(Qt::Key_Return);
    REQUIRE(m_till.until([](const auto& now) { return now.lines.empty(); }));
    m_till.press(Qt::Key_F8);
    m_till.press(Qt::Key_Return);
    REQUIRE(m_till.until([&](const auto& now) { return now.lines.size() == lines; }));
  }

  void takeBack() {
    m_till.type(QString::fromStdString(m_last));
    REQUIRE(m_till.until([](const auto& now) { return now.phase == Phase::Returning; }));
    m_till.press(Qt::Key_A);
    REQUIRE(m_till.until([](const auto& now) { return now.returning && now.returning->refund > base::Money(); }));
    m_till.press(Qt::Key_Return);
    QTest::qWait(test::kBetweenPresses_ms);
    m_till.press(Qt::Key_Return);
    REQUIRE(m_till.until([](const auto& now) { return now.phase == Phase::Receipt; }));
    total = total - m_till.model.now().receipt->total;
    ++returns;
  }

  RealTill& m_till;
  std::vector<const char*> m_goods;
  std::string m_last;
};

}  // namespace

TEST_CASE("a scripted day by keys: the books say what the script says", "[day]") {
  const test::DemoStore store;
  const int bills = qEnvironmentVariable("KAHUI_DAY_BILLS").toInt() > 0
                        ? qEnvironmentVariable("KAHUI_DAY_BILLS").toInt()
                        : kUsualBills;
  const QString log = QString::fromStdString(store.folder() + ".probe");
  auto* probe = qobject_cast<widgets::PaintProbe*>(QCoreApplication::instance());
  REQUIRE(probe->start(log));
  std::int64_t settled_kib = 0;
  std::int64_t last_kib = 0;
  {
    RealTill till(store.folder());
    till.signIn();
    Script work(till);
    const base::BusinessDate day = till.model.now().business_date;
    for (int number = 0; number < bills; ++number) {
      INFO("bill " << number);
      work.bill(number);
      if (number == kSettledBills) settled_kib = residentKib();
    }
    last_kib = residentKib();
    probe->stop();
    store::SqliteStore::Options reading;
    reading.read_only = true;
    const auto books = store::SqliteStore::open(store.folder(), std::move(reading));
    REQUIRE(books.has_value());
    const auto totals = (*books)->dayTotals(day);
    REQUIRE(totals.has_value());
    CHECK(totals->net == work.total);
    CHECK(totals->bills == work.sales);
    CHECK(totals->return_bills == work.returns);
    const auto verified = store::verify(**books);
    REQUIRE(verified.has_value());
    CHECK(verified->ok());
  }
  if (bills > kSettledBills) CHECK(last_kib - settled_kib < kMostGrowth_kib);
  const auto times = paintedTimes(log);
  REQUIRE(times.size() > static_cast<std::size_t>(bills));
  const auto at = [&](std::size_t percent) { return times[(times.size() - 1) * percent / 100]; };
  std::printf("day: %d bills, %zu keys, key to painted p50 %.1f ms, p99 %.1f ms; memory %lld KiB, grown by %lld\n",
              bills, times.size(), static_cast<double>(at(50)) / 1000, static_cast<double>(at(99)) / 1000,
              static_cast<long long>(last_kib), static_cast<long long>(settled_kib == 0 ? 0 : last_kib - settled_kib));
}
