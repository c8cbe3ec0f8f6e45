// When a running till goes to headquarters next: within a minute of its session before, at a moment of its own, so that
// tills do not march in step (protocol.md, "Back-pressure"). While headquarters is not reached it waits twice as long
// each time, and never gives up. Pure but for the chance.
#pragma once

#include <cstdint>

#include "core/base/random.hpp"

namespace kahui::sync {

class Rhythm {
 public:
  static constexpr std::int64_t kMost_ms = 60'000;           // between two sessions while the line is up
  static constexpr std::int64_t kMostDown_ms = 15 * 60'000;  // while it is down

  // In [half, whole] of the longest wait that is in force. `reached`: headquarters answered in the session that ended.
  std::int64_t afterSession(bool reached, base::RandomSource& random);

 private:
  std::int64_t m_most_ms = kMost_ms;
};

}  // namespace kahui::sync
