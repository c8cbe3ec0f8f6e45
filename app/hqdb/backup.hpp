// A copy of headquarters' SQLite database, taken beside the running server.
#pragma once

#include <filesystem>
#include <string_view>

#include "core/base/result.hpp"

namespace kahui::hqdb {

// `url` as openSource() takes it. The file appears under its name when it is whole, checked and on disk. StoreExists:
// it is there already. BadInput: the database is PostgreSQL, which has backups of its own.
base::Status backupDatabase(std::string_view url, const std::filesystem::path& file);

}  // namespace kahui::hqdb
