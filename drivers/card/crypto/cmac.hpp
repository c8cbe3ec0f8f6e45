// AES-CMAC (RFC 4493, NIST SP 800-38B) and what the cards make of it; the CRC-32 of DESFire.
#pragma once

#include <array>

#include "drivers/card/crypto/aes.hpp"

namespace kahui::card {

using ShortMac = std::array<std::uint8_t, 8>;

// `key` 16, 24 or 32 bytes.
[[nodiscard]] Block cmac(base::ByteView key, base::ByteView message);

// A CMAC whose chain starts at `iv` instead of zero: the proof that DESFire EV1 carries from one command to the next
// (AN10833; libfreefare). The whole result is the next IV.
[[nodiscard]] Block cmacFrom(const Block& iv, base::ByteView key, base::ByteView message);

// MACt of the EV2 secure messaging and of SDM: the second, fourth, ... sixteenth byte (AN12196 section 2, AN12343).
[[nodiscard]] ShortMac truncated(const Block& mac);
// EV1 sends the first eight.
[[nodiscard]] ShortMac firstHalf(const Block& mac);

// The two masks that are laid over the last block: for a whole one and for a padded one (RFC 4493, 2.3).
struct Subkeys {
  Block whole{};
  Block padded{};
};
// From the encryption of a zero block; LRP derives its subkeys the same way from another primitive.
[[nodiscard]] Subkeys subkeysOf(const Block& encrypted_zero);

// Polynomial 04C11DB7 reflected, start FFFFFFFF, *without* the final inversion; sent least significant byte first
// (AN10833, ChangeKey).
[[nodiscard]] std::array<std::uint8_t, 4> crc32(base::ByteView message);

}  // namespace kahui::card
