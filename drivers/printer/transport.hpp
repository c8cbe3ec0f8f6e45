// The ways to a printer or a display. SPEC: `file:PATH` (appended to), `usb:/dev/usb/lp0`, `serial:PATH[,BAUD]`,
// `tcp:HOST[:PORT]` (9100), `cups:QUEUE` (raw, by lp). One thread at a time; write() may block up to kWrite_ms.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/base/bytes.hpp"
#include "core/base/fd.hpp"
#include "core/base/result.hpp"

namespace kahui::printer {

enum class WayKind { File, Usb, Serial, Tcp, Cups };

struct Way {
  WayKind kind{};
  std::string place;  // path, host or queue
  int number = 0;     // baud, port
  bool operator==(const Way&) const = default;
};

// BadInput; detail names what is wrong.
base::Result<Way> parseWay(const std::string& spec, int default_baud = 9600);

class Transport {
 public:
  static constexpr int kWrite_ms = 5000;

  explicit Transport(Way way) : m_way(std::move(way)) {}

  base::Status open();  // DeviceGone, DeviceBusy, DeviceFault
  void close();
  [[nodiscard]] bool isOpen() const { return m_open; }
  base::Status write(base::ByteView bytes);  // all of them. DeviceGone, DeviceFault
  // Sends a question and waits for one byte; nothing where the way cannot answer or the device does not.
  std::optional<std::uint8_t> ask(base::ByteView question, int wait_ms);

 private:
  base::Status openDevice(int flags);
  base::Status openTcp();
  base::Status setSerial();
  base::Status writeCups(base::ByteView bytes) const;

  Way m_way;
  base::Fd m_fd;
  bool m_open = false;
};

}  // namespace kahui::printer
