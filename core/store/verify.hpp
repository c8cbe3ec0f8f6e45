// Replays the journal and compares everything that was derived from it: hash chain, gapless sequence and receipt
// numbers, sums of each sale, projections, two-sided points, the file's own integrity. Reads only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/numbers.hpp"
#include "core/base/result.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

struct Problem {
  std::string what;   // what does not hold
  std::string where;  // entry, receipt, member or day
};

struct VerifyReport {
  std::int64_t entries = 0;
  std::int64_t sales = 0;
  std::int64_t members = 0;
  base::Points points_outstanding{};
  std::vector<Problem> problems;  // the first 200
  [[nodiscard]] bool ok() const { return problems.empty(); }
};

// An Error only if the file cannot be read at all.
base::Result<VerifyReport> verify(SqliteStore& store);

}  // namespace kahui::store
