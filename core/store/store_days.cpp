// The totals of business days and what reports are made of: what was folded into the tables, and the events since. No
// sale writes those tables (each is a page of every sale); they follow between sales.
#include <algorithm>

#include "core/journal/codec.hpp"
#include "core/store/member_bills.hpp"
#include "core/store/sqlite_store.hpp"
#include "core/store/trade_tables.hpp"
#include "core/store/visit_packs.hpp"

namespace kahui::store {

namespace {

journal::DayTotals readDay(SQLite::Statement& row) {
  const auto at = [&](int column) { return row.getColumn(column).getInt64(); };
  journal::DayTotals totals;
  totals.bills = at(0);
  totals.member_bills = at(1);
  totals.pieces = at(2);
  totals.gross = base::Money(at(3));
  totals.net = base::Money(at(4));
  totals.member_net = base::Money(at(5));
  totals.rounding = base::Money(at(6));
  totals.earned = base::Points(at(7));
  totals.redeemed = base::Points(at(8));
  totals.opening = base::Points(at(9));
  totals.new_members = at(10);
  totals.return_bills = at(11);
  totals.refunds = base::Money(at(12));
  totals.reversed = base::Points(at(13));
  totals.restored = base::Points(at(14));
  totals.expired = base::Points(at(15));
  totals.coupons_issued = at(16);
  totals.coupons_used = at(17);
  return totals;
}

void run(Prepared statement, std::initializer_list<std::int64_t> values) {
  int index = 0;
  for (const std::int64_t value : values) statement.bind(++index, value);
  statement.exec();
}

void addDay(Connection& connection, base::BusinessDate date, const journal::DayTotals& day) {
  run(connection.statement(
          "INSERT INTO day_total VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) ON CONFLICT(day) DO UPDATE "
          "SET bills=bills+?2, member_bills=member_bills+?3, pieces=pieces+?4, gross=gross+?5, net=net+?6, "
          "member_net=member_net+?7, rounding=rounding+?8, earned=earned+?9, redeemed=redeemed+?10, "
          "opening=opening+?11, new_members=new_members+?12"),
      {date.days(), day.bills, day.member_bills, day.pieces, day.gross.value(), day.net.value(), day.member_net.value(),
       day.rounding.value(), day.earned.value(), day.redeemed.value(), day.opening.value(), day.new_members});
  if (!day.hasMore()) return;
  run(connection.statement(
          "INSERT INTO day_more VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT(day) DO UPDATE SET "
          "return_bills=return_bills+?2, refunds=refunds+?3, reversed=reversed+?4, restored=restored+?5, "
          "expired=expired+?6, coupons_issued=coupons_issued+?7, coupons_used=coupons_used+?8"),
      {date.days(), day.return_bills, day.refunds.value(), day.reversed.value(), day.restored.value(),
       day.expired.value(), day.coupons_issued, day.coupons_used});
}

}  // namespace

base::Result<SqliteStore::Days> SqliteStore::unfoldedDays() {
  return guarded([&]() -> base::Result<Days> {
    auto lines = m_connection.statement(
        "SELECT line FROM journal j WHERE entry > (SELECT CAST(value AS INTEGER) FROM meta WHERE key='days_upto') "
        "AND NOT EXISTS(SELECT 1 FROM branch b WHERE j.entry BETWEEN b.first_entry AND b.last_entry)");
    Days days;
    while (lines.executeStep()) {
      const auto event = journal::decode(lines.getColumn(0).getString());
      if (!event) return base::fail(base::ErrorCode::StoreCorrupt, event.error().detail);
      const journal::DayTotals totals = journal::dayTotals(*event);
      if (totals != journal::DayTotals{}) days[event->business_date] += totals;
    }
    return days;
  });
}

void SqliteStore::addToDay(const journal::Event& event) {
  const journal::DayTotals totals = journal::dayTotals(event);
  if (totals != journal::DayTotals{}) addDay(m_connection, event.business_date, totals);
  if (tradeUpto(m_connection) == 0) return;  // the first fold takes what was fetched with it
  journal::TradeRows trade;
  trade.add(event);
  addTrade(m_connection, trade);
}

base::Status SqliteStore::foldDays() {
  for (;;) {
    bool done = false;
    KAHUI_TRY(transaction([&] { return foldSome(done); }));
    if (done) return {};
  }
}

// In turns that a sale can wait for. After an upgrade the whole journal has to be read: longer turns, which touch each
// row less often.
base::Status SqliteStore::foldSome(bool& done) {
  constexpr std::int64_t kTurn = 32, kLongTurn = 250, kBehind = 2000;
  auto days_mark = m_connection.statement("SELECT CAST(value AS INTEGER) FROM meta WHERE key='days_upto'");
  const std::int64_t days_upto = days_mark.executeStep() ? days_mark.getColumn(0).getInt64() : 0;
  const std::int64_t trade_upto = tradeUpto(m_connection);
  Days days;
  journal::TradeRows trade;
  if (trade_upto == 0 && m_head.entry > 0) KAHUI_TRY(addFetched(m_connection, trade));
  const std::int64_t upto = std::min(days_upto, trade_upto);
  const auto last = readEvents(m_connection, upto, m_head.entry - upto > kBehind ? kLongTurn : kTurn,
                               [&](std::int64_t entry, const journal::Event& event) {
                                 if (entry > trade_upto) trade.add(event);
                                 const journal::DayTotals totals = journal::dayTotals(event);
                                 if (entry > days_upto && totals != journal::DayTotals{})
                                   days[event.business_date] += totals;
                               });
  if (!last) return tl::unexpected(last.error());
  for (const auto& [date, day] : days) addDay(m_connection, date, day);
  addTrade(m_connection, trade);
  setTradeUpto(m_connection, *last);
  const auto packed = packOldestDay(m_connection);
  if (!packed) return tl::unexpected(packed.error());
  done = !foldMemberBills(m_connection) && *last >= m_head.entry && !*packed;
  auto mark = m_connection.statement("UPDATE meta SET value=? WHERE key='days_upto'");
  mark.bind(1, std::to_string(std::max(*last, days_upto)));
  mark.exec();
  // Changes each time: the log that a checkpoint has emptied gets its new header here and not with a sale.
  m_connection.statement("INSERT INTO meta VALUES('checkpoints', '1') ON CONFLICT(key) DO UPDATE SET value=value+1")
      .exec();
  return {};
}

base::Result<journal::DayTotals> SqliteStore::dayTotals(base::BusinessDate date) {
  journal::DayTotals totals;
  KAHUI_TRY(readTogether([&]() -> base::Status {
    auto query = m_connection.statement(
        "SELECT bills, member_bills, pieces, gross, net, member_net, rounding, earned, redeemed, opening, new_members, "
        "return_bills, refunds, reversed, restored, expired, coupons_issued, coupons_used "
        "FROM day_total d LEFT JOIN day_more m ON m.day=d.day WHERE d.day=?");
    query.bind(1, date.days());
    if (query.executeStep()) totals = readDay(query);
    const auto since = unfoldedDays();
    if (!since) return tl::unexpected(since.error());
    if (const auto day = since->find(date); day != since->end()) totals += day->second;
    return {};
  }));
  return totals;
}

std::vector<std::pair<std::int32_t, journal::DayTotals>> SqliteStore::foldedTotals(base::BusinessDate from,
                                                                                   base::BusinessDate to) {
  auto query = m_connection.statement(
      "SELECT bills, member_bills, pieces, gross, net, member_net, rounding, earned, redeemed, opening, new_members, "
      "return_bills, refunds, reversed, restored, expired, coupons_issued, coupons_used, d.day "
      "FROM day_total d LEFT JOIN day_more m ON m.day=d.day WHERE d.day BETWEEN ? AND ?");
  query.bind(1, from.days());
  query.bind(2, to.days());
  std::vector<std::pair<std::int32_t, journal::DayTotals>> days;
  while (query.executeStep()) days.emplace_back(query.getColumn(18).getInt(), readDay(query));
  return days;
}

}  // namespace kahui::store
