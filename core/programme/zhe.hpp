// Rates as the trade says them (rulebook M5): 9000 is 9折, 8500 is 8.5折, 10000 is 不打折, 0 is 免费. Never "off %".
#pragma once

#include <string>

#include "core/base/numbers.hpp"

namespace kahui::programme {

std::string zheText(base::Rate rate);  // 0 .. 10000

}  // namespace kahui::programme
