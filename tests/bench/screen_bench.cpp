// From a card's number to member, prices and total painted, in the real window on a store with very many members; gaps
// of the event loop; start and memory. Runs without a display. BENCH_MEMBERS, BENCH_TAPS.
#include <sys/wait.h>
#include <unistd.h>

#include <QApplication>
#include <QTimer>
#include <fstream>

#include "app/models/language.hpp"
#include "app/till/engine_gateway.hpp"
#include "app/widgets/main_window.hpp"
#include "app/widgets/theme.hpp"
#include "drivers/host/reader_desk.hpp"
#include "tests/bench/figures.hpp"
#include "tests/gui/fake_counter.hpp"
#include "tests/support/member_loader.hpp"

using namespace kahui;

namespace {

// Remembers when the window was last painted and how long the loop was away.
class Watching : public QApplication {
 public:
  Watching(int& argc, char** argv) : QApplication(argc, argv) {}

  bool notify(QObject* receiver, QEvent* event) override {
    const bool updates = event->type() == QEvent::UpdateRequest;
    const double start = bench::now_us();
    const bool done = QApplication::notify(receiver, event);
    const double end = bench::now_us();
    if (updates) painted_at = end;
    longest_us = std::max(longest_us, end - start);
    return done;
  }

  double painted_at = 0;
  double longest_us = 0;
};

class PlayedReader final : public ports::CardReaderService {
 public:
  void start(ports::ReaderEventSink sink) override { m_sink = std::move(sink); }
  void stop() override {}
  void tap(const member::Credential& card) {
    m_sink(ports::CardRead{{"played", ++m_generation}, ports::CardClass::Uid, card.value});
  }

 private:
  ports::ReaderEventSink m_sink;
  std::uint64_t m_generation = 0;
};

double residentMiB() {
  std::ifstream statm("/proc/self/statm");
  std::int64_t size = 0, resident = 0;
  statm >> size >> resident;
  return static_cast<double>(resident * sysconf(_SC_PAGESIZE)) / 1048576.0;
}

void taps(Watching& application, till::Till& till, models::TillModel& model, PlayedReader& reader, int lines,
          std::int64_t members) {
  for (int i = static_cast<int>(model.now().lines.size()) + 1; i <= lines; ++i)
    till.submit(till::Enter{"S" + std::to_string(i)});
  while (std::ssize(model.now().lines) < lines) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
  base::SeededRandom random(9);
  std::vector<double> painted;
  application.longest_us = 0;
  for (std::int64_t i = bench::fromEnvironment("BENCH_TAPS", 400); i > 0; --i) {
    const auto who = 1 + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(members)));
    const auto revision = model.now().revision;
    const double start = bench::now_us();
    reader.tap(test::loadedCard(who));
    while (model.now().revision == revision || application.painted_at < start) {
      QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
    }
    painted.push_back(application.painted_at - start);
    KAHUI_ASSERT(model.now().member);
  }
  bench::row(lines == 20 ? "card known to all painted, 20 lines (p99 <= 8 ms)"
                         : "card known to all painted, 200 lines (p99 <= 12 ms)",
             painted);
  std::printf("longest hold of the GUI's event loop: %.1f ms (<= 16)\n", application.longest_us / 1000);
}

void fill(test::StoreFixture& fixture, std::int64_t members) {
  KAHUI_ASSERT(test::loadMembers(fixture, members));
  auto store = fixture.open();
  std::vector<catalog::Product> products;
  for (int i = 1; i <= 1000; ++i) products.push_back(test::product(i, base::Money(100 + 37 * i)));
  KAHUI_ASSERT(store->putProducts(products) &&
               store->putStaff({"1001", "李", ports::StaffRole::Cashier, {}}, "123456"));
}

// The memory that filling takes is not the till's: it is done by another process.
void fillElsewhere(test::StoreFixture& fixture, std::int64_t members) {
  const pid_t child = ::fork();
  KAHUI_ASSERT(child >= 0);
  if (child == 0) {
    fill(fixture, members);
    ::_exit(0);
  }
  int status = -1;
  KAHUI_ASSERT(::waitpid(child, &status, 0) == child && status == 0);
}

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  // As on most days of a month: its coupons have been issued long since.
  test::StoreFixture fixture({}, R"({"monthly_coupons": {"ORD": [0, 10000], "SLV": [0, 10000], "GLD": [0, 10000],
                                                         "PLT": [0, 10000], "BLK": [0, 10000]}})");
  const std::int64_t members = bench::fromEnvironment("BENCH_MEMBERS", 1'000'000);
  fillElsewhere(fixture, members);
  const double before_MiB = residentMiB();
  const double start = bench::now_us();
  Watching application(argc, argv);
  store::SqliteStore::Options options;
  options.clock = std::make_shared<base::SystemClock>();
  till::Till::Ports ports;
  ports.store = fixture.open(options);
  ports.clock = options.clock;
  ports.random = std::make_shared<base::SystemRandom>();
  auto owned = std::make_unique<PlayedReader>();
  PlayedReader& reader = *owned;
  ports.readers = std::move(owned);
  ports.quiet_before_jobs = std::chrono::seconds(1);  // as the program has it
  auto till = std::move(*till::Till::open(std::move(ports)));
  EngineGateway gateway(*till);
  models::TillModel model(gateway);
  models::UiLanguage language(models::languageByName(QStringLiteral("zh_CN")).value());
  widgets::Theme theme(widgets::Scheme::Light);
  const auto desk = host::ReaderDesk::open({}).value();
  models::DevicesModel devices(*desk, *options.clock, language.formatter());
  test::FakeCounter counter;  // no printer
  models::CounterModel counter_model(model, counter);
  widgets::MainWindow window({theme, language}, model, *options.clock, nullptr, devices, counter_model);
  window.resize(1366, 768);
  window.show();
  till->start();
  while (application.painted_at == 0) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
  std::printf(
      "store opened, window made and first frame painted with %lld members: %.0f ms, RSS %.0f MiB (%.0f before)\n",
      static_cast<long long>(members), (application.painted_at - start) / 1000, residentMiB(), before_MiB);
  till->submit(till::SignIn{"1001", "123456"});
  while (model.now().phase != till::Phase::Selling) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);

  taps(application, *till, model, reader, 20, members);
  taps(application, *till, model, reader, 200, members);
  till->submit(till::CancelSale{});
  for (int i = 0; i < 1000; ++i) {
    till->submit(till::Enter{"S" + std::to_string(1 + i)});
    till->submit(till::BeginTender{});
    till->submit(till::PayCash{base::Money(1'000'000)});
    if (i % 20 == 0) QCoreApplication::processEvents();
  }
  till->runOnEngine([](ports::Store&) {});
  QCoreApplication::processEvents();
  std::printf("RSS after 1,000 sales: %.0f MiB (<= 80)\n", residentMiB());
  return 0;
}
