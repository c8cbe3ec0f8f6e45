// Certificates over the years: a till's is renewed over the connection that the old one opens, headquarters' authority
// is changed while tills go on, and a till whose certificate ended is told what to do.
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/hq/renewal.hpp"
#include "tests/hq/hq_fixture.hpp"
#include "tests/hq/hq_process.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

using nlohmann::json;

constexpr std::int64_t kDay_ms = 86'400'000;

struct Signer final : ports::HqIssuer {
  int made = 0;
  std::string newest = "ca1", pem = "PEM";
  base::Result<ports::IssuedCertificate> issue(std::string_view request, std::string_view) override {
    if (request != "csr") return base::fail(base::ErrorCode::BadInput, "csr");
    return ports::IssuedCertificate{"cert", "c" + std::to_string(++made), newest, 5000 * kDay_ms};
  }
  [[nodiscard]] const std::string& caPem() const override { return pem; }
  [[nodiscard]] std::string newestCa() const override { return newest; }
};

CommandAnswer run(std::vector<std::string> words) {
  ChildProcess process(words);
  CommandAnswer answer;
  while (const auto line = process.line(std::chrono::seconds(60))) answer.lines.push_back(*line);
  answer.errors = process.errors();
  answer.exit_code = process.wait(std::chrono::seconds(60));
  return answer;
}
CommandAnswer ctl(std::vector<std::string> words) {
  words.insert(words.begin(), KAHUI_BIN_DIR "/kahuictl");
  return run(std::move(words));
}

// A demo till with its keys in a folder of its own.
struct CtlTill {
  TempFolder folder;
  std::string store = (folder.path() / "store").string();
  explicit CtlTill() {
    setenv("KAHUI_KEY_DIR", (folder.path() / "keys").c_str(), 1);
    REQUIRE(ctl({"demo", "--store", store, "--members", "5", "--products", "10", "--days", "1"}).exit_code == 0);
  }
  CommandAnswer enrol(const HqProcess& hq, const std::string& position) const {
    return ctl({"enrol", "--store", store, "--hq", hq.url(), "--code", hq.enrolCode("0001", position)});
  }
  [[nodiscard]] CommandAnswer sync() const { return ctl({"sync", "--store", store, "--once"}); }
  [[nodiscard]] std::filesystem::path identityFile() const {
    for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "keys"))
      if (entry.path().extension() == ".hq") return entry.path();
    return {};
  }
  [[nodiscard]] json identity() const { return json::parse(std::ifstream(identityFile())); }
};

std::string port(const HqProcess& hq) { return "https://127.0.0.1:" + std::to_string(hq.port()); }

}  // namespace

TEST_CASE("a renewed certificate is good beside the old one until it is used, and then alone", "[both]") {
  HqFixture hq;
  Signer signer;
  hq.know("t1", "0001", "01");
  hq.in([&](ports::HqTransaction& tx) {
    auto terminal = *tx.terminal("t1");
    terminal.certificate = "c0";
    tx.putTerminal(terminal);
    tx.putCertificate({"t1", "c0", "ca1", 1, 5000 * kDay_ms});
  });
  const auto inForce = [&](const char* certificate) {
    bool good = false;
    hq.in([&](ports::HqTransaction& tx) { good = hq::certificateInForce(tx, "t1", certificate); });
    return good;
  };
  CHECK(hq::renew(*hq.store, signer, "t1", {"rubbish"}, 2).error().status == 422);
  CHECK(hq::renew(*hq.store, signer, "t9", {"csr"}, 2).error().status == 403);
  REQUIRE(hq::renew(*hq.store, signer, "t1", {"csr"}, 2));  // its answer is lost
  REQUIRE(hq::renew(*hq.store, signer, "t1", {"csr"}, 3));
  CHECK(inForce("c0"));
  CHECK_FALSE(inForce("c9"));
  CHECK_FALSE(inForce(""));
  CHECK(inForce("c2"));
  CHECK_FALSE(inForce("c0"));
  CHECK_FALSE(inForce("c1"));  // nobody has it
  CHECK(inForce("c2"));
}

TEST_CASE("a certificate is asked to be renewed half a year before its end, and when the authority changes", "[both]") {
  HqFixture hq;
  Signer signer;
  hq.know("t1", "0001", "01");
  hq.in([&](ports::HqTransaction& tx) { tx.putCertificate({"t1", "c0", "ca1", 1, 1000 * kDay_ms}); });
  const auto old = [&] {
    bool found = false;
    hq.in([&](ports::HqTransaction& tx) { found = hq::ofOldAuthority(tx, "t1", "c0", signer); });
    return found;
  };
  CHECK_FALSE(hq::nearEnd(1000 * kDay_ms, 819 * kDay_ms));
  CHECK(hq::nearEnd(1000 * kDay_ms, 821 * kDay_ms));
  CHECK_FALSE(hq::nearEnd(0, 821 * kDay_ms));
  CHECK_FALSE(old());
  signer.newest = "ca2";
  CHECK(old());
}

TEST_CASE("headquarters changes its authority while tills go on, and nobody enrols again") {
  unsetenv("KAHUI_NOW");
  HqProcess hq;
  const CtlTill till;
  REQUIRE(till.enrol(hq, "1").exit_code == 0);
  REQUIRE(till.sync().exit_code == 0);
  const json before = till.identity();
  CHECK(hq.command({"ca", "finish"}).exit_code == 3);  // not begun
  REQUIRE(hq.command({"ca", "begin"}).exit_code == 0);
  CHECK(hq.command({"ca", "begin"}).exit_code == 3);
  hq.killAndRestart();
  CHECK(hq.command({"ca", "finish"}).exit_code == 1);  // the till does not know the new one yet
  json now = till.identity();
  now["url"] = port(hq);  // the test's server has another port after each start
  std::ofstream(till.identityFile()) << now;
  REQUIRE(till.sync().exit_code == 0);
  now = till.identity();
  CHECK(now["cert"] != before["cert"]);
  CHECK(now["key"] != before["key"]);
  const std::string ca = now["ca"].get<std::string>();
  CHECK(ca.find(before["ca"].get<std::string>()) != std::string::npos);
  CHECK(ca.size() > before["ca"].get<std::string>().size());
  CHECK(hq.command({"ca", "finish"}).exit_code == 1);  // it has shown the new one nowhere yet
  REQUIRE(till.sync().exit_code == 0);
  REQUIRE(hq.command({"ca", "finish"}).exit_code == 0);
  hq.killAndRestart();
  now["url"] = port(hq);
  std::ofstream(till.identityFile()) << now;
  REQUIRE(till.sync().exit_code == 0);
  // A till that enrols now trusts the new one, and one that slept through it all does not know headquarters.
  json slept = before;
  slept["url"] = port(hq);
  std::ofstream(till.identityFile()) << slept;
  CHECK(till.sync().exit_code != 0);
  REQUIRE(till.enrol(hq, "1").exit_code == 0);
  CHECK(till.sync().exit_code == 0);
  REQUIRE(hq.command({"ca", "drop"}).exit_code == 0);
}

TEST_CASE("a till whose certificate ended says so, keeps its sales, and enrols again by code") {
  unsetenv("KAHUI_NOW");
  HqProcess hq;
  const CtlTill till;
  REQUIRE(till.enrol(hq, "1").exit_code == 0);
  REQUIRE(till.sync().exit_code == 0);
  json identity = till.identity();
  const auto file = [&](const char* name) { return (till.folder.path() / name).string(); };
  std::ofstream(file("key")) << identity["key"].get<std::string>();
  REQUIRE(run({"/usr/bin/openssl", "req", "-new", "-key", file("key"), "-subj",
               "/CN=" + identity["t"].get<std::string>(), "-out", file("csr")})
              .exit_code == 0);
  REQUIRE(run({"/usr/bin/openssl", "x509", "-req", "-in", file("csr"), "-CA", hq.data() + "/ca.crt", "-CAkey",
               hq.data() + "/ca.key", "-days", "-1", "-out", file("cert")})
              .exit_code == 0);
  std::ifstream ended(file("cert"));
  identity["cert"] = std::string((std::istreambuf_iterator<char>(ended)), {});
  std::ofstream(till.identityFile()) << identity;
  const auto refused = till.sync();
  CHECK(refused.exit_code == 1);
  CHECK(refused.errors.find("certificate ended on") != std::string::npos);
  CHECK(refused.errors.find("kahuictl enrol") != std::string::npos);
  const auto status = ctl({"sync-status", "--store", till.store, "--json"});
  CHECK(json::parse(status.lines.at(0))["alarm"].get<std::string>().find("ended") != std::string::npos);
  REQUIRE(till.enrol(hq, "1").exit_code == 0);
  CHECK(till.sync().exit_code == 0);
  CHECK(json::parse(ctl({"sync-status", "--store", till.store, "--json"}).lines.at(0))["alarm"].is_null());
}

}  // namespace kahui::test
