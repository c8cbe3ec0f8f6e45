// Headquarters' door and projector, without sockets: batches of 500 sales as a till sends them, taken in durably,
// beside the bare writing of the same compressed bytes with one fdatasync a batch, and the bare storing of the same
// rows by the engine. 60,000 sales are a month of one till that was cut off.
#include <fcntl.h>
#include <unistd.h>

#include <libpq-fe.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <numeric>

#include "app/hqdb/sql_store.hpp"
#include "core/base/fd.hpp"
#include "core/hq/ingest.hpp"
#include "core/hq/pack_book.hpp"
#include "core/hq/projector.hpp"
#include "core/journal/chain.hpp"
#include "core/journal/codec.hpp"
#include "core/store/connection.hpp"
#include "core/sync/batch.hpp"
#include "core/sync/compression.hpp"
#include "core/sync/limits.hpp"
#include "tests/bench/figures.hpp"
#include "tests/support/store_fixture.hpp"

namespace kahui::bench {

namespace {

constexpr std::uint64_t kBatch = 500;

struct Batches {
  std::string terminal;
  std::vector<std::string> raw, packed;
  std::uint64_t events = 0;
};

// Lines of real sales: five goods, one tender.
journal::SaleCompleted saleOf(base::SeededRandom& random, std::int64_t number) {
  journal::SaleCompleted sale;
  sale.receipt_no = "0001-01-1-" + std::to_string(number);
  sale.shift = 1;
  sale.operator_code = "1001";
  sale.operator_name = "李";
  for (int i = 0; i < 5; ++i) {
    const auto good = static_cast<std::int64_t>(random.below(400));
    journal::SoldLine line;
    line.sku = std::to_string(100'000 + good);
    line.barcode = "69" + std::to_string(10'000'000'000 + good * 7919);
    line.name = "商品 " + std::to_string(good);
    line.unit = "件";
    line.quantity = base::kOnePiece;
    line.unit_price = base::Money(100 + good * 13);
    line.gross = line.unit_price;
    line.after_price = line.gross;
    line.final = line.gross;
    line.layer = "RETAIL";
    sale.gross += line.gross;
    sale.lines.push_back(line);
  }
  sale.total = sale.gross;
  sale.tenders = {{"WECHAT", sale.total, std::nullopt}};
  return sale;
}

journal::MemberRegistered joined(std::int64_t no, const base::Id& id, base::BusinessDate day) {
  journal::MemberRegistered member;
  member.no = no;
  member.id = id;
  member.tier = "ORD";
  member.sealed = "c2VhbGVk";
  member.source = "till";
  member.joined = day;
  return member;
}

// A hundred yuan are a point by the preset; headquarters prices the bill again and finds the same.
journal::SoldMember soldTo(std::int64_t no, const base::Id& id, const journal::SaleCompleted& sale) {
  journal::SoldMember member;
  member.no = no;
  member.id = id;
  member.credential = "uid";
  member.bill_tier = "ORD";
  member.tier_after = "ORD";
  member.earned = base::Points(sale.total.value() / 10'000);
  return member;
}

// With members they register first, and every second sale is one's.
Batches makeBatches(const std::string& terminal, std::uint64_t count, base::BusinessDate day, std::uint64_t members) {
  base::SeededRandom random(7);
  Batches made;
  made.terminal = terminal;
  std::vector<base::Id> ids;
  base::Sha256 head = journal::chainStart(terminal);
  base::WallTime at{std::int64_t{day.days()} * 86'400'000 + 3'600'000, 480};
  for (std::uint64_t first = 1; first <= count; first += kBatch) {
    sync::BatchHeader header;
    header.terminal = terminal;
    header.first = first;
    header.last = first + kBatch - 1;
    header.prev_hash = head;
    header.app = "bench";
    header.sv_max = 1;
    std::vector<std::string> lines;
    for (std::uint64_t seq = first; seq <= header.last; ++seq) {
      journal::Event event;
      at.utc_ms += 100;
      event.id = base::Id::make(at.utc_ms, random);
      event.terminal = terminal;
      event.incarnation = 1;
      event.seq = seq;
      event.store_no = "0001";
      event.position = "01";
      event.business_date = day;
      event.at = at;
      if (seq <= members) {
        ids.push_back(base::Id::make(at.utc_ms, random));
        event.payload = joined(static_cast<std::int64_t>(seq), ids.back(), day);
      } else {
        auto sale = saleOf(random, static_cast<std::int64_t>(seq));
        if (const std::uint64_t one = members == 0 ? 0 : random.below(2 * members); one < members)
          sale.member = soldTo(static_cast<std::int64_t>(one + 1), ids[one], sale);
        event.payload = sale;
      }
      lines.push_back(*journal::encode(event));
      head = journal::chainNext(head, lines.back());
    }
    header.head_hash = head;
    made.raw.push_back(sync::joinBatch(header, lines));
    made.packed.push_back(sync::compress(made.raw.back()));
    made.events += kBatch;
  }
  return made;
}

void each(const char* name, const std::vector<double>& times_us, double per_batch) {
  std::printf("%-44s %9.0f /s   a batch p50 %8.0f us, p99 %8.0f us   in all %6.1f s\n", name,
              per_batch * 1e6 / median(times_us), median(times_us), percentile(times_us, 0.99),
              std::accumulate(times_us.begin(), times_us.end(), 0.0) / 1e6);
}

// The same lines into a table of rows by nothing but COPY, a transaction a batch: what the engine itself takes.
void bareCopy(const Batches& batches, const char* url) {
  PGconn* const connection = PQconnectdb(url);
  if (PQstatus(connection) != CONNECTION_OK) std::abort();
  const auto say = [&](const char* sql) {
    PGresult* const result = PQexec(connection, sql);
    const auto status = PQresultStatus(result);
    PQclear(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_COPY_IN) std::abort();
  };
  say("DROP TABLE IF EXISTS bench_copy");
  say("CREATE TABLE bench_copy(terminal TEXT NOT NULL, seq BIGINT NOT NULL, line TEXT NOT NULL, PRIMARY KEY(terminal, "
      "seq))");
  std::vector<double> times;
  std::uint64_t seq = 0;
  for (const std::string& raw : batches.raw) {
    std::string rows;
    for (std::size_t at = raw.find('\n') + 1; at < raw.size();) {
      const std::size_t end = raw.find('\n', at);
      rows += batches.terminal + '\t' + std::to_string(++seq) + '\t';
      for (const char c : raw.substr(at, end - at)) {
        if (c == '\\') rows += '\\';
        rows += c;
      }
      rows += '\n';
      at = end + 1;
    }
    const double began = now_us();
    say("COPY bench_copy FROM STDIN");
    if (PQputCopyData(connection, rows.data(), static_cast<int>(rows.size())) != 1 ||
        PQputCopyEnd(connection, nullptr) != 1)
      std::abort();
    while (PGresult* const result = PQgetResult(connection)) {
      if (PQresultStatus(result) != PGRES_COMMAND_OK) std::abort();
      PQclear(result);
    }
    times.push_back(now_us() - began);
  }
  say("DROP TABLE bench_copy");
  PQfinish(connection);
  each("bare COPY of the same rows, events", times, kBatch);
}

// On SQLite: the same rows by bare INSERT, a transaction a batch, synced as headquarters' are.
void bareInsert(const Batches& batches, const std::filesystem::path& folder) {
  auto connection = store::Connection::open(folder / "bare.db", store::Connection::Mode::Create);
  if (!connection) std::abort();
  connection->database().exec(
      "CREATE TABLE bare(terminal TEXT NOT NULL, seq INTEGER NOT NULL, line TEXT NOT NULL, PRIMARY KEY(terminal, "
      "seq))");
  std::vector<double> times;
  std::int64_t seq = 0;
  for (const std::string& raw : batches.raw) {
    const double began = now_us();
    connection->database().exec("BEGIN IMMEDIATE");
    for (std::size_t at = raw.find('\n') + 1; at < raw.size();) {
      const std::size_t end = raw.find('\n', at);
      auto insert = connection->statement("INSERT INTO bare VALUES(?, ?, ?)");
      insert.bind(1, batches.terminal);
      insert.bind(2, ++seq);
      insert.bind(3, raw.substr(at, end - at));
      insert.exec();
      at = end + 1;
    }
    connection->database().exec("COMMIT");
    times.push_back(now_us() - began);
  }
  each("bare INSERT of the same rows, events", times, kBatch);
}

void rawWrites(const Batches& batches, const std::filesystem::path& folder) {
  const base::Fd file(::open((folder / "raw").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600));
  std::vector<double> times;
  for (const std::string& packed : batches.packed) {
    const double began = now_us();
    if (::write(file.get(), packed.data(), packed.size()) < 0 || ::fdatasync(file.get()) != 0) std::abort();
    times.push_back(now_us() - began);
  }
  each("raw bytes and fdatasync, events", times, kBatch);
}

double takeIn(hqdb::SqlHqStore& store, const Batches& batches, const char* name) {
  std::vector<double> times;
  for (const std::string& packed : batches.packed) {
    const double began = now_us();
    if (!hq::ingestBody(store, batches.terminal, packed, 1)) std::abort();
    times.push_back(now_us() - began);
  }
  each(name, times, kBatch);
  return median(times);
}

// Everything that waits, in the projector's own steps; the median of a batch in us.
double project(hqdb::SqlHqStore& store, const base::Clock& clock, std::uint64_t events, const char* name) {
  hq::Projector projector(store, clock, "bench");
  std::vector<double> times;
  for (std::uint64_t done = 0; done < events;) {
    const double began = now_us();
    const auto taken = projector.step();
    if (!taken || *taken == 0) std::abort();
    done += static_cast<std::uint64_t>(*taken);
    times.push_back((now_us() - began) * static_cast<double>(kBatch) / static_cast<double>(*taken));
  }
  each(name, times, kBatch);
  return median(times);
}

// The facts that were made, once more and by nothing but the engine: from their tables into tables with the same rows
// and keys, a transaction for as many events as a batch.
double bareFacts(hqdb::SqlHqStore& store, const Batches& batches, base::BusinessDate day) {
  hqdb::Database& database = store.database();
  database.begin();
  database.script(
      "DROP TABLE IF EXISTS bench_sale; DROP TABLE IF EXISTS bench_line; DROP TABLE IF EXISTS bench_pay; DROP TABLE IF "
      "EXISTS bench_seen;"
      "CREATE TABLE bench_sale AS SELECT * FROM fact_sale WHERE 1 = 0;"
      "CREATE TABLE bench_line AS SELECT * FROM fact_line WHERE 1 = 0;"
      "CREATE TABLE bench_pay AS SELECT * FROM fact_pay WHERE 1 = 0;"
      "CREATE TABLE bench_seen AS SELECT * FROM event_seen WHERE 1 = 0;"
      "CREATE UNIQUE INDEX bench_sale_key ON bench_sale(day, terminal, inc, seq);"
      "CREATE UNIQUE INDEX bench_line_key ON bench_line(day, terminal, inc, seq, n);"
      "CREATE UNIQUE INDEX bench_pay_key ON bench_pay(day, terminal, inc, seq, n);"
      "CREATE UNIQUE INDEX bench_seen_key ON bench_seen(terminal, event);"
      "CREATE INDEX bench_sale_terminal ON bench_sale(terminal, inc, seq);"
      "CREATE INDEX bench_sale_cause ON bench_sale(cause);"
      "CREATE INDEX bench_sale_member ON bench_sale(member, day)");
  database.commit();
  std::vector<double> times;
  for (std::uint64_t first = 1; first <= batches.events; first += kBatch) {
    const hqdb::Value on = std::int64_t{day.days()}, from = static_cast<std::int64_t>(first),
                      to = static_cast<std::int64_t>(first + kBatch - 1);
    const double began = now_us();
    database.begin();
    database.run("INSERT INTO bench_seen SELECT * FROM event_seen WHERE terminal = $1 AND seq >= $2 AND seq <= $3",
                 {batches.terminal, from, to});
    database.run(
        "INSERT INTO bench_sale SELECT * FROM fact_sale WHERE terminal = $1 AND inc = 1 AND seq >= $2 AND seq <= $3",
        {batches.terminal, from, to});
    database.run(
        "INSERT INTO bench_line SELECT * FROM fact_line WHERE day = $4 AND terminal = $1 AND inc = 1 AND seq >= $2 AND "
        "seq <= $3",
        {batches.terminal, from, to, on});
    database.run(
        "INSERT INTO bench_pay SELECT * FROM fact_pay WHERE day = $4 AND terminal = $1 AND inc = 1 AND seq >= $2 AND "
        "seq <= $3",
        {batches.terminal, from, to, on});
    database.commit();
    times.push_back(now_us() - began);
  }
  database.begin();
  database.script("DROP TABLE bench_sale; DROP TABLE bench_line; DROP TABLE bench_pay; DROP TABLE bench_seen");
  database.commit();
  each("the same facts by the engine alone, events", times, kBatch);
  return median(times);
}

std::string know(hqdb::SqlHqStore& store, const base::Clock& clock, const char* name) {
  const std::string terminal = name + std::to_string(clock.now().utc_ms);
  const auto done = store.transaction([&](ports::HqTransaction& tx) -> base::Status {
    ports::HqTerminal row;
    row.id = terminal;
    row.store = "0001";
    row.position = "01";
    tx.putTerminal(row);
    return {};
  });
  if (!done) std::abort();
  return terminal;
}

// Each bill of a member is priced again by the pack in force, its points are posted, the member's row and marks move.
void withMembers(hqdb::SqlHqStore& store, const base::Clock& clock, base::BusinessDate day, double without_us) {
  std::ifstream file(KAHUI_SOURCE_DIR "/resources/presets/five-tiers.json");
  const std::string pack((std::istreambuf_iterator<char>(file)), {});
  if (!hq::publishPack(store, pack, "2000-01-01T00:00:00", clock.now().utc_ms)) std::abort();
  const Batches batches = makeBatches(know(store, clock, "members-"),
                                      static_cast<std::uint64_t>(fromEnvironment("BENCH_HQ_EVENTS", 60'000)), day,
                                      static_cast<std::uint64_t>(fromEnvironment("BENCH_HQ_MEMBERS", 2'000)));
  static_cast<void>(takeIn(store, batches, "with members: taken in, events"));
  const double us = project(store, clock, batches.events, "with members: projected, events");
  std::printf("with members / without %.2f\n", us / without_us);
}

int run() {
  const test::TempFolder folder;
  const char* url = std::getenv("BENCH_HQ_DB");
  const auto source = hqdb::openSource(url != nullptr ? url : "sqlite:" + (folder.path() / "hq.db").string());
  if (!source) return 2;
  const auto store = hqdb::SqlHqStore::open(**source);
  if (!store) {
    std::printf("no database: %s\n", store.error().detail.c_str());
    return 2;
  }
  const base::SystemClock clock;
  const base::BusinessDate today = clock.now().local().date();
  if (!(*store)->prepareDays(today.plusDays(-1), today.plusDays(1))) return 2;
  const Batches batches = makeBatches(know(**store, clock, "bench-"),
                                      static_cast<std::uint64_t>(fromEnvironment("BENCH_HQ_EVENTS", 60'000)), today, 0);
  std::size_t bytes = 0, raw_bytes = 0;
  for (const std::string& packed : batches.packed) bytes += packed.size();
  for (const std::string& raw : batches.raw) raw_bytes += raw.size();
  std::printf("%llu sales of 5 lines, %zu bytes a sale raw, %zu on the wire\n",
              static_cast<unsigned long long>(batches.events), raw_bytes / batches.events, bytes / batches.events);
  rawWrites(batches, folder.path());
  if (url != nullptr && std::string_view(url).starts_with("postgresql:")) {
    bareCopy(batches, url);
  } else {
    bareInsert(batches, folder.path());
  }
  const double fresh = takeIn(**store, batches, "taken in and acknowledged, events");
  const double again = takeIn(**store, batches, "the same bytes again, events");
  Batches other = batches;  // another header, as an older till sends again
  for (std::size_t i = 0; i < other.raw.size(); ++i) {
    other.raw[i].replace(other.raw[i].find("\"bench\""), 7, "\"older\"");
    other.packed[i] = sync::compress(other.raw[i]);
  }
  const double resent = takeIn(**store, other, "the same events in other bytes, events");
  std::printf("again / fresh: the same bytes %.2f %%, other bytes %.1f %%\n", 100 * again / fresh,
              100 * resent / fresh);
  const double projected = project(**store, clock, batches.events, "projected into facts, events");
  std::printf("engine alone / projected %.2f\n", bareFacts(**store, batches, today) / projected);
  withMembers(**store, clock, today, projected);
  return 0;
}

}  // namespace

}  // namespace kahui::bench

int main() { return kahui::bench::run(); }
