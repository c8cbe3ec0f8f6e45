#include "tests/support/virtual_pn532.hpp"

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "core/base/result.hpp"

namespace kahui::test {

using base::Bytes;
using base::ByteView;

namespace {

constexpr std::uint8_t kToChip = 0xD4;
constexpr std::uint8_t kFromChip = 0xD5;
const Bytes kAck{0x00, 0x00, 0xFF, 0x00, 0xFF, 0x00};

Bytes frameOf(const Bytes& data) {
  const auto length = static_cast<std::uint8_t>(data.size());
  std::uint8_t sum = 0;
  for (const auto byte : data) sum = static_cast<std::uint8_t>(sum + byte);
  Bytes frame{0x00, 0x00, 0xFF, length, static_cast<std::uint8_t>(-length)};
  frame.reserve(frame.size() + data.size() + 2);
  for (const auto byte : data) frame.push_back(byte);
  frame.push_back(static_cast<std::uint8_t>(-sum));
  frame.push_back(0x00);
  return frame;
}

}  // namespace

VirtualPn532::VirtualPn532(std::filesystem::path link) : m_link(std::move(link)) {
  plug();
  m_thread = std::thread(&VirtualPn532::run, this);
}

VirtualPn532::~VirtualPn532() {
  m_running = false;
  m_thread.join();
  unplug();
}

void VirtualPn532::plug() {
  const int master = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  KAHUI_ASSERT(master >= 0);
  KAHUI_ASSERT(::grantpt(master) == 0);
  KAHUI_ASSERT(::unlockpt(master) == 0);
  std::array<char, 64> name{};
  KAHUI_ASSERT(::ptsname_r(master, name.data(), name.size()) == 0);
  termios raw{};
  ::tcgetattr(master, &raw);
  ::cfmakeraw(&raw);
  ::tcsetattr(master, TCSANOW, &raw);
  std::filesystem::remove(m_link);
  std::filesystem::create_symlink(name.data(), m_link);
  m_master = master;
}

void VirtualPn532::unplug() {
  std::filesystem::remove(m_link);
  if (const int master = m_master.exchange(-1); master >= 0) ::close(master);
}

void VirtualPn532::put(Card card) {
  const std::lock_guard lock(m_mutex);
  m_card = std::move(card);
}

void VirtualPn532::remove() {
  const std::lock_guard lock(m_mutex);
  m_card.reset();
}

void VirtualPn532::failOnce(Fault fault, std::uint8_t command, int after) {
  const std::lock_guard lock(m_mutex);
  m_fault = {command, fault, after};
}

void VirtualPn532::write(const Bytes& bytes) const {
  if (const int master = m_master; master >= 0) (void)!::write(master, bytes.data(), bytes.size());
}

// Wake-up bytes and acknowledgements lie between the frames; whatever does not begin one is passed over.
void VirtualPn532::run() {
  Bytes got;
  while (m_running) {
    pollfd wait{m_master, POLLIN, 0};
    if (::poll(&wait, 1, 20) <= 0 || (wait.revents & POLLIN) == 0) {
      if (wait.revents != 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));  // nobody has the line open
      continue;
    }
    std::array<std::uint8_t, 512> bytes{};
    const ssize_t count = ::read(wait.fd, bytes.data(), bytes.size());
    if (count <= 0) continue;
    got.insert(got.end(), bytes.begin(), bytes.begin() + count);
    for (;;) {
      static constexpr std::array<std::uint8_t, 2> kStart{0x00, 0xFF};
      const auto start = std::search(got.begin(), got.end(), kStart.begin(), kStart.end());
      const auto left = got.end() - start;
      if (left < 4) break;
      const std::uint8_t length = start[2];
      if (length == 0 || static_cast<std::uint8_t>(length + start[3]) != 0) {  // an acknowledgement, or noise
        got.erase(got.begin(), start + 4);
        continue;
      }
      if (left < length + 6) break;
      const Bytes data(start + 4, start + 4 + length);
      got.erase(got.begin(), start + 6 + length);
      if (data[0] == kToChip) serve(data);
    }
  }
}

std::optional<VirtualPn532::Fault> VirtualPn532::due(std::uint8_t command) {
  const std::lock_guard lock(m_mutex);
  if (!m_fault || (m_fault->command != 0 && m_fault->command != command)) return std::nullopt;
  const Fault fault = m_fault->fault;
  const bool of_card = fault == Fault::EmptyAts || fault == Fault::LongUid || fault == Fault::HugeUid;
  if ((of_card && !m_card) || m_fault->after-- > 0) return std::nullopt;
  m_fault.reset();
  return fault;
}

void VirtualPn532::send(Bytes frame, std::optional<Fault> fault) const {
  const auto pause = [](int ms) { std::this_thread::sleep_for(std::chrono::milliseconds(ms)); };
  if (fault == Fault::Junk) write({0x55, 0xAA, 0x12});
  if (fault == Fault::BadChecksum) frame[frame.size() - 2] ^= 0x5A;
  if (fault == Fault::BadLength) frame[4] ^= 0x5A;
  if (fault == Fault::OnlyHalf) frame.resize(frame.size() / 2);
  if (fault == Fault::Late) pause(200);
  if (fault == Fault::VeryLate) pause(400);
  if (fault != Fault::Dribble) return write(frame);
  for (const auto byte : frame) {
    pause(20);
    write({byte});
  }
}

void VirtualPn532::serve(const Bytes& data) {
  ++m_commands;
  const std::optional<Fault> fault = due(data[1]);
  if (fault == Fault::HangUp) return unplug();
  if (fault == Fault::NoAck) return;
  if (fault == Fault::Nack) return write({0x00, 0x00, 0xFF, 0xFF, 0x00, 0x00});
  write(kAck);
  if (fault == Fault::Silence) return;
  if (fault == Fault::ErrorFrame) return write({0x00, 0x00, 0xFF, 0x01, 0xFF, 0x7F, 0x81, 0x00});
  send(frameOf(answer({data.begin() + 1, data.end()}, fault)), fault);
}

Bytes VirtualPn532::answer(const Bytes& command, std::optional<Fault> fault) {
  Bytes out{kFromChip, static_cast<std::uint8_t>(command[0] + 1)};
  std::optional<Card> card;
  {
    const std::lock_guard lock(m_mutex);
    card = m_card;
  }
  const auto add = [&](const Bytes& more) {
    for (const auto byte : more) out.push_back(byte);
  };
  switch (command[0]) {
    case 0x00: add({command.begin() + 1, command.end()}); break;  // Diagnose, communication line test
    case 0x02: add({0x32, 0x01, 0x06, 0x07}); break;              // GetFirmwareVersion
    case 0x06: add(Bytes((command.size() - 1) / 2, 0)); break;    // ReadRegister
    case 0x40: add(carry(command, card ? card->apdu : Carry(), fault)); break;
    case 0x42: add(carry(command, card ? card->raw : Carry(), fault)); break;
    case 0x44:                      // InDeselect
    case 0x52:                      // InRelease
    case 0x54: add({0x00}); break;  // InSelect
    case 0x4A: add(list(fault)); break;
  }
  return out;
}

Bytes VirtualPn532::list(std::optional<Fault> fault) {
  std::optional<Card> card;
  {
    const std::lock_guard lock(m_mutex);
    card = m_card;
  }
  if (!card) return {0x00};
  Bytes uid = card->uid;
  if (fault == Fault::LongUid) uid.resize(12, 0x77);
  Bytes out{0x01, 0x01, 0x00, 0x44, card->sak, static_cast<std::uint8_t>(fault == Fault::HugeUid ? 255 : uid.size())};
  for (const auto byte : uid) out.push_back(byte);
  if (fault == Fault::EmptyAts)
    out.push_back(0x00);
  else
    for (const auto byte : card->ats) out.push_back(byte);
  return out;
}

Bytes VirtualPn532::carry(const Bytes& command, const Carry& to, std::optional<Fault> fault) {
  if (fault == Fault::BadStatus) return {0x81};
  const std::size_t skip = command[0] == 0x40 ? 2 : 1;  // the target's number
  const auto said = to ? to(ByteView(command).subspan(skip)) : std::nullopt;
  if (!said) return {0x01};  // no answer in time
  Bytes out{0x00};
  for (const auto byte : *said) out.push_back(byte);
  return out;
}

}  // namespace kahui::test
