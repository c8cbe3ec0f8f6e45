#include "core/programme/care_plan_edit.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kahui::programme {

namespace {

using nlohmann::ordered_json;

ordered_json wordsOf(const CareText& text) { return {{"zh", text.zh}, {"en", text.en}}; }

ordered_json stepOf(const CareStep& step) {
  const bool signing = step.from == CareStep::From::Signed;
  ordered_json out{{"key", step.key}, {"title", wordsOf(step.title)}, {"from", signing ? "signed" : "first_use"}};
  if (!step.how.zh.empty() || !step.how.en.empty()) out["how"] = wordsOf(step.how);
  if (step.months != 0) out["months"] = step.months;
  out["days"] = step.days;
  if (step.hours) out["hours"] = *step.hours;
  if (step.weekly) {
    out["weekly"] = true;
    out["until"] = step.until == CareStep::From::FirstUse ? "first_use" : "end";
  }
  if (step.confirm) out["confirm"] = true;
  if (step.channel != CareStep::Channel::None) out["channel"] = channelName(step.channel);
  return out;
}

}  // namespace

base::Result<std::string> withSteps(std::string_view json, const CareTemplate& plan) {
  ordered_json whole = json.empty() ? ordered_json{{"schema", 1}, {"templates", ordered_json::array()}}
                                    : ordered_json::parse(json, nullptr, false);
  if (!whole.is_object()) return base::fail(base::ErrorCode::BadInput, "the care plan is no JSON");
  ordered_json& templates = whole["templates"];
  if (templates.is_null()) templates = ordered_json::array();
  if (!templates.is_array()) return base::fail(base::ErrorCode::BadInput, "templates");
  auto found = std::find_if(templates.begin(), templates.end(), [&](const ordered_json& one) {
    return one.is_object() && one.contains("id") && one["id"] == plan.id;
  });
  if (found == templates.end()) {
    templates.push_back(
        {{"id", plan.id}, {"title", wordsOf(plan.title)}, {"kind", plan.kind}, {"months", plan.months}});
    found = templates.end() - 1;
  }
  ordered_json steps = ordered_json::array();
  for (const CareStep& step : plan.steps) steps.push_back(stepOf(step));
  (*found)["steps"] = std::move(steps);
  return whole.dump(1);
}

CareTemplate emptyOnboarding() {
  CareTemplate plan;
  plan.id = "onboarding";
  plan.title = {"新会员迎新", "Onboarding of a new member"};
  plan.kind = "ONBOARDING";
  return plan;
}

std::string freshKey(const CareTemplate& plan) {
  for (std::size_t n = plan.steps.size() + 1;; ++n) {
    std::string key = "step" + std::to_string(n);
    if (plan.step(key) == nullptr) return key;
  }
}

}  // namespace kahui::programme
