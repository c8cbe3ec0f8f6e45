// Tiers by hand, terms that were agreed to, bills of other channels.
#include "app/hqdb/sql_store.hpp"
#include "app/hqdb/sql_values.hpp"

namespace kahui::hqdb {

using namespace ports;

void SqlTransaction::putHandTier(const HqHandTier& h) {
  m_database.run(
      "INSERT INTO tier_hand VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT(member) DO UPDATE SET tier = "
      "excluded.tier, until = excluded.until, reason = excluded.reason, who = excluded.who, at_ms = excluded.at_ms, "
      "terminal = excluded.terminal, inc = excluded.inc, seq = excluded.seq WHERE (excluded.at_ms, excluded.terminal, "
      "excluded.seq) > (tier_hand.at_ms, tier_hand.terminal, tier_hand.seq)",
      {text(h.member), text(h.tier), number(h.until), text(h.reason), text(h.who), h.at_ms, text(h.by.terminal),
       number(std::uint64_t{h.by.inc}), number(h.by.seq)});
}

std::optional<HqHandTier> SqlTransaction::handTier(std::string_view member) {
  const Rows rows = m_database.run(
      "SELECT member, tier, until, reason, who, at_ms, terminal, inc, seq FROM tier_hand WHERE member = $1",
      {text(member)});
  if (rows.empty()) return std::nullopt;
  const Row& row = rows.front();
  return HqHandTier{row.text(0),
                    row.text(1),
                    optionalDayOf(row, 2),
                    row.text(3),
                    row.text(4),
                    row.number(5),
                    {row.text(6), incOf(row, 7), countOf(row, 8)}};
}

std::vector<std::string> SqlTransaction::handTiersEnded(base::BusinessDate from, base::BusinessDate before,
                                                        std::string_view after, int limit) {
  std::vector<std::string> list;
  for (const Row& row :
       m_database.run("SELECT member FROM tier_hand WHERE until >= $1 AND until < $2 AND tier <> '' AND "
                      "member > $3 ORDER BY member LIMIT $4",
                      {number(from), number(before), text(after), std::int64_t{limit}}))
    list.push_back(row.text(0));
  return list;
}

std::optional<std::string> SqlTransaction::onlyMemberNumbered(std::int64_t no) {
  const Rows rows = m_database.run("SELECT id FROM member WHERE no = $1 AND status <> 'SUSPENSE' LIMIT 2", {no});
  return rows.size() == 1 ? std::optional(rows.front().text(0)) : std::nullopt;
}

void SqlTransaction::putTerms(std::string_view member, std::string_view version, std::int64_t at_ms) {
  m_database.run(
      "INSERT INTO member_terms VALUES($1, $2, $3) ON CONFLICT(member) DO UPDATE SET version = excluded.version, at_ms "
      "= "
      "excluded.at_ms WHERE (excluded.at_ms, excluded.version) > (member_terms.at_ms, member_terms.version)",
      {text(member), text(version), at_ms});
}

std::optional<std::pair<std::string, std::int64_t>> SqlTransaction::acceptedTerms(std::string_view member) {
  const Rows rows = m_database.run("SELECT version, at_ms FROM member_terms WHERE member = $1", {text(member)});
  if (rows.empty()) return std::nullopt;
  return std::pair(rows.front().text(0), rows.front().number(1));
}

void SqlTransaction::putChannelBill(const HqChannelBill& b) {
  m_database.run("INSERT INTO channel_bill VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
                 {text(b.member), text(b.key.terminal), number(std::uint64_t{b.key.inc}), number(b.key.seq),
                  text(b.channel), text(b.number), text(b.receipt_no), text(b.pickup), b.at_ms,
                  std::int64_t{b.offset_min}, number(b.day), number(b.total), number(b.earned), std::int64_t{b.lines}});
}

std::vector<HqChannelBill> SqlTransaction::channelBills(std::string_view member, int limit) {
  std::vector<HqChannelBill> list;
  for (const Row& row : m_database.run(
           "SELECT channel, number, terminal, inc, seq, member, receipt, pickup, at_ms, tz, day, total, earned, lines "
           "FROM channel_bill WHERE member = $1 ORDER BY at_ms DESC, terminal, seq DESC LIMIT $2",
           {text(member), std::int64_t{limit}}))
    list.push_back({row.text(0),
                    row.text(1),
                    {row.text(2), incOf(row, 3), countOf(row, 4)},
                    row.text(5),
                    row.text(6),
                    row.text(7),
                    row.number(8),
                    static_cast<int>(row.number(9)),
                    dayOf(row, 10),
                    moneyOf(row, 11),
                    pointsOf(row, 12),
                    static_cast<int>(row.number(13))});
  return list;
}

}  // namespace kahui::hqdb
