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

constexpr int kVersion = 1;
constexpr std::uintmax_t kMostBytes = 64 * 1024;

std::filesystem::path devicesFile(const std::filesystem::path& store_folder) { return store_folder / "devices.json"; }

tl::unexpected<base::Error> failed(const std::filesystem::path& file) {
  const ErrorCode code = errno == ENOSPC || errno == EDQUOT ? ErrorCode::StoreFull : ErrorCode::StoreIo;
  return base::fail(code, file.string() + ": " + std::strerror(errno));
}

base::Result<std::vector<std::string>> parse(const std::string& text) {
  const json root = json::parse(text, nullptr, false);
  if (!root.is_object()) return base::fail(ErrorCode::BadInput, "it is no JSON object");
  for (const auto& [key, value] : root.items())
    if (key != "version" && key != "devices") return base::fail(ErrorCode::UnknownKey, json(key).dump());
  if (!root.contains("version") || root["version"] != kVersion)
    return base::fail(ErrorCode::BadInput, "\"version\" must be " + std::to_string(kVersion));
  if (!root.contains("devices") || !root["devices"].is_array() || root["devices"].size() > ports::kMostDevices)
    return base::fail(ErrorCode::BadInput,
                      "\"devices\" must be a list of at most " + std::to_string(ports::kMostDevices));
  std::vector<std::string> specs;
  for (const json& spec : root["devices"]) {
    if (!spec.is_string()) return base::fail(ErrorCode::BadInput, "\"devices\" must hold texts, as after --device");
    specs.push_back(spec.get<std::string>());
  }
  return specs;
}

}  // namespace

std::filesystem::path healthFile(const std::filesystem::path& store_folder) {
  return store_folder / "reader-health.json";
}

base::Result<std::optional<std::vector<std::string>>> readDevices(const std::filesystem::path& store_folder) {
  const auto file = devicesFile(store_folder);
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (error == std::errc::no_such_file_or_directory) return std::nullopt;
  if (!error && size > kMostBytes) return base::fail(ErrorCode::BadInput, file.string() + ": it is too long");
  const auto text = readFile(file);
  if (!text) return tl::unexpected(text.error());
  auto specs = parse(*text);
  if (!specs) return base::fail(specs.error().code, file.string() + ": " + specs.error().detail);
  return *std::move(specs);
}

base::Status writeDevices(const std::filesystem::path& store_folder, const std::vector<std::string>& specs) {
  std::string text;
  base::JsonWriter out(text);
  out.beginObject();
  out.field("version", std::int64_t{kVersion});
  out.beginArray("devices");
  for (const std::string& spec : specs) out.element(std::string_view(spec));
  out.endArray();
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
