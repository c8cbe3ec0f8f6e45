// Days of table trade_visit that are over, as one row each (schema: table visit_pack): the members' visits of a day,
// by member number, as whole numbers of seven bits a byte. A year of them is read at once for segments and lists, and
// that is what a row for each cost. What comes late for such a day stands in trade_visit again, beside its pack, until
// the day is packed anew; sums of a member in both add up. Internal to the store; throws SQLite::Exception.
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "core/base/result.hpp"
#include "core/journal/trade_rows.hpp"
#include "core/store/connection.hpp"

namespace kahui::store {

using Visit = std::pair<journal::VisitKey, journal::VisitSums>;

// Packs the oldest day of trade_visit, unless it is the newest. Inside the caller's transaction. False: there was
// none. StoreCorrupt.
base::Result<bool> packOldestDay(Connection& connection);

// Calls `each` with the visits of the days from … to, both included, by day; those of a day by member, a member once.
// StoreCorrupt.
base::Status eachVisit(Connection& connection, std::int32_t from, std::int32_t to,
                       const std::function<void(const std::vector<Visit>&)>& each);

}  // namespace kahui::store
