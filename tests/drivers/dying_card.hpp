// A card whose other side, a process of its own, dies at the n-th exchange.
#pragma once

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

#include "core/base/fd.hpp"
#include "tests/drivers/virtual_desfire.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

// A card of the parent's, in the process that dies at the exchange `dies_at`, before or after it; < 0: it does not.
class Wire final : public card::Session {
 public:
  Wire(int socket, int dies_at, bool after) : m_socket(socket), m_dies_at(dies_at), m_after(after) {}
  tl::expected<base::Bytes, card::LinkError> exchange(base::ByteView command) override {
    const bool last = m_count++ == m_dies_at;
    if (last && !m_after) ::kill(::getpid(), SIGKILL);
    if (::send(m_socket, command.data(), command.size(), 0) < 0) return tl::unexpected(card::LinkError::NotSent);
    base::Bytes answer(4096);
    const ssize_t size = ::recv(m_socket, answer.data(), answer.size(), 0);
    if (last) ::kill(::getpid(), SIGKILL);
    if (size < 2) return tl::unexpected(card::LinkError::Unknown);
    answer.resize(static_cast<std::size_t>(size));
    return answer;
  }

 private:
  const int m_socket, m_dies_at;
  const bool m_after;
  int m_count = 0;
};

constexpr int kNeverWaited = 3;  // exit status of `work` where the till did not come so far

// `work` in a process of its own, which reaches `one` through a Wire on the socket. True: it lived, and did not leave
// by a status of its own.
inline bool inChild(VirtualDesfire& one, const std::function<void(int socket)>& work) {
  int sockets[2] = {-1, -1};
  REQUIRE(::socketpair(AF_UNIX, SOCK_SEQPACKET, 0, sockets) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::close(sockets[0]);
    work(sockets[1]);
    ::_exit(0);
  }
  ::close(sockets[1]);
  const base::Fd served(sockets[0]);
  base::Bytes command(4096);
  for (;;) {
    const ssize_t size = ::recv(served.get(), command.data(), command.size(), 0);
    if (size <= 0) break;
    const auto answer = one.exchange(base::ByteView(command).first(static_cast<std::size_t>(size)));
    if (answer && ::send(served.get(), answer->data(), answer->size(), MSG_NOSIGNAL) < 0) break;
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  one.leaveField();
  REQUIRE_FALSE((WIFEXITED(status) && WEXITSTATUS(status) == kNeverWaited));
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace kahui::test
