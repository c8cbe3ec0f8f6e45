#include "app/ctl/evaluate.hpp"

#include <memory>

#include "app/ctl/evaluate/cases.hpp"

namespace kahui::ctl {

void addEvaluateCommand(CLI::App& app, int& exit_code) {
  struct Paths {
    std::string in, out;
  };
  auto* command =
      app.add_subcommand("evaluate", "Work out cases of the rulebook with the functions that the till runs.");
  auto paths = std::make_shared<Paths>();
  command->add_option("--in", paths->in, "Cases: {schema, defaults, examples:[{id, kind, config?, input}]}")
      ->required();
  command->add_option("--out", paths->out, "Results: {results:[{id, result}]}")->required();
  command->callback([paths, &exit_code] { exit_code = evaluateCommand(paths->in, paths->out); });
}

}  // namespace kahui::ctl
