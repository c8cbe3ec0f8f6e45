// Readers whose driver has an event thread, on the real pcscd: short taps, cards one after the other, readers that are
// pulled out, odd ATRs (cards.md, section 7, faults 5, 8, 13, 18).
#include <algorithm>
#include <atomic>
#include <cctype>
#include <csignal>
#include <thread>

#include "drivers/pcsc/pcsc_readers.hpp"
#include "tests/drivers/event_log.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/event_reader.hpp"
#include "tests/support/private_pcscd.hpp"

namespace {

using namespace kahui;
using namespace std::chrono_literals;
using ports::CardRead;
using ports::CardRemoved;
using ports::ReaderChanged;
using ports::ReaderState;
using test::VirtualCard;

base::Bytes uidOf(int number) {
  return {0x04, 0xA1, 0xB2, 0xC3, 0xD4, static_cast<std::uint8_t>(number >> 8), static_cast<std::uint8_t>(number)};
}

std::string credentialOf(int number) {
  std::string text = base::toHex(uidOf(number));
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::toupper(c); });
  return text;
}

struct Counter {
  test::EventReader reader;
  test::PrivatePcscd daemon{0, {reader.address()}};
  test::EventLog log;
  pcsc::PcscReaders readers;
  Counter() {
    daemon.start();
    readers.start(log.sink());
    REQUIRE(state(ReaderState::Ready));
  }
  bool state(ReaderState wanted) {
    return log
        .nextOf<ReaderChanged>(
            [&](const ReaderChanged& e) { return e.reader == test::PrivatePcscd::eventReader(0) && e.state == wanted; })
        .has_value();
  }
};

TEST_CASE("pcsc events: taps of 50 and of 150 ms are each one card, none lost and none twice") {
  Counter counter;
  for (const auto held : {50ms, 150ms}) {
    for (int tap = 0; tap < 20; ++tap) {
      INFO(held.count() << " ms, tap " << tap);
      counter.reader.insert(VirtualCard::withUid(uidOf(tap)));
      std::this_thread::sleep_for(held);
      counter.reader.remove();
      const auto read = counter.log.nextOf<CardRead>();
      REQUIRE(read);
      CHECK(read->credential == credentialOf(tap));
      CHECK(counter.log.nextOf<CardRemoved>() == CardRemoved{read->at});
      std::this_thread::sleep_for(20ms);
    }
  }
  const auto all = counter.log.all();
  CHECK(std::count_if(all.begin(), all.end(), [](const auto& e) { return std::holds_alternative<CardRead>(e); }) == 40);
}

TEST_CASE("pcsc events: a hundred cards one after the other arrive in their order") {
  Counter counter;
  for (int card = 0; card < 100; ++card) {
    counter.reader.insert(VirtualCard::withUid(uidOf(card)));
    const auto read = counter.log.nextOf<CardRead>();
    INFO("card " << card);
    REQUIRE(read);
    CHECK(read->credential == credentialOf(card));
    counter.reader.remove();
    REQUIRE(counter.log.nextOf<CardRemoved>() == CardRemoved{read->at});
  }
}

TEST_CASE(
    "pcsc events: a reader that is pulled out idle, with a card, or in the midst of an exchange is told, and back") {
  Counter counter;
  std::atomic<bool> asked = false;
  const auto silent = [&](base::ByteView) {
    asked = true;
    return VirtualCard::Answer{{}, false, 500ms};
  };
  for (const char* when : {"idle", "card", "exchange"}) {
    INFO(when);
    const std::string what = when;
    if (what == "card") {
      counter.reader.insert(VirtualCard::withUid(uidOf(1)));
      REQUIRE(counter.log.nextOf<CardRead>());
    }
    if (what == "exchange") {
      counter.reader.insert(silent);
      for (int wait = 0; wait < 400 && !asked; ++wait) std::this_thread::sleep_for(5ms);
      REQUIRE(asked);
    }
    counter.reader.unplug();
    if (what == "card") CHECK(counter.log.nextOf<CardRemoved>());
    // A configured reader comes back with the daemon, as one of USB would with its plug.
    counter.daemon.stop(SIGTERM);
    counter.daemon.start();
    REQUIRE(counter.state(ReaderState::Ready));
    counter.reader.insert(VirtualCard::withUid(uidOf(2)));
    const auto read = counter.log.nextOf<CardRead>();
    REQUIRE(read);
    CHECK(read->credential == credentialOf(2));
    counter.reader.remove();
    REQUIRE(counter.log.nextOf<CardRemoved>());
  }
}

TEST_CASE("pcsc events: an empty, a senseless and the longest ATR do not stop the next card") {
  Counter counter;
  const base::Bytes longest(33, 0x3B);
  for (const base::Bytes& atr : {base::Bytes{}, base::Bytes{0x00}, base::Bytes{0xFF, 0xFF, 0xFF}, longest}) {
    counter.reader.insert(VirtualCard::withUid(uidOf(7)), atr);
    std::this_thread::sleep_for(150ms);
    counter.reader.remove();
    std::this_thread::sleep_for(50ms);
    counter.log.clear();
    counter.reader.insert(VirtualCard::withUid(uidOf(8)));
    const auto read = counter.log.nextOf<CardRead>();
    INFO(atr.size() << " bytes");
    REQUIRE(read);
    CHECK(read->credential == credentialOf(8));
    counter.reader.remove();
    REQUIRE(counter.log.nextOf<CardRemoved>());
  }
}

}  // namespace
