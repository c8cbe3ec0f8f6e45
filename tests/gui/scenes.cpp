#include "tests/gui/scenes.hpp"

namespace kahui::test {
namespace {

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

std::vector<Scene> makeScenes() {
  return {
      {"login", [](Bench& bench) { bench.type("1001"); }},
      {"login-error",
       [](Bench& bench) {
         bench.scan("1001");
         bench.scan("111111");
       }},
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
      {"diamond",
       [](Bench& bench) {
         fillBasket(bench);
         bench.till.tapCard("04A5");
         bench.settle();
       }},
      {"member",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.key(Qt::Key_F2);
         bench.type("1380000");
       }},
      {"search",
       [](Bench& bench) {
         fillBasket(bench);
         bench.key(Qt::Key_F3);
         bench.type("nn");
         bench.key(Qt::Key_Down);
       }},
      {"quantity",
       [](Bench& bench) {
         fillBasket(bench);
         bench.key(Qt::Key_PageUp);
         bench.key(Qt::Key_F4);
         bench.type("12");
       }},
      {"tender",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.key(Qt::Key_F11);
         bench.type("300");
       }},
      {"tender-short",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.key(Qt::Key_F11);
         bench.scan("100");
       }},
      {"receipt",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.key(Qt::Key_F11);
         bench.scan("300");
       }},
      {"error",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.till.tapCard("04B10CED000001");
         bench.settle();
       }},
      {"help",
       [](Bench& bench) {
         fillBasket(bench);
         bench.key(Qt::Key_F1);
       }},
      {"more",
       [](Bench& bench) {
         fillBasket(bench);
         bench.key(Qt::Key_F10);
       }},
      {"demo",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.click("demoPanelActionButton");
       }},
      {"reader-lost",
       [](Bench& bench) {
         fillBasket(bench);
         bench.reader.unplug();
         bench.settle();
       }},
  };
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
