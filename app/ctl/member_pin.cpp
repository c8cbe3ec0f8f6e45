// kahuictl member pin: gives a member the PIN that larger payments with points ask for (rulebook I4).
#include <iostream>

#include "app/ctl/command.hpp"
#include "app/local/data_folder.hpp"

namespace kahui::ctl {

namespace {

struct PinArguments {
  std::string folder, member, pin_file, operator_code, pin;
};

int setPin(const PinArguments& arguments) {
  const auto no = member::MemberNo::parse(arguments.member);
  if (!no) return report({base::ErrorCode::BadInput, "--member " + arguments.member + ": no member number"});
  auto text = local::readFile(arguments.pin_file);
  if (!text) return report(text.error());
  const std::string fresh = text->substr(0, text->find_last_not_of("\r\n") + 1);
  const auto store = openForWriting(arguments.folder);
  if (!store) return report(store.error());
  const auto manager = managerOf(**store, arguments.operator_code, arguments.pin);
  if (!manager) return report(manager.error());
  if (const auto set = (*store)->setMemberPin(*no, fresh, *manager); !set) return report(set.error());
  std::cout << "member " << no->text() << " has a PIN\n";
  return kDone;
}

}  // namespace

void addMemberCommands(CLI::App& app, int& exit_code) {
  CLI::App* group = app.add_subcommand("member", "Members of a store");
  group->require_subcommand(1);
  auto arguments = std::make_shared<PinArguments>();
  CLI::App* command = group->add_subcommand("pin", "Set the PIN that larger payments with points ask for");
  command->add_option("--store", arguments->folder, "Folder of the store")->required();
  command->add_option("--member", arguments->member, "Member number")->required();
  command->add_option("--pin-file", arguments->pin_file, "File with the new PIN, 4 to 12 digits")->required();
  command->add_option("--operator", arguments->operator_code, "Manager")->required();
  command->add_option("--pin", arguments->pin, "The manager's PIN")->required();
  command->callback([arguments, &exit_code] { exit_code = setPin(*arguments); });
  addMemberDesk(*group, exit_code);
  addMemberValue(*group, exit_code);
}

}  // namespace kahui::ctl
