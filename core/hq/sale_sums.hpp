// Whether a bill adds up by itself; what does not goes to quarantine with the reason.
#pragma once

#include <string>

#include "core/journal/event.hpp"

namespace kahui::hq {

std::string saleBroken(const journal::SaleCompleted& sale);   // empty: it adds up
std::string returnBroken(const journal::SaleReturned& back);  // empty: it adds up

}  // namespace kahui::hq
