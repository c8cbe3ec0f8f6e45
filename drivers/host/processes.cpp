#include "drivers/host/processes.hpp"

#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <set>
#include <sstream>

namespace kahui::host {
namespace {

namespace fs = std::filesystem;

bool hasOpen(const fs::path& descriptors, const fs::path& file) {
  std::error_code error;
  for (fs::directory_iterator one(descriptors, error), end; !error && one != end; one.increment(error)) {
    std::error_code gone;  // closed meanwhile
    if (fs::read_symlink(one->path(), gone) == file && !gone) return true;
  }
  return false;
}

}  // namespace

std::vector<int> Processes::all() const {
  std::vector<int> pids;
  std::error_code error;
  for (fs::directory_iterator one(m_proc, error), end; !error && one != end; one.increment(error)) {
    const std::string name = one->path().filename().string();
    int pid = 0;
    const auto [rest, wrong] = std::from_chars(name.data(), name.data() + name.size(), pid);
    if (wrong == std::errc() && rest == name.data() + name.size()) pids.push_back(pid);
  }
  std::sort(pids.begin(), pids.end());
  return pids;
}

Holder Processes::named(int pid) const {
  Holder holder{"", pid, 0};
  std::ifstream status(m_proc / std::to_string(pid) / "status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("Name:\t")) holder.program = line.substr(6);
    if (line.starts_with("PPid:\t")) std::from_chars(line.data() + 6, line.data() + line.size(), holder.parent);
  }
  return holder;
}

// "1: FLOCK  ADVISORY  WRITE 708 00:13:4 0 EOF": device in hex, inode.
std::vector<int> Processes::lockersOf(const fs::path& file) const {
  struct stat info {};
  if (::stat(file.c_str(), &info) != 0) return {};
  char wanted[64];
  std::snprintf(wanted, sizeof wanted, "%02x:%02x:%llu", major(info.st_dev), minor(info.st_dev),
                static_cast<unsigned long long>(info.st_ino));
  std::vector<int> pids;
  std::ifstream locks(m_proc / "locks");
  for (std::string line; std::getline(locks, line);) {
    std::istringstream words(line);
    std::string number, kind, mandatory, access, where;
    int pid = 0;
    if (words >> number >> kind >> mandatory >> access >> pid >> where && kind == "FLOCK" && where == wanted)
      pids.push_back(pid);
  }
  return pids;
}

std::vector<Holder> Processes::holdersOf(const fs::path& file) const {
  std::error_code error;
  const fs::path real = fs::canonical(file, error);
  if (error) return {};
  const std::vector<int> lockers = lockersOf(real);
  std::set<int> pids(lockers.begin(), lockers.end());
  for (const int pid : all())
    if (hasOpen(m_proc / std::to_string(pid) / "fd", real)) pids.insert(pid);
  std::vector<Holder> holders;
  for (const int pid : pids) holders.push_back(named(pid));
  return holders;
}

std::vector<Holder> Processes::usersOf(std::string_view library) const {
  std::vector<Holder> users;
  for (const int pid : all()) {
    std::ifstream maps(m_proc / std::to_string(pid) / "maps");
    for (std::string line; std::getline(maps, line);) {
      const std::size_t name = line.rfind('/');
      if (name == std::string::npos || line.find(library, name) == std::string::npos) continue;
      users.push_back(named(pid));
      break;
    }
  }
  return users;
}

std::vector<std::string> Processes::modules() const {
  std::vector<std::string> names;
  std::ifstream list(m_proc / "modules");
  for (std::string line; std::getline(list, line);) names.push_back(line.substr(0, line.find(' ')));
  return names;
}

}  // namespace kahui::host
