// Tap to event for each way in and each grade of proof, beside the bare stack's own time in the same run, and what four
// idle readers cost. Virtual devices: a private pcscd with vpcd, whose driver has no event thread (pcscd asks it each
// 400 ms), a PN532 and a stripe reader on pseudo terminals. BENCH_TAPS taps a row on pcscd (default 8; the others take
// more), BENCH_IDLE_S seconds of idling (default 20). Some 80 s in all.
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>
#include <winscard.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <random>
#include <sstream>
#include <thread>
#include <vector>

#include "core/base/fd.hpp"
#include "drivers/host/open_readers.hpp"
#include "tests/bench/figures.hpp"
#include "tests/drivers/virtual_desfire.hpp"
#include "tests/drivers/virtual_ntag424.hpp"
#include "tests/drivers/virtual_type2.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/private_pcscd.hpp"
#include "tests/support/pseudo_terminal.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/support/virtual_card.hpp"
#include "tests/support/virtual_pn532.hpp"

namespace {

using namespace kahui;
using bench::now_us;
using test::VirtualCard;

constexpr double kPollLimit_us = 60'000;
constexpr double kIdleLimit_percent = 0.5;
constexpr const char* kSwipe = "%E?;9001000000=9912?\r";  // track 2 with the shop's prefix and a right check digit

struct Tap {
  double wake_us = 0;   // from the card in the field until the stack woke us
  double event_us = 0;  // from there to the event at the host's sink
  double all_us = 0;
};

struct Row {
  std::vector<double> wake, event, all;
  void add(const Tap& tap) {
    wake.push_back(tap.wake_us);
    event.push_back(tap.event_us);
    all.push_back(tap.all_us);
  }
};

std::shared_ptr<const card::ShopKeys> shopKeys() {
  auto keys = std::make_shared<card::ShopKeys>();
  keys->ntag424 = card::AesKey{1};
  keys->desfire = card::AesKey{2};
  keys->diversify = card::Diversify::None;
  keys->aid = {0xF5, 0x42, 0x30};
  keys->numbers = {.prefixes = {"9001"}, .length = 10};
  return keys;
}

// The readers under measurement, and the moment at which the newest card's event came.
class Host {
 public:
  explicit Host(const std::string& device) : m_service(host::openReaders({device}, {}, {shopKeys()}).value()) {
    m_service->start([this](const ports::ReaderEvent& event) { take(event); });
    wait([this] { return m_ready; });
  }
  ~Host() { m_service->stop(); }
  Host(const Host&) = delete;
  Host& operator=(const Host&) = delete;

  template <class LayDown>
  Tap tap(LayDown layDown, ports::Trust trust) {
    const int before = reads();
    const double start = now_us();
    layDown();
    wait([&] { return m_reads > before; });
    const std::lock_guard lock(m_mutex);
    KAHUI_ASSERT(m_trust == trust);
    const double all = m_read_at - start;
    return {all - m_elapsed_us, m_elapsed_us, all};
  }
  void untilRemoved() {
    wait([this] { return m_removals == m_reads; });
  }

 private:
  void take(const ports::ReaderEvent& event) {
    const double now = now_us();
    const std::lock_guard lock(m_mutex);
    if (const auto* changed = std::get_if<ports::ReaderChanged>(&event))
      m_ready = m_ready || changed->state == ports::ReaderState::Ready;
    if (std::holds_alternative<ports::CardRemoved>(event)) ++m_removals;
    if (const auto* read = std::get_if<ports::CardRead>(&event)) {
      m_read_at = now;
      m_elapsed_us = static_cast<double>(read->elapsed_us);
      m_trust = read->trust;
      ++m_reads;
    }
    m_changed.notify_all();
  }
  int reads() {
    const std::lock_guard lock(m_mutex);
    return m_reads;
  }
  template <class Reached>
  void wait(Reached reached) {
    std::unique_lock lock(m_mutex);
    KAHUI_ASSERT(m_changed.wait_for(lock, std::chrono::seconds(10), reached));
  }

  std::mutex m_mutex;
  std::condition_variable m_changed;
  bool m_ready = false;
  int m_reads = 0;
  int m_removals = 0;
  double m_read_at = 0;
  double m_elapsed_us = 0;
  ports::Trust m_trust{};
  std::unique_ptr<ports::CardReaderService> m_service;
};

// SCardGetStatusChange, SCardConnect, as many SCardTransmit as the driver needed, and nothing else.
class BareStack {
 public:
  explicit BareStack(std::string reader) : m_reader(std::move(reader)) {
    KAHUI_ASSERT(SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &m_context) == SCARD_S_SUCCESS);
  }
  ~BareStack() { SCardReleaseContext(m_context); }
  BareStack(const BareStack&) = delete;
  BareStack& operator=(const BareStack&) = delete;

  Tap tap(VirtualCard& card, int exchanges) {
    SCARD_READERSTATE state{};
    state.szReader = m_reader.c_str();
    SCardGetStatusChange(m_context, 0, &state, 1);
    state.dwCurrentState = state.dwEventState;
    const double start = now_us();
    card.insert();
    until(state, true);
    const double woken = now_us();
    SCARDHANDLE handle = 0;
    DWORD protocol = 0;
    SCardConnect(m_context, m_reader.c_str(), SCARD_SHARE_SHARED, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &handle,
                 &protocol);
    for (int i = 0; i < exchanges; ++i) {
      const std::array<BYTE, 5> get_uid{0xFF, 0xCA, 0, 0, 0};
      std::array<BYTE, 64> answer{};
      DWORD size = answer.size();
      KAHUI_ASSERT(SCardTransmit(handle, protocol == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1, get_uid.data(),
                                 get_uid.size(), nullptr, answer.data(), &size) == SCARD_S_SUCCESS);
    }
    const double end = now_us();
    SCardDisconnect(handle, SCARD_LEAVE_CARD);
    card.remove();
    until(state, false);
    return {woken - start, end - woken, end - start};
  }

 private:
  void until(SCARD_READERSTATE& state, bool present) const {
    while (((state.dwEventState & SCARD_STATE_PRESENT) != 0) != present) {
      SCardGetStatusChange(m_context, 1000, &state, 1);
      state.dwCurrentState = state.dwEventState;
    }
  }

  const std::string m_reader;
  SCARDCONTEXT m_context = 0;
};

struct Grade {
  const char* name;
  ports::Trust trust;
  std::shared_ptr<card::Session> chip;  // none: a UID and nothing else
  base::Bytes uid;
};

std::vector<Grade> grades() {
  const auto ntag = std::make_shared<test::VirtualNtag424>();
  ntag->keys[0] = card::AesKey{1};
  const auto desfire = std::make_shared<test::VirtualDesfire>();
  desfire->application.keys[0] = card::AesKey{2};
  const auto tag = std::make_shared<test::VirtualType2>();
  // A published NTAG21x with its maker's signature.
  tag->signature = *base::fromHex("8b76052ee42f5567beb53238b3e3f9950707c0dcc956b5c5efcfdb709b2d82b3");
  return {{"UID", ports::Trust::Claim, nullptr, {0x04, 1, 2, 3, 4, 5, 6}},
          {"genuine NTAG21x", ports::Trust::Genuine, tag, *base::fromHex("04e10cda993c80")},
          {"authenticated NTAG 424 (EV2)", ports::Trust::Authenticated, ntag, ntag->uid},
          {"authenticated DESFire", ports::Trust::Authenticated, desfire, desfire->uid}};
}

// The reader answers GET DATA by itself; all else goes to the chip.
VirtualCard::Responder responderOf(const Grade& grade) {
  return [grade, withUid = VirtualCard::withUid(grade.uid)](base::ByteView command) -> VirtualCard::Answer {
    if (!grade.chip || (command.size() > 1 && command[0] == 0xFF && command[1] == 0xCA)) return withUid(command);
    auto answer = grade.chip->exchange(command);
    return answer ? VirtualCard::Answer{.bytes = *std::move(answer)} : VirtualCard::Answer{.vanish = true};
  };
}

void benchPcsc(int taps) {
  test::PrivatePcscd daemon;
  daemon.start();
  BareStack bare_stack(daemon.reader(1));
  Host driver("pcsc:" + daemon.reader(0));
  std::mt19937 random(20240501);
  const auto anyMoment = [&random] {  // of the daemon's poll
    std::this_thread::sleep_for(std::chrono::milliseconds(random() % 400));
  };
  for (const Grade& grade : grades()) {
    VirtualCard card(daemon.port(0), responderOf(grade));
    VirtualCard plain(daemon.port(1), VirtualCard::withUid({4, 1, 2, 3, 4, 5, 6}));
    Row ours, bare;
    int exchanges = 1;
    for (int i = 0; i < taps; ++i) {
      anyMoment();
      const int before = card.apdus();
      ours.add(driver.tap([&card] { card.insert(); }, grade.trust));
      exchanges = std::max(1, card.apdus() - before);
      card.remove();
      driver.untilRemoved();
      anyMoment();
      bare.add(bare_stack.tap(plain, exchanges));
    }
    const std::string name = std::string("pcscd, ") + grade.name;
    const std::string note = std::to_string(exchanges) + " exchanges";
    bench::row((name + ": woken -> event").c_str(), ours.event, note.c_str());
    bench::row("   bare stack: woken -> as many answers", bare.event, note.c_str());
    bench::row("   tap -> event", ours.all);
    bench::row("   bare stack: tap -> as many answers", bare.all);
  }
}

void benchPn532(const std::filesystem::path& folder, int taps) {
  test::VirtualPn532 chip(folder / "pn532");
  Host driver("nfc:" + chip.connstring());
  for (const Grade& grade : grades()) {
    if (grade.trust == ports::Trust::Genuine) continue;  // its commands go another way there; as fast as the others
    Row row;
    for (int i = 0; i < taps; ++i) {
      const test::VirtualPn532::Card card{
          .uid = grade.uid,
          .sak = static_cast<std::uint8_t>(grade.chip ? 0x20 : 0x00),
          .ats = grade.chip ? base::Bytes{0x05, 0x77, 0x80, 0x02, 0x00} : base::Bytes{},
          .apdu = [chip = grade.chip](base::ByteView command) -> std::optional<base::Bytes> {
            auto answer = chip->exchange(command);
            return answer ? std::optional(*std::move(answer)) : std::nullopt;
          }};
      row.add(driver.tap([&] { chip.put(card); }, grade.trust));
      chip.remove();
      driver.untilRemoved();
    }
    const std::string name = std::string("PN532 on a pty, ") + grade.name + ": tap -> event";
    const bool met = bench::median(row.all) <= kPollLimit_us;
    bench::row(name.c_str(), row.all, met ? "own poll, limit p50 60 ms: met" : "own poll, limit p50 60 ms: MISSED");
  }
}

void benchStripe(const std::filesystem::path& folder, int taps) {
  test::PseudoTerminal line(folder / "stripe");
  Host driver("serial:" + line.path());
  Row row;
  for (int i = 0; i < taps; ++i) {
    row.add(driver.tap([&line] { line.send(kSwipe); }, ports::Trust::Claim));
    driver.untilRemoved();
  }
  bench::row("stripe on a pty: swipe -> event", row.all);
}

// A write to a pseudo terminal and the read that poll() wakes up for: what a swipe costs at least.
void benchBareLine(const std::filesystem::path& folder, int taps) {
  test::PseudoTerminal line(folder / "bare");
  const base::Fd fd(::open(line.path().c_str(), O_RDONLY | O_NOCTTY | O_CLOEXEC));
  termios raw{};
  ::tcgetattr(fd.get(), &raw);
  ::cfmakeraw(&raw);
  ::tcsetattr(fd.get(), TCSANOW, &raw);
  std::vector<double> times;
  for (int i = 0; i < taps; ++i) {
    std::atomic<double> start{0};
    std::thread writer([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
      start = now_us();
      line.send(kSwipe);
    });
    std::array<char, 64> bytes{};
    for (char last = 0; last != '\r';) {
      const ssize_t count = ::read(fd.get(), bytes.data(), bytes.size());
      KAHUI_ASSERT(count > 0);
      last = bytes.at(static_cast<std::size_t>(count) - 1);
    }
    times.push_back(now_us() - start);
    writer.join();
  }
  bench::row("   bare line: swipe -> read", times);
}

// User and system time, in clock ticks (proc(5), fields 14 and 15).
std::int64_t ticksOf(const std::string& pid) {
  std::ifstream stat("/proc/" + pid + "/stat");
  std::string text((std::istreambuf_iterator<char>(stat)), {});
  std::istringstream fields(text.substr(text.rfind(')') + 2));
  std::string skipped;
  for (int i = 3; i < 14; ++i) fields >> skipped;
  std::int64_t user = 0, system = 0;
  fields >> user >> system;
  return user + system;
}

// Of a process and of those it started.
std::int64_t ticksOfAll(pid_t pid) {
  const std::string own = std::to_string(pid);
  std::int64_t ticks = ticksOf(own);
  for (const auto& task : std::filesystem::directory_iterator("/proc/" + own + "/task")) {
    std::ifstream children(task.path() / "children");
    for (std::string child; children >> child;) ticks += ticksOf(child);
  }
  return ticks;
}

// In a process of its own, since the virtual devices would be counted with this one.
void benchIdle(const std::filesystem::path& folder, std::int64_t seconds) {
  test::PrivatePcscd daemon;
  daemon.start();
  test::PseudoTerminal line(folder / "idle-line");
  test::VirtualPn532 chip(folder / "idle-pn532");
  const auto programs = std::filesystem::read_symlink("/proc/self/exe").parent_path();
  test::ChildProcess readers({(programs / "kahuictl").string(), "readers", "--watch", "--device", "pcsc", "--device",
                              "serial:" + line.path(), "--device", "nfc:" + chip.connstring()});
  for (int ready = 0; ready < 4; ++ready) KAHUI_ASSERT(readers.line());
  std::this_thread::sleep_for(std::chrono::seconds(1));
  const std::int64_t before = ticksOfAll(readers.pid());
  std::this_thread::sleep_for(std::chrono::seconds(seconds));
  const auto ticks = static_cast<double>(ticksOfAll(readers.pid()) - before);
  const double percent = 100 * ticks / static_cast<double>(::sysconf(_SC_CLK_TCK)) / static_cast<double>(seconds);
  std::printf(
      "four readers idle for %lld s (two slots of pcscd, a stripe, a PN532 and its process): %.2f %% of a core, "
      "limit %.1f %%: %s\n",
      static_cast<long long>(seconds), percent, kIdleLimit_percent, percent <= kIdleLimit_percent ? "met" : "MISSED");
}

}  // namespace

int main() {
  const int taps = static_cast<int>(std::max<std::int64_t>(1, bench::fromEnvironment("BENCH_TAPS", 8)));
  const test::TempFolder folder;
  benchStripe(folder.path(), 10 * taps);
  benchBareLine(folder.path(), 10 * taps);
  benchPn532(folder.path(), 2 * taps);
  benchPcsc(taps);
  benchIdle(folder.path(), std::max<std::int64_t>(1, bench::fromEnvironment("BENCH_IDLE_S", 20)));
}
