// What of the cards must outlive a process, so that neither a restart nor a crash makes a used proof good again or a
// debit forgotten: counters of messages that can be replayed, codes that were used, moves of points on cards. The store
// implements it, the drivers ask it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.hpp"
#include "core/base/numbers.hpp"
#include "core/base/result.hpp"
#include "core/ports/card_reader.hpp"

namespace kahui::ports {

// The highest read counter seen of each card whose proofs can be replayed.
class CounterBook {
 public:
  virtual ~CounterBook() = default;
  // True if `counter` is above all that were seen of this card; it is then the highest. One call, so that two readers
  // cannot both be first. False also when it cannot be put down: what could be shown again after a restart is no proof.
  // uid: upper-case hex; counter: 24 bits.
  virtual bool rises(const std::string& uid, std::uint32_t counter) = 0;
};

// Codes that live for a minute and were used.
class UsedCodes {
 public:
  virtual ~UsedCodes() = default;
  // True for the first use, which is put down; false also when it cannot be. Codes of slots before `oldest_slot` are
  // forgotten: their time alone refuses them.
  virtual bool isFirstUse(std::string_view number, std::int64_t slot, std::int64_t oldest_slot) = 0;
};

enum class PurseMove { Debit, Credit };

struct PurseOrder {
  base::Id transaction{};
  std::string uid{};  // upper-case hex, of the card that was identified
  PurseMove move = PurseMove::Debit;
  std::int32_t amount = 0;  // points, 1 ... 2^31 - 1
  std::uint32_t till = 0;
  std::uint32_t till_sequence = 0;
  base::Money worth{};  // what it pays of a bill; 0: no bill
  bool operator==(const PurseOrder&) const = default;
};

// What has to be known to tell later whether it happened.
struct PurseIntent {
  PurseOrder order{};
  std::uint32_t sequence_before = 0;
  std::int32_t value_before = 0;
  bool operator==(const PurseIntent&) const = default;
};

enum class PurseEnd { Done, NotDone, InDoubt };

class IntentLog {
 public:
  virtual ~IntentLog() = default;
  // Returns only after the intent is on disk. One that is known as not done may begin again.
  [[nodiscard]] virtual base::Status begin(const PurseIntent& intent) = 0;
  // A failure leaves the intent without an end, to be resolved.
  [[nodiscard]] virtual base::Status end(const base::Id& transaction, PurseEnd how) = 0;
  // Those of this card that have no end, or are in doubt; in the order in which they began.
  [[nodiscard]] virtual base::Result<std::vector<PurseIntent>> openOf(const std::string& uid) = 0;
  // The card's own sequence after the last move that is known to have happened; 0: none is. A card that stands below it
  // is a copy of an earlier day.
  [[nodiscard]] virtual base::Result<std::uint32_t> knownSequence(const std::string& uid) = 0;
};

struct PurseFate {
  PurseIntent intent{};           // order.uid as it was asked for
  std::optional<PurseEnd> end{};  // none: under way
};

// All of it. Any thread.
class CardMemory : public CounterBook, public UsedCodes, public IntentLog {
 public:
  // Nothing: it never began, or, where `uid` is given, at another card.
  [[nodiscard]] virtual base::Result<std::optional<PurseFate>> find(const base::Id& transaction,
                                                                    const std::string& uid) = 0;

  // The record that a card shows, beside the newest that was seen of it: a newer one is kept, an older or another one
  // of the same sequence is counted and kept as a doubt. A fork stays one. None also where nothing is known yet.
  [[nodiscard]] virtual base::Result<CardDoubt> noteHint(const std::string& uid, std::uint32_t sequence,
                                                         std::uint32_t balance) = 0;
  // Points in the account of the member whose card this is, for the card's record; below nothing is 0. Nothing: it is
  // nobody's, or not good any more.
  [[nodiscard]] virtual base::Result<std::optional<std::uint32_t>> accountOf(const std::string& uid) = 0;
};

}  // namespace kahui::ports
