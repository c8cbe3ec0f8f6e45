// Changes to a care plan's JSON from a screen or by command: the steps of one template, benefits, tags or single rules,
// all else as it stands. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/programme/care_plan.hpp"

namespace kahui::programme {

// `json` with these steps in the template; empty: a new plan that has this template alone. BadInput: `json` cannot be
// read. What the steps are is for parseCarePlan() to judge.
base::Result<std::string> withSteps(std::string_view json, const CareTemplate& plan);

// `json` with all of these benefits (samples and draws among them), or tags, or the rules of `plan` that are single
// values: follow-up, share of high-value members, who buys often and little, days of a lead. As withSteps().
base::Result<std::string> withBenefits(std::string_view json, const std::vector<CareBenefit>& benefits);
base::Result<std::string> withTags(std::string_view json, const std::vector<CareTag>& tags);
base::Result<std::string> withRules(std::string_view json, const CarePlan& plan);

// `json` with the hours in which a tier is answered, and who may comment (S003-50, S000-90). As withSteps().
base::Result<std::string> withTalk(std::string_view json, const CarePlan& plan);
std::string_view roleName(CareTalk::Role role);  // cashier, leader, manager
std::optional<CareTalk::Role> roleNamed(std::string_view name);

CareText unitOfDraws();  // of a new one: chances

// A code with this beginning that none of the benefits and tags has: tag1 ...
std::string freshCode(const CarePlan& plan, const std::string& beginning);

// Of a store without a plan: seed 003's onboarding, without a step yet.
CareTemplate emptyOnboarding();

// A key that no step of the template has: step1 ...
std::string freshKey(const CareTemplate& plan);

}  // namespace kahui::programme
