// 16-byte identities, time-ordered: UUID version 7 (RFC 9562 section 5.7). Made on the till, stored before anything is
// sent.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/bytes.hpp"
#include "core/base/random.hpp"

namespace kahui::base {

class Id {
 public:
  using Raw = std::array<std::uint8_t, 16>;

  constexpr Id() = default;
  constexpr explicit Id(const Raw& raw) : m_raw(raw) {}
  static Id make(std::int64_t utc_ms, RandomSource& random);  // utc_ms 0 .. 2^48-1
  static std::optional<Id> parse(std::string_view hex);       // 32 hex digits

  [[nodiscard]] const Raw& raw() const { return m_raw; }
  [[nodiscard]] ByteView bytes() const { return m_raw; }
  [[nodiscard]] std::string hex() const { return toHex(m_raw); }
  [[nodiscard]] bool isNull() const { return *this == Id(); }

  constexpr auto operator<=>(const Id&) const = default;

 private:
  Raw m_raw{};
};

}  // namespace kahui::base
