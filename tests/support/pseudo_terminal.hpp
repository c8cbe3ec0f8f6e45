// A serial line whose other end a test holds. It has a stable name of its own, a link, as udev gives one to a reader.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace kahui::test {

class PseudoTerminal {
 public:
  // Plugs the line in at `link`.
  explicit PseudoTerminal(std::filesystem::path link);
  ~PseudoTerminal();
  PseudoTerminal(const PseudoTerminal&) = delete;
  PseudoTerminal& operator=(const PseudoTerminal&) = delete;

  void plug();
  void unplug();  // the terminal hangs up and its name goes
  void send(std::string_view bytes) const;

  [[nodiscard]] std::string path() const { return m_link.string(); }

 private:
  std::filesystem::path m_link;
  int m_master = -1;
};

}  // namespace kahui::test
