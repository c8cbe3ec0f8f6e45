// The whole program from outside: real key events, a card at a virtual PC/SC reader, a stripe on a serial line, a
// printer that is a file; killed, and its reader pulled.
#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/base/bytes.hpp"
#include "tests/e2e/screen.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/private_pcscd.hpp"
#include "tests/support/pseudo_terminal.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/support/virtual_card.hpp"

using namespace kahui;
using namespace std::chrono_literals;

namespace {

constexpr const char* kStripeTrack = ";9001000018=9912101?\r\n";

struct Store {
  test::TempFolder ground;
  std::filesystem::path folder = ground.path() / "store";
  std::filesystem::path paper = ground.path() / "paper.bin";
  std::filesystem::path keys = ground.path() / "card-keys.json";

  Store() {
    ::setenv("KAHUI_KEY_DIR", (ground.path() / "keys").c_str(), 1);
    REQUIRE(ctl({"demo", "--members", "20", "--products", "60", "--days", "1"}).first == 0);
    const auto members = ground.path() / "members.csv";
    std::ofstream(members) << "phone,card,card_kind\n13900001234,9001000018,track2\n";
    REQUIRE(ctl({"import", "members", members.string()}).first == 0);
    std::ofstream(keys) << R"({"prefixes":["9001"],"member_length":10})";
    std::filesystem::permissions(keys, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    std::ofstream(folder / "counter.json") << R"({"version":1,"printer":"file:)" << paper.string() << R"("})";
    std::filesystem::permissions(folder / "counter.json",
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  }
  [[nodiscard]] std::pair<int, std::vector<std::string>> ctl(std::vector<std::string> words) const {
    words.insert(words.begin(), KAHUI_BIN_DIR "/kahuictl");
    words.insert(words.end(), {"--store", folder.string()});
    test::ChildProcess program(words);
    std::vector<std::string> lines;
    while (auto line = program.line(60s)) lines.push_back(*line);
    return {program.wait(60s), lines};
  }
  // Sales of today, as the books have them.
  [[nodiscard]] std::vector<nlohmann::json> sales() const {
    std::vector<nlohmann::json> all;
    for (const auto& line : ctl({"export", "--what", "sales", "--format", "jsonl"}).second)
      all.push_back(nlohmann::json::parse(line));
    return all;
  }
  [[nodiscard]] base::Bytes uid(const std::string& tier) const {
    std::ifstream file(folder / "demo-cards.json");
    for (const auto& card : nlohmann::json::parse(file))
      if (card["tier"] == tier) return *base::fromHex(card["uid"].get<std::string>());
    return {};
  }
  [[nodiscard]] std::uintmax_t printed() const {
    std::error_code missing;
    const auto size = std::filesystem::file_size(paper, missing);
    return missing ? 0 : size;
  }
};

bool soon(const std::function<bool()>& reached) {
  for (int tries = 0; tries < 300; ++tries) {
    if (reached()) return true;
    std::this_thread::sleep_for(50ms);
  }
  return false;
}

}  // namespace

TEST_CASE("a cashier's sales on a real display: card, stripe, paper, a killed till, a pulled reader") {
  const Store store;
  test::PrivatePcscd daemon;
  daemon.start();
  test::PseudoTerminal stripe(store.ground.path() / "stripe");
  const std::vector<std::string> devices{"--device", "pcsc:" + daemon.reader(0),
                                         "--device", "serial:" + stripe.path() + ",9600",
                                         "--keys",   store.keys.string()};
  const std::size_t before = store.sales().size();
  std::size_t sold = before;
  const auto oneMore = [&] {
    ++sold;
    return soon([&] { return store.sales().size() == sold; });
  };
  {
    test::Screen till(store.folder, devices);
    till.type("1001");
    till.type("123456");
    till.type("15001");
    till.type("2*15001");
    test::VirtualCard card(daemon.port(0), test::VirtualCard::withUid(store.uid("GLD")));
    REQUIRE(card.insert());
    std::this_thread::sleep_for(1s);
    till.settle();
    card.remove();
    till.picture("e2e-card");
    const auto paper = store.printed();
    till.press({"F11", "Return"});
    till.picture("e2e-receipt");
    REQUIRE(oneMore());
    CHECK(store.sales().back()["member_no"].is_string());
    CHECK(store.sales().back()["lines"].size() >= 1);
    CHECK(soon([&] { return store.printed() > paper; }));

    till.type("15001");  // the next customer's bill begins with it
    stripe.send(kStripeTrack);
    std::this_thread::sleep_for(500ms);
    till.settle();
    till.picture("e2e-stripe");
    till.press({"F11", "Return"});
    REQUIRE(oneMore());
    CHECK(store.sales().back()["member_no"].is_string());
    till.kill();  // the receipt is still on the screen
  }
  CHECK(store.ctl({"verify"}).first == 0);
  {
    test::Screen till(store.folder, devices);
    till.type("1001");
    till.type("123456");
    till.type("15001");
    stripe.unplug();
    daemon.stop(SIGKILL);
    std::this_thread::sleep_for(1s);
    till.settle();
    till.picture("e2e-no-readers");
    till.press({"F11", "Return"});
    REQUIRE(oneMore());
    CHECK_FALSE(store.sales().back()["member_no"].is_string());
  }
  CHECK(store.ctl({"verify"}).first == 0);
  CHECK(store.sales().size() == before + 3);
}
