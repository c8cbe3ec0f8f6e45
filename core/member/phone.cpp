#include "core/member/phone.hpp"

#include "core/base/check_digit.hpp"

namespace kahui::member {

namespace {

// U+FF01 .. U+FF5E are EF BC 81 .. EF BD 9E; U+3000 is the ideographic space.
std::string toAscii(std::string_view text) {
  std::string ascii;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    if (i + 2 < text.size() && byte(i) == 0xEF && (byte(i + 1) == 0xBC || byte(i + 1) == 0xBD)) {
      const int offset = (byte(i + 1) - 0xBC) * 0x40 + (byte(i + 2) - 0x80);
      ascii.push_back(static_cast<char>(0x20 + offset));
      i += 2;
    } else if (i + 2 < text.size() && byte(i) == 0xE3 && byte(i + 1) == 0x80 && byte(i + 2) == 0x80) {
      ascii.push_back(' ');
      i += 2;
    } else {
      ascii.push_back(text[i]);
    }
  }
  return ascii;
}

}  // namespace

std::optional<std::string> normalizePhone(std::string_view text) {
  std::string digits;
  for (const char c : toAscii(text)) {
    if (c == ' ' || c == '-' || c == '(' || c == ')' || c == '[' || c == ']') continue;
    digits.push_back(c);
  }
  for (const std::string_view prefix : {"+86", "0086", "86"}) {
    if (digits.size() == 11 + prefix.size() && digits.starts_with(prefix)) {
      digits.erase(0, prefix.size());
      break;
    }
  }
  const bool valid = digits.size() == 11 && base::allDigits(digits) && digits[0] == '1' && digits[1] >= '3';
  return valid ? std::optional(digits) : std::nullopt;
}

std::string maskPhone(std::string_view phone) {
  if (phone.size() != 11) return std::string(phone.size(), '*');
  return std::string(phone.substr(0, 3)) + "****" + std::string(phone.substr(7));
}

}  // namespace kahui::member
