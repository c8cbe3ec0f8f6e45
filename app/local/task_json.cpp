#include "app/local/task_json.hpp"

#include <array>

#include "app/local/line_json.hpp"

namespace kahui::local {

using base::ErrorCode;
using nlohmann::json;
using nlohmann::ordered_json;
using till::TaskAct;

namespace {

constexpr const char* kTaskJsonRequest = "request";
constexpr std::size_t kTaskJsonMinuteText = 16;  // 2026-03-15T11:00
constexpr std::array<std::pair<const char*, TaskAct>, 16> kTaskJsonActs{{{"add", TaskAct::Add},
                                                                         {"done", TaskAct::Done},
                                                                         {"move", TaskAct::Move},
                                                                         {"agree", TaskAct::Agree},
                                                                         {"arrange", TaskAct::Arrange},
                                                                         {"rate", TaskAct::Rate},
                                                                         {"cancel", TaskAct::Cancel},
                                                                         {"start", TaskAct::Start},
                                                                         {"benefit", TaskAct::UseBenefit},
                                                                         {"coupons", TaskAct::IssueCoupons},
                                                                         {"target", TaskAct::SetTarget},
                                                                         {"plan", TaskAct::SetPlan},
                                                                         {"drop", TaskAct::Drop},
                                                                         {"campaign", TaskAct::SetCampaign},
                                                                         {"drop_campaigns", TaskAct::DropCampaigns},
                                                                         {"phone", TaskAct::CheckPhone}}};

bool flag(const json& object, const char* key) {
  const auto it = object.find(key);
  if (it == object.end() || it->is_null()) return false;
  if (!it->is_boolean()) throw Refused{ErrorCode::BadInput, std::string(key) + ": true or false is expected"};
  return it->get<bool>();
}

std::optional<base::LocalTime> time(const json& object, const char* key) {
  std::string given = text(object, key, kTaskJsonRequest);
  if (given.empty()) return std::nullopt;
  if (const auto day = base::BusinessDate::parse(given)) return programme::endOfDay(*day);
  if (given.size() == kTaskJsonMinuteText) given += ":00";
  const auto read = base::LocalTime::parse(given);
  if (!read) throw Refused{ErrorCode::BadInput, std::string(key) + ": YYYY-MM-DD or YYYY-MM-DDTHH:MM is expected"};
  return read;
}

std::optional<base::BusinessDate> date(const json& object, const char* key) {
  const std::string given = text(object, key, kTaskJsonRequest);
  if (given.empty()) return std::nullopt;
  const auto read = base::BusinessDate::parse(given);
  if (!read) throw Refused{ErrorCode::BadInput, std::string(key) + ": YYYY-MM-DD is expected"};
  return read;
}

member::MemberNo memberNo(const std::string& given) {
  const auto no = member::MemberNo::parse(given);
  if (!no) throw Refused{ErrorCode::BadInput, "member: " + given + " is no member number"};
  return *no;
}

std::vector<member::MemberNo> members(const json& object) {
  std::vector<member::MemberNo> numbers;
  if (const std::string one = text(object, "member", kTaskJsonRequest); !one.empty()) numbers.push_back(memberNo(one));
  for (const json& one : list(object, "members")) {
    if (!one.is_string()) throw Refused{ErrorCode::BadInput, "members: strings are expected"};
    numbers.push_back(memberNo(one.get<std::string>()));
  }
  return numbers;
}

std::vector<std::string> textList(const json& object, const char* key) {
  std::vector<std::string> all;
  for (const json& one : list(object, key)) {
    if (!one.is_string()) throw Refused{ErrorCode::BadInput, std::string(key) + ": strings are expected"};
    all.push_back(one.get<std::string>());
  }
  return all;
}

till::CouponWish coupon(const json& object) {
  till::CouponWish wish;
  wish.face = base::Money(number(object, "face_fen", kTaskJsonRequest).value_or(0));
  if (const auto rate = number(object, "rate_bp", kTaskJsonRequest)) {
    if (*rate < 0 || *rate > base::kFullRate.value()) throw Refused{ErrorCode::OutOfRange, "rate_bp"};
    wish.rate = base::Rate(*rate);
  }
  wish.min = base::Money(number(object, "min_fen", kTaskJsonRequest).value_or(0));
  wish.tiers = textList(object, "tiers");
  wish.days =
      static_cast<int>(std::clamp<std::int64_t>(number(object, "days", kTaskJsonRequest).value_or(30), 0, 10'000));
  return wish;
}

journal::CampaignSet campaign(const json& object) {
  const auto fen = [&](const char* key) { return base::Money(number(object, key, kTaskJsonRequest).value_or(0)); };
  const auto from = date(object, "from");
  const auto to = date(object, "to");
  if (!from || !to) throw Refused{ErrorCode::BadInput, "from, to: missing"};
  return {text(object, "code", kTaskJsonRequest),
          text(object, "name", kTaskJsonRequest),
          *from,
          *to,
          textList(object, "batches"),
          textList(object, "promotions"),
          {fen("cards_fen"), fen("gifts_fen"), fen("online_fen"), fen("offline_fen")},
          false,
          {}};
}

till::TaskRequest taskRequest(const json& object) {
  onlyKeys(object, "act",
           {"ref",       "operator",  "approver",   "act",         "task",    "kind",     "member",    "members",
            "title",     "due",       "source",     "campaign",    "result",  "score",    "confirmed", "next",
            "next_due",  "plan",      "signed",     "first_use",   "benefit", "quantity", "on",        "face_fen",
            "rate_bp",   "min_fen",   "days",       "key",         "reason",  "month",    "figure",    "value",
            "json",      "drop",      "code",       "name",        "from",    "to",       "batches",   "promotions",
            "cards_fen", "gifts_fen", "online_fen", "offline_fen", "state",   "tiers"});
  till::TaskRequest request;
  const std::string act = text(object, "act", kTaskJsonRequest);
  const auto* known =
      std::find_if(kTaskJsonActs.begin(), kTaskJsonActs.end(), [&](const auto& one) { return act == one.first; });
  if (known == kTaskJsonActs.end()) throw Refused{ErrorCode::BadInput, "act: " + act + " is not known"};
  request.act = known->second;
  const std::pair<const char*, std::string*> texts[] = {
      {"ref", &request.ref},           {"operator", &request.operator_code},
      {"approver", &request.approver}, {"task", &request.task},
      {"kind", &request.kind},         {"title", &request.title},
      {"source", &request.source},     {"result", &request.result},
      {"next", &request.next},         {"plan", &request.plan},
      {"benefit", &request.benefit},   {"key", &request.key},
      {"reason", &request.reason},     {"month", &request.month},
      {"figure", &request.figure},     {"json", &request.json}};
  for (const auto& [key, into] : texts) *into = text(object, key, kTaskJsonRequest);
  request.members = members(object);
  request.due = time(object, "due");
  request.next_due = time(object, "next_due");
  request.first_use = time(object, "first_use");
  request.signed_on = date(object, "signed");
  request.on = date(object, "on");
  request.campaign = flag(object, "campaign");
  request.confirmed = flag(object, "confirmed");
  request.score =
      static_cast<int>(std::clamp<std::int64_t>(number(object, "score", kTaskJsonRequest).value_or(0), -1, 100));
  request.quantity = number(object, "quantity", kTaskJsonRequest).value_or(1);
  request.value = number(object, "value", kTaskJsonRequest).value_or(0);
  request.coupon = coupon(object);
  request.drop = textList(object, "drop");
  request.phone_state = text(object, "state", kTaskJsonRequest);
  if (request.act == TaskAct::SetCampaign) request.set_campaign = campaign(object);
  return request;
}

ordered_json taskJson(const till::TaskView& task, bool english) {
  const auto say = [english](const programme::CareText& words) { return english ? words.en : words.zh; };
  ordered_json out{{"task", task.id.hex()}, {"kind", task.kind}, {"title", say(task.title)}};
  if (!task.plan.empty()) out.update({{"plan", task.plan}, {"step", task.step}});
  if (!task.source.empty()) out["source"] = task.source;
  if (!task.member_no.empty())
    out.update({{"member", task.member_no}, {"name", task.masked_name}, {"tier", task.tier_name}});
  out["due"] = task.due.iso();
  out["overdue"] = task.overdue;
  out["state"] = journal::taskStateName(task.state);
  if (task.unrated) out["unrated"] = true;
  if (task.score != 0) out["score"] = task.score;
  if (!task.result.empty()) out["result"] = task.result;
  if (!task.how.zh.empty()) out["how"] = say(task.how);
  if (task.confirm) out["confirm"] = true;
  if (task.channel != programme::CareStep::Channel::None) out["channel"] = programme::channelName(task.channel);
  out["opened_by"] = task.opened_by;
  out["changed_by"] = task.changed_by;
  return out;
}

std::string listTasks(till::Till& till, const json& object) {
  onlyKeys(object, "list", {"ref", "operator", "act", "member", "kind", "plan", "closed", "lang"});
  const std::string ref = text(object, "ref", kTaskJsonRequest);
  ports::TaskFilter filter;
  const auto of = members(object);
  if (!of.empty()) filter.member = of.front();
  filter.kind = text(object, "kind", kTaskJsonRequest);
  filter.plan = text(object, "plan", kTaskJsonRequest);
  filter.closed = flag(object, "closed");
  filter.limit = 2000;
  const bool english = text(object, "lang", kTaskJsonRequest) == "en";
  const auto view = till.tasks(text(object, "operator", kTaskJsonRequest), filter);
  if (!view) return refusalJson(ref, view.error());
  auto out = answerHead(ref, true);
  const auto& counts = view->counts;
  out.update({{"open", counts.open}, {"overdue", counts.overdue}, {"unrated", counts.unrated}});
  constexpr std::int64_t kHundredths = 100;
  out["surveys"] = {
      {"count", counts.scores},
      {"average_x100", counts.scores == 0 ? 0 : base::mulDivHalfUp(counts.score_sum, kHundredths, counts.scores)}};
  auto& tasks = out["tasks"] = ordered_json::array();
  for (const auto& task : view->tasks) tasks.push_back(taskJson(task, english));
  if (view->benefits.empty()) return out.dump();
  auto& benefits = out["benefits"] = ordered_json::array();
  for (const auto& one : view->benefits)
    benefits.push_back({{"benefit", one.code},
                        {"name", english ? one.name.en : one.name.zh},
                        {"used", one.used},
                        {"limit", one.limit},
                        {"left", one.limit - one.used},
                        {"period", one.period},
                        {"today", one.today}});
  return out.dump();
}

std::string answerAct(const std::string& ref, const till::TaskAnswer& answer) {
  if (!answer) return refusalJson(ref, answer.error());
  auto out = answerHead(ref, true);
  out["count"] = answer->count;
  out["passed_over"] = answer->passed_over;
  if (answer->act == TaskAct::UseBenefit) out["left"] = answer->left;
  auto& tasks = out["tasks"] = ordered_json::array();
  for (const base::Id& id : answer->tasks) tasks.push_back(id.hex());
  return out.dump();
}

}  // namespace

std::string taskLine(till::Till& till, const std::string& line) {
  return answerOperator(line, [&](const json& object) -> std::string {
    if (text(object, "act", kTaskJsonRequest) == "list") return listTasks(till, object);
    return answerAct(refOf(line), till.actOnTasks(taskRequest(object)));
  });
}

}  // namespace kahui::local
