// A pcscd of the test's own, with virtual readers (vpcd) of its own: no root needed, nothing shared with a daemon of
// the machine. The socket's path is fixed for the process, because libpcsclite reads PCSCLITE_CSOCK_NAME once; so one
// at a time per process.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/temp_folder.hpp"

namespace kahui::test {

class PrivatePcscd {
 public:
  // Points this process's PC/SC at the private socket. The daemon does not run yet. `readers` vpcd readers of two slots
  // each. `event_readers`: addresses of EventReaders, one slot each.
  explicit PrivatePcscd(int readers = 1, std::vector<std::string> event_readers = {});
  ~PrivatePcscd();
  PrivatePcscd(const PrivatePcscd&) = delete;
  PrivatePcscd& operator=(const PrivatePcscd&) = delete;

  // Returns when every virtual reader listens; stops the program if that does not happen (a test without it proves
  // nothing).
  void start();
  // SIGTERM removes pcscd's files as an orderly end does; SIGKILL leaves the stale socket of a crash.
  void stop(int signal);
  // SIGSTOP and SIGCONT.
  void pause();
  void resume();

  // The port at which a card for this slot connects. Names are reader(0), …
  [[nodiscard]] std::uint16_t port(int slot) const;
  [[nodiscard]] std::string reader(int slot) const;
  [[nodiscard]] static std::string eventReader(int number);
  [[nodiscard]] static std::string socketPath();

 private:
  void writeConfig();
  void launch();
  bool waitUntilListening();

  const int m_readers;
  const std::vector<std::string> m_event_readers;
  TempFolder m_folder;
  std::vector<std::uint16_t> m_ports;  // of the first slot of each reader
  pid_t m_pid = -1;
};

}  // namespace kahui::test
