#include "app/hqdb/backup.hpp"

#include <fcntl.h>
#include <unistd.h>

#include "core/base/fd.hpp"
#include "core/store/connection.hpp"
#include "core/store/folder.hpp"
#include "core/store/sqlite_error.hpp"

namespace kahui::hqdb {

namespace {

using base::ErrorCode;

base::Status syncFile(const std::filesystem::path& file) {
  const base::Fd descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  const bool done = descriptor.get() >= 0 && ::fsync(descriptor.get()) == 0;
  return done ? base::Status{} : base::fail(ErrorCode::StoreIo, file.string());
}

base::Status check(const std::filesystem::path& file) {
  return store::guarded([&]() -> base::Status {
    SQLite::Database copy(file.string(), SQLite::OPEN_READWRITE);
    copy.exec("PRAGMA journal_mode=WAL");  // VACUUM INTO leaves rollback mode, which headquarters would refuse
    const auto intact = copy.execAndGet("PRAGMA quick_check(1)").getString();
    return intact == "ok" ? base::Status{} : base::fail(ErrorCode::StoreCorrupt, intact);
  });
}

}  // namespace

base::Status backupDatabase(std::string_view url, const std::filesystem::path& file) {
  constexpr std::string_view kSqlite = "sqlite:";
  if (!url.starts_with(kSqlite))
    return base::fail(ErrorCode::BadInput, "PostgreSQL has backups of its own; say --done-at when one is safe");
  const std::filesystem::path path(url.substr(kSqlite.size()));
  if (std::filesystem::exists(file)) return base::fail(ErrorCode::StoreExists, file.string());
  const std::filesystem::path part = file.string() + ".part";
  std::error_code error;
  std::filesystem::remove(part, error);
  auto source = store::Connection::open(path, store::Connection::Mode::Read);
  if (!source) return tl::unexpected(source.error());
  // One read transaction: batches come in meanwhile.
  KAHUI_TRY(store::guarded([&]() -> base::Status {
    SQLite::Statement copy(source->database(), "VACUUM INTO ?");
    copy.bind(1, part.string());
    copy.exec();
    return {};
  }));
  KAHUI_TRY(check(part));
  KAHUI_TRY(syncFile(part));
  std::filesystem::rename(part, file, error);
  if (error) return base::fail(ErrorCode::StoreIo, file.string() + ": " + error.message());
  return store::syncFolder(std::filesystem::absolute(file).parent_path());
}

}  // namespace kahui::hqdb
