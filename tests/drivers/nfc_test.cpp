// The driver over libnfc: the real library and its process, a PN532 of our own on a pseudo terminal.
#include <csignal>
#include <filesystem>
#include <fstream>

#include "drivers/nfc/nfc_reader.hpp"
#include "tests/drivers/event_log.hpp"
#include "tests/drivers/virtual_ntag424.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/support/virtual_pn532.hpp"

namespace {

using namespace kahui;
using namespace std::chrono_literals;
using ports::CardRead;
using ports::CardRefused;
using ports::CardRemoved;
using ports::ReaderChanged;
using ports::ReaderState;
using ports::RefuseReason;
using test::VirtualPn532;
using Fault = VirtualPn532::Fault;

const base::Bytes kUid = {0x04, 0xA1, 0xB2, 0xC3, 0xD4, 0xE5, 0xF6};
constexpr std::uint8_t kSelect = 0x4A;  // InListPassiveTarget
constexpr std::uint8_t kExchange = 0x40;

struct Bench {
  test::TempFolder folder;
  VirtualPn532 chip{folder.path() / "reader"};
  test::EventLog log;
  nfc::NfcReader reader;

  explicit Bench(std::shared_ptr<const card::ShopKeys> keys = {})
      : reader({.connstring = chip.connstring(), .program = KAHUI_BIN_DIR "/kahui-nfc"},
               std::make_shared<card::Identifier>(std::move(keys))) {
    reader.start(log.sink());
  }
  bool ready(std::chrono::milliseconds limit = 8s) {
    return log.nextOf<ReaderChanged>([](const ReaderChanged& e) { return e.state == ReaderState::Ready; }, limit)
        .has_value();
  }
  std::optional<ReaderState> change() {
    const auto event = log.nextOf<ReaderChanged>();
    return event ? std::optional(event->state) : std::nullopt;
  }
};

VirtualPn532::Card plainCard(base::Bytes uid = kUid) { return {.uid = std::move(uid), .sak = 0x00}; }

VirtualPn532::Card cardOf(std::shared_ptr<card::Session> session, base::Bytes uid) {
  return {.uid = std::move(uid),
          .sak = 0x20,
          .ats = {0x05, 0x77, 0x80, 0x02, 0x00},
          .apdu = [session](base::ByteView command) -> std::optional<base::Bytes> {
            auto answer = session->exchange(command);
            return answer ? std::optional(*std::move(answer)) : std::nullopt;
          }};
}

TEST_CASE("nfc: a card gives its UID, its removal, and as another presentation its UID again") {
  Bench bench;
  REQUIRE(bench.ready());
  bench.chip.put(plainCard());
  const auto first = bench.log.nextOf<CardRead>();
  REQUIRE(first);
  CHECK(first->credential == "04A1B2C3D4E5F6");
  CHECK(first->card_class == ports::CardClass::Uid);
  CHECK(first->trust == ports::Trust::Claim);
  bench.chip.remove();
  CHECK(bench.log.nextOf<CardRemoved>() == CardRemoved{first->at});
  bench.chip.put(plainCard());
  const auto second = bench.log.nextOf<CardRead>();
  REQUIRE(second);
  CHECK(second->at.generation != first->at.generation);
  bench.chip.put(plainCard({0x04, 1, 2, 3, 4, 5, 6}));  // another one at once
  CHECK(bench.log.nextOf<CardRemoved>() == CardRemoved{second->at});
  CHECK(bench.log.nextOf<CardRead>()->credential == "04010203040506");
}

TEST_CASE("nfc: a card that lies there is told again when it is asked for, and an empty reader tells nothing") {
  Bench bench;
  REQUIRE(bench.ready());
  bench.reader.lookAgain();
  CHECK_FALSE(bench.log.nextOf<CardRead>([](const CardRead&) { return true; }, 300ms));
  bench.chip.put(plainCard());
  const auto first = bench.log.nextOf<CardRead>();
  REQUIRE(first);
  auto at = first->at;
  for (int times = 0; times < 3; ++times) {
    bench.reader.lookAgain();
    CHECK(bench.log.nextOf<CardRemoved>() == CardRemoved{at});
    const auto again = bench.log.nextOf<CardRead>();
    REQUIRE(again);
    CHECK(again->credential == first->credential);
    CHECK(again->at.generation != at.generation);
    at = again->at;
  }
  bench.chip.remove();
  CHECK(bench.log.nextOf<CardRemoved>() == CardRemoved{at});
}

TEST_CASE("nfc: an NTAG 424 proves itself through the library") {
  auto keys = std::make_shared<card::ShopKeys>();
  keys->ntag424 = card::AesKey{1, 2, 3};
  keys->diversify = card::Diversify::None;
  const auto chip = std::make_shared<test::VirtualNtag424>();
  chip->keys[0] = *keys->ntag424;
  Bench bench(keys);
  REQUIRE(bench.ready());
  bench.chip.put(cardOf(chip, chip->uid));
  const auto read = bench.log.nextOf<CardRead>();
  REQUIRE(read);
  CHECK(read->card_class == ports::CardClass::Ntag424);
  CHECK(read->trust == ports::Trust::Authenticated);
}

TEST_CASE("nfc: random numbers and numbers of no standard length are refused") {
  Bench bench;
  REQUIRE(bench.ready());
  bench.chip.put(plainCard({0x08, 1, 2, 3}));
  const auto random = bench.log.nextOf<CardRefused>();
  REQUIRE(random);
  CHECK(random->reason == RefuseReason::RandomUid);
  bench.chip.remove();
  std::this_thread::sleep_for(600ms);
  bench.chip.failOnce(Fault::LongUid, kSelect);
  bench.chip.put(plainCard());
  // Refused, or the end of the library: no card by that number in any case.
  const auto read = bench.log.nextOf<CardRead>();
  REQUIRE(read);
  CHECK(read->credential == "04A1B2C3D4E5F6");
}

TEST_CASE("nfc: what ends the library's process leaves the till its reader") {
  Bench bench;
  REQUIRE(bench.ready());
  SECTION("a status byte that makes the library abort") {
    bench.chip.failOnce(Fault::BadStatus, kExchange);
    bench.chip.put(cardOf(std::make_shared<test::VirtualNtag424>(), kUid));
    const auto torn = bench.log.nextOf<CardRefused>();
    REQUIRE(torn);
    CHECK(torn->reason == RefuseReason::Torn);
  }
  SECTION("an ATS of length 0 that makes it fall") {
    auto card = cardOf(std::make_shared<test::VirtualNtag424>(), kUid);
    bench.chip.failOnce(Fault::EmptyAts, kSelect);
    bench.chip.put(std::move(card));
  }
  CHECK(bench.change() == ReaderState::Error);
  CHECK(bench.ready());
  CHECK(bench.log.nextOf<CardRead>());  // the card still lies there
}

TEST_CASE("nfc: a faulty frame costs at most one start of the process") {
  Bench bench;
  REQUIRE(bench.ready());
  for (const Fault fault : {Fault::BadChecksum, Fault::ErrorFrame, Fault::Junk, Fault::OnlyHalf, Fault::Silence}) {
    bench.chip.failOnce(fault, kSelect);
    std::this_thread::sleep_for(500ms);
    bench.chip.put(plainCard());
    CAPTURE(static_cast<int>(fault));
    CHECK(bench.log.nextOf<CardRead>());
    bench.chip.remove();
    CHECK(bench.log.nextOf<CardRemoved>());
  }
}

TEST_CASE("nfc: a line that is pulled and comes back under its name") {
  Bench bench;
  REQUIRE(bench.ready());
  bench.chip.put(plainCard());
  REQUIRE(bench.log.nextOf<CardRead>());
  bench.chip.unplug();
  CHECK(bench.log.nextOf<CardRemoved>());
  CHECK(bench.log.nextOf<ReaderChanged>([](const auto& e) { return e.state == ReaderState::Gone; }));
  bench.chip.plug();
  CHECK(bench.ready());
  CHECK(bench.log.nextOf<CardRead>());
}

TEST_CASE("nfc: nothing at the port, and a chip that never answers") {
  test::TempFolder folder;
  test::EventLog log;
  nfc::NfcReader nothing(
      {.connstring = "pn532_uart:" + (folder.path() / "none").string(), .program = KAHUI_BIN_DIR "/kahui-nfc"},
      std::make_shared<card::Identifier>());
  nothing.start(log.sink());
  const auto gone = log.nextOf<ReaderChanged>();
  REQUIRE(gone);
  CHECK(gone->state == ReaderState::Gone);
  CHECK(gone->advice == ports::ReaderAdvice::PlugReaderIn);
  std::this_thread::sleep_for(1500ms);  // it is looked for again and again, and said once
  CHECK(log.all().size() == 1);
  nothing.stop();

  VirtualPn532 chip(folder.path() / "mute");
  chip.failOnce(Fault::NoAck);
  nfc::NfcReader mute({.connstring = chip.connstring(), .program = KAHUI_BIN_DIR "/kahui-nfc"},
                      std::make_shared<card::Identifier>());
  mute.start(log.sink());
  CHECK(log.nextOf<ReaderChanged>()->state == ReaderState::Error);
  CHECK(log.nextOf<ReaderChanged>()->state == ReaderState::Ready);
}

TEST_CASE("nfc: two programs do not share a chip") {
  Bench bench;
  REQUIRE(bench.ready());
  test::EventLog log;
  nfc::NfcReader second({.connstring = bench.chip.connstring(), .program = KAHUI_BIN_DIR "/kahui-nfc"},
                        std::make_shared<card::Identifier>());
  second.start(log.sink());
  const auto busy = log.nextOf<ReaderChanged>();
  REQUIRE(busy);
  CHECK(busy->state == ReaderState::Busy);
  CHECK(busy->advice == ports::ReaderAdvice::CloseOtherProgram);
}

TEST_CASE("nfc: stopping is prompt and leaves no process") {
  for (int round = 0; round < 10; ++round) {
    Bench bench;
    if (round % 2 == 0) REQUIRE(bench.ready());
    const auto begun = std::chrono::steady_clock::now();
    bench.reader.stop();
    CHECK(std::chrono::steady_clock::now() - begun < 1s);
  }
  int children = 0;
  std::ifstream list("/proc/self/task/" + std::to_string(::getpid()) + "/children");
  for (int pid = 0; list >> pid;) ++children;
  CHECK(children == 0);
}

TEST_CASE("nfc: frames come whole whatever pieces they come in, and nonsense ends the stream") {
  const nfc::Frame card{nfc::FrameKind::Card, {0x20, 0x04, 1, 2, 3, 4}};
  const base::Bytes bytes = nfc::encode(card);
  nfc::FrameReader reader;
  for (const auto byte : bytes) {
    CHECK_FALSE(reader.next());
    reader.add({&byte, 1});
  }
  CHECK(reader.next() == card);
  CHECK(nfc::readCard(card.body)->uid == base::Bytes{1, 2, 3, 4});
  CHECK(nfc::readCard(card.body)->speaksApdu());
  CHECK_FALSE(nfc::readCard(base::Bytes{0x20, 0x05, 1, 2, 3, 4}));
  CHECK_FALSE(nfc::readCard(base::Bytes{}));
  for (const base::Bytes& nonsense : {base::Bytes{0, 0, 'R'}, base::Bytes{0xFF, 0xFF, 'R'}, base::Bytes{0, 1, 'q'}}) {
    nfc::FrameReader broken;
    broken.add(nonsense);
    CHECK_FALSE(broken.next());
    CHECK(broken.broken());
  }
}

}  // namespace
