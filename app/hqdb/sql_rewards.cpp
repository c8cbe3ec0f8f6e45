// Who brought whom, what rewards came to, terms of paid membership, days of signing in.
#include "app/hqdb/sql_store.hpp"
#include "app/hqdb/sql_values.hpp"

namespace kahui::hqdb {

using namespace ports;

namespace {

// subject, why, key, member, points, net, at_time
HqReward rewardOf(const Row& row) {
  return {row.text(0),     row.text(1), row.text(2), row.text(3), base::Points(row.number(4)),
          moneyOf(row, 5), row.text(6)};
}

}  // namespace

void SqlTransaction::putReferrer(std::string_view member, std::string_view referrer) {
  m_database.run("INSERT INTO referrer VALUES($1, $2) ON CONFLICT(member) DO NOTHING", {text(member), text(referrer)});
}

std::optional<std::string> SqlTransaction::referrerOf(std::string_view member) {
  const Rows rows = m_database.run("SELECT referrer FROM referrer WHERE member = $1", {text(member)});
  return rows.empty() ? std::nullopt : std::optional(rows.front().text(0));
}

std::vector<std::string> SqlTransaction::refereesOf(std::string_view referrer) {
  std::vector<std::string> list;
  for (const Row& row :
       m_database.run("SELECT member FROM referrer WHERE referrer = $1 ORDER BY member", {text(referrer)}))
    list.push_back(row.text(0));
  return list;
}

void SqlTransaction::putReward(const HqReward& r) {
  m_database.run(
      "INSERT INTO reward VALUES($1, $2, $3, $4, $5, $6, $7) ON CONFLICT(subject, why, key) DO UPDATE SET member = "
      "excluded.member, points = excluded.points, net = excluded.net, at_time = excluded.at_time",
      {text(r.subject), text(r.why), text(r.key), text(r.member), std::int64_t{r.points.value()}, number(r.net),
       text(r.at)});
}

std::optional<HqReward> SqlTransaction::reward(std::string_view subject, std::string_view why, std::string_view key) {
  const Rows rows = m_database.run("SELECT * FROM reward WHERE subject = $1 AND why = $2 AND key = $3",
                                   {text(subject), text(why), text(key)});
  return rows.empty() ? std::nullopt : std::optional(rewardOf(rows.front()));
}

std::vector<HqReward> SqlTransaction::rewards(std::string_view subject, std::string_view why) {
  std::vector<HqReward> list;
  for (const Row& row :
       m_database.run("SELECT * FROM reward WHERE subject = $1 AND why = $2 ORDER BY key", {text(subject), text(why)}))
    list.push_back(rewardOf(row));
  return list;
}

// All steps of merges after merges. The second condition lets the index of merged members serve.
std::vector<std::string> SqlTransaction::mergedInto(std::string_view survivor) {
  std::vector<std::string> list;
  for (const Row& row : m_database.run(
           "WITH RECURSIVE m(id) AS (SELECT id FROM member WHERE merged_into = $1 AND merged_into <> '' UNION SELECT "
           "n.id FROM member n JOIN m ON n.merged_into = m.id WHERE n.merged_into <> '') SELECT id FROM m ORDER BY id",
           {text(survivor)}))
    list.push_back(row.text(0));
  return list;
}

std::optional<base::BusinessDate> SqlTransaction::term(std::string_view member) {
  const Rows rows = m_database.run("SELECT until FROM member_term WHERE member = $1", {text(member)});
  return rows.empty() ? std::nullopt : std::optional(dayOf(rows.front(), 0));
}

void SqlTransaction::putTerm(std::string_view member, base::BusinessDate until, const HqEventKey& by) {
  m_database.run("INSERT INTO member_term VALUES($1, $2) ON CONFLICT(member) DO UPDATE SET until = excluded.until",
                 {text(member), number(until)});
  m_database.run("INSERT INTO term_move VALUES($1, $2, $3, $4) ON CONFLICT(terminal, inc, seq) DO NOTHING",
                 {text(by.terminal), number(std::uint64_t{by.inc}), number(by.seq), text(member)});
}

std::vector<HqEventKey> SqlTransaction::lastTermMoves(std::string_view member) {
  std::vector<HqEventKey> list;
  for (const Row& row : m_database.run(
           "SELECT terminal, inc, max(seq) FROM term_move m WHERE member = $1 AND inc = (SELECT max(inc) FROM "
           "term_move k WHERE k.member = m.member AND k.terminal = m.terminal) GROUP BY terminal, inc ORDER BY "
           "terminal",
           {text(member)}))
    list.push_back({row.text(0), incOf(row, 1), countOf(row, 2)});
  return list;
}

bool SqlTransaction::signIn(std::string_view member, base::BusinessDate day, const HqEventKey& by) {
  m_database.run("INSERT INTO sign_in VALUES($1, $2, $3, $4, $5) ON CONFLICT(member, day) DO NOTHING",
                 {text(member), number(day), text(by.terminal), number(std::uint64_t{by.inc}), number(by.seq)});
  const Rows rows = m_database.run("SELECT terminal, inc, seq FROM sign_in WHERE member = $1 AND day = $2",
                                   {text(member), number(day)});
  const Row& first = rows.front();
  return first.text(0) == by.terminal && incOf(first, 1) == by.inc && countOf(first, 2) == by.seq;
}

std::vector<HqPointsSum> SqlTransaction::pointsBetween(base::BusinessDate from, base::BusinessDate to) {
  std::vector<HqPointsSum> list;
  for (const Row& row : m_database.run(
           "SELECT account, kind, CAST(sum(CASE WHEN points > 0 THEN points ELSE 0 END) AS BIGINT), CAST(sum(CASE WHEN "
           "points < 0 THEN -points ELSE 0 END) AS BIGINT) FROM (SELECT account, points, CASE WHEN n >= $3 THEN n / $4 "
           "ELSE 0 END AS kind FROM ledger WHERE day >= $1 AND day <= $2) l GROUP BY account, kind ORDER BY account, "
           "kind",
           {number(from), number(to), std::int64_t{kFirstReward}, std::int64_t{kRewardKind}}))
    list.push_back({row.text(0), static_cast<int>(row.number(1)), pointsOf(row, 2), pointsOf(row, 3)});
  return list;
}

void SqlTransaction::forgetRewards() {
  m_database.run("DELETE FROM member_term", {});
  m_database.run("DELETE FROM term_move", {});
  m_database.run("DELETE FROM sign_in", {});
  m_database.run("DELETE FROM referrer", {});
  m_database.run("DELETE FROM reward", {});
  m_database.run("DELETE FROM bought", {});
  m_database.run("DELETE FROM tier_hand WHERE terminal <> ''", {});
  m_database.run("DELETE FROM member_terms", {});
  m_database.run("DELETE FROM channel_bill", {});
}

std::vector<HqPaidBill> SqlTransaction::paidBills(std::string_view member, base::BusinessDate from,
                                                  base::BusinessDate to) {
  std::vector<HqPaidBill> list;
  for (const Row& row : m_database.run(
           "SELECT s.event, s.day, s.total, CAST(s.total + coalesce((SELECT sum(r.gross) FROM fact_sale r WHERE "
           "r.cause = s.event AND r.type = 'return'), 0) AS BIGINT) FROM fact_sale s WHERE s.member = $1 AND s.day >= "
           "$2 AND s.day <= $3 AND s.type = 'sale' AND s.total > 0 ORDER BY s.day, s.at_ms, s.event",
           {text(member), number(from), number(to)}))
    list.push_back({row.text(0), dayOf(row, 1), moneyOf(row, 2), moneyOf(row, 3)});
  return list;
}

base::Money SqlTransaction::largestBill(std::string_view member) {
  const Rows rows = m_database.run(
      "SELECT CAST(coalesce(max(total), 0) AS BIGINT) FROM fact_sale WHERE member = $1 AND type = 'sale'",
      {text(member)});
  return moneyOf(rows.front(), 0);
}

int SqlTransaction::referralsBy(std::string_view referrer) {
  const Rows rows = m_database.run(
      "SELECT count(*) FROM (SELECT subject FROM reward WHERE member = $1 AND why = 'REFERRAL' GROUP BY subject HAVING "
      "sum(points) > 0) AS brought",
      {text(referrer)});
  return static_cast<int>(rows.front().number(0));
}

void SqlTransaction::putBought(std::string_view member, const HqBought& bought) {
  m_database.run(
      "INSERT INTO bought VALUES($1, $2, $3, $4, $5) ON CONFLICT(member) DO UPDATE SET bills = excluded.bills, spent = "
      "excluded.spent, referrals = excluded.referrals, largest = excluded.largest",
      {text(member), std::int64_t{bought.bills}, number(bought.spent), std::int64_t{bought.referrals},
       number(bought.largest)});
}

std::optional<HqBought> SqlTransaction::bought(std::string_view member) {
  const Rows rows =
      m_database.run("SELECT bills, spent, referrals, largest FROM bought WHERE member = $1", {text(member)});
  if (rows.empty()) return std::nullopt;
  const Row& row = rows.front();
  return HqBought{static_cast<int>(row.number(0)), moneyOf(row, 1), static_cast<int>(row.number(2)), moneyOf(row, 3)};
}

}  // namespace kahui::hqdb
