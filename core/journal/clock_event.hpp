// The till's clock moved, and not because time passed (protocol.md, "Clock skew"; S22). Nothing is moved by it: times
// stay as the clock said them, and business dates are the shift's.
#pragma once

#include <cstdint>
#include <string>

namespace kahui::journal {

inline constexpr std::int64_t kClockJump_ms = 5 * 60'000;  // less than this is drift

struct ClockJumped {
  // MONOTONIC: against the time that passed while the till ran; HQ: against headquarters' clock; CONFIRMED: somebody
  // said that the clock is right although it stands elsewhere than the last events.
  std::string against;
  std::int64_t by_ms = 0;       // how far the wall clock is ahead now of where it should be; below 0: behind
  std::string operator_code{};  // of who confirmed
  bool operator==(const ClockJumped&) const = default;
};

}  // namespace kahui::journal
