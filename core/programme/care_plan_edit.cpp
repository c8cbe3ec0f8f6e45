#include "core/programme/care_plan_edit.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kahui::programme {

namespace {

using nlohmann::ordered_json;

ordered_json wordsOf(const CareText& text) { return {{"zh", text.zh}, {"en", text.en}}; }

ordered_json stepOf(const CareStep& step) {
  const bool signing = step.from == CareStep::From::Signed;
  ordered_json out{{"key", step.key}, {"title", wordsOf(step.title)}, {"from", signing ? "signed" : "first_use"}};
  if (!step.how.zh.empty() || !step.how.en.empty()) out["how"] = wordsOf(step.how);
  if (step.months != 0) out["months"] = step.months;
  out["days"] = step.days;
  if (step.hours) out["hours"] = *step.hours;
  if (step.weekly) {
    out["weekly"] = true;
    out["until"] = step.until == CareStep::From::FirstUse ? "first_use" : "end";
  }
  if (step.confirm) out["confirm"] = true;
  if (step.channel != CareStep::Channel::None) out["channel"] = channelName(step.channel);
  return out;
}

std::string_view perName(CareBenefit::Per per) {
  switch (per) {
    case CareBenefit::Per::Month: return "month";
    case CareBenefit::Per::Year: return "year";
    case CareBenefit::Per::Ever: return "ever";
    case CareBenefit::Per::Days: return "days";
  }
  return {};
}

std::string_view onName(CareBenefit::On on) {
  switch (on) {
    case CareBenefit::On::Any: return "any";
    case CareBenefit::On::Birthday: return "birthday";
    case CareBenefit::On::BirthdayMonth: return "birthday_month";
    case CareBenefit::On::Anniversary: return "anniversary";
  }
  return {};
}

ordered_json benefitOf(const CareBenefit& one) {
  ordered_json out{{"code", one.code},
                   {"name", wordsOf(one.name)},
                   {"unit", wordsOf(one.unit)},
                   {"limit", one.limit},
                   {"per", perName(one.per)}};
  if (one.per == CareBenefit::Per::Days) out["days"] = one.days;
  if (!one.tiers.empty()) out["tiers"] = one.tiers;
  if (one.not_on_holidays) out["not_on_holidays"] = true;
  if (one.on != CareBenefit::On::Any) out["on"] = onName(one.on);
  if (one.stock != 0) out["stock"] = one.stock;
  if (one.prize != base::Money{}) out["prize_fen"] = one.prize.value();
  if (one.least != base::Points{}) out["least_points"] = one.least.value();
  for (const auto& [tier, entries] : one.entries) out["entries"][tier] = entries;
  return out;
}

base::Result<ordered_json> wholeOf(std::string_view json) {
  ordered_json whole = json.empty() ? ordered_json{{"schema", 1}} : ordered_json::parse(json, nullptr, false);
  if (!whole.is_object()) return base::fail(base::ErrorCode::BadInput, "the care plan is no JSON");
  return whole;
}

}  // namespace

base::Result<std::string> withBenefits(std::string_view json, const std::vector<CareBenefit>& benefits) {
  auto whole = wholeOf(json);
  if (!whole) return tl::unexpected(whole.error());
  ordered_json list = ordered_json::array();
  for (const CareBenefit& one : benefits) list.push_back(benefitOf(one));
  (*whole)["benefits"] = std::move(list);
  return whole->dump(1);
}

base::Result<std::string> withTags(std::string_view json, const std::vector<CareTag>& tags) {
  auto whole = wholeOf(json);
  if (!whole) return tl::unexpected(whole.error());
  ordered_json list = ordered_json::array();
  for (const CareTag& tag : tags) list.push_back({{"code", tag.code}, {"name", wordsOf(tag.name)}});
  (*whole)["tags"] = std::move(list);
  return whole->dump(1);
}

base::Result<std::string> withRules(std::string_view json, const CarePlan& plan) {
  auto whole = wholeOf(json);
  if (!whole) return tl::unexpected(whole.error());
  (*whole)["high_value_pct"] = plan.high_value_pct;
  (*whole)["lead_days"] = plan.lead_days;
  (*whole)["presale"] = {{"bills", plan.presale.bills}, {"below_fen", plan.presale.below.value()}};
  whole->erase("follow_up");
  if (plan.follow_up)
    (*whole)["follow_up"] = {{"least_fen", plan.follow_up->least.value()},
                             {"days", plan.follow_up->days},
                             {"title", wordsOf(plan.follow_up->title)}};
  return whole->dump(1);
}

base::Result<std::string> withTalk(std::string_view json, const CarePlan& plan) {
  auto whole = wholeOf(json);
  if (!whole) return tl::unexpected(whole.error());
  whole->erase("answer_hours");
  for (const auto& [tier, hours] : plan.answer_hours) (*whole)["answer_hours"][tier] = hours;
  (*whole)["talk"] = {{"staff", roleName(plan.talk.staff)}, {"answer", roleName(plan.talk.answer)}};
  return whole->dump(1);
}

std::string_view roleName(CareTalk::Role role) {
  switch (role) {
    case CareTalk::Role::Cashier: return "cashier";
    case CareTalk::Role::Leader: return "leader";
    case CareTalk::Role::Manager: return "manager";
  }
  return {};
}

std::optional<CareTalk::Role> roleNamed(std::string_view name) {
  for (const auto role : {CareTalk::Role::Cashier, CareTalk::Role::Leader, CareTalk::Role::Manager})
    if (name == roleName(role)) return role;
  return std::nullopt;
}

CareText unitOfDraws() { return {"次", "chances"}; }

std::string freshCode(const CarePlan& plan, const std::string& beginning) {
  for (int n = 1;; ++n) {
    std::string code = beginning + std::to_string(n);
    if (plan.benefit(code) == nullptr && plan.tag(code) == nullptr) return code;
  }
}

base::Result<std::string> withSteps(std::string_view json, const CareTemplate& plan) {
  ordered_json whole = json.empty() ? ordered_json{{"schema", 1}, {"templates", ordered_json::array()}}
                                    : ordered_json::parse(json, nullptr, false);
  if (!whole.is_object()) return base::fail(base::ErrorCode::BadInput, "the care plan is no JSON");
  ordered_json& templates = whole["templates"];
  if (templates.is_null()) templates = ordered_json::array();
  if (!templates.is_array()) return base::fail(base::ErrorCode::BadInput, "templates");
  auto found = std::find_if(templates.begin(), templates.end(), [&](const ordered_json& one) {
    return one.is_object() && one.contains("id") && one["id"] == plan.id;
  });
  if (found == templates.end()) {
    templates.push_back(
        {{"id", plan.id}, {"title", wordsOf(plan.title)}, {"kind", plan.kind}, {"months", plan.months}});
    found = templates.end() - 1;
  }
  ordered_json steps = ordered_json::array();
  for (const CareStep& step : plan.steps) steps.push_back(stepOf(step));
  (*found)["steps"] = std::move(steps);
  return whole.dump(1);
}

CareTemplate emptyOnboarding() {
  CareTemplate plan;
  plan.id = "onboarding";
  plan.title = {"新会员迎新", "Onboarding of a new member"};
  plan.kind = "ONBOARDING";
  return plan;
}

std::string freshKey(const CareTemplate& plan) {
  for (std::size_t n = plan.steps.size() + 1;; ++n) {
    std::string key = "step" + std::to_string(n);
    if (plan.step(key) == nullptr) return key;
  }
}

}  // namespace kahui::programme
