// The files of a store folder, and the store's key, which lies outside it.
//   kahui.db      the database (with -wal and -shm)
//   highwater     last (incarnation, sequence) that was answered; tells a restored database from a current one
//   (protocol.md) lock          held by the one process that writes; its text names it
// Key file: $KAHUI_KEY_DIR, else $XDG_STATE_HOME/kahui, else $HOME/.local/state/kahui; name STORE_ID.key, mode 0600.
// Beside it device.key, of what is sealed to the device.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/result.hpp"
#include "core/store/sealer.hpp"

namespace kahui::store {

std::filesystem::path databasePath(const std::filesystem::path& folder);

// StoreKey: no folder can be named or made, or the file is missing, unreadable, of the wrong size.
base::Result<StoreKey> readKey(const std::string& store_id);
base::Status writeKey(const std::string& store_id, const StoreKey& key);

// The key of this name; made, if there is none. One that is there and cannot be read is never written over.
base::Result<StoreKey> ensureKey(const std::string& name, base::RandomSource& random);

// The writer's lock; released when destroyed or when the process ends. StoreLocked: detail is the text of the holder.
class FolderLock {
 public:
  static base::Result<FolderLock> take(const std::filesystem::path& folder, const std::string& program);
  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&& other) noexcept;
  ~FolderLock();

 private:
  explicit FolderLock(int descriptor) : m_descriptor(descriptor) {}
  int m_descriptor = -1;
};

struct HighWater {
  std::uint32_t incarnation = 0;
  std::uint64_t seq = 0;
  auto operator<=>(const HighWater&) const = default;
};

class HighWaterFile {
 public:
  static base::Result<HighWaterFile> open(const std::filesystem::path& folder);
  HighWaterFile(HighWaterFile&& other) noexcept;
  HighWaterFile& operator=(HighWaterFile&&) = delete;
  ~HighWaterFile();

  [[nodiscard]] std::optional<HighWater> read() const;
  void write(const HighWater& mark);  // without a sync of its own; a lost mark only weakens the check
  void sync();

 private:
  explicit HighWaterFile(int descriptor) : m_descriptor(descriptor) {}
  int m_descriptor = -1;
};

base::Status syncFolder(const std::filesystem::path& folder);

}  // namespace kahui::store
