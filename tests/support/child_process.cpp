#include "tests/support/child_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <thread>

#include "core/base/result.hpp"

namespace kahui::test {

using std::chrono::steady_clock;

ChildProcess::ChildProcess(const std::vector<std::string>& command) {
  std::array<int, 2> out{};
  std::array<int, 2> err{};
  KAHUI_ASSERT(::pipe2(out.data(), O_CLOEXEC) == 0 && ::pipe2(err.data(), O_CLOEXEC) == 0);
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  m_pid = ::fork();
  KAHUI_ASSERT(m_pid >= 0);
  if (m_pid == 0) {
    ::dup2(out[1], 1);
    ::dup2(err[1], 2);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
  }
  ::close(out[1]);
  ::close(err[1]);
  m_out = out[0];
  m_err = err[0];
}

ChildProcess::~ChildProcess() {
  if (m_pid > 0) {
    ::kill(m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
  }
  closeOutput();
  ::close(m_err);
}

std::optional<std::string> ChildProcess::line(std::chrono::milliseconds limit) {
  const auto deadline = steady_clock::now() + limit;
  for (;;) {
    if (const std::size_t end = m_rest.find('\n'); end != std::string::npos) {
      std::string text = m_rest.substr(0, end);
      m_rest.erase(0, end + 1);
      return text;
    }
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - steady_clock::now());
    pollfd ready{.fd = m_out, .events = POLLIN, .revents = 0};
    if (left.count() <= 0 || ::poll(&ready, 1, static_cast<int>(left.count())) <= 0) return std::nullopt;
    std::array<char, 4096> buffer{};
    const ssize_t got = ::read(m_out, buffer.data(), buffer.size());
    if (got <= 0) return std::nullopt;
    m_rest.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

std::string ChildProcess::errors() {
  std::string text;
  std::array<char, 4096> buffer{};
  for (ssize_t got = 0; (got = ::read(m_err, buffer.data(), buffer.size())) > 0;)
    text.append(buffer.data(), static_cast<std::size_t>(got));
  return text;
}

// One that was waited for has no number any more: -1 would be everybody.
void ChildProcess::send(int signal) const {
  if (m_pid > 0) ::kill(m_pid, signal);
}

void ChildProcess::closeOutput() {
  if (m_out >= 0) ::close(m_out);
  m_out = -1;
}

int ChildProcess::wait(std::chrono::milliseconds limit) {
  const auto deadline = steady_clock::now() + limit;
  while (m_pid > 0) {
    if (::waitpid(m_pid, &m_status, WNOHANG) == m_pid) {
      m_pid = -1;
    } else if (steady_clock::now() >= deadline) {
      return -1;
    } else {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  }
  return WIFEXITED(m_status) ? WEXITSTATUS(m_status) : -1;
}

}  // namespace kahui::test
