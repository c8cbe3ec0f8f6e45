#include "drivers/card/channel.hpp"

#include "drivers/card/crypto/aes.hpp"

namespace kahui::card {
namespace {

constexpr std::uint8_t kGetCardUid = 0x51;

void appendLe(base::Bytes& out, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

std::uint32_t readLe(base::ByteView bytes, std::size_t count) {
  KAHUI_ASSERT(bytes.size() >= count);
  std::uint32_t value = 0;
  for (std::size_t i = count; i > 0; --i) value = value << 8 | bytes[i - 1];
  return value;
}

}  // namespace

CardResult<base::Bytes> OpenChannel::run(const NativeCommand& command) {
  KAHUI_ASSERT(command.mode == CommMode::Plain);
  return sendNative(m_session, command.ins, joined({command.header, command.data}));
}

CardResult<base::Bytes> readCardUid(Channel& channel) {
  auto uid = channel.run({.ins = kGetCardUid, .mode = CommMode::Full, .answer_size = 7});
  if (uid && uid->size() != 7) return cardFault(CardFault::Kind::Malformed);
  return uid;
}

void appendLe24(base::Bytes& out, std::uint32_t value) {
  KAHUI_ASSERT(value < 1U << 24);
  appendLe(out, value, 3);
}
std::uint32_t le24(base::ByteView bytes) { return readLe(bytes, 3); }
void appendLe32(base::Bytes& out, std::uint32_t value) { appendLe(out, value, 4); }
std::uint32_t le32(base::ByteView bytes) { return readLe(bytes, 4); }

std::uint8_t byteOf(int value) {
  KAHUI_ASSERT(value >= 0 && value <= 0xFF);
  return static_cast<std::uint8_t>(value);
}

std::uint8_t modeBits(CommMode mode) {
  switch (mode) {
    case CommMode::Plain: return 0;
    case CommMode::Mac: return 1;
    case CommMode::Full: return 3;
  }
  return 0;
}

}  // namespace kahui::card
