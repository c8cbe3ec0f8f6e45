#include "drivers/sim/script.hpp"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

namespace kahui::sim {
namespace {

using base::ErrorCode;
using nlohmann::json;

constexpr std::int64_t kMaxDelay_ms = 3'600'000;
constexpr std::uintmax_t kMaxFile_bytes = 4U << 20U;

std::optional<Act> actOf(const std::string& event) {
  if (event == "ready") return Act::Plug;
  if (event == "gone") return Act::Unplug;
  if (event == "card") return Act::Tap;
  if (event == "removed") return Act::Remove;
  if (event == "refused") return Act::Refuse;
  return std::nullopt;
}

std::optional<ports::RefuseReason> reasonOf(const std::string& text) {
  using enum ports::RefuseReason;
  for (const auto reason :
       {BankCard, RandomUid, Torn, Unreadable, BadMac, Replay, FactoryKey, WrongKey, BadSignature, NotOurs, Expired})
    if (ports::name(reason) == text) return reason;
  return std::nullopt;
}

// The string under `key`; empty if it is missing or no string.
std::string textAt(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

base::Status checkKeys(const json& object, Act act) {
  for (const auto& [key, value] : object.items()) {
    const bool known = key == "event" || key == "delay_ms" || key == "reader" || (key == "uid" && act == Act::Tap) ||
                       (key == "reason" && act == Act::Refuse);
    if (!known) return base::fail(ErrorCode::UnknownKey, "unknown key \"" + key + "\"");
  }
  return {};
}

base::Status readArguments(const json& object, Step& step) {
  if (const auto delay = object.find("delay_ms"); delay != object.end()) {
    if (!delay->is_number_integer() || *delay < 0 || *delay > kMaxDelay_ms)
      return base::fail(ErrorCode::BadInput, "delay_ms must be a whole number from 0 to 3600000");
    step.delay_ms = delay->get<std::int64_t>();
  }
  if (object.contains("reader")) {
    step.reader = textAt(object, "reader");
    if (step.reader.empty()) return base::fail(ErrorCode::BadInput, "reader must be a name");
  }
  if (step.act == Act::Tap) {
    auto uid = base::fromHex(textAt(object, "uid"));
    if (!uid || uid->empty())
      return base::fail(ErrorCode::BadInput, "card needs \"uid\", an even number of hex digits");
    step.uid = *std::move(uid);
  }
  if (step.act == Act::Refuse) {
    const auto reason = reasonOf(textAt(object, "reason"));
    if (!reason) return base::fail(ErrorCode::BadInput, "refused needs a known \"reason\"");
    step.reason = *reason;
  }
  return {};
}

base::Result<Step> parseStep(std::string_view line, const std::string& default_reader) {
  const json object = json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (!object.is_object()) return base::fail(ErrorCode::BadInput, "not a JSON object");
  const std::string event = textAt(object, "event");
  const auto act = actOf(event);
  if (!act) return base::fail(ErrorCode::BadInput, "unknown event \"" + event + "\"");
  KAHUI_TRY(checkKeys(object, *act));
  Step step{.reader = default_reader, .act = *act};
  KAHUI_TRY(readArguments(object, step));
  return step;
}

}  // namespace

base::Result<std::vector<Step>> parseScript(std::string_view text, const std::string& default_reader) {
  std::vector<Step> steps;
  for (std::size_t line_no = 1; !text.empty(); ++line_no) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    auto step = parseStep(line, default_reader);
    if (!step) return base::fail(step.error().code, "line " + std::to_string(line_no) + ": " + step.error().detail);
    steps.push_back(*std::move(step));
  }
  return steps;
}

base::Result<std::vector<Step>> loadScript(const std::string& path) {
  std::error_code failed;
  const std::uintmax_t size_bytes = std::filesystem::file_size(path, failed);
  if (failed) return base::fail(ErrorCode::BadInput, path + ": " + failed.message());
  if (size_bytes > kMaxFile_bytes) return base::fail(ErrorCode::BadInput, path + ": larger than 4 MiB");
  std::string text(static_cast<std::size_t>(size_bytes), '\0');
  std::ifstream file(path, std::ios::binary);
  if (!file.read(text.data(), static_cast<std::streamsize>(text.size())))
    return base::fail(ErrorCode::BadInput, path + ": cannot be read");
  auto steps = parseScript(text, std::filesystem::path(path).stem().string());
  if (!steps) return base::fail(steps.error().code, path + ": " + steps.error().detail);
  return steps;
}

}  // namespace kahui::sim
