// A time as rules ask for it, its day of the lunar year included (S001-26).
#pragma once

#include "core/programme/window.hpp"

namespace kahui::pricing {

[[nodiscard]] programme::Moment momentOf(base::LocalTime at);

}  // namespace kahui::pricing
