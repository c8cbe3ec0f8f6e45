// Two small files beside the store: which readers and scanners this till uses (devices.json), and what state they were
// in and when (reader-health.json). Both belong to the user of the till alone (0600) and are replaced as a whole.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.hpp"

namespace kahui::local {

// `{"version":1,"devices":["pcsc","serial:/dev/ttyUSB0,9600"]}`; the specs are those of --device. Nothing where there
// is no such file. Errors: BadInput or UnknownKey; the detail names file and place.
base::Result<std::optional<std::vector<std::string>>> readDevices(const std::filesystem::path& store_folder);
base::Status writeDevices(const std::filesystem::path& store_folder, const std::vector<std::string>& specs);

std::filesystem::path healthFile(const std::filesystem::path& store_folder);

// Another program sees the old content or the new one, also after a crash. Errors: StoreFull, StoreIo.
base::Status writePrivateFile(const std::filesystem::path& file, const std::string& text);

}  // namespace kahui::local
