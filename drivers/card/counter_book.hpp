// A ports::CounterBook that forgets with the process: good for a look at readers, not for a till. One thread.
#pragma once

#include <map>

#include "core/ports/card_memory.hpp"

namespace kahui::card {

using ports::CounterBook;

class MemoryCounterBook final : public CounterBook {
 public:
  bool rises(const std::string& uid, std::uint32_t counter) override {
    const auto [entry, fresh] = m_highest.try_emplace(uid, counter);
    if (fresh) return true;
    if (counter <= entry->second) return false;
    entry->second = counter;
    return true;
  }

 private:
  std::map<std::string, std::uint32_t> m_highest;
};

}  // namespace kahui::card
