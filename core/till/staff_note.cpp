#include "core/till/staff_note.hpp"

#include <fmt/format.h>

namespace kahui::till {

namespace {

std::string joined(const std::vector<std::string>& names, char sign) {
  std::string text;
  for (const auto& name : names) text += fmt::format(" {}{}", sign, name);
  return text;
}

}  // namespace

std::string staffNote(std::string_view act, const ports::Staff& staff, bool new_pin) {
  return fmt::format("staff {} {}: {}{}{}{}", act, staff.code, ports::kRoleNames[static_cast<int>(staff.role)],
                     joined(staff.granted, '+'), joined(staff.denied, '-'), new_pin ? ", new pin" : "");
}

}  // namespace kahui::till
