#include <nlohmann/json.hpp>

#include "core/store/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/crash_vfs.hpp"
#include "tests/till/till_fixture.hpp"

using namespace kahui;
using namespace kahui::till;
using base::ErrorCode;
using base::Money;
using test::errorOf;
using test::noticeOf;

TEST_CASE("a whole sale: sign in, scan, card, price of the tier, cash, receipt, next sale") {
  test::TillFixture fixture;
  auto now = fixture.signedIn();
  REQUIRE(now->phase == Phase::Selling);
  CHECK(now->op->name == "李");

  now = fixture.after(Enter{test::product(1, Money(0)).barcode});
  REQUIRE(now->lines.size() == 1);
  CHECK(now->totals.due == Money(10000));
  CHECK(now->selected_line == 0);

  fixture.reader->tap(test::cardOf(test::kGoldCard));
  now = fixture.look();
  REQUIRE(now->member);
  CHECK(noticeOf(*now) == NoticeCode::MemberAttached);
  CHECK(now->member->tier_code == "GLD");
  CHECK(now->member->masked_name == "王**");
  CHECK(now->member->masked_phone == "138****0003");
  CHECK(now->member->points == base::Points(120));
  CHECK(now->totals.due == Money(9000));
  CHECK(now->lines[0].layer == PriceLayer::Tier);
  REQUIRE(now->member->next_tier);
  CHECK(now->member->next_tier->code == "PLT");
  CHECK(now->member->next_tier->missing_purchase == Money(800000 - 9000));

  now = fixture.after(Enter{"1.337*S2"});
  CHECK(now->lines[1].final == Money(2403));
  CHECK(now->totals.due == Money(11403));
  CHECK(now->member->earns == base::Points(3));

  now = fixture.after(BeginTender{});
  REQUIRE(now->tender);
  CHECK(now->tender->due == Money(11400));
  CHECK(now->tender->rounding == Money(3));
  CHECK(now->tender->quick_amounts.front() == Money(11400));

  now = fixture.after(PayCash{Money(11000)});
  CHECK(now->notice->error == base::Error{ErrorCode::ShortCash, "400"});
  CHECK(now->phase == Phase::Tendering);

  now = fixture.after(PayCash{Money(20000)});
  REQUIRE(now->phase == Phase::Receipt);
  CHECK(now->change == Money(8600));
  REQUIRE(now->receipt);
  CHECK(now->receipt->receipt_no == "0001-03-1-000001");
  CHECK(now->receipt->member->balance == base::Points(123));
  CHECK(now->lines.empty());

  now = fixture.after(Enter{"S1"});
  CHECK(now->phase == Phase::Selling);
  CHECK_FALSE(now->receipt);
  CHECK(now->totals.due == Money(10000));
  fixture.till->runOnEngine([](ports::Store& store) {
    const auto found = store::verify(dynamic_cast<store::SqliteStore&>(store));
    REQUIRE(found);
    CHECK(found->ok());
    CHECK(found->sales == 1);
    CHECK(found->points_outstanding == base::Points(123));
  });
}

TEST_CASE("what goes wrong at the counter has its own answer and loses nothing") {
  test::TillFixture fixture;
  CHECK(errorOf(*fixture.after(Enter{"S1"})) == ErrorCode::NotSignedIn);
  CHECK(errorOf(*fixture.after(SignIn{"7777", "123456"})) == ErrorCode::UnknownOperator);
  CHECK(errorOf(*fixture.after(SignIn{"1001", "000000"})) == ErrorCode::WrongPin);
  fixture.signedIn();
  fixture.after(Enter{"S1"});

  CHECK(errorOf(*fixture.after(Enter{"6900000000000"})) == ErrorCode::UnknownProduct);
  CHECK(errorOf(*fixture.after(Enter{"1.5*S1"})) == ErrorCode::OutOfRange);
  CHECK(errorOf(*fixture.after(Enter{"x*S1"})) == ErrorCode::OutOfRange);
  CHECK(errorOf(*fixture.after(FindMember{"13900000000"})) == ErrorCode::UnknownMember);
  CHECK(errorOf(*fixture.after(FindMember{"139"})) == ErrorCode::BadPhone);
  CHECK(errorOf(*fixture.after(VoidLine{5})) == ErrorCode::UnknownLine);
  CHECK(errorOf(*fixture.after(PayCash{Money(1)})) == ErrorCode::WrongState);

  fixture.reader->tap(test::cardOf(test::kBlockedCard));
  CHECK(errorOf(*fixture.look()) == ErrorCode::CardBlocked);
  fixture.reader->tap(test::cardOf(99));
  CHECK(errorOf(*fixture.look()) == ErrorCode::UnknownCard);
  fixture.reader->play(ports::CardRefused{"played", ports::RefuseReason::RandomUid});
  CHECK(noticeOf(*fixture.look()) == NoticeCode::CardRefused);

  const auto now = fixture.look();
  CHECK(now->lines.size() == 1);
  CHECK_FALSE(now->member);
}

TEST_CASE("a stripe or a code bears the member's number, a UID does not") {
  test::TillFixture fixture;
  fixture.signedIn();
  fixture.reader->tap(test::cardOf(test::kGoldCard));
  const std::string number = fixture.look()->member->member_no;
  fixture.after(DetachMember{});
  const auto shown = [&](ports::CardClass card_class, const std::string& credential) {
    fixture.reader->play(
        ports::CardRead{.at = {"played", ports::newGeneration()}, .card_class = card_class, .credential = credential});
    auto now = fixture.look();
    fixture.after(DetachMember{});
    return now;
  };
  for (const auto card_class : {ports::CardClass::Magstripe, ports::CardClass::Code}) {
    const auto now = shown(card_class, number);
    REQUIRE(now->member);
    CHECK(now->member->member_no == number);
    CHECK(errorOf(*shown(card_class, "9009000017")) == ErrorCode::UnknownCard);
  }
  CHECK(errorOf(*shown(ports::CardClass::Uid, number)) == ErrorCode::UnknownCard);
}

TEST_CASE("every change of the basket can be taken back, up to the first") {
  test::TillFixture fixture;
  fixture.signedIn();
  fixture.after(Enter{"S1"});
  fixture.after(Enter{"S3"});
  fixture.after(Enter{"3*"});
  fixture.after(FindMember{"13800000002"});
  auto now = fixture.after(VoidLine{0});
  CHECK(now->notice->can_undo);
  now = fixture.after(CancelSale{});
  CHECK(now->lines.empty());
  now = fixture.after(Undo{});
  CHECK(now->lines.size() == 1);
  CHECK(now->member);
  now = fixture.after(Undo{});
  CHECK(now->lines.size() == 2);
  CHECK(now->totals.due == Money(9500 + 21000));  // silver on S1, none on S3
  now = fixture.after(Undo{});
  CHECK_FALSE(now->member);
  for (int i = 0; i < 3; ++i) now = fixture.after(Undo{});
  CHECK(now->lines.empty());
  CHECK_FALSE(now->can_undo);
}

TEST_CASE("the same item scanned twice is one line of two, a weighed one is a line each time") {
  test::TillFixture fixture;
  fixture.signedIn();
  fixture.after(Enter{"S1"});
  auto now = fixture.after(Enter{"2*S1"});
  REQUIRE(now->lines.size() == 1);
  CHECK(now->lines[0].quantity == base::Quantity(3000));
  fixture.after(Enter{"0.5*S2"});
  now = fixture.after(Enter{"0.5*S2"});
  CHECK(now->lines.size() == 3);
  CHECK(now->totals.pieces == 5);
}

TEST_CASE("letters search, and a search is closed by choosing") {
  test::TillFixture fixture;
  fixture.signedIn();
  auto now = fixture.after(Enter{"cnn"});
  REQUIRE(now->search);
  REQUIRE(now->search->hits.size() == 1);
  CHECK(now->search->hits[0].name == "纯牛奶");
  now = fixture.after(AddProduct{now->search->hits[0].sku});
  CHECK_FALSE(now->search);
  CHECK(now->lines.size() == 1);
}

TEST_CASE("readers come and go and say what to do") {
  test::TillFixture fixture;
  fixture.reader->play(ports::ReaderChanged{"played", ports::ReaderKind::Pcsc, ports::ReaderState::Ready});
  auto now = fixture.look();
  REQUIRE(now->readers.size() == 1);
  fixture.reader->play(ports::ReaderChanged{"played", ports::ReaderKind::Pcsc, ports::ReaderState::Gone,
                                            ports::ReaderAdvice::PlugReaderIn});
  now = fixture.look();
  CHECK(noticeOf(*now) == NoticeCode::ReaderLost);
  CHECK(now->readers[0].state == ports::ReaderState::Gone);
  fixture.reader->play(ports::ReaderChanged{"played", ports::ReaderKind::Pcsc, ports::ReaderState::Ready});
  CHECK(noticeOf(*fixture.look()) == NoticeCode::ReaderReady);
}

TEST_CASE("a reader that a person released is neither missed nor shown") {
  test::TillFixture fixture;
  fixture.reader->play(ports::ReaderChanged{"played", ports::ReaderKind::Pcsc, ports::ReaderState::Ready});
  fixture.reader->play(ports::ReaderChanged{"played", ports::ReaderKind::Pcsc, ports::ReaderState::Gone});
  const auto now = fixture.look();
  CHECK(now->readers.empty());
  CHECK_FALSE(now->notice);
}

TEST_CASE("a card shown while money is counted is not attached") {
  test::TillFixture fixture;
  fixture.signedIn();
  fixture.after(Enter{"S1"});
  fixture.after(BeginTender{});
  fixture.reader->tap(test::cardOf(test::kGoldCard));
  auto now = fixture.look();
  CHECK(noticeOf(*now) == NoticeCode::CardIgnored);
  CHECK_FALSE(now->member);
  CHECK(fixture.after(Enter{"S1"})->lines.size() == 1);
  CHECK(fixture.after(CancelTender{})->phase == Phase::Selling);
}

TEST_CASE("the next business day closes the old shift and opens its own, a clock set back does not") {
  test::TillFixture fixture;
  fixture.signedIn();
  const auto first = fixture.look()->business_date;
  fixture.store.clock->advance(std::chrono::hours(24));
  fixture.after(Enter{"S1"});
  fixture.after(BeginTender{});
  auto now = fixture.after(PayCash{Money(10000)});
  REQUIRE(now->phase == Phase::Receipt);
  CHECK(now->receipt->business_date == first.plusDays(1));
  fixture.store.clock->advance(std::chrono::hours(-48));
  fixture.after(Enter{"S1"});
  fixture.after(BeginTender{});
  now = fixture.after(PayCash{Money(10000)});
  CHECK(now->receipt->business_date == first.plusDays(1));
  fixture.till->runOnEngine([](ports::Store& store) {
    CHECK(store.openShift().value()->id == 2);
    CHECK(store::verify(dynamic_cast<store::SqliteStore&>(store))->ok());
  });
}

TEST_CASE("a rule pack applies from its time on, without a restart, and never to an open bill") {
  const auto half_price = [](store::SqliteStore& store) {
    auto pack = nlohmann::json::parse(store.rulePack()->json);
    pack["version"] = "2025.2";
    pack["promotions"] = {{{"id", "HALF"}, {"kind", "ITEM_RATE"}, {"rate_bp", 5000}, {"scope", {{"skus", {"S1"}}}}}};
    REQUIRE(store.applyRulePack({pack.dump(), "2025.2", "2025-03-13T00:00:00"}, base::WallTime{1741745700000, 480},
                                base::BusinessDate::of(2025, 3, 12)));
  };
  test::TillFixture fixture({}, half_price);
  fixture.signedIn();
  fixture.store.clock->set(*base::LocalTime::parse("2025-03-12T23:59:50"));
  CHECK(fixture.after(Enter{"S1"})->totals.due == Money(10000));
  fixture.store.clock->set(*base::LocalTime::parse("2025-03-13T00:00:05"));

  SellRequest request;  // over the command line, beside the open bill
  request.operator_code = "1001";
  request.lines.emplace_back().sku = "S1";
  request.tenders = {{"CASH", std::nullopt, Money(10000)}};
  REQUIRE(fixture.till->authorize("1001", "123456"));
  CHECK(fixture.till->sell(request)->rules->version == "2025.1");

  CHECK(fixture.after(Enter{"S1"})->totals.due == Money(20000));
  fixture.after(BeginTender{});
  auto now = fixture.after(PayCash{Money(20000)});
  REQUIRE(now->phase == Phase::Receipt);
  fixture.after(NextSale{});
  CHECK(fixture.after(Enter{"S1"})->totals.due == Money(5000));
  fixture.after(CancelSale{});
  CHECK(fixture.till->sell(request)->rules->version == "2025.2");
  fixture.till->runOnEngine(
      [](ports::Store& store) { CHECK(store::verify(dynamic_cast<store::SqliteStore&>(store))->ok()); });
}

TEST_CASE("a full disk at the moment of payment: said by name, the bill stays, and it is paid once there is room") {
  test::CrashDisk disk;
  test::TillFixture fixture(test::CrashDisk::kName);
  fixture.signedIn();
  fixture.after(Enter{"S1"});
  fixture.after(BeginTender{});
  disk.fullAfter(1);
  auto now = fixture.after(PayCash{Money(10000)});
  CHECK(errorOf(*now) == ErrorCode::StoreFull);
  CHECK(now->phase == Phase::Tendering);
  CHECK(now->lines.size() == 1);
  disk.fullAfter(0);
  now = fixture.after(PayCash{Money(10000)});
  REQUIRE(now->phase == Phase::Receipt);
  CHECK(now->receipt->receipt_no == "0001-03-1-000001");
}

TEST_CASE("a disk that takes nothing while a bill is open: each act says so, nothing is lost, and the day goes on") {
  test::CrashDisk disk;
  test::TillFixture fixture(test::CrashDisk::kName);
  fixture.signedIn();
  const bool full = GENERATE(true, false);
  const auto spoil = [&](bool yes) { full ? disk.fullAfter(yes ? 1 : 0) : disk.readOnly(yes); };
  const ErrorCode expected = full ? ErrorCode::StoreFull : ErrorCode::StoreIo;
  fixture.after(Enter{"S1"});
  fixture.after(FindMember{"13800000003"});
  spoil(true);
  // What is only looked up goes on.
  auto now = fixture.after(Enter{"S3"});
  CHECK(now->lines.size() == 2);
  REQUIRE(now->member);
  const Money due = now->totals.due;
  CHECK(errorOf(*fixture.after(HoldBill{"later"})) == expected);
  fixture.after(BeginTender{});
  for (int i = 0; i < 3; ++i) CHECK(errorOf(*fixture.after(PayCash{Money(20000)})) == expected);
  now = fixture.look();
  CHECK(now->phase == Phase::Tendering);
  CHECK(now->lines.size() == 2);
  CHECK(now->member);
  CHECK(now->totals.due == due);
  CHECK(now->shift->held_bills == 0);
  spoil(false);
  now = fixture.after(PayCash{Money(20000)});
  REQUIRE(now->phase == Phase::Receipt);
  CHECK(now->receipt->receipt_no == "0001-03-1-000001");
  fixture.after(NextSale{});
  fixture.after(Enter{"S1"});
  CHECK(noticeOf(*fixture.after(HoldBill{"later"})) == NoticeCode::BillHeld);
  fixture.till->runOnEngine([&](ports::Store& store) {
    CHECK(store::verify(dynamic_cast<store::SqliteStore&>(store))->ok());
    CHECK(store.heldBills()->size() == 1);
  });
}

TEST_CASE("a leader's PIN signs one discount and opens nothing else") {
  test::TillFixture fixture;
  fixture.till->runOnEngine([](ports::Store& store) {
    auto& sqlite = dynamic_cast<store::SqliteStore&>(store);
    REQUIRE(sqlite.putStaff({"2001", "王", ports::StaffRole::Leader, {}}, "654321"));
  });
  fixture.signedIn();
  fixture.after(Enter{"S1"});
  auto now = fixture.after(DiscountBill{base::Rate(8500), {}, {}, {}});
  CHECK(errorOf(*now) == ErrorCode::NoRight);
  now = fixture.after(DiscountBill{base::Rate(8500), {}, "2001", "111111"});
  CHECK(errorOf(*now) == ErrorCode::WrongPin);
  CHECK(now->totals.due == Money(10000));
  now = fixture.after(DiscountBill{base::Rate(8500), {}, "2001", "654321"});
  CHECK(noticeOf(*now) == NoticeCode::DiscountGiven);
  CHECK(now->totals.due == Money(8500));

  SellRequest request;
  request.operator_code = "2001";
  request.lines = {{"", "S1"}};
  CHECK(fixture.till->sell(request).error().code == ErrorCode::NotSignedIn);
  fixture.after(BeginTender{});
  now = fixture.after(PayCash{Money(8500)});
  CHECK(now->phase == Phase::Receipt);
}
