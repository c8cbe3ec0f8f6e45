#include <fcntl.h>
#include <linux/input.h>
#include <openssl/crypto.h>
#include <sys/ioctl.h>

#include <array>
#include <bit>
#include <cerrno>

#include "drivers/magstripe/device.hpp"
#include "drivers/magstripe/us_keys.hpp"

namespace kahui::magstripe {
namespace {

constexpr int kPressed = 1;  // 0: released, 2: held (repeated by the kernel, never by a reader)

class EvdevDevice final : public Device {
 public:
  EvdevDevice(const std::string& path, EvdevCalls calls)
      : m_path(path), m_name("evdev:" + path), m_calls(std::move(calls)) {}
  ~EvdevDevice() override { forget(); }
  EvdevDevice(const EvdevDevice&) = delete;
  EvdevDevice& operator=(const EvdevDevice&) = delete;

  [[nodiscard]] const std::string& name() const override { return m_name; }
  [[nodiscard]] ports::ReaderKind kind() const override { return ports::ReaderKind::Wedge; }

  tl::expected<Fd, Trouble> open() override {
    forget();
    Fd fd(m_calls.open(m_path.c_str()));
    if (fd.get() < 0 || m_calls.grab(fd.get()) != 0) return tl::unexpected(troubleOf(errno));
    return fd;
  }

  Input decode(std::uint8_t byte, char& out) override {
    m_record.at(m_filled++) = byte;
    if (m_filled < m_record.size()) return Input::Nothing;
    m_filled = 0;
    const auto event = std::bit_cast<input_event>(m_record);
    if (event.type == EV_SYN && event.code == SYN_DROPPED) {
      m_shifts = 0;
      return Input::Lost;
    }
    return event.type == EV_KEY ? key(event, out) : Input::Nothing;
  }

 private:
  Input key(const input_event& event, char& out) {
    if (isShiftKey(event.code)) {
      const unsigned bit = event.code == KEY_LEFTSHIFT ? 1U : 2U;
      m_shifts = event.value == 0 ? m_shifts & ~bit : m_shifts | bit;
      return Input::Nothing;
    }
    if (event.value != kPressed) return Input::Nothing;
    const auto character = usCharacter(event.code, m_shifts != 0);
    if (!character) return Input::Nothing;
    out = *character;
    return Input::Character;
  }

  void forget() {
    OPENSSL_cleanse(m_record.data(), m_record.size());
    m_filled = 0;
    m_shifts = 0;
  }

  const std::string m_path;
  const std::string m_name;
  const EvdevCalls m_calls;
  std::array<std::uint8_t, sizeof(input_event)> m_record{};
  std::size_t m_filled = 0;
  unsigned m_shifts = 0;  // which Shift keys are down
};

}  // namespace

EvdevCalls EvdevCalls::real() {
  return {.open = [](const char* path) { return ::open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC); },
          .grab = [](int fd) { return ::ioctl(fd, EVIOCGRAB, 1); }};
}

std::unique_ptr<Device> evdevDevice(const std::string& path, EvdevCalls calls) {
  return std::make_unique<EvdevDevice>(path, std::move(calls));
}

}  // namespace kahui::magstripe
