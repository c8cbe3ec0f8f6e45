#include "drivers/nfc/worker_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>

extern char** environ;

namespace kahui::nfc {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

bool WorkerProcess::start(const std::string& program, const std::string& connstring) {
  end();
  // A socket and not a pipe: writing to a process that has ended must not raise a signal in the till.
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
  base::Fd ours(ends[0]), theirs(ends[1]);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, theirs.get(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, theirs.get(), STDOUT_FILENO);
  // The library writes a line for each failed call, twenty a second while the reader is unplugged.
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  // Signals that the till blocks for itself must reach it.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  std::string name = program;
  std::string argument = connstring;
  std::array<char*, 3> arguments{name.data(), argument.data(), nullptr};
  const int failed = ::posix_spawn(&m_pid, program.c_str(), &actions, &attributes, arguments.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) {
    m_pid = -1;
    return false;
  }
  m_socket = std::move(ours);
  m_reader = {};
  return true;
}

void WorkerProcess::end() {
  if (m_pid < 0) return;
  ::kill(m_pid, SIGKILL);
  while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) {
  }
  m_pid = -1;
  m_socket.reset();
}

bool WorkerProcess::send(const Frame& frame) {
  const base::Bytes bytes = encode(frame);
  // A process that does not read must not hold the reader's thread.
  return ::send(m_socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT) ==
         static_cast<ssize_t>(bytes.size());
}

WorkerProcess::Wait WorkerProcess::receive(Frame& out, milliseconds limit, int stop, int asked) {
  const auto deadline = steady_clock::now() + limit;
  for (;;) {
    if (auto frame = m_reader.next()) {
      out = std::move(*frame);
      return Wait::Frame;
    }
    if (m_reader.broken()) return Wait::Ended;
    const auto left = std::chrono::duration_cast<milliseconds>(deadline - steady_clock::now());
    if (left <= milliseconds(0)) return Wait::Timeout;
    std::array<pollfd, 3> wait{pollfd{m_socket.get(), POLLIN, 0}, pollfd{stop, POLLIN, 0}, pollfd{asked, POLLIN, 0}};
    const int woken = ::poll(wait.data(), wait.size(), static_cast<int>(left.count()));
    if (woken < 0 && errno != EINTR) return Wait::Ended;
    if (woken <= 0) continue;
    if (wait[1].revents != 0) return Wait::Stopped;
    if (wait[2].revents != 0) return Wait::Asked;
    std::array<std::uint8_t, 1024> bytes{};
    const ssize_t got = ::read(m_socket.get(), bytes.data(), bytes.size());
    if (got <= 0) return Wait::Ended;
    m_reader.add({bytes.data(), static_cast<std::size_t>(got)});
  }
}

}  // namespace kahui::nfc
