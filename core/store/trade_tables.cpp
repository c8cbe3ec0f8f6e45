#include "core/store/trade_tables.hpp"

#include <limits>

#include "core/journal/codec.hpp"
#include "core/store/incarnation.hpp"
#include "core/store/visit_packs.hpp"

namespace kahui::store {

namespace {

// Binds texts without copying them: they live until the statement has run.
struct TradeRow {
  Prepared statement;
  int index = 0;

  TradeRow& operator<<(std::int64_t value) {
    statement.bind(++index, value);
    return *this;
  }
  TradeRow& operator<<(const std::string& value) {
    statement.bindNoCopy(++index, value);
    return *this;
  }
  TradeRow& operator<<(const journal::ItemSums& sums) {
    return *this << sums.quantity.value() << sums.net.value() << sums.lines << sums.promoted.value()
                 << sums.costed.value() << sums.cost.value();
  }
  void put() { statement.exec(); }
};

void addHours(Connection& connection, const journal::TradeRows& rows) {
  for (const auto& [key, sums] : rows.hours) {
    TradeRow row{
        connection.statement("INSERT INTO trade_hour VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO UPDATE "
                             "SET bills=bills+?4, sold=sold+?5, returns=returns+?6, refunded=refunded+?7, "
                             "pieces=pieces+?8")};
    row << key.day << key.hour << key.tier << sums.bills << sums.sold.value() << sums.returns << sums.refunded.value()
        << sums.pieces;
    row.put();
  }
}

void addItems(Connection& connection, const journal::TradeRows& rows) {
  for (const auto& [key, sums] : rows.items) {
    TradeRow row{connection.statement(
        "INSERT INTO trade_item VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO UPDATE SET "
        "quantity=quantity+?4, net=net+?5, lines=lines+?6, promoted=promoted+?7, "
        "costed=costed+?8, cost=cost+?9")};
    row << key.day << key.sku << (key.member ? 1 : 0) << sums;
    row.put();
  }
  for (const auto& [key, sums] : rows.item_hours) {
    TradeRow row{connection.statement(
        "INSERT INTO trade_item_hour VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT DO "
        "UPDATE SET quantity=quantity+?5, net=net+?6, lines=lines+?7, promoted=promoted+?8, "
        "costed=costed+?9, cost=cost+?10")};
    row << key.month << key.hour << key.sku << (key.member ? 1 : 0) << sums;
    row.put();
  }
}

void addMembers(Connection& connection, const journal::TradeRows& rows) {
  for (const auto& [key, sums] : rows.visits) {
    TradeRow row{
        connection.statement("INSERT INTO trade_visit VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO UPDATE SET "
                             "bills=bills+?3, sold=sold+?4, returns=returns+?5, refunded=refunded+?6, "
                             "saving=saving+?7")};
    row << key.day << key.member << sums.bills << sums.sold.value() << sums.returns << sums.refunded.value()
        << sums.saving.value();
    row.put();
  }
  for (const auto& [member, join] : rows.joins) {
    TradeRow row{connection.statement("INSERT OR REPLACE INTO member_join VALUES(?, ?, ?, ?)")};
    row << member << join.day << join.source << join.consent;
    row.put();
  }
}

void addFacts(Connection& connection, const journal::TradeRows& rows) {
  for (const auto& [key, sums] : rows.facts) {
    TradeRow row{
        connection.statement("INSERT INTO trade_fact VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET n=n+?4, "
                             "amount=amount+?5")};
    row << key.day << static_cast<int>(key.kind) << key.key << sums.n << sums.amount;
    row.put();
  }
}

}  // namespace

void addTrade(Connection& connection, const journal::TradeRows& rows) {
  addHours(connection, rows);
  addItems(connection, rows);
  addMembers(connection, rows);
  addFacts(connection, rows);
}

std::int64_t tradeUpto(Connection& connection) {
  auto query = connection.statement("SELECT CAST(value AS INTEGER) FROM meta WHERE key='trade_upto'");
  return query.executeStep() ? query.getColumn(0).getInt64() : 0;
}

void setTradeUpto(Connection& connection, std::int64_t entry) {
  auto mark = connection.statement("UPDATE meta SET value=? WHERE key='trade_upto'");
  mark.bind(1, std::to_string(entry));
  mark.exec();
}

base::Result<std::int64_t> readEvents(Connection& connection, std::int64_t after, std::int64_t most,
                                      const EachLine& each) {
  auto lines = connection.statement(
      "SELECT entry, line, EXISTS(SELECT 1 FROM branch b WHERE j.entry BETWEEN b.first_entry AND b.last_entry) "
      "FROM journal j WHERE entry>? ORDER BY entry LIMIT ?");
  lines.bind(1, after);
  lines.bind(2, most);
  std::int64_t last = after;
  while (lines.executeStep()) {
    last = lines.getColumn(0).getInt64();
    if (lines.getColumn(2).getInt() != 0) continue;
    const auto event = journal::decode(lines.getColumn(1).getString());
    if (!event) return base::fail(base::ErrorCode::StoreCorrupt, event.error().detail);
    each(last, *event);
  }
  return last;
}

base::Status addFetched(Connection& connection, journal::TradeRows& rows) {
  auto lines = connection.statement("SELECT line FROM fetched WHERE applied=1");
  while (lines.executeStep()) {
    const auto event = journal::decode(lines.getColumn(0).getString());
    if (!event) return base::fail(base::ErrorCode::StoreCorrupt, event.error().detail);
    if (!isOfItsTime(event->payload)) rows.add(*event);
  }
  return {};
}

base::Status readTrade(Connection& connection, journal::TradeRows& rows) {
  {
    auto row = connection.statement("SELECT day, hour, tier, bills, sold, returns, refunded, pieces FROM trade_hour");
    const auto at = [&](int column) { return row.getColumn(column).getInt64(); };
    while (row.executeStep())
      rows.hours[{row.getColumn(0).getInt(), row.getColumn(1).getInt(), row.getColumn(2).getString()}] = {
          at(3), base::Money(at(4)), at(5), base::Money(at(6)), at(7)};
  }
  {
    auto row =
        connection.statement("SELECT day, sku, member, quantity, net, lines, promoted, costed, cost FROM trade_item");
    const auto at = [&](int column) { return row.getColumn(column).getInt64(); };
    while (row.executeStep())
      rows.items[{row.getColumn(0).getInt(), row.getColumn(1).getString(), at(2) != 0}] = {
          base::Quantity(at(3)), base::Money(at(4)),    at(5),
          base::Quantity(at(6)), base::Quantity(at(7)), base::Money(at(8))};
  }
  {
    auto row = connection.statement(
        "SELECT month, hour, sku, member, quantity, net, lines, promoted, costed, cost FROM trade_item_hour");
    const auto at = [&](int column) { return row.getColumn(column).getInt64(); };
    while (row.executeStep())
      rows.item_hours[{row.getColumn(0).getInt(), row.getColumn(1).getInt(), row.getColumn(2).getString(),
                       at(3) != 0}] = {base::Quantity(at(4)), base::Money(at(5)),    at(6),
                                       base::Quantity(at(7)), base::Quantity(at(8)), base::Money(at(9))};
  }
  {
    auto row = connection.statement("SELECT day, kind, key, n, amount FROM trade_fact");
    while (row.executeStep())
      rows.facts[{row.getColumn(0).getInt(), static_cast<journal::Fact>(row.getColumn(1).getInt()),
                  row.getColumn(2).getString()}] = {row.getColumn(3).getInt64(), row.getColumn(4).getInt64()};
  }
  {
    auto row = connection.statement("SELECT member, day, source, consent FROM member_join");
    while (row.executeStep())
      rows.joins[row.getColumn(0).getInt64()] = {row.getColumn(1).getInt(), row.getColumn(2).getString(),
                                                 row.getColumn(3).getString()};
  }
  return eachVisit(connection, std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max(),
                   [&](const std::vector<Visit>& visits) { rows.visits.insert(visits.begin(), visits.end()); });
}

}  // namespace kahui::store
