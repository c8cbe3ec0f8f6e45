// X2: what a return takes back of points that a bill gave.
#pragma once

#include <vector>

#include "core/journal/event.hpp"

namespace kahui::till {

// From the lots of the entry itself, then in the order in which points are spent; what is missing becomes a debt (X6).
std::vector<journal::LotPart> takeFrom(std::vector<journal::LotPart> lots, std::int64_t entry, base::Points points,
                                       bool cashable = false);

}  // namespace kahui::till
