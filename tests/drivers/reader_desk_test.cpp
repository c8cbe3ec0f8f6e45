// The desk of a till's readers: claimed, tested, released, added and removed while the till sells; what is kept of it.
#include <sys/stat.h>

#include <fstream>
#include <thread>

#include "app/local/device_files.hpp"
#include "drivers/host/reader_desk.hpp"
#include "drivers/sim/sim_reader.hpp"
#include "tests/drivers/event_log.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/pseudo_terminal.hpp"
#include "tests/support/temp_folder.hpp"

namespace {

using namespace kahui;
using namespace std::chrono_literals;
using host::ReaderDesk;
using ports::DeskAnswer;
using ports::DeviceEvent;
using ports::DeviceLife;
using ports::DeviceView;
using ports::ReaderAdvice;
using ports::ReaderKind;
using ports::ReaderState;

const base::Bytes kUid = {0x04, 0xA1, 0xB2, 0xC3};
constexpr const char* kDemo = "Demo reader";

// A desk with one reader under the test's hand, and what the till hears of it.
struct Desk {
  explicit Desk(ReaderDesk::Options options = {}) {
    options.fixed.push_back({kDemo, ReaderKind::Sim, reader});
    desk = *ReaderDesk::open(std::move(options));
    desk->start(till.sink());
  }
  ~Desk() { desk->stop(); }

  DeviceView view(const std::string& spec = kDemo) const {
    for (const DeviceView& one : desk->devices())
      if (one.spec == spec) return one;
    return {};
  }
  template <class Reached>
  bool until(Reached reached) const {
    for (int i = 0; i < 400 && !reached(); ++i) std::this_thread::sleep_for(10ms);
    return reached();
  }

  std::shared_ptr<sim::SimReader> reader = std::make_shared<sim::SimReader>(kDemo);
  test::EventLog till;
  std::shared_ptr<ReaderDesk> desk;
};

TEST_CASE("desk: an enabled reader speaks to the till, and what it saw shows no more than last signs") {
  Desk bench;
  CHECK(bench.till.nextOf<ports::ReaderChanged>()->state == ReaderState::Ready);
  bench.reader->tap(kUid);
  CHECK(bench.till.nextOf<ports::CardRead>()->credential == "04A1B2C3");
  bench.reader->remove();
  CHECK(bench.till.nextOf<ports::CardRemoved>());
  const DeviceView view = bench.view();
  CHECK(view.life == DeviceLife::Enabled);
  CHECK(view.state == ReaderState::Ready);
  CHECK(view.readers == std::vector<std::string>{kDemo});
  CHECK_FALSE(view.removable);
  REQUIRE(view.last);
  CHECK(view.last->last == "B2C3");
  CHECK(view.last->card_class == ports::CardClass::Uid);
  CHECK_FALSE(view.tested);
}

TEST_CASE("desk: a test takes one card away from the sale, the next one is the sale's again") {
  Desk bench;
  CHECK(bench.desk->checkHealth(kDemo) == DeskAnswer::Done);
  CHECK(bench.view().life == DeviceLife::Testing);
  bench.reader->tap(kUid);
  REQUIRE(bench.until([&] { return bench.view().tested.has_value(); }));
  CHECK(bench.view().tested->last == "B2C3");
  CHECK(bench.view().life == DeviceLife::Enabled);
  bench.reader->remove();
  bench.reader->tap(base::Bytes{0x04, 0x01, 0x02, 0x03});
  const auto read = bench.till.nextOf<ports::CardRead>();
  REQUIRE(read);
  CHECK(read->credential == "04010203");  // the tested one never came, nor did its removal
  for (const auto& event : bench.till.all()) CHECK_FALSE(std::holds_alternative<ports::CardRemoved>(event));
}

TEST_CASE("desk: a refused card is an answer to the test as well, and a test can be given up") {
  Desk bench;
  bench.desk->checkHealth(kDemo);
  bench.reader->refuse(ports::RefuseReason::BankCard);
  REQUIRE(bench.until([&] { return bench.view().tested.has_value(); }));
  CHECK(bench.view().tested->kind == DeviceEvent::Kind::Refused);
  CHECK(bench.view().tested->reason == ports::RefuseReason::BankCard);
  bench.desk->checkHealth(kDemo);
  CHECK_FALSE(bench.view().tested);
  CHECK(bench.desk->endCheck(kDemo) == DeskAnswer::Done);
  CHECK(bench.view().life == DeviceLife::Enabled);
  bench.reader->tap(kUid);
  CHECK(bench.till.nextOf<ports::CardRead>());
}

TEST_CASE("desk: releasing a reader tells the till that card and reader are gone") {
  Desk bench;
  bench.reader->tap(kUid);
  const auto read = bench.till.nextOf<ports::CardRead>();
  REQUIRE(read);
  CHECK(bench.desk->release(kDemo) == DeskAnswer::Done);
  CHECK(bench.till.nextOf<ports::CardRemoved>()->at == read->at);
  CHECK(bench.till.nextOf<ports::ReaderChanged>()->state == ReaderState::Gone);
  CHECK(bench.view().life == DeviceLife::Released);
  CHECK_FALSE(bench.view().state);
  bench.reader->remove();
  bench.reader->tap(kUid);
  CHECK(bench.desk->claim(kDemo) == DeskAnswer::Done);
  CHECK(bench.till.nextOf<ports::ReaderChanged>()->state == ReaderState::Ready);
  CHECK(bench.desk->remove(kDemo) == DeskAnswer::UnknownDevice);
}

TEST_CASE("desk: a serial line is added, given to others, taken back and removed while the till runs") {
  const test::TempFolder folder;
  test::PseudoTerminal line(folder.path() / "line");
  const std::string spec = "serial:" + line.path();
  ReaderDesk::Options options;
  options.save_devices = [&](const std::vector<std::string>& specs, const std::vector<std::string>& released) {
    return local::writeDevices(folder.path(), {specs, released}).has_value();
  };
  Desk bench(std::move(options));
  const auto readable = [&] { return host::listReaders({spec})->front().state; };
  CHECK(bench.desk->add(spec) == DeskAnswer::Done);
  REQUIRE(bench.until([&] { return bench.view(spec).state == ReaderState::Ready; }));
  CHECK(local::readDevices(folder.path())->value() == local::DeviceSettings{.specs = {spec}});
  CHECK(bench.view(spec).removable);
  CHECK(readable() == ReaderState::Busy);
  line.send("%E?\r");
  CHECK(bench.till.nextOf<ports::CardRefused>()->reader == spec);
  CHECK(bench.desk->release(spec) == DeskAnswer::Done);
  CHECK(readable() == ReaderState::Ready);
  CHECK(local::readDevices(folder.path())->value().released == std::vector<std::string>{spec});
  {
    // As after a restart: it is there, and left to the others.
    ReaderDesk::Options again;
    again.specs = again.released = {spec};
    Desk restarted(std::move(again));
    CHECK(restarted.view(spec).life == ports::DeviceLife::Released);
    CHECK(readable() == ReaderState::Ready);
    CHECK(restarted.desk->claim(spec) == DeskAnswer::Done);
    REQUIRE(restarted.until([&] { return restarted.view(spec).state == ReaderState::Ready; }));
    CHECK(readable() == ReaderState::Busy);
  }
  CHECK(bench.desk->checkHealth(spec) == DeskAnswer::Done);  // claims it
  REQUIRE(bench.until([&] { return bench.view(spec).state == ReaderState::Ready; }));
  line.send("%E?\r");
  REQUIRE(bench.until([&] { return bench.view(spec).tested.has_value(); }));
  CHECK(bench.view(spec).tested->reason == ports::RefuseReason::Unreadable);
  CHECK(bench.desk->remove(spec) == DeskAnswer::Done);
  CHECK(readable() == ReaderState::Ready);
  CHECK(local::readDevices(folder.path())->value().specs.empty());
  CHECK(bench.desk->remove(spec) == DeskAnswer::UnknownDevice);
  CHECK(bench.desk->claim(spec) == DeskAnswer::UnknownDevice);
}

TEST_CASE("desk: what is wrong, doubled or too much is refused by name") {
  Desk bench;
  CHECK(bench.desk->add("usb") == DeskAnswer::BadSpec);
  CHECK(bench.desk->add("sim:/nonexistent") == DeskAnswer::BadSpec);
  CHECK(bench.desk->add("pcsc:ACS") == DeskAnswer::Done);
  CHECK(bench.desk->add("pcsc:ACS 1252") == DeskAnswer::AlreadyThere);
  CHECK(bench.desk->add("pcsc") == DeskAnswer::AlreadyThere);
  CHECK(bench.desk->add("serial:/dev/none,9600") == DeskAnswer::Done);
  CHECK(bench.desk->add("serial:/dev/none,1200") == DeskAnswer::AlreadyThere);
  for (std::size_t i = bench.desk->devices().size(); i < ports::kMostDevices; ++i)
    CHECK(bench.desk->add("serial:/dev/none" + std::to_string(i)) == DeskAnswer::Done);
  CHECK(bench.desk->add("serial:/dev/onemore") == DeskAnswer::TooMany);
}

TEST_CASE("desk: settings that cannot be written are said to be lost at the next start") {
  ReaderDesk::Options options;
  options.save_devices = [](const auto&, const auto&) { return false; };
  Desk bench(std::move(options));
  CHECK(bench.desk->add("serial:/dev/none") == DeskAnswer::NotSaved);
  CHECK(bench.desk->devices().size() == 2);
}

TEST_CASE("desk: a spec that another covers is opened once, a wrong one is an error") {
  const auto specs = [](std::vector<std::string> given) {
    ReaderDesk::Options options;
    options.specs = std::move(given);
    const auto desk = ReaderDesk::open(std::move(options));
    std::vector<std::string> left;
    if (!desk) return left;
    for (const DeviceView& one : (*desk)->devices()) left.push_back(one.spec);
    return left;
  };
  CHECK(specs({"pcsc:A", "pcsc", "pcsc"}) == std::vector<std::string>{"pcsc"});
  CHECK(specs({"pcsc:A", "pcsc:B"}).size() == 2);
  CHECK(specs({"pcsc", "usb"}).empty());
}

TEST_CASE("desk: its doctor leaves out what no spec names and asks the probes for the rest") {
  ReaderDesk::Options options;
  options.specs = {"serial:/dev/nonesuch"};
  Desk bench(std::move(options));
  CHECK(bench.desk->examine() ==
        std::vector<ports::Finding>{{"serial:/dev/nonesuch", ports::FindingCode::DeviceMissing, "/dev/nonesuch"}});
}

TEST_CASE("desk: the listener hears of each change and nothing after it was forgotten") {
  Desk bench;
  std::atomic<int> heard{0};
  bench.desk->onChange([&] { ++heard; });
  bench.desk->release(kDemo);
  CHECK(heard > 0);
  bench.desk->onChange({});
  const int before = heard;
  bench.desk->claim(kDemo);
  CHECK(heard == before);
}

TEST_CASE("health log: states that come back are counted, old ones go, a set-back clock does no harm") {
  host::HealthLog log;
  const ports::ReaderChanged ready{"A", ReaderKind::Serial, ReaderState::Ready, ReaderAdvice::None};
  const ports::ReaderChanged gone{"A", ReaderKind::Serial, ReaderState::Gone, ReaderAdvice::PlugReaderIn};
  for (int i = 0; i < 10; ++i) {
    log.add(ready, 1000 * i);
    log.add(gone, 1000 * i + 500);
  }
  REQUIRE(log.entries().size() == 2);
  CHECK(log.entries()[0] == ports::HealthEntry{"A", ReaderState::Gone, ReaderAdvice::PlugReaderIn, 500, 9500, 10});
  CHECK(log.entries()[1].count == 10);
  log.add(ready, 9000 + host::HealthLog::kTogether_ms + 1);
  CHECK(log.entries().size() == 3);
  log.add(ready, 9000);
  CHECK(log.entries()[0].count == 1);  // an hour and more apart
  for (int i = 0; i < 1000; ++i) log.add({std::to_string(i), ReaderKind::Serial, ReaderState::Ready}, i);
  CHECK(log.entries().size() == host::HealthLog::kMost);
  const auto again = host::parseHealthLog(toJson(log));
  REQUIRE(again);
  CHECK(again->entries() == log.entries());
}

TEST_CASE("health log: a file that is none is refused") {
  for (
      const char* bad :
      {"", "[]", "{}", R"({"version":2,"entries":[]})", R"({"version":1,"entries":{}})",
       R"({"version":1,"entries":[{}]})",
       R"({"version":1,"entries":[{"reader":"A","state":"x","advice":"none","first_ms":1,"last_ms":1,"count":1}]})",
       R"({"version":1,"entries":[{"reader":"A","state":"ready","advice":"none","first_ms":"1","last_ms":1,"count":1}]})"})
    CHECK_FALSE(host::parseHealthLog(bad));
}

TEST_CASE("desk: the health log is written as readers change, 0600, without a card's number") {
  const test::TempFolder folder;
  const auto file = local::healthFile(folder.path());
  ReaderDesk::Options options;
  options.save_health = [&](const host::HealthLog& log) { CHECK(local::writePrivateFile(file, toJson(log))); };
  {
    Desk bench(std::move(options));
    bench.reader->tap(kUid);
    bench.reader->unplug();
    CHECK(bench.till.nextOf<ports::ReaderChanged>([](const auto& e) { return e.state == ReaderState::Gone; }));
    REQUIRE(bench.until([&] { return bench.desk->health().size() == 2; }));
    CHECK(bench.desk->health()[0].state == ReaderState::Gone);
  }
  struct stat info {};
  REQUIRE(::stat(file.c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0600);
  std::ifstream in(file);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  CHECK(host::parseHealthLog(text)->entries().size() == 2);
  CHECK(text.find("B2C3") == std::string::npos);
}

TEST_CASE("devices.json: absent, whole, wrong") {
  const test::TempFolder folder;
  CHECK(*local::readDevices(folder.path()) == std::nullopt);
  const local::DeviceSettings whole{.specs = {"pcsc", "serial:/dev/ttyS0,9600"}, .released = {"pcsc"}};
  CHECK(local::writeDevices(folder.path(), whole));
  CHECK(local::readDevices(folder.path())->value() == whole);
  struct stat info {};
  REQUIRE(::stat((folder.path() / "devices.json").c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0600);
  for (const char* bad :
       {"", "{", "[]", R"({"version":2,"devices":[]})", R"({"version":1})", R"({"version":1,"devices":[1]})",
        R"({"version":1,"devices":[],"released":"pcsc"})", R"({"version":1,"devices":[],"baud":1})"}) {
    std::ofstream(folder.path() / "devices.json") << bad;
    const auto read = local::readDevices(folder.path());
    REQUIRE_FALSE(read);
    CHECK(read.error().detail.find("devices.json") != std::string::npos);
  }
  CHECK_FALSE(local::writeDevices(folder.path() / "missing", whole));
}

}  // namespace
