// The cashier's day by keys, in the real window on a demo store with the engine.
#include <QPlainTextEdit>

#include "app/widgets/float_panel.hpp"
#include "app/widgets/held_panel.hpp"
#include "app/widgets/pick_list.hpp"
#include "tests/gui/bench.hpp"
#include "tests/gui/demo_store.hpp"
#include "tests/gui/real_till.hpp"

using namespace kahui;
using test::RealTill;
using till::NoticeCode;
using till::Phase;

namespace {

bool refusedFor(RealTill& till, base::ErrorCode code) {
  return till.until(
      [&](const auto& now) { return now.notice && now.notice->error && now.notice->error->code == code; });
}

// The focus follows the till's answer.
bool focused(RealTill& till, const char* name) {
  return QTest::qWaitFor([&] {
    const QWidget* focus = till.window.focusWidget();
    return focus != nullptr && focus->objectName() == QString::fromLatin1(name);
  });
}

QString barcodeOf(RealTill& till, const char* letters) {
  till.press(Qt::Key_F3);
  for (const char letter : std::string(letters)) QTest::keyClick(till.window.windowHandle(), letter);
  REQUIRE(till.until(
      [&](const auto& now) { return now.search && now.search->query == letters && !now.search->hits.empty(); }));
  const QString barcode = models::text(till.model.now().search->hits.front().barcode);
  till.press(Qt::Key_Escape);
  REQUIRE(till.until([](const auto& now) { return !now.search; }));
  return barcode;
}

void scan(RealTill& till, const QString& code) {
  const std::size_t lines = till.model.now().lines.size();
  till.type(code);
  REQUIRE(till.until([&](const auto& now) { return now.lines.size() > lines; }));
}

void pay(RealTill& till) {
  till.press(Qt::Key_F11);
  REQUIRE(till.until([](const auto& now) { return now.phase == Phase::Tendering; }));
  till.type(QString());
  REQUIRE(till.until([](const auto& now) { return now.phase == Phase::Receipt; }));
}

QString slip(RealTill& till) {
  return till.window.findChild<QPlainTextEdit*>(QStringLiteral("slipQPlainTextEdit"))->toPlainText();
}

void sign(RealTill& till, const char* name, const char* code) {
  REQUIRE(focused(till, name));
  till.type(QString::fromLatin1(code));
  till.type(QStringLiteral("123456"));
}

}  // namespace

TEST_CASE("a shift by keys: float, money in by a leader's signature, blind count, close, and the next float") {
  const test::DemoStore store;
  RealTill till(store.folder());
  till.signIn();
  REQUIRE(focused(till, "floatCodeEdit"));
  till.type(QStringLiteral("300"));
  REQUIRE(till.said(NoticeCode::FloatSet));
  const QString milk = barcodeOf(till, "nn");
  scan(till, milk);
  pay(till);
  till.press(Qt::Key_F10);
  till.press(Qt::Key_H);
  REQUIRE(till.until([](const auto& now) { return now.shift && now.shift->sheet; }));
  CHECK(QTest::qWaitFor([&] { return slip(till).contains(QStringLiteral("300.00")); }));
  CHECK_FALSE(slip(till).contains(QStringLiteral("Expected")));  // blind

  till.press(Qt::Key_I);
  REQUIRE(focused(till, "cashAmountCodeEdit"));
  till.type(QStringLiteral("50"));
  till.type(QStringLiteral("coins"));
  REQUIRE(refusedFor(till, base::ErrorCode::NoRight));
  sign(till, "shiftApproverCodeEdit", "2001");
  REQUIRE(till.said(NoticeCode::CashMoved));
  till.press(Qt::Key_N);
  till.press(Qt::Key_1);
  sign(till, "shiftApproverCodeEdit", "2001");
  REQUIRE(till.said(NoticeCode::DrawerOpened));
  CHECK(QTest::qWaitFor([&] { return slip(till).contains(QStringLiteral("Paid in 1")); }));

  till.press(Qt::Key_Z);
  REQUIRE(focused(till, "count10000CodeEdit"));
  till.type(QStringLiteral("13"));  // thirteen hundreds, then the way down to the total
  for (int line = 0; line < 7; ++line) till.press(Qt::Key_Return);
  REQUIRE(focused(till, "countTotalCodeEdit"));
  till.press(Qt::Key_Return);
  REQUIRE(till.said(NoticeCode::DrawerCounted));
  REQUIRE(focused(till, "closeLeftCodeEdit"));
  CHECK(slip(till).contains(QStringLiteral("Expected")));
  const base::Money expected = till.model.now().shift->sheet->sheet.figures.cash->expected;
  CHECK(till.label("closeVerdictTextLabel") == till.language.formatter().money(base::Money(130000) - expected));
  CHECK(till.window.findChild<widgets::CodeEdit*>(QStringLiteral("closeLeftCodeEdit"))->text() ==
        QStringLiteral("1300.00"));  // as it is typed, so that it can be read again
  till.type(QStringLiteral("1200"));
  till.type(QStringLiteral("a note was missing"));
  till.type(QStringLiteral("123456"));
  REQUIRE(till.until([](const auto& now) { return now.phase == Phase::SignedOut; }));

  till.signIn();
  REQUIRE(focused(till, "floatCodeEdit"));
  CHECK(till.window.findChild<widgets::CodeEdit*>(QStringLiteral("floatCodeEdit"))->text() ==
        QStringLiteral("1200.00"));
  scan(till, milk);  // a scan leads past the question
  CHECK_FALSE(till.window.findChild<widgets::FloatPanel*>()->isVisible());
}

TEST_CASE("a bill is held and taken up by keys, and cancelling a held one takes two presses") {
  const test::DemoStore store;
  RealTill till(store.folder());
  till.signIn();
  const QString milk = barcodeOf(till, "nn");
  scan(till, milk);
  till.press(Qt::Key_F7);
  REQUIRE(focused(till, "holdNoteCodeEdit"));
  till.type(QStringLiteral("red coat"));
  REQUIRE(till.said(NoticeCode::BillHeld));
  REQUIRE(till.until([](const auto& now) { return now.lines.empty() && now.shift->held_bills == 1; }));
  till.press(Qt::Key_F8);
  REQUIRE(till.until([](const auto& now) { return now.desk && now.desk->held; }));
  REQUIRE(QTest::qWaitFor([&] { return till.window.findChild<widgets::HeldPanel*>()->count() == 1; }));
  till.press(Qt::Key_Return);
  REQUIRE(till.said(NoticeCode::BillRecalled));
  CHECK(till.model.now().lines.size() == 1);

  till.press(Qt::Key_F7);
  till.type(QString());
  REQUIRE(till.until([](const auto& now) { return now.shift->held_bills == 1; }));
  till.press(Qt::Key_F8);
  REQUIRE(till.until([](const auto& now) { return now.desk && now.desk->held; }));
  till.press(Qt::Key_Delete);
  QTest::qWait(50);
  CHECK(till.model.now().shift->held_bills == 1);
  till.press(Qt::Key_Delete);
  REQUIRE(till.said(NoticeCode::BillDropped));
  CHECK(till.model.now().shift->held_bills == 0);
}

TEST_CASE("receipts of the day: a copy by Enter, and a bill opened again by a manager's signature") {
  const test::DemoStore store;
  RealTill till(store.folder());
  till.signIn();
  scan(till, barcodeOf(till, "nn"));
  pay(till);
  QTest::qWait(test::kBetweenPresses_ms);
  till.press(Qt::Key_Return);
  REQUIRE(till.until([](const auto& now) { return now.phase == Phase::Selling; }));
  till.press(Qt::Key_F10);
  till.press(Qt::Key_P);
  REQUIRE(
      till.until([](const auto& now) { return now.desk && now.desk->receipts && now.desk->receipts->size() == 1; }));
  const std::string number = till.model.now().desk->receipts->front().receipt_no;
  till.press(Qt::Key_Return);
  REQUIRE(till.said(NoticeCode::Reprinted));
  CHECK(till.model.now().receipt->copies == 1);
  till.press(Qt::Key_P);  // and again from the receipt
  REQUIRE(till.until([](const auto& now) { return now.receipt && now.receipt->copies == 2; }));
  till.press(Qt::Key_Escape);
  REQUIRE(till.until([](const auto& now) { return now.phase == Phase::Selling; }));

  till.press(Qt::Key_F10);
  till.press(Qt::Key_P);
  REQUIRE(till.until([](const auto& now) { return now.desk && now.desk->receipts; }));
  till.press(Qt::Key_X);
  REQUIRE(focused(till, "receiptsReasonCodeEdit"));
  till.press(Qt::Key_Escape);  // back to the list, and again
  REQUIRE(focused(till, "receiptsQueryCodeEdit"));
  till.press(Qt::Key_X);
  REQUIRE(focused(till, "receiptsReasonCodeEdit"));
  till.press(Qt::Key_Down);
  till.type(QString());
  REQUIRE(refusedFor(till, base::ErrorCode::NoRight));
  sign(till, "receiptsApproverCodeEdit", "9001");
  REQUIRE(till.said(NoticeCode::BillReopened));
  till.open.till->runOnEngine([](ports::Store& port) {
    int seen = 0;
    REQUIRE(port.shiftEvents(1, [&](const journal::Event& event) {
      if (const auto* back = std::get_if<journal::SaleReturned>(&event.payload); back != nullptr)
        seen += back->reason == "Wrong price or quantity";
    }));
    CHECK(seen == 1);
  });
  CHECK(till.model.now().lines.size() == 1);
  CHECK(till.model.now().notice->args.front() == number);
}

TEST_CASE(
    "a line gets a new price with F5 and L, beyond the right by a signature, and goods come back without a receipt") {
  const test::DemoStore store;
  RealTill till(store.folder());
  till.signIn();
  scan(till, barcodeOf(till, "nn"));
  const base::Money full = till.model.now().lines.front().final;
  till.press(Qt::Key_F5);
  REQUIRE(focused(till, "discountCodeEdit"));
  till.press(Qt::Key_L);
  till.type(QStringLiteral("80"));
  REQUIRE(refusedFor(till, base::ErrorCode::NoRight));
  sign(till, "discountApproverCodeEdit", "2001");
  REQUIRE(till.said(NoticeCode::PriceChanged));
  CHECK(till.model.now().lines.front().final == base::Money(full.value() * 80 / 100));
  CHECK(till.model.now().lines.front().layer == till::PriceLayer::Override);

  till.press(Qt::Key_F10);
  till.press(Qt::Key_N);
  REQUIRE(till.until([](const auto& now) { return now.desk && now.desk->blind_return; }));
  const base::Money refund = till.model.now().desk->blind_return->refund;
  QTest::qWait(20);
  CHECK(till.label("blindRefundTextLabel") == till.language.formatter().money(refund));
  till.press(Qt::Key_Return);
  REQUIRE(focused(till, "blindReturnReasonCodeEdit"));
  till.type(QStringLiteral("a gift"));
  REQUIRE(refusedFor(till, base::ErrorCode::NoRight));
  sign(till, "blindReturnApproverCodeEdit", "9001");
  REQUIRE(till.until([](const auto& now) { return now.phase == Phase::Receipt; }));
  CHECK(till.model.now().receipt->kind == sale::ReceiptKind::Return);
  CHECK(till.model.now().receipt->total == refund);
}

// ui.md section 8: acts are keys and touches besides what is scanned and tapped.
TEST_CASE("keystrokes: a member's five items in cash take two, their return by the receipt three") {
  const test::DemoStore store;
  RealTill till(store.folder());
  till.signIn();
  const QString milk = barcodeOf(till, "nn");
  int acts = 0;
  const auto press = [&](Qt::Key key) {
    ++acts;
    till.press(key);
  };
  for (int item = 0; item < 4; ++item) {
    const int pieces = till.model.now().totals.pieces;
    till.type(milk);
    REQUIRE(till.until([&](const auto& now) { return now.totals.pieces > pieces; }));
  }
  till.open.demo_reader->tap(till.open.demo_reader->cards().at(2));
  REQUIRE(till.until([](const auto& now) { return now.member.has_value(); }));
  till.type(milk);
  REQUIRE(till.until([](const auto& now) { return now.totals.pieces == 5; }));
  press(Qt::Key_F11);
  REQUIRE(till.until([](const auto& now) { return now.phase == Phase::Tendering; }));
  press(Qt::Key_Return);
  REQUIRE(till.until([](const auto& now) { return now.phase == Phase::Receipt; }));
  CHECK(acts == 2);

  acts = 0;
  till.type(models::text(till.model.now().receipt->receipt_no));  // scanned: the next customer's bill has begun with it
  REQUIRE(till.until([](const auto& now) { return now.phase == Phase::Returning; }));
  press(Qt::Key_A);
  REQUIRE(till.until([](const auto& now) { return now.returning && now.returning->refund > base::Money(); }));
  press(Qt::Key_Return);
  QTest::qWait(test::kBetweenPresses_ms);
  press(Qt::Key_Return);
  REQUIRE(till.until([](const auto& now) { return now.phase == Phase::Receipt; }));
  CHECK(acts == 3);
  CHECK(till.model.now().receipt->kind == sale::ReceiptKind::Return);
}
