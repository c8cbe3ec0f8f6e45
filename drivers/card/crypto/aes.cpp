#include "drivers/card/crypto/aes.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>
#include <memory>

namespace kahui::card {
namespace {

struct FreeCipher {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};

enum class Mode { Ecb, Cbc };
enum class Direction { Decrypt, Encrypt };

const EVP_CIPHER* cipherFor(std::size_t key_size, Mode mode) {
  switch (key_size) {
    case 16: return mode == Mode::Cbc ? EVP_aes_128_cbc() : EVP_aes_128_ecb();
    case 24: return mode == Mode::Cbc ? EVP_aes_192_cbc() : EVP_aes_192_ecb();
    case 32: return mode == Mode::Cbc ? EVP_aes_256_cbc() : EVP_aes_256_ecb();
  }
  return nullptr;
}

void run(Mode mode, Direction direction, base::ByteView key, const std::uint8_t* iv, base::ByteView text,
         std::span<std::uint8_t> out) {
  KAHUI_ASSERT(text.size() % kAesBlock == 0 && out.size() == text.size());
  if (text.empty()) return;
  const EVP_CIPHER* cipher = cipherFor(key.size(), mode);
  KAHUI_ASSERT(cipher != nullptr);
  const std::unique_ptr<EVP_CIPHER_CTX, FreeCipher> context(EVP_CIPHER_CTX_new());
  KAHUI_ASSERT(context != nullptr);
  const int encrypt = direction == Direction::Encrypt ? 1 : 0;
  int written = 0;
  KAHUI_ASSERT(EVP_CipherInit_ex(context.get(), cipher, nullptr, key.data(), iv, encrypt) == 1);
  KAHUI_ASSERT(EVP_CIPHER_CTX_set_padding(context.get(), 0) == 1);
  KAHUI_ASSERT(EVP_CipherUpdate(context.get(), out.data(), &written, text.data(), static_cast<int>(text.size())) == 1);
  KAHUI_ASSERT(static_cast<std::size_t>(written) == text.size());
}

}  // namespace

SecretKey::SecretKey(base::ByteView bytes) : m_bytes(blockOf(bytes)) { KAHUI_ASSERT(bytes.size() == kAesBlock); }

SecretKey::SecretKey(Block&& bytes) : m_bytes(bytes) { wipe(bytes); }

SecretKey::~SecretKey() { wipe(m_bytes); }

bool SecretKey::isZero() const { return sameBytes(m_bytes, Block{}); }

base::Bytes aesCbcEncrypt(base::ByteView key, base::ByteView iv, base::ByteView text) {
  KAHUI_ASSERT(iv.size() == kAesBlock);
  base::Bytes out(text.size());
  run(Mode::Cbc, Direction::Encrypt, key, iv.data(), text, out);
  return out;
}

base::Bytes aesCbcDecrypt(base::ByteView key, base::ByteView iv, base::ByteView text) {
  KAHUI_ASSERT(iv.size() == kAesBlock);
  base::Bytes out(text.size());
  run(Mode::Cbc, Direction::Decrypt, key, iv.data(), text, out);
  return out;
}

Block aesEncryptBlock(base::ByteView key, base::ByteView block) {
  Block out{};
  run(Mode::Ecb, Direction::Encrypt, key, nullptr, block, out);
  return out;
}

Block aesDecryptBlock(base::ByteView key, base::ByteView block) {
  Block out{};
  run(Mode::Ecb, Direction::Decrypt, key, nullptr, block, out);
  return out;
}

base::Bytes padded(base::ByteView text) {
  base::Bytes out(text.begin(), text.end());
  out.push_back(0x80);
  out.resize((out.size() + kAesBlock - 1) / kAesBlock * kAesBlock);
  return out;
}

std::optional<base::Bytes> unpadded(base::ByteView text) {
  std::size_t end = text.size();
  while (end > 0 && text[end - 1] == 0) --end;
  if (end == 0 || text[end - 1] != 0x80 || text.size() - (end - 1) > kAesBlock) return std::nullopt;
  return base::Bytes(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end - 1));
}

bool sameBytes(base::ByteView left, base::ByteView right) {
  return left.size() == right.size() && (left.empty() || CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0);
}

void wipe(base::Bytes& bytes) {
  OPENSSL_cleanse(bytes.data(), bytes.size());
  bytes.clear();
}

void wipe(Block& block) { OPENSSL_cleanse(block.data(), block.size()); }

base::Bytes joined(std::initializer_list<base::ByteView> pieces) {
  std::size_t size = 0;
  for (const base::ByteView piece : pieces) size += piece.size();
  base::Bytes out;
  out.reserve(size);
  for (const base::ByteView piece : pieces) out.insert(out.end(), piece.begin(), piece.end());
  return out;
}

Block blockOf(base::ByteView bytes) {
  KAHUI_ASSERT(bytes.size() >= kAesBlock);
  Block block{};
  std::copy_n(bytes.begin(), kAesBlock, block.begin());
  return block;
}

}  // namespace kahui::card
