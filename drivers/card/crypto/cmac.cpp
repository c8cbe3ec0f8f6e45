#include "drivers/card/crypto/cmac.hpp"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <algorithm>
#include <memory>
#include <string>

namespace kahui::card {
namespace {

struct FreeMac {
  void operator()(EVP_MAC* mac) const { EVP_MAC_free(mac); }
  void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
};

Block doubled(const Block& block) {  // in GF(2^128), RFC 4493 section 2.3
  Block out{};
  for (std::size_t i = 0; i < kAesBlock; ++i) {
    const int carry = i + 1 < kAesBlock ? block[i + 1] >> 7 : 0;
    out[i] = static_cast<std::uint8_t>(block[i] << 1 | carry);
  }
  if ((block[0] & 0x80) != 0) out[kAesBlock - 1] ^= 0x87;
  return out;
}

}  // namespace

Subkeys subkeysOf(const Block& encrypted_zero) {
  const Block whole = doubled(encrypted_zero);
  return {whole, doubled(whole)};
}

Block cmac(base::ByteView key, base::ByteView message) {
  const std::unique_ptr<EVP_MAC, FreeMac> mac(EVP_MAC_fetch(nullptr, "CMAC", nullptr));
  KAHUI_ASSERT(mac != nullptr);
  const std::unique_ptr<EVP_MAC_CTX, FreeMac> context(EVP_MAC_CTX_new(mac.get()));
  KAHUI_ASSERT(context != nullptr);
  std::string cipher = key.size() == 32 ? "AES-256-CBC" : key.size() == 24 ? "AES-192-CBC" : "AES-128-CBC";
  const std::array<OSSL_PARAM, 2> params{OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_CIPHER, cipher.data(), 0),
                                         OSSL_PARAM_construct_end()};
  KAHUI_ASSERT(EVP_MAC_init(context.get(), key.data(), key.size(), params.data()) == 1);
  KAHUI_ASSERT(message.empty() || EVP_MAC_update(context.get(), message.data(), message.size()) == 1);
  Block out{};
  std::size_t size = 0;
  KAHUI_ASSERT(EVP_MAC_final(context.get(), out.data(), &size, out.size()) == 1 && size == out.size());
  return out;
}

Block cmacFrom(const Block& iv, base::ByteView key, base::ByteView message) {
  const Subkeys masks = subkeysOf(aesEncryptBlock(key, Block{}));
  const bool whole = !message.empty() && message.size() % kAesBlock == 0;
  base::Bytes text = whole ? base::Bytes(message.begin(), message.end()) : padded(message);
  const Block& mask = whole ? masks.whole : masks.padded;
  const std::size_t last = text.size() - kAesBlock;
  for (std::size_t i = 0; i < kAesBlock; ++i) text[last + i] ^= mask[i];
  const base::Bytes chain = aesCbcEncrypt(key, iv, text);
  return blockOf(base::ByteView(chain).subspan(last));
}

ShortMac truncated(const Block& mac) {
  ShortMac out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = mac[2 * i + 1];
  return out;
}

ShortMac firstHalf(const Block& mac) {
  ShortMac out{};
  std::copy_n(mac.begin(), out.size(), out.begin());
  return out;
}

std::array<std::uint8_t, 4> crc32(base::ByteView message) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const std::uint8_t byte : message) {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320U : crc >> 1;
  }
  std::array<std::uint8_t, 4> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<std::uint8_t>(crc >> (8 * i));
  return out;
}

}  // namespace kahui::card
