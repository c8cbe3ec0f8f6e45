// The reconciliation of a business day, a row per terminal (protocol.md, "Reconciliation"): what the facts say = what
// the raw events in the inbox say = what the till's own closing said, on an unbroken chain; or a named reason why not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/date.hpp"
#include "core/ports/hq_store.hpp"

namespace kahui::hq {

enum class ReconState {
  Open,        // the day goes on: its shift is not closed yet and the day is today or later
  NoZ,         // the day is over and a shift was never closed
  WaitEvents,  // the till said that it has more, or the projector has not come to all
  Match,
  Mismatch,
  Late,       // events of the day came after it was settled; it is open again until it matches or is signed off
  Forked,     // this terminal was seen twice, or its chain parted
  SignedOff,  // a person took the day as it is, with a reason; nothing came since
};
std::string_view reconStateName(ReconState state);  // OPEN, NO_Z …

struct ReconRow {
  std::string terminal, store, position;
  ReconState state{};
  ports::HqDaySums facts, raw;
  std::int64_t closed_bills = 0;  // of the shifts that were closed
  base::Money closed_total{};
  std::uint64_t first = 0, last = 0;  // sequences of the last incarnation of the day
  std::vector<std::string> reasons;
  bool holds = false;                      // would match, whatever came late
  std::optional<ports::HqDayLock> lock{};  // since when it is settled (day_lock.hpp)
};

// What chain totals may sum: matched, or signed off.
bool settled(ReconState state);

base::Result<std::vector<ReconRow>> reconcile(ports::HqStore& store, base::BusinessDate day, base::BusinessDate today);

std::string reconJson(base::BusinessDate day, const std::vector<ReconRow>& rows);  // one line
bool allMatch(const std::vector<ReconRow>& rows);                                  // or signed off

}  // namespace kahui::hq
