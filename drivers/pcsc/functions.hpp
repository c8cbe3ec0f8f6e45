// The calls of pcsc-lite that this driver makes, as a table: the seam at which tests put in faults that no virtual
// device can make.
#pragma once

#include <winscard.h>

#include <functional>
#include <memory>

namespace kahui::pcsc {

// Arguments and results as in winscard.h; every function may be called from any thread.
struct Functions {
  std::function<LONG(SCARDCONTEXT*)> establish;
  std::function<LONG(SCARDCONTEXT)> release;
  std::function<LONG(SCARDCONTEXT)> cancel;
  std::function<LONG(SCARDCONTEXT, char*, DWORD*)> list_readers;
  std::function<LONG(SCARDCONTEXT, DWORD timeout_ms, SCARD_READERSTATE*, DWORD)> get_status_change;
  std::function<LONG(SCARDCONTEXT, const char*, SCARDHANDLE*, DWORD* protocol)> connect;  // shared, T=0 or T=1
  std::function<LONG(SCARDHANDLE, DWORD* protocol)> reconnect;                            // shared, card left as it is
  std::function<LONG(SCARDHANDLE)> begin_transaction;                                     // ended by disconnect
  // reset: the card forgets who was authenticated, so that no other program inherits it
  std::function<LONG(SCARDHANDLE, bool reset)> disconnect;
  std::function<LONG(SCARDHANDLE, DWORD protocol, const BYTE*, DWORD, BYTE*, DWORD*)> transmit;
};

// Shared by all threads, also by one that a hung driver never lets go.
using FunctionsPtr = std::shared_ptr<const Functions>;

// pcsc-lite itself.
FunctionsPtr systemFunctions();

}  // namespace kahui::pcsc
