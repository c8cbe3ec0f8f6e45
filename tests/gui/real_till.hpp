// The window on a demo store with the engine and the simulated reader.
#pragma once

#include <QTest>
#include <functional>
#include <stdexcept>
#include <string>

#include "app/till/counter.hpp"
#include "app/till/engine_gateway.hpp"
#include "app/till/open_till.hpp"
#include "app/till/pinyin_input.hpp"
#include "app/widgets/main_window.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

inline constexpr std::size_t kBlackCard = 4;  // of the demo reader's cards, which come by rank

struct RealTill {
  explicit RealTill(const std::string& folder)
      : open(openAt(folder)),
        gateway(*open.till),
        language(models::Language::English),
        theme(widgets::Scheme::Light),
        model(gateway),
        devices(*open.desk, *open.clock, language.formatter()),
        counter(folder, {}, open.receipt_language),
        counter_model(model, counter),
        window({theme, language}, model, *open.clock, open.demo_reader.get(), devices, counter_model) {
    window.setCustomer(customer);
    open.till->start();
    window.resize(1366, 768);
    window.show();
  }

  static OpenTill openAt(const std::string& folder) {
    Options options;
    options.store = folder;
    options.demo = true;
    auto opened = openTill(options);
    if (!opened) throw std::runtime_error(opened.error().detail);
    return std::move(*opened);
  }

  bool until(const std::function<bool(const till::Snapshot&)>& reached) {
    return QTest::qWaitFor([&] { return reached(model.now()); }, 10'000);
  }
  bool said(till::NoticeCode code) {
    return until([&](const auto& now) { return now.notice && now.notice->code == code; });
  }
  void type(const QString& text) {
    for (const QChar sign : text) QTest::keyClick(window.windowHandle(), sign.toLatin1());
    QTest::keyClick(window.windowHandle(), Qt::Key_Return);
  }
  void signIn() {
    type(QStringLiteral("1001"));
    type(QStringLiteral("123456"));
    REQUIRE(until([](const auto& now) { return now.phase == till::Phase::Selling; }));
  }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(window.windowHandle(), key, modifiers);
  }
  void add(const char* code) {
    const std::size_t before = model.now().lines.size();
    type(QString::fromLatin1(code));
    REQUIRE(until([&](const auto& now) { return now.lines.size() == before + 1; }));
  }
  void tap(std::size_t card) {
    open.demo_reader->remove();
    open.demo_reader->tap(open.demo_reader->cards().at(card));
    REQUIRE(until([](const auto& now) { return now.member.has_value(); }));
  }
  void payExact() {
    press(Qt::Key_F11);
    REQUIRE(until([](const auto& now) { return now.phase == till::Phase::Tendering; }));
    press(Qt::Key_Return);
    REQUIRE(until([](const auto& now) { return now.phase == till::Phase::Receipt; }));
  }
  QString label(const char* name) { return window.findChild<widgets::TextLabel*>(QString::fromLatin1(name))->text(); }

  OpenTill open;
  EngineGateway gateway;
  models::UiLanguage language;
  widgets::Theme theme;
  models::TillModel model;
  models::DevicesModel devices;
  Counter counter;
  models::CounterModel counter_model;
  std::unique_ptr<PinyinInput> pinyin = PinyinInput::open();
  models::CustomerEntry customer{*open.clock, pinyin.get()};
  widgets::MainWindow window;
};

}  // namespace kahui::test
