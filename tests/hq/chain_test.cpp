// Two stores made by kahuictl, enrolled, sold on and synced over loopback: headquarters' exports are the sum of the
// tills' exports, and the days reconcile (issue 5, "Shown by").
#include <array>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <thread>

#include "core/base/clock.hpp"
#include "tests/hq/engines.hpp"
#include "tests/hq/hq_process.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

CommandAnswer ctl(std::vector<std::string> words) {
  CommandAnswer answer = runKahuictl(std::move(words));
  INFO(answer.errors);
  REQUIRE(answer.exit_code == 0);
  return answer;
}

struct Figures {
  std::int64_t rows = 0, total = 0, earned = 0, used = 0;
  std::set<std::string> ids;
  bool operator==(const Figures&) const = default;
};

void add(Figures& figures, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    const auto row = nlohmann::json::parse(line);
    ++figures.rows;
    figures.total += row["total"].get<std::int64_t>();
    figures.earned += row["points_earned"].get<std::int64_t>();
    figures.used += row["points_used"].get<std::int64_t>();
    figures.ids.insert(row["sale_id"].get<std::string>());
  }
}

struct Till {
  TempFolder folder;
  [[nodiscard]] std::string store() const { return (folder.path() / "store").string(); }

  Till(HqProcess& hq, const std::string& seed, const std::string& store_no) {
    ctl({"demo", "--store", store(), "--members", "60", "--products", "60", "--days", "3", "--seed", seed});
    ctl({"enrol", "--store", store(), "--hq", hq.url(), "--code", hq.enrolCode(store_no, "1")});
  }
  void sell(int count) const {
    const std::string file = (folder.path() / "sales.jsonl").string();
    const auto products = ctl({"export", "--store", store(), "--what", "products", "--format", "jsonl"}).lines;
    std::ofstream out(file);
    for (int i = 0; i < count; ++i) {
      const auto sku =
          nlohmann::json::parse(products[static_cast<std::size_t>(i) % products.size()])["sku"].get<std::string>();
      out << nlohmann::json{{"ref", "r" + std::to_string(i)},
                            {"operator", "1001"},
                            {"lines", {{{"sku", sku}, {"qty_milli", 1000}}}},
                            {"tenders", {{{"type", "WECHAT"}}}}}
                 .dump()
          << '\n';
    }
    out.close();
    ctl({"sell", "--store", store(), "--in", file});
  }
  void sync() const { ctl({"sync", "--store", store(), "--once"}); }
};

bool holds(const std::filesystem::path& folder, const std::string& text) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    if (bytes.find(text) != std::string::npos) return true;
  }
  return false;
}

// The sealed profile of the one member that headquarters took in itself, as its export shows it.
std::string memberLine(const HqProcess& hq, const std::string& no) {
  for (const std::string& line : hq.command({"export", "--what", "members", "--format", "jsonl"}).lines)
    if (line.find(no) != std::string::npos) return line;
  return {};
}

struct OwnKeys {
  TempFolder folder;
  OwnKeys() {
    setenv("KAHUI_KEY_DIR", folder.path().c_str(), 1);
    unsetenv("KAHUI_NOW");
  }
};

// `kahui-hq report` against the exports of the tills: each day of each store, as JSON and as CSV.
void chainReportIsTheSum(const HqProcess& hq, const std::vector<const Till*>& tills) {
  std::map<std::string, std::array<std::int64_t, 4>> days;
  std::array<std::int64_t, 4> all{};
  std::string from = "9999-12-31", to;
  for (const Till* till : tills) {
    for (const std::string& line :
         ctl({"export", "--store", till->store(), "--what", "sales", "--format", "jsonl"}).lines) {
      const auto sale = nlohmann::json::parse(line);
      const std::string day = sale["business_date"];
      const bool member = !sale["member_no"].is_null();
      const std::int64_t total = sale["total"];
      const std::array<std::int64_t, 4> one{1, member ? 1 : 0, total, member ? total : 0};
      auto& sums = days[day];
      for (std::size_t i = 0; i < one.size(); ++i) sums[i] += one[i], all[i] += one[i];
      from = std::min(from, day);
      to = std::max(to, day);
    }
  }
  auto csv = hq.command({"report", "--from", from, "--to", to, "--format", "csv"}).lines;
  REQUIRE(!csv.empty());
  CHECK(csv.front() == "date,store,receipts,member_receipts,net_fen,member_net_fen,channel");
  std::map<std::string, std::array<std::int64_t, 4>> told;
  for (std::size_t row = 1; row < csv.size(); ++row) {
    std::stringstream cells(csv[row]);
    std::string day, store, cell;
    std::getline(cells, day, ',');
    std::getline(cells, store, ',');
    for (auto& sum : told[day]) {
      std::getline(cells, cell, ',');
      sum += std::stoll(cell);
    }
  }
  CHECK(told == days);
  const auto json = nlohmann::json::parse(hq.command({"report", "--from", from, "--to", to}).lines.front());
  CHECK(json["days"].size() == csv.size() - 1);
  CHECK(json["net_fen"] == all[2]);
  CHECK(json["member_net_fen"] == all[3]);
  CHECK(all[3] != 0);
  CHECK(hq.command({"report", "--from", to, "--to", from}).exit_code == (from == to ? 0 : 2));
}

}  // namespace

TEST_CASE("S27 an erased member is nobody at headquarters and at every till that came, and the late one is named",
          "[both]") {
  const OwnKeys keys;
  const HqEngine engine;
  HqProcess hq(HqProcess::Kind::Demo, {}, engine.ofProcess());
  const Till one(hq, "1", "0001"), late(hq, "2", "0002");
  const std::string csv = (one.folder.path() / "members.csv").string();
  std::ofstream(csv) << "name,phone,card\n赵无名,13912345678,04AABBCCDD1122\n";
  REQUIRE(hq.command({"members", "import", csv}).exit_code == 0);
  const auto there = [](const Till& till) {
    const auto answer = ctl({"export", "--store", till.store(), "--what", "members", "--format", "jsonl", "--reveal",
                             "--operator", "9001", "--pin", "123456"});
    return std::any_of(answer.lines.begin(), answer.lines.end(),
                       [](const std::string& line) { return line.find("13912345678") != std::string::npos; });
  };
  for (const Till* till : {&one, &late}) {
    for (int i = 0; i < 50 && !there(*till); ++i) till->sync();
    REQUIRE(there(*till));
  }
  std::ofstream(one.folder.path() / "sale.jsonl")
      << R"({"ref":"m1","operator":"1001","card":{"phone":"13912345678"},"lines":[{"sku":")"
      << nlohmann::json::parse(
             ctl({"export", "--store", one.store(), "--what", "products", "--format", "jsonl"}).lines[0])["sku"]
             .get<std::string>()
      << R"(","qty_milli":1000}],"tenders":[{"type":"WECHAT"}]})" << '\n';
  const auto sold = nlohmann::json::parse(
      ctl({"sell", "--store", one.store(), "--in", (one.folder.path() / "sale.jsonl").string()}).lines[0]);
  REQUIRE(sold["ok"] == true);
  const std::string no = sold["member"].get<std::string>();
  one.sync();

  REQUIRE(hq.command({"members", "erase", no}).exit_code == 0);
  CHECK(hq.command({"members", "erase", "1234567"}).exit_code != 0);
  for (int i = 0; i < 50 && there(one); ++i) one.sync();
  CHECK_FALSE(there(one));
  one.sync();  // brings erase.done
  CHECK(ctl({"verify", "--store", one.store(), "--json"}).exit_code == 0);
  const auto unknown = [&] {
    ChildProcess process({KAHUI_BIN_DIR "/kahuictl", "sell", "--store", one.store(), "--in",
                          (one.folder.path() / "again.jsonl").string()});
    return process.line(std::chrono::seconds(20)).value_or("");
  };
  std::ofstream(one.folder.path() / "again.jsonl")
      << R"({"ref":"m2","operator":"1001","card":{"phone":"13912345678"},"lines":[],"tenders":[]})" << '\n';
  CHECK(unknown().find("unknown_member") != std::string::npos);
  // What was bought stays, and nothing at headquarters opens to a name any more.
  CHECK(hq.command({"export", "--what", "facts", "--format", "jsonl"}).lines.size() > 0);
  CHECK(memberLine(hq, no).find("CANCELLED") != std::string::npos);
  CHECK_FALSE(holds(hq.data(), "04AABBCCDD1122"));
  nlohmann::json report;
  for (int i = 0; i < 100; ++i) {
    const auto answer = hq.command({"members", "erasures", "--json"});
    report = nlohmann::json::parse(answer.lines.front())["erasures"][0];
    CHECK(answer.exit_code == 1);  // somebody has not answered
    if (!report["answered"].empty()) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  CHECK(report["answered"].size() == 1);
  REQUIRE(report["late"].size() == 1);
  CHECK(there(late));
  for (int i = 0; i < 50 && there(late); ++i) late.sync();
  late.sync();
  int exit_code = 1;
  for (int i = 0; i < 100 && exit_code != 0; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    exit_code = hq.command({"members", "erasures"}).exit_code;
  }
  CHECK(exit_code == 0);
}

TEST_CASE("two stores are at headquarters what they are at their tills, and come together", "[both]") {
  const OwnKeys keys;
  const HqEngine engine;
  HqProcess hq(HqProcess::Kind::Demo, {}, engine.ofProcess());
  const Till one(hq, "1", "0001"), two(hq, "2", "0002");
  for (const Till* till : {&one, &two}) {
    till->sell(12);
    till->sync();
    till->sync();  // again: nothing twice
  }
  Figures tills;
  for (const Till* till : {&one, &two})
    add(tills, ctl({"export", "--store", till->store(), "--what", "sales", "--format", "jsonl"}).lines);
  Figures chain;
  for (int i = 0; i < 100 && chain.rows < tills.rows; ++i) {
    chain = {};
    add(chain, hq.command({"export", "--what", "facts", "--format", "jsonl"}).lines);
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  CHECK(tills.rows > 200);
  CHECK(chain == tills);
  CHECK(hq.metric("kahui_quarantined_events") == 0);
  chainReportIsTheSum(hq, {&one, &two});
  const base::BusinessDate today = base::SystemClock().now().local().date();
  for (int back = 1; back <= 3; ++back) {
    const auto recon = hq.command({"recon", "--date", today.plusDays(-back).iso(), "--json"});
    INFO(recon.lines.front());
    CHECK(recon.exit_code == 0);
    CHECK(nlohmann::json::parse(recon.lines.front())["terminals"].size() == 2);
  }
}

}  // namespace kahui::test
