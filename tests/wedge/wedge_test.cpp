// Faults 25 to 28 of cards.md section 7 and the proofs of ui.md section 2, on a real X server.
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTextEdit>
#include <QThread>
#include <QTimer>
#include <QVBoxLayout>
#include <QWindow>

#include "app/wedge/xcb_key_tap.hpp"
#include "core/base/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/wedge/display.hpp"

namespace {

using namespace kahui;
using test::Keys;

const std::string kStripe = "%N9001000018^WANG/LI^?;9001000018=9912101?";
const std::string kTrack2 = ";9001000018=9912101?";
const std::string kBank = ";6222020200112233445=2512101?";
const std::string kGoods = "6921168509256";

// One of everything that keys can do something to.
struct Window {
  QWidget widget;
  QLineEdit* line = new QLineEdit;
  QSpinBox* spin = new QSpinBox;
  QComboBox* combo = new QComboBox;
  QTableWidget* table = new QTableWidget(4, 2);
  QPushButton* button = new QPushButton(QStringLiteral("Pay"));
  QTextEdit* text = new QTextEdit;
  test::VirtualKeyboard keyboard;
  std::vector<std::string> scans;
  int clicks = 0;
  std::unique_ptr<wedge::XcbKeyTap> tap;

  explicit Window(bool tapped = true) {
    auto* layout = new QVBoxLayout(&widget);
    combo->addItems({QStringLiteral("6 packs"), QStringLiteral("9 packs")});
    spin->setMaximum(1'000'000'000);
    button->setAutoDefault(true);
    for (QWidget* part : std::initializer_list<QWidget*>{line, spin, combo, table, button, text})
      layout->addWidget(part);
    QObject::connect(button, &QPushButton::clicked, &widget, [this] { ++clicks; });
    if (tapped)
      tap = std::make_unique<wedge::XcbKeyTap>(
          [this](std::string_view frame, std::int64_t) { scans.emplace_back(frame); });
    widget.show();
    REQUIRE(test::serveUntil([this] { return widget.windowHandle()->isExposed(); }));
    keyboard.focus(widget.winId());
    REQUIRE(test::serveUntil([this] { return widget.isActiveWindow(); }));
    line->setFocus();
  }
};

Keys scanned(const std::string& text, std::int64_t gap_us = 4000) {
  return Keys().scan(text, gap_us).type('\r', gap_us, gap_us / 2);
}

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

// When the keys happened for the server. On a busy machine that is not when the script says, and a scanner that pauses
// is another scanner: such a round shows nothing.
class Witness : public QAbstractNativeEventFilter {
 public:
  Witness() { qApp->installNativeEventFilter(this); }
  bool nativeEventFilter(const QByteArray&, void* message, qintptr*) override {
    const auto* event = static_cast<const xcb_key_press_event_t*>(message);
    if (event->response_type == XCB_KEY_PRESS || event->response_type == XCB_KEY_RELEASE)
      m_times.push_back(event->time);
    return false;
  }
  void clear() { m_times.clear(); }
  [[nodiscard]] bool sawAtTheirTimes(const Keys& script) const {
    const auto keys = script.inOrder();
    if (keys.size() != m_times.size()) return false;
    for (std::size_t i = 1; i < keys.size(); ++i) {
      const std::int64_t gap_us = std::int64_t{m_times[i] - m_times[i - 1]} * 1000;
      if (std::abs(gap_us - (keys[i].time_us - keys[i - 1].time_us)) > kLate_us) return false;
    }
    return true;
  }

 private:
  static constexpr std::int64_t kLate_us = 8000;
  std::vector<xcb_timestamp_t> m_times;
};

// What a person and his devices do, in the order of time, and what must come of it.
struct Script {
  Keys keys;
  std::vector<std::string> scans;
  std::string typed;

  void person(base::SeededRandom& random) {
    constexpr std::string_view kSigns = "0123456789*.;%abcxyzABC-";
    std::string word;
    for (std::uint64_t left = 1 + random.below(6); left > 0; --left) word += kSigns[random.below(kSigns.size())];
    for (std::size_t i = 0; i < word.size(); ++i) {
      const auto gap_us = static_cast<std::int64_t>(70'000 + random.below(120'000) + random.below(60'000));
      auto dwell_us = static_cast<std::int64_t>(40'000 + random.below(60'000));
      // Fingers roll over; but Shift held too long changes the next sign, and a key has to come up to go down again.
      const bool rolls = i + 1 < word.size() && test::keyOf(word[i + 1]).first != test::keyOf(word[i]).first &&
                         !test::keyOf(word[i]).second;
      if (!rolls) dwell_us = std::min(dwell_us, gap_us - 20'000);
      keys.type(word[i], gap_us, dwell_us);
    }
    typed += word;
    keys.wait(static_cast<std::int64_t>(random.below(150'000)));
  }
  void device(base::SeededRandom& random) {
    std::string text = kGoods;
    if (const auto kind = random.below(4); kind == 1)
      text = kTrack2;
    else if (kind == 2)
      text = kStripe;
    else if (kind == 3)
      text = "S001-01-1-" + std::to_string(100000 + random.below(899999));
    keys.wait(60'000);
    const auto gap_us = static_cast<std::int64_t>(1000 + random.below(random.below(4) == 0 ? 19'000 : 7000));
    keys.scan(text, gap_us).type('\r', gap_us, gap_us / 2).wait(60'000);
    scans.push_back(text);
  }
};

TEST_CASE("scans and swipes among typing on a busy window, none lost and none invented") {
  const int budget = qEnvironmentVariable("KAHUI_SCANS", QStringLiteral("40")).toInt();
  const std::uint64_t seed = qEnvironmentVariable("KAHUI_SEED", QStringLiteral("20261128")).toULongLong();
  base::SeededRandom random(seed);
  Window window;
  Witness witness;
  QTimer busy;
  QObject::connect(&busy, &QTimer::timeout, &window.widget, [] { QThread::msleep(120); });
  int lost = 0, wrong_text = 0, keys = 0, disturbed = 0;
  for (int done = 0, round = 0; done < budget; ++round) {
    Script script;
    for (int act = 0; act < 12; ++act) {
      if (random.below(3) == 0)
        script.person(random);
      else
        script.device(random);
    }
    if (round % 2 == 1) busy.start(360);
    window.scans.clear();
    window.line->clear();
    witness.clear();
    window.keyboard.play(script.keys, 500);
    busy.stop();
    const bool kept_time = witness.sawAtTheirTimes(script.keys);
    disturbed += kept_time ? 0 : 1;
    if (!kept_time) continue;
    INFO("seed " << seed << ", round " << round);
    lost += window.scans == script.scans ? 0 : 1;
    wrong_text += window.line->text().toStdString() == script.typed ? 0 : 1;
    keys += static_cast<int>(script.typed.size());
    CHECK(window.scans == script.scans);
    CHECK(window.line->text().toStdString() == script.typed);
    done += static_cast<int>(script.scans.size());
  }
  WARN("seed " << seed << ": " << budget << " scans, " << keys << " keys of a person, rounds with a lost scan " << lost
               << ", with a changed text " << wrong_text << ", not counted because the keys themselves came late "
               << disturbed);
}

}  // namespace
