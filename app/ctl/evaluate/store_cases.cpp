// stored_topup, offline, merge_events, business_day, day_report, month_report, churn.
#include "app/ctl/evaluate/attempts.hpp"
#include "app/ctl/evaluate/day_json.hpp"
#include "app/ctl/evaluate/kinds.hpp"
#include "core/loyalty/offline.hpp"
#include "core/loyalty/stored_card.hpp"
#include "core/report/figures.hpp"

namespace kahui::ctl {

using base::ErrorCode;
using base::Money;
using base::Points;
using nlohmann::json;
using programme::JsonObject;
using programme::JsonProblem;
using programme::RulePack;

namespace {

constexpr std::int64_t kMaxFen = base::kMaxAmount.value();
constexpr std::int64_t kMostBooked = base::kMaxPoints.value();

constexpr programme::EnumName<loyalty::OfflineAct> kActs[] = {
    {"SALE", loyalty::OfflineAct::Sale},           {"PRICE", loyalty::OfflineAct::Price},
    {"EARN", loyalty::OfflineAct::Earn},           {"COUPON", loyalty::OfflineAct::Coupon},
    {"POINTS", loyalty::OfflineAct::Points},       {"STORED", loyalty::OfflineAct::Stored},
    {"CASH_OUT", loyalty::OfflineAct::CashOut},    {"TRANSFER", loyalty::OfflineAct::Transfer},
    {"TOP_UP", loyalty::OfflineAct::TopUp},        {"STORED_REFUND", loyalty::OfflineAct::StoredRefund},
    {"CATALOGUE", loyalty::OfflineAct::Catalogue}, {"MERGE", loyalty::OfflineAct::Merge}};

}  // namespace

json evaluateStoredTopUpCase(const json& value, const RulePack& pack, JsonProblem& problem) {
  JsonObject input(value, "input", problem);
  auto list = answerEach(input, "attempts", [&](JsonObject& attempt) {
    const bool named = attempt.flag("named", false);
    const pricing::StoredBalance balance{attempt.money("principal"), attempt.money("bonus")};
    const auto pay = attempt.money("pay_fen");
    const auto gift = attempt.money("gift_fen");
    const auto after = loyalty::topUp(named, balance, pay, gift, attempt.flag("offline", false), pack);
    auto out = verdictOf(after);
    out["balance_after"] = after.value_or(balance.principal + balance.bonus).value();
    return out;
  });
  input.finish();
  return list;
}

json evaluateOfflineCase(const json& value, const RulePack& pack, JsonProblem& problem) {
  JsonObject input(value, "input", problem);
  auto list = answerEach(input, "attempts", [&](JsonObject& attempt) {
    if (!attempt.has("what")) problem.note(ErrorCode::BadInput, attempt.pathOf("what"), "is missing");
    const auto act = attempt.oneOf("what", kActs, loyalty::OfflineAct::Merge);
    const auto amount = attempt.integer("amount", 0, kMaxFen, 0);
    const auto today = attempt.integer("today", 0, kMaxFen, 0);
    const int age_hours = attempt.small("age_hours", 0, 10'000'000, 0);
    return verdictOf(loyalty::offlineAllowed(act, amount, today, age_hours, pack));
  });
  input.finish();
  return list;
}

json evaluateMergeEventsCase(const json& value, const RulePack&, JsonProblem& problem) {
  JsonObject input(value, "input", problem);
  const Points balance(input.requiredInteger("balance", -kMostBooked, kMostBooked));
  std::vector<loyalty::BalanceEvent> events;
  programme::forEachElement(input, "events", [&](const json& event, const std::string& path) {
    JsonObject object(event, path, problem);
    events.push_back({object.requiredText("id"), Points(object.requiredInteger("delta", -kMostBooked, kMostBooked))});
    object.finish({"note", "at"});
  });
  input.finish();
  const auto merged = loyalty::mergeEvents(balance, events);
  return {{"balance", merged.balance.value()},
          {"applied", merged.applied},
          {"duplicates", merged.duplicates},
          {"overdrawn", merged.overdrawn()},
          {"available", merged.available().value()}};
}

json evaluateBusinessDayCase(const json& value, const RulePack& pack, JsonProblem& problem) {
  JsonObject input(value, "input", problem);
  json days = json::array();
  programme::forEachElement(input, "times", [&](const json& text, const std::string& path) {
    const auto at = text.is_string() ? base::LocalTime::parse(text.get_ref<const std::string&>()) : std::nullopt;
    if (!at)
      problem.note(ErrorCode::BadInput, path, "must be a time, 2025-04-05T05:59:59");
    else
      days.push_back(programme::businessDate(pack, *at).iso());
  });
  input.finish();
  return days;
}

json evaluateDayReportCase(const json& value, const RulePack& pack, JsonProblem& problem) {
  JsonObject input(value, "input", problem);
  std::vector<report::DayBill> bills;
  programme::forEachElement(input, "bills", [&](const json& bill, const std::string& path) {
    JsonObject object(bill, path, problem);
    report::DayBill entry;
    if (object.has("member")) entry.member = object.text("member");
    entry.net = Money(object.requiredInteger("net_fen", -kMaxFen, kMaxFen));
    entry.items = object.integer("items", -1'000'000'000, 1'000'000'000, 0);
    entry.earned = Points(object.integer("earned", -kMostBooked, kMostBooked, 0));
    entry.used = Points(object.integer("used", -kMostBooked, kMostBooked, 0));
    bills.push_back(std::move(entry));
    object.finish({"id", "at", "note"});
  });
  input.finish({"date"});
  return dayJson(report::dayFigures(bills, pack));
}

json evaluateMonthReportCase(const json& value, const RulePack&, JsonProblem& problem) {
  JsonObject input(value, "input", problem);
  const auto members = input.requiredInteger("members", 0, kMostBooked);
  const auto two = input.requiredInteger("members_two_or_more", 0, members);
  input.finish();
  return {{"two_plus_bp", report::shareBp(two, members)}};
}

json evaluateChurnCase(const json& value, const RulePack& pack, JsonProblem& problem) {
  JsonObject input(value, "input", problem);
  const auto today = requiredDate(input, "date");
  auto list = answerEach(input, "members", [&](JsonObject& member) {
    const auto activity = report::memberActivity(requiredDate(member, "last"), today, pack);
    const auto id = member.text("id");
    return json{{"id", id}, {"days", activity.days}, {"state", report::memberStateName(activity.state)}};
  });
  input.finish();
  return list;
}

}  // namespace kahui::ctl
