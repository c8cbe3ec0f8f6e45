// What reports are made of: folded between sales, read with what is not folded yet, and the same as from the events.
#include "core/report/desk.hpp"
#include "core/store/history.hpp"
#include "core/store/report_reader.hpp"
#include "core/store/verify.hpp"
#include "core/store/visit_packs.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/desk_fixture.hpp"

using namespace kahui;

namespace {

using test::goods;

// A few bills of members and guests over two days, one taken back.
void trade(test::DeskFixture& fixture) {
  fixture.setTime("2025-03-12T10:15:00");
  REQUIRE(fixture.sell({goods("S1", 2000), goods("S2", 1337)}, test::kGold).has_value());
  REQUIRE(fixture.sell({goods("S3")}).has_value());
  fixture.setTime("2025-03-12T18:40:00");
  const auto sold = fixture.sell({goods("S1"), goods("S3", 3000)}, test::kBlack);
  REQUIRE(sold.has_value());
  fixture.setTime("2025-03-13T09:05:00");
  REQUIRE(fixture.sell({goods("S1")}, test::kGold).has_value());
  REQUIRE(fixture.giveBack(sold->receipt_no, {{0, base::Quantity(1000)}}).has_value());
}

report::PeriodFigures fromEvents(store::SqliteStore& store, const ports::DaySpan& span,
                                 const programme::RulePack& pack) {
  std::vector<journal::Event> events;
  REQUIRE(store::forEachEvent(store, {span.from, span.to}, [&](const journal::Event& event, const std::string&) {
    events.push_back(event);
    return base::Status{};
  }));
  return report::periodFigures(events, pack);
}

void checkSame(const report::PeriodFigures& rows, const report::PeriodFigures& events) {
  CHECK(rows.day.net_total == events.day.net_total);
  CHECK(rows.day.net_member == events.day.net_member);
  CHECK(rows.day.member_share_bp == events.day.member_share_bp);
  CHECK(rows.day.share_alert == events.day.share_alert);
  CHECK(rows.day.bills == events.day.bills);
  CHECK(rows.day.refund_bills == events.day.refund_bills);
  CHECK(rows.day.avg_ticket == events.day.avg_ticket);
  CHECK(rows.day.member_avg_ticket == events.day.member_avg_ticket);
  CHECK(rows.day.items_per_bill_x100 == events.day.items_per_bill_x100);
  CHECK(rows.day.distinct_members == events.day.distinct_members);
  CHECK(rows.day.points_issued == events.day.points_issued);
  CHECK(rows.day.points_reversed == events.day.points_reversed);
  CHECK(rows.day.points_redeemed == events.day.points_redeemed);
  CHECK(rows.repeat_buyers_bp == events.repeat_buyers_bp);
  CHECK(rows.totals == events.totals);
  CHECK(rows.tiers.size() == events.tiers.size());
  for (std::size_t hour = 0; hour < rows.hours.size(); ++hour)
    CHECK(rows.hours.at(hour).net == events.hours.at(hour).net);
  REQUIRE(rows.items.size() == events.items.size());
  for (const auto& [sku, item] : rows.items) {
    CHECK(item.member_net == events.items.at(sku).member_net);
    CHECK(item.guests == events.items.at(sku).guests);
  }
}

}  // namespace

TEST_CASE("reports: folded and not folded, the figures are those of the events") {
  test::DeskFixture fixture;
  trade(fixture);
  const auto day = [](unsigned number) { return base::BusinessDate::of(2025, 3, number); };
  for (const bool folded : {false, true}) {
    INFO(folded);
    if (folded) REQUIRE(fixture.store().checkpoint());
    for (const ports::DaySpan span : {ports::DaySpan{day(12), day(12)}, {day(13), day(13)}, {day(1), day(31)}}) {
      auto reader = store::ReportReader::open(fixture.store().folder());
      REQUIRE(reader);
      report::Desk desk(**reader);
      const auto pack = desk.pack();
      REQUIRE(pack);
      const auto rows = desk.period(span);
      REQUIRE(rows);
      checkSame(*rows, fromEvents(fixture.store(), span, *pack));
    }
  }
  CHECK(fixture.problems().empty());
}

TEST_CASE("reports: a reader beside a selling till sees each sale, and what was folded meanwhile once") {
  test::DeskFixture fixture;
  trade(fixture);
  auto reader = store::ReportReader::open(fixture.store().folder());
  REQUIRE(reader);
  report::Desk desk(**reader);
  const auto day = base::BusinessDate::of(2025, 3, 13);
  const auto net = [&] {
    const auto today = desk.today(day);
    REQUIRE(today);
    return today->figures.day.net_total;
  };
  const base::Money before = net();
  REQUIRE(fixture.sell({goods("S3")}).has_value());
  CHECK(net() == before + base::Money(7000));
  REQUIRE(fixture.store().checkpoint());
  CHECK(net() == before + base::Money(7000));
  REQUIRE(fixture.sell({goods("S3")}).has_value());
  CHECK(net() == before + base::Money(14000));
}

TEST_CASE("reports: what they are made of is verified against the journal") {
  for (const char* sql :
       {"UPDATE trade_hour SET sold=sold+1", "DELETE FROM trade_visit", "UPDATE trade_item SET quantity=quantity-1",
        "UPDATE trade_item_hour SET net=net+1", "UPDATE trade_fact SET n=n+1", "UPDATE member_join SET source='x'"}) {
    INFO(sql);
    test::DeskFixture fixture;
    trade(fixture);
    REQUIRE(fixture.store().checkpoint());
    CHECK(fixture.problems().empty());
    fixture.store().connection().database().exec(sql);
    CHECK(fixture.problems().size() == 1);
  }
}

TEST_CASE("reports: no page more in a sale's own transaction") {
  test::DeskFixture fixture;
  trade(fixture);
  REQUIRE(fixture.store().checkpoint());
  auto& database = fixture.store().connection().database();
  const auto rows = [&] {
    return database
        .execAndGet(
            "SELECT (SELECT count(*) FROM trade_hour)+(SELECT count(*) FROM trade_item)+"
            "(SELECT sum(bills) FROM trade_visit)+(SELECT sum(n) FROM trade_fact)")
        .getInt64();
  };
  const std::int64_t before = rows();
  REQUIRE(fixture.sell({goods("S2")}, test::kGold).has_value());
  CHECK(rows() == before);
  REQUIRE(fixture.store().checkpoint());
  CHECK(rows() > before);
}

TEST_CASE("reports: a day that is over is packed, and what comes late for it adds up") {
  test::DeskFixture fixture;
  trade(fixture);
  auto& connection = fixture.store().connection();
  const auto count = [&](const char* sql) { return connection.database().execAndGet(sql).getInt64(); };
  const auto day = [](unsigned number) { return base::BusinessDate::of(2025, 3, number); };
  const auto visits = [&] {
    auto reader = store::ReportReader::open(fixture.store().folder());
    REQUIRE(reader);
    auto book = (*reader)->trade({day(1), day(31)}, ports::kVisits);
    REQUIRE(book);
    return std::move(book->visits);
  };
  const auto before = visits();
  REQUIRE(before.size() == 4);
  CHECK(std::is_sorted(before.begin(), before.end(), [](const auto& a, const auto& b) { return a.first < b.first; }));
  REQUIRE(fixture.store().checkpoint());
  CHECK(count("SELECT count(*) FROM visit_pack") == 1);
  CHECK(count("SELECT count(DISTINCT day) FROM trade_visit") == 1);
  CHECK(visits() == before);
  CHECK(fixture.problems().empty());

  auto late = connection.statement("INSERT INTO trade_visit VALUES(?, ?, 1, 500, 0, 0, -7)");
  late.bind(1, before.front().first.day);
  late.bind(2, before.front().first.member);
  late.exec();
  auto expected = before;
  expected.front().second += {1, base::Money(500), 0, {}, base::Money(-7)};
  CHECK(visits() == expected);
  CHECK(fixture.problems().size() == 1);  // no event says so
  const auto packed = store::packOldestDay(connection);
  REQUIRE(packed);
  CHECK(*packed);
  CHECK(visits() == expected);
  CHECK_FALSE(*store::packOldestDay(connection));

  connection.database().exec("UPDATE visit_pack SET visits=x'ffff'");
  CHECK(fixture.problems().size() == 1);
  auto reader = store::ReportReader::open(fixture.store().folder());
  REQUIRE(reader);
  const auto broken = (*reader)->trade({day(1), day(31)}, ports::kVisits);
  REQUIRE_FALSE(broken);
  CHECK(broken.error().code == base::ErrorCode::StoreCorrupt);
}

TEST_CASE("reports: upkeep goes by steps that a sale can wait for") {
  test::DeskFixture fixture;
  trade(fixture);
  REQUIRE(fixture.store().checkpoint());
  auto& connection = fixture.store().connection();
  const auto behind = [&] {
    return connection.database()
        .execAndGet("SELECT max(entry)-(SELECT CAST(value AS INTEGER) FROM meta WHERE key='trade_upto') FROM journal")
        .getInt();
  };
  for (int i = 0; i < 40; ++i) REQUIRE(fixture.sell({goods("S1")}, test::kGold).has_value());
  const int sold = behind();
  REQUIRE(sold >= 40);
  REQUIRE(fixture.store().maintain());
  CHECK(behind() == sold - 32);
  while (behind() >= 32) REQUIRE(fixture.store().maintain());
  const int rest = behind();
  REQUIRE(fixture.store().maintain());
  CHECK(behind() == rest);
  CHECK(fixture.problems().empty());
}

TEST_CASE("reports: members as figures, masked where a person is shown") {
  test::DeskFixture fixture;
  trade(fixture);
  auto reader = store::ReportReader::open(fixture.store().folder());
  REQUIRE(reader);
  report::Desk desk(**reader);
  const auto day = base::BusinessDate::of(2025, 3, 13);
  const auto rows = desk.list(report::ListKind::Birthdays30, day);
  REQUIRE(rows);
  REQUIRE(rows->size() == 1);  // 20 March; the lunar one was on the 12th
  CHECK(rows->front().days == 7);
  const auto lines = desk.withPeople(*rows, 10);
  REQUIRE(lines);
  CHECK(lines->front().person.name.find('*') != std::string::npos);
  CHECK(lines->front().person.phone.find("****") != std::string::npos);
  const auto lunar = desk.list(report::ListKind::Birthdays7, base::BusinessDate::of(2025, 3, 6));
  REQUIRE(lunar);
  REQUIRE(lunar->size() == 1);
  CHECK(lunar->front().lunar);
  CHECK(lunar->front().date == base::BusinessDate::of(2025, 3, 12));
}
