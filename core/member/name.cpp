#include "core/member/name.hpp"

#include <algorithm>

namespace kahui::member {

std::string maskName(std::string_view utf8) {
  const auto continues = [&](std::size_t at) { return (static_cast<unsigned char>(utf8[at]) & 0xC0) == 0x80; };
  std::size_t first = 0;
  std::size_t points = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    if (continues(i)) continue;
    ++points;
    if (points == 2) first = i;
  }
  if (points <= 1) return std::string(utf8);
  return std::string(utf8.substr(0, first)) + std::string(std::min<std::size_t>(points - 1, 3), '*');
}

}  // namespace kahui::member
