#include "core/base/id.hpp"

#include <algorithm>

namespace kahui::base {

Id Id::make(std::int64_t utc_ms, RandomSource& random) {
  Raw raw{};
  random.fill(raw);
  for (int i = 0; i < 6; ++i) raw[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(utc_ms >> (8 * (5 - i)));
  raw[6] = static_cast<std::uint8_t>((raw[6] & 0x0F) | 0x70);
  raw[8] = static_cast<std::uint8_t>((raw[8] & 0x3F) | 0x80);
  return Id(raw);
}

std::optional<Id> Id::parse(std::string_view hex) {
  const auto bytes = fromHex(hex);
  if (!bytes || bytes->size() != 16) return std::nullopt;
  Raw raw{};
  std::copy(bytes->begin(), bytes->end(), raw.begin());
  return Id(raw);
}

}  // namespace kahui::base
