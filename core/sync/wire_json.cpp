#include "core/sync/wire_json.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/sync/limits.hpp"

namespace kahui::sync {

namespace {

using journal::Malformed;
using nlohmann::json;

// Before the parser builds anything: brackets outside strings.
bool tooDeep(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kMostDepth) return true;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return false;
}

}  // namespace

base::Result<json> parseObject(std::string_view text, std::size_t most_bytes) {
  if (text.size() > most_bytes) return base::fail(base::ErrorCode::BadInput, "message too long");
  if (!base::isCleanUtf8(text)) return base::fail(base::ErrorCode::BadInput, "not UTF-8, or a NUL");
  if (tooDeep(text)) return base::fail(base::ErrorCode::BadInput, "nested too deep");
  json object = json::parse(text, nullptr, false);
  if (!object.is_object()) return base::fail(base::ErrorCode::BadInput, "not a JSON object");
  return object;
}

std::int64_t numberIn(const json& object, const char* key, std::int64_t least, std::int64_t most) {
  const std::int64_t value = journal::number(object, key);
  if (value < least || value > most) throw Malformed{std::string("out of range: ") + key};
  return value;
}

std::int64_t amountIn(const json& object, const char* key) { return numberIn(object, key, 0, kMostNumber); }

std::string idIn(const json& object, const char* key) { return journal::identity(object, key).hex(); }

std::uint64_t sequenceIn(const json& object, const char* key) {
  return static_cast<std::uint64_t>(amountIn(object, key));
}

std::uint32_t incarnationIn(const json& object, const char* key) {
  return static_cast<std::uint32_t>(numberIn(object, key, 1, 1 << 20));
}

std::optional<base::Sha256> hashOf(std::string_view hex) {
  const auto bytes = base::fromHex(hex);
  base::Sha256 hash{};
  if (!bytes || bytes->size() != hash.size()) return std::nullopt;
  std::copy(bytes->begin(), bytes->end(), hash.begin());
  return hash;
}

base::Sha256 hashIn(const json& object, const char* key) {
  const auto hash = hashOf(journal::text(object, key));
  if (!hash) throw Malformed{std::string("not a SHA-256 in hex: ") + key};
  return *hash;
}

bool flagIn(const json& object, const char* key) {
  if (!object.contains(key)) return false;
  const json& value = object[key];
  if (!value.is_boolean()) throw Malformed{std::string("neither true nor false: ") + key};
  return value.get<bool>();
}

std::string nameIn(const json& object, const char* key, std::size_t most) {
  std::string name = journal::text(object, key);
  if (name.empty() || name.size() > most) throw Malformed{std::string("empty or too long: ") + key};
  return name;
}

}  // namespace kahui::sync
