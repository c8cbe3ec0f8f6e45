#include <atomic>
#include <thread>

#include "drivers/card/member_code.hpp"
#include "drivers/host/open_readers.hpp"
#include "drivers/sim/sim_reader.hpp"
#include "tests/drivers/event_log.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/pseudo_terminal.hpp"
#include "tests/support/temp_folder.hpp"

namespace {

using namespace kahui;
using namespace std::chrono_literals;
using ports::CardRead;
using ports::CardRemoved;
using ports::ReaderChanged;

const base::Bytes kUid = {0x04, 0xA1, 0xB2, 0xC3};

ReaderChanged health(const char* reader, ports::ReaderState state) { return {reader, ports::ReaderKind::Sim, state}; }

TEST_CASE("host: specs are read, others are refused by name") {
  CHECK(host::parseSpec("pcsc") == host::ReaderSpec{ports::ReaderKind::Pcsc, ""});
  CHECK(host::parseSpec("pcsc:ACS ACR122U") == host::ReaderSpec{ports::ReaderKind::Pcsc, "ACS ACR122U"});
  CHECK(host::parseSpec("sim:a:b.jsonl") == host::ReaderSpec{ports::ReaderKind::Sim, "a:b.jsonl"});
  using ports::ReaderKind;
  CHECK(host::parseSpec("serial:/dev/ttyS0") == host::ReaderSpec{ReaderKind::Serial, "/dev/ttyS0", 9600});
  CHECK(host::parseSpec("serial:/dev/ttyS0,115200") == host::ReaderSpec{ReaderKind::Serial, "/dev/ttyS0", 115200});
  CHECK(host::parseSpec("serial:/a,b,1200") == host::ReaderSpec{ReaderKind::Serial, "/a,b", 1200});
  CHECK(host::parseSpec("evdev:/dev/input/event3") == host::ReaderSpec{ReaderKind::Wedge, "/dev/input/event3"});
  CHECK(host::parseSpec("nfc:pn532_uart:/dev/ttyUSB0:115200") ==
        host::ReaderSpec{ReaderKind::Nfc, "pn532_uart:/dev/ttyUSB0:115200"});
  for (const char* bad : {"", "sim", "sim:", "pcsc:", "nfc", "nfc:", "nfc:pn532_uart:", "nfc:acr122_usb:001:002",
                          "serial:", "serial:,9600", "serial:/dev/ttyS0,", "serial:/dev/ttyS0,9601",
                          "serial:/dev/ttyS0,-1", "serial:/dev/ttyS0,9600x", "evdev:", "evdev", "usb"}) {
    const auto spec = host::parseSpec(bad);
    REQUIRE_FALSE(spec);
    CHECK(spec.error().code == base::ErrorCode::BadInput);
    CHECK(spec.error().detail.find(bad) != std::string::npos);
  }
  CHECK_FALSE(host::openReaders({"sim:/nonexistent"}));
}

TEST_CASE("host: several sources are one stream, called from one thread") {
  auto first = std::make_shared<sim::SimReader>("A");
  auto second = std::make_shared<sim::SimReader>("B");
  auto service = host::openReaders({}, {first, second}).value();
  test::EventLog log;
  std::atomic<int> inside{0};
  std::atomic<bool> overlapped{false};
  service->start([&, sink = log.sink()](ports::ReaderEvent event) {
    if (inside.fetch_add(1) != 0) overlapped = true;
    std::this_thread::sleep_for(1ms);
    sink(std::move(event));
    inside.fetch_sub(1);
  });
  for (int i = 0; i < 20; ++i) {
    REQUIRE(first->tap(kUid));
    REQUIRE(second->tap(kUid));
  }
  int reads = 0;
  while (reads < 40 && log.nextOf<CardRead>()) ++reads;
  CHECK(reads == 40);
  CHECK_FALSE(overlapped);
  service->stop();
  CHECK_FALSE(first->tap(kUid));
}

TEST_CASE("host: the same card again within a second is marked, but is a new presentation") {
  auto reader = std::make_shared<sim::SimReader>("A");
  auto service = host::openReaders({}, {reader}).value();
  test::EventLog log;
  service->start(log.sink());
  REQUIRE(reader->tap(kUid));
  const auto first = log.nextOf<CardRead>();
  REQUIRE(reader->remove());
  REQUIRE(reader->tap(kUid));
  const auto second = log.nextOf<CardRead>();
  REQUIRE((first && second));
  CHECK_FALSE(first->repeated);
  CHECK(second->repeated);
  CHECK(second->at.generation != first->at.generation);
}

TEST_CASE("host: stripe readers have the shop's numbers and one memory of used codes, at the time of its clock") {
  const test::TempFolder folder;
  const test::PseudoTerminal left(folder.path() / "left");
  const test::PseudoTerminal right(folder.path() / "right");
  auto keys = std::make_shared<card::ShopKeys>();
  keys->numbers = {.prefixes = {"9001"}, .length = 10};
  keys->code.emplace();
  const auto clock = std::make_shared<base::ManualClock>(base::LocalTime::parse("2026-07-24T10:15:00").value());
  auto service = host::openReaders({"serial:" + left.path(), "serial:" + right.path() + ",115200"}, {},
                                   {keys, nullptr, std::make_shared<magstripe::Judge>(keys, clock)})
                     .value();
  test::EventLog log;
  service->start(log.sink());
  for (int ready = 0; ready < 2; ++ready) REQUIRE(log.nextOf<ReaderChanged>()->state == ports::ReaderState::Ready);
  left.send(";9001000018?\r");
  CHECK(log.nextOf<CardRead>()->credential == "9001000018");
  left.send(";9001000018?\r");
  CHECK(log.nextOf<CardRead>()->repeated);
  const std::int64_t slot = clock->now().utc_ms / (card::kCodeSlot_s * 1000);
  const std::string code = card::makeMemberCode(card::memberCodeKey({}, "9001000018"), "9001000018", slot);
  right.send(code + "\r");
  CHECK(log.nextOf<CardRead>()->card_class == ports::CardClass::Code);
  left.send(code + "\r");
  CHECK(log.nextOf<ports::CardRefused>()->reason == ports::RefuseReason::Replay);
  clock->advance(3min);
  right.send(code + "\r");
  CHECK(log.nextOf<ports::CardRefused>()->reason == ports::RefuseReason::Expired);
}

TEST_CASE("host: listing looks at lines and wedges as they are now") {
  const test::TempFolder folder;
  const test::PseudoTerminal line(folder.path() / "line");
  const auto readers =
      host::listReaders({"serial:" + line.path(), "serial:/nonexistent", "evdev:/nonexistent"}).value();
  using ports::ReaderAdvice;
  using ports::ReaderKind;
  using ports::ReaderState;
  CHECK(readers == std::vector<ReaderChanged>{
                       {"serial:" + line.path(), ReaderKind::Serial, ReaderState::Ready, ReaderAdvice::None},
                       {"serial:/nonexistent", ReaderKind::Serial, ReaderState::Gone, ReaderAdvice::PlugReaderIn},
                       {"evdev:/nonexistent", ReaderKind::Wedge, ReaderState::Gone, ReaderAdvice::PlugReaderIn}});
}

TEST_CASE("host: the mark wants the same reader, the same card and less than a second") {
  host::RepeatMark mark;
  const host::RepeatMark::TimePoint start{};
  const auto read = [&](const char* reader, const char* credential, std::chrono::milliseconds at) {
    ports::ReaderEvent event = CardRead{.at = {reader, 1}, .credential = credential};
    mark.apply(event, start + at);
    return std::get<CardRead>(event).repeated;
  };
  const auto remove = [&](const char* reader, std::chrono::milliseconds at) {
    ports::ReaderEvent event = CardRemoved{{reader, 1}};
    mark.apply(event, start + at);
  };
  CHECK_FALSE(read("A", "04", 0ms));
  CHECK_FALSE(read("A", "04", 1ms));  // not removed in between: a swap that nobody saw is not the same laying-down
  remove("A", 10ms);
  CHECK_FALSE(read("B", "04", 11ms));
  CHECK(read("A", "04", 1009ms));
  remove("A", 1100ms);
  CHECK_FALSE(read("A", "04", 2100ms));
  remove("A", 2200ms);
  CHECK_FALSE(read("A", "05", 2201ms));
}

TEST_CASE("host: the queue keeps each card and the newest health, in order") {
  host::EventQueue queue;
  CHECK(queue.push(health("A", ports::ReaderState::Ready)));
  CHECK(queue.push(CardRead{.at = {"A", 1}}));
  CHECK(queue.push(health("A", ports::ReaderState::Gone)));
  CHECK(queue.push(health("B", ports::ReaderState::Ready)));
  CHECK(queue.push(health("A", ports::ReaderState::Ready)));
  CHECK(*queue.pop() == ports::ReaderEvent(health("A", ports::ReaderState::Ready)));
  CHECK(std::holds_alternative<CardRead>(*queue.pop()));
  CHECK(*queue.pop() == ports::ReaderEvent(health("A", ports::ReaderState::Ready)));
  CHECK(*queue.pop() == ports::ReaderEvent(health("B", ports::ReaderState::Ready)));
  queue.close();
  CHECK_FALSE(queue.pop());
  CHECK_FALSE(queue.push(CardRead{}));
}

TEST_CASE("host: a full queue makes the reader wait, loses nothing, and lets go on close") {
  host::EventQueue queue;
  constexpr std::uint64_t kCards = host::EventQueue::kMaxCards + 50;
  std::atomic<std::uint64_t> pushed{0};
  std::thread reader([&] {
    for (std::uint64_t i = 1; i <= kCards + host::EventQueue::kMaxCards + 1; ++i) {
      if (!queue.push(CardRead{.at = {"A", i}})) return;
      pushed = i;
    }
  });
  while (pushed < host::EventQueue::kMaxCards) std::this_thread::yield();
  std::this_thread::sleep_for(20ms);
  CHECK(pushed == host::EventQueue::kMaxCards);
  for (std::uint64_t i = 1; i <= kCards; ++i) REQUIRE(std::get<CardRead>(*queue.pop()).at.generation == i);
  while (pushed < kCards + host::EventQueue::kMaxCards) std::this_thread::yield();
  queue.close();
  reader.join();
  CHECK(pushed == kCards + host::EventQueue::kMaxCards);
}

TEST_CASE("host: stop is prompt though a slow sink has filled the queue") {
  auto reader = std::make_shared<sim::SimReader>("A");
  auto service = host::openReaders({}, {reader}).value();
  service->start([](const ports::ReaderEvent&) { std::this_thread::sleep_for(50ms); });
  for (int i = 0; i < 2000; ++i) reader->tap(kUid);
  const auto before = std::chrono::steady_clock::now();
  service->stop();
  CHECK(std::chrono::steady_clock::now() - before < 500ms);
}

}  // namespace
