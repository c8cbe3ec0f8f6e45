// Secured cards on the real pcscd and through libnfc's process, seen by `kahuictl readers --keys`: what acceptance
// reads.
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/drivers/reader_card.hpp"
#include "tests/drivers/virtual_desfire.hpp"
#include "tests/drivers/virtual_ntag424.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/private_pcscd.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/support/virtual_pn532.hpp"

namespace {

using namespace kahui;
using nlohmann::json;
using test::behind;
using test::ChildProcess;
using test::kPoll;
using test::VirtualCard;

constexpr const char* kKeys = R"({"system_id":"4b61","aid":"f54230","diversify":"none",
  "master":{"ntag424":"000102030405060708090a0b0c0d0e0f","desfire":"101112131415161718191a1b1c1d1e1f"}})";

test::Block16 key(std::uint8_t first) {
  test::Block16 block{};
  for (std::size_t i = 0; i < block.size(); ++i) block[i] = static_cast<std::uint8_t>(first + i);
  return block;
}

struct Watch {
  test::TempFolder folder;
  std::unique_ptr<ChildProcess> program;

  explicit Watch(const std::string& device) {
    const std::string keys = (folder.path() / "keys.json").string();
    std::ofstream(keys) << kKeys;
    program = std::make_unique<ChildProcess>(std::vector<std::string>{KAHUI_BIN_DIR "/kahuictl", "readers", "--watch",
                                                                      "--json", "--keys", keys, "--device", device});
  }
  json next() const {
    const auto line = program->line();
    REQUIRE(line);
    return json::parse(*line);
  }
  // The next event that is not about a reader's health.
  json nextOfCards() const {
    for (;;) {
      json event = next();
      if (event["event"] != "reader") return event;
    }
  }
};

json tap(const Watch& watch, VirtualCard& card) {
  REQUIRE(card.insert());
  json event = watch.nextOfCards();
  card.remove();
  if (event["event"] == "card")
    CHECK(watch.nextOfCards()["event"] == "removed");
  else
    std::this_thread::sleep_for(kPoll);
  return event;
}

TEST_CASE("readers: secured cards prove themselves over PC/SC, copies and strangers are refused") {
  test::PrivatePcscd daemon;
  daemon.start();
  const Watch watch("pcsc:" + daemon.reader(0));
  REQUIRE(watch.next()["state"] == "ready");
  const auto ntag = std::make_shared<test::VirtualNtag424>();
  ntag->keys[0] = key(0x00);
  VirtualCard first(daemon.port(0), behind(ntag));
  const json proven = tap(watch, first);
  CHECK(proven["class"] == "ntag424");
  CHECK(proven["trust"] == "authenticated");
  CHECK(proven["credential"] == "04A1B2C3D4E5F6");
  CHECK(tap(watch, first)["trust"] == "authenticated");  // and again: the card was left as it must be

  ntag->keys[0] = key(0x77);
  CHECK(tap(watch, first)["reason"] == "wrong_key");
  ntag->keys[0] = {};
  CHECK(tap(watch, first)["reason"] == "factory_key");
  ntag->keys[0] = key(0x00);
  ntag->lies_in_proofs = true;
  CHECK(tap(watch, first)["reason"] == "bad_mac");

  for (const bool ev2 : {true, false}) {
    const auto desfire = std::make_shared<test::VirtualDesfire>();
    desfire->speaks_ev2 = ev2;
    desfire->application.keys[0] = key(0x10);
    VirtualCard second(daemon.port(0), behind(desfire));
    const json read = tap(watch, second);
    CAPTURE(ev2, read.dump());
    CHECK(read["class"] == "desfire");
    CHECK(read["trust"] == "authenticated");
  }
  VirtualCard plain(daemon.port(0), VirtualCard::withUid({0x04, 1, 2, 3, 4, 5, 6}));
  const json claim = tap(watch, plain);
  CHECK(claim["class"] == "uid");
  CHECK(claim["trust"] == "claim");
}

TEST_CASE("readers: the card leaves at each command of the proof, and is torn") {
  test::PrivatePcscd daemon;
  daemon.start();
  const Watch watch("pcsc:" + daemon.reader(0));
  REQUIRE(watch.next()["state"] == "ready");
  const auto ntag = std::make_shared<test::VirtualNtag424>();
  ntag->keys[0] = key(0x00);
  for (int at = 1;; ++at) {
    int commands = 0;
    VirtualCard card(daemon.port(0), [&, at](base::ByteView command) -> VirtualCard::Answer {
      if (++commands == at) return {.vanish = true};
      return behind(ntag)(command);
    });
    const json event = tap(watch, card);
    CAPTURE(at);
    if (event["event"] == "card") {
      CHECK(event["trust"] == "authenticated");
      CHECK(at > 5);  // version, application, two halves of the authentication, the true UID
      break;
    }
    CHECK(event["reason"] == "torn");
  }
}

TEST_CASE("readers: a DESFire proves itself behind a PN532") {
  test::TempFolder folder;
  test::VirtualPn532 chip(folder.path() / "reader");
  const Watch watch("nfc:" + chip.connstring());
  REQUIRE(watch.next()["state"] == "ready");
  const auto desfire = std::make_shared<test::VirtualDesfire>();
  desfire->application.keys[0] = key(0x10);
  chip.put({.uid = desfire->uid,
            .sak = 0x20,
            .ats = {0x06, 0x75, 0x77, 0x81, 0x02, 0x80},
            .apdu = [desfire](base::ByteView command) -> std::optional<base::Bytes> {
              auto answer = desfire->exchange(command);
              return answer ? std::optional(*std::move(answer)) : std::nullopt;
            }});
  const json read = watch.nextOfCards();
  CHECK(read["class"] == "desfire");
  CHECK(read["trust"] == "authenticated");
  chip.remove();
  CHECK(watch.nextOfCards()["event"] == "removed");
}

}  // namespace
