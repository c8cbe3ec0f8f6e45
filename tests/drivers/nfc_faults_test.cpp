// Each fault of the table in cards.md section 2 on the real libnfc: at the first frame, at the fifth, and in the middle
// of a card's reading. The till must get its reader back, and never a card that does not lie there.
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
using ports::ReaderChanged;
using ports::ReaderState;
using test::VirtualPn532;
using Fault = VirtualPn532::Fault;

constexpr std::uint8_t kSelect = 0x4A;  // InListPassiveTarget
constexpr std::uint8_t kExchange = 0x40;
constexpr const char* kNumber = "04A1B2C3D4E5F6";

struct Named {
  const char* name;
  Fault fault;
};
constexpr Named kFaults[] = {{"silence", Fault::Silence},
                             {"no ACK", Fault::NoAck},
                             {"half an answer", Fault::OnlyHalf},
                             {"wrong DCS", Fault::BadChecksum},
                             {"wrong LCS", Fault::BadLength},
                             {"error frame", Fault::ErrorFrame},
                             {"junk before", Fault::Junk},
                             {"NACK", Fault::Nack},
                             {"byte by byte", Fault::Dribble},
                             {"200 ms late", Fault::Late},
                             {"400 ms late", Fault::VeryLate},
                             {"terminal closed", Fault::HangUp},
                             {"status with bit 7", Fault::BadStatus},
                             {"ATS of length 0", Fault::EmptyAts},
                             {"UID of 12", Fault::LongUid},
                             {"UID of 255", Fault::HugeUid}};

// Some stand in the answer to one command only; counted are then the commands of that kind. 0: any.
std::uint8_t commandOf(Fault fault) {
  if (fault == Fault::EmptyAts || fault == Fault::LongUid || fault == Fault::HugeUid) return kSelect;
  return fault == Fault::BadStatus ? kExchange : std::uint8_t{0};
}

std::shared_ptr<card::ShopKeys> shopKeys() {
  auto keys = std::make_shared<card::ShopKeys>();
  keys->ntag424 = card::AesKey{1, 2, 3};
  keys->diversify = card::Diversify::None;
  return keys;
}

VirtualPn532::Card securedCard() {
  const auto chip = std::make_shared<test::VirtualNtag424>();
  chip->keys[0] = *shopKeys()->ntag424;
  return {.uid = chip->uid,
          .sak = 0x20,
          .ats = {0x05, 0x77, 0x80, 0x02, 0x00},
          .apdu = [chip](base::ByteView command) -> std::optional<base::Bytes> {
            auto answer = chip->exchange(command);
            return answer ? std::optional(*std::move(answer)) : std::nullopt;
          }};
}

struct Bench {
  test::TempFolder folder;
  VirtualPn532 chip{folder.path() / "reader"};
  test::EventLog log;
  nfc::NfcReader reader{{.connstring = chip.connstring(), .program = KAHUI_BIN_DIR "/kahui-nfc"},
                        std::make_shared<card::Identifier>(shopKeys())};

  bool isReady() {
    return log.nextOf<ReaderChanged>([](const ReaderChanged& e) { return e.state == ReaderState::Ready; }).has_value();
  }
  // A line that was pulled comes back.
  void mend(Fault fault) {
    if (fault != Fault::HangUp) return;
    std::this_thread::sleep_for(200ms);
    chip.plug();
  }
  // A card read in the end, and no other than the one that lies there.
  void checkCard() {
    const auto read = log.nextOf<CardRead>();
    REQUIRE(read);
    CHECK(read->trust == ports::Trust::Authenticated);
    for (const auto& event : log.all())
      if (const auto* card = std::get_if<CardRead>(&event)) CHECK(card->credential == kNumber);
  }
};

void failAtFrame(const Named& fault, int frame) {
  CAPTURE(fault.name, frame);
  Bench bench;
  bench.chip.failOnce(fault.fault, commandOf(fault.fault), frame - 1);
  bench.reader.start(bench.log.sink());
  bench.chip.put(securedCard());
  bench.mend(fault.fault);
  CHECK(bench.isReady());
  bench.checkCard();
}

TEST_CASE("nfc faults: at the first frame") {
  for (const Named& fault : kFaults) failAtFrame(fault, 1);
}

TEST_CASE("nfc faults: at the fifth frame") {
  for (const Named& fault : kFaults) failAtFrame(fault, 5);
}

TEST_CASE("nfc faults: in the middle of a reading") {
  for (const Named& fault : kFaults) {
    CAPTURE(fault.name);
    Bench bench;
    bench.reader.start(bench.log.sink());
    REQUIRE(bench.isReady());
    const bool of_card = commandOf(fault.fault) == kSelect;  // then at the look whether it still lies there
    bench.chip.failOnce(fault.fault, of_card ? kSelect : kExchange, of_card ? 1 : 2);
    bench.chip.put(securedCard());
    // Read in spite of it, or refused as torn or unreadable.
    const auto first = bench.log.next([](const ports::ReaderEvent& event) {
      return std::holds_alternative<CardRead>(event) || std::holds_alternative<ports::CardRefused>(event);
    });
    REQUIRE(first);
    if (const auto* refused = std::get_if<ports::CardRefused>(&*first))
      CHECK((refused->reason == ports::RefuseReason::Torn || refused->reason == ports::RefuseReason::Unreadable));
    bench.chip.remove();
    bench.mend(fault.fault);
    std::this_thread::sleep_for(400ms);  // two looks that do not find it
    bench.chip.put(securedCard());
    bench.checkCard();
  }
}

}  // namespace
