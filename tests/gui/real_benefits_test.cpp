// Points, coupons, a signed discount and returns on a real demo store: the engine's own rules behind the window.
#include <QPlainTextEdit>
#include <algorithm>

#include "tests/gui/bench.hpp"
#include "tests/gui/demo_store.hpp"
#include "tests/gui/real_till.hpp"

using namespace kahui;
using test::RealTill;
using till::Phase;

namespace {

constexpr int kTaps = 50;

void refund(RealTill& till) {
  till.press(Qt::Key_Return);
  QTest::qWait(test::kBetweenPresses_ms);
  till.press(Qt::Key_Return);
  REQUIRE(till.until([](const auto& now) { return now.phase == Phase::Receipt; }));
}

}  // namespace

TEST_CASE("real store: more points than a number alone may spend ask the member's PIN") {
  const test::DemoStore store;
  {
    RealTill till(store.folder());
    till.signIn();
    till.add("9*15001");
    till.tap(test::kBlackCard);
    constexpr base::Points kFree(50);  // I4
    REQUIRE(till.until([&](const auto& now) { return now.points && now.points->usable > kFree; }));
    const auto no = *member::MemberNo::parse(till.model.now().member->member_no);
    base::Status set;
    till.open.till->runOnEngine(
        [&](ports::Store& file) { set = file.setMemberPin(no, "2580", **file.staffByCode("9001")); });
    REQUIRE(set);
    till.tap(test::kBlackCard);
    till.press(Qt::Key_P, Qt::AltModifier);
    auto* entry = till.window.findChild<widgets::CodeEdit*>(QStringLiteral("pointsCodeEdit"));
    REQUIRE(entry != nullptr);
    till.press(Qt::Key_M);
    REQUIRE(QTest::qWaitFor([&] { return entry->echoMode() == QLineEdit::Password; }, 10'000));
    CHECK(till.model.now().points->used == base::Points());
    till.type(QStringLiteral("0000"));
    REQUIRE(till.until([](const auto& now) {
      return now.notice && now.notice->error && now.notice->error->code == base::ErrorCode::WrongPin;
    }));
    CHECK(entry->text().isEmpty());
    till.type(QStringLiteral("2580"));
    REQUIRE(till.until([&](const auto& now) { return now.points && now.points->used > kFree; }));
    till.payExact();
  }
  test::verified(store);
}

TEST_CASE("real store: points MAX by keys, the change is right, and the receipt says so") {
  const test::DemoStore store;
  {
    RealTill till(store.folder());
    till.signIn();
    till.add("15001");
    till.add("20005");
    till.tap(test::kBlackCard);
    REQUIRE(till.until([](const auto& now) { return now.points && now.points->usable > base::Points(); }));
    const base::Money before = till.model.now().totals.due;
    const base::Points usable = till.model.now().points->usable;
    till.press(Qt::Key_P, Qt::AltModifier);
    till.press(Qt::Key_M);
    REQUIRE(till.until([&](const auto& now) { return now.points && now.points->used == usable; }));
    const till::PointsView points = *till.model.now().points;
    CHECK(till.model.now().totals.due == before - points.paid);
    CHECK(points.paid == points.worth(usable));
    till.press(Qt::Key_F11);
    REQUIRE(till.until([](const auto& now) { return now.phase == Phase::Tendering; }));
    const base::Money due = till.model.now().tender->due;
    till.type(QStringLiteral("500"));
    REQUIRE(till.until([](const auto& now) { return now.phase == Phase::Receipt; }));
    CHECK(till.model.now().change == base::Money(50000) - due);
    CHECK(till.model.now().receipt->savings.points == points.paid);
  }
  test::verified(store);
}

TEST_CASE("real store: a coupon of the member is used by Alt+1 and spent with the sale") {
  const test::DemoStore store;
  {
    RealTill till(store.folder());
    till.signIn();
    till.add("15001");
    for (int tries = 0; till.model.now().coupons.empty() && tries < kTaps; ++tries) {
      till.tap(test::kBlackCard);
      QTest::qWait(100);  // the day's jobs hand them out between commands
    }
    REQUIRE_FALSE(till.model.now().coupons.empty());
    const base::Money before = till.model.now().totals.due;
    till.press(Qt::Key_1, Qt::AltModifier);
    REQUIRE(till.until([](const auto& now) { return !now.coupons.empty() && now.coupons.front().chosen; }));
    CHECK(till.model.now().totals.due < before);
    till.payExact();
  }
  test::verified(store);
}

TEST_CASE("real store: a discount beyond the cashier's right needs the leader's PIN") {
  const test::DemoStore store;
  RealTill till(store.folder());
  till.signIn();
  till.add("15001");
  const base::Money full = till.model.now().totals.due;
  till.press(Qt::Key_F5);
  till.type(QStringLiteral("80"));
  REQUIRE(till.until([](const auto& now) { return now.notice && now.notice->error; }));
  CHECK(till.model.now().notice->error->code == base::ErrorCode::NoRight);
  CHECK(till.model.now().totals.due == full);
  REQUIRE(QTest::qWaitFor([&] {
    return till.window.findChild<widgets::CodeEdit*>(QStringLiteral("discountApproverCodeEdit"))->hasFocus();
  }));
  till.type(QStringLiteral("2001"));
  till.type(QStringLiteral("123456"));
  REQUIRE(till.until([](const auto& now) { return now.discount.has_value(); }));
  CHECK(till.model.now().totals.due < full);
}

TEST_CASE("real store: a part comes back, then the rest, each with its own receipt, and more is refused") {
  const test::DemoStore store;
  {
    RealTill till(store.folder());
    till.signIn();
    till.tap(test::kBlackCard);
    till.add("3*16001");
    till.add("15001");
    till.payExact();
    const std::string sold = till.model.now().receipt->receipt_no;
    const base::Money total = till.model.now().receipt->total;

    till.press(Qt::Key_F9);
    till.press(Qt::Key_Return);
    REQUIRE(till.until([](const auto& now) { return now.phase == Phase::Returning; }));
    till.type(QStringLiteral("2"));
    REQUIRE(till.until([](const auto& now) { return now.returning->refund > base::Money(); }));
    const base::Money part = till.model.now().returning->refund;
    refund(till);
    CHECK(till.model.now().receipt->kind == sale::ReceiptKind::Return);
    CHECK(till.model.now().receipt->total == part);
    CHECK(till.window.findChild<QPlainTextEdit*>(QStringLiteral("receiptQPlainTextEdit"))
              ->toPlainText()
              .contains(QStringLiteral("RETURN")));

    till.press(Qt::Key_F9);  // on the return's receipt: the sale's number is here
    till.press(Qt::Key_Return);
    REQUIRE(till.until([&](const auto& now) { return now.returning && now.returning->receipt_no == sold; }));
    CHECK(till.model.now().returning->lines.at(0).returned == base::Quantity(2000));
    till.type(QStringLiteral("3"));
    REQUIRE(till.until([](const auto& now) { return now.notice && now.notice->error; }));
    CHECK(till.model.now().notice->error->detail == "RETURN_EXCEEDS_SOLD");
    till.press(Qt::Key_A);
    REQUIRE(till.until([](const auto& now) { return now.returning->refund > base::Money(); }));
    const base::Money rest = till.model.now().returning->refund;
    refund(till);
    CHECK(part + rest == total);
  }
  test::verified(store);
}
