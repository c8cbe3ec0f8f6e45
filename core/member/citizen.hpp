// Citizen identity numbers (rulebook M3; GB 11643-1999, check character by ISO 7064 MOD 11-2). An optional field; never
// asked for plain membership.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.hpp"

namespace kahui::member {

struct Citizen {
  base::BusinessDate birthday;  // 1900-01-01 .. today
  bool male = false;            // 17th digit odd
};

// nullopt unless 18 characters with a right check character and a real birthday, not before 1900 and not after `today`.
std::optional<Citizen> parseCitizenNumber(std::string_view number, base::BusinessDate today);

// First 3 and last 4 characters with 11 stars between; a text of another length is masked whole.
std::string maskCitizenNumber(std::string_view number);

}  // namespace kahui::member
