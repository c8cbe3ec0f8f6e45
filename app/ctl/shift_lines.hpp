// The figures of a shift for `kahuictl report shift` (rulebook D4), by the names that the report has.
#pragma once

#include <nlohmann/json.hpp>

#include "core/report/shift_slip.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::ctl {

// A shift by number, open or closed, with its points.
base::Result<report::ShiftSlip> slipOfShift(store::SqliteStore& store, std::int64_t shift);

// What the drawer should hold is among them only where it was counted.
nlohmann::ordered_json shiftFiguresJson(const report::ShiftSlip& slip);
nlohmann::ordered_json shiftListsJson(const report::ShiftSlip& slip);

}  // namespace kahui::ctl
