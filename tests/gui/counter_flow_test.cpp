// Lines and fees at the counter on a real demo store, by keys: goods for points, a delivery, a guest who joins, and a
// return that says what else goes back.
#include <QPlainTextEdit>
#include <nlohmann/json.hpp>

#include "tests/gui/bench.hpp"
#include "tests/gui/demo_store.hpp"
#include "tests/gui/real_till.hpp"

using namespace kahui;
using test::RealTill;
using till::Phase;

namespace {

const char* const kRules = R"({
  "catalogue": [{"code": "R-CUP", "name": "保温杯", "group": "BLK", "points": 5, "sku": "15001", "price_fen": 100}],
  "delivery": {"fee_fen": 1000, "free_from_fen": 9900000},
  "desk": {"consent": "2026-01", "claim_days": 7, "join_prompt_fen": 100}})";

// The shop's rules with what these cases need; the till reads them when it is opened next.
void applyRules(const std::string& folder) {
  RealTill till(folder);
  till.open.till->runOnEngine([](ports::Store& store) {
    auto pack = programme::mergeConfig(nlohmann::json::parse(store.rulePack()->json), nlohmann::json::parse(kRules));
    pack["version"] = "flow-1";
    pack["valid_from"] = "2024-06-01T00:00:00";
    const base::WallTime at{1'717'200'000'000, 480};
    REQUIRE(store.applyRulePack({pack.dump(), "flow-1", "2024-06-01T00:00:00"}, at, at.local().date()));
  });
}

QString paper(RealTill& till) {
  return till.window.findChild<QPlainTextEdit*>(QStringLiteral("receiptQPlainTextEdit"))->toPlainText();
}

}  // namespace

TEST_CASE("real store: goods for points by Alt+X, paid, and returned by scan with what goes back (S003-94)") {
  const test::DemoStore store;
  applyRules(store.folder());
  {
    RealTill till(store.folder());
    till.signIn();
    till.add("16001");
    till.tap(test::kBlackCard);
    REQUIRE(till.until([](const auto& now) { return now.extras && now.extras->gifts.size() == 1; }));
    const base::Points had = till.model.now().member->points;
    till.press(Qt::Key_X, Qt::AltModifier);
    till.press(Qt::Key_Return);
    REQUIRE(till.until([](const auto& now) { return now.lines.size() == 2; }));
    CHECK(till.model.now().lines[1].gift_points == base::Points(5));
    CHECK(till.model.now().lines[1].final == base::Money(100));
    till.payExact();
    const std::string sold = till.model.now().receipt->receipt_no;
    CHECK(paper(till).contains(QStringLiteral("5 points + 1.00")));

    till.press(Qt::Key_Return);
    QTest::qWait(test::kBetweenPresses_ms);
    till.press(Qt::Key_Return);
    REQUIRE(till.until([](const auto& now) { return now.phase == Phase::Selling; }));
    till.type(QString::fromStdString(sold));  // as a scanner sends it
    REQUIRE(till.until([](const auto& now) { return now.phase == Phase::Returning; }));
    till.press(Qt::Key_A);
    REQUIRE(till.until([](const auto& now) { return !now.returning->also.empty(); }));
    CHECK(till.model.now().returning->also.front().what == till::ReturnAlso::What::GiftPoints);
    CHECK(till.model.now().returning->also.front().points == base::Points(5));
    const auto labels = till.window.findChildren<widgets::TextLabel*>();
    const auto says = [&](const QString& words) {
      return std::any_of(labels.begin(), labels.end(),
                         [&](const auto* label) { return label->isVisible() && label->text().contains(words); });
    };
    CHECK(says(QStringLiteral("Points for ")));
    CHECK(says(QStringLiteral("+5")));
    till.press(Qt::Key_Return);
    QTest::qWait(test::kBetweenPresses_ms);
    till.press(Qt::Key_Return);
    REQUIRE(till.until([](const auto& now) { return now.phase == Phase::Receipt; }));
    CHECK(till.model.now().receipt->member->balance == had);
  }
  test::verified(store);
}

TEST_CASE("real store: a bill is delivered by F10 J, held, taken up and paid with its fee and address (S002-23)") {
  const test::DemoStore store;
  applyRules(store.folder());
  {
    RealTill till(store.folder());
    till.signIn();
    till.add("15001");
    const base::Money goods = till.model.now().totals.due;
    till.press(Qt::Key_F10);
    till.press(Qt::Key_J);
    till.type(QStringLiteral("Li 13800001234 Renmin Road 1"));
    REQUIRE(till.until([](const auto& now) { return now.extras && now.extras->delivery; }));
    CHECK(till.model.now().totals.due == goods + base::Money(1000));
    till.press(Qt::Key_F7);
    till.press(Qt::Key_Return);
    REQUIRE(till.until([](const auto& now) { return now.lines.empty(); }));
    till.press(Qt::Key_F8);
    till.press(Qt::Key_Return);
    REQUIRE(till.until([](const auto& now) { return now.lines.size() == 2; }));
    REQUIRE(till.model.now().extras->delivery);
    CHECK(till.model.now().extras->delivery->note == "Li 13800001234 Renmin Road 1");
    CHECK(till.model.now().totals.due == goods + base::Money(1000));
    till.payExact();
    CHECK(paper(till).contains(QStringLiteral("Renmin Road 1")));
  }
  test::verified(store);
}

TEST_CASE("real store: a guest joins by Alt+J, and the bill is the new member's with its points (S000-64)") {
  const test::DemoStore store;
  applyRules(store.folder());
  {
    RealTill till(store.folder());
    till.signIn();
    till.add("9*15001");
    REQUIRE(till.until([](const auto& now) { return now.extras && now.extras->join_offer; }));
    const base::Points offered = till.model.now().extras->join_offer->points;
    till.press(Qt::Key_J, Qt::AltModifier);
    auto* phone = till.window.findChild<widgets::CodeEdit*>(QStringLiteral("memberFormPhoneCodeEdit"));
    REQUIRE(phone != nullptr);
    REQUIRE(QTest::qWaitFor([&] { return phone->hasFocus(); }, 5'000));
    till.type(QStringLiteral("13900007788"));
    const auto* agreed = till.window.findChild<QAbstractButton*>(QStringLiteral("memberFormAgreedActionButton"));
    REQUIRE(QTest::qWaitFor([&] { return agreed->hasFocus(); }, 5'000));
    till.press(Qt::Key_Return);
    till.press(Qt::Key_Return);
    REQUIRE(till.until([](const auto& now) { return now.member.has_value(); }));
    REQUIRE(till.model.now().lines.size() == 1);
    CHECK(till.model.now().lines[0].quantity == base::Quantity(9000));
    CHECK(till.model.now().member->earns == offered);
    till.payExact();
    CHECK(till.model.now().receipt->member->earned == offered);
  }
  test::verified(store);
}
