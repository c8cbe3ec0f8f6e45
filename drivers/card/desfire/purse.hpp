// Points on a DESFire: a value file and a record file that change in one transaction (cards.md section 5). Three ends,
// since an answer that was lost tells nothing about the card:
//
//   1 read value and last record   nothing happened yet
//   2 intent into the log          from here on a crash leaves an intent without an end, which is InDoubt
//   3 debit, record                lost or refused: the card forgets it, NotDone
//   4 commit                       Done only with a verified answer; anything else is InDoubt, and is never repeated
//   5 resolvePurse                 at the next sighting of the same card, by any till
//
// Nothing here reads a clock: order is the card's own sequence, so tills whose clocks differ agree.
#pragma once

#include <string>

#include "core/ports/card_memory.hpp"
#include "drivers/card/desfire/desfire.hpp"

namespace kahui::card {

struct PurseLayout {
  int value_file = 1;
  int record_file = 2;
  CommMode mode = CommMode::Full;
  bool signs = false;     // has a transaction MAC file (EV2 and later)
  std::int32_t most = 0;  // points that a credit may lead to; 0: as much as the value file takes
  // For the record's own proof where the card does not sign; zeros stand in its place without.
  std::optional<SecretKey> record_key{};
};

using ports::IntentLog;
using ports::PurseEnd;
using ports::PurseIntent;
using ports::PurseMove;
using ports::PurseOrder;

// One record, 48 bytes, numbers least significant first: version 01, move (0 debit, 1 credit), 2 zeros, sequence 4,
// transaction 16, amount 4, value after it 4, till 4, till's sequence 4, CMAC of all that over 40 bytes cut to 8.
inline constexpr std::size_t kPurseRecordSize = 48;
struct PurseRecord {
  PurseMove move = PurseMove::Debit;
  std::uint32_t sequence = 0;  // the card's: 1 for its first
  base::Id transaction{};
  std::int32_t amount = 0;  // points
  std::int32_t value_after = 0;
  std::uint32_t till = 0;
  std::uint32_t till_sequence = 0;
  bool operator==(const PurseRecord&) const = default;
};
[[nodiscard]] base::Bytes encodePurseRecord(const PurseRecord& record, const std::optional<SecretKey>& key);
// BadMac for a wrong proof where there is a key, Malformed for another form.
[[nodiscard]] CardResult<PurseRecord> decodePurseRecord(base::ByteView bytes, const std::optional<SecretKey>& key);

struct PurseState {
  std::int32_t value = 0;
  std::uint32_t sequence = 0;          // of the last record; 0 for a card without
  std::vector<PurseRecord> records{};  // the newest last; at most kPurseLookBack
};
inline constexpr std::uint32_t kPurseLookBack = 8;
// On a channel whose key may read both files.
[[nodiscard]] CardResult<PurseState> readPurse(Channel& channel, const PurseLayout& layout);

enum class PurseTrouble {
  None,
  OtherCard,     // not the one that was identified
  TooLittle,     // value below the amount
  RolledBack,    // it stands before a move that the log knows to have happened: a copy of an earlier day
  LimitReached,  // the file's upper limit, or the card's number of offline transactions
  LogFailed,     // before the card was touched, unless the end is Done
  CardFailed,    // `fault`
};

struct PurseOutcome {
  PurseEnd end = PurseEnd::NotDone;
  PurseTrouble trouble = PurseTrouble::None;
  CardFault fault{};  // with CardFailed, LimitReached
  std::int32_t value_before = 0;
  std::optional<TransactionProof> proof{};  // for headquarters, where the card signs
};

// `channel` is proved with a key that may debit (or credit). Only with Done has the card moved; print after that.
[[nodiscard]] PurseOutcome movePurse(Channel& channel, const PurseLayout& layout, const PurseOrder& order,
                                     IntentLog& log);

// Done: the card holds our record. NotDone: it stands exactly where it stood before; a new order may be given. InDoubt:
// another card, another till came between without our record in sight, no reading, or a copy of an earlier day that
// stands below `known_sequence`: to headquarters. Writes nothing, neither on the card nor in the log.
[[nodiscard]] PurseEnd resolvePurse(Channel& channel, const PurseLayout& layout, const PurseIntent& intent,
                                    std::uint32_t known_sequence = 0);

}  // namespace kahui::card
