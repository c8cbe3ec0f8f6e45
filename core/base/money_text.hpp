// An amount as figures: yuan with two decimals, "-12.05"; no sign of the currency and nothing between thousands.
#pragma once

#include <string>

#include "core/base/numbers.hpp"

namespace kahui::base {

std::string yuanText(Money amount);

}  // namespace kahui::base
