// kahuictl as a script calls it.
#pragma once

#include <string>
#include <vector>

#include "tests/support/child_process.hpp"

namespace kahui::test {

struct Run {
  std::vector<std::string> out;
  std::string errors;
  int status = 0;
};

inline Run kahuictl(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), KAHUI_BIN_DIR "/kahuictl");
  ChildProcess program(arguments);
  Run run;
  while (auto line = program.line(std::chrono::seconds(60))) run.out.push_back(*line);
  run.errors = program.errors();
  run.status = program.wait();
  return run;
}

}  // namespace kahui::test
