// kahuictl new: a shop's own store, with its first manager in the same command.
#include <iostream>

#include "app/ctl/command.hpp"
#include "app/local/data_folder.hpp"
#include "app/local/new_store.hpp"

namespace kahui::ctl {

namespace {

struct NewArguments {
  std::string folder, pin_file;
  local::NewStoreWish wish;
  local::FirstManager manager;
};

base::Status make(NewArguments arguments) {
  const auto pin = local::readFile(arguments.pin_file);
  if (!pin) return tl::unexpected(pin.error());
  arguments.manager.pin = pin->substr(0, pin->find_last_not_of("\r\n") + 1);
  base::SystemRandom random;
  const auto state = local::stateOf(arguments.folder);
  if (!state) return tl::unexpected(state.error());
  if (*state != local::StoreState::NoStaff) KAHUI_TRY(local::makeStore(arguments.folder, arguments.wish, random));
  return local::addFirstManager(arguments.folder, arguments.manager);
}

}  // namespace

void addNewCommand(CLI::App& app, int& exit_code) {
  auto arguments = std::make_shared<NewArguments>();
  CLI::App* command = app.add_subcommand("new", "Make a shop's own store, with its first manager");
  local::NewStoreWish& wish = arguments->wish;
  command->add_option("--store", arguments->folder, "Folder of the store")->required();
  command->add_option("--store-no", wish.store_no, "Number of the store, for example 0001")->required();
  command->add_option("--name", wish.name, "Name of the store, as on the receipt")->required();
  command->add_option("--position", wish.position, "Number of the register, for example 01")->required();
  std::vector<std::string> names;
  for (const local::Preset& preset : local::presets()) names.push_back(preset.name);
  auto* preset = command->add_option("--preset", wish.preset, "Rules to begin with")->check(CLI::IsMember(names));
  command->add_option("--pack", wish.pack_file, "A rule pack of one's own")->excludes(preset);
  command->add_option("--receipt-language", wish.language, "zh_CN or en");
  command->add_option("--zone", wish.zone, "Time zone");
  command->add_option("--manager", arguments->manager.code, "Staff code of the first manager")->required();
  command->add_option("--manager-name", arguments->manager.name, "Name of the first manager")->required();
  command->add_option("--pin-file", arguments->pin_file, "File with the manager's PIN, 4 to 12 digits")->required();
  command->callback([arguments, &exit_code] {
    const auto made = make(*arguments);
    exit_code = made ? kDone : report(made.error());
    if (made) std::cout << "made; 'kahuictl import products' takes the goods in, 'kahui-till' opens it\n";
  });
}

}  // namespace kahui::ctl
