// Programs on both ends and a bad line between them: kahuictl and kahui-hq with TLS through a proxy that is slow,
// stalls as lost packets do, and cuts connections in the middle (protocol.md, S12, S13).
#include "tests/hq/bad_proxy.hpp"
#include "tests/hq/ctl_till.hpp"
#include "tests/hq/engines.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

constexpr std::int64_t k2Mbit = 250'000;  // bytes a second
constexpr int kBatch = 500;               // events

void importMembers(const HqProcess& hq, const std::string& file, int count) {
  std::ofstream csv(file);
  csv << "name,phone,card\n";
  for (int i = 0; i < count; ++i)
    csv << "王小芳," << 13'700'000'000 + i << ",04" << std::hex << std::uppercase << 0xA00000000000 + i << std::dec
        << '\n';
  csv.close();
  REQUIRE(hq.command({"members", "import", file}).exit_code == 0);
}

}  // namespace

TEST_CASE("S12 a till behind 2 Mbit/s with losses and cuts in the middle sends all of it once", "[both]") {
  const HqEngine engine;
  HqProcess hq(HqProcess::Kind::Demo, {}, engine.ofProcess());
  const CtlTill till({"--members", "200", "--products", "50", "--days", "20"});
  BadProxy proxy(hq.port(), {}, 12);
  REQUIRE(till.enrol(hq, "1", proxy.url()).exit_code == 0);
  int sessions = 0;
  bool clean = false;
  // Every connection is cut somewhere until it happened often enough, then one in three.
  proxy.setLine({k2Mbit, 5, 120, 100, 60'000});
  for (; sessions < 40 && proxy.cuts() < 4; ++sessions) static_cast<void>(till.sync());
  proxy.setLine({k2Mbit, 5, 120, 33, 150'000});
  for (; sessions < 80 && !clean; ++sessions) clean = till.sync().exit_code == 0;
  INFO(sessions << " sessions, " << proxy.connections() << " connections, " << proxy.cuts() << " cuts, "
                << proxy.up_bytes() << " bytes up");
  REQUIRE(clean);
  CHECK(proxy.cuts() >= 4);
  const auto events = static_cast<std::int64_t>(till.rows("journal").size());
  CHECK(events > 2 * kBatch);
  // What is sent again is one batch a cut at the most, and is known there.
  const std::int64_t stored = hq.metric("kahui_events_stored_total");
  CHECK(stored >= events - 20);  // the last session's own notes may be younger
  CHECK(hq.metric("kahui_events_repeated_total") <= std::int64_t{kBatch} * proxy.cuts());
  CHECK(till.verified());
  proxy.setLine({});
  REQUIRE(till.sync().exit_code == 0);
  REQUIRE(hq.waitFor("kahui_events_projected_total", hq.metric("kahui_events_stored_total")));
  const auto sales = till.rows("sales");
  CHECK(sales.size() > 50);
  for (int i = 0; i < 300 && hq.command({"export", "--what", "facts"}).lines.size() < sales.size(); ++i) {
  }
  CHECK(hq.command({"export", "--what", "facts"}).lines.size() == sales.size());
}

TEST_CASE("S13 a snapshot cut at 30 % is gone on with at another process, and is in force only whole", "[both]") {
  const HqEngine engine;
  HqProcess hq(HqProcess::Kind::Demo, {}, engine.ofProcess());
  const CtlTill till({"--members", "5", "--products", "10", "--days", "1"});
  BadProxy proxy(hq.port(), {}, 13);
  REQUIRE(till.enrol(hq, "1", proxy.url()).exit_code == 0);
  constexpr int kMembers = 3000;
  importMembers(hq, till.store() + ".csv", kMembers);
  const auto membersThere = [&] { return static_cast<int>(till.rows("members").size()); };
  REQUIRE(till.sync().exit_code == 0);
  for (int i = 0; i < 60 && membersThere() < kMembers; ++i) REQUIRE(till.sync().exit_code == 0);
  const int all = membersThere();
  REQUIRE(all >= kMembers);
  // The state is loaded anew, from the file.
  REQUIRE(hq.command({"resnapshot", "--terminal", "all", "--scope", "members"}).exit_code == 0);
  hq.killAndRestart();  // a server makes its snapshots soon after its start
  proxy.setTarget(hq.port());
  proxy.cutDownloadAt(100'000);
  // The order stands until the snapshot is there. The till goes on where it was cut, or leaves the rest to the next
  // one.
  for (int i = 0; i < 60 && proxy.cuts() == 0; ++i) static_cast<void>(till.sync());
  CHECK(proxy.cuts() == 1);
  CHECK(membersThere() == all);
  hq.killAndRestart();
  proxy.setTarget(hq.port());
  REQUIRE(till.sync().exit_code == 0);
  CHECK(membersThere() == all);
  CHECK(till.verified());
}

TEST_CASE("kahuictl sell asks headquarters over mutual TLS, and with a foreign certificate the sale goes on") {
  HqProcess hq, elsewhere;
  const CtlTill till({"--members", "30", "--products", "20", "--days", "3"});
  REQUIRE(till.enrol(hq, "1", hq.url()).exit_code == 0);
  REQUIRE(till.sync().exit_code == 0);
  REQUIRE(hq.waitFor("kahui_events_projected_total", hq.metric("kahui_events_stored_total")));
  std::string rich;
  for (const auto& row : till.rows("members"))
    if (row.value("noncash", 0) + row.value("cashable", 0) >= 20) rich = row["member_no"].dump();
  std::erase(rich, '"');
  REQUIRE_FALSE(rich.empty());
  for (int i = 0; i < 30; ++i) REQUIRE(till.sync().exit_code == 0);  // until its balance is confirmed
  const std::string sku = till.rows("products").front()["sku"].get<std::string>();
  const auto request = [&](const char* ref) {
    return nlohmann::json{{"ref", ref},
                          {"operator", "1001"},
                          {"card", {{"phone", rich}}},
                          {"lines", {{{"sku", sku}, {"qty_milli", 5000}}}},
                          {"points", 10},
                          {"tenders", {{{"type", "WECHAT"}}}}};
  };
  const auto lastSpend = [&] {
    nlohmann::json spend;
    for (const auto& row : till.rows("journal"))
      if (row["type"] == "points.redeemed") spend = row["p"];
    return spend;
  };
  const auto sold = till.sell(request("tls1"));
  INFO(sold.dump());
  REQUIRE(sold["ok"] == true);
  CHECK(lastSpend().value("on", 0) == 1);  // headquarters decided
  // A certificate that another authority issued: nobody answers, and the till pays within its own bounds.
  const nlohmann::json good = till.identity();
  const CtlTill foreign({"--members", "5", "--products", "10", "--days", "1"});
  REQUIRE(foreign.enrol(elsewhere, "1", elsewhere.url()).exit_code == 0);
  nlohmann::json bad = good;
  for (const char* key : {"cert", "key"}) bad[key] = foreign.identity()[key];
  setenv("KAHUI_KEY_DIR", till.identityFile().parent_path().c_str(), 1);
  till.setIdentity(bad);
  auto without = request("tls2");
  without.erase("points");
  const auto began = std::chrono::steady_clock::now();
  const auto sale = till.sell(without);
  INFO(sale.dump());
  CHECK(sale["ok"] == true);
  CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(20));
  const auto spent = till.sell(request("tls3"));
  INFO(spent.dump());
  if (spent["ok"] == true) CHECK(lastSpend().value("on", 0) == 0);
  CHECK(till.sync().exit_code != 0);
  till.setIdentity(good);
  CHECK(till.sync().exit_code == 0);
  CHECK(till.verified());
}

}  // namespace kahui::test
