// A copy of the database in one file, taken beside a selling till, and the way back.
#pragma once

#include <filesystem>

#include "core/base/result.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

// StoreExists if `file` exists. The file appears under its name only when it is whole and on disk.
base::Status backup(SqliteStore& store, const std::filesystem::path& file);

// Makes a store folder of a backup. StoreExists if the folder holds a store; StoreCorrupt, StoreNewer or StoreKey if
// the backup cannot be used here. The restored till begins a new incarnation, so that no number is given twice.
base::Status restore(const std::filesystem::path& file, const std::filesystem::path& folder);

}  // namespace kahui::store
