#include "drivers/printer/transport.hpp"

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstring>

namespace kahui::printer {

using base::ErrorCode;

namespace {

constexpr int kPort = 9100;
constexpr int kConnect_ms = 3000;

tl::unexpected<base::Error> failed(const std::string& where) {
  const int error = errno;
  const bool gone = error == ENOENT || error == ENODEV || error == ENXIO || error == ECONNREFUSED ||
                    error == EHOSTUNREACH || error == ENETUNREACH || error == EPIPE || error == ECONNRESET ||
                    error == ETIMEDOUT || error == EIO;
  const ErrorCode code = gone ? ErrorCode::DeviceGone : error == EBUSY ? ErrorCode::DeviceBusy : ErrorCode::DeviceFault;
  return base::fail(code, where + ": " + std::strerror(error));
}

std::optional<int> number(std::string_view text, int low, int high) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < low || value > high) return std::nullopt;
  return value;
}

speed_t speedOf(int baud) {
  switch (baud) {
    case 1200: return B1200;
    case 2400: return B2400;
    case 4800: return B4800;
    case 9600: return B9600;
    case 19200: return B19200;
    case 38400: return B38400;
    case 57600: return B57600;
    case 115200: return B115200;
    default: return B0;
  }
}

bool waitFor(int fd, short what, int wait_ms) {
  pollfd one{fd, what, 0};
  int ready = -1;
  do ready = ::poll(&one, 1, wait_ms);
  while (ready < 0 && errno == EINTR);
  if (ready == 0) errno = ETIMEDOUT;
  return ready > 0 && (one.revents & (what | POLLERR | POLLHUP)) != 0;
}

}  // namespace

base::Result<Way> parseWay(const std::string& spec, int default_baud) {
  const auto colon = spec.find(':');
  const std::string kind = spec.substr(0, colon);
  const std::string rest = colon == std::string::npos ? std::string() : spec.substr(colon + 1);
  if (rest.empty() || rest.front() == '-') return base::fail(ErrorCode::BadInput, spec + ": a place is missing");
  if (kind == "file") return Way{WayKind::File, rest, 0};
  if (kind == "usb") return Way{WayKind::Usb, rest, 0};
  if (kind == "cups") return Way{WayKind::Cups, rest, 0};
  if (kind == "serial") {
    const auto comma = rest.rfind(',');
    if (comma == std::string::npos) return Way{WayKind::Serial, rest, default_baud};
    const auto baud = number(std::string_view(rest).substr(comma + 1), 1200, 115200);
    if (!baud || speedOf(*baud) == B0) return base::fail(ErrorCode::BadInput, spec + ": no such speed");
    return Way{WayKind::Serial, rest.substr(0, comma), *baud};
  }
  if (kind == "tcp") {
    const auto mark = rest.rfind(':');
    if (mark == std::string::npos) return Way{WayKind::Tcp, rest, kPort};
    const auto port = number(std::string_view(rest).substr(mark + 1), 1, 65535);
    if (!port) return base::fail(ErrorCode::BadInput, spec + ": no such port");
    return Way{WayKind::Tcp, rest.substr(0, mark), *port};
  }
  return base::fail(ErrorCode::BadInput, spec + ": file:, usb:, serial:, tcp: or cups: is expected");
}

base::Status Transport::openDevice(int flags) {
  m_fd = base::Fd(::open(m_way.place.c_str(), flags | O_CLOEXEC, 0600));
  if (m_fd.get() < 0) return failed(m_way.place);
  return {};
}

base::Status Transport::setSerial() {
  termios line{};
  if (::tcgetattr(m_fd.get(), &line) != 0) return failed(m_way.place);
  ::cfmakeraw(&line);
  line.c_cflag |= CLOCAL | CREAD | CS8;
  line.c_cflag &= ~static_cast<tcflag_t>(CSTOPB | PARENB | CRTSCTS);
  ::cfsetispeed(&line, speedOf(m_way.number));
  ::cfsetospeed(&line, speedOf(m_way.number));
  if (::tcsetattr(m_fd.get(), TCSANOW, &line) != 0) return failed(m_way.place);
  return {};
}

base::Status Transport::openTcp() {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const std::string port = std::to_string(m_way.number);
  if (::getaddrinfo(m_way.place.c_str(), port.c_str(), &hints, &found) != 0)
    return base::fail(ErrorCode::DeviceGone, m_way.place + ": no such host");
  base::Status opened = base::fail(ErrorCode::DeviceGone, m_way.place);
  for (const addrinfo* at = found; at != nullptr && !opened; at = at->ai_next) {
    base::Fd fd(::socket(at->ai_family, at->ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, at->ai_protocol));
    if (fd.get() < 0) continue;
    if (::connect(fd.get(), at->ai_addr, at->ai_addrlen) != 0 &&
        (errno != EINPROGRESS || !waitFor(fd.get(), POLLOUT, kConnect_ms))) {
      opened = failed(m_way.place);
      continue;
    }
    int error = 0;
    socklen_t size = sizeof error;
    ::getsockopt(fd.get(), SOL_SOCKET, SO_ERROR, &error, &size);
    errno = error;
    if (error != 0) {
      opened = failed(m_way.place);
      continue;
    }
    m_fd = std::move(fd);
    opened = base::Status{};
  }
  ::freeaddrinfo(found);
  return opened;
}

base::Status Transport::open() {
  if (m_open) return {};
  base::Status opened;
  switch (m_way.kind) {
    case WayKind::File: opened = openDevice(O_WRONLY | O_CREAT | O_APPEND); break;
    case WayKind::Usb:
      opened = openDevice(O_RDWR | O_NONBLOCK);
      if (!opened) opened = openDevice(O_WRONLY | O_NONBLOCK);  // a printer that does not speak
      break;
    case WayKind::Serial:
      opened = openDevice(O_RDWR | O_NOCTTY | O_NONBLOCK);
      if (opened) opened = setSerial();
      break;
    case WayKind::Tcp: opened = openTcp(); break;
    case WayKind::Cups: break;
  }
  m_open = opened.has_value();
  return opened;
}

void Transport::close() {
  m_fd = base::Fd();
  m_open = false;
}

base::Status Transport::write(base::ByteView bytes) {
  if (!m_open) KAHUI_TRY(open());
  if (m_way.kind == WayKind::Cups) return writeCups(bytes);
  const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(kWrite_ms);
  while (!bytes.empty()) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    errno = ETIMEDOUT;
    if (left.count() <= 0 || !waitFor(m_fd.get(), POLLOUT, static_cast<int>(left.count()))) {
      auto error = failed(m_way.place);
      close();
      return error;
    }
    const ssize_t sent = m_way.kind == WayKind::Tcp ? ::send(m_fd.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL)
                                                    : ::write(m_fd.get(), bytes.data(), bytes.size());
    if (sent < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (sent <= 0) {
      auto error = failed(m_way.place);
      close();
      return error;
    }
    bytes = bytes.subspan(static_cast<std::size_t>(sent));
  }
  return {};
}

std::optional<std::uint8_t> Transport::ask(base::ByteView question, int wait_ms) {
  if (m_way.kind == WayKind::File || m_way.kind == WayKind::Cups) return std::nullopt;
  if (!write(question) || !waitFor(m_fd.get(), POLLIN, wait_ms)) return std::nullopt;
  std::uint8_t answer = 0;
  return ::read(m_fd.get(), &answer, 1) == 1 ? std::optional(answer) : std::nullopt;
}

// lp reads the job from its input and answers for the queue; the printer's own state is CUPS's matter.
base::Status Transport::writeCups(base::ByteView bytes) const {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return failed("pipe");
  base::Fd read_end(ends[0]);
  base::Fd write_end(ends[1]);
  const pid_t child = ::fork();
  if (child < 0) return failed("fork");
  if (child == 0) {
    ::dup2(read_end.get(), STDIN_FILENO);
    const int nowhere = ::open("/dev/null", O_RDWR);
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    ::execlp("lp", "lp", "-d", m_way.place.c_str(), "-o", "raw", "-s", static_cast<char*>(nullptr));
    ::_exit(127);
  }
  read_end = base::Fd();
  bool written = true;
  sigset_t pipe_signal, before;
  sigemptyset(&pipe_signal);
  sigaddset(&pipe_signal, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe_signal, &before);
  while (!bytes.empty()) {
    const ssize_t sent = ::write(write_end.get(), bytes.data(), bytes.size());
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) {
      written = false;
      break;
    }
    bytes = bytes.subspan(static_cast<std::size_t>(sent));
  }
  const timespec none{};
  while (sigtimedwait(&pipe_signal, nullptr, &none) > 0) {
  }
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  write_end = base::Fd();
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (written && WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
    return base::fail(ErrorCode::ServiceDown, "lp: the program is missing; install cups-client");
  return base::fail(ErrorCode::DeviceGone, "lp: the queue " + m_way.place + " takes no job");
}

}  // namespace kahui::printer
