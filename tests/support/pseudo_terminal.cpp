#include "tests/support/pseudo_terminal.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "core/base/result.hpp"

namespace kahui::test {

PseudoTerminal::PseudoTerminal(std::filesystem::path link) : m_link(std::move(link)) { plug(); }

PseudoTerminal::~PseudoTerminal() { unplug(); }

void PseudoTerminal::plug() {
  KAHUI_ASSERT(m_master < 0);
  m_master = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  KAHUI_ASSERT(m_master >= 0 && ::grantpt(m_master) == 0 && ::unlockpt(m_master) == 0);
  std::filesystem::create_symlink(::ptsname(m_master), m_link);
}

void PseudoTerminal::unplug() {
  if (m_master < 0) return;
  std::filesystem::remove(m_link);
  ::close(m_master);
  m_master = -1;
}

void PseudoTerminal::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t written = ::write(m_master, bytes.data(), bytes.size());
    KAHUI_ASSERT(written > 0);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace kahui::test
