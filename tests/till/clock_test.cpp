// A till whose clock was set, or that starts with one that cannot be right (protocol.md, S22; reliability.md, I19, T7).
#include "core/store/verify.hpp"
#include "core/till/sale_desk.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/store_fixture.hpp"

using namespace kahui;

namespace {

const ports::Staff kCashier{"1001", "李", ports::StaffRole::Cashier, {}};
const ports::Staff kManager{"9001", "张", ports::StaffRole::Manager, {}};

bool sound(store::SqliteStore& store) {
  const auto found = store::verify(store);
  REQUIRE(found);
  for (const auto& problem : found->problems) UNSCOPED_INFO(problem.what << " " << problem.where);
  return found->ok();
}

}  // namespace

TEST_CASE("S22 a clock that is known to be years off is corrected, and the open shift keeps its day") {
  for (const char* wrong : {"1970-01-01T08:00:00", "2028-06-01T12:00:00"}) {
    CAPTURE(wrong);
    test::StoreFixture fixture;
    auto store = fixture.open();
    base::SeededRandom random(3);
    auto desk = till::SaleDesk::open(*store, *fixture.clock, random);
    REQUIRE(desk);
    const auto first = desk->shiftFor(kCashier);
    REQUIRE(first);
    const auto real = fixture.clock->now();
    fixture.clock->jump(*base::LocalTime::parse(wrong));
    desk->clockAhead(fixture.clock->now().utc_ms - real.utc_ms);
    CHECK(desk->clockIsWrong(1));
    CHECK(desk->timeNow().utc_ms == real.utc_ms);
    const auto now = desk->shiftFor(kCashier);
    REQUIRE(now);
    CHECK(now->id == first->id);
    CHECK(now->business_date == first->business_date);
    CHECK(sound(*store));
  }
}

TEST_CASE("S22 a till starts with its clock at 1970 or years ahead, and a manager who was told confirms it") {
  test::StoreFixture fixture;
  auto store = fixture.open();
  base::SeededRandom random(3);
  auto before = till::SaleDesk::open(*store, *fixture.clock, random);
  REQUIRE(before);
  const auto day = before->shiftFor(kCashier)->business_date;
  fixture.clock->jump(*base::LocalTime::parse("1970-01-01T08:00:00"));
  auto early = till::SaleDesk::open(*store, *fixture.clock, random);  // before its first pack was in force
  REQUIRE(early);
  CHECK(early->shiftFor(kCashier)->business_date == day);
  fixture.clock->jump(*base::LocalTime::parse("2028-06-01T12:00:00"));
  auto late = till::SaleDesk::open(*store, *fixture.clock, random);
  REQUIRE(late);
  CHECK(late->shiftFor(kManager).error().detail == "CLOCK_AHEAD");  // told first, whoever it is
  CHECK(late->shiftFor(kCashier).error().detail == "CLOCK_AHEAD");
  CHECK(late->shiftFor(kManager));
  CHECK(sound(*store));
}

TEST_CASE("a jump against headquarters' clock is an event, once for each") {
  test::StoreFixture fixture;
  auto store = fixture.open();
  const auto head = [&] { return store->chains()->back().head.seq; };
  const auto before = head();
  ports::HqContact contact{1, 5, -63'072'000'000, "ok", ""};
  REQUIRE(store->setContact(contact));
  CHECK(head() == before + 1);
  REQUIRE(store->setContact(contact));
  CHECK(head() == before + 1);
  contact.offset_ms = 4 * 60'000 - 63'072'000'000;  // drift
  REQUIRE(store->setContact(contact));
  CHECK(head() == before + 1);
  contact.offset_ms = 0;
  REQUIRE(store->setContact(contact));
  CHECK(head() == before + 2);
  CHECK(sound(*store));
}
