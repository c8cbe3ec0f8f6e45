// Business days that are settled (protocol.md, "Reconciliation"). A day that is over and matches is settled by itself,
// one that does not by a person's word. What comes later keeps its day, opens it again, and is booked as an adjustment
// of the day on which it is settled anew.
#pragma once

#include <string>

#include "core/base/date.hpp"
#include "core/ports/hq_store.hpp"

namespace kahui::hq {

inline constexpr int kSettleBack_days = 45;  // as long as a till keeps events at least, and some days more

// Days in [first, last] of which a terminal is not settled, or had events since.
base::Result<std::vector<base::BusinessDate>> openDays(ports::HqStore& store, base::BusinessDate first,
                                                       base::BusinessDate last);

// Settles what matches of the days before `today`. How many terminals' days.
base::Result<int> settleDays(ports::HqStore& store, base::BusinessDate today, std::int64_t now_ms);

struct SignOff {
  std::string terminal;
  base::BusinessDate day;
  std::string who;     // 1 .. 64 bytes
  std::string reason;  // 4 .. 400 bytes
};
// Takes the day of a terminal as it is. BadInput: no name or reason, or no such day; WrongState: it matches, was signed
// off already, or goes on.
base::Status signOff(ports::HqStore& store, const SignOff& wanted, base::BusinessDate today, std::int64_t now_ms);

}  // namespace kahui::hq
