// Check digits over decimal text.
//   EAN-13 / EAN-8: GS1 General Specifications, section 7.9 (weights 1, 3 from the right)
//   Luhn: ISO/IEC 7812-1 annex B; member numbers (rulebook I1), coupon codes (C1)
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kahui::base {

bool allDigits(std::string_view text);  // false for the empty text

// The check digit that makes `body` plus the digit valid. nullopt if body is empty or not all digits.
std::optional<char> eanCheckDigit(std::string_view body);
std::optional<char> luhnCheckDigit(std::string_view body);

bool validEan(std::string_view code);  // 8 or 13 digits with a right check digit
bool validLuhn(std::string_view number);

}  // namespace kahui::base
