// Blank application forms of a recruiting desk (S003-99).
#pragma once

#include <string>
#include <vector>

#include "core/report/join_form.hpp"

namespace kahui::till {

inline constexpr int kMostForms = 50;  // in one act

struct PrintForms {  // Snapshot::form_print has them
  int count = 1;     // 1 .. kMostForms
};

// What `kahuictl member form` asks of a store or of the till that holds it.
struct FormRequest {
  std::string operator_code;
  int count = 1;
};

struct FormPrint {  // on their way to the printer; CounterModel prints each serial once
  std::vector<report::JoinForm> forms;
  std::uint64_t serial = 0;
};

}  // namespace kahui::till
