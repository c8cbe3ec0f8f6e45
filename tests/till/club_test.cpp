// The club on a desk and on the engine: interests with consent, events and their door, samples, sign-in, days to
// remember, draws, friends who were named.
#include <fstream>
#include <set>
#include <sstream>

#include "core/store/import.hpp"
#include "core/store/report_reader.hpp"
#include "core/till/club_desk.hpp"
#include "tests/support/catch.hpp"
#include "tests/till/member_desk_fixture.hpp"
#include "tests/till/till_fixture.hpp"

using namespace kahui;
using journal::GuestState;
using test::reasonOf;
using till::ClubAct;
using till::ClubRequest;

namespace {

std::string clubPlan() {
  std::ifstream file(KAHUI_SOURCE_DIR "/resources/care/club.json");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

struct ClubFixture : test::MemberDeskFixture {
  base::LocalTime now = *base::LocalTime::parse("2025-03-12T10:00:00");

  ClubFixture() { plan(clubPlan()); }
  base::WallTime wall() const { return base::WallTime{(now.seconds() - 480 * 60) * 1000, 480}; }
  till::ClubDesk club() { return {store(), desk(), random, wall()}; }
  till::TaskDesk tasks() { return {store(), desk(), random, wall()}; }
  void plan(const std::string& json) {
    till::TaskRequest request;
    request.act = till::TaskAct::SetPlan;
    request.json = json;
    REQUIRE(tasks().act(request, signer("9001")));
  }
  ClubRequest wish(ClubAct act, int member = 0, const std::string& event = {}) {
    ClubRequest request;
    request.act = act;
    request.event = event;
    if (member != 0) request.members = {no(member)};
    return request;
  }
  till::ClubAnswer act(const ClubRequest& request, const char* by = "1001") { return club().act(request, signer(by)); }
  std::string event(int seats) {
    ClubRequest request = wish(ClubAct::Plan);
    request.name = "会员品茶会";
    request.place = "二楼";
    request.at = base::LocalTime::parse("2025-03-15T14:00:00");
    request.seats = seats;
    const auto done = act(request, "9001");
    REQUIRE(done);
    return done->event;
  }
  till::TaskAnswer use(const char* benefit, int member, const char* on = "2025-03-12") {
    till::TaskRequest request;
    request.act = till::TaskAct::UseBenefit;
    request.benefit = benefit;
    request.members = {no(member)};
    request.on = base::BusinessDate::parse(on);
    return tasks().act(request, signer("1001"));
  }
  till::ClubMemberView known(int member) {
    const auto view = club().view({{}, false, no(member).text()});
    REQUIRE(view);
    REQUIRE(view->member);
    return *view->member;
  }
};

struct ClubTill : test::TillFixture {
  ClubTill()
      : TillFixture({}, [](store::SqliteStore& filled) {
          REQUIRE(filled.putStaff({"9001", "张", ports::StaffRole::Manager, {}}, "111111"));
        }) {
    signedIn();
  }
};

}  // namespace

TEST_CASE("no tag and no favourite without consent, and none is left when it is taken back", "[club]") {
  ClubFixture shop;
  REQUIRE(shop.sell({test::goods("S1", 3000), test::goods("S3")}, test::kGold));
  ClubRequest tag = shop.wish(ClubAct::Tag, test::kGold);
  tag.tag = "coffee";
  CHECK(reasonOf(shop.act(tag)) == "TAG_CONSENT");
  CHECK(shop.known(test::kGold).favourites.empty());
  REQUIRE(shop.act(shop.wish(ClubAct::Agree, test::kGold)));
  tag.tag = "no such";
  CHECK(reasonOf(shop.act(tag)) == "NO_TAG");
  for (const char* code : {"wine", "coffee"}) {
    tag.tag = code;
    REQUIRE(shop.act(tag));
  }
  CHECK(shop.store().profiling(shop.no(test::kGold))->tags == std::vector<std::string>{"coffee", "wine"});
  const auto page = shop.at().page(shop.no(test::kGold));
  REQUIRE(page);
  CHECK(page->tags.size() == 2);
  CHECK(page->tags[0].en == "Coffee and tea");
  CHECK(page->profiling);
  CHECK(!page->favourites.empty());
  ClubRequest off = shop.wish(ClubAct::Agree, test::kGold);
  off.on = false;
  REQUIRE(shop.act(off));
  CHECK(shop.store().profiling(shop.no(test::kGold))->tags.empty());
  CHECK(shop.known(test::kGold).favourites.empty());
  CHECK(shop.problems().empty());
}

TEST_CASE("a member's favourites are what was paid for in twelve months, less what came back", "[club]") {
  ClubFixture shop;
  const auto sold = shop.sell({test::goods("S1", 3000), test::goods("S3")}, test::kGold);
  REQUIRE(sold);
  const auto most = [&] {
    return shop.store().boughtMost(shop.no(test::kGold), base::BusinessDate::of(2024, 3, 13), 3)->categories;
  };
  base::Money before;
  for (const auto& one : most()) before += one.net;
  REQUIRE(before > base::Money());
  REQUIRE(shop.giveBack(sold->receipt_no, {{0, base::Quantity(3000)}}));
  base::Money after;
  for (const auto& one : most()) after += one.net;
  CHECK(after < before);
  CHECK(shop.store().boughtMost(shop.no(test::kGold), base::BusinessDate::of(2025, 3, 13), 3)->categories.empty());
  CHECK(shop.store().boughtMost(shop.no(test::kBlack), base::BusinessDate::of(2024, 3, 13), 3)->categories.empty());
}

TEST_CASE("a member's top brand of twelve months, with amount, pieces and bills (S001-18)", "[club]") {
  ClubFixture shop;
  const auto put =
      store::importProducts(shop.store(),
                            "sku,name,category,price_fen,brand,flags\n"
                            "B1,茶,FOOD,10000,西湖,no_member_discount\nB2,茶,FOOD,6000,西湖,no_member_discount\n"
                            "B3,咖啡,FOOD,9000,蓝山,no_member_discount\nB4,水,FOOD,50000,,no_member_discount\n",
                            false);
  REQUIRE(put);
  REQUIRE(put->bad.empty());
  // 12 March 2025: a day too early for the twelve months
  REQUIRE(shop.sell({test::goods("B3", 9000)}, test::kGold));
  shop.setTime("2025-03-13T10:00:00");
  REQUIRE(shop.sell({test::goods("B3", 2000)}, test::kGold));
  shop.setTime("2026-03-12T10:00:00");
  REQUIRE(shop.sell({test::goods("B1"), test::goods("B2"), test::goods("B4")}, test::kGold));
  const auto second = shop.sell({test::goods("B1", 2000), test::goods("B3")}, test::kGold);
  REQUIRE(second);
  REQUIRE(shop.sell({test::goods("B3", 5000)}, test::kBlack));
  REQUIRE(shop.giveBack(second->receipt_no, {{0, base::Quantity(1000)}}));
  CHECK(shop.known(test::kGold).brands.empty());  // nothing is counted without consent
  REQUIRE(shop.act(shop.wish(ClubAct::Agree, test::kGold)));
  const auto page = shop.at().page(shop.no(test::kGold));
  REQUIRE(page);
  REQUIRE(page->brands.size() == 2);
  CHECK(page->brands[0].brand == "蓝山");
  CHECK(page->brands[0].net == base::Money(27000));  // 3 x 90.00
  CHECK(page->brands[0].quantity == base::Quantity(3000));
  CHECK(page->brands[0].bills == 2);
  CHECK(page->brands[1].brand == "西湖");
  CHECK(page->brands[1].net == base::Money(26000));  // 100.00 + 60.00 + 2 x 100.00 - 100.00
  CHECK(page->brands[1].quantity == base::Quantity(3000));
  CHECK(shop.problems().empty());
}

TEST_CASE("the member's page names the three categories bought most, and not the fourth (S000-04)", "[club]") {
  ClubFixture shop;
  REQUIRE(shop.act(shop.wish(ClubAct::Agree, test::kGold)));
  const std::pair<const char*, int> bought[] = {{"tea", 3000}, {"wine", 9000}, {"toys", 5000}, {"pens", 7000}};
  int number = 11;
  for (const auto& [category, fen] : bought) {
    std::vector one{test::product(number, base::Money(fen))};
    one.front().category = category;
    REQUIRE(shop.store().putProducts(one));
    REQUIRE(shop.sell({test::goods(one.front().sku.c_str())}, test::kGold));
    ++number;
  }
  const auto page = shop.at().page(shop.no(test::kGold));
  REQUIRE(page);
  std::vector<std::string> named;
  for (const auto& one : page->favourites) named.push_back(one.en);
  CHECK(named == std::vector<std::string>{"wine", "pens", "toys"});
}

TEST_CASE("tags narrow a list, and go with the member", "[club]") {
  ClubFixture shop;
  REQUIRE(shop.act(shop.wish(ClubAct::Agree, test::kGold)));
  ClubRequest tag = shop.wish(ClubAct::Tag, test::kGold);
  tag.tag = "pets";
  REQUIRE(shop.act(tag));
  const auto tags = [&] {
    const auto reader = store::ReportReader::open(shop.store().folder());
    REQUIRE(reader);
    std::vector<std::string> all;
    const auto members = (*reader)->members();
    REQUIRE(members);
    for (const auto& member : *members) all.insert(all.end(), member.tags.begin(), member.tags.end());
    return all;
  };
  CHECK(tags() == std::vector<std::string>{"pets"});
  const auto gold = shop.no(test::kGold);
  REQUIRE(shop.store().eraseMember(gold, "9001", shop.wall(), shop.now.date()));
  CHECK(tags().empty());
  CHECK(!shop.store().profiling(gold)->agreed);
  CHECK(shop.problems().empty());
}

TEST_CASE("an event has its seats: the one beyond is refused, and a seat that is given back is free", "[club]") {
  ClubFixture shop;
  CHECK(reasonOf(shop.act(shop.wish(ClubAct::Plan))) == "no_right");
  const std::string event = shop.event(2);
  REQUIRE(shop.act(shop.wish(ClubAct::Book, test::kRegular, event)));
  CHECK(shop.act(shop.wish(ClubAct::Book, test::kGold, event))->left == 0);
  CHECK(reasonOf(shop.act(shop.wish(ClubAct::Book, test::kBlack, event))) == "SEATS_FULL");  // S003-118
  ClubRequest smaller = shop.wish(ClubAct::Plan, 0, event);
  smaller.seats = 1;
  CHECK(reasonOf(shop.act(smaller, "9001")) == "out_of_range");
  CHECK(shop.act(shop.wish(ClubAct::Decline, test::kGold, event))->left == 1);
  REQUIRE(shop.act(shop.wish(ClubAct::Book, test::kBlack, event)));
  REQUIRE(shop.act(shop.wish(ClubAct::Call, 0, event), "9001"));
  CHECK(reasonOf(shop.act(shop.wish(ClubAct::CheckIn, test::kBlack, event))) == "EVENT_OFF");
  CHECK(reasonOf(shop.act(shop.wish(ClubAct::Book, test::kGold, "ffffffff"))) == "NO_EVENT");
  shop.reopen();
  CHECK(shop.store().clubEvent(event)->value().cancelled);
  CHECK(shop.problems().empty());
}

TEST_CASE("seat 21 of 20 is refused, also at the door", "[club]") {
  ClubFixture shop;
  const std::string event = shop.event(20);
  for (int i = 0; i < 20; ++i) {
    char phone[16];
    std::snprintf(phone, sizeof phone, "139000020%02d", i);
    const auto joined = shop.join(test::joining(phone));
    REQUIRE(joined);
    ClubRequest book = shop.wish(ClubAct::Book, 0, event);
    book.members = {joined->member_no};
    REQUIRE(shop.act(book));
  }
  CHECK(reasonOf(shop.act(shop.wish(ClubAct::Book, test::kGold, event))) == "SEATS_FULL");
  REQUIRE(shop.store().correctMember({shop.no(test::kGold), {}, {}, {}, {}, true, "9001", {}}, shop.wall(),
                                     shop.now.date()));
  ClubRequest invite = shop.wish(ClubAct::Invite, test::kGold, event);
  REQUIRE(shop.act(invite));
  CHECK(reasonOf(shop.act(shop.wish(ClubAct::CheckIn, test::kGold, event))) == "SEATS_FULL");
  CHECK(shop.problems().empty());
}

TEST_CASE("invitations from a list pass over who did not agree and who is on it", "[club]") {
  ClubFixture shop;
  REQUIRE(shop.store().correctMember({shop.no(test::kBlack), {}, {}, {}, {}, false, "9001", {}}, shop.wall(),
                                     shop.now.date()));
  const std::string event = shop.event(20);
  ClubRequest invite = shop.wish(ClubAct::Invite, 0, event);
  invite.members = {shop.no(test::kRegular), shop.no(test::kGold), shop.no(test::kBlack)};
  invite.source = "birthdays30";
  CHECK(reasonOf(shop.act(invite)) == "no_right");
  const auto done = shop.act(invite, "9001");
  REQUIRE(done);
  CHECK(done->count == 2);
  CHECK(done->passed_over == 1);  // L4
  CHECK(reasonOf(shop.act(invite, "9001")) == "NOBODY_LEFT");
  CHECK(shop.store().clubEvent(event)->value().invited == 2);
  CHECK(shop.problems().empty());
}

TEST_CASE("a card at the door marks its member present, and the second reading says so", "[club]") {
  ClubTill shop;
  till::ActOnClub plan;
  plan.request.act = ClubAct::Plan;
  plan.request.name = "Tasting";
  plan.request.at = base::LocalTime::parse("2026-03-05T14:00:00");
  plan.request.seats = 5;
  shop.after(till::ShowClub{});
  const auto refused = shop.after(plan);
  CHECK(test::errorOf(*refused) == base::ErrorCode::NoRight);  // a cashier plans none
  plan.approval = {"9001", "111111"};
  auto now = shop.after(plan);
  REQUIRE(now->club);
  REQUIRE(now->club->events.size() == 1);
  const std::string event = now->club->events[0].id;
  shop.reader->tap(test::cardOf(test::kGoldCard));
  now = shop.look();
  REQUIRE(now->club->member);  // a card shows its member while no door is open
  CHECK(!now->member);         // and does not come onto the bill
  till::ActOnClub book;
  book.request.act = ClubAct::Book;
  book.request.event = event;
  book.request.members = {*member::MemberNo::parse(now->club->member->head.member_no)};
  shop.after(book);
  shop.after(till::ShowClub{event, true, {}});
  shop.reader->tap(test::cardOf(test::kSilverCard));
  now = shop.look();
  REQUIRE(now->notice->error);
  CHECK(now->notice->error->detail == "NOT_INVITED");
  shop.reader->tap(test::cardOf(test::kGoldCard));
  now = shop.look();
  CHECK(test::noticeOf(*now) == till::NoticeCode::ClubDone);
  REQUIRE(now->club->guests.size() == 1);
  CHECK(now->club->guests[0].state == GuestState::Present);
  shop.reader->tap(test::cardOf(test::kGoldCard));
  now = shop.look();
  REQUIRE(now->notice->error);
  CHECK(now->notice->error->detail == "ALREADY_PRESENT");  // S000-18
  CHECK(!shop.after(till::LeaveClub{})->club);
  shop.reader->tap(test::cardOf(test::kGoldCard));
  CHECK(shop.look()->member);
}

TEST_CASE("the second sample in thirty days is refused, and so is one beyond the stock", "[club]") {
  ClubFixture shop;
  REQUIRE(shop.use("sample", test::kGold, "2025-03-12"));
  CHECK(reasonOf(shop.use("sample", test::kGold, "2025-03-12")) == "BENEFIT_LIMIT");
  CHECK(reasonOf(shop.use("sample", test::kGold, "2025-04-10")) == "BENEFIT_LIMIT");  // S000-36: day 30
  REQUIRE(shop.use("sample", test::kGold, "2025-04-11"));
  shop.plan(R"({"schema":1,"benefits":[{"code":"sample","name":{"zh":"试","en":"S"},"unit":{"zh":"份","en":"p"},
    "limit":1,"per":"days","days":30,"stock":3}]})");
  REQUIRE(shop.use("sample", test::kBlack));
  CHECK(reasonOf(shop.use("sample", test::kRegular)) == "BENEFIT_STOCK");
  CHECK(shop.problems().empty());
}

TEST_CASE("the day of joining comes again each year, 29 February on the 28th", "[club]") {
  ClubFixture shop;
  const auto joined = shop.memberNow(test::kGold).joined;
  const auto anniversary = [&](int year, unsigned day) {
    return base::BusinessDate::of(year, joined.month(), day).iso();
  };
  CHECK(reasonOf(shop.use("anniversary", test::kGold, joined.iso().c_str())) == "BENEFIT_DAY");
  CHECK(reasonOf(shop.use("anniversary", test::kGold, anniversary(joined.year() + 1, joined.day() % 28 + 1).c_str())) ==
        "BENEFIT_DAY");
  const std::string day = anniversary(joined.year() + 1, joined.day());
  REQUIRE(shop.use("anniversary", test::kGold, day.c_str()));  // S001-93
  CHECK(reasonOf(shop.use("anniversary", test::kGold, day.c_str())) == "BENEFIT_LIMIT");
  CHECK(shop.problems().empty());
}

TEST_CASE("a birthday package is had once in the month of the birthday, however often one comes (S003-73)", "[club]") {
  ClubFixture shop;
  const auto package = [&](member::MemberNo no, const char* on) {
    till::TaskRequest request;
    request.act = till::TaskAct::UseBenefit;
    request.benefit = "birthday_package";
    request.members = {no};
    request.on = base::BusinessDate::parse(on);
    return reasonOf(shop.tasks().act(request, shop.signer("1001")));
  };
  till::JoinRequest request = test::joining();
  request.birthday = member::Birthday{member::BirthdayCalendar::Lunar, 8, 15};  // 6 October 2025, 25 September 2026
  const auto no = shop.join(request)->member_no;
  CHECK(package(no, "2025-09-30") == "BENEFIT_DAY");
  CHECK(package(no, "2025-10-01") == "done");
  CHECK(package(no, "2025-10-06") == "BENEFIT_LIMIT");
  CHECK(package(no, "2026-09-30") == "done");
  CHECK(package(no, "2026-10-06") == "BENEFIT_DAY");
  CHECK(package(shop.join(test::joining("13900002222"))->member_no, "2025-10-06") == "BENEFIT_DAY");  // none is known
  CHECK(shop.problems().empty());
}

TEST_CASE("a draw has its chances by tier, one winner, and no prize beyond 50,000.00", "[club]") {
  ClubFixture shop;
  for (int i = 0; i < 3; ++i) REQUIRE(shop.use("newyear", test::kGold));
  CHECK(reasonOf(shop.use("newyear", test::kGold)) == "BENEFIT_LIMIT");  // S003-27: gold has three
  CHECK(reasonOf(shop.use("newyear", test::kRegular)) == "BENEFIT_TIER");
  ClubRequest draw = shop.wish(ClubAct::Draw);
  draw.draw = "newyear";
  CHECK(reasonOf(shop.act(draw)) == "no_right");
  const auto won = shop.act(draw, "9001");
  REQUIRE(won);
  CHECK(won->left == 3);
  CHECK(shop.store().drawHeld("newyear", "2025")->value().winner == shop.no(test::kGold).value());
  CHECK(reasonOf(shop.act(draw, "9001")) == "DRAW_HELD");
  CHECK(reasonOf(shop.use("newyear", test::kBlack)) == "DRAW_HELD");
  draw.draw = "sample";
  CHECK(reasonOf(shop.act(draw, "9001")) == "NO_BENEFIT");
  const auto prize = [](const char* fen) {
    return programme::parseCarePlan(
        std::string(R"({"schema":1,"benefits":[{"code":"d","name":{"zh":"抽","en":"D"},"unit":{"zh":"次","en":"c"},)") +
        R"("entries":{"GLD":3},"prize_fen":)" + fen + "}]}");
  };
  CHECK(prize("5000000"));
  REQUIRE(!prize("5000001"));  // L2
  CHECK(prize("5000001").error().code == base::ErrorCode::OutOfRange);
  CHECK(shop.problems().empty());
}

TEST_CASE("all of a draw's entries can win", "[club]") {
  ClubFixture shop;
  std::set<std::int64_t> winners;
  for (int year = 2025; year < 2045; ++year) {
    shop.now = *base::LocalTime::parse(std::to_string(year) + "-03-12T10:00:00");
    const std::string code = "d" + std::to_string(year);
    shop.plan(
        R"({"schema":1,"benefits":[{"code":")" + code +
        R"(","name":{"zh":"抽","en":"D"},"unit":{"zh":"次","en":"c"},"entries":{"GLD":1,"BLK":1},"prize_fen":100}]})");
    REQUIRE(shop.use(code.c_str(), test::kGold));
    REQUIRE(shop.use(code.c_str(), test::kBlack));
    ClubRequest draw = shop.wish(ClubAct::Draw);
    draw.draw = code;
    REQUIRE(shop.act(draw, "9001"));
    winners.insert(shop.store().drawHeld(code, "2025")->value().winner);
  }
  CHECK(winners.size() == 2);
}

TEST_CASE("a friend who was named and joins in time is referred by who named him", "[club]") {
  ClubFixture shop;
  ClubRequest lead = shop.wish(ClubAct::Lead, test::kGold);
  lead.phone = test::kFreshPhone;
  const auto named = shop.act(lead);
  REQUIRE(named);
  CHECK(named->until->iso() == "2025-04-11");
  ClubRequest second = shop.wish(ClubAct::Lead, test::kBlack);
  second.phone = test::kFreshPhone;
  CHECK(reasonOf(shop.act(second)) == "LEAD_KNOWN");
  const auto joined = shop.join(test::joining());
  REQUIRE(joined);
  CHECK(shop.store().memberFile(joined->member_no)->referrer == shop.no(test::kGold).value());  // F1
  CHECK(shop.store().memberFile(joined->member_no)->via == "referral");
  CHECK(reasonOf(shop.act(second)) == "phone_taken");
  lead.phone = "12";
  CHECK(reasonOf(shop.act(lead)) == "bad_phone");
  REQUIRE(store::forEachEvent(shop.store(), {}, [](const journal::Event&, const std::string& line) {
    CHECK(line.find(test::kFreshPhone) == std::string::npos);
    return base::Status{};
  }));
  CHECK(shop.problems().empty());
}

TEST_CASE("a friend who joins too late is nobody's", "[club]") {
  ClubFixture shop;
  ClubRequest lead = shop.wish(ClubAct::Lead, test::kGold);
  lead.phone = test::kFreshPhone;
  REQUIRE(shop.act(lead));
  shop.setTime("2025-04-12T10:00:00");  // S003-117: 30 days
  const auto joined = shop.join(test::joining());
  REQUIRE(joined);
  CHECK(shop.store().memberFile(joined->member_no)->referrer == 0);
  CHECK(shop.problems().empty());
}

TEST_CASE("two days beside the birthday are kept sealed and stand in the list", "[club]") {
  ClubFixture shop;
  ClubRequest date = shop.wish(ClubAct::KeepDate, test::kGold);
  date.kind = member::DateKind::Child;
  date.date = member::Birthday{member::BirthdayCalendar::Solar, 3, 18, false};
  CHECK(reasonOf(shop.act(date)) == "no_right");
  REQUIRE(shop.act(date, "9001"));
  date.kind = member::DateKind::Wedding;
  date.date = member::Birthday{member::BirthdayCalendar::Lunar, 2, 20, false};
  REQUIRE(shop.act(date, "9001"));
  shop.reopen();
  CHECK(shop.memberNow(test::kGold).profile.dates.size() == 2);
  const auto reader = store::ReportReader::open(shop.store().folder());
  REQUIRE(reader);
  int child = 0, lunar = 0;
  const auto birthdays = (*reader)->birthdays();
  REQUIRE(birthdays);
  for (const auto& one : *birthdays) {
    if (one.occasion == member::DateKind::Child) ++child;
    if (one.occasion == member::DateKind::Wedding && one.birthday.calendar == member::BirthdayCalendar::Lunar) ++lunar;
  }
  CHECK(child == 1);
  CHECK(lunar == 1);
  date.date.reset();
  REQUIRE(shop.act(date, "9001"));
  CHECK(shop.memberNow(test::kGold).profile.dates.size() == 1);
  date.date = member::Birthday{member::BirthdayCalendar::Solar, 2, 30, false};
  CHECK(reasonOf(shop.act(date, "9001")) == "bad_input");
  CHECK(shop.problems().empty());
}

TEST_CASE("the day's first card gives points where the plan says so, the second none", "[club]") {
  ClubTill shop;
  const auto tap = [&] {
    shop.reader->tap(test::cardOf(test::kGoldCard));
    const auto now = shop.look();
    REQUIRE(now->member);
    return now->member->points.value();
  };
  const auto before = tap();
  CHECK(test::noticeOf(*shop.look()) == till::NoticeCode::MemberAttached);  // no plan: no points
  till::ActOnTasks plan;
  plan.request.act = till::TaskAct::SetPlan;
  plan.request.json = clubPlan();
  plan.approval = {"9001", "111111"};
  shop.after(plan);
  CHECK(tap() == before + 1);  // S003-61
  CHECK(test::noticeOf(*shop.look()) == till::NoticeCode::SignedInToday);
  CHECK(tap() == before + 1);
  CHECK(test::noticeOf(*shop.look()) == till::NoticeCode::MemberAttached);
}
