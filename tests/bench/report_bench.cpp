// Reports on a year of a busy store: what the screen asks for, beside plain SQL over a table of bills and one of lines,
// which a shop without folded sums would have, and beside DuckDB where a folder of BENCH_NPM has it; the till's
// sale while reports run, the longest step of its upkeep, the day report while it sells. BENCH_DAYS, BENCH_BILLS (a
// day), BENCH_MEMBERS; a year of 2,000 bills a day with 22,000 members unless named smaller.
#include <SQLiteCpp/SQLiteCpp.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <thread>

#include "core/report/document.hpp"
#include "core/store/report_reader.hpp"
#include "tests/bench/figures.hpp"
#include "tests/support/store_fixture.hpp"

using namespace kahui;

namespace {

constexpr int kLines = 6;
constexpr int kProducts = 400;
const base::BusinessDate kFirst = base::BusinessDate::of(2025, 1, 1);

struct Size {
  std::int64_t days = bench::fromEnvironment("BENCH_DAYS", 365);
  std::int64_t bills = bench::fromEnvironment("BENCH_BILLS", 2000);
  std::int64_t members = bench::fromEnvironment("BENCH_MEMBERS", 22000);
};

// A sale as the desk would append it, without the desk: what is measured is what reads it.
journal::Draft billOf(std::int64_t number, const base::Clock& clock, base::SeededRandom& random,
                      const std::vector<member::MemberNo>& members) {
  journal::Draft draft = test::saleDraft(clock, random);
  auto& sale = std::get<journal::SaleCompleted>(draft.payload);
  sale.operator_code = number % 3 == 0 ? "2001" : "1001";
  const journal::SoldLine first = sale.lines.front();
  sale.lines.clear();
  base::Money total;
  for (int i = 0; i < kLines; ++i) {
    journal::SoldLine line = first;
    const auto article = static_cast<std::int64_t>(random.below(kProducts));
    line.sku = "S" + std::to_string(article);
    line.quantity = base::Quantity(1000);
    line.unit_price = base::Money(200 + article * 10);
    line.gross = line.after_price = line.final = line.tier_measure = line.unit_price;
    line.multi = line.promo = line.bill = line.coupon = line.points = line.round = {};
    total += line.final;
    sale.lines.push_back(std::move(line));
  }
  sale.gross = sale.total = total;
  sale.rounding = sale.change = {};
  sale.tenders = {{"WECHAT", total, std::nullopt}};
  if (number % 20 < 11) {
    journal::SoldMember member;
    member.no = members[random.below(members.size())].value();
    member.id = draft.id;
    member.credential = "uid";
    member.bill_tier = member.tier_after = number % 5 == 0 ? "GLD" : "ORD";
    member.earned = base::Points(total.value() / 10000);
    sale.member = member;
  }
  return draft;
}

std::vector<member::MemberNo> join(store::SqliteStore& store, const base::Clock& clock, std::int64_t count) {
  std::vector<member::MemberNo> numbers;
  std::vector<ports::MemberToJoin> batch;
  for (std::int64_t i = 1; i <= count; ++i) {
    batch.push_back(test::member(static_cast<int>(i), "ORD"));
    if (batch.size() < 500 && i < count) continue;
    std::vector<ports::Store::JoinError> errors;
    const auto joined = store.joinMembers(batch, clock.now(), clock.now().local().date(), errors);
    if (!joined) throw std::runtime_error("members: " + joined.error().detail);
    numbers.insert(numbers.end(), joined->begin(), joined->end());
    batch.clear();
  }
  return numbers;
}

// The same bills as plain tables, one row a bill and one a line, indexed by day.
class Plain {
 public:
  Plain() : m_database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
    m_database.exec(
        "CREATE TABLE bill(id INTEGER PRIMARY KEY, day INTEGER, hour INTEGER, member INTEGER, tier TEXT, op TEXT, "
        "total "
        "INTEGER); CREATE TABLE line(bill INTEGER, n INTEGER, sku TEXT, quantity INTEGER, net INTEGER, PRIMARY "
        "KEY(bill, "
        "n)) WITHOUT ROWID; BEGIN");
    m_bill = std::make_unique<SQLite::Statement>(m_database, "INSERT INTO bill VALUES(?, ?, ?, ?, ?, ?, ?)");
    m_line = std::make_unique<SQLite::Statement>(m_database, "INSERT INTO line VALUES(?, ?, ?, ?, ?)");
  }
  void add(std::int64_t id, const journal::Draft& draft) {
    const auto& sale = std::get<journal::SaleCompleted>(draft.payload);
    m_bill->bind(1, id);
    m_bill->bind(2, draft.business_date.days());
    m_bill->bind(3, draft.at.local().secondOfDay() / 3600);
    if (sale.member) m_bill->bind(4, sale.member->no);
    m_bill->bind(5, sale.member ? sale.member->bill_tier : std::string());
    m_bill->bind(6, sale.operator_code);
    m_bill->bind(7, sale.total.value());
    m_bill->exec();
    m_bill->reset();
    m_bill->clearBindings();
    int n = 0;
    for (const auto& line : sale.lines) {
      m_line->bind(1, id);
      m_line->bind(2, n++);
      m_line->bind(3, line.sku);
      m_line->bind(4, line.quantity.value());
      m_line->bind(5, line.final.value());
      m_line->exec();
      m_line->reset();
    }
  }
  void index() { m_database.exec("COMMIT; CREATE INDEX bill_day ON bill(day); ANALYZE"); }
  // For DuckDB.
  void write(const std::filesystem::path& folder) {
    for (const char* table : {"bill", "line"}) {
      std::ofstream out(folder / (std::string(table) + ".csv"));
      SQLite::Statement rows(m_database, std::string("SELECT * FROM ") + table);
      while (rows.executeStep()) {
        for (int column = 0; column < rows.getColumnCount(); ++column)
          out << (column == 0 ? "" : ",") << rows.getColumn(column).getText();
        out << '\n';
      }
    }
  }
  std::int64_t run(const std::string& sql) {
    SQLite::Statement query(m_database, sql);
    std::int64_t sum = 0;
    while (query.executeStep()) sum += query.getColumn(0).getInt64();
    return sum;
  }

 private:
  SQLite::Database m_database;
  std::unique_ptr<SQLite::Statement> m_bill;
  std::unique_ptr<SQLite::Statement> m_line;
};

std::int64_t fileSize(const std::filesystem::path& folder) {
  std::int64_t sum = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder))
    if (file.is_regular_file()) sum += static_cast<std::int64_t>(file.file_size());
  return sum;
}

struct Peer {  // DuckDB's row: median and worst of 20, and the sum
  double middle = 0, worst = 0;
  std::int64_t sum = 0;
};

std::map<std::string, Peer> duckdb(const std::filesystem::path& folder, std::int32_t day, std::int32_t month) {
  std::ostringstream command;
  command << "node '" KAHUI_SOURCE_DIR "/tests/bench/report_duckdb.cjs' '" << folder.string() << "' " << day << ' '
          << month << " > '" << (folder / "peer").string() << '\'';
  std::map<std::string, Peer> peers;
  if (std::system(command.str().c_str()) != 0) {
    std::printf("DuckDB is not here: npm install @duckdb/node-api, in a folder that BENCH_NPM names\n");
    return peers;
  }
  std::ifstream rows(folder / "peer");
  std::string name;
  while (rows >> name) rows >> peers[name].middle >> peers[name].worst >> peers[name].sum;
  return peers;
}

template <class Work>
std::vector<double> timed(int times, const Work& work) {
  std::vector<double> values;
  for (int i = 0; i < times; ++i) {
    const double start = bench::now_us();
    work();
    values.push_back(bench::now_us() - start);
  }
  return values;
}

void check(bool done, const char* what) {
  if (done) return;
  std::fprintf(stderr, "report bench: %s failed\n", what);
  std::exit(1);
}

void beside(const char* name, const std::vector<double>& own, const std::vector<double>& plain, std::int64_t own_sum,
            std::int64_t plain_sum) {
  char ratio[64];
  std::snprintf(ratio, sizeof ratio, "plain %.1f us, ratio %.1f", bench::median(plain),
                bench::median(plain) / bench::median(own));
  bench::row(name, own, ratio);
  check(own_sum == plain_sum, "the same sum");
}

void besideDuckDb(const std::map<std::string, Peer>& peers, const char* name, const std::vector<double>& own,
                  std::int64_t own_sum) {
  const auto peer = peers.find(name);
  if (peer == peers.end()) return;
  std::printf("  DuckDB, %s: p50 %.1f, worst of 20 %.1f us; ratio %.1f\n", name, peer->second.middle,
              peer->second.worst, peer->second.middle / bench::median(own));
  check(own_sum == peer->second.sum, "DuckDB's sum");
}

class Year {
 public:
  void fill() {
    m_fixture.clock->set(*base::LocalTime::parse("2025-01-01T08:00:00"));
    std::vector<catalog::Product> products;
    for (int i = 0; i < kProducts; ++i) products.push_back(test::product(i, base::Money(200 + i * 10)));
    check(m_store->putProducts(products).has_value(), "products");
    m_members = join(*m_store, *m_fixture.clock, m_size.members);
    const std::int64_t empty = fileSize(m_fixture.path());
    for (std::int64_t day = 0; day < m_size.days; ++day) fillDay(day);
    std::fprintf(stderr, "\n");
    check(m_store->checkpoint().has_value(), "checkpoint");
    m_plain.index();
    const std::int64_t grown = fileSize(m_fixture.path()) - empty;
    std::printf("%lld bills of %d lines, %lld members, %lld days; %.1f KiB a 1,000 bills, journal and all\n",
                static_cast<long long>(m_number), kLines, static_cast<long long>(m_size.members),
                static_cast<long long>(m_size.days),
                static_cast<double>(grown) / static_cast<double>(m_number) * 1000 / 1024);
    bench::row("a step of upkeep, after each 25 bills", m_fold);
  }

  void reports() {
    auto opened = store::ReportReader::open(m_fixture.path());
    check(opened.has_value(), "reader");
    report::Desk desk(**opened);
    m_plain.write(m_fixture.path());
    m_peers = duckdb(m_fixture.path(), last().days(), report::monthOf(last()).from.days());
    day(desk);
    month(desk);
    const auto span = report::monthOf(last());
    bench::row("goods of the month", timed(5, [&] { check(desk.goods(span).has_value(), "goods"); }));
    bench::row("all lists of members", timed(3, [&] {
                 std::array<std::size_t, report::kLists> sizes{};
                 check(desk.list(report::ListKind::Lost, last(), sizes).has_value(), "lists");
               }));
    bench::row("exceptions of the day", timed(3, [&] {
                 check(desk.exceptions({last(), last()}).has_value(), "exceptions");
               }));
  }

  // The till's sale while reports run on their own connection, in turns of a quiet and a busy second each.
  void sales() {
    std::vector<double> quiet, busy, upkeep, asked;
    std::atomic<bool> asking{false}, over{false};
    std::thread reports([&] {
      auto reader = store::ReportReader::open(m_fixture.path());
      check(reader.has_value(), "reader");
      report::Desk asks(**reader);
      while (!over) {
        if (asking) {
          const double begun = bench::now_us();
          check(asks.today(last()).has_value(), "day");
          asked.push_back(bench::now_us() - begun);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
      }
    });
    for (int turn = 0; turn < 6; ++turn) {
      asking = turn % 2 == 1;
      auto& values = turn % 2 == 1 ? busy : quiet;
      const double until = bench::now_us() + 1e6;
      while (bench::now_us() < until) {
        journal::Draft draft = billOf(++m_number, *m_fixture.clock, *m_fixture.random, m_members);
        const double begun = bench::now_us();
        check(m_store->append(std::move(draft)).has_value(), "sale");
        const double sold = bench::now_us();
        values.push_back(sold - begun);
        check(m_store->maintain().has_value(), "maintain");
        upkeep.push_back(bench::now_us() - sold);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
      }
    }
    over = true;
    reports.join();
    bench::row("sale, quiet", quiet);
    char ratio[64];
    std::snprintf(ratio, sizeof ratio, "ratio %.2f", bench::median(busy) / bench::median(quiet));
    bench::row("sale, while day reports run", busy, ratio);
    bench::row("a step of upkeep, after each sale", upkeep);
    bench::row("day report while the till sells (goal: 100 ms)", asked);
  }

 private:
  [[nodiscard]] base::BusinessDate last() const { return kFirst.plusDays(static_cast<int>(m_size.days) - 1); }

  void fillDay(std::int64_t day) {
    const std::int64_t start = (kFirst.days() + day) * 86400 + 9 * 3600;
    std::vector<journal::Draft> drafts;
    for (std::int64_t i = 0; i < m_size.bills; ++i) {
      const std::chrono::seconds at(start + i * 12 * 3600 / m_size.bills);
      m_fixture.clock->set(base::LocalTime(std::chrono::local_seconds(at)));
      drafts.push_back(billOf(m_number, *m_fixture.clock, *m_fixture.random, m_members));
      m_plain.add(++m_number, drafts.back());
      if (drafts.size() < 25 && i + 1 < m_size.bills) continue;
      check(m_store->appendAll(drafts).has_value(), "bills");
      drafts.clear();
      const double begun = bench::now_us();
      check(m_store->maintain().has_value(), "maintain");
      m_fold.push_back(bench::now_us() - begun);
    }
    std::fprintf(stderr, "\rday %lld", static_cast<long long>(day + 1));
  }

  void day(report::Desk& desk) {
    const std::string of_day = " WHERE day=" + std::to_string(last().days());
    std::int64_t own = 0, other = 0;
    const auto values = timed(60, [&] {
      const auto today = desk.today(last());
      check(today.has_value(), "day");
      own = today->figures.day.net_total.value();
    });
    const auto plain = timed(20, [&] {
      other = m_plain.run("SELECT sum(total), count(*), count(DISTINCT member) FROM bill" + of_day);
      m_plain.run("SELECT hour, sum(total) FROM bill" + of_day + " GROUP BY hour");
      m_plain.run("SELECT tier, sum(total) FROM bill" + of_day + " GROUP BY tier");
      m_plain.run("SELECT op, sum(total) FROM bill" + of_day + " GROUP BY op");
      m_plain.run("SELECT sum(net) FROM line JOIN bill ON id=bill" + of_day + " GROUP BY sku, member IS NULL");
      m_plain.run("SELECT day, sum(total) FROM bill WHERE day>" + std::to_string(last().days() - 31) + " GROUP BY day");
    });
    beside("day report and dashboard (goal: p99 50 ms)", values, plain, own, other);
    besideDuckDb(m_peers, "day", values, own);
  }

  void month(report::Desk& desk) {
    const auto span = report::monthOf(last());
    const std::string of_month =
        " WHERE day BETWEEN " + std::to_string(span.from.days()) + " AND " + std::to_string(span.to.days());
    std::int64_t own = 0, other = 0;
    const auto values = timed(10, [&] {
      const auto figures = desk.period(span);
      check(figures.has_value(), "month");
      own = figures->day.net_total.value();
    });
    const auto plain = timed(3, [&] {
      other = m_plain.run("SELECT sum(total), count(*), count(DISTINCT member) FROM bill" + of_month);
      m_plain.run("SELECT tier, sum(total) FROM bill" + of_month + " GROUP BY tier");
      m_plain.run("SELECT sum(net) FROM line JOIN bill ON id=bill" + of_month + " GROUP BY sku, member IS NULL");
    });
    beside("month (goal: 1 s)", values, plain, own, other);
    besideDuckDb(m_peers, "month", values, own);
    const auto members = timed(5, [&] {
      const auto found = desk.members(span, last());
      check(found.has_value(), "members");
      own = 0;
      for (const auto& segment : found->segments) own += segment.net.value();
    });
    const auto plain_members = timed(3, [&] {
      other = m_plain.run("SELECT sum(total), count(*), max(day) FROM bill WHERE member IS NOT NULL AND day>" +
                          std::to_string(last().days() - 365) + " GROUP BY member");
    });
    beside("members: tiers, segments, 80/20 of a year (1 s)", members, plain_members, own, other);
    besideDuckDb(m_peers, "members", members, own);
  }

  Size m_size;
  test::StoreFixture m_fixture;
  std::unique_ptr<store::SqliteStore> m_store = m_fixture.open();
  std::vector<member::MemberNo> m_members;
  Plain m_plain;
  std::map<std::string, Peer> m_peers;
  std::int64_t m_number = 0;
  std::vector<double> m_fold;
};

}  // namespace

int main() {
  Year year;
  year.fill();
  year.reports();
  year.sales();
  return 0;
}
