// kahuictl talk: what is said about announcements, events and feedback, as on the page of the window. Each command is
// one line of app/local/talk_json.hpp, done by the till that runs on the store, or here.
#include <cstdio>

#include "app/ctl/card_office.hpp"

namespace kahui::ctl {

namespace {

using nlohmann::ordered_json;

struct TalkOptions {
  std::string store, operator_code, pin_file;
  std::string approver, approver_pin_file;  // nothing of it asks for one
  std::string about, key, text, member, comment;
  bool json = false;
};

void printTalk(const ordered_json& answer) {
  constexpr std::size_t kMinute = 16;
  std::printf("waiting for an answer: %d\n", answer.value("waiting", 0));
  for (const auto& item : answer["items"])
    std::printf("%-5s %s  %s  %3d comments, %d waiting%s  %s %s\n", item.value("about", "").c_str(),
                item.value("key", "").c_str(), item.value("at", "").substr(0, kMinute).c_str(),
                item.value("comments", 0), item.value("waiting", 0), item.value("open", false) ? "  OPEN" : "",
                item.value("title", "").c_str(), item.value("who", "").c_str());
  if (!answer.contains("comments")) return;
  for (const auto& one : answer["comments"])
    std::printf("%s %s  %-6s %s  %s%s\n", one.value("comment", "").c_str(),
                one.value("at", "").substr(0, kMinute).c_str(), one.value("from", "").c_str(),
                one.value("who", "").c_str(), one.value("text", "").c_str(),
                one.value("waits", false) ? "  WAITS" : "");
}

int runTalk(const TalkOptions& options, const std::string& act) {
  ordered_json line{{"operator", options.operator_code}, {"act", act}};
  const std::pair<const char*, const std::string*> texts[] = {{"about", &options.about},
                                                              {"key", &options.key},
                                                              {"text", &options.text},
                                                              {"member", &options.member},
                                                              {"comment", &options.comment}};
  for (const auto& [key, value] : texts)
    if (!value->empty()) line[key] = *value;
  auto answer = askTill(options, local::LineWork::Talk, line);
  if (!answer) return report(answer.error(), options.json);
  answer->erase("ref");
  if (options.json)
    std::printf("%s\n", answer->dump().c_str());
  else if (act == "list")
    printTalk(*answer);
  else
    std::printf("done %s\n", answer->value("comment", "").c_str());
  return kDone;
}

using TalkMore = void (*)(CLI::App& command, TalkOptions& options);
struct TalkWords {
  const char* name;
  const char* help;
  TalkMore more;
};

CLI::App& wantSubject(CLI::App& command, TalkOptions& options, bool required) {
  auto* about = command.add_option("--about", options.about, "NEWS, EVENT or TASK")
                    ->check(CLI::IsMember({"NEWS", "EVENT", "TASK"}))
                    ->required(required);
  auto* key = command.add_option("--key", options.key, "Its key, as 'talk list' names it")->required(required);
  about->needs(key);
  key->needs(about);
  return command;
}

constexpr TalkWords kTalkCommands[] = {
    {"list", "What is talked about, what waits first; the comments of one of it",
     [](CLI::App& command, TalkOptions& options) { wantSubject(command, options, false); }},
    {"comment", "Say something for the shop; with --member what this member says at the desk",
     [](CLI::App& command, TalkOptions& options) {
       wantSubject(command, options, true).add_option("--text", options.text, "What is said")->required();
       command.add_option("--member", options.member, "Member number");
     }},
    {"answer", "Answer a member's comment, for the shop",
     [](CLI::App& command, TalkOptions& options) {
       wantSubject(command, options, true).add_option("--text", options.text, "The answer")->required();
       command.add_option("--comment", options.comment, "Id of the comment")->required();
     }},
    {"open", "Members may comment",
     [](CLI::App& command, TalkOptions& options) { wantSubject(command, options, true); }},
    {"close", "Members may not comment any more",
     [](CLI::App& command, TalkOptions& options) { wantSubject(command, options, true); }},
};

}  // namespace

void addTalkCommands(CLI::App& app, int& exit_code) {
  CLI::App* group = app.add_subcommand("talk", "What is said about announcements, events and feedback");
  group->require_subcommand(1);
  for (const TalkWords& words : kTalkCommands) {
    auto options = std::make_shared<TalkOptions>();
    CLI::App* command = group->add_subcommand(words.name, words.help);
    addOperator(*command, *options);
    words.more(*command, *options);
    command->callback([options, act = std::string(words.name), &exit_code] { exit_code = runTalk(*options, act); });
  }
}

}  // namespace kahui::ctl
