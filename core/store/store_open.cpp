#include <fmt/format.h>
#include <sqlite3.h>

#include "core/journal/chain.hpp"
#include "core/journal/codec.hpp"
#include "core/journal/draft.hpp"
#include "core/store/incarnation.hpp"
#include "core/store/schema.hpp"
#include "core/store/sqlite_error.hpp"
#include "core/store/sqlite_store.hpp"
#include "core/store/trade_tables.hpp"

namespace kahui::store {

namespace {

void putMeta(Connection& connection, const char* key, const std::string& value) {
  auto insert = connection.statement("INSERT INTO meta VALUES(?, ?)");
  insert.bindNoCopy(1, key);
  insert.bind(2, value);
  insert.exec();
}

std::string meta(Connection& connection, const char* key) {
  auto query = connection.statement("SELECT value FROM meta WHERE key=?");
  query.bindNoCopy(1, key);
  return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

base::Status fillNewStore(Connection& connection, const NewStore& store, const ports::StoreInfo& info) {
  return guarded([&]() -> base::Status {
    SQLite::Database& database = connection.database();
    database.exec("BEGIN IMMEDIATE");
    putMeta(connection, "store_id", info.store_id);
    putMeta(connection, "store_no", info.store_no);
    putMeta(connection, "store_name", info.store_name);
    putMeta(connection, "position", info.position);
    putMeta(connection, "terminal", info.terminal);
    putMeta(connection, "zone", info.zone);
    putMeta(connection, "language", info.language);
    putMeta(connection, "demo", info.demo ? "1" : "0");
    if (info.training) putMeta(connection, "training", "1");
    putMeta(connection, "member_next", "1");
    auto pack = connection.statement("INSERT INTO rule_pack VALUES(?, ?, ?)");
    pack.bind(1, store.rule_pack.version);
    pack.bind(2, store.rule_pack.valid_from);
    pack.bind(3, store.rule_pack.json);
    pack.exec();
    insertIncarnation(connection, 1, 1, journal::incarnationStatement(info.terminal, 1, "created", nullptr));
    database.exec("COMMIT");
    return {};
  });
}

}  // namespace

base::Status SqliteStore::create(const std::filesystem::path& folder, const NewStore& store, base::RandomSource& random,
                                 const std::string& vfs) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return base::fail(base::ErrorCode::StoreIo, folder.string() + ": " + error.message());
  const auto lock = FolderLock::take(folder, "kahui");
  if (!lock) return tl::unexpected(lock.error());
  const auto path = databasePath(folder);
  if (vfs.empty() && std::filesystem::exists(path)) return base::fail(base::ErrorCode::StoreExists, folder.string());

  ports::StoreInfo info = store.info;
  StoreKey key = store.key.value_or(StoreKey{});
  if (!store.key) random.fill(key);
  base::Id::Raw raw{};
  if (info.store_id.empty()) {
    random.fill(raw);
    info.store_id = base::toHex(raw);
  }
  if (info.terminal.empty()) {
    random.fill(raw);
    info.terminal = "local-" + base::toHex(raw).substr(0, 16);
  }
  KAHUI_TRY(writeKey(info.store_id, key));
  {
    auto connection = Connection::open(path, Connection::Mode::Create, vfs);
    if (!connection) return tl::unexpected(connection.error());
    KAHUI_TRY(migrate(connection->database()));
    KAHUI_TRY(fillNewStore(*connection, store, info));
    KAHUI_TRY(connection->checkpoint());
  }
  return syncFolder(folder);
}

SqliteStore::SqliteStore(std::filesystem::path folder, Options options, Connection connection, const StoreKey& key)
    : m_folder(std::move(folder)), m_options(std::move(options)), m_connection(std::move(connection)), m_sealer(key) {
  if (!m_options.gate) m_options.gate = std::make_shared<WriterGate>();
  if (!m_options.random) m_options.random = std::make_shared<base::SystemRandom>();
}

SqliteStore::~SqliteStore() = default;

// A reader cannot bring an older file up to date: a writer does, before it, and closes again.
base::Status SqliteStore::migrateForReading(const std::filesystem::path& folder, const Options& options) {
  auto connection = Connection::open(databasePath(folder), Connection::Mode::Read, options.vfs);
  if (!connection) return tl::unexpected(connection.error());
  const auto found =
      guarded([&]() -> base::Result<int> { return connection->database().execAndGet("PRAGMA user_version").getInt(); });
  if (!found) return tl::unexpected(found.error());
  if (*found >= kSchemaVersion) return {};
  Options writing = options;
  writing.read_only = false;
  const auto writer = open(folder, std::move(writing));
  return writer ? base::Status{} : tl::unexpected(writer.error());
}

base::Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::filesystem::path& folder, Options options) {
  const auto path = databasePath(folder);
  if (options.vfs.empty() && !std::filesystem::exists(path))
    return base::fail(base::ErrorCode::StoreMissing, folder.string());
  std::optional<FolderLock> lock;
  if (!options.read_only) {
    auto taken = FolderLock::take(folder, options.program);
    if (!taken) return tl::unexpected(taken.error());
    lock = std::move(*taken);
  }
  if (options.read_only) KAHUI_TRY(migrateForReading(folder, options));
  auto connection =
      Connection::open(path, options.read_only ? Connection::Mode::Read : Connection::Mode::Write, options.vfs);
  if (!connection) return tl::unexpected(connection.error());
  if (!options.read_only) KAHUI_TRY(migrate(connection->database()));

  const auto store_id = guarded([&]() -> base::Result<std::string> { return meta(*connection, "store_id"); });
  if (!store_id) return tl::unexpected(store_id.error());
  const auto key = readKey(*store_id);
  if (!key) return tl::unexpected(key.error());

  std::unique_ptr<SqliteStore> store(new SqliteStore(folder, std::move(options), std::move(*connection), *key));
  store->m_lock = std::move(lock);
  KAHUI_TRY(store->loadInfo());
  if (!store->m_options.clock) store->m_options.clock = std::make_shared<base::SystemClock>(store->m_info.zone);
  KAHUI_TRY(store->loadHead());
  if (!store->m_options.read_only) {
    KAHUI_TRY(store->loadStage());
    auto high_water = HighWaterFile::open(folder);
    if (!high_water) return tl::unexpected(high_water.error());
    store->m_high_water.emplace(std::move(*high_water));
    KAHUI_TRY(store->checkHighWater());
    KAHUI_TRY(store->checkpoint());  // begins the log, so that the first sale does not pay for its header
  }
  return store;
}

base::Status SqliteStore::loadInfo() {
  return guarded([&]() -> base::Status {
    m_info.store_id = meta(m_connection, "store_id");
    m_info.store_no = meta(m_connection, "store_no");
    m_info.store_name = meta(m_connection, "store_name");
    m_info.position = meta(m_connection, "position");
    m_info.terminal = meta(m_connection, "terminal");
    m_info.zone = meta(m_connection, "zone");
    m_info.language = meta(m_connection, "language");
    m_info.demo = meta(m_connection, "demo") == "1";
    m_info.training = meta(m_connection, "training") == "1";
    m_info.enrolled = !meta(m_connection, "member_from").empty();
    auto query = m_connection.statement("SELECT max(inc) FROM incarnation");
    if (query.executeStep()) m_info.incarnation = query.getColumn(0).getUInt();
    return {};
  });
}

base::Status SqliteStore::loadHead() {
  return guarded([&]() -> base::Status {
    m_head = Head{};
    auto start = m_connection.statement("SELECT first_entry, hash FROM incarnation WHERE inc=?");
    start.bind(1, m_info.incarnation);
    if (!start.executeStep()) return base::fail(base::ErrorCode::StoreCorrupt, "no incarnation");
    const std::int64_t first_entry = start.getColumn(0).getInt64();
    std::string hash = start.getColumn(1).getString();
    m_head.entry = first_entry - 1;

    auto last = m_connection.statement("SELECT entry, line, hash FROM journal ORDER BY entry DESC LIMIT 1");
    if (last.executeStep()) {
      const auto event = journal::decode(last.getColumn(1).getString());
      if (!event) return base::fail(base::ErrorCode::StoreCorrupt, "last journal line: " + event.error().detail);
      m_head.hlc = event->hlc;
      m_head.at_ms = event->at.utc_ms;
      if (last.getColumn(0).getInt64() >= first_entry) {
        m_head.entry = last.getColumn(0).getInt64();
        hash = last.getColumn(2).getString();
      }
    }
    if (hash.size() != m_head.hash.size())
      return base::fail(base::ErrorCode::StoreCorrupt, "chain hash of a wrong size");
    std::copy(hash.begin(), hash.end(), m_head.hash.begin());
    m_head.seq = static_cast<std::uint64_t>(m_head.entry - first_entry + 1);

    auto contact = m_connection.statement("SELECT offset_ms FROM hq_contact WHERE epoch<>0");
    if (contact.executeStep()) m_hq_offset_ms = contact.getColumn(0).getInt64();
    auto receipt = m_connection.statement("SELECT max(no) FROM sale WHERE no > ?1 AND no < ?1 + (1 << 40)");
    receipt.bind(1, std::int64_t{m_info.incarnation} << 40);
    if (receipt.executeStep() && !receipt.getColumn(0).isNull())
      m_head.receipt = receipt.getColumn(0).getInt64() & ((std::int64_t{1} << 40) - 1);
    return {};
  });
}

base::Status SqliteStore::checkHighWater() {
  const auto mark = m_high_water->read();
  const HighWater own{m_info.incarnation, m_head.seq};
  if (!mark || *mark <= own) {
    m_high_water->write(own);
    return {};
  }
  // The database is behind what was already answered: a restored backup or a copy. Numbers of the lost events must not
  // come again, so a new incarnation begins before the first sale (protocol.md, "Rollback and forks").
  const std::uint64_t lost_from = mark->incarnation == m_info.incarnation ? m_head.seq + 1 : 1;
  return beginIncarnation("behind_high_water", mark->incarnation, lost_from);
}

namespace {

base::Status moveLog(WriterGate& gate, Connection& connection, HighWaterFile& high_water) {
  const auto pass = gate.enter(WriterGate::Priority::Sale);
  KAHUI_TRY(connection.checkpoint());
  high_water.sync();
  return {};
}

}  // namespace

// One step at a time, since the next sale waits for it: what came since the last fold, and the log when it has grown.
base::Status SqliteStore::maintain() {
  constexpr int kCheckpointPages = 400;
  constexpr std::int64_t kUnfolded = 32;  // events that a report reads itself
  if (m_options.read_only) return {};
  if (!m_in_force.empty()) return settlePage(*m_in_force.begin());
  if (m_connection.walPages() >= kCheckpointPages) {
    KAHUI_TRY(moveLog(*m_options.gate, m_connection, *m_high_water));
  } else {
    const auto behind = guarded([&]() -> base::Result<std::int64_t> { return m_head.entry - tradeUpto(m_connection); });
    if (!behind) return tl::unexpected(behind.error());
    if (*behind < kUnfolded) return {};
  }
  bool done = false;
  return transaction([&] { return foldSome(done); });
}

base::Status SqliteStore::checkpoint() {
  KAHUI_TRY(moveLog(*m_options.gate, m_connection, *m_high_water));
  return foldDays();
}

}  // namespace kahui::store
