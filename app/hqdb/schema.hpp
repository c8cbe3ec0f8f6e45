// Headquarters' tables, for both engines.
#pragma once

#include "app/hqdb/database.hpp"
#include "core/base/date.hpp"

namespace kahui::hqdb {

inline constexpr int kSchemaVersion = 12;

// Brings the database to the program's version. StoreNewer: a newer program made it.
base::Status migrate(Database& database);

// PostgreSQL: a partition for each month that holds a day of the range. SQLite has none.
void preparePartitions(Database& database, base::BusinessDate first, base::BusinessDate last);

}  // namespace kahui::hqdb
