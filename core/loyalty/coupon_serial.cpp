#include "core/loyalty/coupon_serial.hpp"

#include <array>

#include "core/base/check_digit.hpp"

namespace kahui::loyalty {

std::string couponSerial(base::RandomSource& random) {
  std::string serial;
  while (serial.size() + 1 < kCouponDigits) {
    std::array<std::uint8_t, 32> bytes{};
    random.fill(bytes);
    // 250 is the largest multiple of ten that a byte holds: above it the lower digits would come more often.
    for (const std::uint8_t byte : bytes)
      if (byte < 250 && serial.size() + 1 < kCouponDigits) serial.push_back(static_cast<char>('0' + byte % 10));
  }
  serial.push_back(*base::luhnCheckDigit(serial));
  return serial;
}

bool isCouponSerial(std::string_view text) { return text.size() == kCouponDigits && base::validLuhn(text); }

}  // namespace kahui::loyalty
