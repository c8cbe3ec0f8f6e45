// What the screens see of a clock that is wrong (protocol.md, "Clock skew").
#pragma once

#include <cstdint>

namespace kahui::till {

struct ClockView {
  std::int64_t ahead_min = 0;  // of where it should be; below 0: behind
  bool operator==(const ClockView&) const = default;
};

}  // namespace kahui::till
