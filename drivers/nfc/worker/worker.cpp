#include "drivers/nfc/worker/worker.hpp"

#include <fcntl.h>
#include <nfc/nfc.h>
#include <poll.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>

#include "core/base/fd.hpp"
#include "drivers/card/uid.hpp"
#include "drivers/nfc/frames.hpp"

namespace kahui::nfc {
namespace {

using std::chrono::steady_clock;

constexpr int kLookPause_ms = 30;      // between two looks for a card
constexpr int kPresencePause_ms = 80;  // between two looks whether it is still there
constexpr int kExchange_ms = 1500;
constexpr int kMisses = 2;    // looks in a row that must not find the card until it counts as gone
constexpr int kTimeouts = 5;  // in a row: then the chip does not answer any more
constexpr auto kSignOfLife = std::chrono::seconds(1);
constexpr nfc_modulation kTypeA{NMT_ISO14443A, NBR_106};

class Worker {
 public:
  Worker(int in, int out) : m_in(in), m_out(out) {}
  ~Worker() {
    if (m_device != nullptr) nfc_close(m_device);
    if (m_context != nullptr) nfc_exit(m_context);
  }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  int run(const std::string& connstring) {
    if (const auto fault = open(connstring)) return end(*fault);
    if (!tell(FrameKind::Ready)) return 0;
    m_told = steady_clock::now();
    for (;;) {
      const int found = look();
      if (found < 0) return end(FaultCode::Broken);
      if (found > 0 && !serveCard()) return m_failed ? end(FaultCode::Broken) : 0;
      if (!signOfLife() || !waitForNothing(kLookPause_ms)) return 0;
    }
  }

 private:
  // The line is locked for as long as it is open: nothing else keeps a second program from the same chip.
  std::optional<FaultCode> open(const std::string& connstring) {
    const std::size_t colon = connstring.find(':');
    if (connstring.substr(0, colon) != "pn532_uart" || colon == std::string::npos) return FaultCode::NoDevice;
    const std::string path = connstring.substr(colon + 1, connstring.find(':', colon + 1) - colon - 1);
    m_line = base::Fd(::open(path.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
    if (m_line.get() < 0) return errno == EACCES || errno == EPERM ? FaultCode::NoAccess : FaultCode::NoDevice;
    if (::flock(m_line.get(), LOCK_EX | LOCK_NB) != 0) return FaultCode::Busy;
    ::setenv("LIBNFC_AUTO_SCAN", "false", 1);
    ::setenv("LIBNFC_INTRUSIVE_SCAN", "false", 1);
    ::setenv("LIBNFC_LOG_LEVEL", "0", 1);
    nfc_init(&m_context);
    if (m_context == nullptr) return FaultCode::Broken;
    m_device = nfc_open(m_context, connstring.c_str());
    if (m_device == nullptr) return FaultCode::Broken;
    if (nfc_initiator_init(m_device) < 0) return FaultCode::Broken;
    nfc_device_set_property_bool(m_device, NP_INFINITE_SELECT, false);
    return std::nullopt;
  }

  int end(FaultCode code) {
    tell(FrameKind::Fault, {static_cast<std::uint8_t>(code)});
    return 1;
  }

  // More than 0: a card is in m_card; 0: none; less: the device fails.
  int look() {
    const int found = nfc_initiator_select_passive_target(m_device, kTypeA, nullptr, 0, &m_card);
    if (found >= 0) m_timeouts = 0;
    if (found == NFC_ETIMEOUT || found == NFC_ERFTRANS) return ++m_timeouts < kTimeouts ? 0 : -1;
    return found;
  }

  // Empty for a length that ISO/IEC 14443-3 does not have: the library passes on whatever the chip said, and makes 10
  // bytes of 12, so the size that the card itself announced in its ATQA must be the triple one.
  static base::Bytes uidOf(const nfc_target& target) {
    const auto& info = target.nti.nai;
    if (!card::isUidLength(info.szUidLen)) return {};
    if (info.szUidLen == 10 && (info.abtAtqa[1] & 0xC0U) != 0x80U) return {};
    return {info.abtUid, info.abtUid + info.szUidLen};
  }

  // Until the card has left. False: the till is gone, or the device (m_failed).
  bool serveCard() {
    m_again = false;
    base::Bytes body{m_card.nti.nai.btSak, static_cast<std::uint8_t>(uidOf(m_card).size())};
    const base::Bytes uid = uidOf(m_card);
    body.insert(body.end(), uid.begin(), uid.end());
    if (!tell(FrameKind::Card, std::move(body)) || !serveCommands()) return false;
    int misses = 0;
    for (;;) {
      if (!waitForNothing(kPresencePause_ms)) return false;
      nfc_initiator_deselect_target(m_device);
      const int found = look();
      if (found < 0) m_failed = true;
      if (found < 0) return false;
      misses = found > 0 && isSame(uid) ? 0 : misses + 1;
      const bool other = found > 0 && misses > 0;
      if (misses >= kMisses || other || m_again) return tell(FrameKind::Left);
      if (!signOfLife()) return false;
    }
  }

  // A card that draws its number anew (08 and three bytes) is the same one as long as it draws.
  [[nodiscard]] bool isSame(const base::Bytes& before) const {
    const base::Bytes now = uidOf(m_card);
    const bool drawn = before.size() == 4 && before[0] == 0x08;
    return now == before || (drawn && now.size() == 4 && now[0] == 0x08);
  }

  // Carries commands to the card until the till wants nothing more of it.
  bool serveCommands() {
    for (;;) {
      const auto frame = receive();
      if (!frame) return false;
      if (frame->kind == FrameKind::Watch) return true;
      if (frame->kind == FrameKind::Again) m_again = true;
      if (frame->kind == FrameKind::Apdu || frame->kind == FrameKind::Raw) {
        if (!exchange(*frame)) return false;
      }
    }
  }

  bool exchange(const Frame& command) {
    std::array<std::uint8_t, 300> answer{};
    const bool raw = command.kind == FrameKind::Raw;
    if (raw && nfc_device_set_property_bool(m_device, NP_EASY_FRAMING, false) < 0)
      return tell(FrameKind::NoAnswer, {static_cast<std::uint8_t>(NoAnswerCode::NotSent)});
    const int got = nfc_initiator_transceive_bytes(m_device, command.body.data(), command.body.size(), answer.data(),
                                                   answer.size(), kExchange_ms);
    if (raw) nfc_device_set_property_bool(m_device, NP_EASY_FRAMING, true);
    if (got >= 0) return tell(FrameKind::Answer, {answer.data(), answer.data() + got});
    // A card that answers NAK has halted itself; it is woken for whatever comes next.
    if (raw) nfc_initiator_select_passive_target(m_device, kTypeA, nullptr, 0, &m_card);
    const auto code = got == NFC_ETGRELEASED ? NoAnswerCode::NotSent : NoAnswerCode::Unknown;
    return tell(FrameKind::NoAnswer, {static_cast<std::uint8_t>(code)});
  }

  bool signOfLife() {
    if (steady_clock::now() - m_told < kSignOfLife) return true;
    m_told = steady_clock::now();
    return tell(FrameKind::Ready);
  }

  bool tell(FrameKind kind, base::Bytes body = {}) {
    const base::Bytes bytes = encode({kind, std::move(body)});
    return ::write(m_out, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
  }

  // Sleeps; false when the till has closed its end. What it says while nothing is asked is not for this card any more.
  bool waitForNothing(int time_ms) {
    noteAsked();  // what came together with the last command
    pollfd wait{m_in, POLLIN, 0};
    if (::poll(&wait, 1, time_ms) <= 0) return !m_reader.broken();
    if (!fill()) return false;
    noteAsked();
    return !m_reader.broken();
  }

  void noteAsked() {
    while (const auto frame = m_reader.next())
      if (frame->kind == FrameKind::Again) m_again = true;
  }

  std::optional<Frame> receive() {
    for (;;) {
      if (auto frame = m_reader.next()) return frame;
      if (m_reader.broken() || !fill()) return std::nullopt;
    }
  }

  bool fill() {
    std::array<std::uint8_t, 1024> bytes{};
    const ssize_t got = ::read(m_in, bytes.data(), bytes.size());
    if (got <= 0) return false;
    m_reader.add({bytes.data(), static_cast<std::size_t>(got)});
    return true;
  }

  const int m_in;
  const int m_out;
  base::Fd m_line;
  nfc_context* m_context = nullptr;
  nfc_device* m_device = nullptr;
  nfc_target m_card{};
  int m_timeouts = 0;
  bool m_failed = false;
  bool m_again = false;  // the card that lies there is to be told once more
  steady_clock::time_point m_told{};
  FrameReader m_reader;
};

}  // namespace

int runWorker(const std::string& connstring, int in, int out) { return Worker(in, out).run(connstring); }

}  // namespace kahui::nfc
