// A conversation with an application of a card, open or proved: what NTAG 424 DNA and the generations of DESFire have
// in common, so that reading a file is the same call on all of them.
#pragma once

#include <optional>

#include "drivers/card/native.hpp"

namespace kahui::card {

// How a file wants to be spoken to (the two low bits of its settings: 00, 01, 11).
enum class CommMode { Plain, Mac, Full };
[[nodiscard]] std::uint8_t modeBits(CommMode mode);

// A file's, key's or option's number as it is sent; 0 ... 255.
[[nodiscard]] std::uint8_t byteOf(int value);

struct NativeCommand {
  std::uint8_t ins = 0;
  base::Bytes header{};  // goes in clear
  base::Bytes data{};    // encrypted with CommMode::Full
  CommMode mode = CommMode::Plain;
  std::size_t answer_size = 0;  // bytes of answer data expected; EV1 cannot decrypt without knowing
  bool ends_session = false;    // changes the very key of the session: the answer then bears no proof
};

// One thread. After any fault the card has forgotten the session and so must the caller.
class Channel {
 public:
  virtual ~Channel() = default;
  // The answer's data in clear; its proof is checked.
  [[nodiscard]] virtual CardResult<base::Bytes> run(const NativeCommand& command) = 0;
};

// Without a key: plain commands only.
class OpenChannel final : public Channel {
 public:
  explicit OpenChannel(Session& session) : m_session(session) {}
  [[nodiscard]] CardResult<base::Bytes> run(const NativeCommand& command) override;

 private:
  Session& m_session;
};

// GetCardUID: the true UID, proved and encrypted, also of a card that shows a random one. 7 bytes.
[[nodiscard]] CardResult<base::Bytes> readCardUid(Channel& channel);

// Three bytes, least significant first: offsets, lengths and counters of these cards. 0 ... 2^24 - 1.
void appendLe24(base::Bytes& out, std::uint32_t value);
[[nodiscard]] std::uint32_t le24(base::ByteView bytes);
void appendLe32(base::Bytes& out, std::uint32_t value);
[[nodiscard]] std::uint32_t le32(base::ByteView bytes);

}  // namespace kahui::card
