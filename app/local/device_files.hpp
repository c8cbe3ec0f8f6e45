// Two small files beside the store: which readers and scanners this till uses (devices.json), and what state they were
// in and when (reader-health.json). Both belong to the user of the till alone (0600) and are replaced as a whole.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.hpp"

namespace kahui::local {

struct DeviceSettings {
  std::vector<std::string> specs{};     // as after --device
  std::vector<std::string> released{};  // of them, left to other programs
  bool operator==(const DeviceSettings&) const = default;
};

// `{"version":1,"devices":["pcsc","serial:/dev/ttyUSB0,9600"],"released":["pcsc"]}`; without "released" none is.
// Nothing where there is no such file. Errors: BadInput or UnknownKey; the detail names file and place.
base::Result<std::optional<DeviceSettings>> readDevices(const std::filesystem::path& store_folder);
base::Status writeDevices(const std::filesystem::path& store_folder, const DeviceSettings& settings);

std::filesystem::path healthFile(const std::filesystem::path& store_folder);

// Another program sees the old content or the new one, also after a crash. Errors: StoreFull, StoreIo.
base::Status writePrivateFile(const std::filesystem::path& file, const std::string& text);

}  // namespace kahui::local
