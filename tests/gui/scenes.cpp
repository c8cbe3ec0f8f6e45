#include "tests/gui/scenes.hpp"

#include "app/widgets/points_panel.hpp"

namespace kahui::test {

void fillBasket(Bench& bench) {
  bench.signIn();
  for (const char* code : {"6900000002025", "3*6900000001011", "6900000004043", "6900000008089", "6900000007075",
                           "2*6900000003039", "2100123007851", "6900000005057"}) {
    bench.scan(code);
  }
}

void fillMemberBasket(Bench& bench) {
  fillBasket(bench);
  bench.till.tapCard("04A3");
  bench.settle();
}

namespace {

std::vector<Scene> counterScenes() {
  return {
      {"gifts",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.till.edit([](till::Snapshot& now) {
           now.lines[1].gift_points = base::Points(100);
           now.lines[1].final = base::Money(1980);
           now.extras.emplace();
           now.extras->gifts = {
               {"R-CUP", "不锈钢真空保温杯 500 毫升", base::Points(50), base::Money(990), std::nullopt, true},
               {"R-TEA", "明前龙井礼盒", base::Points(80), base::Money(), base::Points(100), true},
               {"R-POT", "紫砂茶壶", base::Points(12'000), base::Money(19'900), std::nullopt, false}};
         });
         bench.key(Qt::Key_X, Qt::AltModifier);
       }},
  };
}

std::vector<Scene> sellingScenes() {
  return {
      {"empty", [](Bench& bench) { bench.signIn(); }},
      {"checkout",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.key(Qt::Key_PageUp);
         bench.key(Qt::Key_Up);
       }},
      {"guest",
       [](Bench& bench) {
         fillBasket(bench);
         bench.key(Qt::Key_Up);
         bench.key(Qt::Key_Delete);
       }},
      {"join-offer",
       [](Bench& bench) {
         fillBasket(bench);
         bench.till.edit([](till::Snapshot& now) {
           now.extras.emplace();
           now.extras->join_offer =
               till::JoinOffer{base::Money(2000), base::Points(42), base::Points(20), base::Money(1000)};
         });
         bench.settle();
       }},
      {"delivery",
       [](Bench& bench) {
         fillBasket(bench);
         bench.key(Qt::Key_F10);
         bench.key(Qt::Key_J);
       }},
      {"term-ended",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.till.edit([](till::Snapshot& now) {
           now.extras.emplace();
           now.extras->term = loyalty::Term{loyalty::TermState::Ended, base::BusinessDate::of(2026, 2, 28), false};
         });
         bench.settle();
       }},
      {"diamond",
       [](Bench& bench) {
         fillBasket(bench);
         bench.till.tapCard("04A5");
         bench.settle();
       }},
      {"error",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.till.tapCard("04B10CED000001");
         bench.settle();
       }},
      {"reader-lost",
       [](Bench& bench) {
         fillBasket(bench);
         bench.reader.unplug();
         bench.settle();
       }},
  };
}

void openManager(Bench& bench, Qt::Key place) {
  bench.signInManager();
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_A);
  bench.key(place);
}

// Targets, or so many parts of the care plan further.
void openPlan(Bench& bench, int part) {
  openManager(bench, Qt::Key_6);
  bench.key(Qt::Key_E);
  for (int i = 0; i < part; ++i) bench.key(Qt::Key_T);
}

std::vector<Scene> managerScenes() {
  return {
      {"manager", [](Bench& bench) { openManager(bench, Qt::Key_1); }},
      {"manager-tables",
       [](Bench& bench) {
         openManager(bench, Qt::Key_1);
         bench.key(Qt::Key_T);
         bench.key(Qt::Key_PageDown);
       }},
      {"manager-goods", [](Bench& bench) { openManager(bench, Qt::Key_2); }},
      {"manager-members",
       [](Bench& bench) {
         openManager(bench, Qt::Key_3);
         bench.key(Qt::Key_PageDown);
       }},
      {"manager-lists",
       [](Bench& bench) {
         openManager(bench, Qt::Key_4);
         bench.key(Qt::Key_PageDown);
       }},
      {"manager-trust", [](Bench& bench) { openManager(bench, Qt::Key_5); }},
      {"manager-month", [](Bench& bench) { openManager(bench, Qt::Key_6); }},
      {"manager-log", [](Bench& bench) { openManager(bench, Qt::Key_7); }},
      {"manager-campaigns",
       [](Bench& bench) {
         openManager(bench, Qt::Key_8);
         bench.key(Qt::Key_PageDown);
       }},
      {"manager-campaign-form",
       [](Bench& bench) {
         openManager(bench, Qt::Key_8);
         bench.key(Qt::Key_E);
       }},
      {"manager-rules", [](Bench& bench) { openManager(bench, Qt::Key_9); }},
      {"manager-targets", [](Bench& bench) { openPlan(bench, 0); }},
      {"manager-benefits", [](Bench& bench) { openPlan(bench, 3); }},
      {"manager-draw-new",
       [](Bench& bench) {
         openPlan(bench, 4);
         bench.key(Qt::Key_N);
       }},
      {"manager-care-rules", [](Bench& bench) { openPlan(bench, 5); }},
      {"manager-plan",
       [](Bench& bench) {
         openPlan(bench, 1);
         bench.key(Qt::Key_Down);
       }},
      {"manager-coupons",
       [](Bench& bench) {
         openManager(bench, Qt::Key_4);
         bench.key(Qt::Key_U);
       }},
  };
}

// A sale of two lines, paid, and its receipt called for a return.
void beginReturn(Bench& bench) {
  bench.signIn();
  bench.till.tapCard("04A3");
  for (const char* code : {"6900000002025", "3*6900000001011", "2100123007851", "6900000009093"}) bench.scan(code);
  bench.key(Qt::Key_F11);
  bench.key(Qt::Key_Return);
  bench.key(Qt::Key_F9);
  bench.key(Qt::Key_Return);
}

std::vector<Scene> benefitScenes() {
  return {
      {"points",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.key(Qt::Key_P, Qt::AltModifier);
         bench.type("1200");
       }},
      {"points-pin",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.key(Qt::Key_P, Qt::AltModifier);
         bench.window.findChild<widgets::PointsPanel*>()->askPin();
       }},
      {"points-used",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.key(Qt::Key_P, Qt::AltModifier);
         bench.type("m");
       }},
      {"coupon",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.key(Qt::Key_1, Qt::AltModifier);
         bench.key(Qt::Key_G, Qt::AltModifier);
       }},
      {"coupons",
       [](Bench& bench) {
         fillBasket(bench);
         bench.till.tapCard("04A5");
         bench.settle();
         bench.key(Qt::Key_2, Qt::AltModifier);
         if (bench.find<QWidget>("allCouponsActionButton").isVisible()) bench.click("allCouponsActionButton");
       }},
      {"discount",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.key(Qt::Key_F5);
         bench.type("90\r");
         bench.key(Qt::Key_F5);
       }},
      {"authority",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.key(Qt::Key_F5);
         bench.type("80\r2001\r99");
       }},
      {"why",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.key(Qt::Key_W, Qt::AltModifier);
       }},
      {"hint",
       [](Bench& bench) {
         bench.signIn();
         bench.scan("6900000002025");
         bench.till.tapCard("04A2");
         bench.settle();
       }},
  };
}

std::vector<Scene> returnScenes() {
  return {
      {"return-entry",
       [](Bench& bench) {
         bench.signIn();
         bench.key(Qt::Key_F9);
         bench.type("0001-03-1-");
       }},
      {"returning", beginReturn},
      {"returning-part",
       [](Bench& bench) {
         beginReturn(bench);
         bench.key(Qt::Key_Space);
         bench.key(Qt::Key_Down);
         bench.key(Qt::Key_Plus);
         bench.key(Qt::Key_Return);
       }},
      {"returning-also",
       [](Bench& bench) {
         beginReturn(bench);
         bench.type("a");
         bench.till.edit([](till::Snapshot& now) {
           using What = till::ReturnAlso::What;
           till::ReturnView& view = *now.returning;
           view.reversed = base::Points(42);
           view.restored = base::Points(70);
           view.balance_after = base::Points(130);
           view.tier_after_name = "银卡";
           view.coupon = "RETURNED";
           view.also = {{What::GiftKept, {}, base::Money(5990), "保温杯", base::kOnePiece},
                        {What::GiftPoints, base::Points(50), {}, "不锈钢真空保温杯"},
                        {What::SharePoints, base::Points(20), {}, {}},
                        {What::RefereeGift, base::Points(20), {}, {}},
                        {What::Referral, base::Points(158), {}, "****0012"},
                        {What::Rebate, base::Points(50), {}, {}}};
         });
         bench.settle();
       }},
      {"returned",
       [](Bench& bench) {
         beginReturn(bench);
         bench.type("a");
         bench.key(Qt::Key_Return);
         QTest::qWait(kBetweenPresses_ms);
         bench.key(Qt::Key_Return);
       }},
  };
}

void showOpenPayments(Bench& bench) {
  bench.signIn();
  bench.till.edit([](till::Snapshot& now) {
    now.tenders.emplace();
    now.tenders->offset_min = 480;
    ports::OpenPayment paid;
    paid.payment = "a";
    paid.provider = "WECHAT";
    paid.amount = base::Money(12670);
    paid.code = "13…6781";
    paid.begun_ms = 1'772'692'320'000;
    paid.paid = true;
    ports::OpenPayment unknown = paid;
    unknown.provider = "ALIPAY";
    unknown.code = "28…4410";
    unknown.paid = false;
    ports::OpenPayment refund = unknown;
    refund.refund = true;
    refund.code.clear();
    now.tenders->open = {paid, unknown, refund};
  });
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_O);
}

void showValue(Bench& bench) {
  fillMemberBasket(bench);
  bench.till.edit([](till::Snapshot& now) {
    now.tenders.emplace();
    now.tenders->plan =
        till::TenderDeskView::Plan{base::Money(50000), base::Money(5000), base::Money(110000), "充500送50"};
    const auto day = base::BusinessDate::of(2026, 3, 5);
    now.tenders->history = std::vector<ports::ValueRow>{
        {"", "", "PAY", day, base::Money(-8308), base::Money(-692), 0, base::Money(55000), 0},
        {"c1", "瑜伽课十次卡", "USED", day, {}, {}, -2, {}, 8},
        {"c1", "瑜伽课十次卡", "SOLD", day, {}, {}, 10, {}, 10},
        {"", "", "TOP_UP", day, base::Money(60000), base::Money(4000), 0, base::Money(64000), 0}};
  });
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_V);
  bench.type("500");
}

std::vector<Scene> tenderScenes() {
  return {
      {"tender-card",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.key(Qt::Key_F12);
         bench.type("004211");
       }},
      {"tender-parts",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.key(Qt::Key_F12, Qt::ShiftModifier);
         bench.type("50\r");
         bench.key(Qt::Key_F12);
         bench.type("004211\r");
       }},
      {"tender-split",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.key(Qt::Key_F12, Qt::ShiftModifier);
       }},
      {"tender-stored",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.key(Qt::Key_F11, Qt::ShiftModifier);
       }},
      {"tender-code",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.key(Qt::Key_F11);
         bench.type("134567890123456781\r");
       }},
      {"tender-unknown",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.key(Qt::Key_F11);
         bench.type("134567890123456781\r");
         bench.till.edit([](till::Snapshot& now) {
           now.tender->payment->stage = till::PaymentView::Stage::Unknown;
           now.notice = till::Notice{till::NoticeKind::Error, till::NoticeCode::PaymentUnknown, {"WECHAT", "12670"}};
         });
         bench.settle();
       }},
      {"payments", showOpenPayments},
      {"payments-sign",
       [](Bench& bench) {
         showOpenPayments(bench);
         bench.key(Qt::Key_Escape);
       }},
      {"value", showValue},
      {"counter",
       [](Bench& bench) {
         bench.signIn();
         bench.counter.edit([&] {
           bench.counter.now.printer = "tcp:192.168.1.9";
           bench.counter.now.printer_state = ports::PrinterState::PaperEnd;
           bench.counter.now.waiting = 2;
           bench.counter.now.display = "serial:/dev/ttyS1,2400";
           bench.counter.now.customer_window = bench.counter.now.customer_types = true;
         });
         bench.key(Qt::Key_F10);
         bench.key(Qt::Key_T);
       }},
  };
}

// A panel opened by its key over a filled basket, and what is typed into it.
Scene panel(const char* name, void (*fill)(Bench&), Qt::Key key, const char* typed) {
  return {name, [=](Bench& bench) {
            fill(bench);
            bench.key(key);
            bench.type(typed);
          }};
}

std::vector<Scene> makeScenes() {
  std::vector<Scene> all{
      {"login", [](Bench& bench) { bench.type("1001"); }},
      {"login-error",
       [](Bench& bench) {
         bench.scan("1001");
         bench.scan("111111");
       }},
      panel("member", fillMemberBasket, Qt::Key_F2, "1380000"),
      panel("search", fillBasket, Qt::Key_F3, "nn"),
      panel("quantity", fillBasket, Qt::Key_F4, "12"),
      panel("tender", fillMemberBasket, Qt::Key_F11, "300"),
      panel("tender-short", fillMemberBasket, Qt::Key_F11, "100\r"),
      panel("receipt", fillMemberBasket, Qt::Key_F11, "300\r"),
      panel("help", fillBasket, Qt::Key_F1, ""),
      panel("more", fillBasket, Qt::Key_F10, ""),
      {"demo",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.click("demoPanelActionButton");
       }},
  };
  for (Scene& scene : benefitScenes()) all.push_back(std::move(scene));
  for (Scene& scene : managerScenes()) all.push_back(std::move(scene));
  for (Scene& scene : tenderScenes()) all.push_back(std::move(scene));
  for (Scene& scene : settingsScenes()) all.push_back(std::move(scene));
  for (Scene& scene : deviceScenes()) all.push_back(std::move(scene));
  for (Scene& scene : taskScenes()) all.push_back(std::move(scene));
  for (Scene& scene : clubScenes()) all.push_back(std::move(scene));
  for (Scene& scene : memberScenes()) all.push_back(std::move(scene));
  for (Scene& scene : chainScenes()) all.push_back(std::move(scene));
  for (Scene& scene : memberFormScenes()) all.push_back(std::move(scene));
  for (Scene& scene : memberRiseScenes()) all.push_back(std::move(scene));
  for (Scene& scene : returnScenes()) all.push_back(std::move(scene));
  for (Scene& scene : staffScenes()) all.push_back(std::move(scene));
  for (Scene& scene : shiftScenes()) all.push_back(std::move(scene));
  for (Scene& scene : sellingScenes()) all.push_back(std::move(scene));
  for (Scene& scene : counterScenes()) all.push_back(std::move(scene));
  return all;
}

}  // namespace

QString View::name() const {
  return models::nameOf(language) +
         (scheme == widgets::Scheme::Light ? QStringLiteral("-light-") : QStringLiteral("-dark-")) +
         QString::number(size.width());
}

const std::vector<Scene>& scenes() {
  static const std::vector<Scene> kScenes = makeScenes();
  return kScenes;
}

void play(Bench& bench, const char* scene) {
  for (const auto& one : scenes())
    if (std::string(one.name) == scene) return one.play(bench);
  throw std::runtime_error(std::string("no scene named ") + scene);
}

base::LocalTime at(const char* text) { return *base::LocalTime::parse(text); }

std::vector<View> allViews() {
  std::vector<View> all;
  for (const auto language : {models::Language::Chinese, models::Language::English}) {
    for (const auto scheme : {widgets::Scheme::Light, widgets::Scheme::Dark}) {
      for (const QSize size : {QSize(1024, 768), QSize(1366, 768), QSize(1920, 1080)})
        all.push_back({language, scheme, size});
    }
  }
  return all;
}

std::vector<View> fewViews() {
  return {{models::Language::Chinese, widgets::Scheme::Light, {1024, 768}},
          {models::Language::English, widgets::Scheme::Dark, {1920, 1080}}};
}

}  // namespace kahui::test
