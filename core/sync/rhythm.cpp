#include "core/sync/rhythm.hpp"

#include <algorithm>
#include <array>

namespace kahui::sync {

std::int64_t Rhythm::afterSession(bool reached, base::RandomSource& random) {
  const std::int64_t every_ms = reached ? kEvery_ms : m_every_ms;
  m_every_ms = reached ? kEvery_ms : std::min(kEveryDown_ms, 2 * m_every_ms);
  std::array<std::uint8_t, 2> bytes{};
  random.fill(bytes);
  const std::int64_t drawn = bytes[0] << 8 | bytes[1];  // of 65535
  return every_ms / 2 + every_ms * drawn / 65'535;
}

}  // namespace kahui::sync
