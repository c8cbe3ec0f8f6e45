// The events of the cashier's day in their lines, and what they leave beside the journal.
#include "core/journal/codec.hpp"
#include "core/journal/draft.hpp"
#include "core/store/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/store_fixture.hpp"

using namespace kahui;
using base::Money;
using base::Points;

TEST_CASE("each event of the cashier's day reads as it was written") {
  const base::Id id = *base::Id::parse("0123456789abcdef0123456789abcdef");
  journal::SaleReturned back;
  back.sale_receipt_no = "0001-03-1-000001";
  back.voids = true;
  const journal::ShiftCount count{Money(29790), Money(29800), Money(20000), "a coin fell", Points(120), Points(122)};
  for (const journal::Payload& payload :
       {journal::Payload(journal::FloatSet{3, "1001", Money(30000)}),
        journal::Payload(journal::CashMoved{3, "DROP", Money(5000), "safe", "1001", "2001"}),
        journal::Payload(journal::CashMoved{3, "IN", Money(1), "found", "1001", ""}),
        journal::Payload(journal::DrawerOpened{3, "change", "1001", "2001"}),
        journal::Payload(journal::BillHeld{id, 3, "1001", 4, Money(1234)}),
        journal::Payload(journal::HeldBillEnded{id, 3, "1001", true}),
        journal::Payload(journal::HeldBillEnded{id, 3, "1001", false}),
        journal::Payload(journal::ReceiptReprinted{"0001-03-1-000001", 2, "1001"}),
        journal::Payload(journal::ShiftClosed{3, "1001", "counted", 2, Money(16000), count}),
        journal::Payload(journal::ShiftClosed{3, "1001", "rollover", 2, Money(16000), {}}), journal::Payload(back)}) {
    journal::Event event;
    event.id = id;
    event.payload = payload;
    const auto line = journal::encode(event);
    REQUIRE(line);
    const auto read = journal::decode(*line);
    REQUIRE(read);
    CHECK(read->payload == payload);
  }
}

TEST_CASE("a shift keeps its range, its float and what was left, and a copy its number") {
  test::StoreFixture fixture;
  const auto store = fixture.open();
  const auto day = fixture.clock->now().local().date();
  const auto append = [&](journal::Payload payload) {
    REQUIRE(store->append(journal::makeDraft(fixture.clock->now(), day, "v", *fixture.random, std::move(payload))));
  };
  CHECK_FALSE(*store->lastClosedShift());
  append(journal::LogNote{"1001", "before"});
  append(journal::ShiftOpened{1, "1001", Money()});
  append(journal::FloatSet{1, "1001", Money(30000)});
  append(journal::ReceiptReprinted{"0001-03-1-000001", 1, "1001"});
  CHECK((*store->openShift())->opening_float == Money(30000));
  append(journal::ShiftClosed{1, "1001", "counted", 0, Money(),
                              journal::ShiftCount{Money(30000), Money(30000), Money(12000), "", {}, {}}});
  append(journal::LogNote{"1001", "after"});
  std::vector<std::string> types;
  REQUIRE(store->shiftEvents(
      1, [&](const journal::Event& event) { types.emplace_back(journal::typeName(event.payload)); }));
  CHECK(types == std::vector<std::string>{"shift.opened", "opening_float.set", "receipt.reprinted", "shift.closed"});
  const auto last = *store->lastClosedShift();
  REQUIRE(last);
  CHECK(last->left == Money(12000));
  CHECK(last->business_date == day);
  CHECK(store::verify(*store)->ok());
}

TEST_CASE("an ended held bill is gone, and ending it twice is refused without an event") {
  test::StoreFixture fixture;
  const auto store = fixture.open();
  const auto at = fixture.clock->now();
  ports::HeldBill bill;
  bill.id = base::Id::make(at.utc_ms, *fixture.random);
  bill.lines = {{"S1", base::Quantity(1000), {}, {}, {}}};
  const auto draft = [&](journal::Payload payload) {
    return journal::makeDraft(at, at.local().date(), "v", *fixture.random, std::move(payload));
  };
  REQUIRE(store->holdBill(bill, draft(journal::BillHeld{bill.id, 1, "1001", 1, Money()})));
  REQUIRE(store->endHeldBill(bill.id, draft(journal::HeldBillEnded{bill.id, 1, "1001", true})));
  CHECK(store->heldBills()->empty());
  CHECK(store->endHeldBill(bill.id, draft(journal::HeldBillEnded{bill.id, 1, "1001", true})).error().code ==
        base::ErrorCode::UnknownReceipt);
  CHECK(store->connection().database().execAndGet("SELECT count(*) FROM journal").getInt() == 2);
  CHECK(store::verify(*store)->ok());
}

TEST_CASE("the lowest price that was paid looks at the days it is asked for, and not at gifts") {
  test::StoreFixture fixture;
  const auto store = fixture.open();
  const auto today = fixture.clock->now().local().date();
  const auto sell = [&](base::BusinessDate day, std::int64_t final_fen, std::int64_t milli, const char* offer) {
    auto draft = test::saleDraft(*fixture.clock, *fixture.random);
    draft.business_date = day;
    auto& sale = std::get<journal::SaleCompleted>(draft.payload);
    sale.lines.front().sku = "S1";
    sale.lines.front().quantity = base::Quantity(milli);
    sale.lines.front().final = Money(final_fen);
    sale.lines.front().terms.offer = offer;
    REQUIRE(store->append(std::move(draft)));
  };
  CHECK_FALSE(*store->lowestPaid("S1", today.plusDays(-30)));
  sell(today.plusDays(-31), 100, 1000, "");
  sell(today.plusDays(-30), 1000, 1000, "");
  sell(today, 1800, 2000, "");
  sell(today, 0, 1000, "gift");
  CHECK(*store->lowestPaid("S1", today.plusDays(-30)) == Money(900));
  CHECK(*store->lowestPaid("S1", today.plusDays(-31)) == Money(100));
  CHECK_FALSE(*store->lowestPaid("S", today.plusDays(-31)));
}
