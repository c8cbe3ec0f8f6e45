// One function a kind of case (rulebook section 16): input and rule pack to the form of `expect`. Problems with the
// input go to `problem`; the result is then not used.
#pragma once

#include <nlohmann/json.hpp>

#include "core/programme/json_object.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::ctl {

using Evaluate = nlohmann::json (*)(const nlohmann::json& input, const programme::RulePack& pack,
                                    programme::JsonProblem& problem);

nlohmann::json evaluateSaleCase(const nlohmann::json& input, const programme::RulePack& pack,
                                programme::JsonProblem& problem);
nlohmann::json evaluateRefundCase(const nlohmann::json& input, const programme::RulePack& pack,
                                  programme::JsonProblem& problem);

}  // namespace kahui::ctl
