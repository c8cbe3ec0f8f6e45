#include "drivers/printer/escpos.hpp"

#include "core/base/result.hpp"

namespace kahui::printer {

using base::Bytes;

namespace {

constexpr std::uint8_t kEsc = 0x1B;
constexpr std::uint8_t kFs = 0x1C;
constexpr std::uint8_t kGs = 0x1D;

std::uint8_t pulseSteps(int milliseconds) {
  KAHUI_ASSERT(milliseconds >= 2 && milliseconds <= 510);
  return static_cast<std::uint8_t>(milliseconds / 2);
}

}  // namespace

PrinterText receiptBytes(std::string_view utf8, Font font, int feed_lines) {
  KAHUI_ASSERT(feed_lines >= 0 && feed_lines <= 255);
  PrinterText text = printerText(utf8, font);
  const Bytes before{kEsc, '@', kFs, '&'};
  const Bytes after{kEsc, 'd', static_cast<std::uint8_t>(feed_lines), kGs, 'V', 66, 0};
  text.bytes.insert(text.bytes.begin(), before.begin(), before.end());
  text.bytes.insert(text.bytes.end(), after.begin(), after.end());
  return text;
}

Bytes drawerKick(const DrawerPulse& pulse) {
  return {kEsc, 'p', static_cast<std::uint8_t>(pulse.pin), pulseSteps(pulse.on_ms), pulseSteps(pulse.off_ms)};
}

}  // namespace kahui::printer
