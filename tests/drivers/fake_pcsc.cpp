#include "tests/drivers/fake_pcsc.hpp"

#include <algorithm>
#include <chrono>

namespace kahui::test {

pcsc::FunctionsPtr FakePcsc::functions() {
  const auto self = shared_from_this();
  auto table = std::make_shared<pcsc::Functions>();
  table->establish = [self](SCARDCONTEXT* context) { return self->establish(context); };
  table->release = [self](SCARDCONTEXT context) {
    const std::lock_guard lock(self->m_mutex);
    return self->m_contexts.erase(context) > 0 ? SCARD_S_SUCCESS : SCARD_E_INVALID_HANDLE;
  };
  table->cancel = [self](SCARDCONTEXT context) {
    const std::lock_guard lock(self->m_mutex);
    self->m_cancelled.insert(context);
    self->m_changed.notify_all();
    return SCARD_S_SUCCESS;
  };
  table->list_readers = [self](SCARDCONTEXT context, char* names, DWORD* size) {
    return self->list(context, names, size);
  };
  table->get_status_change = [self](SCARDCONTEXT context, DWORD timeout_ms, SCARD_READERSTATE* states, DWORD count) {
    return self->wait(context, timeout_ms, states, count);
  };
  table->connect = [self](SCARDCONTEXT context, const char* reader, SCARDHANDLE* card, DWORD* protocol) {
    return self->connect(context, reader, card, protocol);
  };
  table->reconnect = [self](SCARDHANDLE, DWORD*) {
    const std::lock_guard lock(self->m_mutex);
    return self->ordered(Call::Reconnect);
  };
  table->begin_transaction = [self](SCARDHANDLE) {
    const std::lock_guard lock(self->m_mutex);
    return self->ordered(Call::Begin);
  };
  table->disconnect = [self](SCARDHANDLE, bool) {
    const std::lock_guard lock(self->m_mutex);
    --self->m_open_cards;
    return SCARD_S_SUCCESS;
  };
  table->transmit = [self](SCARDHANDLE, DWORD, const BYTE* command, DWORD length, BYTE* answer, DWORD* size) {
    return self->transmit({command, length}, answer, size);
  };
  return table;
}

LONG FakePcsc::establish(SCARDCONTEXT* context) {
  const Lock lock(m_mutex);
  const LONG code = ordered(Call::Establish);
  if (code == SCARD_S_SUCCESS) m_contexts.insert(*context = ++m_last_context);
  return code;
}

LONG FakePcsc::list(SCARDCONTEXT context, char* names, DWORD* size) {
  const Lock lock(m_mutex);
  if (const LONG code = ordered(Call::List); code != SCARD_S_SUCCESS) return code;
  if (!m_contexts.contains(context)) return SCARD_E_INVALID_HANDLE;
  if (m_states.empty()) return SCARD_E_NO_READERS_AVAILABLE;
  std::string all;
  for (const auto& [name, state] : m_states) all += name + '\0';
  all += '\0';
  const DWORD room = *size;
  *size = static_cast<DWORD>(all.size());
  if (names == nullptr) return SCARD_S_SUCCESS;
  if (room < all.size()) return SCARD_E_INSUFFICIENT_BUFFER;
  std::memcpy(names, all.data(), all.size());
  return SCARD_S_SUCCESS;
}

LONG FakePcsc::wait(SCARDCONTEXT context, DWORD timeout_ms, SCARD_READERSTATE* states, DWORD count) {
  Lock lock(m_mutex);
  if (const LONG code = ordered(Call::Wait); code != SCARD_S_SUCCESS) return code;
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(timeout_ms);
  for (const std::size_t readers = m_states.size();;) {
    if (!m_contexts.contains(context)) return SCARD_F_COMM_ERROR;
    if (const auto always = m_always.find(Call::Wait); always != m_always.end() && always->second != SCARD_S_SUCCESS)
      return always->second;
    if (m_cancelled.erase(context) > 0) return SCARD_E_CANCELLED;
    if (look(states, count) || m_states.size() != readers) return SCARD_S_SUCCESS;
    if (m_changed.wait_until(lock, deadline) == std::cv_status::timeout) return SCARD_E_TIMEOUT;
  }
}

bool FakePcsc::look(SCARD_READERSTATE* states, DWORD count) {
  bool changed = false;
  for (DWORD i = 0; i < count; ++i) {
    const auto known = m_states.find(states[i].szReader);
    if (known == m_states.end()) continue;
    states[i].dwEventState = known->second;
    if (known->second == states[i].dwCurrentState) continue;
    states[i].dwEventState |= SCARD_STATE_CHANGED;
    changed = true;
  }
  return changed;
}

LONG FakePcsc::connect(SCARDCONTEXT context, const char* reader, SCARDHANDLE* card, DWORD* protocol) {
  const Lock lock(m_mutex);
  if (const LONG code = ordered(Call::Connect); code != SCARD_S_SUCCESS) return code;
  if (!m_contexts.contains(context)) return SCARD_E_INVALID_HANDLE;
  const auto known = m_states.find(reader);
  if (known == m_states.end()) return SCARD_E_UNKNOWN_READER;
  if ((known->second & SCARD_STATE_PRESENT) == 0) return SCARD_E_NO_SMARTCARD;
  *card = 1;
  *protocol = SCARD_PROTOCOL_T1;
  ++m_open_cards;
  return SCARD_S_SUCCESS;
}

LONG FakePcsc::transmit(base::ByteView command, BYTE* answer, DWORD* size) {
  Lock lock(m_mutex);
  m_changed.wait(lock, [this] { return !m_hangs; });
  if (const LONG code = ordered(Call::Transmit); code != SCARD_S_SUCCESS) return code;
  // A card that shows its number and knows nothing else.
  const bool asks_uid = command.size() > 1 && command[0] == 0xFF && command[1] == 0xCA;
  const base::Bytes said = asks_uid ? m_answer : base::Bytes{0x6D, 0x00};
  *size = static_cast<DWORD>(said.size());
  std::copy(said.begin(), said.end(), answer);
  return SCARD_S_SUCCESS;
}

}  // namespace kahui::test
