// A sale's input and result as JSON, in the form of the examples file (rulebook section 16): `kahuictl evaluate`,
// `kahuictl sell`.
#pragma once

#include <nlohmann/json.hpp>

#include "core/programme/json_object.hpp"
#include "core/sale/evaluate_sale.hpp"

namespace kahui::sale {

// Problems go to `problem` with their path below `path`.
pricing::SaleInput readSaleInput(const nlohmann::json& value, const std::string& path, const programme::RulePack& pack,
                                 programme::JsonProblem& problem);
pricing::MemberView readMember(const nlohmann::json& value, const std::string& path, const programme::RulePack& pack,
                               programme::JsonProblem& problem);
member::Birthday readBirthday(const nlohmann::json& value, const std::string& path, programme::JsonProblem& problem);

// The form of `expect`, with more keys: `to_next_tier`, `offers`, `pack_version`.
nlohmann::json toJson(const SaleResult& result, const pricing::SaleInput& input, const programme::RulePack& pack);
// What each rule did to each line: [{line, step, reason, layer?, promotion?, coupon?, amount?, missing?}].
nlohmann::json explanation(const pricing::PricedBill& bill, const pricing::SaleInput& input,
                           const programme::RulePack& pack);
nlohmann::json toJson(const std::vector<pricing::LotSpend>& lots);

}  // namespace kahui::sale
