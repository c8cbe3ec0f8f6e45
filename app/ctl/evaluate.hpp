// `kahuictl evaluate --in CASES --out RESULTS` (contracts.md, "Rules").
#pragma once

#include <CLI/CLI.hpp>

namespace kahui::ctl {

void addEvaluateCommand(CLI::App& app, int& exit_code);

}  // namespace kahui::ctl
