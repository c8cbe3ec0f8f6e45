#include "core/member/tax_number.hpp"

#include <algorithm>

namespace kahui::member {

namespace {

constexpr std::string_view kCreditCodeSigns = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::size_t kCreditCode = 18, kOlder = 15;
constexpr std::size_t kPlaceFrom = 2, kPlace = 6;  // digits

bool digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isCreditCode(std::string_view code) {
  if (code.size() != kCreditCode || !digits(code.substr(kPlaceFrom, kPlace))) return false;
  std::size_t weight = 1, sum = 0;
  for (const char c : code.substr(0, kCreditCode - 1)) {
    const auto value = kCreditCodeSigns.find(c);
    if (value == std::string_view::npos) return false;
    sum += value * weight;
    weight = weight * 3 % kCreditCodeSigns.size();
  }
  const auto check = (kCreditCodeSigns.size() - sum % kCreditCodeSigns.size()) % kCreditCodeSigns.size();
  return code.back() == kCreditCodeSigns[check];
}

bool isOlder(std::string_view number) {
  if (number.size() != kOlder || !digits(number.substr(0, kPlace))) return false;
  return std::all_of(number.begin(), number.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
}

}  // namespace

std::optional<std::string> parseTaxNumber(std::string_view typed) {
  std::string number;
  for (const char c : typed) {
    if (c == ' ' || c == '-') continue;
    number.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
  }
  return isCreditCode(number) || isOlder(number) ? std::optional(number) : std::nullopt;
}

std::string maskTaxNumber(std::string_view number) {
  constexpr std::size_t kHead = 2, kTail = 4;
  if (number.size() < kOlder) return std::string(number.size(), '*');
  return std::string(number.substr(0, kHead)) + std::string(number.size() - kHead - kTail, '*') +
         std::string(number.substr(number.size() - kTail));
}

}  // namespace kahui::member
