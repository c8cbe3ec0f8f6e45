#include "core/sync/rhythm.hpp"

#include <algorithm>
#include <array>

namespace kahui::sync {

std::int64_t Rhythm::afterSession(bool reached, base::RandomSource& random) {
  const std::int64_t most_ms = reached ? kMost_ms : m_most_ms;
  m_most_ms = reached ? kMost_ms : std::min(kMostDown_ms, 2 * m_most_ms);
  std::array<std::uint8_t, 2> bytes{};
  random.fill(bytes);
  const std::int64_t drawn = bytes[0] << 8 | bytes[1];  // of 65535
  return most_ms / 2 + most_ms / 2 * drawn / 65'535;
}

}  // namespace kahui::sync
