#include "core/sync/chain_keys.hpp"

#include <sodium.h>

#include "core/member/profile_codec.hpp"

namespace kahui::sync {

namespace {

constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kOverhead = kNonceBytes + crypto_aead_xchacha20poly1305_ietf_ABYTES;

ChainKey memberKey(const ChainKey& feed_key, const base::Id& member) {
  ChainKey key{};
  crypto_generichash(key.data(), key.size(), member.raw().data(), member.raw().size(), feed_key.data(),
                     feed_key.size());
  return key;
}

}  // namespace

std::string keyedHash(const ChainKey& key, std::string_view domain, std::string_view value) {
  std::string text(domain);
  text += '|';
  text += value;
  std::array<std::uint8_t, 16> hash{};
  crypto_generichash(hash.data(), hash.size(), base::asBytes(text).data(), text.size(), key.data(), key.size());
  return base::toHex(hash);
}

std::string cardHash(const ChainKey& card_key, const member::Credential& credential) {
  return keyedHash(card_key, member::name(credential.kind), credential.value);
}

std::string phoneHash(const ChainKey& card_key, std::string_view normalized_phone) {
  return keyedHash(card_key, "phone", normalized_phone);
}

std::string sealProfile(const ChainKey& feed_key, const base::Id& member, const member::Profile& profile,
                        base::RandomSource& random) {
  return sealText(feed_key, member, member::encodeProfile(profile), random);
}

std::string sealText(const ChainKey& feed_key, const base::Id& id, std::string_view plain, base::RandomSource& random) {
  const ChainKey key = memberKey(feed_key, id);
  base::Bytes sealed(plain.size() + kOverhead);
  random.fill(std::span(sealed).first(kNonceBytes));
  crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + kNonceBytes, nullptr, base::asBytes(plain).data(),
                                             plain.size(), nullptr, 0, nullptr, sealed.data(), key.data());
  return base::toBase64(sealed);
}

base::Result<member::Profile> openProfile(const ChainKey& feed_key, const base::Id& member, std::string_view sealed) {
  const auto plain = openText(feed_key, member, sealed);
  if (!plain) return tl::unexpected(plain.error());
  auto profile = member::decodeProfile(*plain);
  if (!profile) return base::fail(base::ErrorCode::BadInput, profile.error().detail);
  return profile;
}

base::Result<std::string> openText(const ChainKey& feed_key, const base::Id& id, std::string_view sealed) {
  const auto bytes = base::fromBase64(sealed);
  if (!bytes || bytes->size() < kOverhead)
    return base::fail(base::ErrorCode::BadInput, "what is sealed has a bad form");
  const ChainKey key = memberKey(feed_key, id);
  std::string plain(bytes->size() - kOverhead, '\0');
  const int rc = crypto_aead_xchacha20poly1305_ietf_decrypt(
      reinterpret_cast<unsigned char*>(plain.data()), nullptr, nullptr, bytes->data() + kNonceBytes,
      bytes->size() - kNonceBytes, nullptr, 0, bytes->data(), key.data());
  if (rc != 0) return base::fail(base::ErrorCode::BadInput, "what is sealed does not open with the chain's key");
  return plain;
}

std::string boxProfile(const BoxKey& to, const member::Profile& profile) {
  const std::string plain = member::encodeProfile(profile);
  base::Bytes box(plain.size() + crypto_box_SEALBYTES);
  crypto_box_seal(box.data(), base::asBytes(plain).data(), plain.size(), to.data());
  return base::toBase64(box);
}

base::Result<member::Profile> openBox(const BoxKey& open, const BoxKey& secret, std::string_view box) {
  const auto bytes = base::fromBase64(box);
  if (!bytes || bytes->size() < crypto_box_SEALBYTES) return base::fail(base::ErrorCode::BadInput, "a profile's box");
  std::string plain(bytes->size() - crypto_box_SEALBYTES, '\0');
  if (crypto_box_seal_open(reinterpret_cast<unsigned char*>(plain.data()), bytes->data(), bytes->size(), open.data(),
                           secret.data()) != 0)
    return base::fail(base::ErrorCode::BadInput, "a profile's box does not open with this headquarters' key");
  auto profile = member::decodeProfile(plain);
  if (!profile) return base::fail(base::ErrorCode::BadInput, profile.error().detail);
  return profile;
}

}  // namespace kahui::sync
