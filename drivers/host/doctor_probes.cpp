// The probes on a real machine.
#include <grp.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "core/base/fd.hpp"
#include "drivers/host/doctor.hpp"
#include "drivers/nfc/nfc_reader.hpp"

namespace kahui::host {
namespace {

constexpr const char* kDefaultSocket = "/run/pcscd/pcscd.comm";
constexpr const char* kProgramFolders[] = {"/usr/sbin", "/usr/local/sbin", "/usr/bin"};
constexpr const char* kLibrary = "libpcsclite";

// As libpcsclite finds it.
std::string servicePath() {
  const char* own = std::getenv("PCSCLITE_CSOCK_NAME");
  return own != nullptr ? own : kDefaultSocket;
}

// 0 or errno.
int connectTo(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof address.sun_path) return ENAMETOOLONG;
  std::memcpy(address.sun_path, path.data(), path.size());
  const base::Fd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  // The sockets interface takes every kind of address through one type.
  const auto* any = reinterpret_cast<const sockaddr*>(&address);
  return ::connect(socket.get(), any, sizeof address) == 0 ? 0 : errno;
}

ServiceLook lookAtService() {
  const int error = connectTo(servicePath());
  if (error == EACCES || error == EPERM) return {ServiceLook::State::Refused};
  if (error == EAGAIN) return {ServiceLook::State::Silent};  // it does not even take the connection
  if (error != 0) return {};
  auto readers = listReaders({"pcsc"});
  if (readers) return {ServiceLook::State::Answers, *std::move(readers)};
  return {readers.error().detail == "pcscd refuses access" ? ServiceLook::State::Refused : ServiceLook::State::Silent};
}

std::string groupOf(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return {};
  const group* found = ::getgrgid(info.st_gid);
  return found != nullptr ? found->gr_name : std::to_string(info.st_gid);
}

std::optional<ports::ReaderChanged> openOnce(const ReaderSpec& spec) {
  std::string text;
  switch (spec.kind) {
    case ports::ReaderKind::Serial: text = "serial:" + spec.argument + "," + std::to_string(spec.baud); break;
    case ports::ReaderKind::Wedge: text = "evdev:" + spec.argument; break;
    case ports::ReaderKind::Nfc: text = "nfc:" + spec.argument; break;
    case ports::ReaderKind::Pcsc:
    case ports::ReaderKind::Sim: return std::nullopt;
  }
  const auto seen = listReaders({text});
  if (!seen || seen->empty()) return std::nullopt;
  return seen->front();
}

}  // namespace

DoctorProbes DoctorProbes::real() {
  DoctorProbes probes;
  probes.service_installed = [] {
    for (const char* folder : kProgramFolders)
      if (::access((std::filesystem::path(folder) / "pcscd").c_str(), X_OK) == 0) return true;
    return false;
  };
  probes.service = lookAtService;
  probes.service_users = [] { return Processes().usersOf(kLibrary); };
  probes.access = [](const std::string& path, int mode) { return ::access(path.c_str(), mode) == 0 ? 0 : errno; };
  probes.holders = [](const std::string& path) { return Processes().holdersOf(path); };
  probes.group = groupOf;
  probes.modules = [] { return Processes().modules(); };
  probes.open = openOnce;
  probes.helper = nfc::Options::defaultProgram();
  probes.own_pid = ::getpid();
  return probes;
}

}  // namespace kahui::host
