// kahuictl club: events and their guests, tags, days to remember, friends who were named, draws. Each command is one
// line of app/local/club_json.hpp, done by the till that runs on the store, or here.
#include <cstdio>

#include "app/ctl/card_office.hpp"
#include "app/ctl/list_members.hpp"

namespace kahui::ctl {

namespace {

using nlohmann::ordered_json;

struct ClubOptions {
  std::string store, operator_code, pin_file, approver, approver_pin_file, language;
  std::string event, name, place, at, tag, kind, date, phone, draw;
  std::vector<std::string> members;
  ListChoice list;
  std::int64_t seats = 0;
  bool publish = false, unpublish = false;
  bool off = false, json = false;
};

base::Result<ordered_json> requestOf(const ClubOptions& options, const std::string& act) {
  ordered_json line{{"operator", options.operator_code}, {"act", act}};
  const std::pair<const char*, const std::string*> texts[] = {
      {"event", &options.event}, {"name", &options.name},   {"place", &options.place},
      {"at", &options.at},       {"tag", &options.tag},     {"kind", &options.kind},
      {"date", &options.date},   {"phone", &options.phone}, {"draw", &options.draw}};
  for (const auto& [key, value] : texts)
    if (!value->empty()) line[key] = *value;
  if (act == "show") {
    if (!options.members.empty()) line["member"] = options.members.front();
    if (!options.language.empty()) line["lang"] = options.language;
    return line;
  }
  if (!options.approver.empty()) line["approver"] = options.approver;
  if (!options.members.empty()) line["members"] = options.members;
  if (!options.list.list.empty()) {
    const auto numbers = membersOfList(options.store, options.list);
    if (!numbers) return tl::unexpected(numbers.error());
    if (numbers->empty()) return base::fail(base::ErrorCode::RuleRejected, "NOBODY_LEFT");
    line["members"] = *numbers;
    line["source"] = options.list.list;
  }
  if (options.seats != 0) line["seats"] = options.seats;
  if (options.publish || options.unpublish) line["publish"] = options.publish;
  if (act == "agree" || act == "tag") line["on"] = !options.off;
  return line;
}

Outcome<ordered_json> answerOf(const ClubOptions& options, const std::string& act) {
  const auto request = requestOf(options, act);
  if (!request) return tl::unexpected(failureOf(request.error()));
  return askTill(options, local::LineWork::Club, *request);
}

void print(const ordered_json& answer) {
  constexpr std::size_t kMinute = 16;
  for (const auto& event : answer["events"])
    std::printf("%s %s  %3d of %3d seats free  %s %s%s\n", event.value("event", "").c_str(),
                event.value("at", "").substr(0, kMinute).c_str(), event.value("free", 0), event.value("seats", 0),
                event.value("name", "").c_str(), event.value("place", "").c_str(),
                event.value("cancelled", false) ? "  CANCELLED" : "");
  for (const auto& draw : answer["draws"])
    std::printf("draw %s  %d entries  %s\n", draw.value("draw", "").c_str(), draw.value("entries", 0),
                draw.value("winner", "not drawn").c_str());
  if (answer.contains("guests"))
    for (const auto& guest : answer["guests"])
      std::printf("%-8s %s %s\n", guest.value("state", "").c_str(), guest.value("member", "").c_str(),
                  guest.value("name", "").c_str());
  if (answer.contains("member")) std::printf("%s\n", answer["member"].dump().c_str());
}

int run(const ClubOptions& options, const std::string& act) {
  auto answer = answerOf(options, act);
  if (!answer) return report(answer.error(), options.json);
  answer->erase("ref");
  if (options.json)
    std::printf("%s\n", answer->dump().c_str());
  else if (act == "show")
    print(*answer);
  else
    std::printf("done: %d, passed over: %d, left: %d %s\n", answer->value("count", 0), answer->value("passed_over", 0),
                answer->value("left", 0), answer->value("who", answer->value("event", "")).c_str());
  return kDone;
}

using More = void (*)(CLI::App& command, ClubOptions& options);
struct Words {
  const char* name;
  const char* act;
  const char* help;
  More more;
};

void wantEvent(CLI::App& command, ClubOptions& options) {
  command.add_option("--event", options.event, "Its id, as 'club show' lists it")->required();
}

void wantMember(CLI::App& command, ClubOptions& options) {
  command.add_option("--member", options.members, "Member number")->required()->expected(1);
}

void wantGuest(CLI::App& command, ClubOptions& options) {
  wantEvent(command, options);
  wantMember(command, options);
}

constexpr Words kClubCommands[] = {
    {"show", "show", "Events and draws; the guests of one event, and what is known of one member's interests",
     [](CLI::App& command, ClubOptions& options) {
       command.add_option("--event", options.event, "With the guests of this event");
       command.add_option("--member", options.members, "With tags, favourites and days of this member")->expected(1);
       command.add_option("--lang", options.language, "Language of words")->check(CLI::IsMember({"zh_CN", "en"}));
     }},
    {"plan", "plan", "A new event, or what changes of one",
     [](CLI::App& command, ClubOptions& options) {
       command.add_option("--event", options.event, "Id of an event that changes; a new one unless named");
       command.add_option("--name", options.name, "What it is called");
       command.add_option("--place", options.place, "Where");
       command.add_option("--at", options.at, "YYYY-MM-DDTHH:MM");
       command.add_option("--seats", options.seats, "How many seats there are");
       auto* publish =
           command.add_flag("--publish", options.publish, "Members may see it, on the customer's screen, too");
       command.add_flag("--unpublish", options.unpublish, "For the staff alone again")->excludes(publish);
     }},
    {"call-off", "call_off", "The event does not take place", wantEvent},
    {"invite", "invite", "Members of a list, or named ones, who agreed to be addressed",
     [](CLI::App& command, ClubOptions& options) {
       wantEvent(command, options);
       command.add_option("--member", options.members, "Member number; several may be given");
       wantList(command, options.list);
     }},
    {"book", "book", "A seat for a member", wantGuest},
    {"decline", "decline", "A guest does not come; the seat is free again", wantGuest},
    {"check-in", "check_in", "A guest is there", wantGuest},
    {"agree", "agree", "The member agreed to a profile of interests; --off: not any more, and the tags go",
     [](CLI::App& command, ClubOptions& options) {
       wantMember(command, options);
       command.add_flag("--off", options.off, "Not any more");
     }},
    {"tag", "tag", "A tag of the care plan on a member who agreed to it",
     [](CLI::App& command, ClubOptions& options) {
       wantMember(command, options);
       command.add_option("--tag", options.tag, "Its code")->required();
       command.add_flag("--off", options.off, "Take it off");
     }},
    {"date", "date", "A day to remember beside the birthday; without --date it goes",
     [](CLI::App& command, ClubOptions& options) {
       wantMember(command, options);
       command.add_option("--kind", options.kind, "wedding or child")->required();
       command.add_option("--date", options.date, "MM-DD, lunar:MM-DD or lunar:leap:MM-DD");
     }},
    {"lead", "lead", "A friend whom a member named: who joins in time is referred by that member",
     [](CLI::App& command, ClubOptions& options) {
       wantMember(command, options);
       command.add_option("--phone", options.phone, "Telephone number of the friend")->required();
     }},
    {"draw", "draw", "One of the entries of a draw wins",
     [](CLI::App& command, ClubOptions& options) {
       command.add_option("--draw", options.draw, "Its code in the care plan")->required();
     }},
};

}  // namespace

void addClubCommands(CLI::App& app, int& exit_code) {
  CLI::App* group = app.add_subcommand("club", "Events and guests, tags, days to remember, named friends, draws");
  group->require_subcommand(1);
  for (const Words& words : kClubCommands) {
    auto options = std::make_shared<ClubOptions>();
    CLI::App* command = group->add_subcommand(words.name, words.help);
    addSignIn(*command, *options);
    words.more(*command, *options);
    command->callback([options, act = std::string(words.act), &exit_code] { exit_code = run(*options, act); });
  }
}

}  // namespace kahui::ctl
