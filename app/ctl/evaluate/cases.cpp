#include "app/ctl/evaluate/cases.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>

#include "app/ctl/evaluate/kinds.hpp"

namespace kahui::ctl {

using base::ErrorCode;
using nlohmann::json;
using programme::JsonObject;
using programme::JsonProblem;
using programme::RulePack;

namespace {

struct Kind {
  std::string_view name;
  Evaluate evaluate;
};

constexpr Kind kKinds[] = {
    {"sale", evaluateSaleCase},
    {"refund", evaluateRefundCase},
    {"year_end", evaluateYearEndCase},
    {"tour", evaluateTourCase},
    {"catalogue", evaluateCatalogueCase},
    {"cash_out", evaluateCashOutCase},
    {"expiry", evaluateExpiryCase},
    {"transfer", evaluateTransferCase},
    {"freeze", evaluateFreezeCase},
    {"stored_topup", evaluateStoredTopUpCase},
    {"monthly_coupons", evaluateMonthlyCouponsCase},
    {"quarter_exchange", evaluateQuarterExchangeCase},
    {"offline", evaluateOfflineCase},
    {"merge_events", evaluateMergeEventsCase},
    {"business_day", evaluateBusinessDayCase},
    {"day_report", evaluateDayReportCase},
    {"month_report", evaluateMonthReportCase},
    {"churn", evaluateChurnCase},
    {"birthdays", evaluateBirthdaysCase},
    {"formats", evaluateFormatsCase},
};

std::string describe(const base::Error& error) { return std::string(base::codeName(error.code)) + ": " + error.detail; }

base::Result<json> evaluateCase(const json& value, const json& defaults, const base::Result<RulePack>& default_pack) {
  JsonProblem problem;
  JsonObject object(value, "", problem);
  object.requiredText("id");
  const auto kind = object.requiredText("kind");
  const auto* config = object.child("config");
  const auto* input = object.child("input");
  if (input == nullptr) problem.note(ErrorCode::BadInput, "input", "is missing");
  object.finish({"title", "rules", "expect", "note"});
  KAHUI_TRY(problem.status());

  const auto pack =
      config == nullptr ? default_pack : programme::parseRulePack(programme::mergeConfig(defaults, *config));
  if (!pack) return tl::unexpected(pack.error());
  for (const auto& known : kKinds) {
    if (known.name != kind) continue;
    auto result = known.evaluate(*input, *pack, problem);
    KAHUI_TRY(problem.status());
    return result;
  }
  return base::fail(ErrorCode::BadInput, "kind: " + kind + " is not known");
}

}  // namespace

base::Result<Evaluation> evaluateCases(const json& cases) {
  JsonProblem problem;
  JsonObject object(cases, "", problem);
  object.integer("schema", 1, 1, 1);
  static const json kNothing = json::object();
  const auto* given = object.child("defaults");
  const json& defaults = given == nullptr ? kNothing : *given;
  Evaluation evaluation;
  auto& results = evaluation.results["results"] = json::array();
  const auto pack = programme::parseRulePack(defaults);
  programme::forEachElement(object, "examples", [&](const json& value, const std::string&) {
    auto result = evaluateCase(value, defaults, pack);
    if (!result) ++evaluation.unreadable;
    const json id = value.is_object() && value.contains("id") ? value["id"] : json(nullptr);
    results.push_back(
        {{"id", id}, {"result", result ? std::move(*result) : json{{"error", describe(result.error())}}}});
  });
  object.finish({"about", "lunar_table", "note"});
  KAHUI_TRY(problem.status());
  return evaluation;
}

int evaluateCommand(const std::string& in_path, const std::string& out_path) {
  const auto complain = [](const std::string& what, const char* then) {
    std::fprintf(stderr, "kahuictl: %s; %s\n", what.c_str(), then);
  };
  std::ifstream in(in_path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in) {
    complain(in_path + " cannot be read", "name a readable file with --in");
    return 2;
  }
  const auto cases = programme::parseJson(text);
  auto evaluation = cases ? evaluateCases(*cases) : base::Result<Evaluation>(tl::unexpected(cases.error()));
  if (!evaluation) {
    complain(in_path + ": " + describe(evaluation.error()), "correct the file");
    return 2;
  }
  std::ofstream out(out_path, std::ios::binary);
  out << evaluation->results.dump(1, ' ', false, json::error_handler_t::replace) << '\n';
  out.close();
  if (!out) {
    complain(out_path + " cannot be written", "name a writable file with --out");
    return 3;
  }
  return evaluation->unreadable == 0 ? 0 : 1;
}

}  // namespace kahui::ctl
