// The version of the programs, as the top CMakeLists.txt has it.
#pragma once

#include <string_view>

namespace kahui::base {

std::string_view version();

}  // namespace kahui::base
