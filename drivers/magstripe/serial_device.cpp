#include <fcntl.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <termios.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "drivers/magstripe/device.hpp"

namespace kahui::magstripe {
namespace {

struct Speed {
  int baud;
  speed_t code;
};

constexpr std::array kSpeeds = {Speed{1200, B1200},   Speed{2400, B2400},     Speed{4800, B4800},
                                Speed{9600, B9600},   Speed{19200, B19200},   Speed{38400, B38400},
                                Speed{57600, B57600}, Speed{115200, B115200}, Speed{230400, B230400}};

const Speed* speedOf(int baud) {
  const auto* found = std::find_if(kSpeeds.begin(), kSpeeds.end(), [=](const Speed& one) { return one.baud == baud; });
  return found == kSpeeds.end() ? nullptr : found;
}

// Answers 0 or errno.
int prepare(int fd, speed_t speed) {
  if (::isatty(fd) == 0) return ENOTTY;
  // Both: the lock also keeps out our own programs when they run as root, whom TIOCEXCL does not bind.
  if (::flock(fd, LOCK_EX | LOCK_NB) != 0) return errno == EWOULDBLOCK ? EBUSY : errno;
  if (::ioctl(fd, TIOCEXCL) != 0) return errno;
  termios line{};
  if (::tcgetattr(fd, &line) != 0) return errno;
  ::cfmakeraw(&line);
  line.c_iflag |= IGNBRK;  // a plug being pushed in is no character
  line.c_cflag &= ~static_cast<tcflag_t>(CSTOPB | CRTSCTS);
  line.c_cflag |= CLOCAL | CREAD;
  if (::cfsetispeed(&line, speed) != 0 || ::cfsetospeed(&line, speed) != 0) return errno;
  if (::tcsetattr(fd, TCSANOW, &line) != 0) return errno;
  return ::tcflush(fd, TCIFLUSH) == 0 ? 0 : errno;
}

class SerialDevice final : public Device {
 public:
  SerialDevice(const std::string& path, speed_t speed) : m_path(path), m_name("serial:" + path), m_speed(speed) {}

  [[nodiscard]] const std::string& name() const override { return m_name; }
  [[nodiscard]] ports::ReaderKind kind() const override { return ports::ReaderKind::Serial; }

  tl::expected<Fd, Trouble> open() override {
    // Links are followed: udev gives readers their stable names by links.
    Fd fd(::open(m_path.c_str(), O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
    if (fd.get() < 0) return tl::unexpected(troubleOf(errno));
    if (const int error = prepare(fd.get(), m_speed); error != 0) return tl::unexpected(troubleOf(error));
    return fd;
  }

  Input decode(std::uint8_t byte, char& out) override {
    out = static_cast<char>(byte);
    return Input::Character;
  }

 private:
  const std::string m_path;
  const std::string m_name;
  const speed_t m_speed;
};

}  // namespace

bool isBaud(int baud) { return speedOf(baud) != nullptr; }

std::unique_ptr<Device> serialDevice(const std::string& path, int baud) {
  const Speed* speed = speedOf(baud);
  KAHUI_ASSERT(speed != nullptr);
  return std::make_unique<SerialDevice>(path, speed->code);
}

}  // namespace kahui::magstripe
