// kahuictl tasks: the manager's work from the command line. Each command is one line of app/local/task_json.hpp, done
// by the till that runs on the store, or here.
#include <charconv>
#include <cstdio>

#include "app/ctl/card_office.hpp"
#include "app/ctl/list_members.hpp"
#include "app/local/data_folder.hpp"
#include "core/programme/care_plan_edit.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::ctl {

namespace {

using nlohmann::ordered_json;

struct TaskOptions {
  std::string store, operator_code, pin_file, approver, approver_pin_file, language;
  std::string task, kind, title, due, source, result, next, next_due, plan, signed_on, first_use, benefit, on, key,
      reason, month, figure, file, code, name, from, to, state;
  std::vector<std::string> drop, tiers, batches, promotions, answer_hours;
  std::string talk_staff, talk_answer;
  std::int64_t cards_fen = 0, gifts_fen = 0, online_fen = 0, offline_fen = 0;
  ListChoice list;
  std::vector<std::string> members;
  std::int64_t score = 0, quantity = 1, face_fen = 0, rate_bp = 0, min_fen = 0, days = 30, value = 0;
  bool closed = false, campaign = false, confirmed = false, json = false;
};

// "GLD=24" into the plan's hours; 0 takes the tier away.
base::Status setAnswerHours(programme::CarePlan& plan, const std::string& given, const programme::RulePack& rules) {
  const std::size_t at = given.find('=');
  const std::string tier = given.substr(0, at);
  const char* const end = given.data() + given.size();
  int hours = -1;
  if (at != std::string::npos && std::from_chars(given.data() + at + 1, end, hours).ptr != end) hours = -1;
  if (hours < 0) return base::fail(base::ErrorCode::BadInput, "--answer-hours: TIER=HOURS is expected, not " + given);
  if (!rules.rankOf(tier)) return base::fail(base::ErrorCode::BadInput, "--answer-hours: no tier has the code " + tier);
  std::erase_if(plan.answer_hours, [&](const auto& one) { return one.first == tier; });
  if (hours != 0) plan.answer_hours.emplace_back(tier, hours);
  return {};
}

// The plan that stands with the settings that are named; the rest of it is as it was.
base::Result<std::string> changedPlan(const TaskOptions& options) {
  if (options.answer_hours.empty() && options.talk_staff.empty() && options.talk_answer.empty())
    return base::fail(base::ErrorCode::BadInput, "name --answer-hours, --talk-staff or --talk-answer");
  const auto store = openForReading(options.store);
  if (!store) return tl::unexpected(store.error());
  const auto stands = (*store)->carePlan();
  if (!stands) return tl::unexpected(stands.error());
  const auto text = (*store)->rulePack();
  if (!text) return tl::unexpected(text.error());
  const auto rules = programme::parseRulePack(std::string_view(text->json));
  if (!rules) return tl::unexpected(rules.error());
  auto plan = programme::parseCarePlan(*stands);
  if (!plan) return tl::unexpected(plan.error());
  for (const std::string& given : options.answer_hours) KAHUI_TRY(setAnswerHours(*plan, given, *rules));
  if (const auto role = programme::roleNamed(options.talk_staff)) plan->talk.staff = *role;
  if (const auto role = programme::roleNamed(options.talk_answer)) plan->talk.answer = *role;
  return programme::withTalk(*stands, *plan);
}

base::Result<ordered_json> requestOf(const TaskOptions& options, const std::string& act) {
  ordered_json line{{"operator", options.operator_code}, {"act", act}};
  const std::pair<const char*, const std::string*> texts[] = {{"approver", &options.approver},
                                                              {"task", &options.task},
                                                              {"kind", &options.kind},
                                                              {"title", &options.title},
                                                              {"due", &options.due},
                                                              {"result", &options.result},
                                                              {"next", &options.next},
                                                              {"next_due", &options.next_due},
                                                              {"plan", &options.plan},
                                                              {"signed", &options.signed_on},
                                                              {"first_use", &options.first_use},
                                                              {"benefit", &options.benefit},
                                                              {"on", &options.on},
                                                              {"key", &options.key},
                                                              {"reason", &options.reason},
                                                              {"month", &options.month},
                                                              {"figure", &options.figure},
                                                              {"code", &options.code},
                                                              {"name", &options.name},
                                                              {"from", &options.from},
                                                              {"to", &options.to}};
  for (const auto& [key, value] : texts)
    if (!value->empty()) line[key] = *value;
  if (act == "list") {
    line.erase("approver");
    if (!options.members.empty()) line["member"] = options.members.front();
    if (options.closed) line["closed"] = true;
    if (!options.language.empty()) line["lang"] = options.language;
    return line;
  }
  if (!options.members.empty()) line["members"] = options.members;
  if (!options.list.list.empty()) {
    const auto numbers = membersOfList(options.store, options.list);
    if (!numbers) return tl::unexpected(numbers.error());
    if (numbers->empty()) return base::fail(base::ErrorCode::RuleRejected, "NOBODY_LEFT");
    line["members"] = *numbers;
    line["source"] = options.list.list;
    line["campaign"] = true;
  }
  if (options.campaign) line["campaign"] = true;
  if (options.confirmed) line["confirmed"] = true;
  if (options.score != 0) line["score"] = options.score;
  if (act == "benefit") line["quantity"] = options.quantity;
  if (act == "coupons") {
    if (options.face_fen != 0) line["face_fen"] = options.face_fen;
    if (options.rate_bp != 0) line["rate_bp"] = options.rate_bp;
    line["min_fen"] = options.min_fen;
    if (!options.tiers.empty()) line["tiers"] = options.tiers;
    line["days"] = options.days;
  }
  if (act == "target") line["value"] = options.value;
  if (act == "phone") line["state"] = options.state == "unknown" ? "" : options.state == "dead" ? "DEAD" : "CONFIRMED";
  if (!options.drop.empty()) line["drop"] = options.drop;
  if (act == "campaign") {
    line.update({{"batches", options.batches},
                 {"promotions", options.promotions},
                 {"cards_fen", options.cards_fen},
                 {"gifts_fen", options.gifts_fen},
                 {"online_fen", options.online_fen},
                 {"offline_fen", options.offline_fen}});
  }
  if (act == "plan") {
    const auto json = options.file.empty() ? changedPlan(options) : local::readFile(options.file);
    if (!json) return tl::unexpected(json.error());
    line["json"] = *json;
  }
  return line;
}

Outcome<ordered_json> answerOf(const TaskOptions& options, const std::string& act) {
  const auto request = requestOf(options, act);
  if (!request) return tl::unexpected(failureOf(request.error()));
  return askTill(options, local::LineWork::Tasks, *request);
}

void printTasks(const ordered_json& answer) {
  constexpr std::size_t kMinute = 16;
  std::printf("open %d, overdue %d\n", answer.value("open", 0), answer.value("overdue", 0));
  for (const auto& task : answer["tasks"])
    std::printf("%s %s  %-9s %-10s %s  %s %s\n", task.value("task", "").c_str(),
                task.value("due", "").substr(0, kMinute).c_str(), task.value("state", "").c_str(),
                task.value("kind", "").c_str(), task.value("overdue", false) ? "OVERDUE" : "-",
                task.value("title", "").c_str(), task.value("member", "").c_str());
}

int run(const TaskOptions& options, const std::string& act) {
  auto answer = answerOf(options, act);
  if (!answer) return report(answer.error(), options.json);
  answer->erase("ref");
  if (options.json)
    std::printf("%s\n", answer->dump().c_str());
  else if (act == "list")
    printTasks(*answer);
  else
    std::printf("done: %d, passed over: %d\n", answer->value("count", 0), answer->value("passed_over", 0));
  return kDone;
}

int showPlan(const TaskOptions& options) {
  const auto store = openForReading(options.store);
  if (!store) return report(store.error(), options.json);
  const auto plan = (*store)->carePlan();
  if (!plan) return report(plan.error(), options.json);
  if (plan->empty()) return report({base::ErrorCode::WrongState, "no care plan was set"}, options.json);
  std::printf("%s\n", plan->c_str());
  return kDone;
}

using More = void (*)(CLI::App& command, TaskOptions& options);
struct TaskCommand {
  const char* name;
  const char* act;
  const char* help;
  More more;
};

void wantTask(CLI::App& command, TaskOptions& options) {
  command.add_option("--task", options.task, "Its id, or a beginning that is its alone")->required();
  command.add_option("--result", options.result, "What came of it");
}

void wantMember(CLI::App& command, TaskOptions& options) {
  command.add_option("--member", options.members, "Member number")->required()->expected(1);
}

void wantSelection(CLI::App& command, TaskOptions& options) {
  command.add_option("--member", options.members, "Member number; several may be given");
  wantList(command, options.list);
}

constexpr TaskCommand kTaskCommands[] = {
    {"list", "list", "What is to be done, by due time; overdue ones are marked",
     [](CLI::App& command, TaskOptions& options) {
       command.add_option("--member", options.members, "Of this member, with the benefits")->expected(1);
       command.add_option("--kind", options.kind,
                          "CARE, FOLLOW_UP, ONBOARDING, COMPLAINT, SURVEY, REQUEST or PREORDER");
       command.add_option("--template", options.plan, "Of this template");
       command.add_flag("--closed", options.closed, "Those that are closed, too");
       command.add_option("--lang", options.language, "Language of the template's words")
           ->check(CLI::IsMember({"zh_CN", "en"}));
     }},
    {"add", "add", "A task by hand, for one, several or all members of a list",
     [](CLI::App& command, TaskOptions& options) {
       command.add_option("--title", options.title, "What is to be done")->required();
       command.add_option("--kind", options.kind, "CARE unless named");
       command.add_option("--due", options.due, "YYYY-MM-DD or YYYY-MM-DDTHH:MM; today unless named");
       command.add_flag("--campaign", options.campaign, "Only for members who agreed to be addressed");
       wantSelection(command, options);
     }},
    {"done", "done", "Close a task with its result, and name the next",
     [](CLI::App& command, TaskOptions& options) {
       wantTask(command, options);
       command.add_option("--score", options.score, "Of a survey, 1 to 5");
       command.add_flag("--confirmed", options.confirmed, "All that the step asks for was done");
       command.add_option("--next", options.next, "A task that follows");
       command.add_option("--next-due", options.next_due, "When; a week from now unless named");
     }},
    {"move", "move", "Another date",
     [](CLI::App& command, TaskOptions& options) {
       wantTask(command, options);
       command.add_option("--due", options.due, "YYYY-MM-DD or YYYY-MM-DDTHH:MM")->required();
     }},
    {"agree", "agree", "Of a request: agreed with the member", wantTask},
    {"arrange", "arrange", "Of a request: arranged", wantTask},
    {"rate", "rate", "A score for a task that is done",
     [](CLI::App& command, TaskOptions& options) {
       wantTask(command, options);
       command.add_option("--score", options.score, "1 to 5")->required();
     }},
    {"cancel", "cancel", "It is not to be done any more", wantTask},
    {"benefit", "benefit", "A use of a benefit of the care plan; a quantity below 0 takes one back",
     [](CLI::App& command, TaskOptions& options) {
       wantMember(command, options);
       command.add_option("--benefit", options.benefit, "Its code")->required();
       command.add_option("--quantity", options.quantity, "How much, in its unit; 1 unless named");
       command.add_option("--on", options.on, "On this day; today unless named");
     }},
    {"coupons", "coupons", "A batch of coupons, each member one, with a reason",
     [](CLI::App& command, TaskOptions& options) {
       wantSelection(command, options);
       command.add_option("--face", options.face_fen, "Fen of a cash coupon");
       command.add_option("--rate", options.rate_bp, "Basis points to pay of a rate coupon");
       command.add_option("--min", options.min_fen, "Least bill, fen");
       command.add_option("--days", options.days, "Good for so many days, today included");
       command.add_option("--for-tier", options.tiers,
                          "Only for members of this tier, by its code; several may be given");
       command.add_option("--key", options.key, "Name of the batch: nobody gets a second one of it")->required();
       command.add_option("--reason", options.reason, "Why")->required();
     }},
    {"target", "target", "A target of a month; 0 takes it away",
     [](CLI::App& command, TaskOptions& options) {
       command.add_option("--month", options.month, "YYYY-MM")->required();
       command.add_option("--figure", options.figure, "joins, net, member_net, member_share, bills or member_bills")
           ->required();
       command.add_option("--value", options.value, "In the figure's unit: fen, basis points or a count")->required();
     }},
    {"drop", "drop", "Delete tasks in which nothing was done yet: all that are named, or none",
     [](CLI::App& command, TaskOptions& options) {
       command.add_option("--task", options.drop, "Its id; several may be given")->required();
     }},
    {"campaign", "campaign", "A campaign for 'kahuictl report campaign': its time, its rewards, and what it cost",
     [](CLI::App& command, TaskOptions& options) {
       command.add_option("--code", options.code, "Its code; one that is there is set anew as a whole")->required();
       command.add_option("--name", options.name, "Its name")->required();
       command.add_option("--from", options.from, "First day, YYYY-MM-DD")->required();
       command.add_option("--to", options.to, "Last day")->required();
       command.add_option("--batch", options.batches, "Key of a coupon batch; several may be given");
       command.add_option("--promotion", options.promotions, "Id of a promotion of the rules; several may be given");
       command.add_option("--cards", options.cards_fen, "Cost of cards, fen");
       command.add_option("--gifts", options.gifts_fen, "Cost of gifts, fen");
       command.add_option("--online", options.online_fen, "Cost of publicity online, fen");
       command.add_option("--offline", options.offline_fen, "Cost of publicity elsewhere, fen");
     }},
    {"drop-campaign", "drop_campaigns", "Delete campaigns that have not begun: all that are named, or none",
     [](CLI::App& command, TaskOptions& options) {
       command.add_option("--code", options.drop, "Its code; several may be given")->required();
     }},
    {"phone", "phone", "What a call to the member's number showed",
     [](CLI::App& command, TaskOptions& options) {
       wantMember(command, options);
       command.add_option("--state", options.state, "confirmed, dead or unknown")
           ->required()
           ->check(CLI::IsMember({"confirmed", "dead", "unknown"}));
     }},
};

constexpr TaskCommand kTemplate[] = {
    {"set", "plan", "Put a care plan into the store; its form is that of resources/care/onboarding.json",
     [](CLI::App& command, TaskOptions& options) {
       command.add_option("FILE", options.file, "The care plan")->required();
     }},
    {"change", "plan", "Single settings of the care plan; the rest of it stays as it is",
     [](CLI::App& command, TaskOptions& options) {
       command.add_option("--answer-hours", options.answer_hours,
                          "TIER=HOURS: in so many hours a wish of this tier is answered, 1 to 744; 0 takes it away. "
                          "Several may be given");
       const auto roles = CLI::IsMember({"cashier", "leader", "manager"});
       command.add_option("--talk-staff", options.talk_staff, "From which role on staff comment for the shop")
           ->check(roles);
       command.add_option("--talk-answer", options.talk_answer, "From which role on staff answer members")
           ->check(roles);
     }},
    {"start", "start", "The tasks of a template for a member; once more moves them to another first use",
     [](CLI::App& command, TaskOptions& options) {
       wantMember(command, options);
       command.add_option("--template", options.plan, "Its id")->required();
       command.add_option("--signed", options.signed_on, "The signing day; today unless named");
       command.add_option("--first-use", options.first_use, "End of the first use: YYYY-MM-DD or YYYY-MM-DDTHH:MM")
           ->required();
     }},
};

void add(CLI::App& group, const TaskCommand& words, int& exit_code) {
  auto options = std::make_shared<TaskOptions>();
  CLI::App* command = group.add_subcommand(words.name, words.help);
  addSignIn(*command, *options);
  words.more(*command, *options);
  command->callback([options, act = std::string(words.act), &exit_code] { exit_code = run(*options, act); });
}

}  // namespace

void addTaskCommands(CLI::App& app, int& exit_code) {
  CLI::App* group =
      app.add_subcommand("tasks", "The manager's work: tasks, onboarding, benefits, coupon batches, targets");
  group->require_subcommand(1);
  for (const TaskCommand& words : kTaskCommands) add(*group, words, exit_code);
  CLI::App* plan = group->add_subcommand("template", "The care plan: templates of dated tasks, and benefits");
  plan->require_subcommand(1);
  for (const TaskCommand& words : kTemplate) add(*plan, words, exit_code);
  auto options = std::make_shared<TaskOptions>();
  CLI::App* show = plan->add_subcommand("show", "The care plan of the store, as JSON");
  show->add_option("--store", options->store, "Folder of the store")->required();
  show->callback([options, &exit_code] { exit_code = showPlan(*options); });
}

}  // namespace kahui::ctl
