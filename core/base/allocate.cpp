#include "core/base/allocate.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "core/base/result.hpp"

namespace kahui::base {

__extension__ using Wide = __int128;
__extension__ using UnsignedWide = unsigned __int128;

namespace {

// Division of many numbers by one: a multiplication by its reciprocal costs a fraction of a division.
class Divisor {
 public:
  explicit Divisor(std::uint64_t divisor)  // > 0
      : m_divisor(divisor), m_reciprocal(std::numeric_limits<std::uint64_t>::max() / divisor) {}

  // The quotient; `x` becomes the remainder. The first guess is at most two too small.
  std::uint64_t divide(std::uint64_t& x) const {
    auto quotient = static_cast<std::uint64_t>(static_cast<UnsignedWide>(x) * m_reciprocal >> 64);
    x -= quotient * m_divisor;
    for (; x >= m_divisor; x -= m_divisor) ++quotient;
    return quotient;
  }

 private:
  std::uint64_t m_divisor;
  std::uint64_t m_reciprocal;
};

}  // namespace

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
  std::vector<Remainder> remainders;
  remainders.reserve(weights.size());
  std::int64_t left = total;
  // No weight exceeds the sum, so 64 bits hold every product of an ordinary bill.
  const bool narrow = total <= std::numeric_limits<std::int64_t>::max() / sum;
  const Divisor by_sum(static_cast<std::uint64_t>(sum));
  auto share = shares.begin();
  for (const std::int64_t weight : weights) {
    KAHUI_ASSERT(weight >= 0);
    std::int64_t rest = 0;
    if (narrow) {
      auto remainder = static_cast<std::uint64_t>(total * weight);
      *share = static_cast<std::int64_t>(by_sum.divide(remainder));
      rest = static_cast<std::int64_t>(remainder);
    } else {
      const Wide product = static_cast<Wide>(total) * weight;
      *share = static_cast<std::int64_t>(product / sum);
      rest = static_cast<std::int64_t>(product % sum);
    }
    // What has no remainder gets no unit: there are fewer units than remainders.
    if (rest > 0) remainders.push_back({rest, static_cast<std::size_t>(share - shares.begin())});
    left -= *share++;
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
