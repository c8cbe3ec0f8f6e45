// Names of the tz database.
#pragma once

#include <string>

namespace kahui::base {

// Whether SystemClock would follow it; one that is not known there is taken for UTC+8.
bool zoneExists(const std::string& name);

}  // namespace kahui::base
