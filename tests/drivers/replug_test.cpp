// Readers that are pulled and plugged in again and a service that is restarted, over and over: nothing is left behind.
// KAHUI_REPLUG_CYCLES rounds (default 20) of: the daemon killed or ended and started again, the serial line and the
// PN532 pulled and back, a card read on each.
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "drivers/magstripe/line_reader.hpp"
#include "drivers/nfc/nfc_reader.hpp"
#include "drivers/pcsc/pcsc_readers.hpp"
#include "tests/drivers/event_log.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/private_pcscd.hpp"
#include "tests/support/pseudo_terminal.hpp"
#include "tests/support/virtual_card.hpp"
#include "tests/support/virtual_pn532.hpp"

namespace {

using namespace kahui;
using namespace std::chrono_literals;
using ports::CardRead;
using ports::ReaderChanged;
using ports::ReaderState;

constexpr int kUsualCycles = 20;
constexpr long kPage_KiB = 4;
constexpr long kMostGrowth_KiB = 1024;

struct Burden {
  long resident_KiB = 0;
  long descriptors = 0;
  long threads = 0;
};

long filesIn(const char* folder) {
  return std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator());
}

Burden burden() {
  std::ifstream memory("/proc/self/statm");
  long total = 0, resident = 0;
  memory >> total >> resident;
  return {resident * kPage_KiB, filesIn("/proc/self/fd"), filesIn("/proc/self/task")};
}

int cycles() {
  const char* wanted = std::getenv("KAHUI_REPLUG_CYCLES");
  return wanted != nullptr ? std::max(2, std::atoi(wanted)) : kUsualCycles;
}

// One reader with what it said. The log is emptied with each round: it must not be what grows.
template <class Reader>
struct Watched {
  std::unique_ptr<Reader> reader;
  std::unique_ptr<test::EventLog> log = std::make_unique<test::EventLog>();

  void start() {
    reader->start([this](ports::ReaderEvent event) { log->sink()(std::move(event)); });
  }
  bool becomes(ReaderState state) const {
    return log->nextOf<ReaderChanged>([=](const ReaderChanged& e) { return e.state == state; }, 20s).has_value();
  }
};

struct Bench {
  test::TempFolder folder;
  test::PrivatePcscd daemon;
  test::PseudoTerminal line{folder.path() / "line"};
  test::VirtualPn532 chip{folder.path() / "chip"};
  Watched<pcsc::PcscReaders> service;
  Watched<magstripe::LineReader> stripe;
  Watched<nfc::NfcReader> nfc;

  Bench() {
    daemon.start();
    // The pauses of real life would make a thousand rounds an afternoon.
    service.reader = std::make_unique<pcsc::PcscReaders>(
        pcsc::Options{.names = {daemon.reader(0)}, .back_off_first = 10ms, .back_off_longest = 20ms});
    stripe.reader = std::make_unique<magstripe::LineReader>(
        magstripe::serialDevice(line.path(), magstripe::kDefaultBaud),
        std::make_shared<magstripe::Judge>(nullptr, std::make_shared<base::SystemClock>("UTC")),
        magstripe::LineReader::BackOff{.first_ms = 10, .longest_ms = 20});
    nfc.reader = std::make_unique<nfc::NfcReader>(nfc::Options{.connstring = chip.connstring(),
                                                               .program = KAHUI_BIN_DIR "/kahui-nfc",
                                                               .back_off_first = 10ms,
                                                               .back_off_longest = 20ms},
                                                  std::make_shared<card::Identifier>());
    service.start();
    stripe.start();
    nfc.start();
    REQUIRE(service.becomes(ReaderState::Ready));
    REQUIRE(stripe.becomes(ReaderState::Ready));
    REQUIRE(nfc.becomes(ReaderState::Ready));
  }

  void round(int number) {
    daemon.stop(number % 2 == 0 ? SIGTERM : SIGKILL);
    line.unplug();
    chip.unplug();
    REQUIRE(service.becomes(ReaderState::Gone));
    REQUIRE(stripe.becomes(ReaderState::Gone));
    REQUIRE(nfc.becomes(ReaderState::Gone));
    daemon.start();
    line.plug();
    chip.plug();
    REQUIRE(service.becomes(ReaderState::Ready));
    REQUIRE(stripe.becomes(ReaderState::Ready));
    REQUIRE(nfc.becomes(ReaderState::Ready));
    line.send("%E?\r");
    REQUIRE(stripe.log->nextOf<ports::CardRefused>());
    chip.put({.uid = {0x04, 1, 2, 3, 4, 5, 6}});
    REQUIRE(nfc.log->nextOf<CardRead>());
    chip.remove();
    REQUIRE(nfc.log->nextOf<ports::CardRemoved>());
    if (number % 10 == 0) {  // vpcd needs its time for a card
      test::VirtualCard card(daemon.port(0), test::VirtualCard::withUid({0x04, 1, 2, 3}));
      REQUIRE(card.insert());
      REQUIRE(service.log->nextOf<CardRead>());
      card.remove();
      REQUIRE(service.log->nextOf<ports::CardRemoved>());
    }
    service.log->clear();
    stripe.log->clear();
    nfc.log->clear();
  }
};

TEST_CASE("replug: readers and daemon that come and go leave no memory, descriptor or thread behind") {
  Bench bench;
  const int all = cycles();
  const int warm = std::max(1, all / 10);
  Burden before;
  for (int i = 0; i < all; ++i) {
    if (i == warm) before = burden();
    bench.round(i);
  }
  const Burden after = burden();
  const std::string figures = std::to_string(all) + " rounds: RSS " + std::to_string(before.resident_KiB) + " -> " +
                              std::to_string(after.resident_KiB) + " KiB, descriptors " +
                              std::to_string(before.descriptors) + " -> " + std::to_string(after.descriptors) +
                              ", threads " + std::to_string(before.threads) + " -> " + std::to_string(after.threads);
  if (std::getenv("KAHUI_REPLUG_CYCLES") != nullptr) WARN(figures);
  INFO(figures);
  CHECK(after.descriptors == before.descriptors);
  CHECK(after.threads == before.threads);
  CHECK(after.resident_KiB - before.resident_KiB <= kMostGrowth_KiB);
  CHECK(bench.service.reader->abandonedThreads() == 0);
}

}  // namespace
