// The outbox: the journal beyond what is acknowledged, chain by chain.
#include <algorithm>

#include "core/journal/codec.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

namespace {

bool copyHash(const SQLite::Column& column, base::Sha256& out) {
  if (column.getBytes() != static_cast<int>(out.size())) return false;
  std::copy_n(static_cast<const std::uint8_t*>(column.getBlob()), out.size(), out.begin());
  return true;
}

std::int64_t number(const SQLite::Column& column) { return column.isNull() ? 0 : column.getInt64(); }

}  // namespace

std::int64_t SqliteStore::Chain::entryOf(std::uint64_t seq) const {
  if (seq <= own) return first_entry - 1 + static_cast<std::int64_t>(seq);
  return -((std::int64_t{incarnation} << 40) | static_cast<std::int64_t>(seq));
}

base::Result<std::vector<SqliteStore::Chain>> SqliteStore::readChains() {
  return guarded([&]() -> base::Result<std::vector<Chain>> {
    std::vector<Chain> chains;
    auto rows = m_connection.statement(
        "SELECT n.inc, i.first_entry, CASE WHEN i.hash IS NULL OR c.cut=0 THEN c.start ELSE i.hash END, c.acked, "
        "c.purgeable, c.cut, "
        "(SELECT min(entry) FROM fetched WHERE entry > -((n.inc+1) << 40) AND entry < -(n.inc << 40)), "
        "(SELECT min(first_entry) FROM incarnation WHERE inc > n.inc) "
        "FROM (SELECT inc FROM incarnation UNION SELECT inc FROM sync_chain) n "
        "LEFT JOIN incarnation i ON i.inc=n.inc LEFT JOIN sync_chain c ON c.inc=n.inc ORDER BY n.inc");
    while (rows.executeStep()) {
      Chain chain;
      chain.incarnation = rows.getColumn(0).getUInt();
      chain.first_entry = number(rows.getColumn(1));
      if (!copyHash(rows.getColumn(2), chain.start))
        return base::fail(base::ErrorCode::StoreCorrupt, "start of a chain");
      chain.acked = static_cast<std::uint64_t>(number(rows.getColumn(3)));
      chain.purgeable = static_cast<std::uint64_t>(number(rows.getColumn(4)));
      if (chain.first_entry != 0) {
        const SQLite::Column next = rows.getColumn(7);
        const std::int64_t end = next.isNull() ? m_head.entry + 1 : next.getInt64();
        const auto all = static_cast<std::uint64_t>(end - chain.first_entry);
        const SQLite::Column cut = rows.getColumn(5);
        chain.own = cut.isNull() ? all : std::min(all, static_cast<std::uint64_t>(cut.getInt64()));
        chain.cut_off = all - chain.own;
      }
      if (const SQLite::Column last = rows.getColumn(6); !last.isNull())
        chain.fetched = static_cast<std::uint64_t>(-last.getInt64() & ((std::int64_t{1} << 40) - 1)) - chain.own;
      chains.push_back(chain);
    }
    return chains;
  });
}

base::Result<std::optional<SqliteStore::Chain>> SqliteStore::readChain(std::uint32_t incarnation) {
  const auto chains = readChains();
  if (!chains) return tl::unexpected(chains.error());
  const auto found =
      std::find_if(chains->begin(), chains->end(), [&](const Chain& one) { return one.incarnation == incarnation; });
  return found == chains->end() ? std::optional<Chain>() : std::optional(*found);
}

base::Result<std::vector<ports::HeldChain>> SqliteStore::chains() {
  const auto chains = readChains();
  if (!chains) return tl::unexpected(chains.error());
  std::vector<ports::HeldChain> held;
  for (const Chain& chain : *chains) {
    const auto hash = hashIn(chain, chain.head());
    if (!hash) return tl::unexpected(hash.error());
    if (!*hash) return base::fail(base::ErrorCode::StoreCorrupt, "head of a chain");
    held.push_back({chain.incarnation, {chain.head(), **hash}, chain.acked, chain.purgeable});
  }
  return held;
}

base::Result<std::optional<base::Sha256>> SqliteStore::hashIn(const Chain& chain, std::uint64_t seq) {
  if (seq == 0) return std::optional(chain.start);
  if (seq > chain.head()) return std::optional<base::Sha256>();
  return guarded([&]() -> base::Result<std::optional<base::Sha256>> {
    auto query = m_connection.statement(
        "SELECT hash FROM journal WHERE entry=?1 AND ?1>0 UNION ALL SELECT hash FROM fetched WHERE entry=?1 AND ?1<0");
    query.bind(1, chain.entryOf(seq));
    base::Sha256 hash{};
    if (!query.executeStep() || !copyHash(query.getColumn(0), hash))
      return base::fail(base::ErrorCode::StoreCorrupt, "a line of a chain is missing");
    return std::optional(hash);
  });
}

base::Result<std::optional<base::Sha256>> SqliteStore::hashAt(std::uint32_t incarnation, std::uint64_t seq) {
  const auto chain = readChain(incarnation);
  if (!chain) return tl::unexpected(chain.error());
  return *chain ? hashIn(**chain, seq) : std::optional<base::Sha256>();
}

base::Result<ports::OutboxLines> SqliteStore::linesAfter(std::uint32_t incarnation, std::uint64_t after,
                                                         std::size_t most_events, std::size_t most_bytes) {
  const auto chain = readChain(incarnation);
  if (!chain) return tl::unexpected(chain.error());
  const auto previous = *chain ? hashIn(**chain, after) : std::optional<base::Sha256>();
  if (!previous) return tl::unexpected(previous.error());
  if (!*previous) return base::fail(base::ErrorCode::OutOfRange, "the chain does not reach there");
  return guarded([&]() -> base::Result<ports::OutboxLines> {
    ports::OutboxLines out{**previous, {}, **previous};
    std::size_t bytes = 0;
    for (std::uint64_t seq = after + 1; seq <= (*chain)->head() && out.lines.size() < most_events; ++seq) {
      auto query = m_connection.statement(
          "SELECT line, hash FROM journal WHERE entry=?1 AND ?1>0 UNION ALL "
          "SELECT line, hash FROM fetched WHERE entry=?1 AND ?1<0");
      query.bind(1, (*chain)->entryOf(seq));
      if (!query.executeStep()) return base::fail(base::ErrorCode::StoreCorrupt, "a line of a chain is missing");
      std::string line = query.getColumn(0).getString();
      bytes += line.size() + 1;
      if (!out.lines.empty() && bytes > most_bytes) break;
      if (!copyHash(query.getColumn(1), out.head_hash))
        return base::fail(base::ErrorCode::StoreCorrupt, "a chain hash");
      out.lines.push_back(std::move(line));
    }
    return out;
  });
}

base::Result<ports::Unsent> SqliteStore::unsent() {
  const auto chains = readChains();
  if (!chains) return tl::unexpected(chains.error());
  ports::Unsent unsent;
  for (const Chain& chain : *chains) {
    const std::uint64_t count = chain.head() - std::min(chain.head(), chain.acked);
    if (count > 0 && unsent.oldest_ms == 0) {
      const auto first = linesAfter(chain.incarnation, chain.acked, 1, 0);
      if (!first) return tl::unexpected(first.error());
      const auto event = journal::decode(first->lines.front());
      unsent.oldest_ms = event ? event->at.utc_ms : 0;
    }
    unsent.count += count;
  }
  return unsent;
}

void SqliteStore::putChain(const Chain& chain) {
  auto put = m_connection.statement(
      "INSERT INTO sync_chain VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT(inc) DO UPDATE SET acked=?2, purgeable=?3, "
      "cut=?4, start=?5");
  put.bind(1, chain.incarnation);
  put.bind(2, static_cast<std::int64_t>(chain.acked));
  put.bind(3, static_cast<std::int64_t>(chain.purgeable));
  // As long as nothing follows on the journal's lines, the chain grows with them.
  if (chain.fetched > 0 || chain.cut_off > 0) {
    put.bind(4, static_cast<std::int64_t>(chain.own));
  } else {
    put.bind(4);
  }
  put.bind(5, chain.start.data(), static_cast<int>(chain.start.size()));
  put.exec();
}

base::Status SqliteStore::setAcked(std::uint32_t incarnation, const journal::ChainMark& acked, std::uint64_t purgeable,
                                   bool headquarters_restored) {
  auto chain = readChain(incarnation);
  if (!chain) return tl::unexpected(chain.error());
  const auto own = *chain ? hashIn(**chain, acked.seq) : std::optional<base::Sha256>();
  if (!own) return tl::unexpected(own.error());
  if (!*own || **own != acked.hash)
    return base::fail(base::ErrorCode::WrongState, "an acknowledgement of what this till does not hold");
  Chain& changed = **chain;
  if (headquarters_restored ? changed.acked == acked.seq : acked.seq <= changed.acked && purgeable <= changed.purgeable)
    return {};
  changed.acked = headquarters_restored ? acked.seq : std::max(changed.acked, acked.seq);
  changed.purgeable = headquarters_restored ? std::min(purgeable, acked.seq) : std::max(changed.purgeable, purgeable);
  return transaction([&]() -> base::Status {
    putChain(changed);
    return {};
  });
}

base::Result<ports::HqContact> SqliteStore::contact() {
  return guarded([&]() -> base::Result<ports::HqContact> {
    auto query = m_connection.statement("SELECT epoch, at_ms, offset_ms, verdict, alarm FROM hq_contact");
    if (!query.executeStep()) return ports::HqContact{};
    return ports::HqContact{query.getColumn(0).getInt64(), query.getColumn(1).getInt64(), query.getColumn(2).getInt64(),
                            query.getColumn(3).getString(), query.getColumn(4).getString()};
  });
}

base::Status SqliteStore::setContact(const ports::HqContact& contact) {
  const std::int64_t before_ms = m_hq_offset_ms.value_or(0);
  const base::Status done = transaction([&]() -> base::Status {
    if (std::abs(contact.offset_ms - before_ms) > journal::kClockJump_ms)
      KAHUI_TRY(appendNow(journal::ClockJumped{"HQ", -contact.offset_ms, {}}));
    auto put = m_connection.statement("INSERT OR REPLACE INTO hq_contact VALUES(1, ?, ?, ?, ?, ?)");
    put.bind(1, contact.epoch);
    put.bind(2, contact.at_ms);
    put.bind(3, contact.offset_ms);
    put.bindNoCopy(4, contact.verdict);
    put.bindNoCopy(5, contact.alarm);
    put.exec();
    return {};
  });
  if (!done) return done;
  if (contact.epoch != 0) m_hq_offset_ms = contact.offset_ms;
  if (m_high_water) m_high_water->write({m_info.incarnation, m_head.seq});
  return {};
}

base::Result<std::vector<ports::FeedCursor>> SqliteStore::cursors() {
  return guarded([&]() -> base::Result<std::vector<ports::FeedCursor>> {
    std::vector<ports::FeedCursor> cursors;
    auto rows = m_connection.statement("SELECT scope, epoch, position FROM feed_cursor ORDER BY scope");
    while (rows.executeStep())
      cursors.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getInt64(), rows.getColumn(2).getInt64()});
    return cursors;
  });
}

}  // namespace kahui::store
