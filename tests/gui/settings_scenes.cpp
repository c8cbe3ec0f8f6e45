// Devices, and the settings of the shop with their effect.
#include "tests/gui/scenes.hpp"

namespace kahui::test {
namespace {

void openDevices(Bench& bench) {
  bench.signIn();
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_R);
}

void showSettings(Bench& bench) {
  bench.signInManager();
  bench.till.edit([](till::Snapshot& now) { now.settings.emplace(); });
  bench.settle();
  bench.key(Qt::Key_Escape);
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_I);
}

}  // namespace

std::vector<Scene> deviceScenes() {
  return {
      {"devices", openDevices},
      {"devices-test",
       [](Bench& bench) {
         openDevices(bench);
         bench.key(Qt::Key_Down);
         bench.key(Qt::Key_T);
         bench.key(Qt::Key_H);
         bench.click("deviceSerialActionButton");
       }},
      {"devices-seen",
       [](Bench& bench) {
         openDevices(bench);
         bench.key(Qt::Key_T);
         bench.desk.show("pcsc", {.kind = ports::DeviceEvent::Kind::Refused,
                                  .at_utc_ms = 1'772'692'320'000,
                                  .reason = ports::RefuseReason::RandomUid});
         bench.settle();
         bench.desk.next_answer = ports::DeskAnswer::NotSaved;
         bench.key(Qt::Key_A);
         bench.scan("/dev/ttyUSB9");
       }},
      {"devices-empty",
       [](Bench& bench) {
         bench.desk.views.clear();
         bench.desk.findings.clear();
         bench.desk.remove("none");
         openDevices(bench);
       }},
  };
}

std::vector<Scene> settingsScenes() {
  return {
      {"more-settings",
       [](Bench& bench) {
         fillBasket(bench);
         bench.key(Qt::Key_F10);
         bench.key(Qt::Key_G);
       }},
      {"settings-receipt",
       [](Bench& bench) {
         showSettings(bench);
         bench.edit("receiptHeader1CodeEdit").setText(QStringLiteral("谢谢光临 · 三江超市"));
         bench.edit("receiptFooter1CodeEdit").setText(QStringLiteral("七天内凭小票退换"));
         bench.edit("receiptLinkCodeEdit").setText(QStringLiteral("https://fp.example.cn/?b="));
       }},
      {"settings-receipt-narrow",
       [](Bench& bench) {
         showSettings(bench);
         bench.key(Qt::Key_W);
         bench.key(Qt::Key_E);
       }},
      {"settings-labels",
       [](Bench& bench) {
         showSettings(bench);
         bench.key(Qt::Key_B);
         bench.till.edit([](till::Snapshot& now) {
           till::LabelTrial trial;
           trial.code = "2100070006179";
           trial.reading.label = catalog::ScaleLabel{"00070", base::Money(617), std::nullopt};
           trial.product_name = "红富士苹果";
           trial.quantity = base::Quantity(309);
           trial.amount = base::Money(617);
           now.settings->trial = trial;
         });
         bench.settle();
       }},
      {"settings-rounding",
       [](Bench& bench) {
         showSettings(bench);
         bench.key(Qt::Key_O);
         bench.key(Qt::Key_2);
       }},
      {"settings-rounding-hq",
       [](Bench& bench) {
         bench.signInManager();
         bench.till.edit([](till::Snapshot& now) { now.settings.emplace().rules_at_hq = true; });
         bench.settle();
         bench.key(Qt::Key_Escape);
         bench.key(Qt::Key_F10);
         bench.key(Qt::Key_I);
         bench.key(Qt::Key_O);
       }},
      {"settings-language",
       [](Bench& bench) {
         showSettings(bench);
         bench.key(Qt::Key_G);
       }},
      {"low-value",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.till.edit([](till::Snapshot& now) {
           now.member->stored = base::Money(0);
           now.member->low_value = true;
         });
         bench.settle();
       }},
  };
}

}  // namespace kahui::test
