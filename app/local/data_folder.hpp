// Where the program's own data lies (presets, demo data): $KAHUI_DATA_DIR, else ../share/kahui beside the program.
#pragma once

#include <filesystem>
#include <string>

#include "core/base/result.hpp"

namespace kahui::local {

std::filesystem::path dataFolder();

// BadInput if the file cannot be read; detail names it.
base::Result<std::string> readFile(const std::filesystem::path& file);

}  // namespace kahui::local
