// The distinct integer types of the rulebook, section 0. All are 64 bit; none converts to another by itself.
//   Money    fen (1/100 yuan)
//   Points   whole points
//   Quantity thousandths (1 piece = 1000, 1.337 kg = 1337)
//   Rate     basis points (9 zhe = 9000)
// Values that enter the program are checked against the limits below, so that sums of a bill cannot overflow.
#pragma once

#include <compare>
#include <cstdint>

namespace kahui::base {

template <class Tag>
class Integer {
 public:
  constexpr Integer() = default;
  constexpr explicit Integer(std::int64_t value) : m_value(value) {}

  [[nodiscard]] constexpr std::int64_t value() const { return m_value; }

  constexpr auto operator<=>(const Integer&) const = default;

  constexpr Integer operator-() const { return Integer(-m_value); }
  constexpr Integer operator+(Integer other) const { return Integer(m_value + other.m_value); }
  constexpr Integer operator-(Integer other) const { return Integer(m_value - other.m_value); }
  constexpr Integer& operator+=(Integer other) {
    m_value += other.m_value;
    return *this;
  }
  constexpr Integer& operator-=(Integer other) {
    m_value -= other.m_value;
    return *this;
  }

 private:
  std::int64_t m_value = 0;
};

using Money = Integer<struct MoneyTag>;
using Points = Integer<struct PointsTag>;
using Quantity = Integer<struct QuantityTag>;
using Rate = Integer<struct RateTag>;

inline constexpr Quantity kOnePiece{1000};
inline constexpr Rate kFullRate{10000};

// Limits of one value on input: unit price to 10 million yuan, quantity to 1 million pieces, a bill to 1,000 lines.
inline constexpr Money kMaxUnitPrice{1'000'000'000};
inline constexpr Money kMaxAmount{1'000'000'000'000};
inline constexpr Quantity kMaxQuantity{1'000'000'000};
inline constexpr Points kMaxPoints{1'000'000'000'000};
inline constexpr std::int64_t kMaxLines = 1000;

// floor(a * b / c) and half-up(a * b / c) through 128 bits; a, b >= 0 and c > 0 (rulebook section 0: all operands >=
// 0).
std::int64_t mulDivFloor(std::int64_t a, std::int64_t b, std::int64_t c);
std::int64_t mulDivHalfUp(std::int64_t a, std::int64_t b, std::int64_t c);

}  // namespace kahui::base
