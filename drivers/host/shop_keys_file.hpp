// `--keys FILE`: what a till has of its shop's cards in its settings (contracts.md, "Readers"). JSON, every key
// optional:
//   "prefixes": ["9001"], "member_length": 10     member numbers: digits, 6 … 18 of them, the last one Luhn's
//   "system_id": hex, 0 … 21 bytes                of AN10922's input
//   "master": {"ntag424", "desfire", "ntag21x"}   hex, 16 bytes each
//   "diversify": "AN10922" (default) | "none"
//   "aid": hex, 3 bytes as sent
//   "sdm": {"file_key", "meta_key"}               hex, 16 bytes each, both
//   "code_key": hex, 32 bytes                     of live member codes (drivers/card/member_code.hpp)
//   "purse": {"record_key": hex, 16 bytes}        points on DESFire cards, the records' own proof
//            {"cap", "records", "credit_key"}     most points, records (10) and the key that credits; for issuing only
//   "address": text without "https://"            of the SUN message that issuing writes on an NTAG 424 DNA
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "drivers/card/shop_keys.hpp"

namespace kahui::host {

// Errors: BadInput or UnknownKey. The detail names the key and never shows what stood there.
base::Result<card::ShopKeys> parseShopKeys(std::string_view json);

// The text of a file. Errors: those of parseShopKeys(); the detail begins with the file's name. The text is wiped.
base::Result<card::ShopKeys> readShopKeys(const std::string& file, std::string text);

}  // namespace kahui::host
