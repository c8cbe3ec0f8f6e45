#include "core/programme/json_object.hpp"

#include <algorithm>
#include <limits>

#include "core/base/check_digit.hpp"

namespace kahui::programme {

using base::ErrorCode;
using nlohmann::json;

namespace {

bool isOrHolds(std::string_view outer, std::string_view path) {
  if (outer.empty()) return true;
  if (path.substr(0, outer.size()) != outer) return false;
  return path.size() == outer.size() || path[outer.size()] == '.' || path[outer.size()] == '[';
}

}  // namespace

void JsonProblem::note(ErrorCode code, const std::string& path, std::string_view what) {
  if (m_entries.size() == kMost) return;
  for (const auto& known : m_entries)
    if (isOrHolds(known.path, path)) return;
  m_entries.push_back({code, path, std::string(what)});
}

base::Status JsonProblem::status() const {
  if (m_entries.empty()) return {};
  const auto& first = m_entries.front();
  return base::fail(first.code, first.path + (first.path.empty() ? "" : ": ") + first.what);
}

JsonObject::JsonObject(const json& value, std::string path, JsonProblem& problem)
    : m_value(value), m_path(std::move(path)), m_problem(problem) {
  if (!value.is_object()) m_problem.note(ErrorCode::BadInput, m_path, "must be an object");
}

std::string JsonObject::pathOf(std::string_view key) const {
  return m_path.empty() ? std::string(key) : m_path + "." + std::string(key);
}

bool JsonObject::has(std::string_view key) { return child(key) != nullptr; }

const json* JsonObject::child(std::string_view key) {
  if (!m_value.is_object()) return nullptr;
  const auto found = m_value.find(key);
  if (found == m_value.end()) return nullptr;
  m_known.push_back(found.key());
  return found->is_null() ? nullptr : &*found;
}

std::int64_t JsonObject::checked(const json& value, std::string_view key, std::int64_t low, std::int64_t high,
                                 std::int64_t fallback) {
  if (!value.is_number_integer()) {
    m_problem.note(ErrorCode::BadInput, pathOf(key), "must be a whole number");
    return fallback;
  }
  const bool above = value.is_number_unsigned() &&
                     value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  const std::int64_t number = above ? std::numeric_limits<std::int64_t>::max() : value.get<std::int64_t>();
  if (above || number < low || number > high) {
    m_problem.note(ErrorCode::OutOfRange, pathOf(key),
                   "must be from " + std::to_string(low) + " to " + std::to_string(high));
    return fallback;
  }
  return number;
}

std::int64_t JsonObject::integer(std::string_view key, std::int64_t low, std::int64_t high, std::int64_t fallback) {
  const auto* value = child(key);
  return value == nullptr ? fallback : checked(*value, key, low, high, fallback);
}

std::optional<std::int64_t> JsonObject::optionalInteger(std::string_view key, std::int64_t low, std::int64_t high) {
  const auto* value = child(key);
  if (value == nullptr) return std::nullopt;
  return checked(*value, key, low, high, low);
}

std::int64_t JsonObject::requiredInteger(std::string_view key, std::int64_t low, std::int64_t high) {
  const auto* value = child(key);
  if (value != nullptr) return checked(*value, key, low, high, low);
  m_problem.note(ErrorCode::BadInput, pathOf(key), "is missing");
  return low;
}

int JsonObject::small(std::string_view key, int low, int high, int fallback) {
  return static_cast<int>(integer(key, low, high, fallback));
}

base::Money JsonObject::money(std::string_view key, base::Money fallback) {
  return base::Money(integer(key, 0, base::kMaxAmount.value(), fallback.value()));
}

std::optional<base::Money> JsonObject::optionalMoney(std::string_view key) {
  const auto value = optionalInteger(key, 0, base::kMaxAmount.value());
  if (!value) return std::nullopt;
  return base::Money(*value);
}

base::Rate JsonObject::rate(std::string_view key, base::Rate fallback) {
  return base::Rate(integer(key, 0, base::kFullRate.value(), fallback.value()));
}

bool JsonObject::flag(std::string_view key, bool fallback) {
  const auto* value = child(key);
  if (value == nullptr) return fallback;
  if (value->is_boolean()) return value->get<bool>();
  m_problem.note(ErrorCode::BadInput, pathOf(key), "must be true or false");
  return fallback;
}

std::string JsonObject::text(std::string_view key, std::string_view fallback) {
  const auto* value = child(key);
  if (value == nullptr) return std::string(fallback);
  if (value->is_string()) return value->get<std::string>();
  m_problem.note(ErrorCode::BadInput, pathOf(key), "must be text");
  return std::string(fallback);
}

std::string JsonObject::requiredText(std::string_view key) {
  if (!has(key)) m_problem.note(ErrorCode::BadInput, pathOf(key), "is missing");
  return text(key);
}

std::vector<std::string> JsonObject::texts(std::string_view key) {
  std::vector<std::string> list;
  forEachElement(*this, key, [&](const json& value, const std::string& path) {
    list.push_back(value.is_string() ? value.get<std::string>() : std::string());
    if (!value.is_string()) m_problem.note(ErrorCode::BadInput, path, "must be text");
  });
  return list;
}

std::optional<base::LocalTime> JsonObject::time(std::string_view key) {
  if (!has(key)) return std::nullopt;
  const auto parsed = base::LocalTime::parse(text(key));
  if (!parsed)
    m_problem.note(ErrorCode::BadInput, pathOf(key), "must be a real date, 2025-03-12 or 2025-03-12T10:15:00");
  return parsed;
}

std::optional<base::BusinessDate> JsonObject::date(std::string_view key) {
  const auto parsed = time(key);
  if (!parsed) return std::nullopt;
  return parsed->date();
}

int JsonObject::secondOfDay(std::string_view key, int fallback) {
  if (!has(key)) return fallback;
  const auto parsed = parseHourMinute(text(key));
  if (parsed) return *parsed;
  m_problem.note(ErrorCode::BadInput, pathOf(key), "must be a time of the day, 00:00 to 24:00");
  return fallback;
}

void JsonObject::finish(std::initializer_list<std::string_view> ignored) {
  if (!m_value.is_object()) return;
  for (const auto& [key, value] : m_value.items()) {
    const bool known = std::find(m_known.begin(), m_known.end(), key) != m_known.end() ||
                       std::find(ignored.begin(), ignored.end(), key) != ignored.end();
    if (!known) m_problem.note(ErrorCode::UnknownKey, pathOf(key), "is not a key of this form");
  }
}

std::optional<int> parseHourMinute(std::string_view text) {
  if (text.size() != 5 || text[2] != ':' || !base::allDigits(text.substr(0, 2)) || !base::allDigits(text.substr(3)))
    return std::nullopt;
  const int hour = (text[0] - '0') * 10 + (text[1] - '0');
  const int minute = (text[3] - '0') * 10 + (text[4] - '0');
  if (minute > 59 || hour > 24 || (hour == 24 && minute > 0)) return std::nullopt;
  return hour * 3600 + minute * 60;
}

std::string hourMinuteText(int second_of_day) {
  const auto two = [](int number) { return std::to_string(100 + number).substr(1); };
  return two(second_of_day / 3600) + ":" + two(second_of_day / 60 % 60);
}

base::Result<json> parseJson(std::string_view text) {
  try {
    return json::parse(text);
  } catch (const json::parse_error& error) {
    return base::fail(ErrorCode::BadInput, "not valid JSON at byte " + std::to_string(error.byte));
  }
}

}  // namespace kahui::programme
