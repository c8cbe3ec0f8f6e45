// Files of the data folder, written whole or not at all.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace kahui::hqserver {

enum class FileMode { Open, Secret };  // 0644, 0600

base::Result<std::string> readFile(const std::filesystem::path& file);
// Beside it, synced, then in its place.
base::Status writeFile(const std::filesystem::path& file, std::string_view text, FileMode mode);

}  // namespace kahui::hqserver
