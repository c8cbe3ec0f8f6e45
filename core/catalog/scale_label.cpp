#include "core/catalog/scale_label.hpp"

#include "core/base/check_digit.hpp"

namespace kahui::catalog {

namespace {

std::int64_t number(std::string_view digits) {
  std::int64_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

std::optional<ScaleLabel> parseScaleLabel(std::string_view code, int prefix) {
  if ((code.size() != 13 && code.size() != 18) || !base::allDigits(code)) return std::nullopt;
  const auto found = number(code.substr(0, 2));
  if (found < 20 || found > 29 || (prefix >= 0 && found != prefix)) return std::nullopt;
  if (base::eanCheckDigit(code.substr(0, code.size() - 1)) != code.back()) return std::nullopt;
  ScaleLabel label{.plu = std::string(code.substr(2, 5)), .amount = base::Money(number(code.substr(7, 5)))};
  if (code.size() == 18) label.weight = base::Quantity(number(code.substr(12, 5)));
  return label;
}

}  // namespace kahui::catalog
