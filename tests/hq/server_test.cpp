// kahui-hq from outside: enrolment, mutual TLS, limits, what is refused and counted (issue 5, "Bad input").
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/base/clock.hpp"
#include "core/base/fd.hpp"
#include "core/base/random.hpp"
#include "core/sync/batch.hpp"
#include "core/sync/changes.hpp"
#include "core/sync/shop.hpp"
#include "tests/hq/bad_proxy.hpp"
#include "tests/hq/enrolled_till.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

TEST_CASE("a till enrols once with a code, says hello, sends and is acknowledged") {
  HqProcess hq;
  HqClient stranger(hq);
  CHECK(stranger.post("/v1/hello", "{}").status == 401);
  const std::string code = hq.enrolCode("0001", "1");
  HqClient first(hq);
  CHECK(first.enrol(code, "t1").status == 200);
  HqClient second(hq);
  const auto used = second.enrol(code, "t2");
  CHECK(used.status == 403);
  CHECK(used.body.find("code_used") != std::string::npos);
  const auto taken = second.enrol(hq.enrolCode("0002", "1"), "t1");
  CHECK(taken.status == 409);
  CHECK(taken.body.find("terminal_taken") != std::string::npos);
  EnrolledTill till(hq, "t3", "3");
  const auto ack = till.send(1, 6);
  CHECK(ack.status == 200);
  const auto read = sync::parseAck(ack.body);
  REQUIRE(read);
  CHECK(read->acked.hash == till.log.hash(6));
  CHECK(till.client.get("/v1/ack?inc=1").status == 200);
  CHECK(till.client.get("/v1/changes?scope=nothing&cursor=0.0").status == 404);
  CHECK(till.client.get("/v1/changes?scope=erase&cursor=0.0").status == 304);
}

TEST_CASE("tills of a store pass a held bill on through the program, and nobody else sees it") {
  HqProcess hq;
  EnrolledTill one(hq, "t1", "1"), two(hq, "t2", "2"), three(hq, "t3", "3");
  HqClient elsewhere(hq), stranger(hq);
  REQUIRE(elsewhere.enrol(hq.enrolCode("0002", "1"), "t9").status == 200);
  const std::string bill(32, 'a');
  CHECK(stranger.get("/v1/held").status == 401);
  CHECK(one.client.post("/v1/held", R"({"id":"x"})").status == 422);
  CHECK(one.client.post("/v1/held", sync::encode(sync::HeldOffer{bill, 5, std::string(70'000, 'b')})).status == 422);
  const auto state = [](const HttpAnswer& answer) {
    const auto reply = sync::parseHeldReply(answer.body);
    return reply ? reply->state : std::to_string(answer.status);
  };
  const std::string offer = sync::encode(sync::HeldOffer{bill, 5, "box"});
  CHECK(state(one.client.post("/v1/held", offer)) == "OFFERED");
  CHECK(state(one.client.post("/v1/held", offer)) == "OFFERED");
  const auto seen = [](HqClient& client) { return sync::parseHeldPage(client.get("/v1/held").body)->items; };
  CHECK(seen(one.client).empty());
  CHECK(seen(elsewhere).empty());
  REQUIRE(seen(two.client).size() == 1);
  CHECK(seen(two.client).front() == sync::HeldItem{bill, "t1", "1", 5, "box"});
  const std::string ask = sync::encode(sync::HeldAsk{bill, "t1"});
  CHECK(state(elsewhere.post("/v1/held/take", ask)) == "UNKNOWN");
  CHECK(state(two.client.post("/v1/held/take", ask)) == "GRANTED");
  hq.killAndRestart();
  CHECK(state(two.client.at(hq).post("/v1/held/take", ask)) == "GRANTED");
  CHECK(state(three.client.at(hq).post("/v1/held/take", ask)) == "TAKEN");
  CHECK(state(one.client.at(hq).post("/v1/held/withdraw", sync::encode(sync::HeldAsk{bill, {}}))) == "TAKEN");
  const auto page = sync::parseHeldPage(one.client.get("/v1/held").body);
  REQUIRE(page->taken.size() == 1);
  CHECK(page->taken.front().position == "2");
  const auto claimed =
      two.client.post("/v1/auth/claim", sync::encode(sync::ClaimAsk{std::string(32, 'c'), "123456789012345678901234"}));
  CHECK(sync::parseClaimReply(claimed.body)->state == "UNKNOWN");
}

TEST_CASE("the program serves on either engine, and starts again on what is there", "[both]") {
  HqEngine engine;
  HqProcess hq(HqProcess::Kind::Demo, {}, engine.url());
  EnrolledTill till(hq, "t1", "1");
  REQUIRE(till.send(1, 6).status == 200);
  REQUIRE(hq.waitFor("kahui_projector_lag_events{terminal=\"t1\"}", 0));
  hq.killAndRestart();
  CHECK(sync::parseAck(till.client.at(hq).get("/v1/ack?inc=1").body)->acked.seq == 6);
  CHECK(hq.command({"export", "--what", "facts"}).lines.size() == 6);
  CHECK(hq.admin("GET", "/ready").status == 200);
  CHECK(hq.admin("GET", "/live").status == 200);
  CHECK(till.client.get("/v1/changes?scope=points-rules&cursor=1.1").status == 304);
  CHECK(hq.command({"restored"}).exit_code == 0);
  hq.killAndRestart();
  CHECK(till.client.at(hq).get("/v1/changes?scope=points-rules&cursor=1.1").status == 410);
  HttpAnswer latest;
  for (int i = 0; i < 100 && latest.status != 200; ++i) {
    latest = till.client.get("/v1/snapshots/points-rules/latest");
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  const auto manifest = sync::parseManifest(latest.body);
  REQUIRE(manifest);
  CHECK(manifest->epoch == 2);
  const auto file = till.client.get("/v1/snapshots/" + manifest->id + "/" + manifest->files.front().name);
  CHECK(file.status == 200);
  CHECK(base::sha256({base::asBytes(file.body)}) == manifest->files.front().sha256);
  CHECK(till.client.get("/v1/snapshots/../ca.key").status == 404);
}

TEST_CASE("a demo store is refused by a headquarters that is none") {
  HqProcess hq(HqProcess::Kind::Real);
  HqClient till(hq);
  const auto answer = till.enrol(hq.enrolCode("0001", "1"), "t1", true);
  CHECK(answer.status == 403);
  CHECK(answer.body.find("demo_refused") != std::string::npos);
}

TEST_CASE("forged and foreign certificates do not come through the handshake, a replaced one is revoked") {
  HqProcess hq, elsewhere;
  HqClient foreign(elsewhere);
  REQUIRE(foreign.enrol(elsewhere.enrolCode("0001", "1"), "t1").status == 200);
  CHECK(foreign.at(hq).get("/v1/ack?inc=1").status == 0);
  HqClient self_signed(hq);
  self_signed.signOneself("t1");
  CHECK(self_signed.get("/v1/ack?inc=1").status == 0);
  HqClient old(hq), again(hq);
  REQUIRE(old.enrol(hq.enrolCode("0001", "1"), "t1").status == 200);
  CHECK(old.get("/v1/ack?inc=1").status == 200);
  REQUIRE(again.enrol(hq.enrolCode("0001", "1"), "t1").status == 200);
  CHECK(again.get("/v1/ack?inc=1").status == 200);
  CHECK(old.get("/v1/ack?inc=1").status == 403);
  CHECK(hq.metric("kahui_handshakes_failed_total") >= 2);
}

TEST_CASE("bodies that are too large, bombs and rubbish are refused, counted, and leave nothing behind") {
  HqProcess hq;
  EnrolledTill till(hq, "t1", "1");
  CHECK(till.client.post("/v1/batches", std::string(9'000'000, 'x'), "application/zstd").status == 413);
  CHECK(till.client.post("/v1/batches", sync::compress(std::string(100'000'000, '\0')), "application/zstd").status ==
        413);
  CHECK(till.client.post("/v1/batches", "rubbish", "application/zstd").status == 422);
  CHECK(till.client.post("/v1/batches", sync::compress("rubbish\n"), "application/zstd").status == 422);
  CHECK(till.client.post("/v1/hello", std::string(200'000, '['), "application/json").status == 422);
  std::string nul = till.log.batch(1, 2);
  nul[nul.size() - 20] = '\0';
  CHECK(till.client.post("/v1/batches", sync::compress(nul), "application/zstd").status == 422);
  CHECK(hq.metric("kahui_refused_total{why=\"size\"}") == 2);
  CHECK(hq.metric("kahui_batches_total{result=\"broken\"}") == 4);
  CHECK(hq.metric("kahui_events_stored_total") == 0);
  CHECK(till.send(1, 6).status == 200);
}

TEST_CASE("slow senders and silent connections hold nobody up") {
  HqProcess hq;
  EnrolledTill till(hq, "t1", "1");
  std::vector<base::Fd> silent;
  for (int i = 0; i < 200; ++i) {
    silent.emplace_back(::socket(AF_INET, SOCK_STREAM, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(hq.port()));
    REQUIRE(::connect(silent.back().get(), reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0);
    REQUIRE(::send(silent.back().get(), "\x16\x03", 2, MSG_NOSIGNAL) == 2);  // the beginning of a handshake
  }
  CHECK(till.send(1, 6).status == 200);
  CHECK(hq.metric("kahui_connections") >= 200);
}

TEST_CASE("a sender that is too slow is cut off and counted, nothing of it is stored, and others go on") {
  HqProcess hq(HqProcess::Kind::Demo, {"--slowest-request", "2"});
  EnrolledTill slow(hq, "t1", "1"), other(hq, "t2", "2");
  BadProxy line(hq.port(), {.bytes_per_s = 8'000}, 5);
  base::SeededRandom random(9);
  std::string body(100'000, 'x');
  for (char& one : body) one = static_cast<char>(random.below(256));
  std::thread sender(
      [&] { CHECK(slow.client.at(line.port()).post("/v1/batches", body, "application/zstd").status == 0); });
  CHECK(other.send(1, 6).status == 200);
  sender.join();
  CHECK(hq.metric("kahui_refused_total{why=\"slow\"}") == 1);
  CHECK(hq.metric("kahui_events_stored_total") == 6);
  CHECK(slow.client.at(hq).get("/v1/ack?inc=1").status == 200);
}

TEST_CASE("over the limit of bytes in flight a batch is told to come later and hello still passes") {
  HqProcess hq(HqProcess::Kind::Demo, {"--most-in-flight", "1000"});
  EnrolledTill till(hq, "t1", "1");
  const auto busy = till.client.post("/v1/batches", std::string(5000, 'x'), "application/zstd");
  CHECK(busy.status == 429);
  CHECK(std::atoi(busy.retry_after.c_str()) >= 2);
  CHECK(till.client.get("/v1/ack?inc=1").status == 200);
}

TEST_CASE("what was acknowledged is there after kill -9, and the facts are the till's") {
  HqProcess hq;
  EnrolledTill till(hq, "t1", "1");
  REQUIRE(till.send(1, 6).status == 200);
  hq.killAndRestart();
  till.client.at(hq);
  const auto again = sync::parseAck(till.send(1, 6).body);
  REQUIRE(again);
  CHECK(again->stored == 0);
  CHECK(again->dup == 6);
  REQUIRE(hq.waitFor("kahui_projector_lag_events{terminal=\"t1\"}", 0));
  const auto facts = hq.command({"export", "--what", "facts", "--format", "jsonl"});
  CHECK(facts.exit_code == 0);
  std::int64_t total = 0, rows = 0;
  for (const std::string& line : facts.lines) {
    total += nlohmann::json::parse(line)["total"].get<std::int64_t>();
    ++rows;
  }
  CHECK(rows == 6);
  CHECK(total == 2100);
}

TEST_CASE("members that headquarters takes in come down to a store that joins later, and bad rows are named") {
  HqProcess hq;
  const TempFolder folder;
  const std::string file = (folder.path() / "members.csv").string();
  std::ofstream(file)
      << "name,phone,points,tier,card\n张三,13800000001,50,ORD,04AA01\n李四,123,0,ORD,\n王五,13800000003,0,NONE,\n"
         "赵六,13800000001,0,ORD,\n钱七,13800000005,7,GLD,04AA05\n";
  const auto first = hq.command({"members", "import", file});
  CHECK(first.exit_code == 1);
  REQUIRE(first.lines.size() == 4);
  CHECK(first.lines[0].starts_with("line 3: phone"));
  CHECK(first.lines[1].starts_with("line 4: tier"));
  CHECK(first.lines[2].starts_with("line 5: phone"));
  CHECK(first.lines[3] == "2 of 5 rows went in, 3 bad");
  const auto again = hq.command({"members", "import", file});
  CHECK(again.lines.back() == "0 of 5 rows went in, 5 bad");
  EnrolledTill till(hq, "t1", "1");
  std::vector<sync::ChangeItem> items;
  for (int i = 0; i < 100 && items.size() < 2; ++i) {
    const auto answer = till.client.get("/v1/changes?scope=members&cursor=0.0");
    if (const auto page = sync::parseChangePage(answer.body); answer.status == 200 && page) items = page->items;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  REQUIRE(items.size() == 2);
  const auto record = sync::parseMember(items.front().data);
  REQUIRE(record);
  CHECK_FALSE(record->sealed.empty());
  CHECK(hq.command({"card", "status", "--card", "uid:04AA01", "--status", "LOST"}).exit_code == 0);
  CHECK(hq.command({"card", "status", "--member", std::to_string(record->no)}).exit_code == 0);
  CHECK(hq.command({"card", "status", "--member", "5"}).exit_code == 2);
  CHECK(hq.command({"card", "status", "--card", "04AA01"}).exit_code == 2);
}

TEST_CASE("of 1,000 rows with 12 bad telephones 988 go in and 12 are named, and 22,000 go in at once (S001-05)") {
  HqProcess hq;
  const TempFolder folder;
  const auto import = [&](std::int64_t first, int rows, const std::function<bool(int)>& bad) {
    const std::string file = (folder.path() / "members.csv").string();
    std::ofstream out(file);
    out << "name,phone,points,tier\n";
    for (int i = 0; i < rows; ++i)
      out << "会员" << i << ',' << (bad(i) ? "123" : std::to_string(first + i)) << ",10,ORD\n";
    out.close();
    return hq.command({"members", "import", file});
  };
  const auto thousand = import(13'800'000'000, 1000, [](int row) { return row % 80 == 5 && row < 960; });
  CHECK(thousand.exit_code == 1);
  REQUIRE(thousand.lines.size() == 13);
  CHECK(thousand.lines.front().starts_with("line 7: phone"));
  CHECK(thousand.lines.back() == "988 of 1000 rows went in, 12 bad");
  const auto many = import(13'900'000'000, 22'000, [](int row) { return row % 100 == 7; });
  CHECK(many.lines.size() == 221);
  CHECK(many.lines.back() == "21780 of 22000 rows went in, 220 bad");
  CHECK(hq.command({"export", "--what", "members"}).lines.size() == 988 + 21'780);
}

TEST_CASE("wrong use is told in one line with what to do") {
  HqProcess hq;
  CHECK(hq.command({"init"}).exit_code == 3);
  CHECK(hq.command({"recon", "--date", "yesterday"}).exit_code == 2);
  CHECK(hq.command({"enrol-code", "--store", "a b", "--position", "1"}).exit_code == 2);
  CHECK(hq.command({"enrol-code", "--store", "0001", "--position", "100"}).exit_code == 2);
  CHECK(hq.command({"export", "--what", "everything"}).exit_code == 2);
  CHECK(hq.command({"quarantine", "release", "00"}).exit_code == 2);
  const auto json = hq.command({"recon", "--json", "--date", "x"});
  CHECK(nlohmann::json::parse(json.errors)["error"]["code"] == "bad_input");
}

TEST_CASE("the operators' pages say what is there, and release needs the password") {
  HqProcess hq;
  EnrolledTill till(hq, "t1", "1");
  auto poison = saleOf(100);
  poison.lines.front().final = base::Money(-5);
  till.log.add(poison);
  REQUIRE(till.send(1, till.log.head()).status == 200);
  REQUIRE(hq.waitFor("kahui_quarantined_events", 1));
  const auto page = hq.admin("GET", "/");
  CHECK(page.status == 200);
  CHECK(page.body.find("below 0") != std::string::npos);
  const auto chinese = hq.admin("GET", "/?lang=zh");
  CHECK(chinese.body.find("有商品行的金额小于 0") != std::string::npos);
  CHECK(chinese.body.find("below 0") == std::string::npos);
  const std::string event = till.log.last_id.hex();
  CHECK(hq.admin("POST", "/release", "event=" + event + "&password=x").status == 403);
  CHECK(hq.metric("kahui_quarantined_events") == 1);
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));
  CHECK(hq.admin("POST", "/release", "event=" + event + "&password=" + hq.password()).status == 200);
  CHECK(hq.metric("kahui_quarantined_events") == 0);
}

TEST_CASE("the database is copied beside the running server, once under a name") {
  HqProcess hq;
  EnrolledTill till(hq, "t1", "1");
  REQUIRE(till.send(1, 6).status == 200);
  const TempFolder folder;
  const std::string file = (folder.path() / "hq.backup").string();
  CHECK(hq.command({"backup"}).exit_code == 2);
  CHECK(hq.command({"backup", "--to", file}).exit_code == 0);
  CHECK(hq.command({"backup", "--to", file}).exit_code == 3);
  CHECK(hq.command({"backup", "--done-at", "2999-01-01T00:00:00"}).exit_code == 2);
  CHECK(hq.command({"terminals", "list", "--db", "sqlite:" + file}).lines.size() == 1);
}

TEST_CASE("a day that does not match is signed off with the password, on the page and by command") {
  HqProcess hq;
  const std::string day = base::SystemClock().now().local().date().plusDays(-1).iso();
  std::vector<std::unique_ptr<EnrolledTill>> tills;
  for (const char* position : {"1", "2"}) {
    tills.push_back(std::make_unique<EnrolledTill>(hq, std::string("t") + position, position));
    EnrolledTill& till = *tills.back();
    till.log.setTime((day + "T10:00:00").c_str());
    till.log.add(journal::ShiftOpened{1, "1001", base::Money{}});
    till.log.add(saleOf(12'300));
    REQUIRE(till.send(1, 8).status == 200);
  }
  REQUIRE(hq.waitFor("kahui_events_projected_total", 16));
  CHECK(hq.admin("GET", "/").body.find("action=\"/sign-off?lang=en\"") != std::string::npos);
  const std::string form = "day=" + day + "&terminal=t1&name=Wang+Li&reason=counted+again&password=";
  CHECK(hq.admin("POST", "/sign-off", form + "x").status == 403);
  CHECK(hq.command({"recon", "--date", day}).exit_code == 1);
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));
  CHECK(hq.admin("POST", "/sign-off", form + hq.password()).status == 200);
  CHECK(hq.admin("POST", "/sign-off", form + hq.password()).status == 409);
  const std::vector<std::string> words{"sign-off", "--date", day,        "--terminal", "t2",
                                       "--name",   "王",     "--reason", "盘点"};
  CHECK(hq.command(words, "wrong").exit_code == 2);
  CHECK(hq.command(words, hq.password()).exit_code == 0);
  CHECK(hq.command(words, hq.password()).exit_code == 1);
  const auto recon = hq.command({"recon", "--date", day, "--json"});
  CHECK(recon.exit_code == 0);
  for (const auto& row : nlohmann::json::parse(recon.lines.front())["terminals"]) CHECK(row["state"] == "SIGNED_OFF");
  CHECK(hq.admin("GET", "/").body.find("signed off by Wang Li: counted again") != std::string::npos);
}

}  // namespace kahui::test
