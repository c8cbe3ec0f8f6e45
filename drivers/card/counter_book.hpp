// The highest read counter seen of each card whose proofs can be replayed.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace kahui::card {

class CounterBook {
 public:
  virtual ~CounterBook() = default;
  // True if `counter` is above all that were seen of this card; it is then the highest. One call, so that two readers
  // cannot both be first. uid: upper-case hex; counter: 24 bits.
  virtual bool rises(const std::string& uid, std::uint32_t counter) = 0;
};

// Forgets with the process: good for a look at readers, not for a till. One thread.
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
