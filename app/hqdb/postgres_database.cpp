// PostgreSQL through libpq itself: what decides whether a commit may be acknowledged, the command tag and the notices,
// is out of sight one layer higher. A COMMIT that was turned into a ROLLBACK, or that warns (a cancelled wait for the
// synchronous standby does), is no commit.
#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <iterator>
#include <unordered_map>

#include "app/hqdb/held_rows.hpp"

namespace kahui::hqdb {

namespace {

using base::ErrorCode;

struct CloseConnection {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct ClearResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using ConnectionPtr = std::unique_ptr<PGconn, CloseConnection>;
using ResultPtr = std::unique_ptr<PGresult, ClearResult>;

// Type numbers of pg_type that this schema gives back.
enum TypeOid : Oid { kBytea = 17, kInt8 = 20, kInt2 = 21, kInt4 = 23, kText = 25 };

std::string oneLine(const char* text) {
  std::string line = text != nullptr ? text : "";
  while (!line.empty() && line.back() == '\n') line.pop_back();
  for (char& c : line)
    if (c == '\n') c = ' ';
  return line;
}

ErrorCode codeOf(std::string_view state) {
  if (state == "53100") return ErrorCode::StoreFull;                        // disk_full
  if (state.starts_with("XX")) return ErrorCode::StoreCorrupt;              // data_corrupted, index_corrupted
  if (state == "55P03" || state == "57014") return ErrorCode::StoreLocked;  // lock or statement timeout
  return ErrorCode::StoreIo;
}

std::int64_t fromBigEndian(const char* bytes, int size) {
  std::uint64_t value = (static_cast<unsigned char>(bytes[0]) & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
  for (int i = 0; i < size; ++i) value = (value << 8U) | static_cast<unsigned char>(bytes[i]);
  return static_cast<std::int64_t>(value);
}

Value valueOf(const PGresult* result, int row, int column) {
  if (PQgetisnull(result, row, column) != 0) return std::monostate{};
  const char* bytes = PQgetvalue(result, row, column);
  const int size = PQgetlength(result, row, column);
  const Oid type = PQftype(result, column);
  if (type == kInt8 || type == kInt4 || type == kInt2) return fromBigEndian(bytes, size);
  std::string text(bytes, static_cast<std::size_t>(size));
  if (type == kBytea) return Blob{std::move(text)};
  return text;
}

class PostgresDatabase final : public Database {
 public:
  explicit PostgresDatabase(std::string url) : m_url(std::move(url)) {}

  [[nodiscard]] Engine engine() const override { return Engine::Postgres; }

  void connect() {
    m_prepared.clear();
    m_sets.clear();
    m_connection.reset(PQconnectdb(m_url.c_str()));
    if (PQstatus(m_connection.get()) != CONNECTION_OK) lost();
    PQsetNoticeProcessor(m_connection.get(), &PostgresDatabase::onNotice, this);
    // Read committed would let two projectors overwrite each other's members; a stricter default of the server stays.
    if (show("SHOW default_transaction_isolation").starts_with("read "))
      script("SET default_transaction_isolation = 'repeatable read'");
    script("SET lock_timeout = '5s'; SET statement_timeout = '60s'; SET client_min_messages = warning");
    for (const char* setting : {"SHOW fsync", "SHOW full_page_writes", "SHOW synchronous_commit"}) {
      if (const std::string value = show(setting); value == "off" || value == "local")
        throw Failure{{ErrorCode::StoreIo, std::string("not durable here: ") + (setting + 5) + " is " + value}};
    }
  }

  Rows run(const char* sql, std::initializer_list<Value> values) override {
    if (!m_held.empty()) writeHeld([&](const HeldRows& rows) { return isNamed(sql, rows.table()); });
    return execute(sql, values.begin(), values.size());
  }

  void put(const char* sql, std::initializer_list<Value> values, std::size_t key) override {
    auto place = std::find_if(m_held.begin(), m_held.end(), [&](const HeldRows& rows) { return rows.sql() == sql; });
    if (place == m_held.end()) {
      HeldRows fresh(sql, key);
      writeHeld([&](const HeldRows& rows) { return rows.table() == fresh.table(); });
      place = m_held.insert(m_held.end(), std::move(fresh));
    }
    place->add(values);
    constexpr std::size_t kMostHeld = 10'000;
    if (place->rows().size() >= kMostHeld) writeHeld([&](const HeldRows& rows) { return rows.sql() == sql; });
  }

  void script(const std::string& sql) override {
    const ResultPtr result(PQexec(m_connection.get(), sql.c_str()));
    check(result.get());
  }

  void begin() override {
    m_held.clear();
    if (!m_connection || PQstatus(m_connection.get()) != CONNECTION_OK) connect();
    script("BEGIN");
  }

  void commit() override {
    writeHeld([](const HeldRows&) { return true; });
    m_warning.clear();
    const ResultPtr result(PQexec(m_connection.get(), "COMMIT"));
    check(result.get());
    if (std::strcmp(PQcmdStatus(result.get()), "COMMIT") != 0)
      throw Failure{{ErrorCode::StoreIo, std::string("COMMIT was answered with ") + PQcmdStatus(result.get())}};
    if (!m_warning.empty()) throw Failure{{ErrorCode::StoreIo, "COMMIT warned: " + m_warning}};
  }

  void rollBack() noexcept override {
    m_held.clear();
    if (!m_connection || PQtransactionStatus(m_connection.get()) == PQTRANS_IDLE) return;
    const ResultPtr result(PQexec(m_connection.get(), "ROLLBACK"));
  }

 private:
  Rows execute(const char* sql, const Value* values, std::size_t count) {
    std::vector<std::string> held;
    held.reserve(count);
    std::vector<const char*> pointers;
    std::vector<int> sizes;
    for (const Value* value = values; value != values + count; ++value) {
      const std::string* bytes = nullptr;
      if (const auto* text = std::get_if<std::string>(value)) bytes = text;
      if (const auto* blob = std::get_if<Blob>(value)) bytes = &blob->bytes;
      if (const auto* number = std::get_if<std::int64_t>(value)) bytes = &held.emplace_back(bigEndian(*number));
      pointers.push_back(bytes != nullptr ? bytes->data() : nullptr);
      sizes.push_back(bytes != nullptr ? static_cast<int>(bytes->size()) : 0);
    }
    return execute(prepared(sql, count), pointers, sizes);
  }

  Rows execute(const char* name, const std::vector<const char*>& pointers, const std::vector<int>& sizes) {
    const std::vector<int> binary(pointers.size(), 1);
    const ResultPtr result(PQexecPrepared(m_connection.get(), name, static_cast<int>(pointers.size()), pointers.data(),
                                          sizes.data(), binary.data(), 1));
    check(result.get());
    Rows rows;
    for (int row = 0; row < PQntuples(result.get()); ++row) {
      std::vector<Value> cells;
      for (int column = 0; column < PQnfields(result.get()); ++column)
        cells.push_back(valueOf(result.get(), row, column));
      rows.emplace_back(std::move(cells));
    }
    return rows;
  }

  bool isNamed(const char* sql, const std::string& table) {
    const auto [place, fresh] = m_named[table].try_emplace(sql, false);
    if (fresh) place->second = names(sql, table);
    return place->second;
  }

  template <class Which>
  void writeHeld(const Which& which) {
    std::vector<HeldRows> now;
    const auto rest = std::stable_partition(m_held.begin(), m_held.end(), std::not_fn(which));
    now.assign(std::make_move_iterator(rest), std::make_move_iterator(m_held.end()));
    m_held.erase(rest, m_held.end());
    for (const HeldRows& rows : now) write(rows);
  }

  // Few rows of a set cost less than COPY's two trips; one row needs no set.
  void write(const HeldRows& held) {
    constexpr std::size_t kFew = 20;
    const auto& rows = held.rows();
    const std::size_t columns = rows.front().size();
    if (rows.size() > kFew && isPlainInsert(held.sql(), columns)) return copy(held.table(), copyBytes(rows));
    const SetStatement* const set = rows.size() > 1 ? setOf(held.sql(), columns) : nullptr;
    if (set == nullptr) {
      for (const auto& row : rows) execute(held.sql(), row.data(), columns);
      return;
    }
    std::vector<std::string> arrays;
    std::vector<const char*> pointers;
    std::vector<int> sizes;
    for (std::size_t i = 0; i < columns; ++i) arrays.push_back(arrayBytes(rows, i, set->types[i]));
    for (const std::string& bytes : arrays) {
      pointers.push_back(bytes.data());
      sizes.push_back(static_cast<int>(bytes.size()));
    }
    execute(set->name.c_str(), pointers, sizes);
  }

  void copy(const std::string& table, const std::string& bytes) {
    const ResultPtr began(PQexec(m_connection.get(), ("COPY " + table + " FROM STDIN (FORMAT binary)").c_str()));
    if (PQresultStatus(began.get()) != PGRES_COPY_IN) check(began.get());
    if (PQputCopyData(m_connection.get(), bytes.data(), static_cast<int>(bytes.size())) != 1 ||
        PQputCopyEnd(m_connection.get(), nullptr) != 1)
      lost();
    const ResultPtr ended(PQgetResult(m_connection.get()));
    while (const ResultPtr more{PQgetResult(m_connection.get())}) continue;
    check(ended.get());
  }

  struct SetStatement {
    std::string name;
    std::vector<Oid> types;
  };

  // The statement over arrays; nullptr: there is none.
  const SetStatement* setOf(const char* sql, std::size_t columns) {
    const auto [place, fresh] = m_sets.try_emplace(sql);
    SetStatement& set = place->second;
    if (fresh) {
      const ResultPtr described(PQdescribePrepared(m_connection.get(), prepared(sql, columns)));
      check(described.get());
      std::vector<std::string> words;
      for (int i = 0; i < PQnparams(described.get()); ++i) {
        const Oid type = PQparamtype(described.get(), i);
        if (type != kInt8 && type != kBytea && type != kText) return nullptr;
        set.types.push_back(type);
        words.push_back(type == kInt8 ? "BIGINT" : type == kBytea ? "BYTEA" : "TEXT");
      }
      const std::string text = overArrays(sql, words);
      const std::string name = "a" + std::to_string(m_sets.size());
      if (text.empty() || words.size() != columns) return nullptr;
      const ResultPtr made(PQprepare(m_connection.get(), name.c_str(), text.c_str(), 0, nullptr));
      if (PQresultStatus(made.get()) != PGRES_COMMAND_OK) m_sets.erase(place);
      check(made.get());
      set.name = name;
    }
    return set.name.empty() ? nullptr : &set;
  }

  static void onNotice(void* self, const char* message) {
    static_cast<PostgresDatabase*>(self)->m_warning = oneLine(message);
  }

  [[noreturn]] void lost() {
    Failure failure{{ErrorCode::StoreIo, oneLine(PQerrorMessage(m_connection.get()))}};
    m_connection.reset();
    throw failure;
  }

  void check(PGresult* result) {
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return;
    if (PQstatus(m_connection.get()) != CONNECTION_OK) lost();
    const char* field = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const std::string state = field != nullptr ? field : "";
    // Serialization failure, deadlock; a row that another transaction put in at the same time is seen at the next try.
    const bool repeat = state == "40001" || state == "40P01" || state == "23505";
    throw Failure{{codeOf(state), "postgresql " + state + ": " + oneLine(PQresultErrorMessage(result))}, repeat};
  }

  std::string show(const char* sql) {
    const ResultPtr result(PQexec(m_connection.get(), sql));
    check(result.get());
    return PQgetvalue(result.get(), 0, 0);
  }

  const char* prepared(const char* sql, std::size_t parameters) {
    const auto [place, fresh] = m_prepared.try_emplace(sql, "s" + std::to_string(m_prepared.size()));
    if (fresh) {
      const ResultPtr result(
          PQprepare(m_connection.get(), place->second.c_str(), sql, static_cast<int>(parameters), nullptr));
      if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) m_prepared.erase(place);
      check(result.get());
    }
    return place->second.c_str();
  }

  std::string m_url;
  ConnectionPtr m_connection;
  std::unordered_map<const char*, std::string> m_prepared;
  std::unordered_map<const char*, SetStatement> m_sets;
  std::unordered_map<std::string, std::unordered_map<const char*, bool>> m_named;  // table, statement
  std::vector<HeldRows> m_held;
  std::string m_warning;
};

class PostgresSource final : public DatabaseSource {
 public:
  explicit PostgresSource(std::string url) : m_url(std::move(url)) {}

  base::Result<std::unique_ptr<Database>> connect() override {
    auto database = std::make_unique<PostgresDatabase>(m_url);
    try {
      database->connect();
    } catch (const Failure& failure) {
      return tl::unexpected(failure.error);
    }
    return database;
  }

 private:
  std::string m_url;
};

}  // namespace

std::unique_ptr<DatabaseSource> postgresSource(std::string url) {
  return std::make_unique<PostgresSource>(std::move(url));
}

base::Result<std::unique_ptr<DatabaseSource>> openSource(const std::string& url) {
  constexpr std::string_view kSqlite = "sqlite:";
  if (url.starts_with(kSqlite) && url.size() > kSqlite.size()) return sqliteSource(url.substr(kSqlite.size()));
  if (url.starts_with("postgresql://") || url.starts_with("postgres://")) return postgresSource(url);
  return base::fail(ErrorCode::BadInput, "--db: sqlite:PATH or postgresql://… is expected");
}

}  // namespace kahui::hqdb
