#include "core/loyalty/coupon_serial.hpp"

#include <array>
#include <span>

#include "core/base/check_digit.hpp"
#include "core/base/sha256.hpp"

namespace kahui::loyalty {

namespace {

// 250 is the largest multiple of ten that a byte holds: above it the lower digits would come more often.
void addDigits(std::string& serial, std::span<const std::uint8_t> bytes) {
  for (const std::uint8_t byte : bytes)
    if (byte < 250 && serial.size() + 1 < kCouponDigits) serial.push_back(static_cast<char>('0' + byte % 10));
}

std::string closed(std::string serial) {
  serial.push_back(*base::luhnCheckDigit(serial));
  return serial;
}

}  // namespace

std::string couponSerial(base::RandomSource& random) {
  std::string serial;
  while (serial.size() + 1 < kCouponDigits) {
    std::array<std::uint8_t, 32> bytes{};
    random.fill(bytes);
    addDigits(serial, bytes);
  }
  return closed(std::move(serial));
}

std::string couponSerialOf(const base::Id& member, std::string_view origin, std::string_view key, int index) {
  std::string serial;
  for (int round = 0; serial.size() + 1 < kCouponDigits; ++round) {
    const std::string text = member.hex() + "/" + std::string(origin) + "/" + std::string(key) + "/" +
                             std::to_string(index) + "/" + std::to_string(round);
    addDigits(serial, base::sha256({base::asBytes(text)}));
  }
  return closed(std::move(serial));
}

bool isCouponSerial(std::string_view text) { return text.size() == kCouponDigits && base::validLuhn(text); }

}  // namespace kahui::loyalty
