#include "drivers/card/crypto/lrp.hpp"

namespace kahui::card {
namespace {

Block filled(std::uint8_t byte) {
  Block block{};
  block.fill(byte);
  return block;
}

const Block kStep = filled(0x55);
const Block kTake = filled(0xAA);

void increment(base::Bytes& counter) {
  for (std::size_t i = counter.size(); i > 0; --i)
    if (++counter[i - 1] != 0) return;
}

}  // namespace

Lrp::Lrp(base::ByteView key, int updated_key) {
  KAHUI_ASSERT(key.size() == kAesBlock && updated_key >= 0 && updated_key <= 3);
  Block chain = aesEncryptBlock(key, kStep);
  for (Block& plaintext : m_plaintexts) {
    plaintext = aesEncryptBlock(chain, kTake);
    chain = aesEncryptBlock(chain, kStep);
  }
  chain = aesEncryptBlock(key, kTake);
  for (int i = 0; i < updated_key; ++i) chain = aesEncryptBlock(chain, kStep);
  m_key = aesEncryptBlock(chain, kTake);
  wipe(chain);
}

Lrp::~Lrp() {
  for (Block& plaintext : m_plaintexts) wipe(plaintext);
  wipe(m_key);
}

Block Lrp::evaluate(base::ByteView input, bool final) const {
  Block value = m_key;
  for (const std::uint8_t byte : input) {
    value = aesEncryptBlock(value, m_plaintexts[byte >> 4]);
    value = aesEncryptBlock(value, m_plaintexts[byte & 15]);
  }
  return final ? aesEncryptBlock(value, Block{}) : value;
}

Block Lrp::cmac(base::ByteView message) const {
  const Subkeys masks = subkeysOf(evaluate(Block{}, true));
  const bool whole = !message.empty() && message.size() % kAesBlock == 0;
  base::Bytes text = whole ? base::Bytes(message.begin(), message.end()) : padded(message);
  const Block& mask = whole ? masks.whole : masks.padded;
  const std::size_t last = text.size() - kAesBlock;
  for (std::size_t i = 0; i < kAesBlock; ++i) text[last + i] ^= mask[i];
  Block value{};
  for (std::size_t at = 0; at < text.size(); at += kAesBlock) {
    for (std::size_t i = 0; i < kAesBlock; ++i) value[i] ^= text[at + i];
    value = evaluate(value, true);
  }
  return value;
}

base::Bytes Lrp::encrypt(base::Bytes& counter, base::ByteView text) const {
  KAHUI_ASSERT(text.size() % kAesBlock == 0);
  base::Bytes out;
  for (std::size_t at = 0; at < text.size(); at += kAesBlock) {
    const Block block = aesEncryptBlock(evaluate(counter, true), text.subspan(at, kAesBlock));
    out.insert(out.end(), block.begin(), block.end());
    increment(counter);
  }
  return out;
}

base::Bytes Lrp::decrypt(base::Bytes& counter, base::ByteView text) const {
  KAHUI_ASSERT(text.size() % kAesBlock == 0);
  base::Bytes out;
  for (std::size_t at = 0; at < text.size(); at += kAesBlock) {
    const Block block = aesDecryptBlock(evaluate(counter, true), text.subspan(at, kAesBlock));
    out.insert(out.end(), block.begin(), block.end());
    increment(counter);
  }
  return out;
}

}  // namespace kahui::card
