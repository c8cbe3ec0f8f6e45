// The PC/SC driver on the real pcscd with virtual readers.
#include "drivers/pcsc/pcsc_readers.hpp"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <map>
#include <thread>

#include "tests/drivers/event_log.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/private_pcscd.hpp"
#include "tests/support/virtual_card.hpp"

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
using test::VirtualCard;

const base::Bytes kUid = {0x04, 0xA1, 0xB2, 0xC3, 0xD4, 0xE5, 0xF6};
const base::Bytes kOther = {0x04, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66};
constexpr auto kPoll = 900ms;  // vpcd is looked at each 400 ms: after this a state has been seen

bool waitReady(test::EventLog& log, const std::string& reader) {
  return log
      .nextOf<ReaderChanged>(
          [&](const ReaderChanged& e) { return e.reader == reader && e.state == ReaderState::Ready; })
      .has_value();
}

TEST_CASE("pcsc: a card gives its UID, its removal, and as another presentation its UID again") {
  test::PrivatePcscd daemon;
  daemon.start();
  test::EventLog log;
  pcsc::PcscReaders readers;
  readers.start(log.sink());
  REQUIRE(waitReady(log, daemon.reader(0)));
  VirtualCard card(daemon.port(0), VirtualCard::withUid(kUid));
  REQUIRE(card.insert());
  const auto first = log.nextOf<CardRead>();
  REQUIRE(first);
  CHECK(first->credential == "04A1B2C3D4E5F6");
  CHECK(first->card_class == ports::CardClass::Uid);
  CHECK(first->trust == ports::Trust::Claim);
  CHECK(first->at.reader == daemon.reader(0));
  CHECK(first->elapsed_us > 0);
  CHECK(first->elapsed_us < 2'000'000);
  card.remove();
  CHECK(log.nextOf<CardRemoved>() == CardRemoved{first->at});
  REQUIRE(card.insert());
  const auto second = log.nextOf<CardRead>();
  REQUIRE(second);
  CHECK(second->at.generation != first->at.generation);
}

TEST_CASE("pcsc: a card that lies there at the start is read") {
  test::PrivatePcscd daemon;
  daemon.start();
  VirtualCard card(daemon.port(1), VirtualCard::withUid(kUid));
  REQUIRE(card.insert());
  std::this_thread::sleep_for(kPoll);
  test::EventLog log;
  pcsc::PcscReaders readers;
  readers.start(log.sink());
  const auto read = log.nextOf<CardRead>();
  REQUIRE(read);
  CHECK(read->at.reader == daemon.reader(1));
}

TEST_CASE("pcsc: a card that lies there is told again when it is asked for, and an empty reader tells nothing") {
  test::PrivatePcscd daemon;
  daemon.start();
  test::EventLog log;
  pcsc::PcscReaders readers;
  readers.lookAgain();  // before the start: nothing
  readers.start(log.sink());
  REQUIRE(waitReady(log, daemon.reader(0)));
  readers.lookAgain();
  CHECK_FALSE(log.nextOf<CardRead>([](const CardRead&) { return true; }, 300ms));
  VirtualCard card(daemon.port(0), VirtualCard::withUid(kUid));
  REQUIRE(card.insert());
  const auto first = log.nextOf<CardRead>();
  REQUIRE(first);
  auto at = first->at;
  for (int times = 0; times < 3; ++times) {
    readers.lookAgain();
    CHECK(log.nextOf<CardRemoved>() == CardRemoved{at});
    const auto again = log.nextOf<CardRead>();
    REQUIRE(again);
    CHECK(again->credential == first->credential);
    CHECK(again->at.generation != at.generation);
    at = again->at;
  }
  card.remove();
  CHECK(log.nextOf<CardRemoved>() == CardRemoved{at});
  readers.stop();
  readers.lookAgain();  // after the end: nothing
}

TEST_CASE("pcsc: a card swapped faster than the daemon looks is told by the event counter") {
  test::PrivatePcscd daemon;
  daemon.start();
  test::EventLog log;
  pcsc::PcscReaders readers;
  readers.start(log.sink());
  VirtualCard card(daemon.port(0), VirtualCard::withUid(kUid));
  VirtualCard other(daemon.port(0), VirtualCard::withUid(kOther));
  REQUIRE(waitReady(log, daemon.reader(0)));
  REQUIRE(card.insert());
  const auto first = log.nextOf<CardRead>();
  REQUIRE(first);
  card.remove();
  REQUIRE(other.insert());
  CHECK(log.nextOf<CardRemoved>() == CardRemoved{first->at});
  const auto second = log.nextOf<CardRead>();
  REQUIRE(second);
  CHECK(second->credential == "04112233445566");
}

TEST_CASE("pcsc: two slots give each its own card") {
  test::PrivatePcscd daemon(2);
  daemon.start();
  test::EventLog log;
  pcsc::PcscReaders readers;
  readers.start(log.sink());
  for (int slot = 0; slot < 4; ++slot) REQUIRE(waitReady(log, daemon.reader(slot)));
  VirtualCard card(daemon.port(1), VirtualCard::withUid(kUid));
  VirtualCard other(daemon.port(2), VirtualCard::withUid(kOther));
  REQUIRE(card.insert());
  REQUIRE(other.insert());
  std::map<std::string, std::string> seen;
  while (seen.size() < 2) {
    const auto read = log.nextOf<CardRead>();
    REQUIRE(read);
    seen[read->at.reader] = read->credential;
  }
  CHECK(seen[daemon.reader(1)] == "04A1B2C3D4E5F6");
  CHECK(seen[daemon.reader(2)] == "04112233445566");
}

TEST_CASE("pcsc: only readers of the given name are used, and a missing one is reported") {
  test::PrivatePcscd daemon;
  daemon.start();
  test::EventLog log;
  pcsc::PcscReaders readers({.names = {"Virtual PCD A 00 01", "ACS"}});
  readers.start(log.sink());
  CHECK(log.nextOf<ReaderChanged>() ==
        ReaderChanged{"pcsc:ACS", ports::ReaderKind::Pcsc, ReaderState::Gone, ReaderAdvice::PlugReaderIn});
  CHECK(waitReady(log, daemon.reader(1)));
  VirtualCard card(daemon.port(0), VirtualCard::withUid(kUid));
  VirtualCard other(daemon.port(1), VirtualCard::withUid(kOther));
  REQUIRE(card.insert());
  REQUIRE(other.insert());
  CHECK(log.nextOf<CardRead>()->at.reader == daemon.reader(1));
  CHECK_FALSE(log.nextOf<CardRead>([](const CardRead&) { return true; }, kPoll));
}

TEST_CASE("pcsc: random UIDs, cut answers and cards that are no contactless ones are refused") {
  test::PrivatePcscd daemon;
  daemon.start();
  test::EventLog log;
  pcsc::PcscReaders readers;
  readers.start(log.sink());
  const auto refusalOf = [&](VirtualCard::Responder responder, base::Bytes atr = VirtualCard::storageAtr()) {
    VirtualCard card(daemon.port(0), std::move(responder), std::move(atr));
    REQUIRE(card.insert());
    const auto refused = log.nextOf<CardRefused>();
    REQUIRE(refused);
    card.remove();
    std::this_thread::sleep_for(kPoll);
    return refused->reason;
  };
  const auto answering = [](const char* hex) {
    return [bytes = *base::fromHex(hex)](base::ByteView) { return VirtualCard::Answer{.bytes = bytes}; };
  };
  CHECK(refusalOf(VirtualCard::withUid({0x08, 1, 2, 3})) == RefuseReason::RandomUid);
  CHECK(refusalOf(answering("90")) == RefuseReason::Torn);
  CHECK(refusalOf(answering("9000")) == RefuseReason::Torn);
  CHECK(refusalOf(answering("04A19000")) == RefuseReason::Torn);
  CHECK(refusalOf(answering("04A1B2C3D49000")) == RefuseReason::Unreadable);
  CHECK(refusalOf(answering("6A81")) == RefuseReason::Unreadable);
  CHECK(refusalOf(answering("6C07")) == RefuseReason::Unreadable);
  CHECK(refusalOf([](base::ByteView) { return VirtualCard::Answer{.vanish = true}; }) == RefuseReason::Torn);
  CHECK(refusalOf(VirtualCard::withUid(kUid), *base::fromHex("DEADBEEF")) == RefuseReason::Unreadable);
  for (const auto& event : log.all()) CHECK_FALSE(std::holds_alternative<CardRead>(event));
}

TEST_CASE("pcsc: a reader that wants the exact length is asked again") {
  test::PrivatePcscd daemon;
  daemon.start();
  test::EventLog log;
  pcsc::PcscReaders readers;
  readers.start(log.sink());
  VirtualCard card(daemon.port(0), [](base::ByteView apdu) {
    if (apdu.size() == 5 && apdu[4] == 7) return VirtualCard::withUid(kUid)(apdu);
    return VirtualCard::Answer{.bytes = {0x6C, 0x07}};
  });
  REQUIRE(card.insert());
  CHECK(log.nextOf<CardRead>()->credential == "04A1B2C3D4E5F6");
}

TEST_CASE("pcsc: absent at the start, then started") {
  test::PrivatePcscd daemon;
  test::EventLog log;
  pcsc::PcscReaders readers;
  readers.start(log.sink());
  CHECK(log.nextOf<ReaderChanged>() ==
        ReaderChanged{"pcsc", ports::ReaderKind::Pcsc, ReaderState::Gone, ReaderAdvice::StartService});
  daemon.start();
  CHECK(waitReady(log, "pcsc"));
  CHECK(waitReady(log, daemon.reader(0)));
  VirtualCard card(daemon.port(0), VirtualCard::withUid(kUid));
  REQUIRE(card.insert());
  CHECK(log.nextOf<CardRead>());
}

TEST_CASE("pcsc: a service without readers asks for one") {
  test::PrivatePcscd daemon(0);
  daemon.start();
  test::EventLog log;
  pcsc::PcscReaders readers;
  readers.start(log.sink());
  CHECK(log.nextOf<ReaderChanged>([](const ReaderChanged& e) { return e.advice != ReaderAdvice::StartService; }) ==
        ReaderChanged{"pcsc", ports::ReaderKind::Pcsc, ReaderState::Gone, ReaderAdvice::PlugReaderIn});
  const auto list = pcsc::listReaders();
  REQUIRE(list);
  CHECK(*list ==
        std::vector<ReaderChanged>{{"pcsc", ports::ReaderKind::Pcsc, ReaderState::Gone, ReaderAdvice::PlugReaderIn}});
}

TEST_CASE("pcsc: the daemon is killed while watching, leaves a stale socket, and comes back") {
  test::PrivatePcscd daemon;
  daemon.start();
  test::EventLog log;
  pcsc::PcscReaders readers;
  readers.start(log.sink());
  for (const int signal : {SIGKILL, SIGTERM}) {
    REQUIRE(waitReady(log, daemon.reader(0)));
    VirtualCard card(daemon.port(0), VirtualCard::withUid(kUid));
    REQUIRE(card.insert());
    const auto read = log.nextOf<CardRead>();
    REQUIRE(read);
    daemon.stop(signal);
    CHECK(log.nextOf<CardRemoved>() == CardRemoved{read->at});
    CHECK(log.nextOf<ReaderChanged>([&](const ReaderChanged& e) { return e.reader == daemon.reader(0); }) ==
          ReaderChanged{daemon.reader(0), ports::ReaderKind::Pcsc, ReaderState::Gone, ReaderAdvice::StartService});
    CHECK(log.nextOf<ReaderChanged>([](const ReaderChanged& e) { return e.reader == "pcsc"; })->state ==
          ReaderState::Gone);
    CHECK(pcsc::listReaders().error().code == base::ErrorCode::ServiceDown);
    daemon.start();
  }
  CHECK(waitReady(log, daemon.reader(0)));
}

TEST_CASE("pcsc: a driver that hangs costs its own reader only, and a new daemon gives it back") {
  test::PrivatePcscd daemon(2);
  daemon.start();
  test::EventLog log;
  pcsc::PcscReaders readers;
  readers.start(log.sink());
  for (int slot = 0; slot < 4; ++slot) REQUIRE(waitReady(log, daemon.reader(slot)));
  VirtualCard hanging(daemon.port(0), [](base::ByteView) { return VirtualCard::Answer{}; });
  REQUIRE(hanging.insert());
  CHECK(log.nextOf<ReaderChanged>([&](const ReaderChanged& e) { return e.reader == daemon.reader(0); }) ==
        ReaderChanged{daemon.reader(0), ports::ReaderKind::Pcsc, ReaderState::Error, ReaderAdvice::ReplugReader});
  VirtualCard card(daemon.port(2), VirtualCard::withUid(kUid));
  for (int i = 0; i < 3; ++i) {
    REQUIRE(card.insert());
    CHECK(log.nextOf<CardRead>()->at.reader == daemon.reader(2));
    card.remove();
    CHECK(log.nextOf<CardRemoved>());
  }
  daemon.stop(SIGKILL);
  hanging.remove();
  CHECK(log.nextOf<CardRefused>()->reason == RefuseReason::Torn);
  daemon.start();
  REQUIRE(waitReady(log, daemon.reader(0)));
  VirtualCard good(daemon.port(0), VirtualCard::withUid(kOther));
  REQUIRE(good.insert());
  CHECK(log.nextOf<CardRead>()->at.reader == daemon.reader(0));
  CHECK(readers.abandonedThreads() == 0);  // the dead daemon let the old one go
}

TEST_CASE("pcsc: a frozen daemon is reported and recovers") {
  test::PrivatePcscd daemon;
  daemon.start();
  test::EventLog log;
  pcsc::PcscReaders readers;
  readers.start(log.sink());
  REQUIRE(waitReady(log, daemon.reader(0)));
  daemon.pause();
  CHECK(log.nextOf<ReaderChanged>([](const ReaderChanged& e) { return e.reader == "pcsc"; })->state ==
        ReaderState::Error);
  CHECK(pcsc::listReaders().error().code == base::ErrorCode::ServiceDown);
  daemon.resume();
  CHECK(waitReady(log, "pcsc"));
  VirtualCard card(daemon.port(0), VirtualCard::withUid(kUid));
  REQUIRE(card.insert());
  CHECK(log.nextOf<CardRead>());
}

TEST_CASE("pcsc: stop is prompt while waiting, while reading, and with a hung driver or a frozen daemon") {
  const auto stopTime = [](pcsc::PcscReaders& readers) {
    const auto before = std::chrono::steady_clock::now();
    readers.stop();
    return std::chrono::steady_clock::now() - before;
  };
  test::PrivatePcscd daemon;
  daemon.start();
  for (int i = 0; i < 20; ++i) {
    test::EventLog log;
    pcsc::PcscReaders readers;
    readers.start(log.sink());
    if (i % 2 == 0) REQUIRE(waitReady(log, daemon.reader(0)));
    CHECK(stopTime(readers) < 900ms);
  }
  test::EventLog log;
  pcsc::PcscReaders readers;
  readers.start(log.sink());
  REQUIRE(waitReady(log, daemon.reader(0)));
  VirtualCard hanging(daemon.port(0), [](base::ByteView) { return VirtualCard::Answer{}; });
  REQUIRE(hanging.insert());
  while (hanging.apdus() == 0) std::this_thread::sleep_for(5ms);
  CHECK(stopTime(readers) < 3s);
  const std::size_t events = log.all().size();
  pcsc::PcscReaders others;
  others.start(log.sink());
  daemon.pause();
  std::this_thread::sleep_for(50ms);
  CHECK(stopTime(others) < 3s);
  daemon.resume();
  daemon.stop(SIGKILL);  // lets the abandoned threads go
  std::this_thread::sleep_for(100ms);
  CHECK(log.all().size() >= events);
}

// Another program on the same daemon.
class OtherProgram {
 public:
  OtherProgram() {
    KAHUI_ASSERT(SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &m_context) ==
                 SCARD_S_SUCCESS);  // also from a thread, where Catch2 must not be asked
  }
  ~OtherProgram() { SCardReleaseContext(m_context); }
  OtherProgram(const OtherProgram&) = delete;
  OtherProgram& operator=(const OtherProgram&) = delete;

  LONG connect(const std::string& reader, DWORD share) {
    DWORD protocol = 0;
    return SCardConnect(m_context, reader.c_str(), share, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &m_card, &protocol);
  }
  LONG reset() {
    DWORD protocol = 0;
    return SCardReconnect(m_card, SCARD_SHARE_SHARED, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, SCARD_RESET_CARD,
                          &protocol);
  }
  [[nodiscard]] SCARDHANDLE card() const { return m_card; }

 private:
  SCARDCONTEXT m_context = 0;
  SCARDHANDLE m_card = 0;
};

TEST_CASE("pcsc: another program's exclusive hold and transaction make the reader busy until they end") {
  test::PrivatePcscd daemon;
  daemon.start();
  VirtualCard card(daemon.port(0), VirtualCard::withUid(kUid));
  REQUIRE(card.insert());
  std::this_thread::sleep_for(kPoll);
  for (const DWORD share : {DWORD{SCARD_SHARE_EXCLUSIVE}, DWORD{SCARD_SHARE_SHARED}}) {
    OtherProgram other;
    REQUIRE(other.connect(daemon.reader(0), share) == SCARD_S_SUCCESS);
    if (share == SCARD_SHARE_SHARED) REQUIRE(SCardBeginTransaction(other.card()) == SCARD_S_SUCCESS);
    test::EventLog log;
    pcsc::PcscReaders readers({.deadline = 300ms});
    readers.start(log.sink());
    const auto busy = log.nextOf<ReaderChanged>([](const ReaderChanged& e) { return e.state == ReaderState::Busy; });
    REQUIRE(busy);
    CHECK(busy->advice == ReaderAdvice::CloseOtherProgram);
    if (share == SCARD_SHARE_SHARED) SCardEndTransaction(other.card(), SCARD_LEAVE_CARD);
    SCardDisconnect(other.card(), SCARD_LEAVE_CARD);
    CHECK(waitReady(log, daemon.reader(0)));
    CHECK(log.nextOf<CardRead>());
    CHECK(readers.abandonedThreads() == 0);
  }
}

TEST_CASE("pcsc: another program that keeps resetting the card hinders no reading") {
  test::PrivatePcscd daemon;
  daemon.start();
  test::EventLog log;
  pcsc::PcscReaders readers;
  readers.start(log.sink());
  REQUIRE(waitReady(log, daemon.reader(0)));
  std::atomic<bool> stop{false};
  std::atomic<int> resets{0};
  std::thread rival([&] {
    OtherProgram other;
    while (!stop) {
      if (other.connect(daemon.reader(0), SCARD_SHARE_SHARED) != SCARD_S_SUCCESS) continue;
      while (!stop && other.reset() == SCARD_S_SUCCESS) ++resets;
      SCardDisconnect(other.card(), SCARD_LEAVE_CARD);
    }
  });
  for (int i = 0; i < 5; ++i) {
    VirtualCard card(daemon.port(0), VirtualCard::withUid(kUid));
    const int before = resets;
    CHECK(card.insert());
    CHECK(log.nextOf<CardRead>());
    while (resets < before + 3) std::this_thread::sleep_for(1ms);
    card.remove();
    CHECK(log.nextOf<CardRemoved>());
  }
  stop = true;
  rival.join();
}

int openFiles() {
  int count = 0;
  for ([[maybe_unused]] const auto& file : std::filesystem::directory_iterator("/proc/self/fd")) ++count;
  return count;
}

int threads() {
  int count = 0;
  for ([[maybe_unused]] const auto& task : std::filesystem::directory_iterator("/proc/self/task")) ++count;
  return count;
}

// The service is looked for each 20 ms, with a socket for a moment; what leaks is there at every look.
int least(int (*count)()) {
  int found = count();
  for (int look = 0; look < 20; ++look) {
    std::this_thread::sleep_for(3ms);
    found = std::min(found, count());
  }
  return found;
}

// vpcd's readers cannot be unplugged while the daemon runs, so each cycle takes the daemon away and brings it back.
TEST_CASE("pcsc: fifty cycles of reader gone and back leak neither thread nor file") {
  test::PrivatePcscd daemon;
  test::EventLog log;
  pcsc::PcscReaders readers({.back_off_first = 20ms, .back_off_longest = 20ms});
  readers.start(log.sink());
  int files_at_start = 0;
  int threads_at_start = 0;
  for (int cycle = 0; cycle < 50; ++cycle) {
    daemon.start();
    REQUIRE(waitReady(log, daemon.reader(0)));
    REQUIRE(waitReady(log, daemon.reader(1)));
    daemon.stop(cycle % 2 == 0 ? SIGKILL : SIGTERM);
    REQUIRE(log.nextOf<ReaderChanged>(
        [](const ReaderChanged& e) { return e.reader == "pcsc" && e.state == ReaderState::Gone; }));
    std::this_thread::sleep_for(20ms);
    if (cycle == 4) {
      files_at_start = least(openFiles);
      threads_at_start = least(threads);
    }
  }
  CHECK(least(openFiles) <= files_at_start);
  CHECK(least(threads) <= threads_at_start);
  CHECK(readers.abandonedThreads() == 0);
}

}  // namespace
