#include "app/ctl/rules/diff.hpp"

#include <set>

namespace kahui::ctl {

using nlohmann::json;
using nlohmann::ordered_json;

namespace {

// Lists whose elements have a name of their own become objects under that name, so that an element put in front does
// not make all the others differ. The order of promotions means nothing; that of tiers is their rank and is kept.
json byName(const json& list, const char* name) {
  auto named = json::object();
  for (const auto& element : list) {
    auto rest = element;
    rest.erase(name);
    named[element[name].get<std::string>()] = std::move(rest);
  }
  return named;
}

json order(const json& list, const char* name) {
  auto names = json::array();
  for (const auto& element : list) names.push_back(element[name]);
  return names;
}

bool holdsObjects(const json& value) { return value.is_array() && !value.empty() && value[0].is_object(); }

void compare(const std::string& path, const json& before, const json& after, std::vector<PackChange>& out);

void compareKeys(const json& before, const json& after, std::vector<PackChange>& out, const std::string& open,
                 const char* close) {
  std::set<std::string> keys;
  for (const auto& [key, value] : before.items()) keys.insert(key);
  for (const auto& [key, value] : after.items()) keys.insert(key);
  const json none;
  for (const auto& key : keys)
    compare(open + key + close, before.contains(key) ? before[key] : none, after.contains(key) ? after[key] : none,
            out);
}

void compare(const std::string& path, const json& before, const json& after, std::vector<PackChange>& out) {
  if (before == after) return;
  if (before.is_object() && after.is_object()) {
    compareKeys(before, after, out, path.empty() ? "" : path + ".", "");
  } else if (holdsObjects(before) && holdsObjects(after)) {
    const json none;
    for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i)
      compare(path + "[" + std::to_string(i) + "]", i < before.size() ? before[i] : none,
              i < after.size() ? after[i] : none, out);
  } else {
    out.push_back({path, before, after});
  }
}

std::string shown(const json& value) { return value.is_null() ? "(none)" : value.dump(); }

}  // namespace

std::vector<PackChange> diffPacks(const programme::RulePack& before, const programme::RulePack& after) {
  json old_json = programme::packJson(before);
  json new_json = programme::packJson(after);
  const json old_tiers = old_json["tiers"], new_tiers = new_json["tiers"];
  const json old_promotions = old_json["promotions"], new_promotions = new_json["promotions"];
  for (const char* key : {"tiers", "promotions"}) {
    old_json.erase(key);
    new_json.erase(key);
  }
  std::vector<PackChange> changes;
  compare("", old_json, new_json, changes);
  compare("tiers", order(old_tiers, "code"), order(new_tiers, "code"), changes);
  compareKeys(byName(old_tiers, "code"), byName(new_tiers, "code"), changes, "tiers[", "]");
  compareKeys(byName(old_promotions, "id"), byName(new_promotions, "id"), changes, "promotions[", "]");
  return changes;
}

ordered_json diffJson(const std::vector<PackChange>& changes) {
  auto list = ordered_json::array();
  for (const auto& change : changes)
    list.push_back({{"path", change.path}, {"old", change.before}, {"new", change.after}});
  return {{"equal", changes.empty()}, {"changes", std::move(list)}};
}

std::string diffText(const std::vector<PackChange>& changes) {
  if (changes.empty()) return "no difference\n";
  std::string text;
  for (const auto& change : changes)
    text += change.path + ": " + shown(change.before) + " -> " + shown(change.after) + "\n";
  return text;
}

}  // namespace kahui::ctl
