// What the till is asked for when a target or a step of the care plan was edited.
#pragma once

#include <QString>
#include <optional>

#include "app/models/report_model.hpp"
#include "core/till/task_request.hpp"

namespace kahui::models {

QString targetName(const std::string& figure, Formatter formatter);
till::TaskRequest targetRequest(const PlanVm& plan, const std::string& figure, std::int64_t value);

// `changed` in the place of the template of its id, all else as it stands. nullopt: the store's plan cannot be read.
std::optional<till::TaskRequest> planRequest(const PlanVm& plan, const programme::CareTemplate& changed);
programme::CareTemplate emptyPlan();  // of a store that has none
std::string freshStepKey(const programme::CareTemplate& plan);

}  // namespace kahui::models
