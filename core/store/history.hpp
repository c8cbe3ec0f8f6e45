// The journal read from its beginning, for what looks at a whole history: exports, rehearsals.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/store/sqlite_store.hpp"

namespace kahui::store {

struct DayRange {  // business dates, both included
  std::optional<base::BusinessDate> from{};
  std::optional<base::BusinessDate> to{};

  [[nodiscard]] bool holds(base::BusinessDate day) const { return (!from || day >= *from) && (!to || day <= *to); }
};

// Each event of the range with its stored line, in order. An error of `each` ends the reading and is the answer.
// StoreCorrupt for a line that cannot be read.
using EachEvent = std::function<base::Status(const journal::Event& event, const std::string& line)>;
base::Status forEachEvent(SqliteStore& store, const DayRange& range, const EachEvent& each);

}  // namespace kahui::store
