// Goods, members, lists and exceptions, worked out by hand (rulebook D2, D3; requirements S000-12, S001-30, S001-83,
// S002-10 to S002-14).
#include "core/journal/value_why.hpp"
#include "core/report/document_compare.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/report_fixture.hpp"

using namespace kahui;
using namespace kahui::report;
using base::BusinessDate;
using base::Money;
using base::Points;
using base::Quantity;
using namespace kahui::test;

namespace {

journal::Event bill(std::int64_t at_min, const char* op, std::int64_t member, Money by_hand, const char* receipt) {
  journal::Event event;
  event.business_date = kDay;
  event.at = {(std::int64_t{kDay.days()} * 1440 + at_min) * 60'000, 0};
  journal::SaleCompleted sale;
  sale.receipt_no = receipt;
  sale.operator_code = op;
  sale.total = Money(1000);
  journal::SoldLine line;
  line.bill = by_hand;
  sale.lines = {line};
  if (member != 0) {
    sale.member.emplace();
    sale.member->no = member;
    sale.member->bill_tier = "ORD";
  }
  event.payload = std::move(sale);
  return event;
}

}  // namespace

TEST_CASE("report: the best fifth of ten members, two with 800 of 1000") {
  ports::TradeBook book;
  for (std::int64_t member = 1; member <= 2; ++member) visit(book, member, 5, 40000);
  for (std::int64_t member = 3; member <= 10; ++member) visit(book, member, 5, 2500);
  std::vector<ports::ReportMember> list;
  for (std::int64_t member = 1; member <= 10; ++member) list.push_back(someone(member, "ORD", 5));
  const auto found = members(book, {kDay, kDay}, kDay, list, {}, pack());
  CHECK(found.top_fifth_bp == 8000);
  CHECK(found.deciles[9].cumulative_bp == 10000);
}

TEST_CASE("report: states by tier add up to all members, and cancelled ones do not count") {
  std::vector<ports::ReportMember> list{someone(1, "ORD", 0),   someone(2, "ORD", 90),  someone(3, "ORD", 91),
                                        someone(4, "SLV", 180), someone(5, "SLV", 181), someone(6, "GLD", -1)};
  list.push_back(someone(7, "GLD", 3));
  list.back().status = member::MemberStatus::Cancelled;
  const auto found = members({}, {kDay, kDay}, kDay, list, {}, pack());
  const auto& all = found.tiers.back();
  CHECK(found.members == 6);
  CHECK(all.active == 2);
  CHECK(all.dormant == 2);
  CHECK(all.lost == 1);
  CHECK(all.never == 1);
}

TEST_CASE("report: points outstanding by class and month of expiry, as money") {
  auto rules = pack();
  rules.points.value = Money(10);
  const auto found = members({}, {kDay, kDay}, kDay, {},
                             {{false, BusinessDate::of(2028, 12, 31), Points(300)},
                              {false, BusinessDate::of(2028, 12, 5), Points(100)},
                              {true, std::nullopt, Points(50)}},
                             rules);
  REQUIRE(found.liability.size() == 2);
  CHECK(found.liability[0].month == "2028-12");
  CHECK(found.liability[0].points == Points(400));
  CHECK(found.liability[1].month.empty());
  CHECK(found.liability_value == Money(4500));
}

TEST_CASE("report: 1,000 points at 1.00 and 55.00 of stored value are what members have left (S000-26)") {
  auto rules = pack();
  rules.points.value = Money(100);
  MemberExtras extras;
  extras.stored = {1, Money(5000), Money(500)};
  extras.joined_by = {{"1001", 3, "李"}, {"1002", 1, {}}};
  const auto found = members({}, {kDay, kDay}, kDay, {}, {{false, std::nullopt, Points(1000)}}, rules, extras);
  CHECK(found.liability_value == Money(100000));
  const ports::StoreInfo info;
  const auto document = membersDocument({info, rules, Language::English}, found);
  const auto figure = [&](const char* key) {
    for (const auto& one : document.figures)
      if (one.key == key) return one.value.number;
    return std::int64_t{-1};
  };
  CHECK(figure("liability") == 100000);
  CHECK(figure("stored") == 5500);
  const auto by = std::find_if(document.sections.begin(), document.sections.end(),
                               [](const auto& s) { return s.key == "joined_by"; });
  REQUIRE(by != document.sections.end());
  CHECK(by->rows.at(0).at(1).text == "李");
  CHECK(by->rows.at(0).at(2).number == 3);
}

TEST_CASE("report: of ten buyers four bought twice, that is 40 % (S000-12)") {
  ports::TradeBook book;
  for (std::int64_t member = 1; member <= 10; ++member) visit(book, member, 0, 1000, member <= 4 ? 2 : 1);
  const auto figures = periodFigures(book, pack());
  CHECK(figures.repeat_buyers == 4);
  CHECK(figures.repeat_buyers_bp == 4000);
}

TEST_CASE("report: a day that stands in two rows is one visit") {
  ports::TradeBook book;
  visit(book, 1, 3, 1000);
  visit(book, 1, 3, 500);
  const auto years = memberYears(book, kDay);
  REQUIRE(years.size() == 1);
  CHECK(years[0].visit_days == 1);
  CHECK(years[0].bills == 2);
  CHECK(years[0].net == Money(1500));
}

TEST_CASE("report: goods by side, margin, promotion and forecast") {
  std::vector<ports::ReportProduct> products(3);
  products[0] = {"7", "A", "", "c", "c", "c", Money(900), Money(600)};
  products[1] = {"8", "B", "", "c", "c", "c", Money(900), Money(800)};
  products[2] = {"9", "never", "", "c", "c", "c", Money(100), std::nullopt};
  ports::TradeBook book;
  const auto sell = [&](int ago, const char* sku, bool member, std::int64_t pieces, std::int64_t net, bool promoted) {
    book.items.push_back({{kDay.days() - ago, sku, member},
                          {Quantity(pieces * 1000), Money(net), 1, promoted ? Quantity(pieces * 1000) : Quantity()}});
  };
  sell(0, "7", true, 3, 2700, false);
  sell(0, "7", false, 5, 4500, false);
  sell(1, "8", true, 1, 900, true);
  sell(2, "8", true, 1, 900, false);
  sell(8, "8", false, 2, 2000, false);
  sell(15, "8", false, 3, 3000, false);
  const auto found = goods(book, {kDay.plusDays(-6), kDay}, products);
  const auto best = bestGoods(found, true, GoodsOrder::Quantity, 0);
  REQUIRE(best.size() == 2);
  CHECK(best[0].product.sku == "7");
  CHECK(best[0].members == Quantity(3000));
  CHECK(best[0].guests == Quantity(5000));
  CHECK(best[0].margin == Money(2400));  // 3.00 a piece
  const auto mostly = [&](std::int64_t share_bp, std::int64_t lines) {
    std::vector<std::string> skus;
    for (const auto& row : memberGoods(found, share_bp, lines)) skus.push_back(row.product.sku);
    std::sort(skus.begin(), skus.end());
    return skus;
  };
  CHECK(mostly(5000, 2) == std::vector<std::string>{"8"});       // both of its pieces
  CHECK(mostly(3750, 2) == std::vector<std::string>{"7", "8"});  // 3 of 8
  CHECK(mostly(5000, 3).empty());
  REQUIRE(found.slow.size() == 1);
  CHECK(found.slow[0].sku == "9");
  REQUIRE(found.promotions.size() == 1);
  CHECK(found.promotions[0].days == 1);
  CHECK(found.promotions[0].change_bp == 0);  // one a day during, one the day before
  REQUIRE(found.forecast.size() == 1);
  CHECK(found.forecast[0].next == Money((9000 + 2000 + 3000) / 3));  // nothing was sold four weeks ago
  CHECK(found.margin_bp == 2889);                                    // 26.00 of 90.00
}

TEST_CASE("report: weeks of 10, 20 and 30 are 20 on average (S002-13)") {
  std::vector<ports::ReportProduct> products(2);
  products[0] = {"7", "A", "", "new", "new", "new", Money(1000), {}};
  products[1] = {"8", "B", "", "old", "old", "old", Money(1000), {}};
  ports::TradeBook book;
  const auto sell = [&](int weeks_ago, const char* sku, std::int64_t net) {
    book.items.push_back({{kDay.days() - 7 * weeks_ago, sku, true}, {Quantity(1000), Money(net), 1, {}}});
  };
  for (const int week : {1, 2, 3}) sell(3 - week, "7", week * 1000);
  sell(3, "8", 4000);  // a week without a sale counts once there was one before it
  const auto found = goods(book, {kDay.plusDays(-6), kDay}, products);
  REQUIRE(found.forecast.size() == 2);
  CHECK(found.forecast[0].next == Money(2000));
  CHECK(found.forecast[1].next == Money(1000));
}

TEST_CASE("report: a store at 30 % whose best ten earn 12 % is warned of a price war (S002-14)") {
  std::vector<ports::ReportProduct> products;
  ports::TradeBook book;
  const auto sell = [&](const std::string& sku, std::int64_t pieces, std::int64_t net, std::int64_t cost) {
    products.push_back({sku, sku, "", "c", "c", "c", Money(net), Money(cost)});
    book.items.push_back({{kDay.days(), sku, true}, {Quantity(pieces * 1000), Money(net * pieces), 1, {}}});
  };
  const auto war = [&] { return goods(book, {kDay, kDay}, products); };
  for (int i = 0; i < 10; ++i) sell("hot" + std::to_string(i), 10, 100, 88);  // 100.00 at 12 %
  sell("calm", 1, 10000, 5200);                                               // 100.00 at 48 %
  const auto found = war();
  CHECK(found.margin_bp == 3000);
  CHECK(found.top_margin_bp == 1200);
  CHECK(found.price_war);
  const ports::StoreInfo info;
  const auto rules = pack();
  const auto document = goodsDocument({info, rules, Language::English}, found);
  CHECK(std::any_of(document.figures.begin(), document.figures.end(), [](const auto& one) { return one.alert; }));
  for (auto& product : products)
    if (product.sku != "calm") product.cost = Money(52);
  CHECK_FALSE(war().price_war);
}

TEST_CASE("report: the card that eight hundred strangers used is found on its first day") {
  std::vector<journal::Event> events;
  for (int i = 0; i < 800; ++i) events.push_back(bill(480 + i, "1001", 42, {}, "r"));
  events.push_back(bill(490, "2001", 7, {}, "other"));
  const auto found = exceptions(events);
  REQUIRE(found.size() == 2);
  CHECK(found[0].kind == ExceptionKind::BusyCard);
  CHECK(found[0].member == 42);
  CHECK(found[0].evidence.size() == 800);
  CHECK(found[1].kind == ExceptionKind::OneOperator);
  CHECK(found[1].operator_code == "1001");
}

TEST_CASE("report: a burst of discounts by hand is one finding, the same number over a day is none") {
  std::vector<journal::Event> close, wide;
  for (int i = 0; i < 6; ++i) {
    close.push_back(bill(600 + i * 12, "1001", 0, Money(100), "c"));
    wide.push_back(bill(480 + i * 90, "1001", 0, Money(100), "w"));
  }
  const auto found = exceptions(close);
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == ExceptionKind::ManualDiscounts);
  CHECK(found[0].amount == Money(600));
  CHECK(exceptions(wide).empty());
}

TEST_CASE("report: each finding has its bills beside it, and opens the first of them") {
  std::vector<journal::Event> close;
  for (int i = 0; i < 6; ++i)
    close.push_back(bill(600 + i * 12, "1001", 0, Money(100), ("c" + std::to_string(i)).c_str()));
  const ports::StoreInfo info;
  const auto rules = pack();
  const auto document = exceptionsDocument({info, rules, Language::English}, {kDay, kDay}, exceptions(close), {});
  const auto section = [&](const char* key) {
    return *std::find_if(document.sections.begin(), document.sections.end(),
                         [&](const auto& one) { return one.key == key; });
  };
  REQUIRE(section("exceptions").rows.size() == 1);
  CHECK(section("exceptions").receipts == std::vector<std::string>{"c0"});
  REQUIRE(section("evidence").rows.size() == 6);
  CHECK(section("evidence").rows[5][1].text == "c5");
}

TEST_CASE(
    "report: drawers without a bill, bills claimed afterwards and points by hand are findings when there are many") {
  const auto at = [](int minute, journal::Payload payload) {
    journal::Event event = bill(minute, "1001", 0, {}, "x");
    event.payload = std::move(payload);
    return event;
  };
  const auto acts = [&](int drawers, int claims, int points) {
    std::vector<journal::Event> events;
    for (int i = 0; i < drawers; ++i)
      events.push_back(at(500 + i * 60, journal::DrawerOpened{1, "CHANGE", "1001", {}}));
    for (int i = 0; i < claims; ++i) {
      journal::PointsClaimed claim;
      claim.member = 42;
      claim.receipt_no = "r" + std::to_string(i);
      claim.operator_code = "1001";
      events.push_back(at(510 + i * 120, claim));
    }
    for (int i = 0; i < points; ++i) {
      journal::PointsCashed cashed;
      cashed.member = 7 + i;
      cashed.paid = Money(500);
      cashed.operator_code = "1002";
      events.push_back(at(700 + i * 10, cashed));
    }
    return exceptions(events);
  };
  CHECK(acts(4, 2, 4).empty());
  const auto found = acts(5, 3, 5);
  REQUIRE(found.size() == 3);
  CHECK(found[0].kind == ExceptionKind::PointsByHand);
  CHECK(found[0].operator_code == "1002");
  CHECK(found[0].amount == Money(2500));
  CHECK(found[1].kind == ExceptionKind::NoSale);
  CHECK(found[1].evidence.front().reason == "CHANGE");
  CHECK(found[2].kind == ExceptionKind::Claims);
  CHECK(found[2].member == 42);
  CHECK(found[2].evidence.back().receipt_no == "r2");
}

TEST_CASE("report: stored value in and out are the same from events and from what was folded, others' moves are none") {
  const auto moved = [](const char* why, std::int64_t principal, std::int64_t bonus) {
    journal::Event event = bill(600, "1001", 0, {}, "x");
    journal::StoredMoved move;
    move.why = why;
    move.principal = Money(principal);
    move.bonus = Money(bonus);
    event.payload = move;
    return event;
  };
  const std::vector<journal::Event> events{moved("TOP_UP", 10000, 1000), moved("PAY", -5000, -1000),
                                           moved("REFUND", 2000, 0), moved("CLOSE", -3000, 0),
                                           moved(journal::kValueConfirmed, 7000, 0)};
  journal::TradeRows rows;
  for (const auto& event : events) rows.add(event);
  ports::TradeBook book;
  for (const auto& row : rows.facts) book.facts.push_back(row);
  for (const auto& figures : {periodFigures(events, pack()), periodFigures(book, pack())}) {
    CHECK(figures.stored_in == Money(13000));
    CHECK(figures.stored_out == Money(9000));
  }
}

TEST_CASE("report: a member's saving is against what a guest would have paid") {
  journal::SoldLine line;
  line.quantity = Quantity(2000);
  line.gross = Money(2000);
  line.layer = "TIER";
  line.after_price = Money(1600);
  CHECK(journal::guestSaving(line) == Money(400));
  line.terms.promo_price = Money(900);
  CHECK(journal::guestSaving(line) == Money(200));  // a guest had the promotion
  line.terms.flags = journal::kPromoNeedsCard;
  CHECK(journal::guestSaving(line) == Money(400));
  line.terms.override_price = Money(800);
  CHECK(journal::guestSaving(line) == Money());
}

TEST_CASE("report: figures as people read them") {
  CHECK(cellText(Cell::of(Money(-123456789))) == "\u22121,234,567.89");
  CHECK(cellText(Cell::of(Kind::Rate, 6125)) == "61.3%");
  CHECK(cellText(Cell::of(Kind::Change, -340)) == "\u22123.4%");
  CHECK(cellText(Cell::of(Quantity(1337))) == "1.337");
  CHECK(cellText(Cell::of(Quantity(12000))) == "12");
  CHECK(cellText(Cell::none(Kind::Money)).empty());
}

TEST_CASE("report: a text can be no formula, and a slip keeps to its paper") {
  Document document{"day", "店", "日报", "2028-03-10", {}, {}};
  document.figures = {{"net", "净销售额", Cell::of(Money(100)), {}, 0, false}};
  document.sections = {{"s", "s", {}, {{"name", "n", Kind::Text}}, {{Cell::of("=1+1")}}, -1, -1, {}}};
  CHECK(documentCsv(document).find(",=1+1") == std::string::npos);
  for (const auto& line : documentSlip(document, 32)) CHECK(line.size() <= 32 * 3);
  CHECK(documentSlip(document, 32).size() == 6);
}

TEST_CASE("report: a month beside the one before, and weekdays of members and guests") {
  const ports::StoreInfo info;
  const programme::RulePack rules = pack();
  const report::Head head{info, rules, Language::English};
  PeriodFigures now, before;
  now.totals.new_members = 110;
  before.totals.new_members = 100;  // S003-87: +10.0 %
  now.day.distinct_members = 2;
  now.day.member_bills = 5;
  now.day.net_member = Money(900);
  const auto section = monthBeforeSection(head, now, before);
  CHECK(cellText(section.rows.at(0).at(4)) == "+10.0%");
  CHECK(cellText(section.rows.at(2).at(2)) == "2.50");
  CHECK(section.rows.at(5).at(4).empty);  // nothing was before

  ports::Rows<journal::HourKey, journal::HourSums> hours;
  const BusinessDate friday = kDay;  // 10 March 2028
  hours.push_back({{friday.days(), 10, "ORD"}, {2, Money(500), 1, Money(100), 3}});
  hours.push_back({{friday.plusDays(7).days(), 11, ""}, {1, Money(300), 0, {}, 1}});
  hours.push_back({{friday.plusDays(14).days(), 11, ""}, {1, Money(300), 0, {}, 1}});
  const auto weekdays = weekdaysSection(head, hours, {friday, friday.plusDays(13)});
  REQUIRE(weekdays.rows.size() == 7);
  CHECK(weekdays.rows.at(4).at(0).text == "Friday");
  CHECK(weekdays.rows.at(4).at(2).number == 2);
  CHECK(weekdays.rows.at(4).at(3).number == 400);
  CHECK(weekdays.rows.at(4).at(5).number == 300);
  CHECK(weekdays.rows.at(5).at(2).number == 0);
}

TEST_CASE("report: ages, completeness of data, and what a member brings in a year", "[members]") {
  ports::TradeBook book;
  std::vector<ports::ReportMember> list;
  MemberExtras extras;
  for (std::int64_t no = 1; no <= 80; ++no) {
    list.push_back(someone(no, no <= 40 ? "ORD" : "SLV", 5));
    visit(book, no, 5, no <= 40 ? 1000 : 3000);
    if (no <= 60) extras.birthdays.push_back({no, {member::BirthdayCalendar::Solar, 6, 1, false, 0}});
    if (no <= 50 || no > 70) extras.phones[no] = no <= 50 ? "CONFIRMED" : "DEAD";
  }
  const int years[] = {17, 18, 50, 51};
  for (std::size_t i = 0; i < 4; ++i) {
    auto& born = extras.birthdays[i].birthday;
    born = {member::BirthdayCalendar::Solar, kDay.month(), kDay.day(), false, kDay.year() - years[i]};
  }
  const auto found = members(book, {kDay, kDay}, kDay, list, {}, pack(), extras);
  CHECK(found.complete.both == 50);
  CHECK(shareBp(found.complete.both, found.members) == 6250);  // S003-41: 50 of 80
  CHECK(found.complete.birthday == 60);
  CHECK(found.complete.phone_dead == 10);
  CHECK(found.age_known == 4);
  CHECK(found.age_target == 2);  // S001-02: from 18 to 50
  CHECK(found.ages[0].members == 1);
  CHECK(found.ages[1].members == 1);
  CHECK(found.ages[3].members == 1);
  CHECK(found.ages[4].members == 1);
  CHECK(found.year_value == Money(2000));  // S001-120
  CHECK(found.tiers[0].year_value == Money(1000));
  CHECK(found.tiers[1].year_value == Money(3000));
}

TEST_CASE("report: the rule sheet has the numbers of the pack, and follows them (S001-107)", "[rules]") {
  programme::RulePack rules = pack();
  rules.version = "7";
  const ports::StoreInfo info;
  const auto value = [&](const char* section, const char* key, std::size_t column) {
    const auto document = rulesDocument({info, rules, Language::English});
    for (const auto& one : document.sections)
      if (one.key == section)
        for (const auto& row : one.rows)
          if (row[1].text == key) return row[column];
    return Cell::none();
  };
  rules.points.value = Money(37);
  rules.tiers[2].rate = base::Rate(8800);
  CHECK(value("points", "value", 2).number == 37);
  CHECK(value("tiers", "GLD", 3).number == 8800);
  CHECK(value("tiers", "GLD", 2).text == "pay 88%");
  CHECK(value("tiers", "GLD", 5).number == 300);
  CHECK(value("tiers", "GLD", 7).number == 800000);
  rules.points.value = Money(50);
  CHECK(value("points", "value", 2).number == 50);
  const auto slip = documentLongSlip(rulesDocument({info, rules, Language::English}), 32);
  CHECK(std::find(slip.begin(), slip.end(), "A point pays                0.50") != slip.end());
}

TEST_CASE("report: frequency and average ticket of a month, joins by the way they came, targets beside last year") {
  journal::TradeRows rows;
  for (const std::int64_t fen : {10000, 5000}) {
    journal::Event event = bill(600, "1001", 1, {}, "r");
    std::get<journal::SaleCompleted>(event.payload).total = Money(fen);
    rows.add(event);
  }
  std::int64_t no = 0;
  for (const char* via : {"till", "till", "till", "referral"}) {
    journal::Event event;
    event.business_date = kDay;
    journal::MemberRegistered joined;
    joined.no = ++no;
    joined.joined = kDay;
    joined.source = "till";
    joined.via = via;
    event.payload = joined;
    rows.add(event);
  }
  ports::TradeBook book;
  book.hours.assign(rows.hours.begin(), rows.hours.end());
  book.visits.assign(rows.visits.begin(), rows.visits.end());
  book.facts.assign(rows.facts.begin(), rows.facts.end());
  const auto figures = periodFigures(book, pack());
  CHECK(figures.day.member_bills == 2);  // S000-01: of one member
  CHECK(figures.day.distinct_members == 1);
  CHECK(figures.day.member_avg_ticket == Money(7500));
  const auto found = members(book, {kDay, kDay}, kDay, {}, {}, pack());
  REQUIRE(found.joins.size() == 2);  // S000-02
  CHECK(found.joins[0].key == "referral");
  CHECK(found.joins[0].n == 1);
  CHECK(found.joins[1].n == 3);
  PeriodFigures now, before;
  before.totals.new_members = 1000;
  const auto targets = targetRows(now, {{"2028-03", "joins", 1200}}, &before);
  const ports::StoreInfo info;
  const auto rules = pack();
  const auto month = monthDocument({info, rules, Language::English}, now, {kDay, kDay}, targets);
  CHECK(cellText(month.sections.front().rows.front().back()) == "+20.0%");  // S003-40
}

TEST_CASE("report: 600.00 after 300.00 is rising (S001-51), and benefits by use (S003-39)") {
  Lists lists;
  lists.members = {someone(1, "ORD", 5)};
  visit(lists.book, 1, 5, 60000);
  visit(lists.book, 1, 100, 30000);
  const auto rows = memberList(ListKind::Rising,
                               {kDay, lists.members, memberYears(lists.book, kDay), {}, {}, lists.spent, lists.rules});
  REQUIRE(rows.size() == 1);
  CHECK(rows.front().change_bp == 10000);
  const MemberExtras extras{{}, {}, {{"parking", "2028", 3, 7}}};
  CHECK(members({}, {kDay, kDay}, kDay, {}, {}, pack(), extras).benefits.at(0).used == 7);
}
