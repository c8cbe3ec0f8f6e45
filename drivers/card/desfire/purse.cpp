#include "drivers/card/desfire/purse.hpp"

#include <algorithm>

#include "drivers/card/crypto/cmac.hpp"
#include "drivers/card/uid.hpp"

namespace kahui::card {
namespace {

using Kind = CardFault::Kind;

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kProofAt = 40;

CardResult<void> checkUid(Channel& channel, const std::string& uid, bool& same) {
  const auto true_uid = readCardUid(channel);
  if (!true_uid) return tl::unexpected(true_uid.error());
  const auto credential = credentialOfUid(*true_uid);
  same = credential && *credential == uid;
  return {};
}

PurseOutcome notDone(PurseTrouble trouble, CardFault fault = {}) {
  return {.end = PurseEnd::NotDone, .trouble = trouble, .fault = fault};
}

PurseOutcome notDone(const CardFault& fault) {
  const bool limit = fault.kind == Kind::Refused && fault.status == kBoundaryError;
  return notDone(limit ? PurseTrouble::LimitReached : PurseTrouble::CardFailed, fault);
}

ShortMac proofOf(base::ByteView record, const SecretKey& key) {
  return truncated(cmac(key.view(), record.first(kProofAt)));
}

PurseRecord recordOf(const PurseIntent& intent) {
  const PurseOrder& order = intent.order;
  const std::int32_t change = order.move == PurseMove::Debit ? -order.amount : order.amount;
  return {.move = order.move,
          .sequence = intent.sequence_before + 1,
          .transaction = order.transaction,
          .amount = order.amount,
          .value_after = intent.value_before + change,
          .till = order.till,
          .till_sequence = order.till_sequence};
}

CardResult<void> prepare(Channel& channel, const PurseLayout& layout, const PurseIntent& intent) {
  const PurseOrder& order = intent.order;
  const auto moved = order.move == PurseMove::Debit ? debit(channel, layout.value_file, order.amount, layout.mode)
                                                    : credit(channel, layout.value_file, order.amount, layout.mode);
  if (!moved) return moved;
  return writeRecord(channel, layout.record_file, encodePurseRecord(recordOf(intent), layout.record_key), layout.mode);
}

// None if the move may be tried.
std::optional<PurseOutcome> refusedBefore(const PurseState& state, const PurseOrder& order, std::int32_t most) {
  if (order.move == PurseMove::Debit && state.value < order.amount) return notDone(PurseTrouble::TooLittle);
  const bool overflows = order.move == PurseMove::Credit && state.value > 0 && order.amount > INT32_MAX - state.value;
  const bool beyond = order.move == PurseMove::Credit && most > 0 && state.value > most - order.amount;
  if (overflows || beyond || state.sequence == UINT32_MAX) return notDone(PurseTrouble::LimitReached);
  return std::nullopt;
}

}  // namespace

base::Bytes encodePurseRecord(const PurseRecord& record, const std::optional<SecretKey>& key) {
  base::Bytes out{kVersion, static_cast<std::uint8_t>(record.move == PurseMove::Debit ? 0 : 1), 0, 0};
  appendLe32(out, record.sequence);
  out.insert(out.end(), record.transaction.raw().begin(), record.transaction.raw().end());
  appendLe32(out, static_cast<std::uint32_t>(record.amount));
  appendLe32(out, static_cast<std::uint32_t>(record.value_after));
  appendLe32(out, record.till);
  appendLe32(out, record.till_sequence);
  const ShortMac proof = key ? proofOf(out, *key) : ShortMac{};
  out.insert(out.end(), proof.begin(), proof.end());
  return out;
}

CardResult<PurseRecord> decodePurseRecord(base::ByteView bytes, const std::optional<SecretKey>& key) {
  if (bytes.size() != kPurseRecordSize || bytes[0] != kVersion || bytes[1] > 1) return cardFault(Kind::Malformed);
  if (key && !sameBytes(proofOf(bytes, *key), bytes.subspan(kProofAt))) return cardFault(Kind::BadMac);
  base::Id::Raw raw{};
  std::copy_n(bytes.begin() + 8, raw.size(), raw.begin());
  return PurseRecord{.move = bytes[1] == 0 ? PurseMove::Debit : PurseMove::Credit,
                     .sequence = le32(bytes.subspan(4)),
                     .transaction = base::Id(raw),
                     .amount = static_cast<std::int32_t>(le32(bytes.subspan(24))),
                     .value_after = static_cast<std::int32_t>(le32(bytes.subspan(28))),
                     .till = le32(bytes.subspan(32)),
                     .till_sequence = le32(bytes.subspan(36))};
}

CardResult<PurseState> readPurse(Channel& channel, const PurseLayout& layout) {
  const auto value = getValue(channel, layout.value_file, layout.mode);
  if (!value) return tl::unexpected(value.error());
  PurseState state{.value = *value};
  const auto file = readDesfireFile(channel, layout.record_file, CommMode::Mac);
  if (!file) return tl::unexpected(file.error());
  const auto* records = std::get_if<RecordFile>(&file->content);
  if (records == nullptr || records->record_size != kPurseRecordSize) return cardFault(Kind::Malformed);
  if (records->present == 0) return state;
  const std::uint32_t count = std::min(records->present, kPurseLookBack);
  const auto read = readRecords(channel, layout.record_file, 0, count, kPurseRecordSize, layout.mode);
  if (!read) return tl::unexpected(read.error());
  for (const base::Bytes& bytes : *read) {
    const auto record = decodePurseRecord(bytes, layout.record_key);
    if (!record) return tl::unexpected(record.error());
    state.records.push_back(*record);
  }
  state.sequence = state.records.back().sequence;
  return state;
}

PurseOutcome movePurse(Channel& channel, const PurseLayout& layout, const PurseOrder& order, IntentLog& log) {
  KAHUI_ASSERT(order.amount > 0);
  bool same = false;
  if (const auto checked = checkUid(channel, order.uid, same); !checked) return notDone(checked.error());
  if (!same) return notDone(PurseTrouble::OtherCard);
  const auto state = readPurse(channel, layout);
  if (!state) return notDone(state.error());
  const auto known = log.knownSequence(order.uid);
  if (!known) return notDone(PurseTrouble::LogFailed);
  if (state->sequence < *known) return notDone(PurseTrouble::RolledBack);
  if (auto refused = refusedBefore(*state, order, layout.most)) return *refused;

  const PurseIntent intent{order, state->sequence, state->value};
  if (!log.begin(intent)) return notDone(PurseTrouble::LogFailed);
  const auto ended = [&](PurseOutcome outcome) {
    outcome.value_before = state->value;
    // Without its end in the log the intent is resolved at the next start; the outcome is what it is.
    if (!log.end(order.transaction, outcome.end) && outcome.trouble == PurseTrouble::None)
      outcome.trouble = PurseTrouble::LogFailed;
    return outcome;
  };
  if (const auto prepared = prepare(channel, layout, intent); !prepared) return ended(notDone(prepared.error()));
  const auto committed = commitTransaction(channel, layout.signs);
  if (committed) return ended({.end = PurseEnd::Done, .proof = *committed});
  if (committed.error().kind == Kind::NotSent) return ended(notDone(committed.error()));
  // Also a refusal: nobody proves that the card said it.
  PurseOutcome doubt = notDone(committed.error());
  doubt.end = PurseEnd::InDoubt;
  return ended(std::move(doubt));
}

PurseEnd resolvePurse(Channel& channel, const PurseLayout& layout, const PurseIntent& intent,
                      std::uint32_t known_sequence) {
  bool same = false;
  if (const auto checked = checkUid(channel, intent.order.uid, same); !checked || !same) return PurseEnd::InDoubt;
  const auto state = readPurse(channel, layout);
  if (!state || state->sequence < known_sequence) return PurseEnd::InDoubt;
  const bool ours = std::any_of(state->records.begin(), state->records.end(), [&](const PurseRecord& record) {
    return record.transaction == intent.order.transaction;
  });
  if (ours) return PurseEnd::Done;
  const bool untouched = state->sequence == intent.sequence_before && state->value == intent.value_before;
  return untouched ? PurseEnd::NotDone : PurseEnd::InDoubt;
}

}  // namespace kahui::card
