#include "core/store/connection.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include "core/store/gathering_vfs.hpp"
#include "core/store/sqlite_error.hpp"

namespace kahui::store {

namespace {

constexpr int kBusyTimeout_ms = 5000;  // for readers beside a checkpoint; writers queue at the gate
constexpr int kSynchronousFull = 2;

// A connection belongs to one thread, so SQLite need not lock it at each call.
int openFlags(Connection::Mode mode) {
  switch (mode) {
    case Connection::Mode::Write: return SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX;
    case Connection::Mode::Read: return SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX;
    case Connection::Mode::Create: return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX;
  }
  return SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX;
}

void setUp(SQLite::Database& database, Connection::Mode mode) {
  sqlite3* const handle = database.getHandle();
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  if (mode == Connection::Mode::Create) database.exec("PRAGMA journal_mode=WAL");
  database.exec("PRAGMA synchronous=FULL");
  database.exec("PRAGMA recursive_triggers=ON");
  database.exec("PRAGMA wal_autocheckpoint=0");
  database.exec("PRAGMA cache_size=-16384");
  database.exec("PRAGMA temp_store=MEMORY");
}

}  // namespace

Connection::Connection(std::unique_ptr<SQLite::Database> database) : m_database(std::move(database)) {}

base::Result<Connection> Connection::open(const std::filesystem::path& path, Mode mode, const std::string& vfs) {
  return guarded([&]() -> base::Result<Connection> {
    Connection connection(
        std::make_unique<SQLite::Database>(path.string(), openFlags(mode), kBusyTimeout_ms, gatheringVfs(vfs)));
    SQLite::Database& database = connection.database();
    setUp(database, mode);
    const std::string journal = database.execAndGet("PRAGMA journal_mode").getString();
    const int synchronous = database.execAndGet("PRAGMA synchronous").getInt();
    if (journal != "wal" || synchronous != kSynchronousFull) {
      return base::fail(base::ErrorCode::StoreIo,
                        fmt::format("not durable here: journal_mode {}, synchronous {}", journal, synchronous));
    }
    sqlite3_wal_hook(
        database.getHandle(),
        [](void* pages, sqlite3*, const char*, int count) {
          *static_cast<int*>(pages) = count;
          return SQLITE_OK;
        },
        connection.m_wal_pages.get());
    return connection;
  });
}

Prepared Connection::statement(const char* sql) {
  auto& slot = m_statements[sql];
  if (!slot) slot = std::make_unique<SQLite::Statement>(*m_database, sql);
  return Prepared(*slot);
}

bool Connection::inTransaction() const { return sqlite3_get_autocommit(m_database->getHandle()) == 0; }

void Connection::rollBack() {
  // After SQLITE_FULL or SQLITE_IOERR SQLite has often rolled back by itself; asking again would be an error.
  if (inTransaction()) m_database->tryExec("ROLLBACK");
}

base::Status Connection::checkpoint() {
  return guarded([&]() -> base::Status {
    const int rc =
        sqlite3_wal_checkpoint_v2(m_database->getHandle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (rc != SQLITE_OK && rc != SQLITE_BUSY) throw SQLite::Exception(m_database->getHandle(), rc);
    *m_wal_pages = 0;
    return {};
  });
}

}  // namespace kahui::store
