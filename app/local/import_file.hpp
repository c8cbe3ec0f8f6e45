// Products or members of a CSV file into a closed store: good rows go in, bad rows are named (core/store/import.hpp has
// the columns).
#pragma once

#include <filesystem>

#include "core/store/import.hpp"

namespace kahui::local {

enum class ImportKind { Products, Members };

// Errors: BadInput for the file as a whole, and the store's own.
base::Result<store::ImportReport> importFile(const std::filesystem::path& folder, const std::filesystem::path& file,
                                             ImportKind kind, bool dry_run);

}  // namespace kahui::local
