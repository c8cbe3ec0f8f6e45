// kahuictl rules check|diff|show: rule packs without a store.
#include <iostream>

#include "app/ctl/command.hpp"
#include "app/ctl/rules/check.hpp"
#include "app/ctl/rules/describe.hpp"
#include "app/ctl/rules/diff.hpp"
#include "app/local/data_folder.hpp"

namespace kahui::ctl {

namespace {

struct RuleArguments {
  std::string file, other, language = "zh_CN";
  bool json = false;
};

int check(const RuleArguments& arguments) {
  const auto text = local::readFile(arguments.file);
  if (!text) return report(text.error(), arguments.json);
  const auto verdict = checkPack(*text);
  std::cout << (arguments.json ? verdictJson(verdict).dump() + "\n" : verdictText(verdict));
  return verdict.pack ? kDone : kNo;
}

int diff(const RuleArguments& arguments) {
  const auto before = readPack(arguments.file);
  if (!before) return report(before.error(), arguments.json);
  const auto after = readPack(arguments.other);
  if (!after) return report(after.error(), arguments.json);
  const auto changes = diffPacks(*before, *after);
  std::cout << (arguments.json ? diffJson(changes).dump() + "\n" : diffText(changes));
  return changes.empty() ? kDone : kNo;
}

int show(const RuleArguments& arguments) {
  const auto pack = readPack(arguments.file);
  if (!pack) return report(pack.error(), arguments.json);
  if (arguments.json)
    std::cout << programme::packJson(*pack).dump() << '\n';
  else
    std::cout << describePack(*pack, arguments.language == "en" ? Language::English : Language::Chinese);
  return kDone;
}

}  // namespace

void addPackRules(CLI::App& rules, int& exit_code) {
  const auto add = [&](const char* name, const char* help, int (*run)(const RuleArguments&)) {
    auto arguments = std::make_shared<RuleArguments>();
    CLI::App* command = rules.add_subcommand(name, help);
    command->add_flag("--json", arguments->json, "One JSON object");
    command->callback([arguments, run, &exit_code] { exit_code = run(*arguments); });
    return std::pair(command, arguments);
  };
  auto [check_command, checked] = add("check", "Whether a rule pack holds together; names all that is wrong", check);
  check_command->add_option("FILE", checked->file, "The rule pack")->required();
  auto [diff_command, compared] = add("diff", "What differs between two packs, defaults counted in", diff);
  diff_command->add_option("OLD", compared->file, "The pack before")->required();
  diff_command->add_option("NEW", compared->other, "The pack after")->required();
  auto [show_command, shown] = add("show", "A pack in words; with --json every parameter in force", show);
  show_command->add_option("FILE", shown->file, "The rule pack")->required();
  show_command->add_option("--lang", shown->language, "zh_CN or en")->check(CLI::IsMember({"zh_CN", "en"}));
}

}  // namespace kahui::ctl
