// The database file, version by version. A migration is one transaction; user_version is the version of the file, and
// the row meta.min_compatible the lowest program schema that may still write it (a newer program may raise one without
// the other).
#pragma once

#include <SQLiteCpp/Database.h>

#include "core/base/result.hpp"

namespace kahui::store {

inline constexpr int kSchemaVersion = 28;

// Brings an empty or older file to kSchemaVersion. StoreNewer if the file needs a newer program; detail says both
// versions.
base::Status migrate(SQLite::Database& database);

}  // namespace kahui::store
