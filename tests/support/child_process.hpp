// A program that a test runs beside itself, with its output read line by line.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace kahui::test {

class ChildProcess {
 public:
  explicit ChildProcess(const std::vector<std::string>& command);
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  // The next line of standard output without its end; nothing at the end of the output or of the time.
  std::optional<std::string> line(std::chrono::milliseconds limit = std::chrono::seconds(8));
  // Everything written to standard error; waits for the end.
  std::string errors();
  void send(int signal) const;
  [[nodiscard]] pid_t pid() const { return m_pid; }
  void closeOutput();
  // The exit status, or -1 if the program did not end by itself within the time.
  int wait(std::chrono::milliseconds limit = std::chrono::seconds(8));

 private:
  pid_t m_pid = -1;
  int m_out = -1;
  int m_err = -1;
  int m_status = -1;
  std::string m_rest;
};

}  // namespace kahui::test
