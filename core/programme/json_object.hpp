// A strict view of one JSON object: every key that is read is known, every other key is refused by name, every number
// has its stated range. What is wrong is kept in a JsonProblem with its path ("tiers[2].rate_bp: ..."), and the read
// returns a default, so that a parser reads straight on and asks once at its end.
//   BadInput    wrong type or form
//   OutOfRange  a number outside its range
//   UnknownKey  a key that the form does not have
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/numbers.hpp"
#include "core/base/result.hpp"

namespace kahui::programme {

// What is wrong with a file, in the order of reading, at most kMost entries. A value that is wrong already, or that
// stands inside one, says nothing more: the rest would only follow from it.
class JsonProblem {
 public:
  static constexpr std::size_t kMost = 100;
  struct Entry {
    base::ErrorCode code{};
    std::string path;
    std::string what;
  };

  void note(base::ErrorCode code, const std::string& path, std::string_view what);
  [[nodiscard]] bool any() const { return !m_entries.empty(); }
  [[nodiscard]] std::span<const Entry> all() const { return m_entries; }
  [[nodiscard]] base::Status status() const;  // the first; detail is "path: what"

 private:
  std::vector<Entry> m_entries;
};

// Names of an enumeration's values as they stand in JSON.
template <class E>
struct EnumName {
  std::string_view name;
  E value;
};

template <class E, std::size_t N>
std::string_view nameOf(const EnumName<E> (&table)[N], E value) {
  for (const auto& entry : table)
    if (entry.value == value) return entry.name;
  KAHUI_ASSERT(!"a value without a name");
  return {};
}

class JsonObject {
 public:
  // A value that is not an object is noted as BadInput and reads as empty.
  JsonObject(const nlohmann::json& value, std::string path, JsonProblem& problem);

  [[nodiscard]] bool has(std::string_view key);  // present and not null; the key becomes known
  [[nodiscard]] const nlohmann::json* child(std::string_view key);
  [[nodiscard]] std::string pathOf(std::string_view key) const;
  [[nodiscard]] JsonProblem& problem() { return m_problem; }

  std::int64_t integer(std::string_view key, std::int64_t low, std::int64_t high, std::int64_t fallback);
  std::optional<std::int64_t> optionalInteger(std::string_view key, std::int64_t low, std::int64_t high);
  std::int64_t requiredInteger(std::string_view key, std::int64_t low, std::int64_t high);
  int small(std::string_view key, int low, int high, int fallback);
  base::Money money(std::string_view key, base::Money fallback = {});  // 0 .. kMaxAmount
  std::optional<base::Money> optionalMoney(std::string_view key);
  base::Rate rate(std::string_view key, base::Rate fallback);  // 0 .. 10000 basis points
  bool flag(std::string_view key, bool fallback);
  std::string text(std::string_view key, std::string_view fallback = {});
  std::string requiredText(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  std::optional<base::LocalTime> time(std::string_view key);  // date or date with time
  std::optional<base::BusinessDate> date(std::string_view key);
  int secondOfDay(std::string_view key, int fallback);  // "HH:MM"

  template <class E, std::size_t N>
  E oneOf(std::string_view key, const EnumName<E> (&table)[N], E fallback) {
    const auto* value = child(key);
    if (value == nullptr) return fallback;
    std::string known;
    for (const auto& entry : table) {
      if (value->is_string() && value->get_ref<const std::string&>() == entry.name) return entry.value;
      known += known.empty() ? "" : ", ";
      known += entry.name;
    }
    m_problem.note(base::ErrorCode::BadInput, pathOf(key), "must be one of " + known);
    return fallback;
  }

  // Refuses the keys that nobody asked for. Keys whose values are for readers only ("title") are named in `ignored`.
  void finish(std::initializer_list<std::string_view> ignored = {});

 private:
  std::int64_t checked(const nlohmann::json& value, std::string_view key, std::int64_t low, std::int64_t high,
                       std::int64_t fallback);

  const nlohmann::json& m_value;
  std::string m_path;
  JsonProblem& m_problem;
  std::vector<std::string_view> m_known;
};

// "HH:MM", 00:00 .. 24:00, to seconds of the day.
std::optional<int> parseHourMinute(std::string_view text);
std::string hourMinuteText(int second_of_day);  // whole minutes, 0 .. 86400

// The elements of a list under `key` (missing and null read as empty), each with its path.
template <class F>
void forEachElement(JsonObject& object, std::string_view key, F&& f) {
  const auto* list = object.child(key);
  if (list == nullptr) return;
  if (!list->is_array()) {
    object.problem().note(base::ErrorCode::BadInput, object.pathOf(key), "must be a list");
    return;
  }
  for (std::size_t i = 0; i < list->size(); ++i) f((*list)[i], object.pathOf(key) + "[" + std::to_string(i) + "]");
}

// Parses text; a syntax error is BadInput with the byte where it stands.
base::Result<nlohmann::json> parseJson(std::string_view text);

}  // namespace kahui::programme
