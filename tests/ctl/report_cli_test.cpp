// `kahuictl report`: each figure added up again from `kahuictl export`.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/ctl/run.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_folder.hpp"

namespace test = kahui::test;

namespace {

using nlohmann::json;

struct Sums {
  std::int64_t net = 0, member_net = 0, bills = 0, member_bills = 0, refunds = 0, issued = 0, used = 0;
  std::set<std::string> members;
  std::map<std::string, std::int64_t> hours, member_items;
};

// From the rows of the export alone.
Sums added(const std::vector<std::string>& rows) {
  Sums sums;
  for (const auto& row : rows) {
    const json sale = json::parse(row);
    const bool back = sale["type"] == "return";
    const std::int64_t total = sale["total"].get<std::int64_t>();  // below 0 for a return
    const bool member = !sale["member_no"].is_null();
    sums.net += total;
    sums.hours[sale["at"].get<std::string>().substr(11, 2)] += total;
    if (back) sums.refunds -= total;
    if (member) {
      sums.member_net += total;
      sums.members.insert(sale["member_no"].get<std::string>());
    }
    if (back) continue;
    ++sums.bills;
    sums.member_bills += member ? 1 : 0;
    sums.issued += sale["points_earned"].get<std::int64_t>();
    sums.used += sale["points_used"].get<std::int64_t>();
    if (member)
      for (const auto& line : sale["lines"]) sums.member_items[line["sku"]] += line["final"].get<std::int64_t>();
  }
  return sums;
}

TEST_CASE("report: day and month are the sums of the exported sales, to the fen") {
  const kahui::test::TempFolder folder;
  const std::string store = (folder.path() / "store").string();
  ::setenv("KAHUI_KEY_DIR", (folder.path() / "keys").c_str(), 1);
  const auto run = [](std::vector<std::string> arguments) { return kahui::test::kahuictl(std::move(arguments)); };
  REQUIRE(
      run({"demo", "--store", store, "--members", "60", "--products", "80", "--days", "45", "--seed", "7"}).status ==
      0);
  const auto sales = run({"export", "--store", store, "--what", "sales", "--format", "jsonl"});
  std::map<std::string, std::vector<std::string>> by_day, by_month;
  for (const auto& row : sales.out) {
    const std::string day = json::parse(row)["business_date"];
    by_day[day].push_back(row);
    by_month[day.substr(0, 7)].push_back(row);
  }
  REQUIRE(by_day.size() >= 44);
  const auto compare = [&](const std::string& period, const std::string& day, const std::vector<std::string>& rows) {
    INFO(period << " " << day);
    const auto ran = run({"report", period, "--store", store, "--date", day, "--format", "json"});
    REQUIRE(ran.status == 0);
    const json out = json::parse(ran.out.at(0));
    const Sums sums = added(rows);
    CHECK(out["net_total"] == sums.net);
    CHECK(out["net_member"] == sums.member_net);
    CHECK(out["bills"] == sums.bills);
    CHECK(out["member_bills"] == sums.member_bills);
    CHECK(out["refunds"] == sums.refunds);
    CHECK(out["distinct_members"] == sums.members.size());
    CHECK(out["points_issued"] == sums.issued);
    CHECK(out["points_redeemed"] == sums.used);
    for (const auto& hour : out["by_hour"]) {
      const std::string name = std::to_string(100 + hour["hour"].get<int>()).substr(1);
      CHECK(hour["net"] == sums.hours.at(name));
    }
    REQUIRE_FALSE(out["top_members"].empty());
    for (const auto& item : out["top_members"])
      if (sums.refunds == 0) CHECK(item["net"] == sums.member_items.at(item["sku"]));
  };
  int days = 0;
  for (const auto& [day, rows] : by_day)
    if (++days % 9 == 0) compare("day", day, rows);
  for (const auto& [month, rows] : by_month) compare("month", month + "-15", rows);
  const std::string day = by_day.rbegin()->first;
  const auto csv = run({"report", "day", "--store", store, "--date", day, "--format", "csv"});
  CHECK(csv.out.at(0) == "section,key,figure,value");
  CHECK(csv.out.size() > 40);
  CHECK(run({"report", "day", "--store", store, "--date", "2026-02-30"}).status == 2);
  CHECK(run({"report", "shift", "--store", store, "--shift", "1"}).status == 0);
}

}  // namespace

TEST_CASE("report: every figure reckoned again from the export by a script of its own, over a leap day") {
  const test::TempFolder folder;
  test::ChildProcess script(
      {"python3", KAHUI_SOURCE_DIR "/tests/ctl/report_check.py", KAHUI_BIN_DIR "/kahuictl", folder.path().string()});
  std::string said;
  while (auto line = script.line(std::chrono::seconds(240))) said += *line + "\n";
  INFO(said << script.errors());
  CHECK(script.wait() == 0);
}

TEST_CASE("report: a workbook holds real numbers, the day's PDF is one page whose words can be found") {
  const test::TempFolder folder;
  setenv("KAHUI_KEY_DIR", (folder.path() / "keys").c_str(), 1);
  const std::string store = (folder.path() / "store").string();
  const auto run = [](std::vector<std::string> arguments) { return test::kahuictl(std::move(arguments)); };
  REQUIRE(run({"demo", "--store", store, "--members", "60", "--products", "80", "--days", "9", "--seed", "7"}).status ==
          0);
  const auto days = run({"export", "--store", store, "--what", "sales", "--format", "jsonl"}).out;
  const std::string day = json::parse(days.back())["business_date"];
  const std::string pdf = (folder.path() / "day.pdf").string(), xlsx = (folder.path() / "day.xlsx").string();
  REQUIRE(run({"report", "day", "--store", store, "--date", day, "--format", "pdf", "--out", pdf}).status == 0);
  REQUIRE(run({"report", "day", "--store", store, "--date", day, "--format", "xlsx", "--out", xlsx}).status == 0);
  CHECK(run({"report", "day", "--store", store, "--date", day, "--format", "pdf"}).status == 2);
  const auto said = json::parse(run({"report", "day", "--store", store, "--date", day, "--format", "json"}).out.at(0));
  std::int64_t hours = 0;
  for (const auto& hour : said["by_hour"]) hours += hour["net"].get<std::int64_t>();
  CHECK(hours == said["net_total"]);

  test::ChildProcess book(
      {"/usr/bin/python3", "-c",
       "import sys, openpyxl\n"
       "sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[1]\n"
       "rows = list(sheet.iter_rows(min_row=2))\n"
       "assert rows[0][2].number_format == '#,##0.00', rows[0][2].number_format\n"
       "print(sum(round(row[2].value * 100) for row in rows if isinstance(row[2].value, (int, float))))",
       xlsx});
  const auto sum = book.line(std::chrono::seconds(60));
  INFO(book.errors());
  REQUIRE(sum);
  CHECK(*sum == std::to_string(hours));

  test::ChildProcess words({"pdftotext", "-layout", pdf, "-"});
  std::string text;
  int pages = 0;
  while (auto line = words.line(std::chrono::seconds(60))) {
    text += *line;
    pages += static_cast<int>(std::count(line->begin(), line->end(), '\f'));
  }
  CHECK(text.find("会员销售日报") != std::string::npos);
  CHECK(text.find("净销售额") != std::string::npos);
  CHECK(pages <= 1);

  // Drawn as paper: a banner and a chart of ink, and room left.
  test::ChildProcess drawn({"pdftoppm", "-r", "30", "-gray", "-singlefile", pdf, (folder.path() / "page").string()});
  REQUIRE(drawn.wait(std::chrono::seconds(60)) == 0);
  std::ifstream page(folder.path() / "page.pgm", std::ios::binary);
  std::string magic;
  int width = 0, height = 0, most = 0;
  page >> magic >> width >> height >> most;
  page.get();
  const std::string grey((std::istreambuf_iterator<char>(page)), {});
  REQUIRE(std::ssize(grey) == std::int64_t{width} * height);
  REQUIRE(height > width);
  const auto dark =
      std::count_if(grey.begin(), grey.end(), [](char one) { return static_cast<unsigned char>(one) < 100; });
  CHECK(dark * 100 > std::ssize(grey) * 2);
  CHECK(dark * 100 < std::ssize(grey) * 30);
}

TEST_CASE("report: the morning's report goes to the shop's own script, and without one nowhere", "[report]") {
  const test::TempFolder folder;
  const std::string store = (folder.path() / "store").string();
  setenv("KAHUI_KEY_DIR", (folder.path() / "keys").c_str(), 1);
  REQUIRE(test::kahuictl({"demo", "--store", store, "--members", "20", "--products", "30", "--days", "2"}).status == 0);
  const auto hook = folder.path() / "hook";
  const auto night = [&] {
    test::ChildProcess script({"/usr/bin/env", std::string("KAHUICTL=") + KAHUI_BIN_DIR "/kahuictl",
                               "KAHUI_REPORT_HOOK=" + hook.string(), "sh",
                               KAHUI_SOURCE_DIR "/packaging/systemd/night-report", store});
    std::vector<std::string> lines;
    while (const auto line = script.line(std::chrono::seconds(60))) lines.push_back(*line);
    REQUIRE(script.wait(std::chrono::seconds(60)) == 0);
    return lines;
  };
  const auto none = night();
  REQUIRE(none.size() == 1);
  CHECK(none.front().find(hook.string()) != std::string::npos);
  std::ofstream(hook) << "#!/bin/sh\necho \"$1\"; echo \"$2\"; head -c 4 \"$3\"; echo; cat \"$4\"\n";
  std::filesystem::permissions(hook, std::filesystem::perms::owner_all);
  const auto told = night();
  REQUIRE(told.size() >= 4);
  CHECK(told[0] == store);
  CHECK(told[2] == "%PDF");
  json report;
  REQUIRE_NOTHROW(report = json::parse(told[3]));
  CHECK(report.dump().find(told[1]) != std::string::npos);  // the day that it is of
}
