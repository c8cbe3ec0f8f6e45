// KAHUI_NOW fixes the wall clock, for demos and screenshots only (contracts.md).
#pragma once

#include <memory>
#include <string>

#include "core/base/clock.hpp"

namespace kahui::local {

// The machine's clock in `zone`; with `demo` and KAHUI_NOW set to an ISO time, one that stands there.
std::shared_ptr<base::Clock> openClock(const std::string& zone, bool demo);

}  // namespace kahui::local
