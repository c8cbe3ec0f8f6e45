// kahuictl support send: a till's journal and health log to headquarters, for whoever helps.
#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "app/ctl/command.hpp"
#include "app/local/demo_clock.hpp"
#include "app/local/support_files.hpp"

namespace kahui::ctl {

namespace {

struct SupportArguments {
  std::string folder;
  int days = 35;
  bool json = false;
};

int sendCommand(const SupportArguments& arguments) {
  const auto store = openForReading(arguments.folder);
  if (!store) return report(store.error(), arguments.json);
  const auto& info = (*store)->info();
  const auto sent = local::sendSupport(**store, *local::openClock(info.zone, info.demo), arguments.days);
  if (!sent) return report(sent.error(), arguments.json);
  if (arguments.json) {
    std::cout << nlohmann::ordered_json{{"ok", true},
                                        {"files", sent->files},
                                        {"known_before", sent->before},
                                        {"bytes_sent", sent->bytes}}
                     .dump()
              << '\n';
  } else {
    std::cout << fmt::format("{} files at headquarters, {} of them known before, {} bytes sent\n", sent->files,
                             sent->before, sent->bytes);
  }
  return kDone;
}

}  // namespace

void addSupportCommands(CLI::App& app, int& exit_code) {
  CLI::App* group = app.add_subcommand("support", "What headquarters' support needs of this till");
  group->require_subcommand(1);
  auto arguments = std::make_shared<SupportArguments>();
  CLI::App* command = group->add_subcommand(
      "send", "Send the journal without names, numbers and keys, and a health log; a broken line goes on where it was");
  command->add_option("--store", arguments->folder, "Folder of the store")->required();
  command->add_option("--days", arguments->days, "Events of so many days")->check(CLI::Range(1, 4000));
  command->add_flag("--json", arguments->json, "One JSON object");
  command->callback([arguments, &exit_code] { exit_code = sendCommand(*arguments); });
}

}  // namespace kahui::ctl
