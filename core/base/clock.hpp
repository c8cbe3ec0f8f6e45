// The clock is a port: nothing below the applications reads the system's time by itself.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "core/base/date.hpp"

namespace kahui::base {

struct WallTime {
  std::int64_t utc_ms = 0;  // since 1970-01-01T00:00:00Z
  int offset_min = 0;       // store's zone, minutes east of UTC

  [[nodiscard]] LocalTime local() const;
};

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual WallTime now() const = 0;
  [[nodiscard]] virtual std::chrono::steady_clock::time_point steadyNow() const = 0;
};

// The machine's clock in a named zone of the tz database; an unknown zone falls back to UTC+8.
class SystemClock final : public Clock {
 public:
  explicit SystemClock(const std::string& zone = "Asia/Shanghai");
  [[nodiscard]] WallTime now() const override;
  [[nodiscard]] std::chrono::steady_clock::time_point steadyNow() const override;

 private:
  const void* m_zone;  // date::time_zone of the process-wide tz database, never freed
};

// A clock that stands where it is put: demos, screenshots, tests.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(LocalTime start, int offset_min = 480);
  [[nodiscard]] WallTime now() const override { return m_now; }
  [[nodiscard]] std::chrono::steady_clock::time_point steadyNow() const override { return m_steady; }
  void set(LocalTime time);   // so much time passes
  void jump(LocalTime time);  // somebody set the clock
  void advance(std::chrono::milliseconds by);

 private:
  WallTime m_now;
  std::chrono::steady_clock::time_point m_steady{};
};

}  // namespace kahui::base
