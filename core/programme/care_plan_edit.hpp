// Changes to a care plan's JSON from a screen: the steps of one template, all else as it stands. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/programme/care_plan.hpp"

namespace kahui::programme {

// `json` with these steps in the template; empty: a new plan that has this template alone. BadInput: `json` cannot be
// read. What the steps are is for parseCarePlan() to judge.
base::Result<std::string> withSteps(std::string_view json, const CareTemplate& plan);

// Of a store without a plan: seed 003's onboarding, without a step yet.
CareTemplate emptyOnboarding();

// A key that no step of the template has: step1 ...
std::string freshKey(const CareTemplate& plan);

}  // namespace kahui::programme
