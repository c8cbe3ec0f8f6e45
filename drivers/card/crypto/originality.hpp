// The maker's signature over a card's UID: proves whose silicon it is, not who holds it, and any emulator can repeat
// it. ECDSA over the raw UID bytes without a digest, r and s one after the other.
//   NTAG21x: AN11350; Ultralight EV1: AN11341; both secp128r1, 32 bytes
//   NTAG 424 DNA: AN12196 section 8; DESFire: AN12343; secp224r1, 56 bytes
#pragma once

#include <span>
#include <string_view>

#include "core/base/bytes.hpp"

namespace kahui::card {

enum class Curve { Secp128r1, Secp224r1 };

// `public_key` is an uncompressed point (04, x, y). False for anything that is not a right signature, whatever is
// wrong.
[[nodiscard]] bool verifySignature(Curve curve, base::ByteView public_key, base::ByteView message,
                                   base::ByteView signature);

enum class Maker {
  UltralightFamily,  // NTAG21x, Ultralight EV1
  DnaFamily,         // NTAG 424 DNA, DESFire
};

// Against each of the maker's published keys for that family: chips of one type were signed with more than one.
[[nodiscard]] bool isOriginal(Maker maker, base::ByteView uid, base::ByteView signature);

}  // namespace kahui::card
