// The readers and scanners of one till as its settings name them, for a screen that shows, tests and changes them.
// Terms after UnifiedPOS: a device is opened when the settings name it; it is claimed and enabled while the till uses
// it, released while it is left to other programs; CheckHealth (interactive) waits for one card or scan.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/ports/card_reader.hpp"
#include "core/ports/device_finding.hpp"

namespace kahui::ports {

enum class DeviceLife {
  Released,  // open, claimed by nobody here
  Enabled,   // claimed; what it reads goes to the sale
  Testing,   // claimed; the next card or scan goes to the test and not to the sale
};

// What a device saw, without anything that identifies the card beyond the last digits.
struct DeviceEvent {
  enum class Kind { Card, Refused };
  Kind kind{};
  std::int64_t at_utc_ms = 0;
  CardClass card_class{};  // Card
  Trust trust{};           // Card
  std::string last{};      // Card: the last four signs of its number, fewer of a short one
  RefuseReason reason{};   // Refused
  bool operator==(const DeviceEvent&) const = default;
};

struct DeviceView {
  std::string spec;
  ReaderKind kind{};
  DeviceLife life = DeviceLife::Enabled;
  bool removable = true;               // false: no spec of the settings names it
  std::optional<ReaderState> state{};  // the worst of its readers; nothing while it has not told
  ReaderAdvice advice = ReaderAdvice::None;
  std::vector<std::string> readers{};  // behind a spec of the service: those that are there
  std::optional<DeviceEvent> last{};
  std::optional<DeviceEvent> tested{};  // the answer of the last test, until the next
  bool operator==(const DeviceView&) const = default;
};

// One state that a reader was in, and how often it came back to it within an hour of the last time.
struct HealthEntry {
  std::string reader;
  ReaderState state{};
  ReaderAdvice advice = ReaderAdvice::None;
  std::int64_t first_utc_ms = 0;
  std::int64_t last_utc_ms = 0;
  std::int64_t count = 1;
  bool operator==(const HealthEntry&) const = default;
};

enum class DeskAnswer {
  Done,
  BadSpec,       // not one of the forms, or a script that cannot be read
  AlreadyThere,  // it, or a spec that covers its readers
  TooMany,       // kMostDevices
  NotSaved,      // done for now, but the settings could not be written: gone at the next start
  UnknownDevice,
};

inline constexpr std::size_t kMostDevices = 16;

// From any thread; calls are taken one after the other. None waits for a card or a driver; examine() may take some
// seconds where a service hangs.
class DeviceDesk {
 public:
  virtual ~DeviceDesk() = default;
  [[nodiscard]] virtual std::vector<DeviceView> devices() const = 0;
  virtual DeskAnswer add(const std::string& spec) = 0;     // and claims it
  virtual DeskAnswer remove(const std::string& spec) = 0;  // releases it first
  virtual DeskAnswer claim(const std::string& spec) = 0;
  virtual DeskAnswer release(const std::string& spec) = 0;
  virtual DeskAnswer checkHealth(const std::string& spec) = 0;  // claims it if need be; ends with the next card or scan
  virtual DeskAnswer endCheck(const std::string& spec) = 0;     // what it reads goes to the sale again
  [[nodiscard]] virtual std::vector<Finding> examine() const = 0;
  [[nodiscard]] virtual std::vector<HealthEntry> health() const = 0;  // the newest first
  // Called from any thread when devices() answers otherwise; one listener, none: forget it.
  virtual void onChange(std::function<void()> listener) = 0;
};

}  // namespace kahui::ports
