// One window on a fake till, driven by object name as a person would: keys, clicks, cards.
#pragma once

#include <QTest>
#include <memory>

#include "app/widgets/main_window.hpp"
#include "core/base/clock.hpp"
#include "tests/gui/fake_counter.hpp"
#include "tests/gui/fake_desk.hpp"
#include "tests/gui/fake_han.hpp"
#include "tests/gui/fake_till.hpp"

namespace kahui::test {

inline constexpr int kBetweenPresses_ms = 450;  // after it a second press of the same key is meant

bool hasHan(const QString& words);

class Bench {
 public:
  explicit Bench(models::Language language = models::Language::English, widgets::Scheme scheme = widgets::Scheme::Light,
                 QSize size = {1366, 768});

  FakeTill till;
  FakeReader reader{till};
  FakeDesk desk;
  FakeCounter counter;
  models::UiLanguage language;
  widgets::Theme theme;
  base::ManualClock clock;
  models::TillModel model;
  models::DevicesModel devices;
  std::string report_store;  // folder; empty: the shared one of a shop with a history
  models::ReportModel reports;
  models::CounterModel counter_model;
  FakeHan han;
  models::CustomerEntry customer{clock, &han};
  widgets::MainWindow window;

  template <class Widget>
  Widget& find(const char* name) {
    auto* found = window.findChild<Widget*>(QString::fromLatin1(name));
    if (found == nullptr) throw std::runtime_error(std::string("no widget named ") + name);
    return *found;
  }
  widgets::CodeEdit& edit(const char* name) { return find<widgets::CodeEdit>(name); }
  QString label(const char* name) { return find<widgets::TextLabel>(name).text(); }

  void click(const char* name);  // must be visible and enabled
  void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
  void type(const char* text);  // to the widget with the focus, one key after the other, as a scanner does
  void scan(const char* code);  // type + Enter
  void signIn();
  void signInManager();
  void settle();                                                  // until the event loop has nothing to do
  void change(const std::function<void(till::Snapshot&)>& edit);  // as if the till had said so
  QString notice();                                               // what the notice line says
  QString notice(const char* bar);
  const till::Snapshot& now() const { return model.now(); }
  // What the last Command asked for.
  template <class Command>
  const auto& wish() {
    const auto* last = till.asked.empty() ? nullptr : std::get_if<Command>(&till.asked.back());
    if (last == nullptr) throw std::runtime_error("the window did not ask for this last");
    return last->request;
  }
};

}  // namespace kahui::test
