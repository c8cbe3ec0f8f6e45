#include "drivers/pcsc/functions.hpp"

namespace kahui::pcsc {
namespace {

constexpr DWORD kProtocols = SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1;

LONG transmit(SCARDHANDLE card, DWORD protocol, const BYTE* command, DWORD size, BYTE* answer, DWORD* answer_size) {
  const SCARD_IO_REQUEST* header = protocol == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1;
  return SCardTransmit(card, header, command, size, nullptr, answer, answer_size);
}

}  // namespace

FunctionsPtr systemFunctions() {
  auto table = std::make_shared<Functions>();
  table->establish = [](SCARDCONTEXT* context) {
    return SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, context);
  };
  table->release = SCardReleaseContext;
  table->cancel = SCardCancel;
  table->list_readers = [](SCARDCONTEXT context, char* names, DWORD* size) {
    return SCardListReaders(context, nullptr, names, size);
  };
  table->get_status_change = SCardGetStatusChange;
  table->connect = [](SCARDCONTEXT context, const char* reader, SCARDHANDLE* card, DWORD* protocol) {
    return SCardConnect(context, reader, SCARD_SHARE_SHARED, kProtocols, card, protocol);
  };
  table->reconnect = [](SCARDHANDLE card, DWORD* protocol) {
    return SCardReconnect(card, SCARD_SHARE_SHARED, kProtocols, SCARD_LEAVE_CARD, protocol);
  };
  table->begin_transaction = SCardBeginTransaction;
  table->disconnect = [](SCARDHANDLE card, bool reset) {
    return SCardDisconnect(card, reset ? SCARD_RESET_CARD : SCARD_LEAVE_CARD);
  };
  table->transmit = transmit;
  return table;
}

}  // namespace kahui::pcsc
