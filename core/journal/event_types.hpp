// The names of the event types that this version reads.
#pragma once

#include <string_view>

namespace kahui::journal {

bool knownType(std::string_view type);

}  // namespace kahui::journal
