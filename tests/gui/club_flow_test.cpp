// The club by keys: events, guests, what is known of a member; a list is invited from the manager's view.
#include "app/models/club_text.hpp"
#include "app/widgets/club_screen.hpp"
#include "tests/gui/bench.hpp"
#include "tests/gui/scenes.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using models::ClubText;
using test::Bench;
using till::ClubAct;

namespace {}  // namespace

TEST_CASE("club: days are typed by the sun or by the moon", "[club]") {
  const auto day = ClubText::parseDay(QStringLiteral("0512"));
  REQUIRE(day);
  CHECK(day->month == 5);
  CHECK(day->day == 12);
  CHECK(day->calendar == member::BirthdayCalendar::Solar);
  for (const char* typed : {"L0815", "l0815", "农0815", "农历 0815"}) {
    const auto lunar = ClubText::parseDay(QString::fromUtf8(typed));
    INFO(typed);
    REQUIRE(lunar);
    CHECK(lunar->calendar == member::BirthdayCalendar::Lunar);
    CHECK(lunar->month == 8);
  }
  for (const char* typed : {"", "0230", "1301", "512", "may"}) CHECK(!ClubText::parseDay(QString::fromUtf8(typed)));
}

TEST_CASE("club: a new event is typed line by line", "[club]") {
  Bench bench;
  test::play(bench, "club");
  bench.key(Qt::Key_N);
  bench.type("Tasting");
  bench.key(Qt::Key_Return);
  bench.type("Upstairs");
  bench.key(Qt::Key_Return);
  bench.type("0315 1400");
  bench.key(Qt::Key_Return);
  bench.type("no");
  bench.key(Qt::Key_Return);
  CHECK(bench.find<widgets::NoticeBar>("clubNoticeBar").shown().has_value());
  bench.key(Qt::Key_Backspace);
  bench.key(Qt::Key_Backspace);
  bench.type("20");
  bench.key(Qt::Key_Return);
  const auto& wish = bench.wish<till::ActOnClub>();
  CHECK(wish.act == ClubAct::Plan);
  CHECK(wish.event.empty());
  CHECK(wish.name == "Tasting");
  CHECK(wish.place == "Upstairs");
  CHECK(wish.at->iso() == "2026-03-15T14:00:00");
  CHECK(wish.seats == 20);
}

TEST_CASE("club: Enter opens an event, its guest is present, and calling it off takes two presses", "[club]") {
  Bench bench;
  test::play(bench, "club");
  bench.key(Qt::Key_Return);
  const auto* show = std::get_if<till::ShowClub>(&bench.till.asked.back());
  REQUIRE(show != nullptr);
  CHECK(show->event == "0000000b");
  Bench door;
  test::play(door, "club-guests");
  door.key(Qt::Key_Return);
  CHECK(door.wish<till::ActOnClub>().act == ClubAct::CheckIn);
  CHECK(door.wish<till::ActOnClub>().event == "0000000a");
  CHECK(door.wish<till::ActOnClub>().members.at(0).value() == 1000000016);
  const auto asked = door.till.asked.size();
  door.key(Qt::Key_X);
  CHECK(door.till.asked.size() == asked);
  door.key(Qt::Key_X);
  CHECK(door.wish<till::ActOnClub>().act == ClubAct::Call);
}

TEST_CASE("club: Enter notes consent, tags and what is handed out", "[club]") {
  Bench bench;
  test::play(bench, "club-member");
  const auto asked = bench.till.asked.size();
  bench.key(Qt::Key_Return);  // taking the consent back is asked twice
  CHECK(bench.till.asked.size() == asked);
  bench.key(Qt::Key_Return);
  CHECK(bench.wish<till::ActOnClub>().act == ClubAct::Agree);
  CHECK(!bench.wish<till::ActOnClub>().on);
  bench.key(Qt::Key_Down);
  bench.key(Qt::Key_Return);
  CHECK(bench.wish<till::ActOnClub>().act == ClubAct::Tag);
  CHECK(bench.wish<till::ActOnClub>().tag == "baby");
  CHECK(bench.wish<till::ActOnClub>().on);
  for (int i = 0; i < 3; ++i) bench.key(Qt::Key_Down);
  bench.key(Qt::Key_Return);
  bench.type("0818");
  bench.key(Qt::Key_Return);
  CHECK(bench.wish<till::ActOnClub>().act == ClubAct::KeepDate);
  CHECK(bench.wish<till::ActOnClub>().kind == member::DateKind::Child);
  CHECK(bench.wish<till::ActOnClub>().date->month == 8);
  bench.key(Qt::Key_Escape);
  bench.key(Qt::Key_Down);
  bench.key(Qt::Key_Return);
  const auto* used = std::get_if<till::ActOnTasks>(&bench.till.asked.back());
  REQUIRE(used != nullptr);
  CHECK(used->request.benefit == "sample");
}

TEST_CASE("club: what is beyond the right is signed for", "[club]") {
  Bench bench;
  test::play(bench, "club-signature");
  bench.edit("clubApproverCodeEdit").setText(QStringLiteral("9001"));
  bench.edit("clubApproverPinCodeEdit").setText(QStringLiteral("111111"));
  bench.find<QAbstractButton>("clubSignActionButton").click();
  bench.settle();
  const auto* act = std::get_if<till::ActOnClub>(&bench.till.asked.back());
  REQUIRE(act != nullptr);
  CHECK(act->request.act == ClubAct::Call);
  CHECK(act->approval.code == "9001");
}

TEST_CASE("club: a list of the manager's view waits for its event", "[club]") {
  Bench bench;
  test::play(bench, "manager-lists");
  bench.key(Qt::Key_I);
  bench.till.edit([](till::Snapshot& now) {
    now.club.emplace();
    ports::StoredEvent event;
    event.id = "0000000a";
    event.name = "Tasting";
    event.seats = 20;
    now.club->events = {event};
  });
  bench.settle();
  CHECK(bench.find<QAbstractButton>("clubInviteActionButton").isVisible());
  bench.key(Qt::Key_V);
  CHECK(bench.wish<till::ActOnClub>().act == ClubAct::Invite);
  CHECK(bench.wish<till::ActOnClub>().event == "0000000a");
  CHECK(!bench.wish<till::ActOnClub>().members.empty());
  CHECK(!bench.wish<till::ActOnClub>().source.empty());
}
