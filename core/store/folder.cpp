#include "core/store/folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "core/store/key_folder.hpp"

namespace kahui::store {

namespace {

base::ErrorCode codeOf(int error) {
  return error == ENOSPC || error == EDQUOT ? base::ErrorCode::StoreFull : base::ErrorCode::StoreIo;
}

std::string reason(const std::filesystem::path& path) {
  return fmt::format("{}: {}", path.string(), std::strerror(errno));
}

std::string readText(int descriptor) {
  char text[256];
  const ssize_t length = pread(descriptor, text, sizeof text, 0);
  return length > 0 ? std::string(text, static_cast<std::size_t>(length)) : std::string();
}

}  // namespace

base::Result<std::filesystem::path> keyFolder() {
  std::filesystem::path folder;
  if (const char* own = std::getenv("KAHUI_KEY_DIR"); own != nullptr && *own != '\0') {
    folder = own;
  } else if (const char* state = std::getenv("XDG_STATE_HOME"); state != nullptr && *state != '\0') {
    folder = std::filesystem::path(state) / "kahui";
  } else if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') {
    folder = std::filesystem::path(home) / ".local" / "state" / "kahui";
  } else {
    return base::fail(base::ErrorCode::StoreKey, "no folder for keys: HOME and KAHUI_KEY_DIR are not set");
  }
  return folder;
}

std::filesystem::path databasePath(const std::filesystem::path& folder) { return folder / "kahui.db"; }

base::Result<StoreKey> readKey(const std::string& store_id) {
  const auto folder = keyFolder();
  if (!folder) return tl::unexpected(folder.error());
  const auto path = *folder / (store_id + ".key");
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return base::fail(base::ErrorCode::StoreKey, reason(path));
  StoreKey key{};
  const ssize_t length = ::read(descriptor, key.data(), key.size());
  ::close(descriptor);
  if (length != static_cast<ssize_t>(key.size()))
    return base::fail(base::ErrorCode::StoreKey, path.string() + ": not a key file");
  return key;
}

base::Status writePrivateFile(const std::string& name, std::string_view content) {
  const auto folder = keyFolder();
  if (!folder) return tl::unexpected(folder.error());
  std::error_code error;
  std::filesystem::create_directories(*folder, error);
  if (error) return base::fail(base::ErrorCode::StoreKey, folder->string() + ": " + error.message());
  const auto path = *folder / name;
  const auto fresh = *folder / fmt::format("{}.{}", name, ::getpid());
  const int descriptor = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (descriptor < 0) return base::fail(base::ErrorCode::StoreKey, reason(fresh));
  const bool written = ::write(descriptor, content.data(), content.size()) == static_cast<ssize_t>(content.size()) &&
                       ::fsync(descriptor) == 0;
  ::close(descriptor);
  if (!written || std::rename(fresh.c_str(), path.c_str()) != 0)
    return base::fail(base::ErrorCode::StoreKey, reason(path));
  return syncFolder(*folder);
}

base::Status writeKey(const std::string& store_id, const StoreKey& key) {
  return writePrivateFile(store_id + ".key", {reinterpret_cast<const char*>(key.data()), key.size()});
}

base::Result<StoreKey> ensureKey(const std::string& name, base::RandomSource& random) {
  const auto folder = keyFolder();
  if (!folder) return tl::unexpected(folder.error());
  std::error_code error;
  if (std::filesystem::exists(*folder / (name + ".key"), error) || error) return readKey(name);
  StoreKey key{};
  random.fill(key);
  KAHUI_TRY(writeKey(name, key));
  return key;
}

base::Result<FolderLock> FolderLock::take(const std::filesystem::path& folder, const std::string& program) {
  const auto path = folder / "lock";
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) return base::fail(codeOf(errno), reason(path));
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    const std::string holder = readText(descriptor);
    ::close(descriptor);
    return base::fail(base::ErrorCode::StoreLocked, holder);
  }
  const std::string text = fmt::format("{} {}", program, ::getpid());
  if (::ftruncate(descriptor, 0) != 0 || ::pwrite(descriptor, text.data(), text.size(), 0) < 0) {
    const auto code = codeOf(errno);
    ::close(descriptor);
    return base::fail(code, reason(path));
  }
  return FolderLock(descriptor);
}

FolderLock::FolderLock(FolderLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
  std::swap(m_descriptor, other.m_descriptor);
  return *this;
}

FolderLock::~FolderLock() {
  if (m_descriptor >= 0) ::close(m_descriptor);
}

base::Result<HighWaterFile> HighWaterFile::open(const std::filesystem::path& folder) {
  const auto path = folder / "highwater";
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) return base::fail(codeOf(errno), reason(path));
  return HighWaterFile(descriptor);
}

HighWaterFile::HighWaterFile(HighWaterFile&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

HighWaterFile::~HighWaterFile() {
  if (m_descriptor >= 0) ::close(m_descriptor);
}

std::optional<HighWater> HighWaterFile::read() const {
  HighWater mark;
  if (std::sscanf(readText(m_descriptor).c_str(), "%u %lu", &mark.incarnation, &mark.seq) != 2) return std::nullopt;
  return mark;
}

void HighWaterFile::write(const HighWater& mark) {
  const std::string text = fmt::format("{:010} {:020}\n", mark.incarnation, mark.seq);
  [[maybe_unused]] const ssize_t written = ::pwrite(m_descriptor, text.data(), text.size(), 0);
}

void HighWaterFile::sync() { ::fdatasync(m_descriptor); }

base::Status syncFolder(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return base::fail(base::ErrorCode::StoreIo, reason(folder));
  const bool done = ::fsync(descriptor) == 0;
  ::close(descriptor);
  return done ? base::Status{} : base::fail(base::ErrorCode::StoreIo, reason(folder));
}

}  // namespace kahui::store
