// Stored value and count cards.
#include "app/hqdb/sql_store.hpp"
#include "app/hqdb/sql_values.hpp"

namespace kahui::hqdb {

using namespace ports;

namespace {

// card, member, sku, name, sold, uses, expires
HqCountCard countCardOf(const Row& row) {
  return {row.text(0),
          row.text(1),
          row.text(2),
          row.text(3),
          static_cast<int>(row.number(4)),
          static_cast<int>(row.number(5)),
          optionalDayOf(row, 6)};
}

}  // namespace

void SqlTransaction::putValueMove(const HqValueMove& m) {
  m_database.run(
      "INSERT INTO stored_move VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      {text(m.member), text(m.key.terminal), number(std::uint64_t{m.key.inc}), number(m.key.seq), text(m.card),
       text(m.why), number(m.principal), number(m.bonus), std::int64_t{m.uses}, number(m.day)});
}

std::vector<HqValueMove> SqlTransaction::valueMoves(std::string_view member) {
  std::vector<HqValueMove> list;
  for (const Row& row :
       m_database.run("SELECT * FROM stored_move WHERE member = $1 ORDER BY terminal, inc, seq, card", {text(member)}))
    list.push_back({row.text(0),
                    {row.text(1), incOf(row, 2), countOf(row, 3)},
                    row.text(4),
                    row.text(5),
                    moneyOf(row, 6),
                    moneyOf(row, 7),
                    static_cast<int>(row.number(8)),
                    dayOf(row, 9)});
  return list;
}

std::vector<HqEventKey> SqlTransaction::lastValueMoves(std::string_view member) {
  std::vector<HqEventKey> list;
  for (const Row& row : m_database.run(
           "SELECT terminal, inc, max(seq) FROM stored_move m WHERE member = $1 AND inc = (SELECT max(inc) FROM "
           "stored_move k WHERE k.member = m.member AND k.terminal = m.terminal) GROUP BY terminal, inc ORDER BY "
           "terminal",
           {text(member)}))
    list.push_back({row.text(0), incOf(row, 1), countOf(row, 2)});
  return list;
}

void SqlTransaction::addToStored(std::string_view member, base::Money principal, base::Money bonus) {
  m_database.run(
      "INSERT INTO stored_account VALUES($1, $2, $3) ON CONFLICT(member) DO UPDATE SET principal = "
      "stored_account.principal + excluded.principal, bonus = stored_account.bonus + excluded.bonus",
      {text(member), number(principal), number(bonus)});
}

std::optional<HqStoredAccount> SqlTransaction::stored(std::string_view member) {
  const Rows rows = m_database.run("SELECT principal, bonus FROM stored_account WHERE member = $1", {text(member)});
  if (rows.empty()) return std::nullopt;
  return HqStoredAccount{moneyOf(rows.front(), 0), moneyOf(rows.front(), 1)};
}

void SqlTransaction::putCountCard(const HqCountCard& c) {
  m_database.run(
      "INSERT INTO count_card VALUES($1, $2, $3, $4, $5, $6, $7) ON CONFLICT(card) DO UPDATE SET member = "
      "excluded.member, sku = excluded.sku, name = excluded.name, sold = excluded.sold, uses = excluded.uses, "
      "expires = excluded.expires",
      {text(c.card), text(c.member), text(c.sku), text(c.name), std::int64_t{c.sold}, std::int64_t{c.uses},
       number(c.expires)});
}

std::optional<HqCountCard> SqlTransaction::countCard(std::string_view card) {
  const Rows rows = m_database.run("SELECT * FROM count_card WHERE card = $1", {text(card)});
  return rows.empty() ? std::nullopt : std::optional(countCardOf(rows.front()));
}

std::vector<HqCountCard> SqlTransaction::countCards(std::string_view member) {
  std::vector<HqCountCard> list;
  for (const Row& row : m_database.run("SELECT * FROM count_card WHERE member = $1 ORDER BY card", {text(member)}))
    list.push_back(countCardOf(row));
  return list;
}

void SqlTransaction::forgetValue() {
  m_database.run("DELETE FROM stored_move", {});
  m_database.run("DELETE FROM stored_account", {});
  m_database.run("DELETE FROM count_card", {});
}

}  // namespace kahui::hqdb
