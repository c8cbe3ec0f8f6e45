// A folder of its own for one test, removed with all its content at the end.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

#include "core/base/result.hpp"

namespace kahui::test {

class TempFolder {
 public:
  TempFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "kahui-test-XXXXXX").string();
    KAHUI_ASSERT(::mkdtemp(pattern.data()) != nullptr);
    m_path = pattern;
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

 private:
  std::filesystem::path m_path;
};

}  // namespace kahui::test
