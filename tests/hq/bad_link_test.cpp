// Programs on both ends and a bad line between them: kahuictl and kahui-hq with TLS through a proxy that is slow,
// stalls as lost packets do, and cuts connections in the middle (protocol.md, S12, S13).
#include <thread>

#include "tests/hq/bad_proxy.hpp"
#include "tests/hq/ctl_till.hpp"
#include "tests/hq/engines.hpp"
#include "tests/hq/member_rows.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

constexpr std::int64_t k2Mbit = 250'000;  // bytes a second
constexpr int kBatch = 500;               // events

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

TEST_CASE("S13 a snapshot that is cut at one node is gone on with at another one, byte for byte", "[both]") {
  const HqEngine engine;
  HqProcess one(HqProcess::Kind::Demo, {}, engine.ofProcess());
  const CtlTill till({"--members", "5", "--products", "10", "--days", "1"});
  BadProxy proxy(one.port(), {}, 14);
  REQUIRE(till.enrol(one, "1", proxy.url()).exit_code == 0);
  constexpr int kMembers = 1500;
  importMembers(one, till.store() + ".csv", kMembers);
  const auto membersThere = [&] { return static_cast<int>(till.rows("members").size()); };
  for (int i = 0; i < 60 && membersThere() < kMembers; ++i) REQUIRE(till.sync().exit_code == 0);
  const int all = membersThere();
  REQUIRE(all >= kMembers);
  one.killAndRestart();  // a server makes its snapshots soon after its start
  proxy.setTarget(one.port());
  HqClient client(one);
  REQUIRE(client.enrol(one.enrolCode("0001", "2"), "t-two").status == 200);
  HttpAnswer manifest;
  for (int i = 0; i < 100 && manifest.status != 200; ++i) {
    manifest = client.get("/v1/snapshots/members/latest");
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  REQUIRE(manifest.status == 200);
  const auto said = nlohmann::json::parse(manifest.body);
  const std::string file = "/v1/snapshots/" + said["id"].get<std::string>() + "/items.ndjson.zst";
  // Only the first node has built it.
  const HqProcess two(one);
  const auto whole = client.get(file);
  REQUIRE(whole.status == 200);
  REQUIRE(static_cast<std::int64_t>(whole.body.size()) == said["files"][0]["size"].get<std::int64_t>());
  const auto third = static_cast<std::int64_t>(whole.body.size() * 3 / 10);
  client.at(two);
  const auto rest = client.get(file, third, whole.etag);
  CHECK(rest.status == 206);
  CHECK(rest.body == whole.body.substr(static_cast<std::size_t>(third)));
  CHECK(rest.etag == whole.etag);
  CHECK(client.get(file, third, "\"another\"").status == 200);  // a clean start
  // A till in the middle of it, within one session.
  REQUIRE(one.command({"resnapshot", "--terminal", "all", "--scope", "members"}).exit_code == 0);
  proxy.cutDownloadAt(third);
  proxy.afterCutTo(two.port());
  for (int i = 0; i < 60 && proxy.cuts() == 0; ++i) static_cast<void>(till.sync());
  CHECK(proxy.cuts() == 1);
  CHECK(membersThere() == all);
  REQUIRE(till.sync().exit_code == 0);
  CHECK(membersThere() == all);
  CHECK(till.verified());
  // What is withdrawn is served by nobody, also where a copy lies.
  const std::string gone =
      nlohmann::json::parse(one.command({"export", "--what", "members"}).lines.front())["member_id"];
  REQUIRE(one.command({"members", "erase", gone}).exit_code == 0);
  CHECK(client.get(file).status == 404);
  CHECK(client.at(one).get(file).status == 404);
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

TEST_CASE("a till whose certificate was revoked is told so, sells on, loses nothing and comes back by a code",
          "[both]") {
  const HqEngine engine;
  HqProcess hq(HqProcess::Kind::Demo, {}, engine.ofProcess());
  const CtlTill till({"--members", "10", "--products", "10", "--days", "1"});
  REQUIRE(till.enrol(hq, "1", hq.url()).exit_code == 0);
  REQUIRE(till.sync().exit_code == 0);
  const auto stored = hq.metric("kahui_events_stored_total");
  const std::string terminal = till.identity()["t"];
  CHECK(hq.command({"terminals", "revoke", "nobody"}).exit_code == 2);
  REQUIRE(hq.command({"terminals", "revoke", terminal}).exit_code == 0);
  const auto refused = till.sync();
  CHECK(refused.exit_code != 0);
  INFO(refused.errors);
  CHECK(refused.errors.find("enrol") != std::string::npos);
  const auto status = [&] {
    return nlohmann::json::parse(CtlTill::ctl({"sync-status", "--store", till.store(), "--json"}).lines.at(0));
  };
  CHECK(status()["alarm"].is_string());
  const std::string sku = till.rows("products").front()["sku"];
  for (int i = 0; i < 3; ++i) {
    const auto sold = till.sell({{"ref", "revoked" + std::to_string(i)},
                                 {"operator", "1001"},
                                 {"lines", {{{"sku", sku}, {"qty_milli", 1000}}}},
                                 {"tenders", {{{"type", "WECHAT"}}}}});
    INFO(sold.dump());
    CHECK(sold["ok"] == true);
  }
  CHECK(till.sync().exit_code != 0);
  CHECK(hq.metric("kahui_events_stored_total") == stored);
  CHECK(status()["unsent"].get<int>() >= 3);
  REQUIRE(till.enrol(hq, "1", hq.url()).exit_code == 0);
  REQUIRE(till.sync().exit_code == 0);
  CHECK(status()["unsent"] == 0);
  CHECK(status()["alarm"].is_null());
  CHECK(status()["terminal"] == terminal);
  CHECK(hq.metric("kahui_events_stored_total") >= stored + 3);
  CHECK(till.verified());
}

TEST_CASE("a till's journal and health go to headquarters for support without what is secret, and on after a cut",
          "[both]") {
  const HqEngine engine;
  HqProcess one(HqProcess::Kind::Demo, {}, engine.ofProcess());
  const HqProcess two(one);
  const CtlTill till({"--members", "60", "--products", "30", "--days", "12"});
  BadProxy proxy(one.port(), {}, 15);
  REQUIRE(till.enrol(one, "1", proxy.url()).exit_code == 0);
  const auto send = [&] {
    return CtlTill::ctl({"support", "send", "--store", till.store(), "--days", "4000", "--json"});
  };
  // Cut in the middle of going up, then on at the other node.
  proxy.setLine({0, 0, 0, 100, 40'000});
  proxy.afterCutTo(two.port());
  CHECK(send().exit_code != 0);
  CHECK(proxy.cuts() >= 1);
  proxy.setLine({});
  const auto sent = send();
  INFO(sent.errors);
  REQUIRE(sent.exit_code == 0);
  const auto told = nlohmann::json::parse(sent.lines.at(0));
  CHECK(told["files"].get<int>() >= 2);
  // The journal is there whole; the health of now is a file of its own.
  const auto again = nlohmann::json::parse(send().lines.at(0));
  CHECK(again["known_before"].get<int>() == again["files"].get<int>() - 1);
  std::string journal;
  int whole = 0;
  for (const auto& line : two.command({"blobs", "list"}).lines) {
    const auto row = nlohmann::json::parse(line);
    whole += row["whole"] == true ? 1 : 0;
    if (row["kind"] == "journal" && row["whole"] == true) journal = row["id"];
  }
  CHECK(whole >= 3);
  REQUIRE_FALSE(journal.empty());
  const auto got = two.command({"blobs", "get", journal.substr(0, 8)});
  REQUIRE(got.exit_code == 0);
  const auto rows = till.rows("journal");
  REQUIRE(got.lines.size() == rows.size() + 1);
  std::string text;
  for (const auto& line : got.lines) text += line + "\n";
  CHECK(nlohmann::json::parse(got.lines.at(1)).at("h").get<std::string>().size() == 64);
  for (const char* secret : {"sealed", "\"ph\"", "\"key\""}) CHECK(text.find(secret) == std::string::npos);
  int cards = 0;
  for (const auto& member : CtlTill::ctl({"export", "--store", till.store(), "--what", "members", "--format", "jsonl",
                                          "--reveal", "--operator", "9001", "--pin", "123456"})
                                .lines) {
    const auto row = nlohmann::json::parse(member);
    for (const auto& card : row["cards"]) {
      ++cards;
      CHECK(text.find(card["credential"].get<std::string>()) == std::string::npos);
    }
    CHECK(text.find(row["phone"].get<std::string>()) == std::string::npos);
  }
  CHECK(cards >= 60);
  CHECK(one.command({"blobs", "drop", journal}).exit_code == 0);
  CHECK(two.command({"blobs", "get", journal}).exit_code == 2);
}

}  // namespace kahui::test
