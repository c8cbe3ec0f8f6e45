#include "core/store/gathering_vfs.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstddef>
#include <list>
#include <mutex>
#include <new>
#include <vector>

namespace kahui::store {

namespace {

constexpr std::size_t kMostGathered = std::size_t{1} << 16;  // SQLite's own VFS writes at most twice as much at a time
constexpr int kFrameHeader_bytes = 24;                       // SQLite's file format, section 4.1

// The methods that are not ours are those of the VFS below, and find its fields where they expect them.
struct Vfs : sqlite3_vfs {
  Vfs(const sqlite3_vfs& other, std::string as) : sqlite3_vfs(other), below(other.zName), name(std::move(as)) {
    pNext = nullptr;
    zName = name.c_str();
  }
  std::string below;
  std::string name;
};

// A log file; the file of the VFS below follows it in memory.
struct LogFile : sqlite3_file {
  std::vector<unsigned char> gathered;
  sqlite3_int64 from = 0;  // where the gathered bytes go
  bool commits = false;    // the last frame's header said so

  sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(reinterpret_cast<unsigned char*>(this) + kSize); }

  // Bytes that could not be written are given up: SQLite rolls the transaction back.
  int flush() {
    if (gathered.empty()) return SQLITE_OK;
    const int rc = below()->pMethods->xWrite(below(), gathered.data(), static_cast<int>(gathered.size()), from);
    gathered.clear();
    return rc;
  }

  static const std::size_t kSize;
};
constexpr std::size_t kAlignment = alignof(std::max_align_t);
const std::size_t LogFile::kSize = (sizeof(LogFile) + kAlignment - 1) / kAlignment * kAlignment;

LogFile& log(sqlite3_file* file) { return *static_cast<LogFile*>(file); }

int writeLog(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
  LogFile& self = log(file);
  const bool follows = offset == self.from + static_cast<sqlite3_int64>(self.gathered.size());
  if (!follows || self.gathered.size() + static_cast<std::size_t>(size) > kMostGathered) {
    if (const int rc = self.flush(); rc != SQLITE_OK) return rc;
  }
  if (self.gathered.empty()) self.from = offset;
  const auto* first = static_cast<const unsigned char*>(bytes);
  self.gathered.insert(self.gathered.end(), first, first + size);
  if (size == kFrameHeader_bytes) {
    self.commits = std::any_of(first + 4, first + 8, [](unsigned char byte) { return byte != 0; });
    return SQLITE_OK;
  }
  return self.commits ? self.flush() : SQLITE_OK;
}

// Flushes, then does to the file below what was asked.
template <auto method, class... Arguments>
int flushed(sqlite3_file* file, Arguments... arguments) {
  LogFile& self = log(file);
  if (const int rc = self.flush(); rc != SQLITE_OK) return rc;
  return (self.below()->pMethods->*method)(self.below(), arguments...);
}

template <auto method, class... Arguments>
int passed(sqlite3_file* file, Arguments... arguments) {
  return (log(file).below()->pMethods->*method)(log(file).below(), arguments...);
}

int closeLog(sqlite3_file* file) {
  LogFile& self = log(file);
  const int written = self.flush();
  const int closed = self.below()->pMethods->xClose(self.below());
  self.~LogFile();
  return written != SQLITE_OK ? written : closed;
}

using Methods = sqlite3_io_methods;

// Version 1: SQLite asks a log neither for shared memory nor for mapped pages.
const Methods kLogMethods = {
    1,
    closeLog,
    flushed<&Methods::xRead, void*, int, sqlite3_int64>,
    writeLog,
    flushed<&Methods::xTruncate, sqlite3_int64>,
    flushed<&Methods::xSync, int>,
    flushed<&Methods::xFileSize, sqlite3_int64*>,
    passed<&Methods::xLock, int>,
    passed<&Methods::xUnlock, int>,
    passed<&Methods::xCheckReservedLock, int*>,
    passed<&Methods::xFileControl, int, void*>,
    passed<&Methods::xSectorSize>,
    passed<&Methods::xDeviceCharacteristics>,
    nullptr,
    nullptr,
    nullptr,
    nullptr,
    nullptr,
    nullptr,
};

int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out_flags) {
  sqlite3_vfs* const below = sqlite3_vfs_find(static_cast<Vfs*>(vfs)->below.c_str());
  if (below == nullptr) return SQLITE_CANTOPEN;
  if ((flags & SQLITE_OPEN_WAL) == 0) return below->xOpen(below, path, file, flags, out_flags);
  auto* const self = new (file) LogFile;
  self->pMethods = nullptr;  // not to be closed unless it could be opened
  const int rc = below->xOpen(below, path, self->below(), flags, out_flags);
  if (rc == SQLITE_OK) {
    self->pMethods = &kLogMethods;
  } else {
    if (self->below()->pMethods != nullptr) self->below()->pMethods->xClose(self->below());
    self->~LogFile();
  }
  return rc;
}

}  // namespace

std::string gatheringVfs(const std::string& below) {
  static std::mutex mutex;
  static std::list<Vfs> registered;  // SQLite keeps their addresses
  const std::lock_guard lock(mutex);
  sqlite3_vfs* const found = sqlite3_vfs_find(below.empty() ? nullptr : below.c_str());
  if (found == nullptr) return below;  // opening says so
  const std::string name = std::string("kahui-gathering-") + found->zName;
  if (sqlite3_vfs_find(name.c_str()) == nullptr) {
    Vfs& vfs = registered.emplace_back(*found, name);
    vfs.szOsFile += static_cast<int>(LogFile::kSize);
    vfs.xOpen = open;
    sqlite3_vfs_register(&vfs, 0);
  }
  return name;
}

}  // namespace kahui::store
