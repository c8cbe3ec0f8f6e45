#include "drivers/printer/customer_display.hpp"

#include "core/base/money_text.hpp"

namespace kahui::printer {

using base::Bytes;

namespace {

constexpr std::uint8_t kEsc = 0x1B;
constexpr std::uint8_t kCarriageReturn = 0x0D;
constexpr std::uint8_t kFormFeed = 0x0C;
constexpr std::int64_t kMostFen = 99'999'999;   // 999999.99
constexpr std::int64_t kLeastFen = -9'999'999;  // -99999.99

}  // namespace

std::optional<Bytes> displayAmount(Lamp lamp, base::Money amount) {
  if (amount.value() > kMostFen || amount.value() < kLeastFen) return std::nullopt;
  Bytes bytes{kEsc, 's', static_cast<std::uint8_t>(lamp), kEsc, 'Q', 'A'};
  for (const char c : base::yuanText(amount)) bytes.push_back(static_cast<std::uint8_t>(c));
  bytes.push_back(kCarriageReturn);
  return bytes;
}

Bytes clearDisplay() { return {kFormFeed}; }

}  // namespace kahui::printer
