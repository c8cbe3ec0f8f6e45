// People of the store at the till: who works here, what each may do, PIN and badge (rulebook section 14, 权限;
// S000-84).
#pragma once

#include <string>
#include <vector>

#include "core/ports/staff_book.hpp"

namespace kahui::till {

struct OpenStaffDesk {};  // everybody for who may manage staff, else the own line
struct CloseStaffDesk {};
// Somebody new, or somebody changed. Needs Right::ManageStaff.
struct PutStaff {
  bool adds = false;
  std::string code;
  std::string name;
  ports::StaffRole role{};
  std::vector<std::string> granted{}, denied{};
  std::string pin{};  // empty: as it is; wiped by the engine
};
struct ChangeOwnPin {  // both wiped by the engine
  std::string old_pin;
  std::string pin;
};
// The next card at any reader becomes this person's badge. Needs Right::ManageStaff, as does taking it away.
struct AwaitBadge {
  std::string code;
};
struct DropBadge {
  std::string code;
};

}  // namespace kahui::till
