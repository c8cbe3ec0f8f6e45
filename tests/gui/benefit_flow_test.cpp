// Points, coupons, discounts, offers and explanations in the real window, by keys and by touch.
#include "tests/gui/bench.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using test::Bench;
using till::Phase;

namespace {

void fillFor(Bench& bench, const char* card) {
  bench.signIn();
  bench.scan("2*6900000002025");
  bench.till.tapCard(card);
  bench.settle();
  REQUIRE(bench.now().member);
}

}  // namespace

TEST_CASE("points: Alt+P and M pay as much as the bill takes, and the change is right") {
  Bench bench;
  fillFor(bench, "04A3");
  CHECK(bench.label("dueTextLabel") == QStringLiteral("¥113.82"));
  bench.key(Qt::Key_P, Qt::AltModifier);
  REQUIRE(bench.edit("pointsCodeEdit").hasFocus());
  CHECK(bench.label("pointsUsableTextLabel") == QStringLiteral("2,276 = ¥22.76"));
  bench.type("m");
  CHECK_FALSE(bench.edit("pointsCodeEdit").isVisible());
  CHECK(bench.label("dueTextLabel") == QStringLiteral("¥91.06"));
  CHECK(bench.label("extrasTextLabel") == QStringLiteral("2,276 points"));
  bench.key(Qt::Key_F11);
  bench.type("100");
  CHECK(bench.label("tenderChangeTextLabel") == QStringLiteral("¥9.00"));
  bench.key(Qt::Key_Return);
  CHECK(bench.now().phase == Phase::Receipt);
  CHECK(bench.label("changeTextLabel") == QStringLiteral("¥9.00"));
}

TEST_CASE("points: an amount, whole yuan, none, and too many are refused and asked for again") {
  Bench bench;
  fillFor(bench, "04A3");
  bench.key(Qt::Key_P, Qt::AltModifier);
  bench.scan("500");
  CHECK(bench.now().points->used == base::Points(500));
  bench.click("pointsActionButton");
  bench.scan("99999");
  CHECK(bench.notice().startsWith(QStringLiteral("This bill takes at most 2,276 points.|")));
  CHECK(bench.edit("pointsCodeEdit").isVisible());
  bench.scan("6900000002025");
  CHECK(bench.notice().startsWith(QStringLiteral("This is not a number of points.")));
  bench.type("y");
  CHECK(bench.now().totals.due.value() % 100 == 0);
  bench.click("pointsActionButton");
  bench.click("pointsNoneActionButton");
  CHECK(bench.now().points->used == base::Points());
  bench.key(Qt::Key_Z, Qt::ControlModifier);
}

TEST_CASE("points without a member say what to do") {
  Bench bench;
  bench.signIn();
  bench.scan("6900000002025");
  bench.key(Qt::Key_P, Qt::AltModifier);
  CHECK(bench.notice().startsWith(QStringLiteral("There are no points to pay with.|")));
}

TEST_CASE("coupons: Alt+number and touch use one and leave it, a refusal says why") {
  Bench bench(models::Language::English, widgets::Scheme::Light, {1920, 1080});
  fillFor(bench, "04A3");
  bench.key(Qt::Key_1, Qt::AltModifier);
  CHECK(bench.notice().startsWith(QStringLiteral("The bill is too small for the coupon.|")));
  bench.key(Qt::Key_2, Qt::AltModifier);
  REQUIRE(bench.now().coupons.at(1).chosen);
  CHECK(bench.label("dueTextLabel") == QStringLiteral("¥96.74"));
  CHECK(bench.find<widgets::CouponRow>("coupon1CouponRow").isChecked());
  bench.click("coupon1CouponRow");
  CHECK_FALSE(bench.now().coupons.at(1).chosen);
  bench.scan("10000000000000000002");
  CHECK(bench.now().coupons.at(1).chosen);
  bench.key(Qt::Key_9, Qt::AltModifier);
  CHECK(bench.now().coupons.at(1).chosen);
}

TEST_CASE("more coupons than the card has room for are one list away") {
  Bench bench(models::Language::English, widgets::Scheme::Light, {1024, 768});
  fillFor(bench, "04A5");
  bench.click("allCouponsActionButton");
  REQUIRE(bench.find<QListView>("couponQListView").isVisible());
  bench.key(Qt::Key_Down);
  bench.key(Qt::Key_Space);
  CHECK(bench.now().coupons.at(1).chosen);
  CHECK(bench.edit("scanCodeEdit").hasFocus());
  bench.key(Qt::Key_Escape);
  CHECK_FALSE(bench.find<QListView>("couponQListView").isVisible());
}

TEST_CASE("a discount within the right is given at once, and taken off again") {
  Bench bench;
  fillFor(bench, "04A1");
  bench.key(Qt::Key_F5);
  bench.scan("0");
  CHECK(bench.notice().startsWith(QStringLiteral("This is not a discount.|")));
  bench.scan("90");
  REQUIRE(bench.now().discount);
  CHECK(bench.label("dueTextLabel") == QStringLiteral("¥107.82"));
  CHECK(bench.label("extrasTextLabel") == QStringLiteral("bill pay 90%"));
  bench.key(Qt::Key_F5);
  bench.key(Qt::Key_A);
  bench.scan("5.50");
  CHECK(bench.now().discount->minus == base::Money(550));
  bench.key(Qt::Key_F5);
  bench.click("discountNoneActionButton");
  CHECK_FALSE(bench.now().discount);
}

TEST_CASE("a discount beyond the right needs a leader's code and PIN in the same panel") {
  Bench bench;
  fillFor(bench, "04A1");
  bench.key(Qt::Key_F5);
  bench.scan("80");
  CHECK_FALSE(bench.now().discount);
  REQUIRE(bench.edit("discountApproverCodeEdit").hasFocus());
  CHECK(bench.notice().startsWith(QStringLiteral("Such a discount is beyond the right")));
  CHECK(bench.label("discountWantedTextLabel") == QStringLiteral("Whole bill: pay 80%"));
  bench.scan("2001");
  REQUIRE(bench.edit("discountApproverPinCodeEdit").hasFocus());
  CHECK(bench.edit("discountApproverPinCodeEdit").echoMode() == QLineEdit::Password);
  bench.scan("000000");
  CHECK(bench.notice().startsWith(QStringLiteral("Wrong PIN.|")));
  CHECK(bench.edit("discountApproverPinCodeEdit").text().isEmpty());
  CHECK_FALSE(bench.now().discount);
  bench.scan("123456");
  REQUIRE(bench.now().discount);
  CHECK(bench.now().discount->rate == base::Rate(8000));
  CHECK_FALSE(bench.edit("discountApproverPinCodeEdit").isVisible());

  bench.key(Qt::Key_F5);
  bench.click("discountQuick2ActionButton");
  REQUIRE(bench.edit("discountApproverCodeEdit").isVisible());
  bench.key(Qt::Key_Escape);
  CHECK(bench.edit("discountCodeEdit").hasFocus());
  bench.key(Qt::Key_Escape);
  CHECK(bench.edit("scanCodeEdit").hasFocus());
}

TEST_CASE("a gift that is reached is taken by key or touch, once") {
  Bench bench;
  bench.signIn();
  bench.scan("6900000002025");
  auto& strip = bench.find<widgets::TextLabel>("hintTextLabel");
  CHECK(strip.isVisible());
  CHECK(strip.text() == QStringLiteral("¥240.10 more: \u2212¥40 from ¥300"));
  bench.scan("3*6900000002025");
  REQUIRE(bench.find<QAbstractButton>("offerActionButton").isVisible());
  bench.key(Qt::Key_G, Qt::AltModifier);
  REQUIRE(bench.now().lines.size() == 3);
  CHECK(bench.now().lines.back().final == base::Money());
  CHECK_FALSE(bench.find<QAbstractButton>("offerActionButton").isVisible());
  bench.key(Qt::Key_G, Qt::AltModifier);
  CHECK(bench.now().lines.size() == 3);
}

TEST_CASE("of several offers one shows, the others are a key or a touch away") {
  Bench bench;
  bench.signIn();
  bench.scan("4*6900000002025");
  auto& other = bench.find<QAbstractButton>("otherOfferActionButton");
  CHECK_FALSE(other.isVisible());
  bench.scan("4*6900000002025");
  REQUIRE(other.isVisible());
  CHECK(other.text() == QStringLiteral("1/2"));
  const QString gift = bench.find<QAbstractButton>("offerActionButton").text();
  bench.key(Qt::Key_G, Qt::AltModifier | Qt::ShiftModifier);
  CHECK(other.text() == QStringLiteral("2/2"));
  CHECK(bench.find<QAbstractButton>("offerActionButton").text() != gift);
  bench.click("otherOfferActionButton");
  CHECK(bench.find<QAbstractButton>("offerActionButton").text() == gift);
  bench.key(Qt::Key_G, Qt::AltModifier | Qt::ShiftModifier);
  bench.key(Qt::Key_G, Qt::AltModifier);
  REQUIRE(bench.now().lines.back().promotion);
  CHECK(bench.now().lines.back().promotion->kind == programme::PromotionKind::Exchange);
}

TEST_CASE("why: a key and a touch open it, arrows follow the lines, Esc and a scan close it") {
  Bench bench;
  fillFor(bench, "04A3");
  bench.scan("6900000004043");
  bench.key(Qt::Key_W, Qt::AltModifier);
  auto& list = bench.find<QListView>("whyQListView");
  REQUIRE(list.isVisible());
  REQUIRE(bench.now().explain);
  CHECK(bench.now().explain->line == 1);
  CHECK(list.model()->index(0, 0).data().toString() == QStringLiteral("Offer price"));
  bench.key(Qt::Key_Up);
  CHECK(bench.now().explain->line == 0);
  CHECK(list.model()->index(0, 0).data().toString() == QStringLiteral("Price of the tier"));
  bench.key(Qt::Key_Escape);
  CHECK_FALSE(list.isVisible());
  CHECK_FALSE(bench.now().explain);

  auto& basket = bench.find<widgets::BasketView>("saleBasketView");
  const QRect cell = basket.visualRect(basket.model()->index(0, models::BasketModel::Product));
  QTest::mouseClick(basket.viewport(), Qt::LeftButton, Qt::NoModifier, widgets::BasketDelegate::whyBox(cell).center());
  bench.settle();
  REQUIRE(list.isVisible());
  bench.scan("6900000001011");
  CHECK(bench.now().lines.size() == 3);
  CHECK(bench.edit("scanCodeEdit").hasFocus());
}
