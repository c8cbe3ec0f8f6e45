// A disk in memory that can lose power (reliability.md, "Power loss, in memory"). Registered as a SQLite VFS. What was
// written since a file's last sync may be kept, dropped or torn by sector at a crash, each on its own; what was synced
// stays.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/random.hpp"

struct sqlite3_vfs;

namespace kahui::test {

class CrashDisk {
 public:
  static constexpr const char* kName = "kahui-crash";

  CrashDisk();  // one at a time
  ~CrashDisk();
  CrashDisk(const CrashDisk&) = delete;
  CrashDisk& operator=(const CrashDisk&) = delete;

  // After this many further writes, syncs and truncations every operation fails: the machine is off.
  void crashAfter(std::int64_t operations) { m_left = operations; }
  [[nodiscard]] bool isOff() const { return m_off; }
  // Power comes back: each file is what the disk made of it.
  void restart(base::SeededRandom& random);

  // From the n-th write on the disk is full; 0: never.
  void fullAfter(std::int64_t writes) {
    m_full_after = writes;
    m_writes = 0;
  }

  // As after a fault of its file system: what is there can be read, nothing can be written.
  void readOnly(bool yes) { m_read_only = yes; }

  [[nodiscard]] std::int64_t operations() const { return m_operations; }
  [[nodiscard]] std::int64_t syncs() const { return m_syncs; }

  struct Write {
    std::int64_t offset;
    std::vector<std::uint8_t> bytes;  // empty: a truncation to `offset`
    bool truncates = false;
  };
  struct File {
    std::vector<std::uint8_t> durable;
    std::vector<std::uint8_t> now;
    std::vector<Write> pending;
    std::vector<std::vector<std::uint8_t>> shared;  // wal-index regions; lost with the power
  };

  // For the VFS's functions.
  enum class Step { Done, Off, Full, ReadOnly };
  Step step(bool is_write);
  void countSync() { ++m_syncs; }
  std::map<std::string, std::shared_ptr<File>>& files() { return m_files; }

 private:
  std::map<std::string, std::shared_ptr<File>> m_files;
  std::unique_ptr<sqlite3_vfs> m_vfs;
  std::int64_t m_left = -1;
  std::int64_t m_operations = 0;
  std::int64_t m_syncs = 0;
  std::int64_t m_full_after = 0;
  std::int64_t m_writes = 0;
  bool m_off = false;
  bool m_read_only = false;
};

}  // namespace kahui::test
