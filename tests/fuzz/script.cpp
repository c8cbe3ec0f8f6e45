// Any text as a scripted reader's file.
#include <cstddef>
#include <cstdint>

#include "drivers/sim/script.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto steps = kahui::sim::parseScript({reinterpret_cast<const char*>(data), size}, "R");
  if (!steps) {
    KAHUI_ASSERT(steps.error().detail.starts_with("line "));
    return 0;
  }
  for (const auto& step : *steps) {
    KAHUI_ASSERT(!step.reader.empty() && step.delay_ms >= 0);
    KAHUI_ASSERT((step.act == kahui::sim::Act::Tap) == !step.uid.empty());
  }
  return 0;
}
