// Any text as a scripted reader's file.
#include <cstddef>
#include <cstdint>

#include "drivers/sim/script.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) {  // a file of a stated size of 0, and one that is none
    static_cast<void>(kahui::sim::loadScript("/proc/version"));
    KAHUI_ASSERT(!kahui::sim::loadScript("/dev/null/none"));
  }
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
