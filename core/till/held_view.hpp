// What a till of a chain knows of the bills that the store's other tills hold.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/till/shift_view.hpp"

namespace kahui::till {

struct AwayBillView {
  std::string holder;    // terminal
  std::string position;  // its register
  HeldBillView bill;
};

struct HeldAwayView {
  enum class State { Asking, Known, Offline };  // Offline: headquarters cannot be asked now
  State state = State::Asking;
  std::vector<AwayBillView> bills;   // Known; oldest first
  std::optional<base::Id> asking{};  // headquarters is asked for this bill, of this till or another one
};

}  // namespace kahui::till
