// The forms of day, month and shift that scripts rely on (contracts.md).
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "core/report/shift_slip.hpp"
#include "core/report/today.hpp"

namespace kahui::ctl {

// `head`: what the figures are of. `today`: of a day, adds what it is compared with and its operators; `slip`: of a
// shift; else null.
std::string periodJson(const nlohmann::ordered_json& head, const report::PeriodFigures& figures,
                       const report::Today* today, const report::ShiftSlip* slip = nullptr);
// A figure a row: `section,key,figure,value`, so that every list has its place in one sheet.
std::string periodCsv(const nlohmann::ordered_json& head, const report::PeriodFigures& figures,
                      const report::Today* today, const report::ShiftSlip* slip = nullptr);

}  // namespace kahui::ctl
