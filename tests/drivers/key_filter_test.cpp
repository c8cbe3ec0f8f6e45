// The filter between a wedge that types and a person who types (ui.md section 2; cards.md faults 25, 27, 28).
#include "tests/drivers/wedge_keys.hpp"

#include <cmath>
#include <random>

#include "tests/support/catch.hpp"

namespace {

using namespace kahui;
using magstripe::Key;
using magstripe::KeyFilter;
using magstripe::KeyVerdict;
using test::Keys;
using test::play;
using test::Seen;
using Scans = std::vector<std::string>;

const std::string kEan = "6921168509256";
const std::string kTrack2 = ";9001000018=9912101?";
const std::string kTracks = "%N9001000018^WANG/LI^?;9001000018=9912101?";
const std::string kBank = "%B6222020200112233445^LI/SI^2512101?;6222020200112233445=2512101?";

// Every key came through, none twice, in its order.
void checkUntouched(const Keys& keys, const Seen& seen) {
  CHECK(seen.keys == keys.inOrder());
  CHECK(seen.scans.empty());
}

TEST_CASE("key filter: scans and swipes reach no window at any speed") {
  for (const std::int64_t gap_us : {500, 1000, 4000, 20'000, 34'000})
    for (const std::string& text : {kEan, kTrack2, kTracks, kBank, std::string("ABC123"), std::string("a-b c.1")}) {
      const Seen seen = play(Keys().scan(text + "\r", gap_us));
      CHECK(seen.scans == Scans{text});
      // Of a Shift that was pressed before the first key the window sees the whole.
      CHECK(seen.typed().empty());
    }
}

TEST_CASE("key filter: Tab ends a scan as Enter does, and CR with LF is one end") {
  for (const char* text : {"692108", "6921168509256"}) {
    const Seen tabbed = play(Keys().scan(text + std::string("\t")));
    CHECK(tabbed.scans == Scans{text});
    CHECK(tabbed.keys.empty());
  }
  const Seen seen = play(Keys().scan(kEan + "\r\r"));
  CHECK(seen.scans == Scans{kEan});
  CHECK(seen.keys.empty());
  Keys later;
  later.scan(kEan + "\r").wait(200'000).type('\r', 0, 80'000);
  CHECK(play(later).typed() == "\r");
}

TEST_CASE("key filter: without Enter a long one is a scan, a short one is typing") {
  CHECK(play(Keys().scan(kEan)).scans == Scans{kEan});
  CHECK(play(Keys().scan("12345678")).scans == Scans{"12345678"});
  const Keys seven = Keys().scan("1234567");
  checkUntouched(seven, play(seven));
  CHECK(play(Keys().scan(kTrack2)).scans == Scans{kTrack2});
  const Keys five = Keys().scan("12345\r");
  checkUntouched(five, play(five));
}

TEST_CASE("key filter: human typing comes back untouched") {
  for (const char* text : {"12345678901234567890\r", ";9001=?\r", "%50 off\r", ";", "%", "\r\r\r", "Wang Li\t"})
    for (const std::int64_t gap_us : {36'000, 60'000, 160'000})
      for (const std::int64_t dwell_us : {20'000, 85'000, 200'000}) {
        Keys keys;
        for (const char c : std::string(text)) keys.type(c, gap_us, dwell_us);
        checkUntouched(keys, play(keys));
        checkUntouched(keys, play(keys, 300'000));
      }
}

TEST_CASE("key filter: a digit appears after 40 ms and other keys at once") {
  KeyFilter filter;
  CHECK(filter.onKey({.code = KEY_1, .time_us = 1000}).verdict == KeyVerdict::Hold);
  CHECK(filter.onTime(40'999).replay.empty());
  CHECK(filter.deadline() == 41'001);
  CHECK(filter.onTime(41'001).replay.size() == 1);
  CHECK_FALSE(filter.deadline());
  for (const std::uint32_t code :
       std::initializer_list<std::uint32_t>{KEY_ENTER, KEY_TAB, KEY_F1, KEY_UP, KEY_LEFTCTRL, KEY_CAPSLOCK})
    CHECK(filter.onKey({.code = code, .time_us = 100'000}).verdict == KeyVerdict::Pass);
  CHECK(filter.onKey({.code = KEY_Z, .other_modifiers = true, .time_us = 100'000}).verdict == KeyVerdict::Pass);
}

// Shift that is pressed and let go by itself turns a Chinese input method off.
TEST_CASE("key filter: the Shift of a stripe's first sign is never seen, a person's is, in its place") {
  Keys swipe;
  swipe.scan("%N9001000018^A^?\r");
  const Seen seen = play(swipe);
  CHECK(seen.scans == Scans{"%N9001000018^A^?"});
  CHECK(seen.keys.empty());
  for (const std::int64_t wait_us : {5000, 60'000}) {
    Keys typing;
    typing.press(KEY_LEFTSHIFT).wait(wait_us).type('A', 100'000, 50'000).release(KEY_LEFTSHIFT, 1000);
    const Seen typed = play(typing);
    CHECK(typed.scans.empty());
    REQUIRE(typed.keys.size() >= 4);
    CHECK(typed.keys.front().code == KEY_LEFTSHIFT);
    CHECK(typed.typed() == "A");
  }
  KeyFilter alone;
  CHECK(alone.onKey({.code = KEY_LEFTSHIFT, .time_us = 1000}).verdict == KeyVerdict::Hold);
  CHECK(alone.onTime(41'001).replay.size() == 1);
}

TEST_CASE("key filter: a key with Control, an arrow or a function key breaks a burst and keeps the order") {
  for (const Key& breaker :
       {Key{.code = KEY_Z, .other_modifiers = true}, Key{.code = KEY_F6}, Key{.code = KEY_UP}, Key{.code = 5000}}) {
    Keys keys;
    keys.type('1', 10'000, 5000).type('2', 10'000, 5000);
    Key key = breaker;
    key.time_us = keys.now_us;
    keys.add(key);
    const Seen seen = play(keys);
    checkUntouched(keys, seen);
  }
}

TEST_CASE("key filter: a held key repeats untouched, a doubled character of a scanner is no repeat") {
  Keys held;
  held.press(KEY_BACKSPACE).wait(500'000);
  for (int i = 0; i < 20; ++i) held.add({.code = KEY_1, .repeat = true, .time_us = held.now_us}).wait(30'000);
  held.release(KEY_1);
  checkUntouched(held, play(held));

  Keys doubled;
  for (std::size_t i = 0; i < kEan.size(); ++i) {
    const auto code = test::keyOf(kEan[i]).first;
    const bool again = i > 0 && kEan[i] == kEan[i - 1];
    doubled.add({.code = code, .repeat = again, .time_us = doubled.now_us}).release(code, 3000).wait(3000);
  }
  doubled.type('\r', 3000, 1000);
  CHECK(play(doubled).scans == Scans{kEan});
}

TEST_CASE("key filter: a scanner's Enter that stays down does not repeat into the window") {
  Keys keys;
  keys.scan(kEan).press(KEY_ENTER).wait(300'000);
  for (int i = 0; i < 5; ++i) keys.add({.code = KEY_ENTER, .repeat = true, .time_us = keys.now_us}).wait(30'000);
  keys.release(KEY_ENTER).wait(200'000).type('\r', 0, 80'000);
  CHECK(play(keys).typed() == "\r");
}

TEST_CASE("key filter: two pauses are forgiven, the third is not") {
  const auto paused = [](int pauses, std::int64_t pause_us) {
    Keys keys;
    for (std::size_t i = 0; i < kEan.size(); ++i) {
      if (i >= 4 && static_cast<int>(i) < 4 + pauses) keys.wait(pause_us - 4000);
      keys.type(kEan[i], 4000, 2000);
    }
    return play(keys.type('\r', 0, 2000));
  };
  CHECK(paused(1, 150'000).scans == Scans{kEan});
  CHECK(paused(2, 150'000).scans == Scans{kEan});
  CHECK(paused(3, 120'000).scans != Scans{kEan});
}

TEST_CASE("key filter: two swipes 50 ms apart are two") {
  for (const std::int64_t apart_us : {1000, 36'000, 50'000, 300'000}) {
    const Seen seen = play(Keys().scan(kTrack2 + "\r").wait(apart_us).scan(kTracks + "\r"));
    CHECK(seen.scans == Scans{kTrack2, kTracks});
    CHECK(seen.typed().empty());
  }
}

TEST_CASE("key filter: no key of a broken swipe reaches a window") {
  for (std::size_t at = 4; at < kBank.size(); ++at) {
    // The reader stalls in the middle of the card.
    const Seen stalled = play(Keys().scan(kBank.substr(0, at)).wait(200'000).scan(kBank.substr(at) + "\r"));
    CHECK(stalled.typed().empty());
    REQUIRE(stalled.scans.size() >= 1);
    CHECK(stalled.scans.size() <= 2);
    CHECK(stalled.scans != Scans{kBank});
    // It is pulled out, with and without Enter.
    const std::string start = kBank.substr(0, at);
    for (const char* end : {"", "\r"}) {
      const Seen cut = play(Keys().scan(start + end));
      CHECK(cut.typed().empty());
      const bool whole = start.size() >= 6 && (start[at - 1] == '?' || start[at - 2] == '?');
      CHECK(cut.scans == Scans{whole ? start : ""});
    }
    // A key of the cashier comes between: it goes through, the swipe does not.
    Keys touched;
    touched.scan(start).add({.code = KEY_F6, .time_us = touched.now_us}).release(KEY_F6, 500);
    touched.wait(4000).scan(kBank.substr(at) + "\r");
    const Seen between = play(touched);
    CHECK(between.typed().empty());
    CHECK(between.keys.size() >= 2);
  }
}

TEST_CASE("key filter: a swipe longer than three tracks is swallowed and not whole") {
  const Seen seen = play(Keys().scan("%" + std::string(400, '1') + "?\r"));
  CHECK(seen.typed().empty());
  CHECK(seen.scans == Scans{""});
  CHECK(play(Keys().scan(std::string(300, '1') + "\r")).scans == Scans{""});
}

TEST_CASE("key filter: after a broken swipe the till hears keys again") {
  Keys keys;
  keys.scan(";12345").wait(600'000).type('7', 0, 80'000);
  const Seen seen = play(keys);
  CHECK(seen.scans == Scans{""});
  CHECK(seen.typed() == "7");
  CHECK(play(keys, 5'000'000).typed() == "7");  // also when no timer fired
  Keys at_once;                                 // a person who types on without a pause loses half a second, not all
  at_once.scan(";12345");
  for (const char c : std::string("13800138000")) at_once.wait(160'000).type(c, 0, 80'000);
  CHECK(play(at_once).typed() == "00138000");
}

TEST_CASE("key filter: layouts and Caps Lock do not matter, the keypad does") {
  Keys keys;
  keys.press(KEY_CAPSLOCK).release(KEY_CAPSLOCK, 1000).wait(100'000).scan(kTracks + "\r");
  CHECK(play(keys).scans == Scans{kTracks});  // by key code: what the layout would make of it is not looked at
  Keys toggling;                              // readers that switch Caps Lock off around each swipe
  toggling.scan("%N90").press(KEY_CAPSLOCK).release(KEY_CAPSLOCK, 1000).wait(2000).scan("01000018^A^?\r");
  CHECK(play(toggling).scans == Scans{"%N9001000018^A^?"});
  Keys keypad;
  for (const std::uint32_t code :
       std::initializer_list<std::uint32_t>{KEY_KP6, KEY_KP9, KEY_KP2, KEY_KP1, KEY_KP0, KEY_KP8, KEY_KPENTER})
    keypad.press(code).release(code, 1000).wait(3000);
  CHECK(play(keypad).scans == Scans{"692108"});
}

TEST_CASE("key filter: a human key that comes up in the middle of a scan is not lost") {
  for (const std::int64_t up_us : {2000, 14'000, 30'000, 70'000}) {
    Keys keys;
    keys.press(KEY_F2).release(KEY_F2, up_us).press(KEY_LEFTSHIFT).release(KEY_LEFTSHIFT, up_us + 1000).wait(1000);
    keys.scan(kEan + "\r", 5000);
    const Seen seen = play(keys);
    CHECK(seen.scans == Scans{kEan});
    CHECK(seen.keys.size() == 4);
  }
}

TEST_CASE("key filter: a finger that rests on a digit while it is scanned leaves no key stuck") {
  Keys keys;
  keys.press(KEY_6).wait(100'000).scan(kEan + "\r", 5000).release(KEY_6);
  const Seen seen = play(keys);
  CHECK(seen.scans == Scans{kEan});
  REQUIRE(seen.keys.size() >= 2);
  CHECK(seen.keys.front().press);
  CHECK_FALSE(seen.keys.back().press);
  Keys merged;  // a window system that makes one key of the finger's and the scanner's
  merged.press(KEY_6).wait(100'000).press(KEY_6).wait(5000).scan("921350\r", 5000).release(KEY_6);
  const Seen once = play(merged);
  CHECK(once.scans == Scans{"6921350"});
  CHECK(once.keys == std::vector<Key>{merged.inOrder().front(), merged.inOrder().back()});
  Keys lost;  // the release of a swallowed key went to another window
  lost.scan(kEan).press(KEY_ENTER).wait(200'000).type('6', 100'000, 50'000);
  lost.add({.code = KEY_7, .time_us = lost.now_us}).wait(100'000).type('7', 100'000, 50'000);
  const Seen later = play(lost);
  CHECK(later.scans == Scans{kEan});
  CHECK(later.typed() == "677");
}

TEST_CASE("key filter: time that goes back makes typing") {
  Keys keys;
  for (const char c : kEan) keys.type(c, -1000, 0);
  KeyFilter filter;
  std::vector<Key> in_queue = keys.inOrder();
  std::reverse(in_queue.begin(), in_queue.end());
  CHECK(play(filter, in_queue).scans.empty());
}

TEST_CASE("key filter: the text of a scan is gone with the next key") {
  KeyFilter filter;
  for (const Key& key : Keys().scan(kEan + "\r").inOrder())
    if (filter.onKey(key).scan) {
      CHECK(filter.text() == kEan);
      break;
    }
  CHECK(filter.onKey({.code = KEY_F1, .time_us = 9'000'000}).verdict == KeyVerdict::Pass);
  CHECK(filter.text().empty());
}

TEST_CASE("key filter: scans among human typing, timers late or not") {
  std::mt19937 random(20260724);
  std::lognormal_distribution<> human_ms(std::log(140), 0.35);
  std::uniform_int_distribution<std::int64_t> machine_us(1000, 25'000);
  int human_keys = 0;
  for (int run = 0; run < 300; ++run) {
    Keys keys;
    std::string typed;
    Scans scanned;
    for (int part = 0; part < 6; ++part) {
      for (int i = 0; i < 12; ++i) {
        const char c = "0123456789;%abcdeXYZ+-*\r"[random() % 24];
        typed += c;
        keys.type(c, std::max<std::int64_t>(36'000, std::llround(human_ms(random) * 1000)),
                  std::int64_t{20'000} + static_cast<std::int64_t>(random() % 120'000));
        ++human_keys;
      }
      keys.wait(60'000);
      scanned.push_back(std::array{kEan, kTrack2, kTracks}.at(random() % 3));
      for (const char c : scanned.back() + "\r") {
        const std::int64_t gap_us = machine_us(random);
        keys.type(c, gap_us, gap_us / 2);
      }
      keys.wait(60'000);
    }
    const Seen seen = play(keys, run % 2 == 0 ? 0 : static_cast<std::int64_t>(random() % 400'000));
    CHECK(seen.scans == scanned);
    CHECK(seen.typed() == typed);
  }
  CHECK(human_keys == 21'600);
}

}  // namespace
