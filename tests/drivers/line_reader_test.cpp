// Stripe readers and scanners on a device of their own: framing, a serial line over a pseudo-terminal, a grabbed wedge
// over a pipe of the kernel's records (cards.md fault 30).
#include "drivers/magstripe/line_reader.hpp"

#include <fcntl.h>
#include <linux/input.h>
#include <sys/file.h>

#include <atomic>
#include <cerrno>
#include <thread>

#include "tests/drivers/event_log.hpp"
#include "tests/drivers/wedge_keys.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/pseudo_terminal.hpp"
#include "tests/support/temp_folder.hpp"

namespace {

using namespace kahui;
using namespace std::chrono_literals;
using magstripe::Framer;
using magstripe::Judge;
using magstripe::LineReader;
using ports::CardClass;
using ports::CardRead;
using ports::CardRefused;
using ports::CardRemoved;
using ports::ReaderAdvice;
using ports::ReaderChanged;
using ports::ReaderState;
using ports::RefuseReason;

const std::string kNumber = "9001000018";
const std::string kSwipe = "%N9001000018^WANG/LI^?;9001000018=9912101?";
const std::string kBank = ";6222020200112233445=2512101?";

std::shared_ptr<Judge> judge() {
  auto keys = std::make_shared<card::ShopKeys>();
  keys->numbers = {.prefixes = {"9001"}, .length = 10};
  keys->code.emplace();
  return std::make_shared<Judge>(keys, std::make_shared<base::SystemClock>("UTC"));
}

// Frames of characters that come `gap_us` apart, with the silence looked at after each and at the end.
std::vector<std::string> frames(std::string_view text, std::int64_t gap_us = 1000) {
  Framer framer;
  std::vector<std::string> found;
  std::int64_t now_us = 0;
  const auto take = [&](bool complete) {
    if (!complete) return;
    found.emplace_back(framer.text());
    framer.clear();
  };
  for (const char c : text) {
    take(framer.silence(now_us));
    take(framer.push(c, now_us));
    now_us += gap_us;
  }
  take(framer.silence(now_us + Framer::kSilence_us));
  CHECK_FALSE(framer.deadline());
  return found;
}

TEST_CASE("framer: a frame ends at CR, LF, ETX, before STX and at silence") {
  using Frames = std::vector<std::string>;
  CHECK(frames(kSwipe + "\r") == Frames{kSwipe});
  CHECK(frames(kSwipe + "\r\n" + kNumber + "\n") == Frames{kSwipe, kNumber});
  CHECK(frames("\x02" + kSwipe + "\x03") == Frames{kSwipe});
  CHECK(frames("\x02" + kSwipe + "\x02" + kSwipe + "\x03\r\n") == Frames{kSwipe, kSwipe});
  CHECK(frames(kSwipe) == Frames{kSwipe});
  CHECK(frames(";12", Framer::kSilence_us) == Frames{";"});  // each alone; without a sentinel they are noise
  CHECK(frames(kSwipe, Framer::kSilence_us - 1) == Frames{kSwipe});
  CHECK(frames("12345\r\x7F\xFF\r\r\n").empty());
  CHECK(frames("123456\r") == Frames{"123456"});
  CHECK(frames("\x02\x03").empty());
}

TEST_CASE("framer: what is too long is one frame that is not whole") {
  CHECK(frames("%" + std::string(5000, '1') + "?\r" + kNumber + "\r") == std::vector<std::string>{"", kNumber});
}

TEST_CASE("framer: lost characters make the frame broken, and only that one") {
  Framer framer;
  CHECK_FALSE(framer.push('%', 0));
  framer.markBroken(10);
  CHECK_FALSE(framer.push('?', 20));
  CHECK(framer.push('\r', 30));
  CHECK(framer.text().empty());
  framer.clear();
  for (const char c : kNumber) CHECK_FALSE(framer.push(c, 40));
  CHECK(framer.push('\r', 50));
  CHECK(framer.text() == kNumber);
}

TEST_CASE("judge: stripes, codes and what is neither") {
  const auto judged = [one = judge()](const std::string& frame) {
    const auto verdict = one->judge(frame);
    if (const auto* reason = std::get_if<RefuseReason>(&verdict)) return std::string(ports::name(*reason));
    if (const auto* other = std::get_if<magstripe::OtherCode>(&verdict)) return "other " + other->text;
    const auto& reading = std::get<magstripe::Reading>(verdict);
    return std::string(ports::name(reading.card_class)) + " " + reading.credential;
  };
  CHECK(judged(kSwipe) == "magstripe " + kNumber);
  CHECK(judged("%n9001000018^wang/li^?") == "magstripe " + kNumber);  // a reader that looks at Caps Lock's lamp
  CHECK(judged(kNumber) == "code " + kNumber);
  CHECK(judged("") == "unreadable");
  CHECK(judged("x" + kSwipe) == "unreadable");
  CHECK(judged("9001000018?") == "unreadable");  // the start is missing
  CHECK(judged(kBank) == "bank_card");
  CHECK(judged("6222020200112233445") == "bank_card");
  CHECK(judged("6921168509256") == "other 6921168509256");  // goods
  CHECK(judged("S001-01-1-000042") == "other S001-01-1-000042");
  CHECK(judged("a-Bc123") == "other a-Bc123");
  const std::int64_t slot =
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count() /
      card::kCodeSlot_s;
  const std::string code = card::makeMemberCode(card::memberCodeKey({}, kNumber), kNumber, slot);
  CHECK(judged(code) == "code " + kNumber);
  CHECK(judged(code) == "replay");
  CHECK(Judge(nullptr, std::make_shared<base::SystemClock>("UTC")).judge(kSwipe) ==
        magstripe::Verdict(RefuseReason::NotOurs));
}

struct Serial {
  test::TempFolder folder;
  test::PseudoTerminal line{folder.path() / "reader"};
  test::EventLog log;  // outlives the reader that writes to it
  LineReader reader{magstripe::serialDevice(line.path(), 9600), judge()};

  ReaderChanged health(ReaderState state, ReaderAdvice advice = ReaderAdvice::None) {
    return {"serial:" + line.path(), ports::ReaderKind::Serial, state, advice};
  }
  bool saw(const ReaderChanged& wanted) {
    return log.nextOf<ReaderChanged>([&](const ReaderChanged& event) { return event == wanted; }).has_value();
  }
  void start() {
    reader.start(log.sink());
    REQUIRE(saw(health(ReaderState::Ready)));
  }
};

TEST_CASE("serial: a swipe is read and removed at once, a bank card refused") {
  Serial serial;
  serial.start();
  serial.line.send(kSwipe + "\r");
  const auto read = serial.log.nextOf<CardRead>();
  REQUIRE(read);
  CHECK(read->card_class == CardClass::Magstripe);
  CHECK(read->credential == kNumber);
  CHECK(read->trust == ports::Trust::Claim);
  CHECK(read->at.reader == "serial:" + serial.line.path());
  CHECK(read->elapsed_us >= 0);
  CHECK(serial.log.nextOf<CardRemoved>()->at == read->at);
  serial.line.send(kBank + "\r");
  CHECK(serial.log.nextOf<CardRefused>()->reason == RefuseReason::BankCard);
  serial.line.send(kNumber + "\r\n");
  const auto code = serial.log.nextOf<CardRead>();
  REQUIRE(code);
  CHECK(code->card_class == CardClass::Code);
  CHECK(code->at.generation != read->at.generation);
  serial.reader.stop();
  CHECK(serial.log.all().size() == 6);
}

TEST_CASE("serial: a swipe in any pieces is one swipe, and silence ends it") {
  Serial serial;
  serial.start();
  for (std::size_t size = 1; size < kSwipe.size(); size += 7) {
    for (std::size_t at = 0; at < kSwipe.size(); at += size) {
      serial.line.send(kSwipe.substr(at, size));
      std::this_thread::sleep_for(1ms);
    }
    const auto read = serial.log.nextOf<CardRead>();
    REQUIRE(read);
    CHECK(read->elapsed_us >= Framer::kSilence_us);
  }
  serial.line.send(kSwipe.substr(0, 20));
  CHECK(serial.log.nextOf<CardRefused>()->reason == RefuseReason::Unreadable);
}

TEST_CASE("serial: every byte comes through, and junk is refused or ignored") {
  Serial serial;
  serial.start();
  // What a terminal's line discipline would eat or act on: NUL, ^C, ^D, ^Q, ^S, ^Z, DEL, 8 bits.
  serial.line.send(std::string("\0\x03\x04\x11\x13\x1A\x7F\xFF\xE9", 9) + "\r");
  CHECK(serial.log.nextOf<CardRefused>()->reason == RefuseReason::Unreadable);
  serial.line.send("%N9001000018^WANG\xC9^?\r");  // a bit of parity in the text
  CHECK(serial.log.nextOf<CardRefused>()->reason == RefuseReason::Unreadable);
  serial.line.send("A-1234567\r");
  CHECK(serial.log.nextOf<ports::CodeScanned>()->text == "A-1234567");
  serial.line.send(std::string(3000, ';'));
  CHECK(serial.log.nextOf<CardRefused>()->reason == RefuseReason::Unreadable);
  serial.line.send("ab\r\r\n\n" + kSwipe + "\r");
  CHECK(serial.log.nextOf<CardRead>());
  CHECK(serial.log.nextOf<CardRemoved>());
  CHECK(serial.log.all().size() == 1 + 4 + 2);
}

TEST_CASE("serial: a line that hangs up is gone, comes back under its name, and loses nobody's half swipe") {
  Serial serial;
  serial.start();
  for (int round = 0; round < 3; ++round) {
    serial.line.send(round == 1 ? "12" : kSwipe.substr(0, 15));
    std::this_thread::sleep_for(20ms);
    serial.line.unplug();
    if (round != 1) CHECK(serial.log.nextOf<CardRefused>()->reason == RefuseReason::Torn);
    CHECK(serial.saw(serial.health(ReaderState::Gone, ReaderAdvice::PlugReaderIn)));
    serial.line.plug();
    CHECK(serial.saw(serial.health(ReaderState::Ready)));
    serial.line.send(kSwipe + "\r");
    CHECK(serial.log.nextOf<CardRead>());
    CHECK(serial.log.nextOf<CardRemoved>());
  }
  CHECK(serial.log.all().size() == 1 + 5 + 4 + 5);  // nothing of the half swipes came later
}

TEST_CASE("serial: absent, forbidden, held by another, or no terminal at all") {
  const test::TempFolder folder;
  const auto look = [](const std::string& path) {
    return LineReader(magstripe::serialDevice(path, 9600), judge()).look();
  };
  const auto state = [&](const std::string& path) {
    const ReaderChanged found = look(path);
    return magstripe::Trouble{found.state, found.advice};
  };
  using magstripe::Trouble;
  CHECK(state("/nonexistent/ttyUSB0") == Trouble{ReaderState::Gone, ReaderAdvice::PlugReaderIn});
  CHECK(state("/dev/null") == Trouble{ReaderState::Error, ReaderAdvice::ReplugReader});
  CHECK(magstripe::troubleOf(EACCES) == Trouble{ReaderState::Error, ReaderAdvice::AllowAccess});
  const test::PseudoTerminal line(folder.path() / "reader");
  CHECK(state(line.path()) == Trouble{ReaderState::Ready, ReaderAdvice::None});
  const magstripe::Fd other(::open(line.path().c_str(), O_RDONLY | O_NOCTTY));
  REQUIRE(::flock(other.get(), LOCK_EX) == 0);
  CHECK(state(line.path()) == Trouble{ReaderState::Busy, ReaderAdvice::CloseOtherProgram});
}

TEST_CASE("serial: what was swiped before the line was opened counts for nothing") {
  Serial serial;
  serial.line.send(kSwipe + "\r");
  serial.start();
  serial.line.send(kNumber + "\r");
  CHECK(serial.log.nextOf<CardRead>()->card_class == CardClass::Code);
}

TEST_CASE("serial: stop is prompt, whatever the line does, and may come early or twice") {
  for (int round = 0; round < 40; ++round) {
    Serial serial;
    serial.reader.stop();
    serial.reader.start(serial.log.sink());
    if (round % 2 == 0) serial.line.send(kSwipe.substr(0, 10));
    if (round % 4 == 1) serial.line.unplug();
    std::this_thread::sleep_for(std::chrono::milliseconds(round % 5));
    const auto start = std::chrono::steady_clock::now();
    serial.reader.stop();
    serial.reader.stop();
    CHECK(std::chrono::steady_clock::now() - start < 200ms);
  }
}

// A device whose events come out of a pipe.
struct Wedge {
  int pipe_in = -1;
  std::atomic<int> grabs{0};
  int open_error = 0;
  int grab_error = 0;
  test::EventLog log;
  std::unique_ptr<LineReader> reader;

  Wedge() {
    magstripe::EvdevCalls calls;
    calls.open = [this](const char*) {
      int ends[2];
      if (open_error != 0 || ::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return errno = open_error, -1;
      pipe_in = ends[1];
      return ends[0];
    };
    calls.grab = [this](int) {
      ++grabs;
      return grab_error == 0 ? 0 : (errno = grab_error, -1);
    };
    reader = std::make_unique<LineReader>(magstripe::evdevDevice("/dev/input/event7", calls), judge());
  }
  ~Wedge() {
    reader->stop();
    ::close(pipe_in);
  }
  Wedge(const Wedge&) = delete;
  Wedge& operator=(const Wedge&) = delete;

  void start() {
    reader->start(log.sink());
    REQUIRE(log.nextOf<ReaderChanged>()->state == ReaderState::Ready);
  }
  void send(std::uint16_t type, std::uint32_t code, int value, std::size_t piece = sizeof(input_event)) const {
    input_event event{};
    event.type = type;
    event.code = static_cast<std::uint16_t>(code);
    event.value = value;
    const auto* bytes = reinterpret_cast<const char*>(&event);
    for (std::size_t at = 0; at < sizeof event; at += piece)
      REQUIRE(::write(pipe_in, bytes + at, std::min(piece, sizeof event - at)) > 0);
  }
  void type(std::string_view text, std::size_t piece = sizeof(input_event)) const {
    for (const char c : text) {
      const auto [code, shift] = c == '\r' ? std::pair{std::uint32_t{KEY_ENTER}, false} : test::keyOf(c);
      if (shift) send(EV_KEY, KEY_RIGHTSHIFT, 1, piece);
      send(EV_MSC, MSC_SCAN, 7, piece);
      send(EV_KEY, code, 1, piece);
      send(EV_SYN, SYN_REPORT, 0, piece);
      send(EV_KEY, code, 0, piece);
      if (shift) send(EV_KEY, KEY_RIGHTSHIFT, 0, piece);
      send(EV_SYN, SYN_REPORT, 0, piece);
    }
  }
};

TEST_CASE("evdev: a grabbed wedge gives swipes and scans, in whatever pieces") {
  Wedge wedge;
  wedge.start();
  CHECK(wedge.grabs == 1);
  wedge.type(kSwipe + "\r");
  const auto read = wedge.log.nextOf<CardRead>();
  REQUIRE(read);
  CHECK(read->card_class == CardClass::Magstripe);
  CHECK(read->credential == kNumber);
  CHECK(read->at.reader == "evdev:/dev/input/event7");
  wedge.type(kNumber + "\r", 5);
  CHECK(wedge.log.nextOf<CardRead>()->card_class == CardClass::Code);
  wedge.type(kBank + "\r");
  CHECK(wedge.log.nextOf<CardRefused>()->reason == RefuseReason::BankCard);
}

TEST_CASE("evdev: Caps Lock, keypad and repeats of the kernel change nothing") {
  Wedge wedge;
  wedge.start();
  wedge.send(EV_KEY, KEY_CAPSLOCK, 1);
  wedge.send(EV_KEY, KEY_CAPSLOCK, 0);
  wedge.send(EV_KEY, KEY_KP9, 1);
  wedge.send(EV_KEY, KEY_KP9, 2);
  wedge.send(EV_KEY, KEY_KP9, 0);
  wedge.type(kNumber.substr(1));
  wedge.send(EV_KEY, KEY_KPENTER, 1);
  CHECK(wedge.log.nextOf<CardRead>()->credential == kNumber);
}

TEST_CASE("evdev: events that the kernel dropped make the swipe unreadable, not shorter") {
  Wedge wedge;
  wedge.start();
  wedge.type(kSwipe.substr(0, 23));
  wedge.send(EV_SYN, SYN_DROPPED, 0);
  wedge.type(kSwipe.substr(23) + "\r");
  CHECK(wedge.log.nextOf<CardRefused>()->reason == RefuseReason::Unreadable);
  wedge.type(kSwipe + "\r");
  CHECK(wedge.log.nextOf<CardRead>());
}

TEST_CASE("evdev: unplugged, held by another, forbidden") {
  {
    Wedge wedge;
    wedge.start();
    wedge.type(";9001");
    ::close(std::exchange(wedge.pipe_in, -1));
    CHECK(wedge.log.nextOf<CardRefused>()->reason == RefuseReason::Torn);
    CHECK(wedge.log.nextOf<ReaderChanged>()->state == ReaderState::Gone);
    CHECK(wedge.log.nextOf<ReaderChanged>()->state == ReaderState::Ready);
    wedge.type(kSwipe + "\r");
    CHECK(wedge.log.nextOf<CardRead>());
    CHECK(wedge.grabs == 2);
    wedge.reader->stop();
  }
  Wedge held;
  held.grab_error = EBUSY;
  CHECK(held.reader->look().advice == ReaderAdvice::CloseOtherProgram);
  Wedge forbidden;
  forbidden.open_error = EACCES;
  CHECK(forbidden.reader->look().advice == ReaderAdvice::AllowAccess);
  CHECK(LineReader(magstripe::evdevDevice("/dev/null"), judge()).look().state == ReaderState::Error);
}

}  // namespace
