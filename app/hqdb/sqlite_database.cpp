// SQLite as headquarters' engine, on the store's own connection: WAL, synchronous=FULL, checked when it opens. Writers
// of one process queue at a mutex rather than at SQLite's sleeping lock; other processes (a subcommand beside the
// server) meet at the latter.
#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <mutex>
#include <unordered_map>

#include "app/hqdb/database.hpp"
#include "core/store/connection.hpp"
#include "core/store/sqlite_error.hpp"

namespace kahui::hqdb {

namespace {

[[noreturn]] void raise(const SQLite::Exception& exception) {
  const int code = exception.getErrorCode();
  throw Failure{store::toError(exception), code == SQLITE_BUSY || code == SQLITE_LOCKED};
}

Value valueOf(const SQLite::Column& column) {
  if (column.isNull()) return std::monostate{};
  if (column.isInteger()) return column.getInt64();
  if (column.isBlob()) return Blob{column.getString()};
  return column.getString();
}

class SqliteDatabase final : public Database {
 public:
  SqliteDatabase(store::Connection connection, std::shared_ptr<std::mutex> gate)
      : m_connection(std::move(connection)), m_gate(std::move(gate)), m_turn(*m_gate, std::defer_lock) {}

  [[nodiscard]] Engine engine() const override { return Engine::Sqlite; }

  Rows run(const char* sql, std::initializer_list<Value> values) override {
    try {
      store::Prepared statement = m_connection.statement(adapted(sql));
      int index = 0;
      for (const Value& value : values) bind(statement, ++index, value);
      Rows rows;
      while (statement.executeStep()) {
        SQLite::Statement& raw = statement;
        std::vector<Value> row;
        for (int i = 0; i < raw.getColumnCount(); ++i) row.push_back(valueOf(raw.getColumn(i)));
        rows.emplace_back(std::move(row));
      }
      return rows;
    } catch (const SQLite::Exception& exception) {
      raise(exception);
    }
  }

  void put(const char* sql, std::initializer_list<Value> values, std::size_t) override { run(sql, values); }

  void script(const std::string& sql) override {
    try {
      m_connection.database().exec(sql);
    } catch (const SQLite::Exception& exception) {
      raise(exception);
    }
  }

  void begin() override {
    m_turn.lock();
    try {
      m_connection.database().exec("BEGIN IMMEDIATE");
    } catch (const SQLite::Exception& exception) {
      m_turn.unlock();
      raise(exception);
    }
  }

  void commit() override {
    try {
      m_connection.database().exec("COMMIT");
    } catch (const SQLite::Exception& exception) {
      raise(exception);
    }
    constexpr int kCheckpointPages = 1000;
    if (m_connection.walPages() >= kCheckpointPages)
      static_cast<void>(m_connection.checkpoint());  // what is left comes next time
    m_turn.unlock();
  }

  void rollBack() noexcept override {
    m_connection.rollBack();
    if (m_turn.owns_lock()) m_turn.unlock();
  }

 private:
  // " FOR UPDATE" at the end is PostgreSQL's, and $1 is ?1 here, which is the first by its name and not by its place.
  // The text lives as long as the connection.
  const char* adapted(const char* sql) {
    auto& slot = m_adapted[sql];
    if (!slot) {
      constexpr std::string_view kLock = " FOR UPDATE";
      std::string_view text = sql;
      if (text.ends_with(kLock)) text.remove_suffix(kLock.size());
      slot = std::make_unique<std::string>(text);
      std::replace(slot->begin(), slot->end(), '$', '?');
    }
    return slot->c_str();
  }

  static void bind(store::Prepared& statement, int at, const Value& value) {
    SQLite::Statement& raw = statement;
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
      raw.bind(at, *number);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
      raw.bindNoCopy(at, *text);
    } else if (const auto* blob = std::get_if<Blob>(&value)) {
      raw.bindNoCopy(at, blob->bytes.data(), static_cast<int>(blob->bytes.size()));
    } else {
      raw.bind(at);
    }
  }

  store::Connection m_connection;
  std::shared_ptr<std::mutex> m_gate;
  std::unique_lock<std::mutex> m_turn;
  std::unordered_map<const char*, std::unique_ptr<std::string>> m_adapted;
};

class SqliteSource final : public DatabaseSource {
 public:
  explicit SqliteSource(std::string path) : m_path(std::move(path)) {}

  base::Result<std::unique_ptr<Database>> connect() override {
    const bool fresh = !std::filesystem::exists(m_path);
    auto connection =
        store::Connection::open(m_path, fresh ? store::Connection::Mode::Create : store::Connection::Mode::Write);
    if (!connection) return tl::unexpected(connection.error());
    return std::make_unique<SqliteDatabase>(std::move(*connection), m_gate);
  }

 private:
  std::string m_path;
  std::shared_ptr<std::mutex> m_gate = std::make_shared<std::mutex>();
};

}  // namespace

std::unique_ptr<DatabaseSource> sqliteSource(std::string path) {
  return std::make_unique<SqliteSource>(std::move(path));
}

}  // namespace kahui::hqdb
