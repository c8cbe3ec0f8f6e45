// What the journal says of a change of staff: code, role and single rights, never a name or a PIN.
#pragma once

#include <string>
#include <string_view>

#include "core/ports/staff_book.hpp"

namespace kahui::till {

// `act`: add or set.
std::string staffNote(std::string_view act, const ports::Staff& staff, bool new_pin);

}  // namespace kahui::till
