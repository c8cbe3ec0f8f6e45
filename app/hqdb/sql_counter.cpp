// Rights, reservations, deficits and announcements.
#include "app/hqdb/sql_store.hpp"
#include "app/hqdb/sql_values.hpp"

namespace kahui::hqdb {

using namespace ports;

namespace {

std::vector<HqRights> rightsRows(const Rows& rows) {
  std::vector<HqRights> list;
  for (const Row& row : rows)
    list.push_back({row.text(0), row.text(1), pointsOf(row, 2), pointsOf(row, 3), pointsOf(row, 4), pointsOf(row, 5),
                    row.number(6) != 0});
  return list;
}

HqGrant grantOf(const Row& row) {
  return {row.text(0), row.number(1), row.number(2), row.text(3), pointsOf(row, 4), row.number(5) != 0};
}

}  // namespace

std::vector<HqRights> SqlTransaction::rightsOf(std::string_view member) {
  return rightsRows(m_database.run("SELECT * FROM rights WHERE member = $1 ORDER BY terminal", {text(member)}));
}

void SqlTransaction::addRights(const HqRights& by) {
  m_database.run(
      "INSERT INTO rights VALUES($1, $2, $3, $4, $5, $6, $7) ON CONFLICT(member, terminal) DO UPDATE SET "
      "granted = rights.granted + excluded.granted, used = rights.used + excluded.used, "
      "returned = rights.returned + excluded.returned, asked = rights.asked + excluded.asked",
      {text(by.member), text(by.terminal), number(by.granted), number(by.used), number(by.returned), number(by.asked),
       flag(by.lost)});
}

std::vector<HqRights> SqlTransaction::rightsAt(std::string_view terminal) {
  return rightsRows(m_database.run("SELECT * FROM rights WHERE terminal = $1 ORDER BY member", {text(terminal)}));
}

void SqlTransaction::loseRights(std::string_view terminal) {
  m_database.run("UPDATE rights SET lost = 1 WHERE terminal = $1", {text(terminal)});
}

std::vector<HqRights> SqlTransaction::lostRights() {
  return rightsRows(m_database.run("SELECT * FROM rights WHERE lost = 1 ORDER BY terminal, member", {}));
}

void SqlTransaction::moveRights(std::string_view member, std::string_view to) {
  for (HqRights row : rightsOf(member)) {
    row.member = to;
    addRights(row);
  }
  m_database.run("DELETE FROM rights WHERE member = $1", {text(member)});
}

std::int64_t SqlTransaction::lastGrant(std::string_view terminal, std::int64_t epoch) {
  return m_database
      .run("SELECT coalesce(max(no), 0) FROM rights_grant WHERE terminal = $1 AND epoch = $2", {text(terminal), epoch})
      .front()
      .number(0);
}

void SqlTransaction::putGrant(const HqGrant& g) {
  m_database.run(
      "INSERT INTO rights_grant VALUES($1, $2, $3, $4, $5, $6) ON CONFLICT(terminal, epoch, no) DO UPDATE SET answered "
      "= excluded.answered",
      {text(g.terminal), g.epoch, g.no, text(g.member), number(g.points), flag(g.answered)});
}

std::optional<HqGrant> SqlTransaction::grant(std::string_view terminal, std::int64_t epoch, std::int64_t no) {
  const Rows rows = m_database.run("SELECT * FROM rights_grant WHERE terminal = $1 AND epoch = $2 AND no = $3",
                                   {text(terminal), epoch, no});
  return rows.empty() ? std::nullopt : std::optional(grantOf(rows.front()));
}

std::vector<HqGrant> SqlTransaction::grantsAfter(std::string_view terminal, std::int64_t epoch, std::int64_t no,
                                                 int limit) {
  std::vector<HqGrant> list;
  for (const Row& row :
       m_database.run("SELECT * FROM rights_grant WHERE terminal = $1 AND epoch = $2 AND no > $3 ORDER BY no LIMIT $4",
                      {text(terminal), epoch, no, std::int64_t{limit}}))
    list.push_back(grantOf(row));
  return list;
}

// The row is written each time: of two transactions that decide at once, the engine repeats one.
void SqlTransaction::lockCredit(std::string_view member) {
  m_database.run(
      "INSERT INTO credit VALUES($1, 0, 0, 1) ON CONFLICT(member) DO UPDATE SET decided = credit.decided + 1",
      {text(member)});
}

HqDeficits SqlTransaction::deficits(std::string_view member) {
  const Rows rows = m_database.run("SELECT deficits, below FROM credit WHERE member = $1", {text(member)});
  if (rows.empty()) return {};
  return {static_cast<int>(rows.front().number(0)), rows.front().number(1) != 0};
}

void SqlTransaction::putDeficits(std::string_view member, const HqDeficits& d) {
  m_database.run(
      "INSERT INTO credit VALUES($1, $2, $3, 0) ON CONFLICT(member) DO UPDATE SET deficits = excluded.deficits, below "
      "= excluded.below",
      {text(member), std::int64_t{d.count}, flag(d.below)});
}

std::optional<HqReservation> SqlTransaction::reservation(std::string_view member, std::string_view id) {
  const Rows rows = m_database.run("SELECT * FROM reservation WHERE member = $1 AND id = $2", {text(member), text(id)});
  if (rows.empty()) return std::nullopt;
  const Row& row = rows.front();
  return HqReservation{row.text(1),   row.text(0), row.text(2),     pointsOf(row, 3),
                       row.number(4), row.text(5), pointsOf(row, 6)};
}

void SqlTransaction::putReservation(const HqReservation& r) {
  m_database.run(
      "INSERT INTO reservation VALUES($1, $2, $3, $4, $5, $6, $7) ON CONFLICT(member, id) DO UPDATE SET state = "
      "excluded.state",
      {text(r.member), text(r.id), text(r.terminal), number(r.points), r.made_ms, text(r.state), number(r.available)});
}

base::Points SqlTransaction::reserved(std::string_view member, std::int64_t since_ms) {
  const Rows rows = m_database.run(
      "SELECT CAST(coalesce(sum(points), 0) AS BIGINT) FROM reservation WHERE member = $1 AND (state = 'CONFIRMED' OR "
      "(state = "
      "'GRANTED' AND made_ms >= $2))",
      {text(member), since_ms});
  return pointsOf(rows.front(), 0);
}

std::optional<HqCouponHold> SqlTransaction::couponHold(std::string_view serial) {
  const Rows rows = m_database.run("SELECT * FROM coupon_hold WHERE serial = $1", {text(serial)});
  if (rows.empty()) return std::nullopt;
  const Row& row = rows.front();
  return HqCouponHold{row.text(0), row.text(1), row.text(2), row.number(3)};
}

void SqlTransaction::putCouponHold(const HqCouponHold& h) {
  m_database.run(
      "INSERT INTO coupon_hold VALUES($1, $2, $3, $4) ON CONFLICT(serial) DO UPDATE SET attempt = excluded.attempt, "
      "terminal = excluded.terminal, made_ms = excluded.made_ms",
      {text(h.serial), text(h.attempt), text(h.terminal), h.made_ms});
}

void SqlTransaction::dropCouponHold(std::string_view serial, std::string_view attempt) {
  m_database.run("DELETE FROM coupon_hold WHERE serial = $1 AND attempt = $2", {text(serial), text(attempt)});
}

void SqlTransaction::putAnnouncement(const HqAnnouncement& a) {
  m_database.run(
      "INSERT INTO announcement VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT(key) DO UPDATE SET title = "
      "excluded.title, text = excluded.text, from_day = excluded.from_day, until_day = excluded.until_day, at_ms = "
      "excluded.at_ms, withdrawn = excluded.withdrawn, members = excluded.members",
      {text(a.key), text(a.title), text(a.text), text(a.store), number(a.from), number(a.until), a.at_ms,
       flag(a.withdrawn), flag(a.members)});
}

std::vector<HqAnnouncement> SqlTransaction::announcements() {
  std::vector<HqAnnouncement> list;
  for (const Row& row : m_database.run("SELECT * FROM announcement ORDER BY key", {}))
    list.push_back({row.text(0), row.text(1), row.text(2), row.text(3), dayOf(row, 4), optionalDayOf(row, 5),
                    row.number(6), row.number(7) != 0, row.number(8) != 0});
  return list;
}

void SqlTransaction::putReadMark(const HqReadMark& m) {
  m_database.run("INSERT INTO announcement_read VALUES($1, $2, $3, $4) ON CONFLICT(key, terminal, operator) DO NOTHING",
                 {text(m.key), text(m.terminal), text(m.operator_code), m.at_ms});
}

std::vector<HqReadMark> SqlTransaction::readMarks() {
  std::vector<HqReadMark> list;
  for (const Row& row : m_database.run("SELECT * FROM announcement_read ORDER BY key, terminal, operator", {}))
    list.push_back({row.text(0), row.text(1), row.text(2), row.number(3)});
  return list;
}

}  // namespace kahui::hqdb
