#include "app/local/counter_files.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "app/local/data_folder.hpp"
#include "app/local/device_files.hpp"
#include "core/base/json_writer.hpp"

namespace kahui::local {
namespace {

using base::ErrorCode;
using nlohmann::json;

constexpr int kCounterFilesVersion = 1;
constexpr std::uintmax_t kCounterFilesMostBytes = 64 * 1024;
constexpr std::size_t kLongestText = 400;

std::filesystem::path counterFile(const std::filesystem::path& store_folder) { return store_folder / "counter.json"; }

struct Reader {
  const json& root;
  std::vector<std::string> known{"version"};
  std::string wrong{};

  void text(const char* key, std::string& into) {
    known.emplace_back(key);
    if (!root.contains(key)) return;
    if (!root[key].is_string() || root[key].get_ref<const std::string&>().size() > kLongestText)
      wrong = std::string(key) + " must be a text";
    else
      into = root[key].get<std::string>();
  }
  void language(const char* key, std::string& into) {
    text(key, into);
    if (!into.empty() && into != "zh_CN" && into != "en") wrong = std::string(key) + " must be zh_CN or en";
  }
  void flag(const char* key, bool& into) {
    known.emplace_back(key);
    if (!root.contains(key)) return;
    if (!root[key].is_boolean())
      wrong = std::string(key) + " must be true or false";
    else
      into = root[key].get<bool>();
  }
  void oneOf(const char* key, int& into, int first, int second) {
    known.emplace_back(key);
    if (!root.contains(key)) return;
    if (root[key] != first && root[key] != second)
      wrong = std::string(key) + " must be " + std::to_string(first) + " or " + std::to_string(second);
    else
      into = root[key].get<int>();
  }
};

base::Result<CounterSettings> parseCounter(const std::string& text) {
  const json root = json::parse(text, nullptr, false);
  if (!root.is_object()) return base::fail(ErrorCode::BadInput, "it is no JSON object");
  if (!root.contains("version") || root["version"] != kCounterFilesVersion)
    return base::fail(ErrorCode::BadInput, "\"version\" must be " + std::to_string(kCounterFilesVersion));
  CounterSettings settings;
  int paper_mm = 80;
  Reader reader{root};
  reader.text("printer", settings.printer);
  reader.oneOf("paper_mm", paper_mm, 58, 80);
  reader.flag("full_font", settings.full_font);
  reader.flag("cut", settings.cut);
  reader.text("logo", settings.logo);
  reader.text("invoice_link", settings.invoice_link);
  reader.flag("drawer", settings.drawer);
  reader.oneOf("drawer_pin", settings.drawer_pin, 2, 5);
  reader.text("display", settings.display);
  reader.flag("customer_window", settings.customer_window);
  reader.flag("customer_types", settings.customer_types);
  reader.text("header", settings.header);
  reader.text("footer", settings.footer);
  reader.flag("claim_code", settings.claim_code);
  reader.language("receipt_language", settings.receipt_language);
  reader.language("language", settings.language);
  reader.text("join_link", settings.join_link);
  settings.wide_paper = paper_mm == 80;
  if (!reader.wrong.empty()) return base::fail(ErrorCode::BadInput, reader.wrong);
  for (const auto& [key, value] : root.items())
    if (std::find(reader.known.begin(), reader.known.end(), key) == reader.known.end())
      return base::fail(ErrorCode::UnknownKey, json(key).dump());
  return settings;
}

}  // namespace

base::Result<CounterSettings> readCounter(const std::filesystem::path& store_folder) {
  const auto file = counterFile(store_folder);
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (error == std::errc::no_such_file_or_directory) return CounterSettings();
  if (!error && size > kCounterFilesMostBytes)
    return base::fail(ErrorCode::BadInput, file.string() + ": it is too long");
  const auto text = readFile(file);
  if (!text) return tl::unexpected(text.error());
  auto settings = parseCounter(*text);
  if (!settings) return base::fail(settings.error().code, file.string() + ": " + settings.error().detail);
  return settings;
}

base::Status writeCounter(const std::filesystem::path& store_folder, const CounterSettings& settings) {
  std::string text;
  base::JsonWriter out(text);
  out.beginObject();
  out.field("version", std::int64_t{kCounterFilesVersion});
  out.field("printer", settings.printer);
  out.field("paper_mm", std::int64_t{settings.wide_paper ? 80 : 58});
  out.flag("full_font", settings.full_font);
  out.flag("cut", settings.cut);
  out.field("logo", settings.logo);
  out.field("invoice_link", settings.invoice_link);
  out.flag("drawer", settings.drawer);
  out.field("drawer_pin", std::int64_t{settings.drawer_pin});
  out.field("display", settings.display);
  out.flag("customer_window", settings.customer_window);
  out.flag("customer_types", settings.customer_types);
  out.field("header", settings.header);
  out.field("footer", settings.footer);
  out.flag("claim_code", settings.claim_code);
  out.field("receipt_language", settings.receipt_language);
  out.field("language", settings.language);
  out.field("join_link", settings.join_link);
  out.endObject();
  return writePrivateFile(counterFile(store_folder), text + "\n");
}

}  // namespace kahui::local
