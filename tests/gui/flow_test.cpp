// Whole flows in the real window: once by keyboard alone, once by touch alone, and the ways off the path.
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>

#include "tests/gui/bench.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using test::Bench;
using till::Phase;

TEST_CASE("a member sale by keyboard alone") {
  Bench bench;
  bench.type("1001");
  bench.key(Qt::Key_Return);
  bench.type("123456");
  bench.key(Qt::Key_Return);
  REQUIRE(bench.now().phase == Phase::Selling);

  bench.scan("6900000002025");
  bench.scan("3*6900000001011");
  REQUIRE(bench.now().lines.size() == 2);
  CHECK(bench.label("dueTextLabel") == QStringLiteral("¥65.90"));

  bench.key(Qt::Key_F3);
  bench.type("nn");
  bench.key(Qt::Key_Down);
  bench.key(Qt::Key_Return);
  REQUIRE(bench.now().lines.size() == 3);
  CHECK(bench.now().lines.back().sku == bench.till.products().at(10).sku);

  bench.key(Qt::Key_F4);
  bench.type("2");
  bench.key(Qt::Key_Return);
  CHECK(bench.now().lines.back().quantity == base::Quantity(2000));

  bench.key(Qt::Key_F2);
  bench.type("13800006021");
  bench.key(Qt::Key_Return);
  REQUIRE(bench.now().member);
  CHECK(bench.label("dueTextLabel") == QStringLiteral("¥92.63"));
  CHECK(bench.label("memberEarnsTextLabel") == QStringLiteral("+92"));

  bench.key(Qt::Key_Delete);
  REQUIRE(bench.now().lines.size() == 2);
  bench.key(Qt::Key_Z, Qt::ControlModifier);
  REQUIRE(bench.now().lines.size() == 3);

  bench.key(Qt::Key_F11);
  REQUIRE(bench.now().phase == Phase::Tendering);
  CHECK(bench.label("tenderDueTextLabel") == QStringLiteral("¥92.60"));
  bench.type("100");
  CHECK(bench.label("tenderChangeTextLabel") == QStringLiteral("¥7.40"));
  bench.key(Qt::Key_Return);
  REQUIRE(bench.now().phase == Phase::Receipt);
  CHECK(bench.label("changeTextLabel") == QStringLiteral("¥7.40"));
  CHECK(bench.find<QPlainTextEdit>("receiptQPlainTextEdit").toPlainText().contains(QStringLiteral("92.60")));

  QTest::qWait(test::kBetweenPresses_ms);
  bench.key(Qt::Key_Return);
  CHECK(bench.now().phase == Phase::Selling);
  CHECK(bench.till.payments == 1);
}

TEST_CASE("a member sale by touch alone, the card tapped") {
  Bench bench(models::Language::Chinese, widgets::Scheme::Dark, {1024, 768});
  for (const char digit : std::string("1001")) bench.click((std::string("loginPad") + digit + "ActionButton").c_str());
  bench.click("signInActionButton");
  for (const char digit : std::string("123456"))
    bench.click((std::string("loginPad") + digit + "ActionButton").c_str());
  bench.click("signInActionButton");
  REQUIRE(bench.now().phase == Phase::Selling);

  bench.scan("6900000002025");  // the scanner is hardware
  bench.scan("6900000001011");
  auto& basket = bench.find<widgets::BasketView>("saleBasketView");
  const QRect cell = basket.visualRect(basket.model()->index(1, models::BasketModel::Quantity));
  const auto steps = widgets::BasketDelegate::steppers(cell);
  QTest::mouseClick(basket.viewport(), Qt::LeftButton, Qt::NoModifier, steps.more.center());
  bench.settle();
  REQUIRE(bench.now().lines.at(1).quantity == base::Quantity(2000));
  QTest::mouseClick(basket.viewport(), Qt::LeftButton, Qt::NoModifier,
                    basket.visualRect(basket.model()->index(0, 1)).center());
  bench.settle();
  REQUIRE(bench.now().selected_line == 0);

  bench.click("demoPanelActionButton");
  bench.click("demoCard2ActionButton");
  REQUIRE(bench.now().member);
  CHECK(bench.label("dueTextLabel") == QStringLiteral("¥60.71"));
  bench.click("demoBackActionButton");

  bench.click("voidLineActionButton");
  REQUIRE(bench.now().lines.size() == 1);
  bench.click("saleUndoActionButton");
  REQUIRE(bench.now().lines.size() == 2);

  bench.click("quantityActionButton");
  bench.click("quantityPad3ActionButton");
  bench.click("quantityChooseActionButton");
  REQUIRE(bench.now().lines.at(0).quantity == base::Quantity(3000));

  bench.click("cashActionButton");
  REQUIRE(bench.now().phase == Phase::Tendering);
  bench.click("quick1ActionButton");
  bench.click("payActionButton");
  REQUIRE(bench.now().phase == Phase::Receipt);
  bench.click("nextSaleActionButton");
  CHECK(bench.now().phase == Phase::Selling);
  CHECK(bench.till.payments == 1);
}

TEST_CASE("sign-in: a wrong PIN is said, never shown, and can be tried again") {
  Bench bench;
  bench.scan("1001");
  bench.type("111111");
  auto& pin = bench.edit("pinCodeEdit");
  CHECK(pin.echoMode() == QLineEdit::Password);
  CHECK_FALSE(pin.displayText().contains(QLatin1Char('1')));
  bench.key(Qt::Key_Return);
  CHECK(bench.now().phase == Phase::SignedOut);
  CHECK(bench.notice().startsWith(QStringLiteral("Wrong PIN.|")));
  CHECK(pin.text().isEmpty());
  bench.scan("123456");
  CHECK(bench.now().phase == Phase::Selling);
}

TEST_CASE("locking keeps the bill and the code, signing out keeps the bill") {
  Bench bench;
  bench.signIn();
  bench.scan("6900000002025");
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_L);
  REQUIRE(bench.now().phase == Phase::SignedOut);
  CHECK(bench.edit("operatorCodeEdit").text() == QStringLiteral("1001"));
  bench.scan("123456");
  REQUIRE(bench.now().phase == Phase::Selling);
  CHECK(bench.now().lines.size() == 1);
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_S);
  CHECK(bench.edit("operatorCodeEdit").text().isEmpty());
  CHECK(bench.now().lines.size() == 1);
}

TEST_CASE("short cash is refused with the missing amount, and Esc leads back to the bill") {
  Bench bench;
  bench.signIn();
  bench.scan("6900000002025");
  bench.key(Qt::Key_Plus);
  REQUIRE(bench.now().phase == Phase::Tendering);
  bench.scan("50");
  CHECK(bench.now().phase == Phase::Tendering);
  CHECK(bench.notice().startsWith(QStringLiteral("The cash is ¥9.90 short.|")));
  bench.key(Qt::Key_Escape);
  CHECK(bench.now().phase == Phase::Selling);
  CHECK(bench.now().lines.size() == 1);
}

TEST_CASE("Enter without an amount pays the exact sum, a held Enter pays once and leaves the change in sight") {
  Bench bench;
  bench.signIn();
  bench.scan("6900000002025");
  bench.key(Qt::Key_F11);
  auto* entry = bench.window.focusWidget();
  QTest::keyPress(entry, Qt::Key_Return);
  for (int held = 0; held < 5; ++held) {
    QKeyEvent again(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"), true);
    QCoreApplication::sendEvent(bench.window.focusWidget(), &again);
    bench.settle();
  }
  bench.key(Qt::Key_Return);  // a nervous second press, at once
  CHECK(bench.till.payments == 1);
  CHECK(bench.now().phase == Phase::Receipt);
  CHECK(bench.label("changeTextLabel") == QStringLiteral("¥0.00"));
}

TEST_CASE("a payment that the disk refuses leaves everything in place") {
  Bench bench;
  bench.signIn();
  bench.scan("6900000002025");
  bench.key(Qt::Key_F11);
  bench.till.failNext({base::ErrorCode::StoreFull, {}});
  bench.scan("100");
  CHECK(bench.now().phase == Phase::Tendering);
  CHECK(bench.notice().contains(QStringLiteral("disk is full")));
  bench.scan("100");
  CHECK(bench.now().phase == Phase::Receipt);
}

TEST_CASE("scanning the next item leaves the receipt at once") {
  Bench bench;
  bench.signIn();
  bench.scan("6900000002025");
  bench.key(Qt::Key_F11);
  bench.key(Qt::Key_Return);
  REQUIRE(bench.now().phase == Phase::Receipt);
  bench.scan("6900000001011");
  CHECK(bench.now().phase == Phase::Selling);
  CHECK(bench.now().lines.size() == 1);
}

TEST_CASE("the last receipt can be called back, and the open bill with it") {
  Bench bench;
  bench.signIn();
  bench.key(Qt::Key_R, Qt::ControlModifier);
  CHECK(bench.notice().startsWith(QStringLiteral("There is no such receipt")));
  bench.scan("6900000002025");
  bench.key(Qt::Key_F11);
  bench.scan("100");
  bench.scan("6900000001011");
  bench.key(Qt::Key_R, Qt::ControlModifier);
  CHECK(bench.window.checkout().findChild<widgets::ReceiptPaper*>()->isVisible());
  CHECK(bench.label("changeTextLabel") == QStringLiteral("¥40.10"));
  bench.key(Qt::Key_Escape);
  CHECK_FALSE(bench.window.checkout().findChild<widgets::ReceiptPaper*>()->isVisible());
  CHECK(bench.now().lines.size() == 1);
}

TEST_CASE("a long receipt is read to its end by the arrows and ends in a whole line") {
  Bench bench(models::Language::Chinese, widgets::Scheme::Light, {1024, 768});
  bench.signIn();
  for (int count = 0; count < 20; ++count) bench.scan("6900000001011");
  bench.key(Qt::Key_F11);
  bench.key(Qt::Key_Return);
  auto& paper = bench.find<QPlainTextEdit>("receiptQPlainTextEdit");
  CHECK(paper.height() % QFontMetrics(paper.font()).lineSpacing() == 0);
  const QScrollBar* bar = paper.verticalScrollBar();
  REQUIRE(bar->maximum() > 0);
  for (int presses = 0; presses < 10; ++presses) bench.key(Qt::Key_PageDown);
  CHECK(bar->value() == bar->maximum());
  bench.key(Qt::Key_Up);
  CHECK(bar->value() == bar->maximum() - 1);
  CHECK(bench.now().phase == Phase::Receipt);
}

TEST_CASE("cards: known, blocked, unknown, a phone, each with its own answer") {
  Bench bench;
  bench.signIn();
  bench.scan("6900000002025");
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_D);
  bench.click("demoCard4ActionButton");
  REQUIRE(bench.now().member);
  CHECK(bench.notice().startsWith(QStringLiteral("Member 周**")));
  bench.click("demoCard5ActionButton");
  CHECK(bench.notice().startsWith(QStringLiteral("This card is blocked.|")));
  bench.click("demoCard6ActionButton");
  CHECK(bench.notice().startsWith(QStringLiteral("This card is not known.|")));
  bench.click("demoCard7ActionButton");
  CHECK(bench.notice().startsWith(QStringLiteral("This is a phone or a bank card")));
  bench.click("demoUnplugActionButton");
  CHECK(bench.notice().contains(QStringLiteral("Plug the card reader in.")));
  CHECK(bench.find<widgets::Chip>("reader0Chip").text() == QStringLiteral("No reader"));
  bench.click("demoReplugActionButton");
  CHECK(bench.find<widgets::Chip>("reader0Chip").text() == QStringLiteral("Reader ready"));
  CHECK(bench.now().member);
}

TEST_CASE("a card that is tapped while a phone is being typed closes the panel") {
  Bench bench;
  bench.signIn();
  bench.key(Qt::Key_F2);
  bench.type("138");
  bench.till.tapCard("04A2");
  bench.settle();
  CHECK(bench.now().member);
  CHECK_FALSE(bench.edit("memberNumberCodeEdit").isVisible());
  CHECK(bench.edit("scanCodeEdit").hasFocus());
}

TEST_CASE("an unknown phone keeps the panel open for another try, the member can be taken off") {
  Bench bench;
  bench.signIn();
  bench.key(Qt::Key_F2);
  bench.scan("13900000000");
  CHECK(bench.edit("memberNumberCodeEdit").isVisible());
  CHECK(bench.notice().startsWith(QStringLiteral("No member has this number.|")));
  bench.key(Qt::Key_Escape);
  bench.till.tapCard("04A2");
  bench.settle();
  bench.key(Qt::Key_F2);
  bench.click("memberDetachActionButton");
  CHECK_FALSE(bench.now().member);
}

TEST_CASE("words typed into the entry line open the search that they ask for") {
  Bench bench;
  bench.signIn();
  bench.scan("nn");
  REQUIRE(bench.edit("searchCodeEdit").isVisible());
  CHECK(bench.edit("searchCodeEdit").text() == QStringLiteral("nn"));
  CHECK(bench.edit("searchCodeEdit").hasFocus());
  bench.key(Qt::Key_Return);
  CHECK(bench.now().lines.size() == 1);
  CHECK(bench.edit("scanCodeEdit").hasFocus());
}

TEST_CASE("emptying the bill can be taken back") {
  Bench bench;
  bench.signIn();
  bench.scan("6900000002025");
  bench.scan("6900000001011");
  bench.key(Qt::Key_F6, Qt::ShiftModifier);
  REQUIRE(bench.now().lines.empty());
  bench.key(Qt::Key_Z, Qt::ControlModifier);
  CHECK(bench.now().lines.size() == 2);
}

TEST_CASE("an error stays until the next act, good news goes by itself") {
  Bench bench;
  bench.signIn();
  bench.scan("999");
  QTest::qWait(4300);
  CHECK(bench.notice().startsWith(QStringLiteral("No item has this code.|")));
  bench.scan("6900000002025");
  CHECK(bench.notice().startsWith(QStringLiteral("Added:")));
  QTest::qWait(4300);
  CHECK(bench.notice().isEmpty());
}

TEST_CASE("language and colours change at once, everywhere") {
  Bench bench;
  bench.click("loginLanguageActionButton");
  CHECK(bench.find<QAbstractButton>("signInActionButton").text() == QStringLiteral("登录"));
  bench.signIn();
  bench.scan("6900000002025");
  CHECK(bench.find<QAbstractButton>("cashActionButton").text() == QStringLiteral("现金"));
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_E);
  CHECK(bench.find<QAbstractButton>("cashActionButton").text() == QStringLiteral("Cash"));
  CHECK(bench.label("countTextLabel") == QStringLiteral("1 line · 1 piece"));
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_C);
  CHECK(bench.theme.scheme() == widgets::Scheme::Dark);
  CHECK(bench.now().lines.size() == 1);
}
