// A device that types lines: what a serial reader and a keyboard wedge differ in.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "core/base/fd.hpp"
#include "core/base/result.hpp"
#include "core/ports/card_reader.hpp"

namespace kahui::magstripe {

using base::Fd;

// Why a device cannot be had now.
struct Trouble {
  ports::ReaderState state{};
  ports::ReaderAdvice advice{};
  bool operator==(const Trouble&) const = default;
};

// Of an errno that open() or what prepares a device gave.
[[nodiscard]] Trouble troubleOf(int error);

// One thread.
class Device {
 public:
  enum class Input { Nothing, Character, Lost };  // Lost: the device dropped something

  virtual ~Device() = default;
  [[nodiscard]] virtual const std::string& name() const = 0;
  [[nodiscard]] virtual ports::ReaderKind kind() const = 0;
  // Non-blocking, held against other programs, with nothing left in it of what came before.
  virtual tl::expected<Fd, Trouble> open() = 0;
  // The next byte that was read. Character: it is in `out`.
  virtual Input decode(std::uint8_t byte, char& out) = 0;
};

// A serial line, 8 data bits, no parity, one stop bit. Its name is `serial:PATH`. `baud` must be one of isBaud().
[[nodiscard]] std::unique_ptr<Device> serialDevice(const std::string& path, int baud);
inline constexpr int kDefaultBaud = 9600;
[[nodiscard]] bool isBaud(int baud);

// What of evdev the kernel does; tests put a pipe in its place. Both answer like the calls they stand for: -1 and
// errno.
struct EvdevCalls {
  std::function<int(const char* path)> open;
  std::function<int(int fd)> grab;
  static EvdevCalls real();
};

// A keyboard wedge (/dev/input/event*), grabbed: its keys reach no window, no input method and no other program. Never
// give it the keyboard that people type on. Its name is `evdev:PATH`.
[[nodiscard]] std::unique_ptr<Device> evdevDevice(const std::string& path, EvdevCalls calls = EvdevCalls::real());

}  // namespace kahui::magstripe
