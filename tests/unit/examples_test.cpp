// Every public example of the rulebook, to the fen and the point, through `kahuictl evaluate`.
#include "tests/unit/examples.hpp"
#include "app/ctl/evaluate/cases.hpp"
#include "tests/support/catch.hpp"

using nlohmann::json;

namespace {

// The first place where `got` lacks or contradicts what `expect` says; empty if it agrees. More keys are allowed.
std::string disagreement(const json& expect, const json& got, const std::string& path) {
  if (expect.is_object()) {
    if (!got.is_object()) return path + ": not an object, but " + got.dump();
    for (const auto& [key, value] : expect.items()) {
      if (!got.contains(key)) return path + "." + key + ": missing";
      const auto inner = disagreement(value, got[key], path + "." + key);
      if (!inner.empty()) return inner;
    }
    return {};
  }
  if (expect.is_array() && got.is_array() && expect.size() == got.size()) {
    for (std::size_t i = 0; i < expect.size(); ++i) {
      const auto inner = disagreement(expect[i], got[i], path + "[" + std::to_string(i) + "]");
      if (!inner.empty()) return inner;
    }
    return {};
  }
  return expect == got ? std::string() : path + ": expected " + expect.dump() + ", got " + got.dump();
}

}  // namespace

TEST_CASE("the public examples agree to the fen and the point") {
  const auto file = kahui::test::examples();
  const auto evaluation = kahui::ctl::evaluateCases(file);
  REQUIRE(evaluation);
  const auto& results = evaluation->results["results"];
  REQUIRE(results.size() == file["examples"].size());
  REQUIRE(results.size() > 90);
  for (std::size_t i = 0; i < results.size(); ++i) {
    const auto& example = file["examples"][i];
    const auto id = example["id"].get<std::string>();
    UNSCOPED_INFO(id << " " << example["title"].get<std::string>());
    CHECK(results[i]["id"] == id);
    CHECK(disagreement(example["expect"], results[i]["result"], id) == "");
  }
}
