// S001-89: the customer types on the second display. Touches on the one window, keys on the other.
#include <QApplication>

#include "tests/gui/customer_bench.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using test::CustomerBench;

namespace {

using Step = models::CustomerEntry::Step;

constexpr const char* kGoods = "6900000002025";

bool marked(CustomerBench& bench, const char* name) { return bench.find<widgets::ActionButton>(name).isChecked(); }

// Nothing that a customer typed can be read there, nor is the entry on it.
void checkGone(CustomerBench& bench) {
  const QString words = test::customerWords(*bench.display);
  for (const char* typed : {"1390", "1111", "王", "wang", "1990", "2026-01"})
    CHECK_FALSE(words.contains(QString::fromUtf8(typed)));
  CHECK_FALSE(bench.display->findChild<QWidget*>(QStringLiteral("CustomerPad"))->isVisible());
  CHECK(bench.customer.step() == Step::Off);
  CHECK_FALSE(bench.customer.typed().phone.has_value());
}

}  // namespace

TEST_CASE("S001-89: what the customer types stands in the cashier's form as it comes, and the cashier saves it") {
  CustomerBench bench;
  bench.scan(kGoods);
  bench.letType();
  CHECK(bench.customer.step() == Step::Phone);
  bench.digits("139");
  CHECK(bench.edit("memberFormPhoneCodeEdit").text() == QStringLiteral("139"));
  bench.touch("customerErase");
  CHECK(bench.edit("memberFormPhoneCodeEdit").text() == QStringLiteral("13"));
  bench.touch("customerErase");
  bench.touch("customerErase");
  bench.typeAll();
  CHECK(bench.customer.step() == Step::Check);
  CHECK(bench.shown("customerReviewTextLabel").contains(QStringLiteral("王晓")));
  const std::size_t before = bench.till.asked.size();
  bench.touch("customerNext");
  CHECK(bench.till.asked.size() == before);  // nobody has joined: the cashier looks first
  checkGone(bench);
  CHECK(bench.told().contains(QStringLiteral("done")));
  CHECK(bench.edit("memberFormNameCodeEdit").text() == QStringLiteral("王晓"));
  CHECK(bench.edit("memberFormBirthdayCodeEdit").text() == QStringLiteral("19900317"));
  CHECK(marked(bench, "memberFormAgreedActionButton"));
  bench.key(Qt::Key_Return);
  CHECK(bench.till.asked.size() == before);  // the first Enter only leads there
  bench.key(Qt::Key_Return);
  REQUIRE(bench.till.asked.size() == before + 1);
  const auto& join = bench.wish<till::JoinMember>();
  CHECK(join.phone == "13900001111");
  CHECK(join.name == "王晓");
  CHECK(join.consent);
  CHECK(join.adult);
  CHECK_FALSE(join.marketing);
  REQUIRE(join.birthday);
  CHECK(join.birthday->month == 3);
  CHECK(join.birthday->day == 17);
  CHECK(join.born == base::BusinessDate::of(1990, 3, 17));
  CHECK(bench.now().lines.size() == 1);
}

TEST_CASE("S001-89: no consent is ticked beforehand, name and birthday may be left out") {
  CustomerBench bench;
  bench.letType();
  bench.digits("13900001111");
  bench.touch("customerNext");
  CHECK(bench.button(QStringLiteral("customerNext")).text() == QStringLiteral("Leave out"));
  bench.touch("customerNext");
  bench.touch("customerNext");
  CHECK(bench.customer.step() == Step::Terms);
  CHECK_FALSE(bench.button(QStringLiteral("customerYes")).isChecked());
  CHECK_FALSE(bench.button(QStringLiteral("customerNext")).isVisible());  // only an answer leads on
  CHECK_FALSE(marked(bench, "memberFormAgreedActionButton"));
  bench.touch("customerYes");
  CHECK(marked(bench, "memberFormAgreedActionButton"));
  CHECK_FALSE(marked(bench, "memberFormMarketingActionButton"));
  bench.touch("customerYes");
  CHECK(marked(bench, "memberFormMarketingActionButton"));
  bench.touch("customerBack");
  bench.touch("customerBack");
  bench.touch("customerNo");  // does not agree after all
  checkGone(bench);
  CHECK(bench.told().contains(QStringLiteral("does not agree")));
  CHECK_FALSE(marked(bench, "memberFormAgreedActionButton"));
}

TEST_CASE("S001-89: a wrong telephone or day is told at once, and there is no way on with it") {
  CustomerBench bench;
  bench.letType();
  bench.digits("1290000111");
  CHECK(bench.hint().contains(QStringLiteral("11 digits")));
  bench.digits("1");
  CHECK(bench.hint().contains(QStringLiteral("no mobile number")));
  bench.touch("customerNext");
  CHECK(bench.customer.step() == Step::Phone);
  for (int digit = 0; digit < 11; ++digit) bench.touch("customerErase");
  bench.touch("customerNext");
  CHECK(bench.customer.step() == Step::Phone);
  bench.digits("139000011112");  // the twelfth is one too many
  CHECK(bench.line() == QStringLiteral("13900001111"));
  bench.touch("customerNext");
  bench.letters("wang");
  bench.touch("customerNext");  // letters that stand for nothing yet
  CHECK(bench.customer.step() == Step::Name);
  CHECK(bench.hint().contains(QStringLiteral("Touch the characters")));
  bench.touch("customerLetterSpace");
  bench.touch("customerNext");
  bench.digits("19900230");
  CHECK(bench.hint().contains(QStringLiteral("no such day")));
  bench.touch("customerNext");
  CHECK(bench.customer.step() == Step::Birthday);
}

TEST_CASE("S001-89: the customer cancels, and what was typed stays in the form alone") {
  CustomerBench bench;
  bench.letType();
  bench.typeAll();
  bench.touch("customerCancel");
  checkGone(bench);
  CHECK(bench.told().contains(QStringLiteral("cancelled")));
  CHECK(bench.edit("memberFormPhoneCodeEdit").text() == QStringLiteral("13900001111"));
  CHECK(bench.edit("memberFormPhoneCodeEdit").isEnabled());
  bench.key(Qt::Key_Escape);
  CHECK(bench.edit("memberFormPhoneCodeEdit").text().isEmpty());
  // The next customer begins at nothing.
  bench.click("memberDeskTask0ActionButton");
  bench.click("memberFormCustomerActionButton");
  CHECK(bench.line().isEmpty());
  CHECK(bench.customer.step() == Step::Phone);
}

TEST_CASE("S001-89: Esc takes the window back and keeps the form, the second Esc closes it") {
  CustomerBench bench;
  bench.letType();
  bench.digits("139");
  bench.key(Qt::Key_Escape);
  checkGone(bench);
  CHECK(bench.told().contains(QStringLiteral("shows the bill again")));
  CHECK(bench.edit("memberFormPhoneCodeEdit").text() == QStringLiteral("139"));
  CHECK(bench.edit("memberFormPhoneCodeEdit").isVisible());
  bench.key(Qt::Key_Escape);
  CHECK_FALSE(bench.edit("memberFormPhoneCodeEdit").isVisible());
}

TEST_CASE("S001-89: a page that is left takes the entry with it") {
  CustomerBench bench;
  bench.letType();
  bench.digits("139");
  bench.key(Qt::Key_F3);
  checkGone(bench);
}

TEST_CASE("S001-89: goods are scanned while the customer types, and touches leave the till its keyboard") {
  CustomerBench bench;
  bench.scan(kGoods);
  bench.letType();
  CHECK_FALSE(bench.edit("memberFormPhoneCodeEdit").isEnabled());
  bench.digits("1390");
  CHECK(QApplication::activeWindow() == &bench.window);
  CHECK(QApplication::focusWidget() == &bench.edit("memberFormScanCodeEdit"));
  CHECK(bench.display->windowFlags().testFlag(Qt::WindowDoesNotAcceptFocus));
  for (const auto* key : bench.display->findChildren<QAbstractButton*>()) CHECK(key->focusPolicy() == Qt::NoFocus);
  bench.scan(kGoods);
  CHECK(bench.now().lines.size() == 2);
  bench.key(Qt::Key_Tab);  // from another control too
  bench.scan(kGoods);
  CHECK(bench.now().lines.size() == 3);
  bench.digits("0001111");
  CHECK(bench.edit("memberFormPhoneCodeEdit").text() == QStringLiteral("13900001111"));
  for (const char* next : {"customerNext", "customerNext", "customerNext", "customerYes", "customerNo"})
    bench.touch(next);
  // A scan that is half in when the customer is done is still a scan, and joins nobody.
  const std::size_t before = bench.till.asked.size();
  bench.type("69000000");
  bench.touch("customerNext");
  bench.scan("02025");
  CHECK(bench.now().lines.size() == 4);
  CHECK(bench.till.asked.size() == before);
}

TEST_CASE("S001-89: a display that is pulled ends the entry and says so") {
  CustomerBench bench;
  bench.letType();
  bench.digits("139");
  bench.display.reset();
  bench.settle();
  CHECK_FALSE(bench.customer.running());
  CHECK(bench.told().contains(QStringLiteral("is gone")));
  CHECK(bench.edit("memberFormPhoneCodeEdit").text() == QStringLiteral("139"));
  CHECK(bench.edit("memberFormPhoneCodeEdit").isEnabled());
  CHECK_FALSE(bench.find<widgets::ActionButton>("memberFormCustomerActionButton").isVisible());
  bench.makeWindow({1280, 800});
  CHECK(bench.find<widgets::ActionButton>("memberFormCustomerActionButton").isVisible());
  bench.display->close();
  bench.settle();
  CHECK_FALSE(bench.find<widgets::ActionButton>("memberFormCustomerActionButton").isVisible());
}

TEST_CASE("S001-89: without the window, or where customers may not type, the key is not there") {
  CustomerBench bench;
  bench.counter.edit([&] { bench.counter.now.customer_types = false; });
  bench.settle();
  bench.openJoin();
  const auto& key = bench.find<widgets::ActionButton>("memberFormCustomerActionButton");
  CHECK_FALSE(key.isVisible());
  bench.key(Qt::Key_F2, Qt::ShiftModifier);
  CHECK_FALSE(bench.customer.running());
  bench.counter.edit([&] { bench.counter.now.customer_types = true; });
  bench.settle();
  CHECK(key.isVisible());
  bench.key(Qt::Key_F2, Qt::ShiftModifier);
  REQUIRE(bench.customer.running());
  bench.counter.edit([&] { bench.counter.now.customer_types = false; });
  bench.settle();
  CHECK_FALSE(bench.customer.running());
}

TEST_CASE("S001-89: whether customers may type is set beside the window, while it is shown") {
  test::Bench bench;
  bench.signIn();
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_T);
  auto& types = bench.find<widgets::ActionButton>("counterTypesActionButton");
  CHECK_FALSE(types.isVisible());
  bench.key(Qt::Key_Y);
  CHECK_FALSE(bench.counter.now.customer_types);
  bench.key(Qt::Key_C);
  CHECK(types.isVisible());
  CHECK_FALSE(bench.counter.now.customer_types);  // many displays take no touch
  bench.key(Qt::Key_Y);
  CHECK(bench.counter.now.customer_types);
  CHECK(types.text() == QStringLiteral("Customers may type on it"));
}

TEST_CASE("S001-89: where nobody touches, the window asks, then closes, and the cashier reads why") {
  CustomerBench bench;
  bench.letType();
  bench.digits("139");
  const auto wait = [&](int seconds) {
    bench.clock.advance(std::chrono::seconds(seconds));
    bench.customer.look();
    bench.settle();
  };
  wait(39);
  CHECK_FALSE(bench.hint().contains(QStringLiteral("still there")));
  wait(1);
  CHECK(bench.hint().contains(QStringLiteral("still there")));
  CHECK(bench.hint().contains(QStringLiteral("20")));
  bench.digits("0");
  CHECK_FALSE(bench.hint().contains(QStringLiteral("still there")));
  wait(45);
  CHECK(bench.hint().contains(QStringLiteral("15")));
  QTest::mouseClick(bench.display->windowHandle(), Qt::LeftButton, {}, QPoint(3, 3));  // beside the keys
  bench.settle();
  wait(59);
  CHECK(bench.customer.running());
  wait(1);
  checkGone(bench);
  CHECK(bench.told().contains(QStringLiteral("Nobody typed")));
  CHECK(bench.edit("memberFormPhoneCodeEdit").text() == QStringLiteral("1390"));
}

TEST_CASE("S001-89: a name in Latin letters has capitals and spaces, a number known to the form is not asked again") {
  CustomerBench bench;
  bench.openJoin();
  bench.type("13900001111");
  bench.key(Qt::Key_F2, Qt::ShiftModifier);
  CHECK(bench.customer.step() == Step::Name);
  CHECK_FALSE(test::customerWords(*bench.display).contains(QStringLiteral("13900001111")));
  bench.touch("customerLetterWay");
  bench.letters("anna");
  bench.touch("customerLetterSpace");
  bench.letters("li");
  CHECK(bench.line() == QStringLiteral("Anna Li"));
  CHECK(bench.edit("memberFormNameCodeEdit").text() == QStringLiteral("Anna Li"));
  bench.touch("customerLetterErase");
  CHECK(bench.line() == QStringLiteral("Anna L"));
  bench.touch("customerLetterWay");
  bench.letters("wang");
  bench.touch("customerLetterMore");
  CHECK(bench.button(QStringLiteral("customerLetterCandidate0")).text() == QStringLiteral("汪"));  // no surname now
  bench.touch("customerLetterCandidate0");
  CHECK(bench.edit("memberFormNameCodeEdit").text() == QStringLiteral("Anna L汪"));
  for (const char* next : {"customerNext", "customerNext", "customerYes", "customerYes", "customerNext"})
    bench.touch(next);
  CHECK(bench.edit("memberFormPhoneCodeEdit").text() == QStringLiteral("13900001111"));
}

TEST_CASE("S001-89: each step has large keys with names, and nothing is cut off, on all displays") {
  const auto language = GENERATE(models::Language::English, models::Language::Chinese);
  const QSize size = GENERATE(QSize(800, 480), QSize(1024, 600), QSize(1280, 800), QSize(1920, 1080));
  CustomerBench bench(language, size);
  const QString folder = qEnvironmentVariable("KAHUI_PICTURES");
  const auto look = [&](const char* step) {
    INFO(step << " " << size.width() << " " << models::nameOf(language).toStdString());
    CHECK(bench.display->size() == size);
    for (auto* part : bench.display->findChildren<QWidget*>()) {
      if (!part->isVisible()) continue;
      const auto* key = qobject_cast<const QAbstractButton*>(part);
      INFO(part->objectName().toStdString() << " " << part->width() << "x" << part->height());
      if (key != nullptr) {
        CHECK(key->width() >= 64);
        CHECK(key->height() >= 64);
        CHECK_FALSE(key->accessibleName().isEmpty());
        CHECK(bench.display->rect().contains(QRect(key->mapTo(bench.display.get(), QPoint()), key->size())));
      }
      bool fits = true;
      if (part->metaObject()->indexOfMethod("textFits()") >= 0)
        QMetaObject::invokeMethod(part, "textFits", Q_RETURN_ARG(bool, fits));
      CHECK(fits);
    }
    if (!folder.isEmpty() && size.width() != 1920)
      bench.display->grab().save(folder + QStringLiteral("/customer-%1-%2-%3.png")
                                              .arg(QString::fromLatin1(step), models::nameOf(language))
                                              .arg(size.width()));
  };
  bench.letType();
  look("phone");
  bench.digits("12900001111");
  look("phone-wrong");
  for (int digit = 0; digit < 11; ++digit) bench.touch("customerErase");
  bench.digits("13900001111");
  bench.touch("customerNext");
  look("name-empty");
  bench.letters("wang");
  look("name");
  bench.touch("customerLetterCandidate0");
  bench.touch("customerLetterWay");
  look("name-latin");
  bench.touch("customerNext");
  look("birthday-empty");
  bench.digits("1990031");
  look("birthday");
  bench.digits("7");
  bench.touch("customerNext");
  look("terms");
  bench.touch("customerYes");
  look("messages");
  bench.clock.advance(std::chrono::seconds(45));
  bench.customer.look();
  look("still-there");
  bench.touch("customerYes");
  look("check");
}
