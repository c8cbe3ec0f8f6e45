// Faults 25 to 28 of cards.md section 7 and the proofs of ui.md section 2, on a real X server.
#include <QClipboard>
#include <QDialog>

#include "tests/support/catch.hpp"
#include "tests/wedge/window.hpp"

namespace {

using namespace kahui;
using namespace kahui::test;

TEST_CASE("a scan reaches the till from every focus and no widget") {
  Window window;
  QWidget* const places[] = {window.line, window.spin, window.combo, window.table, window.button, window.text, nullptr};
  for (QWidget* place : places) {
    if (place != nullptr)
      place->setFocus();
    else if (QWidget* focus = QApplication::focusWidget())
      focus->clearFocus();
    for (const auto& text : {kGoods, kTrack2, kStripe}) {
      window.scans.clear();
      window.keyboard.play(scanned(text));
      CHECK(window.scans == std::vector{text});
    }
  }
  CHECK(window.line->text().isEmpty());
  CHECK(window.spin->value() == 0);
  CHECK(window.combo->currentIndex() == 0);
  CHECK(window.text->toPlainText().isEmpty());
  CHECK(window.clicks == 0);
}

// Fault 26: its default button would take the Enter at the end of a swipe for "yes".
TEST_CASE("a swipe while a modal question has the focus reaches the till and answers nothing") {
  Window window;
  QDialog question(&window.widget);
  auto* layout = new QVBoxLayout(&question);
  auto* why = new QLineEdit;
  auto* yes = new QPushButton(QStringLiteral("Yes"));
  layout->addWidget(why);
  layout->addWidget(yes);
  yes->setDefault(true);
  QObject::connect(yes, &QPushButton::clicked, &question, &QDialog::accept);
  question.open();
  REQUIRE(serveUntil([&] { return question.windowHandle()->isExposed(); }));
  window.keyboard.focus(question.winId());
  REQUIRE(serveUntil([&] { return question.isActiveWindow(); }));
  for (QWidget* place : std::initializer_list<QWidget*>{why, yes}) {
    place->setFocus();
    for (const auto& text : {kGoods, kTrack2, kStripe, kBank}) {
      window.scans.clear();
      window.keyboard.play(scanned(text));
      CHECK(window.scans == std::vector{text});
      CHECK(question.isVisible());
    }
  }
  CHECK(why->text().isEmpty());
}

TEST_CASE("without the tap a swipe is typed into the field") {
  Window window(false);
  window.keyboard.play(scanned(kTrack2));
  CHECK(window.scans.empty());
  CHECK(window.line->text().toStdString() == kTrack2);
}

TEST_CASE("what a person types reaches the window as it was typed") {
  Window window;
  Keys keys;
  for (const char c : std::string("3*12.50 %;Ab?9")) keys.type(c, 140'000, 80'000);
  window.keyboard.play(keys);
  CHECK(window.line->text() == QStringLiteral("3*12.50 %;Ab?9"));
  window.line->clear();
  // Rollover: the next key goes down before the last one comes up, Shift is let go first.
  Keys rolled;
  rolled.press(test::keyOf('4').first)
      .wait(70'000)
      .press(test::keyOf('5').first)
      .release(test::keyOf('4').first, 20'000);
  rolled.release(test::keyOf('5').first, 60'000).wait(150'000);
  rolled.press(KEY_LEFTSHIFT).wait(60'000).press(KEY_A, true).release(KEY_LEFTSHIFT, 10'000).release(KEY_A, 50'000);
  window.keyboard.play(rolled);
  CHECK(window.line->text() == QStringLiteral("45A"));
  // Keys that do something keep their place among those that write.
  Keys edited;
  edited.wait(100'000).type('7', 60'000, 30'000).press(KEY_BACKSPACE).release(KEY_BACKSPACE, 20'000).wait(60'000);
  edited.type('8', 60'000, 30'000).press(KEY_LEFT).release(KEY_LEFT, 20'000).wait(60'000).type('9', 60'000, 30'000);
  window.keyboard.play(edited);
  CHECK(window.line->text() == QStringLiteral("45A98"));
  CHECK(window.scans.empty());
}

TEST_CASE("layouts and Caps Lock do not change what a scanner says") {
  struct Restored {
    ~Restored() { test::currentDisplay()->setLayout("us"); }
  } const restored;
  for (const char* layout : {"us", "cn", "fr", "de"}) {
    INFO(layout);
    test::currentDisplay()->setLayout(layout);
    Window window;
    window.keyboard.play(scanned(kStripe));
    window.keyboard.play(scanned(kGoods));
    CHECK(window.scans == std::vector{kStripe, kGoods});
    CHECK(window.line->text().isEmpty());
  }
  test::currentDisplay()->setLayout("us");
  Window window;
  window.keyboard.tap(KEY_CAPSLOCK);
  window.keyboard.play(scanned(kStripe));
  window.keyboard.tap(KEY_CAPSLOCK);
  CHECK(window.scans == std::vector{kStripe});
}

// Only under with_pinyin.sh.
TEST_CASE("with pinyin active scans stay scans, and pinyin still writes Chinese", "[.][pinyin]") {
  Window window;
  test::serveUntil([] { return false; }, 1000);  // the field makes itself known to the input method
  test::ChildProcess on({"fcitx5-remote", "-o"});
  test::serveUntil([] { return false; }, 500);
  Keys keys;
  for (const char c : std::string("nihao ")) keys.type(c, 140'000, 80'000);
  window.keyboard.play(keys, 1500);
  CHECK(window.line->text() == QStringLiteral("你好"));
  for (const auto& text : {kGoods, kTrack2, kStripe, kGoods, kTrack2, kStripe})
    window.keyboard.play(scanned(text), 500);
  CHECK(window.scans == std::vector{kGoods, kTrack2, kStripe, kGoods, kTrack2, kStripe});
  CHECK(window.line->text() == QStringLiteral("你好"));
}

TEST_CASE("a bank card leaves no digit in field, undo or clipboard") {
  Window window;
  for (const std::int64_t gap_us : {1000, 8000, 20'000}) window.keyboard.play(scanned(kBank, gap_us));
  window.keyboard.play(Keys().scan(kBank.substr(0, 12), 4000), 900);  // the reader stops half-way
  CHECK(window.scans == std::vector<std::string>{kBank, kBank, kBank, ""});
  CHECK(window.line->text().isEmpty());
  window.line->undo();
  CHECK(window.line->text().isEmpty());
  CHECK(QGuiApplication::clipboard()->text().isEmpty());
}

}  // namespace
