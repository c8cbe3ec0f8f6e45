// Promotions, coupons, reasons and the settlement sheet in words, without a window.
#include <set>

#include "app/models/language.hpp"
#include "app/models/messages.hpp"
#include "app/models/presenters.hpp"
#include "app/models/promotion_text.hpp"
#include "app/models/return_text.hpp"
#include "app/models/why_text.hpp"
#include "tests/gui/bench.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using base::Money;
using base::Rate;
using models::Language;
using models::PromotionText;
using programme::PromotionKind;

namespace {

constexpr int kKinds = static_cast<int>(PromotionKind::PointsX) + 1;

till::PromotionView promotion(PromotionKind kind) {
  till::PromotionView view;
  view.id = "P";
  view.kind = kind;
  view.threshold = Money(30000);
  view.threshold_qty = base::Quantity(3000);
  view.minus = Money(4000);
  view.price = Money(9900);
  view.rate = Rate(9000);
  view.n = 2;
  view.m = 1;
  view.mult_pct = 200;
  return view;
}

QString named(const till::PromotionView& view, Language language) {
  const models::UiLanguage spoken(language);
  return PromotionText::name(view, spoken.formatter());
}

}  // namespace

TEST_CASE("promotions are said as the trade says them") {
  const auto zh = [](const till::PromotionView& view) { return named(view, Language::Chinese); };
  auto view = promotion(PromotionKind::ThresholdMinus);
  CHECK(zh(view) == QStringLiteral("满300减40"));
  view.repeat = true;
  CHECK(zh(view) == QStringLiteral("每满300减40"));
  CHECK(zh(promotion(PromotionKind::ThresholdRate)) == QStringLiteral("满300打9折"));
  view = promotion(PromotionKind::CountRate);
  view.rate = Rate(8000);
  CHECK(zh(view) == QStringLiteral("3件8折"));
  CHECK(zh(promotion(PromotionKind::BuyNGetM)) == QStringLiteral("买2送1"));
  view = promotion(PromotionKind::NthPiece);
  view.rate = Rate(5000);
  CHECK(zh(view) == QStringLiteral("第2件5折"));
  view.rate = Rate(0);
  CHECK(zh(view) == QStringLiteral("第2件免费"));
  view = promotion(PromotionKind::NForPrice);
  view.n = 3;
  CHECK(zh(view) == QStringLiteral("3件99元"));
  CHECK(zh(promotion(PromotionKind::Gift)) == QStringLiteral("满300赠"));
  CHECK(zh(promotion(PromotionKind::Exchange)) == QStringLiteral("满300加99元换购"));
  CHECK(zh(promotion(PromotionKind::ItemRate)) == QStringLiteral("特价9折"));
  CHECK(zh(promotion(PromotionKind::PointsX)) == QStringLiteral("积分 2 倍"));
}

TEST_CASE("English never says off, and each kind has words of its own in both languages") {
  for (const Language language : {Language::Chinese, Language::English}) {
    std::set<QString> seen;
    for (int kind = 0; kind < kKinds; ++kind) {
      const QString name = named(promotion(static_cast<PromotionKind>(kind)), language);
      INFO(name.toStdString());
      CHECK_FALSE(name.isEmpty());
      CHECK_FALSE(name.contains(QStringLiteral("%1")));
      CHECK_FALSE(name.contains(QStringLiteral("% off")));
      CHECK(test::hasHan(name) == (language == Language::Chinese));
      seen.insert(name);
    }
    CHECK(seen.size() == static_cast<std::size_t>(kKinds));
  }
}

TEST_CASE("hints say what is missing to what") {
  const models::UiLanguage zh(Language::Chinese);
  till::HintView hint{promotion(PromotionKind::ThresholdMinus), Money(1200), std::nullopt};
  CHECK(PromotionText::hint(hint, zh.formatter()) == QStringLiteral("再买 ¥12.00，享满300减40"));
  hint = {promotion(PromotionKind::BuyNGetM), std::nullopt, base::Quantity(1000)};
  CHECK(PromotionText::hint(hint, zh.formatter()) == QStringLiteral("再买 1 件，享买2送1"));
  const models::UiLanguage en(Language::English);
  CHECK(PromotionText::hint(hint, en.formatter()) == QStringLiteral("1 more piece: buy 2, get 1 free"));
}

TEST_CASE("coupons tell worth, terms and last day") {
  const models::UiLanguage zh(Language::Chinese);
  const base::BusinessDate today = base::BusinessDate::of(2026, 3, 5);
  till::CouponView coupon;
  coupon.serial = "1";
  coupon.face = Money(2000);
  coupon.min = Money(20000);
  coupon.expires = today;
  auto vm = PromotionText::coupon(coupon, today, zh.formatter());
  CHECK(vm.name == QStringLiteral("20 元券"));
  CHECK(vm.detail == QStringLiteral("满 200 可用 · 今天到期"));
  CHECK(vm.urgent);
  coupon.rate_coupon = true;
  coupon.rate = Rate(8500);
  coupon.min = {};
  coupon.scoped = true;
  coupon.expires = today.plusDays(12);
  vm = PromotionText::coupon(coupon, today, zh.formatter());
  CHECK(vm.name == QStringLiteral("8.5 折券"));
  CHECK(vm.detail == QStringLiteral("限部分商品 · 还剩 12 天"));
  CHECK_FALSE(vm.urgent);
  coupon.expires = today.plusDays(60);
  CHECK(PromotionText::coupon(coupon, today, zh.formatter()).detail.endsWith(QStringLiteral("5月4日到期")));
}

TEST_CASE("an offer is open until it is taken as often as the bill gives it") {
  const models::UiLanguage zh(Language::Chinese);
  till::Snapshot snapshot;
  snapshot.offers.push_back({promotion(PromotionKind::Gift), "抽纸", 2});
  CHECK(PromotionText::openOffers(snapshot, zh.formatter()).at(0).title == QStringLiteral("赠品：抽纸"));
  till::LineView line;
  line.promotion = snapshot.offers.front().promotion;
  snapshot.lines = {line};
  CHECK(PromotionText::openOffers(snapshot, zh.formatter()).size() == 1);
  snapshot.lines = {line, line};
  CHECK(PromotionText::openOffers(snapshot, zh.formatter()).empty());
}

TEST_CASE("each step and each reason has words in both languages") {
  for (const Language language : {Language::Chinese, Language::English}) {
    const models::UiLanguage spoken(language);
    std::set<QString> reasons;
    for (int step = 0; step <= static_cast<int>(pricing::Step::PointsX); ++step) {
      for (int reason = 0; reason <= static_cast<int>(pricing::Reason::NoSaving); ++reason) {
        till::WhyView why;
        why.step = static_cast<pricing::Step>(step);
        why.reason = static_cast<pricing::Reason>(reason);
        why.missing = 1200;
        const auto vm = models::WhyText::row(why, {}, {}, spoken.formatter());
        INFO(step << " " << reason);
        CHECK_FALSE(vm.rule.isEmpty());
        CHECK_FALSE(vm.reason.isEmpty());
        CHECK_FALSE(vm.reason.contains(QLatin1Char('%')));
        CHECK(test::hasHan(vm.rule) == (language == Language::Chinese));
        CHECK(test::hasHan(vm.reason) == (language == Language::Chinese));
        if (step == 0) reasons.insert(vm.reason);
      }
    }
    CHECK(reasons.size() == static_cast<std::size_t>(pricing::Reason::NoSaving) + 1);
  }
}

TEST_CASE("an explanation lists what holds before what does not") {
  const models::UiLanguage en(Language::English);
  till::ExplainView explain;
  const auto tried = [&](bool whole_bill, pricing::Step step, pricing::Reason reason, till::PriceLayer layer,
                         std::int64_t amount) {
    till::WhyView why;
    why.whole_bill = whole_bill;
    why.step = step;
    why.reason = reason;
    why.layer = layer;
    why.amount = amount;
    explain.tried.push_back(why);
  };
  tried(false, pricing::Step::Layer, pricing::Reason::HigherPrice, till::PriceLayer::Retail, 1000);
  tried(true, pricing::Step::Points, pricing::Reason::Applied, till::PriceLayer::Retail, 100);
  tried(false, pricing::Step::Layer, pricing::Reason::Applied, till::PriceLayer::Tier, 900);
  const auto rows = models::WhyText::rows(explain, {}, {}, en.formatter());
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].rule == QStringLiteral("Price of the tier"));
  CHECK(rows[0].figure == QStringLiteral("¥9.00"));
  CHECK(rows[1].figure == QStringLiteral("\u22121.00"));
  CHECK(rows[1].whole_bill);
  CHECK_FALSE(rows[2].applied);
}

TEST_CASE("each rule that refuses has words of its own that say what to do") {
  for (const Language language : {Language::Chinese, Language::English}) {
    const models::UiLanguage spoken(language);
    std::set<QString> seen;
    std::size_t asked = 0;
    const auto ask = [&](base::ErrorCode code, const char* reason) {
      const auto message = models::Messages::error({code, reason}, spoken.formatter());
      INFO(reason);
      CHECK(test::hasHan(message.what()) == (language == Language::Chinese));
      CHECK(test::hasHan(message.next()) == (language == Language::Chinese));
      CHECK(message.what() != models::Messages::error({code, "ELSE"}, spoken.formatter()).what());
      seen.insert(message.what());
      ++asked;
    };
    for (const char* reason :
         {"COUPON_LIMIT", "COUPON_EXPIRED", "COUPON_SCOPE", "COUPON_MIN_SPEND", "COUPON_NO_BENEFIT",
          "OFFER_NOT_REACHED", "RETURN_EXCEEDS_SOLD", "OVERRIDE_ABOVE_RETAIL"})
      ask(base::ErrorCode::RuleRejected, reason);
    for (const char* reason : {"USED", "VOIDED", "NEEDS_MEMBER", "OTHER_MEMBER", "TWICE"})
      ask(base::ErrorCode::CouponNotUsable, reason);
    ask(base::ErrorCode::RuleRejected, "COUPON_TIER:黄金会员,白金会员");  // S000-34
    CHECK(seen.size() == asked);
    const auto tier =
        models::Messages::error({base::ErrorCode::RuleRejected, "COUPON_TIER:黄金会员,白金会员"}, spoken.formatter());
    const bool chinese = language == Language::Chinese;
    CHECK(tier.what().contains(chinese ? QStringLiteral("黄金会员、白金会员") : QStringLiteral("Gold, Platinum")));
  }
}

TEST_CASE("the settlement sheet names money, points, coupons and tier") {
  const models::UiLanguage zh(Language::Chinese);
  till::ReturnView view;
  view.receipt_no = "0001-01-1-7";
  view.sold_at = *base::LocalTime::parse("2026-03-05T14:32:00");
  view.lines = {{"牛奶", "盒", base::Quantity(2000), {}, {}, {}}};
  CHECK_FALSE(models::ReturnText::sheet(view, zh.formatter()).any);
  CHECK(models::ReturnText::sheet(view, zh.formatter()).facts.empty());
  view.lines[0].quantity = base::kOnePiece;
  view.value = Money(6000);
  view.refund = Money(5000);
  view.tenders = {{"WECHAT", Money(5000), std::nullopt}, {"VOUCHER", Money(1), std::nullopt}};
  view.reversed = base::Points(12);
  view.charged = base::Points(10);
  view.restored = base::Points(3);
  view.balance_after = base::Points(-2);
  view.coupon = "KEPT";
  view.gift = "VOIDED";
  view.return_coupon = "DEDUCTED";
  view.tier_after_name = "银卡";
  const auto vm = models::ReturnText::sheet(view, zh.formatter());
  CHECK(vm.refund == QStringLiteral("¥50.00"));
  CHECK(vm.sold == QStringLiteral("3月5日 14:32 · 非会员"));
  REQUIRE(vm.facts.size() == 11);
  CHECK(vm.facts[1].name == QStringLiteral("退微信支付"));
  CHECK(vm.facts[2].name == QStringLiteral("退代金券"));
  CHECK(vm.facts[3].figure == QStringLiteral("\u221212"));
  CHECK(vm.facts[6].warning);
  for (const auto& fact : vm.facts) {
    INFO(fact.name.toStdString());
    CHECK(test::hasHan(fact.name));
    CHECK_FALSE(fact.figure.isEmpty());
  }
}

TEST_CASE("the settlement sheet has one line for each further thing that goes back, in both languages") {
  using What = till::ReturnAlso::What;
  till::ReturnView view;
  view.lines = {{"牛奶", "盒", base::kOnePiece, {}, base::kOnePiece, {}}};
  view.restored = base::Points(70);
  view.also = {{What::Gift, {}, {}, "杯"},
               {What::GiftPoints, base::Points(50), {}, "杯"},
               {What::SharePoints, base::Points(20), {}, {}},
               {What::RefereeGift, base::Points(20), {}, {}},
               {What::RefereeCoupon, {}, Money(1000), "8001"},
               {What::Referral, base::Points(158), {}, "****0012"},
               {What::Rebate, base::Points(60), {}, {}},
               {What::CountCard, base::Points(2), {}, "洗车"},
               {What::ChainRewards, {}, {}, {}},
               {What::Term, base::Points(12), {}, {}}};
  for (const Language language : {Language::Chinese, Language::English}) {
    const models::UiLanguage spoken(language);
    const auto facts = models::ReturnText::sheet(view, spoken.formatter()).facts;
    REQUIRE(facts.size() == view.also.size());  // what was restored is said by its parts alone
    CHECK(facts[1].figure == QStringLiteral("+50"));
    CHECK(facts[2].figure == QStringLiteral("+20"));
    CHECK(facts[3].figure == QStringLiteral("\u221220"));
    CHECK(facts[5].name.contains(QStringLiteral("0012")));
    CHECK(facts[5].figure == QStringLiteral("\u2212158"));
    std::set<QString> names;
    for (const auto& fact : facts) {
      INFO(fact.name.toStdString());
      CHECK_FALSE(fact.figure.isEmpty());
      names.insert(fact.name);
    }
    CHECK(names.size() == facts.size());
    CHECK(test::hasHan(facts[6].name) == (language == Language::Chinese));
  }
}

TEST_CASE("rates are read as each language types them") {
  const models::Formatter zh(Language::Chinese);
  const models::Formatter en(Language::English);
  CHECK(zh.parseRate(QStringLiteral("9")) == Rate(9000));
  CHECK(zh.parseRate(QStringLiteral("8.5")) == Rate(8500));
  CHECK(zh.parseRate(QStringLiteral("9.75")) == Rate(9750));
  CHECK(zh.parseRate(QStringLiteral("85")) == Rate(8500));
  CHECK(en.parseRate(QStringLiteral("90")) == Rate(9000));
  CHECK(en.parseRate(QStringLiteral("9")) == Rate(900));
  for (const char* bad : {"", "0", "100", "-5", "9.755", "x"}) {
    INFO(bad);
    CHECK_FALSE(zh.parseRate(QString::fromLatin1(bad)));
    CHECK_FALSE(en.parseRate(QString::fromLatin1(bad)));
  }
  CHECK(zh.rate(Rate(0)) == QStringLiteral("免费"));
}

TEST_CASE("what is given beside the prices is said in one line") {
  const models::UiLanguage zh(Language::Chinese);
  till::Snapshot bill;
  CHECK(models::Presenters::extras(bill, zh.formatter()).isEmpty());
  bill.discount = till::DiscountView{Rate(9000), std::nullopt, Money(500)};
  bill.points = till::PointsView{};
  bill.points->used = base::Points(60);
  CHECK(models::Presenters::extras(bill, zh.formatter()) == QStringLiteral("整单 9 折 · 60 积分"));
}
