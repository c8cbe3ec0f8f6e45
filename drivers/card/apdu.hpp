// Commands to a card and its answers as bytes (ISO/IEC 7816-4, section 5). Knows no reader and no transport; every
// function is pure and takes whatever bytes a faulty card may send.
#pragma once

#include <cstdint>
#include <optional>

#include "core/base/bytes.hpp"
#include "drivers/card/uid.hpp"

namespace kahui::card {

// A short command: class, instruction, two parameters, at most 255 bytes of data, expected length of the answer (256 is
// sent as 00).
struct Command {
  std::uint8_t cla = 0;
  std::uint8_t ins = 0;
  std::uint8_t p1 = 0;
  std::uint8_t p2 = 0;
  base::Bytes data{};
  std::optional<int> expected{};  // 1 ... 256; none: no answer data is wanted

  bool operator==(const Command&) const = default;
};

[[nodiscard]] base::Bytes encode(const Command& command);

// SW1 SW2, the last two bytes of every answer.
struct StatusWord {
  std::uint16_t value = 0;

  // 9000, and 6282: "end of data before Le bytes", with which some readers answer a Le larger than the UID (PC/SC part
  // 3, 3.2.2.1.3).
  [[nodiscard]] bool isDone() const { return value == 0x9000 || value == 0x6282; }
  // 6Cxx: ask again with this Le.
  [[nodiscard]] std::optional<int> rightLength() const;
  bool operator==(const StatusWord&) const = default;
};

// A view into the bytes that it was made of.
struct Response {
  base::ByteView data;
  StatusWord status;
};

// None if there are fewer than two bytes: then nobody knows whether the card did what it was told (a card that leaves
// during an APDU makes pcsc-lite report success with no byte).
[[nodiscard]] std::optional<Response> parseResponse(base::ByteView bytes);

// GET DATA for the UID: a pseudo-APDU that the reader answers itself (PC/SC part 3, 3.2.2.1.3).
[[nodiscard]] Command getUid(int expected = 256);

// What an answer to getUid() is worth.
struct UidAnswer {
  enum class Kind { Credential, AskAgain, Refused };
  Kind kind{};
  std::string credential{};      // Credential: upper-case hex
  base::Bytes uid{};             // Credential, and Refused with RandomUid: as the card showed it
  int expected = 0;              // AskAgain: with getUid(expected)
  ports::RefuseReason reason{};  // Refused: Torn if the answer was cut off, RandomUid, otherwise Unreadable
};

[[nodiscard]] UidAnswer readUidAnswer(base::ByteView bytes);

}  // namespace kahui::card
