// What headquarters keeps to run for years.
#include "app/hqdb/sql_store.hpp"
#include "app/hqdb/sql_values.hpp"

namespace kahui::hqdb {

using namespace ports;

namespace {

// terminal, day, signed, bills, total, earned, used, locked_ms, who, reason
HqDayLock lockOf(const Row& row) {
  return {row.text(0),        dayOf(row, 1),
          row.number(2) != 0, {row.number(3), moneyOf(row, 4), pointsOf(row, 5), pointsOf(row, 6), 0},
          row.number(7),      row.text(8),
          row.text(9)};
}

}  // namespace

void SqlTransaction::putBody(const HqBody& b) {
  m_database.run("INSERT INTO batch_body VALUES($1, $2, $3, $4, $5) ON CONFLICT(terminal, digest) DO NOTHING",
                 {text(b.terminal), hash(b.digest), number(std::uint64_t{b.inc}), number(b.n), b.received_ms});
}

std::optional<HqBody> SqlTransaction::body(std::string_view terminal, const base::Sha256& digest) {
  const Rows rows = m_database.run("SELECT inc, n, received_ms FROM batch_body WHERE terminal = $1 AND digest = $2",
                                   {text(terminal), hash(digest)});
  if (rows.empty()) return std::nullopt;
  const Row& row = rows.front();
  return HqBody{std::string(terminal), digest, incOf(row, 0), countOf(row, 1), row.number(2)};
}

void SqlTransaction::dropBodies(std::int64_t received_before_ms) {
  m_database.run("DELETE FROM batch_body WHERE received_ms < $1", {received_before_ms});
}

void SqlTransaction::putDayLock(const HqDayLock& l) {
  m_database.run(
      "INSERT INTO day_lock VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT(terminal, day) DO UPDATE SET "
      "signed = excluded.signed, bills = excluded.bills, total = excluded.total, earned = excluded.earned, "
      "used = excluded.used, locked_ms = excluded.locked_ms, who = excluded.who, reason = excluded.reason",
      {text(l.terminal), number(l.day), flag(l.signed_off), l.sums.bills, number(l.sums.total), number(l.sums.earned),
       number(l.sums.used), l.locked_ms, text(l.who), text(l.reason)});
}

std::optional<HqDayLock> SqlTransaction::dayLock(std::string_view terminal, base::BusinessDate day) {
  const Rows rows =
      m_database.run("SELECT * FROM day_lock WHERE terminal = $1 AND day = $2", {text(terminal), number(day)});
  return rows.empty() ? std::nullopt : std::optional(lockOf(rows.front()));
}

std::vector<HqDayLock> SqlTransaction::dayLocks(base::BusinessDate first, base::BusinessDate last) {
  std::vector<HqDayLock> list;
  for (const Row& row : m_database.run("SELECT * FROM day_lock WHERE day >= $1 AND day <= $2 ORDER BY day, terminal",
                                       {number(first), number(last)}))
    list.push_back(lockOf(row));
  return list;
}

void SqlTransaction::putAdjustment(const HqAdjustment& a) {
  const std::int64_t before = m_database
                                  .run("SELECT count(*) FROM day_adjustment WHERE terminal = $1 AND day = $2",
                                       {text(a.terminal), number(a.day)})
                                  .front()
                                  .number(0);
  m_database.run("INSERT INTO day_adjustment VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                 {text(a.terminal), number(a.day), before + 1, number(a.open_day), a.sums.bills, number(a.sums.total),
                  number(a.sums.earned), number(a.sums.used), a.at_ms});
}

std::vector<HqAdjustment> SqlTransaction::adjustments() {
  std::vector<HqAdjustment> list;
  for (const Row& row : m_database.run("SELECT * FROM day_adjustment ORDER BY terminal, day, n", {}))
    list.push_back({row.text(0),
                    dayOf(row, 1),
                    dayOf(row, 3),
                    static_cast<int>(row.number(2)),
                    {row.number(4), moneyOf(row, 5), pointsOf(row, 6), pointsOf(row, 7), 0},
                    row.number(8)});
  return list;
}

std::vector<base::BusinessDate> SqlTransaction::daysWithEvents(base::BusinessDate first, base::BusinessDate last) {
  std::vector<base::BusinessDate> days;
  for (const Row& row : m_database.run("SELECT DISTINCT day FROM day_span WHERE day >= $1 AND day <= $2 ORDER BY day",
                                       {number(first), number(last)}))
    days.push_back(dayOf(row, 0));
  return days;
}

std::optional<std::uint64_t> SqlTransaction::firstUnsettled(std::string_view terminal, std::uint32_t inc) {
  const Rows rows = m_database.run(
      "SELECT min(s.first) FROM day_span s WHERE s.terminal = $1 AND s.inc = $2 AND NOT EXISTS (SELECT 1 FROM day_lock "
      "l WHERE l.terminal = s.terminal AND l.day = s.day)",
      {text(terminal), number(std::uint64_t{inc})});
  return rows.front().isNull(0) ? std::nullopt : std::optional(countOf(rows.front(), 0));
}

std::uint64_t SqlTransaction::receivedUntil(std::string_view terminal, std::uint32_t inc, std::int64_t received_ms) {
  return countOf(
      m_database
          .run("SELECT coalesce(max(last), 0) FROM inbox WHERE terminal = $1 AND inc = $2 AND received_ms <= $3",
               {text(terminal), number(std::uint64_t{inc}), received_ms})
          .front(),
      0);
}

void SqlTransaction::putOrder(const HqOrder& o) {
  m_database.run(
      "INSERT INTO till_order VALUES($1, $2, $3, $4, $5, $6, $7) ON CONFLICT(terminal, id) DO UPDATE SET done_ms = "
      "excluded.done_ms",
      {text(o.terminal), text(o.id), text(o.what), text(o.scope), text(o.why), o.since_ms, o.done_ms});
}

std::vector<HqOrder> SqlTransaction::orders(std::string_view terminal, bool open_only) {
  std::vector<HqOrder> list;
  for (const Row& row :
       m_database.run("SELECT * FROM till_order WHERE terminal = $1 ORDER BY since_ms, id", {text(terminal)})) {
    HqOrder order{row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.number(5), row.number(6)};
    if (!open_only || order.done_ms == 0) list.push_back(std::move(order));
  }
  return list;
}

void SqlTransaction::putCursor(const HqCursor& c) {
  m_database.run(
      "INSERT INTO till_cursor VALUES($1, $2, $3, $4) ON CONFLICT(terminal, feed) DO UPDATE SET epoch = "
      "excluded.epoch, pos = excluded.pos WHERE till_cursor.epoch <> excluded.epoch OR till_cursor.pos <> excluded.pos",
      {text(c.terminal), text(c.feed), c.epoch, c.position});
}

void SqlTransaction::logCursor(const HqCursor& c, std::int64_t at_ms) {
  m_database.run(
      "INSERT INTO cursor_log VALUES($1, $2, $3, $4, $5) ON CONFLICT(terminal, feed, at_ms) DO UPDATE SET epoch = "
      "excluded.epoch, pos = excluded.pos",
      {text(c.terminal), text(c.feed), at_ms, c.epoch, c.position});
}

std::optional<HqCursor> SqlTransaction::cursorBy(std::string_view terminal, std::string_view feed, std::int64_t at_ms) {
  const Rows rows = m_database.run(
      "SELECT epoch, pos FROM cursor_log WHERE terminal = $1 AND feed = $2 AND at_ms <= $3 ORDER BY at_ms DESC LIMIT 1",
      {text(terminal), text(feed), at_ms});
  if (rows.empty()) return std::nullopt;
  return HqCursor{std::string(terminal), std::string(feed), rows.front().number(0), rows.front().number(1)};
}

std::optional<HqChange> SqlTransaction::lastChange(std::string_view feed, std::string_view key) {
  const Rows rows =
      m_database.run("SELECT pos, key, item FROM change_feed WHERE feed = $1 AND key = $2 ORDER BY pos DESC LIMIT 1",
                     {text(feed), text(key)});
  if (rows.empty()) return std::nullopt;
  return HqChange{rows.front().number(0), rows.front().text(1), rows.front().text(2)};
}

std::vector<HqCursor> SqlTransaction::cursorsOf(std::string_view feed) {
  std::vector<HqCursor> list;
  for (const Row& row : m_database.run("SELECT terminal, feed, epoch, pos FROM till_cursor WHERE feed = $1 ORDER BY "
                                       "terminal",
                                       {text(feed)}))
    list.push_back({row.text(0), row.text(1), row.number(2), row.number(3)});
  return list;
}

std::vector<HqCursor> SqlTransaction::cursorsOfTerminal(std::string_view terminal) {
  std::vector<HqCursor> list;
  for (const Row& row :
       m_database.run("SELECT terminal, feed, epoch, pos FROM till_cursor WHERE terminal = $1", {text(terminal)}))
    list.push_back({row.text(0), row.text(1), row.number(2), row.number(3)});
  return list;
}

std::int64_t SqlTransaction::pruneFeed(std::string_view feed, std::int64_t floor) {
  const auto gone = m_database.run(
      "DELETE FROM change_feed WHERE feed = $1 AND pos <= $2 AND (item = '' OR EXISTS (SELECT 1 FROM change_feed d "
      "WHERE d.feed = change_feed.feed AND d.key = change_feed.key AND d.pos > change_feed.pos)) RETURNING pos",
      {text(feed), floor});
  m_database.run(
      "INSERT INTO feed_floor VALUES($1, $2) ON CONFLICT(feed) DO UPDATE SET pos = excluded.pos WHERE feed_floor.pos < "
      "excluded.pos",
      {text(feed), floor});
  return std::ssize(gone);
}

std::int64_t SqlTransaction::feedFloor(std::string_view feed) {
  const Rows rows = m_database.run("SELECT pos FROM feed_floor WHERE feed = $1", {text(feed)});
  return rows.empty() ? 0 : rows.front().number(0);
}

void SqlTransaction::putCertificate(const HqCertificate& c) {
  m_database.run("INSERT INTO till_certificate VALUES($1, $2, $3, $4, $5) ON CONFLICT(terminal, digest) DO NOTHING",
                 {text(c.terminal), text(c.digest), text(c.issuer), c.issued_ms, c.expires_ms});
}

std::vector<HqCertificate> SqlTransaction::certificates(std::string_view terminal) {
  std::vector<HqCertificate> list;
  for (const Row& row : m_database.run("SELECT * FROM till_certificate WHERE terminal = $1 ORDER BY issued_ms, digest",
                                       {text(terminal)}))
    list.push_back({row.text(0), row.text(1), row.text(2), row.number(3), row.number(4)});
  return list;
}

void SqlTransaction::dropCertificates(std::string_view terminal, std::int64_t issued_before_ms) {
  m_database.run("DELETE FROM till_certificate WHERE terminal = $1 AND issued_ms < $2",
                 {text(terminal), issued_before_ms});
}

}  // namespace kahui::hqdb
