// What a till knows of its own shop's cards (contracts.md, "Readers", --keys).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.hpp"

namespace kahui::card {

using AesKey = std::array<std::uint8_t, 16>;  // AES-128
using CodeKey = std::array<std::uint8_t, 32>;

// A member number as it stands on a stripe or in a code: digits, begins with one of `prefixes`, `length` digits in all,
// the last of them its check digit (Luhn, ISO/IEC 7812-1 annex B). No prefixes: nothing is ours.
struct MemberNumberFormat {
  std::vector<std::string> prefixes{};
  int length = 0;
};

enum class Diversify { None, An10922 };

// Secure dynamic messaging of NTAG 424 DNA (AN12196, section 3): the same for all cards, so that a card can be looked
// up by what it shows.
struct SdmKeys {
  AesKey file_key{};
  AesKey meta_key{};
};

// Points on a DESFire (desfire/purse.hpp).
struct PurseKeys {
  std::optional<AesKey> record_key{};  // of the records' own proof
  // What issuing puts on a card; a till that only reads and debits has none of it.
  std::optional<AesKey> credit_key{};
  std::int32_t cap = 0;        // most points on a card, 1 ... 2^31 - 1
  std::uint32_t records = 10;  // that can be read back, 2 ... 254
};

// Kinds of card without a master key are read as far as they go without one.
struct ShopKeys {
  base::Bytes system_id{};  // of AN10922's input, after UID and application id
  std::optional<AesKey> ntag424{};
  std::optional<AesKey> desfire{};
  std::optional<AesKey> ntag21x{};
  Diversify diversify = Diversify::An10922;
  std::array<std::uint8_t, 3> aid{};  // DESFire application, least significant byte first, as sent
  std::optional<SdmKeys> sdm{};
  std::optional<PurseKeys> purse{};  // none: cards hold no points
  // Of the SUN message that issuing writes, without "https://", up to and with the "?"; empty: none.
  std::string address{};
  MemberNumberFormat numbers{};
  std::optional<CodeKey> code{};  // of codes that live for a minute (member_code.hpp); none: only printed codes count
};

}  // namespace kahui::card
