// Terminals, their logs as they came, and leases.
#include "app/hqdb/sql_store.hpp"
#include "app/hqdb/sql_values.hpp"

namespace kahui::hqdb {

using namespace ports;

std::optional<std::string> SqlTransaction::meta(std::string_view key) {
  const Rows rows = m_database.run("SELECT value FROM meta WHERE key = $1", {text(key)});
  return rows.empty() ? std::nullopt : std::optional(rows.front().text(0));
}

void SqlTransaction::setMeta(std::string_view key, std::string_view value) {
  m_database.run("INSERT INTO meta VALUES($1, $2) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
                 {text(key), text(value)});
}

void SqlTransaction::putCode(const HqCode& code) {
  m_database.run(
      "INSERT INTO enrol_code VALUES($1, $2, $3, $4, $5) ON CONFLICT(digest) DO UPDATE SET used_ms = excluded.used_ms",
      {text(code.digest), text(code.store), text(code.position), code.expires_ms, code.used_ms});
}

std::optional<HqCode> SqlTransaction::code(std::string_view digest) {
  const Rows rows = m_database.run("SELECT * FROM enrol_code WHERE digest = $1 FOR UPDATE", {text(digest)});
  if (rows.empty()) return std::nullopt;
  const Row& row = rows.front();
  return HqCode{row.text(0), row.text(1), row.text(2), row.number(3), row.number(4)};
}

void SqlTransaction::putTerminal(const HqTerminal& t) {
  m_memory.terminals.erase(t.id);
  m_database.run(
      "INSERT INTO terminal VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) ON "
      "CONFLICT(id) DO UPDATE "
      "SET "
      "store = excluded.store, position = excluded.position, state = excluded.state, certificate = "
      "excluded.certificate, "
      "boot_id = excluded.boot_id, app = excluded.app, enrolled_ms = excluded.enrolled_ms, contact_ms = "
      "excluded.contact_ms, "
      "head_seq = excluded.head_seq, unsent = excluded.unsent, oldest_unsent_ms = excluded.oldest_unsent_ms, "
      "offset_ms = excluded.offset_ms, hello_ms = excluded.hello_ms, hello_inc = excluded.hello_inc, hello_seq = "
      "excluded.hello_seq",
      {text(t.id), text(t.store), text(t.position), std::int64_t{static_cast<int>(t.state)}, text(t.certificate),
       text(t.boot_id), text(t.app), t.enrolled_ms, t.contact_ms, t.head_seq, t.unsent, t.oldest_unsent_ms, t.offset_ms,
       t.hello_ms, number(std::uint64_t{t.hello_inc}), number(t.hello_seq)});
}

namespace {

HqTerminal terminalOf(const Row& row) {
  return {row.text(0),    row.text(1),    row.text(2),    static_cast<HqTerminalState>(row.number(3)),
          row.text(4),    row.text(5),    row.text(6),    row.number(7),
          row.number(8),  row.number(9),  row.number(10), row.number(11),
          row.number(12), row.number(13), incOf(row, 14), countOf(row, 15)};
}

std::optional<HqTerminal> firstTerminal(const Rows& rows) {
  return rows.empty() ? std::nullopt : std::optional(terminalOf(rows.front()));
}

HqIncarnation incarnationOf(const Row& row) {
  return {row.text(0),         incOf(row, 1),   hashOf(row.blob(2)), countOf(row, 3),
          hashOf(row.blob(4)), countOf(row, 6), countOf(row, 5)};
}

}  // namespace

std::optional<HqTerminal> SqlTransaction::terminal(std::string_view id) {
  const auto [place, fresh] = m_memory.terminals.try_emplace(std::string(id));
  if (fresh) place->second = firstTerminal(m_database.run("SELECT * FROM terminal WHERE id = $1", {text(id)}));
  return place->second;
}

std::optional<HqTerminal> SqlTransaction::lockTerminal(std::string_view id) {
  return firstTerminal(m_database.run("SELECT * FROM terminal WHERE id = $1 FOR UPDATE", {text(id)}));
}

// Tills: the log of a channel (core/hq/channel_bills.hpp) has no feeds, no orders and nothing to say.
std::vector<HqTerminal> SqlTransaction::terminals() {
  std::vector<HqTerminal> list;
  for (const Row& row :
       m_database.run("SELECT * FROM terminal WHERE position <> 'channel' ORDER BY store, position, id", {}))
    list.push_back(terminalOf(row));
  return list;
}

std::optional<HqIncarnation> SqlTransaction::incarnation(std::string_view terminal, std::uint32_t inc) {
  const Rows rows = m_database.run(
      "SELECT i.*, coalesce(p.seq, 0) FROM incarnation i LEFT JOIN projected p ON p.terminal = i.terminal AND p.inc = "
      "i.inc "
      "WHERE i.terminal = $1 AND i.inc = $2",
      {text(terminal), number(std::uint64_t{inc})});
  return rows.empty() ? std::nullopt : std::optional(incarnationOf(rows.front()));
}

std::vector<HqIncarnation> SqlTransaction::incarnations(std::string_view terminal) {
  std::vector<HqIncarnation> list;
  for (const Row& row :
       m_database.run("SELECT i.*, coalesce(p.seq, 0) FROM incarnation i LEFT JOIN projected p ON p.terminal = "
                      "i.terminal AND p.inc = i.inc WHERE i.terminal = $1 ORDER BY i.inc",
                      {text(terminal)}))
    list.push_back(incarnationOf(row));
  return list;
}

void SqlTransaction::putIncarnation(const HqIncarnation& i) {
  m_database.run(
      "INSERT INTO incarnation VALUES($1, $2, $3, $4, $5, $6) ON CONFLICT(terminal, inc) DO UPDATE SET start = "
      "excluded.start, "
      "acked = excluded.acked, acked_hash = excluded.acked_hash, purgeable = excluded.purgeable",
      {text(i.terminal), number(std::uint64_t{i.inc}), hash(i.start), number(i.acked), hash(i.acked_hash),
       number(i.purgeable)});
}

void SqlTransaction::putInbox(const HqInboxBatch& b) {
  m_database.run("INSERT INTO inbox VALUES($1, $2, $3, $4, $5, $6, $7)",
                 {text(b.terminal), number(std::uint64_t{b.inc}), number(b.first), number(b.last), b.received_ms,
                  Blob{b.lines}, Blob{std::string(b.hashes.begin(), b.hashes.end())}});
}

std::vector<HqInboxBatch> SqlTransaction::inboxFrom(std::string_view terminal, std::uint32_t inc, std::uint64_t seq,
                                                    int limit) {
  std::vector<HqInboxBatch> list;
  for (const Row& row :
       m_database.run("SELECT * FROM inbox WHERE terminal = $1 AND inc = $2 AND last >= $3 ORDER BY last LIMIT $4",
                      {text(terminal), number(std::uint64_t{inc}), number(seq), std::int64_t{limit}})) {
    const std::string hashes = row.blob(6);
    list.push_back({row.text(0), incOf(row, 1), countOf(row, 2), countOf(row, 3), row.number(4), row.blob(5),
                    base::Bytes(hashes.begin(), hashes.end())});
  }
  return list;
}

std::optional<base::Sha256> SqlTransaction::hashAt(std::string_view terminal, std::uint32_t inc, std::uint64_t seq) {
  const Rows rows = m_database.run(
      "SELECT substr(hashes, CAST(($3 - first) * 32 + 1 AS INTEGER), 32) FROM inbox WHERE terminal = $1 AND inc = $2 "
      "AND "
      "last = (SELECT min(last) FROM inbox WHERE terminal = $1 AND inc = $2 AND last >= $3) AND first <= $3",
      {text(terminal), number(std::uint64_t{inc}), number(seq)});
  return rows.empty() ? std::nullopt : std::optional(hashOf(rows.front().blob(0)));
}

std::optional<std::int64_t> SqlTransaction::takeLease(std::string_view name, std::string_view owner,
                                                      std::int64_t now_ms, std::int64_t until_ms) {
  const Rows rows = m_database.run(
      "INSERT INTO lease VALUES($1, $2, 1, $4) ON CONFLICT(name) DO UPDATE SET until_ms = excluded.until_ms, owner = "
      "excluded.owner, "
      "token = CASE WHEN lease.owner = excluded.owner THEN lease.token ELSE lease.token + 1 END "
      "WHERE lease.owner = excluded.owner OR lease.until_ms <= $3 RETURNING token",
      {text(name), text(owner), now_ms, until_ms});
  return rows.empty() ? std::nullopt : std::optional(rows.front().number(0));
}

bool SqlTransaction::holdsLease(std::string_view name, std::int64_t token) {
  const Rows rows = m_database.run("SELECT token FROM lease WHERE name = $1 FOR UPDATE", {text(name)});
  return !rows.empty() && rows.front().number(0) == token;
}

std::vector<HqBacklog> SqlTransaction::backlog(int limit) {
  std::vector<HqBacklog> list;
  for (const Row& row :
       m_database.run("SELECT i.terminal, i.inc, coalesce(p.seq, 0), i.acked FROM incarnation i LEFT JOIN projected p "
                      "ON p.terminal = i.terminal AND p.inc = i.inc WHERE i.acked > coalesce(p.seq, 0) "
                      "ORDER BY i.terminal, i.inc LIMIT $1",
                      {std::int64_t{limit}}))
    list.push_back({row.text(0), incOf(row, 1), countOf(row, 2), countOf(row, 3)});
  return list;
}

void SqlTransaction::setProjected(std::string_view terminal, std::uint32_t inc, std::uint64_t seq) {
  m_database.run("INSERT INTO projected VALUES($1, $2, $3) ON CONFLICT(terminal, inc) DO UPDATE SET seq = excluded.seq",
                 {text(terminal), number(std::uint64_t{inc}), number(seq)});
}

}  // namespace kahui::hqdb
