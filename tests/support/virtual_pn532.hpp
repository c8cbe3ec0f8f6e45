// A PN532 on a pseudo terminal, as libnfc's UART driver speaks to one (PN532 user manual, UM0701-02, section 6.2 for
// the frames, 7.2 and 7.3 for the commands), with the faults that a line and a chip can have. One thread.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "core/base/bytes.hpp"

namespace kahui::test {

class VirtualPn532 {
 public:
  using Carry = std::function<std::optional<base::Bytes>(base::ByteView)>;  // nothing: the card does not answer
  struct Card {
    base::Bytes uid{};
    std::uint8_t sak = 0;
    base::Bytes ats{};  // with its length byte; none: no ISO/IEC 14443-4
    Carry apdu{};       // InDataExchange
    Carry raw{};        // InCommunicateThru
  };
  enum class Fault {
    Silence,      // the command is acknowledged and never answered
    NoAck,        // not even that
    BadChecksum,  // the answer's data checksum is wrong
    ErrorFrame,   // 7F
    Junk,         // bytes before the answer
    BadStatus,    // a status byte of 0x81
    EmptyAts,     // InListPassiveTarget with an ATS of length 0
    LongUid,      // a UID of 12 bytes
    HangUp,       // the terminal goes
    OnlyHalf,     // half of the answer
    BadLength,    // the checksum of the answer's length is wrong
    Nack,         // the command is asked for again instead of acknowledged
    Dribble,      // the answer comes byte by byte, 20 ms apart
    Late,         // 200 ms late
    VeryLate,     // 400 ms late
    HugeUid,      // a UID of 255 bytes
  };

  explicit VirtualPn532(std::filesystem::path link);
  ~VirtualPn532();
  VirtualPn532(const VirtualPn532&) = delete;
  VirtualPn532& operator=(const VirtualPn532&) = delete;

  void put(Card card);
  void remove();
  // The next command of this code (0x4A InListPassiveTarget ...) fails so; 0: whatever comes next.
  // `after` such commands go well before.
  void failOnce(Fault fault, std::uint8_t command = 0, int after = 0);
  void plug();
  void unplug();

  [[nodiscard]] std::string connstring() const { return "pn532_uart:" + m_link.string(); }
  [[nodiscard]] int commands() const { return m_commands; }

 private:
  void run();
  void serve(const base::Bytes& data);
  base::Bytes answer(const base::Bytes& command, std::optional<Fault> fault);
  base::Bytes list(std::optional<Fault> fault);
  base::Bytes carry(const base::Bytes& command, const Carry& to, std::optional<Fault> fault);
  std::optional<Fault> due(std::uint8_t command);
  void send(base::Bytes frame, std::optional<Fault> fault) const;
  void write(const base::Bytes& bytes) const;

  const std::filesystem::path m_link;
  std::mutex m_mutex;  // guards what follows, up to the thread
  std::optional<Card> m_card;
  struct Planned {
    std::uint8_t command = 0;
    Fault fault{};
    int after = 0;
  };
  std::optional<Planned> m_fault;
  std::atomic<int> m_master{-1};
  std::atomic<bool> m_running{true};
  std::atomic<int> m_commands{0};
  std::thread m_thread;
};

}  // namespace kahui::test
