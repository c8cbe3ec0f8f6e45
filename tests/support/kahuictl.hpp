// kahuictl as a script calls it.
#pragma once

#include <string>
#include <vector>

#include "tests/support/child_process.hpp"

namespace kahui::test {

struct CommandAnswer {
  int exit_code = -1;
  std::vector<std::string> lines;
  std::string errors;
};

inline CommandAnswer runKahuictl(std::vector<std::string> words) {
  constexpr std::chrono::seconds kPatience{120};  // of a busy machine, for one line
  words.insert(words.begin(), KAHUI_BIN_DIR "/kahuictl");
  ChildProcess process(words);
  CommandAnswer answer;
  while (const auto line = process.line(kPatience)) answer.lines.push_back(*line);
  answer.errors = process.errors();
  answer.exit_code = process.wait(kPatience);
  return answer;
}

}  // namespace kahui::test
