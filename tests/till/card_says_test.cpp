// What a member's card says at the counter and on paper: coupons of a tier, its signs, points that end, what was saved.
#include <nlohmann/json.hpp>

#include "core/base/paper.hpp"
#include "core/loyalty/coupon_serial.hpp"
#include "core/pricing/price_bill.hpp"
#include "core/sale/sale_document.hpp"
#include "tests/till/member_desk_fixture.hpp"
#include "tests/till/tender_fixture.hpp"

using namespace kahui;
using base::ErrorCode;
using base::Money;
using base::Points;
using test::goods;
using test::MemberDeskFixture;
using test::reasonOf;

namespace {

base::BusinessDate day(const char* iso) { return *base::BusinessDate::parse(iso); }

template <class Payload>
void append(ports::Store& store, base::RandomSource& random, base::BusinessDate on, Payload payload) {
  const base::WallTime at{on.days() * 86'400'000LL + 2 * 3'600'000, 480};
  std::vector<journal::Draft> drafts{journal::makeDraft(at, on, {}, random, std::move(payload))};
  REQUIRE(store.appendAll(drafts));
}

// A coupon of 10.00 that is nobody's own, for members of these tiers.
std::string tierCoupon(ports::Store& store, base::RandomSource& random, std::vector<std::string> tiers) {
  const std::string serial = loyalty::couponSerial(random);
  journal::CouponIssued issued;
  issued.origin = "BATCH";
  issued.key = "tiers";
  issued.terms.type = "CASH";
  issued.terms.face = Money(1000);
  issued.terms.tiers = std::move(tiers);
  issued.expires = day("2027-12-31");
  issued.parts = {{serial, 0}};
  append(store, random, day("2025-03-12"), std::move(issued));
  return serial;
}

till::SellRequest with(const std::string& serial) {
  till::SellRequest request;
  request.coupons = {serial};
  return request;
}

// The till's clock runs, so that no day is far from the one before it.
void passTo(MemberDeskFixture& fixture, const char* local) {
  const auto until = *base::LocalTime::parse(local);
  for (const char* stop : {"2025-09-01T10:00:00", "2026-03-01T10:00:00", "2026-08-01T10:00:00"}) {
    const auto at = *base::LocalTime::parse(stop);
    if (at.date() <= fixture.desk().today() || at.date() >= until.date()) continue;
    fixture.setTime(stop);
    REQUIRE(fixture.sell({goods("S1")}));
  }
  fixture.setTime(local);
}

sale::Receipt lastReceipt(MemberDeskFixture& fixture) {
  const auto sale = fixture.store().lastSale();
  REQUIRE(sale);
  return sale::receiptOf((*sale)->event, fixture.desk().rules(), {"人民路店", "欧***"});
}

std::string printed(const sale::Receipt& receipt, sale::ReceiptLanguage language, int columns) {
  const std::string text = sale::renderText(receipt, language, columns);
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto end = rest.find('\n');
    CHECK(base::paperWidth(rest.substr(0, end)) <= columns);
    rest.remove_prefix(end + 1);
  }
  return text;
}

bool says(const std::string& text, const std::string& left, const std::string& right) {
  const auto at = text.find(left);
  if (at == std::string::npos) return false;
  const std::string line = text.substr(at, text.find('\n', at) - at);
  return line.ends_with(" " + right);
}

}  // namespace

TEST_CASE("S000-34: a coupon for gold is refused to silver with the reason when it is scanned, and taken from gold") {
  test::TenderFixture fixture;
  fixture.signIn();
  std::string serial;
  fixture.onStore([&](store::SqliteStore& store) {
    base::SeededRandom random(3);
    serial = tierCoupon(store, random, {"GLD", "PLT"});
  });
  const std::string reason = std::string(pricing::kCouponTier) + "黄金会员,白金会员";
  fixture.after(till::Enter{"S1"});
  auto now = fixture.after(till::ToggleCoupon{serial});  // a guest
  REQUIRE(test::errorOf(*now) == ErrorCode::RuleRejected);
  CHECK(now->notice->error->detail == reason);
  fixture.reader->tap(test::cardOf(test::kSilverCard));
  now = fixture.after(till::ToggleCoupon{serial});
  REQUIRE(test::errorOf(*now) == ErrorCode::RuleRejected);
  CHECK(now->notice->error->detail == reason);
  CHECK(now->totals.due == Money(9500));
  fixture.reader->tap(test::cardOf(test::kGoldCard));
  now = fixture.after(till::ToggleCoupon{serial});
  CHECK(test::noticeOf(*now) == till::NoticeCode::CouponTaken);
  CHECK(now->totals.due == Money(8000));
  REQUIRE(now->coupons.back().chosen);
  CHECK(now->coupons.back().tiers == std::vector<std::string>{"黄金会员", "白金会员"});
  // Silver's card in its place: the coupon leaves the bill with a notice.
  fixture.reader->tap(test::cardOf(test::kSilverCard));
  now = fixture.look();
  CHECK(std::none_of(now->coupons.begin(), now->coupons.end(), [](const auto& one) { return one.chosen; }));
  CHECK(now->totals.due == Money(9500));
  CHECK(fixture.problems().empty());
}

TEST_CASE("S000-34: at the checkout too, and after a demotion the coupon is refused with the reason") {
  MemberDeskFixture fixture;
  REQUIRE(fixture.sell({goods("S1")}, test::kBlack));
  const std::string black = tierCoupon(fixture.store(), fixture.random, {"BLK"});
  const std::string later = tierCoupon(fixture.store(), fixture.random, {"BLK"});
  const std::string reason = std::string(pricing::kCouponTier) + "黑金会员";
  CHECK(reasonOf(fixture.sell({goods("S1")}, test::kGold, with(black))) == reason);
  CHECK(reasonOf(fixture.sell({goods("S1")}, {}, with(black))) == reason);
  fixture.desk().setOffline(true);  // its terms are here: the line changes nothing
  CHECK(reasonOf(fixture.sell({goods("S1")}, test::kGold, with(black))) == reason);
  const auto taken = fixture.sell({goods("S1")}, test::kBlack, with(black));
  REQUIRE(taken);
  CHECK(taken->result.total == Money(7000));
  // What was sold is priced again as it was: its terms name the tier.
  CHECK(fixture.giveBack(taken->receipt_no, {{0, base::Quantity(1000)}})->document.coupon == "RETURNED");
  passTo(fixture, "2026-06-01T10:00:00");
  REQUIRE(fixture.sell({goods("S1")}));
  fixture.setTime("2027-01-02T10:00:00");  // T5: black falls to gold
  CHECK(reasonOf(fixture.sell({goods("S1")}, test::kBlack, with(later))) == reason);
  CHECK(fixture.memberNow(test::kBlack).tier == "GLD");
  CHECK(fixture.problems().empty());
}

TEST_CASE("S000-34: the month's coupons of a tier name it where the pack says so, and only there") {
  MemberDeskFixture fixture(R"({"monthly_coupons": {"GLD": {"count": 2, "rate_bp": 8000, "own_tier": true}}})");
  REQUIRE(fixture.sell({goods("S1")}));
  fixture.finishJobs();
  const auto gold = *fixture.store().couponsOf(fixture.no(test::kGold), fixture.desk().today());
  REQUIRE(gold.size() == 2);
  CHECK(gold.front().terms.tiers == std::vector<std::string>{"GLD"});
  const auto black = *fixture.store().couponsOf(fixture.no(test::kBlack), fixture.desk().today());
  REQUIRE(black.size() == 1);
  CHECK(black.front().terms.tiers.empty());
  CHECK(fixture.sell({goods("S1")}, test::kGold, with(gold.front().serial))->result.total == Money(8000));
  CHECK(fixture.problems().empty());
}

TEST_CASE("S000-31, S003-35: a card that is read shows its tier's badge, greeting and own lane, others show none") {
  MemberDeskFixture names;
  auto tiers = programme::packJson(names.desk().rules())["tiers"];
  tiers[2]["badge"] = {{"zh", "品牌大使"}, {"en", "Brand ambassador"}};
  tiers[2]["greeting"] = "欢迎光临";
  tiers[2]["own_lane"] = true;
  test::TenderFixture fixture(std::make_shared<sim::SimPayments>(), nlohmann::json{{"tiers", tiers}}.dump());
  fixture.signIn();
  fixture.reader->tap(test::cardOf(test::kGoldCard));
  auto now = fixture.look();
  REQUIRE(now->member);
  CHECK(now->member->badge == programme::Words{"品牌大使", "Brand ambassador"});
  CHECK(now->member->greeting.zh == "欢迎光临");
  CHECK(now->member->own_lane);
  fixture.reader->tap(test::cardOf(test::kSilverCard));
  now = fixture.look();
  CHECK(now->member->badge == programme::Words{});
  CHECK_FALSE(now->member->own_lane);
}

TEST_CASE("S000-48: a receipt prints earned, used, balance and the points that end within 90 days") {
  MemberDeskFixture fixture;
  till::SellRequest points;
  points.points = Points(20);
  // 120 points end on 31 December 2026: on 1 October that is 91 days away, on 2 October 90.
  passTo(fixture, "2026-10-01T10:00:00");
  REQUIRE(fixture.sell({goods("S1")}, test::kGold, points));
  auto receipt = lastReceipt(fixture);
  REQUIRE(receipt.member);
  CHECK(receipt.member->classes.at(0).ending == Points(0));
  CHECK(printed(receipt, sale::ReceiptLanguage::Chinese, 32).find("90天内") == std::string::npos);
  const Points earned = receipt.member->earned;

  fixture.setTime("2026-10-02T10:00:00");
  REQUIRE(fixture.sell({goods("S1", 2000)}, test::kGold, points));
  receipt = lastReceipt(fixture);
  const Points used = receipt.member->used;
  REQUIRE(used == Points(20));
  const auto& noncash = receipt.member->classes.at(0);
  CHECK(receipt.member->balance == fixture.memberNow(test::kGold).points());
  CHECK(noncash.balance == receipt.member->balance);
  CHECK(noncash.ending == receipt.member->balance - earned - receipt.member->earned);  // what was earned lives longer
  CHECK(noncash.first_end == day("2026-12-31"));
  for (const int columns : {32, 48}) {
    const std::string zh = printed(receipt, sale::ReceiptLanguage::Chinese, columns);
    CHECK(says(zh, "本次积分", std::to_string(receipt.member->earned.value())));
    CHECK(says(zh, "使用积分", "20"));
    CHECK(says(zh, "积分余额", std::to_string(receipt.member->balance.value())));
    CHECK(says(zh, "90天内到期", std::to_string(noncash.ending.value())));
    CHECK(zh.find("最早 2026-12-31") != std::string::npos);
    CHECK(zh.find("可兑现") == std::string::npos);  // one class alone is not named
    const std::string en = printed(receipt, sale::ReceiptLanguage::English, columns);
    CHECK(says(en, "Ending within 90 days", std::to_string(noncash.ending.value())));
    CHECK(en.find("the first on 2026-12-31") != std::string::npos);
  }
  // The member's page says the same.
  const auto page = fixture.at().page(fixture.no(test::kGold));
  REQUIRE(page);
  REQUIRE(page->classes.at(0).ending);
  CHECK(page->classes.at(0).ending->points == noncash.ending);
  CHECK(page->classes.at(0).ending->day == day("2026-12-31"));
  CHECK(fixture.problems().empty());
}

TEST_CASE("S000-48: where a member has two classes the receipt says balance and end of each") {
  MemberDeskFixture fixture;
  passTo(fixture, "2026-11-01T10:00:00");
  REQUIRE(fixture.sell({goods("S1")}));
  for (const auto& [points, end] : {std::pair{158, "2026-11-20"}, {20, "2026-11-10"}, {30, "2027-06-30"}}) {
    journal::PointsRewarded reward;
    reward.member = fixture.no(test::kGold).value();
    reward.why = "ACTIVITY";
    reward.key = end;
    reward.cashable = true;
    reward.points = Points(points);
    reward.expires = day(end);
    append(fixture.store(), fixture.random, day("2026-11-01"), std::move(reward));
  }
  REQUIRE(fixture.sell({goods("S1")}, test::kGold));
  const auto receipt = lastReceipt(fixture);
  const auto& member = *receipt.member;
  REQUIRE(member.classes.size() == 2);
  CHECK(member.classes[1].balance == Points(208));
  CHECK(member.classes[1].ending == Points(178));
  CHECK(member.classes[1].first_end == day("2026-11-10"));
  CHECK(member.classes[0].balance == member.balance - Points(208));
  CHECK(member.classes[0].ending == Points(120));
  for (const int columns : {32, 48}) {
    const std::string zh = printed(receipt, sale::ReceiptLanguage::Chinese, columns);
    CHECK(says(zh, "非兑现积分", std::to_string(member.classes[0].balance.value())));
    const std::string cashable = zh.substr(zh.find("\n  可兑现积分"));
    CHECK(says(cashable, "可兑现积分", "208"));
    CHECK(says(cashable, "90天内到期", "178"));
    CHECK(cashable.find("最早 2026-11-10") != std::string::npos);
    CHECK(says(printed(receipt, sale::ReceiptLanguage::English, columns), "Points for cash", "208"));
  }
  CHECK(fixture.problems().empty());
}

TEST_CASE("S001-03: each member's receipt prints the saving in yuan, before what is due") {
  MemberDeskFixture fixture;
  REQUIRE(fixture.sell({goods("S1")}, test::kGold));  // 9 zhe
  std::string text = printed(lastReceipt(fixture), sale::ReceiptLanguage::Chinese, 32);
  CHECK(says(text, "会员及促销价优惠", "-10.00"));
  CHECK(text.find("会员及促销价优惠") < text.find("应收"));
  CHECK(text.find("应收") < text.find("本次积分"));      // the discount first, then the points
  REQUIRE(fixture.sell({goods("S1")}, test::kRegular));  // no discount yet: it says so
  text = printed(lastReceipt(fixture), sale::ReceiptLanguage::Chinese, 32);
  CHECK(says(text, "已优惠", "0.00"));
  CHECK(says(printed(lastReceipt(fixture), sale::ReceiptLanguage::English, 32), "You saved", "0.00"));
  REQUIRE(fixture.sell({goods("S1")}));  // a guest
  text = printed(lastReceipt(fixture), sale::ReceiptLanguage::Chinese, 32);
  CHECK(text.find("已优惠") == std::string::npos);
}

TEST_CASE("S003-80: a scanned receipt leads to the refund's screen at once") {
  test::TenderFixture fixture;
  fixture.signIn();
  fixture.reader->tap(test::cardOf(test::kGoldCard));
  fixture.after(till::Enter{"S1"});
  fixture.after(till::BeginTender{});
  const auto paid = fixture.after(till::PayCash{Money(9000)});
  REQUIRE(paid->receipt);
  const std::string number = paid->receipt->receipt_no;
  fixture.after(till::NextSale{});
  const auto now = fixture.after(till::BeginReturn{number});
  REQUIRE(now->returning);
  CHECK(now->returning->receipt_no == number);
}
