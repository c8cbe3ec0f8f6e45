// The key of one card of this shop.
#pragma once

#include <optional>

#include "drivers/card/crypto/aes.hpp"
#include "drivers/card/shop_keys.hpp"

namespace kahui::card {

// UID || application id as sent || system id, for every kind of card (AN10922 section 2.1 leaves the choice; its own
// example has this order). NTAG 424 DNA and NTAG21x have no application id of three bytes: theirs is the shop's `aid`
// as well, so that one setting and one function serve all.
[[nodiscard]] base::Bytes diversificationInput(const ShopKeys& keys, base::ByteView uid);

// The master itself with Diversify::None. None if AN10922's input would be longer than 31 bytes: a system id of that
// length must be refused where the settings are read.
[[nodiscard]] std::optional<SecretKey> cardKey(const ShopKeys& keys, const AesKey& master, base::ByteView uid);

}  // namespace kahui::card
