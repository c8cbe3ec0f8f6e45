// The PC/SC driver against results that no virtual device gives, through the table of functions.
#include <thread>

#include "drivers/pcsc/pcsc_readers.hpp"
#include "tests/drivers/event_log.hpp"
#include "tests/drivers/fake_pcsc.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace kahui;
using namespace std::chrono_literals;
using ports::CardRead;
using ports::CardRefused;
using ports::CardRemoved;
using ports::ReaderAdvice;
using ports::ReaderChanged;
using ports::ReaderState;
using ports::RefuseReason;
using test::FakePcsc;
using Call = FakePcsc::Call;

constexpr const char* kReader = "Fake 00 00";

DWORD empty(unsigned counter) { return SCARD_STATE_EMPTY | static_cast<DWORD>(counter) << 16; }
DWORD present(unsigned counter, DWORD flags = 0) {
  return SCARD_STATE_PRESENT | flags | static_cast<DWORD>(counter) << 16;
}

// A driver with short times on a fake service with one empty reader, seen ready.
struct Rig {
  std::shared_ptr<FakePcsc> service = std::make_shared<FakePcsc>();
  test::EventLog log;
  pcsc::PcscReaders readers;

  Rig()
      : readers({.wait = 200ms, .deadline = 150ms, .retry = 20ms, .back_off_first = 10ms, .back_off_longest = 20ms},
                service->functions()) {
    service->setReader(kReader, empty(0));
  }
  void start() {
    readers.start(log.sink());
    REQUIRE(state(ReaderState::Ready));
  }
  // The next change of our reader to this state, with its advice.
  std::optional<ReaderAdvice> state(ReaderState wanted, const std::string& reader = kReader) {
    const auto event =
        log.nextOf<ReaderChanged>([&](const ReaderChanged& e) { return e.reader == reader && e.state == wanted; }, 3s);
    return event ? std::optional(event->advice) : std::nullopt;
  }
  std::optional<CardRead> read() {
    return log.nextOf<CardRead>([](const CardRead&) { return true; }, 3s);
  }
  std::optional<RefuseReason> refused() {
    const auto event = log.nextOf<CardRefused>([](const CardRefused&) { return true; }, 3s);
    return event ? std::optional(event->reason) : std::nullopt;
  }
};

TEST_CASE("pcsc faults: results that another try mends") {
  for (const LONG code : {SCARD_W_UNPOWERED_CARD, SCARD_W_UNRESPONSIVE_CARD, SCARD_E_PROTO_MISMATCH,
                          SCARD_E_INVALID_HANDLE, SCARD_E_NO_SERVICE, SCARD_F_COMM_ERROR}) {
    Rig rig;
    rig.start();
    rig.service->failNext(Call::Connect, {code});
    rig.service->setReader(kReader, present(1));
    INFO(std::hex << code);
    CHECK(rig.read());
    CHECK(rig.service->openCards() == 0);
  }
  for (const LONG code : {SCARD_W_RESET_CARD, SCARD_E_NOT_TRANSACTED, SCARD_W_UNPOWERED_CARD, SCARD_E_PROTO_MISMATCH,
                          SCARD_E_INVALID_HANDLE, SCARD_E_COMM_DATA_LOST, SCARD_E_SERVICE_STOPPED}) {
    Rig rig;
    rig.start();
    rig.service->failNext(Call::Transmit, {code});
    rig.service->setReader(kReader, present(1));
    INFO(std::hex << code);
    CHECK(rig.read());
    CHECK(rig.service->openCards() == 0);
  }
}

TEST_CASE("pcsc faults: a card reset by another program is reconnected, and connected anew if that fails") {
  Rig rig;
  rig.start();
  rig.service->failNext(Call::Transmit, {SCARD_W_RESET_CARD, SCARD_W_RESET_CARD});
  rig.service->failNext(Call::Begin, {SCARD_W_RESET_CARD});
  rig.service->failNext(Call::Reconnect, {SCARD_S_SUCCESS, SCARD_S_SUCCESS, SCARD_E_PROTO_MISMATCH});
  rig.service->setReader(kReader, present(1));
  CHECK(rig.read());
  CHECK(rig.service->count(Call::Reconnect) == 3);
  CHECK(rig.service->count(Call::Begin) == 3);  // the last of them for what the card proves
  CHECK(rig.service->count(Call::Connect) == 2);
}

TEST_CASE("pcsc faults: results that no try mends refuse the card with a reason") {
  const std::vector<std::pair<LONG, RefuseReason>> connects = {{SCARD_W_UNPOWERED_CARD, RefuseReason::Unreadable},
                                                               {SCARD_E_PROTO_MISMATCH, RefuseReason::Unreadable},
                                                               {SCARD_E_NO_SMARTCARD, RefuseReason::Torn},
                                                               {SCARD_W_REMOVED_CARD, RefuseReason::Torn}};
  for (const auto& [code, reason] : connects) {
    Rig rig;
    rig.start();
    rig.service->failAll(Call::Connect, code);
    rig.service->setReader(kReader, present(1));
    INFO(std::hex << code);
    CHECK(rig.refused() == reason);
    CHECK(rig.service->count(Call::Connect) <= 3);
  }
  for (const LONG code : {SCARD_E_NOT_TRANSACTED, SCARD_W_REMOVED_CARD, SCARD_W_RESET_CARD}) {
    Rig rig;
    rig.start();
    rig.service->failAll(Call::Transmit, code);
    rig.service->setReader(kReader, present(1));
    INFO(std::hex << code);
    CHECK(rig.refused());
    // A reset is another program's doing and does not use up the tries; there is an end to it all the same.
    CHECK(rig.service->count(Call::Transmit) <= (code == SCARD_W_RESET_CARD ? 23 : 3));
    CHECK(rig.service->openCards() == 0);
  }
}

TEST_CASE("pcsc faults: a card held by another program is read as soon as it is let go") {
  Rig rig;
  rig.start();
  rig.service->failAll(Call::Connect, SCARD_E_SHARING_VIOLATION);
  rig.service->setReader(kReader, present(1));
  CHECK(rig.state(ReaderState::Busy) == ReaderAdvice::CloseOtherProgram);
  rig.service->failAll(Call::Connect, SCARD_S_SUCCESS);
  CHECK(rig.state(ReaderState::Ready) == ReaderAdvice::None);
  CHECK(rig.read());
  rig.service->setReader(kReader, empty(2));
  CHECK(rig.log.nextOf<CardRemoved>());
}

TEST_CASE("pcsc faults: a card that was never let go until it left counts as torn, once") {
  Rig rig;
  rig.start();
  rig.service->failAll(Call::Connect, SCARD_E_SHARING_VIOLATION);
  rig.service->setReader(kReader, present(1));
  REQUIRE(rig.state(ReaderState::Busy));
  rig.service->setReader(kReader, empty(2));
  CHECK(rig.state(ReaderState::Ready));
  int refusals = 0;
  for (const auto& event : rig.log.all()) refusals += std::holds_alternative<CardRefused>(event) ? 1 : 0;
  CHECK(refusals == 1);
}

TEST_CASE("pcsc faults: an exclusive holder without a card makes the reader busy") {
  Rig rig;
  rig.start();
  rig.service->setReader(kReader, empty(0) | SCARD_STATE_EXCLUSIVE | SCARD_STATE_INUSE);
  CHECK(rig.state(ReaderState::Busy) == ReaderAdvice::CloseOtherProgram);
  rig.service->setReader(kReader, empty(0));
  CHECK(rig.state(ReaderState::Ready));
}

TEST_CASE("pcsc faults: a reader unplugged with its card, and back") {
  Rig rig;
  rig.start();
  rig.service->setReader(kReader, present(1));
  const auto first = rig.read();
  REQUIRE(first);
  rig.service->setReader(kReader, SCARD_STATE_UNAVAILABLE | SCARD_STATE_IGNORE);
  CHECK(rig.log.nextOf<CardRemoved>() == CardRemoved{first->at});
  CHECK(rig.state(ReaderState::Gone) == ReaderAdvice::PlugReaderIn);
  rig.service->setReader(kReader, present(1));  // the counter starts again: it may even be the old one
  CHECK(rig.state(ReaderState::Ready));
  const auto second = rig.read();
  REQUIRE(second);
  CHECK(second->at.generation != first->at.generation);
}

TEST_CASE("pcsc faults: a reader unplugged while its card is read") {
  Rig rig;
  rig.start();
  rig.service->failAll(Call::Transmit, SCARD_E_READER_UNAVAILABLE);
  rig.service->setReader(kReader, present(1));
  CHECK(rig.state(ReaderState::Gone) == ReaderAdvice::PlugReaderIn);
  rig.service->setReader(kReader, SCARD_STATE_UNAVAILABLE);
  CHECK(rig.refused() == RefuseReason::Torn);
  rig.service->failAll(Call::Transmit, SCARD_S_SUCCESS);
  rig.service->setReader(kReader, empty(0));
  CHECK(rig.state(ReaderState::Ready));
}

TEST_CASE("pcsc faults: a reader dropped from the list under a living context, and back") {
  Rig rig;
  rig.start();
  for (int cycle = 0; cycle < 50; ++cycle) {
    rig.service->setReader(kReader, present(1));
    REQUIRE(rig.read());
    rig.service->dropReader(kReader);
    REQUIRE(rig.log.nextOf<CardRemoved>());
    REQUIRE(rig.state(ReaderState::Gone) == ReaderAdvice::PlugReaderIn);
    REQUIRE(rig.state(ReaderState::Gone, "pcsc") == ReaderAdvice::PlugReaderIn);
    rig.service->setReader(kReader, empty(2));
    REQUIRE(rig.state(ReaderState::Ready));
  }
  CHECK(rig.readers.abandonedThreads() == 0);
  CHECK(rig.service->openContexts() <= 2);
  rig.readers.stop();
  CHECK(rig.service->openContexts() == 0);
  CHECK(rig.service->openCards() == 0);
}

TEST_CASE("pcsc faults: a context that became worthless is replaced") {
  Rig rig;
  rig.start();
  for (int cycle = 0; cycle < 20; ++cycle) {
    rig.service->invalidateContexts();
    REQUIRE(rig.state(ReaderState::Gone) == ReaderAdvice::StartService);
    REQUIRE(rig.state(ReaderState::Ready));
  }
  rig.service->setReader(kReader, present(1));
  CHECK(rig.read());
  CHECK(rig.service->openContexts() <= 2);
}

TEST_CASE("pcsc faults: whatever ends a wait or a listing, it goes on, without spinning") {
  for (const LONG code :
       {SCARD_E_UNKNOWN_READER, SCARD_E_READER_UNAVAILABLE, SCARD_E_CANCELLED, SCARD_E_SERVICE_STOPPED,
        SCARD_E_NO_SERVICE, SCARD_E_INVALID_HANDLE, SCARD_F_INTERNAL_ERROR, SCARD_F_UNKNOWN_ERROR, SCARD_E_NO_MEMORY}) {
    INFO(std::hex << code);
    Rig rig;
    rig.start();
    rig.service->failAll(Call::Wait, code);
    std::this_thread::sleep_for(100ms);
    CHECK(rig.service->count(Call::Wait) <= 25);
    rig.service->failAll(Call::Wait, SCARD_S_SUCCESS);
    rig.service->failAll(Call::List, code);
    std::this_thread::sleep_for(100ms);
    CHECK(rig.service->count(Call::List) <= 80);
    rig.service->failAll(Call::List, SCARD_S_SUCCESS);
    rig.service->setReader(kReader, present(1));
    CHECK(rig.read());
  }
}

TEST_CASE("pcsc faults: a service that refuses access says so") {
  Rig rig;
  rig.service->failAll(Call::Establish, SCARD_W_SECURITY_VIOLATION);
  rig.readers.start(rig.log.sink());
  CHECK(rig.state(ReaderState::Gone, "pcsc") == ReaderAdvice::AllowAccess);
  const auto list = pcsc::listReaders({}, rig.service->functions());
  CHECK(list.error() == base::Error{base::ErrorCode::ServiceDown, "pcscd refuses access"});
  std::this_thread::sleep_for(100ms);
  CHECK(rig.service->count(Call::Establish) <= 15);  // the back-off
  rig.service->failAll(Call::Establish, SCARD_E_NO_SERVICE);
  CHECK(rig.state(ReaderState::Gone, "pcsc") == ReaderAdvice::StartService);
  rig.service->failAll(Call::Establish, SCARD_S_SUCCESS);
  CHECK(rig.state(ReaderState::Ready));
}

TEST_CASE("pcsc faults: a card swapped or gone between two looks") {
  Rig rig;
  rig.start();
  rig.service->setReader(kReader, empty(2));
  CHECK(rig.refused() == RefuseReason::Torn);  // came and went
  rig.service->setReader(kReader, present(3));
  const auto first = rig.read();
  REQUIRE(first);
  rig.service->setReader(kReader, present(5));
  CHECK(rig.log.nextOf<CardRemoved>() == CardRemoved{first->at});
  CHECK(rig.read());
  rig.service->setReader(kReader, empty(0xFFFF));
  CHECK(rig.log.nextOf<CardRemoved>());
  rig.service->setReader(kReader, present(0));  // the counter runs over
  CHECK(rig.read());
}

TEST_CASE("pcsc faults: a UID that came while the card was swapped counts for neither") {
  Rig rig;
  rig.start();
  rig.service->hang(true);
  rig.service->setReader(kReader, present(1));
  std::this_thread::sleep_for(50ms);
  rig.service->failAll(Call::Wait, SCARD_E_TIMEOUT);  // the watcher is late: only the worker's own look can tell
  rig.service->setReader(kReader, present(3));
  rig.service->hang(false);
  CHECK(rig.refused() == RefuseReason::Torn);
  rig.service->setAnswer({0x04, 0x01, 0x02, 0x03, 0x90, 0x00});  // before anybody looks again
  rig.service->failAll(Call::Wait, SCARD_S_SUCCESS);
  CHECK(rig.read()->credential == "04010203");
}

TEST_CASE("pcsc faults: a hung exchange is a fault of the reader, its late answer still counts") {
  Rig rig;
  rig.start();
  rig.service->hang(true);
  rig.service->setReader(kReader, present(1));
  CHECK(rig.state(ReaderState::Error) == ReaderAdvice::ReplugReader);
  rig.service->hang(false);
  CHECK(rig.state(ReaderState::Ready));
  CHECK(rig.read());
  CHECK(rig.readers.abandonedThreads() == 0);
}

TEST_CASE("pcsc faults: blocked behind another program's transaction is busy, not broken") {
  Rig rig;
  rig.start();
  rig.service->hang(true);
  rig.service->setReader(kReader, present(1, SCARD_STATE_INUSE));
  CHECK(rig.state(ReaderState::Busy) == ReaderAdvice::CloseOtherProgram);
  rig.service->hang(false);
  CHECK(rig.read());
}

TEST_CASE("pcsc faults: a hung worker is abandoned and replaced when its reader shows life, within a bound") {
  Rig rig;
  rig.start();
  rig.service->hang(true);
  unsigned counter = 0;
  for (int cycle = 1; cycle <= 10; ++cycle) {
    rig.service->setReader(kReader, present(++counter));
    REQUIRE(rig.state(ReaderState::Error));
    rig.service->setReader(kReader, empty(++counter));
    REQUIRE(rig.refused() == RefuseReason::Torn);
  }
  CHECK(rig.readers.abandonedThreads() == 8);
  rig.service->hang(false);
  rig.service->setReader(kReader, present(++counter));
  CHECK(rig.read());
  for (int tries = 0; tries < 100 && rig.readers.abandonedThreads() > 0; ++tries) std::this_thread::sleep_for(10ms);
  CHECK(rig.readers.abandonedThreads() == 0);
  rig.readers.stop();
  CHECK(rig.service->openContexts() == 0);
}

TEST_CASE("pcsc faults: a hundred cards are a hundred arrivals, in order") {
  Rig rig;
  rig.start();
  std::uint64_t last = 0;
  for (unsigned i = 0; i < 100; ++i) {
    rig.service->setReader(kReader, present(2 * i + 1));
    const auto read = rig.read();
    REQUIRE(read);
    CHECK(read->at.generation > last);
    last = read->at.generation;
    rig.service->setReader(kReader, empty(2 * i + 2));
    REQUIRE(rig.log.nextOf<CardRemoved>()->at.generation == last);
  }
}

TEST_CASE("pcsc faults: a hundred starts and stops leave nothing behind") {
  const auto service = std::make_shared<FakePcsc>();
  service->setReader(kReader, present(1));
  for (int i = 0; i < 100; ++i) {
    test::EventLog log;
    pcsc::PcscReaders readers({}, service->functions());
    readers.start(log.sink());
    if (i % 3 == 0) REQUIRE(log.nextOf<CardRead>());
    readers.stop();
    const std::size_t events = log.all().size();
    CHECK(service->openContexts() == 0);
    CHECK(log.all().size() == events);
  }
  CHECK(service->openCards() == 0);
}

}  // namespace
