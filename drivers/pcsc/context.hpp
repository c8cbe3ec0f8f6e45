// RAII over a context and over a connection to a card. Each belongs to the one thread that made it; only
// Context::handle() may be given to another, for cancel.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "drivers/pcsc/codes.hpp"
#include "drivers/pcsc/functions.hpp"

namespace kahui::pcsc {

class Context {
 public:
  explicit Context(FunctionsPtr functions) : m_functions(std::move(functions)) {}
  ~Context() { drop(); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  // SCARD_S_SUCCESS at once if there is one.
  LONG establish();
  void drop();
  [[nodiscard]] bool isThere() const { return m_handle.has_value(); }
  [[nodiscard]] SCARDCONTEXT handle() const { return m_handle.value(); }

  // The readers' names; none is no error.
  LONG listReaders(std::vector<std::string>& names) const;

 private:
  const FunctionsPtr m_functions;
  std::optional<SCARDCONTEXT> m_handle;
};

// The states of `readers`, as they are now (SCARD_STATE_… with the event counter in the upper half).
struct WatchedReader {
  std::string name;
  DWORD state = SCARD_STATE_UNAWARE;
};
LONG waitForChange(const Functions& functions, SCARDCONTEXT context, DWORD timeout_ms,
                   std::vector<WatchedReader>& readers, bool also_new_readers);

// How many cards a reader has seen come and go, modulo 65536. The only sign of a card swapped between two looks of the
// daemon.
[[nodiscard]] inline unsigned eventCounter(DWORD state) { return static_cast<unsigned>(state >> 16 & 0xFFFF); }

}  // namespace kahui::pcsc
