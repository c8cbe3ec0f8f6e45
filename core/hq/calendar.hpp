// What the calendar does to members, once for the whole chain: points end (rulebook N7), tiers are kept or lost by the
// purchases of all stores (T5), the accumulation toward an old tier starts again (T6). Tills of a chain leave it to
// headquarters; what they take off themselves on the day is not counted a second time.
#pragma once

#include <string>
#include <string_view>

#include "core/base/clock.hpp"
#include "core/hq/pack_book.hpp"
#include "core/ports/hq_store.hpp"

namespace kahui::hq {

inline constexpr std::string_view kCalendarFeed = "calendar";  // marks of members to be looked at again; no till's
inline constexpr std::string_view kRetention = "RETENTION";    // journal::TierChanged::why

// Runs under the lease "calendar". One thread.
class Calendar {
 public:
  Calendar(ports::HqStore& store, const base::Clock& clock, std::string owner)
      : m_store(store), m_clock(clock), m_owner(std::move(owner)) {}

  // One bounded transaction of what today asks for; how many members it looked at, 0: nothing is left.
  base::Result<int> step();

  // After everything was folded anew: what headquarters decided stands in no event, and is decided again.
  static void startAnew(ports::HqTransaction& tx, base::BusinessDate today);

 private:
  struct Run;
  static int expire(Run& run);
  static int expireAgain(Run& run);
  static int retain(Run& run);
  static void settle(Run& run, const std::string& member);

  ports::HqStore& m_store;
  const base::Clock& m_clock;
  const std::string m_owner;
  PackBook m_packs;
};

}  // namespace kahui::hq
