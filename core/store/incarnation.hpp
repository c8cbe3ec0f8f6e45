// Shared by the parts of the store that begin incarnations and that fold them again.
#pragma once

#include <cstdint>
#include <string>

#include "core/journal/event.hpp"
#include "core/store/connection.hpp"

namespace kahui::store {

void insertIncarnation(Connection& connection, std::uint32_t number, std::int64_t first_entry,
                       const std::string& statement);

// Shifts and jobs of the lost time, when they are fetched back, change nothing: the drawer and the calendar have gone
// on.
bool isOfItsTime(const journal::Payload& payload);

}  // namespace kahui::store
