// What headquarters says, and what may be spent without it.
#include "tests/gui/scenes.hpp"

namespace kahui::test {
namespace {

using base::Points;

till::NewsView news() {
  return {{{"n2", "周末会员日", "周六、周日会员双倍积分，十点开始。请提醒顾客出示会员卡。\n不与其他优惠同享。",
            base::BusinessDate::of(2026, 3, 7), base::BusinessDate::of(2026, 3, 8), at("2026-03-05T18:20:00"), false},
           {"n1",
            "新版小票",
            "本周起小票下方印有积分补登码，七天内有效。",
            base::BusinessDate::of(2026, 3, 1),
            {},
            at("2026-03-01T09:00:00"),
            true}},
          1};
}

void openNews(Bench& bench) {
  bench.signIn();
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_Y);
}

}  // namespace

std::vector<Scene> chainScenes() {
  return {
      {"news",
       [](Bench& bench) {
         openNews(bench);
         bench.change([](till::Snapshot& now) { now.news = news(); });
       }},
      {"news-none", [](Bench& bench) { openNews(bench); }},
      {"points-offline",
       [](Bench& bench) {
         fillBasket(bench);
         bench.till.tapCard("04A3");
         bench.settle();
         bench.change([](till::Snapshot& now) {
           now.points->offline = loyalty::OfflineLimit{Points(250), Points(80), loyalty::OfflineBound::Member};
         });
         bench.key(Qt::Key_P, Qt::AltModifier);
       }},
  };
}

}  // namespace kahui::test
