// Where keys go: a scan arrives at the entry line from any place, and nothing is typed or pressed by accident.
#include <QLineEdit>

#include "tests/gui/bench.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using test::Bench;
using till::Phase;

TEST_CASE("a scan arrives wherever the focus is") {
  Bench bench;
  bench.signIn();
  bench.scan("6900000002025");
  const std::size_t before = bench.now().lines.size();
  std::size_t added = 0;
  for (const char* name :
       {"saleBasketView", "cashActionButton", "voidLineActionButton", "helpActionButton", "demoPanelActionButton"}) {
    INFO(name);
    auto& place = bench.find<QWidget>(name);
    place.setFocus(Qt::TabFocusReason);
    REQUIRE(place.hasFocus());
    bench.scan("6900000001011");
    CHECK(bench.now().lines.size() == before + ++added);
    CHECK(bench.edit("scanCodeEdit").text().isEmpty());
  }
  bench.window.focusWidget()->clearFocus();
  bench.scan("6900000001011");
  CHECK(bench.now().lines.size() == before + ++added);
  CHECK(bench.now().phase == Phase::Selling);
}

TEST_CASE("a scan closes help and the list of F10, and is not lost") {
  Bench bench;
  bench.signIn();
  bench.key(Qt::Key_F1);
  bench.scan("6900000001011");
  CHECK(bench.now().lines.size() == 1);
  bench.key(Qt::Key_F10);
  bench.scan("6900000001011");
  CHECK(bench.now().lines.size() == 2);
  CHECK_FALSE(bench.find<QWidget>("moreLanguageActionButton").isVisible());
}

TEST_CASE("an item scanned while money is counted is refused aloud and never taken for an amount") {
  Bench bench;
  bench.signIn();
  bench.scan("6900000002025");
  bench.key(Qt::Key_F11);
  for (const char* code : {"6900000001011", "69012345", "2100123007851"}) {
    bench.scan(code);
    CHECK(bench.till.payments == 0);
    CHECK(bench.notice().startsWith(QStringLiteral("An item was scanned while money is counted")));
    CHECK(bench.edit("receivedCodeEdit").text().isEmpty());
  }
  bench.key(Qt::Key_Escape);
  bench.key(Qt::Key_F4);
  bench.scan("6900000001011");
  CHECK(bench.now().lines.at(0).quantity == base::kOnePiece);
}

TEST_CASE("Ctrl+Z reaches the till although a line edit has the focus") {
  Bench bench;
  bench.signIn();
  bench.scan("6900000002025");
  bench.type("69");
  REQUIRE(bench.edit("scanCodeEdit").hasFocus());
  bench.key(Qt::Key_Z, Qt::ControlModifier);
  CHECK(bench.now().lines.empty());
  CHECK(bench.edit("scanCodeEdit").text() == QStringLiteral("69"));
}

TEST_CASE("fields of codes and figures refuse the input method, search, notes and reasons allow it") {
  Bench bench;
  const QStringList words{QStringLiteral("searchCodeEdit"),           QStringLiteral("holdNoteCodeEdit"),
                          QStringLiteral("cashReasonCodeEdit"),       QStringLiteral("closeReasonCodeEdit"),
                          QStringLiteral("memberFormNameCodeEdit"),   QStringLiteral("memberFormWordsCodeEdit"),
                          QStringLiteral("managerFindCodeEdit"),      QStringLiteral("paymentsWhyCodeEdit"),
                          QStringLiteral("staffNameCodeEdit"),        QStringLiteral("blindReturnReasonCodeEdit"),
                          QStringLiteral("receiptsReasonCodeEdit"),   QStringLiteral("receiptLogoCodeEdit"),
                          QStringLiteral("deliveryNoteCodeEdit"),     QStringLiteral("talkTextCodeEdit"),
                          QStringLiteral("memberFormContactCodeEdit")};
  // One line serves all tasks of these forms, words among them; what stands on a receipt is words.
  const QStringList forms{QStringLiteral("taskField"),     QStringLiteral("managerWorkField"),
                          QStringLiteral("planField"),     QStringLiteral("receiptHeader"),
                          QStringLiteral("receiptFooter"), QStringLiteral("campaignField"),
                          QStringLiteral("clubField"),     QStringLiteral("planItem")};
  for (const auto* edit : bench.window.findChildren<widgets::CodeEdit*>()) {
    INFO(edit->objectName().toStdString());
    const bool of_form = std::any_of(forms.begin(), forms.end(),
                                     [&](const QString& form) { return edit->objectName().startsWith(form); });
    CHECK(edit->inputMethodQuery(Qt::ImEnabled).toBool() == (of_form || words.contains(edit->objectName())));
  }
}

TEST_CASE("digits and signs do their work in the entry line only when it is empty") {
  Bench bench;
  bench.signIn();
  bench.scan("6900000002025");
  bench.type("3*");
  CHECK(bench.edit("scanCodeEdit").text() == QStringLiteral("3*"));
  bench.key(Qt::Key_Return);
  CHECK(bench.now().lines.at(0).quantity == base::Quantity(3000));
  bench.type("*");
  CHECK(bench.edit("quantityCodeEdit").isVisible());
  bench.key(Qt::Key_Escape);
  bench.type("+");
  CHECK(bench.now().phase == Phase::Tendering);
}

TEST_CASE("arrows choose lines while the cursor stays in the entry line") {
  Bench bench;
  bench.signIn();
  for (int count = 0; count < 12; ++count) bench.scan("6900000001011");
  CHECK(bench.now().selected_line == 11);
  bench.key(Qt::Key_Up);
  CHECK(bench.now().selected_line == 10);
  bench.key(Qt::Key_PageUp);
  CHECK(bench.now().selected_line == 4);
  bench.key(Qt::Key_PageUp);
  CHECK(bench.now().selected_line == 0);
  bench.key(Qt::Key_PageDown);
  CHECK(bench.now().selected_line == 6);
  CHECK(bench.edit("scanCodeEdit").hasFocus());
}

TEST_CASE("the newest line is always in sight") {
  Bench bench(models::Language::Chinese, widgets::Scheme::Light, {1024, 768});
  bench.signIn();
  auto& basket = bench.find<widgets::BasketView>("saleBasketView");
  for (int count = 0; count < 30; ++count) {
    bench.scan("6900000001011");
    const QRect row = basket.visualRect(basket.model()->index(count, 1));
    REQUIRE(basket.viewport()->rect().contains(row));
  }
}

TEST_CASE("one step down from one piece takes the line away") {
  Bench bench;
  bench.signIn();
  bench.scan("6900000001011");
  auto& basket = bench.find<widgets::BasketView>("saleBasketView");
  const QRect cell = basket.visualRect(basket.model()->index(0, models::BasketModel::Quantity));
  QTest::mouseClick(basket.viewport(), Qt::LeftButton, Qt::NoModifier,
                    widgets::BasketDelegate::steppers(cell).less.center());
  bench.settle();
  CHECK(bench.now().lines.empty());
}

TEST_CASE("every button that does something can be reached by Tab or has a key") {
  Bench bench;
  bench.signIn();
  bench.scan("6900000002025");
  for (const auto* button : bench.window.findChildren<widgets::ActionButton*>()) {
    INFO(button->objectName().toStdString());
    CHECK((button->focusPolicy() & Qt::TabFocus) == Qt::TabFocus);
  }
  auto& cash = bench.find<QAbstractButton>("cashActionButton");
  for (int presses = 0; presses < 60 && !cash.hasFocus(); ++presses) bench.key(Qt::Key_Tab);
  REQUIRE(cash.hasFocus());
  bench.key(Qt::Key_Space);
  CHECK(bench.now().phase == Phase::Tendering);
}
