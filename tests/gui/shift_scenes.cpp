// The cashier's day in its states, with figures that a till would show.
#include "app/widgets/receipts_panel.hpp"
#include "tests/gui/scenes.hpp"

namespace kahui::test {
namespace {

using base::Money;

report::ShiftSlip slip(std::optional<Money> counted) {
  report::ShiftSlip slip;
  slip.store_name = "卡惠演示店";
  slip.position = "03";
  slip.operator_name = "收银员甲";
  slip.at = at("2026-03-05T21:40:00");
  slip.demo = true;
  slip.sheet.shift = 128;
  slip.sheet.business_date = base::BusinessDate::of(2026, 3, 5);
  slip.sheet.operator_code = "1001";
  slip.sheet.first_receipt = "0001-03-1-000417";
  slip.sheet.last_receipt = "0001-03-1-000509";
  slip.sheet.manual["1001"] = {4, Money(1280)};
  slip.sheet.voids = 1;
  auto& figures = slip.sheet.figures;
  figures.opening_float = Money(50000);
  figures.bills = 92;
  figures.net = Money(1286550);
  figures.refund_bills = 2;
  figures.refunded = Money(9800);
  figures.tenders = {{"CASH", Money(342150), Money(9800), 31}, {"WECHAT", Money(912000), Money(0), 54}};
  figures.cash_in = {1, Money(20000)};
  figures.drops = {2, Money(200000)};
  figures.openings = 36;
  figures.openings_for_reason = {{"change", 2}};
  if (counted) figures.cash = report::CashCount{Money(202350), *counted, *counted - Money(202350)};
  slip.left = counted.value_or(Money());
  slip.points = {base::Points(55530), base::Points(412), base::Points(18), base::Points(60),
                 base::Points(0),     base::Points(0),   base::Points(0),  base::Points(55864)};
  return slip;
}

void giveShift(Bench& bench, std::optional<Money> counted, bool asks_float) {
  bench.change([&](till::Snapshot& now) {
    now.shift.emplace();
    now.shift->shift = 128;
    now.shift->asks_float = asks_float;
    now.shift->held_bills = 2;
    now.shift->sheet = slip(counted);
  });
}

void openShift(Bench& bench) {
  bench.signIn();
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_H);
  giveShift(bench, std::nullopt, false);
}

void refuse(Bench& bench) {
  bench.change([](till::Snapshot& now) {
    now.notice = till::Notice{
        till::NoticeKind::Error, till::NoticeCode::Failed, {}, base::Error{base::ErrorCode::NoRight, "open_drawer"}};
  });
}

void fill(Bench& bench) {
  bench.signIn();
  for (const char* code : {"6900000002025", "3*6900000001011", "2100123007851"}) bench.scan(code);
}

std::vector<Scene> drawerScenes() {
  return {
      {"float",
       [](Bench& bench) {
         bench.signIn();
         bench.change([](till::Snapshot& now) {
           now.shift.emplace();
           now.shift->asks_float = true;
           now.shift->proposed_float = Money(50000);
         });
       }},
      {"shift", openShift},
      {"shift-first",
       [](Bench& bench) {
         openShift(bench);
         giveShift(bench, std::nullopt, true);
       }},
      {"shift-cash",
       [](Bench& bench) {
         openShift(bench);
         bench.key(Qt::Key_D);
         bench.type("2000\r");
       }},
      {"shift-drawer",
       [](Bench& bench) {
         openShift(bench);
         bench.key(Qt::Key_N);
       }},
      {"shift-approval",
       [](Bench& bench) {
         openShift(bench);
         bench.key(Qt::Key_N);
         bench.key(Qt::Key_1);
         refuse(bench);
         bench.type("2001\r99");
       }},
      {"shift-count",
       [](Bench& bench) {
         openShift(bench);
         bench.key(Qt::Key_Z);
         bench.type("18\r4\r2\r\r3\r");
       }},
      {"shift-close",
       [](Bench& bench) {
         openShift(bench);
         bench.key(Qt::Key_Z);
         bench.type("20\r\r\r\r\r\r\r\r\r");
         giveShift(bench, Money(202250), false);
         bench.type("500\r");
       }},
  };
}

std::vector<Scene> heldScenes() {
  return {
      {"held",
       [](Bench& bench) {
         bench.signIn();
         giveShift(bench, std::nullopt, false);
         bench.key(Qt::Key_F8);
         bench.change([](till::Snapshot& now) {
           now.desk.emplace().held = std::vector<till::HeldBillView>{
               {{}, "穿红衣服的女士，去拿牛奶", at("2026-03-05T14:02:00"), "1001", "王*芳", 6, Money(18650)},
               {{}, "", at("2026-03-05T14:20:00"), "1001", "", 1, Money(990)}};
         });
         bench.key(Qt::Key_Delete);
       }},
      {"held-away",
       [](Bench& bench) {
         bench.signIn();
         giveShift(bench, std::nullopt, false);
         bench.change([](till::Snapshot& now) { now.hq = till::HqView{}; });
         bench.key(Qt::Key_F8);
         bench.change([](till::Snapshot& now) {
           now.desk.emplace().held = std::vector<till::HeldBillView>{
               {{}, "穿红衣服的女士，去拿牛奶", at("2026-03-05T14:02:00"), "1001", "王*芳", 6, Money(18650)}};
           till::HeldAwayView away{till::HeldAwayView::State::Known, {}};
           away.bills = {
               {"t2", "02", {{}, "先生去停车场付停车费", at("2026-03-05T13:55:00"), "1002", "欧**", 12, Money(120650)}},
               {"t4", "04", {{}, "", at("2026-03-05T14:20:00"), "1003", "", 1, Money(990)}}};
           now.held_away = std::move(away);
         });
         bench.key(Qt::Key_Down);
       }},
      {"held-asking",
       [](Bench& bench) {
         bench.signIn();
         giveShift(bench, std::nullopt, false);
         bench.change([](till::Snapshot& now) { now.hq = till::HqView{}; });
         bench.key(Qt::Key_F8);
         bench.change([](till::Snapshot& now) {
           now.desk.emplace().held =
               std::vector<till::HeldBillView>{{{}, "", at("2026-03-05T14:20:00"), "1001", "", 1, Money(990)}};
           now.held_away = till::HeldAwayView{till::HeldAwayView::State::Known, {}, base::Id()};
         });
       }},
      {"every-sign",
       [](Bench& bench) {
         fill(bench);
         bench.change([](till::Snapshot& now) {
           now.store.store_name = "惠民生活超市解放路店";
           now.readers = {{"one", ports::ReaderKind::Pcsc, ports::ReaderState::Ready, ports::ReaderAdvice::None},
                          {"two", ports::ReaderKind::Pcsc, ports::ReaderState::Gone, ports::ReaderAdvice::None}};
           now.hq = till::HqView{true, false, 1234, 75};
           now.tenders.emplace().open.resize(3);
         });
       }},
      {"held-offline",
       [](Bench& bench) {
         bench.signIn();
         giveShift(bench, std::nullopt, false);
         bench.change([](till::Snapshot& now) { now.hq = till::HqView{.offline = true}; });
         bench.key(Qt::Key_F8);
         bench.change([](till::Snapshot& now) {
           now.desk.emplace().held =
               std::vector<till::HeldBillView>{{{}, "", at("2026-03-05T14:20:00"), "1001", "", 1, Money(990)}};
           now.held_away = till::HeldAwayView{till::HeldAwayView::State::Offline, {}};
         });
       }},
  };
}

std::vector<Scene> deskScenes() {
  return {
      {"hold",
       [](Bench& bench) {
         fill(bench);
         bench.key(Qt::Key_F7);
         bench.type("red coat");
       }},
      {"receipts",
       [](Bench& bench) {
         bench.signIn();
         bench.key(Qt::Key_F10);
         bench.key(Qt::Key_P);
         bench.change([](till::Snapshot& now) {
           now.desk.emplace().receipts = std::vector<till::ReceiptRowView>{
               {"0001-03-1-000509", at("2026-03-05T14:31:00"), Money(12850), false, false, 0, true},
               {"0001-03-1-000508", at("2026-03-05T14:12:00"), Money(-1890), true, false, 2, false},
               {"0001-03-1-000507", at("2026-03-05T14:02:00"), Money(128850), false, true, 0, false}};
         });
         bench.type("0005");
       }},
      {"blind-return",
       [](Bench& bench) {
         fill(bench);
         bench.key(Qt::Key_F10);
         bench.key(Qt::Key_N);
         bench.change([](till::Snapshot& now) {
           till::BlindReturnView view;
           view.lines = {{"纯牛奶 整箱", base::Quantity(1000), Money(5390), Money(5390)},
                         {"红富士苹果", base::Quantity(786), Money(899), Money(706)}};
           view.refund = Money(6096);
           view.reversed = base::Points(3);
           now.desk.emplace().blind_return = view;
         });
       }},
      {"discount-line",
       [](Bench& bench) {
         fill(bench);
         bench.key(Qt::Key_F5);
         bench.type("la9.90");
       }},
      {"copy",
       [](Bench& bench) {
         fill(bench);
         bench.key(Qt::Key_F11);
         bench.key(Qt::Key_Return);
         bench.change([](till::Snapshot& now) {
           now.receipt->copy = true;
           now.receipt->copies = 2;
         });
       }},
  };
}

std::vector<Scene> reasonScenes() {
  return {
      {"reopen-reason",
       [](Bench& bench) {
         bench.signIn();
         bench.key(Qt::Key_F10);
         bench.key(Qt::Key_P);
         bench.change([](till::Snapshot& now) {
           now.desk.emplace().receipts = std::vector<till::ReceiptRowView>{
               {"0001-03-1-000509", at("2026-03-05T14:31:00"), Money(12850), false, false, 0, true}};
         });
         bench.key(Qt::Key_X);
       }},
  };
}

}  // namespace

std::vector<Scene> trainingScenes() {
  const auto practise = [](Bench& bench) { bench.change([](till::Snapshot& now) { now.store.training = true; }); };
  return {{"training-login", practise}, {"training", [practise](Bench& bench) {
                                           bench.signIn();
                                           fillBasket(bench);
                                           practise(bench);
                                         }}};
}

std::vector<Scene> shiftScenes() {
  auto all = drawerScenes();
  for (Scene& scene : trainingScenes()) all.push_back(std::move(scene));
  for (Scene& scene : heldScenes()) all.push_back(std::move(scene));
  for (Scene& scene : deskScenes()) all.push_back(std::move(scene));
  for (Scene& scene : reasonScenes()) all.push_back(std::move(scene));
  return all;
}

}  // namespace kahui::test
