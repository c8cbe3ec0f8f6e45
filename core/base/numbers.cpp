#include "core/base/numbers.hpp"

#include <limits>

#include "core/base/result.hpp"

namespace kahui::base {

namespace {

__extension__ using Wide = __int128;

std::int64_t narrow(Wide value) {
  KAHUI_ASSERT(value <= std::numeric_limits<std::int64_t>::max());
  return static_cast<std::int64_t>(value);
}

}  // namespace

std::int64_t mulDivFloor(std::int64_t a, std::int64_t b, std::int64_t c) {
  KAHUI_ASSERT(a >= 0 && b >= 0 && c > 0);
  // Most products fit 64 bits, whose division costs a tenth.
  if (std::int64_t product = 0; !__builtin_mul_overflow(a, b, &product)) return product / c;
  return narrow(static_cast<Wide>(a) * b / c);
}

std::int64_t mulDivHalfUp(std::int64_t a, std::int64_t b, std::int64_t c) {
  KAHUI_ASSERT(a >= 0 && b >= 0 && c > 0);
  return narrow((static_cast<Wide>(a) * b * 2 + c) / (static_cast<Wide>(c) * 2));
}

}  // namespace kahui::base
