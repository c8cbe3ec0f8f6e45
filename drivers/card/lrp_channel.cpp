#include "drivers/card/lrp_channel.hpp"

#include <algorithm>

#include "drivers/card/ev2.hpp"

namespace kahui::card {
namespace {

using Kind = CardFault::Kind;

constexpr std::uint8_t kLrpMode = 0x01;
constexpr std::size_t kMacSize = 8;
constexpr int kMacKey = 0;
constexpr int kEncKey = 1;

base::Bytes bigEndian(std::uint32_t value) {
  return {static_cast<std::uint8_t>(value >> 24), static_cast<std::uint8_t>(value >> 16),
          static_cast<std::uint8_t>(value >> 8), static_cast<std::uint8_t>(value)};
}

}  // namespace

CardResult<LrpChannel> authenticateLrpFirst(Session& session, int key_number, const SecretKey& key,
                                            base::RandomSource& random) {
  KAHUI_ASSERT(key_number >= 0 && key_number < 14);
  // One byte of capabilities: LRP is spoken here.
  const base::Bytes opening{static_cast<std::uint8_t>(key_number), 1, 2};
  const auto challenge = sendFrame(session, kEv2First, opening);
  if (!challenge) return tl::unexpected(challenge.error());
  if (!challenge->more || challenge->data.size() != 1 + kAesBlock || challenge->data[0] != kLrpMode)
    return cardFault(Kind::Malformed);
  const base::ByteView rnd_b = base::ByteView(challenge->data).subspan(1);
  Block rnd_a{};
  random.fill(rnd_a);
  Block master = lrpSessionMaster(key.view(), rnd_a, rnd_b);
  const Lrp mac(master, kMacKey);
  const auto answer = sendFrame(session, kMoreFrames, joined({rnd_a, mac.cmac(joined({rnd_a, rnd_b}))}));
  if (!answer) return tl::unexpected(answer.error());
  if (answer->more || answer->data.size() != 2 * kAesBlock) return cardFault(Kind::BadMac);
  const base::ByteView cipher = base::ByteView(answer->data).first(kAesBlock);
  const base::ByteView proof = base::ByteView(answer->data).last(kAesBlock);
  if (!sameBytes(mac.cmac(joined({rnd_b, rnd_a, cipher})), proof)) return cardFault(Kind::BadMac);
  base::Bytes counter(4);
  const base::Bytes text = Lrp(master, kEncKey).decrypt(counter, cipher);
  std::array<std::uint8_t, 4> transaction{};
  std::copy_n(text.begin(), transaction.size(), transaction.begin());
  LrpChannel channel(session, master, transaction, 1);
  wipe(master);
  return channel;
}

LrpChannel::LrpChannel(Session& session, const Block& master, const std::array<std::uint8_t, 4>& transaction,
                       std::uint32_t enc_counter)
    : m_session(&session),
      m_mac(master, kMacKey),
      m_enc(master, kEncKey),
      m_transaction(transaction),
      m_enc_counter(bigEndian(enc_counter)) {}

ShortMac LrpChannel::proofOf(std::uint8_t first, std::uint16_t counter, base::ByteView message) const {
  const base::Bytes head{first, static_cast<std::uint8_t>(counter & 0xFF), static_cast<std::uint8_t>(counter >> 8)};
  return truncated(m_mac.cmac(joined({head, m_transaction, message})));
}

base::Bytes LrpChannel::commandBytes(const NativeCommand& command) {
  base::Bytes message = command.header;
  if (command.mode == CommMode::Full && !command.data.empty()) {
    base::Bytes text = padded(command.data);
    message = joined({command.header, m_enc.encrypt(m_enc_counter, text)});
    wipe(text);
  } else {
    message = joined({command.header, command.data});
  }
  if (command.mode == CommMode::Plain) return message;
  return joined({message, proofOf(command.ins, m_counter, message)});
}

CardResult<base::Bytes> LrpChannel::openAnswer(const NativeCommand& command, base::ByteView answer) {
  const bool bare = command.mode == CommMode::Plain || (command.ends_session && answer.empty());
  if (bare) return base::Bytes(answer.begin(), answer.end());
  if (answer.size() < kMacSize) return cardFault(Kind::BadMac);
  const base::ByteView message = answer.first(answer.size() - kMacSize);
  const auto next = static_cast<std::uint16_t>(m_counter + 1);
  if (!sameBytes(proofOf(kNativeDone, next, message), answer.last(kMacSize))) return cardFault(Kind::BadMac);
  if (command.mode != CommMode::Full || message.empty()) return base::Bytes(message.begin(), message.end());
  if (message.size() % kAesBlock != 0) return cardFault(Kind::Malformed);
  auto text = unpadded(m_enc.decrypt(m_enc_counter, message));
  if (!text) return cardFault(Kind::Malformed);
  return *std::move(text);
}

CardResult<base::Bytes> LrpChannel::run(const NativeCommand& command) {
  // The card ends the session itself before its counter turns over.
  if (m_counter == 0xFFFF) return cardFault(Kind::NotSent);
  const auto answer = sendNative(*m_session, command.ins, commandBytes(command));
  if (!answer) return answer;
  auto opened = openAnswer(command, *answer);
  ++m_counter;
  return opened;
}

}  // namespace kahui::card
