// kahuictl evaluate: worked cases through the till's own functions.
#include "app/ctl/command.hpp"
#include "app/ctl/evaluate/cases.hpp"

namespace kahui::ctl {

void addEvaluateCommand(CLI::App& app, int& exit_code) {
  struct Arguments {
    std::string in, out;
  };
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("evaluate", "Work out cases by the rules, through the till's own functions");
  command->add_option("--in", arguments->in, "Cases, a JSON file")->required();
  command->add_option("--out", arguments->out, "Results, a JSON file that is made")->required();
  command->callback([arguments, &exit_code] { exit_code = evaluateCommand(arguments->in, arguments->out); });
}

}  // namespace kahui::ctl
