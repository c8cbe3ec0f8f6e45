// The staff page by keys, and what it asks of the till.
#include "tests/gui/bench.hpp"
#include "tests/gui/demo_store.hpp"
#include "tests/gui/real_till.hpp"
#include "tests/gui/scenes.hpp"

using namespace kahui;
using test::RealTill;
using till::Phase;

namespace {

void signInManager(RealTill& till) {
  till.type(QStringLiteral("9001"));
  till.type(QStringLiteral("123456"));
  REQUIRE(till.until([](const auto& now) { return now.phase == Phase::Selling; }));
}

void openStaff(RealTill& till) {
  till.press(Qt::Key_F10);
  till.press(Qt::Key_U);
  REQUIRE(till.until([](const auto& now) { return now.staff_desk && !now.staff_desk->people.empty(); }));
}

}  // namespace

TEST_CASE("staff page: a manager adds a cashier, gives a right and a badge, and the badge signs in") {
  const test::DemoStore store;
  RealTill till(store.folder());
  signInManager(till);
  openStaff(till);
  REQUIRE(till.model.now().staff_desk->people.size() == 3);
  till.press(Qt::Key_N);
  till.type(QStringLiteral("1002"));
  till.type(QStringLiteral("Wu"));
  auto& rights = *till.window.findChild<widgets::TwoLineList*>(QStringLiteral("staffRightsTwoLineList"));
  rights.setFocus();
  const auto all = till::allRights();
  const auto drawer = std::find(all.begin(), all.end(), till::Right::OpenDrawer) - all.begin();
  rights.setCurrentIndex(rights.model()->index(static_cast<int>(drawer), 0));
  till.press(Qt::Key_Space);
  till.window.findChild<widgets::CodeEdit*>(QStringLiteral("staffPinCodeEdit"))->setFocus();
  till.type(QStringLiteral("4321"));
  REQUIRE(till.until([](const auto& now) { return now.staff_desk && now.staff_desk->people.size() == 4; }));
  const auto& row = till.model.now().staff_desk->people.at(1);
  CHECK(row.code == "1002");
  CHECK(row.granted == std::vector<std::string>{"open_drawer"});

  till.press(Qt::Key_Down);
  till.press(Qt::Key_B);
  REQUIRE(till.until([](const auto& now) { return now.staff_desk && now.staff_desk->awaits_badge == "1002"; }));
  const auto cards = till.open.demo_reader->cards();
  const auto nobodys = std::find_if(cards.begin(), cards.end(),
                                    [](const auto& card) { return card.kind == models::DemoCardKind::Unknown; });
  till.open.demo_reader->tap(*nobodys);
  REQUIRE(till.until([](const auto& now) { return now.staff_desk && now.staff_desk->people.at(1).has_badge; }));
  till.open.demo_reader->remove();
  till.press(Qt::Key_Escape);
  till.press(Qt::Key_F10);
  till.press(Qt::Key_S);
  REQUIRE(till.until([](const auto& now) { return now.phase == Phase::SignedOut; }));
  QTest::qWait(1100);  // a second laying-down within a second is no new one
  till.open.demo_reader->tap(*nobodys);
  REQUIRE(till.until([](const auto& now) { return now.op && now.op->code == "1002"; }));
}

TEST_CASE("staff page: a cashier changes the own PIN and nothing else") {
  const test::DemoStore store;
  RealTill till(store.folder());
  till.signIn();
  openStaff(till);
  CHECK(till.model.now().staff_desk->people.size() == 1);
  CHECK_FALSE(till.window.findChild<QAbstractButton*>(QStringLiteral("staffAddActionButton"))->isVisible());
  till.press(Qt::Key_P);
  till.type(QStringLiteral("123456"));
  till.type(QStringLiteral("13579"));
  REQUIRE(till.until([](const auto& now) { return now.notice && now.notice->code == till::NoticeCode::StaffDone; }));
  till.press(Qt::Key_Escape);
  till.press(Qt::Key_F10);
  till.press(Qt::Key_S);
  REQUIRE(till.until([](const auto& now) { return now.phase == Phase::SignedOut; }));
  till.type(QStringLiteral("1001"));
  till.type(QStringLiteral("13579"));
  CHECK(till.until([](const auto& now) { return now.phase == Phase::Selling; }));
}
