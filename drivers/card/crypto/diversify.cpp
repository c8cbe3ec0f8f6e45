#include "drivers/card/crypto/diversify.hpp"

#include "drivers/card/crypto/cmac.hpp"

namespace kahui::card {
namespace {

// The first byte of the message tells length of key and half of it (AN10922, 2.2: 01; 2.3: 11, 12; 2.4: 41, 42).
constexpr std::uint8_t kAes128 = 0x01;
constexpr std::uint8_t kAes192First = 0x11;
constexpr std::uint8_t kAes192Second = 0x12;
constexpr std::uint8_t kAes256First = 0x41;
constexpr std::uint8_t kAes256Second = 0x42;

// A CMAC whose message is always filled to two blocks; plain CMAC would stop at one.
Block halfOf(base::ByteView master, std::uint8_t constant, base::ByteView input) {
  constexpr std::size_t kMessage = 2 * kAesBlock;
  base::Bytes message{constant};
  message.insert(message.end(), input.begin(), input.end());
  const Subkeys masks = subkeysOf(aesEncryptBlock(master, Block{}));
  const bool whole = message.size() == kMessage;
  if (!whole) message.push_back(0x80);
  message.resize(kMessage);
  for (std::size_t i = 0; i < kAesBlock; ++i) message[kAesBlock + i] ^= whole ? masks.whole[i] : masks.padded[i];
  const base::Bytes chain = aesCbcEncrypt(master, Block{}, message);
  return blockOf(base::ByteView(chain).subspan(kAesBlock));
}

}  // namespace

base::Bytes diversified(base::ByteView master, base::ByteView input) {
  KAHUI_ASSERT(!input.empty() && input.size() <= kMaxDiversifyInput);
  KAHUI_ASSERT(master.size() == 16 || master.size() == 24 || master.size() == 32);
  if (master.size() == 16) {
    const Block key = halfOf(master, kAes128, input);
    return {key.begin(), key.end()};
  }
  if (master.size() == 32) return joined({halfOf(master, kAes256First, input), halfOf(master, kAes256Second, input)});
  const Block first = halfOf(master, kAes192First, input);
  const Block second = halfOf(master, kAes192Second, input);
  base::Bytes key = joined({first, base::ByteView(second).last(8)});
  for (std::size_t i = 0; i < 8; ++i) key[8 + i] ^= second[i];
  return key;
}

SecretKey diversified128(base::ByteView master, base::ByteView input) {
  KAHUI_ASSERT(master.size() == kAesBlock);
  base::Bytes bytes = diversified(master, input);
  SecretKey key{base::ByteView(bytes)};
  wipe(bytes);
  return key;
}

}  // namespace kahui::card
