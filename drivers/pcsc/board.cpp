#include "drivers/pcsc/board.hpp"

#include <algorithm>

#include "core/base/result.hpp"

namespace kahui::pcsc {

using ports::ReaderAdvice;
using ports::ReaderKind;
using ports::ReaderState;
using ports::RefuseReason;

namespace {

bool has(DWORD state, DWORD flag) { return (state & flag) != 0; }

// Neither presence nor counter mean anything in these states.
bool isBlind(DWORD state) {
  return state == SCARD_STATE_UNAWARE || has(state, SCARD_STATE_UNAVAILABLE | SCARD_STATE_UNKNOWN);
}

}  // namespace

Board::Board(const std::vector<std::string>& names, std::chrono::milliseconds retry, ports::ReaderEventSink sink)
    : m_retry(retry), m_sink(std::move(sink)) {
  for (const std::string& name : names) m_wanted.push_back({.label = "pcsc:" + name, .prefix = name, .complaint = {}});
  if (names.empty()) m_wanted.push_back({.label = "pcsc", .prefix = {}, .complaint = {}});
}

bool Board::isWanted(const std::string& reader) const {
  return std::any_of(m_wanted.begin(), m_wanted.end(),
                     [&](const Wanted& wanted) { return reader.starts_with(wanted.prefix); });
}

void Board::complain(Wanted& wanted, std::optional<Health> complaint) {
  if (wanted.complaint == complaint) return;
  wanted.complaint = complaint;
  const Health health = complaint.value_or(Health{ReaderState::Ready, ReaderAdvice::None});
  m_sink(ports::ReaderChanged{wanted.label, ReaderKind::Pcsc, health.state, health.advice});
}

void Board::serviceLost(ReaderAdvice advice) {
  dropAll(advice);
  for (Wanted& wanted : m_wanted) complain(wanted, Health{ReaderState::Gone, advice});
}

void Board::serviceHangs() {
  for (Wanted& wanted : m_wanted) complain(wanted, Health{ReaderState::Error, ReaderAdvice::StartService});
}

void Board::dropAll(ReaderAdvice advice) {
  for (auto& [reader, slot] : m_slots) {
    depart(reader, slot);
    m_sink(ports::ReaderChanged{reader, ReaderKind::Pcsc, ReaderState::Gone, advice});
  }
  m_slots.clear();
}

void Board::listed(const std::vector<std::string>& names) {
  for (auto at = m_slots.begin(); at != m_slots.end();) {
    if (std::find(names.begin(), names.end(), at->first) != names.end()) {
      ++at;
      continue;
    }
    depart(at->first, at->second);
    const bool told = at->second.reported && at->second.reported->state == ReaderState::Gone;
    if (!told) m_sink(ports::ReaderChanged{at->first, ReaderKind::Pcsc, ReaderState::Gone, ReaderAdvice::PlugReaderIn});
    at = m_slots.erase(at);
  }
  for (const std::string& name : names)
    if (isWanted(name)) m_slots.try_emplace(name);
  for (Wanted& wanted : m_wanted) {
    const bool found = std::any_of(m_slots.begin(), m_slots.end(),
                                   [&](const auto& slot) { return slot.first.starts_with(wanted.prefix); });
    complain(wanted, found ? std::nullopt : std::optional(Health{ReaderState::Gone, ReaderAdvice::PlugReaderIn}));
  }
}

void Board::observed(const std::vector<WatchedReader>& readers, TimePoint woken) {
  for (const WatchedReader& reader : readers)
    if (const auto slot = m_slots.find(reader.name); slot != m_slots.end())
      observe(reader.name, slot->second, reader.state, woken);
}

void Board::observe(const std::string& reader, Slot& slot, DWORD state, TimePoint woken) {
  const DWORD before = slot.state;
  slot.state = state;
  const bool there = !isBlind(state) && has(state, SCARD_STATE_PRESENT);
  const bool was_there = !isBlind(before) && has(before, SCARD_STATE_PRESENT);
  const bool counted = !isBlind(state) && !isBlind(before) && eventCounter(state) != eventCounter(before);
  if (there != was_there || counted || isBlind(state) != isBlind(before)) slot.trouble = Trouble::None;
  // Only a change counts: the daemon still tells of an exclusive holder for a while after a card could be read again.
  if (has(state, SCARD_STATE_EXCLUSIVE) != has(before, SCARD_STATE_EXCLUSIVE))
    slot.exclusive = has(state, SCARD_STATE_EXCLUSIVE);
  if (was_there && (!there || counted)) depart(reader, slot);
  reportHealth(reader, slot);
  if (there && (!was_there || counted)) arrive(slot, woken);
  if (!there && !was_there && counted) {  // a card came and went between two looks
    slot.phase = Phase::Unread;
    refuse(reader, slot, RefuseReason::Torn);
    slot.phase = Phase::NoCard;
  }
}

void Board::arrive(Slot& slot, TimePoint woken) {
  slot.phase = Phase::Unread;
  slot.generation = ports::newGeneration();
  slot.woken = woken;
  slot.not_before = woken;
  slot.in_use_before = has(slot.state, SCARD_STATE_INUSE);
  slot.once_more = false;
}

void Board::lookAgain(TimePoint now) {
  for (auto& [reader, slot] : m_slots) {
    switch (slot.phase) {
      case Phase::NoCard: break;
      case Phase::Unread: slot.once_more = true; break;
      case Phase::Read:
      case Phase::Refused:
        depart(reader, slot);
        arrive(slot, now);
        break;
    }
  }
}

void Board::depart(const std::string& reader, Slot& slot) {
  switch (slot.phase) {
    case Phase::NoCard:
    case Phase::Refused: break;
    case Phase::Unread: refuse(reader, slot, RefuseReason::Torn); break;
    case Phase::Read: m_sink(ports::CardRemoved{{reader, slot.generation}}); break;
  }
  slot.phase = Phase::NoCard;
}

void Board::refuse(const std::string& reader, Slot& slot, RefuseReason reason) {
  KAHUI_ASSERT(slot.phase == Phase::Unread);
  slot.phase = Phase::Refused;
  m_sink(ports::CardRefused{reader, reason});
}

void Board::reportHealth(const std::string& reader, Slot& slot) {
  Health health{ReaderState::Ready, ReaderAdvice::None};
  const bool held =
      slot.trouble == Trouble::Held || slot.exclusive || (slot.trouble == Trouble::Hung && slot.in_use_before);
  if (isBlind(slot.state) || slot.trouble == Trouble::Lost) {
    health = {ReaderState::Gone, ReaderAdvice::PlugReaderIn};
  } else if (held) {
    health = {ReaderState::Busy, ReaderAdvice::CloseOtherProgram};
  } else if (slot.trouble == Trouble::Hung) {
    health = {ReaderState::Error, ReaderAdvice::ReplugReader};
  }
  if (slot.reported == health) return;
  slot.reported = health;
  m_sink(ports::ReaderChanged{reader, ReaderKind::Pcsc, health.state, health.advice});
}

std::vector<WatchedReader> Board::watched() const {
  std::vector<WatchedReader> readers;
  for (const auto& [reader, slot] : m_slots) readers.push_back({reader, slot.state});
  return readers;
}

std::optional<Job> Board::job(const std::string& reader) const {
  const auto slot = m_slots.find(reader);
  if (slot == m_slots.end() || slot->second.phase != Phase::Unread) return std::nullopt;
  return Job{slot->second.generation, eventCounter(slot->second.state), slot->second.not_before};
}

void Board::concluded(const std::string& reader, std::uint64_t generation, const Reading& reading, TimePoint now) {
  const auto found = m_slots.find(reader);
  if (found == m_slots.end()) return;
  Slot& slot = found->second;
  if (slot.phase != Phase::Unread || slot.generation != generation) return;  // that card has had its event when it left
  slot.not_before = now + m_retry;
  slot.trouble = Trouble::None;
  if (reading.kind == Reading::Kind::Credential) slot.exclusive = false;
  if (reading.kind == Reading::Kind::HeldElsewhere) slot.trouble = Trouble::Held;
  if (reading.kind == Reading::Kind::ReaderLost) slot.trouble = Trouble::Lost;
  reportHealth(reader, slot);
  switch (reading.kind) {
    case Reading::Kind::HeldElsewhere:
    case Reading::Kind::ReaderLost:
    case Reading::Kind::ServiceLost: return;  // asked again after m_retry, as long as the card lies there
    case Reading::Kind::Refused: refuse(reader, slot, reading.reason); break;
    case Reading::Kind::CardLost: refuse(reader, slot, RefuseReason::Torn); return;
    case Reading::Kind::Credential: {
      slot.phase = Phase::Read;
      const auto elapsed = std::chrono::duration_cast<std::chrono::microseconds>(now - slot.woken);
      m_sink(card::cardRead({reader, slot.generation}, reading.identity, elapsed.count()));
      break;
    }
  }
  if (!slot.once_more) return;
  depart(reader, slot);
  arrive(slot, now);
}

void Board::readerHangs(const std::string& reader, bool hangs) {
  const auto slot = m_slots.find(reader);
  if (slot == m_slots.end()) return;
  if (hangs) slot->second.trouble = Trouble::Hung;
  if (!hangs && slot->second.trouble == Trouble::Hung) slot->second.trouble = Trouble::None;
  reportHealth(reader, slot->second);
}

bool Board::hangs(const std::string& reader) const {
  const auto slot = m_slots.find(reader);
  return slot != m_slots.end() && slot->second.trouble == Trouble::Hung;
}

bool Board::isTroubled() const {
  return std::any_of(m_slots.begin(), m_slots.end(), [](const auto& slot) {
    return slot.second.trouble != Trouble::None || isBlind(slot.second.state);
  });
}

}  // namespace kahui::pcsc
