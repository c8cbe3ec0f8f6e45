// Where a new row of a table over look-up keys goes.
#pragma once

#include "core/store/connection.hpp"
#include "core/store/sealer.hpp"

namespace kahui::store {

// Room for the number's neighbours; a collision of 64-bit keys is told apart by the tail.
inline constexpr std::int64_t kProbe = 3;

// `sql` finds the row of one key.
inline std::int64_t freeKey(Connection& connection, const char* sql, const LookupKey& wanted) {
  for (std::int64_t offset = 0; offset <= kProbe; ++offset) {
    auto query = connection.statement(sql);
    query.bind(1, wanted.key + offset);
    if (!query.executeStep()) return wanted.key + offset;
  }
  throw SQLite::Exception("four look-up keys in a row are taken");
}

}  // namespace kahui::store
