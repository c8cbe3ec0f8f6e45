#include "drivers/pcsc/context.hpp"

#include <algorithm>

namespace kahui::pcsc {
namespace {

// Wakes the wait when a reader comes or goes; pcsc-lite 1.9.9 sees only changes during the call, hence the re-listing
// at each timeout.
constexpr const char* kNewReaders = "\\\\?PnP?\\Notification";

}  // namespace

LONG Context::establish() {
  if (m_handle) return SCARD_S_SUCCESS;
  SCARDCONTEXT handle = 0;
  const LONG code = m_functions->establish(&handle);
  if (code == SCARD_S_SUCCESS) m_handle = handle;
  return code;
}

void Context::drop() {
  if (m_handle) m_functions->release(*m_handle);
  m_handle.reset();
}

LONG Context::listReaders(std::vector<std::string>& names) const {
  names.clear();
  std::string buffer;
  LONG code = SCARD_E_INSUFFICIENT_BUFFER;
  for (int tries = 0; tries < 3 && code == SCARD_E_INSUFFICIENT_BUFFER;
       ++tries) {  // the list may grow between the two calls
    DWORD size = 0;
    code = m_functions->list_readers(handle(), nullptr, &size);
    if (code != SCARD_S_SUCCESS) break;
    buffer.assign(size, '\0');
    code = m_functions->list_readers(handle(), buffer.data(), &size);
    buffer.resize(std::min<std::size_t>(buffer.size(), size));
  }
  if (code == SCARD_E_NO_READERS_AVAILABLE) return SCARD_S_SUCCESS;
  if (code != SCARD_S_SUCCESS) return code;
  for (std::size_t at = 0; at < buffer.size() && buffer[at] != '\0';) {
    names.emplace_back(buffer.c_str() + at);
    at += names.back().size() + 1;
  }
  return SCARD_S_SUCCESS;
}

LONG waitForChange(const Functions& functions, SCARDCONTEXT context, DWORD timeout_ms,
                   std::vector<WatchedReader>& readers, bool also_new_readers) {
  std::vector<SCARD_READERSTATE> states(readers.size());
  for (std::size_t i = 0; i < readers.size(); ++i) {
    states[i].szReader = readers[i].name.c_str();
    states[i].dwCurrentState = readers[i].state;
  }
  if (also_new_readers) states.emplace_back().szReader = kNewReaders;
  const LONG code = functions.get_status_change(context, timeout_ms, states.data(), static_cast<DWORD>(states.size()));
  if (code == SCARD_S_SUCCESS || code == SCARD_E_TIMEOUT)
    for (std::size_t i = 0; i < readers.size(); ++i)
      readers[i].state = states[i].dwEventState & ~static_cast<DWORD>(SCARD_STATE_CHANGED);
  return code;
}

}  // namespace kahui::pcsc
