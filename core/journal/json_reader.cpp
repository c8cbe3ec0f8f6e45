#include "core/journal/json_reader.hpp"

namespace kahui::journal {

using nlohmann::json;

const json& at(const json& object, const char* key) {
  const auto it = object.find(key);
  if (it == object.end()) throw Malformed{std::string("key missing: ") + key};
  return *it;
}

std::int64_t number(const json& object, const char* key) {
  const json& value = at(object, key);
  if (!value.is_number_integer()) throw Malformed{std::string("not an integer: ") + key};
  return value.get<std::int64_t>();
}

std::int64_t number(const json& object, const char* key, std::int64_t fallback) {
  return object.contains(key) ? number(object, key) : fallback;
}

std::string text(const json& object, const char* key) {
  const json& value = at(object, key);
  if (!value.is_string()) throw Malformed{std::string("not a string: ") + key};
  return value.get<std::string>();
}

std::string text(const json& object, const char* key, const char* fallback) {
  return object.contains(key) ? text(object, key) : fallback;
}

bool flag(const json& object, const char* key) { return number(object, key, 0) != 0; }

base::Id identity(const json& object, const char* key) {
  const auto id = base::Id::parse(text(object, key));
  if (!id) throw Malformed{std::string("not an id: ") + key};
  return *id;
}

base::BusinessDate date(const json& object, const char* key) {
  const auto value = base::BusinessDate::parse(text(object, key));
  if (!value) throw Malformed{std::string("not a date: ") + key};
  return *value;
}

std::optional<base::BusinessDate> optionalDate(const json& object, const char* key) {
  return object.contains(key) ? std::optional(date(object, key)) : std::nullopt;
}

std::optional<base::Money> optionalMoney(const json& object, const char* key) {
  return object.contains(key) ? std::optional(money(object, key)) : std::nullopt;
}

const json& array(const json& object, const char* key) {
  const json& value = at(object, key);
  if (!value.is_array()) throw Malformed{std::string("not an array: ") + key};
  return value;
}

const json& optionalArray(const json& object, const char* key) {
  static const json kNone = json::array();
  return object.contains(key) ? array(object, key) : kNone;
}

std::vector<std::string> texts(const json& object, const char* key) {
  std::vector<std::string> list;
  for (const json& one : optionalArray(object, key)) {
    if (!one.is_string()) throw Malformed{std::string("not strings: ") + key};
    list.push_back(one.get<std::string>());
  }
  return list;
}

}  // namespace kahui::journal
