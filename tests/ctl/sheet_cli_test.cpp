// The Excel file of a report is opened by LibreOffice without a window, and its sums are those of the JSON report.
#include <stdlib.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/ctl/run.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_folder.hpp"

namespace {

using kahui::test::kahuictl;
using nlohmann::json;

// Every sheet as a file of its own, numbers as they are and not as they are shown.
constexpr const char* kCsv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

std::vector<std::vector<std::string>> readCsv(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    std::vector<std::string> cells;
    std::stringstream text(line);
    for (std::string cell; std::getline(text, cell, ',');) {
      std::erase(cell, '"');
      cells.push_back(cell);
    }
    rows.push_back(std::move(cells));
  }
  return rows;
}

// A column of money in fen, without its head.
std::int64_t sumOf(const std::vector<std::vector<std::string>>& rows, const std::string& title) {
  std::size_t column = 0;
  while (column < rows.at(0).size() && rows[0][column] != title) ++column;
  REQUIRE(column < rows[0].size());
  std::int64_t sum = 0;
  for (std::size_t i = 1; i < rows.size(); ++i)
    if (column < rows[i].size() && !rows[i][column].empty()) sum += std::llround(std::stod(rows[i][column]) * 100);
  return sum;
}

}  // namespace

TEST_CASE("LibreOffice opens the month's Excel file and its sums are the report's", "[sheet]") {
  if (std::system("command -v soffice >/dev/null 2>&1") != 0) {
    WARN("skipped: soffice is not installed (apt-get install libreoffice-calc-nogui)");
    return;
  }
  const kahui::test::TempFolder folder;
  const std::string path = (folder.path() / "store").string();
  setenv("KAHUI_KEY_DIR", (folder.path() / "keys").c_str(), 1);
  REQUIRE(kahuictl({"demo", "--store", path, "--members", "60", "--products", "40", "--days", "20"}).status == 0);
  const std::string file = (folder.path() / "month.xlsx").string();
  REQUIRE(kahuictl({"report", "month", "--store", path, "--format", "xlsx", "--lang", "en", "--out", file}).status ==
          0);
  const auto figures = kahuictl({"report", "month", "--store", path, "--format", "json"});
  const json month = json::parse(figures.out.at(0));
  kahui::test::ChildProcess office({"/usr/bin/env", "HOME=" + folder.path().string(), "soffice", "--headless",
                                    "--norestore", "--convert-to", kCsv, "--outdir", folder.path().string(), file});
  while (office.line(std::chrono::seconds(120))) {
  }
  REQUIRE(office.wait() == 0);
  std::int64_t net = 0;
  for (const auto& tier : month["by_tier"]) net += tier["net"].get<std::int64_t>();
  REQUIRE(net == month["net_total"]);
  CHECK(sumOf(readCsv(folder.path() / "month-2 By tier.csv"), "Net") == net);
  CHECK(sumOf(readCsv(folder.path() / "month-1 By hour.csv"), "Net") == net);
}
