#include "tests/support/catch.hpp"
#include "tests/till/tender_fixture.hpp"

using namespace kahui;
using namespace kahui::till;
using base::ErrorCode;
using base::Money;
using test::errorOf;
using test::noticeOf;

namespace {

constexpr const char* kRules = R"({"stored": {"top_up": [{"id": "500送50", "pay_fen": 50000, "bonus_fen": 5000},
                                                        {"id": "1000送150", "pay_fen": 100000, "bonus_fen": 15000}]}})";

std::string detailOf(const Snapshot& now) {
  return now.notice && now.notice->error ? now.notice->error->detail : std::string();
}

struct Value : test::TenderFixture {
  Value() : TenderFixture(std::make_shared<sim::SimPayments>(), kRules) {
    signIn();
    reader->tap(test::cardOf(test::kGoldCard));
    look();
  }
  std::vector<ports::ValueRow> history() { return *after(ShowValueHistory{})->tenders->history; }
};

}  // namespace

TEST_CASE("stored value: topped up by rule, paid with in proportion, given back in the same") {
  Value fixture;
  CHECK_FALSE(fixture.look()->member->stored);
  auto now = fixture.after(PlanTopUp{Money(60000)});
  REQUIRE(now->tenders->plan);
  CHECK(now->tenders->plan->bonus == Money(5000));
  CHECK(now->tenders->plan->after == Money(65000));
  now = fixture.after(TopUp{Money(60000)});
  REQUIRE(now->phase == Phase::Receipt);
  CHECK(now->receipt->kind == sale::ReceiptKind::TopUp);
  CHECK(now->receipt->stored->rule == "500送50");
  CHECK(now->receipt->stored->balance == Money(65000));
  CHECK(now->member->stored == Money(65000));
  fixture.after(NextSale{});
  REQUIRE(fixture.look()->member);

  CHECK(detailOf(*fixture.after(TopUp{Money(440000)})) == "CARD_LIMIT");  // V1: 5,000.00 with the bonus

  fixture.after(Enter{"S1"});  // 90.00 at gold
  fixture.after(ChooseTender{TenderKind::Stored});
  now = fixture.after(TakeTender{TenderKind::Stored});
  REQUIRE(now->phase == Phase::Receipt);
  CHECK(now->receipt->member->stored_after == Money(56000));
  const std::string number = now->receipt->receipt_no;
  fixture.onStore([](store::SqliteStore& store) {
    const auto sale = store.lastSale();
    const auto& document = std::get<journal::SaleCompleted>((*sale)->event.payload);
    CHECK(document.member->stored_bonus == Money(9000 * 5000 / 65000));  // V2: 6.92
    const auto account = store.storedAccount(member::MemberNo(document.member->no), base::BusinessDate{});
    CHECK((*account)->principal == Money(60000 - (9000 - 692)));
    CHECK((*account)->bonus == Money(5000 - 692));
  });
  CHECK(fixture.problems().empty());

  fixture.after(NextSale{});
  fixture.after(BeginReturn{number});
  fixture.after(ReturnAll{});
  now = fixture.after(ConfirmReturn{});
  CHECK(now->receipt->tenders.front().type == "STORED");
  CHECK(now->receipt->member->stored_after == Money(65000));
  CHECK(fixture.problems().empty());
}

TEST_CASE("stored value above the limit asks the member's PIN, and part of a bill may be paid with it") {
  Value fixture;
  fixture.after(TopUp{Money(50000)});
  fixture.after(NextSale{});
  fixture.onStore([](store::SqliteStore& store) {
    const auto hit = store.memberByCard(test::cardOf(test::kGoldCard));
    REQUIRE(store.setMemberPin((*hit)->member.no, "246810", {"9001", "王", ports::StaffRole::Manager, {}}));
  });
  fixture.after(DetachMember{});
  fixture.reader->tap(test::cardOf(test::kGoldCard));
  fixture.after(Enter{"7*S1"});  // 630.00, beyond the 550.00 that are there
  fixture.after(ChooseTender{TenderKind::Stored});
  auto now = fixture.after(TakeTender{TenderKind::Stored, {}, {}, {}});
  CHECK(detailOf(*now) == "MEMBER_PIN_NEEDED");
  CHECK(now->tender->pin_needed);
  now = fixture.after(TakeTender{TenderKind::Stored, {}, {}, "000000"});
  CHECK(errorOf(*now) == ErrorCode::WrongPin);
  now = fixture.after(TakeTender{TenderKind::Stored, {}, {}, "246810"});
  REQUIRE(now->tender);
  CHECK(now->tender->rest == Money(63000 - 55000));
  CHECK(now->tender->stored == Money(0));
  now = fixture.after(PayCash{Money(8000)});
  CHECK(now->phase == Phase::Receipt);
  CHECK(fixture.problems().empty());
}

TEST_CASE("closing stored value pays out the principal alone, with a manager, not without the line") {
  Value fixture;
  fixture.after(TopUp{Money(50000)});
  fixture.after(NextSale{});
  CHECK(errorOf(*fixture.after(CloseStored{})) == ErrorCode::NoRight);
  CHECK(errorOf(*fixture.after(CloseStored{{"9001", "111111"}})) == ErrorCode::WrongPin);
  fixture.after(HqNews{});  // headquarters was never heard of
  CHECK(detailOf(*fixture.after(CloseStored{{"9001", "123456"}})) == "NEEDS_ONLINE");
  CHECK(detailOf(*fixture.after(TopUp{Money(100)})) == "NEEDS_ONLINE");
  fixture.after(HqNews{.contact_ms = fixture.store.clock->now().utc_ms});
  const auto now = fixture.after(CloseStored{{"9001", "123456"}});
  REQUIRE(now->phase == Phase::Receipt);
  CHECK(now->receipt->kind == sale::ReceiptKind::StoredClosed);
  CHECK(now->receipt->total == Money(50000));
  CHECK(now->receipt->stored->bonus == Money(5000));
  CHECK(now->member->stored == Money(0));
  CHECK(fixture.problems().empty());
}

TEST_CASE("offline, stored value of a day is limited") {
  Value fixture;
  fixture.after(TopUp{Money(50000)});
  fixture.after(NextSale{});
  fixture.after(HqNews{});
  fixture.after(Enter{"S1"});
  fixture.after(ChooseTender{TenderKind::Stored});
  CHECK(fixture.after(TakeTender{TenderKind::Stored})->phase == Phase::Receipt);
  fixture.after(NextSale{});
  fixture.reader->tap(test::cardOf(test::kGoldCard));
  fixture.after(Enter{"2*S1"});
  fixture.after(ChooseTender{TenderKind::Stored});
  CHECK(detailOf(*fixture.after(TakeTender{TenderKind::Stored})) == "OFFLINE_LIMIT");  // 90.00 + 180.00 > 200.00
  CHECK(fixture.after(TakeTender{TenderKind::Stored, Money(11000)})->tender->rest == Money(7000));
}

TEST_CASE("count cards are sold to a member, counted down at price 0 and given back with a return") {
  Value fixture;
  fixture.after(DetachMember{});
  fixture.after(Enter{"S4"});
  fixture.after(ChooseTender{TenderKind::BankCard});
  CHECK(detailOf(*fixture.after(TakeTender{TenderKind::BankCard, {}, "004213"})) == "COUNT_CARD_NEEDS_MEMBER");
  fixture.after(CancelTender{});
  fixture.reader->tap(test::cardOf(test::kGoldCard));
  fixture.after(ChooseTender{TenderKind::BankCard});
  auto now = fixture.after(TakeTender{TenderKind::BankCard, {}, "004213"});
  REQUIRE(now->phase == Phase::Receipt);
  CHECK(now->receipt->lines.front().count_change == 10);
  const std::string sold = now->receipt->receipt_no;
  fixture.after(NextSale{});

  fixture.reader->tap(test::cardOf(test::kGoldCard));
  now = fixture.look();
  REQUIRE(now->member->counts.size() == 1);
  const std::string card = now->member->counts.front().card;
  now = fixture.after(UseCount{card});
  CHECK(noticeOf(*now) == NoticeCode::CountUsed);
  CHECK(now->totals.due == Money(0));
  CHECK(now->lines.front().final == Money(0));
  now = fixture.after(SetQuantity{0, base::Quantity(3000)});
  CHECK(now->lines.front().quantity == base::Quantity(3000));
  CHECK(detailOf(*fixture.after(SetQuantity{0, base::Quantity(11000)})) == "COUNT_USED_UP");
  fixture.after(BeginTender{});
  now = fixture.after(PayCash{Money(0)});
  REQUIRE(now->phase == Phase::Receipt);
  CHECK(now->receipt->lines.front().count_left == 7);
  const std::string used = now->receipt->receipt_no;
  CHECK(fixture.problems().empty());

  fixture.after(NextSale{});
  fixture.after(BeginReturn{used});
  fixture.after(SetReturnQuantity{0, base::kOnePiece});
  CHECK(fixture.after(ConfirmReturn{})->phase == Phase::Receipt);  // S000-61: after 3 uses 7, one back: 8
  fixture.after(NextSale{});
  fixture.reader->tap(test::cardOf(test::kGoldCard));
  CHECK(fixture.look()->member->counts.front().left == 8);
  fixture.after(DetachMember{});
  fixture.after(BeginReturn{sold});
  fixture.after(ReturnAll{});
  CHECK(detailOf(*fixture.after(ConfirmReturn{})) == "COUNT_CARD_USED");
  fixture.after(CancelReturn{});
  CHECK(fixture.problems().empty());
}

TEST_CASE("S000-88: three top-ups and two uses are five rows, and the last balance is right") {
  Value fixture;
  for (const int pay : {50000, 10000, 100000}) {
    fixture.after(TopUp{Money(pay)});
    fixture.after(NextSale{});
  }
  for (int i = 0; i < 2; ++i) {
    if (i > 0) fixture.reader->tap(test::cardOf(test::kGoldCard));
    fixture.after(Enter{"S1"});
    fixture.after(ChooseTender{TenderKind::Stored});
    REQUIRE(fixture.after(TakeTender{TenderKind::Stored})->phase == Phase::Receipt);
    fixture.after(NextSale{});
  }
  fixture.reader->tap(test::cardOf(test::kGoldCard));
  const auto rows = fixture.history();
  REQUIRE(rows.size() == 5);
  CHECK(rows.front().why == "PAY");
  CHECK(rows.front().balance_after == Money(50000 + 5000 + 10000 + 100000 + 15000 - 2 * 9000));
  CHECK(rows.back().why == "TOP_UP");
  CHECK(rows.back().balance_after == Money(55000));
  CHECK(fixture.look()->member->stored == rows.front().balance_after);
}

TEST_CASE("S000-83: who has no more than the limit is offered a top-up, one fen above it not") {
  Value fixture;
  CHECK_FALSE(fixture.look()->member->low_value);  // never had any: nothing to remind of
  fixture.after(TopUp{Money(9000)});
  fixture.after(NextSale{});
  CHECK_FALSE(fixture.look()->member->low_value);
  CHECK(errorOf(*fixture.after(SetLowValue{Money(9000), {}})) == ErrorCode::NoRight);
  CHECK(errorOf(*fixture.after(SetLowValue{Money(-1), {"9001", "123456"}})) == ErrorCode::OutOfRange);
  fixture.after(SetLowValue{Money(8999), {"9001", "123456"}});
  CHECK_FALSE(fixture.look()->member->low_value);
  auto now = fixture.after(SetLowValue{Money(9000), {"9001", "123456"}});
  CHECK(noticeOf(*now) == NoticeCode::SettingsSaved);
  CHECK(now->settings->low_value == Money(9000));
  CHECK(now->member->low_value);
  fixture.after(DetachMember{});
  fixture.reader->tap(test::cardOf(test::kGoldCard));
  now = fixture.look();
  CHECK(noticeOf(*now) == NoticeCode::MemberAttached);
  CHECK(now->notice->args.back() == "9000");
  // At 0 without a limit, too.
  fixture.after(SetLowValue{Money(0), {"9001", "123456"}});
  CHECK_FALSE(fixture.look()->member->low_value);
  fixture.after(Enter{"S1"});
  fixture.after(ChooseTender{TenderKind::Stored});
  fixture.after(TakeTender{TenderKind::Stored});
  fixture.after(NextSale{});
  fixture.reader->tap(test::cardOf(test::kGoldCard));
  CHECK(fixture.look()->member->low_value);
  CHECK(fixture.look()->notice->args.back() == "0");
}
