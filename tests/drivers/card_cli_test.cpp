// `kahuictl card` from outside: a demo store, a real pcscd, virtual chips that are carried off.
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/ctl/run.hpp"
#include "tests/drivers/reader_card.hpp"
#include "tests/drivers/virtual_desfire.hpp"
#include "tests/drivers/virtual_ntag424.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/private_pcscd.hpp"
#include "tests/support/temp_folder.hpp"

namespace {

using namespace kahui;
using nlohmann::json;
using test::ChildProcess;
using test::kahuictl;
using test::VirtualCard;

constexpr const char* kKeys = R"({"system_id":"4b61","aid":"f54230",
  "master":{"ntag424":"000102030405060708090a0b0c0d0e0f","desfire":"101112131415161718191a1b1c1d1e1f"},
  "sdm":{"file_key":"202122232425262728292a2b2c2d2e2f","meta_key":"303132333435363738393a3b3c3d3e3f"},
  "address":"shop.example/t?",
  "purse":{"cap":5000,"credit_key":"404142434445464748494a4b4c4d4e4f","record_key":"505152535455565758595a5b5c5d5e5f"}})";

struct Shop {
  test::TempFolder folder;
  std::string store = (folder.path() / "store").string();
  std::string keys = (folder.path() / "keys.json").string();
  std::vector<std::string> members;

  Shop() {
    setenv("KAHUI_KEY_DIR", (folder.path() / "keys").c_str(), 1);
    REQUIRE(kahuictl({"demo", "--store", store, "--members", "12", "--products", "5", "--days", "1"}).status == 0);
    std::ofstream(keys) << kKeys;
    REQUIRE(::chmod(keys.c_str(), S_IRUSR | S_IWUSR) == 0);
    for (const std::string& line : kahuictl({"export", "--store", store, "--what", "members"}).out)
      members.push_back(json::parse(line)["member_no"]);
  }
  [[nodiscard]] std::vector<std::string> command(const char* act, std::vector<std::string> rest) const {
    std::vector<std::string> all{"card", act, "--store", store, "--operator", "2001", "--json"};
    all.insert(all.end(), rest.begin(), rest.end());
    return all;
  }
  [[nodiscard]] test::Run run(const char* act, std::vector<std::string> rest) const {
    return kahuictl(command(act, std::move(rest)));
  }
  [[nodiscard]] std::unique_ptr<ChildProcess> personalise(const std::string& reader, const std::string& member,
                                                          const char* wait_s = "20") const {
    auto all = command("personalise", {"--keys", keys, "--device", "pcsc:" + reader, "--wait", wait_s});
    if (!member.empty()) all.insert(all.end(), {"--member", member});
    all.insert(all.begin(), KAHUI_BIN_DIR "/kahuictl");
    return std::make_unique<ChildProcess>(all);
  }
  [[nodiscard]] bool holds() const { return kahuictl({"verify", "--store", store}).status == 0; }
  int sales = 0;
  [[nodiscard]] json soldTo(const std::string& uid) {
    const std::string file = (folder.path() / "line").string();
    const std::string sku = json::parse(kahuictl({"export", "--store", store, "--what", "products"}).out.at(0))["sku"];
    std::ofstream(file) << json{{"ref", std::to_string(++sales)},
                                {"operator", "1001"},
                                {"card", {{"uid", uid}}},
                                {"lines", {{{"sku", sku}}}},
                                {"tenders", {{{"type", "CASH"}, {"given_fen", 1000000}}}}}
                               .dump();
    return json::parse(kahuictl({"sell", "--store", store, "--in", file}).out.at(0));
  }
};

// A chip that is carried off at its n-th command to the card; < 0: it stays.
VirtualCard::Responder carriedOff(const std::shared_ptr<test::VirtualNative>& chip, int at) {
  auto count = std::make_shared<int>(0);
  return [chip, at, count, all = test::behind(chip)](base::ByteView command) -> VirtualCard::Answer {
    if (command.size() > 1 && command[0] != 0xFF && (*count)++ == at) return {.vanish = true};
    return all(command);
  };
}

void lay(test::PrivatePcscd& daemon, const std::shared_ptr<test::VirtualNative>& chip, int at) {
  VirtualCard card(daemon.port(0), carriedOff(chip, at));
  REQUIRE(card.insert());
  std::this_thread::sleep_for(test::kPoll);
  card.remove();
  std::this_thread::sleep_for(test::kPoll);
}

std::shared_ptr<test::VirtualNative> blank(bool ntag, std::uint8_t last) {
  std::shared_ptr<test::VirtualNative> chip;
  if (ntag)
    chip = std::make_shared<test::VirtualNtag424>();
  else
    chip = std::make_shared<test::VirtualDesfire>(false);
  chip->uid[6] = last;
  return chip;
}

TEST_CASE("card personalise: carried off half-way, another card meanwhile, and then whole and a member's") {
  test::PrivatePcscd daemon;
  daemon.start();
  Shop shop;
  for (const bool ntag : {true, false}) {
    INFO("ntag " << ntag);
    const std::string& member = shop.members.at(ntag ? 3 : 4);
    const auto chip = blank(ntag, ntag ? 0x11 : 0x21);
    const auto program = shop.personalise(daemon.reader(0), member);
    lay(daemon, chip, 9);
    lay(daemon, blank(ntag, 0x77), -1);
    lay(daemon, chip, 25);
    VirtualCard card(daemon.port(0), carriedOff(chip, -1));
    REQUIRE(card.insert());
    const auto line = program->line(std::chrono::seconds(20));
    if (!line) FAIL(program->errors());
    const json done = json::parse(*line);
    CHECK(done["ok"] == true);
    CHECK(done["trust"] == "authenticated");
    CHECK(done["class"] == (ntag ? "ntag424" : "desfire"));
    CHECK(done["member"] == member);
    CHECK(done["status"] == "ACTIVE");
    CHECK(program->wait() == 0);
    card.remove();
    const std::string uid = done["credential"];
    CHECK(shop.soldTo(uid)["member"] == member);
    CHECK(shop.run("issue", {"--member", member, "--uid", uid}).status == 0);
    std::this_thread::sleep_for(test::kPoll);
  }
  CHECK(shop.holds());
}

TEST_CASE("card personalise: never finished, the card is nobody's, and is told from one that is") {
  test::PrivatePcscd daemon;
  daemon.start();
  Shop shop;
  const auto chip = blank(true, 0x31);
  {
    const auto program = shop.personalise(daemon.reader(0), shop.members.at(3), "3");
    lay(daemon, chip, 20);
    CHECK_FALSE(program->line(std::chrono::seconds(12)));
    const std::string errors = program->errors();
    INFO(errors);
    CHECK(errors.find("put the same card back") != std::string::npos);
    CHECK(errors.find("04A1B2C3D4E531 is not finished and counts as nobody's") != std::string::npos);
    CHECK(program->wait() == 1);
  }
  CHECK(shop.soldTo("04A1B2C3D4E531")["error"]["code"] == "unknown_card");
  VirtualCard card(daemon.port(0), carriedOff(chip, -1));
  REQUIRE(card.insert());
  const auto half =
      shop.run("issue", {"--member", shop.members.at(3), "--keys", shop.keys, "--device", "pcsc:" + daemon.reader(0)});
  CHECK(half.status == 2);
  CHECK(half.errors.find("personalise it first") != std::string::npos);
  card.remove();
  std::this_thread::sleep_for(test::kPoll);
  CHECK(shop.holds());
}

TEST_CASE("card personalise: a member's card is not written for another") {
  test::PrivatePcscd daemon;
  daemon.start();
  Shop shop;
  REQUIRE(shop.run("issue", {"--member", shop.members.at(5), "--uid", "04A1B2C3D4E541"}).status == 0);
  const auto chip = blank(true, 0x41);
  const auto program = shop.personalise(daemon.reader(0), shop.members.at(3));
  VirtualCard card(daemon.port(0), carriedOff(chip, -1));
  REQUIRE(card.insert());
  CHECK_FALSE(program->line(std::chrono::seconds(12)));
  CHECK(program->errors().find("card_taken") != std::string::npos);
  CHECK(program->wait() == 1);
  CHECK(chip->keys[0] == test::Block16{});
  card.remove();
}

TEST_CASE("card issue, replace, block: by name, with words for what is wrong") {
  Shop shop;
  const std::string& member = shop.members.at(6);
  const auto first = shop.run("issue", {"--member", member, "--uid", "04aabbccddee01"});
  REQUIRE(first.status == 0);
  CHECK(json::parse(first.out.at(0))["card"]["credential"] == "04AABBCCDDEE01");
  CHECK(json::parse(shop.run("issue", {"--member", member, "--uid", "04AABBCCDDEE01"}).out.at(0))["repeated"] == true);
  const auto replaced = shop.run("replace", {"--member", member, "--uid", "04AABBCCDDEE02", "--old-uid",
                                             "04AABBCCDDEE01", "--reason", "worn out"});
  REQUIRE(replaced.status == 0);
  CHECK(shop.soldTo("04AABBCCDDEE01")["error"]["code"] == "card_replaced");
  CHECK(shop.soldTo("04AABBCCDDEE02")["member"] == member);
  REQUIRE(shop.run("block", {"--uid", "04AABBCCDDEE02", "--status", "LOST"}).status == 0);
  CHECK(shop.soldTo("04AABBCCDDEE02")["error"]["code"] == "card_lost");

  CHECK(shop.run("issue", {"--member", member}).status == 2);
  CHECK(shop.run("block", {"--uid", "04AABBCCDDEE02", "--status", "NEW"}).status == 2);
  CHECK(shop.run("issue", {"--member", shop.members.at(7), "--uid", "04AABBCCDDEE02"}).status == 1);
  const auto bank = shop.run("issue", {"--member", member, "--track2", "4111111111111111"});
  CHECK(bank.status == 2);
  CHECK(bank.errors.find("payment card") != std::string::npos);
  CHECK(bank.errors.find("4111") == std::string::npos);
  const auto cashier = kahuictl(
      {"card", "issue", "--store", shop.store, "--operator", "1001", "--member", member, "--uid", "04AABBCCDDEE03"});
  CHECK(cashier.status == 1);
  CHECK(cashier.errors.find("ask someone with the right") != std::string::npos);
  CHECK(shop.run("doubts", {}).status == 2);  // takes no operator
  CHECK(kahuictl({"card", "doubts", "--store", shop.store}).status == 0);
  CHECK(shop.holds());
}

TEST_CASE("card load: a card that lies there gets the points, limits hold, and without a card nothing moves") {
  test::PrivatePcscd daemon;
  daemon.start();
  Shop shop;
  const auto accountOf = [&](const std::string& member) -> std::int64_t {
    for (const std::string& line : kahuictl({"export", "--store", shop.store, "--what", "members"}).out) {
      const json one = json::parse(line);
      if (one["member_no"] == member) return one["points"];
    }
    return -1;
  };
  std::string member;
  for (const std::string& one : shop.members)
    if (member.empty() || accountOf(one) > accountOf(member)) member = one;
  const std::int64_t all = accountOf(member);
  REQUIRE(all > 60);
  const auto chip = std::make_shared<test::VirtualDesfire>(false);
  VirtualCard card(daemon.port(0), carriedOff(chip, -1));
  REQUIRE(card.insert());
  const auto program = shop.personalise(daemon.reader(0), member);
  REQUIRE(program->line(std::chrono::seconds(20)));
  CHECK(program->wait() == 0);
  const std::string pin = (shop.folder.path() / "pin").string();
  std::ofstream(pin) << "123456";
  const auto load = [&](const std::string& points, const std::string& wait_s = "15") {
    return shop.run("load", {"--keys", shop.keys, "--device", "pcsc:" + daemon.reader(0), "--pin-file", pin, "--member",
                             member, "--points", points, "--wait", wait_s});
  };
  const auto on_card = [&] { return std::int64_t{chip->application.values[1]}; };
  // The card has lain there since before the program began.
  const auto done = load("30");
  REQUIRE(done.status == 0);
  CHECK(json::parse(done.out.at(0))["points"] == 30);
  CHECK(on_card() == 30);
  CHECK(accountOf(member) == all - 30);
  CHECK(load("4971").status != 0);  // above the limit of the card
  CHECK(load(std::to_string(all)).status != 0);
  CHECK(on_card() == 30);
  card.remove();
  std::this_thread::sleep_for(test::kPoll);
  CHECK(load("5", "1").status != 0);  // no card
  CHECK(accountOf(member) == all - 30);
  REQUIRE(card.insert());
  std::this_thread::sleep_for(test::kPoll);
  REQUIRE(load("5").status == 0);
  CHECK(on_card() == 35);
  CHECK(on_card() + accountOf(member) == all);
  CHECK(shop.holds());
}

}  // namespace
