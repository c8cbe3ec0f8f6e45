// The public examples and the presets, as the unit tests read them.
#pragma once

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "core/programme/rule_pack.hpp"
#include "core/sale/sale_json.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

inline nlohmann::json readJson(const std::string& path) {
  std::ifstream file(std::string(KAHUI_SOURCE_DIR "/") + path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  auto parsed = programme::parseJson(text);
  REQUIRE(parsed);
  return *parsed;
}

inline nlohmann::json examples() { return readJson("tests/data/rulebook-examples.json"); }

inline programme::RulePack packOf(const nlohmann::json& value) {
  auto pack = programme::parseRulePack(value);
  INFO((pack ? std::string() : pack.error().detail));
  REQUIRE(pack);
  return *pack;
}

inline programme::RulePack preset(const std::string& name) {
  return packOf(readJson("resources/presets/" + name + ".json"));
}

// The five-tier defaults of the examples with overrides.
inline programme::RulePack fiveTiers(const nlohmann::json& config = nlohmann::json::object()) {
  return packOf(programme::mergeConfig(examples()["defaults"], config));
}

inline pricing::SaleInput saleOf(const nlohmann::json& value, const programme::RulePack& pack) {
  programme::JsonProblem problem;
  auto input = sale::readSaleInput(value, "input", pack, problem);
  INFO((problem.any() ? problem.status().error().detail : std::string()));
  REQUIRE_FALSE(problem.any());
  return input;
}

// The result as JSON; a refusal as its reason.
inline nlohmann::json sell(const nlohmann::json& value, const programme::RulePack& pack) {
  const auto input = saleOf(value, pack);
  const auto result = sale::evaluateSale(input, pack);
  return result ? sale::toJson(*result, input, pack) : nlohmann::json(result.error().detail);
}

}  // namespace kahui::test
