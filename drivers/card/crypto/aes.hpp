// AES (FIPS 197) as the cards use it: single blocks and CBC (NIST SP 800-38A), never with a padding of the library's.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

namespace kahui::card {

inline constexpr std::size_t kAesBlock = 16;
using Block = std::array<std::uint8_t, kAesBlock>;

// An AES-128 key that overwrites itself when it goes.
class SecretKey {
 public:
  SecretKey() = default;
  explicit SecretKey(const Block& bytes) : m_bytes(bytes) {}
  explicit SecretKey(Block&& bytes);         // overwrites what it was made of
  explicit SecretKey(base::ByteView bytes);  // 16 bytes
  SecretKey(const SecretKey&) = default;
  SecretKey& operator=(const SecretKey&) = default;
  ~SecretKey();

  [[nodiscard]] base::ByteView view() const { return m_bytes; }
  // The key that cards leave the factory with; everybody knows it.
  [[nodiscard]] bool isZero() const;

 private:
  Block m_bytes{};
};

// `key` 16, 24 or 32 bytes; `text` a multiple of 16, `iv` and `block` 16 bytes.
[[nodiscard]] base::Bytes aesCbcEncrypt(base::ByteView key, base::ByteView iv, base::ByteView text);
[[nodiscard]] base::Bytes aesCbcDecrypt(base::ByteView key, base::ByteView iv, base::ByteView text);
[[nodiscard]] Block aesEncryptBlock(base::ByteView key, base::ByteView block);
[[nodiscard]] Block aesDecryptBlock(base::ByteView key, base::ByteView block);

// ISO/IEC 9797-1 padding method 2: 80 and as many 00 as fill the block; a whole block where `text` ends with one.
[[nodiscard]] base::Bytes padded(base::ByteView text);
// The text before that padding; none if there is no such padding in the last block.
[[nodiscard]] std::optional<base::Bytes> unpadded(base::ByteView text);

// In a time that does not depend on where they differ. Different lengths are different.
[[nodiscard]] bool sameBytes(base::ByteView left, base::ByteView right);

void wipe(base::Bytes& bytes);
void wipe(Block& block);

// `pieces` one after the other.
[[nodiscard]] base::Bytes joined(std::initializer_list<base::ByteView> pieces);
// The first 16 bytes.
[[nodiscard]] Block blockOf(base::ByteView bytes);

}  // namespace kahui::card
