// One SQLite connection with the settings that a till's promise rests on, checked by reading them back (reliability.md,
// decision 1), and its prepared statements. Belongs to one thread.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/base/result.hpp"

namespace kahui::store {

// A compiled statement in use; put back to its start when it goes, since a row left standing holds a read transaction
// open, and with it the log that should be reused.
class Prepared {
 public:
  explicit Prepared(SQLite::Statement& statement) : m_statement(&statement) {}
  Prepared(Prepared&& other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)) {}
  Prepared& operator=(Prepared&&) = delete;
  ~Prepared() {
    if (m_statement != nullptr) m_statement->tryReset();
  }

  template <class... Arguments>
  void bind(Arguments&&... arguments) {
    m_statement->bind(std::forward<Arguments>(arguments)...);
  }
  template <class... Arguments>
  void bindNoCopy(Arguments&&... arguments) {
    m_statement->bindNoCopy(std::forward<Arguments>(arguments)...);
  }
  [[nodiscard]] bool executeStep() { return m_statement->executeStep(); }
  void exec() { m_statement->exec(); }
  [[nodiscard]] SQLite::Column getColumn(int index) const { return m_statement->getColumn(index); }
  operator SQLite::Statement&() { return *m_statement; }

 private:
  SQLite::Statement* m_statement;
};

class Connection {
 public:
  enum class Mode { Write, Read, Create };

  // vfs: name of a registered SQLite VFS, empty for the system's; fault tests put theirs in.
  static base::Result<Connection> open(const std::filesystem::path& path, Mode mode, const std::string& vfs = {});

  // The statement of this text, compiled once, ready to bind; one use at a time. `sql` must be a literal: its address
  // is the key.
  Prepared statement(const char* sql);

  [[nodiscard]] bool inTransaction() const;
  void rollBack();  // does nothing outside a transaction

  [[nodiscard]] SQLite::Database& database() { return *m_database; }
  [[nodiscard]] int walPages() const { return *m_wal_pages; }

  // Moves the log's pages into the file without waiting for readers.
  base::Status checkpoint();

 private:
  explicit Connection(std::unique_ptr<SQLite::Database> database);

  std::unique_ptr<SQLite::Database> m_database;
  std::unique_ptr<int> m_wal_pages = std::make_unique<int>(0);
  std::unordered_map<const char*, std::unique_ptr<SQLite::Statement>> m_statements;
};

}  // namespace kahui::store
