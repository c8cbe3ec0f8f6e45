// A driver for pcscd (IFD handler 3.0) that wakes the daemon at each change instead of being looked at, as drivers of
// real USB readers do; libifdvpcd cannot. Its reader is an EventReader of a test at the other end of a UNIX socket, the
// DEVICENAME. A message's first byte says what it is: from the test I a card with the ATR that follows, R none, A an
// answer; to the test T an APDU. When the socket ends the reader has been unplugged.
extern "C" {
#include <ifdhandler.h>
}
#include <reader.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <thread>
#include <vector>

namespace {

using Bytes = std::vector<UCHAR>;

constexpr std::size_t kMostReaders = 16;
constexpr std::size_t kMostMessage = 70'000;

struct Reader {
  std::mutex mutex;
  std::condition_variable changed;
  int socket = -1;
  std::thread listener;
  bool gone = false;     // unplugged
  bool present = false;  // a card lies there
  bool news = false;     // since the daemon last looked
  unsigned cards = 0;    // so that an exchange knows that its card went
  Bytes atr;
  bool answered = false;
  Bytes answer;
};

Reader& readerOf(DWORD lun) {
  static std::array<Reader, kMostReaders> readers;
  return readers[(lun >> 16) % kMostReaders];
}

void take(Reader& reader, const Bytes& message) {
  const std::lock_guard lock(reader.mutex);
  const Bytes rest(message.begin() + 1, message.end());
  switch (message.front()) {
    case 'I':
      reader.atr = rest;
      reader.present = true;
      ++reader.cards;
      reader.news = true;
      break;
    case 'R':
      reader.present = false;
      ++reader.cards;
      reader.news = true;
      break;
    case 'A':
      reader.answer = rest;
      reader.answered = true;
      break;
    default: break;
  }
  reader.changed.notify_all();
}

void listen(Reader& reader) {
  Bytes message(kMostMessage);
  for (;;) {
    const ssize_t got = ::recv(reader.socket, message.data(), message.size(), 0);
    if (got <= 0) break;
    take(reader, Bytes(message.begin(), message.begin() + got));
  }
  const std::lock_guard lock(reader.mutex);
  reader.gone = true;
  reader.present = false;
  reader.news = true;
  reader.changed.notify_all();
}

// What pcscd's thread of this reader sleeps in.
RESPONSECODE waitForChange(DWORD lun, int timeout_ms) {
  Reader& reader = readerOf(lun);
  std::unique_lock lock(reader.mutex);
  reader.changed.wait_for(lock, std::chrono::milliseconds(timeout_ms), [&] { return reader.news; });
  reader.news = false;
  return reader.gone ? IFD_NO_SUCH_DEVICE : IFD_SUCCESS;
}

RESPONSECODE stopWaiting(DWORD lun) {
  Reader& reader = readerOf(lun);
  const std::lock_guard lock(reader.mutex);
  reader.news = true;
  reader.changed.notify_all();
  return IFD_SUCCESS;
}

template <class Value>
RESPONSECODE give(const Value& value, PDWORD length, PUCHAR out) {
  if (*length < sizeof value) return IFD_ERROR_INSUFFICIENT_BUFFER;
  std::memcpy(out, &value, sizeof value);
  *length = sizeof value;
  return IFD_SUCCESS;
}

RESPONSECODE giveAtr(Reader& reader, PDWORD length, PUCHAR out) {
  const std::lock_guard lock(reader.mutex);
  const std::size_t size = std::min<std::size_t>(reader.atr.size(), MAX_ATR_SIZE);
  if (*length < size) return IFD_ERROR_INSUFFICIENT_BUFFER;
  std::copy_n(reader.atr.begin(), size, out);
  *length = size;
  return IFD_SUCCESS;
}

}  // namespace

extern "C" {

RESPONSECODE IFDHCreateChannelByName(DWORD lun, LPSTR name) {
  Reader& reader = readerOf(lun);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (std::strlen(name) >= sizeof address.sun_path) return IFD_COMMUNICATION_ERROR;
  std::strcpy(address.sun_path, name);
  reader.socket = ::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
  if (::connect(reader.socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    ::close(reader.socket);
    return IFD_COMMUNICATION_ERROR;
  }
  reader.gone = reader.present = reader.news = false;
  reader.listener = std::thread([&reader] { listen(reader); });
  return IFD_SUCCESS;
}

RESPONSECODE IFDHCreateChannel(DWORD, DWORD) { return IFD_NOT_SUPPORTED; }

RESPONSECODE IFDHCloseChannel(DWORD lun) {
  Reader& reader = readerOf(lun);
  ::shutdown(reader.socket, SHUT_RDWR);
  if (reader.listener.joinable()) reader.listener.join();
  ::close(reader.socket);
  return IFD_SUCCESS;
}

RESPONSECODE IFDHGetCapabilities(DWORD lun, DWORD tag, PDWORD length, PUCHAR value) {
  switch (tag) {
    case TAG_IFD_ATR:
    case SCARD_ATTR_ATR_STRING: return giveAtr(readerOf(lun), length, value);
    case TAG_IFD_SLOTS_NUMBER: return give(UCHAR{1}, length, value);
    case TAG_IFD_SIMULTANEOUS_ACCESS: return give(static_cast<UCHAR>(kMostReaders), length, value);
    case TAG_IFD_THREAD_SAFE: return give(UCHAR{1}, length, value);
    case TAG_IFD_POLLING_THREAD_WITH_TIMEOUT: return give(&waitForChange, length, value);
    case TAG_IFD_STOP_POLLING_THREAD: return give(&stopWaiting, length, value);
    default: return IFD_ERROR_TAG;
  }
}

RESPONSECODE IFDHSetCapabilities(DWORD, DWORD, DWORD, PUCHAR) { return IFD_NOT_SUPPORTED; }

RESPONSECODE IFDHSetProtocolParameters(DWORD, DWORD, UCHAR, UCHAR, UCHAR, UCHAR) { return IFD_SUCCESS; }

RESPONSECODE IFDHPowerICC(DWORD lun, DWORD action, PUCHAR atr, PDWORD length) {
  Reader& reader = readerOf(lun);
  if (action == IFD_POWER_DOWN) {
    *length = 0;
    return IFD_SUCCESS;
  }
  {
    const std::lock_guard lock(reader.mutex);
    if (reader.gone) return IFD_NO_SUCH_DEVICE;
    if (!reader.present || reader.atr.empty()) return IFD_ERROR_POWER_ACTION;
  }
  *length = MAX_ATR_SIZE;
  return giveAtr(reader, length, atr);
}

RESPONSECODE IFDHTransmitToICC(DWORD lun, SCARD_IO_HEADER send, PUCHAR apdu, DWORD size, PUCHAR answer, PDWORD room,
                               PSCARD_IO_HEADER receive) {
  Reader& reader = readerOf(lun);
  Bytes message{'T'};
  message.insert(message.end(), apdu, apdu + size);
  std::unique_lock lock(reader.mutex);
  if (!reader.present) return reader.gone ? IFD_NO_SUCH_DEVICE : IFD_ICC_NOT_PRESENT;
  const unsigned card = reader.cards;
  reader.answered = false;
  ::send(reader.socket, message.data(), message.size(), MSG_NOSIGNAL);
  reader.changed.wait(lock, [&] { return reader.answered || reader.gone || reader.cards != card; });
  if (reader.gone) return IFD_NO_SUCH_DEVICE;
  if (!reader.answered) return IFD_COMMUNICATION_ERROR;
  if (reader.answer.size() > *room) return IFD_ERROR_INSUFFICIENT_BUFFER;
  std::copy(reader.answer.begin(), reader.answer.end(), answer);
  *room = reader.answer.size();
  receive->Protocol = send.Protocol;
  return IFD_SUCCESS;
}

RESPONSECODE IFDHControl(DWORD, DWORD, PUCHAR, DWORD, PUCHAR, DWORD, LPDWORD returned) {
  *returned = 0;
  return IFD_ERROR_NOT_SUPPORTED;
}

RESPONSECODE IFDHICCPresence(DWORD lun) {
  Reader& reader = readerOf(lun);
  const std::lock_guard lock(reader.mutex);
  if (reader.gone) return IFD_NO_SUCH_DEVICE;
  return reader.present ? IFD_ICC_PRESENT : IFD_ICC_NOT_PRESENT;
}

}  // extern "C"
