// Readers and scanners by keyboard: found under More, tested, released, added, removed; what is said when it cannot be.
#include "tests/gui/bench.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using test::Bench;

namespace {

void openDevices(Bench& bench) {
  bench.signIn();
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_R);
}

widgets::DevicesScreen& screenOf(Bench& bench) { return *bench.window.findChild<widgets::DevicesScreen*>(); }

ports::DeviceEvent cardEvent() {
  return {.kind = ports::DeviceEvent::Kind::Card,
          .card_class = ports::CardClass::Desfire,
          .trust = ports::Trust::Genuine,
          .last = "B2C3"};
}

}  // namespace

TEST_CASE("devices: More opens the screen, Esc leads back to the entry line") {
  Bench bench;
  openDevices(bench);
  CHECK(screenOf(bench).isVisible());
  CHECK(bench.label("deviceNameTextLabel") == QStringLiteral("Every smart card reader"));
  CHECK(bench.label("deviceStateTextLabel") == QStringLiteral("Ready"));
  bench.key(Qt::Key_Escape);
  CHECK_FALSE(screenOf(bench).isVisible());
  bench.scan("6900000002025");
  CHECK(bench.now().lines.size() == 1);
}

TEST_CASE("devices: a function key goes back and does its work") {
  Bench bench;
  openDevices(bench);
  bench.key(Qt::Key_F2);
  CHECK_FALSE(screenOf(bench).isVisible());
  CHECK(bench.edit("memberNumberCodeEdit").isVisible());
}

TEST_CASE("devices: arrows choose, T waits for a card, what comes is shown with its last signs") {
  Bench bench;
  openDevices(bench);
  bench.key(Qt::Key_Down);
  bench.key(Qt::Key_Down);
  CHECK(bench.label("deviceNameTextLabel") == QStringLiteral("/dev/ttyUSB1:115200"));
  CHECK(bench.label("deviceStateTextLabel").contains(QStringLiteral("Close the other program")));
  bench.key(Qt::Key_T);
  CHECK(bench.label("deviceTestTextLabel").contains(QStringLiteral("Lay down one card")));
  CHECK(bench.label("devicePostureTextLabel").contains(QStringLiteral("CheckHealth")));
  bench.desk.show("nfc:pn532_uart:/dev/ttyUSB1:115200", cardEvent());
  bench.settle();
  CHECK(bench.label("deviceTestTextLabel") ==
        QStringLiteral("The reader works. Seen: DESFire, genuine chip, number ends in B2C3"));
  CHECK(bench.now().phase == till::Phase::Selling);
}

TEST_CASE("devices: a test is given up by its key, and by leaving the screen") {
  Bench bench;
  openDevices(bench);
  bench.key(Qt::Key_T);
  CHECK(bench.desk.find("pcsc")->life == ports::DeviceLife::Testing);
  bench.key(Qt::Key_T);
  CHECK(bench.desk.find("pcsc")->life == ports::DeviceLife::Enabled);
  bench.key(Qt::Key_T);
  bench.key(Qt::Key_Escape);
  CHECK(bench.desk.find("pcsc")->life == ports::DeviceLife::Enabled);
}

TEST_CASE("devices: a refused card is an answer in words") {
  Bench bench;
  openDevices(bench);
  bench.key(Qt::Key_T);
  bench.desk.show("pcsc", {.kind = ports::DeviceEvent::Kind::Refused, .reason = ports::RefuseReason::BankCard});
  bench.settle();
  CHECK(bench.label("deviceTestTextLabel").contains(QStringLiteral("bank card")));
}

TEST_CASE("devices: released and claimed again by key and by touch") {
  Bench bench;
  openDevices(bench);
  bench.key(Qt::Key_R);
  CHECK(bench.desk.find("pcsc")->life == ports::DeviceLife::Released);
  CHECK(bench.label("deviceStateTextLabel") == QStringLiteral("Released"));
  CHECK_FALSE(bench.find<QAbstractButton>("deviceReleaseActionButton").isEnabled());
  bench.click("deviceClaimActionButton");
  CHECK(bench.desk.find("pcsc")->life == ports::DeviceLife::Enabled);
  CHECK(bench.notice("devicesNoticeBar") == QStringLiteral("This till uses it now."));
}

TEST_CASE("devices: a serial reader is added by keys, with its speed") {
  Bench bench;
  openDevices(bench);
  bench.click("deviceSerialActionButton");
  bench.key(Qt::Key_A);
  bench.scan("/dev/ttyS1");
  CHECK(bench.desk.added == "serial:/dev/ttyS1,9600");
  CHECK(bench.label("deviceNameTextLabel") == QStringLiteral("/dev/ttyS1,9600"));
  CHECK(bench.edit("deviceNameCodeEdit").text().isEmpty());
  CHECK(bench.now().lines.empty());
}

TEST_CASE("devices: each kind makes its own spec") {
  Bench bench;
  openDevices(bench);
  const auto add = [&](const char* kind, const char* name) {
    bench.click(kind);
    bench.edit("deviceNameCodeEdit").setText(QString::fromLatin1(name));
    bench.click("deviceAddActionButton");
    return bench.desk.added;
  };
  CHECK(add("deviceSmartCardActionButton", "") == "pcsc");
  CHECK(add("deviceSmartCardActionButton", " ACS ") == "pcsc:ACS");
  CHECK(add("deviceWedgeActionButton", "/dev/input/event3") == "evdev:/dev/input/event3");
  CHECK(add("deviceNfcActionButton", "/dev/ttyUSB0") == "nfc:pn532_uart:/dev/ttyUSB0");
}

TEST_CASE("devices: what cannot be added is refused with what to do, and stays typed") {
  for (const auto answer : {ports::DeskAnswer::BadSpec, ports::DeskAnswer::AlreadyThere, ports::DeskAnswer::TooMany,
                            ports::DeskAnswer::NotSaved, ports::DeskAnswer::UnknownDevice}) {
    Bench bench;
    bench.desk.next_answer = answer;
    openDevices(bench);
    bench.key(Qt::Key_A);
    bench.scan("zzz");
    const auto& shown = bench.find<widgets::NoticeBar>("devicesNoticeBar").shown();
    REQUIRE(shown);
    CHECK(shown->kind == till::NoticeKind::Error);
    CHECK_FALSE(shown->next.isEmpty());
    CHECK(bench.edit("deviceNameCodeEdit").text() == QStringLiteral("zzz"));
  }
}

TEST_CASE("devices: removed by key, the demo's own reader stays") {
  Bench bench;
  openDevices(bench);
  bench.key(Qt::Key_Delete);
  CHECK(bench.desk.find("pcsc") == nullptr);
  for (int i = 0; i < 5; ++i) bench.key(Qt::Key_Down);
  CHECK(bench.label("deviceNameTextLabel") == QStringLiteral("Demo reader"));
  CHECK_FALSE(bench.find<QAbstractButton>("deviceRemoveActionButton").isEnabled());
  bench.key(Qt::Key_Delete);
  CHECK(bench.desk.find("Demo reader") != nullptr);
}

TEST_CASE("devices: the doctor's findings and the history are one key each") {
  Bench bench;
  openDevices(bench);
  auto& notes = bench.find<widgets::NoteList>("devicesNoteList");
  REQUIRE(notes.notes().size() == bench.desk.findings.size());
  CHECK(notes.notes()[2].title == QStringLiteral("Held by nfc-poll (4711)."));
  bench.key(Qt::Key_H);
  REQUIRE(notes.notes().size() == 2);
  CHECK(notes.notes()[1].detail == QStringLiteral("5 Mar 14:31, 14 times since 5 Mar 13:42"));
  bench.desk.findings.clear();
  bench.key(Qt::Key_D);
  CHECK(notes.notes().empty());
}

TEST_CASE("devices: every finding has words in both languages, and something to do unless all is well") {
  for (const auto language : {models::Language::English, models::Language::Chinese}) {
    models::UiLanguage ui(language);
    for (int i = 0; i <= static_cast<int>(ports::FindingCode::HelperMissing); ++i) {
      for (const char* what : {"", "x"}) {
        const auto code = static_cast<ports::FindingCode>(i);
        const models::NoteVm note = models::DeviceText::finding({"pcsc", code, what});
        INFO(std::string(name(code)));
        CHECK_FALSE(note.title.isEmpty());
        CHECK(note.detail.isEmpty() == (code == ports::FindingCode::Well));
      }
    }
  }
}

TEST_CASE("devices: adding, releasing and removing ask for the right, and a signature gives it") {
  Bench bench;
  bench.till.refuses_rights = true;
  openDevices(bench);
  const auto before = bench.desk.devices();
  bench.key(Qt::Key_R);
  CHECK(bench.desk.devices() == before);
  REQUIRE(bench.edit("devicesApproverCodeEdit").isVisible());
  bench.scan("9001");
  bench.scan("123456");
  bench.settle();
  CHECK(bench.desk.devices().front().life == ports::DeviceLife::Released);
  CHECK_FALSE(bench.edit("devicesApproverCodeEdit").isVisible());
  const auto& asked = std::get<till::AskRight>(bench.till.asked.back());
  CHECK(asked.right == till::Right::ManageSettings);
  CHECK(asked.approval.code == "9001");
  // Esc gives the wish up.
  bench.key(Qt::Key_C);
  bench.key(Qt::Key_R);
  REQUIRE(bench.edit("devicesApproverCodeEdit").isVisible());
  bench.key(Qt::Key_Escape);
  CHECK_FALSE(bench.edit("devicesApproverCodeEdit").isVisible());
  CHECK(bench.desk.devices().front().life == ports::DeviceLife::Enabled);
}

TEST_CASE("devices: an empty list says how to begin") {
  Bench bench;
  bench.desk.views.clear();
  bench.desk.remove("none");
  openDevices(bench);
  CHECK(bench.label("deviceNameTextLabel") == QStringLiteral("No reader or scanner yet"));
  bench.key(Qt::Key_T);
  CHECK_FALSE(bench.find<QAbstractButton>("deviceTestActionButton").isEnabled());
}
