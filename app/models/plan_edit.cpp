#include "app/models/plan_edit.hpp"

#include "core/programme/care_plan_edit.hpp"
#include "core/report/document.hpp"

namespace kahui::models {

QString targetName(const std::string& figure, Formatter formatter) {
  const bool chinese = formatter.language() == Language::Chinese;
  return text(report::targetTitle(chinese ? report::Language::Chinese : report::Language::English, figure));
}

till::TaskRequest targetRequest(const PlanVm& plan, const std::string& figure, std::int64_t value) {
  constexpr std::size_t kMonth = 7;
  till::TaskRequest request;
  request.act = till::TaskAct::SetTarget;
  request.month = plan.month.iso().substr(0, kMonth);
  request.figure = figure;
  request.value = value;
  return request;
}

std::optional<till::TaskRequest> planRequest(const PlanVm& plan, const programme::CareTemplate& changed) {
  auto json = programme::withSteps(plan.json, changed);
  if (!json) return std::nullopt;
  till::TaskRequest request;
  request.act = till::TaskAct::SetPlan;
  request.json = *std::move(json);
  return request;
}

programme::CareTemplate emptyPlan() { return programme::emptyOnboarding(); }

std::string freshStepKey(const programme::CareTemplate& plan) { return programme::freshKey(plan); }

}  // namespace kahui::models
