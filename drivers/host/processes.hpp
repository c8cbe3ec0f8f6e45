// What the kernel tells of other programs, read from a proc file system. Of another user's processes it tells the name
// and the locks, and to root alone what they have open.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kahui::host {

struct Holder {
  std::string program;
  int pid = 0;
  int parent = 0;
  bool operator==(const Holder&) const = default;
};

class Processes {
 public:
  explicit Processes(std::filesystem::path proc = "/proc") : m_proc(std::move(proc)) {}

  // Who has this file open or locked (flock), links followed. By process id.
  [[nodiscard]] std::vector<Holder> holdersOf(const std::filesystem::path& file) const;
  // Who has a library loaded whose file name contains `library`. By process id.
  [[nodiscard]] std::vector<Holder> usersOf(std::string_view library) const;
  // Modules of the kernel.
  [[nodiscard]] std::vector<std::string> modules() const;

 private:
  [[nodiscard]] Holder named(int pid) const;
  [[nodiscard]] std::vector<int> all() const;
  [[nodiscard]] std::vector<int> lockersOf(const std::filesystem::path& file) const;

  std::filesystem::path m_proc;
};

}  // namespace kahui::host
