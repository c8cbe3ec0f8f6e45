// Where a device keeps what must not lie in the store's folder (see folder.hpp).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace kahui::store {

base::Result<std::filesystem::path> keyFolder();  // StoreKey

// Replaces the file whole, mode 0600, durable when it returns. StoreKey.
base::Status writePrivateFile(const std::string& name, std::string_view content);

}  // namespace kahui::store
