// kahuictl: the till from the command line. Links no Qt.
#include <sodium.h>

#include <cstdio>

#include "app/ctl/command.hpp"
#include "app/ctl/evaluate/cases.hpp"
#include "app/ctl/readers.hpp"
#include "app/local/core_dumps.hpp"

namespace {

void addEvaluate(CLI::App& app, int& exit_code) {
  struct Files {
    std::string in, out;
  };
  auto files = std::make_shared<Files>();
  CLI::App* command = app.add_subcommand("evaluate", "Run worked cases of the rulebook through the till's own rules");
  command->add_option("--in", files->in, "Cases, in the form of the examples file")->required();
  command->add_option("--out", files->out, "File for the results")->required();
  command->callback([files, &exit_code] { exit_code = kahui::ctl::evaluateCommand(files->in, files->out); });
}

}  // namespace

int main(int argc, char** argv) {
  kahui::local::forbidCoreDumps();
  if (sodium_init() < 0) return kahui::ctl::kUnusable;

  CLI::App app{"Kahui from the command line: demo stores, sales, verification, import and export, readers, rules."};
  app.require_subcommand(1);
  int exit_code = kahui::ctl::kDone;
  kahui::ctl::addDemoCommand(app, exit_code);
  kahui::ctl::addNewCommand(app, exit_code);
  kahui::ctl::addSellCommand(app, exit_code);
  kahui::ctl::addStoreCommands(app, exit_code);
  kahui::ctl::addImportCommands(app, exit_code);
  kahui::ctl::addReportCommands(app, exit_code);
  kahui::ctl::addMemberCommands(app, exit_code);
  kahui::ctl::addStaffCommands(app, exit_code);
  kahui::ctl::addTaskCommands(app, exit_code);
  kahui::ctl::addClubCommands(app, exit_code);
  kahui::ctl::addTalkCommands(app, exit_code);
  kahui::ctl::addLogCommand(app, exit_code);
  kahui::ctl::addSyncCommands(app, exit_code);
  kahui::ctl::addSupportCommands(app, exit_code);
  kahui::ctl::addCardCommands(app, exit_code);
  addEvaluate(app, exit_code);
  kahui::ctl::addExplainCommand(app, exit_code);
  CLI::App* rules = app.add_subcommand("rules", "Rule packs");
  rules->require_subcommand(1);
  kahui::ctl::addPackRules(*rules, exit_code);
  kahui::ctl::addStoreRules(*rules, exit_code);
  kahui::ctl::addStoreCampaigns(*rules, exit_code);
  kahui::ctl::addReadersCommand(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wish) {
    return app.exit(wish);
  } catch (const CLI::ParseError& error) {
    std::fprintf(stderr, "kahuictl: %s; see 'kahuictl --help'\n", error.what());
    return kahui::ctl::kWrongUse;
  }
  return exit_code;
}
