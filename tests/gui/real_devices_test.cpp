// The devices of a till: from the file beside its store, or of one run; and a test on the real desk, whose card the
// sale never sees.
#include <fstream>

#include "app/local/device_files.hpp"
#include "tests/gui/demo_store.hpp"
#include "tests/gui/real_till.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;

namespace {

std::vector<std::string> specsOf(const OpenTill& open) {
  std::vector<std::string> specs;
  for (const ports::DeviceView& one : open.desk->devices())
    if (one.removable) specs.push_back(one.spec);
  return specs;
}

OpenTill openWith(const std::string& folder, std::vector<std::string> devices = {}) {
  Options options;
  options.store = folder;
  options.demo = true;
  options.devices = std::move(devices);
  auto opened = openTill(options);
  REQUIRE(opened);
  return std::move(*opened);
}

}  // namespace

TEST_CASE("real devices: the settings beside the store are used, and changed by the screen") {
  const test::DemoStore store;
  CHECK(specsOf(openWith(store.folder())).empty());
  REQUIRE(local::writeDevices(store.folder(), {.specs = {"serial:/dev/nonesuch"}}));
  {
    const OpenTill open = openWith(store.folder());
    CHECK(specsOf(open) == std::vector<std::string>{"serial:/dev/nonesuch"});
    CHECK(open.desk->add("serial:/dev/other") == ports::DeskAnswer::Done);
  }
  CHECK(specsOf(openWith(store.folder())).size() == 2);
}

TEST_CASE("real devices: one that was released stays released over a restart") {
  const test::DemoStore store;
  REQUIRE(local::writeDevices(store.folder(), {.specs = {"serial:/dev/nonesuch", "serial:/dev/other"}}));
  const auto lifeOf = [](const OpenTill& open, const std::string& spec) {
    for (const auto& view : open.desk->devices())
      if (view.spec == spec) return view.life;
    throw std::runtime_error(spec);
  };
  {
    const OpenTill open = openWith(store.folder());
    CHECK(open.desk->release("serial:/dev/nonesuch") == ports::DeskAnswer::Done);
  }
  {
    const OpenTill open = openWith(store.folder());
    CHECK(lifeOf(open, "serial:/dev/nonesuch") == ports::DeviceLife::Released);
    CHECK(lifeOf(open, "serial:/dev/other") == ports::DeviceLife::Enabled);
    CHECK(open.desk->claim("serial:/dev/nonesuch") == ports::DeskAnswer::Done);
  }
  CHECK(lifeOf(openWith(store.folder()), "serial:/dev/nonesuch") == ports::DeviceLife::Enabled);
}

TEST_CASE("real devices: those of the command line are for one run") {
  const test::DemoStore store;
  REQUIRE(local::writeDevices(store.folder(), {.specs = {"serial:/dev/nonesuch"}}));
  {
    const OpenTill open = openWith(store.folder(), {"serial:/dev/another"});
    CHECK(specsOf(open) == std::vector<std::string>{"serial:/dev/another"});
    CHECK(open.desk->remove("serial:/dev/another") == ports::DeskAnswer::Done);
  }
  CHECK(specsOf(openWith(store.folder())) == std::vector<std::string>{"serial:/dev/nonesuch"});
}

TEST_CASE("real devices: settings that cannot be read do not keep the till from selling") {
  const test::DemoStore store;
  for (const char* wrong : {"{", R"({"version":1,"devices":["usb"]})"}) {
    std::ofstream(std::filesystem::path(store.folder()) / "devices.json") << wrong;
    CHECK(specsOf(openWith(store.folder())).empty());
  }
}

TEST_CASE("real devices: a card that is tested is seen by the screen and not by the sale") {
  const test::DemoStore store;
  test::RealTill bench(store.folder());
  bench.signIn();
  bench.press(Qt::Key_F10);
  bench.press(Qt::Key_R);
  bench.press(Qt::Key_T);
  const auto cards = bench.open.demo_reader->cards();
  bench.open.demo_reader->tap(cards.front());
  REQUIRE(QTest::qWaitFor(
      [&] { return bench.label("deviceTestTextLabel").startsWith(QStringLiteral("The reader works")); }));
  const std::string& uid = cards.front().uid;
  CHECK(bench.label("deviceTestTextLabel").contains(QString::fromStdString(uid.substr(uid.size() - 4))));
  CHECK_FALSE(bench.label("deviceTestTextLabel").contains(QString::fromStdString(uid)));
  CHECK_FALSE(bench.model.now().member);
  bench.press(Qt::Key_Escape);
  bench.open.demo_reader->remove();
  bench.open.demo_reader->tap(cards.front());
  CHECK(bench.until([](const auto& now) { return now.member.has_value(); }));
}
