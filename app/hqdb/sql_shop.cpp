// Held bills that tills offer each other, and points of guests' receipts that were claimed.
#include "app/hqdb/sql_store.hpp"
#include "app/hqdb/sql_values.hpp"

namespace kahui::hqdb {

using namespace ports;

namespace {

HqHeldBill heldBillOf(const Row& row) {
  return {row.text(0), row.text(1), row.text(2),   row.text(3),         row.text(4),    row.number(5),   row.text(6),
          row.text(7), row.text(8), row.number(9), row.number(10) != 0, incOf(row, 11), countOf(row, 12)};
}

}  // namespace

std::optional<HqHeldBill> SqlTransaction::heldBill(std::string_view terminal, std::string_view bill) {
  const Rows rows = m_database.run("SELECT * FROM held_bill WHERE terminal = $1 AND bill = $2 FOR UPDATE",
                                   {text(terminal), text(bill)});
  return rows.empty() ? std::nullopt : std::optional(heldBillOf(rows.front()));
}

void SqlTransaction::putHeldBill(const HqHeldBill& b) {
  m_database.run(
      "INSERT INTO held_bill VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT(terminal, "
      "bill) "
      "DO UPDATE SET box = excluded.box, state = excluded.state, taker = excluded.taker, taker_position = "
      "excluded.taker_position, changed_ms = excluded.changed_ms, alone = excluded.alone, taken_inc = "
      "excluded.taken_inc, taken_seq = excluded.taken_seq",
      {text(b.terminal), text(b.bill), text(b.store), text(b.position), text(b.box), b.made_ms, text(b.state),
       text(b.taker), text(b.taker_position), b.changed_ms, flag(b.alone), number(std::uint64_t{b.taken_inc}),
       number(b.taken_seq)});
}

std::vector<HqHeldBill> SqlTransaction::heldBills(std::string_view store, std::int64_t since_ms) {
  std::vector<HqHeldBill> list;
  for (const Row& row :
       m_database.run("SELECT * FROM held_bill WHERE store = $1 AND changed_ms >= $2 ORDER BY made_ms, terminal, bill",
                      {text(store), since_ms}))
    list.push_back(heldBillOf(row));
  return list;
}

void SqlTransaction::dropHeldBills(std::string_view store, std::int64_t before_ms) {
  m_database.run("DELETE FROM held_bill WHERE store = $1 AND changed_ms < $2", {text(store), before_ms});
}

std::optional<HqPointsClaim> SqlTransaction::pointsClaim(std::string_view sale) {
  const Rows rows = m_database.run("SELECT * FROM points_claim WHERE sale = $1 FOR UPDATE", {text(sale)});
  if (rows.empty()) return std::nullopt;
  const Row& row = rows.front();
  return HqPointsClaim{row.text(0),   row.text(1), incOf(row, 2),    countOf(row, 3),  row.text(4),  row.text(5),
                       row.number(6), row.text(7), pointsOf(row, 8), pointsOf(row, 9), row.text(10), row.number(11)};
}

void SqlTransaction::putPointsClaim(const HqPointsClaim& c) {
  m_database.run(
      "INSERT INTO points_claim VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT(seller, sale) DO "
      "UPDATE SET attempt = excluded.attempt, terminal = excluded.terminal, made_ms = excluded.made_ms, member = "
      "excluded.member, points = excluded.points, reversed = excluded.reversed, tier = excluded.tier, multiplier = "
      "excluded.multiplier",
      {text(c.seller), text(c.sale), number(std::uint64_t{c.sale_inc}), number(c.sale_seq), text(c.attempt),
       text(c.terminal), c.made_ms, text(c.member), number(c.points), number(c.reversed), text(c.tier), c.multiplier});
}

}  // namespace kahui::hqdb
