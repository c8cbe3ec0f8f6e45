#include "tests/support/event_reader.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <utility>

#include "core/base/result.hpp"

namespace kahui::test {

namespace {
constexpr std::size_t kMostMessage = 70'000;
}

EventReader::EventReader()
    : m_listener(::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0)), m_stop(::eventfd(0, EFD_CLOEXEC)) {
  sockaddr_un name{};
  name.sun_family = AF_UNIX;
  const std::string path = address();
  KAHUI_ASSERT(path.size() < sizeof name.sun_path);
  std::memcpy(name.sun_path, path.c_str(), path.size());
  KAHUI_ASSERT(::bind(m_listener, reinterpret_cast<const sockaddr*>(&name), sizeof name) == 0);
  KAHUI_ASSERT(::listen(m_listener, 4) == 0);
  m_thread = std::thread([this] { serve(); });
}

EventReader::~EventReader() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t told = ::write(m_stop, &one, sizeof one);
  unplug();
  m_thread.join();
  ::close(m_listener);
  ::close(m_stop);
}

void EventReader::insert(VirtualCard::Responder responder, const base::Bytes& atr) {
  {
    std::unique_lock lock(m_mutex);
    m_responder = std::move(responder);
    KAHUI_ASSERT(m_driver_came.wait_for(lock, std::chrono::seconds(8), [&] { return m_socket >= 0; }));
  }
  send('I', atr);
}

void EventReader::remove() { send('R', {}); }

void EventReader::unplug() {
  const std::lock_guard lock(m_mutex);
  if (m_socket >= 0) ::shutdown(std::exchange(m_socket, -1), SHUT_RDWR);
}

void EventReader::send(char kind, base::ByteView body) {
  base::Bytes message{static_cast<std::uint8_t>(kind)};
  message.insert(message.end(), body.begin(), body.end());
  const std::lock_guard lock(m_mutex);
  if (m_socket >= 0) ::send(m_socket, message.data(), message.size(), MSG_NOSIGNAL);
}

void EventReader::serve() {
  for (;;) {
    std::array<pollfd, 2> waiting{{{m_listener, POLLIN, 0}, {m_stop, POLLIN, 0}}};
    if (::poll(waiting.data(), waiting.size(), -1) <= 0 || waiting[1].revents != 0) return;
    const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket < 0) return;
    {
      const std::lock_guard lock(m_mutex);
      m_socket = socket;
    }
    m_driver_came.notify_all();
    serveDriver(socket);
    const std::lock_guard lock(m_mutex);
    m_socket = -1;
    ::close(socket);
  }
}

void EventReader::serveDriver(int socket) {
  base::Bytes message(kMostMessage);
  for (;;) {
    const ssize_t got = ::recv(socket, message.data(), message.size(), 0);
    if (got <= 0) return;
    if (message.front() != 'T') continue;
    ++m_apdus;
    VirtualCard::Responder responder;
    {
      const std::lock_guard lock(m_mutex);
      responder = m_responder;
    }
    const auto answer = responder(base::ByteView(message).subspan(1, static_cast<std::size_t>(got) - 1));
    std::this_thread::sleep_for(answer.delay);
    if (answer.vanish)
      remove();
    else
      send('A', answer.bytes);
  }
}

}  // namespace kahui::test
