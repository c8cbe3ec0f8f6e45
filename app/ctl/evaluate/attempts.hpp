// Lists of attempts, each answered on its own.
#pragma once

#include <nlohmann/json.hpp>

#include "core/programme/json_object.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::ctl {

// Answers each element of the list under `key` with f(JsonObject&), which reads the element whole; unknown keys are
// refused.
template <class F>
nlohmann::json answerEach(programme::JsonObject& input, std::string_view key, F&& f) {
  auto list = nlohmann::json::array();
  programme::forEachElement(input, key, [&](const nlohmann::json& value, const std::string& path) {
    programme::JsonObject object(value, path, input.problem());
    list.push_back(f(object));
    object.finish({"note"});
  });
  return list;
}

// {"result": "OK"} or {"result": reason}.
template <class T>
nlohmann::json verdictOf(const base::Result<T>& result) {
  return {{"result", result ? std::string("OK") : result.error().detail}};
}

// Rank of the tier named under `key`; an unknown or missing name is noted and reads as the lowest.
int requiredTier(programme::JsonObject& object, std::string_view key, const programme::RulePack& pack);

// The day under `key`, or `fallback`.
base::BusinessDate requiredDate(programme::JsonObject& object, std::string_view key);

}  // namespace kahui::ctl
