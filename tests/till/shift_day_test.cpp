// The cashier's day through the till's commands (rulebook D4, section 14: 交接班, 钱箱; requirement S000-27).
#include "core/report/shift_book.hpp"
#include "core/store/verify.hpp"
#include "core/till/rights.hpp"
#include "tests/support/catch.hpp"
#include "tests/till/till_fixture.hpp"

using namespace kahui;
using namespace kahui::till;
using base::ErrorCode;
using base::Money;
using base::Points;
using test::errorOf;
using test::noticeOf;

namespace {

const Approval kLeader{"2001", "654321"};

test::TillFixture withLeader() {
  return test::TillFixture({}, [](store::SqliteStore& store) {
    REQUIRE(store.putStaff({"2001", "王", ports::StaffRole::Leader, {}}, "654321"));
    REQUIRE(store.putStaff({"9001", "张", ports::StaffRole::Manager, {}}, "111111"));
  });
}

void sellFor(test::TillFixture& fixture, const char* text, Money given) {
  fixture.after(Enter{text});
  fixture.after(BeginTender{});
  REQUIRE(fixture.after(PayCash{given})->phase == Phase::Receipt);
  fixture.after(NextSale{});
}

std::vector<journal::Event> eventsOf(test::TillFixture& fixture, std::int64_t shift) {
  std::vector<journal::Event> events;
  fixture.till->runOnEngine([&](ports::Store& store) {
    REQUIRE(store.shiftEvents(shift, [&](const journal::Event& event) { events.push_back(event); }));
  });
  return events;
}

bool sound(test::TillFixture& fixture) {
  bool ok = false;
  fixture.till->runOnEngine([&](ports::Store& store) {
    const auto found = store::verify(dynamic_cast<store::SqliteStore&>(store));
    ok = found && found->ok();
    if (found)
      for (const auto& problem : found->problems) UNSCOPED_INFO(problem.what << " " << problem.where);
  });
  return ok;
}

void checkX(const report::ShiftSheet& x) {
  CHECK(x.figures.opening_float == Money(30000));
  CHECK(x.figures.bills == 2);
  CHECK(x.figures.net == Money(16000));
  CHECK(x.figures.cash_in.amount == Money(5000));
  CHECK(x.figures.cash_out.amount == Money(1200));
  CHECK(x.figures.drops.amount == Money(20000));
  CHECK(x.figures.openings == 2 + 3 + 1);
  REQUIRE(x.figures.openings_for_reason.size() == 1);
  CHECK(x.figures.openings_for_reason[0].reason == "change");
  CHECK_FALSE(x.figures.cash);  // blind
  CHECK(x.first_receipt == "0001-03-1-000001");
  CHECK(x.last_receipt == "0001-03-1-000002");
}

}  // namespace

TEST_CASE("a day at the drawer: float, sales, cash moved, blind count, close, and the next shift") {
  auto fixture = withLeader();
  auto now = fixture.signedIn();
  REQUIRE(now->shift);
  CHECK(now->shift->asks_float);
  CHECK(now->shift->proposed_float == Money(0));
  now = fixture.after(SetFloat{Money(30000)});
  CHECK(noticeOf(*now) == NoticeCode::FloatSet);
  CHECK_FALSE(now->shift->asks_float);
  CHECK(errorOf(*fixture.after(SetFloat{Money(1)})) == ErrorCode::WrongState);

  fixture.reader->tap(test::cardOf(test::kGoldCard));
  fixture.after(Enter{"S1"});
  const Points earned = fixture.look()->member->earns;
  fixture.after(BeginTender{});
  fixture.after(PayCash{Money(10000)});  // 90.00 for gold
  sellFor(fixture, "S3", Money(10000));  // 70.00
  fixture.after(MoveCash{MoveCash::Kind::In, Money(5000), "coins", kLeader});
  fixture.after(MoveCash{MoveCash::Kind::Out, Money(1200), "milk", kLeader});
  now = fixture.after(MoveCash{MoveCash::Kind::Drop, Money(20000), "safe", kLeader});
  CHECK(noticeOf(*now) == NoticeCode::CashMoved);
  CHECK(noticeOf(*fixture.after(OpenDrawer{"change", kLeader})) == NoticeCode::DrawerOpened);

  now = fixture.after(ReadShift{});
  REQUIRE(now->shift->sheet);
  checkX(now->shift->sheet->sheet);

  CHECK(errorOf(*fixture.after(CloseShift{Money(), {}, "123456"})) == ErrorCode::WrongState);  // nothing counted
  now = fixture.after(CountDrawer{Money(29790)});
  REQUIRE(now->shift->sheet->sheet.figures.cash);
  const auto& cash = *now->shift->sheet->sheet.figures.cash;
  CHECK(cash.expected == Money(30000 + 16000 + 5000 - 1200 - 20000));
  CHECK(cash.over_short == Money(-10));
  CHECK(errorOf(*fixture.after(CloseShift{Money(20000), {}, "000000"})) == ErrorCode::WrongPin);
  CHECK(errorOf(*fixture.after(CloseShift{Money(29791), {}, "123456"})) == ErrorCode::OutOfRange);
  now = fixture.after(CloseShift{Money(20000), "a coin fell", "123456"});
  CHECK(now->phase == Phase::SignedOut);
  CHECK(noticeOf(*now) == NoticeCode::ShiftClosed);
  CHECK_FALSE(now->shift);

  now = fixture.signedIn();
  CHECK(now->shift->shift == 2);
  CHECK(now->shift->asks_float);
  CHECK(now->shift->proposed_float == Money(20000));
  const auto events = eventsOf(fixture, 1);
  const auto& closed = std::get<journal::ShiftClosed>(events.back().payload);
  CHECK(closed.reason == "counted");
  CHECK(closed.bills == 2);
  CHECK(closed.total == Money(16000));
  REQUIRE(closed.count);
  CHECK(closed.count->counted == Money(29790));
  CHECK(closed.count->expected == Money(29800));
  CHECK(closed.count->left == Money(20000));
  CHECK(closed.count->reason == "a coin fell");
  CHECK(closed.count->points_close - closed.count->points_open == earned);
  report::ShiftBook book(1);
  for (const auto& event : events) book.add(event);
  CHECK(book.sheet().figures.cash->over_short == Money(-10));
  CHECK(sound(fixture));
}

TEST_CASE("the member Z adds up against the members' accounts") {
  auto fixture = withLeader();
  fixture.signedIn();
  fixture.reader->tap(test::cardOf(test::kGoldCard));
  sellFor(fixture, "5*S1", Money(50000));  // 450.00
  fixture.reader->tap(test::cardOf(test::kGoldCard));
  fixture.after(Enter{"S1"});
  fixture.after(PayPoints{PayPoints::How::Max});
  fixture.after(BeginTender{});
  REQUIRE(fixture.after(PayCash{Money(10000)})->phase == Phase::Receipt);
  fixture.after(BeginReturn{"0001-03-1-000001"});
  fixture.after(SetReturnQuantity{0, base::Quantity(2000)});
  REQUIRE(fixture.after(ConfirmReturn{})->phase == Phase::Receipt);
  fixture.after(NextSale{});
  const auto now = fixture.after(ReadShift{});
  const auto& book = now->shift->sheet->points;
  CHECK(book.opening == Points(120));
  CHECK(book.earned > Points(0));
  CHECK(book.redeemed == Points(18));  // 20 % of 90.00
  CHECK(book.reversed > Points(0));
  CHECK(book.opening + book.earned + book.restored - book.reversed - book.redeemed - book.expired + book.adjusted ==
        book.closing);
  fixture.reader->tap(test::cardOf(test::kGoldCard));
  CHECK(fixture.look()->member->points == book.closing);  // nobody else has any
}

TEST_CASE("a shift does not close over an open or a held bill") {
  auto fixture = withLeader();
  fixture.signedIn();
  fixture.after(Enter{"S1"});
  CHECK(fixture.after(CountDrawer{Money()})->notice->error == base::Error{ErrorCode::RuleRejected, "OPEN_BILL"});
  CHECK(noticeOf(*fixture.after(HoldBill{"red coat"})) == NoticeCode::BillHeld);
  CHECK(fixture.after(CountDrawer{Money()})->notice->error == base::Error{ErrorCode::RuleRejected, "HELD_BILLS"});
  const auto held = fixture.after(ListHeld{})->desk->held;
  fixture.after(DropHeldBill{held->front().bill});
  CHECK(noticeOf(*fixture.after(CountDrawer{Money()})) == NoticeCode::DrawerCounted);
}

TEST_CASE("what is sold after the count makes another sheet, and it is shown before it is signed") {
  auto fixture = withLeader();
  fixture.signedIn();
  fixture.after(CountDrawer{Money()});
  SellRequest request;
  request.operator_code = "1001";
  SellLine line;
  line.sku = "S1";
  request.lines.push_back(line);
  request.tenders.push_back({"CASH", std::nullopt, std::nullopt});
  REQUIRE(fixture.till->authorize("1001", "123456"));
  REQUIRE(fixture.till->sell(request));
  const auto now = fixture.after(CloseShift{Money(), {}, "123456"});
  CHECK(errorOf(*now) == ErrorCode::WrongState);
  CHECK(now->shift->sheet->sheet.figures.cash->expected == Money(10000));
  CHECK(fixture.after(CloseShift{Money(), {}, "123456"})->phase == Phase::SignedOut);
  CHECK(sound(fixture));
}

TEST_CASE("rights are single: what a person has beside or without the role decides, and an attempt is noted") {
  ports::Staff staff{"1", "x", ports::StaffRole::Cashier, {}};
  CHECK_FALSE(mayDo(staff, Right::OpenDrawer));
  CHECK(mayDo(staff, Right::ReadShift));
  staff.granted = {"open_drawer"};
  staff.denied = {"read_shift"};
  CHECK(mayDo(staff, Right::OpenDrawer));
  CHECK_FALSE(mayDo(staff, Right::ReadShift));
  for (const Right right : allRights()) CHECK(rightByName(name(right)) == right);

  auto fixture = withLeader();
  auto now = fixture.signedIn();
  CHECK(now->op->rights == rightsOf({"1001", "", ports::StaffRole::Cashier, {}}));
  now = fixture.after(OpenDrawer{"test", {}});
  CHECK(now->notice->error == base::Error{ErrorCode::NoRight, "open_drawer"});
  CHECK(errorOf(*fixture.after(OpenDrawer{"test", {"2001", "000000"}})) == ErrorCode::WrongPin);
  CHECK(errorOf(*fixture.after(OpenDrawer{"test", {"1001", "123456"}})) == ErrorCode::NoRight);
  int refused = 0;
  for (const auto& event : eventsOf(fixture, 1)) {
    const auto* note = std::get_if<journal::LogNote>(&event.payload);
    if (note != nullptr && note->actor == "1001" && note->what == "refused: open_drawer") ++refused;
    CHECK_FALSE(std::holds_alternative<journal::DrawerOpened>(event.payload));
  }
  CHECK(refused == 2);
  CHECK(noticeOf(*fixture.after(OpenDrawer{"test", kLeader})) == NoticeCode::DrawerOpened);
  CHECK(errorOf(*fixture.after(OpenDrawer{"because", kLeader})) == ErrorCode::BadInput);
  CHECK(errorOf(*fixture.after(MoveCash{MoveCash::Kind::In, Money(0), "x", kLeader})) == ErrorCode::OutOfRange);
  CHECK(errorOf(*fixture.after(MoveCash{MoveCash::Kind::In, Money(1), "", kLeader})) == ErrorCode::BadInput);
}

TEST_CASE("a right that was granted with the person is kept with the person") {
  auto fixture = test::TillFixture({}, [](store::SqliteStore& store) {
    ports::Staff staff{"1001", "李", ports::StaffRole::Cashier, {}};
    staff.granted = {"open_drawer", "move_cash"};
    staff.denied = {"return_goods"};
    REQUIRE(store.changeStaff(staff, std::nullopt, "9001", "staff 1001: +open_drawer"));
    CHECK(store.changeStaff(staff, "12", "9001", "x").error().code == ErrorCode::BadInput);
    CHECK((*store.staffByCode("1001"))->denied == staff.denied);
  });
  fixture.signedIn();  // the PIN stays what it was
  CHECK(noticeOf(*fixture.after(OpenDrawer{"test", {}})) == NoticeCode::DrawerOpened);
  sellFor(fixture, "S1", Money(10000));
  fixture.after(BeginReturn{"0001-03-1-000001"});
  fixture.after(ReturnAll{});
  CHECK(errorOf(*fixture.after(ConfirmReturn{})) == ErrorCode::NoRight);
}

TEST_CASE("a shift that is closed twice on a day keeps the business date, and a rollover needs no count") {
  auto fixture = withLeader();
  const auto day = fixture.signedIn()->business_date;
  fixture.after(CountDrawer{Money()});
  fixture.after(CloseShift{Money(), {}, "123456"});
  const auto before = fixture.store.clock->now();
  fixture.store.clock->set(before.local().plusSeconds(-3 * 86'400));
  CHECK(errorOf(*fixture.after(SignIn{"1001", "123456"})) == ErrorCode::RuleRejected);
  CHECK(fixture.after(SignIn{"9001", "111111"})->business_date == day);  // a clock set back moves nothing back
  fixture.store.clock->set(before.local().plusSeconds(86'400));
  fixture.after(Enter{"S1"});
  const auto now = fixture.look();
  CHECK(now->business_date == day.plusDays(1));
  CHECK(now->shift->shift == 3);
  CHECK(now->shift->proposed_float == Money());
  CHECK(sound(fixture));
}

TEST_CASE("S22 a clock that is set to 1970 or two years ahead is noted, and bills keep their day, order and points") {
  for (const char* wrong : {"1970-01-01T08:00:00", "2028-06-01T12:00:00"}) {
    CAPTURE(wrong);
    auto fixture = withLeader();
    fixture.signedIn();
    const auto day = fixture.look()->business_date;
    const auto real = fixture.store.clock->now();
    fixture.store.clock->jump(*base::LocalTime::parse(wrong));
    auto now = fixture.after(DismissNotice{});
    REQUIRE(now->clock);
    CHECK((now->clock->ahead_min < 0) == (std::string(wrong) < "2000"));
    fixture.reader->tap(test::cardOf(test::kGoldCard));
    fixture.after(Enter{"2*S1"});
    fixture.after(BeginTender{});
    REQUIRE(fixture.after(PayCash{Money(20000)})->phase == Phase::Receipt);
    now = fixture.after(NextSale{});
    CHECK(now->business_date == day);
    int jumps = 0;
    for (const auto& event : eventsOf(fixture, now->shift->shift)) {
      CHECK(event.business_date == day);
      const auto* jumped = std::get_if<journal::ClockJumped>(&event.payload);
      if (jumped != nullptr) {
        ++jumps;
        CHECK(jumped->against == "MONOTONIC");
      }
      const auto* sale = std::get_if<journal::SaleCompleted>(&event.payload);
      if (sale == nullptr) continue;
      CHECK(std::abs(event.at.utc_ms - real.utc_ms) < 60'000);
      REQUIRE(sale->member->lot_expires);
      CHECK(sale->member->lot_expires->year() == day.year() + 1);
    }
    CHECK(jumps == 1);
    fixture.store.clock->jump(real.local());
    now = fixture.after(DismissNotice{});
    CHECK_FALSE(now->clock);
    CHECK(sound(fixture));
  }
}

TEST_CASE("headquarters' clock tells of a till's that was wrong before it started") {
  auto fixture = withLeader();
  fixture.signedIn();
  const auto now_ms = fixture.store.clock->now().utc_ms;
  CHECK_FALSE(fixture.after(HqNews{.contact_ms = now_ms, .offset_ms = -4 * 60'000})->clock);
  auto now = fixture.after(HqNews{.contact_ms = now_ms + 1, .offset_ms = -30 * 60'000});
  REQUIRE(now->clock);
  CHECK(now->clock->ahead_min == 30);
  // What an earlier run heard says nothing of the clock of now.
  CHECK(fixture.after(HqNews{.contact_ms = now_ms - 3'600'000, .offset_ms = 0})->clock);
  CHECK_FALSE(fixture.after(HqNews{.contact_ms = now_ms + 2, .offset_ms = 0})->clock);
}

TEST_CASE("no day begins on a clock that stands before the last event or far after it, until a manager signs in") {
  for (const auto& [wrong, code] :
       {std::pair("1970-01-01T08:00:00", "CLOCK_BEHIND"), std::pair("2028-06-01T12:00:00", "CLOCK_AHEAD")}) {
    CAPTURE(wrong);
    auto fixture = withLeader();
    const auto day = fixture.signedIn()->business_date;
    sellFor(fixture, "S1", Money(20000));
    fixture.after(CountDrawer{Money(10000), kLeader});
    REQUIRE(fixture.after(CloseShift{Money(), {}, "123456"})->phase == Phase::SignedOut);
    fixture.store.clock->set(*base::LocalTime::parse(wrong));  // time passed, as far as the till knows
    auto now = fixture.after(SignIn{"1001", "123456"});
    CHECK(now->phase == Phase::SignedOut);
    REQUIRE(now->notice->error);
    CHECK(now->notice->error->detail == code);
    CHECK(fixture.after(SignIn{"1001", "123456"})->phase == Phase::SignedOut);  // no manager
    now = fixture.after(SignIn{"9001", "111111"});
    CHECK(now->phase == Phase::Selling);
    if (std::string(code) == "CLOCK_BEHIND") CHECK(now->business_date == day);
    CHECK(sound(fixture));
  }
}
