#include "app/local/device_files.hpp"

#include <fcntl.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>

#include "app/local/data_folder.hpp"
#include "core/base/fd.hpp"
#include "core/base/json_writer.hpp"
#include "core/ports/device_desk.hpp"

namespace kahui::local {
namespace {

using base::ErrorCode;
using nlohmann::json;

constexpr int kDeviceFilesVersion = 1;
constexpr std::uintmax_t kDeviceFilesMostBytes = 64 * 1024;

std::filesystem::path devicesFile(const std::filesystem::path& store_folder) { return store_folder / "devices.json"; }

tl::unexpected<base::Error> failed(const std::filesystem::path& file) {
  const ErrorCode code = errno == ENOSPC || errno == EDQUOT ? ErrorCode::StoreFull : ErrorCode::StoreIo;
  return base::fail(code, file.string() + ": " + std::strerror(errno));
}

base::Result<std::vector<std::string>> specsOf(const json& root, const char* key) {
  if (!root.contains(key) || !root[key].is_array() || root[key].size() > ports::kMostDevices)
    return base::fail(ErrorCode::BadInput,
                      "\"" + std::string(key) + "\" must be a list of at most " + std::to_string(ports::kMostDevices));
  std::vector<std::string> specs;
  for (const json& spec : root[key]) {
    if (!spec.is_string())
      return base::fail(ErrorCode::BadInput, "\"" + std::string(key) + "\" must hold texts, as after --device");
    specs.push_back(spec.get<std::string>());
  }
  return specs;
}

base::Result<DeviceSettings> parseDevices(const std::string& text) {
  const json root = json::parse(text, nullptr, false);
  if (!root.is_object()) return base::fail(ErrorCode::BadInput, "it is no JSON object");
  for (const auto& [key, value] : root.items())
    if (key != "version" && key != "devices" && key != "released")
      return base::fail(ErrorCode::UnknownKey, json(key).dump());
  if (!root.contains("version") || root["version"] != kDeviceFilesVersion)
    return base::fail(ErrorCode::BadInput, "\"version\" must be " + std::to_string(kDeviceFilesVersion));
  auto specs = specsOf(root, "devices");
  if (!specs) return tl::unexpected(std::move(specs).error());
  DeviceSettings settings{.specs = *std::move(specs)};
  if (!root.contains("released")) return settings;
  auto released = specsOf(root, "released");
  if (!released) return tl::unexpected(std::move(released).error());
  settings.released = *std::move(released);
  return settings;
}

}  // namespace

std::filesystem::path healthFile(const std::filesystem::path& store_folder) {
  return store_folder / "reader-health.json";
}

base::Result<std::optional<DeviceSettings>> readDevices(const std::filesystem::path& store_folder) {
  const auto file = devicesFile(store_folder);
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (error == std::errc::no_such_file_or_directory) return std::nullopt;
  if (!error && size > kDeviceFilesMostBytes)
    return base::fail(ErrorCode::BadInput, file.string() + ": it is too long");
  const auto text = readFile(file);
  if (!text) return tl::unexpected(text.error());
  auto settings = parseDevices(*text);
  if (!settings) return base::fail(settings.error().code, file.string() + ": " + settings.error().detail);
  return *std::move(settings);
}

base::Status writeDevices(const std::filesystem::path& store_folder, const DeviceSettings& settings) {
  std::string text;
  base::JsonWriter out(text);
  out.beginObject();
  out.field("version", std::int64_t{kDeviceFilesVersion});
  out.beginArray("devices");
  for (const std::string& spec : settings.specs) out.element(std::string_view(spec));
  out.endArray();
  if (!settings.released.empty()) {
    out.beginArray("released");
    for (const std::string& spec : settings.released) out.element(std::string_view(spec));
    out.endArray();
  }
  out.endObject();
  return writePrivateFile(devicesFile(store_folder), text + "\n");
}

base::Status writePrivateFile(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::path fresh = file;
  fresh += ".new";
  {
    const base::Fd out(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (out.get() < 0) return failed(fresh);
    if (::write(out.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size()) || ::fsync(out.get()) != 0)
      return failed(fresh);
  }
  if (std::rename(fresh.c_str(), file.c_str()) != 0) return failed(file);
  return {};
}

}  // namespace kahui::local
