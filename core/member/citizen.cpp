#include "core/member/citizen.hpp"

#include "core/base/check_digit.hpp"

namespace kahui::member {

namespace {

constexpr std::size_t kLength = 18;

bool rightCheck(std::string_view number) {
  constexpr int kWeights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < kLength - 1; ++i) sum += (number[i] - '0') * kWeights[i];
  const char expected = "10X98765432"[sum % 11];
  return number.back() == expected || (expected == 'X' && number.back() == 'x');
}

}  // namespace

std::optional<Citizen> parseCitizenNumber(std::string_view number, base::BusinessDate today) {
  if (number.size() != kLength || !base::allDigits(number.substr(0, kLength - 1)) || !rightCheck(number))
    return std::nullopt;
  const std::string digits(number.substr(6, 8));
  const auto birthday =
      base::BusinessDate::parse(digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2));
  if (!birthday || *birthday > today) return std::nullopt;
  return Citizen{*birthday, (number[16] - '0') % 2 == 1};
}

std::string maskCitizenNumber(std::string_view number) {
  if (number.size() != kLength) return std::string(number.size(), '*');
  return std::string(number.substr(0, 3)) + std::string(11, '*') + std::string(number.substr(14));
}

}  // namespace kahui::member
