#include "drivers/sim/sim_reader.hpp"

#include <thread>

#include "tests/drivers/event_log.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace kahui;
using namespace std::chrono_literals;
using ports::CardRead;
using ports::CardRefused;
using ports::CardRemoved;
using ports::ReaderChanged;

const base::Bytes kUid = {0x04, 0xA1, 0xB2, 0xC3, 0xD4, 0xE5, 0xF6};
const base::Bytes kOther = {0x04, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66};

TEST_CASE("sim: a card is read, removed and read again as another presentation") {
  sim::SimReader reader("R");
  test::EventLog log;
  reader.start(log.sink());
  CHECK(log.nextOf<ReaderChanged>() == ReaderChanged{"R", ports::ReaderKind::Sim, ports::ReaderState::Ready});
  REQUIRE(reader.tap(kUid));
  const auto first = log.nextOf<CardRead>();
  REQUIRE(first);
  CHECK(first->credential == "04A1B2C3D4E5F6");
  CHECK(first->card_class == ports::CardClass::Uid);
  CHECK(first->trust == ports::Trust::Claim);
  REQUIRE(reader.remove());
  CHECK(log.nextOf<CardRemoved>() == CardRemoved{first->at});
  REQUIRE(reader.tap(kUid));
  const auto second = log.nextOf<CardRead>();
  REQUIRE(second);
  CHECK(second->at.generation > first->at.generation);
}

TEST_CASE("sim: a card on top of another removes the first") {
  sim::SimReader reader("R");
  test::EventLog log;
  reader.start(log.sink());
  REQUIRE(reader.tap(kUid));
  const auto first = log.nextOf<CardRead>();
  REQUIRE(reader.tap(kOther));
  REQUIRE(first);
  CHECK(log.nextOf<CardRemoved>() == CardRemoved{first->at});
  CHECK(log.nextOf<CardRead>()->credential == "04112233445566");
}

TEST_CASE("sim: random and impossible UIDs are refused") {
  sim::SimReader reader("R");
  test::EventLog log;
  reader.start(log.sink());
  REQUIRE(reader.tap(base::Bytes{0x08, 1, 2, 3}));
  CHECK(log.nextOf<CardRefused>() == CardRefused{"R", ports::RefuseReason::RandomUid});
  REQUIRE(reader.tap(base::Bytes{1, 2, 3, 4, 5}));
  CHECK(log.nextOf<CardRefused>() == CardRefused{"R", ports::RefuseReason::Unreadable});
  REQUIRE(reader.refuse(ports::RefuseReason::Torn));
  CHECK(log.nextOf<CardRefused>() == CardRefused{"R", ports::RefuseReason::Torn});
}

TEST_CASE("sim: a pulled reader loses its card and reads nothing until it is back") {
  sim::SimReader reader("R");
  test::EventLog log;
  reader.start(log.sink());
  REQUIRE(reader.tap(kUid));
  REQUIRE(log.nextOf<CardRead>());
  REQUIRE(reader.unplug());
  CHECK(log.nextOf<CardRemoved>());
  CHECK(log.nextOf<ReaderChanged>() ==
        ReaderChanged{"R", ports::ReaderKind::Sim, ports::ReaderState::Gone, ports::ReaderAdvice::PlugReaderIn});
  REQUIRE(reader.tap(kOther));
  REQUIRE(reader.replug());
  REQUIRE(reader.tap(kUid));
  CHECK(log.nextOf<ReaderChanged>()->state == ports::ReaderState::Ready);
  CHECK(log.nextOf<CardRead>()->credential == "04A1B2C3D4E5F6");  // not the one put on it while it was away
}

TEST_CASE("sim: acts are taken only between start and stop, and stop is prompt") {
  sim::SimReader reader(sim::parseScript(R"({"event":"card","uid":"04A1B2C3","delay_ms":3600000})", "R").value());
  CHECK_FALSE(reader.tap(kUid));
  test::EventLog log;
  reader.start(log.sink());
  REQUIRE(log.nextOf<ReaderChanged>());
  const auto before = std::chrono::steady_clock::now();
  reader.stop();
  CHECK(std::chrono::steady_clock::now() - before < 500ms);
  CHECK_FALSE(reader.tap(kUid));
  CHECK(log.all().size() == 1);
}

TEST_CASE("sim: a script runs in its order and at its pace") {
  sim::SimReader reader(sim::parseScript(R"({"event":"ready","delay_ms":20}
{"event":"card","uid":"04a1b2c3"}

{"event":"removed","delay_ms":150}
{"event":"refused","reason":"bank_card"}
{"event":"card","uid":"04a1b2c3","reader":"S"}
{"event":"gone"}
)",
                                         "R")
                            .value());
  test::EventLog log;
  const auto before = std::chrono::steady_clock::now();
  reader.start(log.sink());
  REQUIRE(log.nextOf<ReaderChanged>(
      [](const ReaderChanged& e) { return e.reader == "R" && e.state == ports::ReaderState::Gone; }));
  REQUIRE(log.nextOf<ReaderChanged>([](const ReaderChanged& e) { return e.reader == "S"; })->state ==
          ports::ReaderState::Ready);
  REQUIRE(log.nextOf<ReaderChanged>()->state == ports::ReaderState::Ready);
  CHECK(log.nextOf<CardRead>()->credential == "04A1B2C3");
  CHECK(log.nextOf<CardRemoved>());
  CHECK(std::chrono::steady_clock::now() - before >= 170ms);
  CHECK(log.nextOf<CardRefused>()->reason == ports::RefuseReason::BankCard);
  CHECK(log.nextOf<CardRead>()->at.reader == "S");
  CHECK(log.nextOf<ReaderChanged>()->reader == "R");
}

TEST_CASE("sim: a script says which line is wrong and why") {
  const auto errorOf = [](const char* text) { return sim::parseScript(text, "R").error(); };
  CHECK(errorOf("\n{\"event\":\"card\"}").detail.find("line 2") == 0);
  CHECK(errorOf(R"({"event":"dance"})").detail.find("dance") != std::string::npos);
  CHECK(errorOf(R"({"event":"card","uid":"0"})").code == base::ErrorCode::BadInput);
  CHECK(errorOf(R"({"event":"card","uid":"04","colour":1})").code == base::ErrorCode::UnknownKey);
  CHECK(errorOf(R"({"event":"card","uid":"04","colour":1})").detail.find("colour") != std::string::npos);
  CHECK(errorOf(R"({"event":"ready","uid":"04"})").code == base::ErrorCode::UnknownKey);
  CHECK(errorOf(R"({"event":"ready","delay_ms":-1})").code == base::ErrorCode::BadInput);
  CHECK(errorOf(R"({"event":"ready","delay_ms":1.5})").code == base::ErrorCode::BadInput);
  CHECK(errorOf(R"({"event":"ready","delay_ms":18446744073709551615})").code == base::ErrorCode::BadInput);
  CHECK(errorOf(R"({"event":"ready","reader":""})").code == base::ErrorCode::BadInput);
  CHECK(errorOf(R"({"event":"refused","reason":"mood"})").code == base::ErrorCode::BadInput);
  CHECK(errorOf("[1]").code == base::ErrorCode::BadInput);
  CHECK(errorOf("{").code == base::ErrorCode::BadInput);
  CHECK(sim::loadScript("/nonexistent/taps.jsonl").error().code == base::ErrorCode::BadInput);
}

}  // namespace
