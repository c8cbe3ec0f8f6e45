// Files for support, cards that were made, partners.
#include "app/hqdb/sql_store.hpp"
#include "app/hqdb/sql_values.hpp"

namespace kahui::hqdb {

using namespace ports;

namespace {

HqBlob blobOf(const Row& row) {
  return {row.text(0),   row.text(1),         row.text(2),   row.text(3),  row.number(4),
          row.number(5), hashOf(row.blob(6)), row.number(7), row.number(8)};
}

}  // namespace

void SqlTransaction::putBlob(const HqBlob& b) {
  m_database.run(
      "INSERT INTO blob VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT(terminal, id) DO UPDATE SET received = "
      "excluded.received, done_ms = excluded.done_ms",
      {text(b.terminal), text(b.id), text(b.kind), text(b.name), b.size, b.received, hash(b.sha256), b.started_ms,
       b.done_ms});
}

std::optional<HqBlob> SqlTransaction::blob(std::string_view terminal, std::string_view id) {
  const Rows rows =
      m_database.run("SELECT * FROM blob WHERE terminal = $1 AND id = $2 FOR UPDATE", {text(terminal), text(id)});
  return rows.empty() ? std::nullopt : std::optional(blobOf(rows.front()));
}

std::vector<HqBlob> SqlTransaction::blobs() {
  std::vector<HqBlob> list;
  for (const Row& row : m_database.run("SELECT * FROM blob ORDER BY terminal, started_ms, id", {}))
    list.push_back(blobOf(row));
  return list;
}

void SqlTransaction::addBlobPart(std::string_view terminal, std::string_view id, std::int64_t first,
                                 const std::string& bytes) {
  m_database.run("INSERT INTO blob_part VALUES($1, $2, $3, $4)", {text(terminal), text(id), first, Blob{bytes}});
}

std::string SqlTransaction::blobBytes(std::string_view terminal, std::string_view id) {
  std::string bytes;
  for (const Row& row : m_database.run("SELECT bytes FROM blob_part WHERE terminal = $1 AND id = $2 ORDER BY first",
                                       {text(terminal), text(id)}))
    bytes += row.blob(0);
  return bytes;
}

void SqlTransaction::dropBlob(std::string_view terminal, std::string_view id) {
  m_database.run("DELETE FROM blob_part WHERE terminal = $1 AND id = $2", {text(terminal), text(id)});
  m_database.run("DELETE FROM blob WHERE terminal = $1 AND id = $2", {text(terminal), text(id)});
}

void SqlTransaction::addSnapshotPart(std::string_view feed, std::string_view id, std::int64_t first,
                                     const std::string& bytes, std::int64_t made_ms) {
  m_database.run("INSERT INTO snapshot_part VALUES($1, $2, $3, $4, $5) ON CONFLICT(feed, id, first) DO NOTHING",
                 {text(feed), text(id), first, Blob{bytes}, made_ms});
}

bool SqlTransaction::snapshotKept(std::string_view id) {
  return !m_database.run("SELECT 1 FROM snapshot_part WHERE id = $1 LIMIT 1", {text(id)}).empty();
}

std::string SqlTransaction::snapshotBytes(std::string_view id) {
  std::string bytes;
  for (const Row& row : m_database.run("SELECT bytes FROM snapshot_part WHERE id = $1 ORDER BY first", {text(id)}))
    bytes += row.blob(0);
  return bytes;
}

std::vector<std::string> SqlTransaction::snapshotsKept(std::string_view feed) {
  std::vector<std::string> list;
  for (const Row& row :
       m_database.run("SELECT id FROM snapshot_part WHERE feed = $1 AND first = 0 ORDER BY made_ms, id", {text(feed)}))
    list.push_back(row.text(0));
  return list;
}

void SqlTransaction::dropSnapshot(std::string_view feed, std::string_view id) {
  m_database.run("DELETE FROM snapshot_part WHERE feed = $1 AND id = $2", {text(feed), text(id)});
}

bool SqlTransaction::addPrintedCard(const HqPrintedCard& c) {
  return !m_database
              .run("INSERT INTO card_print VALUES($1, $2, $3, $4, $5, 0) ON CONFLICT(key) DO NOTHING RETURNING key",
                   {text(c.key), text(c.batch), c.printed_ms, c.spoiled_ms, text(c.reason)})
              .empty();
}

std::vector<HqPrintedCard> SqlTransaction::printedCards(std::string_view key) {
  std::vector<HqPrintedCard> list;
  for (const Row& row : m_database.run("SELECT * FROM card_print WHERE key = $1", {text(key)}))
    list.push_back({row.text(0), row.text(1), row.number(2), row.number(3), row.text(4)});
  return list;
}

void SqlTransaction::spoilCard(std::string_view key, std::int64_t at_ms, std::string_view reason) {
  m_database.run("UPDATE card_print SET spoiled_ms = $2, reason = $3 WHERE key = $1", {text(key), at_ms, text(reason)});
}

std::vector<HqCardStock> SqlTransaction::cardStock() {
  std::vector<HqCardStock> list;
  for (const Row& row : m_database.run(
           "SELECT batch, count(*), CAST(sum(CASE WHEN owned = 1 THEN 1 ELSE 0 END) AS BIGINT), CAST(sum(CASE WHEN "
           "owned = 0 AND spoiled_ms > 0 THEN 1 ELSE 0 END) AS BIGINT) FROM (SELECT p.batch, p.spoiled_ms, CASE WHEN "
           "p.issued = 1 OR EXISTS(SELECT 1 FROM card c WHERE c.key = p.key AND c.member <> '') THEN 1 ELSE 0 END AS "
           "owned FROM "
           "card_print p) AS x GROUP BY batch ORDER BY batch",
           {})) {
    HqCardStock stock{row.text(0), row.number(1), 0, row.number(2), row.number(3)};
    stock.stock = stock.printed - stock.issued - stock.spoiled;
    list.push_back(std::move(stock));
  }
  return list;
}

void SqlTransaction::putPartner(const HqPartner& p) {
  m_database.run("INSERT INTO partner VALUES($1, $2) ON CONFLICT(code) DO UPDATE SET name = excluded.name",
                 {text(p.code), text(p.name)});
  m_database.run("DELETE FROM partner_store WHERE partner = $1", {text(p.code)});
  for (const std::string& store : p.stores)
    m_database.run(
        "INSERT INTO partner_store VALUES($1, $2) ON CONFLICT(store) DO UPDATE SET partner = excluded.partner",
        {text(store), text(p.code)});
}

std::vector<HqPartner> SqlTransaction::partners() {
  std::vector<HqPartner> list;
  for (const Row& row : m_database.run("SELECT code, name FROM partner ORDER BY code", {}))
    list.push_back({row.text(0), row.text(1), {}});
  for (const Row& row : m_database.run("SELECT store, partner FROM partner_store ORDER BY store", {}))
    for (HqPartner& partner : list)
      if (partner.code == row.text(1)) partner.stores.push_back(row.text(0));
  return list;
}

void SqlTransaction::putConsent(const HqPartnerConsent& c) {
  m_database.run("INSERT INTO partner_consent VALUES($1, $2, $3) ON CONFLICT(member, partner) DO NOTHING",
                 {text(c.member), text(c.partner), c.since_ms});
}

void SqlTransaction::dropConsent(std::string_view partner, std::string_view member) {
  m_database.run("DELETE FROM partner_consent WHERE partner = $1 AND member = $2", {text(partner), text(member)});
}

std::vector<HqPartnerConsent> SqlTransaction::consents(std::string_view partner) {
  std::vector<HqPartnerConsent> list;
  for (const Row& row : m_database.run(
           "SELECT partner, member, since_ms FROM partner_consent WHERE partner = $1 ORDER BY member", {text(partner)}))
    list.push_back({row.text(0), row.text(1), row.number(2)});
  return list;
}

void SqlTransaction::putPartnerCoupon(std::string_view partner, std::string_view serial) {
  m_database.run("INSERT INTO partner_coupon VALUES($1, $2)", {text(serial), text(partner)});
}

std::vector<std::string> SqlTransaction::partnerCoupons(std::string_view partner) {
  std::vector<std::string> list;
  for (const Row& row :
       m_database.run("SELECT serial FROM partner_coupon WHERE partner = $1 ORDER BY serial", {text(partner)}))
    list.push_back(row.text(0));
  return list;
}

namespace {

std::vector<HqPartnerSaving> savingRows(const Rows& rows) {
  std::vector<HqPartnerSaving> list;
  for (const Row& row : rows)
    list.push_back(
        {row.text(0), row.text(1), {row.text(2), incOf(row, 3), countOf(row, 4)}, dayOf(row, 5), moneyOf(row, 6)});
  return list;
}

#define KAHUI_SAVING "SELECT s.serial, s.sale, s.terminal, s.inc, s.seq, s.day, s.amount FROM partner_saving s "

}  // namespace

void SqlTransaction::putPartnerSaving(const HqPartnerSaving& s) {
  m_database.run(
      "INSERT INTO partner_saving VALUES($1, $2, $3, $4, $5, $6, $7) ON CONFLICT(serial, terminal, inc, seq) DO UPDATE "
      "SET amount = excluded.amount",
      {text(s.serial), text(s.key.terminal), number(s.key.inc), number(s.key.seq), text(s.sale), number(s.day),
       number(s.amount)});
}

std::vector<HqPartnerSaving> SqlTransaction::partnerSavingsOf(std::string_view sale) {
  return savingRows(m_database.run(
      KAHUI_SAVING
      "WHERE s.sale = $1 ORDER BY CASE WHEN s.amount > 0 THEN 0 ELSE 1 END, s.serial, s.terminal, s.inc, "
      "s.seq",
      {text(sale)}));
}

std::vector<HqPartnerSaving> SqlTransaction::partnerSavings(std::string_view partner, base::BusinessDate from,
                                                            base::BusinessDate to) {
  return savingRows(m_database.run(
      KAHUI_SAVING
      "JOIN partner_coupon c ON c.serial = s.serial WHERE c.partner = $1 AND s.day >= $2 AND s.day <= $3 "
      "ORDER BY s.serial, s.day, s.terminal, s.inc, s.seq",
      {text(partner), number(from), number(to)}));
}

}  // namespace kahui::hqdb
