// The serial of a coupon (rulebook C1): digits with a check digit, so that a slip of the finger is told from a wrong
// coupon; 19 drawn digits, so that serials cannot be found by trying (reliability.md, T17).
#pragma once

#include <string>
#include <string_view>

#include "core/base/id.hpp"
#include "core/base/random.hpp"

namespace kahui::loyalty {

inline constexpr std::size_t kCouponDigits = 20;

std::string couponSerial(base::RandomSource& random);

// The serial of the `index`th coupon that the calendar gives a member for a key (C2, C6): every till of a chain makes
// the same one without asking another, so that it is one coupon however many of them issue it. The member's id is drawn
// and known to the chain alone.
std::string couponSerialOf(const base::Id& member, std::string_view origin, std::string_view key, int index);

// True for 20 digits with a right check digit.
bool isCouponSerial(std::string_view text);

}  // namespace kahui::loyalty
