#include "core/store/backup.hpp"

#include <fcntl.h>
#include <unistd.h>

#include "core/store/sqlite_error.hpp"

namespace kahui::store {

namespace {

base::Status syncFile(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  const bool done = descriptor >= 0 && ::fsync(descriptor) == 0;
  if (descriptor >= 0) ::close(descriptor);
  return done ? base::Status{} : base::fail(base::ErrorCode::StoreIo, file.string());
}

base::Status ioError(const std::filesystem::path& path, const std::error_code& error) {
  const auto code = error == std::errc::no_space_on_device ? base::ErrorCode::StoreFull : base::ErrorCode::StoreIo;
  return base::fail(code, path.string() + ": " + error.message());
}

}  // namespace

base::Status backup(SqliteStore& store, const std::filesystem::path& file) {
  if (std::filesystem::exists(file)) return base::fail(base::ErrorCode::StoreExists, file.string());
  const std::filesystem::path part = file.string() + ".part";
  std::error_code error;
  std::filesystem::remove(part, error);
  // One read transaction, so a till that sells meanwhile neither waits nor makes it start again.
  KAHUI_TRY(guarded([&]() -> base::Status {
    SQLite::Statement copy(store.connection().database(), "VACUUM INTO ?");
    copy.bind(1, part.string());
    copy.exec();
    return {};
  }));
  KAHUI_TRY(syncFile(part));
  std::filesystem::rename(part, file, error);
  if (error) return ioError(file, error);
  return syncFolder(std::filesystem::absolute(file).parent_path());
}

base::Status restore(const std::filesystem::path& file, const std::filesystem::path& folder) {
  if (!std::filesystem::exists(file)) return base::fail(base::ErrorCode::StoreMissing, file.string());
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return ioError(folder, error);
  const auto lock = FolderLock::take(folder, "kahuictl");
  if (!lock) return tl::unexpected(lock.error());
  const auto target = databasePath(folder);
  if (std::filesystem::exists(target)) return base::fail(base::ErrorCode::StoreExists, folder.string());

  const std::filesystem::path part = target.string() + ".part";
  std::filesystem::copy_file(file, part, std::filesystem::copy_options::overwrite_existing, error);
  if (error) return ioError(part, error);
  {
    // The file of VACUUM INTO is in rollback mode: opening it as a new one sets WAL and reads it back.
    auto connection = Connection::open(part, Connection::Mode::Create);
    if (!connection) return tl::unexpected(connection.error());
    KAHUI_TRY(guarded([&]() -> base::Status {
      const auto intact = connection->database().execAndGet("PRAGMA quick_check(1)").getString();
      return intact == "ok" ? base::Status{} : base::fail(base::ErrorCode::StoreCorrupt, intact);
    }));
    const auto mark = guarded([&]() -> base::Result<HighWater> {
      auto query = connection->statement(
          "SELECT inc, (SELECT ifnull(max(entry), 0) FROM journal)-first_entry+1 FROM incarnation ORDER BY inc DESC "
          "LIMIT 1");
      if (!query.executeStep()) return base::fail(base::ErrorCode::StoreCorrupt, "no incarnation");
      return HighWater{query.getColumn(0).getUInt(), static_cast<std::uint64_t>(query.getColumn(1).getInt64())};
    });
    if (!mark) return tl::unexpected(mark.error());
    auto high_water = HighWaterFile::open(folder);
    if (!high_water) return tl::unexpected(high_water.error());
    high_water->write(
        {mark->incarnation, mark->seq + 1});  // one beyond: what came after the backup may have been answered
    high_water->sync();
    KAHUI_TRY(connection->checkpoint());
  }
  KAHUI_TRY(syncFile(part));
  std::filesystem::rename(part, target, error);
  if (error) return ioError(target, error);
  return syncFolder(folder);
}

}  // namespace kahui::store
