#include "tests/support/catch.hpp"
#include "tests/till/tender_fixture.hpp"

using namespace kahui;
using namespace kahui::till;
using base::ErrorCode;
using base::Money;
using test::errorOf;
using test::noticeOf;

namespace {

std::string detailOf(const Snapshot& now) {
  return now.notice && now.notice->error ? now.notice->error->detail : std::string();
}

}  // namespace

TEST_CASE("several tenders on one bill: card, voucher, cash last with its rounding, and the return in tender order") {
  test::TenderFixture fixture;
  fixture.signIn();
  fixture.after(Enter{"S1"});
  fixture.after(Enter{"1.337*S2"});  // 26.71
  auto now = fixture.after(ChooseTender{TenderKind::BankCard});
  REQUIRE(now->tender);
  CHECK(now->tender->kind == TenderKind::BankCard);
  CHECK(now->tender->total == Money(12671));
  CHECK(now->tender->rest == Money(12671));
  CHECK(now->tender->due == Money(12670));

  now = fixture.after(TakeTender{TenderKind::BankCard, Money(5000), {}});
  CHECK(detailOf(*now) == "TENDER_REFERENCE");
  CHECK(detailOf(*fixture.after(TakeTender{TenderKind::BankCard, Money(5000), "6225880212345678"})) ==
        "TENDER_REFERENCE");  // a card's own number is not kept
  CHECK(detailOf(*fixture.after(TakeTender{TenderKind::BankCard, Money(20000), "004211"})) == "TENDER_EXCEEDS_DUE");
  now = fixture.after(TakeTender{TenderKind::BankCard, Money(5000), "004211"});
  CHECK(noticeOf(*now) == NoticeCode::TenderTaken);
  CHECK(now->tender->rest == Money(7671));
  now = fixture.after(TakeTender{TenderKind::Voucher, Money(2000), "A1234"});
  CHECK(now->tender->taken.size() == 2);
  CHECK(now->tender->due == Money(5670));
  CHECK(now->tender->rounding == Money(1));

  now = fixture.after(CancelTender{});  // Esc: one tender back
  CHECK(now->tender->taken.size() == 1);
  CHECK(noticeOf(*now) == NoticeCode::TenderLeft);
  fixture.after(TakeTender{TenderKind::Voucher, Money(2000), "A1234"});
  now = fixture.after(PayCash{Money(6000)});
  REQUIRE(now->phase == Phase::Receipt);
  CHECK(now->change == Money(330));
  REQUIRE(now->receipt->tenders.size() == 3);
  CHECK(now->receipt->tenders[0].reference == "004211");
  CHECK(now->receipt->tenders[2].amount == Money(5670));
  CHECK(now->receipt->total == Money(12670));
  const std::string number = now->receipt->receipt_no;

  fixture.after(NextSale{});
  fixture.after(BeginReturn{number});
  now = fixture.after(ReturnAll{});
  REQUIRE(now->returning->tenders.size() == 3);
  CHECK(now->returning->tenders[0].type == "CASH");  // X8
  CHECK(now->returning->tenders[0].amount == Money(5670));
  now = fixture.after(ConfirmReturn{});
  CHECK(now->receipt->total == Money(12670));
  CHECK(fixture.problems().empty());
}

TEST_CASE("a bank card that pays all that is left stores the bill at once, and once") {
  test::TenderFixture fixture;
  fixture.signIn();
  fixture.after(Enter{"S1"});
  fixture.after(ChooseTender{TenderKind::BankCard});
  auto now = fixture.after(TakeTender{TenderKind::BankCard, {}, "004212"});
  REQUIRE(now->phase == Phase::Receipt);
  CHECK(now->receipt->tenders.front().amount == Money(10000));
  now = fixture.after(TakeTender{TenderKind::BankCard, {}, "004212"});
  CHECK(errorOf(*now) == ErrorCode::WrongState);
  fixture.onStore([](store::SqliteStore& store) { CHECK(store::verify(store)->sales == 1); });
}

TEST_CASE("split: so much by the next tender, the rest stays open") {
  test::TenderFixture fixture;
  fixture.signIn();
  fixture.after(Enter{"S1"});
  fixture.after(ChooseTender{TenderKind::Split});
  CHECK(errorOf(*fixture.after(SplitTender{Money(10001)})) == ErrorCode::WrongTender);
  auto now = fixture.after(SplitTender{Money(4000)});
  CHECK(now->tender->next == Money(4000));
  fixture.after(PayByCode{test::weChat('1')});
  now = fixture.until([](const Snapshot& one) { return one.tender && !one.tender->taken.empty(); });
  CHECK(now->tender->rest == Money(6000));
  CHECK(now->tender->next == Money(6000));
  now = fixture.after(PayCash{Money(6000)});
  CHECK(now->phase == Phase::Receipt);
  CHECK(fixture.service->taken() == Money(4000));
  CHECK(fixture.problems().empty());
}

TEST_CASE("a payment code that is paid at once pays the bill, and stands nowhere in full") {
  test::TenderFixture fixture;
  fixture.signIn();
  fixture.after(Enter{"S1"});
  auto now = fixture.after(Enter{test::weChat('1')});  // M4: not on the sale screen
  CHECK(detailOf(*now) == "PAYMENT_CODE_EARLY");
  CHECK(now->lines.size() == 1);
  fixture.after(BeginTender{});
  CHECK(detailOf(*fixture.after(PayByCode{"6901234567892"})) == "NOT_A_PAYMENT_CODE");
  fixture.reader->play(ports::CodeScanned{"played", test::weChat('1')});
  now = fixture.until([](const Snapshot& one) { return one.phase == Phase::Receipt; });
  REQUIRE(now->phase == Phase::Receipt);
  CHECK(now->receipt->tenders.front().type == "WECHAT");
  CHECK(fixture.service->taken() == Money(10000));
  CHECK(now->tenders->open.empty());
  CHECK(fixture.problems().empty());
  const std::string journal = fixture.journalText();
  CHECK(journal.find(test::weChat('1')) == std::string::npos);
  CHECK(journal.find("13…6781") != std::string::npos);
}

TEST_CASE("a code that the customer must confirm is asked about again, and one that is refused leaves the bill open") {
  test::TenderFixture fixture;
  fixture.signIn();
  fixture.after(Enter{"S1"});
  fixture.after(BeginTender{});
  fixture.after(PayByCode{test::alipay('6')});
  auto now = fixture.until([](const Snapshot& one) { return one.tender && !one.tender->payment && one.notice; });
  CHECK(noticeOf(*now) == NoticeCode::PaymentUnpaid);
  CHECK(now->tender->rest == Money(10000));
  CHECK(now->tenders->open.empty());
  now = fixture.after(PayByCode{test::alipay('5')});
  REQUIRE(now->tender);
  REQUIRE(now->tender->payment);
  CHECK(detailOf(*fixture.after(PayCash{Money(10000)})) == "PAYMENT_UNDER_WAY");
  CHECK(detailOf(*fixture.after(PayByCode{test::alipay('1')})) == "PAYMENT_UNDER_WAY");
  now = fixture.until([](const Snapshot& one) { return one.phase == Phase::Receipt; });
  CHECK(now->phase == Phase::Receipt);
  CHECK(fixture.service->taken() == Money(10000));
  CHECK(fixture.problems().empty());
}

TEST_CASE("a code that nobody confirms is reversed in time, and Esc reverses one that is under way") {
  test::TenderFixture fixture;
  fixture.signIn();
  fixture.after(Enter{"S1"});
  fixture.after(BeginTender{});
  for (const bool by_hand : {false, true}) {
    fixture.after(PayByCode{test::weChat('7')});
    if (by_hand) fixture.after(CancelTender{});
    const auto now = fixture.until([](const Snapshot& one) { return one.tender && !one.tender->payment; });
    REQUIRE(now->tender);
    CHECK(noticeOf(*now) == NoticeCode::PaymentUnpaid);
    CHECK(now->notice->args.at(2) == "REVERSED");
    CHECK(now->tender->taken.empty());
  }
  CHECK(fixture.service->taken() == Money(0));
  CHECK(fixture.after(CancelTender{})->phase == Phase::Selling);
  CHECK(fixture.problems().empty());
}

TEST_CASE("a part that was paid by code goes back only by a reversal") {
  test::TenderFixture fixture;
  fixture.signIn();
  fixture.after(Enter{"S1"});
  fixture.after(BeginTender{});
  fixture.after(SplitTender{Money(3000)});
  fixture.after(PayByCode{test::weChat('1')});
  auto now = fixture.until([](const Snapshot& one) { return one.tender && !one.tender->taken.empty(); });
  CHECK(detailOf(*fixture.after(CancelTender{})) == "PAYMENT_PAID");
  CHECK(detailOf(*fixture.after(SignOut{})) == "PAYMENT_UNDER_WAY");
  fixture.after(ReversePayment{});
  now = fixture.until(
      [](const Snapshot& one) { return one.tender && one.tender->taken.empty() && !one.tender->payment; });
  REQUIRE(now->tender);
  CHECK(now->tender->rest == Money(10000));
  CHECK(fixture.service->taken() == Money(0));
  CHECK(fixture.after(CancelTender{})->phase == Phase::Selling);
  CHECK(fixture.problems().empty());
}

TEST_CASE("unknown is never unpaid: the bill waits, is asked about, and is finished once") {
  test::TenderFixture fixture(std::make_shared<sim::SimPayments>(14));
  fixture.signIn();
  fixture.after(Enter{"S1"});
  fixture.after(BeginTender{});
  fixture.after(PayByCode{test::weChat('8')});
  const auto unknown = [](const Snapshot& one) {
    return one.tender && one.tender->payment && one.tender->payment->stage == PaymentView::Stage::Unknown;
  };
  auto now = fixture.until(unknown);
  REQUIRE(unknown(*now));
  CHECK(noticeOf(*now) == NoticeCode::PaymentUnknown);
  CHECK(detailOf(*fixture.after(PayCash{Money(10000)})) == "PAYMENT_UNDER_WAY");
  now = fixture.after(SetPaymentAside{});
  CHECK(now->phase == Phase::Selling);
  CHECK(now->lines.empty());
  REQUIRE(now->tenders->open.size() == 1);
  const std::string payment = now->tenders->open.front().payment;
  CHECK(detailOf(*fixture.after(ResumePayment{payment})) == "PAYMENT_NOT_PAID");

  // The next customer is served meanwhile.
  fixture.after(Enter{"S3"});
  fixture.after(BeginTender{});
  CHECK(fixture.after(PayCash{Money(7000)})->phase == Phase::Receipt);
  fixture.after(NextSale{});

  for (int i = 0; i < 20 && !fixture.look()->tenders->open.front().paid; ++i) {
    const auto serial = fixture.look()->notice ? fixture.look()->notice->serial : 0;
    fixture.after(AskOpenPayment{payment});
    fixture.until([&](const Snapshot& one) { return one.notice && one.notice->serial > serial; });
  }
  REQUIRE(fixture.look()->tenders->open.front().paid);
  now = fixture.after(ResumePayment{payment});
  REQUIRE(now->phase == Phase::Receipt);
  CHECK(now->receipt->total == Money(10000));
  CHECK(now->tenders->open.empty());
  fixture.after(NextSale{});
  CHECK(errorOf(*fixture.after(ResumePayment{payment})) == ErrorCode::WrongState);
  fixture.onStore([](store::SqliteStore& store) { CHECK(store::verify(store)->sales == 2); });
  CHECK(fixture.problems().empty());
}

TEST_CASE("after kill -9 in the middle of a payment it is found, and its bill finished or reversed, never both") {
  for (const bool finish : {true, false}) {
    test::TenderFixture fixture(std::make_shared<sim::SimPayments>(14));
    fixture.signIn();
    fixture.after(Enter{"2*S1"});
    fixture.reader->tap(test::cardOf(test::kGoldCard));
    fixture.after(BeginTender{});
    fixture.after(SplitTender{Money(5000)});
    fixture.after(PayByCode{test::weChat('1')});
    fixture.until([](const Snapshot& one) { return one.tender && !one.tender->taken.empty(); });
    fixture.store.clock->advance(std::chrono::seconds(2));
    fixture.after(PayByCode{test::weChat('8')});  // the rest; nobody hears the end of it
    const auto asked = [](const Snapshot& one) {  // what the service never heard of was never paid
      return one.tender && one.tender->payment && one.tender->payment->stage != PaymentView::Stage::Asking;
    };
    REQUIRE(asked(*fixture.until(asked)));
    fixture.restart();
    fixture.signIn();
    const auto bothPaid = [](const Snapshot& one) {
      return one.tenders->open.size() == 2 && one.tenders->open.front().paid && one.tenders->open.back().paid;
    };
    auto now = fixture.look();
    for (int i = 0; i < 20 && !bothPaid(*now); ++i) {
      const auto serial = now->notice ? now->notice->serial : 0;
      for (const auto& open : std::vector(now->tenders->open))
        if (!open.paid) fixture.after(AskOpenPayment{open.payment});
      now = fixture.until([&](const Snapshot& one) { return one.notice && one.notice->serial > serial; });
    }
    REQUIRE(now->tenders->open.size() == 2);
    const std::string payment = now->tenders->open.front().payment;
    CHECK(fixture.service->taken() == Money(18000));
    if (finish) {
      now = fixture.after(ResumePayment{payment});
      REQUIRE(now->phase == Phase::Receipt);
      CHECK(now->receipt->total == Money(18000));
      CHECK(now->receipt->member);
      CHECK(now->receipt->tenders.size() == 2);
    } else {
      for (const auto& open : std::vector(now->tenders->open)) fixture.after(ReverseOpenPayment{open.payment});
      now = fixture.until([](const Snapshot& one) { return one.tenders->open.empty(); });
      CHECK(fixture.service->taken() == Money(0));
    }
    CHECK(fixture.look()->tenders->open.empty());
    CHECK(fixture.problems().empty());
  }
}

TEST_CASE("a return gives the money back to the code's provider, and owes it until that is done") {
  test::TenderFixture fixture;
  fixture.signIn();
  fixture.after(Enter{"2*S1"});
  fixture.after(BeginTender{});
  fixture.after(PayByCode{test::weChat('2')});
  auto now = fixture.until([](const Snapshot& one) { return one.phase == Phase::Receipt; });
  REQUIRE(now->receipt);
  const std::string number = now->receipt->receipt_no;
  fixture.after(NextSale{});
  fixture.service->refuseRefunds(true);
  fixture.after(BeginReturn{number});
  fixture.after(SetReturnQuantity{0, base::kOnePiece});
  now = fixture.after(ConfirmReturn{});
  CHECK(now->receipt->tenders.front().type == "WECHAT");
  now = fixture.until([](const Snapshot& one) { return test::noticeOf(one) == NoticeCode::PaymentUnpaid; });
  REQUIRE(now->tenders->open.size() == 1);
  CHECK(now->tenders->open.front().refund);
  CHECK(fixture.service->taken() == Money(20000));
  fixture.service->refuseRefunds(false);
  fixture.restart();
  now = fixture.until([](const Snapshot& one) { return one.tenders->open.empty(); });
  CHECK(now->tenders->open.empty());
  CHECK(fixture.service->taken() == Money(10000));
  CHECK(fixture.problems().empty());
}

TEST_CASE("a bill that is to be delivered keeps its address through a kill in the middle of its payment (S002-23)") {
  const char* const kAddress = "张三 13800001234 人民路 1 号";
  const auto notes = [](test::TenderFixture& fixture) {
    int rows = 0;
    fixture.onStore([&](store::SqliteStore& store) {
      rows = store.connection().database().execAndGet("SELECT count(*) FROM delivery").getInt();
    });
    return rows;
  };
  for (const bool finish : {true, false}) {
    test::TenderFixture fixture(std::make_shared<sim::SimPayments>(14), R"({"delivery": {"fee_fen": 1000}})");
    fixture.signIn();
    fixture.after(Enter{"S1"});
    REQUIRE(fixture.after(DeliverBill{kAddress})->totals.due == Money(11000));
    fixture.after(BeginTender{});
    fixture.after(PayByCode{test::weChat('8')});  // nobody hears the end of it
    const auto asked = [](const Snapshot& one) {
      return one.tender && one.tender->payment && one.tender->payment->stage != PaymentView::Stage::Asking;
    };
    REQUIRE(asked(*fixture.until(asked)));
    fixture.restart();
    fixture.signIn();
    CHECK(notes(fixture) == 1);
    CHECK(fixture.journalText().find("人民路") == std::string::npos);
    auto now = fixture.look();
    for (int i = 0; i < 20 && !now->tenders->open.front().paid; ++i) {
      const auto serial = now->notice ? now->notice->serial : 0;
      fixture.after(AskOpenPayment{now->tenders->open.front().payment});
      now = fixture.until([&](const Snapshot& one) { return one.notice && one.notice->serial > serial; });
    }
    REQUIRE(now->tenders->open.front().paid);
    const std::string payment = now->tenders->open.front().payment;
    if (finish) {
      now = fixture.after(ResumePayment{payment});
      REQUIRE(now->phase == Phase::Receipt);
      CHECK(now->receipt->total == Money(11000));
      CHECK(now->receipt->delivery == kAddress);
      CHECK(notes(fixture) == 1);  // the sale's own; the payment's is gone
    } else {
      fixture.after(ReverseOpenPayment{payment});
      fixture.until([](const Snapshot& one) { return one.tenders->open.empty(); });
      CHECK(notes(fixture) == 0);
    }
    CHECK(fixture.problems().empty());
  }
}
