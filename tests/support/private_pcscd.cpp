#include "tests/support/private_pcscd.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>
#include <fstream>
#include <thread>

namespace kahui::test {
namespace {

using namespace std::chrono_literals;

constexpr const char* kDriver = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so";

// pcscd writes its pid to /run/pcscd and at its end unlinks it, whoever's it is: give it a /run/pcscd of its own.
constexpr const char* kScript =
    "if [ -d /run/pcscd ]; then mount -t tmpfs none /run/pcscd; else mount -t tmpfs none /run && mkdir /run/pcscd; fi"
    " && export LISTEN_FDS=1 LISTEN_PID=$$ && exec /usr/sbin/pcscd --foreground --config \"$1\"";

bool isFree(std::uint16_t port) {
  const int probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int on = 1;
  ::setsockopt(probe, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  const bool bound = ::bind(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  ::close(probe);
  return bound;
}

// Below the ephemeral range, spread by process, so that parallel tests rarely meet; a taken one is passed over.
std::uint16_t freePortPair() {
  static std::uint32_t next = static_cast<std::uint32_t>(::getpid()) * 7919U;
  for (int tries = 0; tries < 5000; ++tries) {
    const auto port = static_cast<std::uint16_t>(12000U + next++ * 2U % 18000U);
    if (isFree(port) && isFree(static_cast<std::uint16_t>(port + 1))) return port;
  }
  KAHUI_ASSERT(false && "no free port");
}

// A listening port of vpcd cannot be probed by connecting: that would be a card. The kernel's table tells.
bool isListening(std::uint16_t port) {
  std::ifstream table("/proc/net/tcp");
  std::array<char, 8> wanted{};
  std::snprintf(wanted.data(), wanted.size(), ":%04X", port);
  for (std::string line; std::getline(table, line);) {
    const std::size_t local = line.find(wanted.data());
    if (local != std::string::npos && local < 20 && line.find(" 0A ", local) != std::string::npos) return true;
  }
  return false;
}

// Two entries of one name count as one reader.
std::string friendlyName(int reader) { return std::string("Virtual PCD ") + static_cast<char>('A' + reader); }

std::string eventName(int reader) { return std::string("Event Reader ") + static_cast<char>('A' + reader); }

const TempFolder& socketFolder() {
  static const TempFolder folder;
  return folder;
}

int listenAt(const std::string& path) {
  const int listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  KAHUI_ASSERT(path.size() < sizeof address.sun_path);
  std::memcpy(address.sun_path, path.c_str(), path.size());
  ::unlink(path.c_str());
  KAHUI_ASSERT(::bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  KAHUI_ASSERT(::listen(listener, 16) == 0);
  return listener;
}

}  // namespace

PrivatePcscd::PrivatePcscd(int readers, std::vector<std::string> event_readers)
    : m_readers(readers), m_event_readers(std::move(event_readers)) {
  ::setenv("PCSCLITE_CSOCK_NAME", socketPath().c_str(), 1);
  for (int i = 0; i < readers; ++i) m_ports.push_back(freePortPair());
}

PrivatePcscd::~PrivatePcscd() { stop(SIGKILL); }

std::string PrivatePcscd::socketPath() { return (socketFolder().path() / "pcscd.comm").string(); }

void PrivatePcscd::start() {
  KAHUI_ASSERT(m_pid < 0);
  for (int tries = 0; tries < 5; ++tries) {
    writeConfig();
    launch();
    if (waitUntilListening()) return;
    stop(SIGKILL);
    for (std::uint16_t& port : m_ports) port = freePortPair();
  }
  KAHUI_ASSERT(false && "the private pcscd with vpcd does not start; see packaging/dependencies");
}

// vpcd keeps its slots in static variables, so each further reader needs a copy of the library.
void PrivatePcscd::writeConfig() {
  std::filesystem::create_directories(m_folder.path() / "conf");
  std::ofstream config(m_folder.path() / "conf" / "vpcd");
  for (std::size_t i = 0; i < m_ports.size(); ++i) {
    const auto driver = m_folder.path() / ("libifdvpcd" + std::to_string(i) + ".so");
    std::filesystem::copy_file(kDriver, driver, std::filesystem::copy_options::overwrite_existing);
    config << "FRIENDLYNAME \"" << friendlyName(static_cast<int>(i)) << "\"\nDEVICENAME /dev/null:" << m_ports[i]
           << "\nLIBPATH " << driver.string() << "\nCHANNELID " << m_ports[i] << "\n\n";
  }
  for (std::size_t i = 0; i < m_event_readers.size(); ++i)
    config << "FRIENDLYNAME \"" << eventName(static_cast<int>(i)) << "\"\nDEVICENAME " << m_event_readers[i]
           << "\nLIBPATH " << KAHUI_EVENT_IFD << "\n\n";
}

void PrivatePcscd::launch() {
  const int listener = listenAt(socketPath());
  const std::string log = (m_folder.path() / "pcscd.log").string();
  const std::string config = (m_folder.path() / "conf").string();
  const bool root = ::geteuid() == 0;
  m_pid = ::fork();
  KAHUI_ASSERT(m_pid >= 0);
  if (m_pid == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // a test that is killed must not leave a daemon behind
    const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    ::dup2(out, 1);
    ::dup2(out, 2);
    ::dup2(listener, 3);
    ::closefrom(4);
    ::execlp("unshare", "unshare", root ? "-m" : "-Urm", "sh", "-c", kScript, "sh", config.c_str(), nullptr);
    ::_exit(127);
  }
  ::close(listener);
}

bool PrivatePcscd::waitUntilListening() {
  const auto deadline = std::chrono::steady_clock::now() + 10s;
  while (std::chrono::steady_clock::now() < deadline) {
    if (::waitpid(m_pid, nullptr, WNOHANG) == m_pid) {
      m_pid = -1;
      return false;
    }
    bool all = true;
    for (int slot = 0; slot < 2 * m_readers; ++slot) all = all && isListening(port(slot));
    if (all) return true;
    std::this_thread::sleep_for(5ms);
  }
  return false;
}

void PrivatePcscd::stop(int signal) {
  if (m_pid < 0) return;
  ::kill(m_pid, SIGCONT);
  ::kill(m_pid, signal);
  ::waitpid(m_pid, nullptr, 0);
  m_pid = -1;
}

void PrivatePcscd::pause() { ::kill(m_pid, SIGSTOP); }
void PrivatePcscd::resume() { ::kill(m_pid, SIGCONT); }

std::uint16_t PrivatePcscd::port(int slot) const {
  return static_cast<std::uint16_t>(m_ports.at(static_cast<std::size_t>(slot / 2)) + slot % 2);
}

std::string PrivatePcscd::eventReader(int number) { return eventName(number) + " 00 00"; }

std::string PrivatePcscd::reader(int slot) const { return friendlyName(slot / 2) + " 00 0" + std::to_string(slot % 2); }

}  // namespace kahui::test
