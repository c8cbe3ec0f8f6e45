// Facts, ledger, quarantine; reconciliation and export read them again.
#include "app/hqdb/sql_store.hpp"
#include "app/hqdb/sql_values.hpp"

namespace kahui::hqdb {

using namespace ports;

namespace {

Value inc(const HqEventKey& key) { return number(std::uint64_t{key.inc}); }

HqEventKey keyOf(const Row& row, std::size_t at) { return {row.text(at), incOf(row, at + 1), countOf(row, at + 2)}; }

// SELECT terminal, inc, seq, n, member, account, cashable, points, lifetime, day, expires, sale
HqPosting postingRow(const Row& row) {
  return {keyOf(row, 0),
          static_cast<int>(row.number(3)),
          row.text(4),
          row.text(5),
          row.number(6) != 0,
          pointsOf(row, 7),
          pointsOf(row, 8),
          dayOf(row, 9),
          optionalDayOf(row, 10),
          row.text(11)};
}

}  // namespace

namespace {

// A list as one parameter; neither ids nor numbers have a comma.
std::string joined(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ",") + word;
  return list;
}

}  // namespace

// SQLite has nothing to gain: there a question costs what a row of the answer does.
void SqlTransaction::expectPage(std::string_view terminal, const std::vector<base::Id>& events,
                                const std::vector<std::int64_t>& member_nos) {
  if (m_database.engine() == Engine::Sqlite) return;
  std::vector<std::string> ids, numbers;
  for (const base::Id& event : events) ids.push_back(event.hex());
  for (const std::int64_t no : member_nos) numbers.push_back(std::to_string(no));
  m_memory.expected_terminal = terminal;
  m_memory.expected = {ids.begin(), ids.end()};
  m_memory.seen.clear();
  for (const Row& row : m_database.run("SELECT event FROM event_seen WHERE terminal = $1 AND event = "
                                       "ANY(string_to_array($2, ','))",
                                       {text(terminal), text(joined(ids))}))
    m_memory.seen.insert(row.text(0));
  if (!numbers.empty()) expectMembers(terminal, joined(numbers));
}

bool SqlTransaction::firstSight(std::string_view terminal, const base::Id& event, std::uint32_t inc,
                                std::uint64_t seq) {
  std::string id = event.hex();
  if (terminal == m_memory.expected_terminal && m_memory.expected.contains(id)) {
    if (!m_memory.seen.insert(id).second) return false;
    m_database.put("INSERT INTO event_seen VALUES($1, $2, $3, $4)",
                   {text(terminal), std::move(id), number(std::uint64_t{inc}), number(seq)});
    return true;
  }
  return !m_database
              .run(
                  "INSERT INTO event_seen VALUES($1, $2, $3, $4) ON CONFLICT(terminal, event) DO NOTHING RETURNING seq",
                  {text(terminal), std::move(id), number(std::uint64_t{inc}), number(seq)})
              .empty();
}

void SqlTransaction::putDaySpan(std::string_view terminal, base::BusinessDate day, std::uint32_t inc,
                                std::uint64_t seq) {
  const auto [place, fresh] = m_memory.spans.try_emplace({std::string(terminal), day, inc}, PageMemory::Span{seq, seq});
  PageMemory::Span& span = place->second;
  span = {std::min(span.first, seq), std::max(span.last, seq)};
  m_database.put(
      "INSERT INTO day_span VALUES($1, $2, $3, $4, $5) ON CONFLICT(terminal, day, inc) DO UPDATE SET "
      "first = CASE WHEN day_span.first < excluded.first THEN day_span.first ELSE excluded.first END, "
      "last = CASE WHEN day_span.last > excluded.last THEN day_span.last ELSE excluded.last END",
      {text(terminal), number(day), number(std::uint64_t{inc}), number(span.first), number(span.last)}, 3);
}

void SqlTransaction::putSale(const HqSale& s) {
  m_database.put(
      "INSERT INTO fact_sale VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, "
      "$19, $20, $21)",
      {number(s.day),       text(s.key.terminal), inc(s.key),
       number(s.key.seq),   text(s.event.hex()),  text(s.type),
       text(s.store),       text(s.position),     s.at_ms,
       text(s.receipt_no),  text(s.cause),        text(s.operator_code),
       number(s.gross),     number(s.total),      text(s.member),
       number(s.earned),    number(s.used),       text(s.rules),
       number(s.by_points), text(s.channel),      text(s.pickup)});
}

void SqlTransaction::putLines(const HqEventKey& key, base::BusinessDate day, const std::vector<HqLine>& lines) {
  std::uint64_t n = 0;
  for (const HqLine& line : lines)
    m_database.put("INSERT INTO fact_line VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                   {number(day), text(key.terminal), inc(key), number(key.seq), number(n++), text(line.sku),
                    number(line.quantity), number(line.gross), number(line.final)});
}

void SqlTransaction::putPayments(const HqEventKey& key, base::BusinessDate day,
                                 const std::vector<HqPayment>& payments) {
  std::uint64_t n = 0;
  for (const HqPayment& payment : payments)
    m_database.put("INSERT INTO fact_pay VALUES($1, $2, $3, $4, $5, $6, $7)",
                   {number(day), text(key.terminal), inc(key), number(key.seq), number(n++), text(payment.type),
                    number(payment.amount)});
}

void SqlTransaction::putShift(const HqShift& s) {
  m_database.put("INSERT INTO fact_shift VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                 {text(s.key.terminal), inc(s.key), number(s.key.seq), number(s.day), s.shift, flag(s.closed),
                  text(s.operator_code), s.bills, number(s.amount)});
}

void SqlTransaction::putPosting(const HqPosting& p) {
  m_database.put(
      "INSERT INTO ledger VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
      {text(p.member), text(p.key.terminal), inc(p.key), number(p.key.seq), std::int64_t{p.n}, text(p.account),
       flag(p.cashable), number(p.points), number(p.lifetime), number(p.day), number(p.expires), text(p.sale)});
}

void SqlTransaction::putQuarantine(const HqQuarantine& q) {
  m_database.run(
      "INSERT INTO quarantine VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT(terminal, inc, seq) DO "
      "UPDATE SET "
      "parked = excluded.parked, reason = excluded.reason, released = excluded.released",
      {text(q.key.terminal), inc(q.key), number(q.key.seq), flag(q.parked), text(q.event), text(q.type), text(q.reason),
       number(q.day), q.since_ms, flag(q.released)});
}

std::vector<HqQuarantine> SqlTransaction::quarantine() {
  std::vector<HqQuarantine> list;
  for (const Row& row : m_database.run("SELECT * FROM quarantine ORDER BY since_ms, terminal, inc, seq", {}))
    list.push_back({keyOf(row, 0), row.number(3) != 0, row.text(4), row.text(5), row.text(6), optionalDayOf(row, 7),
                    row.number(8), row.number(9) != 0});
  return list;
}

void SqlTransaction::removeQuarantine(const HqEventKey& key) {
  m_database.run("DELETE FROM quarantine WHERE terminal = $1 AND inc = $2 AND seq = $3",
                 {text(key.terminal), inc(key), number(key.seq)});
}

void SqlTransaction::putFlag(const HqFlag& f) {
  m_database.put(
      "INSERT INTO flag VALUES($1, $2, $3, $4, $5, $6) ON CONFLICT(terminal, inc, seq, kind, member) DO NOTHING",
      {text(f.key.terminal), inc(f.key), number(f.key.seq), text(f.kind), text(f.member), text(f.detail)});
}

std::vector<HqFlag> SqlTransaction::flags() {
  std::vector<HqFlag> list;
  for (const Row& row : m_database.run("SELECT * FROM flag ORDER BY terminal, inc, seq, kind", {}))
    list.push_back({keyOf(row, 0), row.text(3), row.text(4), row.text(5)});
  return list;
}

// What headquarters itself wrote (terminal '') has no event to be folded from again.
void SqlTransaction::forgetFacts() {
  m_memory = {};
  forgetValue();
  forgetRewards();
  m_database.run("DELETE FROM projected", {});
  m_database.run("DELETE FROM event_seen", {});
  m_database.run("DELETE FROM day_span", {});
  m_database.run("DELETE FROM fact_sale", {});
  m_database.run("DELETE FROM fact_line", {});
  m_database.run("DELETE FROM fact_pay", {});
  m_database.run("DELETE FROM fact_shift", {});
  m_database.run("DELETE FROM ledger WHERE terminal <> ''", {});
  m_database.run("DELETE FROM quarantine WHERE released = 0", {});
  m_database.run("DELETE FROM flag WHERE terminal <> ''", {});
  m_database.run("DELETE FROM member_no WHERE terminal <> ''", {});
  m_database.run("DELETE FROM partner_saving", {});
  // Those of partners are headquarters' own.
  m_database.run("DELETE FROM coupon WHERE serial NOT IN (SELECT serial FROM partner_coupon)", {});
  m_database.run("UPDATE coupon SET status = 'ISSUED', used_by = ''", {});
  // What was allowed stays; what became of it is folded again.
  m_database.run("DELETE FROM points_claim WHERE attempt = ''", {});
  m_database.run("UPDATE points_claim SET member = '', points = 0, reversed = 0", {});
  // Grants are headquarters' own; what tills did with them is folded again.
  m_database.run("UPDATE rights_grant SET answered = 0", {});
  m_database.run(
      "UPDATE rights SET used = 0, returned = 0, asked = (SELECT CAST(coalesce(sum(-g.points), 0) AS BIGINT) FROM "
      "rights_grant g WHERE g.member = rights.member AND g.terminal = rights.terminal AND g.points < 0)",
      {});
  m_database.run("UPDATE credit SET deficits = 0, below = 0", {});
  m_database.run("DELETE FROM announcement_read", {});
  m_database.run("DELETE FROM card WHERE member IN (SELECT id FROM member WHERE source <> 'hq')", {});
  m_database.run("DELETE FROM claim WHERE member IN (SELECT id FROM member WHERE source <> 'hq')", {});
  m_database.run("UPDATE profile_box SET done = 0", {});
  m_database.run("DELETE FROM member_store WHERE member IN (SELECT id FROM member WHERE source <> 'hq')", {});
  m_database.run("DELETE FROM member WHERE source <> 'hq'", {});
  m_database.run(
      "UPDATE member SET noncash = (SELECT CAST(coalesce(sum(points), 0) AS BIGINT) FROM ledger WHERE ledger.member = "
      "member.id AND "
      "cashable = 0), cashable = (SELECT CAST(coalesce(sum(points), 0) AS BIGINT) FROM ledger WHERE ledger.member = "
      "member.id AND "
      "cashable = 1), lifetime = (SELECT CAST(coalesce(sum(lifetime), 0) AS BIGINT) FROM ledger WHERE ledger.member = "
      "member.id)",
      {});
}

std::vector<HqDaySpan> SqlTransaction::daySpans(base::BusinessDate day) {
  std::vector<HqDaySpan> list;
  for (const Row& row : m_database.run(
           "SELECT terminal, inc, first, last FROM day_span WHERE day = $1 ORDER BY terminal, inc", {number(day)}))
    list.push_back({row.text(0), incOf(row, 1), countOf(row, 2), countOf(row, 3)});
  return list;
}

HqDaySums SqlTransaction::factSums(std::string_view terminal, base::BusinessDate day) {
  const Row row =
      m_database
          .run(
              "SELECT count(*), CAST(coalesce(sum(total), 0) AS BIGINT), CAST(coalesce(sum(earned), 0) AS BIGINT), "
              "CAST(coalesce(sum(used), 0) AS BIGINT) FROM fact_sale WHERE terminal = $1 AND day = $2",
              {text(terminal), number(day)})
          .front();
  const Row held = m_database
                       .run("SELECT count(*) FROM quarantine WHERE terminal = $1 AND day = $2 AND released = 0",
                            {text(terminal), number(day)})
                       .front();
  return {row.number(0), moneyOf(row, 1), pointsOf(row, 2), pointsOf(row, 3), held.number(0)};
}

std::vector<HqStoreDay> SqlTransaction::storeDays(base::BusinessDate day) {
  std::vector<HqStoreDay> list;
  for (const Row& row :
       m_database.run("SELECT store, count(*), CAST(sum(CASE WHEN member <> '' THEN 1 ELSE 0 END) AS "
                      "BIGINT), CAST(sum(total) AS BIGINT), "
                      "CAST(sum(CASE WHEN member <> '' THEN total ELSE 0 END) AS BIGINT), channel FROM "
                      "fact_sale WHERE day = $1 GROUP BY store, channel ORDER BY store, channel",
                      {number(day)}))
    list.push_back({row.text(0), row.number(1), row.number(2), moneyOf(row, 3), moneyOf(row, 4), row.text(5)});
  return list;
}

std::vector<HqShift> SqlTransaction::shifts(std::string_view terminal, base::BusinessDate day) {
  std::vector<HqShift> list;
  for (const Row& row :
       m_database.run("SELECT terminal, inc, seq, shift, day, closed, operator, bills, amount FROM fact_shift WHERE "
                      "terminal = $1 AND day = $2 ORDER BY inc, seq",
                      {text(terminal), number(day)}))
    list.push_back(
        {keyOf(row, 0), row.number(3), dayOf(row, 4), row.number(5) != 0, row.text(6), row.number(7), moneyOf(row, 8)});
  return list;
}

#define KAHUI_SALE                                                                                                \
  "SELECT terminal, inc, seq, event, type, store, position, day, at_ms, receipt, cause, operator, gross, total, " \
  "member, "                                                                                                      \
  "earned, used, rules, by_points, channel, pickup FROM fact_sale "

namespace {

HqSale saleOf(const Row& row) {
  return {keyOf(row, 0),     base::Id::parse(row.text(3)).value_or(base::Id()),
          row.text(4),       row.text(5),
          row.text(6),       dayOf(row, 7),
          row.number(8),     row.text(9),
          row.text(10),      row.text(11),
          moneyOf(row, 12),  moneyOf(row, 13),
          row.text(14),      pointsOf(row, 15),
          pointsOf(row, 16), row.text(17),
          moneyOf(row, 18),  row.text(19),
          row.text(20)};
}

}  // namespace

std::vector<HqSale> SqlTransaction::salesAfter(const HqEventKey& after, int limit) {
  std::vector<HqSale> list;
  for (const Row& row :
       m_database.run(KAHUI_SALE "WHERE (terminal, inc, seq) > ($1, $2, $3) ORDER BY terminal, inc, seq LIMIT $4",
                      {text(after.terminal), inc(after), number(after.seq), std::int64_t{limit}}))
    list.push_back(saleOf(row));
  return list;
}

std::vector<HqSale> SqlTransaction::salesNumbered(std::string_view terminal, base::BusinessDate since,
                                                  std::string_view receipt_tail) {
  std::vector<HqSale> list;
  for (const Row& row : m_database.run(
           KAHUI_SALE "WHERE day >= $1 AND terminal = $2 AND type = 'sale' AND receipt LIKE $3 ORDER BY day, inc, seq",
           {number(since), text(terminal), text("%" + std::string(receipt_tail))}))
    list.push_back(saleOf(row));
  return list;
}

std::vector<HqEventKey> SqlTransaction::returnsOf(std::string_view sale) {
  std::vector<HqEventKey> list;
  for (const Row& row : m_database.run(
           "SELECT terminal, inc, seq FROM fact_sale WHERE cause = $1 AND type = 'return' ORDER BY terminal, "
           "inc, seq",
           {text(sale)}))
    list.push_back(keyOf(row, 0));
  return list;
}

std::vector<HqPosting> SqlTransaction::postingsAfter(const HqPosting& after, int limit) {
  std::vector<HqPosting> list;
  for (const Row& row :
       m_database.run("SELECT terminal, inc, seq, n, member, account, cashable, points, lifetime, day, expires, sale "
                      "FROM ledger WHERE "
                      "(terminal, inc, seq, n) > ($1, $2, $3, $4) ORDER BY terminal, inc, seq, n LIMIT $5",
                      {text(after.key.terminal), inc(after.key), number(after.key.seq), std::int64_t{after.n},
                       std::int64_t{limit}}))
    list.push_back(postingRow(row));
  return list;
}

std::vector<std::string> SqlTransaction::membersWithEndedLots(base::BusinessDate from, base::BusinessDate before,
                                                              std::string_view after, int limit) {
  std::vector<std::string> ids;
  for (const Row& row : m_database.run("SELECT DISTINCT member FROM ledger WHERE expires >= $1 AND expires < $2 AND "
                                       "member > $3 ORDER BY member LIMIT $4",
                                       {number(from), number(before), text(after), std::int64_t{limit}}))
    ids.push_back(row.text(0));
  return ids;
}

std::vector<HqPosting> SqlTransaction::postingsOf(std::string_view member) {
  std::vector<HqPosting> list;
  for (const Row& row :
       m_database.run("SELECT terminal, inc, seq, n, member, account, cashable, points, lifetime, day, expires, sale "
                      "FROM ledger WHERE member = $1 ORDER BY day, terminal, inc, seq, n",
                      {text(member)}))
    list.push_back(postingRow(row));
  return list;
}

std::vector<std::pair<std::string, base::Money>> SqlTransaction::spent(base::BusinessDate first,
                                                                       base::BusinessDate last, std::string_view after,
                                                                       std::string_view upto) {
  std::vector<std::pair<std::string, base::Money>> list;
  for (const Row& row : m_database.run(
           "SELECT s.member, CAST(sum(s.total + coalesce((SELECT sum(r.total) FROM fact_sale r WHERE r.cause = s.event "
           "AND r.type = 'return'), 0)) AS BIGINT) FROM fact_sale s WHERE s.day >= $1 AND s.day <= $2 AND s.type = "
           "'sale' AND s.member > $3 AND s.member <= $4 GROUP BY s.member ORDER BY s.member",
           {number(first), number(last), text(after), text(upto)}))
    list.emplace_back(row.text(0), moneyOf(row, 1));
  return list;
}

}  // namespace kahui::hqdb
