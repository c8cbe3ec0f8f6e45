// pcsc-lite as a table of functions, for the faults that no virtual device can make. Behaves like a healthy daemon with
// the readers that it is given; calls can be told to answer otherwise.
#pragma once

#include <array>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <string>

#include "core/base/bytes.hpp"
#include "drivers/pcsc/functions.hpp"

namespace kahui::test {

class FakePcsc : public std::enable_shared_from_this<FakePcsc> {
 public:
  enum class Call { Establish, List, Wait, Connect, Reconnect, Begin, Transmit };

  // The next calls of this kind answer these codes, in this order, instead of what they would.
  void failNext(Call call, std::vector<LONG> codes) {
    const std::lock_guard lock(m_mutex);
    m_forced[call].insert(m_forced[call].end(), codes.begin(), codes.end());
  }
  // Every call of this kind answers so, until told otherwise (SCARD_S_SUCCESS).
  void failAll(Call call, LONG code) {
    const std::lock_guard lock(m_mutex);
    m_always[call] = code;
    m_changed.notify_all();
  }
  void setReader(const std::string& name, DWORD state) {
    const std::lock_guard lock(m_mutex);
    m_states[name] = state;
    m_changed.notify_all();
  }
  void dropReader(const std::string& name) {
    const std::lock_guard lock(m_mutex);
    m_states.erase(name);
    m_changed.notify_all();
  }
  void setAnswer(base::Bytes answer) {
    const std::lock_guard lock(m_mutex);
    m_answer = std::move(answer);
  }
  // Transmits do not return while it is set.
  void hang(bool hangs) {
    const std::lock_guard lock(m_mutex);
    m_hangs = hangs;
    m_changed.notify_all();
  }
  // Each context made so far becomes worthless, as when the daemon is restarted behind its back.
  void invalidateContexts() {
    const std::lock_guard lock(m_mutex);
    m_contexts.clear();
    m_changed.notify_all();
  }
  int count(Call call) {
    const std::lock_guard lock(m_mutex);
    return m_counts[call];
  }
  std::size_t openContexts() {
    const std::lock_guard lock(m_mutex);
    return m_contexts.size();
  }
  int openCards() {
    const std::lock_guard lock(m_mutex);
    return m_open_cards;
  }

  pcsc::FunctionsPtr functions();

 private:
  using Lock = std::unique_lock<std::mutex>;

  // The code that was ordered for this call, or success.
  LONG ordered(Call call) {
    ++m_counts[call];
    auto& queue = m_forced[call];
    if (!queue.empty()) {
      const LONG code = queue.front();
      queue.pop_front();
      return code;
    }
    const auto always = m_always.find(call);
    return always == m_always.end() ? SCARD_S_SUCCESS : always->second;
  }
  LONG establish(SCARDCONTEXT* context);
  LONG list(SCARDCONTEXT context, char* names, DWORD* size);
  LONG wait(SCARDCONTEXT context, DWORD timeout_ms, SCARD_READERSTATE* states, DWORD count);
  bool look(SCARD_READERSTATE* states, DWORD count);
  LONG connect(SCARDCONTEXT context, const char* reader, SCARDHANDLE* card, DWORD* protocol);
  LONG transmit(base::ByteView command, BYTE* answer, DWORD* size);

  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::map<Call, std::deque<LONG>> m_forced;
  std::map<Call, LONG> m_always;
  std::map<Call, int> m_counts;
  std::map<std::string, DWORD> m_states;
  std::set<SCARDCONTEXT> m_contexts;
  std::set<SCARDCONTEXT> m_cancelled;
  SCARDCONTEXT m_last_context = 0;
  int m_open_cards = 0;
  base::Bytes m_answer{0x04, 0xA1, 0xB2, 0xC3, 0x90, 0x00};
  bool m_hangs = false;
};

}  // namespace kahui::test
