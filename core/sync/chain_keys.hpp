// The chain's keys that a till gets at enrolment, and what is done with them. Each till hashes and seals its own rows
// with the key of its device; what travels between tills needs keys that all of them have.
//   card hash   BLAKE2b-128 under the card key over kind, "|" and value: names a card or a telephone ("phone") to
//               headquarters and to other tills without showing it
//   profile     XChaCha20-Poly1305-IETF, nonce || sealed, under BLAKE2b-256(feed key, member id); plain text as
//               member::encodeProfile writes it
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/id.hpp"
#include "core/base/random.hpp"
#include "core/base/result.hpp"
#include "core/member/member.hpp"

namespace kahui::sync {

using ChainKey = std::array<std::uint8_t, 32>;

// BLAKE2b-128 over domain, "|" and value, 32 hex digits.
std::string keyedHash(const ChainKey& key, std::string_view domain, std::string_view value);
std::string cardHash(const ChainKey& card_key, const member::Credential& credential);  // 32 hex digits
std::string phoneHash(const ChainKey& card_key, std::string_view normalized_phone);    // 32 hex digits

std::string sealProfile(const ChainKey& feed_key, const base::Id& member, const member::Profile& profile,
                        base::RandomSource& random);  // base64
// BadInput: not base64, or it does not open with this key and member.
base::Result<member::Profile> openProfile(const ChainKey& feed_key, const base::Id& member, std::string_view sealed);

// A text for the chain's tills, sealed as a profile is, under `id`.
std::string sealText(const ChainKey& feed_key, const base::Id& id, std::string_view plain,
                     base::RandomSource& random);  // base64
// BadInput: not base64, or it does not open with this key and id.
base::Result<std::string> openText(const ChainKey& feed_key, const base::Id& id, std::string_view sealed);

// What a till tells headquarters of a member goes beside the log, whose lines stay for ever: X25519 sealed box to
// headquarters' key, base64; plain text as above.
using BoxKey = std::array<std::uint8_t, 32>;
std::string boxProfile(const BoxKey& to, const member::Profile& profile);
// BadInput: it is none, or it was not made for this key.
base::Result<member::Profile> openBox(const BoxKey& open, const BoxKey& secret, std::string_view box);

}  // namespace kahui::sync
