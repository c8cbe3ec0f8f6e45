// Lists of members, worked out by hand (rulebook D2; requirements S001-09, S001-84, S001-93, S003-02).
#include "tests/support/catch.hpp"
#include "tests/unit/report_fixture.hpp"

using namespace kahui;
using namespace kahui::report;
using namespace kahui::test;

TEST_CASE("report: birthdays over a leap day and by the moon") {
  Lists lists;
  lists.members = {someone(1, "ORD", 1), someone(2, "ORD", 1), someone(3, "ORD", 1)};
  lists.birthdays = {{1, {member::BirthdayCalendar::Solar, 2, 29, false}},
                     {2, {member::BirthdayCalendar::Lunar, 8, 15, false}},
                     {3, {member::BirthdayCalendar::Solar, 1, 3, false}}};
  CHECK(lists.of(ListKind::Birthdays7, BusinessDate::of(2028, 2, 22)) == std::vector<std::int64_t>{1});
  CHECK(lists.of(ListKind::Birthdays7, BusinessDate::of(2027, 2, 21)) == std::vector<std::int64_t>{1});  // 28 Feb
  CHECK(lists.of(ListKind::Birthdays7, BusinessDate::of(2027, 3, 1)).empty());
  CHECK(lists.of(ListKind::Birthdays7, BusinessDate::of(2025, 10, 1)) == std::vector<std::int64_t>{2});  // 6 Oct
  CHECK(lists.of(ListKind::Birthdays30, BusinessDate::of(2027, 12, 20)) == std::vector<std::int64_t>{3});
}

TEST_CASE("report: a child's birthday stands beside the own one and says whose it is") {
  Lists lists;
  lists.members = {someone(1, "ORD", 1)};
  lists.birthdays = {{1, {member::BirthdayCalendar::Solar, 3, 20, false}, {}},
                     {1, {member::BirthdayCalendar::Solar, 3, 18, false}, member::DateKind::Child}};
  const auto day = BusinessDate::of(2027, 3, 15);
  const auto rows = memberList(ListKind::Birthdays7, {day, lists.members, {}, lists.birthdays, {}, {}, lists.rules});
  REQUIRE(rows.size() == 2);  // S003-02
  CHECK(rows[0].occasion == member::DateKind::Child);
  CHECK(rows[0].date->iso() == "2027-03-18");
  CHECK(!rows[1].occasion);
}

TEST_CASE("report: joining days of the next thirty, 29 February on the 28th, never in the first year") {
  Lists lists;
  lists.members = {someone(1, "ORD", 1), someone(2, "ORD", 1), someone(3, "ORD", 1)};
  lists.members[0].joined = BusinessDate::of(2024, 3, 12);
  lists.members[1].joined = BusinessDate::of(2024, 2, 29);
  lists.members[2].joined = BusinessDate::of(2025, 3, 1);
  CHECK(lists.of(ListKind::Anniversaries, BusinessDate::of(2025, 2, 27)) ==
        std::vector<std::int64_t>{2, 1});  // S001-93
  CHECK(lists.of(ListKind::Anniversaries, BusinessDate::of(2025, 3, 1)) == std::vector<std::int64_t>{1});
  CHECK(lists.of(ListKind::Anniversaries, BusinessDate::of(2027, 12, 31)).empty());
}

TEST_CASE("report: who buys often and little is offered pre-sales") {
  Lists lists;
  lists.members = {someone(1, "ORD", 1), someone(2, "ORD", 1), someone(3, "ORD", 1)};
  visit(lists.book, 1, 3, 99'999, 12);
  visit(lists.book, 2, 3, 100'000, 12);
  visit(lists.book, 3, 3, 50'000, 11);
  CHECK(lists.of(ListKind::OftenAndSmall) == std::vector<std::int64_t>{1});  // S001-84
}

TEST_CASE("report: high-value members are the share of buyers that the care plan says (S001-13)") {
  Lists lists;
  for (std::int64_t no = 1; no <= 11; ++no) {
    lists.members.push_back(someone(no, "ORD", 1));
    visit(lists.book, no, 3, 100'000 + no * 1'000);
  }
  CHECK(lists.of(ListKind::HighValue) == std::vector<std::int64_t>{11, 10, 9});  // a fifth of 11, rounded up
  lists.high_value_pct = 10;
  CHECK(lists.of(ListKind::HighValue) == std::vector<std::int64_t>{11, 10});
  lists.high_value_pct = 9;
  CHECK(lists.of(ListKind::HighValue) == std::vector<std::int64_t>{11});
}

TEST_CASE("report: a tag narrows a list") {
  std::vector<ListRow> rows(2);
  rows[1].member = 1;
  rows[1].tags = {"coffee", "pets"};
  ListFilter filter;
  filter.tag = "pets";
  const auto kept = filtered(rows, filter, kDay);
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].member == 1);
}

TEST_CASE("report: dormant and lost by days, overdue by one's own rhythm") {
  Lists lists;
  lists.members = {someone(1, "ORD", 90), someone(2, "ORD", 91), someone(3, "ORD", 181), someone(4, "ORD", 15),
                   someone(5, "ORD", 14)};
  for (const int ago : {15, 22, 29, 36}) visit(lists.book, 4, ago, 1000);  // each week, 15 days ago: more than twice
  for (const int ago : {14, 21, 28, 35}) visit(lists.book, 5, ago, 1000);  // just twice
  CHECK(lists.of(ListKind::Dormant) == std::vector<std::int64_t>{2});
  CHECK(lists.of(ListKind::Lost) == std::vector<std::int64_t>{3});
  CHECK(lists.of(ListKind::OffRhythm) == std::vector<std::int64_t>{4});
}

TEST_CASE("report: points ending, tiers to keep and to reach") {
  Lists lists;
  lists.members = {someone(1, "ORD", 1), someone(2, "ORD", 1), someone(3, "GLD", 1), someone(4, "GLD", 1)};
  lists.members[0].lifetime = Points(80);
  lists.members[1].lifetime = Points(79);
  for (auto& member : lists.members) member.tier_since = BusinessDate::of(2027, 5, 1);
  lists.members[3].tier_since = BusinessDate::of(2028, 1, 2);  // exempt in its first year
  lists.spent[3] = Money(500000);
  lists.ending = {{1, kDay.plusDays(30), Points(5)}, {2, kDay.plusDays(31), Points(9)}};
  CHECK(lists.of(ListKind::TierInReach) == std::vector<std::int64_t>{1});
  CHECK(lists.of(ListKind::TierToLose) == std::vector<std::int64_t>{3});
  CHECK(lists.of(ListKind::PointsEnding) == std::vector<std::int64_t>{1});
}

TEST_CASE("report: a filter keeps consent and the last half year") {
  std::vector<ListRow> rows(3);
  for (int i = 0; i < 3; ++i) {
    rows[static_cast<std::size_t>(i)].member = i;
    rows[static_cast<std::size_t>(i)].consent = i != 0;
    rows[static_cast<std::size_t>(i)].last_purchase = kDay.plusDays(i == 1 ? -184 : -183);
  }
  ListFilter filter;
  filter.consent = true;
  CHECK(filtered(rows, filter, kDay).size() == 2);
  filter.bought_half_year = true;
  const auto kept = filtered(rows, filter, kDay);
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].member == 2);
}

TEST_CASE("report: of 21966 members the filter of two bills leaves 10752 (S001-09)", "[members]") {
  Lists lists;
  for (std::int64_t no = 1; no <= 21966; ++no) {
    lists.members.push_back(someone(no, "ORD", 5));
    visit(lists.book, no, 5, 1000);
    if (no <= 10752) visit(lists.book, no, 40, 1000);
  }
  const auto years = memberYears(lists.book, kDay);
  const std::unordered_map<std::int64_t, std::string> phones{{7, "DEAD"}, {8, "CONFIRMED"}};
  const ListInput input{kDay,        lists.members, years, lists.birthdays, lists.ending,
                        lists.spent, lists.rules,   {},    &phones};
  const auto all = memberList(ListKind::Everyone, input);
  CHECK(all.size() == 21966);
  ListFilter filter;
  filter.least_bills = 2;
  CHECK(filtered(all, filter, kDay).size() == 10752);
  const auto dead = memberList(ListKind::PhoneDead, input);
  REQUIRE(dead.size() == 1);
  CHECK(dead.front().member == 7);
}

TEST_CASE("report: on 1 December all points that end with the year are listed (S001-10)", "[members]") {
  Lists lists;
  lists.members = {someone(1, "ORD", 1), someone(2, "ORD", 1), someone(3, "ORD", 1)};
  lists.ending = {{1, BusinessDate::of(2028, 12, 31), Points(5)},
                  {2, BusinessDate::of(2028, 12, 31), Points(900)},
                  {3, BusinessDate::of(2029, 1, 1), Points(7)}};
  auto found = lists.of(ListKind::PointsEnding, BusinessDate::of(2028, 12, 1));
  std::sort(found.begin(), found.end());
  CHECK(found == std::vector<std::int64_t>{1, 2});
}

TEST_CASE("report: of ten buyers the best fifth are two, by what they spent (S001-83)", "[members]") {
  Lists lists;
  for (std::int64_t no = 1; no <= 10; ++no) {
    lists.members.push_back(someone(no, "ORD", 3));
    visit(lists.book, no, 3, no * 1000);
  }
  CHECK(lists.of(ListKind::HighValue) == std::vector<std::int64_t>{10, 9});
}

TEST_CASE("report: of five, one without consent and one with a dead number are left out (S001-08, S000-53)") {
  std::vector<ListRow> rows(5);
  for (std::int64_t i = 0; i < 5; ++i) {
    auto& row = rows[static_cast<std::size_t>(i)];
    row.member = i;
    row.consent = i != 1;
    row.phone = i == 3 ? "DEAD" : i == 4 ? "CONFIRMED" : "";
    row.net_year = Money(1000);
  }
  ListFilter filter;
  filter.consent = filter.reachable = true;
  filter.least_year = Money(1000);
  std::vector<std::int64_t> left;
  for (const auto& row : filtered(rows, filter, kDay)) left.push_back(row.member);
  CHECK(left == std::vector<std::int64_t>{0, 2, 4});
  filter.least_year = Money(1001);
  CHECK(filtered(rows, filter, kDay).empty());
}
