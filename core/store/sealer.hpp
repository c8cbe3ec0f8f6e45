// Keys of one store and what is done with them (libsodium). The store key is 32 random bytes in a 0600 file of the
// device, outside the database; subkeys come from crypto_kdf. Without the file a copy of the database shows no name,
// number or card.
//   look-up  BLAKE2b-128, keyed, over kind and text: equal texts meet, nothing can be read back
//   profile  XChaCha20-Poly1305-IETF under BLAKE2b(seal key, member id || member salt); destroying the salt erases the
//   member PIN      Argon2id (64 MiB, 3 passes) over a keyed hash, so that a hash from one device is useless on another
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/bytes.hpp"
#include "core/base/id.hpp"
#include "core/base/random.hpp"
#include "core/base/result.hpp"
#include "core/member/member.hpp"

namespace kahui::store {

using StoreKey = std::array<std::uint8_t, 32>;
using Salt = std::array<std::uint8_t, 16>;

// The two halves of a 16-byte look-up hash: the first is a table's key, the second is compared after the hit.
struct LookupKey {
  std::int64_t key = 0;
  std::int64_t tail = 0;
  [[nodiscard]] std::string hex() const;
  static std::optional<LookupKey> parse(std::string_view hex);
  bool operator==(const LookupKey&) const = default;
};

class Sealer {
 public:
  explicit Sealer(const StoreKey& key);

  [[nodiscard]] LookupKey cardKey(const member::Credential& credential) const;
  [[nodiscard]] LookupKey phoneKey(std::string_view phone) const;
  [[nodiscard]] std::int64_t tailKey(std::string_view last_digits) const;  // 32 bit
  [[nodiscard]] LookupKey refKey(std::string_view ref) const;
  [[nodiscard]] LookupKey claimKey(std::int64_t receipt) const;  // key of table sale

  [[nodiscard]] base::Bytes seal(const base::Id& member, const Salt& salt, const member::Profile& profile,
                                 base::RandomSource& random) const;
  // StoreKey if the bytes do not open: another key, or tampered with.
  [[nodiscard]] base::Result<member::Profile> open(const base::Id& member, const Salt& salt,
                                                   base::ByteView sealed) const;

  [[nodiscard]] std::string hashPin(std::string_view pin, base::RandomSource& random) const;
  [[nodiscard]] bool pinMatches(std::string_view pin, const std::string& hash) const;

 private:
  [[nodiscard]] std::array<std::uint8_t, 16> lookup(std::string_view domain, std::string_view text) const;
  [[nodiscard]] std::string pepperedPin(std::string_view pin) const;

  StoreKey m_lookup{};
  StoreKey m_seal{};
  StoreKey m_pin{};
};

}  // namespace kahui::store
