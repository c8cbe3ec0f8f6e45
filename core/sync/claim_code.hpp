// The code on a guest's receipt in a chain (a forgotten card): 24 digits, so that every till of the chain can ask for
// it and nobody can make one up.
//   5 till       BLAKE2b-128 under the card key over "till|" and the terminal, as a number
//   2 incarnation, 8 receipt   as in the receipt's number
//   8 signature  BLAKE2b-128 under the card key over "claim|", terminal, "|" and the receipt's number
//   1 check digit
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/sync/chain_keys.hpp"

namespace kahui::sync {

// Empty: the receipt's number does not fit (an incarnation above 99).
std::string claimCode(const ChainKey& card_key, std::string_view terminal, std::string_view receipt_no);

struct ClaimName {
  std::string tag;           // of the till
  std::string receipt_tail;  // "-INCARNATION-NUMBER", as receipts' numbers end
};
// nullopt: no such code.
std::optional<ClaimName> parseClaimCode(std::string_view code);
std::string claimTag(const ChainKey& card_key, std::string_view terminal);

}  // namespace kahui::sync
