#include "tests/hq/bad_proxy.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <mutex>
#include <random>
#include <stdexcept>
#include <thread>

namespace kahui::test {

namespace {

constexpr int kPoll_ms = 50;

sockaddr_in local(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  return address;
}

bool sendAll(int socket, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t sent = ::send(socket, bytes, size, MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes += sent;
    size -= static_cast<std::size_t>(sent);
  }
  return true;
}

}  // namespace

struct BadProxy::Impl {
  std::mutex mutex;
  BadLine line;
  std::mt19937 random;
  std::thread accepting;
};

BadProxy::BadProxy(int target_port, const BadLine& line, unsigned seed)
    : m_target(target_port), m_impl(std::make_unique<Impl>()) {
  m_impl->line = line;
  m_impl->random.seed(seed);
  m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = local(0);
  socklen_t size = sizeof address;
  if (::bind(m_listener, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(m_listener, 64) != 0 ||
      ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size) != 0)
    throw std::runtime_error("the proxy cannot listen");
  m_port = ntohs(address.sin_port);
  m_impl->accepting = std::thread([this] { accept(); });
}

BadProxy::~BadProxy() {
  m_stopped = true;
  m_impl->accepting.join();
  while (m_live > 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  ::close(m_listener);
}

void BadProxy::setLine(const BadLine& line) {
  const std::lock_guard lock(m_impl->mutex);
  m_impl->line = line;
}

void BadProxy::accept() {
  while (!m_stopped) {
    pollfd ready{m_listener, POLLIN, 0};
    if (::poll(&ready, 1, kPoll_ms) <= 0) continue;
    const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) continue;
    unsigned seed = 0;
    {
      const std::lock_guard lock(m_impl->mutex);
      seed = static_cast<unsigned>(m_impl->random());
    }
    ++m_connections;
    ++m_live;
    std::thread([this, client, seed] {
      serve(client, seed);
      --m_live;
    }).detach();
  }
}

// One thread carries both directions, so that the pace is that of one line.
void BadProxy::serve(int client, unsigned seed) {
  std::mt19937 random(seed);
  BadLine line;
  {
    const std::lock_guard lock(m_impl->mutex);
    line = m_impl->line;
  }
  const auto roll = [&](std::int64_t below) {
    return static_cast<std::int64_t>(random() % static_cast<unsigned>(below));
  };
  std::int64_t left = roll(100) < line.cut_percent ? 1 + roll(line.cut_most_bytes) : -1;  // -1: it is not cut
  const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = local(m_target);
  bool open = ::connect(server, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  std::int64_t down = 0;
  std::array<char, 1400> piece{};  // about a packet
  while (open && !m_stopped) {
    std::array<pollfd, 2> ready{pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
    if (::poll(ready.data(), ready.size(), kPoll_ms) <= 0) continue;
    for (const bool up : {true, false}) {
      if (!open || (ready[up ? 0 : 1].revents & (POLLIN | POLLHUP | POLLERR)) == 0) continue;
      const ssize_t got = ::recv(up ? client : server, piece.data(), piece.size(), 0);
      if (got <= 0) {
        open = false;
        break;
      }
      auto pass = static_cast<std::int64_t>(got);
      if (line.bytes_per_s > 0)
        std::this_thread::sleep_for(std::chrono::microseconds(pass * 1'000'000 / line.bytes_per_s));
      if (line.stall_percent > 0 && roll(100) < line.stall_percent)
        std::this_thread::sleep_for(std::chrono::milliseconds(line.stall_ms));
      if (!up) down += pass;
      std::int64_t wanted = m_cut_down;
      const bool download = !up && wanted > 0 && down >= wanted && m_cut_down.compare_exchange_strong(wanted, 0);
      if (download || (left >= 0 && left < pass)) {
        if (!download) pass = left;
        open = false;
        if (const int other = m_after_cut.exchange(0); other != 0) m_target = other;
        ++m_cuts;
      }
      (up ? m_up : m_down) += pass;
      if (left >= 0) left -= pass;
      if (!sendAll(up ? server : client, piece.data(), static_cast<std::size_t>(pass))) open = false;
    }
  }
  ::close(server);
  ::close(client);
}

}  // namespace kahui::test
