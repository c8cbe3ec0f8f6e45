#include "core/base/check_digit.hpp"

#include <algorithm>

namespace kahui::base {

bool allDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<char> eanCheckDigit(std::string_view body) {
  if (!allDigits(body)) return std::nullopt;
  int sum = 0;
  int weight = 3;
  for (auto it = body.rbegin(); it != body.rend(); ++it) {
    sum += (*it - '0') * weight;
    weight = 4 - weight;
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

std::optional<char> luhnCheckDigit(std::string_view body) {
  if (!allDigits(body)) return std::nullopt;
  int sum = 0;
  bool twice = true;
  for (auto it = body.rbegin(); it != body.rend(); ++it) {
    int digit = *it - '0';
    if (twice) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
    twice = !twice;
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

bool validEan(std::string_view code) {
  if (code.size() != 8 && code.size() != 13) return false;
  return eanCheckDigit(code.substr(0, code.size() - 1)) == code.back();
}

bool validLuhn(std::string_view number) {
  if (number.size() < 2) return false;
  return luhnCheckDigit(number.substr(0, number.size() - 1)) == number.back();
}

}  // namespace kahui::base
