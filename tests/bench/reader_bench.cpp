// Card in field to UID, on the real pcscd with a virtual reader: the driver beside the bare stack, tap by tap in turn,
// in one run. Usage: kahui-bench-readers [TAPS]   (default 40 for each of the two; one takes about 1.2 s)
#include <winscard.h>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

#include "drivers/host/open_readers.hpp"
#include "tests/support/private_pcscd.hpp"
#include "tests/support/virtual_card.hpp"

namespace {

using namespace kahui;
using std::chrono::steady_clock;

std::int64_t microseconds(steady_clock::duration time) {
  return std::chrono::duration_cast<std::chrono::microseconds>(time).count();
}

// What a tap took: until the reader's stack woke us, and from there to the UID.
struct Tap {
  std::int64_t wake_us;
  std::int64_t uid_us;
};

// SCardGetStatusChange, SCardConnect, SCardTransmit and nothing else.
Tap bareTap(SCARDCONTEXT context, const std::string& reader, test::VirtualCard& card) {
  SCARD_READERSTATE state{};
  state.szReader = reader.c_str();
  SCardGetStatusChange(context, 0, &state, 1);
  state.dwCurrentState = state.dwEventState;
  const auto start = steady_clock::now();
  card.insert();
  while ((state.dwEventState & SCARD_STATE_PRESENT) == 0) {
    SCardGetStatusChange(context, 1000, &state, 1);
    state.dwCurrentState = state.dwEventState;
  }
  const auto woken = steady_clock::now();
  SCARDHANDLE handle = 0;
  DWORD protocol = 0;
  SCardConnect(context, reader.c_str(), SCARD_SHARE_SHARED, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &handle, &protocol);
  const std::array<BYTE, 5> get_uid{0xFF, 0xCA, 0, 0, 0};
  std::array<BYTE, 64> answer{};
  DWORD size = answer.size();
  const LONG code = SCardTransmit(handle, protocol == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1, get_uid.data(),
                                  get_uid.size(), nullptr, answer.data(), &size);
  KAHUI_ASSERT(code == SCARD_S_SUCCESS && size == 9);
  const auto end = steady_clock::now();
  SCardDisconnect(handle, SCARD_LEAVE_CARD);
  return {microseconds(woken - start), microseconds(end - woken)};
}

class Driver {
 public:
  Driver() : m_service(host::openReaders({"pcsc"}).value()) {
    m_service->start([this](const ports::ReaderEvent& event) {
      const auto* read = std::get_if<ports::CardRead>(&event);
      if (read == nullptr) return;
      const std::lock_guard lock(m_mutex);
      m_read_at = steady_clock::now();
      m_elapsed_us = read->elapsed_us;
      ++m_reads;
      m_changed.notify_all();
    });
  }
  Tap tap(test::VirtualCard& card) {
    std::unique_lock lock(m_mutex);
    const int before = m_reads;
    const auto start = steady_clock::now();
    card.insert();
    const bool seen = m_changed.wait_for(lock, std::chrono::seconds(10), [&] { return m_reads > before; });
    KAHUI_ASSERT(seen);
    const std::int64_t all_us = microseconds(m_read_at - start);
    return {all_us - m_elapsed_us, m_elapsed_us};
  }

 private:
  std::mutex m_mutex;
  std::condition_variable m_changed;
  int m_reads = 0;
  steady_clock::time_point m_read_at{};
  std::int64_t m_elapsed_us = 0;
  std::unique_ptr<ports::CardReaderService> m_service;
};

std::int64_t percentile(std::vector<std::int64_t> values, std::size_t percent) {
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1, values.size() * percent / 100)];
}

void printRow(const char* name, const std::vector<Tap>& taps, std::int64_t Tap::*part) {
  std::vector<std::int64_t> values;
  for (const Tap& tap : taps) values.push_back(tap.*part);
  std::printf("%-46s %8lld %8lld %8lld\n", name, static_cast<long long>(percentile(values, 50)),
              static_cast<long long>(percentile(values, 99)), static_cast<long long>(percentile(values, 100)));
}

}  // namespace

int main(int argc, char** argv) {
  const int taps = argc > 1 ? std::max(1, std::atoi(argv[1])) : 40;
  test::PrivatePcscd daemon;
  daemon.start();
  SCARDCONTEXT context = 0;
  KAHUI_ASSERT(SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context) == SCARD_S_SUCCESS);
  test::VirtualCard card(daemon.port(0), test::VirtualCard::withUid({4, 1, 2, 3, 4, 5, 6}));
  std::mt19937 random(20240501);
  std::vector<Tap> bare;
  std::vector<Tap> driver;
  for (int i = 0; i < 2 * taps; ++i) {
    const bool is_bare = i % 2 == 0;
    const auto service = is_bare ? nullptr : std::make_unique<Driver>();  // alone on the daemon, as the bare stack is
    std::this_thread::sleep_for(std::chrono::milliseconds(500 + random() % 400));  // any moment of the daemon's poll
    if (is_bare) {
      bare.push_back(bareTap(context, daemon.reader(0), card));
    } else {
      driver.push_back(service->tap(card));
    }
    card.remove();
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
  }
  SCardReleaseContext(context);
  std::printf("%d taps each, microseconds%36s %8s %8s\n", taps, "p50", "p99", "max");
  printRow("bare stack: card in field -> daemon wakes us", bare, &Tap::wake_us);
  printRow("driver:     card in field -> daemon wakes us", driver, &Tap::wake_us);
  printRow("bare stack: woken -> UID", bare, &Tap::uid_us);
  printRow("driver:     woken -> event at the host's sink", driver, &Tap::uid_us);
}
