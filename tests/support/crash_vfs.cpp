#include "tests/support/crash_vfs.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace kahui::test {

namespace {

constexpr std::int64_t kSector_bytes = 512;

CrashDisk* g_disk = nullptr;

struct OpenFile {
  sqlite3_file base;
  std::shared_ptr<CrashDisk::File> file;
};

CrashDisk::File& fileOf(sqlite3_file* handle) { return *reinterpret_cast<OpenFile*>(handle)->file; }

int failure(CrashDisk::Step step, int code) {
  if (step == CrashDisk::Step::ReadOnly) return SQLITE_READONLY;
  return step == CrashDisk::Step::Full ? SQLITE_FULL : code;
}

int closeFile(sqlite3_file* handle) {
  std::destroy_at(&reinterpret_cast<OpenFile*>(handle)->file);
  return SQLITE_OK;
}

int readFile(sqlite3_file* handle, void* out, int amount, sqlite3_int64 offset) {
  const auto& now = fileOf(handle).now;
  const std::int64_t have = std::clamp<std::int64_t>(std::ssize(now) - offset, 0, amount);
  if (have > 0) std::memcpy(out, now.data() + offset, static_cast<std::size_t>(have));
  if (have == amount) return SQLITE_OK;
  std::memset(static_cast<char*>(out) + have, 0, static_cast<std::size_t>(amount - have));
  return SQLITE_IOERR_SHORT_READ;
}

void writeInto(std::vector<std::uint8_t>& image, const CrashDisk::Write& write) {
  if (write.truncates) {
    image.resize(static_cast<std::size_t>(write.offset));
    return;
  }
  const auto end = static_cast<std::size_t>(write.offset) + write.bytes.size();
  if (image.size() < end) image.resize(end);
  std::copy(write.bytes.begin(), write.bytes.end(), image.begin() + write.offset);
}

int writeFile(sqlite3_file* handle, const void* bytes, int amount, sqlite3_int64 offset) {
  if (const auto step = g_disk->step(true); step != CrashDisk::Step::Done) return failure(step, SQLITE_IOERR_WRITE);
  const auto* first = static_cast<const std::uint8_t*>(bytes);
  auto& file = fileOf(handle);
  file.pending.push_back({offset, std::vector<std::uint8_t>(first, first + amount)});
  writeInto(file.now, file.pending.back());
  return SQLITE_OK;
}

int truncateFile(sqlite3_file* handle, sqlite3_int64 size) {
  if (const auto step = g_disk->step(false); step != CrashDisk::Step::Done) return SQLITE_IOERR_TRUNCATE;
  auto& file = fileOf(handle);
  file.pending.push_back({size, {}, true});
  writeInto(file.now, file.pending.back());
  return SQLITE_OK;
}

int syncFile(sqlite3_file* handle, int) {
  if (const auto step = g_disk->step(false); step != CrashDisk::Step::Done) return SQLITE_IOERR_FSYNC;
  g_disk->countSync();
  auto& file = fileOf(handle);
  file.durable = file.now;
  file.pending.clear();
  return SQLITE_OK;
}

int fileSize(sqlite3_file* handle, sqlite3_int64* size) {
  *size = std::ssize(fileOf(handle).now);
  return SQLITE_OK;
}

int lockFile(sqlite3_file*, int) { return SQLITE_OK; }

int isReserved(sqlite3_file*, int* reserved) {
  *reserved = 0;
  return SQLITE_OK;
}

int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }

int sectorSize(sqlite3_file*) { return static_cast<int>(kSector_bytes); }

int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

int mapShared(sqlite3_file* handle, int region, int size, int extend, void volatile** out) {
  auto& shared = fileOf(handle).shared;
  const auto index = static_cast<std::size_t>(region);
  *out = nullptr;
  if (shared.size() <= index && extend == 0) return SQLITE_OK;
  while (shared.size() <= index) shared.emplace_back(static_cast<std::size_t>(size), std::uint8_t{0});
  *out = shared[index].data();
  return SQLITE_OK;
}

int lockShared(sqlite3_file*, int, int, int) { return SQLITE_OK; }

void barrier(sqlite3_file*) {}

int unmapShared(sqlite3_file* handle, int remove) {
  constexpr long kLastOne = 2;  // the disk's own pointer, and this handle's
  if (remove != 0 && reinterpret_cast<OpenFile*>(handle)->file.use_count() <= kLastOne) fileOf(handle).shared.clear();
  return SQLITE_OK;
}

const sqlite3_io_methods kMethods = {2,        closeFile,   readFile,        writeFile, truncateFile,
                                     syncFile, fileSize,    lockFile,        lockFile,  isReserved,
                                     control,  sectorSize,  characteristics, mapShared, lockShared,
                                     barrier,  unmapShared, nullptr,         nullptr};

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* handle, int flags, int* out_flags) {
  handle->pMethods = nullptr;
  if (g_disk->isOff()) return SQLITE_CANTOPEN;
  const std::string key = name != nullptr ? name : "temporary";
  auto& slot = g_disk->files()[key];
  if (!slot) {
    if ((flags & SQLITE_OPEN_CREATE) == 0) {
      g_disk->files().erase(key);
      return SQLITE_CANTOPEN;
    }
    slot = std::make_shared<CrashDisk::File>();
  }
  new (&reinterpret_cast<OpenFile*>(handle)->file) std::shared_ptr<CrashDisk::File>(slot);
  handle->pMethods = &kMethods;
  if (out_flags != nullptr) *out_flags = flags;
  return SQLITE_OK;
}

int deleteFile(sqlite3_vfs*, const char* name, int) {
  if (g_disk->step(false) != CrashDisk::Step::Done) return SQLITE_IOERR_DELETE;
  return g_disk->files().erase(name) > 0 ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
}

int access(sqlite3_vfs*, const char* name, int, int* found) {
  *found = g_disk->files().count(name) > 0 ? 1 : 0;
  return SQLITE_OK;
}

int fullName(sqlite3_vfs*, const char* name, int size, char* out) {
  std::strncpy(out, name, static_cast<std::size_t>(size));
  return SQLITE_OK;
}

}  // namespace

CrashDisk::CrashDisk() : m_vfs(std::make_unique<sqlite3_vfs>(*sqlite3_vfs_find(nullptr))) {
  g_disk = this;
  m_vfs->zName = kName;
  m_vfs->szOsFile = sizeof(OpenFile);
  m_vfs->pNext = nullptr;
  m_vfs->xOpen = openFile;
  m_vfs->xDelete = deleteFile;
  m_vfs->xAccess = access;
  m_vfs->xFullPathname = fullName;
  sqlite3_vfs_register(m_vfs.get(), 0);
}

CrashDisk::~CrashDisk() {
  sqlite3_vfs_unregister(m_vfs.get());
  g_disk = nullptr;
}

CrashDisk::Step CrashDisk::step(bool is_write) {
  if (m_off) return Step::Off;
  if (is_write && m_read_only) return Step::ReadOnly;
  if (is_write && ++m_writes >= m_full_after && m_full_after > 0) return Step::Full;
  ++m_operations;
  if (m_left >= 0 && m_left-- == 0) {
    m_off = true;
    return Step::Off;
  }
  return Step::Done;
}

void CrashDisk::restart(base::SeededRandom& random) {
  for (auto& [name, file] : m_files) {
    std::vector<std::uint8_t> image = file->durable;
    for (const Write& write : file->pending) {
      const std::uint64_t fate = random.below(4);  // half are kept whole, a quarter torn, a quarter lost
      if (fate == 0) continue;
      if (write.truncates || fate >= 2) {
        writeInto(image, write);
        continue;
      }
      for (std::int64_t at = 0; at < std::ssize(write.bytes);) {
        const std::int64_t until = std::min<std::int64_t>(
            ((write.offset + at) / kSector_bytes + 1) * kSector_bytes - write.offset, std::ssize(write.bytes));
        if (random.below(2) == 0) {
          const Write sector{write.offset + at,
                             std::vector<std::uint8_t>(write.bytes.begin() + at, write.bytes.begin() + until)};
          writeInto(image, sector);
        }
        at = until;
      }
    }
    file->durable = image;
    file->now = std::move(image);
    file->pending.clear();
    file->shared.clear();
  }
  m_off = false;
  m_left = -1;
}

}  // namespace kahui::test
