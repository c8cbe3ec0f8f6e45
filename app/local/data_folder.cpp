#include "app/local/data_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>

namespace kahui::local {

std::filesystem::path dataFolder() {
  if (const char* own = std::getenv("KAHUI_DATA_DIR"); own != nullptr && *own != '\0') return own;
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return program.parent_path().parent_path() / "share" / "kahui";
}

base::Result<std::string> readFile(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  if (!in) return base::fail(base::ErrorCode::BadInput, file.string() + ": " + std::strerror(errno));
  return text.str();
}

}  // namespace kahui::local
