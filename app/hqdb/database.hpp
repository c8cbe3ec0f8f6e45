// What SqlHqStore needs of an engine: statements with bound parameters, and transactions. Parameters are $1, $2 … in
// both engines; one statement text serves both, and an engine drops what it has no use for (a lock on rows in SQLite,
// where a writer is alone).
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

namespace kahui::hqdb {

// Bytes are a string of their own type, so that text and binary columns are told apart when they are bound.
struct Blob {
  std::string bytes;
};
using Value = std::variant<std::monostate, std::int64_t, std::string, Blob>;

// What flies inside a transaction (core/ports/hq_store.hpp) and ends in SqlHqStore::transaction().
struct Failure {
  base::Error error;
  bool repeat = false;  // the engine undid the transaction and asks for it again: 40001, 40P01, SQLITE_BUSY
};

class Row {
 public:
  explicit Row(std::vector<Value> values) : m_values(std::move(values)) {}
  [[nodiscard]] bool isNull(std::size_t i) const { return std::holds_alternative<std::monostate>(m_values[i]); }
  [[nodiscard]] std::int64_t number(std::size_t i) const { return isNull(i) ? 0 : std::get<std::int64_t>(m_values[i]); }
  [[nodiscard]] std::string text(std::size_t i) const {
    return isNull(i) ? std::string() : std::get<std::string>(m_values[i]);
  }
  [[nodiscard]] std::string blob(std::size_t i) const {
    return isNull(i) ? std::string() : std::get<Blob>(m_values[i]).bytes;
  }

 private:
  std::vector<Value> m_values;
};
using Rows = std::vector<Row>;

enum class Engine { Sqlite, Postgres };

// Thread rule: one object belongs to one thread.
class Database {
 public:
  virtual ~Database() = default;
  [[nodiscard]] virtual Engine engine() const = 0;

  // `sql` must be a literal: its address is the key of the compiled statement. All throw Failure.
  virtual Rows run(const char* sql, std::initializer_list<Value> values) = 0;
  // A row that nobody waits for: "INSERT INTO table VALUES(…)", with ON CONFLICT or without. It may be held back and
  // written with others of its table, always before a statement that names the table and before the commit, so no
  // answer is another one. Where ON CONFLICT updates, the first `key` values name the row; of several rows with one
  // name the last is written.
  virtual void put(const char* sql, std::initializer_list<Value> values, std::size_t key = 0) = 0;
  virtual void script(const std::string& sql) = 0;  // several statements without parameters: the schema
  virtual void begin() = 0;
  virtual void commit() = 0;  // returns only when what was written is durable
  virtual void rollBack() noexcept = 0;
};

// Opens connections to one database; may be called from any thread.
class DatabaseSource {
 public:
  virtual ~DatabaseSource() = default;
  virtual base::Result<std::unique_ptr<Database>> connect() = 0;
};

// sqlite:PATH or postgresql://… as libpq reads it. BadInput if it is neither.
base::Result<std::unique_ptr<DatabaseSource>> openSource(const std::string& url);

std::unique_ptr<DatabaseSource> sqliteSource(std::string path);
std::unique_ptr<DatabaseSource> postgresSource(std::string url);

}  // namespace kahui::hqdb
