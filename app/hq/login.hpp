// The operators' password: it stands in the file `password` of the data folder, and goes with each act, so that no
// session can be stolen or ridden.
#pragma once

#include <chrono>
#include <string>

#include "app/hq/data.hpp"

namespace kahui::hqserver {

class Login {
 public:
  enum class Answer { Good, Wrong, TooSoon };

  explicit Login(const DataOptions& options);
  // After a wrong one a second passes before another is looked at.
  Answer check(const std::string& given);

 private:
  std::string m_password;
  std::chrono::steady_clock::time_point m_next_try{};
};

// Of the command line: the first line of standard input, so that it stands in no list of processes. BadInput.
base::Status askPassword(const DataOptions& options);

}  // namespace kahui::hqserver
