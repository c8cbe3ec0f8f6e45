// An X server of the test's own with a keyboard that plays keys at their times.
#pragma once

#include <xcb/xcb.h>

#include <QApplication>
#include <functional>
#include <optional>
#include <string>

#include "tests/drivers/wedge_keys.hpp"
#include "tests/support/child_process.hpp"

namespace kahui::test {

// Starts Xvfb and names it in DISPLAY; ends with the object. Where KAHUI_DISPLAY names one, that one is used and left.
class Display {
 public:
  Display();
  ~Display();  // gently, so that it takes its lock file along
  Display(const Display&) = delete;
  Display& operator=(const Display&) = delete;
  [[nodiscard]] const std::string& name() const { return m_name; }
  // us, cn, fr, de …
  void setLayout(const std::string& layout) const;

 private:
  std::optional<ChildProcess> m_server;
  std::string m_name;
};

class VirtualKeyboard {
 public:
  VirtualKeyboard();
  ~VirtualKeyboard();
  VirtualKeyboard(const VirtualKeyboard&) = delete;
  VirtualKeyboard& operator=(const VirtualKeyboard&) = delete;

  void focus(WId window) const;
  // Each key at its time from another thread, while this one serves the windows; then `settle_ms` more.
  void play(const Keys& keys, int settle_ms = 300) const;
  void tap(std::uint32_t code) const;

 private:
  void send(const magstripe::Key& key) const;

  xcb_connection_t* m_connection;
};

// The one of this program; main() sets it.
const Display*& currentDisplay();

// Serves the windows until `done` or the time is over.
bool serveUntil(const std::function<bool()>& done, int limit_ms = 3000);

}  // namespace kahui::test
