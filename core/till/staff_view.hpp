// The staff page as it is shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/ports/staff_book.hpp"

namespace kahui::till {

struct StaffRow {
  std::string code;
  std::string name;
  ports::StaffRole role{};
  std::vector<std::string> granted{}, denied{};
  bool has_pin = false;
  bool has_badge = false;
  bool locked = false;  // too many wrong PINs
  bool operator==(const StaffRow&) const = default;
};

// What was done on the staff page.
enum class StaffDone { Saved, PinChanged, BadgeWaits, BadgeGiven, BadgeDropped };
// Saved …: as a notice names it.
[[nodiscard]] std::string_view name(StaffDone done);

struct StaffDeskView {
  bool manages = false;          // else only the own line, and the own PIN
  std::vector<StaffRow> people;  // by code
  std::string awaits_badge;      // code of whose badge the next card becomes; empty: no card is waited for
  bool operator==(const StaffDeskView&) const = default;
};

}  // namespace kahui::till
