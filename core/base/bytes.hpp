// Byte strings and their lower-case hex form.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kahui::base {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

std::string toHex(ByteView bytes);
// Accepts upper and lower case, an even number of digits and nothing else.
std::optional<Bytes> fromHex(std::string_view hex);

std::string toBase64(ByteView bytes);
std::optional<Bytes> fromBase64(std::string_view text);

inline ByteView asBytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace kahui::base
