// `kahuictl evaluate --in CASES --out RESULTS`: worked cases through the very functions that the till runs
// (contracts.md, "Rules").
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "core/base/result.hpp"

namespace kahui::ctl {

struct Evaluation {
  nlohmann::json results;  // {"results":[{"id","result"}]}
  int unreadable = 0;      // cases whose result is {"error": …}
};

// BadInput, UnknownKey, OutOfRange: the file as a whole cannot be read; a single unreadable case is only counted.
base::Result<Evaluation> evaluateCases(const nlohmann::json& cases);

// Exit status: 0 done, 1 some cases unreadable, 2 the input cannot be read, 3 the output cannot be written. Errors go
// to standard error.
int evaluateCommand(const std::string& in_path, const std::string& out_path);

}  // namespace kahui::ctl
