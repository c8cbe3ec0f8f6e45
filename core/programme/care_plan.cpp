#include "core/programme/care_plan.hpp"

#include <algorithm>
#include <set>

#include "core/programme/json_object.hpp"

namespace kahui::programme {

using base::BusinessDate;
using base::LocalTime;

namespace {

constexpr int kMostMonths = 60;
constexpr int kMostDays = 366;
constexpr int kMostHours = 24 * 31;
constexpr int kWeek_days = 7;
constexpr int kMonthsOfYear = 12;
constexpr int kMostLimit = 10'000;
constexpr std::int64_t kSecondsPerHour = 3600, kLastSecond = 24 * kSecondsPerHour - 1;

constexpr EnumName<CareStep::From> kFroms[] = {{"signed", CareStep::From::Signed},
                                               {"first_use", CareStep::From::FirstUse}};
constexpr EnumName<CareStep::From> kUntils[] = {{"end", CareStep::From::Signed},
                                                {"first_use", CareStep::From::FirstUse}};
constexpr EnumName<CareBenefit::Per> kPers[] = {{"month", CareBenefit::Per::Month},
                                                {"year", CareBenefit::Per::Year},
                                                {"ever", CareBenefit::Per::Ever},
                                                {"days", CareBenefit::Per::Days}};
constexpr EnumName<CareBenefit::On> kOns[] = {{"any", CareBenefit::On::Any},
                                              {"birthday", CareBenefit::On::Birthday},
                                              {"birthday_month", CareBenefit::On::BirthdayMonth},
                                              {"anniversary", CareBenefit::On::Anniversary}};
constexpr EnumName<CareStep::Channel> kChannels[] = {{"", CareStep::Channel::None},
                                                     {"phone", CareStep::Channel::Phone},
                                                     {"message", CareStep::Channel::Message},
                                                     {"visit", CareStep::Channel::Visit},
                                                     {"shop", CareStep::Channel::Shop}};
constexpr std::string_view kCarePlanKinds[] = {"CARE",   "FOLLOW_UP", "ONBOARDING", "COMPLAINT",
                                               "SURVEY", "REQUEST",   "PREORDER"};
constexpr int kMostStock = 1'000'000;
constexpr int kMostEntries = 100;
constexpr std::int64_t kMostPrize_fen = 5'000'000;  // L2
constexpr std::int64_t kMostPoints = 10'000'000;
constexpr std::int64_t kMostLeast_fen = 1'000'000'00;

CareText readText(JsonObject& object, std::string_view key, bool needed) {
  const auto* value = object.child(key);
  if (value == nullptr) {
    if (needed) object.problem().note(base::ErrorCode::BadInput, object.pathOf(key), "is missing");
    return {};
  }
  JsonObject words(*value, object.pathOf(key), object.problem());
  CareText text{words.requiredText("zh"), words.requiredText("en")};
  words.finish();
  return text;
}

CareStep readStep(const nlohmann::json& value, const std::string& path, JsonProblem& problem) {
  JsonObject object(value, path, problem);
  CareStep step;
  step.key = object.requiredText("key");
  step.title = readText(object, "title", true);
  step.how = readText(object, "how", false);
  step.from = object.oneOf("from", kFroms, CareStep::From::Signed);
  step.months = object.small("months", -kMostMonths, kMostMonths, 0);
  step.days = object.small("days", -kMostDays, kMostDays, 0);
  if (const auto hours = object.optionalInteger("hours", 0, kMostHours)) step.hours = static_cast<int>(*hours);
  step.weekly = object.flag("weekly", false);
  step.until = object.oneOf("until", kUntils, CareStep::From::Signed);
  step.confirm = object.flag("confirm", false);
  step.channel = object.oneOf("channel", kChannels, CareStep::Channel::None);
  if (step.hours && step.from == CareStep::From::Signed)
    problem.note(base::ErrorCode::BadInput, path, "hours count from the first use");
  object.finish();
  return step;
}

CareTemplate readTemplate(const nlohmann::json& value, const std::string& path, JsonProblem& problem) {
  JsonObject object(value, path, problem);
  CareTemplate one;
  one.id = object.requiredText("id");
  one.title = readText(object, "title", true);
  one.kind = object.text("kind", "ONBOARDING");
  if (one.id == kBillFollowUp) problem.note(base::ErrorCode::BadInput, path + ".id", "is taken: follow-up of bills");
  if (std::find(std::begin(kCarePlanKinds), std::end(kCarePlanKinds), one.kind) == std::end(kCarePlanKinds))
    problem.note(base::ErrorCode::BadInput, path + ".kind", "is no kind of task");
  one.months = object.small("months", 0, kMostMonths, 3);
  one.whole_months = object.flag("whole_months", false);
  std::set<std::string> keys;
  forEachElement(object, "steps", [&](const nlohmann::json& element, const std::string& where) {
    one.steps.push_back(readStep(element, where, problem));
    if (!keys.insert(one.steps.back().key).second)
      problem.note(base::ErrorCode::BadInput, where + ".key", "stands twice in its template");
  });
  object.finish();
  return one;
}

CareBenefit readBenefit(const nlohmann::json& value, const std::string& path, JsonProblem& problem) {
  JsonObject object(value, path, problem);
  CareBenefit one;
  one.code = object.requiredText("code");
  one.name = readText(object, "name", true);
  one.unit = readText(object, "unit", true);
  one.limit = object.small("limit", 1, kMostLimit, 1);
  one.tiers = object.texts("tiers");
  one.not_on_holidays = object.flag("not_on_holidays", false);
  one.days = object.small("days", 1, kMostDays, 1);
  one.on = object.oneOf("on", kOns, CareBenefit::On::Any);
  // Once a month of birthday: a solar year may hold two lunar ones (C7).
  const bool by_month = one.on == CareBenefit::On::BirthdayMonth;
  one.per = object.oneOf("per", kPers, by_month ? CareBenefit::Per::Month : CareBenefit::Per::Year);
  one.stock = object.small("stock", 0, kMostStock, 0);
  one.prize = base::Money(object.integer("prize_fen", 1, kMostPrize_fen, 0));
  one.least = base::Points(object.integer("least_points", 0, kMostPoints, 0));
  if (const auto* tiers = object.child("entries"); tiers != nullptr) {
    JsonObject entries(*tiers, object.pathOf("entries"), problem);
    if (tiers->is_object())
      for (const auto& [tier, unused] : tiers->items())
        one.entries.emplace_back(tier, entries.small(tier, 1, kMostEntries, 1));
    entries.finish();
  }
  if (one.isDraw() == one.entries.empty())
    problem.note(base::ErrorCode::BadInput, path, "a draw has both entries and prize_fen");
  object.finish();
  return one;
}

CareTag readTag(const nlohmann::json& value, const std::string& path, JsonProblem& problem) {
  JsonObject object(value, path, problem);
  CareTag tag{object.requiredText("code"), readText(object, "name", true)};
  object.finish();
  return tag;
}

void readClub(JsonObject& object, CarePlan& plan, JsonProblem& problem) {
  std::set<std::string> names;
  forEachElement(object, "tags", [&](const nlohmann::json& element, const std::string& where) {
    plan.tags.push_back(readTag(element, where, problem));
    if (!names.insert(plan.tags.back().code).second)
      problem.note(base::ErrorCode::BadInput, where + ".code", "stands twice");
  });
  plan.lead_days = object.small("lead_days", 1, kMostDays, plan.lead_days);
  const auto* presale = object.child("presale");
  if (presale == nullptr) return;
  JsonObject often(*presale, "presale", problem);
  plan.presale.bills = often.small("bills", 1, kMostLimit, plan.presale.bills);
  plan.presale.below = often.money("below_fen", plan.presale.below);
  often.finish();
}

constexpr EnumName<CareTalk::Role> kRoles[] = {
    {"cashier", CareTalk::Role::Cashier}, {"leader", CareTalk::Role::Leader}, {"manager", CareTalk::Role::Manager}};

void readService(JsonObject& object, CarePlan& plan, JsonProblem& problem) {
  plan.high_value_pct = object.small("high_value_pct", 1, 100, plan.high_value_pct);
  if (const auto* value = object.child("follow_up"); value != nullptr) {
    JsonObject follow(*value, "follow_up", problem);
    CareFollowUp& out = plan.follow_up.emplace();
    out.least = base::Money(follow.integer("least_fen", 1, kMostLeast_fen, out.least.value()));
    out.days = follow.small("days", 1, kMostDays, out.days);
    if (follow.child("title") != nullptr) out.title = readText(follow, "title", true);
    follow.finish();
  }
  if (const auto* value = object.child("answer_hours"); value != nullptr) {
    JsonObject hours(*value, "answer_hours", problem);
    if (value->is_object())
      for (const auto& [tier, unused] : value->items())
        plan.answer_hours.emplace_back(tier, hours.small(tier, 1, kMostHours, 1));
    hours.finish();
  }
  if (const auto* value = object.child("talk"); value != nullptr) {
    JsonObject talk(*value, "talk", problem);
    plan.talk.staff = talk.oneOf("staff", kRoles, plan.talk.staff);
    plan.talk.answer = talk.oneOf("answer", kRoles, plan.talk.answer);
    talk.finish();
  }
}

void readHolidays(JsonObject& object, CarePlan& plan) {
  for (const std::string& text : object.texts("holidays")) {
    if (const auto day = BusinessDate::parse(text)) {
      plan.holidays.push_back(*day);
    } else {
      object.problem().note(base::ErrorCode::BadInput, "holidays", text + " is no date");
    }
  }
}

}  // namespace

const CareStep* CareTemplate::step(std::string_view key) const {
  const auto found = std::find_if(steps.begin(), steps.end(), [&](const CareStep& one) { return one.key == key; });
  return found == steps.end() ? nullptr : &*found;
}

BusinessDate CareTemplate::end(BusinessDate first_use) const {
  const BusinessDate after = plusMonths(first_use, months);
  if (!whole_months) return after.plusDays(-1);
  return plusMonths(BusinessDate::of(after.year(), after.month(), 1), 1).plusDays(-1);
}

std::string CareBenefit::period(BusinessDate day) const {
  constexpr std::size_t kYear = 4, kMonth = 7;
  switch (per) {
    case Per::Month: return day.iso().substr(0, kMonth);
    case Per::Year: return day.iso().substr(0, kYear);
    case Per::Ever: return "ever";
    case Per::Days: return day.iso();
  }
  return {};
}

int CareBenefit::limitOf(std::string_view tier) const {
  if (!tiers.empty() && std::find(tiers.begin(), tiers.end(), tier) == tiers.end()) return 0;
  if (entries.empty()) return limit;
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const auto& one) { return one.first == tier; });
  return found == entries.end() ? 0 : found->second;
}

std::string_view channelName(CareStep::Channel channel) { return nameOf(kChannels, channel); }

const CareTag* CarePlan::tag(std::string_view code) const {
  const auto found = std::find_if(tags.begin(), tags.end(), [&](const CareTag& one) { return one.code == code; });
  return found == tags.end() ? nullptr : &*found;
}

const CareTemplate* CarePlan::find(std::string_view id) const {
  const auto found =
      std::find_if(templates.begin(), templates.end(), [&](const CareTemplate& one) { return one.id == id; });
  return found == templates.end() ? nullptr : &*found;
}

const CareBenefit* CarePlan::benefit(std::string_view code) const {
  const auto found =
      std::find_if(benefits.begin(), benefits.end(), [&](const CareBenefit& one) { return one.code == code; });
  return found == benefits.end() ? nullptr : &*found;
}

std::optional<int> CarePlan::answerHours(std::string_view tier) const {
  const auto found =
      std::find_if(answer_hours.begin(), answer_hours.end(), [&](const auto& one) { return one.first == tier; });
  return found == answer_hours.end() ? std::nullopt : std::optional(found->second);
}

bool CarePlan::isHoliday(BusinessDate day) const {
  return std::find(holidays.begin(), holidays.end(), day) != holidays.end();
}

base::Result<CarePlan> parseCarePlan(std::string_view json) {
  if (json.empty()) return CarePlan{};
  const nlohmann::json value = nlohmann::json::parse(json, nullptr, false);
  if (value.is_discarded()) return base::fail(base::ErrorCode::BadInput, "the care plan is no JSON");
  JsonProblem problem;
  JsonObject object(value, "", problem);
  CarePlan plan;
  if (object.requiredInteger("schema", 1, 1) != 1)
    return base::fail(base::ErrorCode::BadInput, "schema: 1 is expected");
  std::set<std::string> names;
  forEachElement(object, "templates", [&](const nlohmann::json& element, const std::string& where) {
    plan.templates.push_back(readTemplate(element, where, problem));
    if (!names.insert(plan.templates.back().id).second)
      problem.note(base::ErrorCode::BadInput, where + ".id", "stands twice");
  });
  names.clear();
  forEachElement(object, "benefits", [&](const nlohmann::json& element, const std::string& where) {
    plan.benefits.push_back(readBenefit(element, where, problem));
    if (!names.insert(plan.benefits.back().code).second)
      problem.note(base::ErrorCode::BadInput, where + ".code", "stands twice");
  });
  readHolidays(object, plan);
  readClub(object, plan, problem);
  readService(object, plan, problem);
  object.finish({"title"});
  KAHUI_TRY(problem.status());
  return plan;
}

std::vector<CareDate> careDates(const CareTemplate& plan, BusinessDate signed_on, LocalTime first_use) {
  std::vector<CareDate> dates;
  const BusinessDate used = first_use.date();
  const BusinessDate end = plan.end(used);
  for (const CareStep& step : plan.steps) {
    const BusinessDate from = step.from == CareStep::From::Signed ? signed_on : used;
    BusinessDate day = plusMonths(from, step.months).plusDays(step.days);
    if (!step.weekly && step.hours) {
      dates.push_back({step.key, LocalTime(first_use)
                                     .plusSeconds((day.days() - used.days()) * (kLastSecond + 1))
                                     .plusSeconds(*step.hours * kSecondsPerHour)});
      continue;
    }
    const BusinessDate last = !step.weekly ? day : step.until == CareStep::From::FirstUse ? used : end;
    for (; day <= last; day = day.plusDays(kWeek_days)) dates.push_back({step.key, endOfDay(day)});
  }
  std::stable_sort(dates.begin(), dates.end(), [](const auto& a, const auto& b) { return a.due < b.due; });
  return dates;
}

BusinessDate plusMonths(BusinessDate day, int months) {
  const int at = day.year() * kMonthsOfYear + static_cast<int>(day.month()) - 1 + months;
  const auto month =
      std::chrono::year(at / kMonthsOfYear) / std::chrono::month(static_cast<unsigned>(at % kMonthsOfYear) + 1);
  const auto last = static_cast<unsigned>(std::chrono::year_month_day_last(month / std::chrono::last).day());
  return BusinessDate(std::chrono::sys_days(month / std::chrono::day(std::min(day.day(), last))));
}

LocalTime endOfDay(BusinessDate day) {
  return LocalTime().plusSeconds(std::int64_t{day.days()} * (kLastSecond + 1) + kLastSecond);
}

}  // namespace kahui::programme
