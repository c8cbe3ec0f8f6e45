#include "core/store/sealer.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <cstring>

#include "core/member/profile_codec.hpp"

namespace kahui::store {

namespace {

constexpr unsigned long long kPinPasses = 3;
constexpr std::size_t kPinMemory_bytes = 64U << 20;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;

std::int64_t half(const std::uint8_t* bytes) {
  std::int64_t value = 0;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

LookupKey split(const std::array<std::uint8_t, 16>& hash) { return {half(hash.data()), half(hash.data() + 8)}; }

StoreKey subkey(const StoreKey& key, std::uint64_t number) {
  StoreKey sub{};
  crypto_kdf_derive_from_key(sub.data(), sub.size(), number, "kahuistr", key.data());
  return sub;
}

StoreKey memberKey(const StoreKey& seal, const base::Id& member, const Salt& salt) {
  std::array<std::uint8_t, 32> context{};
  std::memcpy(context.data(), member.raw().data(), 16);
  std::memcpy(context.data() + 16, salt.data(), 16);
  StoreKey key{};
  crypto_generichash(key.data(), key.size(), context.data(), context.size(), seal.data(), seal.size());
  return key;
}

}  // namespace

std::string LookupKey::hex() const {
  std::array<std::uint8_t, 16> bytes{};
  std::memcpy(bytes.data(), &key, 8);
  std::memcpy(bytes.data() + 8, &tail, 8);
  return base::toHex(bytes);
}

std::optional<LookupKey> LookupKey::parse(std::string_view hex) {
  const auto bytes = base::fromHex(hex);
  if (!bytes || bytes->size() != 16) return std::nullopt;
  return LookupKey{half(bytes->data()), half(bytes->data() + 8)};
}

Sealer::Sealer(const StoreKey& key) : m_lookup(subkey(key, 1)), m_seal(subkey(key, 2)), m_pin(subkey(key, 3)) {}

std::array<std::uint8_t, 16> Sealer::lookup(std::string_view domain, std::string_view text) const {
  std::array<std::uint8_t, 16> hash{};
  crypto_generichash_state state;
  crypto_generichash_init(&state, m_lookup.data(), m_lookup.size(), hash.size());
  for (const std::string_view part : {domain, std::string_view("|"), text}) {
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(part.data()), part.size());
  }
  crypto_generichash_final(&state, hash.data(), hash.size());
  return hash;
}

LookupKey Sealer::cardKey(const member::Credential& credential) const {
  return split(lookup(member::name(credential.kind), credential.value));
}

LookupKey Sealer::phoneKey(std::string_view phone) const { return split(lookup("phone", phone)); }

std::int64_t Sealer::tailKey(std::string_view last_digits) const {
  return split(lookup("tail", last_digits)).key & 0xFFFFFFFF;
}

LookupKey Sealer::refKey(std::string_view ref) const { return split(lookup("ref", ref)); }

LookupKey Sealer::claimKey(std::int64_t receipt) const { return split(lookup("claim", std::to_string(receipt))); }

base::Bytes Sealer::seal(const base::Id& member, const Salt& salt, const member::Profile& profile,
                         base::RandomSource& random) const {
  const std::string plain = member::encodeProfile(profile);
  const StoreKey key = memberKey(m_seal, member, salt);
  base::Bytes sealed(kNonceBytes + plain.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES);
  random.fill(std::span(sealed).first(kNonceBytes));
  crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + kNonceBytes, nullptr,
                                             reinterpret_cast<const unsigned char*>(plain.data()), plain.size(),
                                             nullptr, 0, nullptr, sealed.data(), key.data());
  return sealed;
}

base::Result<member::Profile> Sealer::open(const base::Id& member, const Salt& salt, base::ByteView sealed) const {
  constexpr std::size_t overhead = kNonceBytes + crypto_aead_xchacha20poly1305_ietf_ABYTES;
  if (sealed.size() < overhead) return base::fail(base::ErrorCode::StoreCorrupt, "sealed profile too short");
  const StoreKey key = memberKey(m_seal, member, salt);
  std::string plain(sealed.size() - overhead, '\0');
  const int rc = crypto_aead_xchacha20poly1305_ietf_decrypt(
      reinterpret_cast<unsigned char*>(plain.data()), nullptr, nullptr, sealed.data() + kNonceBytes,
      sealed.size() - kNonceBytes, nullptr, 0, sealed.data(), key.data());
  if (rc != 0) return base::fail(base::ErrorCode::StoreKey, "a profile does not open with this device's key");
  return member::decodeProfile(plain);
}

std::string Sealer::pepperedPin(std::string_view pin) const {
  std::array<std::uint8_t, 32> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(pin.data()), pin.size(),
                     m_pin.data(), m_pin.size());
  return base::toHex(hash);
}

// crypto_pwhash_str draws its salt from the kernel; a demo store must come out the same each time, so the salt is drawn
// here.
std::string Sealer::hashPin(std::string_view pin, base::RandomSource& random) const {
  std::array<std::uint8_t, crypto_pwhash_argon2id_SALTBYTES> salt{};
  random.fill(salt);
  const std::string peppered = pepperedPin(pin);
  std::array<std::uint8_t, 32> hash{};
  KAHUI_ASSERT(crypto_pwhash_argon2id(hash.data(), hash.size(), peppered.data(), peppered.size(), salt.data(),
                                      kPinPasses, kPinMemory_bytes, crypto_pwhash_argon2id_ALG_ARGON2ID13) == 0);
  return fmt::format("argon2id-64-3${}${}", base::toHex(salt), base::toHex(hash));
}

bool Sealer::pinMatches(std::string_view pin, const std::string& stored) const {
  const auto first = stored.find('$');
  const auto second = stored.find('$', first + 1);
  if (first == std::string::npos || second == std::string::npos) return false;
  const auto salt = base::fromHex(std::string_view(stored).substr(first + 1, second - first - 1));
  const auto expected = base::fromHex(std::string_view(stored).substr(second + 1));
  if (!salt || salt->size() != crypto_pwhash_argon2id_SALTBYTES || !expected || expected->size() != 32) return false;
  const std::string peppered = pepperedPin(pin);
  std::array<std::uint8_t, 32> hash{};
  KAHUI_ASSERT(crypto_pwhash_argon2id(hash.data(), hash.size(), peppered.data(), peppered.size(), salt->data(),
                                      kPinPasses, kPinMemory_bytes, crypto_pwhash_argon2id_ALG_ARGON2ID13) == 0);
  return sodium_memcmp(hash.data(), expected->data(), hash.size()) == 0;
}

}  // namespace kahui::store
