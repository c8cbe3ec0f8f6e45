// When a running till goes to headquarters next: about every minute, at a moment of its own, so that tills do not march
// in step (protocol.md, "Back-pressure": 60 s, 50 % more or less). While headquarters is not reached it waits longer,
// but not so long that a line which is back stands on the screen as lost. Pure but for the chance.
#pragma once

#include <cstdint>

#include "core/base/random.hpp"

namespace kahui::sync {

class Rhythm {
 public:
  static constexpr std::int64_t kEvery_ms = 60'000;       // between two sessions while the line is up
  static constexpr std::int64_t kEveryDown_ms = 180'000;  // at last, while it is down

  // Half to one and a half of the wait that is in force. `reached`: headquarters answered in the session that ended.
  std::int64_t afterSession(bool reached, base::RandomSource& random);

 private:
  std::int64_t m_every_ms = kEvery_ms;
};

}  // namespace kahui::sync
