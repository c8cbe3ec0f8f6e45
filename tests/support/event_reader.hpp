// A reader whose driver tells pcscd of each change at once (event_ifd.cpp), as those of USB readers do: taps of some
// milliseconds, and readers that are pulled out. PrivatePcscd is given its address. One thread uses it; its cards
// answer from a thread of its own.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "core/base/bytes.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/support/virtual_card.hpp"

namespace kahui::test {

class EventReader {
 public:
  EventReader();  // listens; the daemon's driver comes by itself
  ~EventReader();
  EventReader(const EventReader&) = delete;
  EventReader& operator=(const EventReader&) = delete;

  [[nodiscard]] std::string address() const { return (m_folder.path() / "reader").string(); }

  // Waits for a driver, some seconds at most. Empty `bytes` are an answer of no byte.
  void insert(VirtualCard::Responder responder, const base::Bytes& atr = VirtualCard::storageAtr());
  void remove();
  void unplug();  // until a driver comes anew
  [[nodiscard]] int apdus() const { return m_apdus; }

 private:
  void serve();
  void serveDriver(int socket);
  void send(char kind, base::ByteView body);

  TempFolder m_folder;
  int m_listener = -1;
  int m_stop = -1;
  std::mutex m_mutex;  // over m_socket and m_responder
  std::condition_variable m_driver_came;
  int m_socket = -1;  // of the driver; -1: none, or unplugged
  VirtualCard::Responder m_responder;
  std::atomic<int> m_apdus{0};
  std::thread m_thread;
};

}  // namespace kahui::test
