#include "drivers/card/ev2.hpp"

#include <algorithm>

#include "drivers/card/crypto/lrp.hpp"

namespace kahui::card {
namespace {

using Kind = CardFault::Kind;

constexpr std::uint8_t kEv2NonFirst = 0x77;
constexpr std::size_t kMacSize = 8;

base::Bytes rotatedLeft(base::ByteView bytes) {
  base::Bytes out(bytes.begin(), bytes.end());
  std::rotate(out.begin(), out.begin() + 1, out.end());
  return out;
}

// RndA[15:14] | (RndA[13:8] xor RndB[15:10]) | RndB[9:0] | RndA[7:0], counted from the right.
base::Bytes mixed(base::ByteView rnd_a, base::ByteView rnd_b) {
  KAHUI_ASSERT(rnd_a.size() == 16 && rnd_b.size() == 16);
  base::Bytes out = joined({rnd_a.first(8), rnd_b.subspan(6), rnd_a.subspan(8)});
  for (std::size_t i = 0; i < 6; ++i) out[2 + i] ^= rnd_b[i];
  return out;
}

struct Handshake {
  Block rnd_a{};
  Block rnd_b{};
  base::Bytes answer{};  // decrypted
};

// The two frames that First and NonFirst share.
CardResult<Handshake> shakeHands(Session& session, std::uint8_t ins, base::ByteView opening, std::size_t answer_size,
                                 const SecretKey& key, base::RandomSource& random) {
  const auto challenge = sendFrame(session, ins, opening);
  if (!challenge) return tl::unexpected(challenge.error());
  // A card in LRP mode may answer with its own kind of challenge: 01 and the bare number (lrp_channel.hpp).
  const bool lrp = challenge->more && challenge->data.size() == 1 + kAesBlock && challenge->data[0] == 1;
  if (lrp) return cardFault(Kind::Refused, kIllegalCommand);
  if (!challenge->more || challenge->data.size() != kAesBlock) return cardFault(Kind::Malformed);
  Handshake hands;
  hands.rnd_b = aesDecryptBlock(key.view(), challenge->data);
  random.fill(hands.rnd_a);
  const base::Bytes proof = aesCbcEncrypt(key.view(), Block{}, joined({hands.rnd_a, rotatedLeft(hands.rnd_b)}));
  const auto answer = sendFrame(session, kMoreFrames, proof);
  if (!answer) return tl::unexpected(answer.error());
  if (answer->more || answer->data.size() != answer_size) return cardFault(Kind::BadMac);
  hands.answer = aesCbcDecrypt(key.view(), Block{}, answer->data);
  return hands;
}

Block ivText(std::uint8_t first, std::uint8_t second, base::ByteView transaction, std::uint16_t counter) {
  Block text{first, second};
  std::copy_n(transaction.begin(), 4, text.begin() + 2);
  text[6] = static_cast<std::uint8_t>(counter & 0xFF);
  text[7] = static_cast<std::uint8_t>(counter >> 8);
  return text;
}

// What a proof is made of: the command or status byte, the counter, TI, and the message.
ShortMac proofOf(const Ev2State& state, std::uint8_t first, std::uint16_t counter, base::ByteView message) {
  const base::Bytes head{first, static_cast<std::uint8_t>(counter & 0xFF), static_cast<std::uint8_t>(counter >> 8)};
  return truncated(cmac(state.keys.mac.view(), joined({head, state.transaction, message})));
}

}  // namespace

Ev2Keys ev2SessionKeys(base::ByteView key, base::ByteView rnd_a, base::ByteView rnd_b) {
  const base::Bytes mix = mixed(rnd_a, rnd_b);
  const base::Bytes enc{0xA5, 0x5A, 0x00, 0x01, 0x00, 0x80};
  const base::Bytes mac{0x5A, 0xA5, 0x00, 0x01, 0x00, 0x80};
  return {SecretKey(cmac(key, joined({enc, mix}))), SecretKey(cmac(key, joined({mac, mix})))};
}

Block lrpSessionMaster(base::ByteView key, base::ByteView rnd_a, base::ByteView rnd_b) {
  const base::Bytes head{0x00, 0x01, 0x00, 0x80};
  const base::Bytes tail{0x96, 0x69};
  return Lrp(key, 0).cmac(joined({head, mixed(rnd_a, rnd_b), tail}));
}

Block Ev2State::commandIv() const { return aesEncryptBlock(keys.enc.view(), ivText(0xA5, 0x5A, transaction, counter)); }

Block Ev2State::answerIv() const {
  return aesEncryptBlock(keys.enc.view(), ivText(0x5A, 0xA5, transaction, static_cast<std::uint16_t>(counter + 1)));
}

CardResult<Ev2Channel> authenticateEv2First(Session& session, int key_number, const SecretKey& key,
                                            base::RandomSource& random) {
  KAHUI_ASSERT(key_number >= 0 && key_number < 14);
  // No capabilities of ours are sent: length 0.
  const base::Bytes opening{static_cast<std::uint8_t>(key_number), 0};
  const auto hands = shakeHands(session, kEv2First, opening, 2 * kAesBlock, key, random);
  if (!hands) return tl::unexpected(hands.error());
  // TI | RndA' | capabilities of the card | ours
  const base::ByteView answer = hands->answer;
  if (!sameBytes(answer.subspan(4, kAesBlock), rotatedLeft(hands->rnd_a))) return cardFault(Kind::BadMac);
  Ev2State state{.keys = ev2SessionKeys(key.view(), hands->rnd_a, hands->rnd_b)};
  std::copy_n(answer.begin(), state.transaction.size(), state.transaction.begin());
  return Ev2Channel(session, std::move(state));
}

CardResult<void> Ev2Channel::authenticateNonFirst(int key_number, const SecretKey& key, base::RandomSource& random) {
  KAHUI_ASSERT(key_number >= 0 && key_number < 14);
  const base::Bytes opening{static_cast<std::uint8_t>(key_number)};
  const auto hands = shakeHands(*m_session, kEv2NonFirst, opening, kAesBlock, key, random);
  if (!hands) return tl::unexpected(hands.error());
  if (!sameBytes(hands->answer, rotatedLeft(hands->rnd_a))) return cardFault(Kind::BadMac);
  m_state.keys = ev2SessionKeys(key.view(), hands->rnd_a, hands->rnd_b);
  return {};
}

base::Bytes Ev2Channel::commandBytes(const NativeCommand& command) const {
  base::Bytes message = command.header;
  if (command.mode == CommMode::Full && !command.data.empty()) {
    base::Bytes text = padded(command.data);
    const base::Bytes cipher = aesCbcEncrypt(m_state.keys.enc.view(), m_state.commandIv(), text);
    wipe(text);  // may hold a new key
    message.insert(message.end(), cipher.begin(), cipher.end());
  } else {
    message.insert(message.end(), command.data.begin(), command.data.end());
  }
  if (command.mode == CommMode::Plain) return message;
  const ShortMac proof = proofOf(m_state, command.ins, m_state.counter, message);
  message.insert(message.end(), proof.begin(), proof.end());
  return message;
}

CardResult<base::Bytes> Ev2Channel::openAnswer(const NativeCommand& command, base::ByteView answer) {
  const auto next = static_cast<std::uint16_t>(m_state.counter + 1);
  const bool bare = command.mode == CommMode::Plain || (command.ends_session && answer.empty());
  if (bare) return base::Bytes(answer.begin(), answer.end());
  if (answer.size() < kMacSize) return cardFault(Kind::BadMac);
  const base::ByteView message = answer.first(answer.size() - kMacSize);
  if (!sameBytes(proofOf(m_state, kNativeDone, next, message), answer.last(kMacSize))) return cardFault(Kind::BadMac);
  if (command.mode != CommMode::Full || message.empty()) return base::Bytes(message.begin(), message.end());
  if (message.size() % kAesBlock != 0) return cardFault(Kind::Malformed);
  auto text = unpadded(aesCbcDecrypt(m_state.keys.enc.view(), m_state.answerIv(), message));
  if (!text) return cardFault(Kind::Malformed);
  return *std::move(text);
}

CardResult<base::Bytes> Ev2Channel::run(const NativeCommand& command) {
  // The card ends the session itself before its counter turns over.
  if (m_state.counter == 0xFFFF) return cardFault(Kind::NotSent);
  const auto answer = sendNative(*m_session, command.ins, commandBytes(command));
  if (!answer) return answer;
  auto opened = openAnswer(command, *answer);
  ++m_state.counter;
  return opened;
}

}  // namespace kahui::card
