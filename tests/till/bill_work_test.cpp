// Bills that wait, prices by hand, receipts printed or opened again, goods without one, labels of scales (rulebook P4,
// X9, M6; section 14: 挂单, 补打, 反结账, 无单退货).
#include <sstream>

#include "core/base/check_digit.hpp"
#include "core/store/export.hpp"
#include "core/store/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/till/till_fixture.hpp"

using namespace kahui;
using namespace kahui::till;
using base::ErrorCode;
using base::Money;
using base::Points;
using base::Quantity;
using test::errorOf;
using test::noticeOf;

namespace {

const std::string kWhy = "价格录错";
const Approval kLeader{"2001", "654321"};
const Approval kManager{"9001", "111111"};

struct Counter : test::TillFixture {
  Counter()
      : TillFixture({}, [](store::SqliteStore& filled) {
          REQUIRE(filled.putStaff({"2001", "王", ports::StaffRole::Leader, {}}, "654321"));
          REQUIRE(filled.putStaff({"9001", "张", ports::StaffRole::Manager, {}}, "111111"));
          auto sweets = test::product(70, Money(2000));
          sweets.sku = "00070";
          sweets.name = "散装糖";
          sweets.weighed = true;
          sweets.unit = "kg";
          REQUIRE(filled.putProducts(std::vector{sweets}));
        }) {
    signedIn();
  }
  std::string sell(const char* text) {
    after(Enter{text});
    return pay();
  }
  std::string pay() {
    after(BeginTender{});
    const auto now = after(PayCash{Money(1'000'000)});
    REQUIRE(now->phase == Phase::Receipt);
    after(NextSale{});
    return now->receipt->receipt_no;
  }
  void tapGold() {
    reader->tap(test::cardOf(test::kGoldCard));
    look();
  }
  [[nodiscard]] std::string sales() {
    std::ostringstream out;
    till->runOnEngine([&](ports::Store& port) {
      store::ExportOptions options;
      options.what = store::ExportWhat::Sales;
      REQUIRE(store::exportRows(dynamic_cast<store::SqliteStore&>(port), options, out));
    });
    return out.str();
  }
  [[nodiscard]] bool sound() {
    bool ok = false;
    till->runOnEngine([&](ports::Store& port) {
      const auto found = store::verify(dynamic_cast<store::SqliteStore&>(port));
      ok = found && found->ok();
      if (found)
        for (const auto& problem : found->problems) UNSCOPED_INFO(problem.what << " " << problem.where);
    });
    return ok;
  }
  [[nodiscard]] int noted(std::string_view type) {
    int count = 0;
    till->runOnEngine([&](ports::Store& port) {
      REQUIRE(
          port.shiftEvents(1, [&](const journal::Event& event) { count += journal::typeName(event.payload) == type; }));
    });
    return count;
  }
};

std::string label(const std::string& digits) { return digits + *base::eanCheckDigit(digits); }

}  // namespace

TEST_CASE("a bill is held with a note and comes back, priced anew") {
  Counter counter;
  counter.tapGold();
  counter.after(Enter{"3*S1"});
  counter.after(Enter{"1.5*S2"});
  const Money due = counter.look()->totals.due;
  auto now = counter.after(HoldBill{"穿红衣服的王女士"});
  CHECK(noticeOf(*now) == NoticeCode::BillHeld);
  CHECK(now->lines.empty());
  CHECK_FALSE(now->member);
  CHECK(now->shift->held_bills == 1);
  CHECK_FALSE(now->can_undo);

  counter.sell("S3");
  now = counter.after(ListHeld{});
  REQUIRE(now->desk);
  REQUIRE(now->desk->held->size() == 1);
  const auto& row = now->desk->held->front();
  CHECK(row.note == "穿红衣服的王女士");
  CHECK(row.lines == 2);
  CHECK(row.total == due);
  CHECK(row.masked_name == "王**");

  counter.after(Enter{"S1"});
  CHECK(counter.after(RecallBill{row.bill})->notice->error == base::Error{ErrorCode::RuleRejected, "OPEN_BILL"});
  counter.after(CancelSale{});
  now = counter.after(RecallBill{row.bill});
  CHECK(noticeOf(*now) == NoticeCode::BillRecalled);
  REQUIRE(now->lines.size() == 2);
  CHECK(now->lines[0].quantity == Quantity(3000));
  CHECK(now->totals.due == due);
  CHECK(now->member->tier_code == "GLD");
  CHECK(now->shift->held_bills == 0);
  CHECK_FALSE(now->can_undo);
  CHECK(errorOf(*counter.after(RecallBill{row.bill})) == ErrorCode::RuleRejected);
  counter.after(CancelSale{});
  CHECK(errorOf(*counter.after(RecallBill{row.bill})) == ErrorCode::UnknownReceipt);
  CHECK(counter.noted("bill.held") == 1);
  CHECK(counter.noted("bill.ended") == 1);
  CHECK(errorOf(*counter.after(HoldBill{})) == ErrorCode::EmptyBasket);
  CHECK(counter.sound());
}

TEST_CASE("a held bill comes back with its coupon, its discount and its points") {
  Counter counter;
  counter.tapGold();
  auto now = counter.after(Enter{"3*S1"});
  REQUIRE_FALSE(now->coupons.empty());
  const std::string coupon = now->coupons.front().serial;
  counter.after(ToggleCoupon{coupon});
  counter.after(DiscountBill{base::Rate(9800), {}, {}, {}});
  now = counter.after(PayPoints{PayPoints::How::Amount, Points(20)});
  REQUIRE(noticeOf(*now) == NoticeCode::PointsUsed);
  REQUIRE(now->discount);
  const Money due = now->totals.due;
  counter.after(HoldBill{});
  counter.sell("S3");
  now = counter.after(RecallBill{counter.after(ListHeld{})->desk->held->front().bill});
  CHECK(noticeOf(*now) == NoticeCode::BillRecalled);
  CHECK(now->notice->kind == NoticeKind::Good);
  CHECK(now->totals.due == due);
  REQUIRE(now->points);
  CHECK(now->points->used == Points(20));
  REQUIRE(now->discount);
  CHECK(now->discount->rate == base::Rate(9800));
  CHECK(std::any_of(now->coupons.begin(), now->coupons.end(),
                    [&](const auto& one) { return one.serial == coupon && one.chosen; }));
  CHECK_FALSE(now->can_undo);
  counter.pay();
  CHECK(counter.sound());
}

TEST_CASE("a held bill keeps what somebody signed for") {
  Counter counter;
  counter.after(Enter{"S1"});
  counter.after(DiscountBill{base::Rate(8500), {}, "2001", "654321"});
  counter.after(Enter{"S3"});
  counter.after(SetLinePrice{1, Money(6000), std::nullopt, kLeader});
  const Money due = counter.look()->totals.due;
  counter.after(HoldBill{});
  const auto now = counter.after(RecallBill{counter.after(ListHeld{})->desk->held->front().bill});
  CHECK(now->notice->kind == NoticeKind::Good);
  CHECK(now->totals.due == due);
  counter.pay();
  std::string approver;
  counter.till->runOnEngine([&](ports::Store& port) {
    const auto sale = port.lastSale();
    approver = std::get<journal::SaleCompleted>((*sale)->event.payload).approver;
  });
  CHECK(approver == "2001");
}

TEST_CASE("what a held bill cannot keep is named, and the rest is there") {
  Counter counter;
  counter.tapGold();
  auto now = counter.after(Enter{"3*S1"});
  REQUIRE_FALSE(now->coupons.empty());
  const std::string coupon = now->coupons.front().serial;
  counter.after(ToggleCoupon{coupon});
  counter.after(DiscountBill{base::Rate(9800), {}, {}, {}});
  counter.after(PayPoints{PayPoints::How::Amount, Points(45)});
  counter.after(HoldBill{"二楼"});
  // Meanwhile the coupon and most of the points go elsewhere.
  counter.tapGold();
  counter.after(Enter{"7*S1"});
  counter.after(ToggleCoupon{coupon});
  counter.after(PayPoints{PayPoints::How::Max});
  counter.pay();
  now = counter.after(RecallBill{counter.after(ListHeld{})->desk->held->front().bill});
  CHECK(noticeOf(*now) == NoticeCode::BillRecalled);
  CHECK(now->notice->kind == NoticeKind::Warning);
  CHECK(now->notice->args == std::vector<std::string>{"二楼", "COUPON", "FEWER_POINTS"});
  REQUIRE(now->discount);
  CHECK(now->points->used < Points(45));
  CHECK(now->points->used > Points(0));
  counter.pay();
  CHECK(counter.sound());
}

TEST_CASE("a held bill outlives the program, and its note is in no file in clear") {
  test::StoreFixture place;
  const base::Id id = base::Id::make(1, *place.random);
  const ports::HeldWish wish{Points(20),  false,  {"123456789012"},  base::Rate(9500),
                             Money(1000), "2001", "card 0411223344", ports::Trust::Genuine};
  {
    const auto store = place.open();
    ports::HeldBill bill;
    bill.id = id;
    bill.note = "13800001234 Wang";
    bill.lines = {{"S1", Quantity(2000), Money(900), std::nullopt, ""},
                  {"S2", Quantity(1), std::nullopt, Money(7), "G"}};
    bill.lines[0].count_card = "C1";
    bill.wish = wish;
    bill.total = Money(1800);
    const auto at = place.clock->now();
    journal::Draft draft{base::Id::make(2, *place.random),
                         at.local().date(),
                         at,
                         "v",
                         std::nullopt,
                         journal::BillHeld{id, 1, "1001", 2, Money(1800)}};
    REQUIRE(store->holdBill(bill, std::move(draft)));
    auto& database = store->connection().database();
    CHECK(database.execAndGet("SELECT count(*) FROM held_bill WHERE instr(note, 'Wang')>0").getInt() == 0);
    CHECK(database.execAndGet("SELECT count(*) FROM journal WHERE instr(line, 'Wang')>0").getInt() == 0);
  }
  const auto store = place.open();
  const auto held = store->heldBills();
  REQUIRE(held);
  REQUIRE(held->size() == 1);
  CHECK(held->front().id == id);
  CHECK(held->front().note == "13800001234 Wang");
  REQUIRE(held->front().lines.size() == 2);
  CHECK(held->front().lines[0].override_price == Money(900));
  CHECK(held->front().lines[1].amount == Money(7));
  CHECK(held->front().lines[1].offer == "G");
  CHECK(held->front().lines[0].count_card == "C1");
  CHECK(held->front().wish == wish);
  // As an earlier program wrote it.
  store->connection().database().exec(R"(UPDATE held_bill SET lines='[{"k":"S3","q":1000,"ov":5}]')");
  const auto older = store->heldBills();
  REQUIRE(older);
  REQUIRE(older->front().lines.size() == 1);
  CHECK(older->front().lines[0].override_price == Money(5));
  CHECK(older->front().wish == ports::HeldWish{});
}

TEST_CASE("a line's price by hand keeps within one's right, or somebody signs") {
  Counter counter;
  counter.after(Enter{"2*S1"});
  auto now = counter.after(SetLinePrice{0, Money(9600)});  // a cashier to 95 %
  CHECK(noticeOf(*now) == NoticeCode::PriceChanged);
  CHECK(now->lines[0].layer == PriceLayer::Override);
  CHECK(now->lines[0].final == Money(19200));
  CHECK(now->can_undo);
  CHECK(counter.after(SetLinePrice{0, Money(10001)})->notice->error ==
        base::Error{ErrorCode::RuleRejected, "OVERRIDE_ABOVE_RETAIL"});
  CHECK(counter.after(SetLinePrice{0, Money(5000)})->notice->error ==
        base::Error{ErrorCode::NoRight, "override_price"});
  CHECK(errorOf(*counter.after(SetLinePrice{0, Money(8500), std::nullopt, {"2001", "000000"}})) == ErrorCode::WrongPin);
  now = counter.after(SetLinePrice{0, Money(8500), std::nullopt, kLeader});
  CHECK(now->lines[0].final == Money(17000));
  now = counter.after(Undo{});
  CHECK(now->lines[0].final == Money(19200));
  now = counter.after(SetLinePrice{0});
  CHECK(now->lines[0].layer == PriceLayer::Retail);
  counter.tapGold();
  // Of the 90.00 that it costs; a right is measured at the full price.
  CHECK(errorOf(*counter.after(SetLinePrice{0, std::nullopt, base::Rate(9800)})) == ErrorCode::NoRight);
  now = counter.after(SetLinePrice{0, std::nullopt, base::Rate(9800), kManager});
  CHECK(now->lines[0].final == Money(2 * 8820));
  CHECK(errorOf(*counter.after(SetLinePrice{7, Money(1)})) == ErrorCode::UnknownLine);
}

TEST_CASE("a receipt printed again is a copy, marked and counted, and is found by number and amount") {
  Counter counter;
  const std::string first = counter.sell("S1");
  counter.sell("S3");
  auto now = counter.after(Reprint{});
  REQUIRE(now->phase == Phase::Receipt);
  CHECK(now->receipt->copies == 1);
  CHECK(now->receipt->receipt_no == "0001-03-1-000002");
  counter.after(NextSale{});
  counter.after(Reprint{first});
  counter.after(NextSale{});
  now = counter.after(Reprint{first});
  CHECK(now->receipt->copies == 2);
  CHECK(sale::renderText(*now->receipt, sale::ReceiptLanguage::Chinese, 42).find("补打 第2次") != std::string::npos);
  counter.after(NextSale{});
  now = counter.after(ListReceipts{});
  REQUIRE(now->desk->receipts->size() == 2);
  CHECK(now->desk->receipts->front().receipt_no == "0001-03-1-000002");
  CHECK(now->desk->receipts->back().copies == 2);
  now = counter.after(ListReceipts{"70.00"});
  REQUIRE(now->desk->receipts->size() == 1);
  CHECK(now->desk->receipts->front().total == Money(7000));
  CHECK(counter.after(ListReceipts{"000001"})->desk->receipts->size() == 1);
  CHECK(counter.after(ListReceipts{"nothing"})->desk->receipts->empty());
  CHECK(errorOf(*counter.after(Reprint{"0001-03-1-000099"})) == ErrorCode::UnknownReceipt);
  CHECK_FALSE(counter.after(LeaveDesk{})->desk);
  CHECK(counter.noted("receipt.reprinted") == 3);
}

TEST_CASE("a bill is opened again: all of it goes back, the same lines and member are there, the old one is void") {
  Counter counter;
  counter.tapGold();
  const Points before = counter.look()->member->points;
  counter.after(Enter{"3*S1"});
  const std::string receipt = counter.sell("S3");
  CHECK(errorOf(*counter.after(ReopenBill{receipt, {}, kWhy})) == ErrorCode::NoRight);
  CHECK(errorOf(*counter.after(ReopenBill{receipt, kLeader, kWhy})) == ErrorCode::NoRight);
  CHECK(counter.after(ReopenBill{receipt, kManager, {}})->notice->error == base::Error{ErrorCode::BadInput, "reason"});
  auto now = counter.after(ReopenBill{receipt, kManager, kWhy});
  CHECK(noticeOf(*now) == NoticeCode::BillReopened);
  REQUIRE(now->lines.size() == 2);
  CHECK(now->lines[0].quantity == Quantity(3000));
  REQUIRE(now->member);
  CHECK(now->member->points == before);
  CHECK(now->totals.due == Money(27000 + 7000));
  counter.after(VoidLine{1});
  counter.pay();
  now = counter.after(ListReceipts{});
  REQUIRE(now->desk->receipts->size() == 3);
  CHECK(now->desk->receipts->back().voided);
  CHECK_FALSE(now->desk->receipts->back().may_reopen);
  CHECK(now->desk->receipts->front().may_reopen);
  CHECK(counter.after(ReopenBill{receipt, kManager, kWhy})->notice->error ==
        base::Error{ErrorCode::RuleRejected, "VOIDED_ALREADY"});
  CHECK(counter.sales().find(R"("type":"void")") != std::string::npos);
  CHECK(counter.sales().find(R"("reason":"价格录错")") != std::string::npos);
  const auto sheet = counter.after(ReadShift{})->shift->sheet->sheet;
  CHECK(sheet.voids == 1);
  CHECK(sheet.figures.net == Money(27000));
  CHECK(counter.sound());
}

TEST_CASE("a bill of another shift, or one of which something came back, is not opened again") {
  Counter counter;
  const std::string receipt = counter.sell("2*S1");
  counter.after(BeginReturn{receipt});
  counter.after(SetReturnQuantity{0, Quantity(1000)});
  const std::string back = counter.after(ConfirmReturn{})->receipt->receipt_no;
  counter.after(NextSale{});
  CHECK(counter.after(ReopenBill{receipt, kManager, kWhy})->notice->error ==
        base::Error{ErrorCode::RuleRejected, "RETURNED_ALREADY"});
  CHECK(counter.after(ReopenBill{back, kManager, kWhy})->notice->error ==
        base::Error{ErrorCode::RuleRejected, "NOT_THIS_SHIFT"});
  const std::string other = counter.sell("S3");
  counter.after(CountDrawer{Money()});
  counter.after(CloseShift{Money(), {}, "123456"});
  counter.signedIn();
  CHECK(counter.after(ReopenBill{other, kManager, kWhy})->notice->error ==
        base::Error{ErrorCode::RuleRejected, "NOT_THIS_SHIFT"});
}

TEST_CASE("goods without a receipt come back at the lowest price of thirty days, by a manager's signature") {
  Counter counter;
  counter.after(Enter{"S1"});
  counter.after(SetLinePrice{0, Money(9500)});
  counter.pay();
  counter.after(Enter{"2*S1"});
  auto now = counter.after(PlanBlindReturn{});
  REQUIRE(now->desk->blind_return);
  CHECK(now->desk->blind_return->refund == Money(19000));
  CHECK(now->desk->blind_return->lines[0].price == Money(9500));
  CHECK(errorOf(*counter.after(ConfirmBlindReturn{Money(19000), kLeader, kWhy})) == ErrorCode::NoRight);
  CHECK(errorOf(*counter.after(ConfirmBlindReturn{Money(1), kManager, kWhy})) == ErrorCode::WrongState);
  CHECK(counter.after(ConfirmBlindReturn{Money(19000), kManager, {}})->notice->error ==
        base::Error{ErrorCode::BadInput, "reason"});
  now = counter.after(ConfirmBlindReturn{Money(19000), kManager, kWhy});
  REQUIRE(now->phase == Phase::Receipt);
  CHECK(now->receipt->kind == sale::ReceiptKind::Return);
  CHECK(now->receipt->total == Money(19000));
  CHECK(now->receipt->sale_receipt_no.empty());
  CHECK(sale::renderText(*now->receipt, sale::ReceiptLanguage::Chinese, 42).find("无单退货") != std::string::npos);
  counter.after(NextSale{});
  CHECK(counter.look()->lines.empty());
  CHECK(counter.after(ReadShift{})->shift->sheet->sheet.figures.net == Money(9500 - 19000));
  CHECK(counter.sound());
}

TEST_CASE("without a receipt a member gives back what the goods would earn, a guest nothing") {
  Counter counter;
  counter.tapGold();
  const Points before = counter.look()->member->points;
  counter.after(Enter{"5*S1"});
  auto now = counter.after(PlanBlindReturn{});
  const Points reversed = now->desk->blind_return->reversed;
  CHECK(reversed > Points(0));
  now = counter.after(ConfirmBlindReturn{now->desk->blind_return->refund, kManager, kWhy});
  CHECK(now->receipt->member->balance == before - reversed);
  counter.tapGold();
  CHECK(counter.look()->member->points == before - reversed);
  CHECK(counter.sound());
}

TEST_CASE("what stands where on a label is the store's setting") {
  Counter counter;
  const catalog::LabelRules weight{"21, 25-27", "PPIIIIIWWWWWC", ""};
  CHECK(errorOf(*counter.after(SetLabelRules{weight, {}})) == ErrorCode::NoRight);
  CHECK(counter.after(SetLabelRules{{"19", "", ""}, kManager})->notice->error ==
        base::Error{ErrorCode::BadInput, "prefixes"});
  CHECK(counter.after(SetLabelRules{{"21", "PPIIIIIAAAAC", ""}, kManager})->notice->error ==
        base::Error{ErrorCode::BadInput, "short_label"});
  CHECK(counter.after(SetLabelRules{{"21", "", "PPIIIIIAAAAAIWWWWC"}, kManager})->notice->error ==
        base::Error{ErrorCode::BadInput, "long_label"});
  // Tried before it is set.
  auto now = counter.after(TryLabel{label("210007000617"), weight});
  REQUIRE(now->settings->trial);
  CHECK(now->settings->trial->product_name == "散装糖");
  CHECK(now->settings->trial->quantity == Quantity(617));
  CHECK(now->settings->trial->amount == Money(1234));
  now = counter.after(TryLabel{label("220007000617"), weight});
  CHECK(now->settings->trial->reading.fault == catalog::LabelFault::Prefix);
  CHECK(now->settings->labels == catalog::LabelRules{});
  now = counter.after(SetLabelRules{weight, kManager});
  CHECK(noticeOf(*now) == NoticeCode::SettingsSaved);
  CHECK(now->settings->labels == weight);
  now = counter.after(Enter{label("210007000617")});
  REQUIRE(now->lines.size() == 1);
  CHECK(now->lines[0].quantity == Quantity(617));
  CHECK(now->lines[0].final == Money(1234));
  CHECK(errorOf(*counter.after(Enter{label("220007000617")})) == ErrorCode::UnknownProduct);
  CHECK(errorOf(*counter.after(Enter{label("21000700123400617")})) == ErrorCode::UnknownProduct);
  counter.pay();
  CHECK(counter.noted("log.note") > 0);
  CHECK(counter.sound());
  counter.till->runOnEngine([&](ports::Store& port) {
    CHECK(port.setting("scale_labels") == catalog::labelRulesText(weight));
    CHECK(catalog::parseLabelRules(*port.setting("scale_labels")) == weight);
  });
}

TEST_CASE("rounding set at the till holds from the next bill, and a bill keeps the rules it was sold by") {
  Counter counter;
  counter.after(Enter{"0.5*S2"});  // 9.99
  CHECK(counter.after(SetRounding{programme::RoundMode::FloorYuan, programme::RoundApply::CashOnly, kManager})
            ->notice->error == base::Error{ErrorCode::RuleRejected, "OPEN_BILL"});
  CHECK(counter.after(BeginTender{})->tender->due == Money(990));
  counter.after(CancelTender{});
  const std::string before = counter.pay();
  CHECK(errorOf(*counter.after(SetRounding{programme::RoundMode::FloorYuan, programme::RoundApply::CashOnly, {}})) ==
        ErrorCode::NoRight);
  auto now = counter.after(SetRounding{programme::RoundMode::FloorYuan, programme::RoundApply::CashOnly, kManager});
  CHECK(noticeOf(*now) == NoticeCode::SettingsSaved);
  CHECK(now->settings->round.mode == programme::RoundMode::FloorYuan);
  counter.after(Enter{"0.5*S2"});
  CHECK(counter.after(BeginTender{})->tender->due == Money(900));
  counter.after(CancelTender{});
  counter.pay();
  now = counter.after(SetRounding{programme::RoundMode::None, programme::RoundApply::Always, kManager});
  CHECK(now->settings->round.apply == programme::RoundApply::Always);
  counter.after(Enter{"0.5*S2"});
  CHECK(counter.after(BeginTender{})->tender->due == Money(999));
  counter.after(CancelTender{});
  counter.pay();
  counter.after(BeginReturn{before});
  CHECK(counter.after(ReturnAll{})->returning->refund == Money(990));
  counter.after(CancelReturn{});
  CHECK(counter.sound());
}

TEST_CASE("labels of scales sell from the scan line at the printed amount") {
  Counter counter;
  auto now = counter.after(Enter{label("210007000617")});  // PLU 00070, 6.17
  REQUIRE(now->lines.size() == 1);
  CHECK(now->lines[0].name == "散装糖");
  CHECK(now->lines[0].final == Money(617));
  CHECK(now->lines[0].quantity == Quantity(309));          // of 20.00 a kg, half-up
  now = counter.after(Enter{label("21000700123400617")});  // 12.34, 617 g
  REQUIRE(now->lines.size() == 2);
  CHECK(now->lines[1].final == Money(1234));
  CHECK(now->lines[1].quantity == Quantity(617));
  CHECK(errorOf(*counter.after(Enter{label("219999900617")})) == ErrorCode::UnknownProduct);
  counter.pay();
  CHECK(counter.sound());
}
