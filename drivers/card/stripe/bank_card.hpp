// Does this stripe look like a bank card's? Only for the words that the cashier sees: what is a member's card is
// decided by the shop's own numbers (judge_swipe.hpp), never by this list, which is incomplete by nature.
//   track layouts: ISO/IEC 7813, ISO/IEC 4909; numbers: ISO/IEC 7812-1 (12 … 19 digits, Luhn)
//   issuer ranges: as published by the schemes, collected in cards.md section 3. UnionPay and the older Chinese debit
//   cards (9558…, 95599…) are not asked for a Luhn digit, because not all of them have one.
#pragma once

#include <string_view>

#include "drivers/card/stripe/tracks.hpp"

namespace kahui::card {

// Digits of 12 … 19 that begin and are as long as a known scheme's. The check digit is not looked at.
[[nodiscard]] bool isIssuerNumber(std::string_view digits);

// The same with its check digit, where the scheme has one.
[[nodiscard]] bool isBankNumber(std::string_view digits);

// `data` is what follows a number on track 2 or 3: `=`, YYMM, a service code of three digits, anything.
[[nodiscard]] bool isBankTail(std::string_view data);

[[nodiscard]] bool looksLikeBankCard(int track_no, const Track& track);

}  // namespace kahui::card
