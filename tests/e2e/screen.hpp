// kahui-till as a cashier has it: on an X server of the test's own, with real key events, a printer that is a file, and
// the till's own log of what it painted to know when it has answered.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/child_process.hpp"

namespace kahui::test {

class Screen {
 public:
  // Starts Xvfb and the till; returns when its window is there. `arguments` follow --store and --demo.
  Screen(const std::filesystem::path& store, const std::vector<std::string>& arguments);
  ~Screen();
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  // Keys by their X names ("Return", "F11"), one after the other; each waits for the answer on the screen.
  void press(const std::vector<std::string>& keys);
  // Slowly enough to be a person's, with Return behind it.
  void type(const std::string& text);
  // Waits until the window has been painted anew and is quiet.
  void settle();
  void kill();  // SIGKILL
  // A picture of the whole screen, for people: KAHUI_PICTURES=DIR.
  void picture(const std::string& name) const;

 private:
  void launch(const std::filesystem::path& store, const std::vector<std::string>& arguments);
  [[nodiscard]] std::uintmax_t painted() const;
  [[nodiscard]] int tool(std::vector<std::string> words) const;

  std::filesystem::path m_log;
  std::unique_ptr<ChildProcess> m_server;
  std::string m_display;
  std::unique_ptr<ChildProcess> m_till;
  std::string m_window;
};

}  // namespace kahui::test
