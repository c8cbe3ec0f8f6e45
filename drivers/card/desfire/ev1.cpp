#include "drivers/card/desfire/ev1.hpp"

#include <algorithm>

namespace kahui::card {
namespace {

using Kind = CardFault::Kind;

constexpr std::uint8_t kAuthenticateAes = 0xAA;
constexpr std::uint8_t kChangeKey = 0xC4;
constexpr std::size_t kMacSize = 8;
constexpr std::size_t kCrcSize = 4;

base::Bytes rotatedLeft(base::ByteView bytes) {
  base::Bytes out(bytes.begin(), bytes.end());
  std::rotate(out.begin(), out.begin() + 1, out.end());
  return out;
}

Block lastBlock(base::ByteView cipher) { return blockOf(cipher.last(kAesBlock)); }

}  // namespace

Block ev1SessionKey(base::ByteView rnd_a, base::ByteView rnd_b) {
  KAHUI_ASSERT(rnd_a.size() == 16 && rnd_b.size() == 16);
  return blockOf(joined({rnd_a.first(4), rnd_b.first(4), rnd_a.last(4), rnd_b.last(4)}));
}

CardResult<Ev1Channel> authenticateAes(Session& session, int key_number, const SecretKey& key,
                                       base::RandomSource& random) {
  KAHUI_ASSERT(key_number >= 0 && key_number < 14);
  const auto number = static_cast<std::uint8_t>(key_number);
  const auto challenge = sendFrame(session, kAuthenticateAes, {&number, 1});
  if (!challenge) return tl::unexpected(challenge.error());
  if (!challenge->more || challenge->data.size() != kAesBlock) return cardFault(Kind::Malformed);
  base::Bytes rnd_b = aesCbcDecrypt(key.view(), Block{}, challenge->data);
  Block rnd_a{};
  random.fill(rnd_a);
  // The chain of CBC runs on from the card's message through ours to its answer.
  const base::Bytes proof = aesCbcEncrypt(key.view(), challenge->data, joined({rnd_a, rotatedLeft(rnd_b)}));
  const auto answer = sendFrame(session, kMoreFrames, proof);
  if (!answer) return tl::unexpected(answer.error());
  if (answer->more || answer->data.size() != kAesBlock) return cardFault(Kind::BadMac);
  const base::Bytes opened = aesCbcDecrypt(key.view(), lastBlock(proof), answer->data);
  if (!sameBytes(opened, rotatedLeft(rnd_a))) return cardFault(Kind::BadMac);
  // The session's key is made of nothing but these two.
  Block session_key = ev1SessionKey(rnd_a, rnd_b);
  Ev1Channel channel(session, session_key);
  wipe(session_key);
  wipe(rnd_a);
  wipe(rnd_b);
  return channel;
}

base::Bytes Ev1Channel::commandBytes(const NativeCommand& command) {
  const base::Bytes ins{command.ins};
  if (command.mode == CommMode::Full && !command.data.empty()) {
    // ChangeKey brings its own checksums, of both the command and the new key.
    base::Bytes text = command.data;
    if (command.ins != kChangeKey) {
      const auto crc = crc32(joined({ins, command.header, command.data}));
      text.insert(text.end(), crc.begin(), crc.end());
    }
    text.resize((text.size() + kAesBlock - 1) / kAesBlock * kAesBlock);
    const base::Bytes cipher = aesCbcEncrypt(m_key.view(), m_iv, text);
    wipe(text);
    m_iv = lastBlock(cipher);
    return joined({command.header, cipher});
  }
  const base::Bytes message = joined({command.header, command.data});
  m_iv = cmacFrom(m_iv, m_key.view(), joined({ins, message}));
  // In plain the proof is reckoned but stays here; where a command brings no data of its own it stays here as well.
  if (command.mode != CommMode::Mac || command.data.empty()) return message;
  return joined({message, firstHalf(m_iv)});
}

CardResult<base::Bytes> Ev1Channel::openAnswer(const NativeCommand& command, base::ByteView answer) {
  if (command.ends_session && answer.empty()) return base::Bytes{};
  const std::uint8_t done = kNativeDone;
  const bool encrypted = command.mode == CommMode::Full && command.answer_size > 0;
  if (!encrypted) {
    if (answer.size() < kMacSize) return cardFault(Kind::BadMac);
    const base::ByteView data = answer.first(answer.size() - kMacSize);
    m_iv = cmacFrom(m_iv, m_key.view(), joined({data, {&done, 1}}));
    if (!sameBytes(firstHalf(m_iv), answer.last(kMacSize))) return cardFault(Kind::BadMac);
    return base::Bytes(data.begin(), data.end());
  }
  const std::size_t size = command.answer_size;
  if (answer.empty() || answer.size() % kAesBlock != 0 || answer.size() < size + kCrcSize)
    return cardFault(Kind::BadMac);
  const base::Bytes text = aesCbcDecrypt(m_key.view(), m_iv, answer);
  m_iv = lastBlock(answer);
  const base::ByteView data = base::ByteView(text).first(size);
  const auto crc = crc32(joined({data, {&done, 1}}));
  if (!sameBytes(crc, base::ByteView(text).subspan(size, kCrcSize))) return cardFault(Kind::BadMac);
  return base::Bytes(data.begin(), data.end());
}

CardResult<base::Bytes> Ev1Channel::run(const NativeCommand& command) {
  const auto answer = sendNative(*m_session, command.ins, commandBytes(command));
  if (!answer) return answer;
  return openAnswer(command, *answer);
}

}  // namespace kahui::card
