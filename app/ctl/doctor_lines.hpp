// What the reader doctor found, as lines for people and for programs, without the line's end.
#pragma once

#include <string>

#include "core/ports/device_desk.hpp"

namespace kahui::ctl {

// {"event":"finding","device","code","what"?,"meaning","todo"?}
std::string findingAsJson(const ports::Finding& finding);
// "DEVICE: what it means; what to do next"
std::string findingAsText(const ports::Finding& finding);

// {"event":"health","reader","state","advice"?,"first_utc","last_utc","count"}
std::string healthAsJson(const ports::HealthEntry& entry);
std::string healthAsText(const ports::HealthEntry& entry);

}  // namespace kahui::ctl
