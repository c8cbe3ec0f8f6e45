// A headquarters' store on the engine under test. Cases tagged [both] run on SQLite by themselves, and the whole of
// them on PostgreSQL when KAHUI_TEST_ENGINE says postgres (tests/hq/CMakeLists.txt): one cluster then serves all of
// them.
#pragma once

#include <memory>
#include <string>

#include "app/hqdb/sql_store.hpp"
#include "tests/support/temp_folder.hpp"

namespace kahui::test {

class HqEngine {
 public:
  HqEngine();  // an empty database
  [[nodiscard]] const std::string& url() const { return m_url; }
  [[nodiscard]] bool isPostgres() const;
  // What kahui-hq is told with --db; empty: it keeps its own in its folder.
  [[nodiscard]] std::string ofProcess() const { return isPostgres() ? m_url : std::string(); }
  [[nodiscard]] std::unique_ptr<hqdb::SqlHqStore> open();  // throws what is wrong

 private:
  TempFolder m_folder;
  std::string m_url;
  std::unique_ptr<hqdb::DatabaseSource> m_source;
};

}  // namespace kahui::test
