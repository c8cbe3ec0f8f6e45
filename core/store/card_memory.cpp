#include "core/store/card_memory.hpp"

#include <algorithm>

#include "core/store/free_key.hpp"
#include "core/store/sqlite_store.hpp"
#include "core/store/transaction.hpp"

namespace kahui::store {

namespace {

using ports::PurseEnd;
using ports::PurseIntent;

// Slots beyond their life, so that a clock that is set back makes no code good again.
constexpr std::int64_t kKeptSlots = 60;

LookupKey keyOfUid(const Sealer& sealer, const std::string& uid) {
  return sealer.cardKey({member::CredentialKind::Uid, uid});
}

base::Id idOf(const SQLite::Column& column) {
  base::Id::Raw raw{};
  if (column.getBytes() != static_cast<int>(raw.size())) throw SQLite::Exception("an id of a wrong size");
  std::copy_n(static_cast<const std::uint8_t*>(column.getBlob()), raw.size(), raw.begin());
  return base::Id(raw);
}

bool changedOne(Connection& connection) { return connection.database().getChanges() == 1; }

}  // namespace

base::Status CardMemory::recover() {
  const std::lock_guard lock(m_mutex);
  return oneTransaction(*m_gate, m_connection, [&]() -> base::Status {
    auto update = m_connection.statement("UPDATE purse_intent SET ending=? WHERE ending IS NULL");
    update.bind(1, static_cast<int>(PurseEnd::InDoubt));
    update.exec();
    return {};
  });
}

bool CardMemory::rises(const std::string& uid, std::uint32_t counter) {
  const std::lock_guard lock(m_mutex);
  const LookupKey key = keyOfUid(m_sealer, uid);
  bool risen = false;
  const auto done = oneTransaction(*m_gate, m_connection, [&]() -> base::Status {
    auto query =
        m_connection.statement("SELECT key, highest FROM card_counter WHERE key BETWEEN ?1 AND ?1+3 AND tail=?2");
    query.bind(1, key.key);
    query.bind(2, key.tail);
    if (query.executeStep()) {
      risen = query.getColumn(1).getInt64() < counter;
      auto update = m_connection.statement("UPDATE card_counter SET highest=? WHERE key=? AND highest<?");
      update.bind(1, counter);
      update.bind(2, query.getColumn(0).getInt64());
      update.bind(3, counter);
      update.exec();
      return {};
    }
    risen = true;
    auto insert = m_connection.statement("INSERT INTO card_counter VALUES(?, ?, ?)");
    insert.bind(1, freeKey(m_connection, "SELECT 1 FROM card_counter WHERE key=?", key));
    insert.bind(2, key.tail);
    insert.bind(3, counter);
    insert.exec();
    return {};
  });
  return done && risen;
}

bool CardMemory::isFirstUse(std::string_view number, std::int64_t slot, std::int64_t oldest_slot) {
  const std::lock_guard lock(m_mutex);
  const LookupKey key = m_sealer.cardKey({member::CredentialKind::Code, std::string(number)});
  bool first = false;
  const auto done = oneTransaction(*m_gate, m_connection, [&]() -> base::Status {
    auto forget = m_connection.statement("DELETE FROM code_used WHERE slot<?");
    forget.bind(1, oldest_slot - kKeptSlots);
    forget.exec();
    auto insert = m_connection.statement("INSERT OR IGNORE INTO code_used VALUES(?, ?, ?)");
    insert.bind(1, slot);
    insert.bind(2, key.key);
    insert.bind(3, key.tail);
    insert.exec();
    first = changedOne(m_connection);
    return {};
  });
  return done && first;
}

base::Status CardMemory::begin(const PurseIntent& intent) {
  const std::lock_guard lock(m_mutex);
  const ports::PurseOrder& order = intent.order;
  const LookupKey key = keyOfUid(m_sealer, order.uid);
  return oneTransaction(*m_gate, m_connection, [&]() -> base::Status {
    auto insert = m_connection.statement(
        "INSERT INTO purse_intent(id, key, tail, move, amount, till, till_sequence, sequence_before, value_before, "
        "begun_ms, fen) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT(id) DO UPDATE SET "
        "sequence_before=?8, value_before=?9, begun_ms=?10, ending=NULL WHERE ending=1 AND key=?2 AND tail=?3 AND "
        "move=?4 AND amount=?5");
    insert.bind(1, order.transaction.raw().data(), 16);
    insert.bind(2, key.key);
    insert.bind(3, key.tail);
    insert.bind(4, static_cast<int>(order.move));
    insert.bind(5, order.amount);
    insert.bind(6, order.till);
    insert.bind(7, order.till_sequence);
    insert.bind(8, intent.sequence_before);
    insert.bind(9, intent.value_before);
    insert.bind(10, m_clock->now().utc_ms);
    insert.bind(11, order.worth.value());
    insert.exec();
    if (!changedOne(m_connection))
      return base::fail(base::ErrorCode::WrongState, "a move of points of this name is known");
    return {};
  });
}

base::Status CardMemory::end(const base::Id& transaction, PurseEnd how) {
  const std::lock_guard lock(m_mutex);
  return oneTransaction(*m_gate, m_connection, [&]() -> base::Status {
    auto update =
        m_connection.statement("UPDATE purse_intent SET ending=?1 WHERE id=?2 AND (ending IS NULL OR ending=?3)");
    update.bind(1, static_cast<int>(how));
    update.bind(2, transaction.raw().data(), 16);
    update.bind(3, static_cast<int>(PurseEnd::InDoubt));
    update.exec();
    // An end that was found is never another one afterwards.
    if (!changedOne(m_connection)) return base::fail(base::ErrorCode::WrongState, "no such open move of points");
    return {};
  });
}

base::Result<std::vector<PurseIntent>> CardMemory::openOf(const std::string& uid) {
  const std::lock_guard lock(m_mutex);
  return guarded([&]() -> base::Result<std::vector<PurseIntent>> {
    const LookupKey key = keyOfUid(m_sealer, uid);
    auto query = m_connection.statement(
        "SELECT id, move, amount, till, till_sequence, sequence_before, value_before FROM purse_intent "
        "WHERE key=?1 AND tail=?2 AND (ending IS NULL OR ending=2) ORDER BY n");
    query.bind(1, key.key);
    query.bind(2, key.tail);
    std::vector<PurseIntent> open;
    while (query.executeStep()) {
      PurseIntent intent;
      intent.order.transaction = idOf(query.getColumn(0));
      intent.order.uid = uid;
      intent.order.move = static_cast<ports::PurseMove>(query.getColumn(1).getInt());
      intent.order.amount = query.getColumn(2).getInt();
      intent.order.till = query.getColumn(3).getUInt();
      intent.order.till_sequence = query.getColumn(4).getUInt();
      intent.sequence_before = query.getColumn(5).getUInt();
      intent.value_before = query.getColumn(6).getInt();
      open.push_back(intent);
    }
    return open;
  });
}

base::Result<std::uint32_t> CardMemory::knownSequence(const std::string& uid) {
  const std::lock_guard lock(m_mutex);
  return guarded([&]() -> base::Result<std::uint32_t> {
    const LookupKey key = keyOfUid(m_sealer, uid);
    auto query = m_connection.statement(
        "SELECT ifnull(max(sequence_before)+1, 0) FROM purse_intent WHERE key=? AND tail=? AND ending=?");
    query.bind(1, key.key);
    query.bind(2, key.tail);
    query.bind(3, static_cast<int>(PurseEnd::Done));
    return query.executeStep() ? query.getColumn(0).getUInt() : 0;
  });
}

base::Result<std::optional<ports::PurseFate>> CardMemory::find(const base::Id& transaction, const std::string& uid) {
  const std::lock_guard lock(m_mutex);
  return guarded([&]() -> base::Result<std::optional<ports::PurseFate>> {
    auto query = m_connection.statement(
        "SELECT move, amount, till, till_sequence, sequence_before, value_before, fen, ending, key, tail "
        "FROM purse_intent WHERE id=?");
    query.bind(1, transaction.raw().data(), 16);
    if (!query.executeStep()) return std::nullopt;
    if (!uid.empty()) {
      const LookupKey key = keyOfUid(m_sealer, uid);
      if (query.getColumn(8).getInt64() != key.key || query.getColumn(9).getInt64() != key.tail) return std::nullopt;
    }
    ports::PurseFate fate;
    ports::PurseOrder& order = fate.intent.order;
    order.transaction = transaction;
    order.uid = uid;
    order.move = static_cast<ports::PurseMove>(query.getColumn(0).getInt());
    order.amount = query.getColumn(1).getInt();
    order.till = query.getColumn(2).getUInt();
    order.till_sequence = query.getColumn(3).getUInt();
    fate.intent.sequence_before = query.getColumn(4).getUInt();
    fate.intent.value_before = query.getColumn(5).getInt();
    order.worth = base::Money(query.getColumn(6).getInt64());
    if (!query.getColumn(7).isNull()) fate.end = static_cast<PurseEnd>(query.getColumn(7).getInt());
    return fate;
  });
}

base::Result<ports::CardDoubt> CardMemory::noteHint(const std::string& uid, std::uint32_t sequence,
                                                    std::uint32_t balance) {
  const std::lock_guard lock(m_mutex);
  auto doubt = ports::CardDoubt::None;
  const LookupKey key = keyOfUid(m_sealer, uid);
  const auto done = oneTransaction(*m_gate, m_connection, [&]() -> base::Status {
    auto query = m_connection.statement("SELECT sequence, balance, forks FROM card_hint WHERE key=? AND tail=?");
    query.bind(1, key.key);
    query.bind(2, key.tail);
    if (!query.executeStep()) {
      auto insert = m_connection.statement("INSERT INTO card_hint VALUES(?, ?, ?, ?, 0, 0, ?)");
      insert.bind(1, key.key);
      insert.bind(2, key.tail);
      insert.bind(3, sequence);
      insert.bind(4, balance);
      insert.bind(5, m_clock->now().utc_ms);
      insert.exec();
      return {};
    }
    const std::int64_t known = query.getColumn(0).getInt64();
    const bool other = known == sequence && query.getColumn(1).getInt64() != balance;
    const bool older = sequence < known;
    const bool forked = other || query.getColumn(2).getInt64() > 0;
    doubt = forked ? ports::CardDoubt::Forked : older ? ports::CardDoubt::RolledBack : ports::CardDoubt::None;
    auto update = m_connection.statement(
        "UPDATE card_hint SET sequence=max(sequence, ?3), balance=iif(?3>sequence, ?4, balance), forks=forks+?5, "
        "rollbacks=rollbacks+?6, seen_ms=?7 WHERE key=?1 AND tail=?2");
    update.bind(1, key.key);
    update.bind(2, key.tail);
    update.bind(3, sequence);
    update.bind(4, balance);
    update.bind(5, other ? 1 : 0);
    update.bind(6, older ? 1 : 0);
    update.bind(7, m_clock->now().utc_ms);
    update.exec();
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return doubt;
}

base::Result<std::optional<std::uint32_t>> CardMemory::accountOf(const std::string& uid) {
  const std::lock_guard lock(m_mutex);
  return guarded([&]() -> base::Result<std::optional<std::uint32_t>> {
    const LookupKey key = keyOfUid(m_sealer, uid);
    auto query = m_connection.statement(
        "SELECT m.noncash+m.cashable FROM card c JOIN member m ON m.no=c.member WHERE c.key BETWEEN ?1 AND ?1+3 AND "
        "c.tail=?2 AND c.status=?3 AND m.status=?4");
    query.bind(1, key.key);
    query.bind(2, key.tail);
    query.bind(3, static_cast<int>(member::CardStatus::Active));
    query.bind(4, static_cast<int>(member::MemberStatus::Active));
    if (!query.executeStep()) return std::optional<std::uint32_t>();
    const std::int64_t points = std::max<std::int64_t>(0, query.getColumn(0).getInt64());
    return std::optional(static_cast<std::uint32_t>(std::min<std::int64_t>(points, UINT32_MAX)));
  });
}

base::Result<std::vector<PurseDoubt>> SqliteStore::purseDoubts() {
  return guarded([&]() -> base::Result<std::vector<PurseDoubt>> {
    auto query = m_connection.statement(
        "SELECT p.id, ifnull(c.member, 0), p.move, p.amount, p.begun_ms FROM purse_intent p "
        "LEFT JOIN card c ON c.key BETWEEN p.key AND p.key+3 AND c.tail=p.tail "
        "WHERE p.ending IS NULL OR p.ending=2 ORDER BY p.n");
    std::vector<PurseDoubt> found;
    while (query.executeStep()) {
      found.push_back({idOf(query.getColumn(0)), query.getColumn(1).getInt64(),
                       static_cast<ports::PurseMove>(query.getColumn(2).getInt()), query.getColumn(3).getInt(),
                       query.getColumn(4).getInt64()});
    }
    return found;
  });
}

base::Result<std::shared_ptr<CardMemory>> SqliteStore::openCardMemory() {
  KAHUI_ASSERT(!m_options.read_only);
  auto connection = Connection::open(databasePath(m_folder), Connection::Mode::Write, m_options.vfs);
  if (!connection) return tl::unexpected(connection.error());
  auto memory = std::make_shared<CardMemory>(*std::move(connection), m_sealer, m_options.gate, m_options.clock);
  KAHUI_TRY(memory->recover());
  return memory;
}

}  // namespace kahui::store
