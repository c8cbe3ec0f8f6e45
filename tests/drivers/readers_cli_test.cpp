// `kahuictl readers` from outside: what acceptance reads.
#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "app/ctl/reader_lines.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/private_pcscd.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/support/virtual_card.hpp"

namespace {

using namespace kahui;
using namespace std::chrono_literals;
using nlohmann::json;
using test::ChildProcess;

std::vector<std::string> readers(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {KAHUI_BIN_DIR "/kahuictl", "readers"});
  return arguments;
}

json nextEvent(ChildProcess& program) {
  const auto line = program.line();
  REQUIRE(line);
  return json::parse(*line);
}

TEST_CASE("readers: a scripted reader as JSON") {
  const test::TempFolder folder;
  const std::string file = (folder.path() / "counter.jsonl").string();
  std::ofstream(file) << R"({"event":"card","uid":"04a1b2c3d4e5f6","delay_ms":50}
{"event":"removed","delay_ms":20}
{"event":"card","uid":"08112233"}
{"event":"refused","reason":"bank_card"}
{"event":"gone"}
)";
  ChildProcess program(readers({"--watch", "--json", "--for", "1", "--device", "sim:" + file}));
  CHECK(*program.line() == R"({"event":"reader","reader":"counter","kind":"sim","state":"ready"})");
  CHECK(*program.line() ==
        R"({"event":"card","reader":"counter","class":"uid","credential":"04A1B2C3D4E5F6","trust":"claim","ms":0})");
  CHECK(*program.line() == R"({"event":"removed","reader":"counter"})");
  CHECK(*program.line() == R"({"event":"refused","reader":"counter","reason":"random_uid"})");
  CHECK(*program.line() == R"({"event":"refused","reader":"counter","reason":"bank_card"})");
  CHECK(*program.line() ==
        R"({"event":"reader","reader":"counter","kind":"sim","state":"gone","advice":"plug_reader_in"})");
  CHECK_FALSE(program.line());
  CHECK(program.wait() == 0);
}

TEST_CASE("readers: a scripted reader in words, listed and watched") {
  const test::TempFolder folder;
  const std::string file = (folder.path() / "counter.jsonl").string();
  std::ofstream(file) << R"({"event":"card","uid":"04a1b2c3"})";
  ChildProcess list(readers({"--device", "sim:" + file}));
  CHECK(*list.line() == "counter [sim]: ready");
  CHECK_FALSE(list.line());
  CHECK(list.wait() == 0);
  ChildProcess watch(readers({"--watch", "--device", "sim:" + file}));
  CHECK(*watch.line() == "counter [sim]: ready");
  CHECK(*watch.line() == "counter: card 04A1B2C3, uid, trust claim, 0 ms");
  watch.send(SIGINT);
  CHECK(watch.wait() == 0);
}

TEST_CASE("readers: the real stack as JSON, through a restart of the daemon") {
  test::PrivatePcscd daemon;
  daemon.start();
  ChildProcess program(readers({"--watch", "--json", "--device", "pcsc:" + daemon.reader(0)}));
  const json ready = {{"event", "reader"}, {"reader", daemon.reader(0)}, {"kind", "pcsc"}, {"state", "ready"}};
  CHECK(nextEvent(program) == ready);
  test::VirtualCard card(daemon.port(0), test::VirtualCard::withUid({0x04, 0xA1, 0xB2, 0xC3}));
  REQUIRE(card.insert());
  json read = nextEvent(program);
  CHECK(read["ms"].is_number_integer());
  CHECK(read["ms"] < 2000);
  read.erase("ms");
  CHECK(read == json{{"event", "card"},
                     {"reader", daemon.reader(0)},
                     {"class", "uid"},
                     {"credential", "04A1B2C3"},
                     {"trust", "claim"}});
  card.remove();
  CHECK(nextEvent(program) == json{{"event", "removed"}, {"reader", daemon.reader(0)}});
  daemon.stop(SIGKILL);
  json gone = ready;
  gone["state"] = "gone";
  gone["advice"] = "start_pcscd";
  CHECK(nextEvent(program) == gone);
  gone["reader"] = "pcsc:" + daemon.reader(0);
  CHECK(nextEvent(program) == gone);
  daemon.start();
  bool back = false;
  while (!back) back = nextEvent(program) == ready;
  CHECK(back);
  program.send(SIGTERM);
  CHECK(program.wait() == 0);
}

TEST_CASE("readers: listing names each reader, or says what to do without the service") {
  test::PrivatePcscd daemon;
  {
    ChildProcess program(readers({}));
    CHECK(program.wait() == 3);
    const std::string errors = program.errors();
    CHECK(errors.find("kahuictl: ") == 0);
    CHECK(errors.find("pcscd is not running") != std::string::npos);
    CHECK(errors.find("; start it") != std::string::npos);
    CHECK_FALSE(program.line());
  }
  {
    ChildProcess program(readers({"--json"}));
    CHECK(program.wait() == 3);
    const json error = json::parse(program.errors());
    CHECK(error["error"]["code"] == "service_down");
    CHECK(error["error"]["message"].is_string());
  }
  daemon.start();
  ChildProcess program(readers({"--json"}));
  CHECK(nextEvent(program)["reader"] == daemon.reader(0));
  CHECK(nextEvent(program)["reader"] == daemon.reader(1));
  CHECK(program.wait() == 0);
}

TEST_CASE("readers: a device that is none is wrong use") {
  for (const char* spec : {"usb", "nfc:acr122_usb:/001", "serial:/dev/ttyS0,9601", "sim:/nonexistent"}) {
    ChildProcess program(readers({"--watch", "--device", spec}));
    CHECK(program.wait() == 2);
    const std::string errors = program.errors();
    CHECK(errors.find("kahuictl: ") == 0);
    CHECK(errors.find(std::string(spec).substr(std::string(spec).find('/') + 1)) != std::string::npos);
    CHECK(std::count(errors.begin(), errors.end(), '\n') == 1);
  }
}

TEST_CASE("readers: ends when nobody reads its output") {
  const test::TempFolder folder;
  const std::string file = (folder.path() / "counter.jsonl").string();
  std::ofstream(file) << R"({"event":"card","uid":"04a1b2c3","delay_ms":300})";
  ChildProcess program(readers({"--watch", "--device", "sim:" + file}));
  CHECK(program.line());
  program.closeOutput();
  CHECK(program.wait() == 0);
}

TEST_CASE("readers: every event has its words") {
  using namespace ports;
  for (const auto advice : {ReaderAdvice::PlugReaderIn, ReaderAdvice::StartService, ReaderAdvice::CloseOtherProgram,
                            ReaderAdvice::AllowAccess, ReaderAdvice::ReplugReader})
    CHECK(ctl::readerEventAsText(ReaderChanged{"R", ReaderKind::Pcsc, ReaderState::Gone, advice}).size() > 25);
  for (const auto reason :
       {RefuseReason::BankCard, RefuseReason::RandomUid, RefuseReason::Torn, RefuseReason::Unreadable,
        RefuseReason::BadMac, RefuseReason::Replay, RefuseReason::FactoryKey, RefuseReason::WrongKey,
        RefuseReason::BadSignature, RefuseReason::NotOurs, RefuseReason::Expired})
    CHECK(ctl::readerEventAsText(CardRefused{"R", reason}).size() > 25);
  const CardRead read{.at = {"R", 1},
                      .card_class = CardClass::Ntag424,
                      .credential = "04",
                      .trust = Trust::Authenticated,
                      .counter = 7,
                      .elapsed_us = 1500};
  CHECK(
      ctl::readerEventAsJson(read) ==
      R"({"event":"card","reader":"R","class":"ntag424","credential":"04","trust":"authenticated","counter":7,"ms":2})");
  CHECK(ctl::readerEventAsText(read) == "R: card 04, ntag424, trust authenticated, counter 7, 2 ms");
  CHECK(ctl::readerEventAsText(CardRemoved{{"R", 1}}) == "R: card removed");
}

}  // namespace
