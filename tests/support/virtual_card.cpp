#include "tests/support/virtual_card.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <optional>

namespace kahui::test {
namespace {

constexpr std::uint8_t kGiveAtr = 4;

// vpcd sends length and body in two writes: without an immediate acknowledgement each exchange takes 40 ms.
bool receive(int socket, std::uint8_t* to, std::size_t size) {
  while (size > 0) {
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
    const ssize_t got = ::recv(socket, to, size, 0);
    if (got <= 0) return false;
    to += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

std::optional<base::Bytes> receiveMessage(int socket) {
  std::array<std::uint8_t, 2> length{};
  if (!receive(socket, length.data(), length.size())) return std::nullopt;
  base::Bytes body(static_cast<std::size_t>(length[0] << 8 | length[1]));
  if (!receive(socket, body.data(), body.size())) return std::nullopt;
  return body;
}

void sendMessage(int socket, const base::Bytes& body) {
  base::Bytes message{static_cast<std::uint8_t>(body.size() >> 8), static_cast<std::uint8_t>(body.size())};
  message.insert(message.end(), body.begin(), body.end());
  ::send(socket, message.data(), message.size(), MSG_NOSIGNAL);
}

}  // namespace

VirtualCard::VirtualCard(std::uint16_t port, Responder responder, base::Bytes atr)
    : m_port(port), m_responder(std::move(responder)), m_atr(std::move(atr)) {}

VirtualCard::~VirtualCard() { remove(); }

bool VirtualCard::insert() {
  remove();
  m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int on = 1;
  ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(m_port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    ::close(m_socket);
    m_socket = -1;
    return false;
  }
  m_thread = std::thread(&VirtualCard::serve, this, m_socket);
  return true;
}

void VirtualCard::remove() {
  if (m_socket < 0) return;
  ::shutdown(m_socket, SHUT_RDWR);
  m_thread.join();
  ::close(m_socket);
  m_socket = -1;
}

void VirtualCard::serve(int socket) {
  while (const auto message = receiveMessage(socket)) {
    if (message->size() == 1) {
      if (message->front() == kGiveAtr) sendMessage(socket, m_atr);
      continue;
    }
    ++m_apdus;
    const Answer answer = m_responder(*message);
    if (answer.delay.count() > 0) std::this_thread::sleep_for(answer.delay);
    if (answer.vanish) {
      ::shutdown(socket, SHUT_RDWR);
      return;
    }
    sendMessage(socket, answer.bytes);
  }
}

base::Bytes VirtualCard::storageAtr() { return *base::fromHex("3B8F8001804F0CA0000003060300030000000068"); }

VirtualCard::Responder VirtualCard::withUid(base::Bytes uid) {
  return [uid = std::move(uid)](base::ByteView apdu) {
    const bool wants_uid = apdu.size() >= 4 && apdu[0] == 0xFF && apdu[1] == 0xCA && apdu[2] == 0 && apdu[3] == 0;
    if (!wants_uid) return Answer{.bytes = {0x6D, 0x00}};
    Answer answer{.bytes = uid};
    answer.bytes.insert(answer.bytes.end(), {0x90, 0x00});
    return answer;
  };
}

}  // namespace kahui::test
