// Typed access to the parsed line; throws Malformed, which decode() and the readers of the wire (core/sync)
// turn into an Error.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/base/numbers.hpp"

namespace kahui::journal {

struct Malformed {
  std::string what;
};

const nlohmann::json& at(const nlohmann::json& object, const char* key);
const nlohmann::json& array(const nlohmann::json& object, const char* key);
const nlohmann::json& optionalArray(const nlohmann::json& object, const char* key);  // empty where it is missing
std::int64_t number(const nlohmann::json& object, const char* key);
std::int64_t number(const nlohmann::json& object, const char* key, std::int64_t fallback);
std::string text(const nlohmann::json& object, const char* key);
std::string text(const nlohmann::json& object, const char* key, const char* fallback);
bool flag(const nlohmann::json& object, const char* key);  // 1 or missing
base::Id identity(const nlohmann::json& object, const char* key);
base::BusinessDate date(const nlohmann::json& object, const char* key);
std::optional<base::BusinessDate> optionalDate(const nlohmann::json& object, const char* key);
std::optional<base::Money> optionalMoney(const nlohmann::json& object, const char* key);
std::vector<std::string> texts(const nlohmann::json& object, const char* key);
inline base::Money money(const nlohmann::json& object, const char* key) { return base::Money(number(object, key)); }
inline base::Money money(const nlohmann::json& object, const char* key, base::Money fallback) {
  return base::Money(number(object, key, fallback.value()));
}
inline base::Points points(const nlohmann::json& object, const char* key) { return base::Points(number(object, key)); }

}  // namespace kahui::journal
