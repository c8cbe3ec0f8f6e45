// A copy of headquarters' SQLite database, taken beside the running server.
#pragma once

#include <filesystem>

#include "app/hq/data.hpp"

namespace kahui::hqserver {

// The file appears under its name when it is whole, checked and on disk. StoreExists: it is there already. BadInput:
// the database is PostgreSQL, which has backups of its own.
base::Status backupDatabase(const DataOptions& options, const std::filesystem::path& file);

}  // namespace kahui::hqserver
