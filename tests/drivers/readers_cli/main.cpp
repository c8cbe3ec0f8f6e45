// kahuictl with nothing but its `readers` command, so that the readers' tests need no store.
#include <CLI/CLI.hpp>

#include "app/ctl/readers.hpp"

int main(int argc, char** argv) {
  CLI::App app("readers of Kahui", "kahuictl");
  int exit_code = 0;
  kahui::ctl::addReadersCommand(app, exit_code);
  CLI11_PARSE(app, argc, argv);
  return exit_code;
}
