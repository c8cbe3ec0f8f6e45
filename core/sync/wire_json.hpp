// What all messages of the wire share. Keys that are not known are ignored, on both sides: headquarters is upgraded
// first and a till may be two versions behind, and a till's events are never refused because of a word. Known keys are
// read strictly: type, range and form. Errors: BadInput, with the key in the detail.
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/base/sha256.hpp"
#include "core/journal/json_reader.hpp"

namespace kahui::sync {

// Refuses more than `most_bytes`, NUL, what is not UTF-8, deeper nesting than kMostDepth, and all but one object.
base::Result<nlohmann::json> parseObject(std::string_view text, std::size_t most_bytes);

// Readers that throw journal::Malformed, for use inside readMessage().
inline constexpr std::int64_t kMostNumber = std::int64_t{1} << 53;  // what every reader of JSON holds exactly
std::int64_t numberIn(const nlohmann::json& object, const char* key, std::int64_t least, std::int64_t most);
std::int64_t amountIn(const nlohmann::json& object, const char* key);        // 0 .. kMostNumber
std::uint64_t sequenceIn(const nlohmann::json& object, const char* key);     // 0 .. 2^53
std::uint32_t incarnationIn(const nlohmann::json& object, const char* key);  // 1 .. 2^20, as in receipt numbers
base::Sha256 hashIn(const nlohmann::json& object, const char* key);          // 64 hex digits
bool flagIn(const nlohmann::json& object, const char* key);                  // true or false; missing is false
std::string nameIn(const nlohmann::json& object, const char* key, std::size_t most);  // 1 .. most bytes
std::string idIn(const nlohmann::json& object, const char* key);                      // hex, as base::Id writes it
std::optional<base::Sha256> hashOf(std::string_view hex);

// Parses an object and lets `read` make a value of it; what `read` throws becomes an error.
template <class Read>
auto readMessage(std::string_view text, std::size_t most_bytes, Read&& read)
    -> base::Result<decltype(read(std::declval<const nlohmann::json&>()))> {
  const auto object = parseObject(text, most_bytes);
  if (!object) return tl::unexpected(object.error());
  try {
    return read(*object);
  } catch (const journal::Malformed& error) {
    return base::fail(base::ErrorCode::BadInput, error.what);
  } catch (const nlohmann::json::exception& error) {
    return base::fail(base::ErrorCode::BadInput, error.what());
  }
}

}  // namespace kahui::sync
