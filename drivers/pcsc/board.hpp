// What is known of the service, its readers and the card on each: takes what the threads have seen, decides, and tells
// the sink. Makes no call to pcsc-lite and knows no thread; whoever holds it serialises the calls.
//
// Every laying-down ends in exactly one CardRead or CardRefused, whatever happens to card, reader or daemon meanwhile.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/ports/card_reader.hpp"
#include "drivers/pcsc/card_reading.hpp"

namespace kahui::pcsc {

using TimePoint = std::chrono::steady_clock::time_point;

// A card that waits for its UID to be read.
struct Job {
  std::uint64_t generation = 0;
  unsigned counter = 0;
  TimePoint not_before{};
};

class Board {
 public:
  // `names`: readers whose name begins with one of them; none: every reader.
  Board(const std::vector<std::string>& names, std::chrono::milliseconds retry, ports::ReaderEventSink sink);

  // The service was lost or cannot be had: every reader is gone with it.
  void serviceLost(ports::ReaderAdvice advice);
  // A call to the service, which must return by itself, does not.
  void serviceHangs();
  // The service answered with these readers.
  void listed(const std::vector<std::string>& names);
  // The readers' states as the daemon gave them at `woken`.
  void observed(const std::vector<WatchedReader>& readers, TimePoint woken);
  // The states to feed back into the next wait.
  [[nodiscard]] std::vector<WatchedReader> watched() const;

  // The card on `reader` whose UID is still wanted, if any. Stays until it is concluded.
  [[nodiscard]] std::optional<Job> job(const std::string& reader) const;
  // Each card that lies there has come anew; one that is being read comes once more after it.
  void lookAgain(TimePoint now);
  void concluded(const std::string& reader, std::uint64_t generation, const Reading& reading, TimePoint now);
  // The driver does not answer; true until the reader shows a change or the call returns.
  void readerHangs(const std::string& reader, bool hangs);
  [[nodiscard]] bool hangs(const std::string& reader) const;
  // Something is not as it should be, so looking more often is worth it.
  [[nodiscard]] bool isTroubled() const;

 private:
  struct Health {
    ports::ReaderState state{};
    ports::ReaderAdvice advice{};
    bool operator==(const Health&) const = default;
  };
  enum class Trouble { None, Held, Lost, Hung };
  enum class Phase { NoCard, Unread, Read, Refused };

  struct Slot {
    DWORD state = SCARD_STATE_UNAWARE;
    Phase phase = Phase::NoCard;
    std::uint64_t generation = 0;
    TimePoint woken{};
    TimePoint not_before{};
    Trouble trouble = Trouble::None;
    bool exclusive = false;      // another program has the reader for itself, as far as is known
    bool in_use_before = false;  // another program was connected when the card came
    bool once_more = false;      // asked for while it was being read
    std::optional<Health> reported;
  };

  // What the configuration asks for, under the name by which it is reported when it is missing: "pcsc" or "pcsc:NAME".
  struct Wanted {
    std::string label;
    std::string prefix;
    std::optional<Health> complaint;
  };

  [[nodiscard]] bool isWanted(const std::string& reader) const;
  void complain(Wanted& wanted, std::optional<Health> complaint);
  void observe(const std::string& reader, Slot& slot, DWORD state, TimePoint woken);
  void arrive(Slot& slot, TimePoint woken);
  void depart(const std::string& reader, Slot& slot);
  void refuse(const std::string& reader, Slot& slot, ports::RefuseReason reason);
  void reportHealth(const std::string& reader, Slot& slot);
  void dropAll(ports::ReaderAdvice advice);

  const std::chrono::milliseconds m_retry;
  const ports::ReaderEventSink m_sink;
  std::vector<Wanted> m_wanted;
  std::map<std::string, Slot> m_slots;
};

}  // namespace kahui::pcsc
