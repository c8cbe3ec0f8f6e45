// What stands with a load of points in the list of open payments, so that they find their way back into the account.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/journal/event.hpp"

namespace kahui::till {

struct CardLoad {
  std::int64_t member = 0;
  std::vector<journal::LotPart> lots;
  bool operator==(const CardLoad&) const = default;

  [[nodiscard]] base::Points points() const;
};

std::string cardLoadText(const CardLoad& load);
base::Result<CardLoad> parseCardLoad(std::string_view text);  // StoreCorrupt

}  // namespace kahui::till
