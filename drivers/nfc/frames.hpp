// What the till and the process that runs libnfc tell each other over a socket. A frame is its length (2 bytes, big
// endian, of all that follows), its kind (1 byte) and a body. Nothing in a frame is trusted: the sender may have run
// into the library's bugs.
#pragma once

#include <cstdint>
#include <optional>

#include "core/base/bytes.hpp"

namespace kahui::nfc {

enum class FrameKind : std::uint8_t {
  // from the process
  Ready = 'R',     // the device is open and looks for cards; again every second as a sign of life
  Fault = 'F',     // body: a FaultCode; the process ends after it
  Card = 'C',      // body: SAK (1), length of the UID (1), UID
  Left = 'L',      // the card of the last Card is gone
  Answer = 'A',    // body: what the card answered
  NoAnswer = 'N',  // body: a NoAnswerCode
  // to the process
  Apdu = 'X',   // body: for a card that speaks ISO/IEC 14443-4
  Raw = 'T',    // body: a command of the card's own, without a protocol around it (NTAG21x)
  Watch = 'W',  // nothing more is asked of this card: tell when it leaves
  Again = 'G',  // the card that lies there is told again: Left, then Card
};

enum class FaultCode : std::uint8_t { NoDevice = 1, Busy = 2, NoAccess = 3, Broken = 4 };
enum class NoAnswerCode : std::uint8_t { NotSent = 1, Unknown = 2 };

struct Frame {
  FrameKind kind{};
  base::Bytes body{};
  bool operator==(const Frame&) const = default;
};

inline constexpr std::size_t kMaxBody = 600;  // the longest answer of a PN532 is 262 bytes

// Body at most kMaxBody.
[[nodiscard]] base::Bytes encode(const Frame& frame);

// Bytes in any pieces, frames out.
class FrameReader {
 public:
  void add(base::ByteView bytes);
  [[nodiscard]] std::optional<Frame> next();
  // A length or a kind that there is not: nothing after it can be told apart any more.
  [[nodiscard]] bool broken() const { return m_broken; }

 private:
  base::Bytes m_bytes;
  bool m_broken = false;
};

struct FoundCard {
  std::uint8_t sak = 0;
  base::Bytes uid{};  // 4, 7 or 10 bytes; empty: the library reported another length
  [[nodiscard]] bool speaksApdu() const { return (sak & 0x20U) != 0; }  // ISO/IEC 14443-3, table "coding of SAK"
};

[[nodiscard]] std::optional<FoundCard> readCard(base::ByteView body);

}  // namespace kahui::nfc
