// A key per card from a master key (AN10922, sections 2.2 to 2.4). The input is `diversificationInput`'s
// (shop_keys.hpp) in this product; here it is any 1 ... 31 bytes.
#pragma once

#include "drivers/card/crypto/aes.hpp"

namespace kahui::card {

inline constexpr std::size_t kMaxDiversifyInput = 31;

// `master` 16, 24 or 32 bytes; a key of the same length. The message is always two blocks long, also where one would
// do (AN10957 page 13).
[[nodiscard]] base::Bytes diversified(base::ByteView master, base::ByteView input);
[[nodiscard]] SecretKey diversified128(base::ByteView master, base::ByteView input);

}  // namespace kahui::card
