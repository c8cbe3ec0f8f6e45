// A contactless card for vpcd, vsmartcard's virtual reader: it is present as long as its TCP connection is open. Each
// message is a big-endian length of two bytes and a body; a body of one byte is control (0 off, 1 on, 2 reset, 4 ATR
// wanted), a longer one an APDU.
//
// insert() and remove() belong to one thread; the card answers from a thread of its own.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <thread>

#include "core/base/bytes.hpp"

namespace kahui::test {

class VirtualCard {
 public:
  // What the card does with an APDU. An empty `bytes` hangs vpcd's slot for ever (it waits for the rest).
  struct Answer {
    base::Bytes bytes{};
    bool vanish = false;  // leaves the field instead of answering
    std::chrono::milliseconds delay{0};
  };
  using Responder = std::function<Answer(base::ByteView apdu)>;

  VirtualCard(std::uint16_t port, Responder responder, base::Bytes atr = storageAtr());
  ~VirtualCard();
  VirtualCard(const VirtualCard&) = delete;
  VirtualCard& operator=(const VirtualCard&) = delete;

  // False if nobody listens at the port.
  bool insert();
  void remove();
  [[nodiscard]] int apdus() const { return m_apdus; }

  // A storage card as readers present it (PC/SC part 3): this one names a Mifare Ultralight.
  static base::Bytes storageAtr();
  // Answers GET DATA (FF CA 00 00) with `uid`, anything else with 6D00.
  static Responder withUid(base::Bytes uid);

 private:
  void serve(int socket);

  const std::uint16_t m_port;
  const Responder m_responder;
  const base::Bytes m_atr;
  int m_socket = -1;
  std::atomic<int> m_apdus{0};
  std::thread m_thread;
};

}  // namespace kahui::test
