#include "core/base/allocate.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "core/base/result.hpp"

namespace kahui::base {

__extension__ using Wide = __int128;

std::vector<std::int64_t> allocate(std::int64_t total, std::span<const std::int64_t> weights) {
  KAHUI_ASSERT(total >= 0);
  const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  KAHUI_ASSERT(sum > 0 || total == 0);
  std::vector<std::int64_t> shares(weights.size(), 0);
  if (sum == 0 || total == 0) return shares;

  struct Remainder {
    std::int64_t size;
    std::size_t index;
  };
  std::vector<Remainder> remainders(weights.size());
  std::int64_t left = total;
  // No weight exceeds the sum, so 64 bits hold every product of an ordinary bill; a 128-bit division costs ten times as
  // much.
  const bool narrow = total <= std::numeric_limits<std::int64_t>::max() / sum;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    KAHUI_ASSERT(weights[i] >= 0);
    if (narrow) {
      shares[i] = total * weights[i] / sum;
      remainders[i] = {total * weights[i] % sum, i};
    } else {
      const Wide product = static_cast<Wide>(total) * weights[i];
      shares[i] = static_cast<std::int64_t>(product / sum);
      remainders[i] = {static_cast<std::int64_t>(product % sum), i};
    }
    left -= shares[i];
  }
  const auto larger = [](const Remainder& a, const Remainder& b) {
    return a.size != b.size ? a.size > b.size : a.index < b.index;
  };
  const auto count = static_cast<std::ptrdiff_t>(left);
  if (count > 0) std::nth_element(remainders.begin(), remainders.begin() + count - 1, remainders.end(), larger);
  for (std::ptrdiff_t i = 0; i < count; ++i) ++shares[remainders[static_cast<std::size_t>(i)].index];
  return shares;
}

}  // namespace kahui::base
