// year_end, tour, monthly_coupons, birthdays.
#include "app/ctl/evaluate/attempts.hpp"
#include "app/ctl/evaluate/kinds.hpp"
#include "core/loyalty/calendar_jobs.hpp"
#include "core/loyalty/earning.hpp"
#include "core/sale/sale_json.hpp"

namespace kahui::ctl {

using base::ErrorCode;
using nlohmann::json;
using programme::JsonObject;
using programme::JsonProblem;
using programme::RulePack;

int requiredTier(JsonObject& object, std::string_view key, const RulePack& pack) {
  const auto code = object.requiredText(key);
  const auto rank = pack.rankOf(code);
  if (!rank) object.problem().note(ErrorCode::BadInput, object.pathOf(key), "unknown tier " + code);
  return rank.value_or(0);
}

base::BusinessDate requiredDate(JsonObject& object, std::string_view key) {
  const auto date = object.date(key);
  if (!date) object.problem().note(ErrorCode::BadInput, object.pathOf(key), "is missing");
  return date.value_or(base::BusinessDate::of(2000, 1, 1));
}

namespace {

std::string_view retentionName(loyalty::Retention result) {
  switch (result) {
    case loyalty::Retention::Kept: return "KEPT";
    case loyalty::Retention::Exempt: return "EXEMPT";
    case loyalty::Retention::Demoted: return "DEMOTED";
  }
  return {};
}

std::optional<std::chrono::year_month> month(JsonObject& object) {
  const auto text = object.requiredText("month");
  const auto first = base::BusinessDate::parse(text + "-01");
  if (!first) {
    object.problem().note(ErrorCode::BadInput, object.pathOf("month"), "must be a month, 2024-02");
    return std::nullopt;
  }
  const auto ymd = first->ymd();
  return std::chrono::year_month(ymd.year(), ymd.month());
}

}  // namespace

json evaluateYearEndCase(const json& value, const RulePack& pack, JsonProblem& problem) {
  JsonObject input(value, "input", problem);
  const auto day = requiredDate(input, "date");
  auto list = answerEach(input, "members", [&](JsonObject& member) {
    json out{{"id", member.text("id")}};
    const int rank = requiredTier(member, "tier", pack);
    const auto spend = member.money("year_spend_fen");
    const auto promoted = member.date("promoted_on");
    const auto flag = member.text("demoted_from");
    const auto verdict = loyalty::judgeRetention(rank, spend, promoted, day, pack);
    out["tier_after"] = pack.tier(verdict.rank_after).code;
    out["result"] = retentionName(verdict.result);
    if (verdict.result == loyalty::Retention::Demoted)
      out["demoted_from"] = pack.tier(rank).code;
    else
      out["demoted_from"] = flag.empty() ? json(nullptr) : json(flag);
    return out;
  });
  input.finish();
  return list;
}

json evaluateTourCase(const json& value, const RulePack& pack, JsonProblem& problem) {
  JsonObject input(value, "input", problem);
  const int year = static_cast<int>(input.requiredInteger("year", 2000, 2100));
  auto list = answerEach(input, "members", [&](JsonObject& member) {
    std::optional<int> repromoted;
    if (const auto at = member.optionalInteger("repromoted_year", 1900, 2200)) repromoted = static_cast<int>(*at);
    const auto id = member.text("id");
    return json{{"id", id}, {"days", loyalty::tourDays(requiredTier(member, "tier", pack), repromoted, year, pack)}};
  });
  input.finish();
  return list;
}

json evaluateMonthlyCouponsCase(const json& value, const RulePack& pack, JsonProblem& problem) {
  JsonObject input(value, "input", problem);
  const auto when = month(input);
  auto list = answerEach(input, "members", [&](JsonObject& member) -> json {
    const auto id = member.text("id");
    const int rank = requiredTier(member, "tier", pack);
    const int already = member.small("already", 0, 1'000'000, 0);
    if (!when) return nullptr;
    const auto issue = loyalty::monthlyCoupons(rank, already, *when, pack);
    return {{"id", id}, {"issue", issue.count}, {"rate_bp", issue.rate.value()}, {"expires", issue.expires.iso()}};
  });
  input.finish();
  return list;
}

json evaluateBirthdaysCase(const json& value, const RulePack& pack, JsonProblem& problem) {
  JsonObject input(value, "input", problem);
  auto list = answerEach(input, "cases", [&](JsonObject& object) -> json {
    const int year = static_cast<int>(object.requiredInteger("year", 1901, 2100));
    const auto* birthday_json = object.child("birthday");
    if (birthday_json == nullptr) problem.note(ErrorCode::BadInput, object.pathOf("birthday"), "is missing");
    if (problem.any()) return nullptr;
    const auto birthday = sale::readBirthday(*birthday_json, object.pathOf("birthday"), problem);
    if (problem.any()) return nullptr;
    json days = json::array();
    for (const auto& day : member::birthdaysIn(year, birthday, loyalty::leapDay(pack.birthday.feb29)))
      days.push_back({day.date.iso(), day.key});
    return {{"solar", std::move(days)}};
  });
  input.finish();
  return list;
}

}  // namespace kahui::ctl
