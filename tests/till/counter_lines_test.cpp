// Lines that are more than goods at the counter: the points catalogue (S003-94), a card's fee (S000-13), and what a
// bill keeps while it waits (挂单).
#include <nlohmann/json.hpp>

#include "core/store/verify.hpp"
#include "core/sync/shop.hpp"
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

const char* const kRules = R"({
  "catalogue": [{"code": "R-CUP", "name": "保温杯", "group": "GLD", "points": 50, "sku": "CUP", "price_fen": 990}],
  "card_fee": {"fee_fen": 500, "free": {"from": "2025-03-13T00:00:00", "to": "2025-03-15T00:00:00"}},
  "delivery": {"fee_fen": 1000, "free_from_fen": 99000}})";
const Approval kManager{"9001", "111111"};

void applyRules(store::SqliteStore& store, const char* over) {
  auto pack = programme::mergeConfig(nlohmann::json::parse(store.rulePack()->json), nlohmann::json::parse(over));
  pack["version"] = "2025.9";
  pack["valid_from"] = "2025-03-01T00:00:00";
  REQUIRE(store.applyRulePack({pack.dump(), "2025.9", "2025-03-01T00:00:00"}, base::WallTime{1741745700000, 480},
                              base::BusinessDate::of(2025, 3, 12)));
}

// kGoldCard has 120 points; CUP costs 59.90.
struct Counter : test::TillFixture {
  explicit Counter(const char* over = kRules)
      : TillFixture({}, [over](store::SqliteStore& filled) {
          REQUIRE(filled.putStaff({"9001", "张", ports::StaffRole::Manager, {}}, "111111"));
          auto cup = test::product(80, Money(5990));
          cup.sku = "CUP";
          cup.name = "保温杯";
          REQUIRE(filled.putProducts(std::vector{cup}));
          applyRules(filled, over);
        }) {
    signedIn();
  }
  void tapGold() {
    reader->tap(test::cardOf(test::kGoldCard));
    look();
  }
  std::string pay() {
    after(BeginTender{});
    const auto now = after(PayCash{Money(1'000'000)});
    REQUIRE(now->phase == Phase::Receipt);
    return now->receipt->receipt_no;
  }
  [[nodiscard]] std::string reason() {
    const auto now = look();
    if (!now->notice || !now->notice->error) return "done";
    return now->notice->error->detail;
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
  std::shared_ptr<const Snapshot> recall() { return after(RecallBill{after(ListHeld{})->desk->held->front().bill}); }
};

}  // namespace

TEST_CASE("goods for points are scanned by their code and shown with points and money (S003-94)") {
  Counter counter;
  counter.after(Enter{"R-CUP"});
  CHECK(counter.reason() == "GIFT_NEEDS_MEMBER");
  CHECK(counter.look()->lines.empty());
  counter.tapGold();
  auto now = counter.look();
  REQUIRE(now->extras);
  REQUIRE(now->extras->gifts.size() == 1);
  CHECK(now->extras->gifts.front() == GiftView{"R-CUP", "保温杯", Points(50), Money(990), std::nullopt, true});
  now = counter.after(Enter{"R-CUP"});
  CHECK(noticeOf(*now) == NoticeCode::OfferTaken);
  CHECK(now->notice->args == std::vector<std::string>{"保温杯", "50", "990"});
  REQUIRE(now->lines.size() == 1);
  CHECK(now->lines[0].gift_points == Points(50));
  CHECK(now->lines[0].final == Money(990));
  CHECK(now->totals.due == Money(990));
  REQUIRE(now->points);
  CHECK(now->points->available == Points(70));
  CHECK(now->points->used == Points{});
  now = counter.after(Enter{"R-CUP"});  // the same line, twice
  REQUIRE(now->lines.size() == 1);
  CHECK(now->lines[0].quantity == Quantity(2000));
  CHECK(now->lines[0].gift_points == Points(100));
  CHECK(now->totals.due == Money(1980));
  CHECK_FALSE(now->extras->gifts.front().enough);
  counter.after(SetQuantity{0, Quantity(3000)});
  CHECK(counter.reason() != "done");
  now = counter.look();
  CHECK(now->lines[0].quantity == Quantity(2000));
  // Undo and the line's own removal free the points.
  now = counter.after(Undo{});
  CHECK(now->points->available == Points(70));
  now = counter.after(VoidLine{0});
  CHECK(now->lines.empty());
  CHECK(now->extras->gifts.front().enough);
  now = counter.after(Undo{});
  CHECK(now->lines.size() == 1);
  // Without the member it goes.
  now = counter.after(DetachMember{});
  CHECK(now->lines.empty());
  CHECK(counter.sound());
}

TEST_CASE("goods for points are paid and returned at the till, and the member's slip has them (S003-94)") {
  Counter counter;
  counter.tapGold();
  counter.after(RedeemGift{"R-CUP", 2});
  const std::string receipt = counter.pay();
  auto now = counter.look();
  REQUIRE(now->receipt->lines.size() == 1);
  CHECK(now->receipt->lines[0].gift_points == Points(100));
  CHECK(now->receipt->member->used == Points(100));
  CHECK(now->receipt->member->balance == Points(20));
  counter.after(NextSale{});
  counter.after(BeginReturn{receipt});
  now = counter.after(SetReturnQuantity{0, Quantity(1000)});
  REQUIRE(now->returning);
  CHECK(now->returning->refund == Money(990));
  CHECK(now->returning->also == std::vector<ReturnAlso>{{ReturnAlso::What::GiftPoints, Points(50), Money{}, "保温杯"}});
  CHECK(now->returning->balance_after == Points(70));
  now = counter.after(ConfirmReturn{});
  REQUIRE(now->phase == Phase::Receipt);
  CHECK(now->receipt->member->balance == Points(70));
  CHECK(counter.sound());
}

TEST_CASE("a member's PIN is asked for goods that cost more than 50 points (I4, S003-94)") {
  Counter counter;
  counter.till->runOnEngine([](ports::Store& store) {
    const auto hit = store.memberByCard(test::cardOf(test::kGoldCard));
    REQUIRE(store.setMemberPin((*hit)->member.no, "4711", **store.staffByCode("9001")));
  });
  counter.tapGold();
  counter.after(RedeemGift{"R-CUP", 2});
  CHECK(counter.reason() == "MEMBER_PIN_NEEDED");
  CHECK(counter.look()->lines.empty());
  counter.after(RedeemGift{"R-CUP", 2, "0000"});
  CHECK(errorOf(*counter.look()) == ErrorCode::WrongPin);
  CHECK(noticeOf(*counter.after(RedeemGift{"R-CUP", 2, "4711"})) == NoticeCode::OfferTaken);
  counter.pay();
  CHECK(counter.sound());
}

TEST_CASE("a card costs 5.00 outside the dates and nothing inside, on the bill of whoever gets it (S000-13)") {
  Counter counter;
  const auto give = [&](const char* at, const char* uid) {
    counter.store.clock->set(*base::LocalTime::parse(at));
    counter.after(OpenMemberDesk{});
    counter.reader->tap(test::cardOf(test::kSilverCard));
    counter.look();
    counter.reader->tap({member::CredentialKind::Uid, uid});
    REQUIRE(counter.look()->member_desk->card);
    const auto now = counter.after(ActOnCard{CardAct::Issue, -1, {}, {}, kManager});
    counter.after(CloseMemberDesk{});
    return now;
  };
  auto now = give("2025-03-12T23:59:59", "04AABBCCDDEE01");
  CHECK(noticeOf(*now) == NoticeCode::CardFeeAdded);
  CHECK(now->notice->args == std::vector<std::string>{"500"});
  now = counter.look();
  REQUIRE(now->lines.size() == 1);
  CHECK(now->lines[0].sku == "CARD-FEE");
  CHECK(now->totals.due == Money(500));  // silver's 95 % does not touch it
  REQUIRE(now->member);
  CHECK(now->member->tier_code == "SLV");
  CHECK_FALSE(now->can_undo);
  CHECK(errorOf(*counter.after(VoidLine{0})) == ErrorCode::NoRight);
  CHECK(errorOf(*counter.after(CancelSale{})) == ErrorCode::NoRight);
  counter.pay();
  now = counter.look();
  CHECK(now->receipt->lines[0].name == "会员卡工本费");
  CHECK(now->receipt->member->earned == Points{});
  counter.after(NextSale{});
  counter.till->runOnEngine([](ports::Store& store) { CHECK(store.openShift()->value().total == Money(500)); });

  now = give("2025-03-13T00:00:00", "04AABBCCDDEE02");
  CHECK(noticeOf(*now) == NoticeCode::CardFeeAdded);
  CHECK(now->notice->args == std::vector<std::string>{"0"});
  CHECK(now->lines.empty());
  now = give("2025-03-14T23:59:59", "04AABBCCDDEE03");
  CHECK(now->lines.empty());
  now = give("2025-03-15T00:00:00", "04AABBCCDDEE04");
  CHECK(now->lines.size() == 1);
  counter.pay();
  counter.after(NextSale{});
  // Another member's bill is open: the card waits.
  counter.tapGold();
  counter.after(Enter{"S1"});
  now = give("2025-03-15T09:00:00", "04AABBCCDDEE05");
  CHECK(counter.reason() == "CARD_FEE_OTHER_BILL");
  CHECK(counter.look()->lines.size() == 1);
  CHECK(counter.sound());
}

TEST_CASE("a bill that waits keeps delivery, goods for points, price by hand and discount (S002-23, S003-94)") {
  Counter counter;
  counter.tapGold();
  counter.after(Enter{"2*S1"});
  counter.after(SetLinePrice{0, Money(9000), std::nullopt, kManager});
  counter.after(RedeemGift{"R-CUP"});
  counter.after(DiscountBill{base::Rate(9500), std::nullopt, "9001", "111111"});
  counter.after(DeliverBill{"王女士 13800001234 人民路 1 号"});
  const auto before = counter.look();
  REQUIRE(before->lines.size() == 3);
  REQUIRE(before->extras->delivery);
  counter.after(HoldBill{"等一下"});
  counter.till->runOnEngine([](ports::Store& port) {
    auto& database = dynamic_cast<store::SqliteStore&>(port).connection().database();
    for (const char* column : {"lines", "note"})
      CHECK(database.execAndGet(std::string("SELECT count(*) FROM held_bill WHERE instr(") + column + ", '人民路')>0")
                .getInt() == 0);
    CHECK(database.execAndGet("SELECT count(*) FROM journal WHERE instr(line, '人民路')>0").getInt() == 0);
  });
  const auto now = counter.recall();
  CHECK(noticeOf(*now) == NoticeCode::BillRecalled);
  CHECK(now->notice->args == std::vector<std::string>{"等一下"});
  CHECK(now->totals.due == before->totals.due);
  REQUIRE(now->lines.size() == 3);
  CHECK(now->lines[1].gift_points == Points(50));
  REQUIRE(now->extras->delivery);
  CHECK(now->extras->delivery->note == "王女士 13800001234 人民路 1 号");
  CHECK(now->extras->delivery->fee == Money(1000));
  counter.pay();
  CHECK(counter.look()->receipt->delivery == "王女士 13800001234 人民路 1 号");
  CHECK(counter.sound());
}

TEST_CASE("a bill on its way to another till of the store keeps delivery and goods for points, sealed") {
  base::SeededRandom random(5);
  const sync::ChainKey key{};
  ports::HeldBill bill;
  bill.id = base::Id::make(1, random);
  bill.operator_code = "1001";
  bill.note = "等一下";
  bill.delivery = "王女士 人民路 1 号";
  bill.lines = {{"CUP", Quantity(2000), std::nullopt, std::nullopt, {}, {}, "R-CUP"},
                {"DELIVERY", base::kOnePiece, std::nullopt, std::nullopt, {}, {}, {}}};
  const std::string box = sync::sealHeld(key, bill, base::Id{}, random);
  CHECK(box.find("人民路") == std::string::npos);
  const auto parcel = sync::openHeld(key, {bill.id.hex(), "T", "2", 0, box});
  REQUIRE(parcel);
  CHECK(parcel->bill.delivery == bill.delivery);
  REQUIRE(parcel->bill.lines.size() == 2);
  CHECK(parcel->bill.lines[0].gift == "R-CUP");
}

TEST_CASE("what a bill that waited cannot keep is named: goods whose points were spent meanwhile (S003-94)") {
  Counter counter;
  counter.tapGold();
  counter.after(Enter{"S1"});
  counter.after(RedeemGift{"R-CUP", 2});
  counter.after(HoldBill{"晚点"});
  counter.tapGold();
  counter.after(Enter{"5*S3"});
  counter.after(PayPoints{PayPoints::How::Amount, Points(60)});
  counter.pay();
  counter.after(NextSale{});
  const auto now = counter.recall();
  CHECK(now->notice->kind == NoticeKind::Warning);
  CHECK(now->notice->args == std::vector<std::string>{"晚点", "GIFT"});
  REQUIRE(now->lines.size() == 1);
  counter.pay();
  CHECK(counter.sound());
}

TEST_CASE("a bill with a delivery is opened again with its address (X9, S002-23)") {
  Counter counter;
  counter.after(Enter{"S1"});
  counter.after(DeliverBill{"王女士 人民路 1 号"});
  const std::string receipt = counter.pay();
  counter.after(NextSale{});
  const auto now = counter.after(ReopenBill{receipt, kManager, "价格录错"});
  CHECK(noticeOf(*now) == NoticeCode::BillReopened);
  REQUIRE(now->lines.size() == 2);
  REQUIRE(now->extras->delivery);
  CHECK(now->extras->delivery->note == "王女士 人民路 1 号");
  CHECK(now->totals.due == Money(11000));
  counter.pay();
  CHECK(counter.sound());
}
