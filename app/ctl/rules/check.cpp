#include "app/ctl/rules/check.hpp"

namespace kahui::ctl {

using nlohmann::ordered_json;
using programme::JsonProblem;

PackVerdict checkPack(std::string_view text) {
  JsonProblem problem;
  const auto value = programme::parseJson(text);
  if (!value) {
    problem.note(value.error().code, "", value.error().detail);
  } else if (auto pack = programme::readRulePack(*value, problem); !problem.any()) {
    return {std::move(pack)};
  }
  return {std::nullopt, {problem.all().begin(), problem.all().end()}};
}

ordered_json verdictJson(const PackVerdict& verdict) {
  if (verdict.pack)
    return {{"ok", true},
            {"name", verdict.pack->name},
            {"version", verdict.pack->version},
            {"tiers", verdict.pack->tiers.size()},
            {"promotions", verdict.pack->promotions->all().size()}};
  auto problems = ordered_json::array();
  for (const auto& entry : verdict.problems)
    problems.push_back({{"path", entry.path}, {"code", std::string(base::codeName(entry.code))}, {"what", entry.what}});
  return {{"ok", false}, {"problems", std::move(problems)}};
}

std::string verdictText(const PackVerdict& verdict) {
  if (verdict.pack)
    return "ok: " + verdict.pack->name + " " + verdict.pack->version + ", " +
           std::to_string(verdict.pack->tiers.size()) + " tiers, " +
           std::to_string(verdict.pack->promotions->all().size()) + " promotions\n";
  std::string text;
  for (const auto& entry : verdict.problems) text += (entry.path.empty() ? "" : entry.path + ": ") + entry.what + "\n";
  const auto count = verdict.problems.size();
  const auto counted = std::to_string(count) + (count == JsonProblem::kMost ? " or more" : "");
  return text + counted + (count == 1 ? " problem" : " problems") + "; correct the pack and check it again\n";
}

}  // namespace kahui::ctl
