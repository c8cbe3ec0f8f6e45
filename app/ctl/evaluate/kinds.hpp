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
nlohmann::json evaluateYearEndCase(const nlohmann::json& input, const programme::RulePack& pack,
                                   programme::JsonProblem& problem);
nlohmann::json evaluateTourCase(const nlohmann::json& input, const programme::RulePack& pack,
                                programme::JsonProblem& problem);
nlohmann::json evaluateCatalogueCase(const nlohmann::json& input, const programme::RulePack& pack,
                                     programme::JsonProblem& problem);
nlohmann::json evaluateCashOutCase(const nlohmann::json& input, const programme::RulePack& pack,
                                   programme::JsonProblem& problem);
nlohmann::json evaluateExpiryCase(const nlohmann::json& input, const programme::RulePack& pack,
                                  programme::JsonProblem& problem);
nlohmann::json evaluateTransferCase(const nlohmann::json& input, const programme::RulePack& pack,
                                    programme::JsonProblem& problem);
nlohmann::json evaluateFreezeCase(const nlohmann::json& input, const programme::RulePack& pack,
                                  programme::JsonProblem& problem);
nlohmann::json evaluateStoredTopUpCase(const nlohmann::json& input, const programme::RulePack& pack,
                                       programme::JsonProblem& problem);
nlohmann::json evaluateMonthlyCouponsCase(const nlohmann::json& input, const programme::RulePack& pack,
                                          programme::JsonProblem& problem);
nlohmann::json evaluateQuarterExchangeCase(const nlohmann::json& input, const programme::RulePack& pack,
                                           programme::JsonProblem& problem);
nlohmann::json evaluateOfflineCase(const nlohmann::json& input, const programme::RulePack& pack,
                                   programme::JsonProblem& problem);
nlohmann::json evaluateMergeEventsCase(const nlohmann::json& input, const programme::RulePack& pack,
                                       programme::JsonProblem& problem);
nlohmann::json evaluateBusinessDayCase(const nlohmann::json& input, const programme::RulePack& pack,
                                       programme::JsonProblem& problem);
nlohmann::json evaluateDayReportCase(const nlohmann::json& input, const programme::RulePack& pack,
                                     programme::JsonProblem& problem);
nlohmann::json evaluateMonthReportCase(const nlohmann::json& input, const programme::RulePack& pack,
                                       programme::JsonProblem& problem);
nlohmann::json evaluateChurnCase(const nlohmann::json& input, const programme::RulePack& pack,
                                 programme::JsonProblem& problem);
nlohmann::json evaluateBirthdaysCase(const nlohmann::json& input, const programme::RulePack& pack,
                                     programme::JsonProblem& problem);
nlohmann::json evaluateFormatsCase(const nlohmann::json& input, const programme::RulePack& pack,
                                   programme::JsonProblem& problem);

}  // namespace kahui::ctl
