#include "app/ctl/evaluate/kinds.hpp"
#include "app/ctl/evaluate/refusal.hpp"
#include "core/sale/sale_json.hpp"

namespace kahui::ctl {

using base::ErrorCode;
using nlohmann::json;

std::optional<json> refusalOf(const base::Error& error, programme::JsonProblem& problem) {
  if (error.code == ErrorCode::RuleRejected || error.code == ErrorCode::WrongTender)
    return json{{"rejected", error.detail}};
  if (error.code == ErrorCode::ShortCash)
    return json{{"rejected", "CASH_INSUFFICIENT"}, {"missing_fen", std::stoll(error.detail)}};
  problem.note(error.code, "input", error.detail);
  return std::nullopt;
}

json evaluateSaleCase(const json& input, const programme::RulePack& pack, programme::JsonProblem& problem) {
  const auto sale = sale::readSaleInput(input, "input", pack, problem);
  if (problem.any()) return nullptr;
  const auto result = sale::evaluateSale(sale, pack);
  if (!result) return refusalOf(result.error(), problem).value_or(nullptr);
  return sale::toJson(*result, sale, pack);
}

}  // namespace kahui::ctl
