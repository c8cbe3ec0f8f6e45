// Goods that come back, in the real window: by keys alone, by touch alone, and the ways off the path.
#include "tests/gui/bench.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using test::Bench;
using till::Phase;

namespace {

void sell(Bench& bench) {
  bench.signIn();
  bench.scan("6900000002025");
  bench.scan("3*6900000001011");
  bench.scan("2100123007851");
  bench.key(Qt::Key_F11);
  bench.key(Qt::Key_Return);
  REQUIRE(bench.now().phase == Phase::Receipt);
}

}  // namespace

TEST_CASE("a whole return by keys: F9 on the receipt, A, two presses of Enter a moment apart") {
  Bench bench;
  sell(bench);
  bench.key(Qt::Key_F9);
  CHECK(bench.edit("returnReceiptCodeEdit").text() == models::text(bench.now().receipt->receipt_no));
  bench.key(Qt::Key_Return);
  REQUIRE(bench.now().phase == Phase::Returning);
  CHECK(bench.label("refundTextLabel") == QStringLiteral("¥0.00"));
  bench.key(Qt::Key_Return);
  CHECK(bench.notice().startsWith(QStringLiteral("Nothing is chosen")));
  bench.key(Qt::Key_A);
  CHECK(bench.label("refundTextLabel") == QStringLiteral("¥73.75"));
  bench.key(Qt::Key_Return);
  CHECK(bench.notice().startsWith(QStringLiteral("¥73.75 will be given back.|")));
  bench.key(Qt::Key_Return);  // a nervous second press, at once
  CHECK(bench.till.refunds == 0);
  QTest::qWait(test::kBetweenPresses_ms);
  bench.key(Qt::Key_Return);
  CHECK(bench.till.refunds == 1);
  REQUIRE(bench.now().phase == Phase::Receipt);
  CHECK(bench.label("changeTextLabel") == QStringLiteral("¥73.75"));
  CHECK(bench.notice().startsWith(QStringLiteral("Refunded and saved.")));
}

TEST_CASE("a part comes back: Space, steps, a typed quantity, and a change asks for both presses again") {
  Bench bench;
  sell(bench);
  bench.key(Qt::Key_F9);
  bench.key(Qt::Key_Return);
  bench.key(Qt::Key_Space);
  CHECK(bench.now().returning->lines.at(0).quantity == base::kOnePiece);
  bench.key(Qt::Key_Space);
  CHECK(bench.now().returning->lines.at(0).quantity == base::Quantity());
  bench.key(Qt::Key_Down);
  bench.key(Qt::Key_Plus);
  bench.key(Qt::Key_Plus);
  bench.key(Qt::Key_Minus);
  CHECK(bench.now().returning->lines.at(1).quantity == base::kOnePiece);
  bench.scan("2");
  CHECK(bench.now().returning->lines.at(1).quantity == base::Quantity(2000));
  bench.scan("9");
  CHECK(bench.notice().startsWith(QStringLiteral("More would come back than was sold.|")));
  bench.key(Qt::Key_Down);
  bench.scan("0.5");
  CHECK(bench.now().returning->lines.at(2).quantity == base::Quantity(500));
  bench.key(Qt::Key_F4);
  bench.scan("0.786");
  CHECK(bench.now().returning->lines.at(2).quantity == base::Quantity(786));
  bench.key(Qt::Key_Return);
  QTest::qWait(test::kBetweenPresses_ms);
  bench.key(Qt::Key_Minus);
  bench.key(Qt::Key_Return);
  CHECK(bench.till.refunds == 0);
  bench.key(Qt::Key_Escape);  // takes the first press back
  CHECK(bench.now().phase == Phase::Returning);
  bench.key(Qt::Key_Escape);
  CHECK(bench.now().phase == Phase::Selling);
  CHECK(bench.till.refunds == 0);
}

TEST_CASE("a return by touch alone") {
  Bench bench(models::Language::Chinese, widgets::Scheme::Dark, {1024, 768});
  sell(bench);
  bench.click("returnActionButton");
  bench.click("returnBeginActionButton");
  REQUIRE(bench.now().phase == Phase::Returning);
  auto& table = bench.find<widgets::ReturnTable>("returnReturnTable");
  const auto click = [&](const QPoint& at) {
    QTest::mouseClick(table.viewport(), Qt::LeftButton, Qt::NoModifier, at);
    bench.settle();
  };
  const auto cell = [&](int row, int column) { return table.visualRect(table.model()->index(row, column)); };
  click(cell(0, models::ReturnModel::Tick).center());
  CHECK(bench.now().returning->lines.at(0).quantity == base::kOnePiece);
  click(cell(1, models::ReturnModel::Product).center());
  click(widgets::BasketDelegate::steppers(cell(1, models::ReturnModel::Quantity)).more.center());
  CHECK(bench.now().returning->lines.at(1).quantity == base::kOnePiece);
  bench.click("quantityActionButton");
  bench.click("quantityPad2ActionButton");
  bench.click("quantityChooseActionButton");
  CHECK(bench.now().returning->lines.at(1).quantity == base::Quantity(2000));
  bench.click("returnConfirmActionButton");
  CHECK(bench.till.refunds == 0);
  QTest::qWait(test::kBetweenPresses_ms);
  bench.click("returnConfirmActionButton");
  CHECK(bench.till.refunds == 1);
  CHECK(bench.now().phase == Phase::Receipt);
  CHECK(bench.notice().startsWith(QStringLiteral("已退款")));
}

TEST_CASE("an open bill, an unknown receipt and the receipt of a return are refused in words") {
  Bench bench;
  bench.signIn();
  bench.scan("6900000002025");
  bench.key(Qt::Key_F9);
  CHECK(bench.notice().startsWith(QStringLiteral("Goods cannot come back while a bill is open.|")));
  bench.key(Qt::Key_F6, Qt::ShiftModifier);
  bench.key(Qt::Key_F9);
  REQUIRE(bench.edit("returnReceiptCodeEdit").isVisible());
  bench.scan("0001-03-1-99");
  CHECK(bench.notice().startsWith(QStringLiteral("There is no such receipt")));
  CHECK(bench.edit("returnReceiptCodeEdit").isVisible());
  bench.till.edit([](till::Snapshot& now) {
    now.notice = till::Notice{
        till::NoticeKind::Error, till::NoticeCode::Failed, {}, base::Error{base::ErrorCode::WrongState, {}}, false, 0};
  });
  bench.settle();
  CHECK(bench.notice().startsWith(QStringLiteral("This is the receipt of a return.|")));
}

TEST_CASE("a refund that the disk refuses leaves the sheet, and asks for both presses again") {
  Bench bench;
  sell(bench);
  bench.scan(bench.now().receipt->receipt_no.c_str());  // a receipt number in the entry line
  REQUIRE(bench.now().phase == Phase::Returning);
  bench.key(Qt::Key_A);
  bench.till.failNext({base::ErrorCode::StoreFull, {}});
  bench.key(Qt::Key_Return);
  QTest::qWait(test::kBetweenPresses_ms);
  bench.key(Qt::Key_Return);
  CHECK(bench.now().phase == Phase::Returning);
  CHECK(bench.notice().contains(QStringLiteral("disk is full")));
  bench.key(Qt::Key_Return);
  QTest::qWait(test::kBetweenPresses_ms);
  bench.key(Qt::Key_Return);
  CHECK(bench.now().phase == Phase::Receipt);
  CHECK(bench.till.refunds == 2);
}

TEST_CASE("S000-39: the sheet names a gift that is to be brought back, and G takes it along") {
  Bench bench;
  sell(bench);
  bench.key(Qt::Key_F9);
  bench.key(Qt::Key_Return);
  bench.key(Qt::Key_Space);
  auto& gifts = bench.find<widgets::ActionButton>("returnGiftsActionButton");
  CHECK_FALSE(gifts.isVisible());
  const std::size_t before = bench.till.asked.size();
  bench.key(Qt::Key_G);
  CHECK(bench.till.asked.size() == before);  // none is missing
  bench.till.edit([](till::Snapshot& now) {
    now.returning->also = {{till::ReturnAlso::What::GiftKept, {}, base::Money(1990), "保温杯", base::kOnePiece}};
  });
  bench.settle();
  CHECK(gifts.isVisible());
  QString words;
  for (const auto* label : bench.window.findChildren<widgets::TextLabel*>())
    if (label->isVisible()) words += label->text() + QLatin1Char('\n');
  CHECK(words.contains(QStringLiteral("Gift kept: 保温杯 × 1")));
  CHECK(words.contains(QChar(0x2212) + QStringLiteral("¥19.90")));
  bench.key(Qt::Key_G);
  REQUIRE(bench.till.asked.size() == before + 1);
  CHECK(std::holds_alternative<till::TakeGiftsBack>(bench.till.asked.back()));
  bench.click("returnGiftsActionButton");
  CHECK(bench.till.asked.size() == before + 2);
}
