// kahuictl as a script calls it, and what is left of it.
#pragma once

#include <string>
#include <vector>

#include "tests/support/kahuictl.hpp"

namespace kahui::test {

struct Run {
  std::vector<std::string> out;
  std::string errors;
  int status = 0;
};

inline Run kahuictl(std::vector<std::string> arguments) {
  CommandAnswer answer = runKahuictl(std::move(arguments));
  return {std::move(answer.lines), std::move(answer.errors), answer.exit_code};
}

}  // namespace kahui::test
