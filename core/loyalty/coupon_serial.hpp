// The serial of a coupon (rulebook C1): digits with a check digit, so that a slip of the finger is told from a wrong
// coupon; 19 drawn digits, so that serials cannot be found by trying (reliability.md, T17).
#pragma once

#include <string>

#include "core/base/random.hpp"

namespace kahui::loyalty {

inline constexpr std::size_t kCouponDigits = 20;

std::string couponSerial(base::RandomSource& random);

// True for 20 digits with a right check digit.
bool isCouponSerial(std::string_view text);

}  // namespace kahui::loyalty
