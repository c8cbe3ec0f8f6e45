// The members of a list of `kahuictl report lists`, for commands that do something with all of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/ctl/command.hpp"

namespace kahui::ctl {

struct ListChoice {
  std::string list, tier, tag;
  std::int64_t least_fen = 0;
};

void wantList(CLI::App& command, ListChoice& choice);

// Member numbers, as of the store's business date. BadInput: there is no such list.
base::Result<std::vector<std::string>> membersOfList(const std::string& store, const ListChoice& choice);

}  // namespace kahui::ctl
