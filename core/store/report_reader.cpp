#include "core/store/report_reader.hpp"

#include <algorithm>
#include <limits>

#include "core/journal/codec.hpp"
#include "core/store/trade_tables.hpp"
#include "core/store/visit_packs.hpp"

namespace kahui::store {

using ports::DaySpan;
using ports::TradeBook;

namespace {

constexpr int kSalesOfARow = 40;  // bits of a receipt number below its incarnation

Prepared between(Connection& connection, const char* sql, std::int64_t from, std::int64_t to) {
  Prepared row = connection.statement(sql);
  row.bind(1, from);
  row.bind(2, to);
  return row;
}

// The rows of the tail that the span wants.
template <class Map, class Rows, class Wanted>
void takeTail(const Map& map, Rows& rows, const Wanted& wanted) {
  for (const auto& row : map)
    if (wanted(row.first)) rows.emplace_back(row);
}

}  // namespace

base::Result<std::unique_ptr<ReportReader>> ReportReader::open(const std::filesystem::path& folder) {
  SqliteStore::Options options;
  options.read_only = true;
  options.program = "report";
  auto store = SqliteStore::open(folder, std::move(options));
  if (!store) return tl::unexpected(store.error());
  return std::make_unique<ReportReader>(std::move(*store));
}

base::Result<std::string> ReportReader::rules() {
  auto rules = m_store->rulePack();
  if (!rules) return tl::unexpected(rules.error());
  return std::move(rules->json);
}

base::Status ReportReader::readTail() {
  Connection& connection = m_store->connection();
  const std::int64_t after = tradeUpto(connection);
  if (after != m_tail.after) m_tail = Tail{after, after, {}, {}};
  if (after == 0 && m_tail.upto == 0) KAHUI_TRY(addFetched(connection, m_tail.rows));
  const std::int64_t days_upto =
      connection.database().execAndGet("SELECT CAST(value AS INTEGER) FROM meta WHERE key='days_upto'").getInt64();
  const auto last = readEvents(connection, m_tail.upto, std::numeric_limits<std::int64_t>::max(),
                               [&](std::int64_t entry, const journal::Event& event) {
                                 m_tail.rows.add(event);
                                 const journal::DayTotals totals = journal::dayTotals(event);
                                 if (entry > days_upto && totals != journal::DayTotals{})
                                   m_tail.totals[event.business_date.days()] += totals;
                               });
  if (!last) return tl::unexpected(last.error());
  m_tail.upto = *last;
  return {};
}

base::Result<TradeBook> ReportReader::trade(const DaySpan& span, unsigned parts) {
  TradeBook book;
  const base::Status read = m_store->readTogether([&]() -> base::Status {
    return guarded([&]() -> base::Status {
      KAHUI_TRY(readTail());
      if ((parts & ports::kHours) != 0) readHours(span, book);
      if ((parts & ports::kItems) != 0) readItems(span, book);
      if ((parts & ports::kItemHours) != 0) readItemHours(span, book);
      if ((parts & ports::kVisits) != 0) KAHUI_TRY(readVisits(span, book));
      if ((parts & ports::kFacts) != 0) readFacts(span, book);
      if ((parts & ports::kTotals) != 0) readTotals(span, book);
      return {};
    });
  });
  if (!read) return tl::unexpected(read.error());
  return book;
}

void ReportReader::readHours(const DaySpan& span, TradeBook& book) {
  auto row = between(m_store->connection(),
                     "SELECT day, hour, tier, bills, sold, returns, refunded, pieces FROM trade_hour WHERE day BETWEEN "
                     "? AND ?",
                     span.from.days(), span.to.days());
  const auto at = [&](int column) { return row.getColumn(column).getInt64(); };
  while (row.executeStep()) {
    book.hours.emplace_back(
        journal::HourKey{row.getColumn(0).getInt(), row.getColumn(1).getInt(), row.getColumn(2).getString()},
        journal::HourSums{at(3), base::Money(at(4)), at(5), base::Money(at(6)), at(7)});
  }
  takeTail(m_tail.rows.hours, book.hours, [&](const auto& key) { return span.holds(key.day); });
}

void ReportReader::readItems(const DaySpan& span, TradeBook& book) {
  auto row = between(
      m_store->connection(),
      "SELECT day, sku, member, quantity, net, lines, promoted, costed, cost FROM trade_item WHERE day BETWEEN ? AND ?",
      span.from.days(), span.to.days());
  const auto at = [&](int column) { return row.getColumn(column).getInt64(); };
  while (row.executeStep()) {
    book.items.emplace_back(journal::ItemKey{row.getColumn(0).getInt(), row.getColumn(1).getString(), at(2) != 0},
                            journal::ItemSums{base::Quantity(at(3)), base::Money(at(4)), at(5), base::Quantity(at(6)),
                                              base::Quantity(at(7)), base::Money(at(8))});
  }
  takeTail(m_tail.rows.items, book.items, [&](const auto& key) { return span.holds(key.day); });
}

void ReportReader::readItemHours(const DaySpan& span, TradeBook& book) {
  const std::int32_t first = journal::monthNumber(span.from);
  const std::int32_t last = journal::monthNumber(span.to);
  auto row =
      between(m_store->connection(),
              "SELECT month, hour, sku, member, quantity, net, lines, promoted, costed, cost FROM trade_item_hour "
              "WHERE month BETWEEN ? AND ?",
              first, last);
  const auto at = [&](int column) { return row.getColumn(column).getInt64(); };
  while (row.executeStep()) {
    book.item_hours.emplace_back(journal::ItemHourKey{row.getColumn(0).getInt(), row.getColumn(1).getInt(),
                                                      row.getColumn(2).getString(), at(3) != 0},
                                 journal::ItemSums{base::Quantity(at(4)), base::Money(at(5)), at(6),
                                                   base::Quantity(at(7)), base::Quantity(at(8)), base::Money(at(9))});
  }
  takeTail(m_tail.rows.item_hours, book.item_hours,
           [&](const auto& key) { return first <= key.month && key.month <= last; });
}

// By day, so that what stands in the file and in the tail for one member and day comes one after the other.
base::Status ReportReader::readVisits(const DaySpan& span, TradeBook& book) {
  const auto& tail = m_tail.rows.visits;
  auto next = tail.lower_bound({span.from.days(), std::numeric_limits<std::int64_t>::min()});
  const auto takeBefore = [&](std::int32_t day) {
    for (; next != tail.end() && next->first.day < day; ++next) book.visits.emplace_back(*next);
  };
  KAHUI_TRY(eachVisit(m_store->connection(), span.from.days(), span.to.days(), [&](const std::vector<Visit>& visits) {
    const std::int32_t day = visits.front().first.day;
    takeBefore(day);
    const auto first = static_cast<std::ptrdiff_t>(book.visits.size());
    book.visits.insert(book.visits.end(), visits.begin(), visits.end());
    const auto middle = std::ssize(book.visits);
    takeBefore(day + 1);
    std::inplace_merge(book.visits.begin() + first, book.visits.begin() + middle, book.visits.end(),
                       [](const Visit& a, const Visit& b) { return a.first < b.first; });
  }));
  takeBefore(span.to.days() + 1);
  return {};
}

void ReportReader::readFacts(const DaySpan& span, TradeBook& book) {
  auto row =
      between(m_store->connection(), "SELECT day, kind, key, n, amount FROM trade_fact WHERE day BETWEEN ? AND ?",
              span.from.days(), span.to.days());
  while (row.executeStep()) {
    book.facts.emplace_back(
        journal::FactKey{row.getColumn(0).getInt(), static_cast<journal::Fact>(row.getColumn(1).getInt()),
                         row.getColumn(2).getString()},
        journal::FactSums{row.getColumn(3).getInt64(), row.getColumn(4).getInt64()});
  }
  takeTail(m_tail.rows.facts, book.facts, [&](const auto& key) { return span.holds(key.day); });
}

void ReportReader::readTotals(const DaySpan& span, TradeBook& book) {
  for (auto& day : m_store->foldedTotals(span.from, span.to)) book.totals.push_back(std::move(day));
  takeTail(m_tail.totals, book.totals, [&](std::int32_t day) { return span.holds(day); });
}

// A line's business day and type stand in its head, so that the file's own search passes over what is not wanted; the
// entries before the span's first shift are passed over, too. A sale counts as unusual with a price or discount by
// hand.
base::Result<std::vector<journal::Event>> ReportReader::eventsOf(const DaySpan& span, const char* sql) {
  return guarded([&]() -> base::Result<std::vector<journal::Event>> {
    std::vector<journal::Event> found;
    auto lines = m_store->connection().statement(sql);
    lines.bind(1, span.from.days());
    lines.bind(2, span.from.iso());
    lines.bind(3, span.to.iso());
    while (lines.executeStep()) {
      auto event = journal::decode(lines.getColumn(0).getString());
      if (!event) return base::fail(base::ErrorCode::StoreCorrupt, event.error().detail);
      found.push_back(std::move(*event));
    }
    return found;
  });
}

// Lines of a span of days for which the condition, a literal on `line`, holds.
#define KAHUI_LINES_OF_SPAN(condition)                                                                    \
  "SELECT line FROM journal j WHERE entry>=(SELECT ifnull(max(first_entry), 0) FROM shift WHERE day<?1) " \
  "AND substr(line, instr(line, '\"bd\":\"')+6, 10) BETWEEN ?2 AND ?3 AND (" condition                    \
  ") AND NOT EXISTS(SELECT 1 FROM branch b WHERE j.entry BETWEEN b.first_entry AND b.last_entry) ORDER BY entry"

base::Result<std::vector<journal::Event>> ReportReader::unusualEvents(const DaySpan& span) {
  return eventsOf(span, KAHUI_LINES_OF_SPAN("instr(line, '\"type\":\"sale.completed\"')=0 OR instr(line, '\"dr\":')>0 "
                                            "OR instr(line, '\"dm\":')>0 OR instr(line, '\"ov\":')>0"));
}

// A bill at the ordinary rate says "x":100.
base::Result<std::vector<journal::Event>> ReportReader::rewardEvents(const DaySpan& span) {
  return eventsOf(span,
                  KAHUI_LINES_OF_SPAN("instr(line, '\"type\":\"coupon.used\"')>0 "
                                      "OR instr(line, '\"type\":\"coupon.changed\"')>0 "
                                      "OR instr(line, '\"type\":\"points.granted\"')>0 "
                                      "OR (instr(line, '\"type\":\"sale.completed\"')>0 AND instr(line, '\"xp\":')>0) "
                                      "OR (instr(line, '\"type\":\"sale.completed\"')>0 "
                                      "AND instr(line, '\"x\":')>0 AND instr(line, '\"x\":100,')=0)"));
}
#undef KAHUI_LINES_OF_SPAN

base::Result<std::vector<journal::Event>> ReportReader::lastMemberEvents(std::size_t most) {
  return guarded([&]() -> base::Result<std::vector<journal::Event>> {
    // Of a store whose members are left alone for days, not all the journal is read.
    constexpr std::int64_t kMostLines = 20'000;
    auto head = m_store->connection().statement("SELECT ifnull(max(entry), 0) FROM journal");
    const std::int64_t upto = head.executeStep() ? head.getColumn(0).getInt64() : 0;
    if (upto == m_latest.upto) return m_latest.events;
    auto lines = m_store->connection().statement(
        "SELECT line FROM journal WHERE entry>?1 AND (instr(line, '\"type\":\"member.')>0 OR "
        "instr(line, '\"type\":\"card.')>0 OR instr(line, '\"type\":\"points.granted\"')>0 OR "
        "instr(line, '\"type\":\"points.exchanged\"')>0 OR instr(line, '\"type\":\"points.transferred\"')>0 OR "
        "instr(line, '\"type\":\"points.frozen\"')>0 OR instr(line, '\"type\":\"points.cashed\"')>0 OR "
        "instr(line, '\"type\":\"benefit.used\"')>0) ORDER BY entry DESC LIMIT ?2");
    lines.bind(1, std::max(m_latest.upto, upto - kMostLines));
    lines.bind(2, static_cast<std::int64_t>(most));
    std::vector<journal::Event> found;
    while (lines.executeStep()) {
      auto event = journal::decode(lines.getColumn(0).getString());
      if (!event) return base::fail(base::ErrorCode::StoreCorrupt, event.error().detail);
      found.push_back(std::move(*event));
    }
    found.insert(found.end(), m_latest.events.begin(), m_latest.events.end());
    if (found.size() > most) found.resize(most);
    m_latest = {upto, found};
    return found;
  });
}

base::Result<std::vector<journal::Event>> ReportReader::events(const DaySpan& span) {
  return guarded([&]() -> base::Result<std::vector<journal::Event>> {
    // Receipts come in the order of days within an incarnation, so that both ends are found by halving.
    std::vector<journal::Event> found;
    Connection& connection = m_store->connection();
    const auto edge = [&](std::int64_t low, std::int64_t high, std::int32_t day) {
      while (low < high) {  // the first number whose sale is of `day` or later
        const std::int64_t middle = low + (high - low) / 2;
        auto probe = connection.statement("SELECT no, day FROM sale WHERE no>=? ORDER BY no LIMIT 1");
        probe.bind(1, middle);
        if (!probe.executeStep() || probe.getColumn(0).getInt64() >= high || probe.getColumn(1).getInt() >= day)
          high = middle;
        else
          low = probe.getColumn(0).getInt64() + 1;
      }
      return low;
    };
    std::vector<std::pair<std::int64_t, std::int64_t>> rows;
    {
      auto query = connection.statement("SELECT min(no), max(no)+1 FROM sale WHERE no>0 GROUP BY no>>?");
      query.bind(1, kSalesOfARow);
      while (query.executeStep()) rows.emplace_back(query.getColumn(0).getInt64(), query.getColumn(1).getInt64());
    }
    for (const auto& [first, end] : rows) {
      const std::int64_t from = edge(first, end, span.from.days());
      const std::int64_t to = edge(from, end, span.to.days() + 1);
      auto lines =
          between(connection,
                  "SELECT ifnull((SELECT line FROM journal j WHERE j.entry=s.entry), (SELECT line FROM fetched "
                  "f WHERE f.entry=s.entry)) FROM sale s WHERE no>=? AND no<? ORDER BY no",
                  from, to);
      while (lines.executeStep()) {
        auto event = journal::decode(lines.getColumn(0).getString());
        if (!event) return base::fail(base::ErrorCode::StoreCorrupt, event.error().detail);
        found.push_back(std::move(*event));
      }
    }
    return found;
  });
}

}  // namespace kahui::store
