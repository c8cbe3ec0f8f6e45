// Somebody else's signature for one act; the PIN is wiped by who checks it.
#pragma once

#include <string>

namespace kahui::till {

struct Approval {
  std::string code;
  std::string pin;
};

}  // namespace kahui::till
